//! Pages as answers: drawn for one reader, drawn again with what was typed, or drawn once for all.

use std::sync::{Arc, LazyLock};

use app::{
    error::AppError,
    form::{Outcome, POSTCARD, Posted},
    shell::{fault_shell, shell},
    ssr::{Door, provide_door},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as Of},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{nonce::Nonce, prelude::provide_context};
use serde::Serialize;

use crate::{assets::version, state::State};

/// Stands in a kept page where the nonce goes. Random, so that no text that somebody wrote is taken for it.
static NONCE_SLOT: LazyLock<Nonce> = LazyLock::new(Nonce::new);
/// No page is longer.
const PAGE_BYTES_MAX: usize = 2 * 1024 * 1024;

/// Draws the page at this address. With `posted`, the form on it was refused: status 422, and nothing typed is lost.
pub async fn draw(state: &State, request: Request, posted: Option<Posted>) -> Response {
    match posted {
        None => draw_with(state, request, StatusCode::OK, || {}).await,
        Some(posted) => {
            draw_with(state, request, StatusCode::UNPROCESSABLE_ENTITY, move || {
                provide_context(posted.clone());
            })
            .await
        }
    }
}

/// Draws the page at this address, whose components find in their context what `give` provides there.
/// `status` is that of a page that says no other itself.
pub async fn draw_with(
    state: &State,
    mut request: Request,
    status: StatusCode,
    give: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let Some(words) = request.extensions().get::<Door>().map(|door| door.words) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    *request.body_mut() = Body::empty();
    let assets = state.assets.clone();
    let context = move || {
        provide_door();
        give();
    };
    let document = move || shell(assets.clone(), words);
    let mut response = leptos_axum::render_app_async_with_context(context, document)(request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// What a page shows, at the page's own address: drawn, or as postcard where the page in the browser asks for it.
/// `None` is a page that is not there, for whatever reason.
pub async fn show<T>(state: &State, request: Request, view: Option<T>) -> Response
where
    T: Serialize + Clone + Send + Sync + 'static,
{
    match view {
        Some(view) if wants_postcard(request.headers()) => postcard(StatusCode::OK, &view),
        Some(view) => draw_with(state, request, StatusCode::OK, move || provide_context(view.clone())).await,
        None if wants_postcard(request.headers()) => StatusCode::NOT_FOUND.into_response(),
        None => missing(Of(state.clone()), request).await,
    }
}

/// Whether the page in the browser asks, and not the browser itself.
pub fn wants_postcard(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes() == POSTCARD.as_bytes())
}

/// An answer for the page in the browser. It shares its address with a page, and no cache may mix them up.
pub fn postcard(status: StatusCode, value: &impl Serialize) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(POSTCARD)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::VARY, HeaderValue::from_static("accept")),
    ];
    match ::postcard::to_allocvec(value) {
        Ok(bytes) => (status, headers, bytes).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The page that says why there is none, with the status that says the same; an outcome for a form that the page in
/// the browser sent. Nothing wakes it: it belongs to no route.
pub async fn fault(state: &State, mut request: Request, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let Some(words) = request.extensions().get::<Door>().map(|door| door.words) else {
        return status.into_response();
    };
    if wants_postcard(request.headers()) {
        let refused = Outcome::Refused {
            problems: Vec::new(),
            error: Some(error),
        };
        return postcard(status, &refused);
    }
    *request.body_mut() = Body::empty();
    let assets = state.assets.clone();
    let context = provide_door;
    let document = move || fault_shell(assets.clone(), words, error.clone());
    let mut response = leptos_axum::render_app_async_with_context(context, document)(request).await;
    *response.status_mut() = status;
    response
}

/// A page for this reader.
pub async fn page(Of(state): Of<State>, request: Request) -> Response {
    draw(&state, request, None).await
}

/// `GET /luring`: what the phone shows where there is no line and no copy of a page. Its service worker keeps it.
pub async fn offline(Of(state): Of<State>, request: Request) -> Response {
    let mut response = fault(&state, request, AppError::Offline).await;
    *response.status_mut() = StatusCode::OK;
    response
}

/// The page for an address that is not ours.
pub async fn missing(Of(state): Of<State>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = draw(&state, request, None).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// A page that is the same for everybody, with the slot where the nonce goes.
pub struct CachedPage {
    html: String,
    etag: HeaderValue,
}

/// A public page: drawn once per path, `revision` of what is public, and language, for nobody in particular, then only
/// filled with the nonce. `read` gives what it shows, `None` for what is not there; it runs only where the page is not
/// kept.
pub async fn cached<T>(
    revision: i64,
    state: State,
    mut request: Request,
    read: impl Future<Output = Result<Option<T>, AppError>> + Send,
) -> Response
where
    T: Serialize + Clone + Send + Sync + 'static,
{
    // The page repeats its own query, so a page with one is drawn for this request alone.
    if request.uri().query().is_some() || wants_postcard(request.headers()) {
        return match read.await {
            Ok(view) => show(&state, request, view).await,
            Err(error) => fault(&state, request, error).await,
        };
    }
    let Some(door) = request.extensions().get::<Door>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let asked = request.headers().clone();
    let path = request.uri().path().to_owned();
    let (parts, _) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    request = Request::from_parts(parts, Body::empty());
    let blank = Door {
        nonce: NONCE_SLOT.clone(),
        officer: None,
        words: door.words,
        portal: door.portal,
    };
    request.extensions_mut().insert(blank);
    let drawn = state
        .pages
        .try_get_with(
            (path, revision, door.words.common.lang),
            draw_once(&state, request, read),
        )
        .await;
    match drawn {
        Ok(page) => filled(&page, &asked, &door.nonce),
        Err(status) if *status == StatusCode::NOT_FOUND => missing(Of(state.clone()), again).await,
        Err(status) => (*status).into_response(),
    }
}

async fn draw_once<T>(
    state: &State,
    request: Request,
    read: impl Future<Output = Result<Option<T>, AppError>>,
) -> Result<Arc<CachedPage>, StatusCode>
where
    T: Clone + Send + Sync + 'static,
{
    let status = |error: AppError| StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let view = read.await.map_err(status)?.ok_or(StatusCode::NOT_FOUND)?;
    let response = draw_with(state, request, StatusCode::OK, move || provide_context(view.clone())).await;
    if response.status() != StatusCode::OK {
        return Err(response.status());
    }
    let body: Bytes = to_bytes(response.into_body(), PAGE_BYTES_MAX)
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let html = String::from_utf8(body.into()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    // Another server has another slot, and the same page.
    let same = html.replace(slot(), "");
    let etag = HeaderValue::from_str(&format!("W/\"{}\"", version(same.as_bytes())))
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(Arc::new(CachedPage { html, etag }))
}

/// The kept page with this response's nonce, or 304 if the browser has it: that copy keeps its own nonce and policy.
fn filled(page: &CachedPage, asked: &HeaderMap, nonce: &Nonce) -> Response {
    let headers = [
        (header::ETAG, page.etag.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::VARY, HeaderValue::from_static("cookie")),
    ];
    if asked.get(header::IF_NONE_MATCH) == Some(&page.etag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let html = page.html.replace(slot(), nonce);
    (headers, axum::response::Html(html)).into_response()
}

fn slot() -> &'static str {
    &NONCE_SLOT
}
