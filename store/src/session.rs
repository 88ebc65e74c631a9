//! Signed-in browsers. The archive knows the hash of a session's token, never the token.

use domain::id::PersonId;
use domain::time::Timestamp;

use crate::account::{Account, AccountRow};
use crate::{Conn, Error, Tx};

statements! {
    /// Opens a session. $1 token hash, $2 account, $3 now, $4 when it expires.
    OPEN = "insert into session (token_hash, account_id, created_at_ms, seen_at_ms, expires_at_ms)
            values ($1, $2, $3, $3, $4)";
    /// Who holds a token that has not expired, while the account is active. $1 token hash, $2 now.
    FIND = "select a.id, a.agency_id, a.role, a.name, a.sign_in_name, a.is_active, a.unit, a.version,
                   s.created_at_ms, s.seen_at_ms, s.expires_at_ms
            from session s join account a on a.id = s.account_id
            where s.token_hash = $1 and s.expires_at_ms > $2 and a.is_active";
    /// Notes that a session is in use, and when it now expires. $1 token hash, $2 now, $3 when it expires.
    TOUCH = "update session set seen_at_ms = $2, expires_at_ms = $3 where token_hash = $1";
    /// Ends a session. $1 token hash.
    CLOSE = "delete from session where token_hash = $1";
    /// Ends every session of an account. $1 account.
    CLOSE_ALL = "delete from session where account_id = $1";
    /// Forgets sessions that have expired. $1 now.
    SWEEP = "delete from session where expires_at_ms <= $1";
}

/// The SHA-256 of a session's token. Unit: bytes.
pub type TokenHash = [u8; 32];

/// A session in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who is signed in.
    pub account: Account,
    /// When they signed in.
    pub created_at: Timestamp,
    /// When they were last noted to be here.
    pub seen_at: Timestamp,
    /// When the session ends if they do not come back.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    account: AccountRow,
    created_at_ms: i64,
    seen_at_ms: i64,
    expires_at_ms: i64,
}

impl TryFrom<SessionRow> for Session {
    type Error = Error;

    fn try_from(row: SessionRow) -> Result<Self, Error> {
        Ok(Self {
            account: row.account.try_into()?,
            created_at: Timestamp::from_ms(row.created_at_ms),
            seen_at: Timestamp::from_ms(row.seen_at_ms),
            expires_at: Timestamp::from_ms(row.expires_at_ms),
        })
    }
}

/// Opens a session for an account.
///
/// # Errors
/// [`Error::Database`] if the account is unknown or the hash is in use.
pub async fn open(
    tx: &mut Tx,
    token: &TokenHash,
    account: PersonId,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), Error> {
    on!(tx, c => sqlx::query(OPEN)
        .bind(token.as_slice())
        .bind(account.uuid())
        .bind(now.as_ms())
        .bind(expires_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The session of a token, if it has not expired and its account is active. A look-up without a tenant: it is how
/// the tenant becomes known.
///
/// # Errors
/// [`Error::UnknownCode`] if the account's role is not known.
pub async fn find(conn: &mut Conn, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, SessionRow>(FIND)
        .bind(token.as_slice())
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    row.map(Session::try_from).transpose()
}

/// Notes that a session is in use. Nothing happens to one that has ended meanwhile.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn touch(tx: &mut Tx, token: &TokenHash, now: Timestamp, expires_at: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(TOUCH)
        .bind(token.as_slice())
        .bind(now.as_ms())
        .bind(expires_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn close(tx: &mut Tx, token: &TokenHash) -> Result<(), Error> {
    on!(tx, c => sqlx::query(CLOSE).bind(token.as_slice()).execute(c).await.map(drop))?;
    Ok(())
}

/// Ends every session of an account, as after a new password.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn close_all(tx: &mut Tx, account: PersonId) -> Result<(), Error> {
    on!(tx, c => sqlx::query(CLOSE_ALL).bind(account.uuid()).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets the sessions that have expired.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sweep(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(SWEEP).bind(now.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account;
    use crate::tests::{Archive, agency, at, both};

    const TOKEN: TokenHash = [7; 32];
    const OTHER: TokenHash = [8; 32];

    /// An account with a session from minute 0 to minute 60.
    async fn signed_in(store: &Archive) -> Account {
        let home = agency(1, "DKISP");
        let person = crate::tests::account(11, &home);
        let added = person.clone();
        store
            .keep(async move |tx: &mut Tx| {
                crate::agency::keep(tx, &home).await?;
                account::add(tx, &added, "hash").await?;
                open(tx, &TOKEN, added.id, at(0), at(60)).await
            })
            .await;
        person
    }

    async fn found(store: &Archive, token: &TokenHash, minute: i64) -> Option<Session> {
        let mut conn = store.look_up().await.unwrap();
        find(&mut conn, token, at(minute)).await.unwrap()
    }

    #[test]
    fn a_token_finds_its_account_until_it_expires() {
        both!(store => {
            let account = signed_in(&store).await;
            let session = Session { account, created_at: at(0), seen_at: at(0), expires_at: at(60) };
            assert_eq!(found(&store, &TOKEN, 59).await, Some(session));
            assert_eq!(found(&store, &TOKEN, 60).await, None);
            assert_eq!(found(&store, &OTHER, 1).await, None);
        });
    }

    #[test]
    fn a_session_in_use_lives_on() {
        both!(store => {
            signed_in(&store).await;
            store.keep(async move |tx: &mut Tx| touch(tx, &TOKEN, at(50), at(110)).await).await;
            assert_eq!(found(&store, &TOKEN, 100).await.unwrap().seen_at, at(50));
        });
    }

    #[test]
    fn an_account_that_is_switched_off_is_signed_out() {
        both!(store => {
            let account = signed_in(&store).await;
            let off = Account { is_active: false, ..account };
            store.keep(async move |tx: &mut Tx| account::change(tx, &off).await).await;
            assert_eq!(found(&store, &TOKEN, 1).await, None);
        });
    }

    #[test]
    fn signing_out_ends_one_session_and_a_new_password_ends_all() {
        both!(store => {
            let account = signed_in(&store).await;
            store.keep(async move |tx: &mut Tx| open(tx, &OTHER, account.id, at(1), at(60)).await).await;
            store.keep(async move |tx: &mut Tx| close(tx, &TOKEN).await).await;
            assert_eq!(found(&store, &TOKEN, 2).await, None);
            assert!(found(&store, &OTHER, 2).await.is_some());
            store.keep(async move |tx: &mut Tx| close_all(tx, account.id).await).await;
            assert_eq!(found(&store, &OTHER, 2).await, None);
        });
    }

    #[test]
    fn a_sweep_forgets_expired_sessions_only() {
        both!(store => {
            let account = signed_in(&store).await;
            store.keep(async move |tx: &mut Tx| open(tx, &OTHER, account.id, at(1), at(90)).await).await;
            store.keep(async move |tx: &mut Tx| sweep(tx, at(60)).await).await;
            assert_eq!(store.count("select count(*) from session").await, 1);
            assert!(found(&store, &OTHER, 61).await.is_some());
        });
    }
}
