//! Citizens' accounts on both databases: a link once, a session until it ends, and reports for their account alone.

use domain::deed::Deed;
use domain::permit::{Actor, Role, Scope};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

const OWN: AccountHash = [1; 32];
const OTHER: AccountHash = [2; 32];
const TOKEN: TokenHash = [7; 32];

fn link(number: u128, account: AccountHash) -> Ask {
    Ask {
        id: Uuid::from_u128(number),
        account,
        address: text("kanari@contoh.id"),
        lang: Lang::Id,
        ends_at: at(1),
    }
}

async fn asked(store: &Archive, asked: Ask) -> bool {
    store
        .keep(async move |tx: &mut Tx| ask(tx, &asked, at(-24), at(0), 2).await)
        .await
}

async fn put(store: &Archive, account: AccountHash, key: CaseKey, hour: i64) {
    store
        .keep(async move |tx: &mut Tx| keep(tx, &account, key, at(hour)).await)
        .await;
}

async fn listed(store: &Archive, account: AccountHash) -> Vec<CaseKey> {
    let mut conn = store.read_account(&account).await.unwrap();
    let rows = page(&mut conn, &account, Place::FIRST, 10).await.unwrap();
    rows.into_iter().map(|(key, _)| key).collect()
}

async fn found(store: &Archive, account: AccountHash, number: u8) -> Option<CaseKey> {
    let mut conn = store.read_account(&account).await.unwrap();
    find(&mut conn, &account, &code(number)).await.unwrap()
}

#[test]
fn a_link_is_used_once_and_until_it_ends_and_its_address_goes_with_it() {
    both!(store => {
        for number in [1, 2] {
            assert!(asked(&store, link(number, OWN)).await);
        }
        let id = Uuid::from_u128;
        let used = store.keep(async move |tx: &mut Tx| {
            assert_eq!(send(tx, id(1), at(0)).await?, Some(link(1, OWN)));
            assert_eq!(waiting(tx, id(1), at(0)).await?, Some(link(1, OWN)));
            let mut used = Vec::new();
            for (number, hour) in [(1, 0), (1, 0), (2, 1), (3, 0)] {
                used.push(use_ask(tx, id(number), at(hour)).await?);
            }
            assert_eq!(send(tx, id(1), at(0)).await?, None);
            assert_eq!(waiting(tx, id(2), at(1)).await?, None);
            sweep(tx, at(1), at(0), at(-24)).await?;
            let left: Vec<Option<String>> =
                on!(tx, c => sqlx::query_scalar("select address from citizen_ask").fetch_all(c).await)?;
            assert_eq!(left, [None, None]);
            sweep(tx, at(24), at(23), at(0)).await?;
            let left: i64 = on!(tx, c => sqlx::query_scalar("select count(*) from citizen_ask").fetch_one(c).await)?;
            assert_eq!(left, 0);
            Ok(used)
        }).await;
        assert_eq!(used, [true, false, false, false]);
    });
}

#[test]
fn an_account_has_so_many_links_a_day_and_others_keep_theirs() {
    both!(store => {
        let mut kept = Vec::new();
        for (number, account) in [(1, OWN), (2, OWN), (3, OWN), (4, OTHER)] {
            kept.push(asked(&store, link(number, account)).await);
        }
        assert_eq!(kept, [true, true, false, true]);
    });
}

#[test]
fn a_session_belongs_to_its_account_until_it_ends() {
    both!(store => {
        let ended: TokenHash = [8; 32];
        store.keep(async move |tx: &mut Tx| {
            open(tx, &TOKEN, &OWN, at(0), at(5)).await?;
            open(tx, &ended, &OWN, at(0), at(5)).await
        }).await;
        let whose = async |token: TokenHash, hour| {
            session(&mut store.look_up().await.unwrap(), &token, at(hour)).await.unwrap()
        };
        assert_eq!(whose(TOKEN, 4).await, Some(OWN));
        assert_eq!(whose(TOKEN, 5).await, None);
        assert_eq!(whose([9; 32], 0).await, None);
        store.keep(async move |tx: &mut Tx| close(tx, &ended).await).await;
        assert_eq!(whose(ended, 1).await, None);
        store.keep(async move |tx: &mut Tx| sweep(tx, at(5), at(-24), at(-24)).await).await;
        assert_eq!(store.count("select count(*) from citizen_session").await, 0);
    });
}

