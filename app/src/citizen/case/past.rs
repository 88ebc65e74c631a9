//! What happened to the case, newest first.

use domain::{
    deed::Act,
    view::{ByView, CaseView, EventView},
};
use leptos::prelude::*;

use crate::{
    parts::{Card, Glyph, Moment, Timeline, Tone, badge::mark},
    text::{Words, fill, use_text},
};

/// The history.
#[component]
pub(super) fn Past(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let moments = case.history.iter().map(|event| moment(event, words)).collect();
    view! { <Card id="history" title=words.tracking.history><Timeline moments/></Card> }
}

/// One line of the history, as the reporter reads it.
pub(crate) fn moment(event: &EventView, words: &Words) -> Moment {
    let about = event.about.as_ref().map_or("", |agency| agency.short.as_str());
    // Who filed for somebody is named: it is an act towards them.
    let sentence = match (event.act, &event.by) {
        (Act::File, ByView::Desk { .. }) => words.assist.filed_by,
        _ => words.history.of(event.act),
    };
    let title = fill(sentence, &[("by", &doer(&event.by, words)), ("about", about)]);
    let mark = if event.act == Act::File {
        (Tone::Good, Glyph::Check)
    } else if event.act == Act::OpenIdentity {
        (Tone::Plain, Glyph::Eye)
    } else {
        mark(event.to)
    };
    Moment {
        mark: Some(mark),
        title,
        note: event.sentence.clone().unwrap_or_default(),
        when: event.at.short.clone(),
        at: event.at.iso.clone(),
    }
}

/// Who did it, as the reporter reads it.
pub(crate) fn doer(by: &ByView, words: &Words) -> String {
    match by {
        ByView::Reporter => words.doers.you.to_owned(),
        ByView::Clock => words.doers.clock.to_owned(),
        ByView::Desk { agency, .. } => agency.short.clone(),
    }
}
