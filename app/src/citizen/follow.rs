//! Following a case beyond its page: links from messages, and a lost receipt.

use leptos::{
    either::{Either, EitherOf3},
    prelude::*,
};
use leptos_meta::Title;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    filing::WholeError,
    send::Sending,
    view::{Shown, use_view},
};
use crate::{
    form::use_posted,
    parts::{
        Button, ButtonKind, Crumbs, ErrorSummary, Glyph, LinkButton, Notice, Place, PublicFrame, TextInput, Tone, Width,
    },
    text::{fill, use_text},
};

/// The form that switches.
pub const FOLLOW: &str = "follow";
/// The form by which a browser asks to be told.
pub const PUSH: &str = "follow_push";
/// The form that forgets all browsers.
pub const FORGET: &str = "follow_forget";
/// The address of the page for a lost receipt, and of its form.
const LOST: &str = "/lacak/hilang";

/// What a link from a message shows before, or after, its button is pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkView {
    /// It does not hold any more.
    Over,
    /// It confirms an address.
    Confirm {
        /// The code of the report.
        code: String,
    },
    /// It has confirmed one.
    Confirmed {
        /// The code of the report.
        code: String,
    },
    /// It makes a new secret.
    NewSecret {
        /// The code of the report.
        code: String,
    },
    /// It signs in.
    SignIn {
        /// The address it was sent to, masked.
        address: String,
    },
    /// It signed in once, or its time has passed.
    SignInOver,
}

/// `/k/{token}`: a link from a message.
#[component]
pub fn LinkPage() -> impl IntoView {
    let params = use_params_map();
    let path = move || format!("/k/{}", params.with(|params| params.get("token").unwrap_or_default()));
    let view = use_view::<LinkView>(path);
    let draw = move |link: LinkView| view! { <Link link path=path()/> };
    view! {
        <Title text=use_text().follow.link_title/>
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// What it does, and the button.
#[component]
fn Link(
    /// The link.
    link: LinkView,
    /// Its address.
    path: String,
) -> impl IntoView {
    let (words, account) = (use_text().follow, use_text().account);
    let is_of_account = matches!(link, LinkView::SignIn { .. } | LinkView::SignInOver);
    let (title, text, named, button) = match link {
        LinkView::SignIn { address } => (
            account.confirm_title,
            account.confirm_text,
            address,
            Some(account.sign_in),
        ),
        LinkView::SignInOver => (account.over, account.over_text, String::new(), None),
        LinkView::Over => (words.link_over, words.link_over_text, String::new(), None),
        LinkView::Confirm { code } => (words.confirm_title, words.confirm_text, code, Some(words.confirm)),
        LinkView::Confirmed { code } => (words.confirmed, words.confirmed_text, code, None),
        LinkView::NewSecret { code } => (words.secret_title, words.secret_text, code, Some(words.secret)),
    };
    let next = match button {
        Some(word) => EitherOf3::A(view! {
            <form method="post" action=path>
                <Button word glyph=Glyph::Check kind=ButtonKind::Main/>
            </form>
        }),
        None if is_of_account => EitherOf3::B(view! {
            <LinkButton
                href=super::account::PATH.to_owned()
                word=account.again
                glyph=Glyph::Send
                kind=ButtonKind::Main
            />
        }),
        None => EitherOf3::C(view! {
            <div class="row">
                <LinkButton
                    href="/lacak".to_owned()
                    word=use_text().tracking.title
                    glyph=Glyph::Find
                    kind=ButtonKind::Main
                />
                <LinkButton href=LOST.to_owned() word=words.lost_title/>
            </div>
        }),
    };
    view! {
        <div class="headline">
            <div>
                <h1>{title}</h1>
                <p class="lead">{fill(text, &[("code", &named), ("address", &named)])}</p>
            </div>
        </div>
        {next}
    }
    .into_any()
}

/// `/lacak/hilang`: a new secret by the contact given.
#[component]
pub fn LostPage() -> impl IntoView {
    let words = use_text();
    let query = use_query_map();
    let is_sent = move || query.with(|query| query.get("terkirim").is_some());
    let trail = vec![
        ("/".to_owned(), words.common.home.to_owned()),
        ("/lacak".to_owned(), words.common.track.to_owned()),
    ];
    let shown = move || {
        if is_sent() {
            Either::Left(view! {
                <Notice tone=Tone::Good glyph=Glyph::Done title=words.follow.lost_sent_title live=true>
                    <p>{words.follow.lost_sent}</p>
                </Notice>
            })
        } else {
            Either::Right(view! { <LostForm/> })
        }
    };
    view! {
        <Title text=words.follow.lost_title/>
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Crumbs trail here=words.follow.lost_title/>
            <div class="headline section-s">
                <div>
                    <h1>{words.follow.lost_title}</h1>
                    <p class="lead">{words.follow.lost_lead}</p>
                </div>
            </div>
            {shown}
            <p class="fine soft section">{words.follow.lost_other}</p>
        </PublicFrame>
    }
}

/// Code and contact.
#[component]
fn LostForm() -> impl IntoView {
    let words = use_text();
    let form = Sending::new(use_posted());
    let navigate = use_navigate();
    let go_on = move |next: String| navigate(&next, leptos_router::NavigateOptions::default());
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <form class="card stack" method="post" action=LOST novalidate on:submit=form.submit(LOST.to_owned(), go_on)>
            <TextInput
                name="code"
                label=words.tracking.code
                code=true
                autocomplete="off"
                placeholder=words.tracking.code_example
                value=form.text("code")
                error=form.problem("code")
            />
            <TextInput
                name="contact"
                label=words.follow.lost_contact
                hint=words.follow.lost_contact_hint
                autocomplete="email"
                value=form.text("contact")
                error=form.problem("contact")
            />
            <Button word=words.follow.lost_send glyph=Glyph::Send kind=ButtonKind::Main busy=form.busy()/>
        </form>
    }
    .into_any()
}
