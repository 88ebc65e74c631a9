//! Desk forms without scripts: a form posts to its page's own address, and the page's server function runs.

use app::{error::AppError, form::Posted, ssr::provide_door};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State as Of},
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

use crate::{pages::draw, state::State};

/// No typed form is longer. Attachments go another way.
pub const FORM_BYTES_MAX: usize = 256 * 1024;

/// Runs the server function `F` with the posted form: on to where it redirects, else the page again with the text.
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
    let answer = ResponseOptions::default();
    let run = Owner::new().with(|| {
        provide_context(parts.clone());
        provide_context(answer.clone());
        provide_door(&state.assets);
        ScopedFuture::new(input.run_body())
    });
    match run.await {
        Ok(_) => Redirect::to(&next(&answer).unwrap_or_else(|| parts.uri.to_string())).into_response(),
        Err(AppError::SignIn) => Redirect::to("/masuk").into_response(),
        Err(error) => {
            let typed = serde_urlencoded::from_bytes(&bytes).unwrap_or_default();
            draw(
                &state,
                again(Body::empty()),
                Some(Posted {
                    typed,
                    problems: Vec::new(),
                    error: Some(error),
                }),
            )
            .await
        }
    }
}

/// Where `leptos_axum::redirect` sends the reader.
fn next(answer: &ResponseOptions) -> Option<String> {
    let parts = answer.0.read().ok()?;
    parts
        .headers
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok())
        .map(str::to_owned)
}
