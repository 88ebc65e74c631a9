//! The lists of a desk: one index range of its seats, joined to what a line shows.

use domain::case::seat::{Capacity, Queue};
use domain::case::status::StatusCode;
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::kind::Kind;
use domain::permit::Scope;
use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;
use domain::view::queue::ROWS_MAX;
use uuid::Uuid;

use crate::column::{UNLIMITED_MS, held, key};
use crate::error::known;
use crate::{Conn, Error};

/// Lines read at once: one more than a page shows, so that it knows whether another follows.
pub const PAGE_ROWS_MAX: usize = ROWS_MAX + 1;

/// The columns of a line. A former holder reads code and status, nothing of the text; neither does the overseer of a
/// secret case.
macro_rules! columns {
    () => {
        "s.home_id, s.case_id, c.code, s.version, s.capacity, s.rank, s.due_at_ms, s.status, s.kind, s.holder_id,
         s.handler_id, s.service_code, s.region_code, c.received_at_ms,
         case when s.capacity = 'former'
             or (s.capacity = 'overseer' and c.visibility in ('secret', 'anonymous_secret'))
             then null else c.title end as title,
         case when s.capacity = 'former'
             or (s.capacity = 'overseer' and c.visibility in ('secret', 'anonymous_secret'))
             then null else substr(c.body, 1, 160) end as opening"
    };
}

statements! {
    /// A page of a list. $1 agency, $2 queue, $3 to $6 rank, due, home and case of the last line seen, $7 the latest
    /// due instant that counts, $8 most rows. The bound on rank and due together keeps a late list to one range.
    PAGE = concat!("select ", columns!(), " from seat s join cases c on c.home_id = s.home_id and c.id = s.case_id
        where s.agency_id = $1 and s.queue = $2 and s.capacity <> 'accused'
            and (s.rank, s.due_at_ms, s.home_id, s.case_id) > ($3, $4, $5, $6)
            and (s.rank, s.due_at_ms) <= (1, $7) and s.due_at_ms <= $7
        order by s.rank, s.due_at_ms, s.home_id, s.case_id limit $8");
    /// The same, of the cases one officer works on. $1 to $8 as above, $9 handler.
    PAGE_OF = concat!("select ", columns!(), " from seat s join cases c on c.home_id = s.home_id and c.id = s.case_id
        where s.agency_id = $1 and s.handler_id = $9 and s.queue = $2 and s.capacity <> 'accused'
            and (s.rank, s.due_at_ms, s.home_id, s.case_id) > ($3, $4, $5, $6)
            and (s.rank, s.due_at_ms) <= (1, $7) and s.due_at_ms <= $7
        order by s.rank, s.due_at_ms, s.home_id, s.case_id limit $8");
    /// How many cases stand in a list, and how many of them are late. $1 agency, $2 queue, $3 now.
    COUNT = "select count(*) as cases, count(*) filter (where s.due_at_ms < $3) as late
             from seat s where s.agency_id = $1 and s.queue = $2 and s.capacity <> 'accused'";
    /// The same, of the cases one officer works on. $1 agency, $2 queue, $3 now, $4 handler.
    COUNT_OF = "select count(*) as cases, count(*) filter (where s.due_at_ms < $3) as late from seat s
                where s.agency_id = $1 and s.handler_id = $4 and s.queue = $2 and s.capacity <> 'accused'";
}

/// Where a line stands in its list: the key of the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 0 urgent, 1 else.
    pub rank: i64,
    /// When it is due. Unit: Unix milliseconds; the largest number without a limit.
    pub due_at_ms: i64,
    /// The case.
    pub key: CaseKey,
}

impl Place {
    /// Before every line.
    const START: Self = Self {
        rank: i64::MIN,
        due_at_ms: i64::MIN,
        key: key(Uuid::nil(), Uuid::nil()),
    };
}

/// Which lines of a desk are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The list.
    pub queue: Queue,
    /// Only what this officer of the desk works on.
    pub handler: Option<PersonId>,
    /// Only what is late at this instant.
    pub late_at: Option<Timestamp>,
    /// Only what comes after this line.
    pub after: Option<Place>,
}

