//! The archive: everything that is kept, on SQLite or PostgreSQL, by one SQL text.
//!
//! A read takes `&mut Conn`, a write takes `&mut Tx`; `Tx` derefs to `Conn`, so every read works inside a write and
//! no write can be called outside a transaction. Each noun has its file: its statements, its functions, its tests.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests fail by panicking"
    )
)]

#[macro_use]
mod on_db;

pub mod account;
pub mod agency;
pub mod attachment;
pub mod boundary;
pub mod calendar;
pub mod case;
pub mod chain;
pub mod citizen_account;
mod column;
mod dialect;
mod error;
pub mod event;
pub mod follow;
pub mod idempotency;
pub mod identity;
pub mod lesson;
pub mod lost;
pub mod message;
pub mod news;
mod open;
pub mod outbox;
pub mod published;
pub mod queue;
pub mod receipt;
pub mod recount;
pub mod region;
mod seat;
mod seen;
pub mod service;
pub mod session;
pub mod stored;
pub mod sweep;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod upload;
pub mod vault;
mod write;

use domain::permit::Scope;
use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool};

pub use error::Error;
pub use write::{Tx, Work};

/// The archive. Cheap to clone; all clones share their connections and the one writer.
#[derive(Clone)]
pub struct Store {
    db: Db,
    /// SQLite's one writer; PostgreSQL writes side by side and needs none.
    writer: Option<write::Queue>,
    /// Who is told of changes.
    news: news::News,
}

/// The pools of one database.
#[derive(Clone)]
enum Db {
    /// Several readers, opened read-only, and one writer.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// Every connection works as `sinergi_reader` until a write says otherwise.
    Postgres(PgPool),
}

/// A connection borrowed from the archive; one serves all the reads of a request.
pub enum Conn {
    /// To a SQLite file.
    Sqlite(PoolConnection<Sqlite>),
    /// To a PostgreSQL server.
    Postgres(PoolConnection<Postgres>),
}

impl Conn {
    /// Itself: lets `on!` take a `&mut Conn` and, through deref, a `&mut Tx`.
    const fn of(conn: &mut Self) -> &mut Self {
        conn
    }
}

impl Conn {
    /// Until its transaction ends, PostgreSQL shows only the rows of cases that `scope` may see.
    /// SQLite has no counterpart: there the scope in each statement's `where` stands alone.
    async fn show(&mut self, scope: Scope) -> Result<(), Error> {
        let Self::Postgres(held) = self else {
            return Ok(());
        };
        match scope {
            Scope::Agency(agency) => {
                let see = sqlx::query(dialect::SEE_AS).bind(agency.uuid().to_string());
                see.execute(&mut **held).await?;
            }
            Scope::Reporter(key) => {
                let name = sqlx::query(dialect::NAME_CASE)
                    .bind(key.home.uuid().to_string())
                    .bind(key.id.uuid().to_string());
                name.execute(&mut **held).await?;
            }
            // Rollups are behind no policy, and no row of a case is seen without an agency or a case.
            Scope::Figures => {}
        }
        Ok(())
    }
}

impl Store {
    /// A connection on which PostgreSQL shows only what `scope` may see: the second barrier behind the scope in
    /// each statement's `where`.
    ///
    /// # Errors
    /// [`Error::Database`] if no connection is free within the pool's waiting time.
    pub async fn read(&self, scope: Scope) -> Result<Conn, Error> {
        let mut conn = self.look_up().await?;
        if let Conn::Postgres(held) = &mut conn {
            let begin = sqlx::raw_sql(dialect::BEGIN_READ);
            begin.execute(&mut **held).await?;
        }
        conn.show(scope).await?;
        Ok(conn)
    }

    /// A connection for what belongs to no tenant: sign-in, sessions, places, services, the calendar.
    /// On PostgreSQL, rows of cases are not there.
    ///
    /// # Errors
    /// [`Error::Database`] if no connection is free within the pool's waiting time.
    pub async fn look_up(&self) -> Result<Conn, Error> {
        Ok(match &self.db {
            Db::Sqlite { read, .. } => Conn::Sqlite(read.acquire().await?),
            Db::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }
}
