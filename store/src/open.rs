//! Opening the archive, and bringing its schema up to date.

use std::borrow::Cow;
use std::fs::File;
use std::str::FromStr;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::pool::PoolOptions;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Postgres, SqlStr, Sqlite};

use crate::{Db, Error, Store, dialect, news::News, write};

/// Read-only connections to a SQLite file. Unit: connections. More than the cores of a small server gains nothing.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL. Unit: connections. Throughput stops rising here; the server's default allows 100.
const POSTGRES_CONNECTIONS: u32 = 16;

/// What a PostgreSQL connection starts with: nobody's rights but a reader's, and an end to whatever hangs.
const POSTGRES_SETTINGS: [(&str, &str); 5] = [
    ("role", "sinergi_reader"),
    ("statement_timeout", "10s"),
    ("lock_timeout", "5s"),
    ("idle_in_transaction_session_timeout", "10s"),
    // `FORGET` is said to connections that are in no transaction too; the server would warn each time.
    ("client_min_messages", "error"),
];

/// The schema's history: the same file names for both databases.
macro_rules! migrations {
    ($($version:literal $name:literal;)+) => {
        const SQLITE: &[(i64, &str, &str)] =
            &[$(($version, $name, include_str!(concat!("../migrations/sqlite/", $name, ".sql")))),+];
        const POSTGRES: &[(i64, &str, &str)] =
            &[$(($version, $name, include_str!(concat!("../migrations/postgres/", $name, ".sql")))),+];
    };
}

migrations! {
    1 "0001_foundation";
    2 "0002_case";
    3 "0003_figure";
    4 "0004_attachment";
    5 "0005_lesson";
    6 "0006_public";
    7 "0007_calendar";
    9 "0009_notice";
    10 "0010_privacy";
    11 "0011_place";
    12 "0012_public_photo";
    13 "0013_account_link";
    14 "0014_boundary";
}

impl Store {
    /// Opens the archive at `address` and brings its schema up to date: a `postgres://` URL, or the path of a
    /// SQLite file, which is created if it is missing.
    ///
    /// Several servers may start at once: one migrates, the others wait.
    ///
    /// # Errors
    /// - [`Error::Database`] if the database cannot be reached.
    /// - [`Error::Migration`] if its schema is newer than this program, or a migration fails.
    pub async fn open(address: &str) -> Result<Self, Error> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::open_postgres(PgConnectOptions::from_str(address)?, POSTGRES_CONNECTIONS).await
        } else {
            Self::open_sqlite(address.trim_start_matches("sqlite:")).await
        }
    }

    /// Opens a SQLite file: the writer first, so that readers find a file and its schema.
    async fn open_sqlite(path: &str) -> Result<Self, Error> {
        // A lock of our own beside the file: SQLite fails at once when two switch a new file to WAL together.
        let lock = format!("{path}.lock");
        let starting = tokio::task::spawn_blocking(move || {
            let file = File::create(lock)?;
            file.lock().map(|()| file)
        });
        let _alone = starting
            .await
            .map_err(std::io::Error::other)
            .flatten()
            .map_err(sqlx::Error::Io)?;

        let file = SqliteConnectOptions::new().filename(path);
        let writer = file
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A receipt given is a case kept, also through a power cut.
            .synchronous(SqliteSynchronous::Full);
        let write = PoolOptions::<Sqlite>::new()
            .max_connections(1)
            .connect_with(writer)
            .await?;

        migrator(SQLITE)
            .run_direct(None, &mut *write.acquire().await?, false)
            .await?;

        let read = PoolOptions::<Sqlite>::new()
            .max_connections(SQLITE_READERS)
            .connect_with(file.read_only(true))
            .await?;
        let (db, news) = (Db::Sqlite { read, write }, News::new());
        Ok(Self {
            writer: Some(write::start(db.clone(), news.clone())),
            db,
            news,
        })
    }

    /// Opens a PostgreSQL database. Migrations run as the owner, on a connection of their own, under sqlx's
    /// advisory lock; the pool works with lesser rights.
    pub(crate) async fn open_postgres(server: PgConnectOptions, connections_max: u32) -> Result<Self, Error> {
        let mut owner = PgConnection::connect_with(&server).await?;
        migrator(POSTGRES).run_direct(None, &mut owner, false).await?;
        owner.close().await?;

        let pool = PoolOptions::<Postgres>::new()
            .max_connections(connections_max)
            .after_release(|conn, _| {
                Box::pin(async move { sqlx::raw_sql(dialect::FORGET).execute(conn).await.map(|_| true) })
            })
            .connect_with(server.options(POSTGRES_SETTINGS))
            .await?;
        Ok(Self {
            db: Db::Postgres(pool),
            writer: None,
            news: News::new(),
        })
    }
}

/// A migrator over embedded files. Run it with `run_direct`: the future of `run` is not `Send`.
fn migrator(files: &[(i64, &'static str, &'static str)]) -> Migrator {
    Migrator::with_migrations(
        files
            .iter()
            .map(|&(version, name, sql)| {
                let sql = SqlStr::from_static(sql);
                Migration::new(version, Cow::Borrowed(name), MigrationType::Simple, sql, false)
            })
            .collect(),
    )
}
