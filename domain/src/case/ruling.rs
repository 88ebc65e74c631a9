//! The province desk rules on who is responsible. A ruling binds. Source: `docs/rules.md`, "Hand-off".

use crate::{
    case::{
        Case, Ruling, TaskState,
        change::{Acting, Change, Draft, Recorded},
        status::{Status, Working},
    },
    deed::{Act, TaskVerdict, Verdict},
    id::AgencyId,
    refusal::Refusal,
    text::{Line, Sentence},
};

impl Case {
    /// Rules on an awaited ruling; or anew on a ruled case, with number and date of the Sekda's decision.
    pub(super) fn rule(
        &self,
        acting: Acting<'_>,
        verdict: Verdict,
        sentence: Sentence,
        decision: Option<Line>,
    ) -> Result<Change, Refusal> {
        if self.ruling.is_some() && decision.is_none() {
            return Err(Refusal::DecisionNeeded);
        }
        let back = if let Status::TransferPending { from, .. } = self.status {
            from
        } else {
            self.status.working().ok_or(Refusal::NotNow)?
        };
        check_verdict(acting, &verdict)?;
        let mut draft = Draft::of(self, acting, Act::Rule);
        draft.case.ruling = Some(Ruling {
            sentence: sentence.clone(),
            decision,
            at: acting.at.now,
        });
        draft.case.is_bounced = false;
        match verdict {
            Verdict::Holder(to) => draft.rule_holder(to, back, &sentence),
            Verdict::Joint { lead, partners } => {
                draft.rule_holder(lead, back, &sentence);
                for (partner, what) in partners {
                    draft.add_task(partner, what, false);
                }
            }
            Verdict::Back => draft.rule_holder(self.holder, back, &sentence),
            Verdict::Outside(body) => draft.refer(Act::Rule, body, sentence),
        }
        Ok(draft.finish())
    }

    /// Rules on a declined task: another does it, it is not needed, or the partner does it after all.
    pub(super) fn rule_task(
        &self,
        acting: Acting<'_>,
        no: u16,
        verdict: &TaskVerdict,
        sentence: &Sentence,
    ) -> Result<Change, Refusal> {
        let task = self
            .tasks
            .iter()
            .find(|task| task.no == no && task.is_declined())
            .cloned()
            .ok_or(Refusal::NotNow)?;
        if let TaskVerdict::By(agency) = verdict
            && (*agency == task.partner || *agency == self.holder || !may_hold(acting, *agency))
        {
            return Err(Refusal::WrongAgency);
        }
        let mut draft = Draft::of(self, acting, Act::RuleTask);
        let now = draft.now();
        let about = match *verdict {
            TaskVerdict::By(agency) => {
                draft.set_task(no, TaskState::Cancelled { at: now });
                draft.add_task(agency, task.what, false);
                agency
            }
            TaskVerdict::Cancelled => {
                draft.set_task(no, TaskState::Cancelled { at: now });
                task.partner
            }
            TaskVerdict::Back => {
                draft.set_task(no, TaskState::Accepted { at: now });
                task.partner
            }
        };
        draft.record(Recorded::of(Act::RuleTask).about(about).sentence(sentence.as_str()));
        Ok(draft.finish())
    }
}

/// Only agencies that are tenants, and never the province desk itself.
fn may_hold(acting: Acting<'_>, agency: AgencyId) -> bool {
    acting.book.is_tenant(agency) && agency != acting.book.desks.province
}

/// A joint case has at least one partner beside its lead.
fn check_verdict(acting: Acting<'_>, verdict: &Verdict) -> Result<(), Refusal> {
    let is_right = match verdict {
        Verdict::Holder(to) => may_hold(acting, *to),
        Verdict::Joint { lead, partners } => {
            let may_help = |partner: AgencyId| partner != *lead && may_hold(acting, partner);
            may_hold(acting, *lead) && !partners.is_empty() && partners.iter().all(|(partner, _)| may_help(*partner))
        }
        Verdict::Back | Verdict::Outside(_) => true,
    };
    if is_right { Ok(()) } else { Err(Refusal::WrongAgency) }
}

impl Draft<'_> {
    fn rule_holder(&mut self, to: AgencyId, back: Working, sentence: &Sentence) {
        let working = if to == self.case.holder {
            back
        } else {
            Working::Dispatched
        };
        self.hand_to(to);
        self.case.status = working.into();
        self.record(Recorded::of(Act::Rule).about(to).sentence(sentence.as_str()));
    }
}
