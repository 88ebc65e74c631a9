//! Who reported, kept apart from the case, and the log of those who looked.
//!
//! PostgreSQL shows an identity to a desk only once it has logged an opening.

use domain::case::change::Opening;
use domain::case::event::By;
use domain::facts::Identity;
use domain::id::{CaseKey, PersonId};
use domain::permit::Scope;
use domain::time::Timestamp;

use crate::column::held_maybe;
use crate::event::ByRow;
use crate::{Conn, Error, Tx, chain};

/// Entries of the log read of one case: the latest of them, if there are more.
pub const LOG_ROWS_MAX: i64 = 200;

statements! {
    /// Keeps an identity. $1 home, $2 case, $3 name, $4 contact.
    KEEP = "insert into identity (home_id, case_id, name, contact) values ($1, $2, $3, $4)";
    /// Erases an identity. $1 home, $2 case.
    ERASE = "delete from identity where home_id = $1 and case_id = $2";
    /// The identity behind a case. $1 home, $2 case.
    FIND = "select name, contact from identity where home_id = $1 and case_id = $2";
    /// The same, for an officer who has opened it, while their desk holds the case or looks over it.
    /// $1 agency, $2 home, $3 case, $4 person.
    OPENED = "select i.name, i.contact from seat s
              join identity i on i.home_id = s.home_id and i.case_id = s.case_id
              where s.agency_id = $1 and s.home_id = $2 and s.case_id = $3 and s.capacity in ('holder', 'overseer')
                  and exists (select 1 from identity_opening o
                              where o.home_id = s.home_id and o.case_id = s.case_id
                                  and o.by_agency_id = s.agency_id and o.by_id = $4)";
    /// Logs an opening. $1 home, $2 case, $3 number of its event, $4 to $7 by whom, $8 reason, $9 when.
    LOG = "insert into identity_opening (home_id, case_id, seq, by_kind, by_id, by_agency_id, by_role, reason, at_ms)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// Who opened the identity of a reporter's own case, latest first. $1 home, $2 case, $3 most rows.
    OPENINGS = "select by_kind, by_id, by_agency_id, by_role, reason, at_ms from identity_opening
                where home_id = $1 and case_id = $2 order by seq desc limit $3";
}

#[derive(sqlx::FromRow)]
struct IdentityRow {
    name: Option<String>,
    contact: Option<String>,
}

#[derive(sqlx::FromRow)]
struct OpeningRow {
    #[sqlx(flatten)]
    by: ByRow,
    reason: String,
    at_ms: i64,
}

impl TryFrom<IdentityRow> for Identity {
    type Error = Error;

    fn try_from(row: IdentityRow) -> Result<Self, Error> {
        Ok(Self {
            name: held_maybe("identity.name", row.name)?,
            contact: held_maybe("identity.contact", row.contact.as_deref())?,
        })
    }
}

impl TryFrom<OpeningRow> for Opening {
    type Error = Error;

    fn try_from(row: OpeningRow) -> Result<Self, Error> {
        Ok(Self {
            by: By::try_from(row.by)?,
            reason: row.reason,
            at: Timestamp::from_ms(row.at_ms),
        })
    }
}

/// Keeps who reported the case at `key`.
///
/// # Errors
/// [`Error::Database`] if it is kept already.
pub(crate) async fn keep(tx: &mut Tx, key: CaseKey, identity: &Identity) -> Result<(), Error> {
    on!(tx, c => sqlx::query(KEEP)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(identity.name.as_ref().map(|name| name.as_str()))
        .bind(identity.contact.as_ref().map(|contact| contact.as_str()))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Erases who reported the case at `key`. The log of who looked stays: it is theirs to read.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn erase(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    on!(tx, c => sqlx::query(ERASE)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Logs an opening under the number of its event.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub(crate) async fn log(tx: &mut Tx, key: CaseKey, seq: u64, opening: &Opening) -> Result<(), Error> {
    let by = ByRow::from(opening.by);
    on!(tx, c => sqlx::query(LOG)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(chain::number(seq))
        .bind(by.by_kind)
        .bind(by.by_id)
        .bind(by.by_agency_id)
        .bind(by.by_role)
        .bind(&opening.reason)
        .bind(opening.at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Who reported the case at `key`, for an officer who has opened the identity: the opening is an act of its own, and
/// logged. `None` before it, and once their desk has handed the case on.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn opened(conn: &mut Conn, scope: Scope, key: CaseKey, by: PersonId) -> Result<Option<Identity>, Error> {
    let Scope::Agency(agency) = scope else {
        return Ok(None);
    };
    let row = on!(conn, c => sqlx::query_as::<_, IdentityRow>(OPENED)
        .bind(agency.uuid())
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(by.uuid())
        .fetch_optional(c)
        .await)?;
    row.map(Identity::try_from).transpose()
}

/// A reporter's own identity: for their page, and for writing to them. `None` through any other eyes.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn own(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Option<Identity>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(None);
    }
    let row = on!(conn, c => sqlx::query_as::<_, IdentityRow>(FIND)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    row.map(Identity::try_from).transpose()
}

/// Who opened the identity of a reporter's own case, and why. Empty through any other eyes.
///
/// Shape: in the order in which it was opened; at most the latest [`LOG_ROWS_MAX`].
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn openings(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Opening>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(Vec::new());
    }
    let rows = on!(conn, c => sqlx::query_as::<_, OpeningRow>(OPENINGS)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(LOG_ROWS_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter().rev().map(Opening::try_from).collect()
}

#[cfg(test)]
mod tests;
