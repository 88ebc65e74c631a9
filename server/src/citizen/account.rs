//! `/saya`: a citizen's own account. Its session is a cookie with a random token, as an officer's is, but another one.

use app::{
    citizen::{
        account::{ADD, AFTER, DELETE, KEEP, REMOVE, SENT},
        case::DONE,
    },
    error::AppError,
};
use axum::{
    extract::{Query, Request, State as Of},
    http::{HeaderMap, HeaderName, HeaderValue, Uri},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    tracking_code::TrackingCode,
    view::account::{AccountView, OwnAccount},
};
use leptos::prelude::provide_context;
use portal::{Receipt, SESSION_DAYS, SignedIn, Typed};

use super::{ACT, proof::Proof};
use crate::{
    forms,
    pages::{self, show},
    state::State,
    words::lang,
};

/// `__Host-`: only over https or on localhost, only for this host, only from `/`. Scripts cannot read it.
const COOKIE: &str = "__Host-saya";
/// Where the account is.
const PATH: &str = "/saya";
/// The header by which the service worker asks for the copy of a page that it keeps: nothing of a person may be in it.
const COPY: HeaderName = HeaderName::from_static("sinergi-copy");
/// The header that tells the service worker to keep no copy of this answer.
const OWN: HeaderName = HeaderName::from_static("sinergi-own");

/// The session of this browser: its token, and the masked address that it was opened by. The address stands in the
/// cookie alone; the archive does not know it.
pub(super) struct Session {
    pub(super) token: String,
    address: String,
}

impl Session {
    pub(super) fn new(token: String, address: String) -> Self {
        Self { token, address }
    }

    /// As the browser sent it. Whether it runs, the office says.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let (token, address) = jar.get(COOKIE)?.value().split_once('.')?;
        let address = URL_SAFE_NO_PAD.decode(address).ok()?;
        Some(Self::new(token.to_owned(), String::from_utf8(address).ok()?))
    }

    /// Keeps it as long as the office does.
    pub(super) fn cookie(&self) -> Cookie<'static> {
        let seconds = SESSION_DAYS * 24 * 60 * 60;
        let address = URL_SAFE_NO_PAD.encode(&self.address);
        let line = format!(
            "{COOKIE}={}.{address}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}",
            self.token
        );
        // What cannot be read ends with the browser.
        Cookie::parse(line).unwrap_or_else(|_| bare(format!("{}.{address}", self.token)))
    }
}

fn bare(value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value))
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}

fn ended() -> Cookie<'static> {
    let mut cookie = bare(String::new());
    cookie.make_removal();
    cookie
}

/// The account that is signed in, and its masked address.
pub(super) async fn signed_in(state: &State, headers: &HeaderMap) -> Result<Option<(SignedIn, String)>, AppError> {
    let Some(session) = Session::of(headers) else {
        return Ok(None);
    };
    let own = state.portal.own_account().who(&session.token).await?;
    Ok(own.map(|own| (own, session.address)))
}

/// The account that a report can be put into, for its form; none in the copy that the phone keeps. While the archive
/// does not answer, nobody is signed in.
pub(super) async fn named(state: &State, headers: &HeaderMap) -> Option<OwnAccount> {
    if headers.contains_key(COPY) {
        return None;
    }
    let (own, address) = signed_in(state, headers).await.ok().flatten()?;
    Some(state.portal.own_account().named(own, &address))
}

/// Tells the service worker that this answer is one person's.
pub(super) fn as_own(mut answer: Response) -> Response {
    answer.headers_mut().insert(OWN, HeaderValue::from_static("ya"));
    answer
}

/// Puts a report into the account that its form named, if that one is signed in here. The report is filed whatever
/// comes of it.
pub(super) async fn keep_filed(state: &State, headers: &HeaderMap, typed: &Typed, receipt: &Receipt) {
    let mark = typed.text(KEEP);
    if mark.is_empty() {
        return;
    }
    let accounts = state.portal.own_account();
    let kept = match signed_in(state, headers).await {
        Ok(Some((own, address))) if accounts.named(own, &address).mark == mark => accounts
            .add_proved(own, receipt)
            .await
            .map(drop)
            .map_err(AppError::from),
        Ok(_) => Ok(()),
        Err(error) => Err(error),
    };
    if kept.is_err() {
        tracing::error!("a report was filed, and not put into an account");
    }
}

/// Whether the case is in the account of who is signed in; `None` where nobody is.
pub(super) async fn has(state: &State, code: &str, headers: &HeaderMap) -> Result<Option<bool>, AppError> {
    match signed_in(state, headers).await? {
        Some((own, _)) => Ok(Some(state.portal.own_account().has(own, code).await?)),
        None => Ok(None),
    }
}

