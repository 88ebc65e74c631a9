//! What every handler can reach.

use std::{sync::Arc, time::Duration};

use app::shell::Assets;
use axum::http::HeaderName;
use moka::future::Cache;
use portal::Portal;

use crate::{
    account::Failures,
    limits::Limits,
    live::Live,
    maps::{Ground, Tiles},
    pages::CachedPage,
    uploads::Memory,
};

/// Public pages that are kept. A page is some 40 kB.
const PAGES_MAX: u64 = 500;

/// Shared by all requests; cloning it is cheap.
#[derive(Clone)]
pub struct State {
    /// The office.
    pub portal: Portal,
    /// Names of the built files.
    pub assets: Assets,
    /// What lies beneath every map.
    pub ground: Arc<Ground>,
    /// Public pages, drawn once per path, revision of what is public, and code of the language; kept for a minute.
    pub pages: Cache<(String, i64, &'static str), Arc<CachedPage>>,
    /// The address of this installation, without a slash at its end: what is shared and fed names it.
    pub site: Arc<str>,
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
    /// Whether e-mail leaves this installation; without it nobody can sign in to a citizen's account.
    pub has_mail: bool,
}

impl State {
    /// The state of a server that has just started; `client_header` as in [`Limits::new`].
    pub fn new(portal: Portal, assets: Assets, client_header: Option<HeaderName>) -> Self {
        let pages = Cache::builder()
            .max_capacity(PAGES_MAX)
            .time_to_live(Duration::from_secs(60))
            .build();
        let ground = Ground::new(&portal, None);
        Self {
            assets: ground.named_in(assets),
            ground: Arc::new(ground),
            portal,
            pages,
            site: "http://localhost".into(),
            limits: Arc::new(Limits::new(client_header)),
            memory: Arc::default(),
            failures: Arc::default(),
            live: Arc::default(),
            push_key: None,
            has_mail: false,
        }
    }

    /// The same, with maps on these tiles.
    #[must_use]
    pub fn with_tiles(mut self, tiles: Option<&Tiles>) -> Self {
        let ground = Ground::new(&self.portal, tiles);
        self.assets = ground.named_in(self.assets);
        self.ground = Arc::new(ground);
        self
    }

    /// The same, at this address.
    #[must_use]
    pub fn at(self, site: &str) -> Self {
        Self {
            site: site.trim_end_matches('/').into(),
            ..self
        }
    }
}
