//! What was typed, to be read once more before it is sent.

use domain::{
    kind::{Kind, Visibility},
    view::choices::{Choice, FilingChoices},
};
use leptos::prelude::*;

use crate::{
    form::Posted,
    parts::{Facts, Glyph, Notice, Quote, Tone},
    text::use_text,
};

/// The report as it would be sent. Nothing was sent yet.
#[component]
pub(super) fn Review(
    /// What was typed.
    posted: Posted,
    /// The names of what was chosen.
    choices: FilingChoices,
) -> impl IntoView {
    let words = use_text();
    let (filing, text) = (words.filing, |name: &str| posted.text(name));
    let kind = Kind::find(&text("kind")).map_or("", |kind| words.kinds.of(kind));
    let visibility = Visibility::find(&text("visibility")).map_or("", |it| words.visibilities.of(it));
    let districts = choices.districts.iter().flat_map(|group| &group.choices);
    let services = choices.services.iter().flat_map(|(_, choices)| choices);
    let place = [
        text("village"),
        label_of(districts, &text("district")),
        label_of(choices.regencies.iter(), &text("regency")),
    ];
    let place: Vec<String> = place.into_iter().filter(|name| !name.is_empty()).collect();
    let answered = choices
        .questions
        .iter()
        .flat_map(|group| &group.questions)
        .map(|question| {
            let typed = text(&question.field);
            let chosen = label_of(question.choices.iter(), &typed);
            (question.label.clone(), if chosen.is_empty() { typed } else { chosen })
        });
    let answered: Vec<(String, String)> = answered.collect();
    let facts = vec![
        (filing.event_date, text("event_date")),
        (filing.part_place, place.join(", ")),
        (filing.place, text("landmark")),
        (filing.agency, label_of(choices.agencies.iter(), &text("agency"))),
        (filing.service, label_of(services, &text("service"))),
        (filing.visibility, visibility.to_owned()),
        (filing.name, text("name")),
        (filing.contact, text("contact")),
    ];
    view! {
        <section class="card stack" aria-labelledby="review" tabindex="-1" autofocus>
            <h2 id="review">{filing.review}</h2>
            <Notice tone=Tone::Info glyph=Glyph::Info><p>{filing.review_note}</p></Notice>
            <p><b>{kind}</b></p>
            <Quote text=text("body")/>
            <Facts facts also=answered/>
        </section>
    }
    .into_any()
}

/// The word of the option that was chosen; empty if none was.
fn label_of<'a>(mut choices: impl Iterator<Item = &'a Choice>, value: &str) -> String {
    choices
        .find(|choice| choice.value == value)
        .map(|choice| choice.label.clone())
        .unwrap_or_default()
}
