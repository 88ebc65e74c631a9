//! `/lacak/{code}`: one case for its reporter: where it is, who holds it, until when, what was said, and what they may do.

mod account;
mod acts;
mod deadlines;
mod follow;
mod holders;
mod live;
mod next;
mod openings;
mod partners;
mod past;
mod push;
mod rights;
mod status;
mod talk;

pub(super) use self::talk::initials;

use domain::{deed::Act, view::CaseView};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use self::{
    account::InAccount,
    acts::{Decide, Leave, Object, Rate, Withdraw},
    deadlines::Deadlines,
    follow::{ByLink, Follow},
    holders::Holders,
    live::{Live, Unsent},
    next::Next,
    openings::Openings,
    partners::Partners,
    past::Past,
    rights::{Ombudsman, Rights},
    talk::Conversation,
};
pub(crate) use self::{
    openings::who,
    past::{doer, moment},
    rights::{BackToCase, data_address, escalation_address, outcome},
    status::{word as status_word, word_of as status_of},
};
use super::{
    send::{ACT, Sending},
    tracking::TrackingForm,
    view::{Shown, Viewed, use_view},
};
use crate::{
    form::{Posted, use_posted},
    parts::{Card, Crumbs, Facts, Glyph, MapLink, Notice, Place, Promise, PublicFrame, StatusBadge, Tone},
    text::{fill, use_text},
};

/// The act of the button that forgets the case on this phone. Nothing happens to the case itself.
pub const LEAVE: &str = "leave";
/// Name of the query by which the page says what was just done.
pub const DONE: &str = "hasil";

