//! Who may come in by a route, and how often.

use app::{error::AppError, ssr::Door};
use axum::{
    extract::{Request, State as Of},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};

use crate::{
    account, functions,
    limits::Limited,
    pages,
    router::{Kind, Who},
    state::State,
};

/// Turns away who may not come in, and who comes too often, before anything of the request is read.
pub(crate) async fn guard(
    (kind, who, limited): (Kind, Who, Option<Limited>),
    Of(state): Of<State>,
    request: Request,
    next: Next,
) -> Response {
    if let Some(what) = limited
        && !state.limits.admits(what, request.headers(), request.extensions())
    {
        return match kind {
            Kind::Page | Kind::Form => pages::fault(&state, request, AppError::TooMany).await,
            Kind::Function => functions::refusal(request.uri().path(), &AppError::TooMany),
            Kind::Stream | Kind::File => StatusCode::TOO_MANY_REQUESTS.into_response(),
        };
    }
    let may_enter = match who {
        Who::Anyone => true,
        Who::Officer => request
            .extensions()
            .get::<Door>()
            .is_some_and(|door| door.officer.is_some()),
    };
    if may_enter {
        return next.run(request).await;
    }
    match kind {
        Kind::Page => account::ask(request.uri(), request.headers()),
        Kind::Form => Redirect::to("/masuk").into_response(),
        Kind::Function => functions::refusal(request.uri().path(), &AppError::SignIn),
        Kind::Stream | Kind::File => StatusCode::UNAUTHORIZED.into_response(),
    }
}
