//! The limits of a case, and when they stood still.

use domain::calendar::CalendarVersion;
use domain::case::Case;
use domain::case::clocks::{Clock, Clocks};
use domain::deadline::{Deadline, LegalReference, LimitKind, Pause};
use domain::id::{AgencyId, CaseKey};
use domain::time::Timestamp;

use crate::column::{held, instant, needed};
use crate::error::known;
use crate::{Conn, Error, Tx};

statements! {
    /// The clocks of a case. $1 home, $2 case.
    CLOCKS = "select slot, kind, started_at_ms, due_at_ms, days, paused_days, calendar_version, reference, met_at_ms
              from clock where home_id = $1 and case_id = $2";
    /// The pauses of a case, in order. $1 home, $2 case.
    PAUSES = "select asked_at_ms, came_at_ms from pause where home_id = $1 and case_id = $2 order by no";
    /// Keeps a clock. $1 home, $2 case, $3 slot, $4 kind, $5 start, $6 due, $7 days, $8 paused days,
    /// $9 calendar version, $10 reference, $11 when met.
    KEEP_CLOCK = "insert into clock (home_id, case_id, slot, kind, started_at_ms, due_at_ms, days, paused_days,
                                     calendar_version, reference, met_at_ms)
                  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                  on conflict (home_id, case_id, slot) do update set kind = excluded.kind,
                      started_at_ms = excluded.started_at_ms, due_at_ms = excluded.due_at_ms, days = excluded.days,
                      paused_days = excluded.paused_days, calendar_version = excluded.calendar_version,
                      reference = excluded.reference, met_at_ms = excluded.met_at_ms";
    /// Keeps a pause. $1 home, $2 case, $3 number, $4 asked, $5 came.
    KEEP_PAUSE = "insert into pause (home_id, case_id, no, asked_at_ms, came_at_ms) values ($1, $2, $3, $4, $5)
                  on conflict (home_id, case_id, no) do update set asked_at_ms = excluded.asked_at_ms,
                      came_at_ms = excluded.came_at_ms";
}

#[derive(sqlx::FromRow)]
struct ClockRow {
    slot: String,
    kind: String,
    started_at_ms: i64,
    due_at_ms: i64,
    days: i64,
    paused_days: i64,
    calendar_version: i64,
    reference: String,
    met_at_ms: Option<i64>,
}

impl TryFrom<ClockRow> for Clock {
    type Error = Error;

    fn try_from(row: ClockRow) -> Result<Self, Error> {
        Ok(Self {
            kind: known("clock.kind", &row.kind, LimitKind::find)?,
            start: Timestamp::from_ms(row.started_at_ms),
            deadline: Deadline {
                due: Timestamp::from_ms(row.due_at_ms),
                days: held("clock.days", row.days)?,
                paused_days: held("clock.paused_days", row.paused_days)?,
                calendar: CalendarVersion(held("clock.calendar_version", row.calendar_version)?),
                reference: LegalReference::new(row.reference),
            },
            met_at: instant(row.met_at_ms),
        })
    }
}

/// Every clock that has started, by the name of its place.
fn slots(clocks: &Clocks) -> impl Iterator<Item = (&'static str, &Clock)> {
    [
        ("verification", Some(&clocks.verification)),
        ("first_response", clocks.first_response.as_ref()),
        ("resolution", Some(&clocks.resolution)),
        ("reopened_reply", clocks.reopened_reply.as_ref()),
        ("reopened_answer", clocks.reopened_answer.as_ref()),
    ]
    .into_iter()
    .filter_map(|(slot, clock)| clock.map(|clock| (slot, clock)))
}

/// The clocks of the case at `key`, by the settings of a desk and a version of the calendar.
pub(super) async fn read(
    conn: &mut Conn,
    key: CaseKey,
    (desk, calendar): (AgencyId, CalendarVersion),
) -> Result<Clocks, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, ClockRow>(CLOCKS)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    let pauses: Vec<(i64, Option<i64>)> = on!(conn, c => sqlx::query_as(PAUSES)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    let mut started = std::collections::BTreeMap::new();
    for row in rows {
        started.insert(row.slot.clone(), Clock::try_from(row)?);
    }
    Ok(Clocks {
        calendar,
        desk,
        verification: needed("clock.slot", started.remove("verification"))?,
        first_response: started.remove("first_response"),
        resolution: needed("clock.slot", started.remove("resolution"))?,
        reopened_reply: started.remove("reopened_reply"),
        reopened_answer: started.remove("reopened_answer"),
        pauses: pauses
            .into_iter()
            .map(|(asked, came)| Pause {
                asked: Timestamp::from_ms(asked),
                came: instant(came),
            })
            .collect(),
    })
}

/// Writes the clocks and pauses that changed. A clock that has started is never taken away, nor a pause.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let was = before.map(|case| &case.clocks);
    for (slot, clock) in slots(&after.clocks) {
        if !was.is_some_and(|was| slots(was).any(|old| old == (slot, clock))) {
            keep_clock(tx, after.key, slot, clock).await?;
        }
    }
    for (no, pause) in (1_i64..).zip(&after.clocks.pauses) {
        let at = usize::try_from(no - 1).unwrap_or(usize::MAX);
        if was.and_then(|was| was.pauses.get(at)) != Some(pause) {
            on!(tx, c => sqlx::query(KEEP_PAUSE)
                .bind(after.key.home.uuid())
                .bind(after.key.id.uuid())
                .bind(no)
                .bind(pause.asked.as_ms())
                .bind(pause.came.map(Timestamp::as_ms))
                .execute(c)
                .await
                .map(drop))?;
        }
    }
    Ok(())
}

async fn keep_clock(tx: &mut Tx, key: CaseKey, slot: &str, clock: &Clock) -> Result<(), Error> {
    on!(tx, c => sqlx::query(KEEP_CLOCK)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(slot)
        .bind(clock.kind.as_str())
        .bind(clock.start.as_ms())
        .bind(clock.deadline.due.as_ms())
        .bind(i64::from(clock.deadline.days))
        .bind(i64::from(clock.deadline.paused_days))
        .bind(i64::from(clock.deadline.calendar.0))
        .bind(clock.deadline.reference.as_str())
        .bind(clock.met_at.map(Timestamp::as_ms))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
