//! The hash chain of each home: its head, locked by whoever adds to it, and its entries.

use domain::chain::{ChainHead, Entry, Hash};
use domain::id::AgencyId;

use crate::column::held;
use crate::{Conn, Error, Tx, dialect};

/// Entries read at once.
pub const PAGE_ROWS_MAX: i64 = 500;

statements! {
    /// Begins a chain, unless another write just did. $1 home, $2 number, $3 hash.
    BEGIN = "insert into chain_head (home_id, seq, hash) values ($1, $2, $3) on conflict (home_id) do nothing";
    /// The end of a chain. $1 home.
    HEAD = "select seq, hash from chain_head where home_id = $1";
    /// Adds an entry. $1 home, $2 number, $3 bytes of the event, $4 hash before it, $5 hash.
    ADD = "insert into chain_entry (home_id, seq, canonical, previous, hash) values ($1, $2, $3, $4, $5)";
    /// Moves the head to the last entry. $1 home, $2 number, $3 hash.
    MOVE = "update chain_head set seq = $2, hash = $3 where home_id = $1";
    /// Entries in order, after one. $1 home, $2 number of the last one seen, $3 most rows.
    PAGE = "select seq, canonical, previous, hash from chain_entry where home_id = $1 and seq > $2
            order by seq limit $3";
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    seq: i64,
    hash: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    seq: i64,
    canonical: Vec<u8>,
    previous: Vec<u8>,
    hash: Vec<u8>,
}

impl TryFrom<HeadRow> for ChainHead {
    type Error = Error;

    fn try_from(row: HeadRow) -> Result<Self, Error> {
        Ok(Self {
            seq: held("chain_head.seq", row.seq)?,
            hash: hash("chain_head.hash", &row.hash)?,
        })
    }
}

impl TryFrom<EntryRow> for Entry {
    type Error = Error;

    fn try_from(row: EntryRow) -> Result<Self, Error> {
        Ok(Self {
            seq: held("chain_entry.seq", row.seq)?,
            canonical: row.canonical,
            previous: hash("chain_entry.previous", &row.previous)?,
            hash: hash("chain_entry.hash", &row.hash)?,
        })
    }
}

/// The hash in a column of bytes.
pub(crate) fn hash(column: &str, bytes: &[u8]) -> Result<Hash, Error> {
    held(column, bytes).map(Hash::from_bytes)
}

/// The number of an entry as a column holds it: a chain never has more entries than that.
pub(crate) fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// Locks the end of the chain of `home` until the transaction ends, and reads it. A write locks its chains before
/// it touches a case; several in the order of their homes.
///
/// # Errors
/// [`Error::Database`] if `home` is unknown.
pub(crate) async fn lock(tx: &mut Tx, home: AgencyId) -> Result<ChainHead, Error> {
    if let Some(head) = find_locked(tx, home).await? {
        return Ok(head);
    }
    let genesis = ChainHead::genesis(home);
    on!(tx, c => sqlx::query(BEGIN)
        .bind(home.uuid())
        .bind(number(genesis.seq))
        .bind(genesis.hash.as_bytes().as_slice())
        .execute(c)
        .await
        .map(drop))?;
    // Read again: another write may have begun the chain at the same moment, and gone on.
    Ok(find_locked(tx, home).await?.unwrap_or(genesis))
}

async fn find_locked(tx: &mut Tx, home: AgencyId) -> Result<Option<ChainHead>, Error> {
    let sql = dialect::CHAIN_LOCK.on(tx);
    let row = on!(tx, c => sqlx::query_as::<_, HeadRow>(sql).bind(home.uuid()).fetch_optional(c).await)?;
    row.map(ChainHead::try_from).transpose()
}

/// Adds the bytes of an event after `head`, which the transaction holds locked. Returns the new head, which
/// [`finish`] keeps.
///
/// # Errors
/// [`Error::Database`] if the entry is there already: the head was not locked.
pub(crate) async fn add(tx: &mut Tx, home: AgencyId, head: ChainHead, canonical: &[u8]) -> Result<ChainHead, Error> {
    let next = head.next(canonical);
    on!(tx, c => sqlx::query(ADD)
        .bind(home.uuid())
        .bind(number(next.seq))
        .bind(canonical)
        .bind(head.hash.as_bytes().as_slice())
        .bind(next.hash.as_bytes().as_slice())
        .execute(c)
        .await
        .map(drop))?;
    Ok(next)
}

