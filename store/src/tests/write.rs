//! The one way to write, under callers that go away and neighbours that fail.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use super::{Archive, both};
use crate::{Conn, Db, Error, Tx};

/// Polls `work` a few times and then drops it, as a server does when a phone disconnects.
pub(super) async fn poll_then_drop<T>(work: impl Future<Output = T>, polls: u32) {
    let mut work = pin!(work);
    for _ in 0..polls {
        let is_done = poll_fn(|cx| Poll::Ready(work.as_mut().poll(cx).is_ready())).await;
        if is_done {
            return;
        }
        tokio::task::yield_now().await;
    }
}

/// A table of rows and the number of them, which every work keeps together.
async fn with_tally(archive: &Archive) {
    let integer = if archive.is_postgres() { "bigint" } else { "integer" };
    archive
        .alter(&format!("create table entry (number {integer} not null primary key)"))
        .await;
    archive
        .alter(&format!("create table tally (entries {integer} not null)"))
        .await;
    archive.alter("insert into tally values (0)").await;
}

/// Adds one row and counts it.
async fn add(tx: &mut Tx, number: i64) -> Result<(), Error> {
    on!(tx, c => sqlx::query("insert into entry (number) values ($1)").bind(number).execute(c).await.map(drop))?;
    on!(tx, c => sqlx::query("update tally set entries = entries + 1").execute(c).await.map(drop))?;
    Ok(())
}

/// Takes every connection at once; each must be outside a transaction and able to read.
async fn every_connection_is_free(archive: &Archive) {
    let mut held = Vec::new();
    match &archive.db {
        Db::Sqlite { read, write } => {
            for _ in 0..read.options().get_max_connections() {
                held.push(Conn::Sqlite(read.acquire().await.unwrap()));
            }
            held.push(Conn::Sqlite(write.acquire().await.unwrap()));
        }
        Db::Postgres(pool) => {
            for _ in 0..pool.options().get_max_connections() {
                held.push(Conn::Postgres(pool.acquire().await.unwrap()));
            }
            let stuck = "select count(*) from pg_stat_activity
                         where datname = current_database() and state like 'idle in transaction%'";
            let Some(conn) = held.first_mut() else {
                panic!("the pool is empty")
            };
            let in_transaction: i64 = on!(conn, c => sqlx::query_scalar(stuck).fetch_one(c).await).unwrap();
            assert_eq!(in_transaction, 0);
        }
    }
    for conn in &mut held {
        on!(conn, c => sqlx::raw_sql("select 1").execute(c).await.map(drop)).unwrap();
        // A connection inside a transaction refuses to begin one (SQLite), or warns; there it was counted above.
        on!(conn, c => sqlx::raw_sql("begin; rollback").execute(c).await.map(drop)).unwrap();
    }
}

#[test]
fn a_thousand_callers_that_go_away_leave_every_connection_healthy() {
    both!(store => {
        with_tally(&store).await;
        for number in 0..1_000 {
            let polls = u32::try_from(number % 5).unwrap() + 1;
            poll_then_drop(store.write(async move |tx: &mut Tx| add(tx, number).await), polls).await;
        }
        every_connection_is_free(&store).await;
        for number in 1_000..1_050 {
            store.write(async move |tx: &mut Tx| add(tx, number).await).await.unwrap();
        }
        assert_eq!(store.count("select count(*) from entry where number >= 1000").await, 50);
        assert_eq!(store.count("select count(*) from entry").await, store.count("select entries from tally").await);
    });
}

#[test]
fn a_transaction_dropped_while_it_begins_is_closed() {
    both!(store => {
        with_tally(&store).await;
        for polls in (1..=5).cycle().take(200) {
            poll_then_drop(Tx::begin(&store.db, &store.news), polls).await;
        }
        every_connection_is_free(&store).await;
        store.write(async move |tx: &mut Tx| add(tx, 1).await).await.unwrap();
        assert_eq!(store.count("select entries from tally").await, 1);
    });
}

/// What a work of the neighbours' test does in the end.
fn ending(number: i64) -> Result<(), Error> {
    match number % 4 {
        1 => Err(Error::Stale),
        2 => panic!("a work that panics, on purpose"),
        _ => Ok(()),
    }
}

#[test]
fn a_work_that_fails_panics_or_breaks_a_constraint_takes_no_neighbour_along() {
    both!(store => {
        with_tally(&store).await;
        store.write(async move |tx: &mut Tx| add(tx, -1).await).await.unwrap();
        let works: Vec<_> = (0..120)
            .map(|number: i64| {
                let store = store.store.clone();
                tokio::spawn(async move {
                    store.write(async move |tx: &mut Tx| {
                        add(tx, number).await?;
                        if number % 4 == 3 {
                            add(tx, -1).await?;
                        }
                        ending(number)
                    }).await
                })
            })
            .collect();
        let mut kept = 0;
        for work in works {
            kept += i64::from(work.await.unwrap().is_ok());
        }
        assert_eq!(kept, 30);
        assert_eq!(store.count("select count(*) from entry").await, 31);
        assert_eq!(store.count("select entries from tally").await, 31);
    });
}

#[test]
fn a_stale_write_leaves_nothing_behind() {
    both!(store => {
        with_tally(&store).await;
        let refused = store.write(async move |tx: &mut Tx| {
            add(tx, 1).await?;
            Err::<(), _>(Error::Stale)
        }).await;
        assert!(matches!(refused, Err(Error::Stale)));
        assert_eq!(store.count("select entries from tally").await, 0);
    });
}

#[test]
fn a_work_that_hides_a_failed_statement_is_never_told_kept_when_it_was_not() {
    both!(store => {
        with_tally(&store).await;
        let answer = store.write(async move |tx: &mut Tx| {
            add(tx, 1).await?;
            let _hidden = add(tx, 1).await;
            Ok::<_, Error>(())
        }).await;
        let kept = store.count("select count(*) from entry").await;
        assert_eq!(answer.is_ok(), kept == 1);
    });
}
