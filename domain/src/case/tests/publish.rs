//! What everybody may read: who publishes what, when, and when it ends.

use super::fixture::*;
use crate::{
    case::change::Change,
    deed::{Act, Deed, PublicText},
    kind::{Kind, Visibility},
    permit::{Actor, Role},
    refusal::Refusal,
};

fn publish() -> Deed {
    Deed::Publish(public_text())
}

fn unpublish() -> Deed {
    Deed::Unpublish {
        reason: "Memuat nama orang.".try_into().unwrap(),
    }
}

fn published() -> Life {
    Life::dispatched(DESDM).and(&handler(DESDM), publish())
}

fn acts(change: &Change) -> Vec<Act> {
    change.events().iter().map(|event| event.act).collect()
}

#[test]
fn the_holders_staff_and_the_province_desk_publish_a_verified_case() {
    for by in [handler(DESDM), liaison(DESDM), province()] {
        let life = Life::dispatched(DESDM).and(&by, publish());
        assert_eq!(
            life.case.publication.unwrap().text.as_str(),
            public_text().text.as_str()
        );
    }
    let other = Life::dispatched(DESDM);
    assert_eq!(other.refusal(&handler(DLH), publish()), Refusal::NotYours);
    assert_eq!(
        other.refusal(&actor(DESDM, Role::AgencyHead), publish()),
        Refusal::NotPermitted
    );
    assert_eq!(other.refusal(&Actor::Reporter, publish()), Refusal::NotPermitted);
    let offered = Life::offered(DESDM, DLH);
    assert_eq!(offered.refusal(&liaison(DLH), publish()), Refusal::NotYours);
}

#[test]
fn nothing_is_published_before_verification() {
    let filed = Life::filed(complaint(DESDM));
    assert_eq!(filed.refusal(&liaison(DESDM), publish()), Refusal::NotNow);
    let asked = filed.and(&liaison(DESDM), ask_data());
    assert_eq!(asked.refusal(&liaison(DESDM), publish()), Refusal::NotNow);
}

#[test]
fn secret_cases_and_reports_of_wrongdoing_are_never_published() {
    for visibility in [Visibility::Secret, Visibility::AnonymousSecret] {
        let mut life = Life::dispatched(DESDM);
        life.case.visibility = visibility;
        assert_eq!(life.refusal(&liaison(DESDM), publish()), Refusal::NotPublic);
    }
    let whistle = Life::filed(of_kind(Kind::Whistleblowing, DESDM)).and(&inspector(), Deed::Verify);
    assert_eq!(whistle.refusal(&inspector(), publish()), Refusal::NotPublic);
    let accused = Life::dispatched(DESDM).and(&province(), flag(&[DESDM]));
    assert_eq!(accused.refusal(&inspector(), publish()), Refusal::NotPublic);
}

#[test]
fn what_is_published_is_worded_anew_and_not_published_twice() {
    let life = published();
    assert_eq!(life.refusal(&handler(DESDM), publish()), Refusal::NotNow);
    let first_at = life.case.publication.as_ref().unwrap().first_at;
    let text = PublicText {
        title: "Izin galian sudah terbit".try_into().unwrap(),
        ..public_text()
    };
    let life = life
        .when("2026-09-08 10:00 WITA")
        .and(&liaison(DESDM), Deed::Revise(text));
    let publication = life.case.publication.unwrap();
    assert_eq!(publication.title.as_str(), "Izin galian sudah terbit");
    assert_eq!((publication.first_at, publication.at), (first_at, life.now));
    // The answer did not change, and keeps its day.
    assert_eq!(publication.response.unwrap().at, first_at);
}

#[test]
fn an_officer_takes_back_what_was_published_and_says_why() {
    let life = published().and(&province(), unpublish());
    assert_eq!(life.case.publication, None);
    let event = life.last_event();
    assert_eq!((event.act, event.commitments.len()), (Act::Unpublish, 1));
    assert_eq!(life.refusal(&handler(DESDM), unpublish()), Refusal::NotNow);
    assert!(life.and(&handler(DESDM), publish()).case.publication.is_some());
}

#[test]
fn a_case_that_may_not_be_public_any_more_ends_its_publication_in_the_same_change() {
    let life = published();
    for (by, deed) in [(Actor::Reporter, Deed::Withdraw), (province(), flag(&[DESDM]))] {
        let act = deed.act();
        let change = life.try_act(&by, deed).unwrap();
        assert_eq!(change.after().publication, None);
        assert_eq!(acts(&change), [act, Act::Unpublish]);
        // It names no cause: a former holder may read it.
        assert_eq!(
            (change.events()[1].reason, change.events()[1].sentence.clone()),
            (None, None)
        );
    }
}

#[test]
fn an_answer_and_its_confirmation_stay_published() {
    let life = published()
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&Actor::Reporter, Deed::Confirm);
    assert!(life.case.publication.is_some());
}

#[test]
fn the_words_enter_the_chain_as_commitments_only() {
    let life = published();
    let canonical = life.last_event().canonical(life.key());
    let text = public_text();
    for word in [text.title.as_str(), text.text.as_str()] {
        assert!(!canonical.windows(word.len()).any(|part| part == word.as_bytes()));
    }
    assert_eq!(life.last_event().sentence, None);
}

#[test]
fn the_point_is_public_when_the_case_is_open_and_rounded_only() {
    let mut life = published();
    let point = crate::point::Point::new(284_412, 11_736_399).unwrap();
    life.case.facts.place.point = Some(point);
    assert_eq!(life.case.public_point(), Some(point.rounded()));
    for hidden in [Visibility::Anonymous, Visibility::Secret, Visibility::AnonymousSecret] {
        life.case.visibility = hidden;
        assert_eq!(life.case.public_point(), None, "{hidden:?}");
    }
}
