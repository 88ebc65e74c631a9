//! Buttons for acts, links in their shape for places. One filled button per group.

use leptos::either::Either;
use leptos::prelude::*;

use super::{Glyph, Icon};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one act of the group, filled.
    Main,
    /// Filled, as wide as its column.
    MainWide,
    /// Any other act.
    #[default]
    Usual,
    /// Any other act, as wide as its column.
    Wide,
    /// An act that hardly matters here.
    Quiet,
    /// An act that cannot be undone.
    Risk,
}

impl ButtonKind {
    /// Its classes, from `style/parts/button.css`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Main => "btn btn-main",
            Self::MainWide => "btn btn-main btn-wide",
            Self::Usual => "btn",
            Self::Wide => "btn btn-wide",
            Self::Quiet => "btn btn-quiet",
            Self::Risk => "btn btn-risk",
        }
    }
}

/// Sends the form it stands in.
#[component]
pub fn Button(
    /// What happens when it is pressed.
    #[prop(into)]
    word: String,
    /// A drawing before the word.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Its weight in the group.
    #[prop(optional)]
    kind: ButtonKind,
    /// Name of the field that tells which button was pressed.
    #[prop(optional)]
    name: Option<&'static str>,
    /// Value of that field.
    #[prop(optional, into)]
    value: Option<String>,
    /// Whether what it sent is still on its way. It keeps the focus, so it is not disabled: the form refuses a second send.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            class=kind.class()
            name=name
            value=value
            aria-busy=move || busy.get().then_some("true")
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {word}
        </button>
    }
}

/// Leads to another page, in the shape of a button.
#[component]
pub fn LinkButton(
    /// Where it leads; `None` shows it without leading anywhere.
    #[prop(into)]
    href: Option<String>,
    /// Its word.
    #[prop(into)]
    word: String,
    /// A drawing before the word.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// A drawing after the word.
    #[prop(optional)]
    after: Option<Glyph>,
    /// Its weight in the group.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let inside = (
        glyph.map(|glyph| view! { <Icon glyph/> }),
        word,
        after.map(|glyph| view! { <Icon glyph/> }),
    );
    match href {
        Some(href) => Either::Left(view! { <a class=kind.class() href=href>{inside}</a> }),
        None => Either::Right(view! { <a class=kind.class() role="link" aria-disabled="true">{inside}</a> }),
    }
}
