//! Agency and service, and the questions that depend on them.

use domain::view::choices::{ChoiceGroup, FilingChoices, SuggestionView};
use leptos::prelude::*;

use super::{
    Sending,
    questions::{Questions, follow},
    suggestion::Suggestion,
};
use crate::{parts::Select, text::use_text};

/// Agency, service and the questions about them. All may stay empty.
#[component]
pub(super) fn AgencyPart(
    /// The form.
    form: Sending,
    /// What the form lets people choose from.
    choices: FilingChoices,
    /// What the clerk suggests.
    suggestion: Signal<Option<SuggestionView>>,
) -> impl IntoView {
    let words = use_text();
    let service = RwSignal::new(form.text("service"));
    let services = choices
        .services
        .into_iter()
        .map(|(kind, choices)| ChoiceGroup {
            label: words.service_kinds.of(kind).to_owned(),
            choices,
        })
        .collect();
    view! {
        <section class="part" aria-labelledby="part-agency">
            <h2 id="part-agency">{words.filing.part_agency}</h2>
            <p class="soft">{words.filing.agency_lead}</p>
            <Suggestion form suggestion agencies=choices.agencies/>
            <Select
                name="service"
                label=words.filing.service
                nothing=words.filing.service_none
                groups=services
                chosen=form.text("service")
                optional=true
                error=form.problem("service")
                on:change=follow(service)
            />
            <Questions form groups=choices.questions service=service.into() suggestion/>
        </section>
    }
    .into_any()
}
