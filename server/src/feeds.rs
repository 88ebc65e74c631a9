//! What programs read of what everybody reads: Atom feeds, the site map, and what search engines may visit.

use std::fmt::Write as _;

use app::{
    error::AppError,
    text::{Words, fill, words_for},
};
use axum::{
    extract::{Path, Request, State as Of},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    lang::Lang,
    view::public::{PublicCaseView, PublicRow},
};

use crate::{assets::version, public::language, state::State};

const ATOM: &str = "application/atom+xml; charset=utf-8";
const XML: &str = "application/xml; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
/// When a feed without entries was last changed: before anything was published.
const NEVER: &str = "2026-01-01T00:00:00+08:00";

/// `GET /laporan/umpan.atom`: the latest published cases.
pub async fn all(Of(state): Of<State>, request: Request) -> Response {
    let (lang, asked) = (language(&request), request.headers().clone());
    cases(&state, lang, &asked, None).await
}

/// `GET /instansi/{agency}/umpan.atom`: the latest published cases that an agency holds.
pub async fn agency(Of(state): Of<State>, Path(agency): Path<String>, request: Request) -> Response {
    let (lang, asked) = (language(&request), request.headers().clone());
    cases(&state, lang, &asked, Some(&agency)).await
}

async fn cases(state: &State, lang: Lang, asked: &HeaderMap, agency: Option<&str>) -> Response {
    let words = words_for(lang);
    let rows = match state.portal.public(&state.site).feed(agency, lang).await {
        Ok(Some(rows)) => rows,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(error),
    };
    let path = agency.map_or_else(|| "/laporan".to_owned(), |code| format!("/instansi/{code}"));
    let page = format!("{}{}", state.site, path);
    let updated = rows.iter().map(|row| row.worded.iso.as_str()).max().unwrap_or(NEVER);
    let mut feed = head(words.public.feed_title, &page, words, &with_seconds(updated));
    for row in &rows {
        let _ = feed.write_str(&case_entry(row, &state.site, words));
    }
    feed.push_str("</feed>\n");
    answer(asked, ATOM, feed)
}

/// `GET /laporan/{code}/umpan.atom`: the moves of one published case.
pub async fn case(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let lang = language(&request);
    let words = words_for(lang);
    let case = match state.portal.public(&state.site).case(&code, None, lang).await {
        Ok(Some(case)) => case,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(error),
    };
    let moved = case
        .steps
        .first()
        .map_or(case.row.worded.iso.as_str(), |step| step.at.iso.as_str());
    let updated = moved.max(case.row.worded.iso.as_str());
    let mut feed = head(&case.row.title, &case.url, words, &with_seconds(updated));
    for entry in case_moves(&case, words) {
        feed.push_str(&entry);
    }
    feed.push_str("</feed>\n");
    answer(request.headers(), ATOM, feed)
}

/// `GET /sitemap.xml`: every page that everybody reads.
pub async fn site_map(Of(state): Of<State>, request: Request) -> Response {
    let (cases, agencies) = match state.portal.public(&state.site).addresses().await {
        Ok(addresses) => addresses,
        Err(error) => return failed(error),
    };
    let mut map = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    map.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for path in ["/", "/lapor", "/bantuan", "/laporan", "/laporan/peta", "/instansi"] {
        let _ = writeln!(map, "<url><loc>{}{path}</loc></url>", escaped(&state.site));
    }
    for code in agencies {
        let _ = writeln!(
            map,
            "<url><loc>{}/instansi/{}</loc></url>",
            escaped(&state.site),
            escaped(&code)
        );
    }
    for (code, day) in cases {
        let _ = writeln!(
            map,
            "<url><loc>{}/laporan/{}</loc><lastmod>{day}</lastmod></url>",
            escaped(&state.site),
            escaped(&code)
        );
    }
    map.push_str("</urlset>\n");
    answer(request.headers(), XML, map)
}

/// `GET /robots.txt`: search engines may read what is public. Receipts, tracked cases and desks are not.
pub async fn robots(Of(state): Of<State>, request: Request) -> Response {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    for path in [
        "/lacak/",
        "/k/",
        "/lapor/bukti",
        "/masuk",
        "/saya",
        "/meja",
        "/sinergi",
        "/api",
        "/teks",
    ] {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", state.site);
    answer(request.headers(), TEXT, text)
}

fn head(title: &str, page: &str, words: &Words, updated: &str) -> String {
    let page = escaped(page);
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{page}</id>\n<link href=\"{page}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{page}/umpan.atom\"/>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n",
        words.common.lang,
        escaped(title),
        escaped(words.common.site)
    )
}

fn case_entry(row: &PublicRow, site: &str, words: &Words) -> String {
    let url = escaped(&format!("{site}/laporan/{}", row.code));
    let said = format!(
        "{}: {} ({}, {})",
        words.public_status.of(row.status),
        row.opening,
        row.holder.short,
        row.place
    );
    entry(&url, &row.title, &with_seconds(&row.worded.iso), &said)
}

fn case_moves(case: &PublicCaseView, words: &Words) -> Vec<String> {
    let url = escaped(&case.url);
    let moves = case.steps.iter().enumerate().map(|(at, step)| {
        let said = fill(words.public_steps.of(step.status), &[("agency", &step.holder.short)]);
        let id = format!("{url}#{}", case.steps.len() - at);
        entry(&id, &said, &with_seconds(&step.at.iso), &case.row.title)
    });
    moves.collect()
}

fn entry(url: &str, title: &str, updated: &str, summary: &str) -> String {
    format!(
        "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{updated}</updated>\n\
         <summary>{}</summary>\n</entry>\n",
        escaped(title),
        escaped(summary)
    )
}

/// RFC 3339 wants seconds: "2026-11-12T09:14+08:00" has none.
fn with_seconds(iso: &str) -> String {
    match iso.split_once('+') {
        Some((time, zone)) if time.len() == "2026-11-12T09:14".len() => format!("{time}:00+{zone}"),
        _ => iso.to_owned(),
    }
}

/// Text as it stands in XML. Signs that XML does not know are left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(sign),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => safe.push(sign),
        }
    }
    safe
}

/// The document, or 304 if the reader has it. Asked anew each time: what was taken back must not be read from a copy.
pub(crate) fn answer(asked: &HeaderMap, kind: &'static str, document: String) -> Response {
    let Ok(etag) = HeaderValue::from_str(&format!("W/\"{}\"", version(document.as_bytes()))) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::VARY, HeaderValue::from_static("cookie")),
        (header::ETAG, etag.clone()),
    ];
    if asked.get(header::IF_NONE_MATCH) == Some(&etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, document).into_response()
}

pub(crate) fn failed(error: portal::Error) -> Response {
    let error = AppError::from(error);
    StatusCode::from_u16(error.status())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::{escaped, with_seconds};

    #[test]
    fn text_in_a_feed_cannot_end_its_element() {
        assert_eq!(
            escaped("</title><a href=\"&\">\u{0}"),
            "&lt;/title&gt;&lt;a href=&quot;&amp;&quot;&gt;"
        );
    }

    #[test]
    fn an_instant_in_a_feed_has_seconds() {
        assert_eq!(with_seconds("2026-11-12T09:14+08:00"), "2026-11-12T09:14:00+08:00");
        assert_eq!(with_seconds("2026-11-12T09:14:00+08:00"), "2026-11-12T09:14:00+08:00");
    }
}
