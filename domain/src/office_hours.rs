//! Working minutes: office hours laid over the working days of a desk.
//!
//! Source: `docs/rules.md`, "Clocks" (37.5 hours a week; Ramadan and tenants' own hours are settings).

use jiff::civil::{Date, Weekday};
use thiserror::Error;

use crate::calendar::{Calendar, is_weekday};
use crate::time::{DAY_MS, MINUTE_MS, Timestamp, days_since_epoch};

/// The longest period of dated hours, so that a mistyped year cannot fill the memory.
/// Unit: calendar days.
const EXCEPTION_DAYS_MAX: i64 = 366;

/// Why hours are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HoursError {
    /// The times of a day are not in order, or reach past midnight.
    #[error("office opens, breaks and closes in this order, within one day")]
    OutOfOrder,
    /// A dated period ends before it begins, or is longer than a year.
    #[error("a period of other hours lasts from 1 to 366 days")]
    Period,
}

/// The hours of one office day. Times are minutes after midnight, in WITA.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    opens: u16,
    break_from: u16,
    break_to: u16,
    closes: u16,
}

impl DayHours {
    /// A day from `opens` to `closes` without the break. Each is hour and minute, in WITA;
    /// a day without a break has an empty one.
    ///
    /// # Errors
    /// [`HoursError::OutOfOrder`] unless opening, break and closing follow each other in one day.
    pub const fn new(opens: (u8, u8), rest: ((u8, u8), (u8, u8)), closes: (u8, u8)) -> Result<Self, HoursError> {
        let day = Self::unchecked(opens, rest, closes);
        let in_order = day.opens <= day.break_from && day.break_from <= day.break_to && day.break_to <= day.closes;
        if in_order && day.closes <= 24 * 60 {
            Ok(day)
        } else {
            Err(HoursError::OutOfOrder)
        }
    }

    const fn unchecked(opens: (u8, u8), rest: ((u8, u8), (u8, u8)), closes: (u8, u8)) -> Self {
        Self {
            opens: minute_of_day(opens),
            break_from: minute_of_day(rest.0),
            break_to: minute_of_day(rest.1),
            closes: minute_of_day(closes),
        }
    }

    /// Minutes worked on a whole day.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        (self.break_from - self.opens) + (self.closes - self.break_to)
    }

    /// Minutes worked up to `minute` after midnight.
    fn minutes_until(self, minute: u16) -> u16 {
        let before = minute.clamp(self.opens, self.break_from) - self.opens;
        let after = minute.clamp(self.break_to, self.closes) - self.break_to;
        before + after
    }
}

const fn minute_of_day((hour, minute): (u8, u8)) -> u16 {
    hour as u16 * 60 + minute as u16
}

/// The hours of a working week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekHours {
    /// Monday to Thursday.
    pub monday_to_thursday: DayHours,
    /// Friday, with its longer break.
    pub friday: DayHours,
}

impl WeekHours {
    /// The hours of government offices: Monday to Thursday 07.30–16.00, break 12.00–13.00; Friday
    /// 07.30–16.30, break 11.30–13.00.
    pub const STANDARD: Self = Self {
        monday_to_thursday: DayHours::unchecked((7, 30), ((12, 0), (13, 0)), (16, 0)),
        friday: DayHours::unchecked((7, 30), ((11, 30), (13, 0)), (16, 30)),
    };

    /// The hours of the day of the week of `date`; a weekend has those of Monday.
    fn on(&self, date: Date) -> DayHours {
        if date.weekday() == Weekday::Friday {
            self.friday
        } else {
            self.monday_to_thursday
        }
    }
}

/// Other hours from one day to another, such as in Ramadan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedHours {
    from: Date,
    to: Date,
    week: WeekHours,
}

impl DatedHours {
    /// Other hours from `from` to `to`, both included.
    ///
    /// # Errors
    /// [`HoursError::Period`] unless it lasts from 1 to 366 days.
    pub fn new(from: Date, to: Date, week: WeekHours) -> Result<Self, HoursError> {
        let days = days_since_epoch(to) - days_since_epoch(from) + 1;
        if (1..=EXCEPTION_DAYS_MAX).contains(&days) {
            Ok(Self { from, to, week })
        } else {
            Err(HoursError::Period)
        }
    }

