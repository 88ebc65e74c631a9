//! What citizens' pages show and what their forms ask for: one crossing to the office, one answer.

pub mod account;
pub mod follow;
mod own;
mod proof;

use app::{
    citizen::{
        case::{DONE, LEAVE},
        filing::{CHECK, SUGGEST, Similars},
    },
    error::AppError,
    form::Posted,
};
use axum::{
    extract::{Path, Query, Request, State as Of},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{text::FieldError, tracking_code::TrackingCode, view::CaseView};
use leptos::prelude::provide_context;
use portal::Typed;
use serde::Deserialize;

pub use self::own::{data, data_file, escalation};
use self::proof::Proof;
use crate::{
    forms, pages,
    pages::{draw_with, show},
    paper::handed,
    public,
    state::State,
    words::lang,
};

/// Where the receipt stands.
const RECEIPT: &str = "/lapor/bukti";
/// Where a case is opened.
const TRACK: &str = "/lacak";
/// The query by which the reporter asks for the secret in the QR code: [`app::citizen::paper::WITH_SECRET`].
const WITH_SECRET_ASKED: &str = "kunci=ya";
/// Name of the field that says what a form asks for.
const ACT: &str = "act";

/// `GET /`: the first page with the figures of the last month, the same for everybody.
pub async fn home(Of(state): Of<State>, request: Request) -> Response {
    let (portal, lang) = (state.portal.clone(), lang(request.headers()));
    let revision = match public::revision(&state).await {
        Ok(revision) => revision,
        Err(error) => return pages::fault(&state, request, error).await,
    };
    let figures = async move { Ok(Some(portal.public_figures(lang).await?)) };
    pages::cached(revision, state, request, figures).await
}

/// `GET /lapor`: the filing form.
pub async fn filing(Of(state): Of<State>, request: Request) -> Response {
    let mut choices = state.portal.citizen().choices(lang(request.headers()));
    choices.account = account::named(&state, request.headers()).await;
    let is_own = choices.account.is_some();
    let answer = show(&state, request, Some(choices)).await;
    if is_own { account::as_own(answer) } else { answer }
}

/// `POST /lapor`: files the report and goes on to its receipt; or shows what was typed, to be checked or corrected.
pub async fn file(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed, of_files) = match forms::read_with_files(&state, request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let lang = lang(request.headers());
    let citizen = state.portal.citizen();
    let mut choices = citizen.choices(lang);
    let typed = Typed(typed);
    // Who comes back to the form without scripts finds the suggestion again, as everything else.
    let is_asking = [CHECK, SUGGEST].contains(&typed.text(ACT)) || !typed.text(forms::REMOVE).is_empty();
    if is_asking {
        return checked(&state, request, typed, of_files).await;
    }
    if !typed.text("route").is_empty() {
        choices.suggestion = Some(citizen.suggest(&typed, lang));
    }
    choices.account = account::named(&state, request.headers()).await;
    let give = move || provide_context(choices.clone());
    let filed = if of_files.is_empty() {
        state.portal.citizen().file(&typed).await.map_err(AppError::from)
    } else {
        Err(AppError::Fields(state.portal.citizen().problems_of(&typed, of_files)))
    };
    if let Ok(receipt) = &filed {
        account::keep_filed(&state, request.headers(), &typed, receipt).await;
    }
    let proof = filed
        .as_ref()
        .ok()
        .map(|receipt| Proof::new(&receipt.code, &receipt.secret));
    let done = filed.map(|_| RECEIPT.to_owned());
    let answer = forms::answer(&state, request, typed.0, done, give).await;
    with_proof(proof.as_ref(), answer)
}

/// `POST /lapor/saran`: what the clerk suggests for a form as it stands. Nothing of it is kept or logged.
pub async fn suggest(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let found = state.portal.citizen().suggest(&Typed(typed), lang(request.headers()));
    pages::postcard(StatusCode::OK, &found)
}

/// `POST /lapor/serupa`: published cases that read like this one, as the page in the browser asks for them; the form
/// again, with them, for a browser without scripts.
pub async fn similar_cases(Of(state): Of<State>, request: Request) -> Response {
    let (mut request, mut typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    if pages::wants_postcard(request.headers()) {
        let similar = similar(&state, &Typed(typed)).await;
        return pages::postcard(StatusCode::OK, &similar.0);
    }
    typed.retain(|(name, _)| name != ACT);
    typed.push((ACT.to_owned(), CHECK.to_owned()));
    *request.uri_mut() = Uri::from_static("/lapor");
    checked(&state, request, Typed(typed), Vec::new()).await
}

/// What was typed, to be checked: the form again, with what would be sent and what is similar. Nothing is sent.
async fn checked(state: &State, request: Request, typed: Typed, problems: Vec<(String, FieldError)>) -> Response {
    let lang = lang(request.headers());
    let mut choices = state.portal.citizen().choices(lang);
    choices.suggestion = Some(state.portal.citizen().suggest(&typed, lang));
    choices.account = account::named(state, request.headers()).await;
    let similar = similar(state, &typed).await;
    let posted = Posted {
        typed: typed.0,
        problems,
        ..Posted::default()
    };
    let give = move || {
        provide_context(choices.clone());
        provide_context(posted.clone());
        provide_context(similar.clone());
    };
    draw_with(state, request, StatusCode::OK, give).await
}

/// Published cases like the typed one. That none could be read keeps nobody from filing.
async fn similar(state: &State, typed: &Typed) -> Similars {
    let public = state.portal.public(&state.site);
    let found = public.similar(typed.text("body"), typed.text("regency"), typed.text("district"));
    Similars(found.await.unwrap_or_else(|error| {
        tracing::error!(cause = %error, "similar cases were not read");
        Vec::new()
    }))
}

/// `GET /lapor/bukti`: the receipt of the case that is open in this browser.
pub async fn receipt(Of(state): Of<State>, request: Request) -> Response {
    let receipt = match Proof::of(request.headers()) {
        Some(Proof { code, secret }) => {
            let lang = lang(request.headers());
            state.portal.citizen().receipt(&code, &secret, lang).await
        }
        None => Ok(None),
    };
    match receipt {
        Ok(receipt) => {
            let query = request.uri().query().unwrap_or_default();
            let is_secret_inside = query.split('&').any(|part| part == WITH_SECRET_ASKED);
            let handed = receipt.map(|receipt| handed(receipt, request.headers(), is_secret_inside));
            show(&state, request, Some(handed)).await
        }
        Err(error) => pages::fault(&state, request, error.into()).await,
    }
}

/// What is looked for among the places.
#[derive(Deserialize)]
pub struct Looked {
    /// A few letters.
    #[serde(default)]
    q: String,
}

/// Longest name that is looked for. Unit: characters; the longest there is has under 40.
const LOOKED_CHARS_MAX: usize = 60;

/// `GET /wilayah?q=`: districts and villages by a few letters of their names.
pub async fn places(Of(state): Of<State>, Query(looked): Query<Looked>) -> Response {
    let typed: String = looked.q.chars().take(LOOKED_CHARS_MAX).collect();
    pages::postcard(StatusCode::OK, &state.portal.find_places(&typed))
}

/// `GET /wilayah/{district}`: names of the villages of a district, for the field that suggests them.
pub async fn villages(Of(state): Of<State>, Path(district): Path<String>) -> Response {
    let villages = state.portal.citizen().villages(&district);
    let names: Vec<String> = villages.into_iter().map(|(_, name)| name).collect();
    pages::postcard(StatusCode::OK, &names)
}

/// `POST /lacak`: opens the case of this code and secret in this browser. A wrong code and a wrong secret are answered
/// alike; a code that nobody can have is told apart, by its check character alone.
pub async fn track(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let typed = Typed(typed);
    let opened = open(&state, &typed, request.headers()).await;
    let proof = opened
        .as_ref()
        .ok()
        .map(|case| Proof::new(&case.code, typed.text("secret")));
    let done = opened.map(|case| format!("{TRACK}/{}", case.code));
    let answer = forms::answer(&state, request, typed.0, done, || {}).await;
    with_proof(proof.as_ref(), answer)
}

async fn open(state: &State, typed: &Typed, headers: &HeaderMap) -> Result<CaseView, AppError> {
    let (code, secret) = (typed.text("code"), typed.text("secret"));
    let missing: Vec<_> = ["code", "secret"]
        .into_iter()
        .filter(|field| typed.text(field).is_empty())
        .map(|field| (field.to_owned(), FieldError::Missing))
        .collect();
    if !missing.is_empty() {
        return Err(AppError::Fields(missing));
    }
    if code.parse::<TrackingCode>().is_err() {
        return Err(AppError::Fields(vec![("code".to_owned(), FieldError::Unknown)]));
    }
    let case = state.portal.citizen().open(code, secret, lang(headers)).await?;
    case.ok_or_else(|| AppError::Fields(vec![("secret".to_owned(), FieldError::Unknown)]))
}

/// `GET /lacak/{code}`: the case, if it is the one that is open in this browser; else its secret is asked for.
pub async fn case(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    match opened(&state, &code, request.headers()).await {
        Ok(case) => show(&state, request, Some(case)).await,
        Err(error) => pages::fault(&state, request, error).await,
    }
}

/// `POST /lacak/{code}`: what the reporter does to the case; or forgets it in this browser.
pub async fn act(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let (request, typed, of_files) = match forms::read_with_files(&state, request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let typed = Typed(typed);
    if typed.text(ACT) == LEAVE {
        return (CookieJar::new().add(Proof::forgotten()), Redirect::to(TRACK)).into_response();
    }
    if !typed.text(forms::REMOVE).is_empty() {
        return act_again(&state, &code, request, typed).await;
    }
    let proof = Proof::matching(&code, request.headers());
    let done = match (
        follow::act(&state, proof.as_ref(), request.headers(), &typed).await,
        proof,
    ) {
        (Some(done), _) => done,
        (None, Some(_)) if !of_files.is_empty() => Err(AppError::Fields(of_files)),
        (None, Some(Proof { code, secret })) => {
            let done = state.portal.citizen().act(&code, &secret, &typed).await;
            done.map_err(AppError::from)
        }
        (None, None) => Err(AppError::Missing),
    };
    let done = done.map(|()| format!("{TRACK}/{code}?{DONE}={}", typed.text(ACT)));
    let case = match &done {
        Ok(_) => None,
        Err(_) => opened(&state, &code, request.headers()).await.ok().flatten(),
    };
    forms::answer(&state, request, typed.0, done, move || provide_context(case.clone())).await
}

/// The page of the case with what was typed, after one of the files was taken away.
async fn act_again(state: &State, code: &str, request: Request, typed: Typed) -> Response {
    let case = opened(state, code, request.headers()).await.ok().flatten();
    let posted = Posted {
        typed: typed.0,
        ..Posted::default()
    };
    let give = move || {
        provide_context(case.clone());
        provide_context(posted.clone());
    };
    draw_with(state, request, StatusCode::OK, give).await
}

/// The case of this code, if this browser has its secret.
async fn opened(state: &State, code: &str, headers: &HeaderMap) -> Result<Option<CaseView>, AppError> {
    let Some(Proof { code, secret }) = Proof::matching(code, headers) else {
        return Ok(None);
    };
    let mut case = state.portal.citizen().open(&code, &secret, lang(headers)).await?;
    if let Some(follow) = case.as_mut().and_then(|case| case.follow.as_mut()) {
        follow.push_key = state.push_key.as_deref().unwrap_or_default().to_owned();
        follow.in_account = account::has(state, &code, headers).await?;
    }
    Ok(case)
}

/// Code and secret of the case with this code, if it is the one that is open in this browser.
pub fn proof_of(code: &str, headers: &HeaderMap) -> Option<(String, String)> {
    Proof::matching(code, headers).map(|proof| (proof.code, proof.secret))
}

/// The answer, with the cookie by which this browser has the case open.
fn with_proof(proof: Option<&Proof>, answer: Response) -> Response {
    match proof {
        Some(proof) => (CookieJar::new().add(proof.cookie()), answer).into_response(),
        None => answer,
    }
}
