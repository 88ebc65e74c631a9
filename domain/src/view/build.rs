//! Builds the view of a case for one reader.

use super::{
    ByView, CaseView, EventView, FactsView, HandoffView, MessageView, PromiseView, RatingView, StatusView,
    TaskStateCode, TaskView, TogetherView, WaitingView, When,
    directory::Directory,
    parts,
    rights::{self, HistoryRight, Reader, Rights},
};
use crate::{
    case::{
        Case, TaskState,
        change::{Acting, Moment},
        event::{By, is_public},
        message::{Author, Message, MessageKind},
        seat::Capacity,
        status::{Handoff, Status, StatusCode},
    },
    deed::Act,
    id::{AgencyId, PersonId},
    lang::Lang,
    permit::Actor,
    rule_book::RuleBook,
    time::{Timestamp, format},
};
use std::collections::BTreeMap;

/// What is known around the case.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rules.
    pub book: &'a RuleBook,
    /// The names.
    pub directory: &'a Directory,
    /// First names of officers of the reader's desk.
    pub people: &'a BTreeMap<PersonId, String>,
    /// The reader's language.
    pub lang: Lang,
    /// Now.
    pub now: Timestamp,
}

/// An event as it was read back: what a line of the history needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastEvent {
    /// What was done.
    pub act: Act,
    /// By whom.
    pub by: By,
    /// The status after it.
    pub to: StatusCode,
    /// The other agency.
    pub about: Option<AgencyId>,
    /// The reason, by its code.
    pub reason: Option<String>,
    /// The public sentence, unless erased.
    pub sentence: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What was read of one case.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its history, oldest first.
    pub events: &'a [PastEvent],
    /// What was written, oldest first.
    pub messages: &'a [Message],
}

/// What this reader sees of the case, with the acts open to them; `None` if for them it does not exist.
#[must_use]
pub fn for_reader(material: Material<'_>, reader: Reader<'_>, known: &Known<'_>) -> Option<CaseView> {
    let case = material.case;
    let rights = rights::of(case, &known.book.desks, reader)?;
    let (held, held_hours) = parts::held(case, known);
    let is_inside = matches!(
        rights.capacity,
        Some(Capacity::Holder | Capacity::Partner | Capacity::Overseer)
    );
    let is_holder = rights.capacity == Some(Capacity::Holder);
    let person = match reader {
        Reader::Officer(officer) => Some(officer.id),
        Reader::Reporter => None,
    };
    let waiting = |reason: Option<&str>, text: &str, by: PersonId, at| WaitingView {
        reason: reason.map(str::to_owned),
        text: text.to_owned(),
        is_mine: person == Some(by),
        at: When::instant(at, known.lang),
    };
    let sees_more = rights.sees_facts;
    Some(CaseView {
        code: case.code.to_string(),
        version: case.version,
        capacity: rights.capacity,
        kind: case.kind,
        status: status(case, known, rights),
        is_urgent: case.is_urgent,
        visibility: case.visibility,
        channel: case.channel,
        facts: sees_more.then(|| facts(case, known)),
        received: When::instant(case.received_at, known.lang),
        filed: case.filed_at.map(|at| When::instant(at, known.lang)),
        routing: (
            case.routing.why,
            case.routing.to.map(|agency| known.directory.agency(agency)),
            case.routing.is_certain,
        ),
        holder: known.directory.agency(case.holder),
        handler: case
            .handler
            .filter(|_| is_holder)
            .and_then(|handler| known.people.get(&handler).cloned()),
        is_mine: person.is_some() && case.handler == person,
        deadlines: if sees_more || is_inside {
            parts::deadlines(case, known)
        } else {
            Vec::new()
        },
        held: if sees_more || is_inside { held } else { Vec::new() },
        held_hours,
        history: history(material, rights, known),
        messages: if sees_more {
            conversation(material, known)
        } else {
            Vec::new()
        },
        notes: notes(material, rights, known),
        tasks: if sees_more || is_inside {
            tasks(case, reader, known)
        } else {
            Vec::new()
        },
        promises: if sees_more || is_inside {
            promises(case, known)
        } else {
            Vec::new()
        },
        handoff: handoff(case, known).filter(|_| sees_more || is_inside),
        together: case
            .together
            .as_ref()
            .filter(|_| is_inside)
            .map(|proposal| TogetherView {
                by: known.directory.agency(proposal.by),
                what: proposal.what.as_str().to_owned(),
                due: When::instant(proposal.due_at, known.lang),
            }),
        archive: case
            .archive
            .as_ref()
            .filter(|_| is_holder)
            .map(|it| waiting(Some(it.reason.as_str()), it.sentence.as_str(), it.by, it.at)),
        waiting_answer: case
            .waiting_answer
            .as_ref()
            .filter(|_| is_holder)
            .map(|it| waiting(None, it.answer.text.as_str(), it.by, it.at)),
        prolonging: case
            .prolonging
            .as_ref()
            .filter(|_| is_holder)
            .map(|it| waiting(None, it.reason.as_str(), it.by, it.at)),
        rating: case.rating.as_ref().map(|rating| RatingView {
            value: rating.value,
            reason: rating
                .reason
                .as_ref()
                .filter(|_| sees_more)
                .map(|reason| reason.as_str().to_owned()),
        }),
        declines: case.declines,
        formers: case
            .formers
            .iter()
            .filter(|former| !case.is_accused(former.agency))
            .map(|former| known.directory.agency(former.agency))
            .collect(),
        ruling: case.ruling.as_ref().map(|ruling| ruling.sentence.as_str().to_owned()),
        accused: case
            .flag
            .iter()
            .filter(|_| is_holder)
            .flat_map(|flag| &flag.accused)
            .map(|agency| known.directory.agency(*agency))
            .collect(),
        allowed: allowed(case, reader, known),
    })
}

