use super::fixture::*;
use crate::{
    case::{
        seat::Capacity,
        status::{Status, StatusCode},
    },
    deed::{Deed, Verdict},
    facts::NewCase,
    kind::{Kind, Subject},
    permit::{Actor, Role},
    refusal::Refusal,
    routing::Why,
};
use StatusCode as S;

fn fee_asked(agency: crate::id::AgencyId) -> NewCase {
    let mut asked = complaint(agency);
    asked.facts.licence.is_fee_asked = Some(true);
    asked
}

fn fee_subject(agency: crate::id::AgencyId) -> NewCase {
    let mut asked = complaint(agency);
    asked.facts.subject = Some(Subject::IllegalFee);
    asked
}

#[test]
fn a_fee_or_whistleblowing_begins_at_the_inspektorat_and_at_setda_if_that_is_accused() {
    let whistle = |agency| of_kind(Kind::Whistleblowing, agency);
    let rows = [
        (fee_asked(DESDM), INSPEKTORAT, Why::ConflictOfInterest, vec![DESDM]),
        (fee_subject(DESDM), INSPEKTORAT, Why::ConflictOfInterest, vec![DESDM]),
        (whistle(DESDM), INSPEKTORAT, Why::Whistleblowing, vec![DESDM]),
        (whistle(INSPEKTORAT), SETDA, Why::Whistleblowing, vec![INSPEKTORAT]),
        (
            fee_asked(DKISP),
            INSPEKTORAT,
            Why::ConflictOfInterest,
            vec![PROVINSI, DKISP],
        ),
        (
            fee_asked(BIRO_ORGANISASI),
            INSPEKTORAT,
            Why::ConflictOfInterest,
            vec![PROVINSI, BIRO_ORGANISASI],
        ),
        (
            NewCase {
                agency: None,
                ..whistle(DESDM)
            },
            INSPEKTORAT,
            Why::Whistleblowing,
            vec![],
        ),
    ];
    for (asked, home, why, accused) in rows {
        let life = Life::filed(asked);
        assert_eq!((life.case.holder, life.case.routing.why), (home, why));
        assert_eq!(life.case.flag.as_ref().unwrap().accused, accused);
        assert!(
            life.seat(PROVINSI)
                .is_none_or(|seat| seat.capacity == Capacity::Accused)
        );
    }
}

#[test]
fn a_complaint_about_a_service_goes_to_the_agency_that_gives_it() {
    let mut asked = complaint(DESDM);
    asked.facts.subject = Some(Subject::Delay);
    asked.facts.licence.is_fee_asked = Some(false);
    let life = Life::filed(asked);
    assert_eq!((life.case.holder, life.case.flag), (DESDM, None));
}

#[test]
fn the_reporter_the_province_and_the_inspektorat_flag_and_an_agency_may_not() {
    let life = Life::dispatched(DESDM);
    for by in [Actor::Reporter, province()] {
        assert_eq!(life.clone().and(&by, flag(&[DESDM])).case.holder, INSPEKTORAT);
    }
    let at_inspektorat = Life::dispatched(INSPEKTORAT);
    assert!(at_inspektorat.try_act(&inspector(), flag(&[DESDM])).is_ok());
    for by in [handler(DESDM), liaison(DESDM), actor(DESDM, Role::AgencyAdmin)] {
        assert_eq!(life.refusal(&by, flag(&[DLH])), Refusal::NotPermitted);
    }
    assert_eq!(life.refusal(&inspector(), flag(&[DESDM])), Refusal::NotYours);
}

#[test]
fn a_flag_moves_the_case_at_once_and_keeps_or_resets_the_status() {
    let reopened = Life::responded(DESDM).and(&Actor::Reporter, reopen());
    let awaiting = Life::offered(DESDM, DLH)
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer);
    let rows = [
        (Life::filed(complaint(DESDM)), S::Submitted),
        (Life::dispatched(DESDM).and(&handler(DESDM), ask_data()), S::NeedInfo),
        (Life::dispatched(DESDM), S::Dispatched),
        (Life::in_progress(DESDM), S::Dispatched),
        (reopened, S::Dispatched),
        (Life::offered(DESDM, DLH), S::Dispatched),
        (awaiting, S::Dispatched),
        (Life::responded(DESDM), S::Responded),
        (Life::responded(DESDM).and(&Actor::Reporter, Deed::Confirm), S::Resolved),
        (Life::archived(DESDM), S::Archived),
        (
            Life::dispatched(DESDM).and(&Actor::Reporter, Deed::Withdraw),
            S::Withdrawn,
        ),
    ];
    for (life, status) in rows {
        let before = life.case.clone();
        let flagged = life.and(&province(), flag(&[DESDM]));
        assert_eq!((flagged.status(), flagged.case.holder), (status, INSPEKTORAT));
        assert_eq!(flagged.case.status.offer(), None);
        assert_eq!(flagged.case.status.awaited(), None);
        assert_eq!(flagged.seat(DESDM).unwrap().capacity, Capacity::Accused);
        assert_eq!(flagged.case.clocks, before.clocks, "clocks run on");
    }
}

