use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::fixture::kaltara;
use super::{CalendarVersion, Holiday, HolidayKind};

/// Received, and the 3rd, 5th, 10th, 14th and 60th working day after it.
/// Source: the province's own reckoning with the decrees for 2025 to 2027.
const VECTORS: [[&str; 6]; 6] = [
    [
        "2026-03-13",
        "2026-03-25",
        "2026-03-27",
        "2026-04-06",
        "2026-04-10",
        "2026-06-24",
    ],
    [
        "2026-05-13",
        "2026-05-20",
        "2026-05-22",
        "2026-06-03",
        "2026-06-09",
        "2026-08-13",
    ],
    [
        "2026-08-14",
        "2026-08-20",
        "2026-08-24",
        "2026-09-01",
        "2026-09-07",
        "2026-11-10",
    ],
    [
        "2026-11-26",
        "2026-12-01",
        "2026-12-03",
        "2026-12-10",
        "2026-12-16",
        "2027-02-25",
    ],
    [
        "2026-12-22",
        "2026-12-29",
        "2026-12-31",
        "2027-01-11",
        "2027-01-15",
        "2027-04-02",
    ],
    [
        "2027-03-05",
        "2027-03-18",
        "2027-03-22",
        "2027-03-31",
        "2027-04-06",
        "2027-06-17",
    ],
];

#[test]
fn the_nth_working_day_after_receipt_is_that_of_the_decrees() {
    let calendar = kaltara();
    for [received, days @ ..] in VECTORS {
        let received: Date = received.parse().unwrap();
        for (n, expected) in [3, 5, 10, 14, 60].into_iter().zip(days) {
            let day = calendar.nth_working_day_after(received, n);
            assert_eq!(day.to_string(), expected, "day {n} after {received}");
            assert_eq!(calendar.working_days_between(received, day), u32::from(n));
        }
    }
}

#[test]
fn a_year_has_the_working_days_that_the_decrees_leave() {
    let calendar = kaltara();
    for (year, days) in [(2025, 237), (2026, 240), (2027, 242)] {
        let last_of_before = date(year - 1, 12, 31);
        assert_eq!(
            calendar.working_days_between(last_of_before, date(year, 12, 31)),
            days,
            "{year}"
        );
    }
}

#[test]
fn receipt_on_a_weekend_or_holiday_makes_the_next_working_day_day_one() {
    let calendar = kaltara();
    for day in [date(2026, 3, 18), date(2026, 3, 21), date(2026, 3, 24)] {
        assert_eq!(calendar.nth_working_day_after(day, 1), date(2026, 3, 25), "{day}");
    }
    assert_eq!(calendar.nth_working_day_after(date(2026, 3, 24), 0), date(2026, 3, 24));
}

#[test]
fn a_local_holiday_is_no_working_day_for_that_tenant_only() {
    let province = kaltara();
    let day = date(2026, 10, 12);
    let local = Holiday::new(day, "Hari jadi kabupaten", HolidayKind::LocalHoliday);
    let tenant = province.with_local([local]);
    assert!(province.is_working_day(day) && !tenant.is_working_day(day));
    assert_eq!(tenant.nth_working_day_after(date(2026, 10, 9), 1), date(2026, 10, 13));
    assert_eq!(tenant.version(), CalendarVersion(1));
}

#[test]
fn a_local_holiday_on_a_national_one_keeps_the_national_name_and_counts_once() {
    let province = kaltara();
    let day = date(2026, 8, 17);
    let tenant = province.with_local([Holiday::new(day, "Lain", HolidayKind::LocalHoliday)]);
    assert_eq!(tenant, province);
    assert_eq!(tenant.find_holiday(day).unwrap().kind, HolidayKind::NationalHoliday);
}

#[test]
fn working_days_to_an_earlier_day_are_none() {
    assert_eq!(kaltara().working_days_between(date(2026, 5, 8), date(2026, 5, 4)), 0);
}

fn any_date() -> impl Strategy<Value = Date> {
    (0..1_400_i64).prop_map(|days| date(2024, 6, 1).saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    #[test]
    fn counting_by_search_equals_counting_day_by_day(from in any_date(), to in any_date()) {
        let calendar = kaltara();
        let one_by_one = from
            .series(jiff::Span::new().days(1))
            .skip(1)
            .take_while(|day| *day <= to)
            .filter(|day| calendar.is_working_day(*day))
            .count();
        prop_assert_eq!(calendar.working_days_between(from, to) as usize, one_by_one);
    }

    #[test]
    fn the_nth_working_day_is_n_working_days_later(from in any_date(), n in 1_u16..80) {
        let calendar = kaltara();
        let day = calendar.nth_working_day_after(from, n);
        prop_assert!(calendar.is_working_day(day));
        prop_assert_eq!(calendar.working_days_between(from, day), u32::from(n));
    }
}
