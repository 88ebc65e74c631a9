use jiff::civil::date;
use proptest::prelude::*;

use super::format::{
    date_range, day_and_month, decimal, long_date, long_instant, month, number, percent, plain_date, short_date,
    short_instant, time_of_day,
};
use super::{Timestamp, at, days_since_epoch};
use crate::lang::Lang::{self, En, Id};

#[test]
fn wita_is_eight_hours_ahead_of_utc() {
    assert_eq!(at("1970-01-01 08:00 WITA"), Timestamp::from_ms(0));
    assert_eq!(at("2026-03-02 23:59 WITA").as_ms(), 1_772_467_140_000);
}

#[test]
fn the_day_changes_at_midnight_in_wita() {
    let midnight = at("2026-03-03 00:00 WITA");
    assert_eq!(midnight.wita_date(), date(2026, 3, 3));
    assert_eq!(midnight.plus_ms(-1).wita_date(), date(2026, 3, 2));
    assert_eq!(Timestamp::end_of_day_wita(date(2026, 3, 2)), midnight.plus_ms(-1_000));
}

#[test]
fn any_number_of_milliseconds_has_a_day() {
    for ms in [i64::MIN, i64::MAX] {
        assert_eq!(Timestamp::from_ms(ms).wita_date().year().abs(), 9_999);
    }
}

#[test]
#[should_panic(expected = "not an instant in WITA")]
fn an_example_instant_without_its_zone_is_refused() {
    let _ = at("2026-03-02 23:59");
}

#[test]
fn dates_read_as_people_write_them() {
    let friday = date(2026, 3, 27);
    for (write, id, en) in [
        (
            long_date as fn(_, Lang) -> String,
            "Jumat, 27 Maret 2026",
            "Friday, 27 March 2026",
        ),
        (day_and_month, "Jumat, 27 Maret", "Friday, 27 March"),
        (short_date, "Jum, 27 Mar", "Fri, 27 Mar"),
        (plain_date, "27 Maret 2026", "27 March 2026"),
        (month, "Maret 2026", "March 2026"),
    ] {
        assert_eq!((write(friday, Id).as_str(), write(friday, En).as_str()), (id, en));
    }
    assert_eq!(short_date(date(2026, 8, 16), Id), "Min, 16 Agu");
}

#[test]
fn a_range_of_days_says_nothing_twice() {
    let range = |from, to| date_range(from, to, Id);
    assert_eq!(range(date(2026, 11, 1), date(2026, 11, 23)), "1–23 November 2026");
    assert_eq!(
        range(date(2026, 1, 28), date(2026, 2, 3)),
        "28 Januari – 3 Februari 2026"
    );
    assert_eq!(
        range(date(2026, 12, 28), date(2027, 1, 3)),
        "28 Desember 2026 – 3 Januari 2027"
    );
    assert_eq!(range(date(2026, 11, 1), date(2026, 11, 1)), "1 November 2026");
}

#[test]
fn times_are_in_wita_with_a_point_in_indonesian() {
    let afternoon = at("2026-03-27 14:30 WITA");
    assert_eq!(time_of_day(afternoon, Id), "14.30 WITA");
    assert_eq!(time_of_day(at("2026-03-27 07:05 WITA"), En), "07:05 WITA");
    assert_eq!(long_instant(afternoon, Id), "Jumat, 27 Maret 2026, 14.30 WITA");
    assert_eq!(short_instant(afternoon, Id), "Jum, 27 Mar, 14.30 WITA");
}

#[test]
fn numbers_have_points_for_thousands_and_a_comma_for_decimals_in_indonesian() {
    for (written, expected) in [
        (number(0, Id), "0"),
        (number(530, Id), "530"),
        (number(12_530, Id), "12.530"),
        (number(1_234_567, En), "1,234,567"),
        (number(-1_234, Id), "-1.234"),
        (decimal(8_306, 2, Id), "83,06"),
        (decimal(8_306, 2, En), "83.06"),
        (decimal(6, 2, Id), "0,06"),
        (decimal(-5, 1, Id), "-0,5"),
        (decimal(12_345_678, 2, Id), "123.456,78"),
        (percent(864, Id), "86,4 %"),
        (percent(1_000, En), "100.0%"),
    ] {
        assert_eq!(written, expected);
    }
}

proptest! {
    #[test]
    fn a_time_on_a_wall_in_wita_is_found_again(days in -100_000_i64..100_000, of_day in 0_i64..86_400_000) {
        let day = super::EPOCH.saturating_add(jiff::Span::new().days(days));
        let instant = Timestamp::start_of_day_wita(day).plus_ms(of_day);
        prop_assert_eq!(instant.wita_date(), day);
        prop_assert_eq!(days_since_epoch(day), days);
        let wall = instant.wita();
        prop_assert_eq!(i64::from(wall.hour()) * 3_600 + i64::from(wall.minute()) * 60, of_day / 60_000 * 60);
    }
}
