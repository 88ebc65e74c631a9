//! Cases that stay where they begin.

use super::super::{act::DemoAct, teller::Teller, telling::any};

impl Teller<'_> {
    /// The reporter finds the right agency, by the service, by choosing it, or by way of the province desk.
    /// Leaves the case unverified.
    pub(in crate::demo) fn file_right(&mut self) {
        let lead = self.base.lead.clone();
        let service = self.base.service.clone();
        if service.is_some() && self.giver_is(&lead) {
            match (self.rng.u8(0..6), self.base.first.clone()) {
                (0, Some(first)) => self.file(Some(first), service, &self.province()),
                (1, _) => self.file(Some(lead.clone()), service, &lead),
                _ => self.file(None, service, &lead),
            }
        } else if self.rng.u8(0..9) < 5 {
            self.file(Some(lead.clone()), None, &lead);
        } else {
            self.file(None, None, &self.province());
        }
    }

    /// Filed and verified at the right agency.
    pub(in crate::demo) fn begin_right(&mut self) {
        self.file_right();
        let lead = self.base.lead.clone();
        self.verify((self.holder == self.province()).then_some(lead.as_str()));
    }

    pub(in crate::demo) fn plain(&mut self) {
        self.begin_right();
        self.work_and_answer();
        self.confirm();
    }

    pub(in crate::demo) fn asked(&mut self) {
        self.begin_right();
        let place = self.ask(0..=2);
        self.supply(place);
        self.work_and_answer();
        self.close();
    }

    pub(in crate::demo) fn auto_closed(&mut self) {
        self.begin_right();
        self.work_and_answer();
        self.close_silently();
    }

    pub(in crate::demo) fn reopened(&mut self) {
        self.waits_after_reopening();
        let day = self.start();
        let text = any(self.rng, &self.texts.phrases.reopened_answers);
        self.answer_with(day, &text);
        self.close();
    }

    pub(in crate::demo) fn waits_after_reopening(&mut self) {
        self.begin_right();
        self.work_and_answer();
        let reason = any(self.rng, &self.texts.phrases.reopens);
        if self.rng.bool() {
            self.by_reporter(0..=2, DemoAct::Confirm);
        }
        self.by_reporter(1..=7, DemoAct::Reopen { reason });
    }

    pub(in crate::demo) fn whistle(&mut self) {
        let inspectorate = self.pack.settings.inspectorate_code.clone();
        self.file(self.base.accused.clone(), self.base.service.clone(), &inspectorate);
        self.verify(None);
        if self.base.ask.is_some() {
            let place = self.ask(0..=3);
            self.supply(place);
        }
        self.work_and_answer();
        self.confirm();
    }

    pub(in crate::demo) fn waits_for_data(&mut self) {
        self.begin_right();
        self.ask(0..=1);
    }

    pub(in crate::demo) fn waits_for_word(&mut self) {
        self.begin_right();
        self.work_and_answer();
    }

    pub(in crate::demo) fn late_unstarted(&mut self) {
        self.begin_right();
        if self.rng.u8(0..3) == 0 {
            let text = self.of_work(|phrases| &phrases.notes);
            let officer = self.worker();
            self.in_office(1..=4, &officer, DemoAct::Note { text });
        }
    }

    pub(in crate::demo) fn late_started(&mut self) {
        self.begin_right();
        self.start();
        self.chat();
    }

    /// Start, some talk, and the answer.
    pub(in crate::demo) fn work_and_answer(&mut self) {
        let day = self.start();
        self.chat();
        self.answer(day);
    }

    /// Whether the text's service is given by `agency` at this place.
    pub(in crate::demo) fn giver_is(&self, agency: &str) -> bool {
        let service = self
            .base
            .service
            .as_deref()
            .and_then(|code| self.pack.find_service(code));
        let giver = service.and_then(|service| self.pack.provider(service, Some(self.scene.place())));
        giver.is_some_and(|giver| giver.code == agency)
    }

    /// Code of the province desk.
    pub(in crate::demo) fn province(&self) -> String {
        self.pack.settings.province_desk.code.clone()
    }
}
