//! The status of a case: an enum in which each status carries its own facts.

use crate::{
    codes::codes,
    deed::OutsideBody,
    id::{AgencyId, CaseKey},
    kind::{ArchiveReason, HandoffReason},
    text::Sentence,
    time::Timestamp,
};

codes! {
    /// The name of a status, as it is stored, sent and shown. Source: glossary.
    pub enum StatusCode {
        /// Waits for verification.
        Submitted = "submitted",
        /// Waits for data from the reporter.
        NeedInfo = "need_info",
        /// Sent to its agency.
        Dispatched = "dispatched",
        /// Being worked on.
        InProgress = "in_progress",
        /// Offered to another agency, or awaiting a ruling.
        TransferPending = "transfer_pending",
        /// Answered; the reporter decides.
        Responded = "responded",
        /// Opened again.
        Reopened = "reopened",
        /// Solved, confirmed by the reporter.
        Resolved = "resolved",
        /// Ended, as the reporter did not say.
        AutoClosed = "auto_closed",
        /// Part of another case.
        Merged = "merged",
        /// Passed to a body outside the province.
        Referred = "referred",
        /// Put away, with a reason.
        Archived = "archived",
        /// Taken back by the reporter.
        Withdrawn = "withdrawn",
    }
}

impl StatusCode {
    /// Whether the case has ended.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(
            self,
            Self::Resolved | Self::AutoClosed | Self::Merged | Self::Referred | Self::Archived | Self::Withdrawn
        )
    }

    /// Whether somebody in government has to act: neither ended nor answered.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !self.is_end() && !matches!(self, Self::Responded)
    }
}

/// A status from which an agency works, and to which a hand-off returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Working {
    /// Sent to the agency, not started.
    Dispatched,
    /// Started.
    InProgress,
    /// Opened again by the reporter, or by a missed promise.
    Reopened,
}

/// The status a data request remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Not verified yet.
    Submitted,
    /// At work.
    Working(Working),
}

/// An open data request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// What it returns to.
    pub from: Asking,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When it is archived without an answer.
    pub due_at: Timestamp,
}

/// An offer to another agency. The holder keeps owning until it is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The agency asked.
    pub to: AgencyId,
    /// Why the holder thinks so.
    pub reason: HandoffReason,
    /// What the reporter reads.
    pub sentence: Sentence,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// The end of its window.
    pub due_at: Timestamp,
}

codes! {
    /// Why the province desk has to rule.
    pub enum RulingCause {
        /// The window passed.
        Expired = "expired",
        /// Declined for the second time.
        SecondDecline = "second_decline",
        /// Declined by a former holder.
        FormerHolder = "former_holder",
        /// A body outside the province was proposed.
        OutsideProposed = "outside_proposed",
    }
}

/// A ruling that is awaited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// Why.
    pub cause: RulingCause,
    /// Since when.
    pub since: Timestamp,
    /// By when the province desk rules.
    pub due_at: Timestamp,
    /// The agency that let its window pass; its seat stays until the ruling.
    pub silent: Option<AgencyId>,
    /// The body somebody proposed.
    pub outside: Option<OutsideBody>,
}

/// Where a hand-off stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handoff {
    /// An offer is open.
    Offered(Offer),
    /// The province desk must rule.
    Awaiting(Awaited),
}

/// What `archived` remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// Why.
    pub reason: ArchiveReason,
    /// What the reporter reads.
    pub sentence: Sentence,
    /// When.
    pub at: Timestamp,
    /// The unanswered data request, with which the case may return.
    pub silent: Option<Request>,
}

/// What `referred` remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// To whom, and how to reach it.
    pub body: OutsideBody,
    /// What the reporter reads.
    pub sentence: Sentence,
    /// When.
    pub at: Timestamp,
}