#[test]
fn an_account_lists_its_own_reports_latest_first_and_page_by_page() {
    both!(store => {
        with_desks(&store).await;
        let mut keys = Vec::new();
        for (number, hour) in [(1, 5), (2, 9), (3, 7)] {
            let key = at_work(&store, number).await.key;
            put(&store, OWN, key, hour).await;
            put(&store, OWN, key, hour).await;
            keys.push(key);
        }
        assert_eq!(listed(&store, OWN).await, [keys[1], keys[2], keys[0]]);
        assert_eq!(listed(&store, OTHER).await, []);
        let mut conn = store.read_account(&OWN).await.unwrap();
        let first = page(&mut conn, &OWN, Place::FIRST, 2).await.unwrap();
        let second = page(&mut conn, &OWN, first[1].1, 2).await.unwrap();
        assert_eq!((first.len(), second.iter().map(|(key, _)| *key).collect::<Vec<_>>()), (2, vec![keys[0]]));
    });
}

#[test]
fn a_report_is_found_by_its_code_in_its_own_account_only() {
    both!(store => {
        with_desks(&store).await;
        let key = at_work(&store, 1).await.key;
        store.keep(async move |tx: &mut Tx| crate::receipt::claim(tx, &code(1), key, &[1; 32]).await).await;
        put(&store, OWN, key, 0).await;
        assert_eq!(found(&store, OWN, 1).await, Some(key));
        assert_eq!(found(&store, OTHER, 1).await, None);
        assert_eq!(found(&store, OWN, 2).await, None);
        store.keep(async move |tx: &mut Tx| remove(tx, &OTHER, key).await).await;
        assert_eq!(found(&store, OWN, 1).await, Some(key), "nobody takes it out of another's account");
        store.keep(async move |tx: &mut Tx| remove(tx, &OWN, key).await).await;
        assert_eq!(found(&store, OWN, 1).await, None);
    });
}

#[test]
fn a_report_leaves_every_account_at_once_and_an_account_is_forgotten_without_its_reports() {
    both!(store => {
        with_desks(&store).await;
        let (one, two) = (at_work(&store, 1).await.key, at_work(&store, 2).await.key);
        for account in [OWN, OTHER] {
            put(&store, account, one, 0).await;
            put(&store, account, two, 1).await;
        }
        store.keep(async move |tx: &mut Tx| remove_all(tx, one).await).await;
        assert_eq!((listed(&store, OWN).await, listed(&store, OTHER).await), (vec![two], vec![two]));
        asked(&store, link(1, OWN)).await;
        store.keep(async move |tx: &mut Tx| {
            open(tx, &TOKEN, &OWN, at(0), at(5)).await?;
            forget(tx, &OWN).await
        }).await;
        assert_eq!((listed(&store, OWN).await, listed(&store, OTHER).await), (vec![], vec![two]));
        assert_eq!(session(&mut store.look_up().await.unwrap(), &TOKEN, at(1)).await.unwrap(), None);
        let scope = Scope::Reporter(two);
        let case = crate::case::find(&mut store.read(scope).await.unwrap(), scope, two).await.unwrap();
        assert!(case.is_some());
    });
}

#[test]
fn what_tells_who_reported_leaves_with_name_and_contact() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        put(&store, OWN, case.key, 0).await;
        let case = done(&store, &case, &officer(A, Role::Handler), at(2), answering()).await;
        let case = done(&store, &case, &Actor::Reporter, at(3), Deed::Confirm).await;
        let case = done(&store, &case, &Actor::Reporter, at(4), Deed::AskErasure).await;
        assert_eq!(listed(&store, OWN).await, [case.key]);
        done(&store, &case, &officer(A, Role::LiaisonOfficer), at(5), Deed::EraseIdentity).await;
        assert_eq!(listed(&store, OWN).await, []);
    });
}

#[test]
fn a_desk_another_case_and_another_account_see_no_row_even_without_a_where() {
    crate::tests::run("PostgreSQL", async {
        let store = Archive::on_postgres(4).await;
        with_desks(&store).await;
        let (case, other) = (at_work(&store, 1).await, at_work(&store, 2).await);
        put(&store, OWN, case.key, 0).await;
        asked(&store, link(1, OWN)).await;
        let count = async |conn: &mut Conn, sql: &'static str| -> i64 {
            on!(conn, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
        };
        let (cases, asks) = ("select count(*) from citizen_case", "select count(*) from citizen_ask");
        for (scope, seen) in [
            (Scope::Reporter(case.key), 1),
            (Scope::Reporter(other.key), 0),
            (Scope::Agency(A), 0),
            (Scope::Agency(PROVINCE), 0),
        ] {
            let mut conn = store.read(scope).await.unwrap();
            assert_eq!(count(&mut conn, cases).await, seen, "{scope:?}");
        }
        for (account, seen) in [(OWN, 1), (OTHER, 0)] {
            let mut conn = store.read_account(&account).await.unwrap();
            assert_eq!(count(&mut conn, cases).await, seen);
            assert_eq!(count(&mut conn, asks).await, 0, "no reader sees an address");
        }
        for mut conn in [
            store.look_up().await.unwrap(),
            store.read(Scope::Agency(A)).await.unwrap(),
        ] {
            assert_eq!(count(&mut conn, asks).await, 0);
        }
    });
}
