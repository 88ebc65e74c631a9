//! Where bytes of files lie that somebody still needs: the look-up by which all other bytes are swept. It holds keys only.

use domain::time::Timestamp;

use crate::{Conn, Error, Tx};

statements! {
    /// Keeps a key. $1 key, $2 now.
    KEEP = "insert into stored_file (stored, kept_at_ms) values ($1, $2) on conflict (stored) do nothing";
    /// Lets a key go. $1 key.
    FORGET = "delete from stored_file where stored = $1";
    /// Whether a key is kept. $1 key.
    FIND = "select stored from stored_file where stored = $1";
}

/// Says that the bytes under `stored` are needed.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn keep(tx: &mut Tx, stored: &str, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(KEEP).bind(stored).bind(now.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

/// Says that the bytes under `stored` are needed no more.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn forget(tx: &mut Tx, stored: &str) -> Result<(), Error> {
    on!(tx, c => sqlx::query(FORGET).bind(stored).execute(c).await.map(drop))?;
    Ok(())
}

/// Whether somebody needs the bytes under `stored`.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn is_kept(conn: &mut Conn, stored: &str) -> Result<bool, Error> {
    let found: Option<String> = on!(conn, c => sqlx::query_scalar(FIND).bind(stored).fetch_optional(c).await)?;
    Ok(found.is_some())
}
