//! Files of a case: with the report, or with a message. Their bytes lie in the [`vault`](crate::vault).

use std::collections::BTreeMap;

use domain::file::{Attachment, File, FileKind, FileState};
use domain::id::{AgencyId, CaseKey, FileId};
use domain::permit::Scope;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{held, key as case_key};
use crate::error::known;
use crate::seen::Seen;
use crate::upload::length;
use crate::{Conn, Error, Tx, chain};

/// Files read of one case: the earliest of them, if there are more.
pub const ROWS_MAX: i64 = 500;

statements! {
    /// Adds a file. $1 home, $2 case, $3 id, $4 number of its message, $5 number of its event, $6 its place
    /// there, $7 kind, $8 name, $9 bytes, $10 hash, $11 state, $12 where its bytes lie, $13 the one desk that reads it,
    /// $14 when.
    ADD = "insert into attachment (home_id, case_id, id, message_no, seq, no, kind, name, bytes, hash, state,
                                   stored, only_id, at_ms)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    /// Files of a case as an agency may read them: while it takes part, looks over it or is asked. $1 agency, $2 home,
    /// $3 case, $4 most rows.
    SEEN = "select a.id, a.message_no, a.seq, a.no, a.kind, a.name, a.bytes, a.hash, a.state, a.stored, a.only_id
            from seat s join attachment a on a.home_id = s.home_id and a.case_id = s.case_id
            where s.agency_id = $1 and s.home_id = $2 and s.case_id = $3
                and s.capacity in ('holder', 'partner', 'offered', 'overseer')
                and coalesce(a.only_id, s.agency_id) = s.agency_id
            order by a.home_id, a.case_id, a.id limit $4";
    /// Files of a reporter's own case. $1 home, $2 case, $3 most rows.
    OWN = "select a.id, a.message_no, a.seq, a.no, a.kind, a.name, a.bytes, a.hash, a.state, a.stored, a.only_id
           from attachment a where a.home_id = $1 and a.case_id = $2
           order by a.home_id, a.case_id, a.id limit $3";
    /// Puts a file before the virus scanner once more. $1 id, $2 home, $3 case, $4 where its bytes lie.
    WAIT = "insert into quarantine (id, home_id, case_id, stored) values ($1, $2, $3, $4) on conflict (id) do nothing";
    /// Files that the virus scanner has not judged. $1 id after which to go on, $2 most rows.
    WAITING = "select id, home_id, case_id, stored from quarantine where id > $1 order by id limit $2";
    /// What the virus scanner said of a file. $1 home, $2 case, $3 id, $4 state.
    JUDGE = "update attachment set state = $4 where home_id = $1 and case_id = $2 and id = $3";
    /// A file was judged. $1 id.
    JUDGED = "delete from quarantine where id = $1";
}

/// Who reads what.
const SEEN_BY: Seen = Seen {
    by_seat: SEEN,
    own: OWN,
    rows_max: ROWS_MAX,
};

#[derive(sqlx::FromRow)]
struct AttachmentRow {
    id: Uuid,
    message_no: Option<i64>,
    seq: i64,
    no: i64,
    kind: String,
    name: String,
    bytes: i64,
    hash: Vec<u8>,
    state: String,
    stored: String,
    only_id: Option<Uuid>,
}

impl TryFrom<AttachmentRow> for Attachment {
    type Error = Error;

    fn try_from(row: AttachmentRow) -> Result<Self, Error> {
        Ok(Self {
            file: File {
                id: FileId(row.id),
                kind: known("attachment.kind", &row.kind, FileKind::find)?,
                name: held("attachment.name", row.name)?,
                bytes: held("attachment.bytes", row.bytes)?,
                hash: chain::hash("attachment.hash", &row.hash)?,
                stored: row.stored,
                state: known("attachment.state", &row.state, FileState::find)?,
            },
            only: row.only_id.map(AgencyId),
        })
    }
}

/// A file that the virus scanner has not judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// The file.
    pub id: FileId,
    /// Its case.
    pub case: CaseKey,
    /// Where its bytes lie.
    pub stored: String,
}

