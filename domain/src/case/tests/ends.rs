use super::fixture::*;
use crate::{
    case::status::{Status, StatusCode},
    deed::Deed,
    kind::ArchiveReason,
    permit::{Actor, Role},
    refusal::Refusal,
};
use StatusCode as S;

#[test]
fn a_case_is_archived_by_two_persons_with_a_reason_and_a_sentence() {
    let proposed = Life::dispatched(DESDM).and(&liaison(DESDM), propose_archive());
    assert_eq!(proposed.status(), S::Dispatched);
    assert_eq!(
        proposed.refusal(&liaison(DESDM), Deed::ApproveArchive),
        Refusal::SecondPerson
    );
    assert_eq!(
        proposed.refusal(&liaison(DESDM), propose_archive()),
        Refusal::AlreadyWaiting
    );
    let colleague = Actor::Officer(officer(DESDM, Role::LiaisonOfficer, 2));
    for second in [
        colleague,
        actor(DESDM, Role::AgencyHead),
        actor(DESDM, Role::AgencyAdmin),
    ] {
        let archived = proposed.clone().and(&second, Deed::ApproveArchive);
        let Status::Archived(archive) = &archived.case.status else {
            panic!("not archived")
        };
        assert_eq!(
            (archive.reason, &archive.sentence),
            (ArchiveReason::TooGeneral, &sentence())
        );
        assert_eq!(archived.last_event().reason, Some("too_general"));
        assert_eq!(archived.last_event().sentence.as_deref(), Some(sentence().as_str()));
    }
    for other in [handler(DESDM), liaison(DLH), province(), Actor::Reporter] {
        assert!(proposed.try_act(&other, Deed::ApproveArchive).is_err());
    }
}

#[test]
fn any_other_act_drops_the_proposal_to_archive() {
    let note = || Deed::Note {
        text: "Dicek ulang.".try_into().unwrap(),
    };
    for (by, deed) in [
        (handler(DESDM), reply()),
        (handler(DESDM), note()),
        (Actor::Reporter, supply()),
        (handler(DESDM), ask_data()),
    ] {
        let life = Life::dispatched(DESDM)
            .and(&handler(DESDM), propose_archive())
            .and(&by, deed);
        assert_eq!(life.case.archive, None);
        assert_eq!(life.refusal(&liaison(DESDM), Deed::ApproveArchive), Refusal::NotNow);
    }
}

#[test]
fn belongs_elsewhere_is_no_reason_to_archive() {
    for reason in ["other_opd", "regency_authority", "central_authority"] {
        assert_eq!(ArchiveReason::find(reason), None);
    }
}

#[test]
fn no_answer_is_said_by_the_clock_and_by_nobody_else() {
    let deed = Deed::ProposeArchive {
        reason: ArchiveReason::NoAnswer,
        sentence: sentence(),
    };
    assert_eq!(Life::dispatched(DESDM).refusal(&handler(DESDM), deed), Refusal::NotNow);
}

#[test]
fn a_silent_reporter_is_archived_after_ten_working_days() {
    let asked = Life::in_progress(DESDM).and(&handler(DESDM), ask_data());
    let last = asked.clone().when("2026-09-21 23:59:59 WITA");
    assert_eq!(last.refusal(&Actor::Clock, Deed::ArchiveSilent), Refusal::TooEarly);
    let silent = asked
        .when("2026-09-22 00:00 WITA")
        .and(&Actor::Clock, Deed::ArchiveSilent);
    assert_eq!(silent.status(), S::Archived);
    assert_eq!(silent.last_event().reason, Some("no_answer"));
    assert!(silent.last_event().sentence.is_some());
}

#[test]
fn late_data_brings_a_silent_case_back_within_thirty_days_of_the_request() {
    for life in [Life::filed(complaint(DESDM)), Life::in_progress(DESDM)] {
        let before = life.status();
        let silent = life
            .and(&handler(DESDM), ask_data())
            .when("2026-09-22 01:00 WITA")
            .and(&Actor::Clock, Deed::ArchiveSilent);
        let back = silent
            .clone()
            .when("2026-10-07 23:59 WITA")
            .and(&Actor::Reporter, supply());
        assert_eq!((back.status(), back.case.holder), (before, DESDM));
        let late = silent.when("2026-10-08 00:00 WITA");
        assert_eq!(late.refusal(&Actor::Reporter, supply()), Refusal::TooLate);
    }
}

#[test]
fn what_two_persons_archived_does_not_come_back_by_data() {
    assert_eq!(
        Life::archived(DESDM).refusal(&Actor::Reporter, supply()),
        Refusal::NotNow
    );
}

#[test]
fn a_referral_is_the_acts_of_the_province_and_names_body_contact_and_date() {
    let refer = || Deed::Refer {
        body: outside(),
        sentence: sentence(),
    };
    let life = Life::filed(complaint(DESDM));
    for other in [liaison(DESDM), handler(DESDM), liaison(DLH)] {
        assert_eq!(life.refusal(&other, refer()), Refusal::NotPermitted);
    }
    let referred = life.and(&province(), refer());
    let Status::Referred(referral) = &referred.case.status else {
        panic!("not referred")
    };
    assert_eq!((&referral.body, referral.at), (&outside(), referred.now));
    assert_eq!(Life::dispatched(DESDM).refusal(&province(), refer()), Refusal::NotNow);
}

