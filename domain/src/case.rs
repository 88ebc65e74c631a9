//! A case: one report, from filing to its end, and everything the rules ask about it.

pub mod act;
pub mod change;
pub mod clocks;
pub mod event;
pub mod file;
pub mod message;
pub mod seat;
pub mod status;

mod check;
mod citizen;
mod desk;
mod end;
pub mod erasure;
mod flag;
mod handoff;
mod joint;
mod limit;
mod publish;
mod recount;
mod ruling;

use crate::{
    case::{clocks::Clocks, erasure::Erasure, status::Status},
    deed::AnswerText,
    facts::Facts,
    id::{AgencyId, CaseKey, FileId, PersonId},
    interval::Track,
    kind::{ArchiveReason, Channel, HandoffReason, Kind, Visibility},
    routing::{Routing, SpecialDesks},
    text::{Body, Line, Message, Sentence, Title},
    time::Timestamp,
    tracking_code::TrackingCode,
};
use jiff::civil::Date;

/// A case as it is kept. Its fields may be read by anyone in the house; a changed copy goes nowhere, since
/// `store` only writes a [`change::Change`], and only the acts in this module make one.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Home and id.
    pub key: CaseKey,
    /// What the reporter says on the telephone.
    pub code: TrackingCode,
    /// Counts changes; a writer names the one it read.
    pub version: i64,
    /// The kind.
    pub kind: Kind,
    /// Danger to life, or a child: on top of every queue.
    pub is_urgent: bool,
    /// Who may see what.
    pub visibility: Visibility,
    /// How it came.
    pub channel: Channel,
    /// What it is about.
    pub facts: Facts,
    /// Why it began where it began.
    pub routing: Routing,
    /// When the citizen says it was sent.
    pub filed_at: Option<Timestamp>,
    /// When we received it: legal clocks start here.
    pub received_at: Timestamp,
    /// The status, with its facts.
    pub status: Status,
    /// The desk that owns the case now. Exactly one, always.
    pub holder: AgencyId,
    /// The officer at work on it.
    pub handler: Option<PersonId>,
    /// The limits that run, ran, and pause.
    pub clocks: Clocks,
    /// Who held it, when: contiguous, summing to the lifetime.
    pub intervals: Track,
    /// Earlier holders, each with the moment of its hand-off (the last one, if several).
    pub formers: Vec<Former>,
    /// Declines over the life of the case.
    pub declines: u8,
    /// Whether a former holder has declined since the last ruling.
    pub is_bounced: bool,
    /// The ruling that binds.
    pub ruling: Option<Ruling>,
    /// A proposal to work together that waits for the holder.
    pub together: Option<TogetherProposal>,
    /// What partners do.
    pub tasks: Vec<Task>,
    /// The mark of a conflict of interest.
    pub flag: Option<Flag>,
    /// How often the reporter was asked for data.
    pub data_requests: u8,
    /// A proposal to archive that waits for a second person.
    pub archive: Option<ArchiveProposal>,
    /// An answer that waits for the liaison officer.
    pub waiting_answer: Option<WaitingAnswer>,
    /// A request for the longer limit that waits for the liaison officer.
    pub prolonging: Option<Prolonging>,
    /// Final answers so far.
    pub answers: u8,
    /// When the last answer went out.
    pub answered_at: Option<Timestamp>,
    /// Reopenings by the reporter since the last answer.
    pub reopenings_of_answer: u8,
    /// Reopenings by the reporter in all.
    pub reopenings: u8,
    /// Whether the reporter has objected.
    pub is_objected: bool,
    /// What was promised.
    pub promises: Vec<Promise>,
    /// What the reporter thinks of the handling.
    pub rating: Option<Rating>,
    /// The reporter's last request that name and contact be erased.
    pub erasure: Option<Erasure>,
    /// What everybody may read of it.
    pub publication: Option<Publication>,
}

/// What everybody may read of a case: as an officer edited and confirmed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The public title.
    pub title: Title,
    /// The public text.
    pub text: Body,
    /// The answer in words for everybody.
    pub response: Option<PublicResponse>,
    /// Photos of the case whose smaller pictures everybody sees.
    pub photos: Vec<FileId>,
    /// When it was first published; its place in the lists.
    pub first_at: Timestamp,
    /// When it was last worded.
    pub at: Timestamp,
}

/// An agency's answer in words for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicResponse {
    /// Whose answer.
    pub by: AgencyId,
    /// The answer.
    pub text: Message,
    /// When it was worded.
    pub at: Timestamp,
}

/// An earlier holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Former {
    /// The desk.
    pub agency: AgencyId,
    /// When it handed the case on; it reads the history up to here.
    pub until: Timestamp,
}

/// The province desk's word on who is responsible. Binds until a new one with the Sekda's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// What the reporter reads.
    pub sentence: Sentence,
    /// Number and date of the Sekda's decision, for a new ruling.
    pub decision: Option<Line>,
    /// When.
    pub at: Timestamp,
}

