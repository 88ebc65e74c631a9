//! A reporter asks that who they are be erased.

use super::fixture::*;
use crate::{
    case::{erasure::Erasure, event::is_for_reporter, seat::Queue},
    chain::{self, ChainHead, Entry},
    deed::{Act, Deed},
    facts::Nib,
    kind::Visibility,
    permit::{Actor, Role},
    refusal::Refusal,
    time::at,
};

fn refuse() -> Deed {
    Deed::RefuseErasure { sentence: sentence() }
}

/// Solved, with a number that tells who asked.
fn solved() -> Life {
    let mut asked = complaint(DESDM);
    asked.facts.licence.application_no = Some(line("I-202607-0048812"));
    asked.facts.licence.nib = Some(Nib::try_from("9120304567890").unwrap());
    Life::filed(asked)
        .and(&liaison(DESDM), Deed::Verify)
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&Actor::Reporter, Deed::Confirm)
}

fn asked() -> Life {
    solved().and(&Actor::Reporter, Deed::AskErasure)
}

#[test]
fn the_reporter_asks_for_erasure_once_the_case_has_ended_and_it_is_decided_within_three_days() {
    let open = Life::dispatched(DESDM);
    assert_eq!(open.refusal(&Actor::Reporter, Deed::AskErasure), Refusal::NotNow);
    let life = asked();
    assert_eq!(life.case.erasure_asked(), Some(at("2026-09-10 09:00 WITA")));
    assert_eq!(
        life.refusal(&Actor::Reporter, Deed::AskErasure),
        Refusal::AlreadyWaiting
    );
    assert!(life.last_event().commitments.is_empty());
}

#[test]
fn the_liaison_officer_of_the_holder_or_the_province_desk_decides_on_an_erasure() {
    let life = asked();
    for by in [
        handler(DESDM),
        actor(DESDM, Role::AgencyAdmin),
        actor(DESDM, Role::AgencyHead),
    ] {
        assert_eq!(life.refusal(&by, Deed::EraseIdentity), Refusal::NotPermitted);
        assert_eq!(life.refusal(&by, refuse()), Refusal::NotPermitted);
    }
    assert_eq!(life.refusal(&liaison(KAB), Deed::EraseIdentity), Refusal::NotYours);
    assert_eq!(
        life.refusal(&Actor::Reporter, Deed::EraseIdentity),
        Refusal::NotPermitted
    );
    for by in [liaison(DESDM), province()] {
        assert!(life.try_act(&by, Deed::EraseIdentity).unwrap().erases_identity());
        assert!(!life.try_act(&by, refuse()).unwrap().erases_identity());
    }
    assert_eq!(solved().refusal(&liaison(DESDM), Deed::EraseIdentity), Refusal::NotNow);
}

#[test]
fn an_erasure_takes_what_tells_who_the_reporter_is_and_leaves_the_record() {
    let before = asked();
    let life = before.clone().and(&liaison(DESDM), Deed::EraseIdentity);
    let licence = &life.case.facts.licence;
    assert!(licence.application_no.is_none() && licence.nib.is_none());
    assert_eq!(life.case.facts.place.point, None);
    assert_eq!(life.case.facts.body, before.case.facts.body);
    assert_eq!(life.status(), before.status());
    assert!(matches!(life.case.erasure, Some(Erasure::Granted { .. })));
    let open = Deed::OpenIdentity {
        reason: "Menghubungi pelapor.".try_into().unwrap(),
    };
    assert_eq!(life.refusal(&liaison(DESDM), open), Refusal::Erased);
    assert_eq!(life.refusal(&Actor::Reporter, Deed::AskErasure), Refusal::Erased);
}

#[test]
fn the_chain_holds_after_an_erasure() {
    let life = asked().and(&liaison(DESDM), Deed::EraseIdentity);
    let genesis = ChainHead::genesis(life.key().home);
    let mut head = genesis;
    let entries: Vec<Entry> = life
        .events
        .iter()
        .map(|event| {
            let canonical = event.canonical(life.key());
            let (previous, next) = (head.hash, head.next(&canonical));
            head = next;
            Entry {
                seq: next.seq,
                canonical,
                previous,
                hash: next.hash,
            }
        })
        .collect();
    assert_eq!(chain::verify(genesis, entries), Ok(head));
}

#[test]
fn a_refused_erasure_says_why_and_may_be_asked_for_again() {
    let life = asked().and(&province(), refuse());
    assert_eq!(life.last_event().sentence.as_deref(), Some(sentence().as_str()));
    assert!(!life.case.is_consent_withdrawn());
    assert!(life.try_act(&Actor::Reporter, Deed::AskErasure).is_ok());
}

#[test]
fn with_the_request_nobody_writes_to_the_reporter_any_more() {
    assert!(!solved().case.is_consent_withdrawn());
    assert!(asked().case.is_consent_withdrawn());
    assert!(
        asked()
            .and(&liaison(DESDM), Deed::EraseIdentity)
            .case
            .is_consent_withdrawn()
    );
}

#[test]
fn a_case_that_is_at_work_again_drops_a_request_that_waits() {
    let life = asked().and(&Actor::Reporter, reopen());
    assert_eq!(life.case.erasure, None);
    let erased = asked()
        .and(&liaison(DESDM), Deed::EraseIdentity)
        .and(&Actor::Reporter, reopen());
    assert!(matches!(erased.case.erasure, Some(Erasure::Granted { .. })));
}

#[test]
fn a_request_to_erase_stands_in_the_work_of_the_holder_with_its_limit() {
    let life = asked();
    let seat = life.seat(DESDM).unwrap();
    assert_eq!((seat.queue, seat.due_at), (Queue::Work, life.case.erasure_asked()));
    assert_eq!(life.seat(PROVINSI).unwrap().queue, Queue::Ended);
    let decided = life.and(&liaison(DESDM), refuse());
    assert_eq!(decided.seat(DESDM).unwrap().queue, Queue::Ended);
}

#[test]
fn the_reporter_reads_what_came_of_a_request_to_erase_and_the_public_does_not() {
    let life = asked().and(&province(), refuse());
    for event in life.events.iter().rev().take(2) {
        assert!(!event.is_public() && is_for_reporter(event.act, event.reason.is_some()));
    }
}

#[test]
fn an_anonymous_reporter_may_ask_for_erasure_too() {
    let mut life = solved();
    life.case.visibility = Visibility::Anonymous;
    life.act(&Actor::Reporter, Deed::AskErasure);
    life.act(&liaison(DESDM), Deed::EraseIdentity);
    assert_eq!(life.last_event().act, Act::EraseIdentity);
}
