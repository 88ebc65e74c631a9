use jiff::civil::date;
use proptest::prelude::*;

use super::{Deadline, LegalReference, Limit, LimitError, LimitKind, Limits, Pause};
use crate::calendar::fixture::kaltara;
use crate::calendar::{Calendar, CalendarVersion, Holiday, HolidayKind};
use crate::office_hours::{OfficeHours, WorkingTime};
use crate::time::{Timestamp, at};

fn limit(kind: LimitKind) -> Limit {
    Limit::default_of(kind)
}

/// A complaint received on Monday, 7 September 2026: 14 working days without a holiday,
/// so due on Friday, 25 September.
fn complaint(pauses: &[Pause]) -> Deadline {
    let start = at("2026-09-07 10:00 WITA");
    Deadline::new(&limit(LimitKind::ResolutionComplaint), start, pauses, &kaltara())
}

fn pause(asked: &str, came: &str) -> Pause {
    let day = |day: &str| at(&format!("2026-09-{day} 10:00 WITA"));
    Pause {
        asked: day(asked),
        came: Some(day(came)),
    }
}

fn due_on(day: &str) -> Timestamp {
    at(&format!("2026-{day} 23:59:59 WITA"))
}

#[test]
fn a_limit_ends_at_the_last_second_of_its_day_in_wita() {
    let deadline = complaint(&[]);
    assert_eq!(deadline.due, due_on("09-25"));
    assert!(!deadline.is_late(at("2026-09-25 23:59:59 WITA")));
    assert!(deadline.is_late(at("2026-09-26 00:00 WITA")));
    assert_eq!((deadline.days, deadline.paused_days), (14, 0));
    assert_eq!(deadline.calendar, CalendarVersion(1));
}

#[test]
fn receipt_late_at_night_belongs_to_the_day_in_wita() {
    // 16.30 UTC on Monday is half past midnight on Tuesday in WITA.
    let start = at("2026-09-08 00:30 WITA");
    let deadline = Deadline::new(&limit(LimitKind::Verification), start, &[], &kaltara());
    assert_eq!(deadline.due, due_on("09-11"));
}

#[test]
fn a_pause_moves_the_limit_by_the_working_days_after_asking_up_to_the_day_data_came() {
    // Asked on Thursday, came on Tuesday: Friday, Monday and Tuesday.
    let deadline = complaint(&[pause("10", "15")]);
    assert_eq!((deadline.paused_days, deadline.due), (3, due_on("09-30")));
}

#[test]
fn data_that_comes_the_same_day_moves_nothing() {
    assert_eq!(complaint(&[pause("10", "10")]).due, due_on("09-25"));
}

#[test]
fn data_that_comes_on_the_weekend_moves_only_the_working_days() {
    assert_eq!(complaint(&[pause("10", "13")]).paused_days, 1);
}

#[test]
fn days_that_pauses_share_count_once() {
    let apart = complaint(&[pause("08", "10"), pause("10", "14")]);
    let inside = complaint(&[pause("08", "14"), pause("09", "11")]);
    let overlapping = complaint(&[pause("09", "14"), pause("08", "10")]);
    assert_eq!(apart.paused_days, 4);
    assert_eq!((inside, overlapping), (apart.clone(), apart));
}

#[test]
fn a_clock_past_its_limit_when_asked_stays_late() {
    let deadline = complaint(&[pause("28", "30")]);
    assert_eq!((deadline.paused_days, deadline.due), (0, due_on("09-25")));
}

#[test]
fn a_pause_that_began_in_time_moves_the_limit_though_it_lasts_beyond_it() {
    // Asked on the last day; Monday and Tuesday are paused, so Tuesday is the new last day.
    assert_eq!(complaint(&[pause("25", "29")]).due, due_on("09-29"));
}

#[test]
fn a_second_pause_counts_against_the_moved_limit() {
    // Without the first pause the second would have begun too late.
    let deadline = complaint(&[pause("10", "15"), pause("29", "30")]);
    assert_eq!(
        (deadline.paused_days, deadline.due),
        (4, at("2026-10-01 23:59:59 WITA"))
    );
}

#[test]
fn a_running_pause_moves_nothing_yet() {
    let running = Pause {
        asked: at("2026-09-10 10:00 WITA"),
        came: None,
    };
    assert_eq!(complaint(&[running]), complaint(&[]));
}

