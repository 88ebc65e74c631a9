//! What people wrote on a case: the conversation, and each desk's own notes.

use domain::case::message::{Author, Message, MessageKind, Named};
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::permit::Scope;
use domain::text::Line;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{day, held, held_maybe, needed};
use crate::error::known;
use crate::seen::Seen;
use crate::{Conn, Error, Tx, attachment};

/// Messages read of one case: the latest of them, if there are more.
pub const ROWS_MAX: i64 = 1_000;

statements! {
    /// Adds a message after those of the case. $1 home, $2 case, $3 kind, $4 author's agency, $5 author, $6 their
    /// name, $7 their unit, $8 whose own, $9 words, $10 act named, $11 its day, $12 its unit, $13 when.
    ADD = "insert into message (home_id, case_id, no, kind, author_agency_id, author_id, author_name, author_unit,
                                own_of_id, words, act, act_day, unit, at_ms)
           values ($1, $2,
                   (select coalesce(max(m.no), 0) + 1 from message m where m.home_id = $1 and m.case_id = $2),
                   $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           returning no";
    /// What an agency may read on a case, latest first: the conversation while it takes part, looks over it or is
    /// asked; its own notes while it takes part, and as far as it took part. $1 agency, $2 home, $3 case, $4 most rows.
    SEEN = "select m.no, m.kind, m.author_agency_id, m.author_id, m.author_name, m.author_unit, m.words, m.act,
                   m.act_day, m.unit, m.at_ms
            from seat s join message m on m.home_id = s.home_id and m.case_id = s.case_id
            where s.agency_id = $1 and s.home_id = $2 and s.case_id = $3 and s.capacity <> 'accused'
                and m.at_ms <= s.until_ms
                and ((m.own_of_id is null and s.capacity <> 'former')
                     or (m.own_of_id = s.agency_id and s.capacity in ('holder', 'partner', 'former')))
            order by m.no desc limit $4";
    /// The conversation of a reporter's own case, latest first. $1 home, $2 case, $3 most rows.
    OWN = "select m.no, m.kind, m.author_agency_id, m.author_id, m.author_name, m.author_unit, m.words, m.act,
                  m.act_day, m.unit, m.at_ms
           from message m where m.home_id = $1 and m.case_id = $2 and m.own_of_id is null
           order by m.no desc limit $3";
}

/// Who reads what.
const SEEN_BY: Seen = Seen {
    by_seat: SEEN,
    own: OWN,
    rows_max: ROWS_MAX,
};

#[derive(sqlx::FromRow)]
struct MessageRow {
    no: i64,
    kind: String,
    author_agency_id: Option<Uuid>,
    author_id: Option<Uuid>,
    author_name: Option<String>,
    author_unit: Option<String>,
    words: String,
    act: Option<String>,
    act_day: Option<String>,
    unit: Option<String>,
    at_ms: i64,
}

impl TryFrom<MessageRow> for Message {
    type Error = Error;

    fn try_from(row: MessageRow) -> Result<Self, Error> {
        Ok(Self {
            kind: known("message.kind", &row.kind, MessageKind::find)?,
            by: row.author()?,
            named: row.named()?,
            text: row.words,
            files: Vec::new(),
            at: Timestamp::from_ms(row.at_ms),
        })
    }
}

impl MessageRow {
    fn author(&self) -> Result<Author, Error> {
        let Some(agency) = self.author_agency_id else {
            return Ok(Author::Reporter);
        };
        let name = needed("message.author_name", self.author_name.as_deref())?;
        Ok(Author::Officer {
            agency: AgencyId(agency),
            person: PersonId(needed("message.author_id", self.author_id)?),
            name: held("message.author_name", name)?,
            unit: held_maybe("message.author_unit", self.author_unit.as_deref())?,
        })
    }

    fn named(&self) -> Result<Option<Named>, Error> {
        let Some(act) = self.act.as_deref() else {
            return Ok(None);
        };
        Ok(Some(Named {
            act: held("message.act", act)?,
            on: day("message.act_day", needed("message.act_day", self.act_day.as_deref())?)?,
            unit: held("message.unit", needed("message.unit", self.unit.as_deref())?)?,
        }))
    }
}

/// Adds a message to the case at `key`; its files follow under the number that this gives.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub(crate) async fn add(tx: &mut Tx, key: CaseKey, message: &Message) -> Result<i64, Error> {
    let officer = match &message.by {
        Author::Reporter => None,
        Author::Officer {
            agency,
            person,
            name,
            unit,
        } => Some((agency, person, name, unit.as_ref())),
    };
    let named = message.named.as_ref();
    Ok(on!(tx, c => sqlx::query_scalar(ADD)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(message.kind.as_str())
        .bind(officer.map(|(agency, ..)| agency.uuid()))
        .bind(officer.map(|(_, person, ..)| person.uuid()))
        .bind(officer.map(|(_, _, name, _)| name.as_str()))
        .bind(officer.and_then(|(.., unit)| unit).map(Line::as_str))
        .bind(message.own_of().map(AgencyId::uuid))
        .bind(&message.text)
        .bind(named.map(|named| named.act.as_str()))
        .bind(named.map(|named| named.on.to_string()))
        .bind(named.map(|named| named.unit.as_str()))
        .bind(message.at.as_ms())
        .fetch_one(c)
        .await)?)
}

/// What was written on the case at `key`, as much of it as `scope` may read. A former holder reads its own notes
/// only, an agency that was asked reads no notes, a reporter neither.
///
/// Shape: in the order in which it was written; at most the latest [`ROWS_MAX`].
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn all(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Message>, Error> {
    let rows: Vec<MessageRow> = SEEN_BY.rows(conn, scope, key).await?;
    let mut files = attachment::of_messages(conn, scope, key).await?;
    let with_files = |row: MessageRow| {
        let files = files.remove(&row.no).unwrap_or_default();
        Ok(Message {
            files,
            ..Message::try_from(row)?
        })
    };
    rows.into_iter().rev().map(with_files).collect()
}

#[cfg(test)]
mod tests;
