//! By when, who held it how long, and what was promised.

use std::sync::Arc;

use domain::view::{CaseView, DeadlineView, HeldAs, HeldView};
use leptos::prelude::*;

use crate::{
    desk::marks,
    parts::{Card, Deadline, Held, HolderBar, HolderLine, Promise, ticks},
    text::{Words, fill, use_text},
};

/// The limits that run, earliest first.
#[component]
pub(super) fn Deadlines(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    (!case.deadlines.is_empty()).then(|| {
        let limits = case.deadlines.iter().map(|limit| {
            let left = marks::left_of(limit, words);
            let title = fill(
                words.case_desk.limit_due,
                &[("limit", words.limits.of(limit.clock)), ("date", &limit.due.long)],
            );
            let ticks = ticks(limit.days, limit.day, limit.paused_days, limit.days_late);
            view! { <Deadline title left=left.word tone=left.tone ticks note=note(limit, words)/> }
        });
        let limits = limits.collect_view();
        view! { <Card id="batas" title=words.case_desk.deadline>{limits}</Card> }
    })
}

/// How the days are counted, pauses named, and by which rule.
fn note(limit: &DeadlineView, words: &Words) -> String {
    let day = limit.day.min(u32::from(limit.days)).to_string();
    let counted = fill(words.case_desk.day_of, &[("n", &day), ("all", &limit.days.to_string())]);
    let paused = if limit.paused_days > 0 {
        fill(words.case_desk.day_paused, &[("n", &limit.paused_days.to_string())])
    } else {
        String::new()
    };
    let source = fill(words.case_desk.day_source, &[("source", &limit.reference)]);
    [counted, paused, source]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Who held it, and how long, in working hours.
#[component]
pub(super) fn Holders(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    (!case.held.is_empty()).then(|| {
        let spans = case
            .held
            .iter()
            .map(|held| Held {
                held_as: held.held_as,
                permille: held.permille,
            })
            .collect();
        let lines: Vec<HolderLine> = grouped(&case.held)
            .into_iter()
            .map(|(held, hours, is_now)| {
                let name = name(held, words);
                HolderLine {
                    held_as: held.held_as,
                    name: if is_now {
                        fill(words.tracking.holder_now, &[("name", &name)])
                    } else {
                        name
                    },
                    said: fill(words.common.hours_held, &[("n", &hours.to_string())]),
                    is_now,
                }
            })
            .collect();
        let spoken: Vec<String> = lines
            .iter()
            .map(|line| format!("{} {}", line.name, line.said))
            .collect();
        let summary = fill(words.tracking.holder_summary, &[("spans", &spoken.join(", "))]);
        view! { <Card id="pegang" title=words.case_desk.holders><HolderBar spans lines summary/></Card> }
    })
}

/// The stretches of each holder added up, in the order in which each first held it.
fn grouped(held: &[HeldView]) -> Vec<(&HeldView, i64, bool)> {
    let mut groups: Vec<(&HeldView, i64, bool)> = Vec::new();
    for stretch in held {
        let same = groups
            .iter_mut()
            .find(|(first, ..)| first.held_as == stretch.held_as && first.agency == stretch.agency);
        match same {
            Some((_, hours, is_now)) => {
                *hours += stretch.hours;
                *is_now |= stretch.is_now;
            }
            None => groups.push((stretch, stretch.hours, stretch.is_now)),
        }
    }
    groups
}

fn name(held: &HeldView, words: &Words) -> String {
    let sentence = match held.held_as {
        HeldAs::Province => words.tracking.holder_province,
        HeldAs::Own => words.tracking.holder_own,
        HeldAs::Citizen => words.tracking.holder_reporter,
        HeldAs::Partner => words.tracking.holder_partner,
        HeldAs::Offered => words.tracking.holder_offered,
    };
    let agency = held.agency.as_ref().map_or("", |agency| agency.short.as_str());
    fill(sentence, &[("agency", agency)])
}

/// What was promised, by whom, for when.
#[component]
pub(super) fn Promises(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    (!case.promises.is_empty()).then(|| {
        let promises = case.promises.iter().map(|promise| {
            let due = if promise.is_past {
                words.case_desk.promise_past
            } else {
                words.case_desk.promise_due
            };
            let by = fill(due, &[("agency", &promise.by.short), ("date", &promise.due.long)]);
            view! { <Promise month=promise.month.clone() day=promise.day.to_string() by text=promise.act.clone()/> }
        });
        let promises = promises.collect_view();
        view! { <Card id="janji" title=words.case_desk.promises>{promises}</Card> }
    })
}
