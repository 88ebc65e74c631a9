//! Published cases as everybody reads them: lists, one case, what is similar, and who supports it. Without a scope: the
//! tables are global, and nothing in them is private.

mod on_map;
mod similar;
mod support;
#[cfg(test)]
mod tests;
mod whole;

use domain::case::status::StatusCode;
use domain::id::AgencyId;
use domain::kind::{Kind, Subject};
use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;
use jiff::civil::Date;
use uuid::Uuid;

use crate::column::{day, held, instant};
use crate::error::known;
use crate::{Conn, Error, Tx};

pub use on_map::{OnMap, on_map};
pub use similar::{Match, nearby};
pub use support::{Supporter, is_supported, support, unsupport};
pub(crate) use whole::photos;
pub use whole::{Whole, case_of_photo, partners, whole};

/// Rows read at once.
pub const ROWS_MAX: usize = 100;
/// Stems that are asked for at once; further ones ask nothing.
pub const WORDS_MAX: usize = 6;
/// Stems kept of one text; a longer one says the same again.
pub const STEMS_MAX: usize = 200;
/// Addresses of the site map. Source: sitemaps.org allows 50,000 in one file.
pub const ADDRESSES_MAX: i64 = 20_000;

/// The columns of a published case `p`. The opening is what a list shows; the whole text is read with one case.
macro_rules! columns {
    () => {
        "p.code, p.version, p.title, substr(p.words, 1, 300) as words, p.kind, p.subject, p.service_code, p.holder_id,
         p.desk_id, p.regency_code, p.district_code, p.region_code, p.status, p.received_at_ms, p.due_day,
         p.is_paused, p.ended_at_ms, p.first_at_ms, p.worded_at_ms, p.supports"
    };
}

/// Whether the case of the stem `s` holds another one as well.
macro_rules! holds {
    ($stem:literal) => {
        concat!(
            " and (",
            $stem,
            " = '' or exists (select 1 from published_stem o where o.code = s.code and o.stem = ",
            $stem,
            "))"
        )
    };
}

