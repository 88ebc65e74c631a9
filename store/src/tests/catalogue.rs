//! The schema is written twice; these say that it is one.

use std::collections::BTreeSet;

use super::Archive;

/// `table.column type null` of every column, with PostgreSQL's types as SQLite's.
fn columns(archive: &Archive) -> impl Future<Output = BTreeSet<String>> {
    let sql = if archive.is_postgres() {
        "select cast(table_name as text), cast(column_name as text), is_nullable = 'YES',
            case data_type when 'uuid' then 'blob' when 'bytea' then 'blob' when 'bigint' then 'integer'
                when 'boolean' then 'integer' when 'jsonb' then 'text' when 'double precision' then 'real'
                else cast(data_type as text) end
         from information_schema.columns where table_schema = 'public'"
    } else {
        "select t.name, c.name, c.\"notnull\" = 0, lower(c.type)
         from pragma_table_list t join pragma_table_info(t.name) c
         where t.schema = 'main' and t.type in ('table', 'virtual') and t.name not like 'sqlite_%'"
    };
    named(archive, sql)
}

/// `index table is_unique` of every index that a migration names.
fn indexes(archive: &Archive) -> impl Future<Output = BTreeSet<String>> {
    let sql = if archive.is_postgres() {
        "select cast(i.relname as text), cast(t.relname as text), x.indisunique, ''
         from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = 'public' and not exists (select 1 from pg_constraint k where k.conindid = i.oid)"
    } else {
        "select i.name, t.name, i.\"unique\", '' from pragma_table_list t join pragma_index_list(t.name) i
         where t.schema = 'main' and i.origin = 'c'"
    };
    named(archive, sql)
}

async fn named(archive: &Archive, sql: &'static str) -> BTreeSet<String> {
    let mut conn = archive.look_up().await.unwrap();
    let rows: Vec<(String, String, bool, String)> =
        on!(&mut conn, c => sqlx::query_as(sql).fetch_all(c).await).unwrap();
    rows.into_iter()
        .filter(|(table, ..)| table != "_sqlx_migrations")
        .map(|(first, second, is_so, kind)| format!("{first} {second} {is_so} {kind}"))
        .collect()
}

/// What one has and the other lacks.
fn differences(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<String> {
    sqlite.symmetric_difference(postgres).cloned().collect()
}

#[test]
fn both_catalogues_hold_the_same_columns_and_indexes() {
    super::run("both", async {
        let (sqlite, postgres) = (Archive::on_sqlite().await, Archive::on_postgres(1).await);
        assert_eq!(
            differences(&columns(&sqlite).await, &columns(&postgres).await),
            Vec::<String>::new()
        );
        assert_eq!(
            differences(&indexes(&sqlite).await, &indexes(&postgres).await),
            Vec::<String>::new()
        );
        assert!(columns(&sqlite).await.len() > 50, "the catalogue was not read");
    });
}
