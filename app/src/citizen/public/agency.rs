//! `/instansi/{agency}`: what an agency promises, and how it does.

use domain::{
    time::format,
    view::public::{AgencyPageView, ServicePromise},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    super::view::{Shown, use_view},
    Shared, cell,
    row::Rows,
};
use crate::{
    parts::{Card, Crumbs, Facts, Figure, Place, PublicFrame, TableRegion},
    text::{fill, use_text},
};

/// An agency.
#[component]
pub fn AgencyPage() -> impl IntoView {
    let params = use_params_map();
    let agency =
        use_view::<AgencyPageView>(move || format!("/instansi/{}", params.read().get("agency").unwrap_or_default()));
    view! {
        <PublicFrame here=Place::Public>
            <Shown view=agency draw=|agency| view! { <Agency agency/> }/>
        </PublicFrame>
    }
}

#[component]
fn Agency(
    /// What was read.
    agency: AgencyPageView,
) -> impl IntoView {
    let words = use_text();
    let public = words.public;
    let trail = vec![
        ("/".to_owned(), words.common.home.to_owned()),
        ("/instansi".to_owned(), public.agencies.to_owned()),
    ];
    let name = agency.agency.name.clone();
    let description = fill(public.agency_description, &[("agency", &name)]);
    let feed = format!("/instansi/{}/umpan.atom", agency.agency.code);
    let days = |(days, rule): &(u16, String)| format!("{} ({rule})", fill(public.days, &[("n", &days.to_string())]));
    let promises = vec![
        (public.first_response, days(&agency.first_response)),
        (public.answer, days(&agency.answer)),
    ];
    let latest = agency.latest.clone();
    let cases = if latest.is_empty() {
        view! { <p class="soft">{public.latest_empty}</p> }.into_any()
    } else {
        view! { <Rows rows=latest/> }.into_any()
    };
    view! {
        <Shared url=agency.url.clone() title=name.clone() description feed=feed.clone()/>
        <Crumbs trail here=agency.agency.short.clone()/>
        <div class="headline">
            <div>
                <h1>{name}</h1>
                <p class="soft">{agency.agency.short.clone()}</p>
            </div>
            <a class="btn" href=feed rel="external">{public.follow}</a>
        </div>
        <Figures agency=agency.clone()/>
        <div class="split section">
            <div class="stack stack-l">
                <Services services=agency.services/>
                <section class="stack" aria-labelledby="terbaru">
                    <h2 id="terbaru">{public.latest}</h2>
                    {cases}
                </section>
            </div>
            <aside class="stack stack-l" aria-label=public.promises>
                <Card id="janji" title=public.promises><Facts facts=promises/></Card>
            </aside>
        </div>
    }
    .into_any()
}

#[component]
fn Figures(
    /// The agency.
    agency: AgencyPageView,
) -> impl IntoView {
    let words = use_text();
    let (public, home, lang) = (words.public, words.home, words.language());
    let (open, late, ended) = agency.published;
    let number = |count| format::number(count, lang);
    let none = || words.common.none.to_owned();
    let response = agency
        .first_response_tenths
        .map(|tenths| format::decimal(tenths, 1, lang));
    let unit = if response.is_some() {
        words.common.working_days
    } else {
        ""
    };
    let on_time = agency.on_time_permille.map(|permille| format::percent(permille, lang));
    let note = fill(public.figures_note, &[("period", &agency.period)]);
    view! {
        <section class="stack section" aria-labelledby="angka">
            <div class="row row-ends">
                <h2 id="angka">{public.figures}</h2>
                <p class="fine soft">{agency.period.clone()}</p>
            </div>
            <dl class="grid grid-s">
                <Figure name=public.figures_open value=number(open)/>
                <Figure name=public.figures_late value=number(late)/>
                <Figure name=public.figures_ended value=number(ended)/>
                <Figure name=public.figures_received value=cell(agency.received, words)/>
                <Figure name=home.first_response value=response.unwrap_or_else(none) unit/>
                <Figure name=home.on_time value=on_time.unwrap_or_else(none)/>
                <Figure name=home.confirmed value=cell(agency.confirmed, words)/>
                <Figure name=words.public_status.auto_closed value=cell(agency.auto_closed, words)/>
            </dl>
            <p class="fine soft">{note}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Services(
    /// The services.
    services: Vec<ServicePromise>,
) -> impl IntoView {
    let words = use_text();
    let public = words.public;
    if services.is_empty() {
        return view! {
            <section class="stack" aria-labelledby="layanan">
                <h2 id="layanan">{public.services}</h2>
                <p class="soft">{public.services_empty}</p>
            </section>
        }
        .into_any();
    }
    let rows = services.into_iter().map(|service| {
        let standard = match service.days {
            None => public.standard_none.to_owned(),
            Some(0) => public.same_day.to_owned(),
            Some(days) => fill(public.days, &[("n", &days.to_string())]),
        };
        view! {
            <tr>
                <th scope="row">{service.name}</th>
                <td>{words.service_kinds.of(service.kind)}</td>
                <td>{standard}</td>
            </tr>
        }
    });
    view! {
        <section class="stack" aria-labelledby="layanan">
            <h2 id="layanan">{public.services}</h2>
            <TableRegion label=public.services_table>
                <table class="table table-tight">
                    <caption class="hide">{public.services_table}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{public.service}</th>
                            <th scope="col">{public.kind}</th>
                            <th scope="col">{public.standard}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </TableRegion>
        </section>
    }
    .into_any()
}
