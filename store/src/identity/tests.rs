//! Identities, on both databases: only the reporter, and who has opened one, reads it.

use domain::case::Case;
use domain::chain::{ChainHead, verify};
use domain::deed::Deed;
use domain::permit::{Actor, Role};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

fn person(actor: &Actor) -> PersonId {
    let Actor::Officer(officer) = actor else {
        panic!("an officer")
    };
    officer.id
}

async fn read_by(store: &Archive, actor: &Actor, key: CaseKey) -> Option<Identity> {
    let scope = Scope::Agency(actor.agency().unwrap());
    let mut conn = store.read(scope).await.unwrap();
    opened(&mut conn, scope, key, person(actor)).await.unwrap()
}

fn opening() -> Deed {
    Deed::OpenIdentity {
        reason: text("Menghubungi pelapor."),
    }
}

#[test]
fn an_identity_is_read_by_who_has_opened_it_while_their_desk_holds_the_case() {
    both!(store => {
        with_desks(&store).await;
        let (one, other) = (officer(A, Role::Handler), officer(A, Role::AgencyAdmin));
        let case = at_work(&store, 1).await;
        assert_eq!(read_by(&store, &one, case.key).await, None);
        let case = done(&store, &case, &one, at(2), opening()).await;
        assert_eq!(read_by(&store, &one, case.key).await, Some(asked().identity));
        for nobody in [&other, &admin(PROVINCE), &admin(B), &admin(STRANGER)] {
            assert_eq!(read_by(&store, nobody, case.key).await, None);
        }
        let case = done(&store, &case, &other, at(3), offering(B)).await;
        let case = done(&store, &case, &admin(B), at(4), Deed::Accept).await;
        assert_eq!(read_by(&store, &one, case.key).await, None);
    });
}

#[test]
fn a_reporter_reads_their_own_identity_and_who_opened_it() {
    both!(store => {
        with_desks(&store).await;
        let other = at_work(&store, 2).await;
        let case = at_work(&store, 1).await;
        let change = act(&case, &admin(A), at(2), opening());
        let logged = change.opening().unwrap().clone();
        let case = written(&store, change).await;
        let scope = Scope::Reporter(case.key);
        let mut conn = store.read(scope).await.unwrap();
        assert_eq!(own(&mut conn, scope, case.key).await.unwrap(), Some(asked().identity));
        assert_eq!(openings(&mut conn, scope, case.key).await.unwrap(), [logged]);
        assert_eq!(own(&mut conn, scope, other.key).await.unwrap(), None);
        assert_eq!(own(&mut conn, Scope::Agency(A), case.key).await.unwrap(), None);
        assert_eq!(openings(&mut conn, scope, other.key).await.unwrap(), []);
        assert_eq!(openings(&mut conn, Scope::Agency(A), case.key).await.unwrap(), []);
    });
}

#[test]
fn who_said_nothing_about_themselves_is_kept_as_nobody() {
    both!(store => {
        with_desks(&store).await;
        let mut nameless = asked();
        nameless.identity = Identity::default();
        let case = written(&store, filed(nameless, 1, at(0))).await;
        let scope = Scope::Reporter(case.key);
        let mut conn = store.read(scope).await.unwrap();
        assert_eq!(own(&mut conn, scope, case.key).await.unwrap(), Some(Identity::default()));
    });
}

/// A case of [`A`] that has ended, and whose reporter asks to be forgotten.
async fn asking(store: &Archive, number: u8) -> Case {
    let case = at_work(store, number).await;
    let case = done(store, &case, &officer(A, Role::Handler), at(2), answering()).await;
    let case = done(store, &case, &Actor::Reporter, at(3), Deed::Confirm).await;
    done(store, &case, &Actor::Reporter, at(4), Deed::AskErasure).await
}

/// Rows of `identity` of a case, and whether its filing still has a salt.
async fn left(store: &Archive, key: CaseKey) -> (i64, bool) {
    store
        .keep(async move |tx: &mut Tx| {
            tx.name_case(key).await?;
            let rows: i64 = on!(tx, c => sqlx::query_scalar(
                "select count(*) from identity where home_id = $1 and case_id = $2")
                .bind(key.home.uuid()).bind(key.id.uuid()).fetch_one(c).await)?;
            let salts: i64 = on!(tx, c => sqlx::query_scalar(
                "select count(salt) from event where home_id = $1 and case_id = $2 and act = 'file'")
                .bind(key.home.uuid()).bind(key.id.uuid()).fetch_one(c).await)?;
            Ok((rows, salts > 0))
        })
        .await
}

#[test]
fn an_erasure_takes_the_row_and_the_salt_and_leaves_the_chain_whole_and_other_cases_alone() {
    both!(store => {
        with_desks(&store).await;
        let other = asking(&store, 2).await;
        let case = asking(&store, 1).await;
        let opened = done(&store, &case, &officer(A, Role::Handler), at(5), opening()).await;
        assert_eq!(left(&store, case.key).await, (1, true));
        let liaison = officer(A, Role::LiaisonOfficer);
        let erased = done(&store, &opened, &liaison, at(6), Deed::EraseIdentity).await;
        assert_eq!(left(&store, case.key).await, (0, false));
        assert_eq!(left(&store, other.key).await, (1, true));
        let scope = Scope::Reporter(case.key);
        let mut conn = store.read(scope).await.unwrap();
        assert_eq!(own(&mut conn, scope, case.key).await.unwrap(), None);
        assert_eq!(openings(&mut conn, scope, case.key).await.unwrap().len(), 1, "who looked stays told");
        assert_eq!(read_by(&store, &officer(A, Role::Handler), case.key).await, None);
        let kept = crate::case::find(&mut conn, scope, case.key).await.unwrap().unwrap();
        assert_eq!(kept, erased);
        assert!(kept.facts.licence.nib.is_none() && kept.facts.licence.application_no.is_none());
        assert_eq!(kept.facts.place.point, None);
        let entries = chain::page(&mut conn, A, 0).await.unwrap();
        let end = verify(ChainHead::genesis(A), entries).unwrap();
        assert_eq!(chain::head(&mut conn, A).await.unwrap(), Some(end));
    });
}

#[test]
fn a_request_to_erase_is_kept_until_it_is_decided_and_read_by_who_has_a_seat_alone() {
    both!(store => {
        with_desks(&store).await;
        let case = asking(&store, 1).await;
        let find = async |scope| {
            let mut conn = store.read(scope).await.unwrap();
            crate::case::find(&mut conn, scope, case.key).await.unwrap()
        };
        assert_eq!(find(Scope::Agency(A)).await.unwrap().erasure, case.erasure);
        assert_eq!(find(Scope::Reporter(case.key)).await.unwrap().erasure, case.erasure);
        assert!(find(Scope::Agency(STRANGER)).await.is_none());
        let sentence = text("Perkara ini masih diperiksa.");
        let refused = done(&store, &case, &admin(PROVINCE), at(5), Deed::RefuseErasure { sentence }).await;
        assert_eq!(find(Scope::Agency(A)).await.unwrap().erasure, refused.erasure);
        assert_eq!(left(&store, case.key).await, (1, true));
    });
}
