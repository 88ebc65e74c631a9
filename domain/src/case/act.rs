//! The one entry to every act, and the checks before it: who, where, when.

use crate::{
    case::{
        Case,
        change::{Acting, Change},
        seat::Capacity,
        status::StatusCode,
    },
    deed::{Act, Deed},
    limits,
    permit::{Actor, Officer, Role, Side, role_may},
    refusal::Refusal,
};

impl Case {
    /// Does `deed` to this case, or says why not.
    ///
    /// # Errors
    /// The [`Refusal`] of the first check that fails: role, seat, status, then the act's own conditions.
    /// Source: `docs/rules.md`, and the matrices printed from these checks.
    pub fn act(&self, acting: Acting<'_>, deed: Deed) -> Result<Change, Refusal> {
        self.check(acting, deed.act())?;
        match deed {
            Deed::Verify => Ok(self.verify(acting)),
            Deed::Dispatch { to, sentence } => self.dispatch(acting, to, &sentence),
            Deed::Classify(classification) => self.classify(acting, classification),
            Deed::Assign { to } => Ok(self.assign(acting, to)),
            Deed::Note { text } => Ok(self.note(acting, &text)),
            Deed::AskData { text } => Ok(self.ask_data(acting, &text)),
            Deed::Reply { text, pledge } => self.reply(acting, &text, pledge),
            Deed::Start { text, pledge } => self.start(acting, &text, pledge),
            Deed::Answer(answer) => Ok(self.answer(acting, answer)),
            Deed::ApproveAnswer => self.approve_answer(acting),
            Deed::ReturnAnswer { note } => Ok(self.return_answer(acting, &note)),
            Deed::Prolong { reason } => self.prolong(acting, reason),
            Deed::ApproveProlong => self.approve_prolong(acting),
            Deed::SendToPpid => self.send_to_ppid(acting),
            Deed::ExtendPpid { reason } => self.extend_ppid(acting, &reason),
            Deed::ProposeArchive { reason, sentence } => self.propose_archive(acting, reason, sentence),
            Deed::ApproveArchive => self.approve_archive(acting),
            Deed::Refer { body, sentence } => Ok(self.refer(acting, body, sentence)),
            Deed::Offer { to, reason, sentence } => self.offer(acting, to, reason, sentence),
            Deed::ProposeOutside { body, reason, sentence } => {
                Ok(self.propose_outside(acting, body, reason, &sentence))
            }
            Deed::TakeBack => self.take_back(acting),
            Deed::Accept => self.accept(acting),
            Deed::Decline {
                better,
                reason,
                sentence,
            } => self.decline(acting, better, reason, &sentence),
            Deed::Together { what, sentence } => self.propose_together(acting, what, &sentence),
            Deed::AgreeTogether => self.agree_together(acting),
            Deed::RefuseTogether { sentence } => self.refuse_together(acting, &sentence),
            Deed::Rule {
                verdict,
                sentence,
                decision,
            } => self.rule(acting, verdict, sentence, decision),
            Deed::AcceptTask { task } => self.accept_task(acting, task),
            Deed::FinishTask { task, result } => self.finish_task(acting, task, &result),
            Deed::DeclineTask { task, reason, sentence } => self.decline_task(acting, task, reason, &sentence),
            Deed::RuleTask {
                task,
                verdict,
                sentence,
            } => self.rule_task(acting, task, verdict, &sentence),
            Deed::Flag { accused, reason } => self.flag(acting, &accused, &reason),
            Deed::LiftFlag { reason } => self.lift_flag(acting, &reason),
            Deed::OpenIdentity { reason } => Ok(self.open_identity(acting, &reason)),
            Deed::Supply { text } => Ok(self.supply(acting, &text)),
            Deed::Confirm => Ok(self.confirm(acting)),
            Deed::Reopen { reason } => Ok(self.reopen(acting, &reason)),
            Deed::Withdraw => Ok(self.withdraw(acting)),
            Deed::Rate { value, reason } => self.rate(acting, value, reason),
            Deed::Object { reason } => Ok(self.object(acting, &reason)),
            Deed::ExpireOffer => self.expire_offer(acting),
            Deed::ExpireTogether => self.expire_together(acting),
            Deed::ArchiveSilent => self.archive_silent(acting),
            Deed::CloseSilent => self.close_silent(acting),
        }
    }

