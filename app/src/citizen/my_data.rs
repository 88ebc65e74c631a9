//! `/lacak/{code}/data-saya`: everything kept of a reporter and their case, with a sentence for each field.

use domain::view::{CaseView, FactsView, FileView, MessageView, When, follow::ToldView, privacy::MyDataView};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use serde::Serialize;

use super::{
    case::{BackToCase, data_address, doer, moment, outcome, status_word, who},
    escalation::{asked, grouped},
    paper::PrintButton,
    view::{Shown, use_view},
};
use crate::{
    parts::{ButtonKind, Card, Glyph, Icon, Paragraphs, Place, PublicFrame, Width},
    text::{Words, fill, use_text},
};

/// One field: what it is, what it is for, and what is kept in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its name for machines, the same in every language.
    pub id: &'static str,
    /// Its name.
    pub label: String,
    /// What it is for.
    pub meaning: String,
    /// What is kept; several lines where there are several.
    pub value: Vec<String>,
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its name for machines.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Its fields.
    pub items: Vec<Item>,
}

fn item(id: &'static str, label: &str, meaning: &str, value: impl IntoIterator<Item = String>) -> Item {
    Item {
        id,
        label: label.to_owned(),
        meaning: meaning.to_owned(),
        value: value.into_iter().filter(|line| !line.is_empty()).collect(),
    }
}

fn section(id: &'static str, title: &str, items: Vec<Item>) -> Section {
    Section {
        id,
        title: title.to_owned(),
        items,
    }
}

/// Everything, in the order of the page; the download has the same.
#[must_use]
pub fn sections(data: &MyDataView, words: &Words) -> Vec<Section> {
    let said = words.my_data;
    let case = &data.case;
    let visibility = words.visibilities.of(case.visibility).to_owned();
    let about = vec![
        item("name", said.name, said.name_why, data.name.clone()),
        item("contact", said.contact, said.contact_why, data.contact.clone()),
        item("visibility", words.receipt.visible, said.visibility_why, [visibility]),
    ];
    let report = case.facts.as_ref().map(|facts| report(case, facts, words));
    vec![
        section("about_you", said.about_you, about),
        section("report", said.report, report.unwrap_or_default()),
        section("handling", said.handling, handling(data, words)),
        section("told", words.follow.title, told(&data.told, words)),
        section("conversation", said.talk, vec![talk(case, words)]),
        section("history", said.past, vec![past(case, words)]),
        section("rights", said.rights, rights(data, words)),
    ]
}

fn report(case: &CaseView, facts: &FactsView, words: &Words) -> Vec<Item> {
    let (said, filing) = (words.my_data, words.filing);
    let day = |when: &Option<When>| when.as_ref().map(|when| when.long.clone());
    let fee = facts.is_fee_asked.map(|is_asked| {
        let word = if is_asked { words.common.yes } else { words.common.no };
        word.to_owned()
    });
    let service = facts.service.as_ref().map(|(_, name)| name.clone());
    let kind = words.kinds.of(case.kind).to_owned();
    let answers = facts.answers.iter();
    let answers = answers.map(|answer| format!("{}: {}", answer.label, answer.text));
    vec![
        item("kind", words.receipt.kind, said.kind_why, [kind]),
        item("body", words.tracking.facts, said.body_why, [facts.body.clone()]),
        item("event_date", filing.event_date, said.event_why, day(&facts.event_date)),
        item("place", words.receipt.place, said.place_why, [facts.place.clone()]),
        item("landmark", filing.place, said.landmark_why, facts.landmark.clone()),
        item(
            "point",
            words.spot.title,
            words.spot.why,
            facts.point.as_ref().map(ToString::to_string),
        ),
        item("service", words.receipt.service, said.service_why, service),
        item(
            "application_no",
            filing.application_no,
            said.application_why,
            facts.application_no.clone(),
        ),
        item("nib", filing.nib, said.nib_why, facts.nib.clone()),
        item(
            "applied_on",
            filing.applied_on,
            said.applied_why,
            day(&facts.applied_on),
        ),
        item("fee", filing.fee, said.fee_why, fee),
        item("answers", said.answers, said.answers_why, answers),
        item("files", said.files, said.files_why, facts.files.iter().map(file)),
    ]
}

/// A file, by name and size.
fn file(file: &FileView) -> String {
    format!("{} ({})", file.name, file.size).trim().to_owned()
}

fn handling(data: &MyDataView, words: &Words) -> Vec<Item> {
    let said = words.my_data;
    let case = &data.case;
    let channel = words.channels.of(case.channel).to_owned();
    let filed = case.filed.as_ref().map(|at| at.long.clone());
    let rating = case.rating.as_ref().map(|rating| {
        let value = fill(words.case_desk.rating, &[("n", &rating.value.to_string())]);
        [value, rating.reason.clone().unwrap_or_default()]
            .join(" ")
            .trim()
            .to_owned()
    });
    let entry = data
        .entry
        .as_ref()
        .map(|(seq, hash)| format!("{}, {seq}: {}", data.home.short, grouped(hash)));
    vec![
        item("code", words.receipt.code, said.code_why, [case.code.clone()]),
        item("channel", said.channel, said.channel_why, [channel]),
        item(
            "received",
            words.tracking.received,
            said.received_why,
            [case.received.long.clone()],
        ),
        item("filed", words.receipt.filed_at, said.filed_why, filed),
        item(
            "status",
            words.escalation.status,
            said.status_why,
            [status_word(case, words)],
        ),
        item(
            "holder",
            words.escalation.holder,
            said.holder_why,
            [case.holder.name.clone()],
        ),
        item("rating", said.rating, said.rating_why, rating),
        item("proof", words.receipt.entry, said.proof_why, entry),
    ]
}

