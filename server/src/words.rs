//! The words as a file of their own, and the choice of the language.

use app::text::Lang;
use axum::{
    Form,
    extract::Path,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use serde::Deserialize;

use crate::assets;

/// Holds the code of the language. Not secret, so it works on plain http too.
const COOKIE: &str = "bahasa";

/// The language this reader chose; Indonesian if none.
pub fn lang(headers: &HeaderMap) -> Lang {
    CookieJar::from_headers(headers)
        .get(COOKIE)
        .and_then(|cookie| Lang::from_code(cookie.value()))
        .unwrap_or_default()
}

/// The language a page is drawn in. A public page has one address for each language, so that it can be shared in it:
/// `/laporan?bahasa=en`.
pub fn asked(uri: &Uri, headers: &HeaderMap) -> Lang {
    let is_public = uri.path().starts_with("/laporan") || uri.path().starts_with("/instansi");
    let query = uri.query().filter(|_| is_public).unwrap_or_default();
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, code)| Lang::from_code(code))
        .unwrap_or_else(|| lang(headers))
}

/// `GET /teks/{lang}`: the words of one language as postcard. The version in the query makes them immutable.
pub async fn file(Path(code): Path<String>) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            axum::http::HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CACHE_CONTROL, assets::FOREVER),
    ];
    (headers, assets::words_bytes(lang)).into_response()
}

/// The form behind the language button.
#[derive(Deserialize)]
pub struct Choice {
    bahasa: String,
    kembali: String,
}

/// `POST /bahasa`: keeps the language and goes back to the page.
pub async fn choose(Form(choice): Form<Choice>) -> Response {
    let Some(lang) = Lang::from_code(&choice.bahasa) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let cookie = Cookie::build((COOKIE, lang.code()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .permanent();
    let back = if is_ours(&choice.kembali) {
        choice.kembali.as_str()
    } else {
        "/"
    };
    (CookieJar::new().add(cookie), Redirect::to(back)).into_response()
}

/// A path of this site, and not the start of another host's address.
pub(crate) fn is_ours(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn the_language_button_leads_nowhere_but_here() {
        for (path, ours) in [
            ("/", true),
            ("/lapor?jenis=izin", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("", false),
            ("/a\r\nset-cookie: b", false),
        ] {
            assert_eq!(is_ours(path), ours, "{path}");
        }
    }
}
