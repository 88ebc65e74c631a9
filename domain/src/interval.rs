//! Who held a case, and for how long: intervals without gaps that sum to its lifetime.
//!
//! Source: `docs/rules.md`, "Intervals: who held it".

use thiserror::Error;

use crate::id::AgencyId;
use crate::time::Timestamp;

/// Who is waited for in an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Charge {
    /// The holder works on it.
    Own(AgencyId),
    /// The holder has offered it: its limits run on, and the awaited agency owes an answer.
    Offered {
        /// The agency that owns the case.
        holder: AgencyId,
        /// The agency that was asked.
        awaited: AgencyId,
    },
    /// A partner works on its task.
    Partner {
        /// The agency whose open task is due first.
        agency: AgencyId,
    },
    /// The province desk verifies, or rules.
    Province,
    /// The citizen is asked for data, or for a word on the answer.
    Citizen,
    /// The case had ended and came back; the time in between is nobody's.
    Ended,
}

impl Charge {
    /// Who is waited for where several could be: the first of province, citizen, offered, partner
    /// and own.
    #[must_use]
    pub fn of(waiting: &Waiting) -> Self {
        if waiting.province {
            return Self::Province;
        }
        if waiting.citizen {
            return Self::Citizen;
        }
        if let Some(awaited) = waiting.offered_to {
            return Self::Offered {
                holder: waiting.holder,
                awaited,
            };
        }
        waiting
            .partner
            .map_or(Self::Own(waiting.holder), |agency| Self::Partner { agency })
    }

    /// The agency whose time it is. `None` for the province desk, the citizen and ended time.
    #[must_use]
    pub const fn agency(self) -> Option<AgencyId> {
        match self {
            Self::Own(agency) | Self::Offered { holder: agency, .. } | Self::Partner { agency } => Some(agency),
            Self::Province | Self::Citizen | Self::Ended => None,
        }
    }

    /// The agency that owes another an answer in this time, beside the one charged.
    #[must_use]
    pub const fn debtor(self) -> Option<AgencyId> {
        match self {
            Self::Offered { awaited, .. } => Some(awaited),
            Self::Own(_) | Self::Partner { .. } | Self::Province | Self::Citizen | Self::Ended => None,
        }
    }
}

/// Everybody an open case waits for at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The agency that owns the case.
    pub holder: AgencyId,
    /// The province desk verifies, or a ruling is awaited.
    pub province: bool,
    /// The citizen was asked for data, or for a word on the answer.
    pub citizen: bool,
    /// The agency that has an open offer.
    pub offered_to: Option<AgencyId>,
    /// The partner whose open task is due first.
    pub partner: Option<AgencyId>,
}

/// A stretch of time and who was waited for: from `from` up to, not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Who was waited for.
    pub charge: Charge,
    /// Its first instant.
    pub from: Timestamp,
    /// The first instant after it; `None` while it runs.
    pub to: Option<Timestamp>,
}

impl Interval {
    /// An interval that runs from `from` on.
    #[must_use]
    pub const fn running(charge: Charge, from: Timestamp) -> Self {
        Self { charge, from, to: None }
    }

    /// Its length in milliseconds, up to `now` while it runs. Never negative.
    #[must_use]
    pub fn ms(&self, now: Timestamp) -> i64 {
        self.to.unwrap_or(now).ms_since(self.from).max(0)
    }
}

/// Why a list of intervals is not the track of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TrackError {
    /// A case has at least one interval.
    #[error("a case has at least one interval")]
    Empty,
    /// An interval does not begin where the one before it ended, or ends before it begins.
    #[error("the intervals have a gap, or overlap")]
    Gap,
}

/// The main intervals of a case from receipt on: contiguous, the last one running unless the case
/// has ended. Their milliseconds sum to its lifetime.
///
/// Two changes at one instant leave an empty interval between them. It is kept: the list only
/// grows, and an empty interval adds nothing to a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    earlier: Vec<Interval>,
    last: Interval,
}

