//! A status, as icon, word and colour; and a count.

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
