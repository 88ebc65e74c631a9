use super::fixture::*;
use crate::{
    case::{
        message::MessageKind,
        status::{Status, StatusCode},
    },
    deed::{Act, Deed},
    permit::{Actor, Role},
    refusal::Refusal,
};
use StatusCode as S;
use jiff::civil::date;

#[test]
fn need_info_returns_to_the_status_it_came_from() {
    let reopened = Life::responded(DESDM).and(&Actor::Reporter, reopen());
    for life in [
        Life::filed(complaint(DESDM)),
        Life::dispatched(DESDM),
        Life::in_progress(DESDM),
        reopened,
    ] {
        let before = life.status();
        let asked = life.and(&handler(DESDM), ask_data());
        assert_eq!(asked.status(), S::NeedInfo);
        assert_eq!(asked.and(&Actor::Reporter, supply()).status(), before);
    }
}

#[test]
fn transfer_pending_returns_to_the_status_it_came_from_when_declined_once_or_taken_back() {
    let reopened = Life::responded(DESDM).and(&Actor::Reporter, reopen());
    for life in [Life::dispatched(DESDM), Life::in_progress(DESDM), reopened] {
        let before = life.status();
        let offered = life.and(&handler(DESDM), offer_to(DLH));
        assert_eq!(offered.status(), S::TransferPending);
        let back = [
            (handler(DLH), decline(DPMPTSP)),
            (handler(DLH), together()),
            (handler(DESDM), Deed::TakeBack),
        ];
        for (by, deed) in back {
            assert_eq!(offered.clone().and(&by, deed).status(), before);
        }
    }
}

#[test]
fn an_accepted_case_is_dispatched_under_the_new_holder() {
    let life = Life::in_progress(DESDM)
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DLH), Deed::Accept);
    assert_eq!((life.status(), life.case.holder), (S::Dispatched, DLH));
    assert_eq!(life.case.handler, None);
}

#[test]
fn start_names_an_act_and_a_date_that_has_not_passed() {
    let life = Life::dispatched(DESDM);
    let started = life.clone().and(&handler(DESDM), start());
    let promise = started.case.promises.first().unwrap();
    assert_eq!((promise.no, promise.by, promise.due_on), (1, DESDM, date(2026, 9, 11)));
    assert_eq!(started.status(), S::InProgress);
    let late = Deed::Start {
        text: "Kami periksa berkas Anda.".try_into().unwrap(),
        pledge: pledge(date(2026, 9, 6)),
    };
    assert_eq!(life.refusal(&handler(DESDM), late), Refusal::DatePassed);
}

#[test]
fn a_reply_moves_nothing() {
    for life in [
        Life::filed(complaint(DESDM)),
        Life::dispatched(DESDM),
        Life::in_progress(DESDM),
        Life::offered(DESDM, DLH),
        Life::responded(DESDM),
        Life::dispatched(DESDM).and(&handler(DESDM), ask_data()),
    ] {
        let before = life.case.status.clone();
        let life = life.and(&handler(DESDM), reply());
        assert_eq!(life.case.status, before);
        assert_eq!(life.messages.last().unwrap().kind, MessageKind::Reply);
    }
}

#[test]
fn an_answer_names_act_date_and_unit() {
    let life = Life::responded(DESDM);
    let answer = life.messages.last().unwrap();
    let named = answer.named.as_ref().unwrap();
    assert_eq!(answer.kind, MessageKind::Answer);
    assert_eq!(
        (named.act.as_str(), named.on, named.unit.as_str()),
        ("Menerbitkan izin", date(2026, 9, 8), "Bidang Perizinan")
    );
    assert_eq!(life.status(), S::Responded);
}

fn approving() -> Life {
    let book = book_with(|book| {
        if let Some(tenant) = book.tenants.get_mut(&DESDM) {
            tenant.approves_answers = true;
        }
    });
    Life::filed_under(book, complaint(DESDM), crate::time::at(MONDAY))
        .and(&liaison(DESDM), Deed::Verify)
        .and(&handler(DESDM), start())
}

#[test]
fn where_the_tenant_asks_for_it_an_answer_waits_for_the_liaison_officer() {
    let waiting = approving().and(&handler(DESDM), Deed::Answer(answer_text()));
    assert_eq!(waiting.status(), S::InProgress);
    assert!(
        waiting
            .messages
            .iter()
            .all(|message| message.kind != MessageKind::Answer)
    );
    assert_eq!(
        waiting.refusal(&handler(DESDM), Deed::Answer(answer_text())),
        Refusal::AlreadyWaiting
    );
    assert_eq!(
        waiting.refusal(&handler(DESDM), Deed::ApproveAnswer),
        Refusal::NotPermitted
    );
    assert_eq!(waiting.and(&liaison(DESDM), Deed::ApproveAnswer).status(), S::Responded);
    let own = approving().and(&liaison(DESDM), Deed::Answer(answer_text()));
    assert_eq!(own.status(), S::Responded);
}

#[test]
fn a_returned_answer_may_be_written_again() {
    let note = "Tambahkan tanggal terbit.".try_into().unwrap();
    let returned = approving()
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&liaison(DESDM), Deed::ReturnAnswer { note });
    assert_eq!(returned.case.waiting_answer, None);
    assert!(returned.try_act(&handler(DESDM), Deed::Answer(answer_text())).is_ok());
}

