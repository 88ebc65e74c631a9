//! What a case, as it stands, is counted as.

use super::{Amount, Cell, Deltas, Measure, Month, count};
use crate::{
    case::{
        Case, TaskState,
        clocks::Clock,
        status::{Status, StatusCode},
    },
    deadline::LimitKind,
    id::AgencyId,
    rule_book::RuleBook,
    time::Timestamp,
};
use jiff::civil::Date;

/// Adds the standing of `case`, `sign` times: −1 takes it out.
pub(super) fn add(all: &mut Deltas, book: &RuleBook, case: &Case, sign: i64) {
    add_status(all, book, case, sign);
    if let Some(rating) = &case.rating {
        let cell = of(
            case.holder,
            Measure::Rated,
            Month::of(rating.at),
            i64::from(rating.value),
        );
        count(all, cell, sign);
    }
    if case.status.is_end() {
        return;
    }
    add_due(all, book, case, sign);
    add_waiting(all, book, case, sign);
}

fn of(agency: AgencyId, measure: Measure, month: Month, value: i64) -> Cell {
    Cell::Agency {
        agency,
        measure,
        month,
        value,
    }
}

fn add_status(all: &mut Deltas, book: &RuleBook, case: &Case, sign: i64) {
    let mut add = |measure, month, value| count(all, of(case.holder, measure, month, value), sign);
    match &case.status {
        Status::Resolved { at } | Status::AutoClosed { at } => {
            let is_confirmed = case.status.code() == StatusCode::Resolved;
            let month = Month::of(*at);
            add(
                if is_confirmed {
                    Measure::Confirmed
                } else {
                    Measure::AutoClosed
                },
                month,
                0,
            );
            if let Some(answered_at) = case.answered_at {
                add(Measure::Resolution, month, resolution_days(book, case, answered_at));
                add(
                    Measure::ResolutionOnTime,
                    month,
                    i64::from(is_on_time(case, answered_at)),
                );
            }
        }
        Status::Archived(archive) => add(Measure::Archived, Month::of(archive.at), 0),
        Status::Referred(referral) => add(Measure::Referred, Month::of(referral.at), 0),
        Status::Withdrawn { at } => add(Measure::Withdrawn, Month::of(*at), 0),
        Status::Merged { .. } | Status::Responded { .. } => {}
        Status::Submitted
        | Status::NeedInfo(_)
        | Status::Dispatched
        | Status::InProgress
        | Status::TransferPending { .. }
        | Status::Reopened => add(Measure::Open, Month::NONE, 0),
    }
}

/// Working days from receipt to the last answer, less the pauses.
fn resolution_days(book: &RuleBook, case: &Case, answered_at: Timestamp) -> i64 {
    let calendar = book.tenant(case.clocks.desk).time_at(case.clocks.calendar).calendar();
    let all = calendar.working_days_between(case.received_at.wita_date(), answered_at.wita_date());
    i64::from(all) - i64::from(case.clocks.resolution.deadline.paused_days)
}

fn is_on_time(case: &Case, answered_at: Timestamp) -> bool {
    let is_in = |clock: &Clock| !clock.deadline.is_late(clock.met_at.unwrap_or(answered_at));
    is_in(&case.clocks.resolution) && case.clocks.reopened_answer.as_ref().is_none_or(is_in)
}

/// Each running limit stands on its last day; a paused case stands on none.
fn add_due(all: &mut Deltas, book: &RuleBook, case: &Case, sign: i64) {
    let is_paused = matches!(case.status, Status::NeedInfo(_));
    let is_answered = matches!(case.status, Status::Responded { .. });
    let is_verified = case.status.code() != StatusCode::Submitted;
    let is_standing = |clock: &&Clock| {
        clock.is_running() && !is_paused && !is_answered && (clock.kind != LimitKind::Verification || !is_verified)
    };
    let mut earliest = None;
    for clock in case.clocks.all().filter(is_standing) {
        let on = clock.deadline.due.wita_date();
        count(all, due(case.holder, Some(clock.kind), on), sign);
        earliest = Some(earliest.map_or(on, |earliest: Date| earliest.min(on)));
    }
    if let Some(on) = earliest {
        count(all, due(case.holder, None, on), sign);
    }
    if let Some(awaited) = case.status.awaited() {
        let on = awaited.due_at.wita_date();
        count(all, due(book.desks.province, Some(LimitKind::Ruling), on), sign);
    }
}

const fn due(agency: AgencyId, clock: Option<LimitKind>, on: Date) -> Cell {
    Cell::Due { agency, clock, on }
}

/// Debt: an awaited agency is charged from the moment it was asked.
fn add_waiting(all: &mut Deltas, book: &RuleBook, case: &Case, sign: i64) {
    let mut add = |to: AgencyId, since: Timestamp| {
        let time = book.tenant(to).time_at(case.clocks.calendar);
        let cell = Cell::Waiting {
            from: case.holder,
            to,
            calendar: time.calendar().version(),
        };
        let amount: &mut Amount = all.entry(cell).or_default();
        amount.n += sign;
        amount.sum += sign * time.ordinal(since);
    };
    if let Some(offer) = case.status.offer() {
        add(offer.to, offer.offered_at);
    }
    if let Some(awaited) = case.status.awaited() {
        add(book.desks.province, awaited.since);
    }
    for task in &case.tasks {
        match task.state {
            TaskState::Asked | TaskState::Accepted { .. } => add(task.partner, task.asked_at),
            TaskState::Declined { at, .. } => add(book.desks.province, at),
            TaskState::Done { .. } | TaskState::Cancelled { .. } => {}
        }
    }
}
