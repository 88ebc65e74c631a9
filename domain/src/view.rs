//! What a reader sees of a case: the only form in which one leaves the house. Source: `docs/rules.md`, "Who sees what".
//!
//! [`for_reader`] gives it with the acts open to the reader. Times are sentences: no date library reaches a telephone.

pub mod account;
mod build;
pub mod choices;
pub mod directory;
pub mod escalation;
mod file;
pub mod follow;
mod parts;
mod past;
pub mod places;
mod point;
pub mod privacy;
pub mod public;
mod publish;
pub mod queue;
pub mod receipt;
pub mod rights;
pub mod sinergi;

use crate::{
    case::{
        message::MessageKind,
        seat::Capacity,
        status::{RulingCause, StatusCode},
    },
    deadline::LimitKind,
    deed::Act,
    kind::{Channel, Kind, ServiceKind, Subject, Visibility},
    routing::Why,
};
pub use build::{Known, Material, PastEvent, for_reader};
use directory::AgencyName;
pub use file::FileView;
pub use point::PointView;
pub use publish::{PHOTO_FIELD, PublicPhoto, PublicTextView};
use serde::{Deserialize, Serialize};

/// An instant or a day, as machines and as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// For `<time datetime>`: `2026-11-12T09:14+08:00`, or a date alone.
    pub iso: String,
    /// As a sentence has it: "Kamis, 12 November 2026, 09.14 WITA", or a date alone.
    pub long: String,
    /// As a table has it: "12 Nov, 09.14", or "Kam, 12 Nov".
    pub short: String,
}

/// A limit and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineView {
    /// Which clock.
    pub clock: LimitKind,
    /// The last day.
    pub due: When,
    /// Working days left after today; 0 on the last day.
    pub days_left: u32,
    /// Working days past the limit; 0 until then.
    pub days_late: u32,
    /// Whether the limit has passed.
    pub is_late: bool,
    /// Whether it stands still, as data is awaited.
    pub is_paused: bool,
    /// Working days since its start, pauses not counted.
    pub day: u32,
    /// Working days of the limit.
    pub days: u16,
    /// Working days it stood still.
    pub paused_days: u16,
    /// The rule that sets it.
    pub reference: String,
    /// Version of the calendar it was computed with.
    pub calendar: u32,
}

/// What an interval was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeldAs {
    /// The province desk verified or ruled.
    Province,
    /// The holder worked.
    Own,
    /// The reporter was asked, or had the word.
    Citizen,
    /// A partner worked on its task.
    Partner,
    /// It was offered.
    Offered,
}

/// One stretch of holding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldView {
    /// What it was.
    pub held_as: HeldAs,
    /// Who is charged; `None` for the reporter.
    pub agency: Option<AgencyName>,
    /// Working hours, whole.
    pub hours: i64,
    /// Its share of the whole. Unit: permille.
    pub permille: u16,
    /// Since when.
    pub since: When,
    /// Whether it runs now.
    pub is_now: bool,
}

/// Who acted, or wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ByView {
    /// The reporter.
    Reporter,
    /// A limit that passed.
    Clock,
    /// A desk; with first name and unit where the reader may know.
    Desk {
        /// The desk.
        agency: AgencyName,
        /// First name and unit.
        person: Option<String>,
    },
}

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// What was done.
    pub act: Act,
    /// By whom.
    pub by: ByView,
    /// The status after it.
    pub to: StatusCode,
    /// The other agency it is about.
    pub about: Option<AgencyName>,
    /// The reason, by its code.
    pub reason: Option<String>,
    /// The sentence the reporter reads.
    pub sentence: Option<String>,
    /// When.
    pub at: When,
}

/// A message, or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// What it is.
    pub kind: MessageKind,
    /// Who wrote.
    pub by: ByView,
    /// The text.
    pub text: String,
    /// What a final answer names: act, date, unit.
    pub named: Option<(String, When, String)>,
    /// What was sent along.
    pub files: Vec<FileView>,
    /// When.
    pub at: When,
}

