//! Everything that can be done to a case: the names of the acts, and what each brings along.

mod act;

pub use self::act::Act;
use crate::{
    id::{AgencyId, FileId},
    kind::{ArchiveReason, HandoffReason, Kind, Subject},
    text::{Body, Line, Message, Reason, Sentence, Title},
};
use jiff::civil::Date;

/// What an officer promises: an act and the day it is done by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// What will be done.
    pub act: Line,
    /// By when.
    pub by: Date,
}

/// A final answer: it names the act, its date and the unit, so that it can be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerText {
    /// What is said to the reporter.
    pub text: Message,
    /// What was done.
    pub act: Line,
    /// When it was done, or will be.
    pub on: Date,
    /// Who did it.
    pub unit: Line,
}

/// A body outside the province, with its contact. Source: data pack, `X-…` entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideBody {
    /// Code in the data pack.
    pub code: Line,
    /// Name as the citizen reads it.
    pub name: Line,
    /// How the citizen reaches it.
    pub contact: Line,
}

/// Where a decliner thinks the case belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Better {
    /// Another agency.
    Agency(AgencyId),
    /// A body outside the province.
    Outside(OutsideBody),
}

/// What the province desk decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// This agency holds the case.
    Holder(AgencyId),
    /// This agency leads, the others help with a task each.
    Joint {
        /// The lead agency.
        lead: AgencyId,
        /// Each supporting agency, and what it does.
        partners: Vec<(AgencyId, Line)>,
    },
    /// Back to the present holder.
    Back,
    /// To a body outside.
    Outside(OutsideBody),
}

/// What the province desk decides on a declined task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskVerdict {
    /// Another agency does it.
    By(AgencyId),
    /// It is not needed.
    Cancelled,
    /// The partner does it after all.
    Back,
}

/// What an officer lets everybody read: edited, masked, and confirmed. Never the citizen's own words by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicText {
    /// The public title.
    pub title: Title,
    /// The public text.
    pub text: Body,
    /// The answer in words for everybody; only where the officer chose to publish one.
    pub response: Option<Message>,
    /// Photos of the case whose smaller pictures everybody sees; only those that the officer chose.
    pub photos: Vec<FileId>,
}

/// Corrections by an officer. `None` leaves a thing as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Classification {
    /// The kind; a change computes the limits again.
    pub kind: Option<Kind>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// The service, by code.
    pub service: Option<Line>,
    /// The category, by its path.
    pub category: Option<Line>,
    /// The public title.
    pub title: Option<Title>,
    /// Danger to life, or a child.
    pub is_urgent: Option<bool>,
}

/// An act with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is named in the act's own documentation")]
pub enum Deed {
    Verify,
    Dispatch {
        to: AgencyId,
        sentence: Sentence,
    },
    Classify(Classification),
    Assign {
        to: Option<crate::id::PersonId>,
    },
    Note {
        text: Message,
    },
    AskData {
        text: Message,
    },
    Reply {
        text: Message,
        pledge: Option<Pledge>,
    },
    Start {
        text: Message,
        pledge: Pledge,
    },
    Answer(AnswerText),
    ApproveAnswer,
    ReturnAnswer {
        note: Message,
    },
    Prolong {
        reason: Sentence,
    },
    ApproveProlong,
    SendToPpid,
    ExtendPpid {
        reason: Sentence,
    },
    ProposeArchive {
        reason: ArchiveReason,
        sentence: Sentence,
    },
    ApproveArchive,
    Refer {
        body: OutsideBody,
        sentence: Sentence,
    },
    Offer {
        to: AgencyId,
        reason: HandoffReason,
        sentence: Sentence,
    },
    ProposeOutside {
        body: OutsideBody,
        reason: HandoffReason,
        sentence: Sentence,
    },
    TakeBack,
    Accept,
    Decline {
        better: Better,
        reason: HandoffReason,
        sentence: Sentence,
    },
    Together {
        what: Line,
        sentence: Sentence,
    },
    AgreeTogether,
    RefuseTogether {
        sentence: Sentence,
    },
    Rule {
        verdict: Verdict,
        sentence: Sentence,
        decision: Option<Line>,
    },
    AcceptTask {
        task: u16,
    },
    FinishTask {
        task: u16,
        result: Message,
    },
    DeclineTask {
        task: u16,
        reason: HandoffReason,
        sentence: Sentence,
    },
    RuleTask {
        task: u16,
        verdict: TaskVerdict,
        sentence: Sentence,
    },
    Flag {
        accused: Vec<AgencyId>,
        reason: Reason,
    },
    LiftFlag {
        reason: Reason,
    },
    NewReceipt {
        reason: Reason,
    },
    OpenIdentity {
        reason: Reason,
    },
    Publish(PublicText),
    Revise(PublicText),
    Unpublish {
        reason: Reason,
    },
    Supply {
        text: Message,
    },
    Confirm,
    Reopen {
        reason: Message,
    },
    Withdraw,
    Rate {
        value: u8,
        reason: Option<Message>,
    },
    Object {
        reason: Message,
    },
    AskErasure,
    EraseIdentity,
    RefuseErasure {
        sentence: Sentence,
    },
    ExpireOffer,
    ExpireTogether,
    ArchiveSilent,
    CloseSilent,
    Recount,
}

