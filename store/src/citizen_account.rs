//! Citizens' accounts: the links by which their owners sign in, their sessions, and the reports in them.
//!
//! An account is a keyed hash of an e-mail address. The address itself is here for the one letter that carries a link,
//! and goes when the link is used or has ended. No desk sees any of it: on PostgreSQL the reports of an account are
//! there for that account alone.

use domain::facts::Contact;
use domain::id::CaseKey;
use domain::lang::Lang;
use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;
use uuid::Uuid;

use crate::column::{held, key, needed, unreadable};
use crate::{Conn, Error, Store, Tx, dialect};

statements! {
    /// Links that an account asked for since an instant. $1 account, $2 instant.
    COUNT = "select count(*) as asks from citizen_ask where account = $1 and asked_at_ms > $2";
    /// Keeps a link. $1 id, $2 account, $3 address, $4 language, $5 now, $6 when it ends.
    ASK = "insert into citizen_ask (id, account, address, lang, asked_at_ms, ends_at_ms) values ($1, $2, $3, $4, $5, $6)";
    /// The link that a letter carries; the use of its address is noted. $1 id, $2 now.
    SEND = "update citizen_ask set sent_at_ms = $2 where id = $1 and used_at_ms is null and ends_at_ms > $2
            returning id, account, address, lang, ends_at_ms";
    /// A link that can still be used. $1 id, $2 now.
    WAITING = "select id, account, address, lang, ends_at_ms from citizen_ask
               where id = $1 and used_at_ms is null and ends_at_ms > $2";
    /// Uses a link, once; its address goes. $1 id, $2 now.
    USE = "update citizen_ask set used_at_ms = $2, address = null
           where id = $1 and used_at_ms is null and ends_at_ms > $2 returning account";
    /// The addresses of links that have ended go. $1 instant before which they were asked for.
    FORGET_ADDRESSES = "update citizen_ask set address = null where asked_at_ms <= $1 and address is not null";
    /// Forgets links. $1 instant before which they were asked for.
    SWEEP_ASKS = "delete from citizen_ask where asked_at_ms <= $1";
    /// Forgets the links of an account. $1 account.
    FORGET_ASKS = "delete from citizen_ask where account = $1";
    /// Opens a session. $1 token hash, $2 account, $3 now, $4 when it ends.
    OPEN = "insert into citizen_session (token_hash, account, created_at_ms, expires_at_ms) values ($1, $2, $3, $4)";
    /// Whose session this is. $1 token hash, $2 now.
    SESSION = "select account from citizen_session where token_hash = $1 and expires_at_ms > $2";
    /// Ends a session. $1 token hash.
    CLOSE = "delete from citizen_session where token_hash = $1";
    /// Ends every session of an account. $1 account.
    CLOSE_ALL = "delete from citizen_session where account = $1";
    /// Forgets sessions that have ended. $1 now.
    SWEEP_SESSIONS = "delete from citizen_session where expires_at_ms <= $1";
    /// Puts a report into an account. $1 account, $2 home, $3 case, $4 when the report was received.
    KEEP = "insert into citizen_case (account, home_id, case_id, received_at_ms) values ($1, $2, $3, $4)
            on conflict (account, home_id, case_id) do nothing";
    /// Takes a report out of an account. $1 account, $2 home, $3 case.
    REMOVE = "delete from citizen_case where account = $1 and home_id = $2 and case_id = $3";
    /// Takes a report out of every account. $1 home, $2 case.
    REMOVE_ALL = "delete from citizen_case where home_id = $1 and case_id = $2";
    /// Takes every report out of an account. $1 account.
    FORGET_CASES = "delete from citizen_case where account = $1";
    /// The reports of an account, latest first. $1 account, $2 and $3 instant and id of the last one read, $4 most rows.
    PAGE = "select home_id, case_id, received_at_ms from citizen_case
            where account = $1 and (received_at_ms, case_id) < ($2, $3)
            order by received_at_ms desc, case_id desc limit $4";
    /// The report with this code, if it is in the account. $1 account, $2 code.
    FIND = "select t.home_id, t.case_id from tracking t
            join citizen_case l on l.account = $1 and l.home_id = t.home_id and l.case_id = t.case_id
            where t.code = $2";
}