/// A partner's task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    /// Number within the case.
    pub no: u16,
    /// Who does it.
    pub partner: AgencyName,
    /// Whether it is the reader's own.
    pub is_ours: bool,
    /// What.
    pub what: String,
    /// By when.
    pub due: When,
    /// Working days left.
    pub days_left: u32,
    /// Whether its date has passed while it is open.
    pub is_late: bool,
    /// `asked`, `accepted`, `done`, `declined` or `cancelled`.
    pub state: TaskStateCode,
}

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in `case::TaskState`")]
pub enum TaskStateCode {
    Asked,
    Accepted,
    Done,
    Declined,
    Cancelled,
}

/// A dated promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseView {
    /// Who promised.
    pub by: AgencyName,
    /// What.
    pub act: String,
    /// By when.
    pub due: When,
    /// The month, short, for the calendar leaf.
    pub month: String,
    /// The day of the month.
    pub day: u8,
    /// Whether the day has passed.
    pub is_past: bool,
}

/// An open offer, or the hand-off that awaits a ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoffView {
    /// The agency asked, while the offer is open or after it stayed silent.
    pub to: Option<AgencyName>,
    /// Why it was offered.
    pub reason: Option<String>,
    /// The sentence the reporter reads.
    pub sentence: Option<String>,
    /// The end of the window, or of the ruling's limit.
    pub due: When,
    /// Whether that has passed.
    pub is_late: bool,
    /// Why the province desk must rule; `None` while the offer is open.
    pub cause: Option<RulingCause>,
    /// The body outside that somebody proposed.
    pub outside: Option<String>,
}

/// A proposal to work together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TogetherView {
    /// Who proposes.
    pub by: AgencyName,
    /// What it would do.
    pub what: String,
    /// By when the holder answers.
    pub due: When,
}

/// Something that waits for a second person of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingView {
    /// The reason, by its code, where there is one.
    pub reason: Option<String>,
    /// What would go out.
    pub text: String,
    /// Whether the reader proposed it, and so may not approve it.
    pub is_mine: bool,
    /// When it was proposed.
    pub at: When,
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactsView {
    /// The citizen's words.
    pub body: String,
    /// The public title, once written.
    pub title: Option<String>,
    /// When it happened.
    pub event_date: Option<When>,
    /// "Sekatak Buji, Sekatak, Bulungan".
    pub place: String,
    /// A landmark.
    pub landmark: Option<String>,
    /// The point that the reporter gave.
    pub point: Option<PointView>,
    /// The service, by code and name.
    pub service: Option<(String, String)>,
    /// Its kind.
    pub service_kind: Option<ServiceKind>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// Number of the application.
    pub application_no: Option<String>,
    /// The business number.
    pub nib: Option<String>,
    /// The day it was applied for.
    pub applied_on: Option<When>,
    /// Whether money outside the tariff was asked for.
    pub is_fee_asked: Option<bool>,
    /// What came with the report.
    pub files: Vec<FileView>,
    /// The category, as its path.
    pub category: Option<String>,
    /// Questions of the category or service with their answers, in the reader's language.
    pub answers: Vec<AnswerView>,
    /// Something that can tell who reported was left out, because the province desk alone reads it.
    pub is_telling_hidden: bool,
    /// The public case that reads like it, and why this is another, in the citizen's words.
    pub unlike: Option<(String, String)>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    /// The question.
    pub label: String,
    /// The answer.
    pub text: String,
    /// Whether it can tell who reported an anonymous case.
    pub is_telling: bool,
}

