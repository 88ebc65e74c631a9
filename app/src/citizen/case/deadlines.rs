//! The limits that run, each with its days as ticks and the reason for its date.

use domain::view::{CaseView, DeadlineView};
use leptos::prelude::*;

use crate::{
    parts::{Deadline, Define, Tone, ticks},
    text::{Words, fill, use_text},
};

/// From so many working days on, a limit is nearly due.
const NEARLY_DUE_DAYS: u32 = 2;

/// The limits, earliest first; nothing once the case has ended.
#[component]
pub(super) fn Deadlines(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let first = case.deadlines.first().cloned()?;
    let why = fill(
        words.tracking.why_date_text,
        &[
            ("n", &first.days.to_string()),
            ("source", &first.reference),
            ("calendar", &first.calendar.to_string()),
        ],
    );
    let limits = case
        .deadlines
        .into_iter()
        .enumerate()
        .map(|(at, limit)| drawn(&limit, at == 0, words));
    Some(view! {
        <section class="card stack" aria-labelledby="limit">
            {limits.collect_view()}
            <Define summary=words.tracking.why_date text=why/>
        </section>
    })
}

/// One limit; the first one heads the card.
fn drawn(limit: &DeadlineView, is_first: bool, words: &Words) -> impl IntoView + use<> {
    let count = |days: u32| days.to_string();
    let title = fill(words.limit_lines.of(limit.clock), &[("date", &limit.due.long)]);
    let left = if limit.is_late {
        fill(words.common.days_late, &[("n", &count(limit.days_late))])
    } else if limit.is_paused {
        words.common.clock_stopped.to_owned()
    } else if limit.days_left == 0 {
        words.common.due_today.to_owned()
    } else {
        fill(words.common.days_left, &[("n", &count(limit.days_left))])
    };
    let tone = if limit.is_late {
        Tone::Late
    } else if !limit.is_paused && limit.days_left <= NEARLY_DUE_DAYS {
        Tone::Wait
    } else {
        Tone::Plain
    };
    let drawn = ticks(limit.days, limit.day, limit.paused_days, limit.days_late);
    let note = note(limit, words);
    if is_first {
        view! { <Deadline title heading_id="limit" left tone ticks=drawn note/> }
    } else {
        view! { <Deadline title left tone ticks=drawn note/> }
    }
}

/// How the days are counted.
fn note(limit: &DeadlineView, words: &Words) -> String {
    let words = words.tracking;
    let day = limit.day.min(u32::from(limit.days));
    let mut note = if day == 0 {
        fill(words.day_first, &[("all", &limit.days.to_string())])
    } else {
        fill(
            words.day_of,
            &[("n", &day.to_string()), ("all", &limit.days.to_string())],
        )
    };
    if limit.paused_days > 0 {
        note.push(' ');
        note.push_str(&fill(words.day_paused, &[("n", &limit.paused_days.to_string())]));
    }
    if limit.is_late {
        note.push(' ');
        note.push_str(&fill(words.day_late, &[("n", &limit.days_late.to_string())]));
    }
    note
}
