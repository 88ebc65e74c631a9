//! `/saya`: a citizen's own account. Plain forms, posted to their own addresses; nothing of it needs scripts.

use domain::view::account::{AccountPage, AccountRow, AccountView};
use leptos::{either::EitherOf3, prelude::*};
use leptos_router::hooks::use_query_map;

use super::{
    about::About,
    case::{DONE, status_of},
    filing::WholeError,
    send::{ACT, Sending},
    tracking::TrackingFields,
    view::{Shown, use_view},
};
use crate::{
    form::{Posted, use_posted},
    parts::{
        Button, ButtonKind, Card, Crumbs, Empty, ErrorSummary, Glyph, LinkButton, Notice, Place, PublicFrame,
        StatusBadge, TextInput, Tone, Width,
    },
    text::{Words, fill, use_text},
};

/// The address of the page, and of the form that asks for a link.
pub(super) const PATH: &str = "/saya";
/// Where reports are put into the account and taken out of it.
pub(super) const REPORTS: &str = "/saya/laporan";
/// Where a session, or the account, ends.
const LEAVE: &str = "/saya/keluar";
/// Puts a report into the account.
pub const ADD: &str = "add";
/// Takes one out of it.
pub const REMOVE: &str = "remove";
/// Ends the session.
pub const SIGN_OUT: &str = "sign_out";
/// Ends the account.
pub const DELETE: &str = "delete";
/// Name of the query by which the page says that a link was sent.
pub const SENT: &str = "terkirim";
/// Name of the query by which a page of the list begins after another one.
pub const AFTER: &str = "sesudah";
/// Name of the field that puts a report into the account with its filing; its value is the account's mark.
pub const KEEP: &str = "account";

/// The account of who is signed in; else the way to one.
#[component]
pub fn OwnAccountPage() -> impl IntoView {
    let words = use_text();
    let posted = use_posted();
    let query = use_query_map();
    let address = move || {
        let after = query.with(|query| query.get(AFTER)).unwrap_or_default();
        if after.is_empty() {
            PATH.to_owned()
        } else {
            format!("{PATH}?{AFTER}={after}")
        }
    };
    let view = use_view::<AccountView>(address);
    let draw = move |view: AccountView| {
        let posted = posted.clone();
        match view {
            AccountView::Unavailable => EitherOf3::A(view! { <Unavailable/> }),
            AccountView::SignedOut => EitherOf3::B(view! { <SignedOut posted/> }),
            AccountView::Open(page) => EitherOf3::C(view! { <Open page posted/> }),
        }
    };
    view! {
        <About title=words.account.title text=words.account.about/>
        <PublicFrame here=Place::Mine width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.account.title/>
            <Done/>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// What was just done, after the page came back.
#[component]
fn Done() -> impl IntoView {
    let query = use_query_map();
    move || {
        let words = use_text().account;
        let said = query.with(|query| {
            let done = query.get(DONE)?;
            let said = [
                (ADD, words.added),
                (REMOVE, words.removed),
                (SIGN_OUT, words.signed_out),
                (DELETE, words.deleted),
            ];
            said.into_iter().find(|(act, _)| *act == done).map(|(_, said)| said)
        })?;
        Some(view! { <Notice tone=Tone::Good glyph=Glyph::Done live=true><p>{said}</p></Notice> })
    }
}

/// No e-mail leaves this installation.
#[component]
fn Unavailable() -> impl IntoView {
    let words = use_text();
    let way = ("/lacak".to_owned(), words.tracking.title.to_owned());
    view! {
        <h1 class="hide">{words.account.title}</h1>
        <Empty glyph=Glyph::Key title=words.account.unavailable text=words.account.unavailable_text way/>
    }
}

/// One field, and what an account is for; once a link was sent, where it is.
#[component]
fn SignedOut(
    /// What was typed before.
    posted: Posted,
) -> impl IntoView {
    let words = use_text().account;
    let query = use_query_map();
    let is_sent = query.with_untracked(|query| query.get(SENT).is_some());
    let form = Sending::new(posted);
    let sent = is_sent.then(|| {
        view! {
            <Notice tone=Tone::Good glyph=Glyph::Done title=words.sent_title live=true>
                <p>{words.sent}</p>
            </Notice>
        }
    });
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <div class="headline section-s">
            <div>
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
            </div>
        </div>
        {sent}
        <form class="card stack" method="post" action=PATH novalidate>
            <TextInput
                name="email"
                kind="email"
                label=words.email
                hint=words.email_hint
                autocomplete="email"
                maxlength=254
                value=form.text("email")
                error=form.problem("email")
            />
            <Button word=words.send glyph=Glyph::Send kind=ButtonKind::Main/>
        </form>
        <p class="fine soft section-s">{words.not_needed}</p>
        <p class="fine soft">{words.apart}</p>
    }
    .into_any()
}

/// The reports, a form that adds one, and the ways out.
#[component]
fn Open(
    /// What is in the account.
    page: AccountPage,
    /// What was typed before.
    posted: Posted,
) -> impl IntoView {
    let text = use_text();
    let words = text.account;
    let form = Sending::new(posted);
    let on = (!page.next.is_empty()).then(|| format!("{PATH}?{AFTER}={}", page.next));
    let list = if page.rows.is_empty() {
        let way = ("/lapor".to_owned(), text.common.file.to_owned());
        view! { <Empty glyph=Glyph::Note title=words.none text=words.none_text way/> }.into_any()
    } else {
        let rows = page.rows.into_iter().map(|row| view! { <Row row/> });
        view! { <ul class="stack stack-s">{rows.collect_view()}</ul> }.into_any()
    };
    let on =
        on.map(|href| view! { <p class="row section-s"><LinkButton href word=text.common.on after=Glyph::On/></p> });
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <div class="headline section-s">
            <div>
                <h1>{words.title}</h1>
                <p class="lead">{fill(words.signed_in, &[("address", &page.address)])}</p>
            </div>
        </div>
        <div class="stack stack-l">
            <section class="stack" aria-labelledby="reports">
                <h2 id="reports">{words.reports}</h2>
                {list}
                {on}
            </section>
            <Card id="add" title=words.add_title>
                <form class="stack" method="post" action=REPORTS novalidate>
                    <p class="fine soft">{words.add_lead}</p>
                    <input type="hidden" name=ACT value=ADD/>
                    <TrackingFields form/>
                    <Button word=words.add glyph=Glyph::Check/>
                </form>
            </Card>
            <Leaving/>
        </div>
    }
    .into_any()
}

