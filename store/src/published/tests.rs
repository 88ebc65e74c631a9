use domain::case::Case;
use domain::case::change::Change;
use domain::deed::Deed;
use domain::id::FileId;
use domain::kind::Visibility;
use domain::permit::{Actor, Role, Scope};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

/// Publishes test case `number`, filed and verified before, `number` hours later than the first could be.
async fn published(store: &Archive, number: u8) -> Case {
    let mut new = asked();
    new.visibility = Visibility::Anonymous;
    let case = written(store, filed(new, number, at(0))).await;
    let case = written(store, act(&case, &admin(A), at(1), Deed::Verify)).await;
    let change = act(&case, &admin(A), at(2 + i64::from(number)), publishing());
    kept(store, change, &["izin", "usaha"]).await
}

/// Applies a change, with the stems of its text.
async fn kept(store: &Archive, change: Change, stems: &[&str]) -> Case {
    let stems: Vec<String> = stems.iter().map(|stem| (*stem).to_owned()).collect();
    let case = written(store, change).await;
    let code = case.code.clone();
    store
        .keep(async move |tx: &mut Tx| keep_stems(tx, &code, &stems).await)
        .await;
    case
}

async fn codes(store: &Archive, range: Range<'_>) -> Vec<TrackingCode> {
    let mut conn = store.look_up().await.unwrap();
    let rows = page(&mut conn, &range, None).await.unwrap();
    rows.into_iter().map(|row| row.code).collect()
}

#[test]
fn everybody_reads_what_was_published_and_nothing_else() {
    both!(store => {
        with_desks(&store).await;
        written(&store, filed(asked(), 9, at(0))).await;
        let case = published(&store, 1).await;
        let mut conn = store.look_up().await.unwrap();
        let row = find(&mut conn, &case.code).await.unwrap().unwrap();
        assert_eq!((row.title.as_str(), row.holder), ("Izin usaha terlambat dua bulan", A));
        assert_eq!((row.regency.as_str(), row.district.as_str()), ("65.01", "65.01.07"));
        assert_eq!(codes(&store, Range::All).await, std::slice::from_ref(&case.code));
        let whole = whole(&mut conn, &case.code).await.unwrap().unwrap();
        assert_eq!(whole.text, "Permohonan izin usaha sudah dua bulan tanpa kabar.");
        assert_eq!(whole.steps.len(), 1, "verified");
        assert_eq!(whole.response.map(|(by, ..)| by), Some(A));
        assert_eq!(find(&mut conn, &code(9)).await.unwrap(), None);
    });
}

#[test]
fn a_publication_is_read_back_with_its_case_and_follows_every_change() {
    both!(store => {
        with_desks(&store).await;
        let case = published(&store, 1).await;
        let seen = crate::case::find(&mut store.read(Scope::Agency(A)).await.unwrap(), Scope::Agency(A), case.key).await;
        assert_eq!(seen.unwrap().unwrap(), case);
        let case = written(&store, act(&case, &admin(A), at(9), answering())).await;
        let case = written(&store, act(&case, &Actor::Reporter, at(10), Deed::Confirm)).await;
        let mut conn = store.look_up().await.unwrap();
        let row = find(&mut conn, &case.code).await.unwrap().unwrap();
        assert_eq!((row.status, row.ended_at, row.due), (StatusCode::Resolved, Some(at(10)), None));
        assert_eq!(ended(&mut conn, 3).await.unwrap(), [row]);
        let steps = whole(&mut conn, &case.code).await.unwrap().unwrap().steps;
        let statuses: Vec<_> = steps.iter().map(|(status, ..)| *status).collect();
        assert_eq!(statuses, [StatusCode::Resolved, StatusCode::Responded, StatusCode::Dispatched]);
        assert_eq!(counts(&mut conn, A, at(0).wita_date()).await.unwrap(), (0, 0, 1));
    });
}

