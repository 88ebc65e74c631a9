//! Attempts to have a lost receipt replaced, counted per code: of codes that exist and of others alike.

use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;

use crate::{Error, Tx};

statements! {
    /// Attempts of a code since an instant. $1 code, $2 instant.
    COUNT = "select count(*) as tries from lost_receipt where code = $1 and at_ms > $2";
    /// Notes an attempt. $1 code, $2 now, $3 its number.
    NOTE = "insert into lost_receipt (code, at_ms, no) values ($1, $2, $3) on conflict (code, at_ms, no) do nothing";
    /// Forgets old attempts. $1 instant before which they were.
    SWEEP = "delete from lost_receipt where at_ms < $1";
}

/// Notes an attempt at `now`, unless there were `most` of them since `since`; whether it may go on.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn attempt(
    tx: &mut Tx,
    code: &TrackingCode,
    since: Timestamp,
    now: Timestamp,
    most: i64,
) -> Result<bool, Error> {
    let before: i64 = on!(tx, c => sqlx::query_scalar(COUNT)
        .bind(code.as_str())
        .bind(since.as_ms())
        .fetch_one(c)
        .await)?;
    if before >= most {
        return Ok(false);
    }
    on!(tx, c => sqlx::query(NOTE)
        .bind(code.as_str())
        .bind(now.as_ms())
        .bind(before)
        .execute(c)
        .await
        .map(drop))?;
    Ok(true)
}

/// Forgets the attempts before `before`.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(SWEEP).bind(before.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::fixture::code;
    use crate::tests::{at, both};

    #[test]
    fn a_code_has_so_many_attempts_and_others_keep_theirs() {
        both!(store => {
            let tried = store.keep(async move |tx: &mut Tx| {
                let mut tried = Vec::new();
                for (number, minute) in [(1, 1), (1, 1), (1, 2), (2, 2), (1, 61)] {
                    tried.push(attempt(tx, &code(number), at(minute - 60), at(minute), 2).await?);
                }
                Ok(tried)
            }).await;
            assert_eq!(tried, [true, true, false, true, true]);
            store.keep(async move |tx: &mut Tx| sweep(tx, at(60)).await).await;
            assert_eq!(store.count("select count(*) from lost_receipt").await, 1);
        });
    }
}
