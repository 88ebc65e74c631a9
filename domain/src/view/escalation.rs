//! The file with which a reporter goes to the Ombudsman. Source: UU 37/2008; `docs/rules.md`, "To the Ombudsman".

use super::{CaseView, When, directory::AgencyName};
use crate::{
    case::{Case, clocks::Clock, status::Status},
    codes::codes,
    deadline::LimitKind,
    lang::Lang,
    limits,
    rule_book::RuleBook,
    time::Timestamp,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

codes! {
    /// Why the way to the Ombudsman is offered. The file itself is always there.
    pub enum Ground {
        /// A limit of this case has passed.
        LimitPassed = "limit_passed",
        /// It ended without an answer that satisfies: archived, referred, closed by silence, or rated low.
        NotSatisfied = "not_satisfied",
        /// It was reopened twice.
        ReopenedTwice = "reopened_twice",
    }
}

/// Why the way to the Ombudsman is offered for this case now; none is no reason to hide it.
#[must_use]
pub fn grounds(case: &Case, now: Timestamp) -> Vec<Ground> {
    let is_so = |ground| match ground {
        Ground::LimitPassed => case.clocks.all().any(|clock| clock.is_late(judged_at(case, now))),
        Ground::NotSatisfied => is_unsatisfying(case),
        Ground::ReopenedTwice => case.reopenings >= limits::REOPENINGS_BEFORE_OMBUDSMAN,
    };
    Ground::ALL.iter().copied().filter(|ground| is_so(*ground)).collect()
}

/// The moment up to which a limit that still runs is judged: it stands still while data is awaited, and after an end.
fn judged_at(case: &Case, now: Timestamp) -> Timestamp {
    let asked_at = case.status.request().map(|request| request.asked_at);
    asked_at.or_else(|| case.status.ended_at()).unwrap_or(now)
}

fn is_unsatisfying(case: &Case) -> bool {
    let is_low = case
        .rating
        .as_ref()
        .is_some_and(|rating| rating.value <= limits::UNSATISFIED_MARK_MAX);
    match &case.status {
        Status::Archived(_) | Status::Referred(_) | Status::AutoClosed { .. } => true,
        Status::Resolved { .. } => is_low,
        Status::Submitted
        | Status::NeedInfo(_)
        | Status::Dispatched
        | Status::InProgress
        | Status::TransferPending { .. }
        | Status::Responded { .. }
        | Status::Reopened
        | Status::Merged { .. }
        | Status::Withdrawn { .. } => false,
    }
}

/// A limit of the case: when it began, when it ended, and whether it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitView {
    /// Which.
    pub clock: LimitKind,
    /// When it began.
    pub start: When,
    /// Its last day.
    pub due: When,
    /// Working days.
    pub days: u16,
    /// When it was kept, or missed and done late; `None` if it was not done.
    pub met: Option<When>,
    /// Whether it was missed.
    pub is_late: bool,
    /// Working days past it; 0 if it was kept.
    pub days_late: u32,
    /// The rule that sets it.
    pub reference: String,
}

/// What the reporter takes to the Ombudsman.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscalationView {
    /// The case, as its reporter sees it.
    pub case: CaseView,
    /// Every limit that began, in order.
    pub limits: Vec<LimitView>,
    /// Number and hash of the filing in the chain of its home.
    pub entry: Option<(u64, String)>,
    /// The desk where the case began: whose chain it is.
    pub home: AgencyName,
    /// The Ombudsman's name and how to reach it. Source: data pack, `X-OMBUDSMAN`.
    pub ombudsman: (String, String),
    /// Whether the event is older than the Ombudsman usually takes.
    pub is_too_old: bool,
    /// When this was made.
    pub at: When,
}

/// Every limit of the case that began, in the order of their beginnings.
#[must_use]
pub fn limits_of(case: &Case, book: &RuleBook, lang: Lang, now: Timestamp) -> Vec<LimitView> {
    let mut clocks: Vec<&Clock> = case.clocks.all().collect();
    clocks.sort_by_key(|clock| (clock.start, clock.deadline.due));
    let calendar = book.tenant(case.clocks.desk).time.calendar();
    let view = |clock: &Clock| {
        let until = clock.met_at.unwrap_or_else(|| judged_at(case, now));
        LimitView {
            clock: clock.kind,
            start: When::instant(clock.start, lang),
            due: When::day(clock.deadline.due.wita_date(), lang),
            days: clock.deadline.days,
            met: clock.met_at.map(|at| When::instant(at, lang)),
            is_late: clock.deadline.is_late(until),
            days_late: clock.deadline.days_late(until, calendar),
            reference: clock.deadline.reference.as_str().to_owned(),
        }
    };
    clocks.into_iter().map(view).collect()
}

/// Whether an event of this day is older than the Ombudsman usually takes.
#[must_use]
pub fn is_too_old(event: Option<Date>, now: Timestamp) -> bool {
    let today = now.wita_date();
    let oldest = (today.year() - limits::OMBUDSMAN_YEARS_MAX, today.month(), today.day());
    event.is_some_and(|day| (day.year(), day.month(), day.day()) < oldest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::at;
    use jiff::civil::date;

    #[test]
    fn an_event_older_than_two_years_is_said_to_be_old_for_the_ombudsman() {
        let now = at("2026-11-24 09:00 WITA");
        assert!(!is_too_old(None, now));
        assert!(!is_too_old(Some(date(2024, 11, 24)), now));
        assert!(is_too_old(Some(date(2024, 11, 23)), now));
    }
}
