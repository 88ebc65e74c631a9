//! A card with its heading, and facts listed inside one.

use leptos::children::TypedChildren;
use leptos::prelude::*;

/// A section of a page on its own ground.
#[component]
pub fn Card<C>(
    /// Id of the heading, unique on the page.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: String,
    /// What the card holds.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    view! {
        <section class="card stack" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {children.into_inner()()}
        </section>
    }
}

/// Names and their values, one line each.
#[component]
pub fn Facts(
    /// Shape: name and value, in the order of the page; empty values are left out.
    facts: Vec<(&'static str, String)>,
) -> impl IntoView {
    let lines = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        });
    view! { <dl class="facts facts-list">{lines.collect_view()}</dl> }
}
