//! Everything that can be done to a case: the names of the acts, and what each brings along.

use crate::{
    codes::codes,
    id::{AgencyId, FileId},
    kind::{ArchiveReason, HandoffReason, Kind, Subject},
    permit::Side,
    text::{Body, Line, Message, Reason, Sentence, Title},
};
use jiff::civil::Date;

codes! {
    /// The name of an act. The table status × act in `docs/matrices/` is printed from it.
    pub enum Act {
        /// The reporter files a case.
        File = "file",
        /// The holder verifies a case that began at its own desk.
        Verify = "verify",
        /// The province desk verifies and sends a case to an agency.
        Dispatch = "dispatch",
        /// Corrects kind, subject, service, title or urgency.
        Classify = "classify",
        /// An officer takes a case, or is given it.
        Assign = "assign",
        /// Writes an internal note.
        Note = "note",
        /// Asks the reporter for missing information.
        AskData = "ask_data",
        /// Writes to the reporter.
        Reply = "reply",
        /// Says what is done and by when, and starts.
        Start = "start",
        /// The final answer.
        Answer = "answer",
        /// The liaison officer lets a waiting answer go out.
        ApproveAnswer = "approve_answer",
        /// The liaison officer sends a waiting answer back.
        ReturnAnswer = "return_answer",
        /// Asks for the longer resolution limit, with a reason the reporter sees.
        Prolong = "prolong",
        /// The liaison officer approves the longer limit.
        ApproveProlong = "approve_prolong",
        /// Treats an information request by the public-information law (PPID).
        SendToPpid = "send_to_ppid",
        /// Takes the one extension the public-information law has.
        ExtendPpid = "extend_ppid",
        /// Proposes to archive.
        ProposeArchive = "propose_archive",
        /// A second person archives.
        ApproveArchive = "approve_archive",
        /// The province passes a case to a body outside.
        Refer = "refer",
        /// Offers the case to another agency.
        Offer = "offer",
        /// Proposes a body outside the province to the province desk.
        ProposeOutside = "propose_outside",
        /// Takes an open offer back.
        TakeBack = "take_back",
        /// Accepts an offer and becomes holder.
        Accept = "accept",
        /// Declines an offer, naming better.
        Decline = "decline",
        /// Answers an offer with: together, and you lead.
        Together = "together",
        /// The holder agrees to a joint case.
        AgreeTogether = "agree_together",
        /// The holder refuses a joint case.
        RefuseTogether = "refuse_together",
        /// The province desk rules on authority.
        Rule = "rule",
        /// A partner accepts its task.
        AcceptTask = "accept_task",
        /// A partner reports its task done.
        FinishTask = "finish_task",
        /// A partner declines its task.
        DeclineTask = "decline_task",
        /// The province desk rules on a declined task.
        RuleTask = "rule_task",
        /// Marks agencies as accused.
        Flag = "flag",
        /// Lifts that mark.
        LiftFlag = "lift_flag",
        /// Opens the reporter's identity, for a reason, logged.
        OpenIdentity = "open_identity",
        /// A new receipt takes the place of a lost one, for who showed at a counter that the report is theirs.
        NewReceipt = "new_receipt",
        /// Publishes an edited title and text.
        Publish = "publish",
        /// Words the published title and text anew.
        Revise = "revise",
        /// Takes the published text back.
        Unpublish = "unpublish",
        /// The reporter supplies what was asked, or adds to the case.
        Supply = "supply",
        /// The reporter confirms that it is solved.
        Confirm = "confirm",
        /// The reporter opens the case again.
        Reopen = "reopen",
        /// The reporter withdraws the case.
        Withdraw = "withdraw",
        /// The reporter rates the handling.
        Rate = "rate",
        /// The reporter objects to an archiving or a referral.
        Object = "object",
        /// The reporter asks that their name and contact be erased.
        AskErasure = "ask_erasure",
        /// Name and contact are erased, as the reporter asked.
        EraseIdentity = "erase_identity",
        /// The request to erase is refused, with the reason.
        RefuseErasure = "refuse_erasure",
        /// An offer's window passed.
        ExpireOffer = "expire_offer",
        /// A proposal to work together got no answer.
        ExpireTogether = "expire_together",
        /// The reporter did not supply the data in time.
        ArchiveSilent = "archive_silent",
        /// The reporter did not say whether it is solved.
        CloseSilent = "close_silent",
        /// A new calendar version moves the limits.
        Recount = "recount",
    }
}

impl Act {
    /// Whose business the act is.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::File
            | Self::Supply
            | Self::Confirm
            | Self::Reopen
            | Self::Withdraw
            | Self::Rate
            | Self::Object
            | Self::AskErasure => Side::Citizen,
            Self::Verify
            | Self::Classify
            | Self::Assign
            | Self::Note
            | Self::AskData
            | Self::Reply
            | Self::Start
            | Self::Answer
            | Self::Prolong
            | Self::SendToPpid
            | Self::ExtendPpid
            | Self::ProposeArchive
            | Self::Offer
            | Self::ProposeOutside
            | Self::TakeBack
            | Self::Accept
            | Self::Decline
            | Self::Together
            | Self::AgreeTogether
            | Self::RefuseTogether
            | Self::AcceptTask
            | Self::FinishTask
            | Self::DeclineTask
            | Self::Publish
            | Self::Revise
            | Self::Unpublish => Side::Desk,
            Self::ApproveAnswer
            | Self::ReturnAnswer
            | Self::ApproveProlong
            | Self::ApproveArchive
            | Self::Flag
            | Self::LiftFlag
            | Self::OpenIdentity
            | Self::NewReceipt
            | Self::EraseIdentity
            | Self::RefuseErasure => Side::Head,
            Self::Dispatch | Self::Refer | Self::Rule | Self::RuleTask => Side::Province,
            Self::ExpireOffer | Self::ExpireTogether | Self::ArchiveSilent | Self::CloseSilent | Self::Recount => {
                Side::Clock
            }
        }
    }
}

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
