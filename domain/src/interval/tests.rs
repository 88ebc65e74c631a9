use proptest::prelude::*;
use uuid::Uuid;

use super::{Charge, Interval, Step, Track, TrackError, Waiting};
use crate::id::AgencyId;
use crate::time::Timestamp;

fn agency(number: u128) -> AgencyId {
    AgencyId(Uuid::from_u128(number))
}

fn own() -> Charge {
    Charge::Own(agency(1))
}

fn ms(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms)
}

fn closed(charge: Charge, from: i64, to: i64) -> Interval {
    Interval {
        charge,
        from: ms(from),
        to: Some(ms(to)),
    }
}

fn lengths(kept: &Track, now: i64) -> Vec<(Charge, i64)> {
    kept.intervals()
        .map(|interval| (interval.charge, interval.ms(ms(now))))
        .collect()
}

#[test]
fn a_switch_ends_one_interval_where_the_next_begins() {
    let mut kept = Track::begin(Charge::Province, ms(0));
    let steps = kept.switch(own(), ms(10));
    let next = Interval::running(own(), ms(10));
    assert_eq!(
        steps,
        [
            Step::Closed(closed(Charge::Province, 0, 10)),
            Step::Added(next)
        ]
    );
    assert_eq!(kept.running(), Some(&next));
    assert_eq!(lengths(&kept, 25), [(Charge::Province, 10), (own(), 15)]);
}

#[test]
fn waiting_for_the_same_changes_nothing() {
    let mut kept = Track::begin(own(), ms(0));
    assert_eq!(kept.switch(own(), ms(10)), []);
    assert_eq!(kept.intervals().count(), 1);
}

#[test]
fn two_switches_at_one_instant_leave_an_empty_interval() {
    let mut kept = Track::begin(Charge::Province, ms(0));
    kept.switch(own(), ms(10));
    kept.switch(Charge::Citizen, ms(10));
    assert!(kept.is_contiguous());
    assert_eq!(
        lengths(&kept, 12),
        [(Charge::Province, 10), (own(), 0), (Charge::Citizen, 2)]
    );
}

#[test]
fn an_end_closes_the_lifetime() {
    let mut kept = Track::begin(own(), ms(0));
    assert_eq!(kept.end(ms(10)), Some(Step::Closed(closed(own(), 0, 10))));
    assert_eq!(kept.end(ms(20)), None);
    assert_eq!(kept.running(), None);
    assert_eq!((kept.sum_ms(ms(50)), kept.lifetime_ms(ms(50))), (10, 10));
}

#[test]
fn a_return_charges_the_ended_time_to_nobody() {
    let mut kept = Track::begin(own(), ms(0));
    kept.end(ms(10));
    let steps = kept.switch(own(), ms(40));
    let next = Interval::running(own(), ms(40));
    assert_eq!(
        steps,
        [
            Step::Added(closed(Charge::Ended, 10, 40)),
            Step::Added(next)
        ]
    );
    assert_eq!((kept.sum_ms(ms(50)), kept.lifetime_ms(ms(50))), (50, 50));
    assert_eq!(Charge::Ended.agency(), None);
}

#[test]
fn a_clock_that_lags_does_not_run_an_interval_backwards() {
    let mut kept = Track::begin(Charge::Province, ms(100));
    kept.switch(own(), ms(90));
    assert_eq!(lengths(&kept, 95), [(Charge::Province, 0), (own(), 0)]);
    assert!(kept.is_contiguous());
}

#[test]
fn kept_intervals_with_a_gap_an_overlap_or_none_are_refused() {
    let next = Interval::running(own(), ms(10));
    for first in [
        closed(Charge::Province, 0, 9),
        closed(Charge::Province, 0, 11),
        closed(own(), 12, 10),
    ] {
        assert_eq!(
            Track::from_intervals(vec![first, next]),
            Err(TrackError::Gap)
        );
    }
    let running = Interval::running(own(), ms(0));
    assert_eq!(
        Track::from_intervals(vec![running, next]),
        Err(TrackError::Gap)
    );
    assert_eq!(Track::from_intervals(vec![]), Err(TrackError::Empty));
    assert!(Track::from_intervals(vec![closed(Charge::Province, 0, 10), next]).is_ok());
}

#[test]
fn the_first_of_province_citizen_offered_partner_and_own_is_waited_for() {
    let mut waiting = Waiting {
        holder: agency(1),
        province: true,
        citizen: true,
        offered_to: Some(agency(2)),
        partner: Some(agency(3)),
    };
    assert_eq!(Charge::of(&waiting), Charge::Province);
    waiting.province = false;
    assert_eq!(Charge::of(&waiting), Charge::Citizen);
    waiting.citizen = false;
    assert_eq!(
        Charge::of(&waiting),
        Charge::Offered {
            holder: agency(1),
            awaited: agency(2)
        }
    );
    waiting.offered_to = None;
    assert_eq!(Charge::of(&waiting), Charge::Partner { agency: agency(3) });
    waiting.partner = None;
    assert_eq!(Charge::of(&waiting), own());
}

#[test]
fn an_offer_is_charged_to_the_holder_and_owed_by_the_awaited() {
    let offered = Charge::Offered {
        holder: agency(1),
        awaited: agency(2),
    };
    assert_eq!(
        (offered.agency(), offered.debtor()),
        (Some(agency(1)), Some(agency(2)))
    );
    assert_eq!((own().agency(), own().debtor()), (Some(agency(1)), None));
}

fn any_charge() -> impl Strategy<Value = Charge> {
    prop_oneof![
        (1..4_u128).prop_map(|number| Charge::Own(agency(number))),
        Just(Charge::Offered {
            holder: agency(1),
            awaited: agency(2)
        }),
        Just(Charge::Partner { agency: agency(3) }),
        Just(Charge::Province),
        Just(Charge::Citizen),
    ]
}

proptest! {
    #[test]
    fn the_intervals_of_any_life_have_no_gap_and_sum_to_it(
        moves in proptest::collection::vec((prop::option::of(any_charge()), 0_i64..50), 0..40),
        rest in 0_i64..50,
    ) {
        let mut kept = Track::begin(Charge::Province, ms(1_000));
        let mut now = 1_000;
        for (charge, later) in moves {
            now += later;
            match charge {
                Some(charge) => drop(kept.switch(charge, ms(now))),
                None => drop(kept.end(ms(now))),
            }
        }
        let ended_at = kept.intervals().last().and_then(|last| last.to);
        now += rest;
        prop_assert!(kept.is_contiguous());
        prop_assert_eq!(kept.sum_ms(ms(now)), ended_at.unwrap_or(ms(now)).as_ms() - 1_000);
        prop_assert_eq!(kept.lifetime_ms(ms(now)), kept.sum_ms(ms(now)));
        let again = Track::from_intervals(kept.intervals().copied().collect());
        prop_assert_eq!(again, Ok(kept));
    }
}
