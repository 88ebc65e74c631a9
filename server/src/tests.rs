//! The building's tests: requests in process, without a port.

mod account;
mod arrows;
mod asking;
mod assist;
mod browser;
mod canary;
mod citizen;
mod data_dir;
mod desk;
mod desk_files;
mod files;
mod follow;
mod functions;
mod limits;
mod maps;
mod naughty;
mod own;
mod own_account;
mod pages;
mod post;
mod province;
mod public;
mod rights;
mod routes;

use std::{fs, path::Path, sync::Arc};

use app::shell::Assets;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderName, Request, Response, StatusCode, request::Builder},
};
use domain::permit::Role;
use portal::fixture::Office;
use tower::ServiceExt as _;

use crate::{
    live::Live,
    router::{ROUTES, Route, router},
    session,
    state::State,
};

/// The header in which the tests' proxy names the client.
const CLIENT: HeaderName = HeaderName::from_static("x-client");
/// The password of every account.
const PASSWORD: &str = "sungai kayan 1887";

/// The house over an empty archive, without a built site: a folder with one built file and one public file.
struct House {
    router: Router,
    office: Office,
    live: Arc<Live>,
    _site: tempfile::TempDir,
}

impl House {
    async fn open() -> Self {
        Self::with(ROUTES).await
    }

    async fn with(routes: &[Route]) -> Self {
        Self::over(Office::open().await, routes)
    }

    fn over(office: Office, routes: &[Route]) -> Self {
        Self::built(office, routes, |state| state)
    }

    /// As an installation from which no e-mail leaves.
    async fn without_mail() -> Self {
        Self::built(Office::open().await, ROUTES, |state| State {
            has_mail: false,
            ..state
        })
    }

    /// The same, with something set otherwise.
    fn built(office: Office, routes: &[Route], set: impl FnOnce(State) -> State) -> Self {
        let site = tempfile::tempdir().unwrap();
        write(site.path(), "pkg/sinergi.abc.css", "body{}");
        write(site.path(), "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        write(site.path(), "sw.js", "");
        write(site.path(), "map/map.js", "");
        let assets = Assets {
            css: "/pkg/sinergi.abc.css".into(),
            map: "/map/map.js?v=abc".into(),
            ..Assets::default()
        };
        let mut state = State::new(office.portal.clone(), assets, Some(CLIENT));
        state.has_mail = true;
        let state = set(state);
        let live = Arc::clone(&state.live);
        let router = router(routes, site.path(), state).unwrap();
        Self {
            router,
            office,
            live,
            _site: site,
        }
    }

    /// Makes an account for `role` at the agency; signs in by its role's code. Its password is [`PASSWORD`].
    async fn employ(&self, agency: &str, role: Role) -> &'static str {
        let accounts = self.office.portal.account();
        accounts
            .create(agency, role, "Rina Melati", role.as_str(), PASSWORD)
            .await
            .unwrap();
        role.as_str()
    }

    /// Signs in as the first officer of `role` at the agency; gives the cookie that the browser then sends.
    async fn signed_in(&self, agency: &str, role: Role) -> String {
        let name = self.employ(agency, role).await;
        let token = self
            .office
            .portal
            .account()
            .sign_in(name, PASSWORD)
            .await
            .unwrap()
            .unwrap();
        format!("{}={token}", session::COOKIE)
    }

    /// Asks for a page with a cookie.
    async fn get_as(&self, cookie: &str, path: &str) -> Response<Body> {
        self.ask(at("GET", path).header("cookie", cookie).body(Body::empty()).unwrap())
            .await
    }

    async fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn get(&self, path: &str) -> Response<Body> {
        self.ask(at("GET", path).body(Body::empty()).unwrap()).await
    }

    /// Posts a typed form, as a page of this site does.
    async fn post(&self, path: &str, form: &'static str) -> Response<Body> {
        let request = at("POST", path).header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form)).unwrap()).await
    }
}

fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn at(method: &str, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost")
        .header("origin", "http://localhost")
}

/// A header as text; empty if it is not there.
fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().into()).unwrap()
}

#[tokio::test]
async fn an_answer_says_which_request_it_belongs_to_and_closes_what_pages_never_need() {
    let answer = House::open().await.get("/health/ready").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(header(&answer, "x-request-id").len(), 36);
    assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
    assert_eq!(header(&answer, "x-frame-options"), "DENY");
    assert_eq!(header(&answer, "referrer-policy"), "same-origin");
    assert!(header(&answer, "strict-transport-security").starts_with("max-age=31536000"));
}

#[tokio::test]
async fn built_files_are_kept_forever_but_a_missing_one_is_not() {
    let house = House::open().await;
    assert_eq!(
        header(&house.get("/pkg/sinergi.abc.css").await, "cache-control"),
        "public, max-age=31536000, immutable"
    );
    let missing = house.get("/pkg/sinergi.def.css").await;
    assert_eq!(
        (missing.status(), header(&missing, "cache-control")),
        (StatusCode::NOT_FOUND, "no-store")
    );
    assert_eq!(
        header(&house.get("/logo.svg").await, "cache-control"),
        "public, max-age=3600"
    );
}

#[tokio::test]
async fn the_words_of_a_language_are_one_file_and_immutable() {
    let house = House::open().await;
    let words = house.get("/teks/en?v=1").await;
    assert_eq!(header(&words, "cache-control"), "public, max-age=31536000, immutable");
    let bytes = to_bytes(words.into_body(), usize::MAX).await.unwrap();
    assert_eq!(app::text::read(bytes.into()).unwrap().common.lang, "en");
    assert_eq!(house.get("/teks/nl").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_language_button_keeps_the_language_and_returns_to_the_page() {
    let answer = House::open()
        .await
        .post("/bahasa", "bahasa=en&kembali=%2F%3Fa%3Db")
        .await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, "/?a=b")
    );
    assert!(header(&answer, "set-cookie").starts_with("bahasa=en;"));
}
