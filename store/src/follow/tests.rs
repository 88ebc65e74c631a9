//! Contacts and wishes, on both databases: a reporter's own, and the sender's for one message.

use serde_json::json;

use super::*;
use crate::case::fixture::*;
use crate::outbox::{Message, NOTICE};
use crate::tests::both;

fn message(key: CaseKey, channel: NoticeChannel, target: Option<Uuid>) -> Message {
    Message {
        id: Uuid::from_u128(77),
        topic: NOTICE.to_owned(),
        case: Some(key),
        account: None,
        facts: json!({}),
        tries: 1,
        due_at: at(0),
        channel,
        target,
    }
}

fn browser(number: u128) -> Browser {
    Browser {
        id: Uuid::from_u128(number),
        endpoint: format!("https://push.contoh.id/{number}"),
        p256dh: vec![4; 65],
        auth: vec![1; 16],
        lang: Lang::Id,
        is_named: false,
        at: at(0),
    }
}

#[test]
fn what_a_reporter_switches_is_theirs_alone_and_the_last_word_counts() {
    both!(store => {
        with_desks(&store).await;
        let (case, other) = (at_work(&store, 1).await, at_work(&store, 2).await);
        let key = case.key;
        store.keep(async move |tx: &mut Tx| {
            wish(tx, key, &[(NoticeChannel::Mail, NoticeGroup::Ends, false)]).await?;
            wish(tx, key, &[(NoticeChannel::Mail, NoticeGroup::Ends, true)]).await
        }).await;
        let read = async |scope, key| wishes(&mut store.read(scope).await.unwrap(), scope, key).await.unwrap();
        let own = [(NoticeChannel::Mail, NoticeGroup::Ends, true)];
        assert_eq!(read(Scope::Reporter(key), key).await, own);
        assert_eq!(read(Scope::Reporter(other.key), other.key).await, []);
        assert_eq!(read(Scope::Reporter(other.key), key).await, []);
        assert_eq!(read(Scope::Agency(A), key).await, []);
    });
}

#[test]
fn an_address_given_later_is_used_only_once_its_owner_confirmed_it() {
    both!(store => {
        with_desks(&store).await;
        let key = at_work(&store, 1).await.key;
        let (new, wrong): (Contact, Contact) = (text("baru@contoh.id"), text("lain@contoh.id"));
        let asked = new.clone();
        store.keep(async move |tx: &mut Tx| ask(tx, key, &asked, at(1)).await).await;
        let scope = Scope::Reporter(key);
        let read = async || contacts(&mut store.read(scope).await.unwrap(), scope, key).await.unwrap();
        let waiting = read().await;
        assert_eq!(waiting.asked, Some((new.clone(), at(1))));
        assert_ne!(waiting.on(NoticeChannel::Mail), Some(&new));
        let given = new.clone();
        let confirmed = store.keep(async move |tx: &mut Tx| {
            Ok((confirm(tx, key, &wrong, at(2)).await?, confirm(tx, key, &given, at(2)).await?))
        }).await;
        assert_eq!(confirmed, (false, true));
        assert_eq!(read().await.on(NoticeChannel::Mail), Some(&new));
        let mut conn = store.read(Scope::Agency(A)).await.unwrap();
        assert_eq!(contacts(&mut conn, Scope::Agency(A), key).await.unwrap(), Contacts::default());
    });
}

#[test]
fn the_sender_of_a_message_gets_its_contact_and_the_reporter_reads_that_it_did() {
    both!(store => {
        with_desks(&store).await;
        let key = at_work(&store, 1).await.key;
        let channel = if asked().identity.contact.unwrap().is_mail() { NoticeChannel::Mail } else { NoticeChannel::Phone };
        let used = store.keep(async move |tx: &mut Tx| {
            use_contact(tx, &message(key, channel, None), Which::InForce, at(3)).await
        }).await;
        assert_eq!(used, asked().identity.contact);
        let scope = Scope::Reporter(key);
        let logged = uses(&mut store.read(scope).await.unwrap(), scope, key).await.unwrap();
        assert_eq!(logged, [Use { channel, topic: NOTICE.to_owned(), at: at(3) }]);
        let mut conn = store.read(Scope::Agency(A)).await.unwrap();
        assert_eq!(uses(&mut conn, Scope::Agency(A), key).await.unwrap(), []);
    });
}

#[test]
fn a_browser_is_one_however_often_it_asks_and_is_forgotten_when_it_leaves() {
    both!(store => {
        with_desks(&store).await;
        let key = at_work(&store, 1).await.key;
        let named = Browser { id: Uuid::from_u128(9), is_named: true, ..browser(1) };
        let first = browser(1);
        store.keep(async move |tx: &mut Tx| {
            subscribe(tx, key, &first).await?;
            subscribe(tx, key, &named).await?;
            subscribe(tx, key, &browser(2)).await
        }).await;
        let ways_now = store.keep(async move |tx: &mut Tx| ways(tx, key).await).await;
        assert_eq!(ways_now.iter().filter(|(channel, _)| *channel == NoticeChannel::Push).count(), 2);
        let target = Some(Uuid::from_u128(1));
        let used = store.keep(async move |tx: &mut Tx| {
            use_push(tx, &message(key, NoticeChannel::Push, target), at(1)).await
        }).await;
        assert_eq!(used, Some(Browser { is_named: true, ..browser(1) }));
        store.keep(async move |tx: &mut Tx| forget(tx, key, target).await).await;
        let scope = Scope::Reporter(key);
        let left = browsers(&mut store.read(scope).await.unwrap(), scope, key).await.unwrap();
        assert_eq!(left, [browser(2)]);
        store.keep(async move |tx: &mut Tx| forget(tx, key, None).await).await;
        assert_eq!(store.count("select count(*) from contact_use").await, i64::from(!store.is_postgres()));
    });
}

#[test]
fn another_case_and_a_desk_see_no_row_of_it_even_without_a_where() {
    crate::tests::run("PostgreSQL", async {
        let store = crate::tests::Archive::on_postgres(4).await;
        with_desks(&store).await;
        let (case, other) = (at_work(&store, 1).await, at_work(&store, 2).await);
        let key = case.key;
        store
            .keep(async move |tx: &mut Tx| {
                wish(tx, key, &[(NoticeChannel::Mail, NoticeGroup::Ends, false)]).await?;
                ask(tx, key, &text("baru@contoh.id"), at(1)).await?;
                subscribe(tx, key, &browser(1)).await?;
                use_push(tx, &message(key, NoticeChannel::Push, Some(Uuid::from_u128(1))), at(1))
                    .await
                    .map(drop)
            })
            .await;
        for (scope, seen) in [
            (Scope::Reporter(key), 1),
            (Scope::Reporter(other.key), 0),
            (Scope::Agency(A), 0),
        ] {
            let mut conn = store.read(scope).await.unwrap();
            for sql in [
                "select count(*) from notice_wish",
                "select count(*) from notice_address",
                "select count(*) from push_target",
                "select count(*) from contact_use",
            ] {
                let rows: i64 = on!(&mut conn, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap();
                assert_eq!(rows, seen, "{sql} as {scope:?}");
            }
        }
    });
}
