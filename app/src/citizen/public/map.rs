//! `/laporan/peta`: where published cases come from. The pack has no coordinates, so nothing is drawn where it is not
//! known to be: squares, one for each district, and the same as tables. A map with what the operator imported comes on
//! demand.

use domain::view::public::{DistrictCount, PublicFilter, PublicMapView, RegencyCount};
use leptos::prelude::*;

use super::{
    super::view::{Shown, use_view},
    Shared, list_address,
};
use crate::{
    parts::{Crumbs, MapOnDemand, MapUse, Place, PublicFrame, TableRegion},
    text::{fill, use_text},
};

/// Where the map asks for what it shows.
const CASES: &str = "/laporan/peta.json";
/// Squares in a row.
const COLUMNS: usize = 8;
/// From one square to the next, and the square itself. Unit: units of the drawing.
const PITCH: usize = 40;
const SIDE: usize = 36;

/// The schematic map.
#[component]
pub fn MapPage() -> impl IntoView {
    let words = use_text();
    let map = use_view::<PublicMapView>(|| "/laporan/peta".to_owned());
    let trail = vec![
        ("/".to_owned(), words.common.home.to_owned()),
        ("/laporan".to_owned(), words.public.title.to_owned()),
    ];
    view! {
        <PublicFrame here=Place::Public>
            <Crumbs trail here=words.public.map/>
            <Shown view=map draw=|map| view! { <Map map/> }/>
        </PublicFrame>
    }
}

#[component]
fn Map(
    /// The counts.
    map: PublicMapView,
) -> impl IntoView {
    let words = use_text().public;
    let key = [
        ("0", 0),
        (words.few, 1),
        (words.some, 5),
        (words.many, 10),
        (words.most, 20),
    ];
    let key = key.map(|(word, cases)| {
        view! {
            <li>
                <svg aria-hidden="true" width="14" height="14"><rect class=heat(cases) width="14" height="14"></rect></svg>
                {word}
            </li>
        }
    });
    let regencies = map.regencies.into_iter().map(|regency| view! { <Regency regency/> });
    view! {
        <Shared url=map.url title=words.map_title description=words.map_description/>
        <div class="headline">
            <div>
                <h1>{words.map_title}</h1>
                <p class="lead">{words.map_lead}</p>
            </div>
        </div>
        <MapOnDemand is_for=MapUse::Look(CASES)/>
        <ul class="legend" aria-label=words.map_key>{key}</ul>
        <div class="grid map-grid section">{regencies.collect_view()}</div>
    }
    .into_any()
}

/// Of five steps, the one these cases stand on.
const fn heat(cases: i64) -> &'static str {
    match cases {
        ..=0 => "q0",
        1..=4 => "q1",
        5..=9 => "q2",
        10..=19 => "q3",
        20.. => "q4",
    }
}

#[component]
fn Regency(
    /// The regency.
    regency: RegencyCount,
) -> impl IntoView {
    let words = use_text().public;
    let all: i64 = regency.elsewhere + regency.districts.iter().map(|district| district.cases).sum::<i64>();
    let id = format!("kab-{}", regency.code.replace('.', "-"));
    let heading = id.clone();
    let said = fill(
        words.map_summary,
        &[("regency", &regency.name), ("n", &all.to_string())],
    );
    let rows = regency.districts.len().div_ceil(COLUMNS);
    let size = format!("0 0 {} {}", COLUMNS * PITCH, rows * PITCH);
    let squares = regency.districts.iter().enumerate().map(|(at, district)| {
        let (x, y) = ((at % COLUMNS) * PITCH + 2, (at / COLUMNS) * PITCH + 2);
        let title = fill(
            words.map_count,
            &[("district", &district.name), ("n", &district.cases.to_string())],
        );
        view! {
            <rect class=heat(district.cases) x=x.to_string() y=y.to_string() width=SIDE.to_string() height=SIDE.to_string() rx="4">
                <title>{title}</title>
            </rect>
        }
    });
    view! {
        <section class="card stack" aria-labelledby=id>
            <h2 id=heading>{regency.name.clone()}</h2>
            <svg class="tiles" viewBox=size role="img" aria-label=said>{squares.collect_view()}</svg>
            <Districts regency=regency.clone()/>
        </section>
    }
    .into_any()
}

/// The same as a table.
#[component]
fn Districts(
    /// The regency.
    regency: RegencyCount,
) -> impl IntoView {
    let words = use_text().public;
    let caption = fill(words.map_table, &[("regency", &regency.name)]);
    let unnamed = (regency.elsewhere > 0).then(|| DistrictCount {
        code: regency.code.clone(),
        name: words.map_unnamed.to_owned(),
        cases: regency.elsewhere,
    });
    let (code, districts) = (regency.code, regency.districts);
    let rows = districts.into_iter().chain(unnamed).map(move |district| {
        let href = list_address(&PublicFilter {
            regency: code.clone(),
            district: district.code,
            ..PublicFilter::default()
        });
        let name = if district.cases > 0 {
            view! { <a href=href>{district.name}</a> }.into_any()
        } else {
            view! { {district.name} }.into_any()
        };
        view! { <tr><th scope="row">{name}</th><td class="num">{district.cases}</td></tr> }
    });
    view! {
        <TableRegion label=caption.clone()>
            <table class="table table-tight">
                <caption class="hide">{caption}</caption>
                <thead><tr><th scope="col">{words.district}</th><th scope="col" class="num">{words.count}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </TableRegion>
    }
    .into_any()
}
