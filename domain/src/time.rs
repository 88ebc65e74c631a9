//! Instants, and the one time zone in which the province counts days.

pub mod format;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60_000;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Milliseconds in a calendar day. WITA has no summer time, so every day has this length.
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// WITA (`Asia/Makassar`) is eight hours ahead of UTC all year.
const WITA_OFFSET_MS: i64 = 8 * HOUR_MS;

/// The first day of Unix time.
pub(crate) const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// An instant: Unix time in milliseconds, UTC. Kept and sent as this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The instant `ms` milliseconds after the start of 1970 in UTC.
    #[must_use]
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since the start of 1970 in UTC.
    #[must_use]
    pub const fn as_ms(self) -> i64 {
        self.0
    }

    /// The instant at which clocks in WITA show this time on this day.
    /// An hour of 24 is midnight at the end of the day.
    #[must_use]
    pub fn at_wita(date: Date, hour: u8, minute: u8, second: u8) -> Self {
        let of_day = i64::from(hour) * HOUR_MS + i64::from(minute) * MINUTE_MS;
        Self(days_since_epoch(date) * DAY_MS + of_day + i64::from(second) * 1_000 - WITA_OFFSET_MS)
    }

    /// Midnight in WITA at the start of `date`.
    #[must_use]
    pub fn start_of_day_wita(date: Date) -> Self {
        Self::at_wita(date, 0, 0, 0)
    }

    /// The instant at which day limits end: 23:59:59 WITA of `date`.
    /// Source: `docs/rules.md`, "Clocks".
    #[must_use]
    pub fn end_of_day_wita(date: Date) -> Self {
        Self::at_wita(date, 23, 59, 59)
    }

    /// What a calendar and a clock on a wall in WITA show at this instant.
    /// Instants outside the years -9999 to 9999 show the nearest end of that range.
    #[must_use]
    pub fn wita(self) -> DateTime {
        EPOCH
            .at(0, 0, 0, 0)
            .saturating_add(SignedDuration::from_millis(self.0.saturating_add(WITA_OFFSET_MS)))
    }

    /// The day it is in WITA at this instant.
    #[must_use]
    pub fn wita_date(self) -> Date {
        self.wita().date()
    }

    /// The instant `ms` milliseconds later, or earlier if negative.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The instant `minutes` minutes later, or earlier if negative.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_ms(minutes.saturating_mul(MINUTE_MS))
    }

    /// The instant `days` calendar days later at the same time of day, or earlier if negative.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_ms(days.saturating_mul(DAY_MS))
    }

    /// Milliseconds from `earlier` to this instant; negative if `earlier` is later.
    #[must_use]
    pub const fn ms_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// Whole days from the start of 1970 to `date`; negative before it.
pub(crate) fn days_since_epoch(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours() / 24
}

/// An instant written as `2026-03-02 23:59 WITA` or `2026-03-02 23:59:59 WITA`.
/// For tests and examples, which read better with dates than with milliseconds.
///
/// # Panics
/// If the text has another form.
#[must_use]
#[allow(clippy::panic, reason = "a mistyped example must stop its test, with its text")]
pub fn at(text: &str) -> Timestamp {
    let wall = text
        .strip_suffix(" WITA")
        .and_then(|wall| wall.parse::<DateTime>().ok());
    let Some(wall) = wall else {
        panic!("not an instant in WITA: {text}")
    };
    let since_midnight = wall.duration_since(wall.date().at(0, 0, 0, 0));
    Timestamp::start_of_day_wita(wall.date()).plus_ms(since_midnight.as_secs() * 1_000)
}

#[cfg(test)]
mod tests;
