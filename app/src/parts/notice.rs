//! Something to know, in the colour of its tone.

use leptos::children::TypedChildren;
use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// A notice.
#[component]
pub fn Notice<C>(
    /// Its colour.
    tone: Tone,
    /// Its drawing.
    glyph: Glyph,
    /// What it says, in a few words; may be empty.
    #[prop(optional, into)]
    title: String,
    /// Announces itself when it appears after an act.
    #[prop(optional)]
    live: bool,
    /// The rest.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    view! {
        <div class=format!("notice {}", tone.class()) role=live.then_some("status")>
            <Icon glyph/>
            <div>
                {(!title.is_empty()).then(|| view! { <p class="title">{title}</p> })}
                {children.into_inner()()}
            </div>
        </div>
    }
}
