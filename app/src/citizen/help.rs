//! `/bantuan`: what a reporter has a right to, and how. Other pages lead to its sections by their ids.

use leptos::prelude::*;

use super::about::About;

use crate::{
    parts::{ButtonKind, Crumbs, Glyph, LinkButton, Paragraphs, Place, PublicFrame, Width},
    text::use_text,
};

/// The one page of help.
#[component]
pub fn HelpPage() -> impl IntoView {
    let words = use_text();
    let help = words.help;
    let sections = [
        ("identitas", help.identity, help.identity_text),
        ("data", help.data, help.data_text),
        ("wbs", help.whistle, help.whistle_text),
        ("hilang", help.lost, help.lost_text),
        ("rantai", help.chain, help.chain_text),
        ("loket", help.counter, help.counter_text),
        ("ombudsman", help.ombudsman, help.ombudsman_text),
        ("aksesibilitas", help.access, help.access_text),
    ];
    let contents = sections.map(|(id, title, _)| {
        view! { <li><a href=format!("#{id}") rel="external">{title}</a></li> }
    });
    let sections = sections.map(|(id, title, text)| {
        let whistle = (id == "wbs").then(|| {
            view! {
                <LinkButton
                    href="/lapor?jenis=whistleblowing".to_owned()
                    word=help.whistle_file
                    glyph=Glyph::Write
                    kind=ButtonKind::Main
                />
            }
        });
        view! {
            <section class="part stack" aria-labelledby=id>
                <h2 id=id tabindex="-1">{title}</h2>
                <Paragraphs text/>
                {whistle}
            </section>
        }
    });
    view! {
        <About title=help.title text=help.about/>
        <PublicFrame here=Place::Help width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=help.title/>
            <div class="headline">
                <div>
                    <h1>{help.title}</h1>
                    <p class="lead">{help.lead}</p>
                </div>
            </div>
            <nav aria-label=help.contents>
                <ul class="links">{contents}</ul>
            </nav>
            <div class="form">{sections}</div>
        </PublicFrame>
    }
}
