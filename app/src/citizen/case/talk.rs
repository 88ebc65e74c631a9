//! What was said, and the reporter's reply.

use domain::{
    case::status::StatusCode,
    deed::Act,
    limits,
    view::{ByView, CaseView, MessageView},
};
use leptos::prelude::*;

use super::{Reporter, acts::ActForm};
use crate::{
    citizen::files::FilesField,
    parts::{Button, ButtonKind, Glyph, Said, Talk, TextArea, Voice},
    text::{Words, fill, use_text},
};

/// The conversation from the report on, and the form to go on with it.
#[component]
pub(super) fn Conversation(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text();
    let told = case.facts.as_ref().map(|facts| Said {
        voice: Voice::Mine,
        name: words.common.you.to_owned(),
        unit: String::new(),
        initials: String::new(),
        when: case.received.long.clone(),
        at: case.received.iso.clone(),
        text: facts.body.clone(),
        files: facts.files.clone(),
    });
    let said = told
        .into_iter()
        .chain(case.messages.iter().map(|message| said(message, words)))
        .collect();
    let is_asked = case.status.code == StatusCode::NeedInfo;
    let is_open = case.status.code.is_open();
    let is_anonymous = case.visibility.is_anonymous();
    view! {
        <section class="stack" aria-labelledby="talk">
            <h2 id="talk">{words.tracking.talk}</h2>
            <Talk said at=format!("/lacak/{}", case.code)/>
            {case.may(Act::Supply).then(|| view! { <Reply reporter is_asked is_first=is_open is_anonymous/> })}
            {is_open.then(|| view! { <p class="fine soft">{words.tracking.decide_after}</p> })}
        </section>
    }
}

/// The reply, or the information that was asked for.
#[component]
fn Reply(
    /// What the form needs.
    reporter: Reporter,
    /// Whether an agency waits for it.
    is_asked: bool,
    /// Whether it is the first thing to do here; once answered, that is the reporter's word on the answer.
    is_first: bool,
    /// Whether a file could tell who the reporter is.
    is_anonymous: bool,
) -> impl IntoView {
    let words = use_text().tracking;
    let form = reporter.form(Act::Supply);
    let kind = if is_first { ButtonKind::Main } else { ButtonKind::Usual };
    view! {
        <div class="card">
            <ActForm reporter act=Act::Supply form id="supply" takes_files=true>
                <TextArea
                    name="text"
                    id="supply-text"
                    label=if is_asked { words.supply } else { words.reply }
                    hint=if is_asked { words.supply_note } else { "" }
                    value=form.text("text")
                    maxlength=limits::MESSAGE.max
                    error=form.problem("text")
                />
                <FilesField form may_be_anonymous=is_anonymous/>
                <div class="row">
                    <Button word=words.send_reply glyph=Glyph::Send kind busy=form.busy()/>
                </div>
            </ActForm>
        </div>
    }
}

fn said(message: &MessageView, words: &Words) -> Said {
    let (voice, name, unit, initials) = match &message.by {
        ByView::Desk { agency, person } => (
            Voice::Agency,
            agency.short.clone(),
            person.clone().unwrap_or_default(),
            initials(&agency.short),
        ),
        ByView::Reporter | ByView::Clock => (Voice::Mine, words.common.you.to_owned(), String::new(), String::new()),
    };
    let named = message.named.as_ref().map(|(act, on, unit)| {
        fill(
            words.tracking.named,
            &[("act", act), ("date", &on.long), ("unit", unit)],
        )
    });
    let text = std::iter::once(message.text.clone())
        .chain(named)
        .collect::<Vec<_>>()
        .join("\n");
    Said {
        voice,
        name,
        unit,
        initials,
        when: message.at.long.clone(),
        at: message.at.iso.clone(),
        text,
        files: message.files.clone(),
    }
}

/// Two letters for an agency.
pub(in crate::citizen) fn initials(short: &str) -> String {
    short
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}
