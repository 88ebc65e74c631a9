//! On which grounds the way to the Ombudsman is offered.

use super::fixture::*;
use crate::{
    deed::Deed,
    permit::Actor,
    view::escalation::{Ground, grounds, limits_of},
};

fn offered(life: &Life) -> Vec<Ground> {
    grounds(&life.case, life.now)
}

#[test]
fn the_way_to_the_ombudsman_is_offered_on_its_grounds_and_on_no_other() {
    let reporter = Actor::Reporter;
    assert_eq!(offered(&Life::filed(complaint(DESDM))), []);
    assert_eq!(offered(&Life::in_progress(DESDM)), []);
    assert_eq!(offered(&Life::responded(DESDM)), []);
    let late = Life::in_progress(DESDM).when("2026-09-26 09:00 WITA");
    assert_eq!(offered(&late), [Ground::LimitPassed]);
    assert_eq!(offered(&Life::archived(DESDM)), [Ground::NotSatisfied]);
    let resolved = Life::responded(DESDM).and(&reporter, Deed::Confirm);
    assert_eq!(offered(&resolved), []);
    let rated = |value| resolved.clone().and(&reporter, Deed::Rate { value, reason: None });
    assert_eq!(offered(&rated(2)), [Ground::NotSatisfied]);
    assert_eq!(offered(&rated(3)), []);
    let withdrawn = Life::dispatched(DESDM).and(&reporter, Deed::Withdraw);
    assert_eq!(offered(&withdrawn), []);
    let once = Life::responded(DESDM).and(&reporter, reopen());
    assert_eq!(offered(&once), []);
    let twice = once
        .and(&handler(DESDM), Deed::Answer(answer_text()))
        .and(&reporter, reopen());
    assert_eq!(offered(&twice), [Ground::ReopenedTwice]);
}

#[test]
fn a_limit_stands_still_for_the_ombudsman_while_data_is_awaited_and_after_an_end() {
    let asked = Life::dispatched(DESDM)
        .and(&handler(DESDM), ask_data())
        .when("2026-09-21 09:00 WITA");
    assert_eq!(offered(&asked), []);
    let ended = Life::archived(DESDM).when("2026-12-01 09:00 WITA");
    assert_eq!(offered(&ended), [Ground::NotSatisfied]);
    let limits = limits_of(&ended.case, &ended.book, crate::lang::Lang::Id, ended.now);
    assert!(limits.iter().all(|limit| !limit.is_late), "{limits:?}");
}
