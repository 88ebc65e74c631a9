//! Ways within a page and between pages: crumbs, tabs, back and on.

use leptos::prelude::*;

use super::{Glyph, LinkButton, Pill};
use crate::text::use_text;

/// The way to this page.
#[component]
pub fn Crumbs(
    /// Shape: address and word, from the first page on.
    trail: Vec<(String, String)>,
    /// This page.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let trail = trail
        .into_iter()
        .map(|(href, word)| view! { <li><a href=href>{word}</a></li> });
    view! {
        <nav class="crumbs" aria-label=use_text().common.crumbs>
            <ol>
                {trail.collect_view()}
                <li><span aria-current="page">{here}</span></li>
            </ol>
        </nav>
    }
}

/// One of several views of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its address.
    pub href: String,
    /// Its word.
    pub word: String,
    /// How much is there, as text; empty: not said.
    pub count: String,
    /// Whether it is the one shown.
    pub is_here: bool,
}

/// Tabs: links, one is here.
#[component]
pub fn Tabs(
    /// What they are views of.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs.into_iter().map(|tab| {
        view! {
            <a href=tab.href aria-current=tab.is_here.then_some("true")>
                {tab.word}
                {(!tab.count.is_empty()).then(|| view! { <Pill count=tab.count/> })}
            </a>
        }
    });
    view! { <nav class="tabs" aria-label=label>{tabs.collect_view()}</nav> }
}

/// Back and on. Lists are read by key, so there are no page numbers.
#[component]
pub fn Pages(
    /// What is shown: "1–50 dari 86".
    #[prop(optional, into)]
    said: String,
    /// Address of the page before.
    back: Option<String>,
    /// Address of the page after.
    on: Option<String>,
) -> impl IntoView {
    let words = &use_text().common;
    view! {
        <nav class="pages section" aria-label=words.pages>
            <span>{said}</span>
            <span class="row row-tight">
                <LinkButton href=back word=words.back glyph=Glyph::Back/>
                <LinkButton href=on word=words.on after=Glyph::On/>
            </span>
        </nav>
    }
}
