//! The kind of report, and what happened.

use domain::{kind::Kind, limits};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{Sending, masking::MaskingChoice};
use crate::{
    parts::{ChoiceCard, Choices, TextArea, TextInput},
    text::use_text,
};

/// Kind, story and date.
#[component]
pub(super) fn EventPart(
    /// The form.
    form: Sending,
) -> impl IntoView {
    let words = use_text();
    let kinds = Kind::ALL
        .iter()
        .map(|&kind| ChoiceCard::new(kind.as_str(), words.kinds.of(kind), words.kind_notes.of(kind)))
        .collect();
    // The help page leads here with a kind already chosen: `/lapor?jenis=whistleblowing`.
    let asked = use_query_map().with_untracked(|query| query.get("jenis"));
    let usual = asked.and_then(|code| Kind::find(&code)).unwrap_or(Kind::Complaint);
    view! {
        <Choices
            name="kind"
            legend=words.filing.kind
            choices=kinds
            columns=2
            chosen=form.text_or("kind", usual.as_str())
            error=form.problem("kind")
        />
        <p class="fine soft">{words.filing.whistle}" "<a href="/bantuan#wbs">{words.help.whistle}</a></p>
        <section class="part" aria-labelledby="part-event">
            <h2 id="part-event">{words.filing.part_event}</h2>
            <TextArea
                name="body"
                label=words.filing.body
                hint=words.filing.body_hint
                value=form.text("body")
                rows=7
                maxlength=limits::BODY.max
                error=form.problem("body")
            />
            <MaskingChoice form/>
            <div class="pair">
                <TextInput
                    name="event_date"
                    label=words.filing.event_date
                    hint=words.filing.event_date_hint
                    kind="date"
                    value=form.text("event_date")
                    optional=true
                    error=form.problem("event_date")
                />
            </div>
        </section>
    }
    .into_any()
}
