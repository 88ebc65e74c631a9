//! Cases that change hands, or are worked on together.

use domain::{kind::HandoffReason, permit::Role, time::Timestamp};

use super::super::{
    act::{DemoAct, DemoBetter, DemoBy, DemoMove, DemoVerdict},
    teller::Teller,
    telling::{any, fill},
};
use crate::pack::AgencyLevel;

/// Hour at which an expired offer is swept: every office has closed. WITA.
const EVENING_HOUR: u8 = 18;

impl Teller<'_> {
    /// The reporter, or the province desk, sends the case to the wrong agency.
    fn begin_wrong(&mut self) {
        let first = self.base.first.clone().unwrap_or_else(|| self.base.lead.clone());
        if self.giver_is(&first) {
            self.file(None, self.base.service.clone(), &first);
            self.verify(None);
        } else if self.rng.u8(0..10) < 7 {
            self.file(Some(first.clone()), None, &first);
            self.verify(None);
        } else {
            self.file(None, None, &self.province());
            self.verify(Some(&first));
        }
    }

    fn offer(&mut self, to: &str) {
        let act = self.offer_act(to);
        let officer = self.worker();
        self.in_office(0..=2, &officer, act);
    }

    fn offer_act(&mut self, to: &str) -> DemoMove {
        let reason = self.reason_for(to);
        let is_partner = self.holder == self.base.lead;
        let said = if is_partner { Move::AskForHelp } else { Move::Offer };
        let sentence = self.because(to, reason, said);
        DemoMove::Offer {
            to: to.to_owned(),
            reason,
            sentence,
        }
    }

    /// The offered agency `by` accepts in time.
    fn accept(&mut self, by: &str) {
        let officer = self.admin(by);
        self.in_office(0..=1, &officer, DemoMove::Accept);
        self.holder = by.to_owned();
    }

    fn decline(&mut self, by: &str, better: &str) {
        self.decline_for(by, better, DemoBetter::Agency(better.to_owned()));
    }

    /// `by` declines, naming the agency or body with the code `about`.
    fn decline_for(&mut self, by: &str, about: &str, better: DemoBetter) {
        let reason = self.reason_for(about);
        let sentence = self.because(about, reason, Move::Decline);
        let officer = self.admin(by);
        let act = DemoMove::Decline {
            better,
            reason,
            sentence,
        };
        self.in_office(0..=1, &officer, act);
    }

    /// Offered to the agency in charge, which names a body outside.
    pub(in crate::demo) fn declined_for_outside(&mut self, body: &str) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        self.offer(&lead);
        self.decline_for(&lead, body, DemoBetter::Outside(body.to_owned()));
    }

    /// Nobody answers; the sweep of the evening after the window finds it.
    fn expire(&mut self) {
        let day = self.office.after(self.last.wita_date(), 1);
        self.push(
            Timestamp::at_wita(day, EVENING_HOUR, 0, 0),
            DemoBy::Clock,
            DemoAct::ExpireOffer,
        );
    }

    /// The province desk names the holder; `why` is `declined` or `silent`.
    fn rule_holder(&mut self, to: &str, why: &str) {
        let (verdict, key) = if to == self.holder {
            (DemoVerdict::Back, "back")
        } else {
            (DemoVerdict::Holder(to.to_owned()), why)
        };
        self.rule(verdict, key, to);
        self.holder = to.to_owned();
    }

    /// The province desk rules, in the words of `key`, about `about`.
    pub(in crate::demo) fn rule(&mut self, verdict: DemoVerdict, key: &str, about: &str) {
        let sentence = self.about(about, |phrases| phrases.rulings.get(key).map_or(&[], Vec::as_slice));
        let officer = self.admin(&self.province());
        self.in_office(0..=2, &officer, DemoMove::Rule { verdict, sentence });
    }

    pub(in crate::demo) fn accepted(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        self.offer(&lead);
        self.accept(&lead);
        self.work_and_answer();
        self.close();
    }

    pub(in crate::demo) fn declined_once(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        match self.base.other.clone() {
            Some(other) => {
                self.offer(&other);
                self.decline(&other, &lead);
                self.offer(&lead);
                self.accept(&lead);
            }
            // The right agency says no, so the first one does the work.
            None => {
                self.offer(&lead);
                let first = self.holder.clone();
                self.decline(&lead, &first);
            }
        }
        self.work_and_answer();
        self.confirm();
    }

    pub(in crate::demo) fn second_decline(&mut self) {
        let lead = self.base.lead.clone();
        self.decline_twice();
        self.rule_holder(&lead, "declined");
        self.work_and_answer();
        self.close();
    }

    fn decline_twice(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        let first = self.holder.clone();
        let other = self.base.other.clone().unwrap_or_else(|| lead.clone());
        let better = if other == lead { &first } else { &lead };
        self.offer(&other);
        self.decline(&other, better);
        self.offer(&lead);
        self.decline(&lead, &first);
    }

    pub(in crate::demo) fn expired(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        self.offer(&lead);
        self.expire();
        let to = if self.rng.u8(0..5) == 0 {
            self.holder.clone()
        } else {
            lead
        };
        self.rule_holder(&to, "silent");
        self.work_and_answer();
        self.close();
    }

    pub(in crate::demo) fn taken_back(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        self.offer(&lead);
        let officer = self.worker();
        self.in_office(0..=0, &officer, DemoMove::TakeBack);
        self.work_and_answer();
        self.confirm();
    }

    /// Offered to a partner, which proposes to work together under the holder.
    fn propose_together(&mut self) -> String {
        let partner = any(self.rng, &self.base.partners);
        self.begin_right();
        self.offer(&partner);
        let act = self.together_act();
        let officer = self.admin(&partner);
        self.in_office(0..=1, &officer, act);
        partner
    }

    fn together_act(&mut self) -> DemoMove {
        let what = any(self.rng, &self.texts.phrases.tasks);
        let sentence = self.about(&self.holder.clone(), |phrases| &phrases.together);
        DemoMove::Together { what, sentence }
    }

    fn agree(&mut self) -> String {
        let partner = self.propose_together();
        let officer = self.worker();
        self.in_office(0..=1, &officer, DemoMove::AgreeTogether);
        partner
    }

    /// The task of `partner` is accepted, if it came by a ruling, and done.
    fn do_task(&mut self, partner: &str, task: u16) {
        let result = self.about(&self.holder.clone(), |phrases| &phrases.task_results);
        let officer = self.officer(partner, &[Role::Handler, Role::Inspectorate]);
        self.in_office(1..=5, &officer, DemoMove::FinishTask { task, result });
    }

    pub(in crate::demo) fn together(&mut self) {
        let partner = self.agree();
        let day = self.start();
        self.do_task(&partner, 1);
        self.answer(day);
        self.confirm();
    }

    pub(in crate::demo) fn ruled_joint(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        self.offer(&lead);
        self.expire();
        let partner = any(self.rng, &self.base.partners);
        let what = any(self.rng, &self.texts.phrases.tasks);
        let partners = vec![(partner.clone(), what)];
        self.rule(
            DemoVerdict::Joint {
                lead: lead.clone(),
                partners,
            },
            "joint",
            &lead,
        );
        self.holder = lead;
        let officer = self.admin(&partner);
        self.in_office(0..=1, &officer, DemoMove::AcceptTask { task: 1 });
        let day = self.start();
        self.do_task(&partner, 1);
        self.answer(day);
        self.confirm();
    }

    /// The offer is open at the moment of the demonstration.
    pub(in crate::demo) fn waits_for_offered(&mut self) {
        let lead = self.base.lead.clone();
        self.begin_wrong();
        let act = self.offer_act(&lead);
        let officer = self.worker();
        let at = self.just_before_now();
        self.push(at, DemoBy::Officer(officer), act);
    }

    pub(in crate::demo) fn waits_for_holder(&mut self) {
        let partner = any(self.rng, &self.base.partners);
        self.begin_right();
        let offer = self.offer_act(&partner);
        let officer = self.worker();
        let at = self.just_before_now();
        self.push(at, DemoBy::Officer(officer), offer);
        let act = self.together_act();
        let officer = self.admin(&partner);
        self.right_after(&officer, act);
    }

    pub(in crate::demo) fn waits_for_ruling(&mut self) {
        if self.rng.bool() {
            self.decline_twice();
        } else {
            let lead = self.base.lead.clone();
            self.begin_wrong();
            self.offer(&lead);
            self.expire();
        }
    }

    pub(in crate::demo) fn waits_for_partner(&mut self) {
        self.agree();
        self.start();
    }

    /// A moment of the newest office time before now, in which an offer's window is still open.
    fn just_before_now(&mut self) -> Timestamp {
        let today = self.now.wita_date();
        let newest = (0..=1)
            .map(|ago| self.office.before(today, ago))
            .find_map(|day| self.office.before_on(self.rng, day, self.now));
        newest.unwrap_or(self.last)
    }

    fn reason_for(&self, to: &str) -> HandoffReason {
        match self.pack.find_agency(to).map(|agency| agency.level) {
            Some(AgencyLevel::Regency) => HandoffReason::RegencyAuthority,
            Some(AgencyLevel::National) => HandoffReason::CentralAuthority,
            Some(AgencyLevel::Province) | None => HandoffReason::OtherOpd,
        }
    }

    /// The public sentence of an offer or a decline that points to `to`.
    pub(in crate::demo) fn because(&mut self, to: &str, reason: HandoffReason, said: Move) -> String {
        let (phrases, key) = match said {
            Move::Offer => (&self.texts.phrases.offers, reason.as_str()),
            Move::AskForHelp => (&self.texts.phrases.offers, "partner"),
            Move::Decline => (&self.texts.phrases.declines, reason.as_str()),
        };
        let text = phrases.get(key).map(|texts| any(self.rng, texts)).unwrap_or_default();
        fill(&text, &[("ke", &self.name_of(to))])
    }
}

/// Which way a case is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo) enum Move {
    /// To the agency named, whose business it is.
    Offer,
    /// To an agency that could do a part.
    AskForHelp,
    /// Back, naming a better one.
    Decline,
}
