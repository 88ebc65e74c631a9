//! Who may look: the seats of a case, written whole with every change of it.

use domain::case::Case;
use domain::case::seat::Seat;
use domain::id::{AgencyId, PersonId};
use domain::routing::SpecialDesks;
use domain::time::Timestamp;

use crate::column::UNLIMITED_MS;
use crate::{Error, Tx};

statements! {
    /// Gives a seat, or moves it. $1 agency, $2 home, $3 case, $4 version of the case, $5 capacity, $6 queue, $7 rank,
    /// $8 due, $9 until, $10 status, $11 kind, $12 holder, $13 handler, $14 service, $15 region.
    KEEP = "insert into seat (agency_id, home_id, case_id, version, capacity, queue, rank, due_at_ms, until_ms,
                              status, kind, holder_id, handler_id, service_code, region_code)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            on conflict (agency_id, home_id, case_id) do update set version = excluded.version,
                capacity = excluded.capacity, queue = excluded.queue, rank = excluded.rank,
                due_at_ms = excluded.due_at_ms, until_ms = excluded.until_ms, status = excluded.status,
                kind = excluded.kind, holder_id = excluded.holder_id, handler_id = excluded.handler_id,
                service_code = excluded.service_code, region_code = excluded.region_code";
    /// Takes the seats that this version of the case no longer gives. $1 home, $2 case, $3 version.
    CLEAR = "delete from seat where home_id = $1 and case_id = $2 and version < $3";
}

/// Writes the seats of a case as its facts give them; those it no longer gives go.
///
/// # Errors
/// [`Error::Database`] if an agency is unknown.
pub(crate) async fn write(tx: &mut Tx, desks: &SpecialDesks, case: &Case) -> Result<(), Error> {
    for seat in case.seats(desks) {
        keep(tx, case, &seat).await?;
    }
    on!(tx, c => sqlx::query(CLEAR)
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(case.version)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn keep(tx: &mut Tx, case: &Case, seat: &Seat) -> Result<(), Error> {
    // The officer at work is the holder's own affair: in other desks' lists nobody of them is at work.
    let handler = case.handler.filter(|_| is_holder(case, seat.agency));
    let or_unlimited = |at: Option<Timestamp>| at.map_or(UNLIMITED_MS, Timestamp::as_ms);
    on!(tx, c => sqlx::query(KEEP)
        .bind(seat.agency.uuid())
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(case.version)
        .bind(seat.capacity.as_str())
        .bind(seat.queue.as_str())
        .bind(seat.rank)
        .bind(or_unlimited(seat.due_at))
        .bind(or_unlimited(seat.until))
        .bind(case.status.code().as_str())
        .bind(case.kind.as_str())
        .bind(case.holder.uuid())
        .bind(handler.map(PersonId::uuid))
        .bind(case.facts.service.as_ref().map(|code| code.as_str()))
        .bind(case.facts.place.region.as_str())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn is_holder(case: &Case, agency: AgencyId) -> bool {
    case.holder == agency
}
