//! News: that a case changed, for whoever watches it. Ids only; what changed, each reader reads with its own rights.
//!
//! News is told once the change is kept, and may be lost: a watcher reads anew when it [`Heard::Missed`] something.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::time::Duration;

use domain::id::{AgencyId, CaseId, CaseKey};
use sqlx::postgres::PgListener;
use tokio::sync::broadcast;
use uuid::Uuid;

use crate::{Conn, Db, Error, Store, Tx, dialect};

/// News that a slow watcher may be behind before it misses some. Unit: changes.
const BEHIND_MAX: usize = 1024;
/// How long to wait before asking a database again that does not answer.
const PAUSE: Duration = Duration::from_secs(2);

/// What a watcher hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// This case changed.
    Case(CaseKey),
    /// Something may have changed unheard: every watcher reads anew.
    Missed,
}

/// Where news is told on this node.
#[derive(Clone)]
pub(crate) struct News {
    said: broadcast::Sender<Heard>,
    /// Names this node among those that share a database.
    node: u64,
}

impl News {
    pub(crate) fn new() -> Self {
        Self {
            said: broadcast::Sender::new(BEHIND_MAX),
            node: RandomState::new().build_hasher().finish(),
        }
    }

    /// Tells the watchers of this node; nobody may be watching.
    pub(crate) fn tell(&self, heard: Heard) {
        let _nobody_watches = self.said.send(heard);
    }

    fn line(&self, key: CaseKey) -> String {
        format!("{} {} {}", self.node, key.home.uuid(), key.id.uuid())
    }

    /// What another node told; `None` for our own words.
    fn read(&self, line: &str) -> Option<Heard> {
        let mut parts = line.split(' ');
        let node: u64 = parts.next()?.parse().ok()?;
        let mut id = || Uuid::parse_str(parts.next()?).ok();
        let key = CaseKey {
            home: AgencyId(id()?),
            id: CaseId(id()?),
        };
        (node != self.node).then_some(Heard::Case(key))
    }
}

/// Tells of `key` once the transaction is kept: this node by [`Store::news`], others through PostgreSQL.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn tell(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    let line = tx.news.line(key);
    if let Conn::Postgres(held) = &mut **tx {
        sqlx::query(dialect::TELL_NODES).bind(line).execute(&mut **held).await?;
    }
    tx.told.push(key);
    Ok(())
}

impl Store {
    /// Hears of every change from now on.
    #[must_use]
    pub fn news(&self) -> broadcast::Receiver<Heard> {
        self.news.said.subscribe()
    }

    /// Passes on what other nodes tell, for as long as it runs. With SQLite there are no others, and it waits for ever.
    pub async fn listen(&self) {
        let Db::Postgres(pool) = &self.db else {
            return std::future::pending().await;
        };
        loop {
            let listening = async {
                let mut listener = PgListener::connect_with(pool).await?;
                listener.listen(dialect::NODES).await?;
                self.news.tell(Heard::Missed);
                loop {
                    let said = listener.try_recv().await?;
                    // Without a word the line was lost and is there again; what was said in between is gone.
                    let heard = said.map_or(Some(Heard::Missed), |said| self.news.read(said.payload()));
                    if let Some(heard) = heard {
                        self.news.tell(heard);
                    }
                }
            };
            let lost: Result<std::convert::Infallible, sqlx::Error> = listening.await;
            drop(lost);
            tokio::time::sleep(PAUSE).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::fixture::*;
    use crate::tests::{both, run};
    use domain::deed::Deed;

    #[test]
    fn a_change_is_told_once_it_is_kept_and_one_that_fails_is_not() {
        both!(store => {
            with_desks(&store).await;
            let case = at_work(&store, 1).await;
            let mut news = store.news();
            let change = act(&case, &admin(A), at(2), Deed::Note { text: text("Catatan untuk berkas.") });
            written(&store, change.clone()).await;
            assert_eq!(news.recv().await.unwrap(), Heard::Case(case.key));
            // The same change once more meets a case that has moved on.
            let again = store.write(async move |tx: &mut Tx| {
                crate::case::apply(tx, &BOOK.desks, &change).await.map(drop)
            }).await;
            assert!(matches!(again, Err(Error::Stale)));
            assert!(news.try_recv().is_err());
        });
    }

    #[test]
    fn another_node_hears_what_this_one_told_and_this_one_hears_it_once() {
        run("PostgreSQL", async {
            let one = crate::tests::Archive::on_postgres(4).await;
            let other = one.reopen().await.unwrap();
            with_desks(&one).await;
            let mut heard = other.news();
            let listening = tokio::spawn(async move { other.listen().await });
            assert_eq!(heard.recv().await.unwrap(), Heard::Missed, "it listens from here on");
            let mut own = one.news();
            let case = at_work(&one, 1).await;
            assert_eq!(heard.recv().await.unwrap(), Heard::Case(case.key));
            assert_eq!(own.recv().await.unwrap(), Heard::Case(case.key));
            listening.abort();
        });
    }
}
