use super::fixture::*;
use crate::{
    calendar::CalendarVersion,
    case::{clocks::Clock, status::Status},
    deadline::{Limit, LimitKind},
    deed::{Act, Classification, Deed},
    interval::Charge,
    kind::Kind,
    permit::{Actor, Role},
    refusal::Refusal,
    tally::{self, Cell},
    time::{Timestamp, at},
};

fn due(clock: &Clock) -> Timestamp {
    clock.deadline.due
}

fn end_of(day: &str) -> Timestamp {
    at(&format!("{day} 23:59:59 WITA"))
}

#[test]
fn verification_and_resolution_start_with_the_receipt() {
    for (kind, resolution) in [
        (Kind::Complaint, "2026-09-25"),
        (Kind::Whistleblowing, "2026-09-25"),
        (Kind::Aspiration, "2026-09-14"),
        (Kind::InformationRequest, "2026-09-14"),
    ] {
        let clocks = Life::filed(of_kind(kind, DESDM)).case.clocks;
        assert_eq!(due(&clocks.verification), end_of("2026-09-10"));
        assert_eq!(due(&clocks.resolution), end_of(resolution));
        assert_eq!(clocks.first_response, None);
    }
}

#[test]
fn the_first_response_clock_starts_with_the_dispatch_and_a_hand_off_keeps_it() {
    let life = Life::filed(complaint(DESDM))
        .when("2026-09-08 10:00 WITA")
        .and(&liaison(DESDM), Deed::Verify);
    let clocks = life.case.clocks.clone();
    assert_eq!(due(clocks.first_response.as_ref().unwrap()), end_of("2026-09-15"));
    assert!(!clocks.verification.is_running());
    let handed = life
        .when("2026-09-09 10:00 WITA")
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DLH), Deed::Accept);
    assert_eq!(handed.case.clocks, clocks);
}

#[test]
fn the_days_and_calendar_of_the_desk_of_the_first_dispatch_count_for_life() {
    let book = book_with(|book| {
        for (desk, days) in [(DESDM, 7), (DLH, 2)] {
            let mut limit = Limit::default_of(LimitKind::ResolutionComplaint);
            limit.days = days;
            if let Some(tenant) = book.tenants.get_mut(&desk) {
                tenant.limits.shorten(limit).unwrap();
            }
        }
    });
    let filed = Life::filed_under(book, complaint(None), at(MONDAY));
    assert_eq!(due(&filed.case.clocks.resolution), end_of("2026-09-25"));
    let dispatched = filed.and(
        &province(),
        Deed::Dispatch {
            to: DESDM,
            sentence: sentence(),
        },
    );
    assert_eq!(due(&dispatched.case.clocks.resolution), end_of("2026-09-16"));
    let handed = dispatched
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DLH), Deed::Accept)
        .and(&handler(DLH), ask_data())
        .and(&Actor::Reporter, supply());
    assert_eq!(due(&handed.case.clocks.resolution), end_of("2026-09-16"));
}

#[test]
fn a_reply_meets_the_first_response_and_an_answer_meets_the_resolution() {
    let life = Life::dispatched(DESDM)
        .when("2026-09-08 10:00 WITA")
        .and(&handler(DESDM), reply());
    let clocks = &life.case.clocks;
    assert_eq!(clocks.first_response.as_ref().unwrap().met_at, Some(life.now));
    assert!(clocks.resolution.is_running());
    let answered = life.and(&handler(DESDM), Deed::Answer(answer_text()));
    assert_eq!(answered.case.clocks.resolution.met_at, Some(answered.now));
}

#[test]
fn a_data_request_moves_every_limit_by_the_working_days_until_the_data_came() {
    for (came, verification, resolution) in [
        ("2026-09-08 17:00 WITA", "2026-09-10", "2026-09-25"),
        ("2026-09-09 09:00 WITA", "2026-09-11", "2026-09-28"),
        ("2026-09-14 09:00 WITA", "2026-09-16", "2026-10-01"),
    ] {
        let life = Life::filed(complaint(DESDM))
            .when("2026-09-08 10:00 WITA")
            .and(&handler(DESDM), ask_data())
            .when(came)
            .and(&Actor::Reporter, supply());
        assert_eq!(due(&life.case.clocks.verification), end_of(verification));
        assert_eq!(due(&life.case.clocks.resolution), end_of(resolution));
    }
}

