//! `/laporan-saya`: what is on this phone: drafts, reports on their way, receipts. The server knows nothing of it.

mod receipts;

use leptos::{prelude::*, task::spawn_local};
use leptos_meta::Title;

use self::receipts::Receipts;
use super::{
    account::AccountLink,
    filing::shared::Shared,
    lines::{DraftLine, turn_line},
};
use crate::{
    parts::{Crumbs, Glyph, Icon, Notice, Place, PublicFrame, Tone, Width},
    phone::{
        db::Db,
        kept::{Filing, Turn},
        outbox, settings,
    },
    text::use_text,
};

/// The page. Without scripts it leads to code and secret.
#[component]
pub fn MinePage() -> impl IntoView {
    let words = use_text();
    view! {
        <Title text=words.phone.mine/>
        <PublicFrame here=Place::Mine width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.phone.mine/>
            <div class="headline">
                <div>
                    <h1>{words.phone.mine}</h1>
                    <p class="lead">{words.phone.mine_lead}</p>
                </div>
            </div>
            <Mine/>
            <AccountLink/>
        </PublicFrame>
    }
}

/// What the phone keeps, once the page is awake.
#[component]
fn Mine() -> impl IntoView {
    let words = use_text();
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        spawn_local(async move {
            let Ok(opened) = Db::open().await else { return };
            let _ = outbox::look(&opened).await;
            is_open.set(true);
            outbox::wake();
        });
    });
    move || {
        if is_open.get() {
            view! { <Queue/><DraftList/><Receipts/><Clear/> }.into_any()
        } else {
            view! { <p>{words.phone.mine_plain}" "<a href="/lacak">{words.fault.lost_track}</a></p> }.into_any()
        }
    }
}

/// Reports on their way.
#[component]
fn Queue() -> impl IntoView {
    let words = use_text();
    move || {
        let waiting: Vec<(Filing, Turn)> = outbox::reports()
            .get()
            .into_iter()
            .filter_map(|filing| filing.turn().cloned().map(|turn| (filing, turn)))
            .collect();
        if waiting.is_empty() {
            return None;
        }
        let lines = waiting.into_iter().map(|(filing, turn)| {
            let said = turn_line(&filing, &turn, words);
            view! {
                <li class="card card-s stack stack-s">
                    <p><b>{filing.title()}</b></p>
                    <p class="fine" role="status"><Icon glyph=Glyph::Send/>" "{said}</p>
                    <progress
                        class="progress"
                        max="100"
                        value=filing.percent().to_string()
                        aria-label=words.phone.sending
                    ></progress>
                </li>
            }
        });
        let now = move |_| {
            if let Some(db) = Db::opened() {
                spawn_local(async move { outbox::hurry(&db).await });
            }
        };
        Some(view! {
            <section class="stack section" aria-labelledby="queue">
                <h2 id="queue">{words.phone.queue}</h2>
                <p>{words.phone.waiting_text}</p>
                <ul class="stack stack-s">{lines.collect_view()}</ul>
                <button class="btn" type="button" on:click=now><Icon glyph=Glyph::Again/>{words.phone.send_now}</button>
            </section>
        })
    }
}

/// Reports that are being written.
#[component]
fn DraftList() -> impl IntoView {
    let words = use_text();
    let lines = move || {
        let mut drafts: Vec<Filing> = outbox::reports().get();
        drafts.retain(|filing| filing.turn().is_none());
        drafts.reverse();
        if drafts.is_empty() {
            return view! { <p class="soft">{words.phone.drafts_none}</p> }.into_any();
        }
        let lines = drafts.into_iter().map(|filing| {
            let (key, gone) = (filing.key.clone(), filing.clone());
            let delete = move |_| {
                let (db, filing) = (Db::opened(), gone.clone());
                spawn_local(async move {
                    if let Some(db) = db {
                        let _ = outbox::forget(&db, &filing).await;
                    }
                });
            };
            view! {
                <DraftLine filing>
                    // The form is drawn by the server, so that no part of this page can be in its way.
                    <a class="btn" href="/lapor" rel="external" on:click=move |_| settings::open_next(Some(&key))>
                        {words.phone.go_on}
                    </a>
                    <button class="btn btn-quiet" type="button" on:click=delete>{words.phone.delete}</button>
                </DraftLine>
            }
        });
        view! { <ul class="stack stack-s">{lines.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="stack section" aria-labelledby="drafts">
            <h2 id="drafts">{words.phone.drafts}</h2>
            {lines}
        </section>
    }
    .into_any()
}

/// A phone of several people, and the way to leave nothing on it.
#[component]
fn Clear() -> impl IntoView {
    let words = use_text().phone;
    let is_clear = RwSignal::new(false);
    let clear = move |_| {
        let Some(db) = Db::opened() else { return };
        spawn_local(async move { is_clear.set(outbox::forget_all(&db).await.is_ok()) });
    };
    let said = move || {
        is_clear
            .get()
            .then(|| view! { <Notice tone=Tone::Good glyph=Glyph::Done live=true><p>{words.cleared}</p></Notice> })
    };
    view! {
        <section class="stack section" aria-labelledby="clear">
            <h2 id="clear">{words.shared}</h2>
            <Shared/>
            <p class="fine soft">{words.clear_note}</p>
            <button class="btn btn-risk" type="button" on:click=clear>{words.clear}</button>
            {said}
        </section>
    }
    .into_any()
}
