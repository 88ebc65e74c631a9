//! Who is signed in: a cookie with a random token, and nothing else.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::permit::Officer;

use crate::state::State;

/// `__Host-`: only over https or on localhost, only for this host, only from `/`.
pub const COOKIE: &str = "__Host-sinergi";

/// The officer whose session this is, if it still runs.
/// While the archive does not answer, nobody is signed in.
pub async fn officer(state: &State, headers: &HeaderMap) -> Option<Officer> {
    let token = token(headers)?;
    state.portal.account().who(&token).await.unwrap_or_else(|error| {
        tracing::error!(cause = %error, "a session was not read");
        None
    })
}

/// The token of the session, as the browser sent it.
pub fn token(headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers)
        .get(COOKIE)
        .map(|cookie| cookie.value().to_owned())
}

/// The cookie that starts a session.
pub fn cookie(token: String) -> Cookie<'static> {
    Cookie::build((COOKIE, token))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}

/// The cookie that ends a session.
pub fn ended() -> Cookie<'static> {
    let mut cookie = cookie(String::new());
    cookie.make_removal();
    cookie
}
