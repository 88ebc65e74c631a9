//! What the reporter may do: say whether it is solved, rate, object, withdraw; and leave.

use domain::{case::status::StatusCode, deed::Act, limits, view::CaseView};
use leptos::{children::TypedChildren, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{LEAVE, Reporter};
use crate::{
    citizen::{
        filing::WholeError,
        send::{ACT, Sending},
    },
    parts::{Button, ButtonKind, Card, ChoiceCard, Choices, ErrorSummary, Glyph, TextArea},
    text::{fill, use_text},
};

/// A form of one act. Done, the page reads the case again and says so.
#[component]
pub(super) fn ActForm<C>(
    /// What every form needs.
    reporter: Reporter,
    /// The act.
    act: Act,
    /// The form.
    form: Sending,
    /// Begins the ids of its controls, as several forms have a `text`.
    id: &'static str,
    /// Whether files go with it.
    #[prop(optional)]
    takes_files: bool,
    /// The fields and the button.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    let path = format!("/lacak/{}", reporter.code);
    let navigate = use_navigate();
    let view = reporter.view;
    let done = move |next: String| {
        navigate(&next, NavigateOptions::default());
        view.refetch();
    };
    let id_of = move |field: &str| {
        if field == "text" {
            format!("{id}-text")
        } else {
            field.to_owned()
        }
    };
    let enctype = takes_files.then_some("multipart/form-data");
    view! {
        <form class="stack" method="post" action=path.clone() enctype=enctype novalidate on:submit=form.submit(path, done)>
            <ErrorSummary problems=form.summary(id_of)/>
            <WholeError sentence=form.error()/>
            <input type="hidden" name=ACT value=act.as_str()/>
            <input type="hidden" name="version" value=form.version(reporter.version)/>
            {children.into_inner()()}
        </form>
    }
}

/// Solved, or not: the reporter's word on the answer.
#[component]
pub(super) fn Decide(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().tracking;
    let is_answered = case.may(Act::Confirm);
    let may_reopen = case.may(Act::Reopen);
    let by = case
        .status
        .citizen_due
        .as_ref()
        .map(|due| fill(words.decide_by, &[("date", &due.long)]));
    let within = fill(words.reopen_within, &[("date", &last_day(&case))]);
    let confirm = is_answered.then(|| {
        let (reporter, form) = (reporter.clone(), reporter.form(Act::Confirm));
        view! {
            <ActForm reporter act=Act::Confirm form id="confirm">
                <Button word=words.confirm glyph=Glyph::Done kind=ButtonKind::Main busy=form.busy()/>
            </ActForm>
        }
    });
    let reopen = may_reopen.then(|| view! { <Reopen reporter=reporter.clone() is_answered/> });
    let cannot = (case.status.code == StatusCode::Responded && !may_reopen).then_some(words.ombudsman);
    (is_answered || may_reopen).then(|| {
        view! {
            <Card id="decide" title=if is_answered { words.decide } else { words.reopen_title }>
                {if is_answered { by } else { Some(within) }
                    .map(|line| view! { <p class="soft">{line}</p> })}
                {confirm}
                {reopen}
                {cannot.map(|line| view! { <p class="fine soft">{line}</p> })}
            </Card>
        }
    })
}

/// Not solved: the reason, and the case is open again.
#[component]
fn Reopen(
    /// What the form needs.
    reporter: Reporter,
    /// Whether the answer has just come, so that the way here is one tap longer.
    is_answered: bool,
) -> impl IntoView {
    let words = use_text().tracking;
    let form = reporter.form(Act::Reopen);
    let is_open = reporter.is_refused(Act::Reopen);
    view! {
        <details class="more" open=is_open>
            <summary class="btn">{if is_answered { words.reopen } else { words.reopen_title }}</summary>
            <ActForm reporter act=Act::Reopen form id="reopen">
                <TextArea
                    name="text"
                    id="reopen-text"
                    label=words.reopen_reason
                    value=form.text("text")
                    maxlength=limits::MESSAGE.max
                    error=form.problem("text")
                />
                <Button word=words.reopen_title glyph=Glyph::Again busy=form.busy()/>
            </ActForm>
        </details>
    }
}

/// A mark from 1 to 4, with a reason; or the mark that was given.
#[component]
pub(super) fn Rate(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().tracking;
    let thanks = case.rating.as_ref().map(|rating| {
        view! { <p class="soft">{fill(words.rate_thanks, &[("n", &rating.value.to_string())])}</p> }
    });
    let marks = [
        ("1", words.rate_1),
        ("2", words.rate_2),
        ("3", words.rate_3),
        ("4", words.rate_4),
    ];
    let choices = marks.map(|(value, note)| ChoiceCard::new(value, value, note)).to_vec();
    let rate = case.may(Act::Rate).then(|| {
        let form = reporter.form(Act::Rate);
        view! {
            <section class="card stack" aria-label=words.rate>
                <ActForm reporter act=Act::Rate form id="rate">
                    <Choices
                        name="value"
                        legend=words.rate
                        choices
                        columns=4
                        chosen=form.text("value")
                        error=form.problem("value")
                    />
                    <TextArea
                        name="text"
                        id="rate-text"
                        label=words.rate_reason
                        rows=2
                        value=form.text("text")
                        maxlength=limits::MESSAGE.max
                        optional=true
                        error=form.problem("text")
                    />
                    <Button word=words.rate_send kind=ButtonKind::Main busy=form.busy()/>
                </ActForm>
            </section>
        }
    });
    (thanks, rate)
}

/// Against an archiving or a referral, once.
#[component]
pub(super) fn Object(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().tracking;
    case.may(Act::Object).then(|| {
        let form = reporter.form(Act::Object);
        let who = case
            .privacy
            .objection_to
            .as_ref()
            .map_or_else(String::new, |desk| desk.name.clone());
        view! {
            <Card id="object" title=words.object_title>
                <p class="soft">{fill(words.object_text, &[("date", &last_day(&case)), ("agency", &who)])}</p>
                <ActForm reporter act=Act::Object form id="object">
                    <TextArea
                        name="text"
                        id="object-text"
                        label=words.object_reason
                        value=form.text("text")
                        maxlength=limits::MESSAGE.max
                        error=form.problem("text")
                    />
                    <Button word=words.object kind=ButtonKind::Main busy=form.busy()/>
                </ActForm>
            </Card>
        }
    })
}

/// The last day on which the reporter may reopen or object.
fn last_day(case: &CaseView) -> String {
    let last = case.privacy.word_until.as_ref();
    last.map_or_else(String::new, |last| last.long.clone())
}

/// Takes the report back.
#[component]
pub(super) fn Withdraw(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().tracking;
    case.may(Act::Withdraw).then(|| {
        let form = reporter.form(Act::Withdraw);
        let is_open = reporter.is_refused(Act::Withdraw);
        view! {
            <details class="more" open=is_open>
                <summary class="btn btn-quiet">{words.withdraw}</summary>
                <p class="fine">{words.withdraw_text}</p>
                <ActForm reporter act=Act::Withdraw form id="withdraw">
                    <Button word=words.withdraw kind=ButtonKind::Risk busy=form.busy()/>
                </ActForm>
            </details>
        }
    })
}

/// Forgets the case on this phone.
#[component]
pub(super) fn Leave(
    /// The case; one that the account opens is left with the account.
    case: CaseView,
) -> impl IntoView {
    let words = use_text().tracking;
    let is_by_account = case.follow.is_some_and(|follow| follow.is_by_account);
    (!is_by_account).then(|| {
        view! {
            <form class="stack stack-s" method="post" action=format!("/lacak/{}", case.code)>
                <Button word=words.leave name=ACT value=LEAVE/>
                <p class="fine soft">{words.leave_note}</p>
            </form>
        }
    })
}
