//! Forms sent twice: a key, drawn with the form, and what its first sending came to.

use domain::time::Timestamp;

use crate::{Conn, Error, Tx};

statements! {
    /// Takes a key, unless it is taken. $1 key, $2 result, $3 now.
    CLAIM = "insert into idempotency (key, result, kept_at_ms) values ($1, $2, $3)
             on conflict (key) do nothing returning key";
    /// What a key stands for. $1 key.
    FIND = "select result from idempotency where key = $1";
    /// Forgets old keys. $1 instant before which they were kept.
    SWEEP = "delete from idempotency where kept_at_ms < $1";
}

/// Takes `key` for `result`, in the same transaction as what is done under it. `Some`: the key was taken before, and
/// this is its result; the work must then do nothing.
///
/// On PostgreSQL a second sending waits here until the first is kept or undone.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn claim(tx: &mut Tx, key: &str, result: &str, now: Timestamp) -> Result<Option<String>, Error> {
    let claimed: Option<String> = on!(tx, c => sqlx::query_scalar(CLAIM)
        .bind(key)
        .bind(result)
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    if claimed.is_some() {
        Ok(None)
    } else {
        find(tx, key).await
    }
}

/// What `key` stands for, if it is taken.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find(conn: &mut Conn, key: &str) -> Result<Option<String>, Error> {
    Ok(on!(conn, c => sqlx::query_scalar(FIND).bind(key).fetch_optional(c).await)?)
}

/// Forgets the keys kept before `before`.
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
    use crate::tests::{at, both};

    #[test]
    fn a_key_keeps_its_first_result() {
        both!(store => {
            let first = store.keep(async move |tx: &mut Tx| claim(tx, "k", "first", at(0)).await).await;
            let second = store.keep(async move |tx: &mut Tx| claim(tx, "k", "second", at(1)).await).await;
            assert_eq!((first, second.as_deref()), (None, Some("first")));
        });
    }

    #[test]
    fn of_many_sendings_at_once_exactly_one_is_the_first() {
        both!(store => {
            let sendings: Vec<_> = (0..40).map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    let result = number.to_string();
                    store.write(async move |tx: &mut Tx| claim(tx, "k", &result, at(0)).await).await.unwrap()
                })
            }).collect();
            let mut answers = Vec::new();
            for sending in sendings { answers.push(sending.await.unwrap()); }
            answers.sort();
            answers.dedup();
            // The first was told nothing; all others were told the same.
            assert_eq!(answers.len(), 2);
            assert_eq!(answers[0], None);
        });
    }

    #[test]
    fn a_key_of_a_write_that_is_undone_is_free_again() {
        both!(store => {
            let undone: Result<(), _> = store.write(async move |tx: &mut Tx| {
                claim(tx, "k", "first", at(0)).await?;
                Err(Error::Stale)
            }).await;
            assert!(undone.is_err());
            assert_eq!(store.keep(async move |tx: &mut Tx| claim(tx, "k", "second", at(1)).await).await, None);
        });
    }

    #[test]
    fn a_sweep_forgets_old_keys_only() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                claim(tx, "old", "a", at(0)).await?;
                claim(tx, "new", "b", at(5)).await?;
                sweep(tx, at(5)).await
            }).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find(&mut conn, "old").await.unwrap(), None);
            assert_eq!(find(&mut conn, "new").await.unwrap().as_deref(), Some("b"));
        });
    }
}
