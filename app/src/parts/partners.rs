//! The agencies of a joint case.

use leptos::prelude::*;

use super::{Badge, Glyph, Tone};

/// One agency of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Two letters for it.
    pub initials: String,
    /// Its short name.
    pub name: String,
    /// "instansi utama" or "pendukung".
    pub part: String,
    /// What it does, and until when.
    pub task: String,
    /// Where that stands: colour, drawing, word.
    pub state: (Tone, Glyph, String),
}

/// One line per agency.
#[component]
pub fn Partners(
    /// The lead first.
    partners: Vec<Partner>,
) -> impl IntoView {
    let lines = partners.into_iter().map(|partner| {
        let (tone, glyph, word) = partner.state;
        view! {
            <li>
                <span class="avatar avatar-org" aria-hidden="true">{partner.initials}</span>
                <div>
                    <p><b>{partner.name}</b>" "<span class="tag">{partner.part}</span></p>
                    <p class="fine">{partner.task}</p>
                    <p><Badge tone glyph word/></p>
                </div>
            </li>
        }
    });
    view! { <ul class="partners">{lines.collect_view()}</ul> }
}