#[test]
fn a_clock_that_was_late_when_data_was_asked_stays_late() {
    let life = Life::dispatched(DESDM)
        .when("2026-09-15 09:00 WITA")
        .and(&handler(DESDM), ask_data())
        .when("2026-09-17 09:00 WITA")
        .and(&Actor::Reporter, supply());
    let clocks = &life.case.clocks;
    assert_eq!(due(clocks.first_response.as_ref().unwrap()), end_of("2026-09-14"));
    assert_eq!(due(&clocks.resolution), end_of("2026-09-29"));
}

#[test]
fn while_data_is_awaited_the_limit_of_the_reporter_is_the_next_one() {
    let life = Life::dispatched(DESDM).and(&handler(DESDM), ask_data());
    assert_eq!(life.seat(DESDM).unwrap().due_at, Some(end_of("2026-09-21")));
}

#[test]
fn late_data_runs_the_verification_on_and_counts_the_silence_as_a_pause() {
    let back = Life::filed(complaint(DESDM))
        .and(&handler(DESDM), ask_data())
        .when("2026-09-22 00:30 WITA")
        .and(&Actor::Clock, Deed::ArchiveSilent)
        .when("2026-09-23 09:00 WITA")
        .and(&Actor::Reporter, supply());
    let clocks = &back.case.clocks;
    assert!(clocks.verification.is_running());
    assert_eq!(due(&clocks.verification), end_of("2026-09-28"));
    assert_eq!(due(&clocks.resolution), end_of("2026-10-13"));
}

#[test]
fn after_an_objection_verification_starts_anew_and_the_ended_days_are_a_pause() {
    let objected = Life::archived(DESDM)
        .when("2026-09-15 09:00 WITA")
        .and(&Actor::Reporter, object());
    let clocks = &objected.case.clocks;
    assert_eq!(due(&clocks.verification), end_of("2026-09-18"));
    assert_eq!(due(&clocks.resolution), end_of("2026-10-05"));
    assert_eq!(due(clocks.first_response.as_ref().unwrap()), end_of("2026-09-22"));
}

#[test]
fn a_second_dispatch_after_an_objection_keeps_the_first_response_clock_and_its_desk() {
    let objected = Life::archived(DESDM)
        .when("2026-09-15 09:00 WITA")
        .and(&Actor::Reporter, object());
    let before = objected.case.clocks.first_response.clone();
    let dispatched = objected.when("2026-09-16 09:00 WITA").and(
        &province(),
        Deed::Dispatch {
            to: DLH,
            sentence: sentence(),
        },
    );
    assert_eq!(dispatched.case.clocks.first_response, before);
    assert_eq!(dispatched.case.clocks.desk, DESDM);
}

#[test]
fn an_objection_ends_the_pause_of_a_request_that_stayed_open() {
    let objected = Life::dispatched(DESDM)
        .and(&handler(DESDM), ask_data())
        .when("2026-09-22 00:30 WITA")
        .and(&Actor::Clock, Deed::ArchiveSilent)
        .when("2026-09-24 09:00 WITA")
        .and(&Actor::Reporter, object());
    assert!(objected.case.clocks.pauses.iter().all(|pause| pause.came.is_some()));
    assert_eq!(due(&objected.case.clocks.resolution), end_of("2026-10-14"));
}

#[test]
fn after_a_reopening_a_reply_and_an_answer_are_due_in_five_days_and_the_age_stays() {
    let reopened = Life::responded(DESDM)
        .when("2026-09-08 09:00 WITA")
        .and(&Actor::Reporter, reopen());
    let clocks = &reopened.case.clocks;
    for clock in [&clocks.reopened_reply, &clocks.reopened_answer] {
        assert_eq!(due(clock.as_ref().unwrap()), end_of("2026-09-15"));
    }
    assert_eq!(reopened.case.received_at, at(MONDAY));
    let replied = reopened.and(&handler(DESDM), reply());
    assert!(!replied.case.clocks.reopened_reply.as_ref().unwrap().is_running());
    assert!(replied.case.clocks.reopened_answer.as_ref().unwrap().is_running());
}

fn prolong() -> Deed {
    Deed::Prolong {
        reason: "Perlu pemeriksaan lapangan.".try_into().unwrap(),
    }
}

