//! The rows of a queue: a table from 960 px, cards on a phone.

use domain::{case::seat::Capacity, view::queue::QueueRow};
use leptos::{either::Either, prelude::*};

use crate::{
    desk::{case_address, marks},
    parts::{Badge, Glyph, Icon, TableRegion, Tone},
    text::use_text,
};

/// The table. Its roles are said, because as cards its elements lose them.
#[component]
pub(super) fn Rows(
    /// The rows, in their order.
    rows: Vec<QueueRow>,
    /// What the table shows.
    caption: String,
) -> impl IntoView {
    let words = &use_text().queue;
    view! {
        <TableRegion label=words.table cards=true>
            <table class="table queue-table" role="table">
                <caption class="hide">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{words.report}</th>
                        <th role="columnheader" scope="col">{words.state}</th>
                        <th role="columnheader" scope="col">{words.due}</th>
                        <th role="columnheader" scope="col" class="only-wide">{words.handler}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.into_iter().map(|row| view! { <Row row/> }).collect_view()}</tbody>
            </table>
        </TableRegion>
    }
}

/// One case, two lines: title, then code, service and place.
#[component]
fn Row(
    /// The case.
    row: QueueRow,
) -> impl IntoView {
    let words = use_text();
    let state = marks::status(row.status, Some(row.capacity), words);
    let sub: Vec<String> = row
        .service
        .into_iter()
        .chain([row.place])
        .filter(|part| !part.is_empty())
        .collect();
    // Of another desk's case only that desk is known.
    let nobody = if row.capacity == Capacity::Holder {
        words.queue.nobody.to_owned()
    } else {
        row.holder.short
    };
    let due = match row.due {
        Some(due) => {
            let left = marks::left(row.is_late, row.days_late, row.days_left, words);
            let class = match left.tone {
                Tone::Late => Some("left-bad"),
                Tone::Wait => Some("left-soon"),
                Tone::Info | Tone::Good | Tone::Joint | Tone::Plain => None,
            };
            Either::Left(view! {
                <span class=class>{class.map(|_| view! { <Icon glyph=left.glyph/>" " })}{left.word}</span>
                <span class="sub">{due.short}</span>
            })
        }
        None => Either::Right(view! { <span class="soft">{words.queue.no_due}</span> }),
    };
    view! {
        <tr role="row" class:over=row.is_late>
            <th role="rowheader" scope="row" class="what">
                <a class="title" href=case_address(&row.code)>{row.heading}</a>
                <span class="sub">
                    <span class="code">{row.code.clone()}</span>
                    {sub.into_iter().map(|part| format!(" · {part}")).collect_view()}
                </span>
            </th>
            <td role="cell" class="state">
                <span class="row row-tight">
                    {row.is_urgent.then(|| view! { <Badge tone=Tone::Late glyph=Glyph::Warn word=words.queue.urgent/> })}
                    <Badge tone=state.tone glyph=state.glyph word=state.word/>
                </span>
            </td>
            <td role="cell" class="due">{due}</td>
            <td role="cell" class="who only-wide">
                {match row.handler {
                    Some(handler) => Either::Left(handler),
                    None => Either::Right(view! { <span class="soft">{nobody}</span> }),
                }}
            </td>
        </tr>
    }
}
