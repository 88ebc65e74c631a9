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

use domain::id::{AgencyId, PersonId};
use domain::permit::Role;
use domain::time::{MINUTE_MS, Timestamp};
use uuid::Uuid;

use crate::account::Account;
use crate::agency::Agency;
use crate::{Error, Store, Tx, Work};

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

impl Drop for Archive {
    fn drop(&mut self) {
        if let Owner::Postgres(options) = &self.owner {
            cluster::drop_database(options);
        }
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
    pub(crate) async fn on_postgres(connections_max: u32) -> Self {
        let options = cluster::new_database().await;
        let store = Store::open_postgres(options.clone(), connections_max).await.unwrap();
        Self {
            store,
            owner: Owner::Postgres(Box::new(options)),
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.owner, Owner::Postgres(_))
    }

    /// Opens the same database again, as a server does that starts.
    pub(crate) async fn reopen(&self) -> Result<Store, Error> {
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

    /// Does a write that must succeed.
    pub(crate) async fn keep<T, W>(&self, work: W) -> T
    where
        W: for<'t> Work<'t, T, Error> + 'static,
        T: Send + 'static,
    {
        self.write(work).await.unwrap()
    }

    /// The one number that `sql` asks for.
    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        let mut conn = self.look_up().await.unwrap();
        on!(&mut conn, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
    }
}

/// Runs `test` on SQLite, then on PostgreSQL.
pub(crate) fn on_both<F>(test: impl Fn(Archive) -> F)
where
    F: Future<Output = ()>,
{
    run("SQLite", async { test(Archive::on_sqlite().await).await });
    run("PostgreSQL", async { test(Archive::on_postgres(16).await).await });
}

/// Runs `test` on a runtime of its own, and names the database if it fails.
pub(crate) fn run(database: &'static str, test: impl Future<Output = ()>) {
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

/// The instant `minute` minutes into a test's day.
pub(crate) fn at(minute: i64) -> Timestamp {
    Timestamp::from_ms(1_790_000_000_000 + minute * MINUTE_MS)
}

/// A tenant.
pub(crate) fn agency(number: u128, code: &str) -> Agency {
    Agency {
        id: AgencyId(Uuid::from_u128(number)),
        code: code.to_owned(),
        name: format!("Dinas {code}"),
        short_name: code.to_owned(),
        name_en: Some(format!("Office {code}")),
        kind: "dinas".to_owned(),
        level: "province".to_owned(),
        parent: None,
        region_code: None,
        is_tenant: true,
    }
}

/// A handler of `agency`.
pub(crate) fn account(number: u128, agency: &Agency) -> Account {
    Account {
        id: PersonId(Uuid::from_u128(number)),
        agency: agency.id,
        role: Role::Handler,
        name: format!("Petugas {}", agency.code),
        sign_in_name: format!("petugas.{}", agency.code.to_lowercase()),
        is_active: true,
        unit: None,
        version: 1,
    }
}