    fn covers(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// When a desk works: its week, and periods with other hours. Of two periods the first holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHours {
    /// The hours of an ordinary week.
    pub week: WeekHours,
    /// Periods with other hours.
    pub dated: Vec<DatedHours>,
}

impl Default for OfficeHours {
    fn default() -> Self {
        Self {
            week: WeekHours::STANDARD,
            dated: Vec::new(),
        }
    }
}

impl OfficeHours {
    /// The hours on `date`, were it a working day.
    #[must_use]
    pub fn on(&self, date: Date) -> DayHours {
        let dated = self.dated.iter().find(|dated| dated.covers(date));
        dated.map_or(self.week, |dated| dated.week).on(date)
    }
}

/// The working minutes of a desk: its calendar and office hours, prepared so that any stretch of
/// time is measured with two searches, however long it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingTime {
    calendar: Calendar,
    hours: OfficeHours,
    /// Days whose minutes differ from the ordinary week, in order, and by how much all of them up
    /// to and including that day differ together. Days are counted from the start of 1970.
    differences: Vec<(i64, i64)>,
}

impl WorkingTime {
    /// Prepares the working time of a desk. Takes time in proportion to holidays and dated hours.
    #[must_use]
    pub fn new(calendar: Calendar, hours: OfficeHours) -> Self {
        let mut days: Vec<Date> = calendar.holidays().iter().map(|holiday| holiday.date).collect();
        for dated in &hours.dated {
            days.extend(
                dated
                    .from
                    .series(jiff::Span::new().days(1))
                    .take_while(|day| *day <= dated.to),
            );
        }
        days.retain(|day| is_weekday(*day));
        days.sort_unstable();
        days.dedup();
        let mut total = 0;
        let differences = days
            .into_iter()
            .map(|day| {
                let worked = if calendar.is_working_day(day) {
                    hours.on(day).minutes()
                } else {
                    0
                };
                total += i64::from(worked) - i64::from(hours.week.on(day).minutes());
                (days_since_epoch(day), total)
            })
            .collect();
        Self {
            calendar,
            hours,
            differences,
        }
    }

    /// The calendar of working days.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The hours of working days.
    #[must_use]
    pub const fn hours(&self) -> &OfficeHours {
        &self.hours
    }

    /// The working-minute ordinal W of an instant: working minutes since an origin that is fixed
    /// for this working time, whole minutes only. Only differences have a meaning: hours owed by
    /// n waiting cases are n·W(now) − ΣW(start). Never falls as time passes.
    #[must_use]
    pub fn ordinal(&self, instant: Timestamp) -> i64 {
        let wall = instant.wita();
        let date = wall.date();
        let today = if self.calendar.is_working_day(date) {
            let minute = instant.ms_since(Timestamp::start_of_day_wita(date)).clamp(0, DAY_MS) / MINUTE_MS;
            self.hours
                .on(date)
                .minutes_until(u16::try_from(minute).unwrap_or(u16::MAX))
        } else {
            0
        };
        self.minutes_before(days_since_epoch(date)) + i64::from(today)
    }

    /// Working minutes from `from` to `to`; 0 if `to` is not later. The minutes of stretches that
    /// follow each other add up to those of the whole.
    #[must_use]
    pub fn minutes_between(&self, from: Timestamp, to: Timestamp) -> i64 {
        (self.ordinal(to) - self.ordinal(from)).max(0)
    }

    /// When the office closes on `date`, were it a working day.
    #[must_use]
    pub fn close_of_office(&self, date: Date) -> Timestamp {
        let closes = self.hours.on(date).closes;
        Timestamp::start_of_day_wita(date).plus_minutes(i64::from(closes))
    }

    /// Working minutes of all days before day `day`, counted from Monday, 29 December 1969.
    fn minutes_before(&self, day: i64) -> i64 {
        let long_day = i64::from(self.hours.week.monday_to_thursday.minutes());
        let friday = i64::from(self.hours.week.friday.minutes());
        let from_monday = day + 3;
        let weeks = from_monday.div_euclid(7);
        let into_week = from_monday.rem_euclid(7);
        let ordinary =
            weeks * (4 * long_day + friday) + into_week.min(4) * long_day + if into_week > 4 { friday } else { 0 };
        let earlier = self.differences.partition_point(|&(other, _)| other < day);
        let difference = earlier.checked_sub(1).and_then(|last| self.differences.get(last));
        ordinary + difference.map_or(0, |&(_, total)| total)
    }
}

#[cfg(test)]
mod tests;
