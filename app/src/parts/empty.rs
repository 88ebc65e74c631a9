//! What stands where nothing is yet.

use leptos::prelude::*;

use super::{Glyph, Icon, LinkButton};
use crate::text::use_text;

/// An empty list: why it is empty, and where to go.
#[component]
pub fn Empty(
    /// Its drawing.
    glyph: Glyph,
    /// What is not there.
    #[prop(into)]
    title: String,
    /// What comes next.
    #[prop(optional, into)]
    text: String,
    /// Shape: address and word of the way out.
    #[prop(optional)]
    way: Option<(String, String)>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon glyph/>
            <h2>{title}</h2>
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            {way.map(|(href, word)| view! { <LinkButton href word/> })}
        </div>
    }
}

/// The shape of what comes, while it is fetched.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label=use_text().common.loading>
            <div class="skeleton-h"></div>
            <div></div>
            <div></div>
            <div></div>
        </div>
    }
}
