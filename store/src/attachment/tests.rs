//! Files of cases, on both databases: who takes part reads them, and what is for one desk no other desk reads.

use domain::chain::Hash;
use domain::deed::Deed;
use domain::file::SentFile;
use domain::kind::Visibility;
use domain::permit::Actor;

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

fn file(number: u8, is_for_province: bool, state: FileState) -> SentFile {
    SentFile {
        file: File {
            id: FileId(Uuid::from_u128(u128::from(number))),
            kind: FileKind::Jpeg,
            name: text("IMG_0001.jpg"),
            bytes: 12,
            hash: Hash::from_bytes([number; 32]),
            stored: format!("file-{number}"),
            state,
        },
        is_for_province,
    }
}

/// A case of an anonymous reporter, at work at [`A`], with a file for all who read it and one for the province desk.
async fn with_files(store: &Archive) -> CaseKey {
    with_desks(store).await;
    let mut new = asked();
    new.visibility = Visibility::Anonymous;
    let sent = vec![file(1, false, FileState::Clean), file(2, true, FileState::Clean)];
    let filing = filed(new, 1, at(0)).with_files(sent, &BOOK.desks).unwrap();
    let case = written(store, filing).await;
    let case = done(store, &case, &admin(A), at(1), Deed::Verify).await;
    let reply = act(
        &case,
        &Actor::Reporter,
        at(2),
        Deed::Supply {
            text: text("Ini fotonya."),
        },
    );
    let reply = reply
        .with_files(vec![file(3, false, FileState::Clean)], &BOOK.desks)
        .unwrap();
    written(store, reply).await.key
}

async fn ids(store: &Archive, scope: Scope, key: CaseKey) -> Vec<u128> {
    let mut conn = store.read(scope).await.unwrap();
    let mut found: Vec<Attachment> = of_report(&mut conn, scope, key).await.unwrap();
    for message in crate::message::all(&mut conn, scope, key).await.unwrap() {
        found.extend(message.files);
    }
    for sent in &found {
        let again = find(&mut conn, scope, key, sent.file.id).await.unwrap();
        assert_eq!(again.as_ref(), Some(sent));
    }
    found.into_iter().map(|sent| sent.file.id.uuid().as_u128()).collect()
}

#[test]
fn a_file_is_read_by_who_reads_the_case_and_one_for_few_by_the_province_desk() {
    both!(store => {
        let key = with_files(&store).await;
        assert_eq!(ids(&store, Scope::Reporter(key), key).await, [1, 2, 3]);
        assert_eq!(ids(&store, Scope::Agency(A), key).await, [1, 3]);
        assert_eq!(ids(&store, Scope::Agency(PROVINCE), key).await, [1, 2, 3]);
        for other in [B, C, STRANGER, INSPECTORATE] {
            assert!(ids(&store, Scope::Agency(other), key).await.is_empty());
        }
        assert!(ids(&store, Scope::Figures, key).await.is_empty());
    });
}

#[test]
fn the_database_itself_shows_a_file_for_few_to_no_other_desk() {
    both!(store => {
        let key = with_files(&store).await;
        if !store.is_postgres() {
            return;
        }
        for (desk, seen) in [(A, 2), (PROVINCE, 3), (B, 0)] {
            let mut conn = store.read(Scope::Agency(desk)).await.unwrap();
            let all = "select count(*) from attachment";
            let count: i64 = on!(&mut conn, c => sqlx::query_scalar(all).fetch_one(c).await).unwrap();
            assert_eq!(count, seen, "{desk:?} of {key:?}");
        }
    });
}

#[test]
fn an_offered_desk_reads_files_and_a_former_holder_none() {
    both!(store => {
        let key = with_files(&store).await;
        let mut conn = store.read(Scope::Reporter(key)).await.unwrap();
        let case = crate::case::find(&mut conn, Scope::Reporter(key), key).await.unwrap().unwrap();
        drop(conn);
        let case = done(&store, &case, &admin(A), at(3), offering(B)).await;
        assert_eq!(ids(&store, Scope::Agency(B), key).await, [1, 3]);
        done(&store, &case, &admin(B), at(4), Deed::Accept).await;
        assert_eq!(ids(&store, Scope::Agency(B), key).await, [1, 3]);
        assert!(ids(&store, Scope::Agency(A), key).await.is_empty());
    });
}

#[test]
fn files_of_another_case_are_not_there() {
    both!(store => {
        let key = with_files(&store).await;
        let other = at_work(&store, 2).await;
        let mut conn = store.read(Scope::Reporter(other.key)).await.unwrap();
        let own = Scope::Reporter(other.key);
        assert_eq!(find(&mut conn, own, other.key, FileId(Uuid::from_u128(1))).await.unwrap(), None);
        assert!(of_report(&mut conn, own, key).await.unwrap().is_empty());
    });
}

#[test]
fn a_file_in_quarantine_waits_until_it_is_judged() {
    both!(store => {
        with_desks(&store).await;
        let sent = vec![file(9, false, FileState::Quarantined)];
        let case = written(&store, filed(asked(), 1, at(0)).with_files(sent, &BOOK.desks).unwrap()).await;
        let mut conn = store.look_up().await.unwrap();
        let waiting = quarantined(&mut conn, FileId(Uuid::nil()), 10).await.unwrap();
        assert_eq!(waiting.iter().map(|file| file.case).collect::<Vec<_>>(), [case.key]);
        assert!(quarantined(&mut conn, waiting[0].id, 10).await.unwrap().is_empty());
        drop(conn);
        let judged = waiting[0].clone();
        store.keep(async move |tx: &mut Tx| judge(tx, &judged, FileState::Infected).await).await;
        let mut conn = store.read(Scope::Reporter(case.key)).await.unwrap();
        let found = of_report(&mut conn, Scope::Reporter(case.key), case.key).await.unwrap();
        assert_eq!(found[0].file.state, FileState::Infected);
        drop(conn);
        let mut conn = store.look_up().await.unwrap();
        assert!(quarantined(&mut conn, FileId(Uuid::nil()), 10).await.unwrap().is_empty());
    });
}