statements! {
    /// Published cases, newest first. $1 and $2 first publication and code of the last row seen, $3 most rows.
    ALL = concat!("select ", columns!(), " from published p where p.is_shown and (p.first_at_ms, p.code) < ($1, $2)
        order by p.first_at_ms desc, p.code desc limit $3");
    /// The same, of one holder. $4 holder.
    OF_HOLDER = concat!("select ", columns!(), " from published p
        where p.is_shown and p.holder_id = $4 and (p.first_at_ms, p.code) < ($1, $2)
        order by p.first_at_ms desc, p.code desc limit $3");
    /// The same, of one regency. $4 regency.
    IN_REGENCY = concat!("select ", columns!(), " from published p
        where p.is_shown and p.regency_code = $4 and (p.first_at_ms, p.code) < ($1, $2)
        order by p.first_at_ms desc, p.code desc limit $3");
    /// The same, of those that hold all of some stems. $4 to $9 the stems; the first leads, empty ones ask nothing.
    WITH_STEMS = concat!("select ", columns!(), " from published_stem s join published p on p.code = s.code
        where s.stem = $4 and (s.first_at_ms, s.code) < ($1, $2) and p.is_shown",
        holds!("$5"), holds!("$6"), holds!("$7"), holds!("$8"), holds!("$9"),
        " order by s.first_at_ms desc, s.code desc limit $3");
    /// Published cases that ended last. $1 most rows.
    ENDED = concat!("select ", columns!(), " from published p where p.is_shown and p.ended_at_ms > 0
        order by p.ended_at_ms desc limit $1");
    /// One published case. $1 code.
    FIND = concat!("select ", columns!(), " from published p where p.code = $1 and p.is_shown");
    /// How often anything of what everybody reads has changed.
    REVISION = "select n from public_revision where id = 1";
    /// Something of it changes.
    BUMP = "update public_revision set n = n + 1 where id = 1";
    /// Published cases of a holder, by how they stand. $1 holder, $2 today.
    COUNTS = "select count(*) filter (where p.ended_at_ms is null) as open,
                  count(*) filter (where p.ended_at_ms is null and not p.is_paused and p.due_day < $2) as late,
                  count(*) filter (where p.ended_at_ms is not null) as ended
              from published p where p.is_shown and p.holder_id = $1";
    /// Published cases by place.
    PLACES scans "one pass over a narrow index, kept for a minute" =
        "select p.district_code, count(*) as cases from published p where p.is_shown group by p.district_code";
    /// Addresses, newest first. $1 most rows.
    ADDRESSES = "select p.code, p.worded_at_ms from published p
                 where p.is_shown and p.first_at_ms > 0 order by p.first_at_ms desc, p.code desc limit $1";
    /// Forgets the stems of a case. $1 code.
    FORGET = "delete from published_stem where code = $1";
    /// Keeps a stem of a case. $1 code, $2 stem.
    KEEP = "insert into published_stem (code, stem, regency_code, first_at_ms)
            select p.code, cast($2 as text), p.regency_code, p.first_at_ms from published p where p.code = $1
            on conflict (code, stem) do nothing";
}

/// A published case, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its code.
    pub code: TrackingCode,
    /// The version of the case.
    pub version: i64,
    /// The public title.
    pub title: String,
    /// The first 300 characters of the public text.
    pub opening: String,
    /// Its kind.
    pub kind: Kind,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// The service, by its code.
    pub service: Option<String>,
    /// Who owns it.
    pub holder: AgencyId,
    /// The desk by whose calendar its limit runs.
    pub desk: AgencyId,
    /// The regency, by its code.
    pub regency: String,
    /// The district, by its code; the regency's where none was named.
    pub district: String,
    /// The place, by its code.
    pub region: String,
    /// How it stands.
    pub status: StatusCode,
    /// When it was received.
    pub received_at: Timestamp,
    /// The last day of its limit, while one runs.
    pub due: Option<Date>,
    /// Whether the limit stands still.
    pub is_paused: bool,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// When it was first published.
    pub first_at: Timestamp,
    /// When it was last worded.
    pub worded_at: Timestamp,
    /// People who support it.
    pub supports: i64,
}

#[derive(sqlx::FromRow)]
struct ListRow {
    code: String,
    version: i64,
    title: String,
    words: String,
    kind: String,
    subject: Option<String>,
    service_code: Option<String>,
    holder_id: Uuid,
    desk_id: Uuid,
    regency_code: String,
    district_code: String,
    region_code: String,
    status: String,
    received_at_ms: i64,
    due_day: Option<String>,
    is_paused: bool,
    ended_at_ms: Option<i64>,
    first_at_ms: i64,
    worded_at_ms: i64,
    supports: i64,
}

impl TryFrom<ListRow> for Row {
    type Error = Error;

    fn try_from(row: ListRow) -> Result<Self, Error> {
        let subject = row.subject.as_deref();
        Ok(Self {
            code: held("published.code", row.code)?,
            version: row.version,
            title: row.title,
            opening: row.words,
            kind: known("published.kind", &row.kind, Kind::find)?,
            subject: subject
                .map(|code| known("published.subject", code, Subject::find))
                .transpose()?,
            service: row.service_code,
            holder: AgencyId(row.holder_id),
            desk: AgencyId(row.desk_id),
            regency: row.regency_code,
            district: row.district_code,
            region: row.region_code,
            status: known("published.status", &row.status, StatusCode::find)?,
            received_at: Timestamp::from_ms(row.received_at_ms),
            due: row.due_day.map(|raw| day("published.due_day", &raw)).transpose()?,
            is_paused: row.is_paused,
            ended_at: instant(row.ended_at_ms),
            first_at: Timestamp::from_ms(row.first_at_ms),
            worded_at: Timestamp::from_ms(row.worded_at_ms),
            supports: row.supports,
        })
    }
}

/// Where a row stands in the lists: first publication and code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// When it was first published.
    pub first_at: Timestamp,
    /// Its code; any text, since it only sorts.
    pub code: String,
}

/// Which range is read; anything else is tested along it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Range<'a> {
    /// All of them.
    All,
    /// Those of one holder.
    Holder(AgencyId),
    /// Those of one regency.
    Regency(&'a str),
    /// Those that hold all of these stems, the first [`WORDS_MAX`]; best the rarest first.
    Stems(&'a [&'a str]),
}

/// At most [`ROWS_MAX`] published cases of a range after `after`, newest first.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn page(conn: &mut Conn, range: &Range<'_>, after: Option<&Place>) -> Result<Vec<Row>, Error> {
    let (at, code) = after.map_or((i64::MAX, ""), |place| (place.first_at.as_ms(), place.code.as_str()));
    let rows_max = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX);
    let sql = match range {
        Range::All => ALL,
        Range::Holder(_) => OF_HOLDER,
        Range::Regency(_) => IN_REGENCY,
        Range::Stems(_) => WITH_STEMS,
    };
    let rows = on!(conn, c => {
        let asked = sqlx::query_as::<_, ListRow>(sql).bind(at).bind(code).bind(rows_max);
        let asked = match range {
            Range::All => asked,
            Range::Holder(agency) => asked.bind(agency.uuid()),
            Range::Regency(code) => asked.bind(*code),
            Range::Stems(stems) => {
                let stems = stems.iter().copied().chain(std::iter::repeat(""));
                stems.take(WORDS_MAX).fold(asked, |asked, stem| asked.bind(stem))
            }
        };
        asked.fetch_all(c).await
    })?;
    rows.into_iter().map(Row::try_from).collect()
}

