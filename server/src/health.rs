//! Whether the server lives, and whether it can do its work.

use axum::{extract::State as Of, http::StatusCode};

use crate::state::State;

/// `GET /health/live`: the program runs.
pub async fn live() -> &'static str {
    "live"
}

/// `GET /health/ready`: the archive answers, so requests may come.
pub async fn ready(Of(state): Of<State>) -> (StatusCode, &'static str) {
    if state.portal.is_ready().await {
        (StatusCode::OK, "ready")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready")
    }
}