    /// Whether `act` is open to the actor now. What the act itself brings (texts, an agency) is checked when done.
    ///
    /// # Errors
    /// The [`Refusal`] of the first check that fails.
    pub fn check(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        self.check_actor(acting, act)?;
        self.check_handoff(act)?;
        if !status_may(self.status.code(), act) {
            return Err(Refusal::NotNow);
        }
        self.check_facts(acting, act)
    }

    /// Every act open to the actor now: what the page draws as buttons.
    #[must_use]
    pub fn allowed(&self, acting: Acting<'_>) -> Vec<Act> {
        Act::ALL
            .iter()
            .copied()
            .filter(|act| self.check(acting, *act).is_ok())
            .collect()
    }

    fn check_actor(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        match acting.by {
            Actor::Reporter => {
                if act.side() == Side::Citizen {
                    Ok(())
                } else {
                    Err(Refusal::NotPermitted)
                }
            }
            Actor::Clock => {
                if act.side() == Side::Clock {
                    Ok(())
                } else {
                    Err(Refusal::NotPermitted)
                }
            }
            Actor::Officer(officer) if !role_may(officer.role, act) => Err(Refusal::NotPermitted),
            Actor::Officer(officer) => self.check_seat(acting, officer, act),
        }
    }

    /// The right to answer an offer or a task comes from the offer or task, not from the capacity.
    fn check_seat(&self, acting: Acting<'_>, officer: &Officer, act: Act) -> Result<(), Refusal> {
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
        let has_task = self
            .tasks
            .iter()
            .any(|task| task.partner == desk && !task.is_cancelled());
        let may = match act {
            Act::Accept | Act::Decline | Act::Together => {
                return match (self.status.offer(), self.status.awaited()) {
                    (Some(offer), _) if offer.to == desk => Ok(()),
                    (None, Some(awaited)) if awaited.silent == Some(desk) => Err(Refusal::TooLate),
                    _ => Err(Refusal::NotYours),
                };
            }
            Act::AcceptTask | Act::FinishTask | Act::DeclineTask => has_task,
            Act::Dispatch | Act::Refer | Act::Rule | Act::RuleTask => is_province,
            Act::Flag => is_province || (officer.role == Role::Inspectorate && capacity != Capacity::Former),
            Act::OpenIdentity => is_holder || is_province,
            Act::Note => is_holder || has_task,
            Act::Verify | Act::Classify => is_holder || (is_province && self.status.code() == StatusCode::Submitted),
            _ => is_holder,
        };
        if may { Ok(()) } else { Err(Refusal::NotYours) }
    }

    /// While an offer is open the holder may reply and take back, nothing else; while a ruling is awaited, only
    /// the ruling moves the case. Source: `docs/rules.md`, "Hand-off".
    fn check_handoff(&self, act: Act) -> Result<(), Refusal> {
        if matches!(act, Act::Offer | Act::ProposeOutside) {
            if self.ruling.is_some() {
                return Err(Refusal::Ruled);
            }
            if act == Act::Offer && (self.is_bounced || self.declines >= limits::DECLINES_BEFORE_RULING) {
                return Err(Refusal::RulingNeeded);
            }
        }
        let waits_for_holder = self.together.is_some();
        let is_blocked = match act {
            Act::Reply | Act::TakeBack | Act::OpenIdentity | Act::Flag => false,
            _ => act.side() == Side::Desk || act.side() == Side::Head,
        };
        if self.status.offer().is_some()
            && is_blocked
            && !matches!(act, Act::Accept | Act::Decline | Act::Together)
            && !is_of_partner(act)
        {
            return Err(Refusal::OfferOpen);
        }
        if waits_for_holder
            && matches!(
                act,
                Act::Answer
                    | Act::ApproveAnswer
                    | Act::Offer
                    | Act::ProposeOutside
                    | Act::ProposeArchive
                    | Act::ApproveArchive
            )
        {
            return Err(Refusal::OfferOpen);
        }
        Ok(())
    }

