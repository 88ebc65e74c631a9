//! A card with its heading, and facts listed inside one.

use std::borrow::Cow;

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
    /// Further ones whose names come from the tenant's data.
    #[prop(optional)]
    also: Vec<(String, String)>,
) -> impl IntoView {
    let named = facts.into_iter().map(|(name, value)| (Cow::Borrowed(name), value));
    let lines = named
        .chain(also.into_iter().map(|(name, value)| (Cow::Owned(name), value)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        });
    view! { <dl class="facts facts-list">{lines.collect_view()}</dl> }
}
