//! The parts of a view: instants, limits, and who held the case.

use super::{DeadlineView, HandoffView, HeldAs, HeldView, PromiseView, When, build::Known};
use crate::{
    case::{
        Case,
        clocks::Clock,
        status::{Handoff, Status, StatusCode},
    },
    deadline::LimitKind,
    interval::Charge,
    lang::Lang,
    rule_book::RuleBook,
    time::{Timestamp, format},
};
use jiff::civil::Date;

/// Milliseconds are not shown; minutes of an hour are.
const MINUTES_AN_HOUR: i64 = 60;

impl When {
    /// An instant, in WITA.
    #[must_use]
    pub fn instant(at: Timestamp, lang: Lang) -> Self {
        let wita = at.wita();
        Self {
            iso: format!("{}T{:02}:{:02}+08:00", wita.date(), wita.hour(), wita.minute()),
            long: format::long_instant(at, lang),
            short: format::short_instant(at, lang),
        }
    }

    /// A day.
    #[must_use]
    pub fn day(date: Date, lang: Lang) -> Self {
        Self {
            iso: date.to_string(),
            long: format::long_date(date, lang),
            short: format::short_date(date, lang),
        }
    }
}

/// The limits that matter now, earliest first: those that run, and the last resolution once it is met.
pub(super) fn deadlines(case: &Case, known: &Known<'_>) -> Vec<DeadlineView> {
    let is_submitted = case.status.code() == StatusCode::Submitted;
    let is_running = |clock: &&Clock| clock.is_running() && (is_submitted || clock.kind != LimitKind::Verification);
    if case.status.is_end() {
        return Vec::new();
    }
    let mut clocks: Vec<&Clock> = case.clocks.all().filter(is_running).collect();
    clocks.sort_by_key(|clock| clock.deadline.due);
    clocks.into_iter().map(|clock| deadline(case, clock, known)).collect()
}

fn deadline(case: &Case, clock: &Clock, known: &Known<'_>) -> DeadlineView {
    let calendar = known.book.tenant(case.clocks.desk).time.calendar();
    let now = known.now;
    let elapsed = calendar.working_days_between(clock.start.wita_date(), now.wita_date());
    DeadlineView {
        clock: clock.kind,
        due: When::day(clock.deadline.due.wita_date(), known.lang),
        days_left: clock.deadline.days_left(now, calendar),
        days_late: clock.deadline.days_late(now, calendar),
        is_late: clock.is_late(now),
        is_paused: matches!(case.status, Status::NeedInfo(_)),
        day: elapsed.saturating_sub(u32::from(clock.deadline.paused_days)),
        days: clock.deadline.days,
        paused_days: clock.deadline.paused_days,
        reference: clock.deadline.reference.as_str().to_owned(),
        calendar: clock.deadline.calendar.0,
    }
}

/// What was promised, in the order in which it was.
pub(super) fn promises(case: &Case, known: &Known<'_>) -> Vec<PromiseView> {
    case.promises
        .iter()
        .map(|promise| PromiseView {
            by: known.directory.agency(promise.by),
            act: promise.act.as_str().to_owned(),
            due: When::day(promise.due_on, known.lang),
            month: format::month(promise.due_on, known.lang).chars().take(3).collect(),
            day: promise.due_on.day().unsigned_abs(),
            is_past: promise.due_on < known.now.wita_date(),
        })
        .collect()
}

/// Who held the case, in order; what had ended is nobody's and left out. Hours are derived from the calendar of
/// whoever is charged.
pub(super) fn held(case: &Case, known: &Known<'_>) -> (Vec<HeldView>, i64) {
    let running = case.intervals.running().copied();
    let stretches: Vec<_> = case
        .intervals
        .intervals()
        .filter(|interval| interval.charge != Charge::Ended)
        .map(|interval| {
            (
                interval,
                minutes(
                    known.book,
                    interval.charge,
                    interval.from,
                    interval.to.unwrap_or(known.now),
                ),
            )
        })
        .filter(|(interval, minutes)| *minutes > 0 || interval.to.is_none())
        .collect();
    let total: i64 = stretches.iter().map(|(_, minutes)| minutes).sum();
    let views = stretches
        .into_iter()
        .map(|(interval, minutes)| HeldView {
            held_as: held_as(interval.charge),
            agency: shown_agency(known.book, interval.charge).map(|agency| known.directory.agency(agency)),
            hours: rounded_hours(minutes),
            permille: u16::try_from(minutes * 1000 / total.max(1)).unwrap_or(1000),
            since: When::instant(interval.from, known.lang),
            is_now: running == Some(*interval),
        })
        .collect();
    (views, rounded_hours(total))
}

fn minutes(book: &RuleBook, charge: Charge, from: Timestamp, to: Timestamp) -> i64 {
    let desk = charge.agency().unwrap_or(book.desks.province);
    book.tenant(desk).time.minutes_between(from, to)
}

fn rounded_hours(minutes: i64) -> i64 {
    (minutes + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR
}

fn shown_agency(book: &RuleBook, charge: Charge) -> Option<crate::id::AgencyId> {
    match charge {
        Charge::Own(agency) | Charge::Partner { agency } => Some(agency),
        Charge::Offered { awaited, .. } => Some(awaited),
        Charge::Province => Some(book.desks.province),
        Charge::Citizen | Charge::Ended => None,
    }
}

const fn held_as(charge: Charge) -> HeldAs {
    match charge {
        Charge::Own(_) => HeldAs::Own,
        Charge::Offered { .. } => HeldAs::Offered,
        Charge::Partner { .. } => HeldAs::Partner,
        Charge::Province => HeldAs::Province,
        Charge::Citizen | Charge::Ended => HeldAs::Citizen,
    }
}

/// An open offer, or the hand-off that awaits a ruling.
pub(super) fn handoff(case: &Case, known: &Known<'_>) -> Option<HandoffView> {
    let Status::TransferPending { handoff, .. } = &case.status else {
        return None;
    };
    Some(match handoff {
        Handoff::Offered(offer) => HandoffView {
            to: Some(known.directory.agency(offer.to)),
            reason: Some(offer.reason.as_str().to_owned()),
            sentence: Some(offer.sentence.as_str().to_owned()),
            due: When::instant(offer.due_at, known.lang),
            is_late: known.now > offer.due_at,
            cause: None,
            outside: None,
        },
        Handoff::Awaiting(awaited) => HandoffView {
            to: awaited.silent.map(|agency| known.directory.agency(agency)),
            reason: None,
            sentence: None,
            due: When::day(awaited.due_at.wita_date(), known.lang),
            is_late: known.now > awaited.due_at,
            cause: Some(awaited.cause),
            outside: awaited.outside.as_ref().map(|body| body.name.as_str().to_owned()),
        },
    })
}
