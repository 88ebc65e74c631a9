//! Receipts: the tracking code that finds a case, and the keyed hash of the secret that proves it is one's own.

use domain::id::CaseKey;
use domain::tracking_code::TrackingCode;
use uuid::Uuid;

use crate::column::{held, key};
use crate::{Conn, Error, Tx};

statements! {
    /// Takes a code, unless it is taken. $1 code, $2 home, $3 case, $4 hash of the secret.
    CLAIM = "insert into tracking (code, home_id, case_id, secret_hash) values ($1, $2, $3, $4)
             on conflict (code) do nothing returning code";
    /// The case of a code, and what its secret is checked against. $1 code.
    FIND = "select home_id, case_id, secret_hash from tracking where code = $1";
    /// Gives a receipt a new secret; the old one dies. $1 code, $2 hash of the new secret.
    RENEW = "update tracking set secret_hash = $2 where code = $1 returning code";
}

/// The keyed hash of a receipt's secret. Unit: bytes.
pub type SecretHash = [u8; 32];

#[derive(sqlx::FromRow)]
struct TrackingRow {
    home_id: Uuid,
    case_id: Uuid,
    secret_hash: Vec<u8>,
}

/// Takes `code` for the case at `key`, which the same transaction files. `false`: the code is taken, nothing was
/// written, and the caller draws another.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn claim(tx: &mut Tx, code: &TrackingCode, key: CaseKey, secret: &SecretHash) -> Result<bool, Error> {
    let claimed: Option<String> = on!(tx, c => sqlx::query_scalar(CLAIM)
        .bind(code.as_str())
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(secret.as_slice())
        .fetch_optional(c)
        .await)?;
    Ok(claimed.is_some())
}

/// The case of a code, and the hash that the secret must have. A look-up without a tenant: it holds keys only, and
/// the caller answers a wrong secret and a missing code alike.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find_secret(conn: &mut Conn, code: &TrackingCode) -> Result<Option<(CaseKey, SecretHash)>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, TrackingRow>(FIND)
        .bind(code.as_str())
        .fetch_optional(c)
        .await)?;
    row.map(|row| {
        let secret = held("tracking.secret_hash", row.secret_hash.as_slice())?;
        Ok((key(row.home_id, row.case_id), secret))
    })
    .transpose()
}

/// Gives the receipt of `code` a new secret; the old one is worth nothing from then on.
///
/// # Errors
/// [`Error::Stale`] if there is no such receipt.
pub async fn renew(tx: &mut Tx, code: &TrackingCode, secret: &SecretHash) -> Result<(), Error> {
    let renewed: Option<String> = on!(tx, c => sqlx::query_scalar(RENEW)
        .bind(code.as_str())
        .bind(secret.as_slice())
        .fetch_optional(c)
        .await)?;
    renewed.map(drop).ok_or(Error::Stale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::fixture::{A, B, code};
    use crate::tests::both;

    const OLD: SecretHash = [1; 32];
    const NEW: SecretHash = [2; 32];

    fn case(number: u128) -> CaseKey {
        key(A.uuid(), Uuid::from_u128(number))
    }

    #[test]
    fn a_code_belongs_to_the_case_that_took_it_first() {
        both!(store => {
            let first = store.keep(async move |tx: &mut Tx| claim(tx, &code(1), case(1), &OLD).await).await;
            let other = key(B.uuid(), Uuid::from_u128(2));
            let second = store.keep(async move |tx: &mut Tx| claim(tx, &code(1), other, &NEW).await).await;
            assert_eq!((first, second), (true, false));
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find_secret(&mut conn, &code(1)).await.unwrap(), Some((case(1), OLD)));
            assert_eq!(find_secret(&mut conn, &code(2)).await.unwrap(), None);
        });
    }

    #[test]
    fn a_new_secret_ends_the_old_one() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                claim(tx, &code(1), case(1), &OLD).await?;
                renew(tx, &code(1), &NEW).await
            }).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find_secret(&mut conn, &code(1)).await.unwrap(), Some((case(1), NEW)));
            let missing = store.write(async move |tx: &mut Tx| renew(tx, &code(2), &NEW).await).await;
            assert!(matches!(missing, Err(Error::Stale)));
        });
    }
}
