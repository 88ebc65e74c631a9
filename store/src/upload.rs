//! Files that arrive in pieces, and files that are whole and wait for the report that names them.

use domain::chain::Hash;
use domain::file::{FileKind, FileState};
use domain::id::FileId;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{held, needed};
use crate::error::known;
use crate::{Conn, Error, Tx, chain, stored};

statements! {
    /// Begins a file. $1 id, $2 where its bytes lie, $3 its length, $4 received so far, $5 now.
    BEGIN = "insert into upload (id, stored, length, received, created_at_ms) values ($1, $2, $3, $4, $5)
             on conflict (id) do nothing returning id";
    /// What is known of a file. $1 id.
    FIND = "select stored, length, received, kind, bytes, hash, state from upload where id = $1";
    /// Counts a piece, unless it was counted. $1 id, $2 received before, $3 received now.
    ADVANCE = "update upload set received = $3 where id = $1 and received = $2 returning id";
    /// Counts the last piece of a file that is clean. $1 id, $2 received before, $3 kind, $4 clean bytes, $5 their hash,
    /// $6 state.
    FINISH = "update upload set received = length, kind = $3, bytes = $4, hash = $5, state = $6
              where id = $1 and received = $2 and kind is null returning id";
    /// Takes a whole file out, for a case. $1 id.
    TAKE = "delete from upload where id = $1 and kind is not null
            returning stored, length, received, kind, bytes, hash, state";
    /// Takes a file out, whole or not. $1 id.
    REMOVE = "delete from upload where id = $1 returning stored";
    /// Files that have waited too long, oldest first. $1 instant before which they began, $2 most rows.
    OLD = "select id from upload where created_at_ms < $1 order by created_at_ms, id limit $2";
}

/// A file on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Where its bytes lie.
    pub stored: String,
    /// Its length. Unit: bytes.
    pub length: u64,
    /// What came so far. Unit: bytes.
    pub received: u64,
    /// What it is, once it is whole and clean.
    pub whole: Option<Whole>,
}

/// What is known of a file once it is clean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// What it is.
    pub kind: FileKind,
    /// Length of the clean file. Unit: bytes.
    pub bytes: u64,
    /// SHA-256 of the clean bytes.
    pub hash: Hash,
    /// Whether the virus scanner has judged it.
    pub state: FileState,
}

#[derive(sqlx::FromRow)]
struct UploadRow {
    stored: String,
    length: i64,
    received: i64,
    kind: Option<String>,
    bytes: Option<i64>,
    hash: Option<Vec<u8>>,
    state: Option<String>,
}

impl TryFrom<UploadRow> for Upload {
    type Error = Error;

    fn try_from(row: UploadRow) -> Result<Self, Error> {
        let whole = match row.kind {
            None => None,
            Some(kind) => Some(Whole {
                kind: known("upload.kind", &kind, FileKind::find)?,
                bytes: held("upload.bytes", needed("upload.bytes", row.bytes)?)?,
                hash: chain::hash("upload.hash", &needed("upload.hash", row.hash)?)?,
                state: known("upload.state", &needed("upload.state", row.state)?, FileState::find)?,
            }),
        };
        Ok(Self {
            stored: row.stored,
            length: held("upload.length", row.length)?,
            received: held("upload.received", row.received)?,
            whole,
        })
    }
}

/// A length as the database has it; none is longer than the limits allow.
pub(crate) fn length(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// Begins a file with its first piece. `false`: it has begun already, and nothing was written.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn begin(tx: &mut Tx, id: FileId, upload: &Upload, now: Timestamp) -> Result<bool, Error> {
    let begun: Option<Uuid> = on!(tx, c => sqlx::query_scalar(BEGIN)
        .bind(id.uuid())
        .bind(&upload.stored)
        .bind(length(upload.length))
        .bind(length(upload.received))
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    if begun.is_some() {
        stored::keep(tx, &upload.stored, now).await?;
    }
    Ok(begun.is_some())
}

/// What is known of a file. A look-up without a tenant: who knows the id may know the rest.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find(conn: &mut Conn, id: FileId) -> Result<Option<Upload>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, UploadRow>(FIND).bind(id.uuid()).fetch_optional(c).await)?;
    row.map(Upload::try_from).transpose()
}

/// Counts a piece that came after `before` bytes. `false`: another was counted there.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn advance(tx: &mut Tx, id: FileId, before: u64, received: u64) -> Result<bool, Error> {
    let counted: Option<Uuid> = on!(tx, c => sqlx::query_scalar(ADVANCE)
        .bind(id.uuid())
        .bind(length(before))
        .bind(length(received))
        .fetch_optional(c)
        .await)?;
    Ok(counted.is_some())
}

/// Counts the last piece, which came after `before` bytes: the file is whole and clean. `false`: it was already.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn finish(tx: &mut Tx, id: FileId, before: u64, whole: &Whole) -> Result<bool, Error> {
    let counted: Option<Uuid> = on!(tx, c => sqlx::query_scalar(FINISH)
        .bind(id.uuid())
        .bind(length(before))
        .bind(whole.kind.as_str())
        .bind(length(whole.bytes))
        .bind(whole.hash.as_bytes().as_slice())
        .bind(whole.state.as_str())
        .fetch_optional(c)
        .await)?;
    Ok(counted.is_some())
}

/// Takes a whole file out of the waiting ones, for the case that the same transaction writes. `None`: it is not whole,
/// or somebody took it before.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn take(tx: &mut Tx, id: FileId) -> Result<Option<Upload>, Error> {
    let row = on!(tx, c => sqlx::query_as::<_, UploadRow>(TAKE).bind(id.uuid()).fetch_optional(c).await)?;
    row.map(Upload::try_from).transpose()
}

/// Forgets a file, whole or not, and gives where its bytes lie, which nobody needs any more.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn remove(tx: &mut Tx, id: FileId) -> Result<Option<String>, Error> {
    let found: Option<String> = on!(tx, c => sqlx::query_scalar(REMOVE).bind(id.uuid()).fetch_optional(c).await)?;
    if let Some(key) = &found {
        stored::forget(tx, key).await?;
    }
    Ok(found)
}

/// Shape: at most `rows_max` files that began before `before`, oldest first.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn old(conn: &mut Conn, before: Timestamp, rows_max: i64) -> Result<Vec<FileId>, Error> {
    let rows: Vec<Uuid> = on!(conn, c => sqlx::query_scalar(OLD)
        .bind(before.as_ms())
        .bind(rows_max)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(FileId).collect())
}

#[cfg(test)]
mod tests;
