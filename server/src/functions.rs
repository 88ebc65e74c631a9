//! Server functions: run with the door's context, answered with the status that the error means.

use app::{error::AppError, ssr::provide_door};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::server_fn::error::{FromServerFnError, SERVER_FN_ERROR_HEADER};

/// No error on the wire is longer.
const ERROR_BYTES_MAX: usize = 64 * 1024;

/// Runs the server function of this path.
pub async fn run(request: Request) -> Response {
    let answer = leptos_axum::handle_server_fns_with_context(provide_door, request)
        .await
        .into_response();
    if !answer.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return answer;
    }
    // Every error comes out as 500; its own status lets caches, logs and people see what it is.
    let (mut parts, body) = answer.into_parts();
    let Ok(bytes) = to_bytes(body, ERROR_BYTES_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.status = status(&AppError::de(bytes.clone()));
    Response::from_parts(parts, Body::from(bytes))
}

/// The answer to a call that is turned away before it runs, as the calling page reads it.
pub fn refusal(path: &str, error: &AppError) -> Response {
    let mut response = (status(error), error.ser()).into_response();
    let path = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(SERVER_FN_ERROR_HEADER, path);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