fn allowed(case: &Case, reader: Reader<'_>, known: &Known<'_>) -> Vec<Act> {
    let by = match reader {
        Reader::Reporter => Actor::Reporter,
        Reader::Officer(officer) => Actor::Officer(officer.clone()),
    };
    // No salt is drawn by a check, so the seed does not matter here.
    let at = Moment {
        now: known.now,
        seed: [0; 32],
    };
    case.allowed(Acting {
        book: known.book,
        by: &by,
        at,
    })
}

fn status(case: &Case, known: &Known<'_>, rights: Rights) -> StatusView {
    let (citizen_due, reason, sentence, outside) = match &case.status {
        Status::NeedInfo(request) => (Some(request.due_at), None, None, None),
        Status::Responded { close_at, .. } => (Some(*close_at), None, None, None),
        Status::Archived(archive) => (
            None,
            Some(archive.reason.as_str()),
            Some(archive.sentence.as_str()),
            None,
        ),
        Status::Referred(referral) => (None, None, Some(referral.sentence.as_str()), Some(&referral.body)),
        Status::Merged { sentence, .. } => (None, None, Some(sentence.as_str()), None),
        Status::Submitted
        | Status::Dispatched
        | Status::InProgress
        | Status::TransferPending { .. }
        | Status::Reopened
        | Status::Resolved { .. }
        | Status::AutoClosed { .. }
        | Status::Withdrawn { .. } => (None, None, None, None),
    };
    let calendar = known.book.tenant(case.holder).time.calendar();
    StatusView {
        code: case.status.code(),
        ended: case.status.ended_at().map(|at| When::instant(at, known.lang)),
        citizen_due: citizen_due.map(|due| When::day(due.wita_date(), known.lang)),
        citizen_days_left: citizen_due.map(|due| calendar.working_days_between(known.now.wita_date(), due.wita_date())),
        reason: reason.map(str::to_owned),
        sentence: sentence.filter(|_| rights.sees_facts).map(str::to_owned),
        outside: outside.map(|body| (body.name.as_str().to_owned(), body.contact.as_str().to_owned())),
    }
}

fn facts(case: &Case, known: &Known<'_>) -> FactsView {
    let facts = &case.facts;
    let text = |line: &Option<crate::text::Line>| line.as_ref().map(|line| line.as_str().to_owned());
    let service = facts.service.as_ref().map(crate::text::Line::as_str);
    FactsView {
        body: facts.body.as_str().to_owned(),
        title: facts.title.as_ref().map(|title| title.as_str().to_owned()),
        event_date: facts.event_date.map(|date| When::day(date, known.lang)),
        place: known.directory.place(&facts.place.region),
        landmark: text(&facts.place.landmark),
        service: service.map(|code| {
            (
                code.to_owned(),
                known.directory.service(code, known.lang).unwrap_or(code).to_owned(),
            )
        }),
        service_kind: service
            .and_then(|code| known.directory.services.get(code))
            .map(|service| service.kind),
        subject: facts.subject,
        application_no: text(&facts.licence.application_no),
        nib: facts.licence.nib.as_ref().map(|nib| nib.as_str().to_owned()),
        applied_on: facts.licence.applied_on.map(|date| When::day(date, known.lang)),
        is_fee_asked: facts.licence.is_fee_asked,
    }
}