/// One line of a desk's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub key: CaseKey,
    /// Its tracking code.
    pub code: TrackingCode,
    /// Its version.
    pub version: i64,
    /// In what capacity the desk looks.
    pub capacity: Capacity,
    /// 0 urgent, 1 else.
    pub rank: i64,
    /// The earliest limit that runs for this desk.
    pub due_at: Option<Timestamp>,
    /// The status.
    pub status: StatusCode,
    /// The kind.
    pub kind: Kind,
    /// The desk that owns the case.
    pub holder: AgencyId,
    /// The officer at work on it, in the holder's own lists.
    pub handler: Option<PersonId>,
    /// The service, by its code.
    pub service: Option<String>,
    /// The place, by its code.
    pub region: String,
    /// When it was received.
    pub received_at: Timestamp,
    /// The public title; never for a former holder, or the overseer of a secret case.
    pub title: Option<String>,
    /// The first 160 characters of what the reporter wrote; never for a former holder.
    pub opening: Option<String>,
}

impl Line {
    /// Where the line stands, to read on after it.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            rank: self.rank,
            due_at_ms: self.due_at.map_or(UNLIMITED_MS, Timestamp::as_ms),
            key: self.key,
        }
    }
}

/// How many cases stand in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, sqlx::FromRow)]
pub struct Count {
    /// All of them.
    pub cases: i64,
    /// Those past their limit.
    pub late: i64,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    home_id: Uuid,
    case_id: Uuid,
    code: String,
    version: i64,
    capacity: String,
    rank: i64,
    due_at_ms: i64,
    status: String,
    kind: String,
    holder_id: Uuid,
    handler_id: Option<Uuid>,
    service_code: Option<String>,
    region_code: String,
    received_at_ms: i64,
    title: Option<String>,
    opening: Option<String>,
}

impl TryFrom<LineRow> for Line {
    type Error = Error;

    fn try_from(row: LineRow) -> Result<Self, Error> {
        let due = Some(row.due_at_ms).filter(|due| *due != UNLIMITED_MS);
        Ok(Self {
            key: key(row.home_id, row.case_id),
            code: held("cases.code", row.code)?,
            version: row.version,
            capacity: known("seat.capacity", &row.capacity, Capacity::find)?,
            rank: row.rank,
            due_at: due.map(Timestamp::from_ms),
            status: known("seat.status", &row.status, StatusCode::find)?,
            kind: known("seat.kind", &row.kind, Kind::find)?,
            holder: AgencyId(row.holder_id),
            handler: row.handler_id.map(PersonId),
            service: row.service_code,
            region: row.region_code,
            received_at: Timestamp::from_ms(row.received_at_ms),
            title: row.title,
            opening: row.opening,
        })
    }
}

/// Shape: at most [`PAGE_ROWS_MAX`] lines of a desk's list: urgent ones first, then by limit, those without one last.
/// Empty through any eyes but a desk's.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn page(conn: &mut Conn, scope: Scope, asked: &Asked) -> Result<Vec<Line>, Error> {
    let Scope::Agency(agency) = scope else {
        return Ok(Vec::new());
    };
    let after = asked.after.unwrap_or(Place::START);
    // The last millisecond that is late: a limit itself is still in time.
    let due_max_ms = asked.late_at.map_or(UNLIMITED_MS, |now| now.as_ms() - 1);
    let rows_max: i64 = held("limit", PAGE_ROWS_MAX)?;
    let sql = if asked.handler.is_some() { PAGE_OF } else { PAGE };
    let rows = on!(conn, c => {
        let query = sqlx::query_as::<_, LineRow>(sql)
            .bind(agency.uuid())
            .bind(asked.queue.as_str())
            .bind(after.rank)
            .bind(after.due_at_ms)
            .bind(after.key.home.uuid())
            .bind(after.key.id.uuid())
            .bind(due_max_ms)
            .bind(rows_max);
        let query = match asked.handler {
            Some(handler) => query.bind(handler.uuid()),
            None => query,
        };
        query.fetch_all(c).await
    })?;
    rows.into_iter().map(Line::try_from).collect()
}

/// How many cases stand in one list of a desk at `now`, or how many of them one officer works on. Reads the seats it
/// counts, no more; an ended list only grows, so its number is not for every page.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn count(
    conn: &mut Conn,
    scope: Scope,
    queue: Queue,
    handler: Option<PersonId>,
    now: Timestamp,
) -> Result<Count, Error> {
    let Scope::Agency(agency) = scope else {
        return Ok(Count::default());
    };
    let sql = if handler.is_some() { COUNT_OF } else { COUNT };
    Ok(on!(conn, c => {
        let query = sqlx::query_as(sql)
            .bind(agency.uuid())
            .bind(queue.as_str())
            .bind(now.as_ms());
        let query = match handler {
            Some(handler) => query.bind(handler.uuid()),
            None => query,
        };
        query.fetch_one(c).await
    })?)
}

#[cfg(test)]
mod tests;