/// The keyed hash of the e-mail address that an account belongs to. Unit: bytes.
pub type AccountHash = [u8; 32];
pub use crate::session::TokenHash;

/// A link that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Names it.
    pub id: Uuid,
    /// The account that it opens.
    pub account: AccountHash,
    /// Where its letter goes.
    pub address: Contact,
    /// The language of the letter.
    pub lang: Lang,
    /// When it ends.
    pub ends_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct AskRow {
    id: Uuid,
    account: Vec<u8>,
    address: Option<String>,
    lang: String,
    ends_at_ms: i64,
}

impl TryFrom<AskRow> for Ask {
    type Error = Error;

    fn try_from(row: AskRow) -> Result<Self, Error> {
        let address = needed("citizen_ask.address", row.address)?;
        Ok(Self {
            id: row.id,
            account: held("citizen_ask.account", row.account.as_slice())?,
            address: held("citizen_ask.address", address.as_str())?,
            lang: Lang::from_code(&row.lang).ok_or_else(|| unreadable("citizen_ask.lang", &"is no language"))?,
            ends_at: Timestamp::from_ms(row.ends_at_ms),
        })
    }
}

/// Where a page of an account's reports begins: after the report that was received at this instant. Before all of them
/// with [`Place::FIRST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When it was received.
    pub received_at: Timestamp,
    /// Its id within its home.
    pub case: Uuid,
}

impl Place {
    /// Before the latest report.
    pub const FIRST: Self = Self {
        received_at: Timestamp::from_ms(i64::MAX),
        case: Uuid::max(),
    };
}

impl Conn {
    /// Until its transaction ends, PostgreSQL shows the reports of this account.
    async fn show_account(&mut self, account: &AccountHash) -> Result<(), Error> {
        if let Self::Postgres(held) = self {
            let hex: String = account.iter().map(|byte| format!("{byte:02x}")).collect();
            sqlx::query(dialect::SEE_ACCOUNT).bind(hex).execute(&mut **held).await?;
        }
        Ok(())
    }
}

impl Store {
    /// A connection on which PostgreSQL shows what is in this account, and no row of a case.
    ///
    /// # Errors
    /// [`Error::Database`] if no connection is free within the pool's waiting time.
    pub async fn read_account(&self, account: &AccountHash) -> Result<Conn, Error> {
        let mut conn = self.look_up().await?;
        if let Conn::Postgres(held) = &mut conn {
            let begin = sqlx::raw_sql(dialect::BEGIN_READ);
            begin.execute(&mut **held).await?;
        }
        conn.show_account(account).await?;
        Ok(conn)
    }
}

