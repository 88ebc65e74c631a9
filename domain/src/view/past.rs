//! What happened to a case and what was written on it, as far as the reader may know.

use super::{
    ByView, EventView, FileView, MessageView, When,
    build::{Known, Material, PastEvent},
    rights::{HistoryRight, Reader, Rights},
};
use crate::{
    case::{
        event::{By, is_for_reporter, is_public},
        message::{Author, Message, MessageKind},
    },
    deed::Act,
    file::Attachment,
    lang::Lang,
};

/// Unit: bytes.
const KILOBYTE: u64 = 1_000;
/// Unit: bytes.
const MEGABYTE: u64 = 1_000 * KILOBYTE;

pub(super) fn history(material: Material<'_>, rights: Rights, known: &Known<'_>) -> Vec<EventView> {
    let may_see = |event: &&PastEvent| {
        let is_public = is_public(event.act, event.reason.is_some());
        let is_own_note =
            event.act == Act::Note && matches!(event.by, By::Officer { agency, .. } if rights.notes_of == Some(agency));
        match rights.history {
            HistoryRight::All => event.act != Act::Note || is_own_note,
            HistoryRight::Public => is_public,
            HistoryRight::Reporter => is_for_reporter(event.act, event.reason.is_some()),
            HistoryRight::Until(until) => event.at <= until && (is_public || is_own_note),
        }
    };
    material
        .events
        .iter()
        .rev()
        .filter(may_see)
        .map(|event| event_view(event, known))
        .collect()
}

fn event_view(event: &PastEvent, known: &Known<'_>) -> EventView {
    let by = match event.by {
        By::Reporter => ByView::Reporter,
        By::Clock => ByView::Clock,
        By::Officer { agency, person, .. } => ByView::Desk {
            agency: known.directory.agency(agency),
            person: known.people.get(&person).cloned(),
        },
    };
    EventView {
        act: event.act,
        by,
        to: event.to,
        about: event.about.map(|agency| known.directory.agency(agency)),
        reason: event.reason.clone(),
        sentence: event.sentence.clone(),
        at: When::instant(event.at, known.lang),
    }
}

pub(super) fn conversation(material: Material<'_>, reader: Reader<'_>, known: &Known<'_>) -> Vec<MessageView> {
    material
        .messages
        .iter()
        .filter(|message| message.kind != MessageKind::Note)
        .map(|message| MessageView {
            files: files(&message.files, material, reader, known),
            ..message_view(message, known)
        })
        .collect()
}

pub(super) fn notes(material: Material<'_>, reader: Reader<'_>, rights: Rights, known: &Known<'_>) -> Vec<MessageView> {
    let is_own = |message: &&Message| message.own_of().is_some_and(|agency| rights.notes_of == Some(agency));
    material
        .messages
        .iter()
        .filter(is_own)
        .map(|message| MessageView {
            files: files(&message.files, material, reader, known),
            ..message_view(message, known)
        })
        .collect()
}

/// The files that this reader may know of. The name of a file can tell who an anonymous reporter is: only they read it.
pub(super) fn files(
    files: &[Attachment],
    material: Material<'_>,
    reader: Reader<'_>,
    known: &Known<'_>,
) -> Vec<FileView> {
    let (is_for_reader, is_named): (&dyn Fn(&&Attachment) -> bool, bool) = match reader {
        Reader::Reporter => (&|_| true, true),
        Reader::Officer(officer) => (
            &|sent| sent.is_for(officer.agency),
            !material.case.visibility.is_anonymous(),
        ),
    };
    let view = |sent: &Attachment| FileView {
        id: sent.file.id.uuid().to_string(),
        kind: sent.file.kind,
        name: if is_named {
            sent.file.name.as_str().to_owned()
        } else {
            String::new()
        },
        size: size(sent.file.bytes, known.lang),
        state: sent.file.state,
        is_for_few: sent.only.is_some(),
    };
    files.iter().filter(is_for_reader).map(view).collect()
}

/// "340 kB", "1,2 MB".
fn size(bytes: u64, lang: Lang) -> String {
    let point = match lang {
        Lang::Id => ',',
        Lang::En => '.',
    };
    if bytes < MEGABYTE {
        format!("{} kB", bytes.div_ceil(KILOBYTE))
    } else {
        let tenths = bytes.saturating_mul(10) / MEGABYTE;
        format!("{}{point}{} MB", tenths / 10, tenths % 10)
    }
}

fn message_view(message: &Message, known: &Known<'_>) -> MessageView {
    let by = match &message.by {
        Author::Reporter => ByView::Reporter,
        Author::Officer { agency, name, unit, .. } => {
            let person = unit.as_ref().map_or_else(
                || name.as_str().to_owned(),
                |unit| format!("{}, {}", name.as_str(), unit.as_str()),
            );
            ByView::Desk {
                agency: known.directory.agency(*agency),
                person: Some(person),
            }
        }
    };
    let named = message.named.as_ref().map(|named| {
        (
            named.act.as_str().to_owned(),
            When::day(named.on, known.lang),
            named.unit.as_str().to_owned(),
        )
    });
    MessageView {
        kind: message.kind,
        by,
        text: message.text.clone(),
        named,
        files: Vec::new(),
        at: When::instant(message.at, known.lang),
    }
}
