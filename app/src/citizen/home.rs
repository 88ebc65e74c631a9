//! `/`: what this is, where to file, where to track, and how the province is doing.

use domain::{
    time::format,
    view::{
        public::PublicRow,
        sinergi::{PublicCount, PublicFigures},
    },
};
use leptos::prelude::*;

use super::{
    about::About,
    public::Rows,
    tracking::TrackingFields,
    view::{Shown, use_view},
};
use crate::{
    parts::{Button, ButtonKind, Define, Figure, Glyph, LinkButton, PublicFrame, Width},
    text::{Words, fill, use_text},
};

/// The first page. It is the same for everybody, so the server keeps it.
#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_text();
    let figures = use_view::<PublicFigures>(|| "/".to_owned());
    view! {
        <About title=words.home.page text=words.home.about/>
        <PublicFrame width=Width::Edges>
            <Hero/>
            <section class="band" aria-labelledby="figures">
                <div class="page section">
                    <Shown view=figures draw=|figures| view! { <Figures figures/> }/>
                </div>
            </section>
            <How/>
            <section class="page section" aria-labelledby="latest">
                <div class="row row-ends">
                    <h2 id="latest">{words.public.solved}</h2>
                    <p class="row">
                        <a href="/laporan">{words.public.all}</a>
                        <a href="/laporan/peta">{words.public.map_link}</a>
                        <a href="/instansi">{words.public.agencies_link}</a>
                    </p>
                </div>
                <Shown view=figures draw=|figures| view! { <Latest rows=figures.latest/> }/>
            </section>
        </PublicFrame>
    }
}

/// What one can do here: file, or track.
#[component]
fn Hero() -> impl IntoView {
    let words = use_text().home;
    view! {
        <section class="hero" aria-labelledby="title">
            <div class="page">
                <div class="hero-say">
                    <h1 id="title">{words.title}</h1>
                    <p class="lead">{words.lead}</p>
                    <div class="row">
                        <LinkButton href="/lapor".to_owned() word=words.file glyph=Glyph::Write kind=ButtonKind::Main/>
                        <LinkButton href="/bantuan#wbs".to_owned() word=words.whistle kind=ButtonKind::Quiet/>
                    </div>
                </div>
                <form class="card stack" method="post" action="/lacak" aria-labelledby="track-title">
                    <h2 id="track-title">{words.track}</h2>
                    <TrackingFields/>
                    <Button word=words.track_button glyph=Glyph::Find kind=ButtonKind::Wide/>
                    <p class="fine"><a href="/bantuan#hilang">{use_text().tracking.lost_link}</a></p>
                </form>
            </div>
        </section>
    }
    .into_any()
}

/// The figures of the last whole month.
#[component]
fn Figures(
    /// The figures.
    figures: PublicFigures,
) -> impl IntoView {
    let words = use_text();
    let (home, lang) = (words.home, words.language());
    let response = figures
        .first_response_tenths
        .map(|tenths| format::decimal(tenths, 1, lang));
    let has_response = response.is_some();
    let on_time = figures.on_time_permille.map(|permille| format::percent(permille, lang));
    let auto_closed = fill(home.auto_closed, &[("n", &count(figures.auto_closed, words))]);
    view! {
        <div class="row row-ends">
            <h2 id="figures">{home.figures}</h2>
            <p class="fine soft">{figures.period}</p>
        </div>
        <dl class="grid grid-s">
            <Figure name=home.received value=count(figures.received, words)/>
            <Figure
                name=home.first_response
                value=response.unwrap_or_else(|| words.common.none.to_owned())
                unit=if has_response { words.common.working_days } else { "" }
            />
            <Figure name=home.on_time value=on_time.unwrap_or_else(|| words.common.none.to_owned())/>
            <Figure name=home.confirmed value=count(figures.confirmed, words) basis=auto_closed/>
        </dl>
        <Define summary=words.common.how_counted text=home.definition/>
    }
    .into_any()
}

/// A count as the public reads it: small ones are hidden.
fn count(count: PublicCount, words: &Words) -> String {
    match count {
        PublicCount::Shown(count) => format::number(count, words.language()),
        PublicCount::Few => words.common.few.to_owned(),
    }
}

/// What was solved last, of what is public.
#[component]
fn Latest(
    /// The cases.
    rows: Vec<PublicRow>,
) -> impl IntoView {
    let words = use_text().public;
    if rows.is_empty() {
        view! { <p class="soft">{words.latest_empty}</p> }.into_any()
    } else {
        view! { <Rows rows/> }.into_any()
    }
}

/// The four steps after sending.
#[component]
fn How() -> impl IntoView {
    let words = use_text().home;
    let steps = [
        (words.how_code, words.how_code_text),
        (words.how_agency, words.how_agency_text),
        (words.how_work, words.how_work_text),
        (words.how_judge, words.how_judge_text),
    ];
    let steps = steps.map(|(title, text)| view! { <li><h3>{title}</h3><p>{text}</p></li> });
    view! {
        <section class="page section" aria-labelledby="how">
            <h2 id="how">{words.how}</h2>
            <ol class="how">{steps}</ol>
        </section>
    }
    .into_any()
}
