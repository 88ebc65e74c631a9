//! Cases: found through a seat, or by the reporter's own key; changed only by applying a [`Change`].
//!
//! [`Change`]: domain::case::change::Change

mod apply;
mod clock;
mod erasure;
#[cfg(test)]
pub(crate) mod fixture;
mod interval;
mod party;
mod pledge;
mod publication;
mod row;
mod status;
#[cfg(test)]
mod tests;
mod waiting;

use domain::case::Case;
use domain::id::{AgencyId, CaseKey};
use domain::permit::Scope;
use domain::tracking_code::TrackingCode;

pub use apply::{Sealed, apply};

use crate::case::row::{CaseRow, Parts};
use crate::{Conn, Error, Tx};

/// How often a case is read anew when it changes while it is read. Two changes within one read are rare already.
const READS_MAX: usize = 5;

/// The columns of a case `c`.
macro_rules! columns {
    () => {
        "c.home_id, c.id, c.code, c.version, c.kind, c.is_urgent, c.visibility, c.channel, c.filed_at_ms,
         c.received_at_ms, c.body, c.title, c.event_day, c.region_code, c.landmark, c.latitude_e5, c.longitude_e5, c.service_code, c.subject,
         c.application_no, c.nib, c.applied_day, c.is_fee_asked, c.category, c.answered, c.is_telling_for_province,
         c.unlike_code, c.unlike_why, c.is_route_certain, c.route_percent, c.routed_to_id, c.routed_why,
         c.routed_by_service, c.route_version, c.status, c.status_from, c.handoff, c.status_at_ms,
         c.status_due_at_ms, c.status_reason, c.status_sentence, c.status_agency_id, c.outside_code,
         c.outside_name, c.outside_contact, c.merged_home_id, c.merged_case_id, c.silent_from,
         c.silent_asked_at_ms, c.silent_due_at_ms, c.holder_id, c.handler_id, c.clock_desk_id, c.flagged_at_ms,
         c.declines, c.is_bounced, c.data_requests, c.answers, c.answered_at_ms, c.reopenings_of_answer, c.reopenings,
         c.is_objected, c.ruling_sentence, c.ruling_decision, c.ruled_at_ms, c.rating, c.rating_reason,
         c.rated_at_ms, c.calendar_version"
    };
}

statements! {
    /// One case that an agency has a seat at. For the accused it is missing. $1 agency, $2 home, $3 case.
    FIND = concat!("select ", columns!(), " from seat s join cases c on c.home_id = s.home_id and c.id = s.case_id
        where s.agency_id = $1 and s.home_id = $2 and s.case_id = $3 and s.capacity <> 'accused'");
    /// One case by its code, that an agency has a seat at. $1 agency, $2 code.
    FIND_BY_CODE = concat!("select ", columns!(), " from tracking t
        join seat s on s.home_id = t.home_id and s.case_id = t.case_id
        join cases c on c.home_id = s.home_id and c.id = s.case_id
        where t.code = $2 and s.agency_id = $1 and s.capacity <> 'accused'");
    /// The case of a reporter who proved the receipt. $1 home, $2 case.
    FIND_OWN = concat!("select ", columns!(), " from cases c where c.home_id = $1 and c.id = $2");
    /// The version of a case that was found. $1 home, $2 case.
    VERSION = "select version from cases where home_id = $1 and id = $2";
}

/// The case at `key`, if `scope` may see it. Another agency's case, one that accuses the agency, and one that does
/// not exist are told apart by nothing: the same statement runs, and the answer is `None`.
///
/// # Errors
/// - [`Error::UnknownCode`] if the database is newer than this program.
/// - [`Error::Stale`] if the case changes again and again while it is read.
pub async fn find(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Option<Case>, Error> {
    for _ in 0..READS_MAX {
        let row = match scope {
            Scope::Agency(agency) => find_seen(conn, agency, key).await?,
            Scope::Reporter(own) if own == key => find_own(conn, key).await?,
            Scope::Reporter(_) | Scope::Figures => None,
        };
        let Some(row) = row else { return Ok(None) };
        if let Some(case) = complete(conn, row).await? {
            return Ok(Some(case));
        }
    }
    Err(Error::Stale)
}

/// The case with this code, if `scope` may see it; answers as [`find`] does.
///
/// # Errors
/// As [`find`].
pub async fn find_by_code(conn: &mut Conn, scope: Scope, code: &TrackingCode) -> Result<Option<Case>, Error> {
    let agency = match scope {
        Scope::Agency(agency) => agency,
        Scope::Reporter(own) => return Ok(find(conn, scope, own).await?.filter(|case| case.code == *code)),
        Scope::Figures => return Ok(None),
    };
    for _ in 0..READS_MAX {
        let row = on!(conn, c => sqlx::query_as::<_, CaseRow>(FIND_BY_CODE)
            .bind(agency.uuid())
            .bind(code.as_str())
            .fetch_optional(c)
            .await)?;
        let Some(row) = row else { return Ok(None) };
        if let Some(case) = complete(conn, row).await? {
            return Ok(Some(case));
        }
    }
    Err(Error::Stale)
}

/// The case at `key` as `scope` sees it, to be changed in this transaction: looks first through the eyes of `scope`,
/// which PostgreSQL enforces too.
///
/// # Errors
/// As [`find`].
pub async fn find_to_change(tx: &mut Tx, scope: Scope, key: CaseKey) -> Result<Option<Case>, Error> {
    tx.see_as(scope).await?;
    find(tx, scope, key).await
}

async fn find_seen(conn: &mut Conn, agency: AgencyId, key: CaseKey) -> Result<Option<CaseRow>, Error> {
    Ok(on!(conn, c => sqlx::query_as(FIND)
        .bind(agency.uuid())
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?)
}

async fn find_own(conn: &mut Conn, key: CaseKey) -> Result<Option<CaseRow>, Error> {
    Ok(on!(conn, c => sqlx::query_as(FIND_OWN)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?)
}

/// The whole case of a row that was found. `None`: it changed meanwhile, and the parts may be of another version.
async fn complete(conn: &mut Conn, row: CaseRow) -> Result<Option<Case>, Error> {
    let key = row.key();
    let parts = Parts {
        clocks: clock::read(conn, key, row.counting()?).await?,
        intervals: interval::read(conn, key).await?,
        formers: party::formers(conn, key).await?,
        accused: party::accused(conn, key).await?,
        tasks: pledge::tasks(conn, key).await?,
        promises: pledge::promises(conn, key).await?,
        waiting: waiting::read(conn, key).await?,
        erasure: erasure::read(conn, key).await?,
        publication: publication::read(conn, key).await?,
    };
    let version: Option<i64> = on!(conn, c => sqlx::query_scalar(VERSION)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    if version == Some(row.version) {
        row.with(parts).map(Some)
    } else {
        Ok(None)
    }
}
