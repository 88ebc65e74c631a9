//! The answer to the page's question: whom to call.

use domain::{
    permit::Role,
    view::{directory::AgencyName, sinergi::SinergiView},
};
use leptos::{either::Either, prelude::*};

use super::numbers::{count, counted, whole_share, working_hours};
use crate::{
    parts::{Define, Glyph, LinkButton},
    staff::Reader,
    text::{fill, use_text},
};

/// The agency that is waited for the most, and how much waits in all.
#[component]
pub(super) fn Answer(
    /// The figures.
    view: SinergiView,
    /// Who reads: the province desk rules, others only see how much waits for it.
    reader: Reader,
) -> impl IntoView {
    let words = use_text().sinergi;
    let desk = reader.agency.code;
    let rules = reader.role == Role::ProvinceAdmin;
    let said = match said(&view) {
        Some((agency, text, next)) => Either::Left(view! {
            <h2 id="jawab">{if rules && agency.code == desk { words.answer_yours.to_owned() } else { agency.name }}</h2>
            <p class="big">{text}</p>
            {next.map(|next| view! { <p>{next}</p> })}
        }),
        None => Either::Right(view! {
            <h2 id="jawab">{words.answer_none}</h2>
            <p class="big">{words.answer_none_text}</p>
        }),
    };
    let way = (rules && view.rulings_awaited > 0).then(|| {
        view! {
            <div class="row row-tight">
                <LinkButton href="/meja?antrean=ditunggu".to_owned() word=words.rulings_way after=Glyph::On/>
            </div>
        }
    });
    view! {
        <section class="answer" aria-labelledby="jawab">
            <div class="stack stack-s">
                <p class="ask">{words.ask}</p>
                {said}
                {way}
                <Define summary=words.answer_how text=words.answer_how_text/>
            </div>
            <dl class="trio">
                <div><dt>{words.hours_waited}</dt><dd>{count(view.province.owed_hours)}</dd></div>
                <div><dt>{words.tasks}</dt><dd>{count(view.province.owed_tasks)}</dd></div>
                <div><dt>{words.rulings}</dt><dd>{count(view.rulings_awaited)}</dd></div>
                <div><dt>{words.late}</dt><dd>{count(view.province.late)}</dd></div>
            </dl>
        </section>
    }
}

/// The agency, how much waits there, and who is next. `None` if nobody waits.
fn said(view: &SinergiView) -> Option<(AgencyName, String, Option<String>)> {
    let words = use_text().sinergi;
    let mut owing = view.agencies.iter().filter(|agency| agency.owed_tasks > 0);
    let first = owing.next()?;
    let waiting = view
        .pairs
        .iter()
        .filter(|pair| pair.to.code == first.agency.code && pair.waiting > 0)
        .count();
    let waiting = i64::try_from(waiting).unwrap_or(i64::MAX);
    let sentence = if first.owed_hours > 0 {
        words.answer
    } else {
        words.answer_new
    };
    let text = fill(
        sentence,
        &[
            ("agencies", &counted(waiting, words.agencies_one, words.agencies_many)),
            ("tasks", &counted(first.owed_tasks, words.tasks_one, words.tasks_many)),
            ("hours", &working_hours(first.owed_hours)),
            ("share", &whole_share(first.owed_hours, view.province.owed_hours)),
        ],
    );
    let next = owing.next().filter(|next| next.owed_hours > 0).map(|next| {
        let hours = working_hours(next.owed_hours);
        fill(words.answer_next, &[("agency", &next.agency.short), ("hours", &hours)])
    });
    Some((first.agency.clone(), text, next))
}
