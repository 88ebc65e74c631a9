//! `/lacak/{code}/berkas-eskalasi`: the file with which a reporter goes to the Ombudsman. It prints.

use domain::{
    case::message::MessageKind,
    view::{
        ByView, CaseView, MessageView,
        escalation::{EscalationView, LimitView},
    },
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::{
    case::{BackToCase, doer, escalation_address, status_word},
    paper::PrintButton,
    tracking::TrackingForm,
    view::{Shown, use_view},
};
use crate::{
    form::Posted,
    parts::{Card, Facts, Moment, Paragraphs, Place, PublicFrame, TableRegion, Timeline, Width},
    text::{Words, fill, use_text},
};

/// Digits of a hash that stand together. Unit: characters.
const GROUP_CHARS: usize = 4;

/// The file; who has not shown the secret yet is asked for it.
#[component]
pub fn EscalationPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code").unwrap_or_default()));
    let view = use_view::<Option<EscalationView>>(move || escalation_address(&code.get()));
    let draw = move |file: Option<EscalationView>| match file {
        Some(file) => Either::Left(view! { <File file/> }),
        None => Either::Right(asked(&code.get_untracked())),
    };
    view! {
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// The form that opens the case, with the code filled in.
pub(super) fn asked(code: &str) -> impl IntoView + use<> {
    let posted = Posted {
        typed: vec![("code".to_owned(), code.to_owned())],
        ..Posted::default()
    };
    view! { <Title text=use_text().tracking.title/><TrackingForm posted/> }
}

/// The file as it is printed.
#[component]
fn File(
    /// What it says.
    file: EscalationView,
) -> impl IntoView {
    let words = use_text();
    let said = words.escalation;
    let code = file.case.code.clone();
    let grounds: Vec<String> = file
        .case
        .privacy
        .grounds
        .iter()
        .map(|ground| words.grounds.of(*ground).to_owned())
        .collect();
    let too_early = grounds.is_empty().then(|| said.too_early.to_owned());
    let too_old = file.is_too_old.then(|| said.too_old.to_owned());
    let why = grounds.into_iter().chain(too_early).chain(too_old);
    let why = why.map(|line| view! { <p>{line}</p> }).collect_view();
    let (facts, history) = (facts(&file.case, words), moments(&file.case, words));
    let case = file.case.clone();
    let proof = file.clone();
    let (name, contact) = file.ombudsman.clone();
    let made = fill(said.made, &[("date", &file.at.long)]);
    view! {
        <Title text=fill(said.page, &[("code", &code)])/>
        <div class="headline">
            <div>
                <h1>{said.title}</h1>
                <p class="lead">{fill(said.lead, &[("code", &code)])}</p>
            </div>
        </div>
        <div class="row no-print">
            <PrintButton/>
            <BackToCase code/>
        </div>
        <p class="fine soft no-print">{said.print_hint}</p>
        <div class="stack stack-l section-s">
            <Card id="why" title=said.why>{why}</Card>
            <Card id="case" title=said.case><Facts facts/></Card>
            <Limits limits=file.limits/>
            <Holders case=case.clone()/>
            <Answers case/>
            <Card id="history" title=words.tracking.history><Timeline moments=history/></Card>
            <Proof file=proof/>
            <Card id="law" title=said.law><Paragraphs text=said.law_text/></Card>
            <Card id="reach" title=said.reach>
                <p><b>{name}</b>": "{contact}</p>
            </Card>
            <ByHand/>
        </div>
        <p class="fine soft section">{made}</p>
    }
    .into_any()
}

fn facts(case: &CaseView, words: &Words) -> Vec<(&'static str, String)> {
    let said = words.escalation;
    let (body, place, event) = case.facts.as_ref().map_or_else(Default::default, |facts| {
        let event = facts.event_date.as_ref().map(|when| when.long.clone());
        (facts.body.clone(), facts.place.clone(), event.unwrap_or_default())
    });
    vec![
        (words.receipt.code, case.code.clone()),
        (words.receipt.kind, words.kinds.of(case.kind).to_owned()),
        (words.tracking.received, case.received.long.clone()),
        (words.filing.event_date, event),
        (words.receipt.place, place),
        (said.status, status_word(case, words)),
        (said.holder, case.holder.name.clone()),
        (words.tracking.facts, body),
    ]
}

/// Every limit, when it ended, and whether it was kept.
#[component]
fn Limits(
    /// The limits, in order.
    limits: Vec<LimitView>,
) -> impl IntoView {
    let words = use_text();
    let said = words.escalation;
    let rows = limits.into_iter().map(|limit| {
        let met = limit
            .met
            .as_ref()
            .map_or(said.not_met.to_owned(), |met| met.short.clone());
        let state = outcome(&limit, words);
        view! {
            <tr>
                <th scope="row">{words.limits.of(limit.clock)}<br/><span class="tiny soft">{limit.reference}</span></th>
                <td>{limit.start.short}</td>
                <td>{limit.due.short}</td>
                <td>{met}</td>
                <td>{state}</td>
            </tr>
        }
    });
    view! {
        <Card id="limits" title=said.limits>
            <TableRegion label=said.limits_table>
                <table class="table">
                    <caption class="hide">{said.limits_table}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{said.limit}</th>
                            <th scope="col">{said.start}</th>
                            <th scope="col">{said.due}</th>
                            <th scope="col">{said.met}</th>
                            <th scope="col">{said.state}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </TableRegion>
        </Card>
    }
}

fn outcome(limit: &LimitView, words: &Words) -> String {
    let said = words.escalation;
    if limit.is_late {
        fill(said.late, &[("n", &limit.days_late.to_string())])
    } else if limit.met.is_some() {
        said.on_time.to_owned()
    } else {
        said.running.to_owned()
    }
}

/// Who held the case, how long.
#[component]
fn Holders(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let lines = case.held.into_iter().map(|held| {
        let who = held
            .agency
            .as_ref()
            .map_or(words.tracking.holder_citizen.to_owned(), |agency| agency.name.clone());
        let hours = fill(words.common.hours_held, &[("n", &held.hours.to_string())]);
        let since = fill(words.escalation.since, &[("date", &held.since.long)]);
        view! { <li>{format!("{who}: {hours}, {since}")}</li> }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Card id="holders" title=words.escalation.holders>
                <ul class="stack stack-s">{lines}</ul>
            </Card>
        }
    })
}

/// The final answers, whole.
#[component]
fn Answers(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let answers: Vec<_> = case
        .messages
        .iter()
        .filter(|message| message.kind == MessageKind::Answer)
        .map(|message| answer(message, words))
        .collect();
    let none = answers
        .is_empty()
        .then(|| view! { <p>{words.escalation.answers_none}</p> });
    view! { <Card id="answers" title=words.escalation.answers>{none}{answers}</Card> }
}

fn answer(message: &MessageView, words: &Words) -> impl IntoView + use<> {
    let by = match &message.by {
        ByView::Desk { agency, .. } => agency.name.clone(),
        ByView::Reporter | ByView::Clock => doer(&message.by, words),
    };
    let named = message.named.as_ref().map(|(act, date, unit)| {
        let values = [("act", act.as_str()), ("date", &date.long), ("unit", unit)];
        view! { <p class="fine">{fill(words.tracking.named, &values)}</p> }
    });
    view! {
        <div class="stack stack-s">
            <p><b>{by}</b>", "{message.at.long.clone()}</p>
            <Paragraphs text=message.text.clone()/>
            {named}
        </div>
    }
}

/// The history, oldest first, as a file is read.
fn moments(case: &CaseView, words: &Words) -> Vec<Moment> {
    let mut moments: Vec<Moment> = case
        .history
        .iter()
        .map(|event| super::case::moment(event, words))
        .collect();
    moments.reverse();
    moments
}

/// That it was filed, and under which mark.
#[component]
fn Proof(
    /// The file.
    file: EscalationView,
) -> impl IntoView {
    let said = use_text().escalation;
    let (seq, hash) = file.entry?;
    let values = [
        ("date", file.case.received.long.as_str()),
        ("n", &seq.to_string()),
        ("agency", &file.home.name),
    ];
    let line = fill(said.proof_text, &values);
    let mark = grouped(&hash);
    Some(view! {
        <Card id="proof" title=said.proof>
            <p>{line}</p>
            <p class="code code-long fine">{mark}</p>
        </Card>
    })
}

/// A hash in groups of four, as people compare it.
pub(super) fn grouped(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().collect();
    let groups = signs.chunks(GROUP_CHARS).map(String::from_iter);
    groups.collect::<Vec<_>>().join(" ")
}

/// What the Ombudsman asks for and we do not know: lines to write on.
#[component]
fn ByHand() -> impl IntoView {
    let said = use_text().escalation;
    let lines = [said.hand_name, said.hand_birth, said.hand_address, said.hand_sign]
        .map(|line| view! { <div><dt>{line}</dt><dd class="blank"></dd></div> });
    view! { <Card id="hand" title=said.by_hand><dl class="facts facts-list by-hand">{lines}</dl></Card> }
}
