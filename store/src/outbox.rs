//! Messages to be sent: put here by the write they tell of, and sent later, at least once.
//!
//! A message holds no address and no text. Both are made when it is sent, from what may be read then.

use domain::id::{AgencyId, CaseId, CaseKey, PersonId};
use domain::notice::NoticeChannel;
use domain::time::Timestamp;
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::error::known;
use crate::{Conn, Error, Tx, dialect};

/// The topic of a notice: news of a case. Of those that wait for the same reader one is enough.
pub const NOTICE: &str = "notice";
/// The topic of a notice of a limit, put here when the limit is set and sent when it is near or has passed.
pub const LIMIT: &str = "limit";
/// The topic of a request to confirm an address.
pub const CONFIRM: &str = "confirm";
/// The topic of a new secret for a lost receipt.
pub const NEW_SECRET: &str = "new_secret";
/// The topic of a link into a citizen's account.
pub const SIGN_IN: &str = "sign_in";

statements! {
    /// Adds a message, unless it is news of a case that another one is to tell already. $1 id, $2 topic, $3 home and
    /// $4 case it is about, $5 account it is for, $6 facts, $7 when due, $8 channel, $9 which browser.
    ADD = "insert into outbox (id, topic, home_id, case_id, account_id, facts, tries, due_at_ms, channel, target_id)
           values ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9)
           on conflict (home_id, case_id, channel, coalesce(target_id, case_id))
               where topic = 'notice' and tries = 0 do nothing";
    /// Whether a message is due on a channel. $1 channel, $2 now.
    IS_DUE = "select 1 as due from outbox where channel = $1 and sent_at_ms is null and dead_at_ms is null
                  and due_at_ms <= $2 limit 1";
    /// Notes that a message was sent. $1 id, $2 now.
    SENT = "update outbox set sent_at_ms = $2, failure = null where id = $1";
    /// Puts a message off after a failure. $1 id, $2 when it is due again, $3 what failed.
    RETRY = "update outbox set due_at_ms = $2, failure = $3 where id = $1";
    /// Gives a message up. $1 id, $2 now, $3 why.
    GIVE_UP = "update outbox set dead_at_ms = $2, failure = $3 where id = $1";
    /// Forgets sent messages. $1 instant before which they were sent.
    SWEEP = "delete from outbox where sent_at_ms is not null and sent_at_ms < $1";
    /// Forgets messages that were given up. $1 instant before which they were.
    BURY = "delete from outbox where dead_at_ms is not null and dead_at_ms < $1";
}

/// A message to be sent. Its address and text are made when it is sent, from what may be read then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Names the message; a receiver that gets it twice can tell.
    pub id: Uuid,
    /// What it is: [`NOTICE`], [`LIMIT`], [`CONFIRM`], [`NEW_SECRET`], [`SIGN_IN`].
    pub topic: String,
    /// The case it is about; without an account it is for the reporter. A link into an account is about none.
    pub case: Option<CaseKey>,
    /// The account it is for.
    pub account: Option<PersonId>,
    /// What the text needs beyond the case. Never personal data.
    pub facts: Value,
    /// How often sending it was begun.
    pub tries: i64,
    /// When it is to be sent; once claimed, when it may be claimed anew.
    pub due_at: Timestamp,
    /// The way it goes.
    pub channel: NoticeChannel,
    /// Which of the reporter's browsers, where it goes by push.
    pub target: Option<Uuid>,
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
    channel: String,
    target_id: Option<Uuid>,
}

impl TryFrom<MessageRow> for Message {
    type Error = Error;

    fn try_from(row: MessageRow) -> Result<Self, Error> {
        let case = row.home_id.zip(row.case_id);
        Ok(Self {
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
            channel: known("outbox.channel", &row.channel, NoticeChannel::find)?,
            target: row.target_id,
        })
    }
}

