//! Pages that everybody reads, and the one form on them: a voice for a case.

use app::{
    citizen::public::case::{SUPPORT, UNSUPPORT},
    error::AppError,
    ssr::Door,
};
use axum::{
    extract::{Path, Query, Request, State as Of, rejection::QueryRejection},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::{
    kind::{Kind, Subject},
    lang::Lang,
    view::public::{PublicFilter, PublicState},
};
use portal::Typed;
use serde::Deserialize;

use crate::{forms, pages, pages::show, state::State};

/// Holds the key under which this browser supports cases: random, and nothing else. Set by the first support only.
/// `__Host-`: only over https or on localhost, only for this host, only from `/`.
const COOKIE: &str = "__Host-dukung";

/// The query of the list, as people see it in their address bar.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    wilayah: String,
    kecamatan: String,
    instansi: String,
    keadaan: String,
    jenis: String,
    perihal: String,
    sesudah: String,
}

impl From<Asked> for PublicFilter {
    fn from(asked: Asked) -> Self {
        Self {
            words: asked.q.chars().take(QUERY_CHARS_MAX).collect(),
            regency: asked.wilayah,
            district: asked.kecamatan,
            agency: asked.instansi,
            state: PublicState::find(&asked.keadaan),
            kind: Kind::find(&asked.jenis),
            subject: Subject::find(&asked.perihal),
            after: asked.sesudah,
        }
    }
}

/// Longest search. Unit: characters.
const QUERY_CHARS_MAX: usize = 200;

/// The revision of what is public: copies of pages from before it are old.
///
/// # Errors
/// [`AppError::Internal`] if the archive fails.
pub async fn revision(state: &State) -> Result<i64, AppError> {
    Ok(state.portal.public(&state.site).revision().await?)
}

/// The language of the page that is asked for.
pub fn language(request: &Request) -> Lang {
    request.extensions().get::<Door>().map(Door::lang).unwrap_or_default()
}

/// `GET /laporan`.
pub async fn list(Of(state): Of<State>, asked: Result<Query<Asked>, QueryRejection>, request: Request) -> Response {
    let (lang, filter) = (
        language(&request),
        asked.map(|Query(asked)| asked.into()).unwrap_or_default(),
    );
    let own = state.clone();
    let read = async move { Ok(Some(own.portal.public(&own.site).list(filter, lang).await?)) };
    kept(state, request, read).await
}

/// `GET /laporan/peta`.
pub async fn map(Of(state): Of<State>, request: Request) -> Response {
    let own = state.clone();
    let read = async move { Ok(Some(own.portal.public(&own.site).map().await?)) };
    kept(state, request, read).await
}

/// `GET /laporan/{code}`: the same for everybody, but for who supports something.
pub async fn case(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let lang = language(&request);
    let browser = browser(request.headers());
    if browser.is_some() {
        let public = state.portal.public(&state.site);
        return match public.case(&code, browser.as_deref(), lang).await {
            Ok(view) => show(&state, request, view).await,
            Err(error) => pages::fault(&state, request, error.into()).await,
        };
    }
    let own = state.clone();
    let read = async move { Ok(own.portal.public(&own.site).case(&code, None, lang).await?) };
    kept(state, request, read).await
}

/// `GET /instansi`.
pub async fn agencies(Of(state): Of<State>, request: Request) -> Response {
    let own = state.clone();
    let read = async move { Ok(Some(own.portal.public(&own.site).agencies())) };
    kept(state, request, read).await
}

/// `GET /instansi/{agency}`.
pub async fn agency(Of(state): Of<State>, Path(agency): Path<String>, request: Request) -> Response {
    let (own, lang) = (state.clone(), language(&request));
    let read = async move { Ok(own.portal.public(&own.site).agency(&agency, lang).await?) };
    kept(state, request, read).await
}

/// `POST /laporan/{code}`: a voice for the case, or none any more. One browser has one.
pub async fn support(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let is_for = match Typed(typed).text("act") {
        SUPPORT => true,
        UNSUPPORT => false,
        _ => return pages::fault(&state, request, AppError::Malformed).await,
    };
    let public = state.portal.public(&state.site);
    let browser = browser(request.headers()).unwrap_or_else(|| public.new_browser());
    match public.support(&code, &browser, is_for).await {
        Ok(()) => (
            CookieJar::new().add(cookie(browser)),
            Redirect::to(&format!("/laporan/{code}#dukung")),
        )
            .into_response(),
        Err(error) => pages::fault(&state, request, error.into()).await,
    }
}

/// A page from its copy, as long as nothing public changed.
async fn kept<T>(
    state: State,
    request: Request,
    read: impl Future<Output = Result<Option<T>, AppError>> + Send,
) -> Response
where
    T: serde::Serialize + Clone + Send + Sync + 'static,
{
    match revision(&state).await {
        Ok(revision) => pages::cached(revision, state, request, read).await,
        Err(error) => pages::fault(&state, request, error).await,
    }
}

/// The key under which this browser supports cases.
fn browser(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    let key = jar.get(COOKIE)?.value();
    let is_ours = key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_ours.then(|| key.to_owned())
}

fn cookie(browser: String) -> Cookie<'static> {
    Cookie::build((COOKIE, browser))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .permanent()
        .build()
}