#[test]
fn sixty_days_are_asked_before_the_fifth_day_and_approved_by_the_liaison_officer() {
    let last = Life::dispatched(DESDM).when("2026-09-11 15:00 WITA");
    let late = Life::dispatched(DESDM).when("2026-09-14 08:00 WITA");
    assert_eq!(late.refusal(&handler(DESDM), prolong()), Refusal::TooLate);
    let asked = last.and(&handler(DESDM), prolong());
    assert_eq!(due(&asked.case.clocks.resolution), end_of("2026-09-25"));
    assert_eq!(asked.refusal(&handler(DESDM), prolong()), Refusal::AlreadyWaiting);
    for by in [handler(DESDM), actor(DESDM, Role::AgencyAdmin)] {
        assert_eq!(asked.refusal(&by, Deed::ApproveProlong), Refusal::NotPermitted);
    }
    let approved = asked.and(&liaison(DESDM), Deed::ApproveProlong);
    assert_eq!(due(&approved.case.clocks.resolution), end_of("2026-11-30"));
    assert!(
        approved.last_event().sentence.is_some(),
        "the reporter reads the reason"
    );
}

#[test]
fn a_request_for_the_longer_limit_falls_at_a_hand_off() {
    let handed = Life::dispatched(DESDM)
        .and(&handler(DESDM), prolong())
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DLH), Deed::Accept);
    assert_eq!(handed.refusal(&liaison(DLH), Deed::ApproveProlong), Refusal::NotNow);
}

#[test]
fn the_liaison_officer_who_asks_for_sixty_days_approves_them() {
    let life = Life::dispatched(DESDM).and(&liaison(DESDM), prolong());
    assert_eq!(due(&life.case.clocks.resolution), end_of("2026-11-30"));
    let request = Life::filed(of_kind(Kind::InformationRequest, DESDM)).and(&liaison(DESDM), Deed::Verify);
    assert_eq!(request.refusal(&liaison(DESDM), prolong()), Refusal::NotNow);
}

#[test]
fn an_information_request_goes_to_ppid_and_is_extended_once() {
    let extend = || Deed::ExtendPpid {
        reason: "Informasi perlu diuji.".try_into().unwrap(),
    };
    let request = Life::filed(of_kind(Kind::InformationRequest, DESDM)).and(&liaison(DESDM), Deed::Verify);
    assert_eq!(request.refusal(&handler(DESDM), extend()), Refusal::NotNow);
    let sent = request.and(&handler(DESDM), Deed::SendToPpid);
    assert_eq!(due(&sent.case.clocks.resolution), end_of("2026-09-21"));
    let extended = sent.and(&handler(DESDM), extend());
    assert_eq!(due(&extended.case.clocks.resolution), end_of("2026-09-30"));
    assert_eq!(extended.refusal(&handler(DESDM), extend()), Refusal::NotNow);
    assert_eq!(
        Life::dispatched(DESDM).refusal(&handler(DESDM), Deed::SendToPpid),
        Refusal::NotNow
    );
}

#[test]
fn a_changed_kind_computes_the_limits_again_from_their_start_with_a_line() {
    let classify = |kind| {
        Deed::Classify(Classification {
            kind: Some(kind),
            ..Classification::default()
        })
    };
    let life = Life::dispatched(DESDM)
        .when("2026-09-09 09:00 WITA")
        .and(&handler(DESDM), classify(Kind::InformationRequest));
    assert_eq!(due(&life.case.clocks.resolution), end_of("2026-09-14"));
    assert_eq!(life.last_event().reason, Some("information_request"));
    let back = life.and(&handler(DESDM), classify(Kind::Complaint));
    assert_eq!(due(&back.case.clocks.resolution), end_of("2026-09-25"));
}

#[test]
fn a_new_calendar_version_moves_what_runs_and_leaves_what_was_met() {
    let mut life = Life::dispatched(DESDM).and(&handler(DESDM), reply());
    assert_eq!(life.refusal(&Actor::Clock, Deed::Recount), Refusal::NotNow);
    let met = life.case.clocks.first_response.clone();
    life.book = after_decree(&life.book);
    let newest = life.book.calendar_version();
    let life = life.and(&Actor::Clock, Deed::Recount);
    let clocks = &life.case.clocks;
    assert_eq!(due(&clocks.resolution), end_of("2026-09-28"));
    assert_eq!((clocks.calendar, clocks.resolution.deadline.calendar), (newest, newest));
    assert_eq!(clocks.first_response, met);
    assert_eq!(life.refusal(&Actor::Clock, Deed::Recount), Refusal::NotNow);
}

