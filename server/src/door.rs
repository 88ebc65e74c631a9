//! The door: what every request carries, and the policy that every page goes out with.

use std::sync::Arc;

use app::{ssr::Door, text::words_for};
use axum::{
    extract::{Request, State as Of},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use leptos::nonce::Nonce;

use crate::{session, state::State, words};

/// Puts the [`Door`] into the request and the policy onto the page.
pub async fn door(Of(state): Of<State>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    let officer = session::officer(&state, request.headers()).await.map(Arc::new);
    let words = words_for(words::asked(request.uri(), request.headers()));
    request.extensions_mut().insert(Door {
        nonce: nonce.clone(),
        officer,
        words,
        portal: state.portal.clone(),
    });
    let mut response = next.run(request).await;
    // A page that the browser already has keeps its own nonce: a new policy would refuse its scripts.
    if response.status() != StatusCode::NOT_MODIFIED && is_page(&response) {
        if let Ok(policy) = HeaderValue::from_str(&policy(&nonce, state.ground.tile_host.as_deref())) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
            .headers_mut()
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
    }
    response
}

fn is_page(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Scripts, styles and everything else from this site only. `'wasm-unsafe-eval'` compiles the wasm; the nonce lets
/// the three data scripts of Leptos pass. Pictures of maps come from the servers that the operator named; on every page,
/// as the page that a reader came by keeps its policy while they go on to one with a map.
fn policy(nonce: &Nonce, tile_host: Option<&str>) -> String {
    let tiles = tile_host.map(|host| format!(" {host}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-{nonce}'; style-src 'self'; img-src 'self'{tiles}; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}
