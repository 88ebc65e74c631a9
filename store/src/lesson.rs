//! What officers taught the clerk: known stems of a report, and where it belonged. No way back to a case.

use domain::id::AgencyId;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::{Conn, Error, Tx};

/// The clerk learns from the newest only: agencies and their duties change. Unit: lessons.
pub const LESSONS_MAX: i64 = 20_000;

statements! {
    /// Keeps a lesson. $1 id, $2 when, $3 desk, $4 stems, $5 agency, $6 service, $7 category, $8 whether it confirms what
    /// was suggested.
    ADD = "insert into lesson (id, learned_at_ms, desk_id, stems, agency_code, service_code, category, is_confirming)
           values ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// The newest lessons, newest first. $1 the first instant that counts, $2 most rows.
    NEWEST = "select id, learned_at_ms, desk_id, stems, agency_code, service_code, category, is_confirming
              from lesson where learned_at_ms >= $1 order by learned_at_ms desc, id desc limit $2";
    /// Asks all running servers to learn anew. $1 now.
    ASK = "insert into retraining (id, asked_at_ms) values (1, $1)
           on conflict (id) do update set asked_at_ms = excluded.asked_at_ms";
    /// When that was asked last.
    ASKED = "select asked_at_ms from retraining where id = 1";
}

/// One correction or confirmation by an officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Names it.
    pub id: Uuid,
    /// When it was taught.
    pub at: Timestamp,
    /// By which desk.
    pub desk: AgencyId,
    /// Known stems of the report, each once, in the order of the alphabet.
    pub stems: Vec<String>,
    /// Where it belongs: code of an agency or outside body, or `REGENCY`.
    pub agency: String,
    /// The service, by code.
    pub service: Option<String>,
    /// The category, by its path.
    pub category: Option<String>,
    /// Whether it is what the clerk had suggested.
    pub is_confirming: bool,
}

#[derive(sqlx::FromRow)]
struct LessonRow {
    id: Uuid,
    learned_at_ms: i64,
    desk_id: Uuid,
    stems: String,
    agency_code: String,
    service_code: Option<String>,
    category: Option<String>,
    is_confirming: bool,
}

impl From<LessonRow> for Lesson {
    fn from(row: LessonRow) -> Self {
        Self {
            id: row.id,
            at: Timestamp::from_ms(row.learned_at_ms),
            desk: AgencyId(row.desk_id),
            stems: row.stems.split_whitespace().map(str::to_owned).collect(),
            agency: row.agency_code,
            service: row.service_code,
            category: row.category,
            is_confirming: row.is_confirming,
        }
    }
}

/// Keeps a lesson, in the transaction of the act that taught it.
///
/// # Errors
/// [`Error::Database`] if the desk is unknown.
pub async fn add(tx: &mut Tx, lesson: &Lesson) -> Result<(), Error> {
    on!(tx, c => sqlx::query(ADD)
        .bind(lesson.id)
        .bind(lesson.at.as_ms())
        .bind(lesson.desk.uuid())
        .bind(lesson.stems.join(" "))
        .bind(&lesson.agency)
        .bind(&lesson.service)
        .bind(&lesson.category)
        .bind(lesson.is_confirming)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Shape: at most [`LESSONS_MAX`] lessons, newest first. They hold nothing of a case, so no scope is asked for.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn newest(conn: &mut Conn) -> Result<Vec<Lesson>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, LessonRow>(NEWEST)
        .bind(0_i64)
        .bind(LESSONS_MAX)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Lesson::from).collect())
}

/// Asks all running servers to learn anew.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn ask_retraining(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(ASK).bind(now.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

/// When somebody last asked for it.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn retraining_asked(conn: &mut Conn) -> Result<Option<Timestamp>, Error> {
    let asked: Option<i64> = on!(conn, c => sqlx::query_scalar(ASKED).fetch_optional(c).await)?;
    Ok(asked.map(Timestamp::from_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{agency, both};

    fn lesson(number: u128, desk: AgencyId) -> Lesson {
        Lesson {
            id: Uuid::from_u128(number),
            at: Timestamp::from_ms(i64::try_from(number).unwrap()),
            desk,
            stems: vec!["jalan".to_owned(), "rusak".to_owned()],
            agency: "REGENCY".to_owned(),
            service: Some("PBG".to_owned()),
            category: None,
            is_confirming: number == 2,
        }
    }

    #[test]
    fn lessons_come_back_as_they_were_taught_newest_first() {
        both!(store => {
            let desk = agency(1, "DLH");
            let id = desk.id;
            store.keep(async move |tx: &mut Tx| {
                crate::agency::keep(tx, &desk).await?;
                for number in [1, 3, 2] {
                    add(tx, &lesson(number, id)).await?;
                }
                Ok(())
            }).await;
            let mut conn = store.look_up().await.unwrap();
            let kept = newest(&mut conn).await.unwrap();
            assert_eq!(kept, [3, 2, 1].map(|number| lesson(number, id)));
        });
    }

    #[test]
    fn the_last_wish_to_learn_anew_is_the_one_that_counts() {
        both!(store => {
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(retraining_asked(&mut conn).await.unwrap(), None);
            drop(conn);
            for at in [5, 9] {
                store.keep(async move |tx: &mut Tx| ask_retraining(tx, Timestamp::from_ms(at)).await).await;
            }
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(retraining_asked(&mut conn).await.unwrap(), Some(Timestamp::from_ms(9)));
        });
    }
}
