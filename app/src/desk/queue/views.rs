//! The views of a queue, with how many cases stand in each.

use domain::view::queue::{QueueCounts, QueueFilter};
use leptos::prelude::*;

use crate::{
    parts::{Pill, Tone},
    text::{Words, fill, use_text},
};

/// The address of a view.
pub(super) fn address(filter: QueueFilter) -> String {
    format!("/meja?antrean={}", filter.as_str())
}

/// How many cases stand in it. What has ended is not counted.
const fn count(filter: QueueFilter, counts: QueueCounts) -> Option<i64> {
    match filter {
        QueueFilter::Work => Some(counts.work),
        QueueFilter::Mine => Some(counts.mine),
        QueueFilter::Late => Some(counts.late),
        QueueFilter::Waiting => Some(counts.waiting),
        QueueFilter::AwaitingUs => Some(counts.awaiting_us),
        QueueFilter::Ended => None,
    }
}

/// One line on the view: how many, in what order, how many of them late.
pub(super) fn summary(filter: QueueFilter, counts: QueueCounts, words: &Words) -> String {
    let Some(all) = count(filter, counts) else {
        return words.queue.ended_note.to_owned();
    };
    let all = fill(words.queue.count, &[("n", &all.to_string())]);
    let late = (filter == QueueFilter::Work && counts.late > 0)
        .then(|| fill(words.queue.late_of, &[("n", &counts.late.to_string())]));
    format!("{all}, {} {}", words.queue.sorted, late.unwrap_or_default())
        .trim_end()
        .to_owned()
}

/// The views as links; the one shown is marked. Colour only where someone must act.
#[component]
pub(super) fn Views(
    /// The view that is shown.
    filter: QueueFilter,
    /// How many cases stand in each.
    counts: QueueCounts,
) -> impl IntoView {
    let words = use_text();
    let link = move |view: QueueFilter| {
        let count = count(view, counts);
        let tone = match view {
            QueueFilter::Late if counts.late > 0 => Tone::Late,
            QueueFilter::AwaitingUs if counts.awaiting_us > 0 => Tone::Wait,
            QueueFilter::Work
            | QueueFilter::Mine
            | QueueFilter::Late
            | QueueFilter::Waiting
            | QueueFilter::AwaitingUs
            | QueueFilter::Ended => Tone::Plain,
        };
        view! {
            <li>
                <a href=address(view) aria-current=(view == filter).then_some("true")>
                    {words.queue_filters.of(view)}
                    {count.map(|count| view! { <Pill count=count.to_string() tone/> })}
                </a>
            </li>
        }
    };
    let own = [
        QueueFilter::Work,
        QueueFilter::Mine,
        QueueFilter::Late,
        QueueFilter::Ended,
    ];
    let between = [QueueFilter::AwaitingUs, QueueFilter::Waiting];
    view! {
        <nav class="views" aria-label=words.queue.views>
            <h2>{words.queue.own}</h2>
            <ul class="set">{own.map(link).collect_view()}</ul>
            <h2>{words.queue.between}</h2>
            <ul class="set">{between.map(link).collect_view()}</ul>
        </nav>
    }
}
