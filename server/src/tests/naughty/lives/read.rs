//! The places at which a text is looked for.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use portal::Receipt;
use serde_json::Value;

use super::{
    super::{super::CLIENT, super::House, super::at, super::text, page::Page, stands_in},
    By,
    told::client,
};

/// A page, or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::tests::naughty) enum Place {
    /// The reporter's page of the case.
    Own,
    /// The copy of the reporter's data.
    Data,
    /// The file for the Ombudsman.
    Ombudsman,
    /// The page of the agency that holds the case.
    Desk,
    /// The page of the province desk.
    Province,
    /// The page of the Inspektorat.
    Inspectorate,
    /// The public page.
    Public,
    /// The public feed of the case.
    Feed,
}

/// All of them, in the order in which they are printed.
pub(super) const PAGES: [Place; 8] = [
    Place::Own,
    Place::Data,
    Place::Ombudsman,
    Place::Desk,
    Place::Province,
    Place::Inspectorate,
    Place::Public,
    Place::Feed,
];

impl Place {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Own => "tracking",
            Self::Data => "own data",
            Self::Ombudsman => "for the Ombudsman",
            Self::Desk => "holder's desk",
            Self::Province => "province desk",
            Self::Inspectorate => "Inspektorat",
            Self::Public => "public page",
            Self::Feed => "feed",
        }
    }

    pub(super) fn path(self, code: &str) -> String {
        match self {
            Self::Own => format!("/lacak/{code}"),
            Self::Data => format!("/lacak/{code}/data-saya.json"),
            Self::Ombudsman => format!("/lacak/{code}/berkas-eskalasi"),
            Self::Desk | Self::Province | Self::Inspectorate => format!("/meja/{code}"),
            Self::Public => format!("/laporan/{code}"),
            Self::Feed => format!("/laporan/{code}/umpan.atom"),
        }
    }

    pub(super) const fn reader(self) -> Option<By> {
        match self {
            Self::Own | Self::Data | Self::Ombudsman => Some(By::Reporter),
            Self::Desk => Some(By::Front),
            Self::Province => Some(By::Province),
            Self::Inspectorate => Some(By::Inspectorate),
            Self::Public | Self::Feed => None,
        }
    }

    /// What stands there.
    pub(super) fn read(self, document: &str) -> Read {
        match self {
            Self::Own | Self::Ombudsman | Self::Desk | Self::Province | Self::Inspectorate | Self::Public => {
                let page = Page::of(document);
                Read {
                    text: page.text(),
                    page: Some(page),
                }
            }
            Self::Data => {
                let mut all = String::new();
                collect(&serde_json::from_str(document).unwrap(), &mut all);
                Read { text: all, page: None }
            }
            Self::Feed => Read {
                text: of_feed(document),
                page: None,
            },
        }
    }
}

/// What was read.
pub(super) struct Read {
    text: String,
    /// The page, where it is one.
    pub(super) page: Option<Page>,
}

impl Read {
    /// Whether every line of a text stands there.
    pub(super) fn has(&self, kept: &str) -> bool {
        stands_in(&self.text, kept)
    }
}

fn collect(value: &Value, all: &mut String) {
    match value {
        Value::String(text) => {
            all.push_str(text);
            all.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, all)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text of a feed: no mark stands in it that is not ours. Signs that XML cannot hold are left out of it.
fn of_feed(feed: &str) -> String {
    let marks = feed.matches('<').count();
    let own = [
        "<?xml",
        "<feed",
        "</feed",
        "<title>",
        "</title",
        "<id>",
        "</id",
        "<link ",
        "<updated>",
        "</updated",
    ];
    let more = [
        "<author>",
        "</author",
        "<name>",
        "</name",
        "<entry>",
        "</entry",
        "<summary>",
        "</summary",
    ];
    let ours: usize = own.iter().chain(&more).map(|mark| feed.matches(mark).count()).sum();
    assert_eq!(marks, ours, "{feed}");
    let text = feed.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// Asks for what stands there, as its reader.
pub(super) async fn ask(house: &House, cookie: &str, path: &str) -> String {
    let answer: Response<Body> = house
        .ask(
            at("GET", path)
                .header(CLIENT, client())
                .header("cookie", cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    text(answer).await
}

/// The cookie of a reporter.
pub(super) fn own_cookie(receipt: &Receipt) -> String {
    format!("__Host-lacak={}.{}", receipt.code, receipt.secret)
}
