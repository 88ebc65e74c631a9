//! The one entry to every act, and the table of statuses in which each may be done.

use crate::{
    case::{
        Case,
        change::{Acting, Change},
        status::StatusCode,
    },
    deed::{Act, Deed},
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
            } => self.rule_task(acting, task, &verdict, &sentence),
            Deed::Flag { accused, reason } => self.flag(acting, &accused, &reason),
            Deed::LiftFlag { reason } => self.lift_flag(acting, &reason),
            Deed::OpenIdentity { reason } => Ok(self.open_identity(acting, &reason)),
            Deed::NewReceipt { reason } => Ok(self.new_receipt(acting, &reason)),
            Deed::Publish(text) => Ok(self.publish(acting, Act::Publish, text)),
            Deed::Revise(text) => Ok(self.publish(acting, Act::Revise, text)),
            Deed::Unpublish { reason } => Ok(self.unpublish(acting, &reason)),
            Deed::Supply { text } => Ok(self.supply(acting, &text)),
            Deed::Confirm => Ok(self.confirm(acting)),
            Deed::Reopen { reason } => Ok(self.reopen(acting, &reason)),
            Deed::Withdraw => Ok(self.withdraw(acting)),
            Deed::Rate { value, reason } => self.rate(acting, value, reason),
            Deed::Object { reason } => Ok(self.object(acting, &reason)),
            Deed::AskErasure => Ok(self.ask_erasure(acting)),
            Deed::EraseIdentity => Ok(self.erase_identity(acting)),
            Deed::RefuseErasure { sentence } => Ok(self.refuse_erasure(acting, sentence)),
            Deed::ExpireOffer => self.expire_offer(acting),
            Deed::ExpireTogether => self.expire_together(acting),
            Deed::ArchiveSilent => self.archive_silent(acting),
            Deed::CloseSilent => Ok(self.close_silent(acting)),
            Deed::Recount => Ok(self.recount(acting)),
        }
    }

    /// Whether `act` is open to the actor now. What the act itself brings (texts, an agency) is checked when done.
    ///
    /// # Errors
    /// The [`Refusal`] of the first check that fails.
    pub fn check(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        self.check_actor(acting, act)?;
        self.check_handoff(acting, act)?;
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
        Act::Assign | Act::Recount => status.is_open() || matches!(status, S::Responded),
        Act::Publish | Act::Revise => {
            is_working
                || matches!(
                    status,
                    S::NeedInfo | S::TransferPending | S::Responded | S::Resolved | S::AutoClosed | S::Referred
                )
        }
        Act::Note | Act::Flag | Act::LiftFlag | Act::OpenIdentity | Act::NewReceipt | Act::Unpublish => true,
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
        Act::AgreeTogether | Act::RefuseTogether | Act::ExpireTogether => is_working,
        Act::Rule => is_working || matches!(status, S::TransferPending),
        Act::AcceptTask | Act::FinishTask | Act::DeclineTask | Act::RuleTask => status.is_open(),
        Act::Supply => status.is_open() || matches!(status, S::Responded | S::Archived),
        Act::Confirm | Act::CloseSilent => matches!(status, S::Responded),
        Act::Reopen => matches!(status, S::Responded | S::Resolved | S::AutoClosed),
        Act::Withdraw => status.is_open(),
        Act::Rate => matches!(status, S::Resolved | S::AutoClosed | S::Referred | S::Archived),
        Act::Object => matches!(status, S::Archived | S::Referred),
        Act::AskErasure | Act::EraseIdentity | Act::RefuseErasure => status.is_end(),
        Act::ArchiveSilent => matches!(status, S::NeedInfo),
    }
}
