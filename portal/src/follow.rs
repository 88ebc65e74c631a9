//! What a reporter says about being told, and the page part that shows it.

use crate::{Citizen, Error, LinkKind, Portal, Typed, link::Way, typed::Reading};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    facts::Contact,
    id::CaseKey,
    kind::Kind,
    lang::Lang,
    notice::{NoticeChannel, NoticeGroup, Wishes},
    permit::Scope,
    refusal::Refusal,
    text::FieldError,
    view::{
        CaseView, When,
        follow::{FollowView, FollowWay, ToldView},
    },
};
use serde_json::json;
use store::{
    Conn, Tx,
    follow::{Browser, Contacts},
    outbox::{self, Message},
};

/// Addresses that may be asked to confirm for one case within a day. Source: our own, so that nobody's mailbox is
/// flooded with other people's requests.
const ASKED_MAX: i64 = 5;
/// Hosts of the push services that browsers have; a name that begins with a dot stands for all below it. What a
/// browser names beyond them is not asked: the server would knock wherever a form tells it to.
const PUSH_HOSTS: [&str; 5] = [
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    "web.push.apple.com",
    ".notify.windows.com",
];
/// The longest address of a browser. Unit: bytes.
const ENDPOINT_BYTES_MAX: usize = 1024;
/// An uncompressed point of P-256. Unit: bytes.
const POINT_BYTES: usize = 65;
/// The shared secret of a browser. Unit: bytes. Source: RFC 8291.
const AUTH_BYTES: usize = 16;

/// What a stream of news about one case needs: its key, and the version that its reader has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// The case.
    pub key: CaseKey,
    /// Counts its changes.
    pub version: i64,
}

