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

mod dialect;
mod error;
mod open;
#[cfg(test)]
mod tests;
mod write;

use domain::id::AgencyId;
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

impl Store {
    /// A connection for what belongs to no tenant: sign-in, sessions, regions, services, the calendar.
    ///
    /// On PostgreSQL, rows of cases are not there.
    ///
    /// # Errors
    /// [`Error::Database`] if no connection is free within the pool's waiting time.
    pub async fn read(&self) -> Result<Conn, Error> {
        Ok(match &self.db {
            Db::Sqlite { read, .. } => Conn::Sqlite(read.acquire().await?),
            Db::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// A connection on which PostgreSQL shows only what `scope` has a seat at: the second barrier behind the
    /// scope in each statement's `where`. SQLite has no counterpart and only the first barrier.
    ///
    /// # Errors
    /// [`Error::Database`] if no connection is free within the pool's waiting time.
    pub async fn read_as(&self, scope: AgencyId) -> Result<Conn, Error> {
        let mut conn = self.read().await?;
        if let Conn::Postgres(held) = &mut conn {
            sqlx::raw_sql(dialect::BEGIN_READ)
                .execute(&mut **held)
                .await?;
            sqlx::query(dialect::SEE_AS)
                .bind(scope.uuid().to_string())
                .execute(&mut **held)
                .await?;
        }
        Ok(conn)
    }
}