/// Adds the files that came under event `place.0` and, if it is one, message `place.1`.
///
/// # Errors
/// [`Error::Database`] if the case is unknown, or has one of the files.
pub(crate) async fn add(
    tx: &mut Tx,
    key: CaseKey,
    place: (u64, Option<i64>),
    files: &[Attachment],
    at: Timestamp,
) -> Result<(), Error> {
    let (seq, message_no) = place;
    for (no, Attachment { file, only }) in (1_i64..).zip(files) {
        on!(tx, c => sqlx::query(ADD)
            .bind(key.home.uuid())
            .bind(key.id.uuid())
            .bind(file.id.uuid())
            .bind(message_no)
            .bind(chain::number(seq))
            .bind(no)
            .bind(file.kind.as_str())
            .bind(file.name.as_str())
            .bind(length(file.bytes))
            .bind(file.hash.as_bytes().as_slice())
            .bind(file.state.as_str())
            .bind(&file.stored)
            .bind(only.map(AgencyId::uuid))
            .bind(at.as_ms())
            .execute(c)
            .await
            .map(drop))?;
        if file.state == FileState::Quarantined {
            on!(tx, c => sqlx::query(WAIT)
                .bind(file.id.uuid())
                .bind(key.home.uuid())
                .bind(key.id.uuid())
                .bind(&file.stored)
                .execute(c)
                .await
                .map(drop))?;
        }
    }
    Ok(())
}

async fn all(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<AttachmentRow>, Error> {
    let mut rows: Vec<AttachmentRow> = SEEN_BY.rows(conn, scope, key).await?;
    rows.sort_by_key(|row| (row.seq, row.no));
    Ok(rows)
}

/// The files of messages on the case at `key`, by the number of the message.
pub(crate) async fn of_messages(
    conn: &mut Conn,
    scope: Scope,
    key: CaseKey,
) -> Result<BTreeMap<i64, Vec<Attachment>>, Error> {
    let mut by_message: BTreeMap<i64, Vec<Attachment>> = BTreeMap::new();
    for row in all(conn, scope, key).await? {
        if let Some(no) = row.message_no {
            by_message.entry(no).or_default().push(row.try_into()?);
        }
    }
    Ok(by_message)
}

/// The files that came with the report at `key`, as far as `scope` may read them.
///
/// Shape: in the order in which they came; with those of messages at most [`ROWS_MAX`].
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn of_report(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Attachment>, Error> {
    let rows = all(conn, scope, key).await?;
    let of_report = rows.into_iter().filter(|row| row.message_no.is_none());
    of_report.map(Attachment::try_from).collect()
}

/// The file `id` of the case at `key`, if `scope` may read it.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn find(conn: &mut Conn, scope: Scope, key: CaseKey, id: FileId) -> Result<Option<Attachment>, Error> {
    let rows = all(conn, scope, key).await?;
    let found = rows.into_iter().find(|row| row.id == id.uuid());
    found.map(Attachment::try_from).transpose()
}

/// Shape: at most `rows_max` files that the virus scanner has not judged, by id, after `after`. Keys only.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn quarantined(conn: &mut Conn, after: FileId, rows_max: i64) -> Result<Vec<Quarantined>, Error> {
    let rows: Vec<(Uuid, Uuid, Uuid, String)> = on!(conn, c => sqlx::query_as(WAITING)
        .bind(after.uuid())
        .bind(rows_max)
        .fetch_all(c)
        .await)?;
    let waiting = |(id, home, case, stored)| Quarantined {
        id: FileId(id),
        case: case_key(home, case),
        stored,
    };
    Ok(rows.into_iter().map(waiting).collect())
}

/// Keeps what the virus scanner said of a file. Names its case to PostgreSQL itself.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn judge(tx: &mut Tx, file: &Quarantined, state: FileState) -> Result<(), Error> {
    tx.name_case(file.case).await?;
    on!(tx, c => sqlx::query(JUDGE)
        .bind(file.case.home.uuid())
        .bind(file.case.id.uuid())
        .bind(file.id.uuid())
        .bind(state.as_str())
        .execute(c)
        .await
        .map(drop))?;
    on!(tx, c => sqlx::query(JUDGED).bind(file.id.uuid()).execute(c).await.map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests;
