//! Who opened the reporter's identity, when and why: the reporter's own log.

use domain::view::{CaseView, privacy::OpeningView};
use leptos::prelude::*;

use crate::{
    parts::{Card, Glyph, Moment, Timeline, Tone},
    text::{Words, fill, use_text},
};

/// The log; says so where nobody has looked.
#[component]
pub(super) fn Openings(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let said = words.openings;
    let moments: Vec<Moment> = case
        .privacy
        .openings
        .iter()
        .rev()
        .map(|opening| moment(opening, words))
        .collect();
    let nobody = moments.is_empty().then(|| {
        let line = if case.visibility.is_anonymous() {
            said.anonymous
        } else {
            said.none
        };
        view! { <p class="soft">{line}</p> }
    });
    let log = (!moments.is_empty()).then(|| view! { <Timeline moments/> });
    view! {
        <Card id="openings" title=said.title>
            {nobody}
            {log}
            <p class="fine soft">{said.note}" "<a href="/bantuan#identitas">{words.common.foot_identity}</a></p>
        </Card>
    }
}

fn moment(opening: &OpeningView, words: &Words) -> Moment {
    Moment {
        mark: Some((Tone::Plain, Glyph::Eye)),
        title: who(opening, words),
        note: fill(words.openings.reason, &[("reason", &opening.reason)]),
        when: opening.at.long.clone(),
        at: opening.at.iso.clone(),
    }
}

/// First name, role and desk; without the name where the account is gone.
pub(crate) fn who(opening: &OpeningView, words: &Words) -> String {
    let values = [
        ("name", opening.name.as_str()),
        ("role", words.roles.of(opening.role)),
        ("agency", opening.agency.short.as_str()),
    ];
    let sentence = if opening.name.is_empty() {
        words.openings.nameless
    } else {
        words.openings.named
    };
    fill(sentence, &values)
}
