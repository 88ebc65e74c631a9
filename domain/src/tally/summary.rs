//! The arithmetic of the dashboards, over rollups alone.

use super::{Amount, Cell, Measure, Month, PairMeasure};
use crate::{deadline::LimitKind, id::AgencyId, rule_book::RuleBook, time::Timestamp};
use std::collections::BTreeMap;

/// The smallest count that the public sees as a number. Unit: cases. Source: `docs/rules.md`, "Figures".
pub const PUBLIC_CELL_MIN: i64 = 5;

/// A histogram: how often each value occurred.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram(BTreeMap<i64, i64>);

impl Histogram {
    /// Adds `n` occurrences of `value`.
    pub fn add(&mut self, value: i64, n: i64) {
        *self.0.entry(value).or_default() += n;
    }

    /// How many values there are.
    #[must_use]
    pub fn n(&self) -> i64 {
        self.0.values().sum()
    }

    /// The sum of all values.
    #[must_use]
    pub fn sum(&self) -> i64 {
        self.0.iter().map(|(value, n)| value * n).sum()
    }

    /// The median, times two, so that it stays whole: of 1 and 2 it is 3. `None` without values.
    #[must_use]
    pub fn median_doubled(&self) -> Option<i64> {
        let n = self.n();
        if n <= 0 {
            return None;
        }
        Some(self.at((n - 1) / 2)? + self.at(n / 2)?)
    }

    fn at(&self, place: i64) -> Option<i64> {
        let mut seen = 0;
        self.0.iter().find_map(|(value, n)| {
            seen += n;
            (seen > place).then_some(*value)
        })
    }
}

/// One agency's figures over a period. Agencies without cases are present with zeros.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgencyTally {
    /// Each count of the period, by measure.
    counts: BTreeMap<Measure, Histogram>,
    /// Open cases past the limit of a clock, by clock; under `None` those past any, each once.
    late: BTreeMap<Option<LimitKind>, i64>,
}

impl AgencyTally {
    /// How often it happened.
    #[must_use]
    pub fn n(&self, measure: Measure) -> i64 {
        self.counts.get(&measure).map_or(0, Histogram::n)
    }

    /// The values that were counted.
    #[must_use]
    pub fn histogram(&self, measure: Measure) -> Histogram {
        self.counts.get(&measure).cloned().unwrap_or_default()
    }

    /// How many were in time, of how many.
    #[must_use]
    pub fn share(&self, measure: Measure) -> (i64, i64) {
        let all = self.histogram(measure);
        (all.sum(), all.n())
    }

    /// Open cases past this limit now; with `None` past any of their limits, each counted once.
    #[must_use]
    pub fn late(&self, clock: Option<LimitKind>) -> i64 {
        self.late.get(&clock).copied().unwrap_or(0)
    }

    /// The figures of two agencies together.
    pub fn merge(&mut self, other: &Self) {
        for (measure, histogram) in &other.counts {
            let mine = self.counts.entry(*measure).or_default();
            histogram.0.iter().for_each(|(value, n)| mine.add(*value, *n));
        }
        for (clock, n) in &other.late {
            *self.late.entry(*clock).or_default() += n;
        }
    }
}

/// What one agency lets another wait for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairTally {
    /// Each count of the period, by measure.
    counts: BTreeMap<PairMeasure, Histogram>,
    /// Offers and tasks that wait now.
    pub waiting_now: i64,
    /// Working minutes they have waited, all together.
    pub owed_minutes: i64,
}

impl PairTally {
    /// How often it happened.
    #[must_use]
    pub fn n(&self, measure: PairMeasure) -> i64 {
        self.counts.get(&measure).map_or(0, Histogram::n)
    }

    /// The values that were counted.
    #[must_use]
    pub fn histogram(&self, measure: PairMeasure) -> Histogram {
        self.counts.get(&measure).cloned().unwrap_or_default()
    }
}

/// The figures of the province over a period, from rollup rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Each agency that has a figure.
    pub agencies: BTreeMap<AgencyId, AgencyTally>,
    /// Each pair (who waits, who is waited for) that has a figure.
    pub pairs: BTreeMap<(AgencyId, AgencyId), PairTally>,
}

impl Summary {
    /// Adds up rollup rows: flows of `months` (first and last, both included), stocks, and what is late or owed now.
    #[must_use]
    pub fn of(
        book: &RuleBook,
        rows: impl IntoIterator<Item = (Cell, Amount)>,
        months: (Month, Month),
        now: Timestamp,
    ) -> Self {
        let mut summary = Self::default();
        let today = now.wita_date();
        let is_in = |month: Month| month == Month::NONE || (months.0 <= month && month <= months.1);
        for (cell, amount) in rows {
            match cell {
                Cell::Agency {
                    agency,
                    measure,
                    month,
                    value,
                } if is_in(month) => {
                    let tally = summary.agencies.entry(agency).or_default();
                    tally.counts.entry(measure).or_default().add(value, amount.n);
                }
                Cell::Pair {
                    from,
                    to,
                    measure,
                    month,
                    value,
                } if is_in(month) => {
                    let tally = summary.pairs.entry((from, to)).or_default();
                    tally.counts.entry(measure).or_default().add(value, amount.n);
                }
                Cell::Waiting { from, to, calendar } => {
                    let tally = summary.pairs.entry((from, to)).or_default();
                    tally.waiting_now += amount.n;
                    tally.owed_minutes += amount.n * book.tenant(to).time_at(calendar).ordinal(now) - amount.sum;
                }
                Cell::Due { agency, clock, on } if on < today => {
                    *summary
                        .agencies
                        .entry(agency)
                        .or_default()
                        .late
                        .entry(clock)
                        .or_default() += amount.n;
                }
                Cell::Agency { .. } | Cell::Pair { .. } | Cell::Due { .. } => {}
            }
        }
        summary
    }

    /// All agencies together.
    #[must_use]
    pub fn province(&self) -> AgencyTally {
        let mut all = AgencyTally::default();
        self.agencies.values().for_each(|agency| all.merge(agency));
        all
    }

    /// What this agency owes others: (offers and tasks, working minutes).
    #[must_use]
    pub fn debt_of(&self, agency: AgencyId) -> (i64, i64) {
        self.pairs
            .iter()
            .filter(|((_, to), _)| *to == agency)
            .fold((0, 0), |(n, minutes), (_, pair)| {
                (n + pair.waiting_now, minutes + pair.owed_minutes)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_lies_between_the_two_in_the_middle() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.median_doubled(), None);
        [1, 2, 2, 9].into_iter().for_each(|value| histogram.add(value, 1));
        assert_eq!(histogram.median_doubled(), Some(4));
        histogram.add(9, 1);
        assert_eq!(histogram.median_doubled(), Some(4));
        histogram.add(9, 1);
        assert_eq!(histogram.median_doubled(), Some(11));
    }

    #[test]
    fn the_month_before_january_is_december() {
        assert_eq!(Month(202_601).before(), Month(202_512));
        assert_eq!(Month(202_611).before(), Month(202_610));
    }
}
