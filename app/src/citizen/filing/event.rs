//! What happened, in free words, and of what kind it is.

use domain::{kind::Kind, limits};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    Sending,
    drafting::Drafting,
    masking::MaskingChoice,
    steps::{Step, Steps},
};
use crate::{
    parts::{ChoiceCard, Choices, TextArea},
    text::use_text,
};

/// Story and kind.
#[component]
pub(super) fn EventPart(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
    /// The draft of who writes about themselves: they are asked what becomes of a name or number in their words.
    #[prop(optional)]
    drafting: Option<Drafting>,
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
        <section class="part" data-step=Step::Story.id() aria-labelledby=Step::Story.id() hidden=steps.hides(Step::Story)>
            <h2 id=Step::Story.id() tabindex="-1">{words.filing.part_event}</h2>
            <TextArea
                name="body"
                label=words.filing.body
                hint=words.filing.body_hint
                value=form.text("body")
                rows=7
                maxlength=limits::BODY.max
                error=form.problem("body")
            />
            {drafting.map(|drafting| view! { <MaskingChoice form drafting/> })}
            <Choices
                name="kind"
                legend=words.filing.kind
                choices=kinds
                columns=2
                chosen=form.text_or("kind", usual.as_str())
                error=form.problem("kind")
            />
            <p class="fine soft">{words.filing.whistle}" "<a href="/bantuan#wbs">{words.help.whistle}</a></p>
        </section>
    }
    .into_any()
}