#[test]
fn for_the_accused_and_the_province_desk_the_case_no_longer_exists() {
    let dispatched = Life::filed(complaint(None)).and(
        &province(),
        Deed::Dispatch {
            to: DESDM,
            sentence: sentence(),
        },
    );
    let flagged = dispatched.and(&province(), flag(&[DESDM]));
    assert_eq!(flagged.seat(PROVINSI), None, "though it verified the case");
    for by in [handler(DESDM), liaison(DESDM), province()] {
        assert!(flagged.case.allowed(flagged.acting(&by)).is_empty());
        let note = Deed::Note {
            text: "Catatan.".try_into().unwrap(),
        };
        assert_eq!(flagged.refusal(&by, note), Refusal::NotYours);
    }
    let acts = flagged.case.allowed(flagged.acting(&inspector()));
    assert!(acts.contains(&crate::deed::Act::Answer));
}

#[test]
fn tasks_of_the_accused_are_cancelled_and_others_stay() {
    let verdict = Verdict::Joint {
        lead: DPMPTSP,
        partners: vec![(DLH, line("Data limbah")), (KAB, line("Data lokasi"))],
    };
    let flagged = Life::offered(DESDM, DLH)
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer)
        .and(&province(), rule(verdict))
        .and(&province(), flag(&[DLH]));
    let open: Vec<_> = flagged.case.tasks.iter().filter(|task| task.is_open()).collect();
    assert_eq!(open.iter().map(|task| task.partner).collect::<Vec<_>>(), [KAB]);
    assert_eq!(flagged.seat(DLH).unwrap().capacity, Capacity::Accused);
}

#[test]
fn accusing_the_inspektorat_moves_the_case_to_setda_and_accusing_both_moves_nothing() {
    let life = Life::dispatched(DESDM);
    let flagged = life.clone().and(&province(), flag(&[INSPEKTORAT]));
    assert_eq!(flagged.case.holder, SETDA);
    assert_eq!(
        life.refusal(&province(), flag(&[INSPEKTORAT, SETDA])),
        Refusal::WrongAgency
    );
    let nobody = life.refusal(&province(), flag(&[]));
    assert_eq!(nobody, Refusal::WrongAgency);
}

#[test]
fn a_second_flag_adds_to_the_first() {
    let flagged = Life::dispatched(DESDM)
        .and(&province(), flag(&[DESDM]))
        .and(&Actor::Reporter, flag(&[INSPEKTORAT]));
    assert_eq!(flagged.case.flag.as_ref().unwrap().accused, [INSPEKTORAT, DESDM]);
    assert_eq!(flagged.case.holder, SETDA);
}

#[test]
fn a_restricted_case_is_not_offered() {
    let flagged = Life::dispatched(DESDM).and(&province(), flag(&[DESDM]));
    assert_eq!(flagged.refusal(&inspector(), offer_to(DLH)), Refusal::FlagNeeded);
}

#[test]
fn only_the_holder_under_the_flag_lifts_it_and_the_case_may_be_offered_anew() {
    let flagged = Life::offered(DESDM, DLH)
        .and(&handler(DLH), decline(DPMPTSP))
        .and(&handler(DESDM), offer_to(DPMPTSP))
        .and(&handler(DPMPTSP), decline(DLH))
        .and(&province(), flag(&[DESDM]));
    for by in [province(), liaison(DESDM), liaison(DLH)] {
        assert_eq!(flagged.refusal(&by, lift()), Refusal::NotYours);
    }
    let lifted = flagged.and(&inspector(), lift());
    assert_eq!((lifted.case.holder, lifted.status()), (INSPEKTORAT, S::Dispatched));
    assert_eq!(lifted.seat(DESDM).unwrap().capacity, Capacity::Former);
    assert_eq!(lifted.seat(PROVINSI).unwrap().capacity, Capacity::Overseer);
    assert_eq!(lifted.and(&inspector(), offer_to(DLH)).status(), S::TransferPending);
}

#[test]
fn the_flag_of_a_whistleblower_is_never_lifted() {
    let life = Life::filed(of_kind(Kind::Whistleblowing, DESDM));
    assert_eq!(life.refusal(&inspector(), lift()), Refusal::NotNow);
}

#[test]
fn a_case_asked_for_data_returns_to_its_status_under_the_holder_of_the_flag() {
    let flagged = Life::in_progress(DESDM)
        .and(&handler(DESDM), ask_data())
        .and(&province(), flag(&[DESDM]));
    assert!(matches!(flagged.case.status, Status::NeedInfo(_)));
    let supplied = flagged.and(&Actor::Reporter, supply());
    assert_eq!((supplied.status(), supplied.case.holder), (S::InProgress, INSPEKTORAT));
}

#[test]
fn a_flag_drops_a_proposal_to_work_together_though_the_holder_stays() {
    let proposed = Life::offered(INSPEKTORAT, DLH).and(&handler(DLH), together());
    let flagged = proposed.and(&inspector(), flag(&[DLH]));
    assert_eq!((flagged.case.holder, flagged.case.together), (INSPEKTORAT, None));
}

#[test]
fn an_accused_partner_that_has_done_its_task_writes_no_more_notes() {
    let note = || Deed::Note {
        text: "Catatan.".try_into().unwrap(),
    };
    let done = Life::offered(DESDM, DLH)
        .and(&handler(DLH), together())
        .and(&handler(DESDM), Deed::AgreeTogether)
        .and(
            &handler(DLH),
            Deed::FinishTask {
                task: 1,
                result: "Selesai.".try_into().unwrap(),
            },
        );
    assert!(done.try_act(&handler(DLH), note()).is_ok());
    let flagged = done.and(&province(), flag(&[DLH]));
    assert_eq!(flagged.refusal(&handler(DLH), note()), Refusal::NotYours);
}
