//! The proof of a statement: it prepares on both databases, alike, and reads no more than an index range.

use std::collections::BTreeMap;

use serde_json::Value;
use sqlx::types::Json;
use sqlx::{AssertSqlSafe, Either, Executor, PgConnection, SqlStr, SqliteConnection, Statement};

use super::{Archive, both, run};
use crate::dialect::Sql;
use crate::{Conn, Tx};

/// A statement by name, and why it may read a whole table, if it may.
pub(crate) type Named<'a> = (&'a str, Sql, &'a [&'a str]);

/// What a statement asks for and gives: the number of binds, the names of the columns.
type Shape = (usize, Vec<String>);

/// Proves each statement, or panics with everything that is wrong.
pub(crate) fn prove(statements: &[Named]) {
    let mut faults = Vec::new();
    let mut shapes: BTreeMap<&str, Shape> = BTreeMap::new();
    let mut keep = |name, shape: Shape| match shapes.insert(name, shape.clone()) {
        Some(other) if other != shape => vec![format!("{name}: {other:?} on SQLite, {shape:?} on PostgreSQL")],
        _ => Vec::new(),
    };
    run("SQLite", async {
        let archive = Archive::on_sqlite().await;
        for &(name, sql, scans) in statements {
            let (shape, found) = sqlite_faults(&archive, sql.sqlite).await;
            faults.extend(keep(name, shape));
            faults.extend(
                found
                    .into_iter()
                    .filter(|_| scans.is_empty())
                    .map(|fault| format!("{name}: SQLite: {fault}")),
            );
        }
    });
    run("PostgreSQL", async {
        let archive = Archive::on_postgres(2).await;
        for &(name, sql, scans) in statements {
            let (shape, found) = postgres_faults(&archive, sql.postgres).await;
            faults.extend(keep(name, shape));
            faults.extend(
                found
                    .into_iter()
                    .filter(|_| scans.is_empty())
                    .map(|fault| format!("{name}: PostgreSQL: {fault}")),
            );
        }
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The shape of a statement on SQLite, and the steps of its plan that do not seek.
async fn sqlite_faults(archive: &Archive, sql: &'static str) -> (Shape, Vec<String>) {
    let mut tx = Tx::begin(&archive.db, &archive.news).await.unwrap();
    let Conn::Sqlite(held) = &mut *tx else {
        panic!("not SQLite")
    };
    let conn: &mut SqliteConnection = held;
    let shape = shape(&conn.prepare(SqlStr::from_static(sql)).await.unwrap());
    let explain = AssertSqlSafe(format!("explain query plan {sql}"));
    let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(conn).await.unwrap();
    let is_fault = |step: &String| {
        let scans =
            step.contains("SCAN ") && !step.contains("VIRTUAL TABLE INDEX 0:M") && !step.contains("CONSTANT ROW");
        scans || step.contains("USE TEMP B-TREE")
    };
    (
        shape,
        steps.into_iter().map(|(.., step)| step).filter(is_fault).collect(),
    )
}

/// The shape of a statement on PostgreSQL, and the steps of its plan that do not seek, for each role that may run it.
async fn postgres_faults(archive: &Archive, sql: &'static str) -> (Shape, Vec<String>) {
    let changes = ["insert ", "update ", "delete "].iter().any(|word| sql.contains(word));
    let mut tx = Tx::begin(&archive.db, &archive.news).await.unwrap();
    let Conn::Postgres(held) = &mut *tx else {
        panic!("not PostgreSQL")
    };
    let conn: &mut PgConnection = held;
    let shape = shape(&(&mut *conn).prepare(SqlStr::from_static(sql)).await.unwrap());
    let mut faults = plan_faults(conn, sql, shape.0).await;
    if !changes {
        sqlx::raw_sql("set local role sinergi_reader")
            .execute(&mut *conn)
            .await
            .unwrap();
        faults.extend(plan_faults(conn, sql, shape.0).await);
    }
    (shape, faults)
}

fn shape<S: Statement>(statement: &S) -> Shape {
    let binds = match statement.parameters() {
        Some(Either::Left(types)) => types.len(),
        Some(Either::Right(number)) => number,
        None => 0,
    };
    (
        binds,
        statement
            .columns()
            .iter()
            .map(|column| sqlx::Column::name(column).to_owned())
            .collect(),
    )
}

/// The plan that serves every value of the binds, with scans and sorts priced out, so that empty tables tell.
async fn plan_faults(conn: &mut PgConnection, sql: &str, binds: usize) -> Vec<String> {
    let nulls = vec!["null"; binds].join(", ");
    let values = if binds == 0 {
        String::new()
    } else {
        format!("({nulls})")
    };
    let words = format!(
        "set local enable_seqscan = off; set local enable_sort = off;
         set local plan_cache_mode = force_generic_plan; prepare proof as {sql}"
    );
    sqlx::raw_sql(AssertSqlSafe(words)).execute(&mut *conn).await.unwrap();
    let explain = AssertSqlSafe(format!("explain (format json) execute proof{values}"));
    let Json(plan): Json<Value> = sqlx::query_scalar(explain)
        .persistent(false)
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    sqlx::raw_sql("deallocate proof").execute(&mut *conn).await.unwrap();

    let mut steps = Vec::new();
    collect(&plan[0]["Plan"], &mut steps);
    let mut faults = Vec::new();
    for step in steps {
        let kind = step["Node Type"].as_str().unwrap_or_default();
        if kind == "Seq Scan" || kind.ends_with("Sort") {
            faults.push(format!(
                "{kind} of {}",
                step["Relation Name"].as_str().unwrap_or("rows")
            ));
        }
        if let Some(index) = step["Index Name"].as_str() {
            let first = first_column(conn, index).await;
            let condition = step["Index Cond"].as_str().unwrap_or_default();
            let is_named = condition
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == first);
            if !is_named {
                faults.push(format!("{kind} reads all of {index}, condition \"{condition}\""));
            }
        }
    }
    faults
}

/// A step and all the steps below it.
fn collect<'a>(step: &'a Value, steps: &mut Vec<&'a Value>) {
    steps.push(step);
    for below in step["Plans"].as_array().into_iter().flatten() {
        collect(below, steps);
    }
}

async fn first_column(conn: &mut PgConnection, index: &str) -> String {
    let sql = "select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum = 1";
    sqlx::query_scalar(sql).bind(index).fetch_one(conn).await.unwrap()
}

/// What `prove` finds wrong with a statement on the database of `archive`.
async fn faults(archive: &Archive, sql: &'static str) -> Vec<String> {
    if archive.is_postgres() {
        postgres_faults(archive, sql).await.1
    } else {
        sqlite_faults(archive, sql).await.1
    }
}

#[test]
fn the_proof_fails_on_a_statement_that_reads_a_whole_table() {
    both!(store => {
        assert!(!faults(&store, "select code from agency where short_name = $1").await.is_empty());
        assert!(!faults(&store, "select code from agency where name > $1 order by name limit 10").await.is_empty());
        assert_eq!(faults(&store, "select name from agency where code = $1").await, Vec::<String>::new());
    });
}

#[test]
fn the_proof_fails_on_a_statement_that_skips_the_first_column_of_its_index() {
    both!(store => {
        // Only the second column of account_by_agency is given.
        assert!(!faults(&store, "select agency_id, name, id from account where name = $1").await.is_empty());
        assert!(!faults(&store, "select id from account order by agency_id, name, id limit 1").await.is_empty());
        assert_eq!(faults(&store, "select id from account where agency_id = $1").await, Vec::<String>::new());
    });
}
