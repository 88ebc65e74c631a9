//! What a page says of itself: in the tab, and to those who search.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

/// The title of a page, and what it is for.
#[component]
pub(super) fn About(
    /// Its title.
    #[prop(into)]
    title: TextProp,
    /// One sentence, of at most 160 letters: what search engines show of it.
    text: &'static str,
) -> impl IntoView {
    view! {
        <Title text=title/>
        <Meta name="description" content=text/>
    }
}
