//! The checks before an act: who, by what right, and whether the case stands so that it may be done.

use crate::{
    case::{
        Case, TaskState,
        change::Acting,
        seat::Capacity,
        status::{Status, StatusCode},
    },
    deed::Act,
    kind::Kind,
    limits,
    permit::{Actor, Officer, Role, Side, role_may},
    refusal::Refusal,
    time::Timestamp,
};

/// What gives a desk the right to an act. Source: `docs/rules.md`, "Tenancy" and "Who sees what".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
    /// It holds the case.
    Holding,
    /// It holds the case; or is the province desk, while the case is not verified.
    Verifying,
    /// It holds the case, or is the province desk: to open an identity, and to decide on its erasure.
    Identity,
    /// It holds the case, or is the province desk and may read it.
    Publishing,
    /// It holds the case, or has a task in it.
    Working,
    /// It has a task in the case.
    Task,
    /// The case is offered to it.
    Offer,
    /// It is the province desk.
    Province,
    /// It is the province desk, or the Inspektorat with a seat of its own.
    Accusing,
    /// None: the act belongs to the reporter, or to the clock.
    None,
}

const fn right_to(act: Act) -> Right {
    match act {
        Act::Assign
        | Act::AskData
        | Act::Reply
        | Act::Start
        | Act::Answer
        | Act::ApproveAnswer
        | Act::ReturnAnswer
        | Act::Prolong
        | Act::ApproveProlong
        | Act::SendToPpid
        | Act::ExtendPpid
        | Act::ProposeArchive
        | Act::ApproveArchive
        | Act::Offer
        | Act::ProposeOutside
        | Act::TakeBack
        | Act::AgreeTogether
        | Act::RefuseTogether
        | Act::LiftFlag => Right::Holding,
        Act::Verify | Act::Classify => Right::Verifying,
        Act::OpenIdentity | Act::NewReceipt | Act::EraseIdentity | Act::RefuseErasure => Right::Identity,
        Act::Publish | Act::Revise | Act::Unpublish => Right::Publishing,
        Act::Note => Right::Working,
        Act::AcceptTask | Act::FinishTask | Act::DeclineTask => Right::Task,
        Act::Accept | Act::Decline | Act::Together => Right::Offer,
        Act::Dispatch | Act::Refer | Act::Rule | Act::RuleTask => Right::Province,
        Act::Flag => Right::Accusing,
        Act::File
        | Act::Supply
        | Act::Confirm
        | Act::Reopen
        | Act::Withdraw
        | Act::Rate
        | Act::Object
        | Act::AskErasure
        | Act::ExpireOffer
        | Act::ExpireTogether
        | Act::ArchiveSilent
        | Act::CloseSilent
        | Act::Recount => Right::None,
    }
}

/// `Ok` if so, else the refusal.
pub(super) const fn only_if(is_so: bool, refusal: Refusal) -> Result<(), Refusal> {
    if is_so { Ok(()) } else { Err(refusal) }
}

impl Case {
    pub(super) fn check_actor(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        match acting.by {
            Actor::Reporter => only_if(act.side() == Side::Citizen || act == Act::Flag, Refusal::NotPermitted),
            Actor::Clock => only_if(act.side() == Side::Clock, Refusal::NotPermitted),
            Actor::Officer(officer) if !role_may(officer.role, act) => Err(Refusal::NotPermitted),
            Actor::Officer(officer) => self.check_right(acting, officer, act),
        }
    }

    /// The right to answer an offer or a task comes from the offer or task, not from the capacity.
    fn check_right(&self, acting: Acting<'_>, officer: &Officer, act: Act) -> Result<(), Refusal> {
        let desk = officer.agency;
        let Some(capacity) = self
            .capacity_of(&acting.book.desks, desk)
            .filter(|capacity| *capacity != Capacity::Accused)
        else {
            return Err(Refusal::NotYours);
        };
        let is_holder = capacity == Capacity::Holder;
        let is_province =
            desk == acting.book.desks.province && officer.role == Role::ProvinceAdmin && !self.is_restricted();
        let is_inspector = desk == acting.book.desks.inspectorate && officer.role == Role::Inspectorate;
        let has_task = self
            .tasks
            .iter()
            .any(|task| task.partner == desk && !task.is_cancelled());
        let may = match right_to(act) {
            Right::Holding => is_holder,
            Right::Verifying => is_holder || (is_province && self.status.code() == StatusCode::Submitted),
            Right::Identity | Right::Publishing => is_holder || is_province,
            Right::Working => is_holder || has_task,
            Right::Task => has_task,
            Right::Offer => return self.check_asked(officer),
            Right::Province => is_province,
            Right::Accusing => is_province || (is_inspector && capacity != Capacity::Former),
            Right::None => false,
        };
        only_if(may, Refusal::NotYours)
    }

    fn check_asked(&self, officer: &Officer) -> Result<(), Refusal> {
        let is_asked = self.status.offer().is_some_and(|offer| offer.to == officer.agency);
        let was_silent = self
            .status
            .awaited()
            .is_some_and(|awaited| awaited.silent == Some(officer.agency));
        if was_silent {
            Err(Refusal::TooLate)
        } else {
            only_if(is_asked, Refusal::NotYours)
        }
    }

