//! Every route of the house in one table, and the router built from it. A route elsewhere fails a test.

use std::{convert::Infallible, io, path::Path, time::Duration};

use any_spawner::Executor;
use app::desk::ActOnCase;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Method, StatusCode},
    middleware::{Next, from_fn, from_fn_with_state, map_response},
    routing::{MethodRouter, delete, get, head, patch, post},
};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
};

use crate::{
    account, assets, assist, citizen, door, feeds, file, forms, functions, guard::guard, health, layers,
    limits::Limited, maps, pages, public, state::State, uploads, words,
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
    /// Whether files come with it: its body may be long, and slow.
    pub takes_files: bool,
}

impl Route {
    /// The same, limited per network.
    const fn limited(mut self, what: Limited) -> Self {
        self.limited = Some(what);
        self
    }

    /// The same, with files in its body. The handler itself counts them.
    const fn with_files(mut self) -> Self {
        self.takes_files = true;
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
        takes_files: false,
    }
}

/// A file on its way, by the id that its sender made.
const UPLOAD: &str = "/unggah/{id}";

/// The table.
pub const ROUTES: &[Route] = &[
    row(Method::GET, "/", Kind::Page, Who::Anyone, || get(citizen::home)),
    row(Method::GET, "/lapor", Kind::Page, Who::Anyone, || get(citizen::filing)),
    row(Method::POST, "/lapor", Kind::Form, Who::Anyone, || post(citizen::file))
        .limited(Limited::Filing)
        .with_files(),
    row(Method::POST, "/lapor/saran", Kind::File, Who::Anyone, || {
        post(citizen::suggest)
    })
    .limited(Limited::Suggesting),
    row(Method::GET, "/lapor/bukti", Kind::Page, Who::Anyone, || {
        get(citizen::receipt)
    })
    .limited(Limited::Tracking),
    row(Method::HEAD, UPLOAD, Kind::File, Who::Anyone, || {
        head(uploads::progress)
    })
    .limited(Limited::Files),
    row(Method::PATCH, UPLOAD, Kind::File, Who::Anyone, || {
        patch(uploads::append)
    })
    .limited(Limited::Files)
    .with_files(),
    row(Method::DELETE, UPLOAD, Kind::File, Who::Anyone, || {
        delete(uploads::remove)
    })
    .limited(Limited::Files),
    row(Method::POST, "/lapor/serupa", Kind::Form, Who::Anyone, || {
        post(citizen::similar_cases)
    })
    .limited(Limited::Public),
    row(Method::GET, "/laporan", Kind::Page, Who::Anyone, || get(public::list)),
    row(Method::GET, "/laporan/peta", Kind::Page, Who::Anyone, || {
        get(public::map)
    }),
    row(Method::GET, "/laporan/peta.json", Kind::File, Who::Anyone, || {
        get(maps::cases)
    }),
    row(Method::GET, "/laporan/umpan.atom", Kind::File, Who::Anyone, || {
        get(feeds::all)
    }),
    row(Method::GET, "/laporan/{code}", Kind::Page, Who::Anyone, || {
        get(public::case)
    }),
    row(Method::POST, "/laporan/{code}", Kind::Form, Who::Anyone, || {
        post(public::support)
    })
    .limited(Limited::Public),
    row(
        Method::GET,
        "/laporan/{code}/umpan.atom",
        Kind::File,
        Who::Anyone,
        || get(feeds::case),
    ),
    row(
        Method::GET,
        "/laporan/{code}/foto/{id}",
        Kind::File,
        Who::Anyone,
        || get(file::of_public),
    )
    .limited(Limited::Files),
    row(Method::GET, "/instansi", Kind::Page, Who::Anyone, || {
        get(public::agencies)
    }),
    row(Method::GET, "/instansi/{agency}", Kind::Page, Who::Anyone, || {
        get(public::agency)
    }),
    row(
        Method::GET,
        "/instansi/{agency}/umpan.atom",
        Kind::File,
        Who::Anyone,
        || get(feeds::agency),
    ),
    row(Method::GET, "/sitemap.xml", Kind::File, Who::Anyone, || {
        get(feeds::site_map)
    }),
    row(Method::GET, "/robots.txt", Kind::File, Who::Anyone, || {
        get(feeds::robots)
    }),
    row(Method::GET, "/wilayah", Kind::File, Who::Anyone, || {
        get(citizen::places)
    })
    .limited(Limited::Suggesting),
    row(Method::POST, "/wilayah/titik", Kind::File, Who::Anyone, || {
        post(maps::place_at)
    })
    .limited(Limited::Suggesting),
    row(Method::GET, "/peta/wilayah.json", Kind::File, Who::Anyone, || {
        get(maps::ground)
    }),
    row(Method::GET, "/wilayah/{district}", Kind::File, Who::Anyone, || {
        get(citizen::villages)
    }),
    row(Method::GET, "/lacak", Kind::Page, Who::Anyone, || get(pages::page)),
    row(Method::POST, "/lacak", Kind::Form, Who::Anyone, || post(citizen::track)).limited(Limited::Tracking),
    row(Method::GET, "/lacak/hilang", Kind::Page, Who::Anyone, || {
        get(pages::page)
    }),
    row(Method::POST, "/lacak/hilang", Kind::Form, Who::Anyone, || {
        post(citizen::follow::lost)
    })
    .limited(Limited::Lost),
    row(Method::GET, "/lacak/{code}/kabar", Kind::Stream, Who::Anyone, || {
        get(citizen::follow::news)
    })
    .limited(Limited::Watching),
    row(Method::GET, "/k/{token}", Kind::Page, Who::Anyone, || {
        get(citizen::follow::link)
    })
    .limited(Limited::Tracking),
    row(Method::POST, "/k/{token}", Kind::Form, Who::Anyone, || {
        post(citizen::follow::use_link)
    })
    .limited(Limited::Tracking),
    row(Method::GET, "/lacak/{code}", Kind::Page, Who::Anyone, || {
        get(citizen::case)
    })
    .limited(Limited::Tracking),
    row(Method::POST, "/lacak/{code}", Kind::Form, Who::Anyone, || {
        post(citizen::act)
    })
    .limited(Limited::Tracking)
    .with_files(),
    row(
        Method::GET,
        "/lacak/{code}/berkas/{id}",
        Kind::File,
        Who::Anyone,
        || get(file::of_reporter),
    )
    .limited(Limited::Files),
    row(
        Method::GET,
        "/lacak/{code}/berkas-eskalasi",
        Kind::Page,
        Who::Anyone,
        || get(citizen::escalation),
    )
    .limited(Limited::Tracking),
    row(Method::GET, "/lacak/{code}/data-saya", Kind::Page, Who::Anyone, || {
        get(citizen::data)
    })
    .limited(Limited::Tracking),
    row(
        Method::GET,
        "/lacak/{code}/data-saya.json",
        Kind::File,
        Who::Anyone,
        || get(citizen::data_file),
    )
    .limited(Limited::Tracking),
    row(Method::GET, "/laporan-saya", Kind::Page, Who::Anyone, || {
        get(pages::page)
    }),
    row(Method::GET, "/saya", Kind::Page, Who::Anyone, || {
        get(citizen::account::page)
    })
    .limited(Limited::Tracking),
    row(Method::POST, "/saya", Kind::Form, Who::Anyone, || {
        post(citizen::account::ask)
    })
    .limited(Limited::Lost),
    row(Method::POST, "/saya/laporan", Kind::Form, Who::Anyone, || {
        post(citizen::account::reports)
    })
    .limited(Limited::Tracking),
    row(Method::POST, "/saya/keluar", Kind::Form, Who::Anyone, || {
        post(citizen::account::leave)
    }),
    row(Method::GET, "/luring", Kind::File, Who::Anyone, || get(pages::offline)),
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
    row(Method::GET, "/meja/bantu", Kind::Page, Who::Officer, || {
        get(assist::page)
    }),
    row(Method::POST, "/meja/bantu", Kind::Form, Who::Officer, || {
        post(assist::file)
    })
    .with_files(),
    row(Method::GET, "/meja/{code}", Kind::Page, Who::Officer, || {
        get(pages::page)
    }),
    row(Method::GET, "/meja/{code}/bukti", Kind::Page, Who::Officer, || {
        get(citizen::follow::counter)
    }),
    row(Method::POST, "/meja/{code}", Kind::Form, Who::Officer, || {
        post(forms::post::<ActOnCase>)
    })
    .with_files(),
    row(
        Method::GET,
        "/meja/{code}/berkas/{id}",
        Kind::File,
        Who::Officer,
        || get(file::of_desk),
    ),
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
/// The same where files come with the request. At 40 kB/s, a photo of every five megabytes takes two minutes.
const FILES_SECONDS_MAX: u64 = 30 * 60;

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
        let (seconds_max, limit) = if route.takes_files {
            (FILES_SECONDS_MAX, DefaultBodyLimit::disable())
        } else {
            (ANSWER_SECONDS_MAX, DefaultBodyLimit::max(forms::FORM_BYTES_MAX))
        };
        let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(seconds_max));
        let handler = (route.handler)()
            .layer::<_, Infallible>(limit)
            .layer::<_, Infallible>(timeout);
        router = router.route(route.path, handler.layer(from_fn_with_state(state.clone(), guard)));
    }
    Ok(router
        .fallback(pages::missing)
        .layer(compression())
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

/// Pages and words are packed. Documents and videos are packed already, and players ask for parts of them.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth_it = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("video/"));
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(4))
        .compress_when(worth_it)
}
