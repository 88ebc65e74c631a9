//! What everybody reads of a case: written by the change that publishes it, and by every later one.

use domain::case::change::Change;
use domain::case::status::Status;
use domain::case::{Case, PublicResponse, Publication, TaskState};
use domain::id::{AgencyId, CaseKey, FileId};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{held, held_maybe, needed};
use crate::{Conn, Error, Tx, published};

statements! {
    /// What is published of a case. $1 home, $2 case.
    READ = "select code, title, words, response, response_by_id, response_at_ms, first_at_ms, worded_at_ms
            from published where home_id = $1 and case_id = $2 and is_shown";
    /// Shows a case as it is now. Supports stay. $1 code, $2 home, $3 case, $4 version, $5 title, $6 text,
    /// $7 to $9 response, by whom and when, $10 kind, $11 subject, $12 service, $13 holder, $14 desk of the clocks,
    /// $15 regency, $16 district, $17 place, $18 status, $19 received, $20 last day, $21 paused, $22 ended,
    /// $23 first published, $24 last worded, $25 and $26 the rounded point.
    SHOW = "insert into published (code, home_id, case_id, version, is_shown, title, words, response, response_by_id,
                response_at_ms, kind, subject, service_code, holder_id, desk_id, regency_code, district_code,
                region_code, status, received_at_ms, due_day, is_paused, ended_at_ms, first_at_ms, worded_at_ms,
                supports, latitude_e2, longitude_e2)
            values ($1, $2, $3, $4, true, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                $21, $22, $23, $24, 0, $25, $26)
            on conflict (code) do update set version = excluded.version, is_shown = true, title = excluded.title,
                words = excluded.words, response = excluded.response, response_by_id = excluded.response_by_id,
                response_at_ms = excluded.response_at_ms, kind = excluded.kind, subject = excluded.subject,
                service_code = excluded.service_code, holder_id = excluded.holder_id, desk_id = excluded.desk_id,
                status = excluded.status, due_day = excluded.due_day, is_paused = excluded.is_paused,
                ended_at_ms = excluded.ended_at_ms, first_at_ms = excluded.first_at_ms,
                worded_at_ms = excluded.worded_at_ms, latitude_e2 = excluded.latitude_e2,
                longitude_e2 = excluded.longitude_e2";
    /// Takes the words away. $1 code, $2 version.
    HIDE = "update published set version = $2, is_shown = false, title = '', words = '', response = null,
                response_by_id = null, response_at_ms = null, latitude_e2 = null, longitude_e2 = null
            where code = $1";
    /// Forgets who helps. $1 code.
    FORGET_PARTNERS = "delete from published_partner where code = $1";
    /// Names a helper. $1 code, $2 partner, $3 whether its part is done.
    PARTNER = "insert into published_partner (code, partner_id, is_done) values ($1, $2, $3)
               on conflict (code, partner_id)
                   do update set is_done = published_partner.is_done and excluded.is_done";
    /// Forgets the photos. $1 code.
    FORGET_PHOTOS = "delete from published_photo where code = $1";
    /// Shows a photo. $1 code, $2 its place, $3 file.
    PHOTO = "insert into published_photo (code, no, file_id) values ($1, $2, $3) on conflict (code, file_id) do nothing";
    /// Forgets the moves. $1 code.
    FORGET_STEPS = "delete from published_step where code = $1";
    /// Forgets the stems. $1 code.
    FORGET_STEMS = "delete from published_stem where code = $1";
    /// Copies the moves that are not there yet, without a word that anybody wrote. $1 code, $2 home, $3 case.
    STEPS = "insert into published_step (code, seq, status, holder_id, at_ms)
             select cast($1 as text), e.seq, e.to_status, e.holder_id, e.at_ms from event e
             where e.home_id = $2 and e.case_id = $3 and e.is_public and e.from_status <> e.to_status
             on conflict (code, seq) do nothing";
}

#[derive(sqlx::FromRow)]
struct PublicationRow {
    code: String,
    title: String,
    words: String,
    response: Option<String>,
    response_by_id: Option<Uuid>,
    response_at_ms: Option<i64>,
    first_at_ms: i64,
    worded_at_ms: i64,
}

impl TryFrom<PublicationRow> for Publication {
    type Error = Error;

    fn try_from(row: PublicationRow) -> Result<Self, Error> {
        let text = held_maybe("published.response", row.response)?;
        let response = text.map(|text| {
            Ok::<_, Error>(PublicResponse {
                by: AgencyId(needed("published.response_by_id", row.response_by_id)?),
                text,
                at: Timestamp::from_ms(needed("published.response_at_ms", row.response_at_ms)?),
            })
        });
        Ok(Self {
            title: held("published.title", row.title)?,
            text: held("published.words", row.words)?,
            response: response.transpose()?,
            photos: Vec::new(),
            first_at: Timestamp::from_ms(row.first_at_ms),
            at: Timestamp::from_ms(row.worded_at_ms),
        })
    }
}

