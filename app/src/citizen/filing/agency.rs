//! Agency and service, and what is asked when it is about a licence.

use domain::{
    kind::ServiceKind,
    limits,
    view::choices::{Choice, ChoiceGroup},
};
use leptos::prelude::*;

use super::Sending;
use crate::{
    parts::{ChoiceCard, Choices, Select, TextInput, ungrouped},
    text::use_text,
};

/// Agency, service and the licensing fields. All may stay empty.
#[component]
pub(super) fn AgencyPart(
    /// The form.
    form: Sending,
    /// Agencies that take reports.
    agencies: Vec<Choice>,
    /// Services, by kind.
    services: Vec<(ServiceKind, Vec<Choice>)>,
) -> impl IntoView {
    let words = use_text();
    let services = services
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
            <div class="pair">
                <Select
                    name="agency"
                    label=words.filing.agency
                    nothing=words.filing.agency_unknown
                    groups=vec![ungrouped(agencies)]
                    chosen=form.text("agency")
                    optional=true
                    error=form.problem("agency")
                />
                <Select
                    name="service"
                    label=words.filing.service
                    nothing=words.filing.service_none
                    groups=services
                    chosen=form.text("service")
                    optional=true
                    error=form.problem("service")
                />
            </div>
            <LicenceFields form/>
        </section>
    }
    .into_any()
}

/// What is asked when it is about a licence.
#[component]
fn LicenceFields(
    /// The form.
    form: Sending,
) -> impl IntoView {
    let words = use_text();
    let answers = vec![
        ChoiceCard::new("no", words.common.no, ""),
        ChoiceCard::new("yes", words.common.yes, words.filing.fee_yes_note),
    ];
    view! {
        <fieldset class="field card card-s card-flat stack">
            <legend>{words.filing.part_licence}</legend>
            <div class="pair">
                <TextInput
                    name="application_no"
                    label=words.filing.application_no
                    hint=words.filing.application_no_hint
                    value=form.text("application_no")
                    maxlength=limits::LINE.max
                    optional=true
                    error=form.problem("application_no")
                />
                <TextInput
                    name="nib"
                    label=words.filing.nib
                    hint=words.filing.nib_hint
                    inputmode="numeric"
                    value=form.text("nib")
                    optional=true
                    error=form.problem("nib")
                />
                <TextInput
                    name="applied_on"
                    label=words.filing.applied_on
                    kind="date"
                    value=form.text("applied_on")
                    optional=true
                    error=form.problem("applied_on")
                />
            </div>
            <p class="fine soft">{words.filing.can_tell}</p>
            <Choices
                name="fee"
                legend=words.filing.fee
                choices=answers
                columns=2
                chosen=form.text("fee")
                error=form.problem("fee")
            />
        </fieldset>
    }
    .into_any()
}
