//! A hand-off is a contract: offered, then accepted, declined, answered with "together", taken back, or expired.
//! The holder keeps owning, and its limits run, until it is accepted. Source: `docs/rules.md`, "Hand-off".

use crate::{
    case::{
        Case, TogetherProposal,
        change::{Acting, Change, Draft, Recorded},
        status::{Awaited, Handoff, Offer, RulingCause, Status, Working},
    },
    deed::{Act, Better, OutsideBody},
    id::AgencyId,
    kind::HandoffReason,
    limits,
    refusal::Refusal,
    text::{Line, Sentence},
};

impl Case {
    pub(super) fn offer(
        &self,
        acting: Acting<'_>,
        to: AgencyId,
        reason: HandoffReason,
        sentence: Sentence,
    ) -> Result<Change, Refusal> {
        let from = self.status.working().ok_or(Refusal::NotNow)?;
        if to == self.holder || to == acting.book.desks.province || !acting.book.is_tenant(to) || self.is_accused(to) {
            return Err(Refusal::WrongAgency);
        }
        let mut draft = Draft::of(self, acting, Act::Offer);
        let offered_at = draft.now();
        let due_at = acting.book.window(self.holder, to, offered_at);
        let shown = sentence.clone();
        let handoff = Handoff::Offered(Offer {
            to,
            reason,
            sentence,
            offered_at,
            due_at,
        });
        draft.case.waiting_answer = None;
        draft.case.status = Status::TransferPending { from, handoff };
        draft.record(
            Recorded::of(Act::Offer)
                .about(to)
                .because(reason.as_str())
                .sentence(shown.as_str()),
        );
        Ok(draft.finish())
    }

    /// Naming a body outside is a proposal to the province desk.
    pub(super) fn propose_outside(
        &self,
        acting: Acting<'_>,
        body: OutsideBody,
        reason: HandoffReason,
        sentence: &Sentence,
    ) -> Change {
        let from = self.status.working().unwrap_or(Working::Dispatched);
        let mut draft = Draft::of(self, acting, Act::ProposeOutside);
        draft.await_ruling(from, RulingCause::OutsideProposed, None, Some(body));
        draft.record(
            Recorded::of(Act::ProposeOutside)
                .because(reason.as_str())
                .sentence(sentence.as_str()),
        );
        draft.finish()
    }

    pub(super) fn take_back(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let mut draft = Draft::of(self, acting, Act::TakeBack);
        draft.take_offer_back()?;
        Ok(draft.finish())
    }

    pub(super) fn accept(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let (_, offer) = self.open_offer()?;
        let mut draft = Draft::of(self, acting, Act::Accept);
        draft.hand_to(offer.to);
        draft.case.status = Working::Dispatched.into();
        draft.record(Recorded::of(Act::Accept).about(offer.to));
        Ok(draft.finish())
    }

    pub(super) fn decline(
        &self,
        acting: Acting<'_>,
        better: Better,
        reason: HandoffReason,
        sentence: &Sentence,
    ) -> Result<Change, Refusal> {
        let (from, offer) = self.open_offer()?;
        let (about, outside) = match better {
            Better::Agency(agency) if agency == offer.to || !acting.book.is_tenant(agency) => {
                return Err(Refusal::WrongAgency);
            }
            Better::Agency(agency) => (agency, None),
            Better::Outside(body) => (offer.to, Some(body)),
        };
        let mut draft = Draft::of(self, acting, Act::Decline);
        draft.count_decline(from, offer.to, outside);
        draft.record(
            Recorded::of(Act::Decline)
                .about(about)
                .because(reason.as_str())
                .sentence(sentence.as_str()),
        );
        Ok(draft.finish())
    }

    /// "Together, and you lead": the status returns, and the holder answers within a working day.
    pub(super) fn propose_together(
        &self,
        acting: Acting<'_>,
        what: Line,
        sentence: &Sentence,
    ) -> Result<Change, Refusal> {
        let (from, offer) = self.open_offer()?;
        let mut draft = Draft::of(self, acting, Act::Together);
        let (by, reason, at) = (offer.to, offer.reason, draft.now());
        let due_at = acting.book.window(by, self.holder, at);
        draft.case.status = from.into();
        draft.case.together = Some(TogetherProposal {
            by,
            what,
            reason,
            at,
            due_at,
        });
        draft.record(
            Recorded::of(Act::Together)
                .about(self.holder)
                .sentence(sentence.as_str()),
        );
        Ok(draft.finish())
    }

