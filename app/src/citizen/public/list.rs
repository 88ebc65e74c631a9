//! `/laporan`: published cases, filtered by what stands in the address.

use domain::{
    kind::{Kind, Subject},
    view::{
        choices::Choice,
        public::{PublicFilter, PublicListView, PublicState},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{
    super::view::{Shown, use_view},
    Shared, list_address,
    row::Rows,
};
use crate::{
    parts::{
        Button, ButtonKind, Crumbs, Empty, Glyph, LinkButton, Pages, Place, PublicFrame, Select, TextInput, ungrouped,
    },
    text::{fill, use_text},
};

/// The list.
#[component]
pub fn ListPage() -> impl IntoView {
    let words = use_text();
    let location = use_location();
    let list = use_view::<PublicListView>(move || {
        let query = location.search.get();
        if query.is_empty() {
            "/laporan".to_owned()
        } else {
            format!("/laporan?{query}")
        }
    });
    view! {
        <PublicFrame here=Place::Public>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.public.title/>
            <Shown view=list draw=|list| view! { <List list/> }/>
        </PublicFrame>
    }
}

#[component]
fn List(
    /// What it shows.
    list: PublicListView,
) -> impl IntoView {
    let words = use_text().public;
    let feed = format!("{}/umpan.atom", list.url);
    let (filter, next, rows) = (list.filter.clone(), list.next, list.rows);
    let is_filtered = filter != PublicFilter::default();
    let on = next.map(|after| {
        list_address(&PublicFilter {
            after,
            ..filter.clone()
        })
    });
    let back = (!filter.after.is_empty()).then(|| {
        list_address(&PublicFilter {
            after: String::new(),
            ..filter.clone()
        })
    });
    let title = if filter.words.is_empty() {
        words.results.to_owned()
    } else {
        fill(words.results_about, &[("words", &filter.words)])
    };
    let found = match (rows.is_empty(), &on) {
        (false, _) => view! { <Rows rows/> }.into_any(),
        (true, Some(on)) => view! { <p><a href=on.clone()>{words.go_on}</a></p> }.into_any(),
        (true, None) => view! { <Empty glyph=Glyph::Find title=words.none text=words.none_text/> }.into_any(),
    };
    let pages = (back.is_some() || on.is_some()).then(|| view! { <Pages back on/> });
    view! {
        <Shared url=list.url title=words.title description=words.description feed=feed/>
        <div class="headline">
            <div>
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
            </div>
            <p class="row row-tight">
                <LinkButton href="/laporan/peta".to_owned() word=words.map glyph=Glyph::Place/>
                <a class="btn" href="/laporan/umpan.atom" rel="external">{words.follow}</a>
            </p>
        </div>
        <Filters filter agencies=list.agencies regencies=list.regencies/>
        <section class="stack section" aria-labelledby="hasil">
            <div class="row row-ends">
                <h2 id="hasil">{title}</h2>
                {is_filtered.then(|| view! { <a class="fine" href="/laporan">{words.clear}</a> })}
            </div>
            {found}
            {pages}
        </section>
    }
    .into_any()
}

/// A form that asks by its address: it works without scripts, and the browser's own way back.
#[component]
fn Filters(
    /// What is asked for now.
    filter: PublicFilter,
    /// Agencies to choose from.
    agencies: Vec<Choice>,
    /// Regencies to choose from.
    regencies: Vec<Choice>,
) -> impl IntoView {
    let words = use_text();
    let public = words.public;
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    let states = PublicState::ALL
        .iter()
        .map(|state| choice(state.as_str(), words.public_states.of(*state)));
    let kinds = Kind::ALL
        .iter()
        .filter(|kind| **kind != Kind::Whistleblowing)
        .map(|kind| choice(kind.as_str(), words.kinds.of(*kind)));
    let subjects = Subject::ALL
        .iter()
        .map(|subject| choice(subject.as_str(), words.subjects.of(*subject)));
    let district = (!filter.district.is_empty())
        .then(|| view! { <input type="hidden" name="kecamatan" value=filter.district.clone()/> });
    view! {
        <form class="card card-s filters" action="/laporan" role="search" aria-label=public.filter>
            <TextInput name="q" kind="search" label=public.search value=filter.words optional=true maxlength=200/>
            <Select name="wilayah" label=public.region nothing=public.region_all groups=vec![ungrouped(regencies)] chosen=filter.regency optional=true/>
            <Select name="instansi" label=public.agency nothing=public.agency_all groups=vec![ungrouped(agencies)] chosen=filter.agency optional=true/>
            <Select name="keadaan" label=public.state nothing=words.common.all groups=vec![ungrouped(states.collect())] chosen=filter.state.map_or("", |state| state.as_str()) optional=true/>
            <Select name="jenis" label=public.kind nothing=words.common.all groups=vec![ungrouped(kinds.collect())] chosen=filter.kind.map_or("", |kind| kind.as_str()) optional=true/>
            <Select name="perihal" label=public.subject nothing=words.common.all groups=vec![ungrouped(subjects.collect())] chosen=filter.subject.map_or("", |subject| subject.as_str()) optional=true/>
            {district}
            <Button word=words.common.show glyph=Glyph::Filter kind=ButtonKind::Main/>
        </form>
    }
    .into_any()
}