#[test]
fn photos_are_seen_under_their_own_code_in_their_order_while_the_case_is_public() {
    both!(store => {
        with_desks(&store).await;
        let [one, two, three] = [1, 2, 3].map(|n| FileId(Uuid::from_u128(n)));
        let shows = |photos: &[FileId]| {
            let mut text = public_text("Izin usaha terlambat dua bulan");
            text.photos = photos.to_vec();
            Deed::Revise(text)
        };
        let case = published(&store, 1).await;
        let other = published(&store, 2).await;
        let case = written(&store, act(&case, &admin(A), at(9), shows(&[two, one]))).await;
        let seen = crate::case::find(&mut store.read(Scope::Agency(A)).await.unwrap(), Scope::Agency(A), case.key).await;
        assert_eq!(seen.unwrap().unwrap(), case);
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(whole(&mut conn, &case.code).await.unwrap().unwrap().photos, [two, one]);
        assert_eq!(case_of_photo(&mut conn, &case.code, one).await.unwrap(), Some(case.key));
        for (code, photo) in [(&case.code, three), (&other.code, one)] {
            assert_eq!(case_of_photo(&mut conn, code, photo).await.unwrap(), None);
        }
        drop(conn);
        let case = written(&store, act(&case, &admin(A), at(10), shows(&[one]))).await;
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(whole(&mut conn, &case.code).await.unwrap().unwrap().photos, [one]);
        drop(conn);
        let case = written(&store, act(&case, &Actor::Reporter, at(11), Deed::Withdraw)).await;
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(case_of_photo(&mut conn, &case.code, one).await.unwrap(), None);
    });
}

#[test]
fn what_ends_being_public_is_gone_from_every_list_with_its_words() {
    both!(store => {
        with_desks(&store).await;
        let case = published(&store, 1).await;
        let before = revision(&mut store.look_up().await.unwrap()).await.unwrap();
        let flag = Deed::Flag { accused: vec![A], reason: text("Petugas meminta uang.") };
        let case = written(&store, act(&case, &admin(PROVINCE), at(12), flag)).await;
        assert_eq!(case.publication, None);
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(find(&mut conn, &case.code).await.unwrap(), None);
        assert_eq!(whole(&mut conn, &case.code).await.unwrap(), None);
        assert!(codes(&store, Range::Stems(&["izin"])).await.is_empty());
        assert_eq!(nearby(&mut conn, "65.01", &["izin".to_owned()]).await.unwrap().0, []);
        assert!(revision(&mut conn).await.unwrap() > before, "copies of it end");
        let words = "select count(*) from published where title <> '' or words <> '' or response is not null";
        assert_eq!(store.count(words).await, 0);
        for table in ["published_step", "published_stem", "published_partner"] {
            let sql: &'static str = Box::leak(format!("select count(*) from {table}").into_boxed_str());
            assert_eq!(store.count(sql).await, 0, "{table}");
        }
    });
}

#[test]
fn lists_are_pages_by_key_newest_first() {
    both!(store => {
        with_desks(&store).await;
        let mut all = Vec::new();
        for number in 1..=3 {
            all.insert(0, published(&store, number).await.code);
        }
        for range in [Range::All, Range::Holder(A), Range::Regency("65.01"), Range::Stems(&["usaha"])] {
            let mut conn = store.look_up().await.unwrap();
            let rows = page(&mut conn, &range, None).await.unwrap();
            assert_eq!(rows.iter().map(|row| row.code.clone()).collect::<Vec<_>>(), all);
            let after = Place { first_at: rows[0].first_at, code: rows[0].code.to_string() };
            let rest = page(&mut conn, &range, Some(&after)).await.unwrap();
            assert_eq!(rest, rows[1..]);
        }
        for range in [Range::Holder(B), Range::Regency("65.0"), Range::Stems(&["us"])] {
            assert!(codes(&store, range).await.is_empty());
        }
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(places(&mut conn).await.unwrap(), [("65.01.07".to_owned(), 3)]);
        assert_eq!(addresses(&mut conn).await.unwrap().len(), 3);
    });
}

