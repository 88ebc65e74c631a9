//! `/meja/bantu`: an officer files for a citizen. The receipt stands in the answer to the form, and nowhere else: no
//! cookie opens the case at the counter afterwards.

use std::sync::Arc;

use app::{
    citizen::filing::{SUGGEST, assist::AssistView},
    error::AppError,
    form::Posted,
    ssr::Door,
};
use axum::{
    extract::{Request, State as Of},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::permit::Officer;
use leptos::prelude::provide_context;
use portal::Typed;

use crate::{
    forms,
    pages::{self, draw_with, show},
    paper::handed,
    state::State,
    words::lang,
};

/// Name of the field that says what the form asks for.
const ACT: &str = "act";

/// `GET /meja/bantu`: the form.
pub async fn page(Of(state): Of<State>, request: Request) -> Response {
    match blank(&state, &request) {
        Ok(view) => show(&state, request, Some(view)).await,
        Err(error) => pages::fault(&state, request, error).await,
    }
}

/// `POST /meja/bantu`: files, and shows the receipt once; or shows what was typed, to be corrected.
pub async fn file(Of(state): Of<State>, request: Request) -> Response {
    let (officer, mut view) = match (officer(&request), blank(&state, &request)) {
        (Ok(officer), Ok(view)) => (officer, view),
        (Err(error), _) | (_, Err(error)) => return pages::fault(&state, request, error).await,
    };
    let (request, typed, of_files) = match forms::read_with_files(&state, request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let (lang, typed) = (lang(request.headers()), Typed(typed));
    let citizen = state.portal.citizen();
    let is_asking = typed.text(ACT) == SUGGEST || !typed.text(forms::REMOVE).is_empty();
    if is_asking || !typed.text("route").is_empty() {
        view.choices.suggestion = Some(citizen.suggest(&typed, lang));
    }
    if is_asking {
        let posted = Posted {
            typed: typed.0,
            problems: of_files,
            ..Posted::default()
        };
        let give = move || {
            provide_context(view.clone());
            provide_context(posted.clone());
        };
        return draw_with(&state, request, StatusCode::OK, give).await;
    }
    let filed = if of_files.is_empty() {
        let desk = state.portal.desk(&officer);
        desk.file_for(&typed, lang).await.map_err(AppError::from)
    } else {
        Err(AppError::Fields(citizen.problems_of(&typed, of_files)))
    };
    match filed {
        Ok((_, receipt)) => {
            let handed = Some(handed(receipt, request.headers(), false));
            let view = AssistView { handed, ..view };
            let give = move || provide_context(view.clone());
            let mut answer = draw_with(&state, request, StatusCode::OK, give).await;
            let unkept = HeaderValue::from_static("no-store");
            answer.headers_mut().insert(header::CACHE_CONTROL, unkept);
            answer
        }
        Err(error) => {
            let give = move || provide_context(view.clone());
            forms::answer(&state, request, typed.0, Err(error), give).await
        }
    }
}

/// The form with nothing in it, for who may file for others.
fn blank(state: &State, request: &Request) -> Result<AssistView, AppError> {
    let officer = officer(request)?;
    let choices = state.portal.desk(&officer).assist_choices(lang(request.headers()))?;
    Ok(AssistView { choices, handed: None })
}

fn officer(request: &Request) -> Result<Arc<Officer>, AppError> {
    let door = request.extensions().get::<Door>().ok_or(AppError::Internal)?;
    door.officer.clone().ok_or(AppError::SignIn)
}