fn history(material: Material<'_>, rights: Rights, known: &Known<'_>) -> Vec<EventView> {
    let may_see = |event: &&PastEvent| {
        let is_public = is_public(event.act, event.reason.is_some());
        let is_own_note =
            event.act == Act::Note && matches!(event.by, By::Officer { agency, .. } if rights.notes_of == Some(agency));
        match rights.history {
            HistoryRight::All => event.act != Act::Note || is_own_note,
            HistoryRight::Public => is_public,
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

fn conversation(material: Material<'_>, known: &Known<'_>) -> Vec<MessageView> {
    material
        .messages
        .iter()
        .filter(|message| message.kind != MessageKind::Note)
        .map(|message| message_view(message, known))
        .collect()
}

fn notes(material: Material<'_>, rights: Rights, known: &Known<'_>) -> Vec<MessageView> {
    let is_own = |message: &&Message| message.own_of().is_some_and(|agency| rights.notes_of == Some(agency));
    material
        .messages
        .iter()
        .filter(is_own)
        .map(|message| message_view(message, known))
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
        at: When::instant(message.at, known.lang),
    }
}

fn tasks(case: &Case, reader: Reader<'_>, known: &Known<'_>) -> Vec<TaskView> {
    let desk = match reader {
        Reader::Officer(officer) => Some(officer.agency),
        Reader::Reporter => None,
    };
    let view = |task: &crate::case::Task| TaskView {
        no: task.no,
        partner: known.directory.agency(task.partner),
        is_ours: desk == Some(task.partner),
        what: task.what.as_str().to_owned(),
        due: When::day(task.due_at.wita_date(), known.lang),
        days_left: known
            .book
            .tenant(task.partner)
            .time
            .calendar()
            .working_days_between(known.now.wita_date(), task.due_at.wita_date()),
        is_late: task.is_open() && known.now > task.due_at,
        state: match task.state {
            TaskState::Asked => TaskStateCode::Asked,
            TaskState::Accepted { .. } => TaskStateCode::Accepted,
            TaskState::Done { .. } => TaskStateCode::Done,
            TaskState::Declined { .. } => TaskStateCode::Declined,
            TaskState::Cancelled { .. } => TaskStateCode::Cancelled,
        },
    };
    case.tasks
        .iter()
        .filter(|task| !task.is_cancelled() && !case.is_accused(task.partner))
        .map(view)
        .collect()
}

fn promises(case: &Case, known: &Known<'_>) -> Vec<PromiseView> {
    case.promises
        .iter()
        .map(|promise| PromiseView {
            by: known.directory.agency(promise.by),
            act: promise.act.as_str().to_owned(),
            due: When::day(promise.due_on, known.lang),
            month: format::month(promise.due_on, known.lang).chars().take(3).collect(),
            day: promise.due_on.day().unsigned_abs(),
            is_past: promise.due_on < known.now.wita_date(),
        })
        .collect()
}

fn handoff(case: &Case, known: &Known<'_>) -> Option<HandoffView> {
    let Status::TransferPending { handoff, .. } = &case.status else {
        return None;
    };
    Some(match handoff {
        Handoff::Offered(offer) => HandoffView {
            to: Some(known.directory.agency(offer.to)),
            reason: Some(offer.reason.as_str().to_owned()),
            sentence: Some(offer.sentence.as_str().to_owned()),
            due: When::instant(offer.due_at, known.lang),
            is_late: known.now > offer.due_at,
            cause: None,
            outside: None,
        },
        Handoff::Awaiting(awaited) => HandoffView {
            to: awaited.silent.map(|agency| known.directory.agency(agency)),
            reason: None,
            sentence: None,
            due: When::day(awaited.due_at.wita_date(), known.lang),
            is_late: known.now > awaited.due_at,
            cause: Some(awaited.cause),
            outside: awaited.outside.as_ref().map(|body| body.name.as_str().to_owned()),
        },
    })
}
