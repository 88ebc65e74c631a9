//! Cases, on both databases: what is applied is found again, by those who may see it.

mod life;
mod random_lives;
mod seats;

use super::fixture::*;
use super::*;
use crate::tests::{Archive, both};

/// The case at `key` as `scope` sees it.
pub(crate) async fn seen(store: &Archive, scope: Scope, key: CaseKey) -> Option<Case> {
    let mut conn = store.read(scope).await.unwrap();
    find(&mut conn, scope, key).await.unwrap()
}

#[test]
fn a_case_filed_is_found_by_its_desk_and_its_reporter_as_it_was_filed() {
    both!(store => {
        with_desks(&store).await;
        let case = written(&store, filed(asked(), 1, at(0))).await;
        assert_eq!(seen(&store, Scope::Agency(A), case.key).await, Some(case.clone()));
        assert_eq!(seen(&store, Scope::Reporter(case.key), case.key).await, Some(case));
    });
}
