//! Who a case waited for, from when to when.

use domain::case::Case;
use domain::id::{AgencyId, CaseKey};
use domain::interval::{Charge, Interval, Track};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{held, instant, needed, unreadable};
use crate::{Conn, Error, Tx};

statements! {
    /// The intervals of a case, in order. $1 home, $2 case.
    ALL = "select charge, agency_id, awaited_id, from_ms, to_ms from interval
           where home_id = $1 and case_id = $2 order by no";
    /// Keeps an interval. $1 home, $2 case, $3 number, $4 charge, $5 agency, $6 awaited agency, $7 from, $8 to.
    KEEP = "insert into interval (home_id, case_id, no, charge, agency_id, awaited_id, from_ms, to_ms)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (home_id, case_id, no) do update set charge = excluded.charge,
                agency_id = excluded.agency_id, awaited_id = excluded.awaited_id, from_ms = excluded.from_ms,
                to_ms = excluded.to_ms";
}

#[derive(sqlx::FromRow)]
struct IntervalRow {
    charge: String,
    agency_id: Option<Uuid>,
    awaited_id: Option<Uuid>,
    from_ms: i64,
    to_ms: Option<i64>,
}

impl TryFrom<IntervalRow> for Interval {
    type Error = Error;

    fn try_from(row: IntervalRow) -> Result<Self, Error> {
        let agency = || needed("interval.agency_id", row.agency_id).map(AgencyId);
        let charge = match row.charge.as_str() {
            "own" => Charge::Own(agency()?),
            "offered" => Charge::Offered {
                holder: agency()?,
                awaited: AgencyId(needed("interval.awaited_id", row.awaited_id)?),
            },
            "partner" => Charge::Partner { agency: agency()? },
            "province" => Charge::Province,
            "citizen" => Charge::Citizen,
            "ended" => Charge::Ended,
            other => return Err(unreadable("interval.charge", &other)),
        };
        Ok(Self {
            charge,
            from: Timestamp::from_ms(row.from_ms),
            to: instant(row.to_ms),
        })
    }
}

const fn code_of(charge: Charge) -> &'static str {
    match charge {
        Charge::Own(_) => "own",
        Charge::Offered { .. } => "offered",
        Charge::Partner { .. } => "partner",
        Charge::Province => "province",
        Charge::Citizen => "citizen",
        Charge::Ended => "ended",
    }
}

/// The intervals of the case at `key`.
pub(super) async fn read(conn: &mut Conn, key: CaseKey) -> Result<Track, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, IntervalRow>(ALL)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    let intervals = rows.into_iter().map(Interval::try_from).collect::<Result<_, _>>()?;
    Track::from_intervals(intervals).map_err(|error| unreadable("interval.from_ms", &error))
}

/// Writes the intervals that changed; the list only grows.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let was = before.map(|case| &case.intervals);
    for (no, interval) in after.intervals.changed_since(was) {
        let no: i64 = held("interval.no", no)?;
        on!(tx, c => sqlx::query(KEEP)
            .bind(after.key.home.uuid())
            .bind(after.key.id.uuid())
            .bind(no)
            .bind(code_of(interval.charge))
            .bind(interval.charge.agency().map(AgencyId::uuid))
            .bind(interval.charge.debtor().map(AgencyId::uuid))
            .bind(interval.from.as_ms())
            .bind(interval.to.map(Timestamp::as_ms))
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}
