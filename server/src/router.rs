//! Every route of the house in one table, and the router built from it. A route elsewhere fails a test.

use std::{io, path::Path, time::Duration};

use any_spawner::Executor;
use app::{desk::ActOnCase, error::AppError, ssr::Door};
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

use crate::{
    account, assets, citizen, door, forms, functions, health, layers, limits::Limited, pages, state::State, words,
};

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
    /// What it counts against, if it is limited.
    pub limited: Option<Limited>,
}

impl Route {
    /// The same, limited per network.
    const fn limited(mut self, what: Limited) -> Self {
        self.limited = Some(what);
        self
    }
}

const fn row(method: Method, path: &'static str, kind: Kind, who: Who, handler: fn() -> MethodRouter<State>) -> Route {
    Route {
        method,
        path,
        kind,
        who,
        handler,
        limited: None,
    }
}

/// The table.
pub const ROUTES: &[Route] = &[
    row(Method::GET, "/", Kind::Page, Who::Anyone, || get(citizen::home)),
    row(Method::GET, "/lapor", Kind::Page, Who::Anyone, || get(citizen::filing)),
    row(Method::POST, "/lapor", Kind::Form, Who::Anyone, || post(citizen::file)).limited(Limited::Filing),
    row(Method::GET, "/lapor/bukti", Kind::Page, Who::Anyone, || {
        get(citizen::receipt)
    })
    .limited(Limited::Tracking),
    row(Method::GET, "/wilayah/{district}", Kind::File, Who::Anyone, || {
        get(citizen::villages)
    }),
    row(Method::GET, "/lacak", Kind::Page, Who::Anyone, || get(pages::page)),
    row(Method::POST, "/lacak", Kind::Form, Who::Anyone, || post(citizen::track)).limited(Limited::Tracking),
    row(Method::GET, "/lacak/{code}", Kind::Page, Who::Anyone, || {
        get(citizen::case)
    })
    .limited(Limited::Tracking),
    row(Method::POST, "/lacak/{code}", Kind::Form, Who::Anyone, || {
        post(citizen::act)
    })
    .limited(Limited::Tracking),
    row(Method::GET, "/bantuan", Kind::Page, Who::Anyone, || get(pages::page)),
    row(Method::GET, "/masuk", Kind::Page, Who::Anyone, || get(account::page)),
    row(Method::POST, "/masuk", Kind::Form, Who::Anyone, || {
        post(account::sign_in)
    })
    .limited(Limited::SignIn),
    row(Method::POST, "/keluar", Kind::Form, Who::Anyone, || {
        post(account::sign_out)
    }),
    row(Method::GET, "/meja", Kind::Page, Who::Officer, || get(pages::page)),
    row(Method::GET, "/meja/{code}", Kind::Page, Who::Officer, || {
        get(pages::page)
    }),
    row(Method::POST, "/meja/{code}", Kind::Form, Who::Officer, || {
        post(forms::post::<ActOnCase>)
    }),
    row(Method::POST, "/api/desk/queue", Kind::Function, Who::Officer, || {
        post(functions::run)
    }),
    row(Method::POST, "/api/desk/case", Kind::Function, Who::Officer, || {
        post(functions::run)
    }),
    row(Method::POST, "/api/desk/choices", Kind::Function, Who::Officer, || {
        post(functions::run)
    }),
    row(Method::POST, "/api/desk/identity", Kind::Function, Who::Officer, || {
        post(functions::run)
    }),
    row(Method::POST, "/api/desk/act", Kind::Function, Who::Officer, || {
        post(functions::run)
    }),
    row(Method::GET, "/sinergi", Kind::Page, Who::Officer, || get(pages::page)),
    row(
        Method::POST,
        "/api/sinergi/summary",
        Kind::Function,
        Who::Officer,
        || post(functions::run),
    ),
    row(Method::POST, "/api/staff/reader", Kind::Function, Who::Officer, || {
        post(functions::run)
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
    for route in routes {
        let rule = (route.kind, route.who, route.limited);
        let guard = move |state, request, next: Next| guard(rule, state, request, next);
        router = router.route(
            route.path,
            (route.handler)().layer(from_fn_with_state(state.clone(), guard)),
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
        .layer(from_fn_with_state(state.clone(), door::door))
        .merge(assets::routes(site_dir)?)
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::new())
        .layer(map_response(layers::secure))
        .layer(from_fn(layers::log))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(state))
}

/// Turns away who may not come in, and who comes too often, before anything of the request is read.
async fn guard(
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
