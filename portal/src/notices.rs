//! Notices into the outbox, in the transaction of the change that they tell of.

use crate::{Error, Portal};
use domain::{
    case::{Case, change::Change},
    deadline::LimitKind,
    id::CaseKey,
    notice::{Notice, NoticeChannel, NoticeGroup, NoticeKind, Watched, Wishes, notices, watched},
    permit::Scope,
    time::Timestamp,
};
use serde_json::{Value, json};
use store::{
    Tx,
    outbox::{self, Message},
};
use uuid::Uuid;

impl Portal {
    /// Puts the notices that a change causes into the outbox: one for each way that its reporter wants. None while
    /// the consent to be written to is withdrawn.
    pub(crate) async fn tell(&self, tx: &mut Tx, change: &Change) -> Result<(), Error> {
        let notices = notices(change, self.now());
        if notices.is_empty() || !self.0.tells {
            return Ok(());
        }
        let case = change.after();
        if case.is_consent_withdrawn() {
            return Ok(());
        }
        let wishes = wishes(tx, case).await?;
        for (channel, target) in store::follow::ways(tx, case.key).await? {
            for notice in &notices {
                if wishes.wants(channel, notice.kind.group()) {
                    let message = self.message(case.key, channel, target, notice);
                    outbox::add(tx, &message).await?;
                }
            }
        }
        Ok(())
    }

    fn message(&self, key: CaseKey, channel: NoticeChannel, target: Option<Uuid>, notice: &Notice) -> Message {
        let (topic, facts) = match notice.limit {
            None => (outbox::NOTICE, json!({ "kind": notice.kind.as_str() })),
            Some(limit) => (
                outbox::LIMIT,
                json!({
                    "kind": notice.kind.as_str(),
                    "limit": limit.limit.as_str(),
                    "due": limit.due.as_ms(),
                }),
            ),
        };
        Message {
            id: self.new_id(),
            topic: topic.to_owned(),
            case: Some(key),
            account: None,
            facts,
            tries: 0,
            due_at: notice.at,
            channel,
            target,
        }
    }
}

/// What the reporter of a case wants to be told.
pub(crate) async fn wishes(tx: &mut store::Conn, case: &Case) -> Result<Wishes, Error> {
    let said = store::follow::wishes(tx, Scope::Reporter(case.key), case.key).await?;
    Ok(Wishes::usual(case.kind).with(said))
}

/// What a message was about, as the outbox keeps it.
pub(crate) fn group_of(facts: &Value) -> Option<NoticeGroup> {
    let kind = facts.get("kind").and_then(Value::as_str)?;
    NoticeKind::find(kind).map(NoticeKind::group)
}

/// Whether the limit that a message is about still runs; a message about none is always right.
pub(crate) fn still_runs(facts: &Value, case: &Case) -> bool {
    let Some(limit) = facts.get("limit").and_then(Value::as_str) else {
        return true;
    };
    let due = facts.get("due").and_then(Value::as_i64).map(Timestamp::from_ms);
    let limit = LimitKind::find(limit)
        .zip(due)
        .map(|(limit, due)| Watched { limit, due });
    limit.is_some_and(|limit| watched(case).contains(&limit))
}
