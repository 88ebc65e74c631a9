//! The one way to write.
//!
//! A write is a piece of work that is handed over: once queued it is done to its end even if the caller goes away,
//! because a phone that disconnects must not leave a connection inside a transaction. SQLite's works are grouped, so
//! that many share one flush to disk; PostgreSQL's run side by side.

use std::future::{Future, poll_fn};
use std::ops::{Deref, DerefMut};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::Poll;

use domain::id::CaseKey;
use domain::permit::Scope;
use tokio::sync::{mpsc, oneshot};

use crate::news::{Heard, News};
use crate::{Conn, Db, Error, Store, dialect};

/// Works waiting for SQLite's writer. Beyond it callers wait before theirs is queued.
const QUEUE_WORKS_MAX: usize = 256;
/// Works that share one commit.
const GROUP_WORKS_MAX: usize = 64;

/// A write in progress. Reads work on it as on a [`Conn`].
pub struct Tx {
    conn: Conn,
    is_open: bool,
    pub(crate) news: News,
    /// The cases that the work at hand changes: told once they are kept.
    pub(crate) told: Vec<CaseKey>,
}

impl Tx {
    /// Begins a transaction.
    pub(crate) async fn begin(db: &Db, news: &News) -> Result<Self, Error> {
        let conn = match db {
            Db::Sqlite { write, .. } => Conn::Sqlite(write.acquire().await?),
            Db::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        };
        // Guarded before `begin` is sent: a caller that goes away here must not leave it half said.
        let mut tx = Self {
            conn,
            is_open: true,
            news: news.clone(),
            told: Vec::new(),
        };
        let begin = dialect::BEGIN.on(&tx);
        tx.say(begin).await.map(|()| tx)
    }

    /// From here on the work sees what `scope` may see, and may write nothing, until it names a case.
    ///
    /// # Errors
    /// [`Error::Database`] if the connection fails.
    pub async fn see_as(&mut self, scope: Scope) -> Result<(), Error> {
        self.show(scope).await
    }

    /// From here on the work may read and write the rows of this case, and of no other.
    ///
    /// # Errors
    /// [`Error::Database`] if the connection fails.
    pub async fn name_case(&mut self, key: CaseKey) -> Result<(), Error> {
        self.show(Scope::Reporter(key)).await
    }

