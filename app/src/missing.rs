//! The page for an address that is not ours, and for a case that this reader may not see.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::text::use_text;

/// Says that nothing is here and where to go on. The server gives it status 404.
#[component]
pub fn MissingPage() -> impl IntoView {
    let words = use_text().fault;
    view! {
        <Title text=words.lost_title/>
        <main id="isi" class="page" tabindex="-1">
            <div class="lost">
                <h1>{words.lost_title}</h1>
                <p class="lead">{words.lost_text}</p>
                <a class="btn btn-main" href="/">{words.to_home}</a>
            </div>
        </main>
    }
}
