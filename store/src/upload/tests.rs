//! Files on their way, on both databases.

use super::*;
use crate::tests::{at, both};

fn id(number: u128) -> FileId {
    FileId(Uuid::from_u128(number))
}

fn upload(stored: &str, received: u64) -> Upload {
    Upload {
        stored: stored.to_owned(),
        length: 10,
        received,
        whole: None,
    }
}

const WHOLE: Whole = Whole {
    kind: FileKind::Jpeg,
    bytes: 7,
    hash: Hash::from_bytes([3; 32]),
    state: FileState::Clean,
};

#[test]
fn a_piece_is_counted_once_and_only_where_the_last_one_ended() {
    both!(store => {
        let steps = store.keep(async move |tx: &mut Tx| {
            let first = begin(tx, id(1), &upload("a", 4), at(0)).await?;
            let again = begin(tx, id(1), &upload("b", 4), at(0)).await?;
            let next = advance(tx, id(1), 4, 8).await?;
            let repeated = advance(tx, id(1), 4, 8).await?;
            let unknown = advance(tx, id(2), 0, 4).await?;
            Ok((first, again, next, repeated, unknown))
        }).await;
        assert_eq!(steps, (true, false, true, false, false));
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(find(&mut conn, id(1)).await.unwrap(), Some(upload("a", 8)));
        assert!(stored::is_kept(&mut conn, "a").await.unwrap());
        assert!(!stored::is_kept(&mut conn, "b").await.unwrap());
    });
}

#[test]
fn a_file_is_taken_whole_and_once() {
    both!(store => {
        let taken = store.keep(async move |tx: &mut Tx| {
            begin(tx, id(1), &upload("a", 4), at(0)).await?;
            let too_early = take(tx, id(1)).await?;
            let finished = finish(tx, id(1), 4, &WHOLE).await?;
            let again = finish(tx, id(1), 4, &WHOLE).await?;
            let taken = take(tx, id(1)).await?;
            let twice = take(tx, id(1)).await?;
            Ok((too_early, finished, again, taken, twice))
        }).await;
        let whole = Upload { received: 10, whole: Some(WHOLE), ..upload("a", 0) };
        assert_eq!(taken, (None, true, false, Some(whole), None));
        let mut conn = store.look_up().await.unwrap();
        assert!(stored::is_kept(&mut conn, "a").await.unwrap(), "its bytes are still needed");
    });
}

#[test]
fn of_two_reports_that_name_one_file_at_once_one_gets_it() {
    both!(store => {
        store.keep(async move |tx: &mut Tx| {
            begin(tx, id(1), &upload("a", 0), at(0)).await?;
            finish(tx, id(1), 0, &WHOLE).await
        }).await;
        let takers: Vec<_> = (0..10).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.write(async move |tx: &mut Tx| take(tx, id(1)).await).await.unwrap() })
        }).collect();
        let mut got = 0;
        for taker in takers {
            got += usize::from(taker.await.unwrap().is_some());
        }
        assert_eq!(got, 1);
    });
}

#[test]
fn what_has_waited_too_long_is_found_and_forgotten_with_its_bytes() {
    both!(store => {
        store.keep(async move |tx: &mut Tx| {
            begin(tx, id(1), &upload("a", 4), at(0)).await?;
            begin(tx, id(2), &upload("b", 4), at(5)).await
        }).await;
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(old(&mut conn, at(5), 10).await.unwrap(), [id(1)]);
        drop(conn);
        let removed = store.keep(async move |tx: &mut Tx| {
            Ok((remove(tx, id(1)).await?, remove(tx, id(1)).await?))
        }).await;
        assert_eq!(removed, (Some("a".to_owned()), None));
        let mut conn = store.look_up().await.unwrap();
        assert!(!stored::is_kept(&mut conn, "a").await.unwrap());
        assert!(stored::is_kept(&mut conn, "b").await.unwrap());
    });
}
