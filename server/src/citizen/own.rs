//! What belongs to the reporter whose case is open in this browser: the file for the Ombudsman, the copy of their data.

use app::citizen::my_data::sections;
use axum::{
    Json,
    extract::{Path, Request, State as Of},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::view::privacy::MyDataView;
use serde_json::json;

use super::proof::Proof;
use crate::{pages, pages::show, state::State, words::lang};

/// `GET /lacak/{code}/berkas-eskalasi`: the file, if the case is open in this browser; else its secret is asked for.
pub async fn escalation(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let lang = lang(request.headers());
    let file = match Proof::matching(&code, request.headers()) {
        Some(Proof { code, secret }) => state.portal.citizen().escalation(&code, &secret, lang).await,
        None => Ok(None),
    };
    match file {
        Ok(file) => show(&state, request, Some(file)).await,
        Err(error) => pages::fault(&state, request, error.into()).await,
    }
}

/// `GET /lacak/{code}/data-saya`: the copy, if the case is open in this browser; else its secret is asked for.
pub async fn data(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    match read(&state, &code, request.headers()).await {
        Ok(data) => show(&state, request, Some(data)).await,
        Err(error) => pages::fault(&state, request, error.into()).await,
    }
}

/// `GET /lacak/{code}/data-saya.json`: the same as a file. Without the case open it is missing, whatever its code.
pub async fn data_file(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let data = match read(&state, &code, request.headers()).await {
        Ok(Some(data)) => data,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return pages::fault(&state, request, error.into()).await,
    };
    let words = app::text::words_for(lang(request.headers()));
    let file = json!({
        "code": data.case.code,
        "read_at": data.at.iso,
        "sections": sections(&data, words),
    });
    let name = format!("attachment; filename=\"data-saya-{}.json\"", data.case.code);
    let headers = [
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, Json(file)).into_response()
}

async fn read(state: &State, code: &str, headers: &HeaderMap) -> Result<Option<MyDataView>, portal::Error> {
    match Proof::matching(code, headers) {
        Some(Proof { code, secret }) => state.portal.citizen().data(&code, &secret, lang(headers)).await,
        None => Ok(None),
    }
}
