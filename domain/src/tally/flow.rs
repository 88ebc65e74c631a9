//! What an event is counted as, when it happens.

use super::{Cell, Deltas, Measure, Month, PairMeasure, count};
use crate::{
    case::{Case, change::Change, event::Event},
    deed::Act,
    id::AgencyId,
    rule_book::RuleBook,
    time::Timestamp,
};

pub(super) fn add(all: &mut Deltas, book: &RuleBook, change: &Change) {
    let after = change.after();
    for event in change.events() {
        add_event(all, book, change.before(), event);
    }
    let Some(now) = change.events().last().map(|event| event.at) else {
        return;
    };
    let month = Month::of(now);
    let mut add = |agency, measure, value| {
        count(
            all,
            Cell::Agency {
                agency,
                measure,
                month,
                value,
            },
            1,
        );
    };
    match change.before() {
        None => {
            add(after.key.home, Measure::Filed, 0);
            add(after.holder, Measure::Received, 0);
        }
        Some(before) => {
            if before.holder != after.holder && !before.is_former(after.holder) {
                add(after.holder, Measure::Received, 0);
            }
            if before.answers != after.answers {
                add(after.holder, Measure::Answered, 0);
            }
            if before.reopenings != after.reopenings {
                add(after.holder, Measure::Reopened, 0);
            }
        }
    }
    add_verified(book, change, &mut add);
    add_first_response(book, change, &mut add);
}

fn add_verified(book: &RuleBook, change: &Change, add: &mut impl FnMut(AgencyId, Measure, i64)) {
    let after = change.after();
    let was_verified = change.before().is_some_and(|case| case.clocks.first_response.is_some());
    if let (false, Some(clock)) = (was_verified, &after.clocks.first_response) {
        add(
            after.holder,
            Measure::Verified,
            days(book, after, after.received_at, clock.start),
        );
    }
}

fn add_first_response(book: &RuleBook, change: &Change, add: &mut impl FnMut(AgencyId, Measure, i64)) {
    let after = change.after();
    let met = |case: &Case| case.clocks.first_response.as_ref().and_then(|clock| clock.met_at);
    let (None, Some(clock), Some(met_at)) = (change.before().and_then(met), &after.clocks.first_response, met(after))
    else {
        return;
    };
    let taken = days(book, after, clock.start, met_at) - i64::from(clock.deadline.paused_days);
    add(after.holder, Measure::FirstResponse, taken);
    add(
        after.holder,
        Measure::FirstResponseOnTime,
        i64::from(!clock.is_late(met_at)),
    );
}

fn days(book: &RuleBook, case: &Case, from: Timestamp, to: Timestamp) -> i64 {
    i64::from(
        book.tenant(case.clocks.desk)
            .time
            .calendar()
            .working_days_between(from.wita_date(), to.wita_date()),
    )
}

/// Hand-offs are counted between the two agencies, and rulings at the province desk.
fn add_event(all: &mut Deltas, book: &RuleBook, before: Option<&Case>, event: &Event) {
    let month = Month::of(event.at);
    if event.act == Act::Rule {
        count(
            all,
            Cell::Agency {
                agency: book.desks.province,
                measure: Measure::Ruled,
                month,
                value: 0,
            },
            1,
        );
    }
    let Some(before) = before else { return };
    let offer = before.status.offer();
    let (measure, to) = match (event.act, event.about, offer) {
        (Act::Offer, Some(to), _) => (PairMeasure::Offered, to),
        (Act::Accept, _, Some(offer)) => (PairMeasure::Accepted, offer.to),
        (Act::Decline, _, Some(offer)) => (PairMeasure::Declined, offer.to),
        (Act::Together, _, Some(offer)) => (PairMeasure::Together, offer.to),
        (Act::TakeBack, _, Some(offer)) => (PairMeasure::TakenBack, offer.to),
        (Act::ExpireOffer, _, Some(offer)) => (PairMeasure::Expired, offer.to),
        // A refused proposal to work together is a decline after all.
        (Act::RefuseTogether | Act::ExpireTogether, Some(by), _) => (PairMeasure::Declined, by),
        _ => return,
    };
    let minutes = offer.map_or(0, |offer| {
        book.tenant(to).time.minutes_between(offer.offered_at, event.at)
    });
    let value = if measure == PairMeasure::Accepted { minutes } else { 0 };
    count(
        all,
        Cell::Pair {
            from: before.holder,
            to,
            measure,
            month,
            value,
        },
        1,
    );
}
