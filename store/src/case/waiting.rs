//! What on a case waits for somebody's word: proposals, an answer, a longer limit.

use domain::case::{ArchiveProposal, Case, Prolonging, TogetherProposal, WaitingAnswer};
use domain::deed::AnswerText;
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::kind::{ArchiveReason, HandoffReason};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{day, held, instant, needed, unreadable};
use crate::error::known;
use crate::{Conn, Error, Tx};

statements! {
    /// What waits on a case. $1 home, $2 case.
    ALL = "select what, agency_id, person_id, reason, words, act, act_day, unit, at_ms, due_at_ms
           from waiting where home_id = $1 and case_id = $2";
    /// Forgets what waits on a case. $1 home, $2 case.
    CLEAR = "delete from waiting where home_id = $1 and case_id = $2";
    /// Adds what waits. $1 home, $2 case, $3 what, $4 agency, $5 person, $6 reason, $7 words, $8 act, $9 its day,
    /// $10 unit, $11 since when, $12 until when.
    ADD = "insert into waiting (home_id, case_id, what, agency_id, person_id, reason, words, act, act_day, unit,
                                at_ms, due_at_ms)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
}

/// Everything that waits on one case.
#[derive(Default, PartialEq)]
pub(super) struct Waiting {
    pub(super) together: Option<TogetherProposal>,
    pub(super) archive: Option<ArchiveProposal>,
    pub(super) answer: Option<WaitingAnswer>,
    pub(super) prolonging: Option<Prolonging>,
}

impl From<&Case> for Waiting {
    fn from(case: &Case) -> Self {
        Self {
            together: case.together.clone(),
            archive: case.archive.clone(),
            answer: case.waiting_answer.clone(),
            prolonging: case.prolonging.clone(),
        }
    }
}

/// One thing that waits; each kind uses the columns it needs.
#[derive(Default, sqlx::FromRow)]
struct WaitingRow {
    what: String,
    agency_id: Option<Uuid>,
    person_id: Option<Uuid>,
    reason: Option<String>,
    words: String,
    act: Option<String>,
    act_day: Option<String>,
    unit: Option<String>,
    at_ms: i64,
    due_at_ms: Option<i64>,
}

impl Waiting {
    fn rows(&self) -> Vec<WaitingRow> {
        let together = self.together.as_ref().map(|proposal| WaitingRow {
            agency_id: Some(proposal.by.uuid()),
            reason: Some(proposal.reason.as_str().to_owned()),
            due_at_ms: Some(proposal.due_at.as_ms()),
            ..WaitingRow::new("together", proposal.what.as_str(), proposal.at)
        });
        let archive = self.archive.as_ref().map(|proposal| WaitingRow {
            person_id: Some(proposal.by.uuid()),
            reason: Some(proposal.reason.as_str().to_owned()),
            ..WaitingRow::new("archive", proposal.sentence.as_str(), proposal.at)
        });
        let answer = self.answer.as_ref().map(|waiting| WaitingRow {
            person_id: Some(waiting.by.uuid()),
            act: Some(waiting.answer.act.as_str().to_owned()),
            act_day: Some(waiting.answer.on.to_string()),
            unit: Some(waiting.answer.unit.as_str().to_owned()),
            ..WaitingRow::new("answer", waiting.answer.text.as_str(), waiting.at)
        });
        let prolonging = self.prolonging.as_ref().map(|asked| WaitingRow {
            person_id: Some(asked.by.uuid()),
            ..WaitingRow::new("prolong", asked.reason.as_str(), asked.at)
        });
        [together, archive, answer, prolonging].into_iter().flatten().collect()
    }

    fn take(&mut self, row: WaitingRow) -> Result<(), Error> {
        let at = Timestamp::from_ms(row.at_ms);
        let agency = || needed("waiting.agency_id", row.agency_id).map(AgencyId);
        let person = || needed("waiting.person_id", row.person_id).map(PersonId);
        let reason = row.reason.as_deref().unwrap_or_default();
        let text = |raw: &Option<String>| raw.clone().unwrap_or_default();
        match row.what.as_str() {
            "together" => {
                self.together = Some(TogetherProposal {
                    by: agency()?,
                    what: held("waiting.words", row.words)?,
                    reason: known("waiting.reason", reason, HandoffReason::find)?,
                    at,
                    due_at: needed("waiting.due_at_ms", instant(row.due_at_ms))?,
                });
            }
            "archive" => {
                self.archive = Some(ArchiveProposal {
                    by: person()?,
                    reason: known("waiting.reason", reason, ArchiveReason::find)?,
                    sentence: held("waiting.words", row.words)?,
                    at,
                });
            }
            "answer" => {
                self.answer = Some(WaitingAnswer {
                    by: person()?,
                    answer: AnswerText {
                        act: held("waiting.act", text(&row.act))?,
                        on: day("waiting.act_day", &text(&row.act_day))?,
                        unit: held("waiting.unit", text(&row.unit))?,
                        text: held("waiting.words", row.words)?,
                    },
                    at,
                });
            }
            "prolong" => {
                self.prolonging = Some(Prolonging {
                    by: person()?,
                    reason: held("waiting.words", row.words)?,
                    at,
                });
            }
            other => return Err(unreadable("waiting.what", &other)),
        }
        Ok(())
    }
}

impl WaitingRow {
    fn new(what: &str, words: &str, at: Timestamp) -> Self {
        Self {
            what: what.to_owned(),
            words: words.to_owned(),
            at_ms: at.as_ms(),
            ..Self::default()
        }
    }
}

/// What waits on the case at `key`.
pub(super) async fn read(conn: &mut Conn, key: CaseKey) -> Result<Waiting, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, WaitingRow>(ALL)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    let mut waiting = Waiting::default();
    rows.into_iter().try_for_each(|row| waiting.take(row))?;
    Ok(waiting)
}

/// Writes what waits, if that changed.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let (was, is) = (before.map(Waiting::from).unwrap_or_default(), Waiting::from(after));
    if was == is {
        return Ok(());
    }
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    on!(tx, c => sqlx::query(CLEAR).bind(home).bind(id).execute(c).await.map(drop))?;
    for row in is.rows() {
        on!(tx, c => sqlx::query(ADD)
            .bind(home)
            .bind(id)
            .bind(row.what)
            .bind(row.agency_id)
            .bind(row.person_id)
            .bind(row.reason)
            .bind(row.words)
            .bind(row.act)
            .bind(row.act_day)
            .bind(row.unit)
            .bind(row.at_ms)
            .bind(row.due_at_ms)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}