impl Citizen<'_> {
    /// Keeps what the part "tell me" of the page says: switches, and perhaps a new address, which is asked to confirm.
    ///
    /// # Errors
    /// [`Error::Missing`] without the right secret; [`Error::Refused`] once the consent to be written to is withdrawn; [`Error::Fields`] for an address that is none; [`Error::TooMany`]
    /// where too many addresses were asked today.
    pub async fn follow(&self, code: &str, secret: &str, typed: &Typed) -> Result<(), Error> {
        let key = self.prove(code, secret).await?.ok_or(Error::Missing)?;
        let mut reading = Reading::of(typed);
        let address = reading.optional("follow_mail", |text| {
            Contact::try_from(text)
                .ok()
                .filter(Contact::is_mail)
                .ok_or(FieldError::NotAContact)
        });
        let said = wished(typed);
        let address = reading.done(Some(address))?;
        let portal = self.portal.clone();
        let code = code.parse().map_err(|_| Error::Missing)?;
        let kept = self.portal.0.store.write(async move |tx: &mut Tx| {
            may_be_told(tx, key).await?;
            store::follow::wish(tx, key, &said).await?;
            let Some(address) = address else { return Ok(()) };
            let now = portal.now();
            if !store::lost::attempt(tx, &code, now.plus_days(-1), now, ASKED_MAX).await? {
                return Err(Error::TooMany);
            }
            store::follow::ask(tx, key, &address, now).await?;
            let message = Message {
                id: portal.new_id(),
                topic: outbox::CONFIRM.to_owned(),
                case: Some(key),
                account: None,
                facts: json!({}),
                tries: 0,
                due_at: now,
                channel: NoticeChannel::Mail,
                target: None,
            };
            Ok(outbox::add(tx, &message).await?)
        });
        kept.await
    }

    /// Keeps a browser that asks to be told by push.
    ///
    /// # Errors
    /// [`Error::Missing`] without the right secret; [`Error::Refused`] once the consent to be written to is withdrawn; [`Error::Fields`] for what no browser of a known service says.
    pub async fn follow_by_push(&self, code: &str, secret: &str, typed: &Typed, lang: Lang) -> Result<(), Error> {
        let key = self.prove(code, secret).await?.ok_or(Error::Missing)?;
        let mut reading = Reading::of(typed);
        let endpoint = reading.needed("endpoint", |text| {
            is_push_service(text)
                .then(|| text.to_owned())
                .ok_or(FieldError::Unknown)
        });
        let mut bytes = |name, length| {
            reading.needed(name, |text| {
                let bytes = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
                bytes.filter(|bytes| bytes.len() == length).ok_or(FieldError::Unknown)
            })
        };
        let (p256dh, auth) = (bytes("p256dh", POINT_BYTES), bytes("auth", AUTH_BYTES));
        let is_named = reading.text("named") == "yes";
        let (endpoint, (p256dh, auth)) = reading.done(endpoint.zip(p256dh.zip(auth)))?;
        let browser = Browser {
            id: self.portal.new_id(),
            endpoint,
            p256dh,
            auth,
            lang,
            is_named,
            at: self.portal.now(),
        };
        let kept = self.portal.0.store.write(async move |tx: &mut Tx| {
            may_be_told(tx, key).await?;
            let known = store::follow::browsers(tx, Scope::Reporter(key), key).await?;
            let is_known = known.iter().any(|other| other.endpoint == browser.endpoint);
            // A new phone takes the place of the one that asked first.
            if let Some(first) = known.first()
                && !is_known
                && i64::try_from(known.len()).is_ok_and(|count| count >= store::follow::BROWSERS_MAX)
            {
                store::follow::forget(tx, key, Some(first.id)).await?;
            }
            Ok::<_, Error>(store::follow::subscribe(tx, key, &browser).await?)
        });
        kept.await
    }

    /// Forgets every browser of the case.
    ///
    /// # Errors
    /// [`Error::Missing`] without the right secret.
    pub async fn forget_push(&self, code: &str, secret: &str) -> Result<(), Error> {
        let key = self.prove(code, secret).await?.ok_or(Error::Missing)?;
        let forgotten = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| store::follow::forget(tx, key, None).await);
        Ok(forgotten.await?)
    }

    /// Puts an address into force by the link that was sent to it; gives the code of its case. `None` if the link does
    /// not hold.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn confirm_address(&self, token: &str) -> Result<Option<String>, Error> {
        let Some(link) = self.link(token).await?.filter(|link| link.kind == LinkKind::Confirm) else {
            return Ok(None);
        };
        let (key, address, now) = (link.key, link.address, self.portal.now());
        let confirmed = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| store::follow::confirm(tx, key, &address, now).await);
        Ok(confirmed.await?.then_some(link.code))
    }

    /// What a stream of news needs, for who may read the case.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn watch(&self, code: &str, proof: &str) -> Result<Option<Watch>, Error> {
        let Some((key, _)) = self.prove_to_read(code, proof).await? else {
            return Ok(None);
        };
        let scope = Scope::Reporter(key);
        let mut conn = self.portal.0.store.read(scope).await?;
        let case = store::case::find(&mut conn, scope, key).await?;
        Ok(case.map(|case| Watch {
            key,
            version: case.version,
        }))
    }
}

/// Nothing more is kept to reach a reporter who asked that name and contact be erased.
async fn may_be_told(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    tx.name_case(key).await?;
    let case = store::case::find(tx, Scope::Reporter(key), key)
        .await?
        .ok_or(Error::Missing)?;
    if case.is_consent_withdrawn() {
        return Err(Error::Refused(Refusal::ConsentWithdrawn));
    }
    Ok(())
}

/// The switches of the form: those of the ways that it shows, on where they came along.
fn wished(typed: &Typed) -> Vec<(NoticeChannel, NoticeGroup, bool)> {
    let all = |name: &'static str| {
        let fields = typed.0.iter().filter(move |(field, _)| field == name);
        fields.map(|(_, text)| text.as_str())
    };
    let shown: Vec<_> = all("way").filter_map(NoticeChannel::find).collect();
    let on: Vec<&str> = all("tell").collect();
    let mut said = Vec::new();
    for channel in shown {
        for group in NoticeGroup::ALL {
            let name = format!("{}.{}", channel.as_str(), group.as_str());
            said.push((channel, *group, on.contains(&name.as_str())));
        }
    }
    said
}

fn is_push_service(endpoint: &str) -> bool {
    let Some(host) = endpoint
        .strip_prefix("https://")
        .and_then(|rest| rest.split(['/', '?', '#']).next())
    else {
        return false;
    };
    let is_known = PUSH_HOSTS.iter().any(|known| {
        if known.starts_with('.') {
            host.ends_with(known)
        } else {
            host == *known
        }
    });
    is_known && endpoint.len() <= ENDPOINT_BYTES_MAX && endpoint.is_ascii()
}