/// Keeps a link that was asked for at `now`, unless its account asked for `most` of them since `since`; whether it was
/// kept.
///
/// # Errors
/// [`Error::Database`] if the id is in use.
pub async fn ask(tx: &mut Tx, ask: &Ask, since: Timestamp, now: Timestamp, most: i64) -> Result<bool, Error> {
    let before: i64 = on!(tx, c => sqlx::query_scalar(COUNT)
        .bind(ask.account.as_slice())
        .bind(since.as_ms())
        .fetch_one(c)
        .await)?;
    if before >= most {
        return Ok(false);
    }
    on!(tx, c => sqlx::query(ASK)
        .bind(ask.id)
        .bind(ask.account.as_slice())
        .bind(ask.address.as_str())
        .bind(ask.lang.code())
        .bind(now.as_ms())
        .bind(ask.ends_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(true)
}

/// The link for its letter: its address is used now, and that is noted. `None` if it was used or has ended.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn send(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<Option<Ask>, Error> {
    let row = on!(tx, c => sqlx::query_as::<_, AskRow>(SEND)
        .bind(id)
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    row.map(Ask::try_from).transpose()
}

/// A link that can still be used. It is read in a write, as no reader may see an address.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn waiting(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<Option<Ask>, Error> {
    let row = on!(tx, c => sqlx::query_as::<_, AskRow>(WAITING)
        .bind(id)
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    row.map(Ask::try_from).transpose()
}

/// Uses a link: its address goes. `false` if it was used before or has ended.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn use_ask(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    let used: Option<Vec<u8>> = on!(tx, c => sqlx::query_scalar(USE)
        .bind(id)
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    Ok(used.is_some())
}

/// Opens a session for an account.
///
/// # Errors
/// [`Error::Database`] if the hash is in use.
pub async fn open(
    tx: &mut Tx,
    token: &TokenHash,
    account: &AccountHash,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<(), Error> {
    on!(tx, c => sqlx::query(OPEN)
        .bind(token.as_slice())
        .bind(account.as_slice())
        .bind(now.as_ms())
        .bind(ends_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Whose session this is, if it has not ended.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn session(conn: &mut Conn, token: &TokenHash, now: Timestamp) -> Result<Option<AccountHash>, Error> {
    let account: Option<Vec<u8>> = on!(conn, c => sqlx::query_scalar(SESSION)
        .bind(token.as_slice())
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    account
        .map(|account| held("citizen_session.account", account.as_slice()))
        .transpose()
}

/// Ends one session.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn close(tx: &mut Tx, token: &TokenHash) -> Result<(), Error> {
    on!(tx, c => sqlx::query(CLOSE).bind(token.as_slice()).execute(c).await.map(drop))?;
    Ok(())
}

/// Puts the report at `key` into an account. Nothing happens to one that is in it.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub async fn keep(tx: &mut Tx, account: &AccountHash, key: CaseKey, received_at: Timestamp) -> Result<(), Error> {
    tx.name_case(key).await?;
    on!(tx, c => sqlx::query(KEEP)
        .bind(account.as_slice())
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(received_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes the report at `key` out of an account.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn remove(tx: &mut Tx, account: &AccountHash, key: CaseKey) -> Result<(), Error> {
    tx.name_case(key).await?;
    on!(tx, c => sqlx::query(REMOVE)
        .bind(account.as_slice())
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes the report at `key` out of every account, as when its secret dies.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn remove_all(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    tx.name_case(key).await?;
    on!(tx, c => sqlx::query(REMOVE_ALL)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The reports of an account after `place`, by a connection of [`Store::read_account`].
///
/// Shape: latest first, at most `rows_max`; each with its place.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn page(
    conn: &mut Conn,
    account: &AccountHash,
    place: Place,
    rows_max: i64,
) -> Result<Vec<(CaseKey, Place)>, Error> {
    let rows: Vec<(Uuid, Uuid, i64)> = on!(conn, c => sqlx::query_as(PAGE)
        .bind(account.as_slice())
        .bind(place.received_at.as_ms())
        .bind(place.case)
        .bind(rows_max)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(home, case, received_at_ms)| {
            let received_at = Timestamp::from_ms(received_at_ms);
            (key(home, case), Place { received_at, case })
        })
        .collect())
}

/// The report with this code, if it is in the account; by a connection of [`Store::read_account`]. Another's report
/// and none answer alike.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find(conn: &mut Conn, account: &AccountHash, code: &TrackingCode) -> Result<Option<CaseKey>, Error> {
    let row: Option<(Uuid, Uuid)> = on!(conn, c => sqlx::query_as(FIND)
        .bind(account.as_slice())
        .bind(code.as_str())
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(home, case)| key(home, case)))
}

/// Forgets an account: its links, its sessions, and which reports were in it. The reports stay.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn forget(tx: &mut Tx, account: &AccountHash) -> Result<(), Error> {
    tx.show_account(account).await?;
    for sql in [FORGET_CASES, CLOSE_ALL, FORGET_ASKS] {
        on!(tx, c => sqlx::query(sql).bind(account.as_slice()).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Forgets sessions that have ended, addresses of links asked for before `ended`, and links asked for before `counted`.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sweep(tx: &mut Tx, now: Timestamp, ended: Timestamp, counted: Timestamp) -> Result<(), Error> {
    for (sql, before) in [(SWEEP_SESSIONS, now), (FORGET_ADDRESSES, ended), (SWEEP_ASKS, counted)] {
        on!(tx, c => sqlx::query(sql).bind(before.as_ms()).execute(c).await.map(drop))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
