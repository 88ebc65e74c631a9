//! What happened to the case, newest first.

use std::sync::Arc;

use domain::{
    deed::Act,
    kind::{ArchiveReason, HandoffReason, Kind},
    view::{ByView, CaseView, EventView},
};
use leptos::prelude::*;

use crate::{
    parts::{Card, Glyph, Moment, Timeline, Tone},
    text::{Words, fill, use_text},
};

/// The history, as far as the reader may see it.
#[component]
pub(super) fn HistoryCard(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    let moments: Vec<Moment> = case.history.iter().map(|event| moment(event, words)).collect();
    (!moments.is_empty()).then(|| view! { <Card id="riwayat" title=words.case_desk.history><Timeline moments/></Card> })
}

/// One event as a line. Where nobody is known, an act of the rule book is told without a doer.
pub(super) fn moment(event: &EventView, words: &Words) -> Moment {
    let about = event.about.as_ref().map_or("", |agency| agency.short.as_str());
    let sentence = match (event.act, &event.by) {
        (Act::File, ByView::Desk { .. }) => words.assist.filed_by,
        _ => words.history.of(event.act),
    };
    let title = fill(sentence, &[("by", &by(&event.by, words)), ("about", about)]);
    // Why a case began where it began stands on the receipt.
    let reason = event
        .reason
        .as_deref()
        .filter(|_| event.act != Act::File)
        .map(|code| reason(code, words));
    let parts: Vec<String> = reason.into_iter().chain(event.sentence.clone()).collect();
    Moment {
        mark: Some(mark(event.act)),
        title,
        note: parts.join(". "),
        when: event.at.short.clone(),
        at: event.at.iso.clone(),
    }
}

/// Who did it: the desk, with the officer where the reader may know.
fn by(by: &ByView, words: &Words) -> String {
    match by {
        ByView::Reporter => words.doers.reporter.to_owned(),
        ByView::Clock => words.doers.clock.to_owned(),
        ByView::Desk { agency, person: None } => agency.short.clone(),
        ByView::Desk {
            agency,
            person: Some(person),
        } => fill(words.doers.person, &[("person", person), ("agency", &agency.short)]),
    }
}

/// A reason by its code, or as it was written.
fn reason(code: &str, words: &Words) -> String {
    let known = HandoffReason::find(code)
        .map(|reason| words.handoff_reasons.of(reason))
        .or_else(|| ArchiveReason::find(code).map(|reason| words.archive_reasons.of(reason)))
        .or_else(|| Kind::find(code).map(|kind| words.kinds.of(kind)));
    known.unwrap_or(code).to_owned()
}

/// Colour and drawing of an act.
const fn mark(act: Act) -> (Tone, Glyph) {
    match act {
        Act::File | Act::Verify | Act::Accept | Act::AcceptTask => (Tone::Good, Glyph::Check),
        Act::Answer | Act::ApproveAnswer | Act::Confirm | Act::FinishTask => (Tone::Good, Glyph::Done),
        Act::Dispatch | Act::Classify | Act::Assign | Act::Start => (Tone::Info, Glyph::Joint),
        Act::Note => (Tone::Plain, Glyph::Note),
        Act::AskData => (Tone::Wait, Glyph::Question),
        Act::Reply | Act::Supply | Act::ReturnAnswer => (Tone::Info, Glyph::Message),
        Act::Publish | Act::Revise => (Tone::Info, Glyph::Eye),
        Act::Unpublish => (Tone::Plain, Glyph::Hidden),
        Act::Prolong | Act::ApproveProlong | Act::SendToPpid | Act::ExtendPpid => (Tone::Info, Glyph::Clock),
        Act::Offer | Act::TakeBack | Act::ProposeOutside | Act::Refer => (Tone::Joint, Glyph::Handoff),
        Act::Decline | Act::DeclineTask | Act::RefuseTogether => (Tone::Joint, Glyph::Cross),
        Act::Together | Act::AgreeTogether => (Tone::Joint, Glyph::Joint),
        Act::Rule | Act::RuleTask => (Tone::Joint, Glyph::Office),
        Act::Flag | Act::LiftFlag => (Tone::Joint, Glyph::Hidden),
        Act::OpenIdentity => (Tone::Wait, Glyph::Eye),
        Act::NewReceipt => (Tone::Wait, Glyph::Again),
        Act::AskErasure | Act::EraseIdentity | Act::RefuseErasure => (Tone::Plain, Glyph::Hidden),
        Act::Reopen | Act::Object => (Tone::Info, Glyph::Again),
        Act::Rate => (Tone::Plain, Glyph::Figures),
        Act::ExpireOffer | Act::ExpireTogether => (Tone::Late, Glyph::Warn),
        Act::CloseSilent => (Tone::Plain, Glyph::Pause),
        Act::Recount => (Tone::Info, Glyph::Clock),
        Act::ProposeArchive | Act::ApproveArchive | Act::Withdraw | Act::ArchiveSilent => (Tone::Plain, Glyph::Cross),
    }
}
