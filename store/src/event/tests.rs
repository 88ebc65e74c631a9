//! Histories, on both databases: each reader reads as much as the rules give them.

use domain::deed::Deed;
use domain::permit::{Actor, Role};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

async fn acts(store: &Archive, scope: Scope, key: CaseKey) -> Vec<Act> {
    let mut conn = store.read(scope).await.unwrap();
    let all = history(&mut conn, scope, key).await.unwrap();
    all.into_iter().map(|event| event.act).collect()
}

#[test]
fn an_event_is_read_back_with_who_did_it_and_why() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        let case = done(&store, &case, &admin(A), at(2), offering(B)).await;
        let scope = Scope::Agency(A);
        let mut conn = store.read(scope).await.unwrap();
        let last = history(&mut conn, scope, case.key).await.unwrap().pop().unwrap();
        let Actor::Officer(officer) = admin(A) else { panic!("an officer") };
        assert_eq!(last, Happened {
            seq: 3,
            act: Act::Offer,
            by: By::Officer { person: officer.id, agency: A, role: Role::AgencyAdmin },
            from: StatusCode::Dispatched,
            to: StatusCode::TransferPending,
            holder: A,
            about: Some(B),
            reason: Some("other_opd".to_owned()),
            sentence: Some("Layanan ini ada di dinas lain.".to_owned()),
            at: at(2),
        });
    });
}

#[test]
fn each_reader_reads_as_much_of_a_history_as_the_rules_give_them() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        let case = done(&store, &case, &admin(A), at(2), noting("Catatan dinas A.")).await;
        let case = done(&store, &case, &admin(A), at(3), offering(B)).await;
        let (of_a, of_b) = (Scope::Agency(A), Scope::Agency(B));
        let public = [Act::File, Act::Verify, Act::Offer];
        assert_eq!(acts(&store, of_a, case.key).await, [Act::File, Act::Verify, Act::Note, Act::Offer]);
        assert_eq!(acts(&store, of_b, case.key).await, public);
        assert_eq!(acts(&store, Scope::Agency(PROVINCE), case.key).await, public);
        assert_eq!(acts(&store, Scope::Agency(STRANGER), case.key).await, []);
        assert_eq!(acts(&store, Scope::Figures, case.key).await, []);

        let case = done(&store, &case, &admin(B), at(4), Deed::Accept).await;
        let case = done(&store, &case, &admin(B), at(5), noting("Catatan dinas B.")).await;
        // The old holder reads up to its hand-off, and nobody another's note.
        assert_eq!(acts(&store, of_a, case.key).await, [Act::File, Act::Verify, Act::Note, Act::Offer, Act::Accept]);
        assert_eq!(acts(&store, of_b, case.key).await, [Act::File, Act::Verify, Act::Offer, Act::Accept, Act::Note]);
        let own = Scope::Reporter(case.key);
        assert_eq!(acts(&store, own, case.key).await, [Act::File, Act::Verify, Act::Offer, Act::Accept]);
    });
}

#[test]
fn a_reporter_reads_the_history_of_no_other_case() {
    both!(store => {
        with_desks(&store).await;
        let (first, second) = (at_work(&store, 1).await, at_work(&store, 2).await);
        assert_eq!(acts(&store, Scope::Reporter(first.key), second.key).await, []);
    });
}

#[test]
fn the_proof_of_a_receipt_is_the_hash_of_its_filing() {
    both!(store => {
        with_desks(&store).await;
        let filing = filed(asked(), 1, at(0));
        let (key, change) = (filing.after().key, filing.clone());
        let sealed = store.keep(async move |tx: &mut Tx| applied(tx, &change).await).await;
        let case = done(&store, filing.after(), &admin(A), at(1), Deed::Verify).await;
        let own = Scope::Reporter(key);
        let mut conn = store.read(own).await.unwrap();
        assert_eq!(proof(&mut conn, own, case.key).await.unwrap(), Some(sealed[0]));
        assert_eq!(proof(&mut conn, Scope::Agency(A), case.key).await.unwrap(), None);
    });
}
