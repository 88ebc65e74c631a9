//! What happened to the case, newest first, and who opened the reporter's identity.

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

fn moment(event: &EventView, words: &Words) -> Moment {
    let about = event.about.as_ref().map_or("", |agency| agency.short.as_str());
    let title = fill(
        words.history.of(event.act),
        &[("by", &doer(&event.by, words)), ("about", about)],
    );
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
fn doer(by: &ByView, words: &Words) -> String {
    match by {
        ByView::Reporter => words.doers.you.to_owned(),
        ByView::Clock => words.doers.clock.to_owned(),
        ByView::Desk { agency, .. } => agency.short.clone(),
    }
}

/// Who opened the reporter's identity, when and why.
#[component]
pub(super) fn Identity(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let opened: Vec<_> = case
        .history
        .iter()
        .filter(|event| event.act == Act::OpenIdentity)
        .map(|event| line(event, words))
        .collect();
    let title = if opened.is_empty() {
        words.tracking.identity_none
    } else {
        words.tracking.identity_seen
    };
    view! {
        <section class="stack stack-s" aria-labelledby="identity">
            <h2 id="identity">{words.tracking.identity}</h2>
            <p class="fine soft">{title}</p>
            {(!opened.is_empty()).then(|| view! { <ul class="links stack stack-s fine">{opened}</ul> })}
            <p class="fine"><a href="/bantuan#identitas">{words.common.foot_identity}</a></p>
        </section>
    }
}

fn line(event: &EventView, words: &Words) -> impl IntoView + use<> {
    let reason = event
        .sentence
        .clone()
        .or_else(|| event.reason.clone())
        .unwrap_or_default();
    let line = match &event.by {
        ByView::Desk {
            agency,
            person: Some(person),
        } => fill(
            words.tracking.identity_line,
            &[("name", person), ("agency", &agency.short), ("reason", &reason)],
        ),
        by @ (ByView::Desk { person: None, .. } | ByView::Reporter | ByView::Clock) => [doer(by, words), reason]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
    };
    view! { <li>{line}", "<time datetime=event.at.iso.clone()>{event.at.short.clone()}</time></li> }
}
