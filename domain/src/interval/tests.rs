use proptest::prelude::*;
use uuid::Uuid;

use super::{Charge, Interval, Track, TrackError, Waiting};
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

fn lengths(track: &Track, now: i64) -> Vec<(Charge, i64)> {
    track
        .intervals()
        .map(|interval| (interval.charge, interval.ms(ms(now))))
        .collect()
}

#[test]
fn a_switch_ends_one_interval_where_the_next_begins() {
    let mut track = Track::begin(Charge::Province, ms(0));
    track.switch(own(), ms(10));
    assert_eq!(track.running(), Some(&Interval::running(own(), ms(10))));
    assert_eq!(lengths(&track, 25), [(Charge::Province, 10), (own(), 15)]);
}

#[test]
fn waiting_for_the_same_changes_nothing() {
    let mut track = Track::begin(own(), ms(0));
    track.switch(own(), ms(10));
    assert_eq!(track, Track::begin(own(), ms(0)));
}

#[test]
fn only_what_a_change_touched_has_to_be_written() {
    let begun = Track::begin(Charge::Province, ms(0));
    let mut track = begun.clone();
    track.switch(own(), ms(10));
    let before = track.clone();
    track.switch(Charge::Citizen, ms(20));
    let numbers = |before: Option<&Track>| {
        track
            .changed_since(before)
            .map(|(number, _)| number)
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(None), [0, 1, 2]);
    assert_eq!(numbers(Some(&begun)), [0, 1, 2]);
    assert_eq!(numbers(Some(&before)), [1, 2]);
    assert_eq!(numbers(Some(&track)), [0_usize; 0]);
}

#[test]
fn two_switches_at_one_instant_leave_an_empty_interval() {
    let mut track = Track::begin(Charge::Province, ms(0));
    track.switch(own(), ms(10));
    track.switch(Charge::Citizen, ms(10));
    assert!(track.is_contiguous());
    assert_eq!(
        lengths(&track, 12),
        [(Charge::Province, 10), (own(), 0), (Charge::Citizen, 2)]
    );
}

#[test]
fn an_end_closes_the_lifetime() {
    let mut track = Track::begin(own(), ms(0));
    track.end(ms(10));
    track.end(ms(20));
    assert_eq!(track.running(), None);
    assert_eq!((track.sum_ms(ms(50)), track.lifetime_ms(ms(50))), (10, 10));
}

#[test]
fn a_return_charges_the_ended_time_to_nobody() {
    let mut track = Track::begin(own(), ms(0));
    track.end(ms(10));
    track.switch(own(), ms(40));
    assert_eq!(lengths(&track, 50), [(own(), 10), (Charge::Ended, 30), (own(), 10)]);
    assert_eq!((track.sum_ms(ms(50)), track.lifetime_ms(ms(50))), (50, 50));
    assert_eq!(Charge::Ended.agency(), None);
}

#[test]
fn a_clock_that_lags_does_not_run_an_interval_backwards() {
    let mut track = Track::begin(Charge::Province, ms(100));
    track.switch(own(), ms(90));
    assert_eq!(lengths(&track, 95), [(Charge::Province, 0), (own(), 0)]);
    assert!(track.is_contiguous());
}

#[test]
fn track_intervals_with_a_gap_an_overlap_or_none_are_refused() {
    let next = Interval::running(own(), ms(10));
    for first in [
        closed(Charge::Province, 0, 9),
        closed(Charge::Province, 0, 11),
        closed(own(), 12, 10),
    ] {
        assert_eq!(Track::from_intervals(vec![first, next]), Err(TrackError::Gap));
    }
    let running = Interval::running(own(), ms(0));
    assert_eq!(Track::from_intervals(vec![running, next]), Err(TrackError::Gap));
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
    assert_eq!((offered.agency(), offered.debtor()), (Some(agency(1)), Some(agency(2))));
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
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_intervals_of_any_life_have_no_gap_and_sum_to_it(
        moves in proptest::collection::vec((prop::option::of(any_charge()), 0_i64..50), 0..40),
        rest in 0_i64..50,
    ) {
        let mut track = Track::begin(Charge::Province, ms(1_000));
        let mut now = 1_000;
        for (charge, later) in moves {
            now += later;
            match charge {
                Some(charge) => track.switch(charge, ms(now)),
                None => track.end(ms(now)),
            }
        }
        let ended_at = track.intervals().last().and_then(|last| last.to);
        now += rest;
        prop_assert!(track.is_contiguous());
        prop_assert_eq!(track.sum_ms(ms(now)), ended_at.unwrap_or(ms(now)).as_ms() - 1_000);
        prop_assert_eq!(track.lifetime_ms(ms(now)), track.sum_ms(ms(now)));
        let again = Track::from_intervals(track.intervals().copied().collect());
        prop_assert_eq!(again, Ok(track));
    }
}
