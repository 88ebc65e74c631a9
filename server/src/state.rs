//! What every handler can reach.

use std::{sync::Arc, time::Duration};

use app::shell::Assets;
use axum::http::HeaderName;
use moka::future::Cache;
use portal::Portal;

use crate::{account::Failures, limits::Limits, live::Live, pages::CachedPage, uploads::Memory};

/// Shared by all requests; cloning it is cheap.
#[derive(Clone)]
pub struct State {
    /// The office.
    pub portal: Portal,
    /// Names of the built files.
    pub assets: Assets,
    /// Public pages, drawn once per path and code of the language, and kept for a minute.
    pub pages: Cache<(&'static str, &'static str), Arc<CachedPage>>,
    /// Requests counted per network.
    pub limits: Arc<Limits>,
    /// Memory for files that come inside forms.
    pub memory: Arc<Memory>,
    /// Wrong passwords counted per name.
    pub failures: Arc<Failures>,
    /// Pages that stay open and hear news.
    pub live: Arc<Live>,
    /// The key by which browsers know this installation; `None` where push is not set up.
    pub push_key: Option<Arc<str>>,
}

impl State {
    /// The state of a server that has just started; `client_header` as in [`Limits::new`].
    pub fn new(portal: Portal, assets: Assets, client_header: Option<HeaderName>) -> Self {
        let pages = Cache::builder()
            .max_capacity(64)
            .time_to_live(Duration::from_secs(60))
            .build();
        Self {
            portal,
            assets,
            pages,
            limits: Arc::new(Limits::new(client_header)),
            memory: Arc::default(),
            failures: Arc::default(),
            live: Arc::default(),
            push_key: None,
        }
    }
}
