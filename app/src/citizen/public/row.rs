//! One published case in a list.

use domain::view::public::PublicRow;
use leptos::prelude::*;

use super::left;
use crate::{
    parts::{Badge, Glyph, StatusBadge, Tone},
    text::{Words, fill, use_text},
};

/// The cases, one card each.
#[component]
pub(in crate::citizen) fn Rows(
    /// The cases.
    rows: Vec<PublicRow>,
) -> impl IntoView {
    let rows = rows.into_iter().map(|row| view! { <Row row/> });
    view! { <ul class="stack">{rows.collect_view()}</ul> }.into_any()
}

#[component]
fn Row(
    /// The case.
    row: PublicRow,
) -> impl IntoView {
    let words = use_text();
    let place = [who(&row, words), row.place.clone()].join(" · ");
    let supports = (row.supports > 0).then(|| fill(words.public.supports_short, &[("n", &row.supports.to_string())]));
    view! {
        <li class="card card-s card-pick stack stack-s">
            <div class="row row-ends row-tight">
                <State row=row.clone()/>
                <span class="fine soft">{when(&row, words)}</span>
            </div>
            <h3><a href=format!("/laporan/{}", row.code)>{row.title}</a></h3>
            <p class="fine">{row.opening}</p>
            <p class="fine soft">{place}{supports.map(|said| format!(" · {said}"))}</p>
        </li>
    }
    .into_any()
}

/// Its status; once its limit has passed, that.
#[component]
pub(super) fn State(
    /// The case.
    row: PublicRow,
) -> impl IntoView {
    let words = use_text();
    if row.due.as_ref().is_some_and(|due| due.is_late) {
        view! { <Badge tone=Tone::Late glyph=Glyph::Warn word=words.public.late/> }.into_any()
    } else {
        view! { <StatusBadge status=row.status word=words.public_status.of(row.status)/> }.into_any()
    }
}

/// What is left of its limit, when it ended, or when it came.
pub(super) fn when(row: &PublicRow, words: &Words) -> String {
    match (&row.due, &row.ended) {
        (Some(due), _) => left(due, words),
        (None, Some(ended)) => fill(words.public.ended, &[("date", &ended.short)]),
        (None, None) => fill(words.public.received, &[("date", &row.received.short)]),
    }
}

/// Who owns it, and who helps.
fn who(row: &PublicRow, words: &Words) -> String {
    if row.partners.is_empty() {
        return row.holder.short.clone();
    }
    let others: Vec<&str> = row.partners.iter().map(|partner| partner.short.as_str()).collect();
    fill(
        words.public.together,
        &[("agency", &row.holder.short), ("others", &others.join(", "))],
    )
}
