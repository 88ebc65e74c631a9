//! A new calendar version moves the limits of an open case, with a line in its history.
//!
//! Source: `docs/rules.md`, "Clocks".

use crate::{
    case::{
        Case,
        change::{Acting, Change, Draft, Recorded},
        status::{Handoff, Status},
    },
    deadline::LimitKind,
    deed::Act,
    refusal::Refusal,
    rule_book::RuleBook,
    time::Timestamp,
};

impl Case {
    /// Only while the case is counted by an earlier version than the newest.
    pub(super) fn check_recount(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        if self.clocks.calendar < acting.book.calendar_version() {
            Ok(())
        } else {
            Err(Refusal::NotNow)
        }
    }

    /// Computes every limit that runs again, from where it started. The sentence names the new decree.
    pub(super) fn recount(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::Recount);
        let book = acting.book;
        draft.case.clocks.recount(book);
        draft.recount_status(book);
        if let Some(proposal) = draft.case.together.as_mut() {
            proposal.due_at = book.window(proposal.by, self.holder, proposal.at);
        }
        draft.record(Recorded::of(Act::Recount).sentence(book.common.time.calendar().source()));
        draft.finish()
    }

    /// By when the reporter says whether an answer given at `answered_at` solves it: counted from the last open
    /// promise if one is later.
    pub(super) fn closing_after(&self, book: &RuleBook, answered_at: Timestamp) -> Timestamp {
        let last_promise = self
            .promises
            .iter()
            .map(|promise| Timestamp::start_of_day_wita(promise.due_on))
            .max();
        let from = last_promise.map_or(answered_at, |promise| promise.max(answered_at));
        book.deadline(self.holder, LimitKind::CitizenAnswer, from, &[]).due
    }
}

impl Draft<'_> {
    /// The limits that a status carries itself.
    fn recount_status(&mut self, book: &RuleBook) {
        let (holder, closing) = (self.case.holder, self.case.answered_at);
        let closing = closing.map(|at| self.case.closing_after(book, at));
        match &mut self.case.status {
            Status::NeedInfo(request) => {
                request.due_at = book.deadline(holder, LimitKind::CitizenData, request.asked_at, &[]).due;
            }
            Status::Responded { close_at, .. } => *close_at = closing.unwrap_or(*close_at),
            Status::TransferPending { handoff, .. } => match handoff {
                Handoff::Offered(offer) => offer.due_at = book.window(holder, offer.to, offer.offered_at),
                Handoff::Awaiting(awaited) => awaited.due_at = book.ruling_due(awaited.since),
            },
            Status::Submitted
            | Status::Dispatched
            | Status::InProgress
            | Status::Reopened
            | Status::Resolved { .. }
            | Status::AutoClosed { .. }
            | Status::Merged { .. }
            | Status::Referred(_)
            | Status::Archived(_)
            | Status::Withdrawn { .. } => {}
        }
    }
}
