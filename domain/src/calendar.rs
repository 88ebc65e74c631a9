//! Working days: Monday to Friday, without national holidays, collective leave and local holidays.
//!
//! Source: `docs/rules.md`, "Clocks"; the yearly joint decree of three ministers (SKB 3 Menteri).

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::time::{Timestamp, days_since_epoch};

/// The number of a calendar. It is stored with every deadline; a changed list is a new version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CalendarVersion(pub u32);

codes! {
    /// Why offices are closed on a day of the week on which they would be open.
    pub enum HolidayKind {
        /// A national holiday (*hari libur nasional*).
        NationalHoliday = "national_holiday",
        /// Collective leave (*cuti bersama*).
        CollectiveLeave = "collective_leave",
        /// A day that one tenant adds for itself.
        LocalHoliday = "local_holiday",
    }
}

/// One day on which offices are closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day, in WITA.
    pub date: Date,
    /// Its name in Indonesian, as the decree writes it.
    pub name: String,
    /// Why offices are closed.
    pub kind: HolidayKind,
}

impl Holiday {
    /// A holiday from one row of a list.
    #[must_use]
    pub fn new(date: Date, name: impl Into<String>, kind: HolidayKind) -> Self {
        Self {
            date,
            name: name.into(),
            kind,
        }
    }
}

/// The working days of a desk, with the version and the source of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    version: CalendarVersion,
    source: String,
    /// In order of date, at most one a day.
    holidays: Vec<Holiday>,
    /// Days since 1970 of the holidays from Monday to Friday, in order: a day's place here tells
    /// how many of them came before it, without counting day by day.
    lost_weekdays: Vec<i64>,
}

impl Calendar {
    /// A calendar from the rows of a list in any order. `source` names the decree it comes from.
    /// Of several rows for one day the first is kept.
    #[must_use]
    pub fn new(
        version: CalendarVersion,
        source: impl Into<String>,
        holidays: impl IntoIterator<Item = Holiday>,
    ) -> Self {
        let mut holidays: Vec<_> = holidays.into_iter().collect();
        holidays.sort_by_key(|holiday| holiday.date);
        holidays.dedup_by_key(|holiday| holiday.date);
        let lost_weekdays = holidays
            .iter()
            .filter(|holiday| is_weekday(holiday.date))
            .map(|holiday| days_since_epoch(holiday.date))
            .collect();
        Self {
            version,
            source: source.into(),
            holidays,
            lost_weekdays,
        }
    }

    /// This calendar with the local holidays of one tenant. A day that is already a holiday keeps
    /// its name. Version and source stay; whoever changes a local list gives the whole a new version.
    #[must_use]
    pub fn with_local(&self, local: impl IntoIterator<Item = Holiday>) -> Self {
        let all = self.holidays.iter().cloned().chain(local);
        Self::new(self.version, self.source.clone(), all)
    }

    /// The version, to be stored with what was computed from it.
    #[must_use]
    pub const fn version(&self) -> CalendarVersion {
        self.version
    }

    /// Where the list comes from, in words.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Every holiday in order of date, those on weekends too.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// The holiday on `date`, if there is one.
    #[must_use]
    pub fn find_holiday(&self, date: Date) -> Option<&Holiday> {
        let place = self.holidays.binary_search_by_key(&date, |holiday| holiday.date).ok()?;
        self.holidays.get(place)
    }

    /// Whether offices work on `date`.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        is_weekday(date) && self.find_holiday(date).is_none()
    }

    /// The `n`-th working day after `date`: the first one after it is day 1. Day 0 is `date` itself.
    /// Takes as many steps as calendar days lie between.
    #[must_use]
    pub fn nth_working_day_after(&self, date: Date, n: u16) -> Date {
        let mut day = date;
        for _ in 0..n {
            day = self.next_working_day(day);
        }
        day
    }

    /// The first working day after `date`.
    #[must_use]
    pub fn next_working_day(&self, date: Date) -> Date {
        let mut day = date;
        while let Ok(tomorrow) = day.tomorrow() {
            day = tomorrow;
            if self.is_working_day(day) {
                break;
            }
        }
        day
    }

    /// Working days after `after`, up to and including `to`. 0 if `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, after: Date, to: Date) -> u32 {
        let days = self.working_day_ordinal(to) - self.working_day_ordinal(after);
        u32::try_from(days).unwrap_or(0)
    }

    /// When a limit of `days` working days ends that starts at `start`: 23:59:59 WITA of that day.
    #[must_use]
    pub fn end_of_limit(&self, start: Timestamp, days: u16) -> Timestamp {
        Timestamp::end_of_day_wita(self.nth_working_day_after(start.wita_date(), days))
    }

    /// Working days from the start of 1970 up to and including `date`; differences count days.
    /// Takes one search of the list, however far the day is.
    fn working_day_ordinal(&self, date: Date) -> i64 {
        let day = days_since_epoch(date);
        let lost = self.lost_weekdays.partition_point(|&lost| lost <= day);
        weekdays_through(day) - i64::try_from(lost).unwrap_or(i64::MAX)
    }
}

/// Whether `date` is from Monday to Friday.
pub(crate) fn is_weekday(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Days from Monday to Friday since Monday, 29 December 1969, up to and including day `day`,
/// counted from the start of 1970 (a Thursday).
fn weekdays_through(day: i64) -> i64 {
    let from_monday = day + 3;
    let whole_weeks = from_monday.div_euclid(7) * 5;
    whole_weeks + (from_monday.rem_euclid(7) + 1).min(5)
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
