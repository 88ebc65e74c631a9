//! "Laporan saya di ponsel ini": the receipts of reports that were received, open or under a PIN.

use serde::{Deserialize, Serialize};

use super::{
    db::{Db, Lost, Shelf},
    kept::{self, Receipt},
    new_id,
    vault::{Key, Lock, Sealed},
};

/// The key of the one lock.
const LOCK: &str = "pin";

/// A receipt on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shelved {
    /// Names it on the shelf; says nothing about the report.
    id: String,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum What {
    /// Readable by whoever holds the phone. With a lock: until the list is opened the next time.
    Open(Receipt),
    Sealed(Sealed),
}

/// Keeps a receipt. The same report sent twice has one.
pub(crate) async fn keep(db: &Db, receipt: &Receipt) -> Result<(), Lost> {
    let is_same = |shelved: &Shelved| matches!(&shelved.what, What::Open(kept) if kept.code == receipt.code);
    if db.all::<Shelved>(Shelf::Receipts).await?.iter().any(is_same) {
        return Ok(());
    }
    put(db, new_id(), What::Open(receipt.clone())).await
}

async fn put(db: &Db, id: String, what: What) -> Result<(), Lost> {
    let shelved = Shelved { id, what };
    db.put(Shelf::Receipts, &shelved.id, &shelved).await
}

/// The lock, if there is one.
pub(crate) async fn lock(db: &Db) -> Result<Option<Lock>, Lost> {
    db.find(Shelf::Lock, LOCK).await
}

/// How many receipts there are, locked or not.
pub(crate) async fn count(db: &Db) -> Result<usize, Lost> {
    Ok(db.all::<Shelved>(Shelf::Receipts).await?.len())
}

/// Every receipt that can be read, newest first; with the id that takes it away. What came in meanwhile is sealed now.
pub(crate) async fn read(db: &Db, key: Option<&Key>) -> Result<Vec<(String, Receipt)>, Lost> {
    let mut read = Vec::new();
    for Shelved { id, what } in db.all::<Shelved>(Shelf::Receipts).await? {
        let receipt = match (what, key) {
            (What::Open(receipt), None) => receipt,
            (What::Open(receipt), Some(key)) => {
                seal(db, &id, &receipt, key).await?;
                receipt
            }
            (What::Sealed(_), None) => continue,
            (What::Sealed(sealed), Some(key)) => {
                let opened = key.open(&sealed).await;
                match opened.and_then(|bytes| kept::from_bytes(&bytes)) {
                    Some(receipt) => receipt,
                    None => continue,
                }
            }
        };
        read.push((id, receipt));
    }
    read.reverse();
    Ok(read)
}

async fn seal(db: &Db, id: &str, receipt: &Receipt, key: &Key) -> Result<(), Lost> {
    let sealed = key.seal(&kept::to_bytes(receipt)).await.ok_or(Lost)?;
    put(db, id.to_owned(), What::Sealed(sealed)).await
}

/// Locks every receipt with a PIN; gives the key.
pub(crate) async fn lock_with(db: &Db, pin: &str) -> Result<Key, Lost> {
    let (lock, key) = Lock::new(pin).await.ok_or(Lost)?;
    db.put(Shelf::Lock, LOCK, &lock).await?;
    read(db, Some(&key)).await?;
    Ok(key)
}

/// Takes the lock away: the receipts lie open again.
pub(crate) async fn unlock(db: &Db, key: &Key) -> Result<(), Lost> {
    for (id, receipt) in read(db, Some(key)).await? {
        put(db, id, What::Open(receipt)).await?;
    }
    db.delete(Shelf::Lock, LOCK).await
}

/// Forgets a receipt.
pub(crate) async fn forget(db: &Db, id: &str) -> Result<(), Lost> {
    db.delete(Shelf::Receipts, id).await
}

/// Forgets the lock and everything under it: the way out for who forgot the PIN.
pub(crate) async fn forget_locked(db: &Db) -> Result<(), Lost> {
    db.clear(Shelf::Receipts).await?;
    db.clear(Shelf::Lock).await
}
