//! Forms: read as they were posted, answered with the next page or with the same page and the text that was typed.

use app::{
    error::AppError,
    form::{Outcome, Posted},
    ssr::provide_door,
};
use axum::{
    body::{Body, to_bytes},
    extract::{Form, FromRequest as _, Multipart, Request, State as Of, multipart::MultipartError},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::{
    prelude::{Owner, provide_context},
    reactive::computed::ScopedFuture,
    server_fn::{
        ServerFn,
        codec::{FromReq, PostUrl},
    },
};
use leptos_axum::ResponseOptions;

use crate::{
    pages::{draw_with, postcard, wants_postcard},
    state::State,
};

/// No typed form is longer. Attachments go another way.
pub const FORM_BYTES_MAX: usize = 256 * 1024;

/// Name and text of every field of a form, in its order.
pub type Typed = Vec<(String, String)>;

/// Takes the fields out of a posted form, urlencoded or multipart; what remains can draw the page again.
///
/// # Errors
/// The answer to a form that is too long (413) or is none (400).
pub async fn read(request: Request) -> Result<(Request, Typed), Response> {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let is_multipart = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let request = Request::from_parts(parts, body);
    let typed = if is_multipart {
        let form = Multipart::from_request(request, &())
            .await
            .map_err(IntoResponse::into_response)?;
        fields(form).await.map_err(IntoResponse::into_response)?
    } else {
        let Form(typed) = Form::<Typed>::from_request(request, &())
            .await
            .map_err(IntoResponse::into_response)?;
        typed
    };
    Ok((again, typed))
}

/// The typed fields of a multipart form. A page in the browser sends its forms so.
async fn fields(mut form: Multipart) -> Result<Typed, MultipartError> {
    let mut typed = Typed::new();
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        typed.push((name, field.text().await?));
    }
    Ok(typed)
}

/// The answer to a form: on to the path that came of it, or the page of `request` again with what was typed.
/// `give` provides that page's view. Where the page in the browser sent the form, both are an [`Outcome`].
pub async fn answer(
    state: &State,
    request: Request,
    typed: Typed,
    done: Result<String, AppError>,
    give: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let by_page = wants_postcard(request.headers());
    let posted = match done {
        Ok(next) if by_page => return postcard(StatusCode::OK, &Outcome::Done { next }),
        Ok(next) => return Redirect::to(&next).into_response(),
        Err(AppError::SignIn) if !by_page => return Redirect::to("/masuk").into_response(),
        Err(error) => Posted::refused(typed, error),
    };
    if by_page {
        let refused = Outcome::Refused {
            problems: posted.problems,
            error: posted.error,
        };
        return postcard(StatusCode::UNPROCESSABLE_ENTITY, &refused);
    }
    let context = move || {
        give();
        provide_context(posted.clone());
    };
    draw_with(state, request, StatusCode::UNPROCESSABLE_ENTITY, context).await
}

/// Runs the server function `F` with a desk form that was posted to its page's own address, without scripts.
pub async fn post<F>(Of(state): Of<State>, request: Request) -> Response
where
    F: ServerFn<Error = AppError> + FromReq<PostUrl, Request<Body>, AppError> + 'static,
{
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_BYTES_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let again = |body: Body| Request::from_parts(parts.clone(), body);
    let Ok(input) = F::from_req(again(Body::from(bytes.clone()))).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let told = ResponseOptions::default();
    let run = Owner::new().with(|| {
        provide_context(parts.clone());
        provide_context(told.clone());
        provide_door();
        ScopedFuture::new(input.run_body())
    });
    let done = run.await.map(|_| next(&told).unwrap_or_else(|| parts.uri.to_string()));
    let typed = serde_urlencoded::from_bytes(&bytes).unwrap_or_default();
    answer(&state, again(Body::empty()), typed, done, || {}).await
}

/// Where `leptos_axum::redirect` sends the reader.
fn next(told: &ResponseOptions) -> Option<String> {
    let parts = told.0.read().ok()?;
    parts
        .headers
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok())
        .map(str::to_owned)
}
