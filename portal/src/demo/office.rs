//! Moments at which things happen: officers act in office hours, citizens when they can.

use domain::{
    calendar::{Calendar, CalendarVersion, Holiday},
    time::Timestamp,
};
use fastrand::Rng;
use jiff::{
    ToSpan,
    civil::{Date, Time},
};

use crate::pack::Pack;

/// Hours in which citizens write. Unit: hours of the day in WITA.
const CITIZEN_HOURS: std::ops::Range<u8> = 6..22;
/// Minutes between two acts on one day, at least.
const PAUSE_MINUTES: i64 = 7;

/// The province's working time, seen from the demonstration.
pub(super) struct Office<'a> {
    pack: &'a Pack,
    calendar: Calendar,
}

impl<'a> Office<'a> {
    pub(super) fn new(pack: &'a Pack) -> Self {
        let days = pack
            .holidays
            .iter()
            .map(|day| Holiday::new(day.date, &day.name, day.kind));
        Self {
            pack,
            calendar: Calendar::new(CalendarVersion(1), "SKB 3 Menteri", days),
        }
    }

    /// The `n`-th working day after `day`.
    pub(super) fn after(&self, day: Date, n: u16) -> Date {
        self.calendar.nth_working_day_after(day, n)
    }

    /// The `n`-th working day before `day`; 0 is the last working day up to `day` itself.
    pub(super) fn before(&self, day: Date, n: u16) -> Date {
        let mut at = day;
        let mut left = n;
        loop {
            if self.calendar.is_working_day(at) {
                if left == 0 {
                    return at;
                }
                left -= 1;
            }
            at = at.saturating_sub(1.day());
        }
    }

    /// A moment in the office hours `days` working days after `last`; with 0 later the same day, if the office is
    /// still open long enough, else on the next.
    pub(super) fn moment(&self, rng: &mut Rng, last: Timestamp, days: u16) -> Timestamp {
        if days == 0
            && let Some(moment) = self.later_today(rng, last)
        {
            return moment;
        }
        let day = self.after(last.wita_date(), days.max(1));
        self.on(rng, day)
    }

    /// A moment in the office hours of `day`, not in the break; `day` is a working day.
    pub(super) fn on(&self, rng: &mut Rng, day: Date) -> Timestamp {
        let minutes: Vec<i64> = self.minutes(day).collect();
        let minute = rng.choice(minutes).unwrap_or(9 * 60);
        at_minute(rng, day, minute)
    }

    /// A moment in the office hours of `day` that lies before `end`; none if the office opens later.
    pub(super) fn before_on(&self, rng: &mut Rng, day: Date, end: Timestamp) -> Option<Timestamp> {
        let moments = self
            .minutes(day)
            .map(|minute| at_minute(rng, day, minute))
            .filter(|at| *at < end);
        let moments: Vec<_> = moments.collect();
        rng.choice(moments)
    }

    /// A moment on `day` at which a citizen writes.
    pub(super) fn citizen_on(rng: &mut Rng, day: Date) -> Timestamp {
        Timestamp::at_wita(day, rng.u8(CITIZEN_HOURS), rng.u8(0..60), rng.u8(0..60))
    }

    fn later_today(&self, rng: &mut Rng, last: Timestamp) -> Option<Timestamp> {
        let day = last.wita_date();
        if !self.calendar.is_working_day(day) {
            return None;
        }
        let from = minute_of(last.wita().time()) + PAUSE_MINUTES;
        let minutes: Vec<i64> = self.minutes(day).filter(|minute| *minute >= from).collect();
        let minute = rng.choice(minutes)?;
        Some(at_minute(rng, day, minute))
    }

    /// The minutes of `day` on which the office works.
    fn minutes(&self, day: Date) -> impl Iterator<Item = i64> + use<> {
        let hours = self.pack.settings.find_office_day(day).copied();
        hours.into_iter().flat_map(|hours| {
            let break_minutes = minute_of(hours.break_from)..minute_of(hours.break_until);
            (minute_of(hours.opens)..minute_of(hours.closes)).filter(move |minute| !break_minutes.contains(minute))
        })
    }
}

fn minute_of(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

fn at_minute(rng: &mut Rng, day: Date, minute: i64) -> Timestamp {
    let seconds = minute * 60 + rng.i64(0..60);
    Timestamp::from_ms(Timestamp::start_of_day_wita(day).as_ms() + seconds * 1_000)
}