impl Portal {
    /// Hears of every change to a case, by its key: for pages that stay open.
    #[must_use]
    pub fn news(&self) -> tokio::sync::broadcast::Receiver<store::news::Heard> {
        self.0.store.news()
    }

    /// Passes on what other servers of this archive change, for as long as it runs.
    pub async fn listen(&self) {
        self.0.store.listen().await;
    }

    /// The reporter's view with what they said about being told; opened by a link it can only be read.
    pub(crate) async fn followed(
        &self,
        key: CaseKey,
        mut view: CaseView,
        way: Way,
        lang: Lang,
    ) -> Result<CaseView, Error> {
        let scope = Scope::Reporter(key);
        let mut conn = self.0.store.read(scope).await?;
        let contacts = store::follow::contacts(&mut conn, scope, key).await?;
        let wishes = store::follow::wishes(&mut conn, scope, key).await?;
        let browsers = store::follow::browsers(&mut conn, scope, key).await?;
        let uses = store::follow::uses(&mut conn, scope, key).await?;
        view.follow = Some(FollowView {
            is_by_link: way == Way::Link,
            is_by_account: way == Way::Account,
            in_account: None,
            ways: ways(&contacts, view.kind, wishes, !browsers.is_empty()),
            asked: contacts.asked.as_ref().map(|(address, _)| address.masked()),
            browsers: u32::try_from(browsers.len()).unwrap_or(u32::MAX),
            push_key: String::new(),
            last: uses.first().map(|last| (last.channel, When::instant(last.at, lang))),
        });
        if way == Way::Link {
            view.allowed.clear();
        }
        Ok(view)
    }

    /// All that is kept to tell the reporter of this case of news.
    pub(crate) async fn told(&self, conn: &mut Conn, key: CaseKey, lang: Lang) -> Result<ToldView, Error> {
        let scope = Scope::Reporter(key);
        let contacts = store::follow::contacts(conn, scope, key).await?;
        let browsers = store::follow::browsers(conn, scope, key).await?;
        let uses = store::follow::uses(conn, scope, key).await?;
        let text = |contact: &Contact| contact.as_str().to_owned();
        Ok(ToldView {
            confirmed: contacts.confirmed.as_ref().map(text),
            asked: contacts.asked.as_ref().map(|(address, _)| text(address)),
            wishes: store::follow::wishes(conn, scope, key).await?,
            browsers: browsers.iter().map(|browser| When::instant(browser.at, lang)).collect(),
            uses: uses
                .iter()
                .map(|used| (used.channel, When::instant(used.at, lang)))
                .collect(),
        })
    }
}

/// E-mail always, as an address can be added; the others where there is something to send to.
fn ways(
    contacts: &Contacts,
    kind: Kind,
    said: Vec<(NoticeChannel, NoticeGroup, bool)>,
    has_browsers: bool,
) -> Vec<FollowWay> {
    let wishes = Wishes::usual(kind).with(said);
    NoticeChannel::ALL
        .iter()
        .copied()
        .filter(|channel| match channel {
            NoticeChannel::Mail => true,
            NoticeChannel::Phone => contacts.on(*channel).is_some(),
            NoticeChannel::Push => has_browsers,
        })
        .map(|channel| FollowWay {
            channel,
            address: contacts.on(channel).map(Contact::masked).unwrap_or_default(),
            wants: NoticeGroup::ALL
                .iter()
                .map(|group| (*group, wishes.wants(channel, *group)))
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_push_services_that_are_known_are_ever_asked() {
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://wns2-by3p.notify.windows.com/w/?token=abc",
        ] {
            assert!(is_push_service(good), "{good}");
        }
        for bad in [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://localhost/x",
            "https://fcm.googleapis.com.contoh.id/x",
            "https://fcm.googleapis.com@contoh.id/x",
            "https://fcm.googleapis.com:9/x",
            "https://contoh.id/.notify.windows.com",
        ] {
            assert!(!is_push_service(bad), "{bad}");
        }
    }
}