/// Keeps where the chain ends now.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn finish(tx: &mut Tx, home: AgencyId, head: ChainHead) -> Result<(), Error> {
    on!(tx, c => sqlx::query(MOVE)
        .bind(home.uuid())
        .bind(number(head.seq))
        .bind(head.hash.as_bytes().as_slice())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Where the chain of `home` ends; `None` before its first entry. For the auditor: a hash tells nothing.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn head(conn: &mut Conn, home: AgencyId) -> Result<Option<ChainHead>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, HeadRow>(HEAD).bind(home.uuid()).fetch_optional(c).await)?;
    row.map(ChainHead::try_from).transpose()
}

/// Shape: at most [`PAGE_ROWS_MAX`] entries of the chain of `home` in order, those after number `after` (0: from the
/// first). Not for pages: for the verifier, who follows the whole chain.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn page(conn: &mut Conn, home: AgencyId, after: u64) -> Result<Vec<Entry>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, EntryRow>(PAGE)
        .bind(home.uuid())
        .bind(number(after))
        .bind(PAGE_ROWS_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Entry::try_from).collect()
}

#[cfg(test)]
#[test]
fn the_lock_of_a_head_seeks_on_both() {
    crate::tests::prove::prove(&[("CHAIN_LOCK", dialect::CHAIN_LOCK, &[])]);
}

#[cfg(test)]
mod tests {
    use domain::chain::verify;

    use super::*;
    use crate::case::fixture::*;
    use crate::tests::{Archive, both};

    /// Follows the whole chain of `home`; where it ends.
    async fn followed(store: &Archive, home: AgencyId) -> ChainHead {
        let mut conn = store.look_up().await.unwrap();
        let mut end = ChainHead::genesis(home);
        loop {
            let next = page(&mut conn, home, end.seq).await.unwrap();
            if next.is_empty() {
                return end;
            }
            end = verify(end, next).expect("the chain is whole");
        }
    }

    async fn kept(store: &Archive, home: AgencyId) -> Option<ChainHead> {
        let mut conn = store.look_up().await.unwrap();
        head(&mut conn, home).await.unwrap()
    }

    #[test]
    fn every_event_of_a_home_stands_in_one_chain_that_can_be_followed() {
        both!(store => {
            with_desks(&store).await;
            let (first, second) = (at_work(&store, 1).await, at_work(&store, 2).await);
            done(&store, &first, &admin(A), at(2), offering(B)).await;
            done(&store, &second, &admin(A), at(2), answering()).await;
            let end = followed(&store, A).await;
            assert_eq!(end.seq, 6);
            assert_eq!(kept(&store, A).await, Some(end));
            assert_eq!(kept(&store, B).await, None, "the chain is the home's, whoever holds the case");
        });
    }

    #[test]
    fn filings_at_once_at_one_home_follow_each_other() {
        both!(store => {
            with_desks(&store).await;
            let filings: Vec<_> = (0..40).map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    store.write(async move |tx: &mut Tx| applied(tx, &filed(asked(), number, at(0))).await).await
                })
            }).collect();
            for filing in filings {
                filing.await.unwrap().unwrap();
            }
            assert_eq!(followed(&store, A).await.seq, 40);
        });
    }

    #[test]
    fn an_entry_that_was_changed_or_lost_is_found() {
        both!(store => {
            with_desks(&store).await;
            at_work(&store, 1).await;
            let mut conn = store.look_up().await.unwrap();
            let all = page(&mut conn, A, 0).await.unwrap();
            let mut changed = all.clone();
            changed[0].canonical[9] ^= 1;
            assert!(verify(ChainHead::genesis(A), changed).is_err());
            assert!(verify(ChainHead::genesis(A), all.into_iter().skip(1)).is_err());
        });
    }
}
