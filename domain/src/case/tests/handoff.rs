use super::fixture::*;
use crate::{
    case::{
        seat::Capacity,
        status::{RulingCause, StatusCode},
    },
    deed::{Deed, Verdict},
    kind::HandoffReason,
    permit::Actor,
    refusal::Refusal,
    time::at,
};
use StatusCode as S;

fn cause(life: &Life) -> Option<RulingCause> {
    life.case.status.awaited().map(|awaited| awaited.cause)
}

/// Offered to DLH and left there until the window passed.
fn expired() -> Life {
    Life::offered(DESDM, DLH)
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer)
}

fn declined_twice() -> Life {
    Life::offered(DESDM, DLH)
        .and(&handler(DLH), decline(DPMPTSP))
        .and(&handler(DESDM), offer_to(DPMPTSP))
        .and(&handler(DPMPTSP), decline(DLH))
}

#[test]
fn a_window_ends_at_the_close_of_office_of_the_awaited_desk_on_the_next_working_day() {
    let due = |life: &Life| life.case.status.offer().unwrap().due_at;
    assert_eq!(due(&Life::offered(DESDM, DLH)), at("2026-09-08 16:00 WITA"));
    let friday = Life::dispatched(DESDM)
        .when("2026-09-10 17:00 WITA")
        .and(&handler(DESDM), offer_to(DLH));
    assert_eq!(due(&friday), at("2026-09-11 16:30 WITA"));
}

#[test]
fn a_pair_of_agencies_may_agree_on_its_own_window() {
    let book = book_with(|book| {
        let mut limit = crate::deadline::Limit::default_of(crate::deadline::LimitKind::Offer);
        limit.days = 3;
        book.windows.insert((DESDM, DLH), limit);
    });
    let life = Life::filed_under(book, complaint(DESDM), at(MONDAY)).and(&liaison(DESDM), Deed::Verify);
    let due = |to| {
        let offered = life.clone().and(&handler(DESDM), offer_to(to));
        offered.case.status.offer().unwrap().due_at
    };
    assert_eq!(due(DLH), at("2026-09-10 16:00 WITA"));
    assert_eq!(due(DPMPTSP), at("2026-09-08 16:00 WITA"));
}

#[test]
fn an_offer_goes_to_another_agency_that_exists_and_never_to_the_province_desk() {
    let nowhere = crate::id::AgencyId(uuid::Uuid::from_u128(0xDEAD));
    let life = Life::dispatched(DESDM);
    for to in [DESDM, PROVINSI, nowhere] {
        assert_eq!(life.refusal(&handler(DESDM), offer_to(to)), Refusal::WrongAgency);
    }
}

#[test]
fn while_an_offer_is_open_the_holder_may_reply_and_take_back_and_nothing_else() {
    let life = Life::offered(DESDM, DLH);
    assert_eq!(life.case.holder, DESDM);
    for deed in [reply(), Deed::TakeBack] {
        assert!(life.try_act(&liaison(DESDM), deed).is_ok());
    }
    let note = Deed::Note {
        text: "Menunggu DLH.".try_into().unwrap(),
    };
    let assign = Deed::Assign { to: None };
    for deed in [
        ask_data(),
        start(),
        Deed::Answer(answer_text()),
        propose_archive(),
        offer_to(DPMPTSP),
        note,
        assign,
    ] {
        assert_eq!(life.refusal(&liaison(DESDM), deed), Refusal::OfferOpen);
    }
}

#[test]
fn only_the_offered_agency_answers_an_offer() {
    let life = Life::offered(DESDM, DLH);
    for by in [handler(DESDM), handler(DPMPTSP), province()] {
        assert_eq!(life.refusal(&by, Deed::Accept), Refusal::NotYours);
    }
}

#[test]
fn an_accepting_agency_becomes_holder_and_the_old_one_former() {
    let life = Life::offered(DESDM, DLH).and(&handler(DLH), Deed::Accept);
    assert_eq!(life.case.holder, DLH);
    let former = life.seat(DESDM).unwrap();
    assert_eq!((former.capacity, former.until), (Capacity::Former, Some(life.now)));
    assert_eq!(life.refusal(&handler(DESDM), reply()), Refusal::NotYours);
}

#[test]
fn a_decline_names_a_better_agency_that_exists_and_is_not_the_decliner() {
    let life = Life::offered(DESDM, DLH);
    let nowhere = crate::id::AgencyId(uuid::Uuid::from_u128(0xDEAD));
    for better in [DLH, nowhere] {
        assert_eq!(life.refusal(&handler(DLH), decline(better)), Refusal::WrongAgency);
    }
    let declined = life.and(&handler(DLH), decline(DPMPTSP));
    assert_eq!(
        (declined.case.declines, declined.last_event().about),
        (1, Some(DPMPTSP))
    );
    assert_eq!(declined.last_event().reason, Some(HandoffReason::OtherOpd.as_str()));
    assert!(declined.last_event().sentence.is_some());
}

