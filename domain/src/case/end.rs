//! Ends that are not an answer: archived by two persons or by silence, referred, closed by silence.

use crate::{
    case::{
        ArchiveProposal, Case,
        change::{Acting, Change, Draft, Recorded},
        desk::is_same_person,
        status::{Archive, Referral, Status},
    },
    deed::{Act, OutsideBody},
    kind::ArchiveReason,
    permit::Actor,
    refusal::Refusal,
    text::Sentence,
};

/// What the reporter reads when a data request stayed without an answer. Both languages, as events keep one text.
const SILENT: &str = "Data yang kami minta belum datang dalam 10 hari kerja.";

impl Case {
    pub(super) fn propose_archive(
        &self,
        acting: Acting<'_>,
        reason: ArchiveReason,
        sentence: Sentence,
    ) -> Result<Change, Refusal> {
        let Actor::Officer(officer) = acting.by else {
            return Err(Refusal::NotPermitted);
        };
        if reason == ArchiveReason::NoAnswer {
            return Err(Refusal::NotNow);
        }
        let mut draft = Draft::of(self, acting, Act::ProposeArchive);
        draft.record(
            Recorded::of(Act::ProposeArchive)
                .because(reason.as_str())
                .written(&[("sentence", sentence.as_str())]),
        );
        draft.case.archive = Some(ArchiveProposal {
            by: officer.id,
            reason,
            sentence,
            at: acting.at.now,
        });
        Ok(draft.finish())
    }

    pub(super) fn check_second_person(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        let proposal = self.archive.as_ref().ok_or(Refusal::NotNow)?;
        if is_same_person(acting.by, proposal.by) {
            Err(Refusal::SecondPerson)
        } else {
            Ok(())
        }
    }

    pub(super) fn approve_archive(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let ArchiveProposal { reason, sentence, .. } = self.archive.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::ApproveArchive);
        draft.case.archive = None;
        draft.archive(
            Act::ApproveArchive,
            Archive {
                reason,
                sentence,
                at: acting.at.now,
                silent: None,
            },
        );
        Ok(draft.finish())
    }

    pub(super) fn archive_silent(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let request = self.status.request().ok_or(Refusal::NotNow)?;
        let sentence = Sentence::try_from(SILENT).map_err(|_| Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::ArchiveSilent);
        draft.archive(
            Act::ArchiveSilent,
            Archive {
                reason: ArchiveReason::NoAnswer,
                sentence,
                at: acting.at.now,
                silent: Some(*request),
            },
        );
        Ok(draft.finish())
    }

    pub(super) fn close_silent(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::CloseSilent);
        draft.case.status = Status::AutoClosed { at: acting.at.now };
        draft.record(Recorded::of(Act::CloseSilent));
        draft.finish()
    }

    pub(super) fn refer(&self, acting: Acting<'_>, body: OutsideBody, sentence: Sentence) -> Change {
        let mut draft = Draft::of(self, acting, Act::Refer);
        draft.refer(Act::Refer, body, sentence);
        draft.finish()
    }
}

impl Draft<'_> {
    fn archive(&mut self, act: Act, archive: Archive) {
        let (now, reason, sentence) = (self.now(), archive.reason.as_str(), archive.sentence.clone());
        self.cancel_tasks(|_| true);
        self.case.clocks.verified(now);
        self.case.status = Status::Archived(archive);
        self.record(Recorded::of(act).because(reason).sentence(sentence.as_str()));
    }

    /// Passed to a body outside, whose contact the reporter gets.
    pub(super) fn refer(&mut self, act: Act, body: OutsideBody, sentence: Sentence) {
        let now = self.now();
        self.cancel_tasks(|_| true);
        self.case.clocks.verified(now);
        let shown = sentence.clone();
        self.case.status = Status::Referred(Referral {
            body,
            sentence,
            at: now,
        });
        self.record(Recorded::of(act).because("referred").sentence(shown.as_str()));
    }
}
