//! Hand-offs from agency to agency, as a table.

use domain::view::sinergi::PairFigures;
use leptos::{either::Either, prelude::*};

use super::numbers::{count, minutes_as_hours};
use crate::{
    parts::{Define, TableRegion},
    text::use_text,
};

/// The table.
#[component]
pub(super) fn HandoffTable(
    /// Every pair with a figure, the most owed first.
    pairs: Vec<PairFigures>,
    /// Working hours waited over all pairs, before rounding.
    owed_hours: i64,
) -> impl IntoView {
    let words = use_text().sinergi;
    let table = if pairs.is_empty() {
        Either::Left(view! { <p class="table-head">{words.handoffs_none}</p> })
    } else {
        Either::Right(table(pairs, owed_hours))
    };
    view! {
        <section class="card flush w12" aria-labelledby="alihan">
            <div class="table-head">
                <h2 id="alihan">{words.handoffs}</h2>
                <p class="fine soft">{words.handoffs_text}</p>
            </div>
            {table}
            <Define summary=use_text().common.meaning text=words.handoffs_how/>
        </section>
    }
}

/// The pairs in which somebody waits now, the sum over all, and the others folded away below.
fn table(pairs: Vec<PairFigures>, owed_hours: i64) -> impl IntoView {
    let words = use_text().sinergi;
    let sum = |of: fn(&PairFigures) -> i64| count(pairs.iter().map(of).sum());
    let all = view! {
        <tfoot>
            <tr>
                <th scope="row" colspan="2">{words.sum}</th>
                <td class="num">{sum(|pair| pair.offered)}</td>
                <td class="num">{sum(|pair| pair.accepted)}</td>
                <td class="num">{sum(|pair| pair.declined)}</td>
                <td class="num">{sum(|pair| pair.expired)}</td>
                <td class="num"></td>
                <td class="num">{count(owed_hours)}</td>
            </tr>
        </tfoot>
    };
    let (waiting, done): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|pair| pair.waiting > 0);
    let many = done.len();
    let folded = (many > 0).then(|| {
        view! {
            <details class="fold">
                <summary>{format!("{} ({many})", words.handoffs_done)}</summary>
                {lines(words.handoffs_done, done, ())}
            </details>
        }
    });
    view! { {lines(words.handoffs_table, waiting, all)}{folded} }
}

fn lines(label: &'static str, pairs: Vec<PairFigures>, foot: impl IntoView + 'static) -> impl IntoView {
    let words = use_text().sinergi;
    let rows = pairs.into_iter().map(|pair| {
        view! {
            <tr>
                <th scope="row">{pair.from.short}</th>
                <td>{pair.to.short}</td>
                <td class="num">{count(pair.offered)}</td>
                <td class="num">{count(pair.accepted)}</td>
                <td class="num">{count(pair.declined)}</td>
                <td class="num">{count(pair.expired)}</td>
                <td class="num">{minutes_as_hours(pair.accept_minutes)}</td>
                <td class="num">{count(pair.owed_hours)}</td>
            </tr>
        }
    });
    view! {
        <TableRegion label=label>
            <table class="table table-tight">
                <caption class="hide">{label}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.from}</th>
                        <th scope="col">{words.to}</th>
                        <th scope="col" class="num">{words.offered}</th>
                        <th scope="col" class="num">{words.accepted}</th>
                        <th scope="col" class="num">{words.declined}</th>
                        <th scope="col" class="num">{words.expired}</th>
                        <th scope="col" class="num">{words.median_accept}</th>
                        <th scope="col" class="num">{words.waiting_now}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
                {foot}
            </table>
        </TableRegion>
    }
}