#[test]
fn after_the_window_the_offer_expires_and_cannot_be_answered_or_taken_back() {
    let open = Life::offered(DESDM, DLH).when("2026-09-08 16:00 WITA");
    assert_eq!(open.refusal(&Actor::Clock, Deed::ExpireOffer), Refusal::TooEarly);
    assert!(open.try_act(&handler(DLH), Deed::Accept).is_ok());
    let over = open.when("2026-09-08 16:01 WITA");
    let answers = [Deed::Accept, decline(DPMPTSP), together()];
    for deed in answers.clone() {
        assert_eq!(over.refusal(&handler(DLH), deed), Refusal::TooLate);
    }
    assert_eq!(over.refusal(&handler(DESDM), Deed::TakeBack), Refusal::TooLate);
    let expired = over.and(&Actor::Clock, Deed::ExpireOffer);
    assert_eq!((expired.status(), expired.case.holder), (S::TransferPending, DESDM));
    assert_eq!(cause(&expired), Some(RulingCause::Expired));
    for deed in answers {
        assert_eq!(expired.refusal(&handler(DLH), deed), Refusal::TooLate);
    }
    assert_eq!(expired.refusal(&handler(DESDM), Deed::TakeBack), Refusal::NotNow);
}

#[test]
fn the_second_decline_over_the_life_of_a_case_awaits_a_ruling() {
    let life = declined_twice();
    assert_eq!((life.status(), life.case.holder), (S::TransferPending, DESDM));
    assert_eq!(cause(&life), Some(RulingCause::SecondDecline));
    assert_eq!(life.refusal(&handler(DESDM), offer_to(KAB)), Refusal::RulingNeeded);
    let across_holders = Life::offered(DESDM, DLH)
        .and(&handler(DLH), decline(DPMPTSP))
        .and(&handler(DESDM), offer_to(DPMPTSP))
        .and(&handler(DPMPTSP), Deed::Accept)
        .and(&handler(DPMPTSP), offer_to(KAB))
        .and(&handler(KAB), decline(KAB_B));
    assert_eq!(cause(&across_holders), Some(RulingCause::SecondDecline));
}

#[test]
fn a_decline_by_a_former_holder_awaits_a_ruling() {
    let life = Life::offered(DESDM, DLH)
        .and(&handler(DLH), Deed::Accept)
        .and(&handler(DLH), offer_to(DESDM))
        .and(&handler(DESDM), decline(DPMPTSP));
    assert_eq!(cause(&life), Some(RulingCause::FormerHolder));
    assert_eq!(life.refusal(&handler(DLH), offer_to(DPMPTSP)), Refusal::RulingNeeded);
}

#[test]
fn an_outside_body_named_by_holder_or_decliner_awaits_a_ruling() {
    let propose = Deed::ProposeOutside {
        body: outside(),
        reason: HandoffReason::CentralAuthority,
        sentence: sentence(),
    };
    let proposed = Life::dispatched(DESDM).and(&handler(DESDM), propose);
    let declined = Life::offered(DESDM, DLH).and(&handler(DLH), decline_outside());
    for life in [proposed, declined] {
        assert_eq!(cause(&life), Some(RulingCause::OutsideProposed));
        assert_eq!(life.case.status.awaited().unwrap().outside, Some(outside()));
    }
}

#[test]
fn an_awaited_ruling_is_due_after_one_working_day_and_stands_on_the_province_desk() {
    let life = expired();
    assert_eq!(
        life.case.status.awaited().unwrap().due_at,
        at("2026-09-09 23:59:59 WITA")
    );
    let seat = life.seat(PROVINSI).unwrap();
    assert_eq!(
        (seat.queue, seat.due_at),
        (
            crate::case::seat::Queue::AwaitingUs,
            Some(at("2026-09-09 23:59:59 WITA"))
        )
    );
}

#[test]
fn only_the_ruling_a_withdrawal_or_a_flag_moves_a_case_that_awaits_a_ruling() {
    for life in [expired(), declined_twice()] {
        assert!(life.try_act(&handler(DESDM), reply()).is_ok());
        for deed in [
            start(),
            Deed::Answer(answer_text()),
            ask_data(),
            propose_archive(),
            Deed::TakeBack,
        ] {
            assert!(life.try_act(&handler(DESDM), deed).is_err());
        }
        let moves = [
            (province(), rule(Verdict::Holder(DLH)), S::Dispatched),
            (Actor::Reporter, Deed::Withdraw, S::Withdrawn),
            (province(), flag(&[DESDM]), S::Dispatched),
        ];
        for (by, deed, status) in moves {
            assert_eq!(life.clone().and(&by, deed).status(), status);
        }
    }
}

