//! Who may look: exactly those with a seat, and for the accused the case does not exist.

use domain::case::seat::Seat;
use domain::deed::Deed;
use domain::permit::Actor;

use super::*;
use crate::column::UNLIMITED_MS;

/// A seat as it is kept: agency, capacity, queue, rank, due, until.
type Kept = (uuid::Uuid, String, String, i64, i64, i64);

/// Every seat of a case as it is kept.
pub(super) async fn kept(store: &Archive, key: CaseKey) -> Vec<Kept> {
    let mut conn = store.read(Scope::Reporter(key)).await.unwrap();
    let sql = "select agency_id, capacity, queue, rank, due_at_ms, until_ms from seat
               where home_id = $1 and case_id = $2 order by agency_id";
    on!(&mut conn, c => sqlx::query_as(sql)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)
    .unwrap()
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "it is mapped over seats that nobody else needs"
)]
pub(super) fn as_kept(seat: Seat) -> Kept {
    let ms = |at: Option<domain::time::Timestamp>| at.map_or(UNLIMITED_MS, domain::time::Timestamp::as_ms);
    (
        seat.agency.uuid(),
        seat.capacity.as_str().to_owned(),
        seat.queue.as_str().to_owned(),
        seat.rank,
        ms(seat.due_at),
        ms(seat.until),
    )
}

async fn keep_with_seats(store: &Archive, change: domain::case::change::Change) -> Case {
    let case = written(store, change).await;
    let expected: Vec<_> = case.seats(&BOOK.desks).into_iter().map(as_kept).collect();
    assert_eq!(kept(store, case.key).await, expected);
    case
}

async fn who_sees(store: &Archive, case: &Case) -> Vec<AgencyId> {
    let mut who = Vec::new();
    for desk in DESKS {
        let scope = Scope::Agency(desk);
        let by_key = seen(store, scope, case.key).await;
        let mut conn = store.read(scope).await.unwrap();
        let by_code = find_by_code(&mut conn, scope, &case.code).await.unwrap();
        assert_eq!(by_key, by_code);
        if let Some(found) = by_key {
            assert_eq!(&found, case);
            who.push(desk);
        }
    }
    who
}

#[test]
fn seats_follow_the_case_and_nobody_else_sees_it() {
    both!(store => {
        with_desks(&store).await;
        let case = keep_with_seats(&store, filed(asked(), 1, at(0))).await;
        assert_eq!(who_sees(&store, &case).await, [PROVINCE, A]);
        let case = keep_with_seats(&store, act(&case, &admin(A), at(1), Deed::Verify)).await;
        let case = keep_with_seats(&store, act(&case, &admin(A), at(2), offering(B))).await;
        assert_eq!(who_sees(&store, &case).await, [PROVINCE, A, B]);
        let case = keep_with_seats(&store, act(&case, &admin(A), at(3), Deed::TakeBack)).await;
        assert_eq!(who_sees(&store, &case).await, [PROVINCE, A]);
        let case = keep_with_seats(&store, act(&case, &admin(A), at(4), offering(C))).await;
        let case = keep_with_seats(&store, act(&case, &admin(C), at(5), Deed::Accept)).await;
        assert_eq!(who_sees(&store, &case).await, [PROVINCE, A, C]);
    });
}

#[test]
fn for_the_accused_the_case_does_not_exist() {
    both!(store => {
        with_desks(&store).await;
        let case = written(&store, filed(asked(), 1, at(0))).await;
        let flag = Deed::Flag { accused: vec![A], reason: text("Petugas meminta uang.") };
        let case = keep_with_seats(&store, act(&case, &admin(PROVINCE), at(1), flag)).await;
        assert_eq!(who_sees(&store, &case).await, [INSPECTORATE]);
        let scope = Scope::Agency(A);
        let mut conn = store.read(scope).await.unwrap();
        assert_eq!(crate::event::history(&mut conn, scope, case.key).await.unwrap(), []);
        assert_eq!(crate::message::all(&mut conn, scope, case.key).await.unwrap(), []);
        for queue in domain::case::seat::Queue::ALL {
            let count = crate::queue::count(&mut conn, scope, *queue, None, at(9)).await.unwrap();
            assert_eq!(count, crate::queue::Count::default());
        }
    });
}

