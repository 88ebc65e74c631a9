//! Longer limits: sixty days for what needs an examination, and the public-information law.

use crate::{
    case::{
        Case, Prolonging,
        change::{Acting, Change, Draft, Recorded},
        desk::is_same_person,
    },
    deadline::LimitKind,
    deed::Act,
    kind::Kind,
    limits,
    permit::{Actor, Role},
    refusal::Refusal,
    text::Sentence,
};

impl Case {
    /// Only for what has 14 days, and only before the fifth day.
    pub(super) fn check_prolong(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        if self.clocks.resolution.kind != LimitKind::ResolutionComplaint {
            return Err(Refusal::NotNow);
        }
        if self.prolonging.is_some() {
            return Err(Refusal::AlreadyWaiting);
        }
        let calendar = acting.book.tenant(self.clocks.desk).time.calendar();
        let day = calendar.working_days_between(self.received_at.wita_date(), acting.at.now.wita_date());
        if day >= u32::from(limits::PROLONG_BEFORE_DAY) {
            Err(Refusal::TooLate)
        } else {
            Ok(())
        }
    }

    pub(super) fn prolong(&self, acting: Acting<'_>, reason: Sentence) -> Result<Change, Refusal> {
        let Actor::Officer(officer) = acting.by else {
            return Err(Refusal::NotPermitted);
        };
        let mut draft = Draft::of(self, acting, Act::Prolong);
        draft.record(Recorded::of(Act::Prolong).written(&[("reason", reason.as_str())]));
        if officer.role == Role::LiaisonOfficer {
            draft.prolonged(&reason);
        } else {
            draft.case.prolonging = Some(Prolonging {
                by: officer.id,
                reason,
                at: acting.at.now,
            });
        }
        Ok(draft.finish())
    }

    pub(super) fn check_prolonging(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        match &self.prolonging {
            None => Err(Refusal::NotNow),
            Some(asked) if is_same_person(acting.by, asked.by) => Err(Refusal::SecondPerson),
            Some(_) => Ok(()),
        }
    }

    pub(super) fn approve_prolong(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let asked = self.prolonging.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::ApproveProlong);
        draft.prolonged(&asked.reason);
        Ok(draft.finish())
    }

    pub(super) fn check_ppid(&self) -> Result<(), Refusal> {
        let is_plain_request =
            self.kind == Kind::InformationRequest && self.clocks.resolution.kind == LimitKind::ResolutionSimple;
        if is_plain_request { Ok(()) } else { Err(Refusal::NotNow) }
    }

    pub(super) fn send_to_ppid(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let mut draft = Draft::of(self, acting, Act::SendToPpid);
        draft.case.clocks.resolve_within(acting.book, LimitKind::Ppid);
        draft.record(Recorded::of(Act::SendToPpid));
        Ok(draft.finish())
    }

    pub(super) fn check_ppid_extension(&self) -> Result<(), Refusal> {
        if self.clocks.resolution.kind == LimitKind::Ppid {
            Ok(())
        } else {
            Err(Refusal::NotNow)
        }
    }

    pub(super) fn extend_ppid(&self, acting: Acting<'_>, reason: &Sentence) -> Result<Change, Refusal> {
        let mut draft = Draft::of(self, acting, Act::ExtendPpid);
        draft.case.clocks.resolve_within(acting.book, LimitKind::PpidExtended);
        draft.record(Recorded::of(Act::ExtendPpid).sentence(reason.as_str()));
        Ok(draft.finish())
    }
}

impl Draft<'_> {
    fn prolonged(&mut self, reason: &Sentence) {
        let book = self.book();
        self.case.prolonging = None;
        self.case.clocks.resolve_within(book, LimitKind::ResolutionSupervision);
        self.record(Recorded::of(Act::ApproveProlong).sentence(reason.as_str()));
    }
}
