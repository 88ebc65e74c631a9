use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{DatedHours, DayHours, HoursError, OfficeHours, WeekHours, WorkingTime};
use crate::calendar::fixture::kaltara;
use crate::time::{Timestamp, at};

fn standard() -> WorkingTime {
    WorkingTime::new(kaltara(), OfficeHours::default())
}

/// From 08.00 to 15.00 with a short break, as in the Ramadan of 2026.
fn with_ramadan() -> WorkingTime {
    let day = DayHours::new((8, 0), ((12, 0), (12, 30)), (15, 0)).unwrap();
    let friday = DayHours::new((8, 0), ((11, 30), (12, 30)), (15, 30)).unwrap();
    let week = WeekHours {
        monday_to_thursday: day,
        friday,
    };
    let ramadan = DatedHours::new(date(2026, 2, 18), date(2026, 3, 19), week).unwrap();
    WorkingTime::new(
        kaltara(),
        OfficeHours {
            week: WeekHours::STANDARD,
            dated: vec![ramadan],
        },
    )
}

fn minutes(time: &WorkingTime, from: &str, to: &str) -> i64 {
    time.minutes_between(at(&format!("{from} WITA")), at(&format!("{to} WITA")))
}

#[test]
fn a_week_has_thirty_seven_and_a_half_hours() {
    assert_eq!(
        minutes(&standard(), "2026-09-07 00:00", "2026-09-14 00:00"),
        37 * 60 + 30
    );
}

#[test]
fn only_minutes_in_office_count() {
    let time = standard();
    for (from, to, expected) in [
        ("2026-09-07 07:00", "2026-09-07 08:00", 30),
        ("2026-09-07 11:30", "2026-09-07 13:30", 60),
        ("2026-09-07 12:10", "2026-09-07 12:50", 0),
        ("2026-09-07 15:30", "2026-09-08 07:45", 45),
        ("2026-09-11 11:00", "2026-09-11 13:15", 45),
        ("2026-09-11 16:00", "2026-09-14 08:00", 60),
        ("2026-09-12 08:00", "2026-09-13 16:00", 0),
        ("2026-12-24 00:00", "2026-12-26 00:00", 0),
        ("2026-09-08 10:00", "2026-09-08 09:00", 0),
    ] {
        assert_eq!(minutes(&time, from, to), expected, "{from} to {to}");
    }
}

#[test]
fn dated_hours_hold_from_their_first_to_their_last_day() {
    let time = with_ramadan();
    let day = |day: &str| minutes(&time, &format!("{day} 00:00"), &format!("{day} 23:59"));
    assert_eq!(day("2026-02-13"), 7 * 60 + 30);
    assert_eq!(day("2026-02-18"), 6 * 60 + 30);
    assert_eq!(day("2026-02-20"), 6 * 60 + 30);
    assert_eq!(day("2026-03-19"), 0, "a holiday stays one");
    assert_eq!(day("2026-03-25"), 7 * 60 + 30);
    assert_eq!(time.close_of_office(date(2026, 2, 18)), at("2026-02-18 15:00 WITA"));
}

#[test]
fn office_closes_earlier_from_monday_to_thursday_than_on_friday() {
    let time = standard();
    assert_eq!(time.close_of_office(date(2026, 9, 10)), at("2026-09-10 16:00 WITA"));
    assert_eq!(time.close_of_office(date(2026, 9, 11)), at("2026-09-11 16:30 WITA"));
}

#[test]
fn hours_that_are_out_of_order_are_refused() {
    let lunch = ((12, 0), (13, 0));
    assert_eq!(DayHours::new((12, 30), lunch, (16, 0)), Err(HoursError::OutOfOrder));
    assert_eq!(DayHours::new((7, 30), lunch, (24, 1)), Err(HoursError::OutOfOrder));
    let period = |from, to| DatedHours::new(from, to, WeekHours::STANDARD).map(|_| ());
    assert_eq!(period(date(2026, 3, 2), date(2026, 3, 1)), Err(HoursError::Period));
    assert_eq!(period(date(2026, 1, 1), date(2260, 1, 1)), Err(HoursError::Period));
    assert_eq!(period(date(2026, 3, 1), date(2026, 3, 1)), Ok(()));
}

/// The same reckoning the slow way: day by day, minute by minute of the day's table.
fn day_by_day(time: &WorkingTime, from: Timestamp, to: Timestamp) -> i64 {
    let on = |day: Date| {
        let until = |instant: Timestamp| {
            let ms = instant.ms_since(Timestamp::start_of_day_wita(day)).clamp(0, 86_400_000);
            i64::from(time.hours().on(day).minutes_until(u16::try_from(ms / 60_000).unwrap()))
        };
        if time.calendar().is_working_day(day) {
            until(to) - until(from)
        } else {
            0
        }
    };
    let days = from.wita_date().series(jiff::Span::new().days(1));
    days.take_while(|day| *day <= to.wita_date()).map(on).sum()
}

fn any_instant() -> impl Strategy<Value = Timestamp> {
    let from = at("2025-11-01 00:00 WITA").as_ms();
    let to = at("2026-12-31 00:00 WITA").as_ms();
    (from..to).prop_map(Timestamp::from_ms)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn measuring_by_search_equals_measuring_day_by_day(a in any_instant(), b in any_instant()) {
        let (from, to) = (a.min(b), a.max(b));
        for time in [standard(), with_ramadan()] {
            prop_assert_eq!(time.minutes_between(from, to), day_by_day(&time, from, to));
        }
    }

    #[test]
    fn hours_owed_by_many_are_reckoned_from_their_count_and_sum(
        starts in proptest::collection::vec(any_instant(), 0..20),
    ) {
        let time = with_ramadan();
        let now = at("2026-12-31 12:00 WITA");
        let one_by_one: i64 = starts.iter().map(|start| time.minutes_between(*start, now)).sum();
        let sum: i64 = starts.iter().map(|start| time.ordinal(*start)).sum();
        let count = i64::try_from(starts.len()).unwrap();
        prop_assert_eq!(count * time.ordinal(now) - sum, one_by_one);
    }
}
