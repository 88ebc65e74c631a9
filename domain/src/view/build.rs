//! Builds the view of a case for one reader.

use super::{
    AnswerView, CaseView, FactsView, RatingView, StatusView, TaskStateCode, TaskView, TogetherView, WaitingView, When,
    directory::{AgencyName, Directory},
    file::files_for,
    parts, past, privacy, publish,
    rights::{self, Reader, Rights},
};
use crate::{
    case::{
        Case, Former, TaskState,
        change::{Acting, Moment},
        event::By,
        message::Message,
        seat::Capacity,
        status::{Status, StatusCode},
    },
    deed::Act,
    file::Attachment,
    id::{AgencyId, PersonId},
    lang::Lang,
    permit::Actor,
    rule_book::RuleBook,
    time::Timestamp,
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
    /// What came with the report.
    pub files: &'a [Attachment],
}

/// What this reader sees of the case, with the acts open to them; `None` if for them it does not exist.
#[must_use]
pub fn for_reader(material: Material<'_>, reader: Reader<'_>, known: &Known<'_>) -> Option<CaseView> {
    let rights = rights::of(material.case, &known.book.desks, reader)?;
    Some(
        Drawing {
            material,
            reader,
            rights,
            known,
        }
        .view(),
    )
}

/// A view in the making.
struct Drawing<'a> {
    material: Material<'a>,
    reader: Reader<'a>,
    rights: Rights,
    known: &'a Known<'a>,
}

impl Drawing<'_> {
    fn view(&self) -> CaseView {
        let (case, known, rights) = (self.material.case, self.known, self.rights);
        let (held, held_hours) = parts::held(case, known);
        let allowed = allowed(case, self.reader, known);
        CaseView {
            code: case.code.to_string(),
            version: case.version,
            capacity: rights.capacity,
            kind: case.kind,
            status: status(case, known, rights),
            is_urgent: case.is_urgent,
            visibility: case.visibility,
            channel: case.channel,
            facts: rights.sees_facts.then(|| FactsView {
                files: files_for(self.material.files, false, self.material, self.reader, known),
                ..facts(case, self.reader, known)
            }),
            received: When::instant(case.received_at, known.lang),
            filed: case.filed_at.map(|at| When::instant(at, known.lang)),
            routing: (
                case.routing.why,
                case.routing.to.map(|agency| self.name(agency)),
                case.routing.is_certain,
            ),
            holder: self.name(case.holder),
            handler: self.handler(),
            is_mine: case.handler.is_some() && case.handler == self.person(),
            deadlines: self.if_at_work(|| parts::deadlines(case, known)),
            held: self.if_at_work(|| held),
            held_hours,
            history: past::history(self.material, rights, known),
            messages: if rights.sees_facts {
                past::conversation(self.material, self.reader, known)
            } else {
                Vec::new()
            },
            notes: past::notes(self.material, self.reader, rights, known),
            tasks: self.if_at_work(|| tasks(case, self.reader, known)),
            promises: self.if_at_work(|| parts::promises(case, known)),
            handoff: parts::handoff(case, known).filter(|_| self.sees_work()),
            together: self.together(),
            archive: self.archive(),
            waiting_answer: self.waiting_answer(),
            prolonging: self.prolonging(),
            rating: self.rating(),
            declines: case.declines,
            formers: self.formers(),
            ruling: case.ruling.as_ref().map(|ruling| ruling.sentence.as_str().to_owned()),
            accused: self.accused(),
            privacy: privacy::of(case, rights, known),
            // The rules know nothing of words: who reads them adds it.
            suggestion: None,
            publication: publish::publication(self.material, rights.sees_facts, known),
            proposal: (rights.sees_facts && allowed.contains(&Act::Publish))
                .then(|| publish::proposal(self.material, known)),
            allowed,
            follow: None,
        }
    }

    fn name(&self, agency: AgencyId) -> AgencyName {
        self.known.directory.agency(agency)
    }

    fn person(&self) -> Option<PersonId> {
        match self.reader {
            Reader::Officer(officer) => Some(officer.id),
            Reader::Reporter => None,
        }
    }

    fn is_holder(&self) -> bool {
        self.rights.capacity == Some(Capacity::Holder)
    }

    /// Whether the reader works on the case, or watches over it.
    fn is_inside(&self) -> bool {
        matches!(
            self.rights.capacity,
            Some(Capacity::Holder | Capacity::Partner | Capacity::Overseer)
        )
    }

    /// Limits, holding, tasks and promises: for who reads the text, and for the overseer of a secret case.
    fn sees_work(&self) -> bool {
        self.rights.sees_facts || self.is_inside()
    }

    fn if_at_work<T>(&self, read: impl FnOnce() -> Vec<T>) -> Vec<T> {
        if self.sees_work() { read() } else { Vec::new() }
    }

    fn handler(&self) -> Option<String> {
        let handler = self.material.case.handler.filter(|_| self.is_holder())?;
        self.known.people.get(&handler).cloned()
    }

    fn together(&self) -> Option<TogetherView> {
        let proposal = self.material.case.together.as_ref().filter(|_| self.is_inside())?;
        Some(TogetherView {
            by: self.name(proposal.by),
            what: proposal.what.as_str().to_owned(),
            due: When::instant(proposal.due_at, self.known.lang),
        })
    }

    fn archive(&self) -> Option<WaitingView> {
        let proposal = self.material.case.archive.as_ref().filter(|_| self.is_holder())?;
        let reason = Some(proposal.reason.as_str());
        Some(self.waiting(reason, proposal.sentence.as_str(), proposal.by, proposal.at))
    }

    fn waiting_answer(&self) -> Option<WaitingView> {
        let waiting = self
            .material
            .case
            .waiting_answer
            .as_ref()
            .filter(|_| self.is_holder())?;
        Some(self.waiting(None, waiting.answer.text.as_str(), waiting.by, waiting.at))
    }

    fn prolonging(&self) -> Option<WaitingView> {
        let asked = self.material.case.prolonging.as_ref().filter(|_| self.is_holder())?;
        Some(self.waiting(None, asked.reason.as_str(), asked.by, asked.at))
    }

    fn waiting(&self, reason: Option<&str>, text: &str, by: PersonId, at: Timestamp) -> WaitingView {
        WaitingView {
            reason: reason.map(str::to_owned),
            text: text.to_owned(),
            is_mine: self.person() == Some(by),
            at: When::instant(at, self.known.lang),
        }
    }

    fn rating(&self) -> Option<RatingView> {
        let rating = self.material.case.rating.as_ref()?;
        let reason = rating.reason.as_ref().filter(|_| self.rights.sees_facts);
        Some(RatingView {
            value: rating.value,
            reason: reason.map(|reason| reason.as_str().to_owned()),
        })
    }

    /// Earlier holders; an accused one is named to nobody.
    fn formers(&self) -> Vec<AgencyName> {
        let case = self.material.case;
        let is_named = |former: &&Former| !case.is_accused(former.agency);
        case.formers
            .iter()
            .filter(is_named)
            .map(|former| self.name(former.agency))
            .collect()
    }

    /// Told to the holder under the flag only.
    fn accused(&self) -> Vec<AgencyName> {
        let flag = self.material.case.flag.as_ref().filter(|_| self.is_holder());
        flag.into_iter()
            .flat_map(|flag| &flag.accused)
            .map(|agency| self.name(*agency))
            .collect()
    }
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

