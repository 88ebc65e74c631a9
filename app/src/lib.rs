//! The front rooms: pages, their parts, server functions and words.
//!
//! Built twice: with `ssr` into the server, with `hydrate` into the wasm. What only the server has is in
//! [`ssr`]; everything else is the same on both sides.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop"))]

pub mod citizen;
pub mod error;
pub mod form;
pub mod missing;
pub mod parts;
pub mod shell;
pub mod ssr;
pub mod text;

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

/// Every page of the house, by its path.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let words = text::use_text();
    let titled = move |title: String| if title.is_empty() { words.common.site.to_owned() } else { format!("{title} · {}", words.common.site) };
    view! {
        <Title formatter=titled/>
        <Router>
            <Routes fallback=missing::MissingPage>
                <Route path=path!("/") view=citizen::home::HomePage/>
            </Routes>
        </Router>
    }
}