#[test]
fn a_reporter_sees_the_case_of_the_receipt_and_no_other() {
    both!(store => {
        with_desks(&store).await;
        let first = written(&store, filed(asked(), 1, at(0))).await;
        let second = written(&store, filed(asked(), 2, at(0))).await;
        assert_eq!(seen(&store, Scope::Reporter(first.key), second.key).await, None);
        assert_eq!(seen(&store, Scope::Figures, first.key).await, None);
        let own = Scope::Reporter(first.key);
        let mut conn = store.read(own).await.unwrap();
        assert_eq!(find_by_code(&mut conn, own, &second.code).await.unwrap(), None);
        assert_eq!(find_by_code(&mut conn, own, &first.code).await.unwrap(), Some(first));
    });
}

#[test]
fn a_change_of_a_case_that_changed_meanwhile_is_stale_and_leaves_nothing() {
    both!(store => {
        with_desks(&store).await;
        let case = written(&store, filed(asked(), 1, at(0))).await;
        let late = act(&case, &Actor::Reporter, at(2), Deed::Withdraw);
        let case = written(&store, act(&case, &admin(A), at(1), Deed::Verify)).await;
        let refused = store.write(async move |tx: &mut Tx| apply(tx, &BOOK.desks, &late).await).await;
        assert!(matches!(refused, Err(Error::Stale)));
        assert_eq!(seen(&store, Scope::Agency(A), case.key).await, Some(case.clone()));
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(crate::chain::head(&mut conn, A).await.unwrap().unwrap().seq, 2);
    });
}

/// Rows of one case in each table that holds what belongs to it, as PostgreSQL shows them without a word in `where`.
async fn rows_shown(store: &Archive, scope: Scope) -> Option<Vec<(&'static str, i64)>> {
    let tables = [
        ("cases", "select count(*) from cases"),
        ("clock", "select count(*) from clock"),
        ("interval", "select count(*) from interval"),
        ("accused", "select count(*) from accused"),
        ("former", "select count(*) from former"),
        ("message", "select count(*) from message"),
        ("event", "select count(*) from event"),
        ("identity", "select count(*) from identity"),
        ("seat", "select count(*) from seat"),
    ];
    let mut conn = store.read(scope).await.unwrap();
    if matches!(conn, Conn::Sqlite(_)) {
        return None;
    }
    let mut shown = Vec::new();
    for (table, sql) in tables {
        let rows: i64 = on!(&mut conn, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap();
        shown.push((table, rows));
    }
    Some(shown)
}

#[test]
fn postgresql_itself_shows_no_row_of_a_case_without_a_seat_or_to_the_accused() {
    both!(store => {
        with_desks(&store).await;
        let case = written(&store, filed(asked(), 1, at(0))).await;
        let case = done(&store, &case, &admin(A), at(1), noting("Berkas lengkap.")).await;
        let flag = Deed::Flag { accused: vec![A], reason: text("Petugas meminta uang.") };
        done(&store, &case, &admin(PROVINCE), at(2), flag).await;
        for desk in [A, B, PROVINCE, STRANGER] {
            if let Some(shown) = rows_shown(&store, Scope::Agency(desk)).await {
                assert!(shown.iter().all(|(_, rows)| *rows == 0), "{shown:?}");
            }
        }
        if let Some(shown) = rows_shown(&store, Scope::Agency(INSPECTORATE)).await {
            let hidden: Vec<_> = shown.iter().filter(|(_, rows)| *rows == 0).map(|(table, _)| *table).collect();
            assert_eq!(hidden, ["identity"], "an identity is shown once its opening is logged");
        }
    });
}