/// Whether what can tell who reported is kept from this reader: the reporter chose that the province desk alone reads it.
fn is_telling_hidden(case: &Case, reader: Reader<'_>, known: &Known<'_>) -> bool {
    let is_allowed = match reader {
        Reader::Reporter => true,
        Reader::Officer(officer) => officer.agency == known.book.desks.province,
    };
    case.facts.is_telling_for_province && case.visibility.is_anonymous() && !is_allowed
}

fn answers(case: &Case, is_hidden: bool, known: &Known<'_>) -> Vec<AnswerView> {
    let in_lang = |id: &str, en: &str| match known.lang {
        Lang::Id => id.to_owned(),
        Lang::En => en.to_owned(),
    };
    let view = |answer: &crate::facts::Answer| {
        // A question that the pack has no more is shown by its code: what was answered stays.
        let question = known.directory.questions.get(answer.question.as_str());
        let text = answer.text.as_str();
        let chosen = question.and_then(|question| question.choices.get(text));
        AnswerView {
            label: question.map_or_else(
                || answer.question.as_str().to_owned(),
                |question| in_lang(&question.label, &question.label_en),
            ),
            text: chosen.map_or_else(|| text.to_owned(), |(id, en)| in_lang(id, en)),
            is_telling: question.is_none_or(|question| question.is_telling),
        }
    };
    let all = case.facts.answers.iter().map(view);
    all.filter(|answer| !(is_hidden && answer.is_telling)).collect()
}

fn facts(case: &Case, reader: Reader<'_>, known: &Known<'_>) -> FactsView {
    let is_hidden = is_telling_hidden(case, reader, known);
    let facts = &case.facts;
    let text = |line: &Option<crate::text::Line>| line.as_ref().map(|line| line.as_str().to_owned());
    let service = facts.service.as_ref().map(crate::text::Line::as_str);
    FactsView {
        body: facts.body.as_str().to_owned(),
        title: facts.title.as_ref().map(|title| title.as_str().to_owned()),
        event_date: facts.event_date.map(|date| When::day(date, known.lang)),
        place: known.directory.place(&facts.place.region),
        landmark: text(&facts.place.landmark),
        point: facts
            .place
            .point
            .filter(|_| !is_hidden)
            .map(|point| point.texts().into()),
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
        application_no: text(&facts.licence.application_no).filter(|_| !is_hidden),
        nib: facts
            .licence
            .nib
            .as_ref()
            .map(|nib| nib.as_str().to_owned())
            .filter(|_| !is_hidden),
        applied_on: facts.licence.applied_on.map(|date| When::day(date, known.lang)),
        is_fee_asked: facts.licence.is_fee_asked,
        files: Vec::new(),
        category: text(&facts.category),
        answers: answers(case, is_hidden, known),
        is_telling_hidden: is_hidden,
        unlike: facts
            .unlike
            .as_ref()
            .map(|unlike| (unlike.code.to_string(), unlike.why.as_str().to_owned())),
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
