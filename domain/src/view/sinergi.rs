//! The province's page: who waits for whom, where it stalls, what was kept. Rollups only; no case, no identity.

use super::{When, directory::AgencyName, public::PublicRow};
use serde::{Deserialize, Serialize};

/// One agency's figures. Medians are in tenths of their unit, to stay whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyFigures {
    /// Which agency.
    pub agency: AgencyName,
    /// Cases that came to it in the period.
    pub received: i64,
    /// Final answers in the period.
    pub answered: i64,
    /// Open now.
    pub open: i64,
    /// Open now and past a limit.
    pub late: i64,
    /// Median working days to the first reply, in tenths; `None` without one.
    pub first_response_tenths: Option<i64>,
    /// Median working days to the last answer of ended cases, in tenths.
    pub resolution_tenths: Option<i64>,
    /// Ended cases that were in time, of how many.
    pub on_time: (i64, i64),
    /// Working hours others wait for it now.
    pub owed_hours: i64,
    /// Offers and tasks that wait for it now.
    pub owed_tasks: i64,
}

/// What one agency lets another wait for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairFigures {
    /// Who waits.
    pub from: AgencyName,
    /// Who is waited for.
    pub to: AgencyName,
    /// Offers in the period.
    pub offered: i64,
    /// Of these accepted.
    pub accepted: i64,
    /// Declined, "together" that was refused among them.
    pub declined: i64,
    /// Let pass.
    pub expired: i64,
    /// Median working minutes to accept.
    pub accept_minutes: Option<i64>,
    /// Offers and tasks waiting now.
    pub waiting: i64,
    /// Working hours they have waited.
    pub owed_hours: i64,
}

/// The figures of a period, for leaders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SinergiView {
    /// When it was read.
    pub as_of: When,
    /// The period in words: "1–23 November 2026".
    pub period: String,
    /// The month, for `?bulan=`: `202611`.
    pub month: i64,
    /// Months to choose from, newest first: value and name.
    pub months: Vec<(i64, String)>,
    /// All agencies together.
    pub province: AgencyFigures,
    /// Confirmed by the reporter; auto-closed is never added to it.
    pub confirmed: i64,
    /// Closed by silence.
    pub auto_closed: i64,
    /// Rulings that the province desk owes now.
    pub rulings_awaited: i64,
    /// Every agency with a figure, the most owed first, then the most late.
    pub agencies: Vec<AgencyFigures>,
    /// Every pair with a figure, the most owed first.
    pub pairs: Vec<PairFigures>,
}

/// A count that the public sees: hidden where it is 1 to 4. Source: `docs/rules.md`, "Figures".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PublicCount {
    /// As it is: 0, or 5 and more.
    Shown(i64),
    /// 1 to 4: "kurang dari 5".
    Few,
}

impl PublicCount {
    /// Hides a small count.
    #[must_use]
    pub const fn of(count: i64) -> Self {
        if count > 0 && count < crate::tally::summary::PUBLIC_CELL_MIN {
            Self::Few
        } else {
            Self::Shown(count)
        }
    }
}

/// One cell of a public table, whose total everybody may know. Source: `docs/rules.md`, "Figures".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PublicCell {
    /// As it is: 0, or 5 and more.
    Shown(i64),
    /// 1 to 4: "kurang dari 5".
    Few,
    /// 5 or more, and hidden so that no small one can be worked out: "disembunyikan".
    Hidden,
}

/// How the province is doing, on the first page: the last whole month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFigures {
    /// The month in words: "Oktober 2026".
    pub period: String,
    /// Reports received.
    pub received: PublicCount,
    /// Median working days to the first reply, in tenths.
    pub first_response_tenths: Option<i64>,
    /// Ended in time. Unit: tenths of a per cent; `None` below five cases.
    pub on_time_permille: Option<i64>,
    /// Confirmed by the reporter.
    pub confirmed: PublicCount,
    /// Closed by silence.
    pub auto_closed: PublicCount,
    /// The latest published cases that are over.
    pub latest: Vec<PublicRow>,
}
