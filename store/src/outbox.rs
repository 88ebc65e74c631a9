//! Messages to be sent: put here by the write they tell of, and sent later, at least once.

use domain::id::{AgencyId, CaseId, CaseKey, PersonId};
use domain::time::Timestamp;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Error, Tx, dialect};

statements! {
    /// Adds a message. $1 id, $2 topic, $3 home and $4 case it is about, $5 account it is for, $6 facts, $7 when due.
    ADD = "insert into outbox (id, topic, home_id, case_id, account_id, facts, tries, due_at_ms)
           values ($1, $2, $3, $4, $5, $6, 0, $7)";
    /// Notes that a message was sent. $1 id, $2 now.
    SENT = "update outbox set sent_at_ms = $2 where id = $1";
    /// Forgets sent messages. $1 instant before which they were sent.
    SWEEP = "delete from outbox where sent_at_ms is not null and sent_at_ms < $1";
}

/// A message to be sent. Its address and text are made when it is sent, from what may be read then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Names the message; a receiver that gets it twice can tell.
    pub id: Uuid,
    /// What it tells: `case_answered`.
    pub topic: String,
    /// The case it is about; without an account it is for the reporter.
    pub case: Option<CaseKey>,
    /// The account it is for.
    pub account: Option<PersonId>,
    /// What the text needs beyond the case. Never personal data.
    pub facts: Value,
    /// How often sending it was begun.
    pub tries: i64,
    /// When it is to be sent; once claimed, when it may be claimed anew.
    pub due_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct MessageRow {
    id: Uuid,
    topic: String,
    home_id: Option<Uuid>,
    case_id: Option<Uuid>,
    account_id: Option<Uuid>,
    facts: Json<Value>,
    tries: i64,
    due_at_ms: i64,
}

impl From<MessageRow> for Message {
    fn from(row: MessageRow) -> Self {
        let case = row.home_id.zip(row.case_id);
        Self {
            id: row.id,
            topic: row.topic,
            case: case.map(|(home, id)| CaseKey {
                home: AgencyId(home),
                id: CaseId(id),
            }),
            account: row.account_id.map(PersonId),
            facts: row.facts.0,
            tries: row.tries,
            due_at: Timestamp::from_ms(row.due_at_ms),
        }
    }
}

/// Adds a message to be sent from `message.due_at` on.
///
/// # Errors
/// [`Error::Database`] if the id is in use.
pub async fn add(tx: &mut Tx, message: &Message) -> Result<(), Error> {
    on!(tx, c => sqlx::query(ADD)
        .bind(message.id)
        .bind(&message.topic)
        .bind(message.case.map(|key| key.home.uuid()))
        .bind(message.case.map(|key| key.id.uuid()))
        .bind(message.account.map(PersonId::uuid))
        .bind(Json(&message.facts))
        .bind(message.due_at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes at most `rows_max` messages that are due at `now`. Until `lease_ends_at` nobody else gets them; one that is
/// not noted as sent by then is due again.
///
/// Shape: those longest due, in the order in which they were made.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn claim(
    tx: &mut Tx,
    now: Timestamp,
    lease_ends_at: Timestamp,
    rows_max: i64,
) -> Result<Vec<Message>, Error> {
    let sql = dialect::OUTBOX_CLAIM.on(tx);
    let rows = on!(tx, c => sqlx::query_as::<_, MessageRow>(sql)
        .bind(now.as_ms())
        .bind(lease_ends_at.as_ms())
        .bind(rows_max)
        .fetch_all(c)
        .await)?;
    let mut messages: Vec<_> = rows.into_iter().map(Message::from).collect();
    // `returning` has no order; ids are in the order in which they were made.
    messages.sort_by_key(|message| message.id);
    Ok(messages)
}

/// Notes that a message was sent.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sent(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(SENT).bind(id).bind(now.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets the messages sent before `before`.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(SWEEP).bind(before.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Archive, at, both};

    fn message(number: u128, due_minute: i64) -> Message {
        Message {
            id: Uuid::from_u128(number),
            topic: "case_answered".to_owned(),
            case: Some(CaseKey {
                home: AgencyId(Uuid::from_u128(1)),
                id: CaseId(Uuid::from_u128(2)),
            }),
            account: None,
            facts: serde_json::json!({ "late": true, "days": 3 }),
            tries: 0,
            due_at: at(due_minute),
        }
    }

    async fn claimed(store: &Archive, minute: i64) -> Vec<Message> {
        store
            .keep(async move |tx: &mut Tx| claim(tx, at(minute), at(minute + 5), 10).await)
            .await
    }

    #[test]
    fn a_message_is_claimed_once_it_is_due_and_again_when_its_lease_ends() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| add(tx, &message(1, 10)).await).await;
            assert_eq!(claimed(&store, 9).await, []);
            let first = Message { tries: 1, due_at: at(15), ..message(1, 10) };
            assert_eq!(claimed(&store, 10).await, [first]);
            assert_eq!(claimed(&store, 14).await, []);
            assert_eq!(claimed(&store, 15).await[0].tries, 2);
        });
    }

    #[test]
    fn a_message_sent_is_never_claimed_again_and_forgotten_in_the_end() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                add(tx, &message(1, 0)).await?;
                add(tx, &message(2, 50)).await?;
                sent(tx, message(1, 0).id, at(1)).await
            }).await;
            assert_eq!(claimed(&store, 40).await, []);
            store.keep(async move |tx: &mut Tx| sweep(tx, at(2)).await).await;
            assert_eq!(store.count("select count(*) from outbox").await, 1);
        });
    }

    #[test]
    fn claims_at_once_share_the_messages_and_take_none_twice() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                for number in 0..60 { add(tx, &message(number, 0)).await?; }
                Ok(())
            }).await;
            let claims: Vec<_> = (0..12).map(|_| {
                let store = store.clone();
                tokio::spawn(async move {
                    store.write(async move |tx: &mut Tx| claim(tx, at(1), at(6), 5).await).await.unwrap()
                })
            }).collect();
            let mut ids = Vec::new();
            for claim in claims { ids.extend(claim.await.unwrap().into_iter().map(|message| message.id)); }
            let all = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(all, ids.len(), "a message was claimed twice");
            // Works that met on PostgreSQL may each leave something for the next round.
            let left = store.count("select count(*) from outbox where tries = 0").await;
            assert_eq!(i64::try_from(all).unwrap() + left, 60);
        });
    }
}
