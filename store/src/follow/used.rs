//! The contact of one message, for its sender; and the log of it, for the reporter.

use domain::facts::Contact;
use domain::id::CaseKey;
use domain::notice::NoticeChannel;
use domain::permit::Scope;
use domain::time::Timestamp;

use super::{Browser, BrowserRow, Which, contacts};
use crate::error::known;
use crate::outbox::Message;
use crate::{Conn, Error, Tx};

/// Uses of a contact that a reporter reads: the latest of them.
const USES_READ: i64 = 20;

statements! {
    /// One browser of a case. $1 home, $2 case, $3 id.
    BROWSER = "select id, endpoint, p256dh, auth, lang, is_named, at_ms from push_target
               where home_id = $1 and case_id = $2 and id = $3";
    /// Logs that the house used a contact. $1 home, $2 case, $3 message, $4 try, $5 channel, $6 topic, $7 now.
    USE = "insert into contact_use (home_id, case_id, message_id, tries, channel, topic, at_ms)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (home_id, case_id, message_id, tries) do nothing";
    /// When the house used a contact, latest first. $1 home, $2 case, $3 most rows.
    USES = "select channel, topic, at_ms from contact_use where home_id = $1 and case_id = $2
            order by message_id desc, tries desc limit $3";
}

/// The contact that one message goes to, for its sender, which took the message from the outbox. The use is logged,
/// and its reporter reads the log. `None` if the contact is gone.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn use_contact(
    tx: &mut Tx,
    message: &Message,
    which: Which,
    now: Timestamp,
) -> Result<Option<Contact>, Error> {
    let Some(key) = message.case else { return Ok(None) };
    tx.name_case(key).await?;
    let contact = contacts(tx, Scope::Reporter(key), key)
        .await?
        .which(which, message.channel);
    if contact.is_some() {
        log_use(tx, key, message, now).await?;
    }
    Ok(contact)
}

/// The browser that one message goes to. As [`use_contact`].
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn use_push(tx: &mut Tx, message: &Message, now: Timestamp) -> Result<Option<Browser>, Error> {
    let (Some(key), Some(id)) = (message.case, message.target) else {
        return Ok(None);
    };
    tx.name_case(key).await?;
    let row = on!(tx, c => sqlx::query_as::<_, BrowserRow>(BROWSER)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(id)
        .fetch_optional(c)
        .await)?;
    if row.is_some() {
        log_use(tx, key, message, now).await?;
    }
    row.map(Browser::try_from).transpose()
}

async fn log_use(tx: &mut Tx, key: CaseKey, message: &Message, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(USE)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(message.id)
        .bind(message.tries)
        .bind(message.channel.as_str())
        .bind(&message.topic)
        .bind(now.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A use of a contact by the house itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The way it went.
    pub channel: NoticeChannel,
    /// What was sent.
    pub topic: String,
    /// When.
    pub at: Timestamp,
}

/// When the house used the contact of a case's reporter. Empty through any other eyes.
///
/// Shape: latest first, at most 20.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn uses(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Use>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, String, i64)> = on!(conn, c => sqlx::query_as(USES)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(USES_READ)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(channel, topic, at)| {
            Ok(Use {
                channel: known("contact_use.channel", &channel, NoticeChannel::find)?,
                topic,
                at: Timestamp::from_ms(at),
            })
        })
        .collect()
}
