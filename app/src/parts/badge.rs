//! A status, as icon, word and colour; and a count.

use domain::case::status::StatusCode;
use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// A status. Printed in grey it still reads.
#[component]
pub fn Badge(
    /// Its colour.
    tone: Tone,
    /// Its drawing.
    glyph: Glyph,
    /// Its word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! { <span class=format!("badge {}", tone.class())><Icon glyph/>{word}</span> }
}

/// Colour and drawing of a status: the same on the citizen's page, the desk and the dashboard.
#[must_use]
pub const fn mark(status: StatusCode) -> (Tone, Glyph) {
    match status {
        StatusCode::Submitted => (Tone::Plain, Glyph::Clock),
        StatusCode::NeedInfo | StatusCode::Responded => (Tone::Wait, Glyph::Message),
        StatusCode::Dispatched => (Tone::Info, Glyph::Handoff),
        StatusCode::InProgress => (Tone::Info, Glyph::Joint),
        StatusCode::TransferPending => (Tone::Joint, Glyph::Handoff),
        StatusCode::Reopened => (Tone::Info, Glyph::Again),
        StatusCode::Resolved => (Tone::Good, Glyph::Done),
        StatusCode::AutoClosed => (Tone::Plain, Glyph::Pause),
        StatusCode::Merged => (Tone::Plain, Glyph::Joint),
        StatusCode::Referred => (Tone::Plain, Glyph::Handoff),
        StatusCode::Archived | StatusCode::Withdrawn => (Tone::Plain, Glyph::Cross),
    }
}

/// The status of a case. The page chooses the words: a citizen and an officer read different ones.
#[component]
pub fn StatusBadge(
    /// The status.
    status: StatusCode,
    /// Its word: [`crate::text::Status`] or [`crate::text::StatusForDesk`].
    #[prop(into)]
    word: String,
) -> impl IntoView {
    let (tone, glyph) = mark(status);
    view! { <Badge tone glyph word/> }
}

/// A count beside a word. [`Tone::Wait`] and [`Tone::Late`] only where someone must act today.
#[component]
pub fn Pill(
    /// The count, as text: "12.530", "kurang dari 5".
    #[prop(into)]
    count: String,
    /// Its colour.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! { <span class=format!("pill {}", tone.class())>{count}</span> }
}
