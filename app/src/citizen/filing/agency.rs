//! Agency and service, and the questions that depend on them.

use domain::view::choices::{ChoiceGroup, FilingChoices, SuggestionView};
use leptos::prelude::*;

use super::{
    Sending,
    questions::{Questions, follow},
    steps::{Step, Steps},
    suggestion::Suggestion,
};
use crate::{parts::Select, text::use_text};

/// Agency and service, and the questions about them as a part of their own. All may stay empty.
#[component]
pub(super) fn AgencyPart(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
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
        <section
            class="part"
            data-step=Step::Agency.id()
            aria-labelledby=Step::Agency.id()
            hidden=steps.hides(Step::Agency)
        >
            <h2 id=Step::Agency.id() tabindex="-1">{words.filing.part_agency}</h2>
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
        </section>
        <section
            class="part"
            data-step=Step::Licence.id()
            aria-labelledby=Step::Licence.id()
            hidden=steps.hides(Step::Licence)
        >
            <h2 id=Step::Licence.id() tabindex="-1">{words.filing.part_licence}</h2>
            <Questions form groups=choices.questions service=service.into() suggestion/>
        </section>
    }
    .into_any()
}