#[test]
fn similar_cases_share_stems_in_the_same_regency() {
    both!(store => {
        with_desks(&store).await;
        let case = published(&store, 1).await;
        let stems = ["jalan", "usaha", "izin"].map(str::to_owned);
        let mut conn = store.look_up().await.unwrap();
        let (found, spread) = nearby(&mut conn, "65.01", &stems).await.unwrap();
        assert_eq!(found, [Match { code: case.code.clone(), stems: vec![1, 2] }]);
        assert_eq!(spread, [0, 1, 1]);
        assert_eq!(nearby(&mut conn, "65.02", &stems).await.unwrap().0, []);
        assert_eq!(codes(&store, Range::Stems(&["usaha", "izin"])).await, std::slice::from_ref(&case.code));
        assert!(codes(&store, Range::Stems(&["usaha", "jalan"])).await.is_empty());
    });
}

#[test]
fn a_browser_has_one_voice_for_a_case_and_takes_it_back_once() {
    both!(store => {
        with_desks(&store).await;
        let case = published(&store, 1).await;
        let code = case.code.clone();
        let outcomes = store.keep(async move |tx: &mut Tx| {
            let (one, two) = ([1; 32], [2; 32]);
            Ok([
                support(tx, &code, &one, at(20)).await?,
                support(tx, &code, &one, at(21)).await?,
                support(tx, &code, &two, at(22)).await?,
                unsupport(tx, &code, &two).await?,
                unsupport(tx, &code, &two).await?,
            ])
        }).await;
        assert_eq!(outcomes, [true, false, true, true, false]);
        let mut conn = store.look_up().await.unwrap();
        assert_eq!(find(&mut conn, &case.code).await.unwrap().unwrap().supports, 1);
        assert!(is_supported(&mut conn, &case.code, &[1; 32]).await.unwrap());
        assert!(!is_supported(&mut conn, &case.code, &[2; 32]).await.unwrap());
    });
}

#[test]
fn nothing_that_is_not_published_gets_a_voice() {
    both!(store => {
        with_desks(&store).await;
        let case = written(&store, filed(asked(), 1, at(0))).await;
        let code = case.code.clone();
        assert!(!store.keep(async move |tx: &mut Tx| support(tx, &code, &[1; 32], at(20)).await).await);
        assert_eq!(store.count("select count(*) from support").await, 0);
    });
}

#[test]
fn everybody_reads_the_rounded_point_of_an_open_case_and_no_other() {
    both!(store => {
        with_desks(&store).await;
        let hidden = published(&store, 1).await;
        let open = written(&store, filed(asked(), 2, at(0))).await;
        let open = written(&store, act(&open, &admin(A), at(1), Deed::Verify)).await;
        let open = written(&store, act(&open, &admin(A), at(4), publishing())).await;
        let mut conn = store.look_up().await.unwrap();
        let point = async |conn: &mut Conn, case: &Case| whole(conn, &case.code).await.unwrap().unwrap().point;
        let rounded = domain::point::RoundedPoint { latitude_e2: 284, longitude_e2: 11_736 };
        assert_eq!(point(&mut conn, &open).await, Some(rounded));
        assert_eq!(point(&mut conn, &hidden).await, None, "anonymous");
        let pin = OnMap { code: open.code.clone(), title: "Izin usaha terlambat dua bulan".to_owned(), point: rounded };
        assert_eq!(on_map(&mut conn).await.unwrap(), [pin]);
        let open = written(&store, act(&open, &admin(A), at(9), answering())).await;
        let open = written(&store, act(&open, &Actor::Reporter, at(10), Deed::Confirm)).await;
        let open = written(&store, act(&open, &Actor::Reporter, at(11), Deed::AskErasure)).await;
        let liaison = officer(A, Role::LiaisonOfficer);
        let open = written(&store, act(&open, &liaison, at(12), Deed::EraseIdentity)).await;
        assert_eq!(point(&mut conn, &open).await, None, "erased");
        assert_eq!(on_map(&mut conn).await.unwrap(), []);
    });
}