/// The published cases that ended last, at most `rows_max`.
///
/// # Errors
/// As [`page`].
pub async fn ended(conn: &mut Conn, rows_max: u8) -> Result<Vec<Row>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, ListRow>(ENDED)
        .bind(i64::from(rows_max))
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Row::try_from).collect()
}

/// The published case with this code.
///
/// # Errors
/// As [`page`].
pub async fn find(conn: &mut Conn, code: &TrackingCode) -> Result<Option<Row>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, ListRow>(FIND)
        .bind(code.as_str())
        .fetch_optional(c)
        .await)?;
    row.map(Row::try_from).transpose()
}

/// How often anything of what everybody reads has changed: copies from before a change are old.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn revision(conn: &mut Conn) -> Result<i64, Error> {
    Ok(on!(conn, c => sqlx::query_scalar(REVISION).fetch_one(c).await)?)
}

/// Counts a change, in its own transaction.
pub(crate) async fn bump(tx: &mut Tx) -> Result<(), Error> {
    on!(tx, c => sqlx::query(BUMP).execute(c).await.map(drop))?;
    Ok(())
}

/// How many published cases a holder has: not over, of these late on `today`, and over.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn counts(conn: &mut Conn, holder: AgencyId, today: Date) -> Result<(i64, i64, i64), Error> {
    Ok(on!(conn, c => sqlx::query_as(COUNTS)
        .bind(holder.uuid())
        .bind(today.to_string())
        .fetch_one(c)
        .await)?)
}

/// How many published cases each district has; under the code of a regency those that name no district.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn places(conn: &mut Conn) -> Result<Vec<(String, i64)>, Error> {
    Ok(on!(conn, c => sqlx::query_as(PLACES).fetch_all(c).await)?)
}

/// Codes of published cases and when they were last worded, newest first, at most [`ADDRESSES_MAX`].
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn addresses(conn: &mut Conn) -> Result<Vec<(String, Timestamp)>, Error> {
    let rows: Vec<(String, i64)> = on!(conn, c => sqlx::query_as(ADDRESSES)
        .bind(ADDRESSES_MAX)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(code, at)| (code, Timestamp::from_ms(at)))
        .collect())
}

/// Keeps the stems of a published case, the first [`STEMS_MAX`], in the transaction that publishes it or words it anew.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn keep_stems(tx: &mut Tx, code: &TrackingCode, stems: &[String]) -> Result<(), Error> {
    on!(tx, c => sqlx::query(FORGET)
        .bind(code.as_str())
        .execute(c)
        .await
        .map(drop))?;
    for stem in stems.iter().take(STEMS_MAX) {
        on!(tx, c => sqlx::query(KEEP)
            .bind(code.as_str())
            .bind(stem)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}
