//! Who may see the report, how to reach its reporter, and the consent.

use domain::{kind::Visibility, limits};
use leptos::prelude::*;

use super::{
    Sending,
    shared::Shared,
    steps::{Step, Steps},
};
use crate::{
    parts::{Check, ChoiceCard, Choices, TextInput},
    text::use_text,
};

/// What a citizen chooses from; "anonymous and secret" is what a sensitive service makes of "anonymous".
pub(super) const OFFERED: [Visibility; 3] = [Visibility::Open, Visibility::Anonymous, Visibility::Secret];

/// Visibility, name, contact and consent.
#[component]
pub(super) fn YouPart(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let words = use_text();
    let choices = OFFERED
        .iter()
        .map(|&it| ChoiceCard::new(it.as_str(), words.visibilities.of(it), words.visibility_notes.of(it)))
        .collect();
    let is_agreed = form.text("consent") == "yes";
    view! {
        <section class="part" data-step=Step::You.id() aria-labelledby=Step::You.id() hidden=steps.hides(Step::You)>
            <h2 id=Step::You.id() tabindex="-1">{words.filing.part_you}</h2>
            <Choices
                name="visibility"
                legend=words.filing.visibility
                choices
                chosen=form.text_or("visibility", Visibility::Anonymous.as_str())
                error=form.problem("visibility")
            />
            <NameAndContact form name=words.filing.name contact=words.filing.contact autocomplete=("name", "email")/>
            <Check
                name="consent"
                word=words.filing.consent
                note=words.filing.consent_note
                checked=is_agreed
                required=true
                error=form.problem("consent")
            />
            {move || steps.at().is_some().then(|| view! { <Shared/> })}
            <p class="fine soft"><a href="/bantuan#identitas">{words.common.foot_identity}</a></p>
        </section>
    }
    .into_any()
}

/// Name and contact of the reporter; neither must be given.
#[component]
pub(super) fn NameAndContact(
    /// The form.
    form: Sending,
    /// What the name is called.
    name: &'static str,
    /// What the contact is called.
    contact: &'static str,
    /// What the browser may fill in for each.
    autocomplete: (&'static str, &'static str),
) -> impl IntoView {
    let words = use_text().filing;
    view! {
        <div class="pair">
            <TextInput
                name="name"
                label=name
                hint=words.name_hint
                autocomplete=autocomplete.0
                value=form.text("name")
                maxlength=limits::LINE.max
                optional=true
                error=form.problem("name")
            />
            <TextInput
                name="contact"
                label=contact
                hint=words.contact_hint
                autocomplete=autocomplete.1
                value=form.text("contact")
                maxlength=limits::LINE.max
                optional=true
                error=form.problem("contact")
            />
        </div>
    }
    .into_any()
}