impl Track {
    /// The track of a case received at `from`.
    #[must_use]
    pub const fn begin(charge: Charge, from: Timestamp) -> Self {
        Self {
            earlier: Vec::new(),
            last: Interval::running(charge, from),
        }
    }

    /// The track that was kept as these intervals, in order.
    ///
    /// # Errors
    /// - [`TrackError::Empty`] without an interval.
    /// - [`TrackError::Gap`] unless each begins where the one before it ended.
    pub fn from_intervals(mut intervals: Vec<Interval>) -> Result<Self, TrackError> {
        let last = intervals.pop().ok_or(TrackError::Empty)?;
        let track = Self {
            earlier: intervals,
            last,
        };
        if track.is_contiguous() {
            Ok(track)
        } else {
            Err(TrackError::Gap)
        }
    }

    /// All intervals in order.
    pub fn intervals(&self) -> impl Iterator<Item = &Interval> {
        self.earlier.iter().chain(core::iter::once(&self.last))
    }

    /// The main interval that runs; `None` after an end.
    #[must_use]
    pub fn running(&self) -> Option<&Interval> {
        self.last.to.is_none().then_some(&self.last)
    }

    /// From `now` on `charge` is waited for. Changes nothing if it already is. After an end, the
    /// time since it becomes an interval charged to nobody, and a new one runs.
    ///
    /// An instant before the last change counts as the last change: intervals never run backwards
    /// when clocks of two servers differ.
    pub fn switch(&mut self, charge: Charge, now: Timestamp) {
        if self.running().is_some_and(|running| running.charge == charge) {
            return;
        }
        let now = self.not_before_last(now);
        if let Some(ended) = self.last.to {
            self.push(Interval::running(Charge::Ended, ended));
        }
        self.last.to = Some(now);
        self.push(Interval::running(charge, now));
    }

    /// The case ends at `now`: so do its last interval and its lifetime. Changes nothing if it
    /// already has ended.
    pub fn end(&mut self, now: Timestamp) {
        if self.last.to.is_none() {
            self.last.to = Some(self.not_before_last(now));
        }
    }

    /// The intervals that differ from those of `before`, each with its number in the case, the
    /// first being 0: what has to be written to keep this track where that one was kept.
    pub fn changed_since(&self, before: Option<&Self>) -> impl Iterator<Item = (usize, &Interval)> {
        let mut old = before.into_iter().flat_map(Self::intervals);
        self.intervals()
            .enumerate()
            .filter(move |(_, interval)| old.next() != Some(*interval))
    }

    /// Milliseconds of all intervals together, up to `now` while the last one runs.
    #[must_use]
    pub fn sum_ms(&self, now: Timestamp) -> i64 {
        self.intervals().map(|interval| interval.ms(now)).sum()
    }

    /// Milliseconds from the first instant to the end, or to `now` while the case is open.
    #[must_use]
    pub fn lifetime_ms(&self, now: Timestamp) -> i64 {
        let first = self.earlier.first().unwrap_or(&self.last);
        self.last.to.unwrap_or(now.max(self.last.from)).ms_since(first.from)
    }

    /// Whether each interval begins where the one before it ended, and none ends before it begins.
    #[must_use]
    pub fn is_contiguous(&self) -> bool {
        let starts = self.intervals().skip(1).map(|interval| Some(interval.from));
        let joined = self.earlier.iter().map(|interval| interval.to).eq(starts);
        joined
            && self
                .intervals()
                .all(|interval| interval.to.is_none_or(|to| to >= interval.from))
    }

    /// `now`, or the last change if a lagging clock puts it earlier.
    fn not_before_last(&self, now: Timestamp) -> Timestamp {
        now.max(self.last.to.unwrap_or(self.last.from))
    }

    fn push(&mut self, next: Interval) {
        self.earlier.push(core::mem::replace(&mut self.last, next));
    }
}

#[cfg(test)]
mod tests;