#[test]
fn the_line_of_a_new_calendar_version_names_its_decree() {
    let mut life = Life::dispatched(DESDM);
    life.book = after_decree(&life.book);
    let life = life.and(&Actor::Clock, Deed::Recount);
    let line = life.last_event();
    assert_eq!(
        (line.act, line.sentence.as_deref()),
        (Act::Recount, Some("SKB perubahan"))
    );
}

#[test]
fn a_new_calendar_version_moves_the_limits_of_the_reporter_and_of_an_offer_too() {
    let moved = |life: Life| {
        let mut life = life;
        life.book = after_decree(&life.book);
        life.and(&Actor::Clock, Deed::Recount).case.status
    };
    let asked = Life::in_progress(DESDM).and(&handler(DESDM), ask_data());
    assert_eq!(asked.case.status.request().unwrap().due_at, end_of("2026-09-21"));
    assert_eq!(moved(asked).request().unwrap().due_at, end_of("2026-09-22"));
    let Status::Responded { close_at, .. } = moved(Life::responded(DESDM)) else {
        panic!("an answered case stays answered")
    };
    assert_eq!(close_at, end_of("2026-09-28"));
    let offered = Life::dispatched(DESDM)
        .when("2026-09-17 09:00 WITA")
        .and(&handler(DESDM), offer_to(DLH));
    assert_eq!(moved(offered).offer().unwrap().due_at, at("2026-09-21 16:00 WITA"));
}

#[test]
fn figures_stay_exact_while_cases_are_counted_by_two_versions_of_the_calendar() {
    let mut life = Life::offered(DESDM, DLH);
    life.book = after_decree(&life.book);
    let waiting = |by: &Actor, deed: Deed| {
        let change = life.try_act(by, deed).unwrap();
        let deltas = tally::deltas(&life.book, &change).into_iter();
        deltas
            .filter(|(cell, _)| matches!(cell, Cell::Waiting { .. }))
            .collect::<Vec<_>>()
    };
    let was = CalendarVersion(life.book.calendar_version().0 - 1);
    let cells = waiting(&handler(DESDM), Deed::TakeBack);
    assert!(
        matches!(cells[..], [(Cell::Waiting { calendar, .. }, amount)] if calendar == was && amount.n == -1),
        "{cells:?}"
    );
    let cells = waiting(&Actor::Clock, Deed::Recount);
    let counts: Vec<i64> = cells.iter().map(|(_, amount)| amount.n).collect();
    assert_eq!(counts, [-1, 1]);
}

#[test]
fn each_stretch_is_charged_to_the_one_who_is_waited_for() {
    let life = Life::filed(complaint(None))
        .when("2026-09-07 10:00 WITA")
        .and(
            &province(),
            Deed::Dispatch {
                to: DESDM,
                sentence: sentence(),
            },
        )
        .when("2026-09-07 11:00 WITA")
        .and(&handler(DESDM), offer_to(DLH))
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer)
        .when("2026-09-09 09:00 WITA")
        .and(&province(), rule(crate::deed::Verdict::Holder(DLH)))
        .when("2026-09-09 10:00 WITA")
        .and(&handler(DLH), ask_data())
        .when("2026-09-10 09:00 WITA")
        .and(&Actor::Reporter, supply())
        .when("2026-09-10 10:00 WITA")
        .and(&handler(DLH), Deed::Answer(answer_text()))
        .when("2026-09-11 09:00 WITA")
        .and(&Actor::Reporter, Deed::Confirm)
        .when("2026-09-14 09:00 WITA")
        .and(&Actor::Reporter, reopen());
    let charges: Vec<_> = life
        .case
        .intervals
        .intervals()
        .map(|interval| interval.charge)
        .collect();
    let offered = Charge::Offered {
        holder: DESDM,
        awaited: DLH,
    };
    assert_eq!(
        charges,
        [
            Charge::Province,
            Charge::Own(DESDM),
            offered,
            Charge::Province,
            Charge::Own(DLH),
            Charge::Citizen,
            Charge::Own(DLH),
            Charge::Citizen,
            Charge::Ended,
            Charge::Own(DLH),
        ]
    );
    assert!(life.case.intervals.is_contiguous());
    let later = life.now.plus_minutes(90);
    assert_eq!(life.case.intervals.sum_ms(later), later.ms_since(life.case.received_at));
}
