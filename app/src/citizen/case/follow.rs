//! "Tell me": the switches of a case, and notices of this browser.

use domain::{
    refusal::Refusal,
    view::{
        CaseView,
        follow::{FollowView, FollowWay},
        privacy::ErasureState,
    },
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{DONE, Reporter};
use crate::{
    citizen::{
        filing::WholeError,
        follow::{FOLLOW, FORGET, PUSH},
        send::{ACT, Sending},
    },
    form::Posted,
    parts::{Button, ButtonKind, Card, ErrorSummary, Glyph, LinkButton, Notice, TextInput, Tone},
    text::{fill, use_text},
};

/// Says that a case opened by a link can only be read, and leads to the secret.
#[component]
pub(super) fn ByLink(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text().follow;
    case.follow.is_some_and(|follow| follow.is_by_link).then(|| {
        view! {
            <Notice tone=Tone::Wait glyph=Glyph::Eye>
                <p>{words.by_link}</p>
                <p><LinkButton href="/lacak".to_owned() word=words.by_link_go/></p>
            </Notice>
        }
    })
}

/// The part itself; nothing where the case was opened by a link. Who asked for erasure reads that no more news comes.
#[component]
pub(super) fn Follow(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().follow;
    let erasure = case.privacy.erasure.as_ref().map(|erasure| erasure.state);
    let is_withdrawn = matches!(erasure, Some(ErasureState::Asked | ErasureState::Granted));
    let follow = case.follow.filter(|follow| !follow.is_by_link)?;
    let is_refused = reporter.posted.is_chosen(ACT, FOLLOW);
    let last = follow.last.clone().map(|(channel, when)| {
        let way = use_text().notice_channels.of(channel);
        fill(words.last, &[("date", &when.long), ("way", way)])
    });
    if is_withdrawn {
        let said = use_text().refusals.of(Refusal::ConsentWithdrawn);
        return Some(view! { <Card id="follow" title=words.title><p class="fine">{said}</p></Card> }.into_any());
    }
    let part = view! {
        <Card id="follow" title=words.title>
            <p class="fine soft">{words.lead}</p>
            <details class="more" open=is_refused>
                <summary class="btn">{words.title}</summary>
                <Switches follow=follow.clone() reporter=reporter.clone()/>
            </details>
            <super::push::ThisBrowser key=follow.push_key.clone() reporter=reporter.clone()/>
            {(follow.browsers > 0).then(|| view! { <Browsers count=follow.browsers reporter/> })}
            {last.map(|line| view! { <p class="fine soft">{line}</p> })}
        </Card>
    };
    Some(part.into_any())
}

/// One box for each way and kind of news, and a field for another address.
#[component]
fn Switches(
    /// What is set.
    follow: FollowView,
    /// What the form needs.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().follow;
    let is_this = reporter.posted.is_chosen(ACT, FOLLOW);
    let posted = if is_this {
        reporter.posted.clone()
    } else {
        Posted::default()
    };
    let form = Sending::new(posted.clone());
    let (path, submit) = sending(&reporter, form, FOLLOW);
    let asked = follow.asked.map(|address| fill(words.asked, &[("address", &address)]));
    let ways = follow
        .ways
        .into_iter()
        .map(|way| view! { <Way way posted=is_this.then(|| posted.clone())/> });
    view! {
        <form class="stack" method="post" action=path novalidate on:submit=submit>
            <ErrorSummary problems=form.summary(str::to_owned)/>
            <WholeError sentence=form.error()/>
            <input type="hidden" name=ACT value=FOLLOW/>
            {ways.collect_view()}
            {asked.map(|line| view! { <p class="fine">{line}</p> })}
            <TextInput
                name="follow_mail"
                kind="email"
                label=words.new_mail
                hint=words.new_mail_hint
                optional=true
                autocomplete="email"
                value=form.text("follow_mail")
                error=form.problem("follow_mail")
            />
            <Button word=words.save glyph=Glyph::Check busy=form.busy()/>
        </form>
    }
    .into_any()
}

/// The boxes of one way.
#[component]
fn Way(
    /// The way.
    way: FollowWay,
    /// The form as it came back, if it did: then its boxes stand as they were ticked.
    posted: Option<Posted>,
) -> impl IntoView {
    let words = use_text();
    let channel = way.channel.as_str();
    let to = if way.address.is_empty() {
        words.follow.no_address.to_owned()
    } else {
        fill(words.follow.to, &[("address", &way.address)])
    };
    let is_push = way.channel == domain::notice::NoticeChannel::Push;
    let boxes = way.wants.into_iter().map(move |(group, is_on)| {
        let value = format!("{channel}.{}", group.as_str());
        let checked = posted.as_ref().map_or(is_on, |posted| posted.is_chosen("tell", &value));
        view! { <Box value word=words.notice_groups.of(group) checked/> }
    });
    view! {
        <fieldset class="field">
            <legend>{words.notice_channels.of(way.channel)}</legend>
            <input type="hidden" name="way" value=channel/>
            {(!is_push).then(|| view! { <p class="hint">{to}</p> })}
            <div class="stack stack-s">{boxes.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// One box.
#[component]
fn Box(
    /// What the form sends.
    value: String,
    /// What it means.
    word: &'static str,
    /// Whether it is ticked.
    checked: bool,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" name="tell" value=value checked=checked/>
            <span>{word}</span>
        </label>
    }
}

/// How many browsers are told, and the button that ends it.
#[component]
fn Browsers(
    /// How many.
    count: u32,
    /// What the form needs.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().follow;
    let form = Sending::new(Posted::default());
    let (path, submit) = sending(&reporter, form, FORGET);
    view! {
        <form class="stack stack-s" method="post" action=path on:submit=submit>
            <WholeError sentence=form.error()/>
            <input type="hidden" name=ACT value=FORGET/>
            <p class="fine soft">{fill(words.push_count, &[("n", &count.to_string())])}</p>
            <Button word=words.push_off kind=ButtonKind::Quiet busy=form.busy()/>
        </form>
    }
}

/// What was just done here, in words; `None` if it was nothing of this part.
pub(super) fn said(done: &str) -> Option<&'static str> {
    [FOLLOW, PUSH, FORGET].contains(&done).then(|| use_text().follow.saved)
}

/// Where a form of this part goes, and what sends it: done, the page reads the case again and says so.
pub(super) fn sending(
    reporter: &Reporter,
    form: Sending,
    act: &'static str,
) -> (String, impl Fn(leptos::ev::SubmitEvent) + 'static + use<>) {
    let path = format!("/lacak/{}", reporter.code);
    let navigate = use_navigate();
    let (view, next) = (reporter.view, format!("{path}?{DONE}={act}"));
    let done = move |_: String| {
        navigate(&next, NavigateOptions::default());
        view.refetch();
    };
    (path.clone(), form.submit(path, done))
}