/// The status of a case, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the members are documented on `StatusCode`, their facts on their types"
)]
pub enum Status {
    Submitted,
    NeedInfo(Request),
    Dispatched,
    InProgress,
    TransferPending {
        from: Working,
        handoff: Handoff,
    },
    Responded {
        at: Timestamp,
        close_at: Timestamp,
    },
    Reopened,
    Resolved {
        at: Timestamp,
    },
    AutoClosed {
        at: Timestamp,
    },
    Merged {
        into: CaseKey,
        sentence: Sentence,
        at: Timestamp,
    },
    Referred(Referral),
    Archived(Archive),
    Withdrawn {
        at: Timestamp,
    },
}

impl Status {
    /// The name of the status.
    #[must_use]
    pub const fn code(&self) -> StatusCode {
        match self {
            Self::Submitted => StatusCode::Submitted,
            Self::NeedInfo(_) => StatusCode::NeedInfo,
            Self::Dispatched => StatusCode::Dispatched,
            Self::InProgress => StatusCode::InProgress,
            Self::TransferPending { .. } => StatusCode::TransferPending,
            Self::Responded { .. } => StatusCode::Responded,
            Self::Reopened => StatusCode::Reopened,
            Self::Resolved { .. } => StatusCode::Resolved,
            Self::AutoClosed { .. } => StatusCode::AutoClosed,
            Self::Merged { .. } => StatusCode::Merged,
            Self::Referred(_) => StatusCode::Referred,
            Self::Archived(_) => StatusCode::Archived,
            Self::Withdrawn { .. } => StatusCode::Withdrawn,
        }
    }

    /// Whether the case has ended.
    #[must_use]
    pub const fn is_end(&self) -> bool {
        self.code().is_end()
    }

    /// When the case ended.
    #[must_use]
    pub const fn ended_at(&self) -> Option<Timestamp> {
        match self {
            Self::Resolved { at } | Self::AutoClosed { at } | Self::Merged { at, .. } | Self::Withdrawn { at, .. } => {
                Some(*at)
            }
            Self::Referred(referral) => Some(referral.at),
            Self::Archived(archive) => Some(archive.at),
            Self::Submitted
            | Self::NeedInfo(_)
            | Self::Dispatched
            | Self::InProgress
            | Self::TransferPending { .. }
            | Self::Responded { .. }
            | Self::Reopened => None,
        }
    }

    /// The open offer.
    #[must_use]
    pub const fn offer(&self) -> Option<&Offer> {
        if let Self::TransferPending {
            handoff: Handoff::Offered(offer),
            ..
        } = self
        {
            Some(offer)
        } else {
            None
        }
    }

    /// The awaited ruling.
    #[must_use]
    pub const fn awaited(&self) -> Option<&Awaited> {
        if let Self::TransferPending {
            handoff: Handoff::Awaiting(awaited),
            ..
        } = self
        {
            Some(awaited)
        } else {
            None
        }
    }

    /// The data request that waits for the reporter.
    #[must_use]
    pub const fn request(&self) -> Option<&Request> {
        if let Self::NeedInfo(request) = self {
            Some(request)
        } else {
            None
        }
    }

    /// The working status, if the case is at work.
    #[must_use]
    pub const fn working(&self) -> Option<Working> {
        match self {
            Self::Dispatched => Some(Working::Dispatched),
            Self::InProgress => Some(Working::InProgress),
            Self::Reopened => Some(Working::Reopened),
            Self::Submitted
            | Self::NeedInfo(_)
            | Self::TransferPending { .. }
            | Self::Responded { .. }
            | Self::Resolved { .. }
            | Self::AutoClosed { .. }
            | Self::Merged { .. }
            | Self::Referred(_)
            | Self::Archived(_)
            | Self::Withdrawn { .. } => None,
        }
    }
}

impl From<Working> for Status {
    fn from(working: Working) -> Self {
        match working {
            Working::Dispatched => Self::Dispatched,
            Working::InProgress => Self::InProgress,
            Working::Reopened => Self::Reopened,
        }
    }
}

impl From<Asking> for Status {
    fn from(asking: Asking) -> Self {
        match asking {
            Asking::Submitted => Self::Submitted,
            Asking::Working(working) => working.into(),
        }
    }
}
