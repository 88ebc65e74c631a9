//! A reporter's request that who they are be erased, and what it takes out of the case.

use domain::case::Case;
use domain::case::erasure::Erasure;
use domain::id::CaseKey;
use domain::time::Timestamp;

use crate::column::{held, instant, needed, unreadable};
use crate::{Conn, Error, Tx};

/// What a file is called whose name was erased.
const FILE_NAME: &str = "berkas";

statements! {
    /// The request of a case's reporter. $1 home, $2 case.
    FIND = "select state, at_ms, due_at_ms, sentence from erasure where home_id = $1 and case_id = $2";
    /// Forgets the request. $1 home, $2 case.
    CLEAR = "delete from erasure where home_id = $1 and case_id = $2";
    /// Keeps the request. $1 home, $2 case, $3 where it stands, $4 since when, $5 decided by, $6 why it was refused.
    KEEP = "insert into erasure (home_id, case_id, state, at_ms, due_at_ms, sentence)
            values ($1, $2, $3, $4, $5, $6)";
    /// Takes out of a case what tells who reported it. $1 home, $2 case.
    FORGET = "update cases set application_no = null, nib = null, answered = null, latitude_e5 = null,
                  longitude_e5 = null
              where home_id = $1 and id = $2";
    /// Takes from the files that its reporter sent the names they had on a phone. $1 home, $2 case, $3 the new name.
    UNNAME = "update attachment set name = $3 where home_id = $1 and case_id = $2
                  and not exists (select 1 from message m where m.home_id = attachment.home_id
                                  and m.case_id = attachment.case_id and m.no = attachment.message_no
                                  and m.author_agency_id is not null)";
}

#[derive(sqlx::FromRow)]
struct ErasureRow {
    state: String,
    at_ms: i64,
    due_at_ms: Option<i64>,
    sentence: Option<String>,
}

impl TryFrom<ErasureRow> for Erasure {
    type Error = Error;

    fn try_from(row: ErasureRow) -> Result<Self, Error> {
        let at = Timestamp::from_ms(row.at_ms);
        Ok(match row.state.as_str() {
            "asked" => Self::Asked {
                at,
                due_at: needed("erasure.due_at_ms", instant(row.due_at_ms))?,
            },
            "refused" => Self::Refused {
                at,
                sentence: held("erasure.sentence", needed("erasure.sentence", row.sentence)?)?,
            },
            "granted" => Self::Granted { at },
            other => return Err(unreadable("erasure.state", &other)),
        })
    }
}

/// The request of the reporter of the case at `key`.
pub(super) async fn read(conn: &mut Conn, key: CaseKey) -> Result<Option<Erasure>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, ErasureRow>(FIND)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    row.map(Erasure::try_from).transpose()
}

/// Writes the request, if it changed.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    if before.and_then(|case| case.erasure.as_ref()) == after.erasure.as_ref() {
        return Ok(());
    }
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    on!(tx, c => sqlx::query(CLEAR).bind(home).bind(id).execute(c).await.map(drop))?;
    let Some(erasure) = &after.erasure else {
        return Ok(());
    };
    let (state, at, due_at, sentence) = match erasure {
        Erasure::Asked { at, due_at } => ("asked", *at, Some(*due_at), None),
        Erasure::Refused { at, sentence } => ("refused", *at, None, Some(sentence.as_str())),
        Erasure::Granted { at } => ("granted", *at, None, None),
    };
    on!(tx, c => sqlx::query(KEEP)
        .bind(home)
        .bind(id)
        .bind(state)
        .bind(at.as_ms())
        .bind(due_at.map(Timestamp::as_ms))
        .bind(sentence)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes out of the case at `key` what tells who reported it, beside name and contact.
pub(super) async fn forget(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    on!(tx, c => sqlx::query(FORGET)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    on!(tx, c => sqlx::query(UNNAME)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(FILE_NAME)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
