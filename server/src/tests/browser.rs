//! A citizen's browser, and the forms that it posts.

use app::form::POSTCARD;
use axum::{
    body::{Body, to_bytes},
    http::{Response, StatusCode},
};
use domain::view::CaseView;
use portal::fixture::complaint;

use super::{CLIENT, House, at, header};

/// A form as a browser posts it.
pub(super) fn form(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap()
}

/// A report that can be filed as it stands; `with` replaces fields or adds to them.
pub(super) fn report(with: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(complaint(with).0).unwrap()
}

/// A browser: it keeps the cookie that it was given.
pub(super) struct Browser {
    pub(super) house: House,
    pub(super) cookie: String,
    /// The address it asks from, as the proxy names it.
    pub(super) address: String,
}

impl Browser {
    pub(super) async fn open() -> Self {
        Self {
            house: House::open().await,
            cookie: String::new(),
            address: "10.0.0.1".to_owned(),
        }
    }

    pub(super) async fn get(&self, path: &str) -> Response<Body> {
        let request = at("GET", path)
            .header(CLIENT, &self.address)
            .header("cookie", &self.cookie);
        self.house.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a form; the page itself sends it where it asks for postcard.
    pub(super) async fn send(&mut self, path: &str, form: String, accept: &str) -> Response<Body> {
        let kind = "application/x-www-form-urlencoded";
        self.send_body(path, (kind, Body::from(form)), accept).await
    }

    /// Posts a body of this media type.
    pub(super) async fn send_body(&mut self, path: &str, (kind, body): (&str, Body), accept: &str) -> Response<Body> {
        let request = at("POST", path)
            .header(CLIENT, &self.address)
            .header("cookie", &self.cookie)
            .header("accept", accept)
            .header("content-type", kind);
        let answer = self.house.ask(request.body(body).unwrap()).await;
        let set = header(&answer, "set-cookie");
        if let Some((pair, _)) = set.split_once(';') {
            self.cookie = pair.to_owned();
        }
        answer
    }

    pub(super) async fn post(&mut self, path: &str, form: String) -> Response<Body> {
        self.send(path, form, "text/html").await
    }

    /// Files a report and gives its code.
    pub(super) async fn file(&mut self, with: &[(&str, &str)]) -> String {
        let answer = self.post("/lapor", report(with)).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        self.code()
    }

    pub(super) fn code(&self) -> String {
        let (_, value) = self.cookie.split_once('=').unwrap();
        value.split_once('.').unwrap().0.to_owned()
    }

    pub(super) fn secret(&self) -> String {
        self.cookie.split_once('.').unwrap().1.to_owned()
    }

    /// The case, as the page in the browser reads it.
    pub(super) async fn case(&self) -> CaseView {
        let request = at("GET", &format!("/lacak/{}", self.code()))
            .header("cookie", &self.cookie)
            .header("accept", POSTCARD);
        let answer = self.house.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(header(&answer, "cache-control"), "no-store");
        read::<Option<CaseView>>(answer).await.unwrap()
    }

    /// Does an act on the case as its page does: with the version that was read.
    pub(super) async fn act(&mut self, act: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let version = self.case().await.version.to_string();
        let mut all = vec![("act", act), ("version", version.as_str())];
        all.extend_from_slice(fields);
        let path = format!("/lacak/{}", self.code());
        self.post(&path, form(&all)).await
    }
}

/// What postcard holds.
pub(super) async fn read<T: serde::de::DeserializeOwned>(answer: Response<Body>) -> T {
    postcard::from_bytes(&to_bytes(answer.into_body(), usize::MAX).await.unwrap()).unwrap()
}
