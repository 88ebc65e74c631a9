//! Limits that act by themselves: the look-up of cases whose next such limit has passed. It holds keys only.

use domain::case::Case;
use domain::case::status::Status;
use domain::id::CaseKey;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::key;
use crate::{Conn, Error, Tx};

statements! {
    /// Keeps when a case is to be looked at. $1 home, $2 case, $3 when.
    KEEP = "insert into sweep (home_id, case_id, due_at_ms) values ($1, $2, $3)
            on conflict (home_id, case_id) do update set due_at_ms = excluded.due_at_ms";
    /// Nothing acts on a case by itself any more. $1 home, $2 case.
    CLEAR = "delete from sweep where home_id = $1 and case_id = $2";
    /// Cases whose limit has passed, the longest ago first. $1 now, $2 most rows.
    PAGE = "select home_id, case_id from sweep where due_at_ms < $1 order by due_at_ms, home_id, case_id limit $2";
}

/// The next limit that acts on a case by itself: a data request, an offer or a proposal that nobody answers, an
/// answer on which the reporter says nothing.
fn due_at(case: &Case) -> Option<Timestamp> {
    let of_status = match &case.status {
        Status::NeedInfo(request) => Some(request.due_at),
        Status::Responded { close_at, .. } => Some(*close_at),
        Status::TransferPending { .. } => case.status.offer().map(|offer| offer.due_at),
        Status::Submitted
        | Status::Dispatched
        | Status::InProgress
        | Status::Reopened
        | Status::Resolved { .. }
        | Status::AutoClosed { .. }
        | Status::Merged { .. }
        | Status::Referred(_)
        | Status::Archived(_)
        | Status::Withdrawn { .. } => None,
    };
    let of_proposal = case.together.as_ref().map(|proposal| proposal.due_at);
    of_status.into_iter().chain(of_proposal).min()
}

/// Writes when the case is to be looked at, if that changed.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let (was, is) = (before.and_then(due_at), due_at(after));
    if was == is {
        return Ok(());
    }
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    match is {
        Some(at) => on!(tx, c => sqlx::query(KEEP).bind(home).bind(id).bind(at.as_ms()).execute(c).await.map(drop))?,
        None => on!(tx, c => sqlx::query(CLEAR).bind(home).bind(id).execute(c).await.map(drop))?,
    }
    Ok(())
}

/// Shape: at most `rows_max` cases whose next limit passed before `now`, the longest ago first. Each is then found
/// and changed by its key; its change takes it from here.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn page(conn: &mut Conn, now: Timestamp, rows_max: i64) -> Result<Vec<CaseKey>, Error> {
    let rows: Vec<(Uuid, Uuid)> = on!(conn, c => sqlx::query_as(PAGE)
        .bind(now.as_ms())
        .bind(rows_max)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(home, id)| key(home, id)).collect())
}

#[cfg(test)]
mod tests {
    use domain::deed::Deed;
    use domain::permit::Actor;

    use super::*;
    use crate::case::fixture::*;
    use crate::tests::{Archive, both};

    async fn due(store: &Archive, now: Timestamp) -> Vec<CaseKey> {
        let mut conn = store.look_up().await.unwrap();
        page(&mut conn, now, 10).await.unwrap()
    }

    #[test]
    fn a_case_is_swept_once_its_limit_has_passed_and_until_somebody_acts() {
        both!(store => {
            with_desks(&store).await;
            let case = at_work(&store, 1).await;
            let case = done(&store, &case, &admin(A), at(2), Deed::AskData { text: text("Kapan?") }).await;
            let limit = due_at(&case).unwrap();
            assert_eq!(due(&store, limit).await, []);
            assert_eq!(due(&store, limit.plus_ms(1)).await, [case.key]);
            let case = done(&store, &case, &Actor::Reporter, at(3), Deed::Supply { text: text("Kemarin.") }).await;
            assert_eq!(due(&store, limit.plus_days(90)).await, []);
            let case = done(&store, &case, &admin(A), at(4), offering(B)).await;
            assert_eq!(due(&store, at(4).plus_days(9)).await, [case.key]);
            let what = text("Memeriksa lokasi");
            let sentence = text("Kami periksa lokasinya.");
            let case = done(&store, &case, &admin(B), at(5), Deed::Together { what, sentence }).await;
            assert_eq!(due(&store, at(5).plus_days(9)).await, [case.key]);
            let case = done(&store, &case, &Actor::Clock, at(5).plus_days(9), Deed::ExpireTogether).await;
            let case = done(&store, &case, &admin(A), at(6).plus_days(9), answering()).await;
            assert_eq!(due(&store, at(6).plus_days(90)).await, [case.key]);
            done(&store, &case, &Actor::Clock, at(6).plus_days(90), Deed::CloseSilent).await;
            assert_eq!(due(&store, at(6).plus_days(900)).await, []);
        });
    }

    #[test]
    fn a_round_takes_the_longest_due_first_and_no_more_than_asked() {
        both!(store => {
            with_desks(&store).await;
            let mut keys = Vec::new();
            for number in 1..=3 {
                let case = at_work(&store, number).await;
                let asked_at = at(24 * i64::from(4 - number));
                keys.push(done(&store, &case, &admin(A), asked_at, Deed::AskData { text: text("Kapan?") }).await.key);
            }
            let mut conn = store.look_up().await.unwrap();
            let taken = page(&mut conn, at(9_000), 2).await.unwrap();
            assert_eq!(taken, [keys[2], keys[1]]);
        });
    }
}
