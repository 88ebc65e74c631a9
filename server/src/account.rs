//! `/masuk` and `/keluar`: a session begins and ends.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use app::{error::AppError, form::Posted, ssr::Door};
use axum::{
    extract::{Query, Request, State as Of},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::permit::Role;
use moka::future::Cache;
use portal::Typed;
use sha2::{Digest, Sha256};

use crate::{forms, pages::draw, session, state::State, words::is_ours};

/// Wrong passwords after which a name rests. Source: our own; the sentence on the page says the same.
const FAILURES_MAX: u32 = 5;
/// How long a name rests. Unit: seconds; 15 minutes.
const REST_SECONDS: u64 = 15 * 60;
/// Names remembered. Each takes about 100 bytes; the oldest are forgotten first.
const NAMES_MAX: u64 = 100_000;

/// Wrong passwords per name, whether or not an account has it: nobody learns which names exist.
pub struct Failures(Cache<[u8; 32], Arc<AtomicU32>>);

impl Default for Failures {
    fn default() -> Self {
        let rest = Duration::from_secs(REST_SECONDS);
        Self(Cache::builder().max_capacity(NAMES_MAX).time_to_live(rest).build())
    }
}

impl Failures {
    fn key(name: &str) -> [u8; 32] {
        Sha256::digest(name.trim().to_lowercase()).into()
    }

    async fn of(&self, name: &str) -> Arc<AtomicU32> {
        self.0.get_with(Self::key(name), async { Arc::default() }).await
    }

    /// Counts an attempt; whether its password may be looked at. Attempts at once are counted before any is answered.
    async fn may_try(&self, name: &str) -> bool {
        self.of(name).await.fetch_add(1, Ordering::Relaxed) < FAILURES_MAX
    }

    async fn forget(&self, name: &str) {
        self.0.invalidate(&Self::key(name)).await;
    }
}

/// `GET /masuk`: the form, or on to where a reader who is signed in belongs.
pub async fn page(Of(state): Of<State>, Query(query): Query<Vec<(String, String)>>, request: Request) -> Response {
    let officer = request.extensions().get::<Door>().and_then(|door| door.officer.clone());
    match officer {
        Some(officer) => Redirect::to(&next(&Typed(query), officer.role)).into_response(),
        None => draw(&state, request, None).await,
    }
}

/// Sends a reader who must sign in first to the form, which brings them back here.
pub fn ask(page: &Uri, headers: &HeaderMap) -> Response {
    let wanted = page.path_and_query().map_or("/", |wanted| wanted.as_str());
    let mut query = vec![("kembali", wanted)];
    if session::token(headers).is_some() {
        query.push(("berakhir", "ya"));
    }
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    Redirect::to(&format!("/masuk?{query}")).into_response()
}

/// `POST /masuk`: opens a session, or shows the form again with one sentence for a wrong name and a wrong password.
pub async fn sign_in(Of(state): Of<State>, request: Request) -> Response {
    let (again, typed) = match forms::read(request).await {
        Ok((again, typed)) => (again, Typed(typed)),
        Err(refusal) => return refusal,
    };
    match session_for(&state, &typed).await {
        Ok((token, role)) => {
            // A session that this browser still had is not left behind open.
            end(&state, again.headers()).await;
            (
                CookieJar::new().add(session::cookie(token)),
                Redirect::to(&next(&typed, role)),
            )
                .into_response()
        }
        Err(error) => refused(&state, again, &typed, error).await,
    }
}

/// A new token and the role of its officer. `AppError::SignIn` for a wrong name or password, `TooMany` while it rests.
async fn session_for(state: &State, typed: &Typed) -> Result<(String, Role), AppError> {
    let (name, password) = (typed.text("name"), raw(typed, "password"));
    if !state.failures.may_try(name).await {
        return Err(AppError::TooMany);
    }
    let accounts = state.portal.account();
    let token = accounts.sign_in(name, password).await?.ok_or(AppError::SignIn)?;
    let officer = accounts.who(&token).await?.ok_or(AppError::SignIn)?;
    state.failures.forget(name).await;
    Ok((token, officer.role))
}

/// A field as it was typed, spaces at its ends too: a password is taken so, and a name stands so in its field again.
fn raw<'a>(typed: &'a Typed, name: &str) -> &'a str {
    typed
        .0
        .iter()
        .find(|(field, _)| field == name)
        .map_or("", |(_, text)| text)
}

/// The form again, without the password.
async fn refused(state: &State, request: Request, typed: &Typed, error: AppError) -> Response {
    let status = match error {
        AppError::SignIn => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::TooMany => StatusCode::TOO_MANY_REQUESTS,
        AppError::Forbidden
        | AppError::Missing
        | AppError::Refused(_)
        | AppError::Fields(_)
        | AppError::Stale { .. }
        | AppError::Malformed
        | AppError::Offline
        | AppError::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let kept = ["name", "kembali"].map(|field| (field.to_owned(), raw(typed, field).to_owned()));
    let posted = Posted {
        typed: kept.to_vec(),
        problems: Vec::new(),
        error: Some(error),
    };
    let mut response = draw(state, request, Some(posted)).await;
    *response.status_mut() = status;
    response
}

/// `POST /keluar`: ends the session and forgets its cookie.
pub async fn sign_out(Of(state): Of<State>, headers: HeaderMap) -> Response {
    end(&state, &headers).await;
    (CookieJar::new().add(session::ended()), Redirect::to("/masuk")).into_response()
}

async fn end(state: &State, headers: &HeaderMap) {
    let Some(token) = session::token(headers) else { return };
    if let Err(error) = state.portal.account().sign_out(&token).await {
        tracing::error!(cause = %error, "a session was not ended; it ends by itself");
    }
}

/// Where a reader goes on: to the page they came for, if it is ours, else to the first page of their role.
fn next(typed: &Typed, role: Role) -> String {
    let wanted = typed.text("kembali");
    if is_ours(wanted) && !wanted.starts_with("/masuk") {
        return wanted.to_owned();
    }
    match role {
        Role::ProvinceLeader | Role::Auditor => "/sinergi".to_owned(),
        Role::ProvinceAdmin
        | Role::AgencyAdmin
        | Role::LiaisonOfficer
        | Role::Handler
        | Role::AgencyHead
        | Role::Inspectorate
        | Role::RegencyAdmin
        | Role::IntakeOfficer => "/meja".to_owned(),
    }
}