    /// While an offer is open the holder may reply and take back, nothing else; while a proposal to work together
    /// waits, it answers that first; a ruling binds. Source: `docs/rules.md`, "Hand-off".
    pub(super) fn check_handoff(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        if matches!(act, Act::Offer | Act::ProposeOutside) && self.ruling.is_some() {
            return Err(Refusal::Ruled);
        }
        if act == Act::Offer && (self.is_bounced || self.declines >= limits::DECLINES_BEFORE_RULING) {
            return Err(Refusal::RulingNeeded);
        }
        let is_by_holder = acting.by.agency() == Some(self.holder);
        let is_left_to_holder = matches!(
            act,
            Act::Reply | Act::TakeBack | Act::OpenIdentity | Act::NewReceipt | Act::Flag | Act::Unpublish
        );
        if self.status.offer().is_some() && is_by_holder && !is_left_to_holder {
            return Err(Refusal::OfferOpen);
        }
        let waits_for_the_holder = matches!(
            act,
            Act::AskData
                | Act::Answer
                | Act::ApproveAnswer
                | Act::Offer
                | Act::ProposeOutside
                | Act::ProposeArchive
                | Act::ApproveArchive
        );
        only_if(self.together.is_none() || !waits_for_the_holder, Refusal::OfferOpen)
    }

    /// What the facts of the case must be. An act that is not listed asks for nothing beyond its status.
    pub(super) fn check_facts(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        let now = acting.at.now;
        match act {
            Act::AskData => self.check_data_request(acting),
            Act::Answer | Act::ApproveAnswer | Act::ReturnAnswer => self.check_answer(acting, act),
            Act::Prolong => self.check_prolong(acting),
            Act::ApproveProlong => self.check_prolonging(acting),
            Act::SendToPpid => self.check_ppid(),
            Act::ExtendPpid => self.check_ppid_extension(),
            Act::ProposeArchive => only_if(self.archive.is_none(), Refusal::AlreadyWaiting),
            Act::ApproveArchive => self.check_second_person(acting),
            Act::Offer | Act::ProposeOutside => only_if(!self.is_restricted(), Refusal::FlagNeeded),
            Act::TakeBack | Act::Accept | Act::Decline | Act::Together => {
                before(self.status.offer().map(|offer| offer.due_at), now)
            }
            Act::ExpireOffer => after(self.status.offer().map(|offer| offer.due_at), now),
            Act::AgreeTogether | Act::RefuseTogether => {
                before(self.together.as_ref().map(|proposal| proposal.due_at), now)
            }
            Act::ExpireTogether => after(self.together.as_ref().map(|proposal| proposal.due_at), now),
            Act::Rule => only_if(
                self.status.awaited().is_some() || self.ruling.is_some(),
                Refusal::NotNow,
            ),
            Act::AcceptTask => self.check_own_task(acting, |state| matches!(state, TaskState::Asked)),
            Act::FinishTask | Act::DeclineTask => self.check_own_task(acting, |state| {
                matches!(state, TaskState::Asked | TaskState::Accepted { .. })
            }),
            Act::RuleTask => only_if(self.tasks.iter().any(super::Task::is_declined), Refusal::NotNow),
            // A whistleblower's report stays with the Inspektorat: lifted, the accused would see that it exists.
            Act::LiftFlag => only_if(
                self.flag.is_some() && self.kind != Kind::Whistleblowing,
                Refusal::NotNow,
            ),
            // Who reported anonymously cannot be told from anybody else.
            Act::OpenIdentity | Act::NewReceipt => self.check_opening(),
            Act::AskErasure => self.check_erasure_request(),
            Act::EraseIdentity | Act::RefuseErasure => only_if(self.erasure_asked().is_some(), Refusal::NotNow),
            Act::Publish | Act::Revise | Act::Unpublish => self.check_publication(act),
            Act::Supply => self.check_supply(acting),
            Act::Reopen => self.check_reopen(acting),
            Act::Rate => only_if(self.rating.is_none(), Refusal::RatedBefore),
            Act::Object => self.check_objection(acting),
            Act::ArchiveSilent => after(self.status.request().map(|request| request.due_at), now),
            Act::CloseSilent => after(self.closes_at(), now),
            Act::Recount => self.check_recount(acting),
            Act::File
            | Act::Verify
            | Act::Dispatch
            | Act::Classify
            | Act::Assign
            | Act::Note
            | Act::Reply
            | Act::Start
            | Act::Refer
            | Act::Flag
            | Act::Confirm
            | Act::Withdraw => Ok(()),
        }
    }

    /// Only a verified case that is not secret and accuses nobody is ever published, once. Source: `docs/rules.md`,
    /// "Masking and publishing".
    fn check_publication(&self, act: Act) -> Result<(), Refusal> {
        match (act, &self.publication) {
            (Act::Publish, Some(_)) | (Act::Revise | Act::Unpublish, None) => Err(Refusal::NotNow),
            (Act::Unpublish, Some(_)) => Ok(()),
            (_, _) => {
                only_if(self.may_be_public(), Refusal::NotPublic)?;
                only_if(self.is_verified(), Refusal::NotNow)
            }
        }
    }

    fn check_own_task(&self, acting: Acting<'_>, is_right: impl Fn(&TaskState) -> bool) -> Result<(), Refusal> {
        let desk = acting.by.agency();
        let has_one = self
            .tasks
            .iter()
            .any(|task| Some(task.partner) == desk && is_right(&task.state));
        only_if(has_one, Refusal::NotNow)
    }

    const fn closes_at(&self) -> Option<Timestamp> {
        if let Status::Responded { close_at, .. } = self.status {
            Some(close_at)
        } else {
            None
        }
    }
}

/// Only while this limit runs.
fn before(due_at: Option<Timestamp>, now: Timestamp) -> Result<(), Refusal> {
    let due_at = due_at.ok_or(Refusal::NotNow)?;
    only_if(now <= due_at, Refusal::TooLate)
}

/// Only once this limit has passed.
fn after(due_at: Option<Timestamp>, now: Timestamp) -> Result<(), Refusal> {
    let due_at = due_at.ok_or(Refusal::NotNow)?;
    only_if(now > due_at, Refusal::TooEarly)
}
