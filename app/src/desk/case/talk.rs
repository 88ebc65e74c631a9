//! What was written: the conversation with the reporter, and the desk's own notes apart from it.

use domain::{
    deed::Act,
    view::{ByView, MessageView},
};
use leptos::prelude::*;

use super::{Shown, fields::MessageField, form::ActForm};
use crate::{
    parts::{Button, Said, Talk, Voice},
    staff::initials,
    text::{Words, fill, use_text},
};

/// The conversation, oldest first.
#[component]
pub(super) fn Conversation(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.facts.is_some().then(|| {
        let is_anonymous = case.visibility.is_anonymous();
        let own = shown.reader.agency.code.clone();
        let said: Vec<Said> = case
            .messages
            .iter()
            .map(|message| said(message, &own, is_anonymous, words))
            .collect();
        let nothing = said
            .is_empty()
            .then(|| view! { <p class="soft">{words.case_desk.no_talk}</p> });
        view! {
            <section class="stack" aria-labelledby="percakapan">
                <h2 id="percakapan">{words.case_desk.talk}</h2>
                {nothing}
                <Talk said at=format!("/meja/{}", case.code)/>
            </section>
        }
    })
}

/// Notes of the reader's own desk, and the form for one more.
#[component]
pub(super) fn Notes(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    let (may_write, has_any) = (case.may(Act::Note), !case.notes.is_empty());
    (may_write || has_any).then(|| {
        let notes = case
            .notes
            .iter()
            .map(|note| Said {
                voice: Voice::Note,
                ..said(note, "", false, words)
            })
            .collect();
        let form = shown.acting.form(&case, &[Act::Note]);
        let only = fill(words.case_desk.notes_note, &[("agency", &shown.reader.agency.short)]);
        let write = may_write.then(|| {
            view! {
                <ActForm form class="card stack">
                    <MessageField form label=words.case_desk.note_text rows=2/>
                    <div class="acts"><Button word=words.case_desk.note_send busy=form.is_busy()/></div>
                </ActForm>
            }
        });
        view! {
            <section class="stack" aria-labelledby="catatan">
                <h2 id="catatan">{words.case_desk.notes}</h2>
                <p class="fine soft">{only}</p>
                <Talk said=notes at=format!("/meja/{}", case.code)/>
                {write}
            </section>
        }
    })
}

fn said(message: &MessageView, own: &str, is_anonymous: bool, words: &Words) -> Said {
    let kind = words.message_kinds.of(message.kind);
    let (voice, name, unit, initials) = match &message.by {
        ByView::Reporter | ByView::Clock => {
            let name = if is_anonymous {
                words.doers.reporter_anonymous
            } else {
                words.doers.reporter
            };
            (Voice::Reporter, name.to_owned(), kind.to_owned(), String::new())
        }
        ByView::Desk { agency, person } => {
            let voice = if agency.code == own { Voice::Mine } else { Voice::Agency };
            let person = person.clone().unwrap_or_default();
            let unit = if person.is_empty() {
                kind.to_owned()
            } else {
                format!("{person} · {kind}")
            };
            let name = person.split(',').next().unwrap_or_default();
            (voice, agency.short.clone(), unit, initials(name))
        }
    };
    let named = message.named.as_ref().map(|(act, on, unit)| {
        fill(
            words.case_desk.named,
            &[("act", act), ("date", &on.long), ("unit", unit)],
        )
    });
    Said {
        voice,
        name,
        unit,
        initials,
        when: message.at.long.clone(),
        at: message.at.iso.clone(),
        files: message.files.clone(),
        text: named.map_or_else(|| message.text.clone(), |named| format!("{}\n{named}", message.text)),
    }
}
