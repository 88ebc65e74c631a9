//! Every route of the house in one table, and the router built from it. A route elsewhere fails a test.

use std::{io, path::Path, time::Duration};

use any_spawner::Executor;
use app::ssr::Door;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State as Of},
    http::{Method, StatusCode},
    middleware::{Next, from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodRouter, get, post},
};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
};

use crate::{assets, door, forms, functions, health, layers, pages, state::State, words};

/// What answers a route, and so how it turns somebody away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page of `app`.
    Page,
    /// A form that posts to its page's own address.
    Form,
    /// A server function.
    Function,
    /// A stream of events.
    Stream,
    /// Anything else that is not a page: words, health, exports.
    File,
}

/// Who may come in. Which role may do what is asked again by the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Whoever is signed in.
    Officer,
}

/// One row of the table.
pub struct Route {
    /// The method it answers; `HEAD` comes with `GET`.
    pub method: Method,
    /// The path, with `{name}` for a part that varies.
    pub path: &'static str,
    /// What answers.
    pub kind: Kind,
    /// Who may come in.
    pub who: Who,
    /// Makes the handler.
    pub handler: fn() -> MethodRouter<State>,
}

const fn row(method: Method, path: &'static str, kind: Kind, who: Who, handler: fn() -> MethodRouter<State>) -> Route {
    Route {
        method,
        path,
        kind,
        who,
        handler,
    }
}

/// The table.
pub const ROUTES: &[Route] = &[
    row(Method::GET, "/", Kind::Page, Who::Anyone, || {
        get(|Of(state), request| pages::cached("/", state, request))
    }),
    row(Method::POST, "/bahasa", Kind::Form, Who::Anyone, || post(words::choose)),
    row(Method::GET, "/teks/{lang}", Kind::File, Who::Anyone, || {
        get(words::file)
    }),
    row(Method::GET, "/health/live", Kind::File, Who::Anyone, || {
        get(health::live)
    }),
    row(Method::GET, "/health/ready", Kind::File, Who::Anyone, || {
        get(health::ready)
    }),
];

/// How long an answer may take to begin.
const ANSWER_SECONDS_MAX: u64 = 30;

/// The router over `routes` and the built files in `site_dir`.
///
/// # Errors
/// If the built files cannot be read.
pub fn router(routes: &[Route], site_dir: &Path, state: State) -> io::Result<Router> {
    // Leptos draws on the runtime that runs; the second router of a test finds it started.
    let _ = Executor::init_tokio();
    let mut router = Router::new();
    for &Route {
        path,
        kind,
        who,
        handler,
        ..
    } in routes
    {
        router = router.route(
            path,
            handler().layer(from_fn(move |request, next| guard(kind, who, request, next))),
        );
    }
    Ok(router
        .fallback(pages::missing)
        .layer(DefaultBodyLimit::max(forms::FORM_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(ANSWER_SECONDS_MAX),
        ))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
        .merge(assets::routes(site_dir)?)
        .layer(from_fn_with_state(state.clone(), door::door))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::new())
        .layer(map_response(layers::secure))
        .layer(from_fn(layers::log))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(state))
}

/// Turns away who may not come in, before anything of the request is read.
async fn guard(kind: Kind, who: Who, request: Request, next: Next) -> Response {
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
        Kind::Page | Kind::Form => Redirect::to("/masuk").into_response(),
        Kind::Function => functions::sign_in(request.uri().path()),
        Kind::Stream | Kind::File => StatusCode::UNAUTHORIZED.into_response(),
    }
}
