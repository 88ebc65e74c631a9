//! The forms by which the province desk rules.

use super::Form;
use domain::{
    deed::{Deed, TaskVerdict, Verdict},
    id::AgencyId,
    text::Line,
};

/// The fields of the partners of a joint ruling, and of their tasks.
const PARTNERS: [(&str, &str); 3] = [("partner", "what"), ("partner_2", "what_2"), ("partner_3", "what_3")];

impl Form<'_, '_> {
    pub(super) fn rule(&mut self) -> Option<Deed> {
        let (verdict, sentence) = (self.verdict(), self.sentence());
        let decision = self.words_maybe("decision");
        Some(Deed::Rule {
            verdict: verdict?,
            sentence: sentence?,
            decision,
        })
    }

    pub(super) fn rule_task(&mut self) -> Option<Deed> {
        let (task, verdict, sentence) = (self.task(), self.task_verdict(), self.sentence());
        Some(Deed::RuleTask {
            task: task?,
            verdict: verdict?,
            sentence: sentence?,
        })
    }

    /// The partners of a joint ruling, each with its task, the first one always.
    fn partners(&mut self) -> Option<Vec<(AgencyId, Line)>> {
        let [(partner, what), more @ ..] = PARTNERS;
        let (partner, what) = (self.agency(partner), self.line(what));
        let mut partners = vec![(partner?, what?)];
        for (partner, what) in more {
            if let Some(partner) = self.agency_maybe(partner) {
                partners.push((partner, self.line(what)?));
            }
        }
        Some(partners)
    }

    fn verdict(&mut self) -> Option<Verdict> {
        match self.form.text("verdict") {
            "holder" => Some(Verdict::Holder(self.agency("to")?)),
            "joint" => {
                let (lead, partners) = (self.agency("to"), self.partners());
                Some(Verdict::Joint {
                    lead: lead?,
                    partners: partners?,
                })
            }
            "back" => Some(Verdict::Back),
            "outside" => Some(Verdict::Outside(self.outside("outside")?)),
            _ => self.unknown("verdict"),
        }
    }

    fn task_verdict(&mut self) -> Option<TaskVerdict> {
        match self.form.text("verdict") {
            "by" => Some(TaskVerdict::By(self.agency("to")?)),
            "cancelled" => Some(TaskVerdict::Cancelled),
            "back" => Some(TaskVerdict::Back),
            _ => self.unknown("verdict"),
        }
    }
}