/// Adds a message to be sent from `message.due_at` on. News of a case that is to be told already is not added again.
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
        .bind(message.channel.as_str())
        .bind(message.target)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Whether a message is due on `channel`: asked before a write is begun for it.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn is_due(conn: &mut Conn, channel: NoticeChannel, now: Timestamp) -> Result<bool, Error> {
    let one: Option<i32> = on!(conn, c => sqlx::query_scalar(IS_DUE)
        .bind(channel.as_str())
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    Ok(one.is_some())
}

/// Takes at most `rows_max` messages that are due on `channel` at `now`. Until `lease_ends_at` nobody else gets them;
/// one that is not noted as sent by then is due again.
///
/// Shape: those longest due, in the order in which they were made.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn claim(
    tx: &mut Tx,
    channel: NoticeChannel,
    now: Timestamp,
    lease_ends_at: Timestamp,
    rows_max: i64,
) -> Result<Vec<Message>, Error> {
    let sql = dialect::OUTBOX_CLAIM.on(tx);
    let rows = on!(tx, c => sqlx::query_as::<_, MessageRow>(sql)
        .bind(now.as_ms())
        .bind(lease_ends_at.as_ms())
        .bind(rows_max)
        .bind(channel.as_str())
        .fetch_all(c)
        .await)?;
    let mut messages = rows.into_iter().map(Message::try_from).collect::<Result<Vec<_>, _>>()?;
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

/// Puts a message off until `due_at`, as sending it failed. `failure` is for the operator: a kind of fault, never an
/// address.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn retry(tx: &mut Tx, id: Uuid, due_at: Timestamp, failure: &str) -> Result<(), Error> {
    on!(tx, c => sqlx::query(RETRY).bind(id).bind(due_at.as_ms()).bind(failure).execute(c).await.map(drop))?;
    Ok(())
}

/// Gives a message up: it is kept for the operator to see, and never sent.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn give_up(tx: &mut Tx, id: Uuid, now: Timestamp, why: &str) -> Result<(), Error> {
    on!(tx, c => sqlx::query(GIVE_UP).bind(id).bind(now.as_ms()).bind(why).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets the messages sent, or given up, before `before`.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(SWEEP).bind(before.as_ms()).execute(c).await.map(drop))?;
    on!(tx, c => sqlx::query(BURY).bind(before.as_ms()).execute(c).await.map(drop))?;
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
            channel: NoticeChannel::Mail,
            target: None,
        }
    }

    async fn claimed(store: &Archive, minute: i64) -> Vec<Message> {
        store
            .keep(async move |tx: &mut Tx| claim(tx, NoticeChannel::Mail, at(minute), at(minute + 5), 10).await)
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
                    store.write(async move |tx: &mut Tx| claim(tx, NoticeChannel::Mail, at(1), at(6), 5).await).await.unwrap()
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

    fn news(number: u128, due_minute: i64) -> Message {
        Message {
            topic: NOTICE.to_owned(),
            ..message(number, due_minute)
        }
    }

    #[test]
    fn several_changes_before_a_notice_goes_out_are_one_notice_and_the_next_one_is_told_anew() {
        both!(store => {
            let on_phone = Message { channel: NoticeChannel::Push, target: Some(Uuid::from_u128(9)), ..news(3, 0) };
            store.keep(async move |tx: &mut Tx| {
                for message in [news(1, 0), news(2, 0), on_phone] { add(tx, &message).await?; }
                Ok(())
            }).await;
            assert_eq!(store.count("select count(*) from outbox").await, 2);
            assert_eq!(claimed(&store, 1).await.len(), 1);
            store.keep(async move |tx: &mut Tx| add(tx, &news(4, 1)).await).await;
            let again: Vec<_> = claimed(&store, 2).await.into_iter().map(|message| message.id).collect();
            assert_eq!(again, [news(4, 0).id]);
        });
    }

    #[test]
    fn a_message_given_up_is_kept_to_be_seen_and_never_sent() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                add(tx, &message(1, 0)).await?;
                give_up(tx, message(1, 0).id, at(3), "no such mailbox").await
            }).await;
            assert_eq!(claimed(&store, 40).await, []);
            let mut conn = store.look_up().await.unwrap();
            assert!(!is_due(&mut conn, NoticeChannel::Mail, at(40)).await.unwrap());
            drop(conn);
            assert_eq!(store.count("select count(*) from outbox where failure = 'no such mailbox'").await, 1);
            store.keep(async move |tx: &mut Tx| sweep(tx, at(4)).await).await;
            assert_eq!(store.count("select count(*) from outbox").await, 0);
        });
    }

    #[test]
    fn a_channel_takes_its_own_messages_only() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                add(tx, &Message { channel: NoticeChannel::Phone, ..message(1, 0) }).await?;
                retry(tx, message(1, 0).id, at(5), "busy").await
            }).await;
            assert_eq!(claimed(&store, 40).await, []);
            let mut conn = store.look_up().await.unwrap();
            assert!(!is_due(&mut conn, NoticeChannel::Phone, at(4)).await.unwrap());
            assert!(is_due(&mut conn, NoticeChannel::Phone, at(5)).await.unwrap());
        });
    }
}
