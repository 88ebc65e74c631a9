//! What happens to a demonstration case, with agencies by code and officers by sign-in name.
//!
//! Each act is the act of the same name in [`domain::deed::Deed`]; `Clock` stands for a run of the sweep.

use domain::{
    kind::{ArchiveReason, HandoffReason},
    time::Timestamp,
};
use jiff::civil::Date;

/// One act at its moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoStep {
    /// When; within a case each is later than the one before.
    pub at: Timestamp,
    /// Who.
    pub by: DemoBy,
    /// What.
    pub act: DemoAct,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoBy {
    /// The reporter of the case.
    Reporter,
    /// The officer with this sign-in name.
    Officer(String),
    /// The rule book, when a limit has passed.
    Clock,
}

/// What is promised, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPledge {
    /// What will be done.
    pub act: String,
    /// By when.
    pub by: Date,
}

/// Where a decliner thinks the case belongs: a code of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoBetter {
    /// A tenant.
    Agency(String),
    /// A body outside.
    Outside(String),
}

/// What the province desk rules; agencies and bodies by code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoVerdict {
    /// This agency holds the case.
    Holder(String),
    /// This agency leads, each partner does its part.
    Joint {
        /// The lead agency.
        lead: String,
        /// Each partner, and what it does.
        partners: Vec<(String, String)>,
    },
    /// Back to the present holder.
    Back,
    /// To a body outside.
    Outside(String),
}

/// One act. Texts are final, without placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the act of the same name in `domain::deed::Deed`"
)]
pub enum DemoAct {
    /// The case is filed with the facts of its [`super::DemoCase`]. Always the first step.
    File,
    Classify {
        title: String,
        is_urgent: bool,
    },
    Verify,
    Dispatch {
        to: String,
        sentence: String,
    },
    Assign {
        to: String,
    },
    Note {
        text: String,
    },
    AskData {
        text: String,
    },
    Supply {
        text: String,
    },
    Reply {
        text: String,
    },
    Start {
        text: String,
        pledge: DemoPledge,
    },
    Answer {
        text: String,
        act: String,
        on: Date,
        unit: String,
    },
    Publish {
        title: String,
        text: String,
    },
    Revise {
        title: String,
        text: String,
        response: String,
    },
    Confirm,
    Rate {
        value: u8,
        reason: Option<String>,
    },
    Reopen {
        reason: String,
    },
    Withdraw,
    Object {
        reason: String,
    },
    ProposeArchive {
        reason: ArchiveReason,
        sentence: String,
    },
    ApproveArchive,
    /// The window of an offer passed.
    ExpireOffer,
    /// The reporter did not supply the data.
    ArchiveSilent,
    /// The reporter did not say whether it is solved.
    CloseSilent,
    /// The case is offered, shared, ruled on or passed outside.
    Move(DemoMove),
}

/// One act that moves a case between desks, or shares it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the act of the same name in `domain::deed::Deed`"
)]
pub enum DemoMove {
    Offer {
        to: String,
        reason: HandoffReason,
        sentence: String,
    },
    TakeBack,
    Accept,
    Decline {
        better: DemoBetter,
        reason: HandoffReason,
        sentence: String,
    },
    Together {
        what: String,
        sentence: String,
    },
    AgreeTogether,
    AcceptTask {
        task: u16,
    },
    FinishTask {
        task: u16,
        result: String,
    },
    ProposeOutside {
        body: String,
        reason: HandoffReason,
        sentence: String,
    },
    Rule {
        verdict: DemoVerdict,
        sentence: String,
    },
    Refer {
        body: String,
        sentence: String,
    },
}

impl From<DemoMove> for DemoAct {
    fn from(done: DemoMove) -> Self {
        Self::Move(done)
    }
}