/// What is published of the case at `key`.
pub(super) async fn read(conn: &mut Conn, key: CaseKey) -> Result<Option<Publication>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, PublicationRow>(READ)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    let Some(row) = row else { return Ok(None) };
    let photos = published::photos(conn, &held("published.code", row.code.clone())?).await?;
    Ok(Some(Publication {
        photos,
        ..row.try_into()?
    }))
}

/// Writes what everybody reads of the case after the change; takes it away where nobody may read it any more. Stems
/// are the caller's: the archive knows no language.
pub(super) async fn write(tx: &mut Tx, change: &Change) -> Result<(), Error> {
    let (before, after) = (change.before(), change.after());
    let was_shown = before.is_some_and(|case| case.publication.is_some());
    match &after.publication {
        Some(publication) => {
            show(tx, after, publication).await?;
            partners(tx, after).await?;
            let before = before.and_then(|case| case.publication.as_ref());
            photos(
                tx,
                after,
                before.map_or(&[], |before| &before.photos),
                &publication.photos,
            )
            .await?;
            on!(tx, c => sqlx::query(STEPS)
                .bind(after.code.as_str())
                .bind(after.key.home.uuid())
                .bind(after.key.id.uuid())
                .execute(c)
                .await
                .map(drop))?;
        }
        None if was_shown => hide(tx, after).await?,
        None => return Ok(()),
    }
    published::bump(tx).await
}

async fn show(tx: &mut Tx, case: &Case, publication: &Publication) -> Result<(), Error> {
    let (facts, response) = (&case.facts, publication.response.as_ref());
    let (region, point) = (&facts.place.region, case.public_point());
    let resolution = &case.clocks.resolution;
    let due = (!case.status.is_end() && resolution.is_running()).then(|| resolution.deadline.due.wita_date());
    on!(tx, c => sqlx::query(SHOW)
        .bind(case.code.as_str())
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(case.version)
        .bind(publication.title.as_str())
        .bind(publication.text.as_str())
        .bind(response.map(|response| response.text.as_str()))
        .bind(response.map(|response| response.by.uuid()))
        .bind(response.map(|response| response.at.as_ms()))
        .bind(case.kind.as_str())
        .bind(facts.subject.map(|subject| subject.as_str()))
        .bind(facts.service.as_ref().map(|code| code.as_str()))
        .bind(case.holder.uuid())
        .bind(case.clocks.desk.uuid())
        .bind(region.regency())
        .bind(region.district().unwrap_or(region.regency()))
        .bind(region.as_str())
        .bind(case.status.code().as_str())
        .bind(case.received_at.as_ms())
        .bind(due.map(|day| day.to_string()))
        .bind(matches!(case.status, Status::NeedInfo(_)))
        .bind(case.status.ended_at().map(Timestamp::as_ms))
        .bind(publication.first_at.as_ms())
        .bind(publication.at.as_ms())
        .bind(point.map(|point| i64::from(point.latitude_e2)))
        .bind(point.map(|point| i64::from(point.longitude_e2)))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn partners(tx: &mut Tx, case: &Case) -> Result<(), Error> {
    forget(tx, FORGET_PARTNERS, case).await?;
    let helping = case
        .tasks
        .iter()
        .filter(|task| !task.is_cancelled() && !task.is_declined() && !case.is_accused(task.partner));
    for task in helping {
        on!(tx, c => sqlx::query(PARTNER)
            .bind(case.code.as_str())
            .bind(task.partner.uuid())
            .bind(matches!(task.state, TaskState::Done { .. }))
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

async fn photos(tx: &mut Tx, case: &Case, before: &[FileId], after: &[FileId]) -> Result<(), Error> {
    if before == after {
        return Ok(());
    }
    forget(tx, FORGET_PHOTOS, case).await?;
    for (no, id) in (1_i64..).zip(after) {
        on!(tx, c => sqlx::query(PHOTO)
            .bind(case.code.as_str())
            .bind(no)
            .bind(id.uuid())
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

async fn hide(tx: &mut Tx, case: &Case) -> Result<(), Error> {
    for forgets in [FORGET_PARTNERS, FORGET_PHOTOS, FORGET_STEPS, FORGET_STEMS] {
        forget(tx, forgets, case).await?;
    }
    on!(tx, c => sqlx::query(HIDE)
        .bind(case.code.as_str())
        .bind(case.version)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn forget(tx: &mut Tx, statement: &'static str, case: &Case) -> Result<(), Error> {
    on!(tx, c => sqlx::query(statement)
        .bind(case.code.as_str())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
