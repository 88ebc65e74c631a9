//! The case that is open in this browser: its code and secret, in a cookie that ends with the browser; or the account
//! that is signed in here.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::tracking_code::TrackingCode;

use super::account::Session;

/// `__Host-`: only over https or on localhost, only for this host, only from `/`. Scripts cannot read it.
const COOKIE: &str = "__Host-lacak";

/// Code and secret of one case; or, in place of the secret, the token of a link from a message or of an account's session.
pub(super) struct Proof {
    pub(super) code: String,
    pub(super) secret: String,
}

impl Proof {
    pub(super) fn new(code: &str, secret: &str) -> Self {
        // Whatever else people type between the groups of a secret does not belong into a cookie.
        let is_kept = |sign: &char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
        Self {
            code: code.to_owned(),
            secret: secret.chars().filter(is_kept).collect(),
        }
    }

    /// The case that is open in this browser. Whether the secret is right, the office says.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let (code, secret) = jar.get(COOKIE)?.value().split_once('.')?;
        Some(Self::new(code, secret))
    }

    /// The case that is open in this browser, if it has this code, however it is written; else what the account that is
    /// signed in here says of it.
    pub(super) fn matching(code: &str, headers: &HeaderMap) -> Option<Self> {
        let asked = code.parse::<TrackingCode>().ok()?;
        let by_account = || Session::of(headers).map(|session| Self::new(asked.as_str(), &session.token));
        Self::open(&asked, headers).or_else(by_account)
    }

    /// The case that is open in this browser, if it has this code.
    pub(super) fn open(code: &TrackingCode, headers: &HeaderMap) -> Option<Self> {
        Self::of(headers).filter(|proof| proof.code.parse().as_ref() == Ok(code))
    }

    /// Keeps the case open until the browser is closed.
    pub(super) fn cookie(&self) -> Cookie<'static> {
        cookie(format!("{}.{}", self.code, self.secret))
    }

    /// Closes it.
    pub(super) fn forgotten() -> Cookie<'static> {
        let mut cookie = cookie(String::new());
        cookie.make_removal();
        cookie
    }
}

fn cookie(value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}
