//! What agencies owe on a case: partners their tasks, the holder its promises.

use domain::case::{Case, Promise, Task, TaskState};
use domain::id::{AgencyId, CaseKey};
use domain::kind::HandoffReason;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{day, held, instant, needed, unreadable};
use crate::error::known;
use crate::{Conn, Error, Tx};

statements! {
    /// The tasks of a case, in order. $1 home, $2 case.
    TASKS = "select no, partner_id, what, asked_at_ms, due_at_ms, state, state_at_ms, reason from task
             where home_id = $1 and case_id = $2 order by no";
    /// The promises of a case, in order. $1 home, $2 case.
    PROMISES = "select no, agency_id, act, due_day, at_ms from promise
                where home_id = $1 and case_id = $2 order by no";
    /// Keeps a task. $1 home, $2 case, $3 number, $4 partner, $5 what, $6 asked, $7 due, $8 state, $9 since when,
    /// $10 reason.
    KEEP_TASK = "insert into task (home_id, case_id, no, partner_id, what, asked_at_ms, due_at_ms, state,
                                   state_at_ms, reason)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                 on conflict (home_id, case_id, no) do update set partner_id = excluded.partner_id,
                     what = excluded.what, asked_at_ms = excluded.asked_at_ms, due_at_ms = excluded.due_at_ms,
                     state = excluded.state, state_at_ms = excluded.state_at_ms, reason = excluded.reason";
    /// Keeps a promise. $1 home, $2 case, $3 number, $4 agency, $5 act, $6 by which day, $7 when given.
    KEEP_PROMISE = "insert into promise (home_id, case_id, no, agency_id, act, due_day, at_ms)
                    values ($1, $2, $3, $4, $5, $6, $7)
                    on conflict (home_id, case_id, no) do update set agency_id = excluded.agency_id,
                        act = excluded.act, due_day = excluded.due_day, at_ms = excluded.at_ms";
}

#[derive(sqlx::FromRow)]
struct TaskRow {
    no: i64,
    partner_id: Uuid,
    what: String,
    asked_at_ms: i64,
    due_at_ms: i64,
    state: String,
    state_at_ms: Option<i64>,
    reason: Option<String>,
}

#[derive(sqlx::FromRow)]
struct PromiseRow {
    no: i64,
    agency_id: Uuid,
    act: String,
    due_day: String,
    at_ms: i64,
}

impl TryFrom<TaskRow> for Task {
    type Error = Error;

    fn try_from(row: TaskRow) -> Result<Self, Error> {
        let at = || needed("task.state_at_ms", instant(row.state_at_ms));
        let state = match row.state.as_str() {
            "asked" => TaskState::Asked,
            "accepted" => TaskState::Accepted { at: at()? },
            "done" => TaskState::Done { at: at()? },
            "declined" => TaskState::Declined {
                at: at()?,
                reason: known(
                    "task.reason",
                    row.reason.as_deref().unwrap_or_default(),
                    HandoffReason::find,
                )?,
            },
            "cancelled" => TaskState::Cancelled { at: at()? },
            other => return Err(unreadable("task.state", &other)),
        };
        Ok(Self {
            no: held("task.no", row.no)?,
            partner: AgencyId(row.partner_id),
            what: held("task.what", row.what)?,
            asked_at: Timestamp::from_ms(row.asked_at_ms),
            due_at: Timestamp::from_ms(row.due_at_ms),
            state,
        })
    }
}

impl TryFrom<PromiseRow> for Promise {
    type Error = Error;

    fn try_from(row: PromiseRow) -> Result<Self, Error> {
        Ok(Self {
            no: held("promise.no", row.no)?,
            by: AgencyId(row.agency_id),
            act: held("promise.act", row.act)?,
            due_on: day("promise.due_day", &row.due_day)?,
            at: Timestamp::from_ms(row.at_ms),
        })
    }
}

/// The columns of a state: its code, since when, and why.
const fn columns_of(state: &TaskState) -> (&'static str, Option<Timestamp>, Option<HandoffReason>) {
    match state {
        TaskState::Asked => ("asked", None, None),
        TaskState::Accepted { at } => ("accepted", Some(*at), None),
        TaskState::Done { at } => ("done", Some(*at), None),
        TaskState::Declined { at, reason } => ("declined", Some(*at), Some(*reason)),
        TaskState::Cancelled { at } => ("cancelled", Some(*at), None),
    }
}

/// The tasks of the case at `key`.
pub(super) async fn tasks(conn: &mut Conn, key: CaseKey) -> Result<Vec<Task>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, TaskRow>(TASKS)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Task::try_from).collect()
}

/// The promises of the case at `key`.
pub(super) async fn promises(conn: &mut Conn, key: CaseKey) -> Result<Vec<Promise>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, PromiseRow>(PROMISES)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Promise::try_from).collect()
}

/// Writes the tasks and promises that changed; none is ever taken away.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    let is_new_task = |task: &&Task| !before.is_some_and(|case| case.tasks.contains(task));
    for task in after.tasks.iter().filter(is_new_task) {
        let (state, at, reason) = columns_of(&task.state);
        on!(tx, c => sqlx::query(KEEP_TASK)
            .bind(home)
            .bind(id)
            .bind(i64::from(task.no))
            .bind(task.partner.uuid())
            .bind(task.what.as_str())
            .bind(task.asked_at.as_ms())
            .bind(task.due_at.as_ms())
            .bind(state)
            .bind(at.map(Timestamp::as_ms))
            .bind(reason.map(HandoffReason::as_str))
            .execute(c)
            .await
            .map(drop))?;
    }
    let is_new_promise = |promise: &&Promise| !before.is_some_and(|case| case.promises.contains(promise));
    for promise in after.promises.iter().filter(is_new_promise) {
        on!(tx, c => sqlx::query(KEEP_PROMISE)
            .bind(home)
            .bind(id)
            .bind(i64::from(promise.no))
            .bind(promise.by.uuid())
            .bind(promise.act.as_str())
            .bind(promise.due_on.to_string())
            .bind(promise.at.as_ms())
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}
