//! What happened to a case and what was written on it, as far as the reader may know.

use super::{
    ByView, EventView, MessageView, When,
    build::{Known, Material, PastEvent},
    file::files_for,
    rights::{HistoryRight, Reader, Rights},
};
use crate::{
    case::{
        event::{By, is_for_reporter, is_public},
        message::{Author, Message, MessageKind},
    },
    deed::Act,
};

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
            files: files_for(
                &message.files,
                matches!(message.by, Author::Officer { .. }),
                material,
                reader,
                known,
            ),
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
            files: files_for(&message.files, true, material, reader, known),
            ..message_view(message, known)
        })
        .collect()
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
