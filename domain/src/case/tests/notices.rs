//! What a reporter is told outside the page: the matrix in `docs/matrices/notices.md`, and when limits speak.

use super::{
    fixture::*,
    matrix::{compare, table},
};
use crate::{
    case::{Case, change::Change},
    deadline::LimitKind,
    deed::{Act, Deed},
    notice::{Notice, NoticeKind, caused_by, notices, watched},
    permit::{Actor, Side},
    time::at,
};

fn cell(kind: Option<NoticeKind>) -> String {
    kind.map(|kind| format!("`{}`", kind.as_str())).unwrap_or_default()
}

#[test]
fn the_table_of_notices_is_the_committed_one() {
    let rows = Act::ALL.iter().map(|&act| {
        let is_theirs = act.side() == Side::Citizen;
        let told = caused_by(act, is_theirs, false);
        let group = told
            .map(|kind| format!("`{}`", kind.group().as_str()))
            .unwrap_or_default();
        (format!("`{}`", act.as_str()), vec![cell(told), group])
    });
    let waits = cell(caused_by(Act::Answer, false, true));
    assert_eq!(waits, "", "an answer that waits for approval is not told");
    let text = format!(
        "# Notices by act\n\n\
        What a reporter is told outside the page when an act is done, and the switch that it goes by. What they do \
        themselves and the work inside is not told, but for the receipt itself; an answer that waits for approval is told \
        when it is approved. Limits speak by themselves: `limit_near` two days before one of the reporter's own, \
        `limit_passed` on the morning after one of an agency's. Printed and compared by `case::tests::notices`; \
        `UPDATE=1` writes it anew.\n\n{}",
        table("act", &["notice", "switch"], rows)
    );
    compare("notices", &text);
}

fn told(change: &Change, now: &str) -> Vec<(NoticeKind, Option<LimitKind>)> {
    notices(change, at(now))
        .into_iter()
        .map(|Notice { kind, limit, .. }| (kind, limit.map(|limit| limit.limit)))
        .collect()
}

#[test]
fn a_change_tells_one_thing_now_and_one_for_each_limit_it_sets() {
    let life = Life::filed(complaint(DESDM));
    let change = life.try_act(&liaison(DESDM), Deed::Verify).unwrap();
    assert_eq!(
        told(&change, MONDAY),
        [
            (NoticeKind::Verified, None),
            (NoticeKind::LimitPassed, Some(LimitKind::FirstResponse)),
        ]
    );
    let change = Life::dispatched(DESDM).try_act(&handler(DESDM), ask_data()).unwrap();
    assert_eq!(
        told(&change, MONDAY),
        [
            (NoticeKind::Question, None),
            (NoticeKind::LimitNear, Some(LimitKind::CitizenData)),
        ]
    );
}

#[test]
fn what_reporters_do_themselves_is_not_told_to_them() {
    let life = Life::responded(DESDM);
    for deed in [Deed::Confirm, reopen()] {
        let change = life.try_act(&Actor::Reporter, deed).unwrap();
        assert!(notices(&change, life.now).iter().all(|notice| notice.limit.is_some()));
    }
}

#[test]
fn a_limit_of_ones_own_is_told_two_days_before_and_an_agencys_on_the_morning_after() {
    let asked = Life::dispatched(DESDM).try_act(&handler(DESDM), ask_data()).unwrap();
    let near = notices(&asked, at(MONDAY))[1];
    assert_eq!(near.limit.unwrap().due, at("2026-09-21 23:59:59 WITA"));
    assert_eq!(near.at, at("2026-09-19 09:00 WITA"));
    let verified = Life::filed(complaint(DESDM))
        .try_act(&liaison(DESDM), Deed::Verify)
        .unwrap();
    let passed = notices(&verified, at(MONDAY))[1];
    assert_eq!(passed.limit.unwrap().due, at("2026-09-14 23:59:59 WITA"));
    assert_eq!(passed.at, at("2026-09-15 06:00 WITA"));
}

#[test]
fn a_limit_that_was_met_or_moved_is_not_watched_any_more() {
    let watches = |case: &Case, limit| watched(case).iter().any(|watched| watched.limit == limit);
    let life = Life::dispatched(DESDM);
    assert!(watches(&life.case, LimitKind::FirstResponse));
    let started = life.and(&handler(DESDM), start());
    assert!(!watches(&started.case, LimitKind::FirstResponse));
    let asked = started.and(&handler(DESDM), ask_data());
    assert_eq!(watched(&asked.case).len(), 1, "all but the reporter's own stand still");
    let withdrawn = asked.and(&Actor::Reporter, Deed::Withdraw);
    assert_eq!(watched(&withdrawn.case), []);
}