/// `GET /saya`: the reports of who is signed in; else the way to an account.
pub async fn page(Of(state): Of<State>, Query(query): Query<Vec<(String, String)>>, request: Request) -> Response {
    match read(&state, request.headers(), Typed(query).text(AFTER)).await {
        Ok(view) => show(&state, request, Some(view)).await,
        Err(error) => pages::fault(&state, request, error).await,
    }
}

async fn read(state: &State, headers: &HeaderMap, after: &str) -> Result<AccountView, AppError> {
    Ok(match signed_in(state, headers).await? {
        Some((own, address)) => {
            let accounts = state.portal.own_account();
            AccountView::Open(accounts.list(own, &address, after, lang(headers)).await?)
        }
        None if state.has_mail => AccountView::SignedOut,
        None => AccountView::Unavailable,
    })
}

/// `POST /saya`: sends a link. Whatever address was typed, the answer is the same.
pub async fn ask(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    // Nothing is kept where nothing could be sent.
    if !state.has_mail {
        return Redirect::to(PATH).into_response();
    }
    let typed = Typed(typed);
    let asked = state.portal.own_account().ask(&typed, lang(request.headers())).await;
    let done = asked.map(|()| format!("{PATH}?{SENT}=ya")).map_err(AppError::from);
    again(&state, request, typed, done).await
}

/// `POST /saya/laporan`: puts a report into the account, or takes one out. Without a secret in the form it is the case
/// that is open in this browser.
pub async fn reports(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let own = match signed_in(&state, request.headers()).await {
        Ok(Some((own, _))) => own,
        Ok(None) => return Redirect::to(PATH).into_response(),
        Err(error) => return pages::fault(&state, request, error).await,
    };
    let (typed, accounts) = (Typed(typed), state.portal.own_account());
    let act = typed.text(ACT).to_owned();
    let done = match act.as_str() {
        ADD => accounts.add(own, &with_secret(&typed, request.headers())).await,
        REMOVE => accounts.remove(own, typed.text("code")).await,
        _ => Err(portal::Error::Missing),
    };
    let done = done.map(|()| format!("{PATH}?{DONE}={act}")).map_err(AppError::from);
    again(&state, request, typed, done).await
}

/// The form with the secret of the case that is open in this browser, if it is the one it names and brings none.
fn with_secret(typed: &Typed, headers: &HeaderMap) -> Typed {
    let mut typed = typed.clone();
    if typed.text("secret").is_empty()
        && let Ok(code) = typed.text("code").parse::<TrackingCode>()
        && let Some(proof) = Proof::open(&code, headers)
    {
        typed.0.retain(|(name, _)| name != "secret");
        typed.0.push(("secret".to_owned(), proof.secret));
    }
    typed
}

/// The answer to a form of the page: on, or the page again with what was typed.
async fn again(state: &State, mut request: Request, typed: Typed, done: Result<String, AppError>) -> Response {
    *request.uri_mut() = Uri::from_static(PATH);
    let view = match &done {
        Ok(_) => None,
        Err(_) => read(state, request.headers(), "").await.ok(),
    };
    let give = move || {
        if let Some(view) = &view {
            provide_context(view.clone());
        }
    };
    forms::answer(state, request, typed.0, done, give).await
}

/// `POST /saya/keluar`: ends the session, or the whole account; the case that is open in this browser closes too.
pub async fn leave(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let (typed, headers) = (Typed(typed), request.headers());
    let accounts = state.portal.own_account();
    let act = typed.text(ACT).to_owned();
    let left = match (signed_in(&state, headers).await, Session::of(headers)) {
        (Ok(Some((own, _))), _) if act == DELETE => accounts.forget(own).await.map_err(AppError::from),
        (Ok(_), Some(session)) => accounts.sign_out(&session.token).await.map_err(AppError::from),
        (Ok(_), None) => Ok(()),
        (Err(error), _) => Err(error),
    };
    if let Err(error) = left {
        return pages::fault(&state, request, error).await;
    }
    let mut jar = CookieJar::new().add(ended());
    if Proof::of(headers).is_some() {
        jar = jar.add(Proof::forgotten());
    }
    (jar, Redirect::to(&format!("{PATH}?{DONE}={act}"))).into_response()
}

/// Signs in by a link, and closes what was open in this browser before: another account, another's case.
pub(super) async fn sign_in(
    state: &State,
    headers: &HeaderMap,
    link: portal::SignInLink,
) -> Result<Option<Response>, AppError> {
    let accounts = state.portal.own_account();
    let Some((token, address)) = accounts.sign_in(link).await? else {
        return Ok(None);
    };
    if let Some(before) = Session::of(headers) {
        accounts.sign_out(&before.token).await?;
    }
    let mut jar = CookieJar::new().add(Session::new(token, address).cookie());
    if Proof::of(headers).is_some() {
        jar = jar.add(Proof::forgotten());
    }
    Ok(Some((jar, Redirect::to(PATH)).into_response()))
}
