//! Long lives: after every act, the case that is kept is the case that the rules made.

use domain::deed::{Better, Classification, Deed, OutsideBody, Pledge, TaskVerdict, Verdict};
use domain::kind::{ArchiveReason, HandoffReason, Kind, Subject};
use domain::permit::{Actor, Role};
use jiff::civil::date;

use super::*;

/// A case in an archive, and the hour it is there.
struct Life<'s> {
    store: &'s Archive,
    case: Case,
    hour: i64,
}

impl Life<'_> {
    async fn begin(store: &Archive) -> Life<'_> {
        with_desks(store).await;
        let case = written(store, filed(asked(), 1, at(0))).await;
        Life { store, case, hour: 0 }
    }

    /// Does `deed` one hour later, and finds the case as it was made.
    async fn then(&mut self, by: &Actor, deed: Deed) {
        self.hour += 1;
        let name = deed.act();
        let change = act(&self.case, by, at(self.hour), deed);
        self.case = written(self.store, change).await;
        let own = Scope::Reporter(self.case.key);
        let found = seen(self.store, own, self.case.key).await;
        assert_eq!(found.as_ref(), Some(&self.case), "{name:?}");
    }

    const fn wait_days(&mut self, days: i64) {
        self.hour += 24 * days;
    }
}

fn outside() -> OutsideBody {
    OutsideBody {
        code: text("X-BPN"),
        name: text("Kantor Pertanahan"),
        contact: text("0551-123456"),
    }
}

fn ruled(verdict: Verdict, decision: &str) -> Deed {
    Deed::Rule {
        verdict,
        sentence: text("Kewenangan ditetapkan provinsi."),
        decision: Some(text(decision)),
    }
}

#[test]
fn a_case_answered_reopened_and_rated_is_kept_at_every_step() {
    both!(store => {
        let mut life = Life::begin(&store).await;
        let (desk, handler) = (admin(A), officer(A, Role::Handler));
        let Actor::Officer(person) = &handler else { panic!("an officer") };
        life.then(&desk, Deed::Verify).await;
        life.then(&desk, Deed::Assign { to: Some(person.id) }).await;
        life.then(&handler, Deed::Note { text: text("Berkas ada di lemari dua.") }).await;
        life.then(&handler, Deed::AskData { text: text("Kapan Anda mengajukan?") }).await;
        life.then(&Actor::Reporter, Deed::Supply { text: text("Tanggal 1 September.") }).await;
        let corrected = Classification {
            kind: Some(Kind::Aspiration),
            subject: Some(Subject::SystemError),
            title: Some(text("Izin usaha terlambat")),
            is_urgent: Some(true),
            ..Classification::default()
        };
        life.then(&desk, Deed::Classify(corrected)).await;
        let pledge = Pledge { act: text("Memeriksa berkas"), by: date(2026, 11, 6) };
        life.then(&handler, Deed::Start { text: text("Kami periksa berkas Anda."), pledge }).await;
        life.then(&handler, answering()).await;
        life.then(&Actor::Reporter, Deed::Reopen { reason: text("Izinnya belum saya terima.") }).await;
        life.then(&handler, answering()).await;
        life.then(&Actor::Reporter, Deed::Confirm).await;
        life.then(&Actor::Reporter, Deed::Rate { value: 4, reason: Some(text("Cepat sekarang.")) }).await;
    });
}

#[test]
fn a_case_offered_declined_worked_on_together_and_ruled_is_kept_at_every_step() {
    both!(store => {
        let mut life = Life::begin(&store).await;
        life.then(&admin(A), Deed::Verify).await;
        life.then(&admin(A), offering(B)).await;
        life.then(&admin(A), Deed::TakeBack).await;
        life.then(&admin(A), offering(B)).await;
        let sentence = text("Kami periksa lokasinya.");
        life.then(&admin(B), Deed::Together { what: text("Memeriksa lokasi"), sentence }).await;
        life.then(&admin(A), Deed::AgreeTogether).await;
        life.then(&admin(B), Deed::DeclineTask {
            task: 1,
            reason: HandoffReason::InsufficientData,
            sentence: text("Datanya belum cukup untuk itu."),
        }).await;
        life.then(&admin(PROVINCE), Deed::RuleTask {
            task: 1,
            verdict: TaskVerdict::Back,
            sentence: text("Tugas itu tetap pada dinas."),
        }).await;
        life.then(&admin(B), Deed::FinishTask { task: 1, result: text("Lokasi sesuai.") }).await;
        life.then(&admin(A), offering(C)).await;
        life.then(&admin(C), Deed::Decline {
            better: Better::Outside(outside()),
            reason: HandoffReason::RegencyAuthority,
            sentence: text("Layanan ini bukan milik kami."),
        }).await;
        let joint = Verdict::Joint { lead: C, partners: vec![(A, text("Menyerahkan berkas"))] };
        life.then(&admin(PROVINCE), ruled(joint, "100/2026")).await;
        life.then(&admin(PROVINCE), ruled(Verdict::Outside(outside()), "101/2026")).await;
    });
}

#[test]
fn a_case_whose_offer_expires_and_whose_flag_is_lifted_is_kept_at_every_step() {
    both!(store => {
        let mut life = Life::begin(&store).await;
        life.then(&admin(A), Deed::Verify).await;
        life.then(&admin(A), offering(B)).await;
        life.wait_days(3);
        life.then(&Actor::Clock, Deed::ExpireOffer).await;
        life.then(&admin(PROVINCE), Deed::Flag { accused: vec![A, B], reason: text("Petugas meminta uang.") }).await;
        let reason = text("Memeriksa keterangan pelapor.");
        life.then(&admin(INSPECTORATE), Deed::OpenIdentity { reason }).await;
        life.then(&admin(INSPECTORATE), Deed::LiftFlag { reason: text("Tidak terbukti.") }).await;
        life.then(&admin(INSPECTORATE), offering(C)).await;
        life.then(&admin(C), Deed::Accept).await;
        life.then(&officer(C, Role::Handler), answering()).await;
        life.then(&officer(C, Role::LiaisonOfficer), Deed::ApproveAnswer).await;
        life.wait_days(30);
        life.then(&Actor::Clock, Deed::CloseSilent).await;
    });
}

#[test]
fn a_case_archived_by_silence_and_by_two_officers_is_kept_at_every_step() {
    both!(store => {
        let mut life = Life::begin(&store).await;
        life.then(&admin(A), Deed::Verify).await;
        let reason = text("Perlu pemeriksaan di lapangan.");
        life.then(&officer(A, Role::Handler), Deed::Prolong { reason }).await;
        life.then(&officer(A, Role::LiaisonOfficer), Deed::ApproveProlong).await;
        life.then(&admin(A), Deed::AskData { text: text("Di mana lokasinya?") }).await;
        life.wait_days(30);
        life.then(&Actor::Clock, Deed::ArchiveSilent).await;
        life.then(&Actor::Reporter, Deed::Object { reason: text("Saya sudah mengirim datanya.") }).await;
        let sentence = text("Dinas C yang menangani ini.");
        life.then(&admin(PROVINCE), Deed::Dispatch { to: C, sentence }).await;
        life.then(&officer(C, Role::Handler), Deed::ProposeArchive {
            reason: ArchiveReason::TooGeneral,
            sentence: text("Laporan ini terlalu umum."),
        }).await;
        life.then(&officer(C, Role::AgencyHead), Deed::ApproveArchive).await;
    });
}
