//! `/meja/bantu`: an officer files for a citizen, on one screen, with the keyboard alone. The receipt is shown once.

use codee::binary::PostcardCodec;
use domain::{
    kind::{Channel, Visibility},
    view::choices::FilingChoices,
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use serde::{Deserialize, Serialize};

use super::{
    Sending, WholeError,
    agency::AgencyPart,
    event::EventPart,
    place::PlacePart,
    steps::{Step, Steps},
    suggestion,
    you::{NameAndContact, OFFERED},
};
use crate::{
    citizen::{
        files::FilesField,
        paper::Handed,
        receipt::HandOver,
        view::{Shown, use_view},
    },
    form::use_posted,
    parts::{Check, ChoiceCard, Choices, ErrorSummary, Glyph, Icon, LinkButton, Skeleton},
    problem_page::ProblemPage,
    staff::{Room, StaffPage, read_reader},
    text::use_text,
};

/// The address of this page and of its form.
const PATH: &str = "/meja/bantu";
/// The ways in which a citizen comes, the usual one first. As `portal` takes them.
const CHANNELS: [Channel; 3] = [Channel::Counter, Channel::Phone, Channel::Letter];

/// What the page shows: the form, or the receipt of what was just filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistView {
    /// What the form lets an officer choose from.
    pub choices: FilingChoices,
    /// The receipt to hand over. It stands in the answer to the form, and at no address.
    pub handed: Option<Handed>,
}

/// The page: who asks, and what they may choose from.
#[component]
pub fn AssistPage() -> impl IntoView {
    let reader = Resource::<_, PostcardCodec>::new_with_options(|| (), |()| read_reader(), false);
    let view = use_view::<AssistView>(|| PATH.to_owned());
    let drawn = move || {
        Suspend::new(async move {
            match reader.await {
                Ok(reader) => Either::Left(view! {
                    <StaffPage reader here=Room::Assist class="page page-narrow">
                        <Shown view draw=draw/>
                    </StaffPage>
                }),
                Err(error) => Either::Right(view! { <ProblemPage error/> }),
            }
        })
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }
}

fn draw(view: AssistView) -> AnyView {
    match view.handed {
        Some(handed) => {
            let said = use_text().assist;
            view! {
                <HandOver handed title=said.done lead=said.done_lead>
                    <LinkButton href=PATH.to_owned() word=said.again glyph=Glyph::Write/>
                </HandOver>
            }
            .into_any()
        }
        None => view! { <AssistForm choices=view.choices/> }.into_any(),
    }
}

/// The form.
#[component]
fn AssistForm(
    /// What it lets an officer choose from.
    choices: FilingChoices,
) -> impl IntoView {
    let words = use_text();
    let said = words.assist;
    let form = Sending::new(use_posted());
    let key = form.text_or("key", &choices.key);
    let suggestion = RwSignal::new(choices.suggestion.clone());
    let follow = move |event: web_sys::Event| suggestion::follow(&event, suggestion);
    // Steps that never begin: all parts stand on one screen.
    let steps = Steps::new();
    // The browser itself posts it: the answer is the receipt, and stands at no address to come back to.
    view! {
        <Title text=said.title/>
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <div class="headline section-s">
            <div>
                <h1>{said.title}</h1>
                <p class="lead">{said.lead}</p>
            </div>
        </div>
        <Keys/>
        <form class="form" method="post" action=PATH enctype="multipart/form-data" novalidate on:change=follow>
            // The first button of a form is what the Enter key presses: it must ask for nothing else.
            <button class="hide" tabindex="-1" aria-hidden="true"></button>
            <input type="hidden" name="key" value=key/>
            <EventPart form steps/>
            <PlacePart form steps regencies=choices.regencies.clone() districts=choices.districts.clone() capitals=choices.capitals.clone() has_boundaries=choices.has_boundaries/>
            <AgencyPart form steps choices suggestion=suggestion.into()/>
            <section class="part" aria-labelledby=Step::Files.id()>
                <h2 id=Step::Files.id()>{words.files.part}</h2>
                <FilesField form may_be_anonymous=true/>
            </section>
            <CitizenPart form/>
            <p class="fine soft">{said.own}</p>
            <button class="btn btn-main" id="kirim" accesskey="9"><Icon glyph=Glyph::Send/>{said.send}</button>
        </form>
    }
    .into_any()
}

/// Where each key leads: links, so that they work without scripts and are read out.
#[component]
fn Keys() -> impl IntoView {
    let said = use_text().assist;
    let keys = [
        ("1", "#body", said.key_event),
        ("2", "#regency", said.key_place),
        ("3", "#agency", said.key_agency),
        ("4", "#channel", said.key_citizen),
    ];
    let links = keys.map(|(key, field, word)| {
        view! { <li><a href=field accesskey=key rel="external">{word}</a></li> }
    });
    view! {
        <nav class="stack stack-s" aria-labelledby="pintasan">
            <h2 id="pintasan" class="fine">{said.keys}</h2>
            <ul class="row fine">{links}<li>{said.key_send}</li></ul>
            <p class="tiny soft">{said.keys_note}</p>
        </nav>
    }
}

/// How the citizen came, who may see the report, how to reach them, and that they agree.
#[component]
fn CitizenPart(
    /// The form.
    form: Sending,
) -> impl IntoView {
    let words = use_text();
    let said = words.assist;
    let channels = CHANNELS.map(|it| {
        let note = if it == Channel::Counter { said.counter_note } else { "" };
        ChoiceCard::new(it.as_str(), words.channels.of(it), note)
    });
    let choices = OFFERED
        .iter()
        .map(|&it| ChoiceCard::new(it.as_str(), words.visibilities.of(it), words.visibility_notes.of(it)))
        .collect();
    view! {
        <section class="part" aria-labelledby="part-citizen">
            <h2 id="part-citizen">{said.citizen}</h2>
            <Choices
                name="channel"
                legend=said.channel
                choices=channels.to_vec()
                columns=3
                chosen=form.text_or("channel", Channel::Counter.as_str())
                error=form.problem("channel")
            />
            <Choices
                name="visibility"
                legend=words.filing.visibility
                choices
                chosen=form.text_or("visibility", Visibility::Anonymous.as_str())
                error=form.problem("visibility")
            />
            <NameAndContact form name=said.name contact=said.contact autocomplete=("off", "off")/>
            <Check
                name="consent"
                word=said.consent
                note=said.consent_note
                checked=form.text("consent") == "yes"
                required=true
                error=form.problem("consent")
            />
        </section>
    }
    .into_any()
}
