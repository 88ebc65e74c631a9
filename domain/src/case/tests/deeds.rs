//! Deeds with plain words in them: one for each act, and the actor whose business it is.

use super::fixture::{DESDM, DLH, KAB, liaison, line, province};
use crate::{
    deed::{Act, AnswerText, Better, Classification, Deed, OutsideBody, Pledge, PublicText, TaskVerdict, Verdict},
    id::AgencyId,
    kind::{ArchiveReason, HandoffReason},
    permit::{Actor, Side},
    text::Sentence,
    time::Timestamp,
};
use jiff::civil::{Date, date};

pub(super) fn sentence() -> Sentence {
    Sentence::try_from("Kewenangan ada di instansi lain.").unwrap()
}

pub(super) fn outside() -> OutsideBody {
    OutsideBody {
        code: line("X-BPJN"),
        name: line("Balai Pelaksanaan Jalan Nasional"),
        contact: line("0551-123456"),
    }
}

pub(super) fn pledge(by: Date) -> Pledge {
    Pledge {
        act: line("Memeriksa berkas di lapangan"),
        by,
    }
}

pub(super) fn answer_text() -> AnswerText {
    AnswerText {
        text: "Izin sudah terbit dan dikirim.".try_into().unwrap(),
        act: line("Menerbitkan izin"),
        on: date(2026, 9, 8),
        unit: line("Bidang Perizinan"),
    }
}

pub(super) fn offer_to(to: AgencyId) -> Deed {
    Deed::Offer {
        to,
        reason: HandoffReason::OtherOpd,
        sentence: sentence(),
    }
}

pub(super) fn start() -> Deed {
    Deed::Start {
        text: "Kami periksa berkas Anda.".try_into().unwrap(),
        pledge: pledge(date(2026, 9, 11)),
    }
}

pub(super) fn propose_archive() -> Deed {
    Deed::ProposeArchive {
        reason: ArchiveReason::TooGeneral,
        sentence: sentence(),
    }
}

pub(super) fn public_text() -> PublicText {
    PublicText {
        title: "Izin galian belum terbit".try_into().unwrap(),
        text: "Permohonan izin galian sudah empat bulan tanpa kabar."
            .try_into()
            .unwrap(),
        response: Some("Izin sudah terbit dan dikirim.".try_into().unwrap()),
        photos: Vec::new(),
    }
}

pub(super) fn ask_data() -> Deed {
    Deed::AskData {
        text: "Kirim nomor permohonan Anda.".try_into().unwrap(),
    }
}

pub(super) fn reply() -> Deed {
    Deed::Reply {
        text: "Berkas Anda sedang kami periksa.".try_into().unwrap(),
        pledge: None,
    }
}

pub(super) fn supply() -> Deed {
    Deed::Supply {
        text: "Nomornya 0123.".try_into().unwrap(),
    }
}

pub(super) fn decline(better: AgencyId) -> Deed {
    Deed::Decline {
        better: Better::Agency(better),
        reason: HandoffReason::OtherOpd,
        sentence: sentence(),
    }
}

pub(super) fn decline_outside() -> Deed {
    Deed::Decline {
        better: Better::Outside(outside()),
        reason: HandoffReason::CentralAuthority,
        sentence: sentence(),
    }
}

pub(super) fn together() -> Deed {
    Deed::Together {
        what: line("Rekomendasi teknis"),
        sentence: sentence(),
    }
}

pub(super) fn rule(verdict: Verdict) -> Deed {
    Deed::Rule {
        verdict,
        sentence: sentence(),
        decision: None,
    }
}

pub(super) fn rule_anew(verdict: Verdict) -> Deed {
    Deed::Rule {
        verdict,
        sentence: sentence(),
        decision: Some(line("Keputusan Sekda 12/2026, 14 September 2026")),
    }
}

pub(super) fn flag(accused: &[AgencyId]) -> Deed {
    Deed::Flag {
        accused: accused.to_vec(),
        reason: "Petugas meminta uang.".try_into().unwrap(),
    }
}

pub(super) fn lift() -> Deed {
    Deed::LiftFlag {
        reason: "Tidak terbukti.".try_into().unwrap(),
    }
}

pub(super) fn reopen() -> Deed {
    Deed::Reopen {
        reason: "Belum selesai.".try_into().unwrap(),
    }
}

pub(super) fn object() -> Deed {
    Deed::Object {
        reason: "Ini pelayanan publik.".try_into().unwrap(),
    }
}

