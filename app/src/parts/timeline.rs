//! What happened, and what comes next.

use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// One moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its colour and drawing; `None` while it is still to come.
    pub mark: Option<(Tone, Glyph)>,
    /// What happens.
    pub title: String,
    /// Why, or for how long; may be empty.
    pub note: String,
    /// When, as text; may be empty.
    pub when: String,
    /// When, for machines: RFC 3339 or a date.
    pub at: String,
}

/// The moments, in the order of the page.
#[component]
pub fn Timeline(
    /// The moments.
    moments: Vec<Moment>,
) -> impl IntoView {
    let lines = moments.into_iter().map(|moment| {
        let class = moment.mark.map_or("next", |(tone, _)| tone.class());
        view! {
            <li class=class>
                <span class="dot">{moment.mark.map(|(_, glyph)| view! { <Icon glyph/> })}</span>
                <p>{moment.title}</p>
                {(!moment.when.is_empty()).then(|| view! { <time datetime=moment.at>{moment.when}</time> })}
                {(!moment.note.is_empty()).then(|| view! { <p class="fine">{moment.note}</p> })}
            </li>
        }
    });
    view! { <ol class="timeline">{lines.collect_view()}</ol> }
}
