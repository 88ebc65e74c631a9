//! Whether the server lives, and whether it can do its work.

use axum::http::StatusCode;

/// `GET /health/live`: the program runs.
pub async fn live() -> &'static str {
    "live"
}

/// `GET /health/ready`: requests may come.
pub async fn ready() -> (StatusCode, &'static str) {
    (StatusCode::OK, "ready")
}