#[test]
fn an_answer_that_waits_falls_when_the_case_is_offered() {
    let offered = approving()
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DESDM), Deed::TakeBack);
    assert_eq!(offered.refusal(&liaison(DESDM), Deed::ApproveAnswer), Refusal::NotNow);
}

#[test]
fn nobody_approves_an_answer_of_their_own() {
    let mut waiting = approving().and(&handler(DESDM), Deed::Answer(answer_text()));
    let approver = officer(DESDM, Role::LiaisonOfficer, 1);
    if let Some(answer) = waiting.case.waiting_answer.as_mut() {
        answer.by = approver.id;
    }
    assert_eq!(
        waiting.refusal(&Actor::Officer(approver), Deed::ApproveAnswer),
        Refusal::SecondPerson
    );
}

#[test]
fn every_change_is_an_event_from_the_last_status_to_the_present_one() {
    let life = Life::in_progress(DESDM)
        .and(&handler(DESDM), offer_to(DLH))
        .and(&handler(DLH), Deed::Accept)
        .and(&handler(DLH), Deed::Answer(answer_text()))
        .and(&Actor::Reporter, Deed::Confirm);
    let moves: Vec<_> = life
        .events
        .iter()
        .map(|event| (event.act, event.from, event.to))
        .collect();
    assert_eq!(
        moves,
        [
            (Act::File, S::Submitted, S::Submitted),
            (Act::Verify, S::Submitted, S::Dispatched),
            (Act::Start, S::Dispatched, S::InProgress),
            (Act::Offer, S::InProgress, S::TransferPending),
            (Act::Accept, S::TransferPending, S::Dispatched),
            (Act::Answer, S::Dispatched, S::Responded),
            (Act::Confirm, S::Responded, S::Resolved),
        ]
    );
}

#[test]
fn words_people_wrote_enter_an_event_only_as_salted_commitments() {
    let life = Life::dispatched(DESDM).and(&handler(DESDM), reply());
    let event = life.last_event();
    let bytes = event.canonical(life.key());
    let text = life.messages.last().unwrap().text.as_bytes();
    assert!(!bytes.windows(text.len()).any(|window| window == text));
    let expected = crate::chain::Commitment::new(event.salt, text);
    assert_eq!(event.commitments, [("text", expected)]);
}

#[test]
fn the_reporter_rates_an_end_once_from_one_to_four() {
    let rate = |value| Deed::Rate { value, reason: None };
    let ended = Life::responded(DESDM).and(&Actor::Reporter, Deed::Confirm);
    for value in [0, 5] {
        assert_eq!(ended.refusal(&Actor::Reporter, rate(value)), Refusal::OutOfRange);
    }
    let rated = ended.and(&Actor::Reporter, rate(4));
    assert_eq!(rated.refusal(&Actor::Reporter, rate(1)), Refusal::RatedBefore);
    let answered_again = rated
        .and(&Actor::Reporter, reopen())
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&Actor::Reporter, Deed::Confirm);
    assert!(answered_again.try_act(&Actor::Reporter, rate(2)).is_ok());
}

#[test]
fn the_name_of_an_anonymous_reporter_is_never_opened() {
    let open = || Deed::OpenIdentity {
        reason: "Perlu menghubungi pelapor.".try_into().unwrap(),
    };
    let life = Life::dispatched(DESDM);
    let change = life.try_act(&liaison(DESDM), open()).unwrap();
    assert_eq!(change.opening().unwrap().reason, "Perlu menghubungi pelapor.");
    let mut anonymous = complaint(DESDM);
    anonymous.visibility = crate::kind::Visibility::Anonymous;
    for by in [liaison(DESDM), province()] {
        assert_eq!(Life::filed(anonymous.clone()).refusal(&by, open()), Refusal::Anonymous);
    }
    let partner = life.and(&handler(DESDM), offer_to(DLH));
    assert_eq!(partner.refusal(&liaison(DLH), open()), Refusal::NotYours);
}

#[test]
fn the_third_data_request_needs_the_liaison_officer() {
    let mut life = Life::dispatched(DESDM);
    for _ in 0..2 {
        life = life.and(&handler(DESDM), ask_data()).and(&Actor::Reporter, supply());
    }
    assert_eq!(life.refusal(&handler(DESDM), ask_data()), Refusal::LiaisonNeeded);
    assert_eq!(life.and(&liaison(DESDM), ask_data()).status(), S::NeedInfo);
}

#[test]
fn an_answered_case_leaves_only_by_the_word_or_the_silence_of_the_reporter() {
    let life = Life::responded(DESDM);
    for by in [handler(DESDM), liaison(DESDM), province()] {
        let leaves = [
            ask_data(),
            offer_to(DLH),
            propose_archive(),
            start(),
            Deed::Answer(answer_text()),
        ];
        for deed in leaves {
            assert!(life.try_act(&by, deed).is_err());
        }
    }
    assert_eq!(life.refusal(&Actor::Reporter, Deed::Withdraw), Refusal::NotNow);
    assert!(matches!(life.case.status, Status::Responded { .. }));
}
