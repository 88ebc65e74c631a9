//! Following a case: the switches of "tell me", the stream of news, links from messages, and a lost receipt.

use app::{
    citizen::follow::{FOLLOW, FORGET, LinkView, PUSH},
    error::AppError,
    ssr::Door,
};
use axum::{
    extract::{Path, Request, State as Of},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use portal::{LinkKind, SignInLink, Typed};

use super::{Proof, RECEIPT, TRACK, account, with_proof};
use crate::{forms, live, pages, pages::show, paper::handed, state::State, words::lang};

/// What one of the forms of "tell me" asks for; `None` if it is another form of the page.
pub(super) async fn act(
    state: &State,
    proof: Option<&Proof>,
    headers: &HeaderMap,
    typed: &Typed,
) -> Option<Result<(), AppError>> {
    let act = typed.text(super::ACT);
    if ![FOLLOW, PUSH, FORGET].contains(&act) {
        return None;
    }
    let Some(Proof { code, secret }) = proof else {
        return Some(Err(AppError::Missing));
    };
    let citizen = state.portal.citizen();
    let done = match act {
        FOLLOW => citizen.follow(code, secret, typed).await,
        PUSH => citizen.follow_by_push(code, secret, typed, lang(headers)).await,
        _ => citizen.forget_push(code, secret).await,
    };
    Some(done.map_err(AppError::from))
}

/// `GET /lacak/{code}/kabar`: news of the case, for who has it open. Another's case and none answer alike.
pub async fn news(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let Some(Proof { code, secret }) = Proof::matching(&code, request.headers()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let network = state.limits.network(request.headers(), request.extensions());
    match live::of_case(&state.live, network, &state.portal, code, secret).await {
        Ok(Some(stream)) => stream,
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(cause = %error, "a stream was not opened");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// `GET /k/{token}`: a link from a message. One that reads opens the case in this browser; the others show what they
/// would do and wait for the button, as programs that look at mail open links too.
pub async fn link(Of(state): Of<State>, Path(token): Path<String>, request: Request) -> Response {
    if let Some(link) = SignInLink::read(&token) {
        return match state.portal.own_account().waiting(link).await {
            Ok(Some(address)) => show(&state, request, Some(LinkView::SignIn { address })).await,
            Ok(None) => show(&state, request, Some(LinkView::SignInOver)).await,
            Err(error) => pages::fault(&state, request, error.into()).await,
        };
    }
    let link = match state.portal.citizen().link(&token).await {
        Ok(link) => link,
        Err(error) => return pages::fault(&state, request, error.into()).await,
    };
    let view = match link {
        Some(link) if link.kind == LinkKind::Open => {
            let answer = Redirect::to(&format!("{TRACK}/{}", link.code)).into_response();
            // Who has the case open by its secret keeps that: a link can only read.
            if is_open(&state, &link.code, request.headers()).await {
                return answer;
            }
            return with_proof(Some(&Proof::new(&link.code, &token)), answer);
        }
        Some(link) if link.kind == LinkKind::Confirm => LinkView::Confirm { code: link.code },
        Some(link) => LinkView::NewSecret { code: link.code },
        None => LinkView::Over,
    };
    show(&state, request, Some(view)).await
}

/// Whether this browser has the case open already.
async fn is_open(state: &State, code: &str, headers: &HeaderMap) -> bool {
    match Proof::matching(code, headers) {
        Some(Proof { code, secret }) => state
            .portal
            .citizen()
            .watch(&code, &secret)
            .await
            .is_ok_and(|open| open.is_some()),
        None => false,
    }
}

/// `POST /k/{token}`: confirms the address that the link came to, makes a new secret and shows its receipt, or signs in.
pub async fn use_link(Of(state): Of<State>, Path(token): Path<String>, request: Request) -> Response {
    if let Some(link) = SignInLink::read(&token) {
        return match account::sign_in(&state, request.headers(), link).await {
            Ok(Some(signed_in)) => signed_in,
            Ok(None) => show(&state, request, Some(LinkView::SignInOver)).await,
            Err(error) => pages::fault(&state, request, error).await,
        };
    }
    let citizen = state.portal.citizen();
    let link = match citizen.link(&token).await {
        Ok(link) => link,
        Err(error) => return pages::fault(&state, request, error.into()).await,
    };
    let view = match link.map(|link| link.kind) {
        Some(LinkKind::Confirm) => match citizen.confirm_address(&token).await {
            Ok(Some(code)) => LinkView::Confirmed { code },
            Ok(None) => LinkView::Over,
            Err(error) => return pages::fault(&state, request, error.into()).await,
        },
        Some(LinkKind::NewSecret) => match citizen.new_secret(&token).await {
            Ok(Some(receipt)) => {
                let proof = Proof::new(&receipt.code, &receipt.secret);
                return with_proof(Some(&proof), Redirect::to(RECEIPT).into_response());
            }
            Ok(None) => LinkView::Over,
            Err(error) => return pages::fault(&state, request, error.into()).await,
        },
        Some(LinkKind::Open) | None => LinkView::Over,
    };
    show(&state, request, Some(view)).await
}

/// `POST /lacak/hilang`: asks for a new secret by the contact given. Whatever was typed, the answer is the same.
pub async fn lost(Of(state): Of<State>, request: Request) -> Response {
    let (request, typed) = match forms::read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let typed = Typed(typed);
    let asked = state.portal.citizen().lost(&typed).await.map_err(AppError::from);
    let done = asked.map(|()| format!("{TRACK}/hilang?terkirim=ya"));
    forms::answer(&state, request, typed.0, done, || {}).await
}

/// `GET /meja/{code}/bukti`: the receipt that this officer gave anew a few minutes ago. For anybody else, and for a
/// case that they do not see, there is none.
pub async fn counter(Of(state): Of<State>, Path(code): Path<String>, request: Request) -> Response {
    let officer = request.extensions().get::<Door>().and_then(|door| door.officer.clone());
    let Some(officer) = officer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let lang = lang(request.headers());
    match state.portal.desk(&officer).new_receipt(&code, lang).await {
        Ok(receipt) => {
            let handed = receipt.map(|receipt| handed(receipt, request.headers(), false));
            show(&state, request, handed).await
        }
        Err(error) => pages::fault(&state, request, error.into()).await,
    }
}