fn told(told: &ToldView, words: &Words) -> Vec<Item> {
    let said = words.my_data;
    let wishes = told.wishes.iter().map(|(channel, group, is_on)| {
        let word = if *is_on { words.common.yes } else { words.common.no };
        let (way, group) = (words.notice_channels.of(*channel), words.notice_groups.of(*group));
        format!("{way}, {group}: {word}")
    });
    let browsers = told.browsers.iter().map(|since| since.long.clone());
    let uses = told.uses.iter();
    let uses = uses.map(|(channel, when)| format!("{}: {}", when.long, words.notice_channels.of(*channel)));
    vec![
        item(
            "told_address",
            said.told_address,
            said.told_address_why,
            told.confirmed.clone(),
        ),
        item("told_asked", said.told_asked, said.told_asked_why, told.asked.clone()),
        item("told_wishes", said.told_wishes, said.told_wishes_why, wishes),
        item("told_browsers", said.told_browsers, said.told_browsers_why, browsers),
        item("told_uses", said.told_uses, said.told_uses_why, uses),
    ]
}

fn talk(case: &CaseView, words: &Words) -> Item {
    let line = |message: &MessageView| {
        let by = doer(&message.by, words);
        let kind = words.message_kinds.of(message.kind);
        let sent: Vec<String> = message.files.iter().map(file).collect();
        let line = format!("{by} ({kind}), {}: {}", message.at.long, message.text);
        if sent.is_empty() {
            line
        } else {
            format!("{line} [{}]", sent.join(", "))
        }
    };
    let said = words.my_data;
    item("messages", said.talk, said.talk_why, case.messages.iter().map(line))
}

fn past(case: &CaseView, words: &Words) -> Item {
    let said = words.my_data;
    let line = |event| {
        let moment = moment(event, words);
        let note = if moment.note.is_empty() {
            String::new()
        } else {
            format!(". {}", moment.note)
        };
        format!("{}: {}{note}", moment.when, moment.title)
    };
    item("events", said.past, said.past_why, case.history.iter().rev().map(line))
}

fn rights(data: &MyDataView, words: &Words) -> Vec<Item> {
    let said = words.my_data;
    let privacy = &data.case.privacy;
    let openings = privacy.openings.iter().map(|opening| {
        let reason = fill(words.openings.reason, &[("reason", &opening.reason)]);
        format!("{}: {}. {reason}", opening.at.long, who(opening, words))
    });
    let erasure = privacy.erasure.iter().flat_map(|erasure| outcome(erasure, words));
    vec![
        item("openings", words.openings.title, said.openings_why, openings),
        item("erasure", said.erasure, said.erasure_why, erasure),
    ]
}

/// The copy; who has not shown the secret yet is asked for it.
#[component]
pub fn MyDataPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code").unwrap_or_default()));
    let view = use_view::<Option<MyDataView>>(move || data_address(&code.get()));
    let draw = move |data: Option<MyDataView>| match data {
        Some(data) => Either::Left(view! { <Copy data/> }),
        None => Either::Right(asked(&code.get_untracked())),
    };
    view! {
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// The copy as it is read.
#[component]
fn Copy(
    /// What is kept.
    data: MyDataView,
) -> impl IntoView {
    let words = use_text();
    let said = words.my_data;
    let code = data.case.code.clone();
    let file = format!("{}.json", data_address(&code));
    let parts = sections(&data, words).into_iter().map(|part| view! { <Part part/> });
    view! {
        <Title text=fill(said.page, &[("code", &code)])/>
        <div class="headline">
            <div>
                <h1>{said.title}</h1>
                <p class="lead">{said.lead}</p>
            </div>
        </div>
        <div class="row no-print">
            <a class=ButtonKind::Main.class() href=file rel="external" download>
                <Icon glyph=Glyph::Download/>{said.download}
            </a>
            <PrintButton/>
            <BackToCase code/>
        </div>
        <div class="stack stack-l section">
            {parts.collect_view()}
            <Card id="not_kept" title=said.not_kept><p>{said.not_kept_text}</p></Card>
        </div>
        <p class="fine soft">{fill(said.made, &[("date", &data.at.long)])}</p>
    }
    .into_any()
}

/// One section.
#[component]
fn Part(
    /// The section.
    part: Section,
) -> impl IntoView {
    let nothing = use_text().my_data.nothing;
    let lines = part.items.into_iter().map(|item| {
        let value = if item.value.is_empty() {
            nothing.to_owned()
        } else {
            item.value.join("\n")
        };
        view! {
            <div class="stack stack-s">
                <dt><b>{item.label}</b><br/><span class="fine soft">{item.meaning}</span></dt>
                <dd><Paragraphs text=value/></dd>
            </div>
        }
    });
    view! { <Card id=part.id title=part.title><dl class="stack">{lines.collect_view()}</dl></Card> }
}
