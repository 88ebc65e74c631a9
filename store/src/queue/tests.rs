//! Lists, on both databases: in order, page by page, and only a desk's own.

use domain::deed::{Classification, Deed};
use domain::permit::{Actor, Role};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

const WORK: Asked = Asked {
    queue: Queue::Work,
    handler: None,
    late_at: None,
    after: None,
};

async fn lines(store: &Archive, desk: AgencyId, asked: Asked) -> Vec<Line> {
    let scope = Scope::Agency(desk);
    let mut conn = store.read(scope).await.unwrap();
    page(&mut conn, scope, &asked).await.unwrap()
}

async fn counted(store: &Archive, desk: AgencyId, handler: Option<PersonId>, now: Timestamp) -> Count {
    let scope = Scope::Agency(desk);
    let mut conn = store.read(scope).await.unwrap();
    count(&mut conn, scope, Queue::Work, handler, now).await.unwrap()
}

/// Cases of [`A`], the later numbered the earlier received, every tenth of them urgent.
async fn sixty_cases(store: &Archive) {
    with_desks(store).await;
    for number in 0..60 {
        let case = written(store, filed(asked(), number, at(-6 * i64::from(number)))).await;
        if number % 10 == 0 {
            let is_urgent = Some(true);
            let urgent = Classification {
                is_urgent,
                ..Classification::default()
            };
            done(store, &case, &admin(A), at(1), Deed::Classify(urgent)).await;
        }
    }
}

#[test]
fn a_list_read_page_by_page_holds_each_case_once_urgent_and_early_ones_first() {
    both!(store => {
        sixty_cases(&store).await;
        let mut all: Vec<Line> = Vec::new();
        loop {
            let after = all.last().map(Line::place);
            let next = lines(&store, A, Asked { after, ..WORK }).await;
            assert!(next.len() <= PAGE_ROWS_MAX);
            if next.is_empty() { break; }
            all.extend(next);
        }
        let places: Vec<_> = all.iter().map(|line| (line.rank, line.due_at.unwrap(), line.key)).collect();
        assert_eq!(places.len(), 60);
        assert!(places.is_sorted_by(|one, next| one < next), "in order, and no case twice");
        assert_eq!(places.iter().filter(|(rank, ..)| *rank == 0).count(), 6);
        assert_eq!(counted(&store, A, None, at(0)).await.cases, 60);
    });
}

#[test]
fn a_late_list_holds_the_cases_past_their_limit_and_their_number_agrees() {
    both!(store => {
        sixty_cases(&store).await;
        let now = at(0);
        let mut late: Vec<Line> = Vec::new();
        loop {
            let next = lines(&store, A, Asked { late_at: Some(now), after: late.last().map(Line::place), ..WORK }).await;
            if next.is_empty() { break; }
            late.extend(next);
        }
        assert!(late.iter().all(|line| line.due_at.is_some_and(|due| due < now)));
        let number = i64::try_from(late.len()).unwrap();
        assert!(number > 0 && number < 60);
        assert_eq!(counted(&store, A, None, now).await, Count { cases: 60, late: number });
    });
}

#[test]
fn an_officers_list_holds_what_they_work_on() {
    both!(store => {
        with_desks(&store).await;
        let Actor::Officer(me) = officer(A, Role::Handler) else { panic!("an officer") };
        let mine = at_work(&store, 1).await;
        let _other = at_work(&store, 2).await;
        let mine = done(&store, &mine, &admin(A), at(2), Deed::Assign { to: Some(me.id) }).await;
        let found = lines(&store, A, Asked { handler: Some(me.id), ..WORK }).await;
        assert_eq!(found.iter().map(|line| line.key).collect::<Vec<_>>(), [mine.key]);
        assert_eq!(counted(&store, A, Some(me.id), at(2)).await, Count { cases: 1, late: 0 });
    });
}

#[test]
fn a_line_says_what_the_case_is_and_nothing_of_it_to_a_former_holder() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        let case = done(&store, &case, &admin(A), at(2), offering(B)).await;
        let case = done(&store, &case, &admin(B), at(3), Deed::Accept).await;
        let [line] = lines(&store, B, WORK).await.try_into().unwrap();
        assert_eq!((line.key, &line.code, line.status), (case.key, &case.code, case.status.code()));
        assert_eq!((line.capacity, line.holder, line.version), (Capacity::Holder, B, case.version));
        assert_eq!(line.opening.as_deref(), Some(case.facts.body.as_str()));
        let [line] = lines(&store, A, Asked { queue: Queue::Ended, ..WORK }).await.try_into().unwrap();
        assert_eq!((line.capacity, line.code, line.due_at), (Capacity::Former, case.code, None));
        assert_eq!((line.title, line.opening), (None, None));
    });
}

#[test]
fn a_desk_without_a_seat_has_empty_lists() {
    both!(store => {
        with_desks(&store).await;
        at_work(&store, 1).await;
        for queue in Queue::ALL {
            assert_eq!(lines(&store, STRANGER, Asked { queue: *queue, ..WORK }).await, []);
        }
        assert_eq!(counted(&store, STRANGER, None, at(9)).await, Count::default());
        let mut conn = store.read(Scope::Figures).await.unwrap();
        assert_eq!(page(&mut conn, Scope::Figures, &WORK).await.unwrap(), []);
    });
}
