//! `/instansi`: every agency that works here.

use domain::view::public::{AgenciesView, AgencyEntry};
use leptos::prelude::*;

use super::{
    super::view::{Shown, use_view},
    Shared,
};
use crate::{
    parts::{Crumbs, Place, PublicFrame},
    text::{fill, use_text},
};

/// The index of agencies.
#[component]
pub fn AgenciesPage() -> impl IntoView {
    let words = use_text();
    let agencies = use_view::<AgenciesView>(|| "/instansi".to_owned());
    view! {
        <PublicFrame here=Place::Public>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.public.agencies/>
            <Shown view=agencies draw=|view| view! { <Agencies view/> }/>
        </PublicFrame>
    }
}

#[component]
fn Agencies(
    /// What was read.
    view: AgenciesView,
) -> impl IntoView {
    let words = use_text().public;
    let (regencies, province): (Vec<_>, Vec<_>) = view.agencies.into_iter().partition(|entry| entry.is_regency);
    view! {
        <Shared url=view.url title=words.agencies description=words.agencies_lead/>
        <div class="headline">
            <div>
                <h1>{words.agencies}</h1>
                <p class="lead">{words.agencies_lead}</p>
            </div>
        </div>
        <Group id="provinsi" title=words.agencies_province agencies=province/>
        <Group id="kabupaten" title=words.agencies_regency agencies=regencies/>
    }
    .into_any()
}

#[component]
fn Group(
    /// Id of its heading.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// The agencies.
    agencies: Vec<AgencyEntry>,
) -> impl IntoView {
    let words = use_text().public;
    let lines = agencies.into_iter().map(|entry| {
        let services = (entry.services > 0).then(|| {
            let said = fill(words.services_n, &[("n", &entry.services.to_string())]);
            view! { <p class="fine soft">{said}</p> }
        });
        view! {
            <li class="card card-s card-pick stack stack-s">
                <h3><a href=format!("/instansi/{}", entry.agency.code)>{entry.agency.name}</a></h3>
                {services}
            </li>
        }
    });
    view! {
        <section class="stack section" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ul class="grid">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
