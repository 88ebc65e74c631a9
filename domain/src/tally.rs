//! Figures: what each change adds to them, and the arithmetic of the dashboards.
//!
//! Rollups are exact and written in the transaction of the case. A stock or a sample of ended cases is a function
//! of the case ([`standing`]); its delta is the difference of two of them, so a reopening takes its sample out by
//! itself. A flow is counted when its event happens. Source: `docs/rules.md`, "Figures".

mod flow;
mod standing;
pub mod summary;
pub mod suppress;

use crate::{
    calendar::CalendarVersion, case::change::Change, codes::codes, deadline::LimitKind, id::AgencyId,
    rule_book::RuleBook, time::Timestamp,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A calendar month in WITA, as `year × 100 + month`: 202611. 0 for stocks, which have no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i64);

impl Month {
    /// Stocks stand in no month.
    pub const NONE: Self = Self(0);

    /// The month of an instant, in WITA.
    #[must_use]
    pub fn of(instant: Timestamp) -> Self {
        Self::of_date(instant.wita_date())
    }

    /// The month of a date.
    #[must_use]
    pub fn of_date(date: Date) -> Self {
        Self(i64::from(date.year()) * 100 + i64::from(date.month()))
    }

    /// The month before.
    #[must_use]
    pub const fn before(self) -> Self {
        if self.0 % 100 == 1 {
            Self(self.0 - 89)
        } else {
            Self(self.0 - 1)
        }
    }
}

codes! {
    /// What is counted of one agency. The value of a count is in the unit named; 0 where there is none.
    pub enum Measure {
        /// Cases that began at this desk.
        Filed = "filed",
        /// Cases that came to this desk as holder, for the first time.
        Received = "received",
        /// Cases verified, at the desk they went to. Value: working days from receipt.
        Verified = "verified",
        /// First replies by a person. Value: working days from dispatch, without pauses.
        FirstResponse = "first_response",
        /// First replies within their limit: 1, or late: 0.
        FirstResponseOnTime = "first_response_on_time",
        /// Final answers that went out.
        Answered = "answered",
        /// Reopenings by the reporter.
        Reopened = "reopened",
        /// Rulings by the province desk.
        Ruled = "ruled",
        /// Open now. A stock.
        Open = "open",
        /// Solved, confirmed by the reporter.
        Confirmed = "confirmed",
        /// Closed by silence; never added to confirmed.
        AutoClosed = "auto_closed",
        /// Archived.
        Archived = "archived",
        /// Passed to a body outside.
        Referred = "referred",
        /// Withdrawn by the reporter.
        Withdrawn = "withdrawn",
        /// Confirmed or auto-closed cases. Value: working days from receipt to the last answer, without pauses.
        Resolution = "resolution",
        /// The same, within the limit: 1, or late: 0.
        ResolutionOnTime = "resolution_on_time",
        /// Ratings. Value: 1 to 4.
        Rated = "rated",
    }
}

codes! {
    /// What is counted between two agencies.
    pub enum PairMeasure {
        /// Offers made.
        Offered = "offered",
        /// Offers accepted. Value: working minutes until then, in the awaited desk's calendar.
        Accepted = "accepted",
        /// Offers declined.
        Declined = "declined",
        /// Offers answered with "together".
        Together = "together",
        /// Offers taken back.
        TakenBack = "taken_back",
        /// Offers whose window passed.
        Expired = "expired",
    }
}

/// Where a figure is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Of one agency.
    Agency {
        /// Whose figure.
        agency: AgencyId,
        /// What is counted.
        measure: Measure,
        /// In which month.
        month: Month,
        /// The value, in the unit of the measure.
        value: i64,
    },
    /// Between two agencies.
    Pair {
        /// The holder, who waits.
        from: AgencyId,
        /// The agency that was asked.
        to: AgencyId,
        /// What is counted.
        measure: PairMeasure,
        /// In which month.
        month: Month,
        /// The value, in the unit of the measure.
        value: i64,
    },
    /// Waiting now, for hours owed: `n·W(now) − ΣW(start)`.
    Waiting {
        /// The holder, who waits.
        from: AgencyId,
        /// The agency that is waited for.
        to: AgencyId,
        /// The calendar the ordinals were computed with.
        calendar: CalendarVersion,
    },
    /// Cases whose limit ends on a day: late now is the sum of the days before today.
    Due {
        /// The holder.
        agency: AgencyId,
        /// The clock; `None` for the earliest of those that run, which counts each case once.
        clock: Option<LimitKind>,
        /// The last day of the limit.
        on: Date,
    },
}

/// How much a figure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Cases, or tasks.
    pub n: i64,
    /// Sum of working-minute ordinals; 0 where the cell has none.
    pub sum: i64,
}

/// Figures by cell, in key order: the order in which rollup rows are locked.
pub type Deltas = BTreeMap<Cell, Amount>;

/// What a change adds to the figures. Cells that do not change are left out.
#[must_use]
pub fn deltas(book: &RuleBook, change: &Change) -> Deltas {
    let mut all = Deltas::new();
    if let Some(before) = change.before() {
        standing::add(&mut all, book, before, -1);
    }
    standing::add(&mut all, book, change.after(), 1);
    flow::add(&mut all, book, change);
    all.retain(|_, amount| *amount != Amount::default());
    all
}

fn count(all: &mut Deltas, cell: Cell, n: i64) {
    all.entry(cell).or_default().n += n;
}
