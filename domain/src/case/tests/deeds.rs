//! One well-formed deed for each act, and the actor whose business it is.

use super::fixture::*;
use crate::{
    deed::{Act, Better, Classification, Deed, TaskVerdict, Verdict},
    kind::HandoffReason,
    permit::{Actor, Side},
    time::Timestamp,
};

/// A deed of this act that brings all it needs; `None` for the filing, which begins a case.
///
/// `to` is the agency it names, where it names one.
pub(super) fn deed_of(act: Act, to: crate::id::AgencyId, now: Timestamp) -> Option<Deed> {
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
        Act::Supply => supply(),
        Act::Confirm => Deed::Confirm,
        Act::Reopen => reopen(),
        Act::Withdraw => Deed::Withdraw,
        Act::Rate => Deed::Rate { value: 3, reason: None },
        Act::Object => object(),
        Act::ExpireOffer => Deed::ExpireOffer,
        Act::ExpireTogether => Deed::ExpireTogether,
        Act::ArchiveSilent => Deed::ArchiveSilent,
        Act::CloseSilent => Deed::CloseSilent,
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