#[test]
fn a_silent_reporter_has_ten_working_days_after_the_answer() {
    let answered = Life::dispatched(DESDM).and(&handler(DESDM), Deed::Answer(answer_text()));
    let last = answered.clone().when("2026-09-21 23:59:59 WITA");
    assert_eq!(last.refusal(&Actor::Clock, Deed::CloseSilent), Refusal::TooEarly);
    let closed = answered
        .when("2026-09-22 00:00 WITA")
        .and(&Actor::Clock, Deed::CloseSilent);
    assert_eq!(closed.status(), S::AutoClosed);
}

#[test]
fn the_ten_days_after_an_answer_begin_with_the_last_promise() {
    let closes_at = |life: &Life| match life.case.status {
        Status::Responded { close_at, .. } => close_at,
        _ => panic!("not answered"),
    };
    let promised = Life::responded(DESDM);
    assert_eq!(closes_at(&promised), crate::time::at("2026-09-25 23:59:59 WITA"));
}

#[test]
fn the_reporter_reopens_each_answer_once_within_ten_working_days_after_the_end() {
    let ended = Life::responded(DESDM).and(&Actor::Reporter, Deed::Confirm);
    let late = ended.clone().when("2026-09-22 00:00 WITA");
    assert_eq!(late.refusal(&Actor::Reporter, reopen()), Refusal::TooLate);
    let in_time = ended.when("2026-09-21 23:59:59 WITA").and(&Actor::Reporter, reopen());
    assert_eq!((in_time.status(), in_time.case.reopenings), (S::Reopened, 1));
    let again = in_time.and(&handler(DESDM), Deed::Answer(answer_text()));
    let second = again.and(&Actor::Reporter, reopen());
    assert_eq!((second.status(), second.case.reopenings), (S::Reopened, 2));
}

#[test]
fn an_auto_closed_case_may_be_reopened_and_a_withdrawn_one_may_not() {
    let closed = Life::responded(DESDM)
        .when("2026-09-28 08:00 WITA")
        .and(&Actor::Clock, Deed::CloseSilent)
        .and(&Actor::Reporter, reopen());
    assert_eq!(closed.status(), S::Reopened);
    let withdrawn = Life::dispatched(DESDM).and(&Actor::Reporter, Deed::Withdraw);
    assert_eq!(withdrawn.refusal(&Actor::Reporter, reopen()), Refusal::NotNow);
}

#[test]
fn the_reporter_withdraws_any_open_case_and_an_open_offer_is_first_taken_back() {
    for life in [
        Life::filed(complaint(DESDM)),
        Life::dispatched(DESDM),
        Life::in_progress(DESDM),
        Life::dispatched(DESDM).and(&handler(DESDM), ask_data()),
        Life::responded(DESDM).and(&Actor::Reporter, reopen()),
    ] {
        assert_eq!(life.and(&Actor::Reporter, Deed::Withdraw).status(), S::Withdrawn);
    }
    let offered = Life::offered(DESDM, DLH);
    let events = offered.events.len();
    let withdrawn = offered.and(&Actor::Reporter, Deed::Withdraw);
    let acts: Vec<_> = withdrawn
        .events
        .iter()
        .skip(events)
        .map(|event| event.act.as_str())
        .collect();
    assert_eq!(acts, ["take_back", "withdraw"]);
    assert_eq!(withdrawn.seat(DLH), None);
}

#[test]
fn an_objection_comes_once_within_ten_working_days_and_goes_to_the_province_desk() {
    let archived = Life::archived(DESDM);
    let late = archived.clone().when("2026-09-22 00:00 WITA");
    assert_eq!(late.refusal(&Actor::Reporter, object()), Refusal::TooLate);
    let objected = archived
        .when("2026-09-21 23:59:59 WITA")
        .and(&Actor::Reporter, object());
    assert_eq!((objected.status(), objected.case.holder), (S::Submitted, PROVINSI));
    assert!(objected.case.is_former(DESDM));
    let again = objected.and(
        &province(),
        Deed::Refer {
            body: outside(),
            sentence: sentence(),
        },
    );
    assert_eq!(again.refusal(&Actor::Reporter, object()), Refusal::ObjectedBefore);
}

#[test]
fn an_objection_in_a_restricted_case_goes_to_the_sekda_unless_that_desk_is_accused() {
    for (accused, desk) in [(DESDM, SETDA), (SETDA, INSPEKTORAT)] {
        let objected = Life::dispatched(DESDM)
            .and(&province(), flag(&[accused]))
            .and(&inspector(), propose_archive())
            .and(&liaison(INSPEKTORAT), Deed::ApproveArchive)
            .and(&Actor::Reporter, object());
        assert_eq!((objected.status(), objected.case.holder), (S::Submitted, desk));
    }
}