/// A deed of this act that brings all it needs; `None` for the filing, which begins a case.
///
/// `to` is the agency it names, where it names one.
pub(super) fn deed_of(act: Act, to: AgencyId, now: Timestamp) -> Option<Deed> {
    let soon = now.plus_days(3).wita_date();
    let task = 1;
    let deed = match act {
        Act::File => return None,
        Act::Verify => Deed::Verify,
        Act::Dispatch => Deed::Dispatch {
            to,
            sentence: sentence(),
        },
        Act::Classify => Deed::Classify(Classification::default()),
        Act::Assign => Deed::Assign { to: None },
        Act::Note => Deed::Note {
            text: "Catatan.".try_into().unwrap(),
        },
        Act::AskData => ask_data(),
        Act::Reply => reply(),
        Act::Start => Deed::Start {
            text: "Kami periksa.".try_into().unwrap(),
            pledge: pledge(soon),
        },
        Act::Answer => Deed::Answer(answer_text()),
        Act::ApproveAnswer => Deed::ApproveAnswer,
        Act::ReturnAnswer => Deed::ReturnAnswer {
            note: "Lengkapi.".try_into().unwrap(),
        },
        Act::Prolong => Deed::Prolong { reason: sentence() },
        Act::ApproveProlong => Deed::ApproveProlong,
        Act::SendToPpid => Deed::SendToPpid,
        Act::ExtendPpid => Deed::ExtendPpid { reason: sentence() },
        Act::ProposeArchive => propose_archive(),
        Act::ApproveArchive => Deed::ApproveArchive,
        Act::Refer => Deed::Refer {
            body: outside(),
            sentence: sentence(),
        },
        Act::Offer => offer_to(to),
        Act::ProposeOutside => Deed::ProposeOutside {
            body: outside(),
            reason: HandoffReason::CentralAuthority,
            sentence: sentence(),
        },
        Act::TakeBack => Deed::TakeBack,
        Act::Accept => Deed::Accept,
        Act::Decline => Deed::Decline {
            better: Better::Agency(to),
            reason: HandoffReason::OtherOpd,
            sentence: sentence(),
        },
        Act::Together => together(),
        Act::AgreeTogether => Deed::AgreeTogether,
        Act::RefuseTogether => Deed::RefuseTogether { sentence: sentence() },
        Act::Rule => rule_anew(Verdict::Holder(to)),
        Act::AcceptTask => Deed::AcceptTask { task },
        Act::FinishTask => Deed::FinishTask {
            task,
            result: "Selesai.".try_into().unwrap(),
        },
        Act::DeclineTask => Deed::DeclineTask {
            task,
            reason: HandoffReason::OtherOpd,
            sentence: sentence(),
        },
        Act::RuleTask => Deed::RuleTask {
            task,
            verdict: TaskVerdict::By(to),
            sentence: sentence(),
        },
        Act::Flag => flag(&[to]),
        Act::LiftFlag => lift(),
        Act::OpenIdentity => Deed::OpenIdentity {
            reason: "Menghubungi pelapor.".try_into().unwrap(),
        },
        Act::NewReceipt => Deed::NewReceipt {
            reason: "Menunjukkan KTP di loket.".try_into().unwrap(),
        },
        Act::Publish => Deed::Publish(public_text()),
        Act::Revise => Deed::Revise(public_text()),
        Act::Unpublish => Deed::Unpublish {
            reason: "Memuat nama orang.".try_into().unwrap(),
        },
        Act::Supply => supply(),
        Act::Confirm => Deed::Confirm,
        Act::Reopen => reopen(),
        Act::Withdraw => Deed::Withdraw,
        Act::Rate => Deed::Rate { value: 3, reason: None },
        Act::Object => object(),
        Act::AskErasure => Deed::AskErasure,
        Act::EraseIdentity => Deed::EraseIdentity,
        Act::RefuseErasure => Deed::RefuseErasure { sentence: sentence() },
        Act::ExpireOffer => Deed::ExpireOffer,
        Act::ExpireTogether => Deed::ExpireTogether,
        Act::ArchiveSilent => Deed::ArchiveSilent,
        Act::CloseSilent => Deed::CloseSilent,
        Act::Recount => Deed::Recount,
    };
    Some(deed)
}

/// Who does this act on a case that DESDM holds, was offered to DLH, and in which KAB has a task.
pub(super) fn right_actor(act: Act) -> Actor {
    match (act, act.side()) {
        (Act::Flag, _) | (_, Side::Province) => province(),
        (Act::Accept | Act::Decline | Act::Together, _) => liaison(DLH),
        (Act::AcceptTask | Act::FinishTask | Act::DeclineTask, _) => liaison(KAB),
        (_, Side::Citizen) => Actor::Reporter,
        (_, Side::Clock) => Actor::Clock,
        (_, Side::Desk | Side::Head) => liaison(DESDM),
    }
}
