//! `/lapor`: the filing form, one page, complete without scripts.

mod agency;
mod event;
mod files;
mod masking;
mod place;
mod questions;
mod review;
pub mod similar;
mod suggestion;
mod you;

use domain::view::choices::FilingChoices;
use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use leptos_meta::Title;

pub use self::suggestion::{SUGGEST, SUGGEST_PATH};
use self::{
    agency::AgencyPart, event::EventPart, files::FilesPart, place::PlacePart, review::Review, similar::Similar,
    you::YouPart,
};
use super::{
    send::{ACT, Sending},
    view::{Shown, use_view},
};
use crate::{
    form::{Posted, use_posted},
    parts::{Button, ButtonKind, Crumbs, ErrorSummary, Glyph, Notice, Place, PublicFrame, Tone, Width},
    text::{fill, use_text},
};

/// The address of this page and of its form.
const PATH: &str = "/lapor";
/// What the form asks for when it only wants to be read again: [`Review`] is shown, nothing is sent.
pub const CHECK: &str = "check";

/// The filing form.
#[component]
pub fn FilingPage() -> impl IntoView {
    let words = use_text();
    let posted = use_posted();
    let title = match posted.problems.len() {
        0 => words.filing.title.to_owned(),
        found => fill(words.filing.title_bad, &[("n", &found.to_string())]),
    };
    let choices = use_view::<FilingChoices>(|| PATH.to_owned());
    let draw = move |choices: FilingChoices| {
        let posted = posted.clone();
        view! { <FilingForm choices posted/> }
    };
    view! {
        <Title text=title/>
        <PublicFrame here=Place::File width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.filing.title/>
            <Shown view=choices draw/>
        </PublicFrame>
    }
}

/// The page below its crumbs: what is wrong, what was typed, and the form.
#[component]
fn FilingForm(
    /// What it lets people choose from.
    choices: FilingChoices,
    /// What was typed before.
    posted: Posted,
) -> impl IntoView {
    let words = use_text();
    let review = posted.is_chosen(ACT, CHECK).then(|| {
        let (posted, choices) = (posted.clone(), choices.clone());
        view! { <Review posted choices/> }
    });
    let form = Sending::new(posted);
    let suggestion = RwSignal::new(choices.suggestion.clone());
    // What the suggestion is made of: when one of these changes, it is asked for anew.
    let follow = move |event: web_sys::Event| {
        let name = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let name = name
            .and_then(|control| control.get_attribute("name"))
            .unwrap_or_default();
        if suggestion::ASKED_WITH.contains(&name.as_str()) {
            suggestion::ask(&event, suggestion);
        }
    };
    let key = form.text_or("key", &choices.key);
    // The receipt comes from the server, so that no part of this page can be in its way.
    let go_on = |next: String| {
        let _ = window().location().assign(&next);
    };
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        {review}
        <div class="headline section-s">
            <div>
                <h1>{words.filing.title}</h1>
                <p class="lead">{words.filing.lead}</p>
            </div>
        </div>
        <form
            class="form"
            method="post"
            action=PATH
            enctype="multipart/form-data"
            novalidate
            on:submit=form.submit(PATH.to_owned(), go_on)
            on:change=follow
        >
            <input type="hidden" name="key" value=key/>
            <EventPart form/>
            <PlacePart form regencies=choices.regencies.clone() districts=choices.districts.clone()/>
            <Similar form/>
            <FilesPart form/>
            <AgencyPart form choices suggestion=suggestion.into()/>
            <YouPart form/>
            <div class="row">
                <Button word=words.filing.send glyph=Glyph::Send kind=ButtonKind::Main busy=form.busy()/>
                <Button word=words.filing.check name=ACT value=CHECK/>
            </div>
            <p class="fine soft">{words.filing.after}</p>
        </form>
    }
    .into_any()
}

/// What is wrong with the whole form; nothing while nothing is.
#[component]
pub(super) fn WholeError(
    /// The sentence.
    sentence: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        sentence.get().map(|sentence| {
            view! { <Notice tone=Tone::Late glyph=Glyph::Warn live=true><p>{sentence}</p></Notice> }
        })
    }
}