/// One report: where it stands, what comes next, and the way out of the account.
#[component]
fn Row(
    /// The report.
    row: AccountRow,
) -> impl IntoView {
    let text = use_text();
    let words = text.account;
    let status = status_of(row.status, row.agency.as_deref(), text);
    let next = next(&row, text).map(|line| view! { <p class="fine">{line}</p> });
    let received = fill(words.received, &[("date", &row.received.long)]);
    let label = fill(words.remove, &[("code", &row.code)]);
    view! {
        <li class="card card-s row row-ends">
            <div class="stack stack-s">
                <p class="row row-tight">
                    <StatusBadge status=row.status word=status/>
                    " "
                    <span class="code soft fine">{row.code.clone()}</span>
                </p>
                // The server says anew whether the account has it, so that no part of this page can be in its way.
                <p><b><a href=format!("/lacak/{}", row.code) rel="external">{row.heading}</a></b></p>
                {next}
                <p class="fine soft">{received}</p>
            </div>
            <form method="post" action=REPORTS>
                <input type="hidden" name=ACT value=REMOVE/>
                <input type="hidden" name="code" value=row.code/>
                <button class="btn btn-quiet" aria-label=label>{words.remove_short}</button>
            </form>
        </li>
    }
    .into_any()
}

/// The next date, in words.
fn next(row: &AccountRow, text: &Words) -> Option<String> {
    let (clock, when) = row.due.as_ref()?;
    let sentence = clock.map_or(text.account.your_turn, |clock| text.limit_lines.of(clock));
    Some(fill(sentence, &[("date", &when.long)]))
}

/// Signing out, and deleting the account.
#[component]
fn Leaving() -> impl IntoView {
    let words = use_text().account;
    view! {
        <section class="stack" aria-label=words.sign_out>
            <form class="stack stack-s" method="post" action=LEAVE>
                <Button word=words.sign_out name=ACT value=SIGN_OUT/>
                <p class="fine soft">{words.sign_out_note}</p>
            </form>
            <details class="more">
                <summary class="btn btn-quiet">{words.delete}</summary>
                <form class="stack stack-s" method="post" action=LEAVE>
                    <p>{words.delete_text}</p>
                    <Button word=words.delete kind=ButtonKind::Risk name=ACT value=DELETE/>
                </form>
            </details>
            <p class="fine soft">{words.apart}</p>
        </section>
    }
    .into_any()
}

/// Leads from another page to the account.
#[component]
pub(super) fn AccountLink() -> impl IntoView {
    let words = use_text().account;
    view! { <p class="fine section-s">{words.other_phone}" "<a href=PATH>{words.title}</a></p> }
}
