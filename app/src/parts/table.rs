//! A table's own region: only it may scroll sideways.

use leptos::children::TypedChildren;
use leptos::prelude::*;

/// Holds a `table.table` with a caption, scoped heads and a `tbody`. Takes the focus, so that keys can scroll it.
#[component]
pub fn TableRegion<C>(
    /// What the table shows; not the name of the section around it, as both are landmarks.
    #[prop(into)]
    label: String,
    /// Whether its rows become cards on a phone (`queue-wrap`).
    #[prop(optional)]
    cards: bool,
    /// The table.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    let class = if cards { "table-wrap queue-wrap" } else { "table-wrap" };
    view! { <div class=class tabindex="0" role="region" aria-label=label>{children.into_inner()()}</div> }
}
