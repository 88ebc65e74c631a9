//! Opening, and who may do what on an open archive.

use super::{both, cluster, run};
use crate::{Error, Store};

#[test]
fn several_servers_that_start_at_once_migrate_once() {
    run("SQLite", async {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sinergi.db");
        let starting: Vec<_> = (0..4)
            .map(|_| {
                let file = file.to_str().unwrap().to_owned();
                tokio::spawn(async move { Store::open(&file).await.map(drop) })
            })
            .collect();
        for start in starting {
            start.await.unwrap().unwrap();
        }
    });
    run("PostgreSQL", async {
        let server = cluster::new_database().await;
        let starting: Vec<_> = (0..4)
            .map(|_| {
                let server = server.clone();
                tokio::spawn(async move { Store::open_postgres(server, 1).await.map(drop) })
            })
            .collect();
        for start in starting {
            start.await.unwrap().unwrap();
        }
    });
}

#[test]
fn an_archive_from_a_newer_program_is_refused() {
    both!(store => {
        store.alter(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             select 9999, 'from the future', success, checksum, 0 from _sqlx_migrations where version = 1",
        )
        .await;
        assert!(matches!(store.reopen().await, Err(Error::Migration(_))));
    });
}

#[test]
fn a_file_opened_again_holds_what_was_kept() {
    both!(store => {
        store.alter("insert into region (code, name, kind) values ('65', 'Kalimantan Utara', 'province')").await;
        let again = store.reopen().await.unwrap();
        let mut conn = again.look_up().await.unwrap();
        let regions: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from region").fetch_one(c).await).unwrap();
        assert_eq!(regions, 1);
    });
}

#[test]
fn a_reading_connection_can_write_nothing() {
    both!(store => {
        let mut conn = store.look_up().await.unwrap();
        let refused = on!(&mut conn, c => sqlx::raw_sql("delete from region").execute(c).await.map(drop));
        assert!(refused.is_err());
    });
}
