//! What was typed, to be read once more before it is sent.

use domain::{
    kind::{Kind, Visibility},
    view::choices::{Choice, FilingChoices},
};
use leptos::prelude::*;

use super::steps::{Step, Steps};
use crate::{
    form::Posted,
    parts::{Facts, Glyph, Notice, Quote, Tone},
    text::{Words, fill, use_text},
};

/// Name and value, in the order of the form.
type Lines = Vec<(String, String)>;

/// The report as it would be sent. Nothing was sent yet.
#[component]
pub(super) fn Review(
    /// What was typed.
    posted: Posted,
    /// The names of what was chosen.
    choices: FilingChoices,
) -> impl IntoView {
    let words = use_text();
    let lines = parts(&posted, &choices, words);
    let lines: Lines = lines.into_iter().flat_map(|(_, lines)| lines).collect();
    view! {
        <section class="card stack" aria-labelledby="review" tabindex="-1" autofocus>
            <h2 id="review">{words.filing.review}</h2>
            <Notice tone=Tone::Info glyph=Glyph::Info><p>{words.filing.review_note}</p></Notice>
            <p><b>{kind(&posted, words)}</b></p>
            <Quote text=posted.text("body")/>
            <Facts facts=Vec::new() also=lines/>
        </section>
    }
    .into_any()
}

/// The last step: each part once more, with the way back to it.
#[component]
pub(super) fn Summary(
    /// What stands in the form.
    posted: Posted,
    /// Names of the files.
    files: Vec<String>,
    /// The names of what was chosen.
    choices: FilingChoices,
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let words = use_text();
    let change = move |step: Step, what: &'static str| {
        let label = fill(words.phone.change, &[("what", what)]);
        view! {
            <a
                href=format!("#{}", step.id())
                rel="external"
                aria-label=label
                on:click=move |event| {
                    event.prevent_default();
                    steps.go(step);
                }
            >
                {words.common.change}
            </a>
        }
    };
    let story = view! {
        <section class="card card-s stack stack-s">
            <div class="row row-ends"><h3>{words.phone.step_story}</h3>{change(Step::Story, words.phone.step_story)}</div>
            <p><b>{kind(&posted, words)}</b></p>
            <Quote text=posted.text("body")/>
        </section>
    };
    let files = (Step::Files, vec![(words.files.list.to_owned(), files.join(", "))]);
    let parts = parts(&posted, &choices, words).into_iter().chain([files]);
    let parts = parts
        .filter(|(_, lines)| lines.iter().any(|(_, value)| !value.is_empty()))
        .map(|(step, lines)| {
            let title = step.word(words);
            view! {
                <section class="card card-s stack stack-s">
                    <div class="row row-ends"><h3>{title}</h3>{change(step, title)}</div>
                    <Facts facts=Vec::new() also=lines/>
                </section>
            }
        });
    view! { <div class="stack">{story}{parts.collect_view()}</div> }.into_any()
}

fn kind(posted: &Posted, words: &Words) -> &'static str {
    Kind::find(&posted.text("kind")).map_or("", |kind| words.kinds.of(kind))
}

/// What was typed, by the step that asks for it; the story apart.
fn parts(posted: &Posted, choices: &FilingChoices, words: &Words) -> Vec<(Step, Lines)> {
    let (filing, text) = (words.filing, |name: &str| posted.text(name));
    let visibility = Visibility::find(&text("visibility")).map_or("", |it| words.visibilities.of(it));
    let districts = choices.districts.iter().flat_map(|group| &group.choices);
    let services = choices.services.iter().flat_map(|(_, choices)| choices);
    let place = [
        text("village"),
        label_of(districts, &text("district")),
        label_of(choices.regencies.iter(), &text("regency")),
    ];
    let place: Vec<String> = place.into_iter().filter(|name| !name.is_empty()).collect();
    // A suggestion that was taken names its agency by itself.
    let route = text("route");
    let agency = match route.strip_prefix("s:") {
        Some(code) if text("agency").is_empty() => label_of(choices.agencies.iter(), code),
        _ => label_of(choices.agencies.iter(), &text("agency")),
    };
    let answered = choices
        .questions
        .iter()
        .flat_map(|group| &group.questions)
        .map(|question| {
            let typed = text(&question.field);
            let chosen = label_of(question.choices.iter(), &typed);
            (question.label.clone(), if chosen.is_empty() { typed } else { chosen })
        });
    let named = |lines: Vec<(&str, String)>| -> Lines {
        let line = |(name, value): (&str, String)| (name.to_owned(), value);
        lines.into_iter().map(line).collect()
    };
    let point = [text("latitude"), text("longitude")];
    let point = point
        .into_iter()
        .filter(|half| !half.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let place = vec![
        (filing.part_place, place.join(", ")),
        (filing.place, text("landmark")),
        (words.spot.title, point),
        (filing.event_date, text("event_date")),
    ];
    let about = vec![
        (filing.agency, agency),
        (filing.service, label_of(services, &text("service"))),
    ];
    let you = vec![
        (filing.visibility, visibility.to_owned()),
        (filing.name, text("name")),
        (filing.contact, text("contact")),
    ];
    vec![
        (Step::Place, named(place)),
        (Step::Agency, named(about)),
        (Step::Licence, answered.collect()),
        (Step::You, named(you)),
    ]
}

/// The word of the option that was chosen; empty if none was.
fn label_of<'a>(mut choices: impl Iterator<Item = &'a Choice>, value: &str) -> String {
    choices
        .find(|choice| choice.value == value)
        .map(|choice| choice.label.clone())
        .unwrap_or_default()
}
