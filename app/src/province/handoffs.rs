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

fn table(pairs: Vec<PairFigures>, owed_hours: i64) -> impl IntoView {
    let words = use_text().sinergi;
    let sum = |of: fn(&PairFigures) -> i64| count(pairs.iter().map(of).sum());
    let all = view! {
        <td class="num">{sum(|pair| pair.offered)}</td>
        <td class="num">{sum(|pair| pair.accepted)}</td>
        <td class="num">{sum(|pair| pair.declined)}</td>
        <td class="num">{sum(|pair| pair.expired)}</td>
        <td class="num"></td>
        <td class="num">{count(owed_hours)}</td>
    };
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
        <TableRegion label=words.handoffs_table>
            <table class="table table-tight">
                <caption class="hide">{words.handoffs}</caption>
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
                <tfoot><tr><th scope="row" colspan="2">{words.sum}</th>{all}</tr></tfoot>
            </table>
        </TableRegion>
    }
}
