//! Server functions and the forms that run them without scripts, shown on a function of the tests' own.

use app::error::AppError;
use axum::{
    body::{Body, to_bytes},
    http::{Method, StatusCode},
    routing::{get, post},
};
use leptos::{
    prelude::*,
    server_fn::{
        codec::{PostUrl, Postcard},
        error::FromServerFnError,
    },
};

use super::{House, at, header, text};
use crate::{
    forms, functions, pages,
    router::{Kind, Route, Who},
};

/// Refuses an old version and an empty text; else goes to the queue.
#[server(prefix = "/test", endpoint = "note", input = PostUrl, output = Postcard)]
async fn note(version: u32, text: String) -> Result<(), AppError> {
    if version != 7 {
        return Err(AppError::Stale { version: 7 });
    }
    if text.is_empty() {
        return Err(AppError::Malformed);
    }
    leptos_axum::redirect("/meja");
    Ok(())
}

const fn row(method: Method, path: &'static str, kind: Kind, who: Who) -> Route {
    Route {
        method,
        path,
        kind,
        who,
        handler: || get(pages::page).post(forms::post::<Note>),
        limited: None,
        takes_files: false,
    }
}

const ROUTES: [Route; 5] = [
    row(Method::POST, "/anyone", Kind::Form, Who::Anyone),
    row(Method::GET, "/page", Kind::Page, Who::Officer),
    row(Method::GET, "/stream", Kind::Stream, Who::Officer),
    Route {
        method: Method::POST,
        path: "/test/note",
        kind: Kind::Function,
        who: Who::Anyone,
        handler: || post(functions::run),
        limited: None,
        takes_files: false,
    },
    Route {
        method: Method::POST,
        path: "/officers",
        kind: Kind::Function,
        who: Who::Officer,
        handler: || post(functions::run),
        limited: None,
        takes_files: false,
    },
];

async fn error_in(answer: axum::http::Response<Body>) -> AppError {
    AppError::de(to_bytes(answer.into_body(), usize::MAX).await.unwrap())
}

#[tokio::test]
async fn a_function_answers_an_error_with_its_own_status() {
    let house = House::with(&ROUTES).await;
    let stale = house.post("/test/note", "version=6&text=a").await;
    assert_eq!(stale.status(), StatusCode::CONFLICT);
    assert_eq!(error_in(stale).await, AppError::Stale { version: 7 });
    assert_eq!(
        house.post("/test/note", "version=7&text=").await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let done = house.post("/test/note", "version=7&text=a").await;
    assert_eq!((done.status(), header(&done, "location")), (StatusCode::OK, "/meja"));
}

#[tokio::test]
async fn a_form_without_scripts_goes_on_where_its_function_says() {
    let answer = House::with(&ROUTES).await.post("/anyone", "version=7&text=a").await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, "/meja")
    );
}

#[tokio::test]
async fn a_refused_form_without_scripts_draws_its_page_again() {
    let answer = House::with(&ROUTES).await.post("/anyone", "version=6&text=a").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(header(&answer, "content-security-policy").contains("'nonce-"));
    assert!(text(answer).await.contains("<html"));
}

#[tokio::test]
async fn nobody_is_turned_away_by_a_broken_page() {
    let house = House::with(&ROUTES).await;
    let page = house.get("/page").await;
    assert_eq!(
        (page.status(), header(&page, "location")),
        (StatusCode::SEE_OTHER, "/masuk?kembali=%2Fpage")
    );
    assert_eq!(house.get("/stream").await.status(), StatusCode::UNAUTHORIZED);
    let function = house
        .ask(at("POST", "/officers").body(Body::from("not a form")).unwrap())
        .await;
    assert_eq!(
        (function.status(), header(&function, "serverfnerror")),
        (StatusCode::UNAUTHORIZED, "/officers")
    );
    assert_eq!(error_in(function).await, AppError::SignIn);
}

#[tokio::test]
async fn a_form_that_is_too_long_is_refused() {
    let long = format!("version=7&text={}", "a".repeat(forms::FORM_BYTES_MAX));
    let request = at("POST", "/anyone").header("content-type", "application/x-www-form-urlencoded");
    let answer = House::with(&ROUTES)
        .await
        .ask(request.body(Body::from(long)).unwrap())
        .await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}