    fn check_facts(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        let present = |is_there: bool| if is_there { Ok(()) } else { Err(Refusal::NotNow) };
        match act {
            Act::Answer | Act::ApproveAnswer if self.has_open_task() => Err(Refusal::TaskOpen),
            Act::Answer => {
                if self.waiting_answer.is_some() {
                    Err(Refusal::AlreadyWaiting)
                } else {
                    Ok(())
                }
            }
            Act::ApproveAnswer | Act::ReturnAnswer => present(self.waiting_answer.is_some()),
            Act::AskData => self.check_data_request(acting),
            Act::Prolong => self.check_prolong(acting),
            Act::ApproveProlong => present(self.prolonging.is_some()),
            Act::SendToPpid => self.check_ppid(),
            Act::ExtendPpid => self.check_ppid_extension(),
            Act::ProposeArchive => {
                if self.archive.is_some() {
                    Err(Refusal::AlreadyWaiting)
                } else {
                    Ok(())
                }
            }
            Act::ApproveArchive => self.check_second_person(acting),
            Act::TakeBack => present(self.status.offer().is_some()),
            Act::AgreeTogether | Act::RefuseTogether | Act::ExpireTogether => present(self.together.is_some()),
            Act::Offer | Act::ProposeOutside if self.is_restricted() => Err(Refusal::FlagNeeded),
            Act::Rule => present(self.status.awaited().is_some() || self.ruling.is_some()),
            Act::RuleTask => present(self.tasks.iter().any(crate::case::Task::is_declined)),
            Act::LiftFlag => present(self.flag.is_some()),
            Act::OpenIdentity => {
                if self.visibility.is_anonymous() {
                    Err(Refusal::Anonymous)
                } else {
                    Ok(())
                }
            }
            Act::Supply => self.check_supply(acting),
            Act::Reopen => self.check_reopen(acting),
            Act::Rate => {
                if self.rating.is_some() {
                    Err(Refusal::RatedBefore)
                } else {
                    Ok(())
                }
            }
            Act::Object => self.check_objection(acting),
            _ => Ok(()),
        }
    }
}

const fn is_of_partner(act: Act) -> bool {
    matches!(act, Act::AcceptTask | Act::FinishTask | Act::DeclineTask)
}

/// In which statuses an act may be done at all. Source: `docs/rules.md`, "Status and moves".
#[must_use]
pub const fn status_may(status: StatusCode, act: Act) -> bool {
    use StatusCode as S;
    let is_working = matches!(status, S::Dispatched | S::InProgress | S::Reopened);
    match act {
        Act::File => false,
        Act::Verify | Act::Dispatch | Act::Refer => matches!(status, S::Submitted),
        Act::SendToPpid | Act::AskData => is_working || matches!(status, S::Submitted),
        Act::Classify => is_working || matches!(status, S::Submitted | S::NeedInfo),
        Act::Assign => status.is_open() || matches!(status, S::Responded),
        Act::Note | Act::Flag | Act::LiftFlag | Act::OpenIdentity => true,
        Act::Reply => status.is_open() || matches!(status, S::Responded),
        Act::Start => matches!(status, S::Dispatched | S::Reopened),
        Act::Answer
        | Act::ApproveAnswer
        | Act::ReturnAnswer
        | Act::Prolong
        | Act::ApproveProlong
        | Act::ExtendPpid
        | Act::Offer
        | Act::ProposeOutside => is_working,
        Act::ProposeArchive | Act::ApproveArchive => is_working || matches!(status, S::Submitted | S::NeedInfo),
        Act::TakeBack | Act::Accept | Act::Decline | Act::Together | Act::ExpireOffer => {
            matches!(status, S::TransferPending)
        }
        Act::AgreeTogether | Act::RefuseTogether | Act::ExpireTogether => is_working || matches!(status, S::NeedInfo),
        Act::Rule => is_working || matches!(status, S::TransferPending),
        Act::AcceptTask | Act::FinishTask | Act::DeclineTask | Act::RuleTask => status.is_open(),
        Act::Supply => status.is_open() || matches!(status, S::Responded | S::Archived),
        Act::Confirm | Act::CloseSilent => matches!(status, S::Responded),
        Act::Reopen => matches!(status, S::Responded | S::Resolved | S::AutoClosed),
        Act::Withdraw => status.is_open(),
        Act::Rate => matches!(status, S::Resolved | S::AutoClosed | S::Referred | S::Archived),
        Act::Object => matches!(status, S::Archived | S::Referred),
        Act::ArchiveSilent => matches!(status, S::NeedInfo),
    }
}