#[test]
fn the_province_desk_rules_a_holder_a_joint_case_back_or_outside() {
    let joint = Verdict::Joint {
        lead: DPMPTSP,
        partners: vec![(DESDM, line("Rekomendasi teknis")), (KAB, line("Data lokasi"))],
    };
    let rows = [
        (Verdict::Holder(DLH), S::Dispatched, DLH, 0),
        (Verdict::Holder(DESDM), S::InProgress, DESDM, 0),
        (Verdict::Back, S::InProgress, DESDM, 0),
        (joint, S::Dispatched, DPMPTSP, 2),
        (Verdict::Outside(outside()), S::Referred, DESDM, 0),
    ];
    for (verdict, status, holder, tasks) in rows {
        let life = Life::in_progress(DESDM)
            .and(&handler(DESDM), offer_to(DLH))
            .when("2026-09-08 16:01 WITA")
            .and(&Actor::Clock, Deed::ExpireOffer)
            .and(&province(), rule(verdict));
        assert_eq!((life.status(), life.case.holder), (status, holder));
        assert_eq!(life.case.tasks.len(), tasks);
    }
    for by in [liaison(DESDM), liaison(DLH), inspector()] {
        assert_eq!(expired().refusal(&by, rule(Verdict::Back)), Refusal::NotPermitted);
    }
}

#[test]
fn a_ruling_names_agencies_that_may_hold_and_a_joint_case_has_a_partner_beside_its_lead() {
    let joint = |partners| Verdict::Joint { lead: DLH, partners };
    for verdict in [
        Verdict::Holder(PROVINSI),
        joint(vec![]),
        joint(vec![(DLH, line("Sendiri"))]),
        joint(vec![(PROVINSI, line("Provinsi"))]),
    ] {
        assert_eq!(expired().refusal(&province(), rule(verdict)), Refusal::WrongAgency);
    }
}

#[test]
fn a_ruling_binds_until_a_new_one_with_the_decision_of_the_sekda() {
    let ruled = expired().and(&province(), rule(Verdict::Holder(DLH)));
    let propose = Deed::ProposeOutside {
        body: outside(),
        reason: HandoffReason::CentralAuthority,
        sentence: sentence(),
    };
    assert_eq!(ruled.refusal(&handler(DLH), offer_to(DPMPTSP)), Refusal::Ruled);
    assert_eq!(ruled.refusal(&handler(DLH), propose), Refusal::Ruled);
    assert_eq!(
        ruled.refusal(&province(), rule(Verdict::Holder(KAB))),
        Refusal::DecisionNeeded
    );
    let anew = ruled.and(&province(), rule_anew(Verdict::Holder(KAB)));
    assert_eq!((anew.case.holder, anew.status()), (KAB, S::Dispatched));
    assert!(anew.case.ruling.as_ref().unwrap().decision.is_some());
    assert_eq!(
        Life::dispatched(DESDM).refusal(&province(), rule(Verdict::Holder(KAB))),
        Refusal::NotNow
    );
}

#[test]
fn together_returns_the_status_and_the_holder_answers_within_a_working_day() {
    let proposed = Life::offered(DESDM, DLH).and(&handler(DLH), together());
    assert_eq!((proposed.status(), proposed.case.holder), (S::Dispatched, DESDM));
    assert_eq!(
        proposed.case.together.as_ref().unwrap().due_at,
        at("2026-09-08 16:00 WITA")
    );
    for deed in [
        Deed::Answer(answer_text()),
        offer_to(DPMPTSP),
        propose_archive(),
        ask_data(),
    ] {
        assert_eq!(proposed.refusal(&handler(DESDM), deed), Refusal::OfferOpen);
    }
    assert!(proposed.try_act(&handler(DESDM), start()).is_ok());
    assert_eq!(proposed.refusal(&handler(DLH), Deed::AgreeTogether), Refusal::NotYours);
    let agreed = proposed.and(&handler(DESDM), Deed::AgreeTogether);
    assert_eq!((agreed.case.declines, agreed.case.tasks.len()), (0, 1));
    assert_eq!(agreed.seat(DLH).unwrap().capacity, Capacity::Partner);
}

#[test]
fn a_refused_or_silent_together_is_a_decline() {
    let proposed = Life::offered(DESDM, DLH).and(&handler(DLH), together());
    let refused = proposed
        .clone()
        .and(&handler(DESDM), Deed::RefuseTogether { sentence: sentence() });
    assert_eq!((refused.case.declines, refused.status()), (1, S::Dispatched));
    let early = proposed.clone().when("2026-09-08 16:00 WITA");
    assert_eq!(early.refusal(&Actor::Clock, Deed::ExpireTogether), Refusal::TooEarly);
    let over = proposed.when("2026-09-08 16:01 WITA");
    assert_eq!(over.refusal(&handler(DESDM), Deed::AgreeTogether), Refusal::TooLate);
    let silent = over.and(&Actor::Clock, Deed::ExpireTogether);
    assert_eq!((silent.case.declines, silent.case.together), (1, None));
    let second = refused
        .and(&handler(DESDM), offer_to(DPMPTSP))
        .and(&handler(DPMPTSP), together())
        .and(&handler(DESDM), Deed::RefuseTogether { sentence: sentence() });
    assert_eq!(cause(&second), Some(RulingCause::SecondDecline));
}
