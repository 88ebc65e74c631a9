//! The whole of one published case.

use domain::case::status::StatusCode;
use domain::id::{AgencyId, CaseKey, FileId};
use domain::point::RoundedPoint;
use domain::time::Timestamp;
use domain::tracking_code::TrackingCode;
use uuid::Uuid;

use crate::column::{held, key as case_key};
use crate::error::known;
use crate::{Conn, Error};

statements! {
    /// What only the page of a case shows. $1 code.
    WORDS = "select words, response, response_by_id, response_at_ms, latitude_e2, longitude_e2
             from published where code = $1 and is_shown";
    /// The moves of a case, newest first. $1 code, $2 most rows.
    STEPS = "select status, holder_id, at_ms from published_step where code = $1 order by seq desc limit $2";
    /// Its photos, in their order. $1 code.
    PHOTOS = "select file_id from published_photo where code = $1 order by no";
    /// The case of a photo that everybody sees. $1 code, $2 file.
    PHOTO = "select p.home_id, p.case_id from published_photo f join published p on p.code = f.code
             where f.code = $1 and f.file_id = $2 and p.is_shown";
    /// Who helps. $1 code.
    PARTNERS = "select partner_id, is_done from published_partner where code = $1 order by partner_id";
}

/// What only the page of a case shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The public text.
    pub text: String,
    /// The agency's answer: whose, the words, when.
    pub response: Option<(AgencyId, String, Timestamp)>,
    /// Its moves, newest first: status, holder, when.
    pub steps: Vec<(StatusCode, AgencyId, Timestamp)>,
    /// Who helps, and whether their part is done.
    pub partners: Vec<(AgencyId, bool)>,
    /// The rounded point, of an open case whose reporter gave one.
    pub point: Option<RoundedPoint>,
    /// Its photos, in the order in which they came.
    pub photos: Vec<FileId>,
}

#[derive(sqlx::FromRow)]
struct WordsRow {
    words: String,
    response: Option<String>,
    response_by_id: Option<Uuid>,
    response_at_ms: Option<i64>,
    latitude_e2: Option<i64>,
    longitude_e2: Option<i64>,
}

/// Moves shown of one case.
const STEPS_MAX: i64 = 200;

/// The whole of a published case.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn whole(conn: &mut Conn, code: &TrackingCode) -> Result<Option<Whole>, Error> {
    let words = on!(conn, c => sqlx::query_as::<_, WordsRow>(WORDS)
        .bind(code.as_str())
        .fetch_optional(c)
        .await)?;
    let Some(words) = words else { return Ok(None) };
    let steps: Vec<(String, Uuid, i64)> = on!(conn, c => sqlx::query_as(STEPS)
        .bind(code.as_str())
        .bind(STEPS_MAX)
        .fetch_all(c)
        .await)?;
    let point = words.latitude_e2.zip(words.longitude_e2).map(|(latitude, longitude)| {
        Ok::<_, Error>(RoundedPoint {
            latitude_e2: held("published.latitude_e2", latitude)?,
            longitude_e2: held("published.longitude_e2", longitude)?,
        })
    });
    let response = words.response.zip(words.response_by_id).zip(words.response_at_ms);
    Ok(Some(Whole {
        text: words.words,
        point: point.transpose()?,
        response: response.map(|((text, by), at)| (AgencyId(by), text, Timestamp::from_ms(at))),
        steps: steps
            .into_iter()
            .map(|(status, holder, at)| {
                let status = known("published_step.status", &status, StatusCode::find)?;
                Ok((status, AgencyId(holder), Timestamp::from_ms(at)))
            })
            .collect::<Result<_, Error>>()?,
        partners: partners(conn, code).await?,
        photos: photos(conn, code).await?,
    }))
}

/// The photos of a published case, in the order in which they came.
pub(crate) async fn photos(conn: &mut Conn, code: &TrackingCode) -> Result<Vec<FileId>, Error> {
    let rows: Vec<(Uuid,)> = on!(conn, c => sqlx::query_as(PHOTOS)
        .bind(code.as_str())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| FileId(id)).collect())
}

/// The case of the photo `id` that everybody sees under this code; `None` if nobody may.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn case_of_photo(conn: &mut Conn, code: &TrackingCode, id: FileId) -> Result<Option<CaseKey>, Error> {
    let row: Option<(Uuid, Uuid)> = on!(conn, c => sqlx::query_as(PHOTO)
        .bind(code.as_str())
        .bind(id.uuid())
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(home, case)| case_key(home, case)))
}

/// Who helps with a published case, and whether their part is done.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn partners(conn: &mut Conn, code: &TrackingCode) -> Result<Vec<(AgencyId, bool)>, Error> {
    let rows: Vec<(Uuid, bool)> = on!(conn, c => sqlx::query_as(PARTNERS)
        .bind(code.as_str())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(partner, is_done)| (AgencyId(partner), is_done))
        .collect())
}
