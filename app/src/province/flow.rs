//! Who waits for whom: a graph, and the same figures as a table.

mod layout;

use domain::view::sinergi::{AgencyFigures, PairFigures};
use leptos::{either::Either, prelude::*};

use self::layout::{Layout, Node, Ribbon};
use super::numbers::{count, working_hours};
use crate::{
    parts::{Define, Glyph, Icon, TableRegion},
    text::{fill, use_text},
};

/// Ribbons in the graph; the rest stands in the table alone. More cannot be told apart.
const RIBBONS_MAX: usize = 20;
/// Ribbons with their number on them.
const NUMBERED_MAX: usize = 3;
/// Thinnest ribbon that a number fits on. Unit: tenths of a pixel.
const NUMBERED_THICK: i64 = 160;

/// The graph and its table.
#[component]
pub(super) fn Flow(
    /// Every pair with a figure, the most owed first.
    pairs: Vec<PairFigures>,
    /// Every agency with a figure, the most owed first.
    agencies: Vec<AgencyFigures>,
    /// Working hours waited over all pairs, before rounding.
    owed_hours: i64,
) -> impl IntoView {
    let words = use_text().sinergi;
    let waiting: Vec<&PairFigures> = pairs.iter().filter(|pair| pair.waiting > 0).collect();
    let drawn = if waiting.is_empty() {
        Either::Left(view! { <p id="aliran-isi">{words.answer_none_text}</p> })
    } else {
        let shown = &waiting[..waiting.len().min(RIBBONS_MAX)];
        let said = said(&agencies, shown.len() < waiting.len());
        Either::Right(view! {
            <p class="fine soft" id="aliran-isi">{said}</p>
            {graph(&Layout::of(shown, &agencies))}
            <Define summary=use_text().common.how_counted text=words.flow_how/>
            {table(&waiting, owed_hours)}
        })
    };
    view! {
        <section class="card w7 x5" aria-labelledby="aliran">
            <h2 id="aliran">{words.flow}</h2>
            {drawn}
        </section>
    }
}

/// What the colours mean, by name and number.
fn said(agencies: &[AgencyFigures], is_cut: bool) -> String {
    let words = use_text().sinergi;
    let mut owing = agencies.iter().filter(|agency| agency.owed_tasks > 0);
    let mut said = words.flow_text.to_owned();
    for sentence in [words.flow_first, words.flow_second] {
        if let Some(agency) = owing.next() {
            let hours = working_hours(agency.owed_hours);
            said.push(' ');
            said.push_str(&fill(sentence, &[("agency", &agency.agency.short), ("hours", &hours)]));
        }
    }
    if is_cut {
        said.push(' ');
        said.push_str(words.flow_more);
    }
    said
}

