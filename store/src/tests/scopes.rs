//! PostgreSQL's second barrier: rows are there only for the agency that looks, and the case that is written.

use domain::id::{AgencyId, CaseId, CaseKey};
use domain::permit::Scope;
use uuid::Uuid;

use super::{Archive, run};
use crate::{Conn, Error, Tx};

const A: AgencyId = AgencyId(Uuid::from_u128(0xa));
const B: AgencyId = AgencyId(Uuid::from_u128(0xb));

/// A table that stands for every table of cases: a row for each of two agencies, each at home at its own.
async fn with_probe(connections_max: u32) -> Archive {
    let archive = Archive::on_postgres(connections_max).await;
    archive
        .alter(
            "create table probe (agency_id uuid not null, case_id uuid not null, body text not null);
             alter table probe enable row level security;
             create policy seen on probe for select to sinergi_reader using (agency_id = app_scope());
             create policy written on probe to sinergi_writer
                 using ((agency_id, case_id) = (app_home_id(), app_case_id()));
             insert into probe values ('00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-000000000001', 'a'),
                                      ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-000000000002', 'b')",
        )
        .await;
    archive
}

async fn seen(conn: &mut Conn) -> Vec<String> {
    on!(conn, c => sqlx::query_scalar("select body from probe order by body").fetch_all(c).await).unwrap()
}

fn case(home: AgencyId, number: u128) -> CaseKey {
    CaseKey {
        home,
        id: CaseId(Uuid::from_u128(number)),
    }
}

#[test]
fn one_connection_taken_through_two_scopes_leaks_nothing() {
    run("PostgreSQL", async {
        let archive = with_probe(1).await;
        for _ in 0..20 {
            assert_eq!(seen(&mut archive.read(Scope::Agency(A)).await.unwrap()).await, ["a"]);
            assert_eq!(seen(&mut archive.read(Scope::Agency(B)).await.unwrap()).await, ["b"]);
            assert!(seen(&mut archive.look_up().await.unwrap()).await.is_empty());
        }
    });
}

#[test]
fn a_reader_that_goes_away_takes_its_scope_along() {
    run("PostgreSQL", async {
        let archive = with_probe(1).await;
        for polls in (1..=5).cycle().take(250) {
            super::write::poll_then_drop(archive.read(Scope::Agency(A)), polls).await;
            assert!(seen(&mut archive.look_up().await.unwrap()).await.is_empty());
        }
        assert_eq!(seen(&mut archive.read(Scope::Agency(B)).await.unwrap()).await, ["b"]);
    });
}

#[test]
fn a_write_sees_as_its_scope_and_changes_only_the_case_it_names() {
    run("PostgreSQL", async {
        let archive = with_probe(1).await;
        let changed = archive
            .write(async move |tx: &mut Tx| {
                let unnamed = seen(tx).await;
                tx.see_as(Scope::Agency(A)).await?;
                let found = seen(tx).await;
                tx.name_case(case(A, 1)).await?;
                on!(tx, c => sqlx::query("update probe set body = 'changed'").execute(c).await.map(drop))?;
                Ok::<_, Error>((unnamed, found, seen(tx).await))
            })
            .await
            .unwrap();
        assert_eq!(changed, (vec![], vec!["a".to_owned()], vec!["changed".to_owned()]));
        assert_eq!(seen(&mut archive.read(Scope::Agency(B)).await.unwrap()).await, ["b"]);
        assert!(seen(&mut archive.look_up().await.unwrap()).await.is_empty());
    });
}

#[test]
fn a_write_that_names_another_home_touches_no_row() {
    run("PostgreSQL", async {
        let archive = with_probe(1).await;
        let kept = archive
            .write(async move |tx: &mut Tx| {
                tx.name_case(case(A, 2)).await?;
                Ok::<_, Error>(seen(tx).await)
            })
            .await
            .unwrap();
        assert!(kept.is_empty());
    });
}
