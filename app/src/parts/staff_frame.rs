//! The deep bar of the pages for officers.

use leptos::children::TypedChildren;
use leptos::prelude::*;

use super::public_frame::{Brand, LanguageForm, Width};
use super::{Glyph, Icon, Pill, Tone};
use crate::text::{fill, use_text};

/// One entry of the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffLink {
    /// Where it leads.
    pub href: &'static str,
    /// Its drawing; the word hides on a phone.
    pub glyph: Glyph,
    /// Its word.
    pub word: &'static str,
    /// How much waits there, as text; empty: nothing.
    pub count: String,
    /// Whether it is here.
    pub is_here: bool,
}

/// A page for officers.
#[component]
pub fn StaffFrame<C>(
    /// Short name of the reader's agency.
    #[prop(into)]
    agency: String,
    /// The reader's name.
    #[prop(into)]
    person: String,
    /// Two letters for the reader.
    #[prop(into)]
    initials: String,
    /// Where the mark leads: the reader's first page.
    #[prop(default = "/meja")]
    first: &'static str,
    /// The entries the reader may see.
    links: Vec<StaffLink>,
    /// Classes of the content instead of those of `width`; the queue is a `desk`.
    #[prop(optional)]
    class: Option<&'static str>,
    /// How wide the content is.
    #[prop(default = Width::Full)]
    width: Width,
    /// The content.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    view! {
        <StaffBar agency person initials first links/>
        <main id="isi" class=class.or(width.class()) tabindex="-1">{children.into_inner()().into_any()}</main>
    }
}

/// The bar. Apart from the frame, which is compiled anew for every page.
#[component]
fn StaffBar(
    /// As in [`StaffFrame`].
    agency: String,
    /// As in [`StaffFrame`].
    person: String,
    /// As in [`StaffFrame`].
    initials: String,
    /// As in [`StaffFrame`].
    first: &'static str,
    /// As in [`StaffFrame`].
    links: Vec<StaffLink>,
) -> impl IntoView {
    let words = &use_text().common;
    let links = links.into_iter().map(|link| {
        view! {
            <li>
                <a href=link.href aria-current=link.is_here.then_some("page")>
                    <Icon glyph=link.glyph/>
                    <span class="word">{link.word}</span>
                    {(!link.count.is_empty()).then(|| view! { <Pill count=link.count tone=Tone::Wait/> })}
                </a>
            </li>
        }
    });
    view! {
        <a class="skip" href="#isi" rel="external">{words.skip}</a>
        <header class="bar-top">
            <div class="page">
                <Brand href=first line=agency size="32"/>
                <nav aria-label=words.nav>
                    <ul class="menu-list">
                        {links.collect_view()}
                        <li><Account person initials/></li>
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// The reader's own menu: name, language, sign-out. A disclosure, so it opens without scripts.
#[component]
fn Account(
    /// The reader's name.
    person: String,
    /// Two letters for the reader.
    initials: String,
) -> impl IntoView {
    let words = &use_text().common;
    let label = fill(words.account, &[("name", &person)]);
    view! {
        <details class="menu menu-below">
            <summary><span class="avatar" aria-hidden="true">{initials}</span><span class="hide">{label}</span></summary>
            <div class="items">
                <p class="fine">{person}</p>
                <LanguageForm/>
                <form method="post" action="/keluar"><button class="btn btn-wide">{words.sign_out}</button></form>
            </div>
        </details>
    }
}
