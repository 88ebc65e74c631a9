//! Identities, on both databases: only the reporter, and who has opened one, reads it.

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
