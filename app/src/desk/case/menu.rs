//! The acts beside the main ones: a disclosure whose entries open dialogs by their address.

use domain::deed::Act;
use leptos::prelude::*;

use super::{
    Shown, answer, archive, classify, conflict, erasure, handoff, identity, lost, publish, ruling, triage, waiting,
};
use crate::{
    parts::{Glyph, Icon},
    text::use_text,
};

/// An entry: the act, the dialog it opens, its drawing. In the order of the menu.
const ENTRIES: &[(Act, &str, Glyph)] = &[
    (Act::Offer, handoff::OFFER, Glyph::Handoff),
    (Act::ProposeOutside, handoff::OUTSIDE, Glyph::Handoff),
    (Act::Classify, classify::CLASSIFY, Glyph::Filter),
    (Act::Assign, classify::ASSIGN, Glyph::Person),
    (Act::Publish, publish::PUBLISH, Glyph::Eye),
    (Act::Revise, publish::REVISE, Glyph::Eye),
    (Act::Unpublish, publish::UNPUBLISH, Glyph::Hidden),
    (Act::Prolong, archive::PROLONG, Glyph::Clock),
    (Act::SendToPpid, archive::PPID, Glyph::Info),
    (Act::ExtendPpid, archive::PPID_MORE, Glyph::Clock),
    (Act::Refer, triage::REFER, Glyph::Handoff),
    (Act::Rule, ruling::RULE_ANEW, Glyph::Office),
    (Act::ProposeArchive, archive::ARCHIVE, Glyph::Cross),
    (Act::OpenIdentity, identity::IDENTITY, Glyph::Eye),
    (Act::NewReceipt, lost::RECEIPT, Glyph::Again),
    (Act::Flag, conflict::FLAG, Glyph::Hidden),
    (Act::LiftFlag, conflict::LIFT, Glyph::Hidden),
];

impl Shown {
    /// The entries whose acts are open to the reader. A ruling that is awaited has its own form on the page.
    fn entries(&self) -> impl Iterator<Item = &'static (Act, &'static str, Glyph)> {
        let is_awaited = self.is_ruling_awaited();
        ENTRIES
            .iter()
            .filter(move |(act, ..)| self.case.may(*act) && !(*act == Act::Rule && is_awaited))
    }

    /// Whether the menu has any entry.
    pub(super) fn has_more_acts(&self) -> bool {
        self.entries().next().is_some()
    }
}

/// The menu. Nothing where it would be empty.
#[component]
pub(super) fn Menu(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    shown.has_more_acts().then(|| {
        let entries = shown.entries().map(|&(act, dialog, glyph)| {
            view! {
                <li><a href=format!("#{dialog}") rel="external"><Icon glyph/>{words.acts.of(act)}</a></li>
            }
        });
        view! {
            <details class="menu">
                <summary class="btn">{words.case_desk.more_acts}<Icon glyph=Glyph::Open/></summary>
                <ul class="items">{entries.collect_view()}</ul>
            </details>
        }
    })
}

/// The dialogs of the page; each is drawn only where its act is open to the reader.
pub(super) fn dialogs(shown: &Shown) -> Vec<AnyView> {
    let all = || shown.clone();
    vec![
        view! { <answer::AnswerDialog shown=all()/> }.into_any(),
        view! { <handoff::OfferDialog shown=all()/> }.into_any(),
        view! { <handoff::OutsideDialog shown=all()/> }.into_any(),
        view! { <handoff::DeclineDialog shown=all()/> }.into_any(),
        view! { <handoff::TogetherDialog shown=all()/> }.into_any(),
        view! { <handoff::RefuseTogetherDialog shown=all()/> }.into_any(),
        view! { <classify::ClassifyDialog shown=all()/> }.into_any(),
        view! { <classify::AssignDialog shown=all()/> }.into_any(),
        view! { <publish::PublishDialogs shown=all()/> }.into_any(),
        view! { <archive::SentenceDialogs shown=all()/> }.into_any(),
        view! { <archive::ArchiveDialog shown=all()/> }.into_any(),
        view! { <archive::PpidDialog shown=all()/> }.into_any(),
        view! { <triage::ReferDialog shown=all()/> }.into_any(),
        view! { <ruling::RuleAnewDialog shown=all()/> }.into_any(),
        view! { <waiting::ReturnDialog shown=all()/> }.into_any(),
        view! { <identity::IdentityDialog shown=all()/> }.into_any(),
        view! { <lost::ReceiptDialog shown=all()/> }.into_any(),
        view! { <erasure::EraseDialog shown=all()/> }.into_any(),
        view! { <erasure::RefuseDialog shown=all()/> }.into_any(),
        view! { <conflict::FlagDialog shown=all()/> }.into_any(),
        view! { <conflict::LiftDialog shown=all()/> }.into_any(),
    ]
}
