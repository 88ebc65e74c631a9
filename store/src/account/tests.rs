//! Accounts, on both databases.

use super::*;
use crate::tests::{Archive, account, agency, both};

/// Two agencies, the second with the first one's code as its beginning, and an account at each.
async fn two_desks(store: &Archive) -> (Account, Account) {
    let (first, second) = (agency(1, "DKISP"), agency(2, "DKISP-A"));
    let (ours, theirs) = (account(11, &first), account(12, &second));
    let added = (ours.clone(), theirs.clone());
    store
        .keep(async move |tx: &mut Tx| {
            crate::agency::keep(tx, &first).await?;
            crate::agency::keep(tx, &second).await?;
            add(tx, &added.0, "hash of ours").await?;
            add(tx, &added.1, "hash of theirs").await
        })
        .await;
    (ours, theirs)
}

#[test]
fn an_account_comes_back_as_it_was_added_and_its_password_only_at_sign_in() {
    both!(store => {
        let (ours, _) = two_desks(&store).await;
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(find(&mut conn, ours.agency, ours.id).await.unwrap(), Some(ours.clone()));
        let sign_in = find_sign_in(&mut conn, &ours.sign_in_name).await.unwrap().unwrap();
        assert_eq!(sign_in, SignIn { account: ours, password_hash: "hash of ours".to_owned() });
    });
}

#[test]
fn an_account_of_another_agency_is_neither_found_nor_listed_nor_changed() {
    both!(store => {
        let (ours, theirs) = two_desks(&store).await;
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(find(&mut conn, ours.agency, theirs.id).await.unwrap(), None);
        assert_eq!(page(&mut conn, ours.agency, None).await.unwrap(), std::slice::from_ref(&ours));
        let moved = Account { agency: ours.agency, ..theirs.clone() };
        let refused = store.write(async move |tx: &mut Tx| change(tx, &moved).await).await;
        assert!(matches!(refused, Err(Error::Stale)));
        let (agency, id) = (ours.agency, theirs.id);
        let refused = store.write(async move |tx: &mut Tx| set_password(tx, agency, id, "x").await).await;
        assert!(matches!(refused, Err(Error::Stale)));
    });
}

#[test]
fn a_sign_in_name_is_taken_over_all_agencies() {
    both!(store => {
        let (ours, theirs) = two_desks(&store).await;
        let taken = Account { id: PersonId(Uuid::from_u128(99)), sign_in_name: ours.sign_in_name, ..theirs };
        assert!(!store.keep(async move |tx: &mut Tx| add(tx, &taken, "hash").await).await);
    });
}

#[test]
fn a_change_by_an_old_version_is_stale() {
    both!(store => {
        let (ours, _) = two_desks(&store).await;
        let changed = Account { is_active: false, role: Role::AgencyAdmin, ..ours };
        let first = changed.clone();
        assert_eq!(store.keep(async move |tx: &mut Tx| change(tx, &first).await).await, 2);
        let again = changed.clone();
        let refused = store.write(async move |tx: &mut Tx| change(tx, &again).await).await;
        assert!(matches!(refused, Err(Error::Stale)));
        let mut conn = store.look_up().await.unwrap();
        let kept = find(&mut conn, changed.agency, changed.id).await.unwrap();
        assert_eq!(kept, Some(Account { version: 2, ..changed }));
    });
}

#[test]
fn every_role_of_the_rule_book_can_be_kept() {
    both!(store => {
        let (ours, _) = two_desks(&store).await;
        for (number, &role) in (100..).zip(Role::ALL) {
            let one = Account {
                id: PersonId(Uuid::from_u128(number)),
                role,
                sign_in_name: role.as_str().to_owned(),
                ..ours.clone()
            };
            assert!(store.keep(async move |tx: &mut Tx| add(tx, &one, "hash").await).await);
        }
    });
}

#[test]
fn pages_by_name_hold_each_account_once() {
    both!(store => {
        let (ours, _) = two_desks(&store).await;
        let copies: Vec<_> = (0..2 * PAGE_ROWS_MAX).map(|number| Account {
            id: PersonId(Uuid::from_u128(1_000 + u128::try_from(number).unwrap())),
            name: format!("Petugas {}", number / 2),
            sign_in_name: format!("petugas{number}"),
            ..ours.clone()
        }).collect();
        store.keep(async move |tx: &mut Tx| {
            for copy in &copies { add(tx, copy, "hash").await?; }
            Ok(())
        }).await;
        let mut conn = store.look_up().await.unwrap();
        let mut seen: Vec<Account> = Vec::new();
        loop {
            let next = page(&mut conn, ours.agency, seen.last()).await.unwrap();
            if next.is_empty() { break; }
            seen.extend(next);
        }
        let mut ids: Vec<_> = seen.iter().map(|account| account.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((seen.len(), ids.len()), (101, 101));
    });
}
