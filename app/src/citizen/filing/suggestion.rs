//! What the clerk suggests from the words and the place: explained, correctable, never forced.

use domain::view::choices::{Choice, SuggestedAgency, SuggestionView};
use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use web_sys::{Event, FormData, HtmlElement, HtmlFormElement};

use super::Sending;
use crate::{
    form::POSTCARD,
    parts::{Button, Select, ungrouped},
    text::{Words, fill, use_text},
};

/// What the form asks for when it only wants a suggestion: nothing is sent, nothing is kept.
pub const SUGGEST: &str = "suggest";
/// Where a page asks for a suggestion by itself.
pub const SUGGEST_PATH: &str = "/lapor/saran";
/// What a suggestion is made of.
const ASKED_WITH: [&str; 4] = ["body", "regency", "district", "village"];
/// Name of the field that says how the agency was found.
const ROUTE: &str = "route";
/// The reporter chooses from the list.
const OWN: &str = "own";
/// The reporter does not know.
const UNKNOWN: &str = "unknown";

/// The agency: suggestions as radio cards, "choose myself" with the list, and "I do not know". Without a suggestion only
/// the list. The first suggestion is set beforehand; it is only ever a proposal, which the province desk checks.
#[component]
pub fn Suggestion(
    /// The form.
    form: Sending,
    /// What the clerk suggests; changes while one writes.
    suggestion: Signal<Option<SuggestionView>>,
    /// Agencies that take reports.
    agencies: Vec<Choice>,
) -> impl IntoView {
    let words = use_text();
    let agencies = StoredValue::new(agencies);
    let list = move || {
        view! {
            <Select
                name="agency"
                label=words.filing.agency
                nothing=words.filing.agency_unknown
                groups=vec![ungrouped(agencies.get_value())]
                chosen=form.text("agency")
                optional=true
                error=form.problem("agency")
            />
        }
    };
    view! {
        <div class="stack" id="suggestion">
            {move || {
                suggestion.get().filter(|found| !found.agencies.is_empty()).map(|found| view! { <Found form found/> })
            }}
            {list}
            <p><Button word=words.suggesting.ask name=super::super::send::ACT value=SUGGEST/></p>
        </div>
    }
    .into_any()
}

/// The suggestions.
#[component]
fn Found(
    /// The form.
    form: Sending,
    /// What was found.
    found: SuggestionView,
) -> impl IntoView {
    let text = use_text();
    let words = text.suggesting;
    let first = found
        .agencies
        .first()
        .map(|first| format!("s:{}", first.code))
        .unwrap_or_default();
    let chosen = form.text_or(ROUTE, &first);
    let sure = if found.is_sure { words.sure } else { words.unsure };
    let cards = found.agencies.iter().enumerate().map(|(at, agency)| {
        let value = format!("s:{}", agency.code);
        let is_chosen = value == chosen;
        let note = note(agency, text);
        let mark = (at == 0).then(|| view! { " "<span class="tag">{sure}</span> });
        view! {
            <label class="choice">
                <input type="radio" name=ROUTE value=value checked=is_chosen/>
                <span><b>{agency.name.clone()}</b>{mark}<small>{note}</small></span>
            </label>
        }
    });
    let cards = cards.collect_view();
    let plain = [
        (OWN, words.own, words.own_note),
        (UNKNOWN, words.unknown, words.unknown_note),
    ]
    .map(|(value, word, note)| {
        let is_chosen = value == chosen;
        view! {
            <label class="choice">
                <input type="radio" name=ROUTE value=value checked=is_chosen/>
                <span><b>{word}</b><small>{note}</small></span>
            </label>
        }
    });
    let service = found
        .service
        .as_ref()
        .map(|it| fill(words.service, &[("service", &it.label)]));
    let category = found
        .category
        .as_ref()
        .map(|it| fill(words.category, &[("category", &it.label)]));
    view! {
        <fieldset class="field" id=ROUTE tabindex="-1" aria-describedby="suggestion-note">
            <legend>{words.legend}</legend>
            <p class="hint" id="suggestion-note" role="status">{words.lead}</p>
            <div class="choices">{cards}{plain}</div>
        </fieldset>
        {category.map(|line| view! { <p class="fine soft">{line}</p> })}
        {service.map(|line| view! { <p class="fine soft">{line}</p> })}
    }
    .into_any()
}

/// Why, and for a body outside: that it is outside, and how it is reached.
fn note(agency: &SuggestedAgency, words: &Words) -> String {
    let words = words.suggesting;
    let because = if agency.because.is_empty() {
        String::new()
    } else {
        fill(words.because, &[("because", &agency.because)])
    };
    if !agency.is_outside {
        return because;
    }
    let contact = agency.contact.as_deref().unwrap_or(&agency.short);
    let outside = fill(words.outside, &[("agency", &agency.short), ("contact", contact)]);
    format!("{because} {outside}").trim().to_owned()
}

/// Asks anew when something changed that a suggestion is made of.
pub fn follow(event: &Event, suggestion: RwSignal<Option<SuggestionView>>) {
    let control = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let name = control
        .and_then(|control| control.get_attribute("name"))
        .unwrap_or_default();
    if ASKED_WITH.contains(&name.as_str()) {
        ask(event, suggestion);
    }
}

/// Asks the server what it suggests for the form that `event` happened in, and puts it into `suggestion`. Nothing changes
/// where there is no answer.
pub fn ask(event: &Event, suggestion: RwSignal<Option<SuggestionView>>) {
    let control = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let form = control.and_then(|control| control.closest("form").ok().flatten());
    let typed = form
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        .and_then(|form| FormData::new_with_form(&form).ok());
    let (Some(typed), Ok(body)) = (typed, FormData::new()) else {
        return;
    };
    // The words and the place, and nothing else of the form: no name, no file.
    for field in ASKED_WITH {
        if let Some(text) = typed.get(field).as_string() {
            let _ = body.append_with_str(field, &text);
        }
    }
    spawn_local(async move {
        if let Some(found) = fetch(body).await {
            suggestion.set(Some(found));
        }
    });
}

async fn fetch(body: FormData) -> Option<SuggestionView> {
    let request = gloo_net::http::Request::post(SUGGEST_PATH)
        .header("accept", POSTCARD)
        .body(body)
        .ok()?;
    let answer = request.send().await.ok().filter(gloo_net::http::Response::ok)?;
    postcard::from_bytes(&answer.binary().await.ok()?).ok()
}
