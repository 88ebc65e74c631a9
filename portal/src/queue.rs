//! A desk's queue, as its page shows it.

use crate::{Error, Portal};
use domain::{
    case::seat::Queue,
    facts::RegionCode,
    id::{AgencyId, CaseId, CaseKey, PersonId},
    lang::Lang,
    permit::{Officer, Scope},
    time::Timestamp,
    view::{
        When,
        directory::first_words,
        queue::{QueueCounts, QueueFilter, QueuePage, QueueRow, ROWS_MAX},
    },
};
use std::collections::BTreeMap;
use store::{
    Conn,
    queue::{Asked, Line, Place},
};
use uuid::Uuid;

/// Reads one page of a queue and the counters beside it.
pub(crate) async fn page(
    portal: &Portal,
    officer: &Officer,
    filter: QueueFilter,
    after: Option<&str>,
    lang: Lang,
) -> Result<QueuePage, Error> {
    let scope = Scope::Agency(officer.agency);
    let now = portal.now();
    let asked = Asked {
        queue: filter.queue(),
        handler: (filter == QueueFilter::Mine).then_some(officer.id),
        late_at: (filter == QueueFilter::Late).then_some(now),
        after: after.and_then(place),
    };
    let mut conn = portal.0.store.read(scope).await?;
    let mut lines = store::queue::page(&mut conn, scope, &asked).await?;
    let counts = counts(&mut conn, scope, officer, now).await?;
    let people = portal.people(&mut conn, officer.agency).await?;
    let has_more = lines.len() > ROWS_MAX;
    lines.truncate(ROWS_MAX);
    let next = lines.last().filter(|_| has_more).map(|line| key_text(line.place()));
    let rows = lines
        .into_iter()
        .map(|line| row(portal, officer, line, &people, lang, now))
        .collect();
    let desk = portal.0.directory.agency(officer.agency);
    Ok(QueuePage {
        desk,
        filter,
        counts,
        rows,
        next,
        as_of: When::instant(now, lang),
    })
}

async fn counts(conn: &mut Conn, scope: Scope, officer: &Officer, now: Timestamp) -> Result<QueueCounts, Error> {
    let work = store::queue::count(conn, scope, Queue::Work, None, now).await?;
    let mine = store::queue::count(conn, scope, Queue::Work, Some(officer.id), now).await?;
    let waiting = store::queue::count(conn, scope, Queue::Waiting, None, now).await?;
    let awaiting_us = store::queue::count(conn, scope, Queue::AwaitingUs, None, now).await?;
    Ok(QueueCounts {
        work: work.cases,
        mine: mine.cases,
        late: work.late,
        waiting: waiting.cases,
        awaiting_us: awaiting_us.cases,
    })
}

fn row(
    portal: &Portal,
    officer: &Officer,
    line: Line,
    people: &BTreeMap<PersonId, String>,
    lang: Lang,
    now: Timestamp,
) -> QueueRow {
    let directory = &portal.0.directory;
    let calendar = portal.0.book.tenant(officer.agency).time.calendar();
    let code = line.code.to_string();
    let days = |from: Timestamp, to: Timestamp| calendar.working_days_between(from.wita_date(), to.wita_date());
    let region = RegionCode::try_from(line.region.as_str()).map(|region| district_of(directory.place(&region)));
    QueueRow {
        heading: line
            .title
            .or_else(|| line.opening.map(|opening| first_words(&opening)))
            .unwrap_or_else(|| code.clone()),
        code,
        kind: line.kind,
        status: line.status,
        capacity: line.capacity,
        holder: directory.agency(line.holder),
        service: line.service,
        place: region.unwrap_or_default(),
        due: line.due_at.map(|due| When::day(due.wita_date(), lang)),
        days_left: line.due_at.map_or(0, |due| days(now, due)),
        days_late: line.due_at.map_or(0, |due| days(due, now)),
        is_late: line.due_at.is_some_and(|due| now > due),
        is_urgent: line.rank == 0,
        handler: line.handler.and_then(|handler| people.get(&handler).cloned()),
        is_mine: line.handler == Some(officer.id),
    }
}

/// A row names district and regency; the village is on the case page.
fn district_of(place: String) -> String {
    let parts: Vec<&str> = place.split(", ").collect();
    match parts.as_slice() {
        [_, district, regency] => format!("{district}, {regency}"),
        _ => place,
    }
}

/// Where the next page begins, as it stands in the address: rank, due, home and case.
fn key_text(place: Place) -> String {
    format!(
        "{}.{}.{}.{}",
        place.rank,
        place.due_at_ms,
        place.key.home.uuid().simple(),
        place.key.id.uuid().simple()
    )
}

/// Reads that back. What somebody changed by hand is ignored, and the first page shown.
fn place(text: &str) -> Option<Place> {
    let mut parts = text.split('.');
    let (rank, due_at_ms) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let mut id = || parts.next().and_then(|part| Uuid::parse_str(part).ok());
    let key = CaseKey {
        home: AgencyId(id()?),
        id: CaseId(id()?),
    };
    Some(Place { rank, due_at_ms, key })
}
