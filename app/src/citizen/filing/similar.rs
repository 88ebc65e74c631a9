//! Public reports that read like the one being written, near the same place: support one instead of filing again, or
//! say why this is another.

use codee::binary::PostcardCodec;
use domain::{limits, view::public::SimilarCase};
use leptos::{ev, prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use send_wrapper::SendWrapper;
use serde::{Deserialize, Serialize};
use web_sys::{Element, Event, FormData, HtmlFormElement, HtmlInputElement};

use super::{
    Sending,
    steps::{Step, Steps},
};
use crate::{
    form::POSTCARD,
    parts::{StatusBadge, TextInput},
    text::{fill, use_text},
};

/// Where the question goes.
const PATH: &str = "/lapor/serupa";
/// The field that says why this is another case.
const WHY: &str = "unlike_why";
/// The fields that make the question; a change of any other asks nothing.
const ASKED: [&str; 3] = ["body", "regency", "district"];

/// What the server found for the form it draws again; empty where nothing was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Similars(pub Vec<SimilarCase>);

/// The cases, on the screen after the place, below the agency: by then they are found, so nothing moves under a finger
/// and nothing has to be passed. With scripts they come when one of the fields was changed; without, with "check first".
#[component]
pub(super) fn Similar(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let given = SharedValue::<Similars, PostcardCodec>::new_with_encoding(|| use_context().unwrap_or_default());
    let found = RwSignal::new(given.into_inner().0);
    let asking = window_event_listener(ev::change, move |event| {
        let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(question) = control.and_then(|control| question(&control)) else {
            return;
        };
        let ask = SendWrapper::new(async move {
            if let Some(similar) = ask(question).await {
                found.set(similar);
            }
        });
        spawn_local(ask);
    });
    on_cleanup(move || asking.remove());
    let masking = use_text().masking;
    let (code, why) = (form.text("unlike_code"), form.text(WHY));
    let is_told = RwSignal::new(!why.is_empty());
    let tell = move |event: Event| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.name() == WHY) {
            is_told.set(!field.value().is_empty());
        }
    };
    let named = move || {
        let first = found.with(|cases| cases.first().map(|case| case.code.clone()));
        first.unwrap_or_else(|| code.clone())
    };
    // The reason stays one and the same field: what was typed into it survives other cases being found.
    view! {
        <section
            class="card card-s stack"
            data-step=Step::Agency.id()
            aria-labelledby="serupa"
            hidden=move || steps.hides(Step::Agency)() || (found.with(Vec::is_empty) && !is_told.get())
            on:change=tell
        >
            <h3 id="serupa">{masking.similar}</h3>
            <p class="fine soft">{masking.similar_text}</p>
            <div role="status">{move || view! { <Found cases=found.get()/> }}</div>
            <input type="hidden" name="unlike_code" value=named/>
            <TextInput
                name=WHY
                label=masking.unlike
                hint=masking.unlike_hint
                value=why
                maxlength=limits::LINE.max
                optional=true
                error=form.problem(WHY)
            />
        </section>
    }
    .into_any()
}

/// The question out of the form of the field that changed.
fn question(control: &Element) -> Option<FormData> {
    let name = control.get_attribute("name")?;
    if !ASKED.contains(&name.as_str()) {
        return None;
    }
    let form = control.closest("form").ok()??.dyn_into::<HtmlFormElement>().ok()?;
    let (typed, question) = (FormData::new_with_form(&form).ok()?, FormData::new().ok()?);
    for name in ASKED {
        // Only what is asked about leaves the page.
        question.append_with_str(name, &typed.get(name).as_string()?).ok()?;
    }
    Some(question)
}

async fn ask(question: FormData) -> Option<Vec<SimilarCase>> {
    let request = gloo_net::http::Request::post(PATH).header("accept", POSTCARD);
    let answer = request.body(question).ok()?.send().await.ok();
    let answer = answer.filter(gloo_net::http::Response::ok)?;
    postcard::from_bytes(&answer.binary().await.ok()?).ok()
}

#[component]
fn Found(
    /// The cases.
    cases: Vec<SimilarCase>,
) -> impl IntoView {
    let words = use_text();
    let masking = words.masking;
    let lines = cases.into_iter().map(|case| {
        let place = format!("{} · {}", case.holder.short, case.place);
        let supports = (case.supports > 0)
            .then(|| format!(" · {}", fill(words.public.supports_short, &[("n", &case.supports.to_string())])));
        let href = format!("/laporan/{}#dukung", case.code);
        view! {
            <li class="stack stack-s">
                <p class="row row-tight">
                    <StatusBadge status=case.status word=words.public_status.of(case.status)/>
                    <b>{case.title}</b>
                </p>
                <p class="fine soft">{place}{supports}</p>
                <p><a href=href rel="external" target="_blank">{masking.similar_open}<span class="hide">": "{case.code}</span></a></p>
            </li>
        }
    });
    view! { <ul class="stack">{lines.collect_view()}</ul> }.into_any()
}