/// Tenths as an SVG length.
fn px(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn graph(layout: &Layout) -> impl IntoView + use<> {
    let words = use_text().sinergi;
    let height = px(layout.height);
    let view_box = format!("0 0 100 {height}");
    // The most waited for is drawn last, on top of the others.
    let mut ribbons: Vec<&Ribbon> = layout.ribbons.iter().collect();
    ribbons.sort_by_key(|ribbon| std::cmp::Reverse(ribbon.to));
    let paths = ribbons.iter().map(|ribbon| path(ribbon, layout)).collect_view();
    let mut numbered: Vec<&&Ribbon> = ribbons.iter().filter(|ribbon| ribbon.thick >= NUMBERED_THICK).collect();
    numbered.sort_by_key(|ribbon| std::cmp::Reverse(ribbon.thick));
    let numbers = numbered.into_iter().take(NUMBERED_MAX).map(|ribbon| {
        let y = px(ribbon.left + ribbon.thick / 2 + 40);
        view! { <text class="val" x="36.5%" y=y>{count(ribbon.hours)}</text> }
    });
    let left = layout.left.iter().map(waiter).collect_view();
    let right = layout
        .right
        .iter()
        .enumerate()
        .map(|(rank, node)| waited_for(rank, node))
        .collect_view();
    view! {
        <svg class="flow" width="100%" height=height role="img" aria-labelledby="aliran aliran-isi">
            <text class="sub end" x="31%" y="10">{words.flow_left}</text>
            <text class="sub" x="69%" y="10">{words.flow_right}</text>
            <svg x="32%" width="36%" height=height.clone() viewBox=view_box preserveAspectRatio="none">
                {paths}
            </svg>
            {numbers.collect_view()}
            {left}
            {right}
        </svg>
    }
}

fn path(ribbon: &Ribbon, layout: &Layout) -> impl IntoView + use<> {
    let (left, right) = (px(ribbon.left), px(ribbon.right));
    let (left_end, right_end) = (px(ribbon.left + ribbon.thick), px(ribbon.right + ribbon.thick));
    let d =
        format!("M0 {left}C50 {left} 50 {right} 100 {right}V{right_end}C50 {right_end} 50 {left_end} 0 {left_end}z");
    let class = match ribbon.to {
        0 => "rib-hot",
        1 => "rib-warm",
        _ => "rib",
    };
    let name = |nodes: &[Node], at: usize| nodes.get(at).map(|node| node.name.clone()).unwrap_or_default();
    let title = fill(
        use_text().sinergi.flow_pair,
        &[
            ("from", &name(&layout.left, ribbon.from)),
            ("to", &name(&layout.right, ribbon.to)),
            ("hours", &working_hours(ribbon.hours)),
        ],
    );
    view! { <path class=class d=d><title>{title}</title></path> }
}

fn waiter(node: &Node) -> impl IntoView + use<> {
    let (name, hours, y, below) = label(node);
    view! {
        <rect class="node" x="32%" y=px(node.top) width="5" height=px(node.height) rx="1"></rect>
        <text class="end" x="31%" y=y>{name}</text>
        <text class="sub end" x="31%" y=below>{hours}</text>
    }
}

fn waited_for(rank: usize, node: &Node) -> impl IntoView + use<> {
    let (name, hours, y, below) = label(node);
    let (class, weight) = match rank {
        0 => ("node-hot", Some("big")),
        1 => ("node-warm", Some("big")),
        _ => ("node", None),
    };
    view! {
        <rect class=class x="67.4%" y=px(node.top) width="5" height=px(node.height) rx="1"></rect>
        <text class=weight x="69.6%" y=y>{name}</text>
        <text class="sub" x="69.6%" y=below>{hours}</text>
    }
}

/// Name, hours, and the lines they stand on: around the middle of the node.
fn label(node: &Node) -> (String, String, String, String) {
    let middle = node.top + node.height / 2;
    let hours = fill(use_text().sinergi.hours, &[("n", &count(node.hours))]);
    (node.name.clone(), hours, px(middle - 20), px(middle + 130))
}

fn table(waiting: &[&PairFigures], owed_hours: i64) -> impl IntoView + use<> {
    let words = use_text().sinergi;
    let (hours, tasks) = (count(owed_hours), count(waiting.iter().map(|pair| pair.waiting).sum()));
    let rows = waiting.iter().map(|pair| {
        view! {
            <tr>
                <th scope="row">{pair.from.short.clone()}</th>
                <td>{pair.to.short.clone()}</td>
                <td class="num">{count(pair.owed_hours)}</td>
                <td class="num">{count(pair.waiting)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details class="define">
            <summary><Icon glyph=Glyph::List/>{use_text().common.as_table}</summary>
            <TableRegion label=words.flow_table>
                <table class="table table-tight">
                    <caption class="hide">{words.flow_caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.waits}</th>
                            <th scope="col">{words.waited_for}</th>
                            <th scope="col" class="num">{words.hours_head}</th>
                            <th scope="col" class="num">{words.tasks_head}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row" colspan="2">{words.sum}</th>
                            <td class="num">{hours}</td>
                            <td class="num">{tasks}</td>
                        </tr>
                    </tfoot>
                </table>
            </TableRegion>
        </details>
    }
}
