//! Who owes how many working hours to others, the most first.

use domain::view::sinergi::AgencyFigures;
use leptos::{either::Either, prelude::*};

use super::numbers::{count, counted};
use crate::{
    parts::{Define, Tone},
    text::{fill, use_text},
};

/// Longest list. The rest stands in the table of agencies.
const LINES_MAX: usize = 10;

/// The list.
#[component]
pub(super) fn Debt(
    /// Every agency with a figure, the most owed first.
    agencies: Vec<AgencyFigures>,
) -> impl IntoView {
    let words = use_text().sinergi;
    let owing: Vec<_> = agencies
        .into_iter()
        .filter(|agency| agency.owed_tasks > 0)
        .take(LINES_MAX)
        .collect();
    let most = owing.first().map_or(1, |first| first.owed_hours.max(1));
    let list = if owing.is_empty() {
        Either::Left(view! { <p>{words.debt_none}</p> })
    } else {
        let lines = owing.into_iter().enumerate().map(|(at, agency)| line(at, agency, most));
        Either::Right(view! { <ol class="rank">{lines.collect_view()}</ol> })
    };
    view! {
        <section class="card w5 x3" aria-labelledby="utang">
            <h2 id="utang">{words.debt}</h2>
            <p class="fine soft">{words.debt_text}</p>
            {list}
            <Define summary=words.debt_meaning text=words.debt_how/>
        </section>
    }
}

/// One line: place, name, hours, tasks, and the hours as a bar.
fn line(at: usize, agency: AgencyFigures, most: i64) -> impl IntoView {
    let words = use_text().sinergi;
    let tone = match at {
        0 => Tone::Late,
        1 => Tone::Wait,
        _ => Tone::Plain,
    };
    let said = format!(
        "{} · {}",
        fill(words.hours, &[("n", &count(agency.owed_hours))]),
        counted(agency.owed_tasks, words.tasks_one, words.tasks_many)
    );
    let width = format!("{}%", (agency.owed_hours * 100 / most).max(1));
    view! {
        <li class=tone.class()>
            <span class="at">{at + 1}</span>
            <span class="name">{agency.agency.short}</span>
            <span class="num">{said}</span>
            <svg class="bar" aria-hidden="true" width="100%" height="8"><rect width=width height="100%"></rect></svg>
        </li>
    }
}
