//! One request for each row of the table of routes, and what is compared of its answer.

use std::sync::atomic::{AtomicU32, Ordering};

use app::form::POSTCARD;
use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, Response, header},
};
use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine as _};
use domain::view::queue::QueueFilter;
use serde::Serialize;

use super::super::{CLIENT, at};
use super::stage::Stage;
use crate::router::Route;

const FORM: &str = "application/x-www-form-urlencoded";

/// A request for this route about this case, or its file. `accept` is what the browser, or the page in it, takes.
pub(super) fn request(route: &Route, (code, file): (&str, &str), accept: &str, cookie: &str) -> Request<Body> {
    let path = route
        .path
        .replace("{code}", code)
        .replace("{id}", file)
        .replace("{district}", "65.01.07")
        .replace("{agency}", "DPMPTSP")
        .replace("{lang}", "id")
        .replace("{token}", "bukan-tautan");
    let mut request = at(route.method.as_str(), &path)
        .header(header::ACCEPT, accept)
        .header(CLIENT, client());
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    let (kind, body) = if route.method == Method::POST {
        body(route.path, code)
    } else {
        ("", Vec::new())
    };
    if !kind.is_empty() {
        request = request.header(header::CONTENT_TYPE, kind);
    }
    request.body(Body::from(body)).unwrap()
}

/// Another network each time: limits have tests of their own.
fn client() -> String {
    static CLIENTS: AtomicU32 = AtomicU32::new(1);
    let [_, b, c, d] = CLIENTS.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("10.{b}.{c}.{d}")
}

/// What is posted to a route: a form that would be taken, or the arguments of a function. A new route names its own.
fn body(path: &str, code: &str) -> (&'static str, Vec<u8>) {
    let form = |fields: &[(&str, &str)]| (FORM, Stage::form(fields));
    match path {
        "/lapor/saran" => form(&[("body", "Lampu jalan di depan pasar padam."), ("regency", "65.01")]),
        "/wilayah/titik" => form(&[("latitude", "2.84412"), ("longitude", "117.36399")]),
        "/lapor" | "/meja/bantu" => form(&[
            ("kind", "complaint"),
            ("body", "Lampu jalan di depan pasar padam sejak tiga minggu."),
            ("regency", "65.01"),
            ("visibility", "open"),
            ("consent", "yes"),
        ]),
        "/lapor/serupa" => form(&[
            ("body", "Lampu jalan di depan pasar padam sejak tiga minggu."),
            ("regency", "65.01"),
        ]),
        "/laporan/{code}" => form(&[("act", "support")]),
        "/lacak" => form(&[("code", code), ("secret", "0000-0000-0000-0000")]),
        "/lacak/hilang" => form(&[("code", code), ("contact", "orang@contoh.id")]),
        "/saya" => form(&[("email", "orang@contoh.id")]),
        "/saya/laporan" => form(&[("act", "add"), ("code", code), ("secret", "0000-0000-0000-0000")]),
        "/saya/keluar" => form(&[("act", "sign_out")]),
        "/k/{token}" => form(&[]),
        "/lacak/{code}" => form(&[("act", "supply"), ("text", "Nomornya 0123.")]),
        "/meja/{code}" | "/api/desk/act" => form(&[("code", code), ("act", "note"), ("text", "Sudah dilihat.")]),
        "/masuk" => form(&[("name", &client()), ("password", "bukan kata sandinya")]),
        "/bahasa" => form(&[("bahasa", "en"), ("kembali", "/lacak")]),
        "/keluar" => form(&[]),
        "/api/desk/queue" => arguments(&(QueueFilter::Work, "")),
        "/api/desk/case" | "/api/desk/identity" => arguments(&(code,)),
        "/api/sinergi/summary" => arguments(&(0_i64,)),
        "/api/desk/choices" | "/api/staff/reader" => arguments(&()),
        other => panic!("what is posted to {other}?"),
    }
}

fn arguments(of: &impl Serialize) -> (&'static str, Vec<u8>) {
    (POSTCARD, postcard::to_allocvec(of).unwrap())
}

/// An answer without what differs between any two: the code that was asked for, the nonce, the request's own id.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answer {
    pub(super) async fn of(response: Response<Body>, code: &str) -> Self {
        let nonce = nonce_in(&response).unwrap_or_else(|| "no nonce".to_owned());
        let plain = |text: &str| {
            if code.is_empty() {
                text.to_owned()
            } else {
                text.replace(code, "{code}")
            }
            .replace(&nonce, "{nonce}")
        };
        let headers = response
            .headers()
            .iter()
            .filter(|(name, _)| *name != "x-request-id")
            .map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap())))
            .collect();
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let body = opened(&String::from_utf8_lossy(&body));
        Self {
            status,
            headers,
            body: plain(&body),
        }
    }

    /// Status, and where it leads.
    pub(super) fn cell(&self) -> String {
        let to = self.headers.iter().find(|(name, _)| name == "location");
        let path = to.map(|(_, to)| to.split('?').next().unwrap_or_default());
        path.map_or_else(|| self.status.to_string(), |path| format!("{} {path}", self.status))
    }

    /// Where two answers begin to differ; `None` if they do not.
    pub(super) fn difference(&self, other: &Self) -> Option<String> {
        if self == other {
            return None;
        }
        let (mine, theirs) = (format!("{self:?}"), format!("{other:?}"));
        let same = mine
            .bytes()
            .zip(theirs.bytes())
            .take_while(|(mine, theirs)| mine == theirs);
        let from = same.count().saturating_sub(80);
        let part = |text: &str| text.chars().skip(from).take(200).collect::<String>();
        Some(format!("{}\n  and\n{}", part(&mine), part(&theirs)))
    }
}

fn nonce_in(response: &Response<Body>) -> Option<String> {
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY)?.to_str().ok()?;
    let (_, rest) = policy.split_once("'nonce-")?;
    Some(rest.split('\'').next()?.to_owned())
}

/// A page with the data that it carries for its scripts in the open, as far as that is text.
pub(in crate::tests) fn opened(page: &str) -> String {
    let (before, after) = ("__RESOLVED_RESOURCES[", "] = \"");
    let mut parts = page.split(before);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        all.push_str(before);
        let data = part
            .split_once(after)
            .and_then(|(number, rest)| Some((number, rest.split_once('"')?)));
        match data {
            Some((number, (data, rest))) => {
                let data = BASE64_STANDARD_NO_PAD.decode(data.trim_end_matches('=')).unwrap();
                let data = String::from_utf8_lossy(&data).into_owned();
                all.push_str(&[number, after, &data, "\"", rest].concat());
            }
            None => all.push_str(part),
        }
    }
    all
}
