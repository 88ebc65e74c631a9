//! What happened to a case. The chain keeps the bytes for ever; this is what people read of them.

use domain::case::event::{By, Event};
use domain::case::status::StatusCode;
use domain::deed::Act;
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::permit::{Role, Scope};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::case::Sealed;
use crate::column::{held, needed, unreadable};
use crate::error::known;
use crate::seen::Seen;
use crate::{Conn, Error, Tx, chain};

/// Events read of one case: the latest of them, if there are more.
pub const ROWS_MAX: i64 = 1_000;

statements! {
    /// Adds an event. $1 home, $2 number in its chain, $3 case, $4 act, $5 to $8 by whom, $9 status before,
    /// $10 status after, $11 holder, $12 about which agency, $13 reason, $14 sentence, $15 whether public,
    /// $16 whose own, $17 when, $18 salt.
    ADD = "insert into event (home_id, seq, case_id, act, by_kind, by_id, by_agency_id, by_role, from_status,
                              to_status, holder_id, about_id, reason, sentence, is_public, own_of_id, at_ms, salt)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    /// The history of a case as an agency may read it, latest first. A former holder reads up to its hand-off, an
    /// agency that was only asked what the public reads, and everybody only their own notes.
    /// $1 agency, $2 home, $3 case, $4 most rows.
    SEEN = "select e.seq, e.act, e.by_kind, e.by_id, e.by_agency_id, e.by_role, e.from_status, e.to_status,
                   e.holder_id, e.about_id, e.reason, e.sentence, e.at_ms
            from seat s join event e on e.home_id = s.home_id and e.case_id = s.case_id
            where s.agency_id = $1 and s.home_id = $2 and s.case_id = $3 and s.capacity <> 'accused'
                and e.at_ms <= s.until_ms and (e.is_public or s.capacity <> 'offered')
                and (e.own_of_id is null or e.own_of_id = s.agency_id)
            order by e.seq desc limit $4";
    /// Number and hash of a case's first entry. $1 home, $2 case.
    PROOF = "select c.seq, c.hash from event e join chain_entry c on c.home_id = e.home_id and c.seq = e.seq
             where e.home_id = $1 and e.case_id = $2 order by e.seq limit 1";
    /// The history of a case as its reporter reads it: what is public, who opened their identity, and what came of
    /// their request to erase it; latest first. $1 home, $2 case, $3 most rows.
    OWN = "select e.seq, e.act, e.by_kind, e.by_id, e.by_agency_id, e.by_role, e.from_status, e.to_status,
                  e.holder_id, e.about_id, e.reason, e.sentence, e.at_ms
           from event e where e.home_id = $1 and e.case_id = $2 and (e.is_public or e.act in ('open_identity', 'new_receipt', 'ask_erasure', 'erase_identity', 'refuse_erasure'))
           order by e.seq desc limit $3";
    /// Forgets the salt by which the entry of a case's filing could be held against what was told. $1 home, $2 case.
    UNSALT = "update event set salt = null where home_id = $1 and case_id = $2 and act = 'file'";
}

/// Who reads what.
const SEEN_BY: Seen = Seen {
    by_seat: SEEN,
    own: OWN,
    rows_max: ROWS_MAX,
};

/// An event as it is read back: codes and sentences, without salt and commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its number in the chain of the case's home.
    pub seq: u64,
    /// What was done.
    pub act: Act,
    /// By whom.
    pub by: By,
    /// The status before.
    pub from: StatusCode,
    /// The status after.
    pub to: StatusCode,
    /// The desk that owned the case after it.
    pub holder: AgencyId,
    /// The other agency it is about.
    pub about: Option<AgencyId>,
    /// The reason, by its code.
    pub reason: Option<String>,
    /// The sentence the reporter and the public read.
    pub sentence: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// By whom, as columns.
#[derive(sqlx::FromRow)]
pub(crate) struct ByRow {
    pub(crate) by_kind: String,
    pub(crate) by_id: Option<Uuid>,
    pub(crate) by_agency_id: Option<Uuid>,
    pub(crate) by_role: Option<String>,
}

#[derive(sqlx::FromRow)]
struct EventRow {
    seq: i64,
    act: String,
    #[sqlx(flatten)]
    by: ByRow,
    from_status: String,
    to_status: String,
    holder_id: Uuid,
    about_id: Option<Uuid>,
    reason: Option<String>,
    sentence: Option<String>,
    at_ms: i64,
}

