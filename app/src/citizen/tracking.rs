//! `/lacak`: code and secret in.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::{about::About, account::AccountLink, filing::WholeError, fragment::use_secret_of_address, send::Sending};
use crate::{
    form::{Posted, use_posted},
    parts::{Button, ButtonKind, Crumbs, ErrorSummary, Glyph, Place, PublicFrame, TextInput, Width},
    text::use_text,
};

/// The address of this page and of its form.
const PATH: &str = "/lacak";

/// Where a case is opened with its code and secret.
#[component]
pub fn TrackingPage() -> impl IntoView {
    let words = use_text();
    let posted = use_posted();
    view! {
        <About title=words.tracking.title text=words.tracking.about/>
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.tracking.title/>
            <TrackingForm posted/>
            <AccountLink/>
        </PublicFrame>
    }
}

/// The form, wherever a case has to be opened first.
#[component]
pub(super) fn TrackingForm(
    /// What was typed before.
    posted: Posted,
) -> impl IntoView {
    let words = use_text().tracking;
    let form = Sending::new(posted);
    use_secret_of_address("secret");
    let navigate = use_navigate();
    // At the case's own address nothing would change: then the page itself is read again, with the case open.
    let go_on = move |next: String| {
        let location = window().location();
        if location.pathname().is_ok_and(|here| here == next) {
            let _ = location.reload();
        } else {
            navigate(&next, leptos_router::NavigateOptions::default());
        }
    };
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <div class="headline section-s">
            <div>
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
            </div>
        </div>
        <form class="card stack" method="post" action=PATH novalidate on:submit=form.submit(PATH.to_owned(), go_on)>
            <TrackingFields form/>
            <Button word=words.show glyph=Glyph::Find kind=ButtonKind::Main busy=form.busy()/>
            <p class="fine"><a href="/lacak/hilang">{words.lost_link}</a></p>
        </form>
    }
    .into_any()
}

/// Code and secret.
#[component]
pub(super) fn TrackingFields(
    /// The form they stand in; without one they are empty.
    #[prop(optional)]
    form: Option<Sending>,
) -> impl IntoView {
    let words = use_text().tracking;
    let text = |name| form.map(|form| form.text(name)).unwrap_or_default();
    let problem = |name| form.map_or_else(MaybeProp::default, |form| form.problem(name));
    view! {
        <TextInput
            name="code"
            label=words.code
            code=true
            autocomplete="off"
            placeholder=words.code_example
            value=text("code")
            error=problem("code")
        />
        <TextInput
            name="secret"
            label=words.secret
            hint=words.secret_hint
            code=true
            autocomplete="off"
            value=text("secret")
            error=problem("secret")
        />
    }
    .into_any()
}