/// The status with what a sentence about it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusView {
    /// The status.
    pub code: StatusCode,
    /// When it ended.
    pub ended: Option<When>,
    /// `need_info`: by when the reporter answers; `responded`: when it closes by itself.
    pub citizen_due: Option<When>,
    /// Working days the reporter has left.
    pub citizen_days_left: Option<u32>,
    /// Archived: why.
    pub reason: Option<String>,
    /// Archived, referred, merged: the sentence.
    pub sentence: Option<String>,
    /// Referred: the body and its contact.
    pub outside: Option<(String, String)>,
}

/// A rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingView {
    /// 1 to 4.
    pub value: u8,
    /// Why.
    pub reason: Option<String>,
}

/// What one reader sees of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// The tracking code.
    pub code: String,
    /// The version read; an act names it.
    pub version: i64,
    /// In what capacity the reader looks; `None` for the reporter.
    pub capacity: Option<Capacity>,
    /// The kind.
    pub kind: Kind,
    /// The status.
    pub status: StatusView,
    /// On top of every queue.
    pub is_urgent: bool,
    /// Who may see what.
    pub visibility: Visibility,
    /// How it came.
    pub channel: Channel,
    /// What it is about; `None` where the reader sees code and status only.
    pub facts: Option<FactsView>,
    /// When we received it.
    pub received: When,
    /// When the citizen says it was sent.
    pub filed: Option<When>,
    /// Why it began where it began, and at which agency.
    pub routing: (Why, Option<AgencyName>, bool),
    /// Who owns it.
    pub holder: AgencyName,
    /// The officer at work on it, first name.
    pub handler: Option<String>,
    /// Whether the reader is that officer.
    pub is_mine: bool,
    /// The limits that run, earliest first.
    pub deadlines: Vec<DeadlineView>,
    /// Who held it, how long.
    pub held: Vec<HeldView>,
    /// Working hours in all.
    pub held_hours: i64,
    /// The history, newest first.
    pub history: Vec<EventView>,
    /// The conversation, oldest first.
    pub messages: Vec<MessageView>,
    /// The reader's own notes, oldest first.
    pub notes: Vec<MessageView>,
    /// What partners do.
    pub tasks: Vec<TaskView>,
    /// What was promised.
    pub promises: Vec<PromiseView>,
    /// An open offer or awaited ruling.
    pub handoff: Option<HandoffView>,
    /// A proposal to work together.
    pub together: Option<TogetherView>,
    /// A proposal to archive.
    pub archive: Option<WaitingView>,
    /// An answer that waits for approval.
    pub waiting_answer: Option<WaitingView>,
    /// A request for the longer limit.
    pub prolonging: Option<WaitingView>,
    /// How the reporter rates it.
    pub rating: Option<RatingView>,
    /// Declines so far.
    pub declines: u8,
    /// Earlier holders.
    pub formers: Vec<AgencyName>,
    /// The sentence of the ruling that binds.
    pub ruling: Option<String>,
    /// The accused agencies; told to the holder under the flag only.
    pub accused: Vec<AgencyName>,
    /// What concerns the reporter's own data and rights.
    pub privacy: privacy::PrivacyView,
    /// What the clerk suggests, for who sends the case to its agency.
    pub suggestion: Option<choices::SuggestionView>,
    /// What everybody reads of it.
    pub publication: Option<PublicTextView>,
    /// Where the acts that publish are open: the text as it could be published, masked.
    pub proposal: Option<PublicTextView>,
    /// The acts open to the reader: buttons are drawn from this, never from a role.
    pub allowed: Vec<Act>,
    /// How they are told of news; its reporter alone has it.
    pub follow: Option<follow::FollowView>,
}

impl CaseView {
    /// Whether this act is open to the reader.
    #[must_use]
    pub fn may(&self, act: Act) -> bool {
        self.allowed.contains(&act)
    }

    /// The public title, or the first words of the report, up to 80 characters.
    #[must_use]
    pub fn heading(&self) -> String {
        match &self.facts {
            Some(facts) => facts
                .title
                .clone()
                .unwrap_or_else(|| directory::first_words(&facts.body)),
            None => self.code.clone(),
        }
    }
}
