//! Which open cases are counted by an earlier version of the calendar: a look-up that holds keys only.

use domain::calendar::CalendarVersion;
use domain::case::Case;
use domain::case::status::StatusCode;
use domain::id::CaseKey;
use uuid::Uuid;

use crate::column::key;
use crate::{Conn, Error, Tx};

statements! {
    /// Keeps by which version an open case is counted. $1 home, $2 case, $3 version.
    KEEP = "insert into open_case (home_id, case_id, calendar_version) values ($1, $2, $3)
            on conflict (home_id, case_id) do update set calendar_version = excluded.calendar_version";
    /// The case has ended: its limits stay as they are. $1 home, $2 case.
    CLEAR = "delete from open_case where home_id = $1 and case_id = $2";
    /// Open cases counted by an earlier version. $1 the newest version, $2 most rows.
    PAGE = "select home_id, case_id from open_case where calendar_version < $1
            order by calendar_version, home_id, case_id limit $2";
}

fn counted_by(case: &Case) -> Option<CalendarVersion> {
    let status = case.status.code();
    (status.is_open() || status == StatusCode::Responded).then_some(case.clocks.calendar)
}

/// Writes by which version the case is counted, if that changed.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let (was, is) = (before.and_then(counted_by), counted_by(after));
    if was == is {
        return Ok(());
    }
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    match is {
        Some(version) => on!(tx, c => sqlx::query(KEEP)
            .bind(home)
            .bind(id)
            .bind(i64::from(version.0))
            .execute(c)
            .await
            .map(drop))?,
        None => on!(tx, c => sqlx::query(CLEAR).bind(home).bind(id).execute(c).await.map(drop))?,
    }
    Ok(())
}

/// Shape: at most `rows_max` open cases that are counted by a version before `newest`. Each is then found and changed
/// by its key; its change takes it from here.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn page(conn: &mut Conn, newest: CalendarVersion, rows_max: i64) -> Result<Vec<CaseKey>, Error> {
    let rows: Vec<(Uuid, Uuid)> = on!(conn, c => sqlx::query_as(PAGE)
        .bind(i64::from(newest.0))
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
    use crate::tests::both;

    #[test]
    fn an_open_case_is_found_by_the_version_it_is_counted_by_until_it_ends() {
        both!(store => {
            with_desks(&store).await;
            let case = at_work(&store, 1).await;
            let is = case.clocks.calendar;
            let next = CalendarVersion(is.0 + 1);
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(page(&mut conn, is, 10).await.unwrap(), []);
            assert_eq!(page(&mut conn, next, 10).await.unwrap(), [case.key]);
            let case = done(&store, &case, &Actor::Reporter, at(2), Deed::Withdraw).await;
            assert_eq!(page(&mut conn, next, 10).await.unwrap(), []);
            assert_eq!(case.clocks.calendar, is);
        });
    }
}
