//! `/`: what this is, where to file, where to track.

use leptos::prelude::*;

use crate::text::use_text;

/// The first page.
#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_text().home;
    view! {
        <main id="isi" class="page" tabindex="-1">
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
        </main>
    }
}
