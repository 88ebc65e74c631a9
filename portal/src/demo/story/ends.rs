//! Cases that end otherwise than by an answer.

use domain::{
    kind::{ArchiveReason, HandoffReason},
    permit::Role,
};

use super::super::{
    act::{DemoAct, DemoBy, DemoMove, DemoVerdict},
    teller::{Teller, after_midnight},
    telling::any,
};
use super::handoff::Move;

/// Working days after which a data request without an answer ends the case.
const DATA_DAYS: u16 = 10;

impl Teller<'_> {
    pub(in crate::demo) fn silent_archive(&mut self) {
        self.begin_right();
        self.ask(0..=2);
        let at = after_midnight(self.office.after(self.last.wita_date(), DATA_DAYS));
        self.push(at, DemoBy::Clock, DemoAct::ArchiveSilent);
    }

    /// One person proposes to archive. A text that is too general is asked about first.
    fn propose_archive(&mut self) {
        self.begin_right();
        let reason = self.base.archive.unwrap_or(ArchiveReason::TooGeneral);
        if reason == ArchiveReason::TooGeneral {
            let place = self.ask(0..=1);
            self.supply(place);
        }
        let sentence = self
            .texts
            .phrases
            .archives
            .get(reason.as_str())
            .cloned()
            .unwrap_or_default();
        let officer = self.worker();
        self.in_office(0..=2, &officer, DemoAct::ProposeArchive { reason, sentence });
    }

    pub(in crate::demo) fn archived(&mut self) {
        self.propose_archive();
        let officer = self.officer(&self.holder.clone(), &[Role::LiaisonOfficer, Role::AgencyHead]);
        self.in_office(0..=2, &officer, DemoAct::ApproveArchive);
    }

    pub(in crate::demo) fn waits_for_second_person(&mut self) {
        self.propose_archive();
    }

    pub(in crate::demo) fn objected(&mut self) {
        self.archived();
        let reason = any(self.rng, &self.texts.phrases.objections);
        self.by_reporter(1..=5, DemoAct::Object { reason });
        self.holder = self.province();
        let lead = self.base.lead.clone();
        self.verify(Some(&lead));
        self.work_and_answer();
        self.close_silently();
    }

    pub(in crate::demo) fn withdrawn(&mut self) {
        self.begin_right();
        if self.rng.bool() {
            self.start();
        }
        self.by_reporter(1..=6, DemoAct::Withdraw);
    }

    pub(in crate::demo) fn referred(&mut self) {
        let body = self.base.outside.clone().unwrap_or_default();
        self.file(None, None, &self.province());
        let officer = self.admin(&self.province());
        let title = self.scene.tell(self.rng, &self.base.title);
        self.in_office(
            0..=2,
            &officer,
            DemoAct::Classify {
                title,
                is_urgent: false,
            },
        );
        let sentence = self.about(&body, |phrases| &phrases.referrals);
        self.right_after(&officer, DemoMove::Refer { body, sentence });
        if self.rng.u8(0..3) == 0 {
            self.rate();
        }
    }

    /// The holder, or the agency it offered the case to, names a body outside; the province desk follows.
    pub(in crate::demo) fn outside_ruled(&mut self) {
        let body = self.base.outside.clone().unwrap_or_default();
        if self.base.first.is_some() && self.rng.bool() {
            self.declined_for_outside(&body);
        } else {
            self.begin_right();
            let reason = HandoffReason::CentralAuthority;
            let sentence = self.because(&body, reason, Move::Decline);
            let officer = self.worker();
            let act = DemoMove::ProposeOutside {
                body: body.clone(),
                reason,
                sentence,
            };
            self.in_office(0..=3, &officer, act);
        }
        self.rule(DemoVerdict::Outside(body.clone()), "outside", &body);
    }
}
