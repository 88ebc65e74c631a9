//! Who supports a published case: one voice for each browser.

use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;

use crate::{Conn, Error, Tx};

statements! {
    /// Adds a voice, unless it is there. $1 code, $2 supporter, $3 now.
    ADD = "insert into support (code, supporter, at_ms)
           select p.code, $2, $3 from published p where p.code = $1 and p.is_shown
           on conflict (code, supporter) do nothing returning code";
    /// Takes a voice away. $1 code, $2 supporter.
    REMOVE = "delete from support where code = $1 and supporter = $2 returning code";
    /// Whether a voice is there. $1 code, $2 supporter.
    FIND = "select code from support where code = $1 and supporter = $2";
    /// Counts voices. $1 code, $2 one more or less.
    COUNT = "update published set supports = supports + $2 where code = $1";
}

/// The keyed hash of a browser's key and a code. Unit: bytes.
pub type Supporter = [u8; 32];

/// Adds a voice. `false`: it was there, or nothing is published under this code.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn support(tx: &mut Tx, code: &TrackingCode, by: &Supporter, now: Timestamp) -> Result<bool, Error> {
    let added: Option<String> = on!(tx, c => sqlx::query_scalar(ADD)
        .bind(code.as_str())
        .bind(by.as_slice())
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    count(tx, code, i64::from(added.is_some())).await?;
    Ok(added.is_some())
}

/// Takes a voice away. `false`: it was not there.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn unsupport(tx: &mut Tx, code: &TrackingCode, by: &Supporter) -> Result<bool, Error> {
    let removed: Option<String> = on!(tx, c => sqlx::query_scalar(REMOVE)
        .bind(code.as_str())
        .bind(by.as_slice())
        .fetch_optional(c)
        .await)?;
    count(tx, code, -i64::from(removed.is_some())).await?;
    Ok(removed.is_some())
}

/// Whether this browser supports the case.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn is_supported(conn: &mut Conn, code: &TrackingCode, by: &Supporter) -> Result<bool, Error> {
    let found: Option<String> = on!(conn, c => sqlx::query_scalar(FIND)
        .bind(code.as_str())
        .bind(by.as_slice())
        .fetch_optional(c)
        .await)?;
    Ok(found.is_some())
}

async fn count(tx: &mut Tx, code: &TrackingCode, change: i64) -> Result<(), Error> {
    if change == 0 {
        return Ok(());
    }
    on!(tx, c => sqlx::query(COUNT)
        .bind(code.as_str())
        .bind(change)
        .execute(c)
        .await
        .map(drop))?;
    super::bump(tx).await
}