/// An offered agency's proposal: a joint case, with the holder as lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TogetherProposal {
    /// The agency that proposes, and would be partner.
    pub by: AgencyId,
    /// What it would do.
    pub what: Line,
    /// Why the holder offered the case.
    pub reason: HandoffReason,
    /// When it was proposed.
    pub at: Timestamp,
    /// By when the holder answers; after that it is a decline.
    pub due_at: Timestamp,
}

/// Where a partner's task stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each state says what it is; `at` is when")]
pub enum TaskState {
    Asked,
    Accepted { at: Timestamp },
    Done { at: Timestamp },
    Declined { at: Timestamp, reason: HandoffReason },
    Cancelled { at: Timestamp },
}

/// What one supporting agency does in a joint case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Number within the case, from 1.
    pub no: u16,
    /// Who does it.
    pub partner: AgencyId,
    /// What.
    pub what: Line,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// By when.
    pub due_at: Timestamp,
    /// Where it stands.
    pub state: TaskState,
}

impl Task {
    /// Whether the lead still waits for it. A declined task stays open until the province desk rules.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(
            self.state,
            TaskState::Asked | TaskState::Accepted { .. } | TaskState::Declined { .. }
        )
    }

    /// Whether the province desk must rule on it.
    #[must_use]
    pub const fn is_declined(&self) -> bool {
        matches!(self.state, TaskState::Declined { .. })
    }

    /// Whether it was taken back, and gives no seat.
    #[must_use]
    pub const fn is_cancelled(&self) -> bool {
        matches!(self.state, TaskState::Cancelled { .. })
    }
}

/// A conflict of interest. For the accused, the case does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The accused agencies; empty when a whistleblower named none.
    pub accused: Vec<AgencyId>,
    /// Since when.
    pub at: Timestamp,
}

/// A proposal to archive; any other act drops it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveProposal {
    /// Who proposed, and so may not approve.
    pub by: PersonId,
    /// Why.
    pub reason: ArchiveReason,
    /// What the reporter will read.
    pub sentence: Sentence,
    /// When it was proposed.
    pub at: Timestamp,
}

/// An answer that waits for the liaison officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingAnswer {
    /// Who wrote it.
    pub by: PersonId,
    /// The answer.
    pub answer: AnswerText,
    /// When it was handed in.
    pub at: Timestamp,
}

/// A request for the longer limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prolonging {
    /// Who asked, and so may not approve.
    pub by: PersonId,
    /// The reason the reporter will read.
    pub reason: Sentence,
    /// When it was asked.
    pub at: Timestamp,
}

/// A dated promise. Stored and shown; kept, moved and missed come with the promise ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Number within the case, from 1.
    pub no: u16,
    /// Who promised.
    pub by: AgencyId,
    /// What.
    pub act: Line,
    /// By when.
    pub due_on: Date,
    /// When it was given.
    pub at: Timestamp,
}

/// How the reporter rates the handling, 1 (poor) to 4 (very good).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// 1 to 4.
    pub value: u8,
    /// Why.
    pub reason: Option<Message>,
    /// When.
    pub at: Timestamp,
}

impl Case {
    /// Whether only the Inspektorat (or SETDA) handles it, and the province desk sees nothing of it.
    #[must_use]
    pub const fn is_restricted(&self) -> bool {
        matches!(self.kind, Kind::Whistleblowing) || self.flag.is_some()
    }

    /// Whether this agency is accused; for it the case does not exist.
    #[must_use]
    pub fn is_accused(&self, agency: AgencyId) -> bool {
        self.flag.as_ref().is_some_and(|flag| flag.accused.contains(&agency))
    }

    /// The desk that reads what an anonymous reporter keeps from all others: the province desk, or, where that reads no
    /// text of the case, the desk where it began.
    #[must_use]
    pub fn desk_for_few(&self, desks: &SpecialDesks) -> AgencyId {
        if self.is_restricted() || self.visibility.is_secret() {
            self.key.home
        } else {
            desks.province
        }
    }

    /// Whether this agency held the case before.
    #[must_use]
    pub fn is_former(&self, agency: AgencyId) -> bool {
        self.formers.iter().any(|former| former.agency == agency)
    }

    /// Whether a partner's task keeps the lead from answering.
    #[must_use]
    pub fn has_open_task(&self) -> bool {
        self.tasks.iter().any(Task::is_open)
    }

    /// The task that is due first among those a partner works on.
    #[must_use]
    pub fn next_task(&self) -> Option<&Task> {
        self.tasks
            .iter()
            .filter(|task| task.is_open() && !task.is_declined())
            .min_by_key(|task| (task.due_at, task.no))
    }

    /// Whether the province desk must rule: on authority, or on a declined task.
    #[must_use]
    pub fn is_ruling_awaited(&self) -> bool {
        self.status.awaited().is_some() || (!self.status.is_end() && self.tasks.iter().any(Task::is_declined))
    }
}

#[cfg(test)]
mod tests;
