//! Conflict of interest: for the accused, the case stops existing at once. Source: `docs/rules.md`, "Conflict of interest".

use crate::{
    case::{
        Case, Flag, Former,
        change::{Acting, Change, Draft, Recorded},
        status::{Status, Working},
    },
    deed::Act,
    id::AgencyId,
    refusal::Refusal,
    text::Reason,
};

impl Case {
    /// Marks agencies as accused: the case moves at once, without an offer, and the clocks run on.
    pub(super) fn flag(&self, acting: Acting<'_>, accused: &[AgencyId], reason: &Reason) -> Result<Change, Refusal> {
        let desks = &acting.book.desks;
        if accused.is_empty() || accused.iter().any(|agency| !acting.book.is_tenant(*agency)) {
            return Err(Refusal::WrongAgency);
        }
        let before = self.flag.iter().flat_map(|flag| &flag.accused);
        let accused = desks.with_staffed_desk(&before.chain(accused).copied().collect::<Vec<_>>());
        let judge = desks.judge_of(&accused);
        if accused.contains(&judge) {
            return Err(Refusal::WrongAgency);
        }
        let mut draft = Draft::of(self, acting, Act::Flag);
        let since = self.flag.as_ref().map_or(acting.at.now, |flag| flag.at);
        draft.cancel_tasks(|task| accused.contains(&task.partner));
        draft.case.flag = Some(Flag { accused, at: since });
        let is_moved = self.holder != judge;
        if is_moved {
            draft.hand_to(judge);
        }
        let is_handed = matches!(self.status, Status::TransferPending { .. });
        if is_handed || (is_moved && self.status.working().is_some()) {
            draft.case.status = Working::Dispatched.into();
        }
        draft.case.together = None;
        draft.record(
            Recorded::of(Act::Flag)
                .about(judge)
                .written(&[("reason", reason.as_str())]),
        );
        Ok(draft.finish())
    }

    /// Only the holder under the flag lifts it. The case stays there and may be offered anew.
    pub(super) fn lift_flag(&self, acting: Acting<'_>, reason: &Reason) -> Result<Change, Refusal> {
        let flag = self.flag.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::LiftFlag);
        for agency in flag
            .accused
            .into_iter()
            .filter(|agency| *agency != self.holder && !self.is_former(*agency))
        {
            draft.case.formers.push(Former { agency, until: flag.at });
        }
        draft.case.flag = None;
        draft.case.declines = 0;
        draft.case.is_bounced = false;
        draft.record(Recorded::of(Act::LiftFlag).written(&[("reason", reason.as_str())]));
        Ok(draft.finish())
    }
}