    pub(super) fn agree_together(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let proposal = self.together.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::AgreeTogether);
        draft.case.together = None;
        draft.add_task(proposal.by, proposal.what, true);
        draft.record(Recorded::of(Act::AgreeTogether).about(proposal.by));
        Ok(draft.finish())
    }

    pub(super) fn refuse_together(&self, acting: Acting<'_>, sentence: &Sentence) -> Result<Change, Refusal> {
        let proposal = self.together.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::RefuseTogether);
        draft.drop_together(&proposal)?;
        draft.record(
            Recorded::of(Act::RefuseTogether)
                .about(proposal.by)
                .sentence(sentence.as_str()),
        );
        Ok(draft.finish())
    }

    /// Silence on a proposal to work together is a refusal, and so a decline.
    pub(super) fn expire_together(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let proposal = self.together.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::ExpireTogether);
        draft.drop_together(&proposal)?;
        draft.record(Recorded::of(Act::ExpireTogether).about(proposal.by));
        Ok(draft.finish())
    }

    /// The window passed: the owner is unchanged, and the province desk rules.
    pub(super) fn expire_offer(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let (from, offer) = self.open_offer()?;
        let mut draft = Draft::of(self, acting, Act::ExpireOffer);
        draft.await_ruling(from, RulingCause::Expired, Some(offer.to), None);
        draft.record(Recorded::of(Act::ExpireOffer).about(offer.to));
        Ok(draft.finish())
    }

    /// The open offer, with the status it returns to.
    fn open_offer(&self) -> Result<(Working, Offer), Refusal> {
        if let Status::TransferPending {
            from,
            handoff: Handoff::Offered(offer),
        } = &self.status
        {
            Ok((*from, offer.clone()))
        } else {
            Err(Refusal::NotNow)
        }
    }
}

impl Draft<'_> {
    /// Takes an open offer back, with its own line in the history.
    pub(super) fn take_offer_back(&mut self) -> Result<(), Refusal> {
        let Status::TransferPending {
            from,
            handoff: Handoff::Offered(offer),
        } = self.case.status.clone()
        else {
            return Err(Refusal::NotNow);
        };
        self.case.status = from.into();
        self.record(Recorded::of(Act::TakeBack).about(offer.to));
        Ok(())
    }

    /// The second decline over the life of the case, one by a former holder, or a body outside: the desk rules.
    fn count_decline(&mut self, from: Working, by: AgencyId, outside: Option<OutsideBody>) {
        self.case.declines = self.case.declines.saturating_add(1);
        let is_former = self.case.is_former(by);
        self.case.is_bounced |= is_former;
        let cause = if outside.is_some() {
            RulingCause::OutsideProposed
        } else if is_former {
            RulingCause::FormerHolder
        } else if self.case.declines >= limits::DECLINES_BEFORE_RULING {
            RulingCause::SecondDecline
        } else {
            self.case.status = from.into();
            return;
        };
        self.await_ruling(from, cause, None, outside);
    }

    /// A refused proposal counts as a decline.
    fn drop_together(&mut self, proposal: &TogetherProposal) -> Result<(), Refusal> {
        let from = self.case.status.working().ok_or(Refusal::NotNow)?;
        self.case.together = None;
        self.count_decline(from, proposal.by, None);
        Ok(())
    }

    fn await_ruling(
        &mut self,
        from: Working,
        cause: RulingCause,
        silent: Option<AgencyId>,
        outside: Option<OutsideBody>,
    ) {
        let since = self.now();
        let due_at = self.book().ruling_due(since);
        let awaited = Awaited {
            cause,
            since,
            due_at,
            silent,
            outside,
        };
        self.case.status = Status::TransferPending {
            from,
            handoff: Handoff::Awaiting(awaited),
        };
    }
}
