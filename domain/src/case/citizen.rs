//! What the reporter does: supply, confirm, reopen, withdraw, rate, object.

use crate::{
    case::{
        Case, Rating,
        change::{Acting, Change, Draft, Recorded},
        message::MessageKind,
        status::{Archive, Asking, Status, Working},
    },
    deed::Act,
    id::AgencyId,
    limits,
    refusal::Refusal,
    routing::SpecialDesks,
    rule_book::RuleBook,
    text::Message,
    time::Timestamp,
};

impl Case {
    /// Data may still come after the archiving by silence, within 30 calendar days of the request.
    pub(super) fn check_supply(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        let Status::Archived(archive) = &self.status else {
            return Ok(());
        };
        let request = archive.silent.as_ref().ok_or(Refusal::NotNow)?;
        let last_day = request.asked_at.plus_days(limits::LATE_DATA_DAYS).wita_date();
        if acting.at.now > Timestamp::end_of_day_wita(last_day) {
            Err(Refusal::TooLate)
        } else {
            Ok(())
        }
    }

    pub(super) fn supply(&self, acting: Acting<'_>, text: &Message) -> Change {
        let mut draft = Draft::of(self, acting, Act::Supply);
        if let Status::NeedInfo(request)
        | Status::Archived(Archive {
            silent: Some(request), ..
        }) = &self.status
        {
            draft.case.status = request.from.into();
            if request.from == Asking::Submitted {
                draft.case.clocks.unverified();
            }
            draft.case.clocks.resumed(acting.book, acting.at.now);
        }
        draft.say(MessageKind::Addition, text.as_str(), None);
        draft.record(Recorded::of(Act::Supply).written(&[("text", text.as_str())]));
        draft.finish()
    }

    pub(super) fn confirm(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::Confirm);
        draft.case.status = Status::Resolved { at: acting.at.now };
        draft.record(Recorded::of(Act::Confirm));
        draft.finish()
    }

    /// Once per answer, within ten working days after the end.
    pub(super) fn check_reopen(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        if self.reopenings_of_answer >= limits::REOPENINGS_PER_ANSWER_MAX {
            return Err(Refusal::ReopenedBefore);
        }
        self.check_time_after_end(acting)
    }

    pub(super) fn reopen(&self, acting: Acting<'_>, reason: &Message) -> Change {
        let mut draft = Draft::of(self, acting, Act::Reopen);
        draft.case.status = Working::Reopened.into();
        draft.case.reopenings = self.reopenings.saturating_add(1);
        draft.case.reopenings_of_answer = self.reopenings_of_answer.saturating_add(1);
        draft.case.clocks.reopened(acting.book, acting.at.now);
        draft.say(MessageKind::Objection, reason.as_str(), None);
        draft.record(Recorded::of(Act::Reopen).written(&[("text", reason.as_str())]));
        draft.finish()
    }

    /// An open offer is first taken back, and open tasks are cancelled, by the same act.
    pub(super) fn withdraw(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::Withdraw);
        let _no_offer_was_open = draft.take_offer_back();
        draft.cancel_tasks(|_| true);
        draft.case.status = Status::Withdrawn { at: acting.at.now };
        draft.record(Recorded::of(Act::Withdraw));
        draft.finish()
    }

    pub(super) fn rate(&self, acting: Acting<'_>, value: u8, reason: Option<Message>) -> Result<Change, Refusal> {
        if !(1..=4).contains(&value) {
            return Err(Refusal::OutOfRange);
        }
        let mut draft = Draft::of(self, acting, Act::Rate);
        let text = reason
            .as_ref()
            .map_or(String::new(), |reason| reason.as_str().to_owned());
        draft.case.rating = Some(Rating {
            value,
            reason,
            at: acting.at.now,
        });
        draft.record(Recorded::of(Act::Rate).written(&[("reason", &text)]));
        Ok(draft.finish())
    }

    /// Once, within ten working days of the archiving or referral.
    pub(super) fn check_objection(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        if self.is_objected {
            Err(Refusal::ObjectedBefore)
        } else {
            self.check_time_after_end(acting)
        }
    }

    /// The desk that decides on an objection: the province desk; what is restricted goes to the Sekda's desk, unless
    /// that is accused.
    #[must_use]
    pub fn desk_of_objection(&self, desks: &SpecialDesks) -> AgencyId {
        if !self.is_restricted() {
            desks.province
        } else if self.is_accused(desks.secretary) {
            desks.inspectorate
        } else {
            desks.secretary
        }
    }

    /// Back to the beginning, at the desk that decides on objections.
    pub(super) fn object(&self, acting: Acting<'_>, reason: &Message) -> Change {
        let (book, now) = (acting.book, acting.at.now);
        let desk = self.desk_of_objection(&book.desks);
        let mut draft = Draft::of(self, acting, Act::Object);
        let ended_at = self.status.ended_at().unwrap_or(now);
        draft.hand_to(desk);
        draft.case.status = Status::Submitted;
        draft.case.is_objected = true;
        draft.case.clocks.objected(book, ended_at, now);
        draft.say(MessageKind::Objection, reason.as_str(), None);
        draft.record(
            Recorded::of(Act::Object)
                .about(desk)
                .written(&[("text", reason.as_str())]),
        );
        draft.finish()
    }

    /// Until when the reporter may reopen, or object to, a case that has ended; `None` while it is open.
    #[must_use]
    pub fn word_until(&self, book: &RuleBook) -> Option<Timestamp> {
        let ended_on = self.status.ended_at()?.wita_date();
        let calendar = book.tenant(self.holder).time.calendar();
        let last = calendar.nth_working_day_after(ended_on, limits::AFTER_END_DAYS);
        Some(Timestamp::end_of_day_wita(last))
    }

    fn check_time_after_end(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        match self.word_until(acting.book) {
            Some(last) if acting.at.now > last => Err(Refusal::TooLate),
            Some(_) | None => Ok(()),
        }
    }
}