    /// Says one of the words that steer a transaction.
    async fn say(&mut self, word: &'static str) -> Result<(), Error> {
        on!(self, c => sqlx::raw_sql(word).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Says the last word of a transaction.
    async fn end(mut self, word: &'static str) -> Result<(), Error> {
        self.say(word).await?;
        self.is_open = false;
        Ok(())
    }
}

impl Deref for Tx {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// An unfinished transaction closes its connection, which undoes it whatever state it was in.
impl Drop for Tx {
    fn drop(&mut self) {
        if self.is_open {
            match &mut self.conn {
                Conn::Sqlite(held) => held.close_on_drop(),
                Conn::Postgres(held) => held.close_on_drop(),
            }
        }
    }
}

type Boxed<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;

/// A piece of work in a transaction: any `async move |tx: &mut Tx| { … }` (`: &mut Tx` must be written).
///
/// It is a trait because `AsyncFnOnce` cannot ask that its future be `Send`.
pub trait Work<'t, T, E>: FnOnce(&'t mut Tx) -> Self::Future + Send {
    /// What the work does, step by step.
    type Future: Future<Output = Result<T, E>> + Send + 't;
}

impl<'t, T, E, F, Fut> Work<'t, T, E> for F
where
    F: FnOnce(&'t mut Tx) -> Fut + Send,
    Fut: Future<Output = Result<T, E>> + Send + 't,
{
    type Future = Fut;
}

/// A work whose result type is hidden, so that one queue holds all.
pub(crate) trait Job: Send {
    /// Does the work; whether to keep it.
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> Boxed<'t, bool>;
    /// Tells the caller, after the commit or its failure.
    fn answer(self: Box<Self>, not_kept: Option<&Error>);
}

/// A work, what came of it, and who waits for it.
struct Asked<W, T, E> {
    work: Option<W>,
    done: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
    news: News,
    told: Vec<CaseKey>,
}

impl<W, T, E> Job for Asked<W, T, E>
where
    W: for<'t> Work<'t, T, E>,
    T: Send,
    E: From<Error> + Send,
{
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> Boxed<'t, bool> {
        let Some(work) = self.work.take() else {
            return Box::pin(async { false });
        };
        Box::pin(async move {
            let mut working = Box::pin(work(&mut *tx));
            // A panic must not undo the neighbours in the same group.
            self.done = poll_fn(
                |cx| match catch_unwind(AssertUnwindSafe(|| working.as_mut().poll(cx))) {
                    Ok(Poll::Pending) => Poll::Pending,
                    Ok(Poll::Ready(done)) => Poll::Ready(Some(done)),
                    Err(_panic) => Poll::Ready(None),
                },
            )
            .await;
            drop(working);
            self.told = std::mem::take(&mut tx.told);
            matches!(self.done, Some(Ok(_)))
        })
    }

    fn answer(self: Box<Self>, not_kept: Option<&Error>) {
        let answer = match (self.done, not_kept) {
            (Some(done), None) => {
                if done.is_ok() {
                    self.told.iter().for_each(|key| self.news.tell(Heard::Case(*key)));
                }
                done
            }
            (_, cause) => {
                let why = cause.map_or_else(|| "the work panicked".to_owned(), ToString::to_string);
                Err(Error::NotKept(why).into())
            }
        };
        // A caller that went away is no reason to undo what is kept.
        let _caller_is_gone = self.caller.send(answer);
    }
}

/// The way to SQLite's writer.
pub(crate) type Queue = mpsc::Sender<Box<dyn Job>>;

/// Starts SQLite's one writer; it ends with the last [`Store`].
pub(crate) fn start(db: Db, news: News) -> Queue {
    let (queue, mut asked) = mpsc::channel(QUEUE_WORKS_MAX);
    tokio::spawn(async move {
        let mut group = Vec::with_capacity(GROUP_WORKS_MAX);
        // No waiting window: the next group queues up while this one is flushed.
        while asked.recv_many(&mut group, GROUP_WORKS_MAX).await > 0 {
            keep(&db, &news, std::mem::take(&mut group)).await;
        }
    });
    queue
}

/// Does the jobs in one transaction and tells each caller.
async fn keep(db: &Db, news: &News, mut jobs: Vec<Box<dyn Job>>) {
    let outcome = run_all(db, news, &mut jobs).await;
    for job in jobs {
        job.answer(outcome.as_ref().err());
    }
}

/// Does the jobs in one transaction; each that fails is undone alone.
async fn run_all(db: &Db, news: &News, jobs: &mut [Box<dyn Job>]) -> Result<(), Error> {
    let mut tx = Tx::begin(db, news).await?;
    if let [only] = jobs {
        let word = if only.run(&mut tx).await {
            dialect::COMMIT.on(&tx)
        } else {
            "rollback"
        };
        return tx.end(word).await;
    }
    for job in jobs {
        tx.say("savepoint job").await?;
        if !job.run(&mut tx).await {
            tx.say("rollback to job").await?;
        }
        tx.say("release job").await?;
    }
    let word = dialect::COMMIT.on(&tx);
    tx.end(word).await
}

impl Store {
    /// Does `work` in one transaction: kept if it returns `Ok`, undone if it returns `Err` or panics.
    ///
    /// Once queued, it is done even if the caller goes away. Inside, a database error must leave the work by `?`;
    /// an expected conflict is an `on conflict`, never an error that is caught.
    ///
    /// # Errors
    /// What `work` returns, or [`Error::NotKept`] as `E`.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t> Work<'t, T, E> + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let stopped = || Error::NotKept("the writer has stopped".to_owned());
        let (caller, answer) = oneshot::channel();
        let job: Box<dyn Job> = Box::new(Asked {
            work: Some(work),
            done: None,
            caller,
            news: self.news.clone(),
            told: Vec::new(),
        });
        if let Some(queue) = &self.writer {
            queue.send(job).await.map_err(|_| stopped())?;
        } else {
            let (db, news) = (self.db.clone(), self.news.clone());
            tokio::spawn(async move { keep(&db, &news, vec![job]).await });
        }
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }
}
