//! Limits, and the deadlines computed from them.
//!
//! Source: `docs/rules.md`, "Clocks".

pub mod limit;

use crate::calendar::{Calendar, CalendarVersion};
use crate::office_hours::WorkingTime;
use crate::time::Timestamp;
pub use limit::{LegalReference, Limit, LimitError, LimitKind, Limits};

/// A stretch in which a clock stands still: data was asked of the citizen, or the case had ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause {
    /// When the data was asked, or the case ended.
    pub asked: Timestamp,
    /// When the data came, or the case returned; `None` while it is awaited.
    pub came: Option<Timestamp>,
}

/// When a limit ends, and everything needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last instant in time.
    pub due: Timestamp,
    /// Length of the limit. Unit: working days, without pauses.
    pub days: u16,
    /// Working days by which pauses moved the limit.
    pub paused_days: u16,
    /// The calendar it was computed with.
    pub calendar: CalendarVersion,
    /// The rule that sets the limit.
    pub reference: LegalReference,
}

impl Deadline {
    /// The deadline of a clock that started at `start` and stood still in `pauses`: 23:59:59 WITA
    /// of the n-th working day after the day of the start.
    ///
    /// Each pause moves it by the working days after the day asked, up to and including the day
    /// the data came. Days that pauses share count once, days up to the start not at all. A pause
    /// that began after the limit moves nothing: a late clock stays late. A pause that still runs
    /// moves nothing yet.
    ///
    /// The same call under a new calendar version gives the moved deadline of an open case.
    #[must_use]
    pub fn new(limit: &Limit, start: Timestamp, pauses: &[Pause], calendar: &Calendar) -> Self {
        let mut in_order = pauses.to_vec();
        in_order.sort_unstable();
        let mut deadline = Self {
            due: calendar.end_of_limit(start, limit.days),
            days: limit.days,
            paused_days: 0,
            calendar: calendar.version(),
            reference: limit.reference.clone(),
        };
        let mut counted_to = start.wita_date();
        for pause in in_order {
            let Some(came) = pause.came else { continue };
            if pause.asked > deadline.due {
                break;
            }
            let from = pause.asked.wita_date().max(counted_to);
            let to = came.wita_date();
            let days = calendar.working_days_between(from, to);
            counted_to = counted_to.max(to);
            let days = u16::try_from(days).unwrap_or(u16::MAX);
            deadline.paused_days = deadline.paused_days.saturating_add(days);
            let all_days = deadline.days.saturating_add(deadline.paused_days);
            deadline.due = calendar.end_of_limit(start, all_days);
        }
        deadline
    }

    /// The end of the window of an offer made at `offered`: the close of office on the n-th
    /// working day after it, by the working time of the awaited desk. It has no pauses.
    #[must_use]
    pub fn of_offer(limit: &Limit, offered: Timestamp, awaited: &WorkingTime) -> Self {
        let calendar = awaited.calendar();
        let last_day = calendar.nth_working_day_after(offered.wita_date(), limit.days);
        Self {
            due: awaited.close_of_office(last_day),
            days: limit.days,
            paused_days: 0,
            calendar: calendar.version(),
            reference: limit.reference.clone(),
        }
    }

    /// Whether the limit has passed at `now`. The last instant itself is in time.
    #[must_use]
    pub fn is_late(&self, now: Timestamp) -> bool {
        now > self.due
    }

    /// Working days left after today: 0 on the last day, and after it.
    #[must_use]
    pub fn days_left(&self, now: Timestamp, calendar: &Calendar) -> u32 {
        calendar.working_days_between(now.wita_date(), self.due.wita_date())
    }

    /// Working days passed since the last day: 0 until then.
    #[must_use]
    pub fn days_late(&self, now: Timestamp, calendar: &Calendar) -> u32 {
        calendar.working_days_between(self.due.wita_date(), now.wita_date())
    }
}

#[cfg(test)]
mod tests;