/// Its reporter's page of a case; who has not shown the secret yet is asked for it.
#[component]
pub fn CasePage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code").unwrap_or_default()));
    let posted = use_posted();
    let view = use_view::<Option<CaseView>>(move || format!("/lacak/{}", code.get()));
    provide_context(Unsent::default());
    let draw = move |case: Option<CaseView>| match case {
        Some(case) => {
            let reporter = Reporter {
                code: case.code.clone(),
                version: case.version,
                posted: posted.clone(),
                view,
            };
            Either::Left(view! { <Opened case reporter/> })
        }
        None => {
            let asked = Posted {
                typed: vec![("code".to_owned(), code.get_untracked())],
                ..Posted::default()
            };
            Either::Right(view! { <Title text=use_text().tracking.title/><TrackingForm posted=asked/> })
        }
    };
    view! {
        <PublicFrame here=Place::Track>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// What every form of the page needs.
#[derive(Clone)]
struct Reporter {
    code: String,
    version: i64,
    posted: Posted,
    view: Viewed<Option<CaseView>>,
}

impl Reporter {
    /// The form of this act: with what was typed, if it is the one that came back.
    fn form(&self, act: Act) -> Sending {
        let is_this = self.posted.is_chosen(ACT, act.as_str());
        Sending::new(if is_this {
            self.posted.clone()
        } else {
            Posted::default()
        })
    }

    /// Whether this act was refused, so that its form is shown open.
    fn is_refused(&self, act: Act) -> bool {
        self.posted.is_chosen(ACT, act.as_str())
    }
}

/// The page of an opened case.
#[component]
fn Opened(
    /// The case, as its reporter sees it.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text();
    let trail = vec![
        ("/".to_owned(), words.common.home.to_owned()),
        ("/lacak".to_owned(), words.common.track.to_owned()),
    ];
    let status = status::word(&case, words);
    let title = fill(words.tracking.page, &[("code", &case.code), ("status", &status)]);
    let told = status::sentences(&case, words)
        .into_iter()
        .map(|line| view! { <p class="lead">{line}</p> });
    let published = case.publication.is_some().then(|| {
        let href = format!("/laporan/{}", case.code);
        view! { <p class="fine">{words.publishing.public_link}" "<a href=href rel="external">{words.publishing.public_open}</a></p> }
    });
    view! {
        <Title text=title/>
        <Crumbs trail here=case.code.clone()/>
        <Done/>
        <Live code=case.code.clone() version=case.version view=reporter.view/>
        <ByLink case=case.clone()/>
        <div class="headline">
            <div class="stack stack-s">
                <p class="row row-tight">
                    <StatusBadge status=case.status.code word=status/>
                    " "
                    <span class="code soft fine">{case.code.clone()}</span>
                </p>
                <h1>{case.heading()}</h1>
                {told.collect_view()}
                {published}
            </div>
        </div>
        <div class="split">
            <div class="stack stack-l">
                <Decide case=case.clone() reporter=reporter.clone()/>
                <Rate case=case.clone() reporter=reporter.clone()/>
                <Object case=case.clone() reporter=reporter.clone()/>
                <Ombudsman case=case.clone()/>
                <Deadlines case=case.clone()/>
                <Next case=case.clone()/>
                <Promises case=case.clone()/>
                <Conversation case=case.clone() reporter=reporter.clone()/>
            </div>
            <aside class="stack stack-l" aria-label=words.tracking.state>
                <Follow case=case.clone() reporter=reporter.clone()/>
                <Holders case=case.clone()/>
                <Partners case=case.clone()/>
                <Past case=case.clone()/>
                <Told case=case.clone()/>
                <Openings case=case.clone()/>
                <Rights case=case.clone() reporter=reporter.clone()/>
                <Withdraw case=case.clone() reporter/>
                <InAccount case=case.clone()/>
                <Leave case/>
            </aside>
        </div>
    }
    .into_any()
}

/// What was just done, after the page came back.
#[component]
fn Done() -> impl IntoView {
    let query = use_query_map();
    move || {
        let text = use_text();
        let words = text.tracking;
        let said = [
            (Act::Supply, words.done_sent),
            (Act::Confirm, words.done_confirmed),
            (Act::Reopen, words.done_reopened),
            (Act::Withdraw, words.done_withdrawn),
            (Act::Object, words.done_objected),
            (Act::AskErasure, text.erasure.done),
        ];
        let done = query.with(|query| query.get(DONE))?;
        let said = match Act::find(&done) {
            Some(act) => said.into_iter().find(|(done, _)| *done == act)?.1,
            None => follow::said(&done)?,
        };
        Some(view! { <Notice tone=Tone::Good glyph=Glyph::Done live=true><p>{said}</p></Notice> })
    }
}

/// What was promised, each with its day.
#[component]
fn Promises(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text().tracking;
    let promises = case.promises.into_iter().map(|promise| {
        let due = if promise.is_past {
            words.promise_past
        } else {
            words.promise_due
        };
        let due = fill(due, &[("date", &promise.due.long)]);
        let by = fill(words.promise, &[("agency", &promise.by.short), ("due", &due)]);
        view! { <Promise month=promise.month day=promise.day.to_string() by text=promise.act/> }
    });
    promises.collect_view()
}

/// What the reporter told us.
#[component]
fn Told(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let (tracking, filing) = (words.tracking, words.filing);
    let mut answered = Vec::new();
    let point = case.facts.as_ref().and_then(|facts| facts.point.clone());
    let facts = case.facts.map(|facts| {
        answered.extend(facts.answers.into_iter().map(|answer| (answer.label, answer.text)));
        let day = |when: Option<domain::view::When>| when.map(|when| when.long).unwrap_or_default();
        vec![
            (words.receipt.kind, words.kinds.of(case.kind).to_owned()),
            (
                words.receipt.service,
                facts.service.map(|(_, name)| name).unwrap_or_default(),
            ),
            (words.receipt.place, facts.place),
            (filing.place, facts.landmark.unwrap_or_default()),
            (
                words.spot.title,
                facts.point.map(|point| point.to_string()).unwrap_or_default(),
            ),
            (filing.event_date, day(facts.event_date)),
            (filing.application_no, facts.application_no.unwrap_or_default()),
            (filing.nib, facts.nib.unwrap_or_default()),
            (filing.applied_on, day(facts.applied_on)),
            (words.receipt.visible, words.visibilities.of(case.visibility).to_owned()),
            (tracking.received, case.received.long),
        ]
    });
    facts.map(|facts| {
        view! {
            <Card id="told" title=tracking.facts>
                <Facts facts also=answered/>
                <MapLink point/>
            </Card>
        }
    })
}
