//! What every handler can reach.

use std::{sync::Arc, time::Duration};

use app::shell::Assets;
use moka::future::Cache;

use crate::pages::CachedPage;

/// Shared by all requests; cloning it is cheap.
#[derive(Clone)]
pub struct State {
    /// Names of the built files.
    pub assets: Assets,
    /// Public pages, drawn once per path and code of the language, and kept for a minute.
    pub pages: Cache<(&'static str, &'static str), Arc<CachedPage>>,
}

impl State {
    /// The state of a server that has just started.
    pub fn new(assets: Assets) -> Self {
        let pages = Cache::builder()
            .max_capacity(64)
            .time_to_live(Duration::from_secs(60))
            .build();
        Self { assets, pages }
    }
}
