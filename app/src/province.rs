//! `/sinergi`: who waits for whom, where it stalls, what was kept. Rollups only; no case, no identity.
#![allow(
    unreachable_pub,
    reason = "a component's properties are made as public as it asks for, and more"
)]

mod agencies;
mod answer;
mod debt;
mod flow;
mod handoffs;
mod key;
mod numbers;

use codee::binary::PostcardCodec;
use domain::view::sinergi::SinergiView;
use leptos::{either::Either, prelude::*, server_fn::codec::Postcard};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    error::AppError,
    parts::{Button, Empty, Glyph, Skeleton},
    problem_page::ProblemPage,
    staff::{Reader, Room, StaffPage, read_reader},
    text::{fill, use_text},
};

/// The figures of a month.
#[server(prefix = "/api", endpoint = "sinergi/summary", input = Postcard, output = Postcard)]
pub async fn summary(
    /// Year and month, `202611`; 0 for the month that runs.
    month: i64,
) -> Result<SinergiView, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    let month = (month > 0).then_some(month);
    let read = door.portal.province(&officer).summary(month, door.lang()).await;
    read.map_err(|error| crate::ssr::with_status(error.into()))
}

/// The figures of one month, named in the address: `?bulan=202611`. Reads the figures that the address names, and draws them.
#[component]
pub fn ProvincePage() -> impl IntoView {
    let query = use_query_map();
    let month = move || {
        query
            .read()
            .get("bulan")
            .and_then(|month| month.parse().ok())
            .unwrap_or(0)
    };
    let reader = Resource::<_, PostcardCodec>::new_with_options(|| (), |()| read_reader(), false);
    let view = Resource::<_, PostcardCodec>::new_with_options(month, summary, false);
    let drawn = move || {
        Suspend::new(async move {
            match (reader.await, view.await) {
                (Ok(reader), Ok(view)) => Either::Left(view! { <Figures reader view/> }),
                (Err(error), _) | (_, Err(error)) => Either::Right(view! { <ProblemPage error/> }),
            }
        })
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }
}

/// The figures as they were read.
#[component]
fn Figures(
    /// Who reads them.
    reader: Reader,
    /// What was read.
    view: SinergiView,
) -> impl IntoView {
    let words = use_text().sinergi;
    let who = reader.clone();
    let has_none = view.province.received == 0 && view.province.open == 0 && view.pairs.is_empty();
    let body = if has_none {
        Either::Left(view! { <Empty glyph=Glyph::Figures title=words.none text=words.none_text/> })
    } else {
        Either::Right(view! {
            <div class="board section">
                <flow::Flow pairs=view.pairs.clone() agencies=view.agencies.clone() owed_hours=view.province.owed_hours/>
                <debt::Debt agencies=view.agencies.clone()/>
                <key::KeyFigures view=view.clone()/>
                <agencies::AgencyTable agencies=view.agencies.clone() province=view.province.clone()/>
                <handoffs::HandoffTable pairs=view.pairs.clone() owed_hours=view.province.owed_hours/>
            </div>
        })
    };
    view! {
        <Title text=words.title/>
        <StaffPage reader here=Room::Sinergi>
            <div class="headline">
                <div>
                    <h1>{words.title}</h1>
                    <p class="soft fine">{fill(words.as_of, &[("date", &view.as_of.long)])}</p>
                </div>
                <MonthForm months=view.months.clone() month=view.month/>
            </div>
            <answer::Answer view reader=who/>
            {body}
        </StaffPage>
    }
}

/// Chooses the month. A form of the address, so it works without scripts.
#[component]
fn MonthForm(
    /// Shape: value and name, newest first.
    months: Vec<(i64, String)>,
    /// The month that is shown.
    month: i64,
) -> impl IntoView {
    let words = use_text();
    let options = months.into_iter().map(|(value, name)| {
        view! { <option value=value.to_string() selected={value == month}>{name}</option> }
    });
    view! {
        <form class="row row-tight" action="/sinergi" aria-label=words.sinergi.filter>
            <div>
                <label class="hide" for="bulan">{words.sinergi.period}</label>
                <select class="select" id="bulan" name="bulan">{options.collect_view()}</select>
            </div>
            <Button word=words.common.show glyph=Glyph::Filter/>
        </form>
    }
}