impl Deed {
    /// The name of the act.
    #[must_use]
    pub const fn act(&self) -> Act {
        match self {
            Self::Verify => Act::Verify,
            Self::Dispatch { .. } => Act::Dispatch,
            Self::Classify(_) => Act::Classify,
            Self::Assign { .. } => Act::Assign,
            Self::Note { .. } => Act::Note,
            Self::AskData { .. } => Act::AskData,
            Self::Reply { .. } => Act::Reply,
            Self::Start { .. } => Act::Start,
            Self::Answer(_) => Act::Answer,
            Self::ApproveAnswer => Act::ApproveAnswer,
            Self::ReturnAnswer { .. } => Act::ReturnAnswer,
            Self::Prolong { .. } => Act::Prolong,
            Self::ApproveProlong => Act::ApproveProlong,
            Self::SendToPpid => Act::SendToPpid,
            Self::ExtendPpid { .. } => Act::ExtendPpid,
            Self::ProposeArchive { .. } => Act::ProposeArchive,
            Self::ApproveArchive => Act::ApproveArchive,
            Self::Refer { .. } => Act::Refer,
            Self::Offer { .. } => Act::Offer,
            Self::ProposeOutside { .. } => Act::ProposeOutside,
            Self::TakeBack => Act::TakeBack,
            Self::Accept => Act::Accept,
            Self::Decline { .. } => Act::Decline,
            Self::Together { .. } => Act::Together,
            Self::AgreeTogether => Act::AgreeTogether,
            Self::RefuseTogether { .. } => Act::RefuseTogether,
            Self::Rule { .. } => Act::Rule,
            Self::AcceptTask { .. } => Act::AcceptTask,
            Self::FinishTask { .. } => Act::FinishTask,
            Self::DeclineTask { .. } => Act::DeclineTask,
            Self::RuleTask { .. } => Act::RuleTask,
            Self::Flag { .. } => Act::Flag,
            Self::LiftFlag { .. } => Act::LiftFlag,
            Self::OpenIdentity { .. } => Act::OpenIdentity,
            Self::NewReceipt { .. } => Act::NewReceipt,
            Self::Publish(_) => Act::Publish,
            Self::Revise(_) => Act::Revise,
            Self::Unpublish { .. } => Act::Unpublish,
            Self::Supply { .. } => Act::Supply,
            Self::Confirm => Act::Confirm,
            Self::Reopen { .. } => Act::Reopen,
            Self::Withdraw => Act::Withdraw,
            Self::Rate { .. } => Act::Rate,
            Self::Object { .. } => Act::Object,
            Self::AskErasure => Act::AskErasure,
            Self::EraseIdentity => Act::EraseIdentity,
            Self::RefuseErasure { .. } => Act::RefuseErasure,
            Self::ExpireOffer => Act::ExpireOffer,
            Self::ExpireTogether => Act::ExpireTogether,
            Self::ArchiveSilent => Act::ArchiveSilent,
            Self::CloseSilent => Act::CloseSilent,
            Self::Recount => Act::Recount,
        }
    }
}