impl From<By> for ByRow {
    fn from(by: By) -> Self {
        let plain = |kind: &str| Self {
            by_kind: kind.to_owned(),
            by_id: None,
            by_agency_id: None,
            by_role: None,
        };
        match by {
            By::Reporter => plain("reporter"),
            By::Clock => plain("clock"),
            By::Officer { person, agency, role } => Self {
                by_id: Some(person.uuid()),
                by_agency_id: Some(agency.uuid()),
                by_role: Some(role.as_str().to_owned()),
                ..plain("officer")
            },
        }
    }
}

impl TryFrom<ByRow> for By {
    type Error = Error;

    fn try_from(row: ByRow) -> Result<Self, Error> {
        match row.by_kind.as_str() {
            "reporter" => Ok(Self::Reporter),
            "clock" => Ok(Self::Clock),
            "officer" => Ok(Self::Officer {
                person: PersonId(needed("by_id", row.by_id)?),
                agency: AgencyId(needed("by_agency_id", row.by_agency_id)?),
                role: known("by_role", row.by_role.as_deref().unwrap_or_default(), Role::find)?,
            }),
            other => Err(unreadable("by_kind", &other)),
        }
    }
}

impl TryFrom<EventRow> for Happened {
    type Error = Error;

    fn try_from(row: EventRow) -> Result<Self, Error> {
        Ok(Self {
            seq: held("event.seq", row.seq)?,
            act: known("event.act", &row.act, Act::find)?,
            by: row.by.try_into()?,
            from: known("event.from_status", &row.from_status, StatusCode::find)?,
            to: known("event.to_status", &row.to_status, StatusCode::find)?,
            holder: AgencyId(row.holder_id),
            about: row.about_id.map(AgencyId),
            reason: row.reason,
            sentence: row.sentence,
            at: Timestamp::from_ms(row.at_ms),
        })
    }
}

/// The desk whose own an event is: a note is nobody else's business.
fn own_of(event: &Event) -> Option<AgencyId> {
    match (event.act, event.by) {
        (Act::Note, By::Officer { agency, .. }) => Some(agency),
        _ => None,
    }
}

/// Adds an event to the history of the case at `key`, under its number in the chain.
///
/// # Errors
/// [`Error::Database`] if that number has an event already.
pub(crate) async fn add(tx: &mut Tx, key: CaseKey, seq: u64, event: &Event) -> Result<(), Error> {
    let by = ByRow::from(event.by);
    on!(tx, c => sqlx::query(ADD)
        .bind(key.home.uuid())
        .bind(chain::number(seq))
        .bind(key.id.uuid())
        .bind(event.act.as_str())
        .bind(by.by_kind)
        .bind(by.by_id)
        .bind(by.by_agency_id)
        .bind(by.by_role)
        .bind(event.from.as_str())
        .bind(event.to.as_str())
        .bind(event.holder.uuid())
        .bind(event.about.map(AgencyId::uuid))
        .bind(event.reason)
        .bind(&event.sentence)
        .bind(event.is_public())
        .bind(own_of(event).map(AgencyId::uuid))
        .bind(event.at.as_ms())
        .bind(event.salt.as_slice())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The history of the case at `key`, as much of it as `scope` may read.
///
/// Shape: in the order in which it happened; at most the latest [`ROWS_MAX`].
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn history(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Happened>, Error> {
    let rows: Vec<EventRow> = SEEN_BY.rows(conn, scope, key).await?;
    rows.into_iter().rev().map(Happened::try_from).collect()
}

/// Forgets the salt of the filing of the case at `key`. Its entry in the chain stays as it is.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn unsalt(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    on!(tx, c => sqlx::query(UNSALT)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Where the filing of a reporter's own case stands in the chain of its home: what the receipt carries.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn proof(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Option<Sealed>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(None);
    }
    let entry: Option<(i64, Vec<u8>)> = on!(conn, c => sqlx::query_as(PROOF)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    let sealed = entry.map(|(seq, bytes)| {
        Ok(Sealed {
            seq: held("chain_entry.seq", seq)?,
            hash: chain::hash("chain_entry.hash", &bytes)?,
        })
    });
    sealed.transpose()
}

#[cfg(test)]
mod tests;