#[test]
fn days_paused_before_a_clock_starts_do_not_move_it() {
    let start = at("2026-09-09 10:00 WITA");
    let first_response = limit(LimitKind::FirstResponse);
    let before = Deadline::new(&first_response, start, &[pause("07", "09")], &kaltara());
    let across = Deadline::new(&first_response, start, &[pause("07", "10")], &kaltara());
    assert_eq!((before.paused_days, across.paused_days), (0, 1));
}

#[test]
fn a_new_calendar_version_moves_the_limit_and_is_named() {
    let new_holiday = Holiday::new(date(2026, 9, 18), "Cuti bersama", HolidayKind::CollectiveLeave);
    let old = kaltara();
    let all = old.holidays().iter().cloned().chain([new_holiday]);
    let calendar = Calendar::new(CalendarVersion(2), "Perubahan SKB", all);
    let start = at("2026-09-07 10:00 WITA");
    let moved = Deadline::new(&limit(LimitKind::ResolutionComplaint), start, &[], &calendar);
    assert_eq!((moved.due, moved.calendar), (due_on("09-28"), CalendarVersion(2)));
}

#[test]
fn an_offer_ends_at_the_close_of_office_of_the_awaited_desk() {
    let awaited = WorkingTime::new(kaltara(), OfficeHours::default());
    let offer = limit(LimitKind::Offer);
    let thursday = Deadline::of_offer(&offer, at("2026-09-10 09:00 WITA"), &awaited);
    let friday = Deadline::of_offer(&offer, at("2026-09-11 15:00 WITA"), &awaited);
    assert_eq!(thursday.due, at("2026-09-11 16:30 WITA"));
    assert_eq!(friday.due, at("2026-09-14 16:00 WITA"));
}

#[test]
fn days_left_and_days_late_are_never_negative() {
    let (deadline, calendar) = (complaint(&[]), kaltara());
    let days = |now| (deadline.days_left(now, &calendar), deadline.days_late(now, &calendar));
    assert_eq!(days(at("2026-09-23 08:00 WITA")), (2, 0));
    assert_eq!(days(at("2026-09-25 08:00 WITA")), (0, 0));
    assert_eq!(days(at("2026-10-02 08:00 WITA")), (0, 5));
}

#[test]
fn built_in_limits_are_those_of_the_rules() {
    let days = LimitKind::ALL.iter().map(|kind| limit(*kind).days);
    assert_eq!(days.collect::<Vec<_>>(), [3, 5, 5, 14, 60, 10, 17, 1, 1, 10, 10, 5, 5]);
}

fn setting(days: u16, month: i8) -> Limit {
    Limit {
        kind: LimitKind::ResolutionComplaint,
        days,
        reference: LegalReference::new("Keputusan".to_owned()),
        valid_from: date(2026, month, 1),
    }
}

#[test]
fn a_tenant_may_set_fewer_days_never_more_and_never_none() {
    let mut limits = Limits::default();
    assert_eq!(limits.shorten(setting(15, 2)), Err(LimitError::Longer { days_max: 14 }));
    assert_eq!(limits.shorten(setting(0, 2)), Err(LimitError::NoDays));
    assert_eq!(limits.shorten(setting(7, 2)), Ok(()));
}

#[test]
fn a_limit_holds_for_clocks_that_start_from_its_first_day_on() {
    let mut limits = Limits::new([setting(10, 6)]);
    limits.shorten(setting(12, 2)).unwrap();
    let days = |month| limits.on(LimitKind::ResolutionComplaint, date(2026, month, 15)).days;
    // Built in, the tenant's, and the province's once that became shorter.
    assert_eq!([days(1), days(2), days(6)], [14, 12, 10]);
}

proptest! {
    #[test]
    fn the_order_of_pauses_does_not_matter(
        days in proptest::collection::vec((7_i64..30, 0_i64..6), 0..5),
    ) {
        let begin = at("2026-09-01 10:00 WITA");
        let mut pauses: Vec<_> = days
            .into_iter()
            .map(|(day, length)| {
                let asked = begin.plus_days(day);
                Pause { asked, came: Some(asked.plus_days(length)) }
            })
            .collect();
        let forwards = complaint(&pauses);
        pauses.reverse();
        prop_assert_eq!(complaint(&pauses), forwards);
    }
}
