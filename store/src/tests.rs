//! The archive's tests: each runs on SQLite and on PostgreSQL, with a fresh database for each.

mod catalogue;
mod cluster;
mod open;
pub(crate) mod prove;
mod scopes;
mod write;

use std::future::Future;
use std::ops::Deref;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection};

use crate::{Error, Store, Tx};

/// Runs one body on both databases: `both!(store => { … })`. It may use `?` on nothing: a test unwraps.
macro_rules! both {
    ($store:ident => $body:block) => {
        $crate::tests::on_both(async |$store: $crate::tests::Archive| $body)
    };
}
pub(crate) use both;

/// The archive's file on SQLite.
const FILE: &str = "sinergi.db";

/// A fresh archive that a test has to itself. Derefs to [`Store`].
pub(crate) struct Archive {
    store: Store,
    owner: Owner,
}

/// Who owns the tables, beyond what a [`Store`] may do.
enum Owner {
    /// The folder of the file; it goes with the test.
    Sqlite(tempfile::TempDir),
    /// Options that connect with the owner's rights.
    Postgres(Box<PgConnectOptions>),
}

impl Deref for Archive {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Archive {
    async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let store = Store::open(file.to_str().unwrap()).await.unwrap();
        Self {
            store,
            owner: Owner::Sqlite(folder),
        }
    }

    /// `connections_max`: how many connections the pool may hold.
    async fn on_postgres(connections_max: u32) -> Self {
        let options = cluster::new_database().await;
        let store = Store::open_postgres(options.clone(), connections_max)
            .await
            .unwrap();
        Self {
            store,
            owner: Owner::Postgres(Box::new(options)),
        }
    }

    fn is_postgres(&self) -> bool {
        matches!(self.owner, Owner::Postgres(_))
    }

    /// Opens the same database again, as a server does that starts.
    async fn reopen(&self) -> Result<Store, Error> {
        match &self.owner {
            Owner::Sqlite(folder) => Store::open(folder.path().join(FILE).to_str().unwrap()).await,
            Owner::Postgres(options) => Store::open_postgres(options.as_ref().clone(), 2).await,
        }
    }

    /// Does something to the schema, with the owner's rights.
    pub(crate) async fn alter(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.owner {
            Owner::Sqlite(_) => self
                .write(async move |tx: &mut Tx| {
                    on!(tx, c => sqlx::raw_sql(sql).execute(c).await.map(drop))?;
                    Ok::<_, Error>(())
                })
                .await
                .unwrap(),
            Owner::Postgres(options) => {
                let mut owner = PgConnection::connect_with(options).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut owner).await.unwrap();
                owner.close().await.unwrap();
            }
        }
    }

    /// The one number that `sql` asks for.
    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        let mut conn = self.read().await.unwrap();
        on!(&mut conn, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
    }
}

/// Runs `test` on SQLite, then on PostgreSQL.
pub(crate) fn on_both<F>(test: impl Fn(Archive) -> F)
where
    F: Future<Output = ()>,
{
    run("SQLite", async { test(Archive::on_sqlite().await).await });
    run("PostgreSQL", async {
        test(Archive::on_postgres(16).await).await
    });
}

/// Runs `test` on a runtime of its own, and names the database if it fails.
fn run(database: &'static str, test: impl Future<Output = ()>) {
    struct Named(&'static str);
    impl Drop for Named {
        fn drop(&mut self) {
            if std::thread::panicking() {
                eprintln!("failed on {}", self.0);
            }
        }
    }
    let _named = Named(database);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(test);
}
