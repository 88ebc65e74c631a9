//! Messages out of the outbox: taken, drawn up from what may be read now, and noted as sent, failed or given up.

use crate::{Error, LinkKind, Portal, notices};
use domain::{
    case::Case,
    facts::Contact,
    id::CaseKey,
    lang::Lang,
    notice::{NoticeChannel, held},
    permit::Scope,
    time::Timestamp,
};
use serde_json::Value;
use store::{
    Tx,
    follow::{Browser, Which},
    outbox::{self, Message},
};
use uuid::Uuid;

/// Messages taken at once. Unit: messages.
const TAKEN_MAX: i64 = 20;
/// How long the taker of a message may be silent before another one gets it. Unit: minutes; longer than all of its
/// letters take, each with its own timeout.
const LEASE_MINUTES: i64 = 10;
/// After so many tries a message is given up.
const TRIES_MAX: i64 = 8;
/// How long to wait after each try that failed. Unit: minutes. About a day in all.
const BACKOFF_MINUTES: [i64; 7] = [1, 5, 15, 60, 180, 360, 720];
/// Older news is none. Unit: days; a weekend and a day.
const NEWS_DAYS: i64 = 3;
/// How long what was sent, or given up, is kept for the operator to see. Unit: days.
const KEPT_DAYS: i64 = 30;

/// The post of the house: for whoever carries messages out of it.
pub struct Post<'a> {
    pub(crate) portal: &'a Portal,
}

/// Where a letter goes.
#[derive(Clone, PartialEq, Eq)]
pub enum To {
    /// To this e-mail address.
    Mail(String),
    /// To this telephone number.
    Phone(String),
    /// To this browser.
    Push(Browser),
}

/// What a letter says. Never what happened, to whom, or in which case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// That there is news.
    News,
    /// That an address is to be confirmed.
    Confirm,
    /// That a lost receipt can be replaced.
    NewSecret,
    /// That somebody can sign in to their account.
    SignIn,
}

/// One message, ready to be carried.
#[derive(Clone)]
pub struct Letter {
    /// Names the message.
    pub id: Uuid,
    /// What it says.
    pub what: What,
    /// Where it goes.
    pub to: To,
    /// Where it leads: a path of the site. It opens something, so it is no less secret than the letter.
    pub path: String,
    /// The code of the report, where its reporter chose to have it told.
    pub code: Option<String>,
    /// The language, where it is known.
    pub lang: Option<Lang>,
    /// The report it is about; a link into an account is about none.
    key: Option<CaseKey>,
    tries: i64,
}

/// Why a letter was not delivered. `why` is for the operator and never names the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It may be tried again.
    Later {
        /// What kind of fault.
        why: String,
    },
    /// It will never be taken.
    Never {
        /// What kind of fault.
        why: String,
    },
    /// The browser is gone.
    Gone,
}

impl Post<'_> {
    /// Whether something waits on this channel: cheap, so it may be asked often.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn is_due(&self, channel: NoticeChannel) -> Result<bool, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        Ok(outbox::is_due(&mut conn, channel, self.portal.now()).await?)
    }

    /// Takes what is due on a channel. What nobody wants any more is settled here; so is what came at night.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails; what was taken is due again when its lease ends.
    pub async fn take(&self, channel: NoticeChannel) -> Result<Vec<Letter>, Error> {
        let now = self.portal.now();
        let lease_ends = now.plus_minutes(LEASE_MINUTES);
        let taken = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| outbox::claim(tx, channel, now, lease_ends, TAKEN_MAX).await);
        let mut letters = Vec::new();
        for message in taken.await? {
            let own = self.portal.clone();
            let drawn = self
                .portal
                .0
                .store
                .write(async move |tx: &mut Tx| own.draw_up(tx, &message, now).await);
            letters.extend(drawn.await?);
        }
        Ok(letters)
    }

    /// Notes that a letter was delivered.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails: then it is sent once more.
    pub async fn sent(&self, letter: &Letter) -> Result<(), Error> {
        let (id, now) = (letter.id, self.portal.now());
        let noted = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| outbox::sent(tx, id, now).await);
        Ok(noted.await?)
    }

    /// Notes that a letter was not delivered; whether it was given up.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails: then it is tried again when its lease ends.
    pub async fn failed(&self, letter: &Letter, failure: Failure) -> Result<bool, Error> {
        let (id, now, key, tries) = (letter.id, self.portal.now(), letter.key, letter.tries);
        let browser = match &letter.to {
            To::Push(browser) => Some(browser.id),
            To::Mail(_) | To::Phone(_) => None,
        };
        let noted = self.portal.0.store.write(async move |tx: &mut Tx| match failure {
            Failure::Later { why } if tries < TRIES_MAX => {
                let place = usize::try_from(tries - 1).unwrap_or(0);
                let minutes = BACKOFF_MINUTES.get(place).copied().unwrap_or(BACKOFF_MINUTES[6]);
                outbox::retry(tx, id, now.plus_minutes(minutes), &why).await?;
                Ok(false)
            }
            Failure::Later { why } | Failure::Never { why } => {
                outbox::give_up(tx, id, now, &why).await?;
                Ok(true)
            }
            Failure::Gone => {
                if let Some(key) = key {
                    store::follow::forget(tx, key, browser).await?;
                }
                outbox::sent(tx, id, now).await?;
                Ok::<_, store::Error>(false)
            }
        });
        Ok(noted.await?)
    }

    /// Forgets what was sent or given up long ago, and old attempts to replace a receipt.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn clean(&self) -> Result<(), Error> {
        let now = self.portal.now();
        let cleaned = self.portal.0.store.write(async move |tx: &mut Tx| {
            outbox::sweep(tx, now.plus_days(-KEPT_DAYS)).await?;
            store::lost::sweep(tx, now.plus_days(-crate::lost::ATTEMPT_DAYS)).await
        });
        Ok(cleaned.await?)
    }

    /// What stands for a contact in a log: a keyed hash, so that no list of numbers finds it.
    #[must_use]
    pub fn pseudonym(&self, contact: &str) -> String {
        self.portal.0.keys.pseudonym(contact)
    }

    /// What the key that signs for push services is made from: the installation's own, the same on each start.
    #[must_use]
    pub fn push_seed(&self) -> [u8; 32] {
        self.portal.0.keys.push_seed()
    }
}

/// What a topic of the outbox says, and which contact it goes to.
fn reads(message: &Message) -> Option<(What, LinkKind, Which)> {
    match message.topic.as_str() {
        outbox::NOTICE | outbox::LIMIT => Some((What::News, LinkKind::Open, Which::InForce)),
        outbox::CONFIRM => Some((What::Confirm, LinkKind::Confirm, Which::Asked)),
        outbox::NEW_SECRET => {
            let is_given = message.facts.get("which").and_then(Value::as_str) == Some("given");
            let which = if is_given { Which::Given } else { Which::InForce };
            Some((What::NewSecret, LinkKind::NewSecret, which))
        }
        _ => None,
    }
}

/// When a message was made: its id says so.
fn made_at(message: &Message) -> Option<Timestamp> {
    let (seconds, nanos) = message.id.get_timestamp()?.to_unix();
    let ms = i64::try_from(seconds).ok()?.checked_mul(1000)?;
    Some(Timestamp::from_ms(ms + i64::from(nanos / 1_000_000)))
}

impl Portal {
    /// Draws up a letter from what may be read now; `None` where there is nothing to be sent, and the message is
    /// settled or put off.
    async fn draw_up(&self, tx: &mut Tx, message: &Message, now: Timestamp) -> Result<Option<Letter>, Error> {
        if message.topic == outbox::SIGN_IN {
            return self.draw_up_sign_in(tx, message, now).await;
        }
        let (Some((what, kind, which)), Some(key)) = (reads(message), message.case) else {
            outbox::give_up(tx, message.id, now, "unknown topic").await?;
            return Ok(None);
        };
        let is_old = made_at(message).is_some_and(|made| made.plus_days(NEWS_DAYS) < now);
        if is_old && message.topic != outbox::LIMIT {
            outbox::give_up(tx, message.id, now, "too old").await?;
            return Ok(None);
        }
        if what == What::News && held(now) > now {
            outbox::retry(tx, message.id, held(now), "quiet hours").await?;
            return Ok(None);
        }
        tx.name_case(key).await?;
        let letter = match store::case::find(tx, Scope::Reporter(key), key).await? {
            Some(case) if self.is_wanted(tx, &case, message, what).await? => {
                let code = &case.code;
                if message.channel == NoticeChannel::Push {
                    let browser = store::follow::use_push(tx, message, now).await?;
                    browser.map(|browser| to_browser(message, key, code.as_str(), browser))
                } else {
                    let contact = store::follow::use_contact(tx, message, which, now).await?;
                    let old = store::receipt::find_secret(tx, code).await?.map(|(_, old)| old);
                    let old = old.filter(|_| kind == LinkKind::NewSecret);
                    contact.map(|contact| {
                        let token = self.link(kind, key, &contact, old.as_ref().map(<[u8; 32]>::as_slice));
                        to_contact(message, key, what, &contact, &token)
                    })
                }
            }
            Some(_) | None => None,
        };
        if letter.is_none() {
            outbox::sent(tx, message.id, now).await?;
        }
        Ok(letter)
    }

    /// A link into an account, while it holds: the address is read, and that it was used is noted, by what was asked.
    async fn draw_up_sign_in(&self, tx: &mut Tx, message: &Message, now: Timestamp) -> Result<Option<Letter>, Error> {
        let id = message.facts.get("ask").and_then(Value::as_str);
        let ask = match id.and_then(|id| Uuid::parse_str(id).ok()) {
            Some(id) => store::citizen_account::send(tx, id, now).await?,
            None => None,
        };
        let Some(ask) = ask else {
            outbox::sent(tx, message.id, now).await?;
            return Ok(None);
        };
        Ok(Some(Letter {
            id: message.id,
            what: What::SignIn,
            path: format!("/k/{}", self.sign_in_link(&ask)),
            to: To::Mail(ask.address.as_str().to_owned()),
            code: None,
            lang: Some(ask.lang),
            key: None,
            tries: message.tries,
        }))
    }

    /// Whether a letter may still be sent. What somebody with the contact asked for a moment ago is; with the consent
    /// withdrawn nothing else is.
    async fn is_wanted(&self, tx: &mut Tx, case: &Case, message: &Message, what: What) -> Result<bool, Error> {
        match what {
            What::NewSecret => return Ok(true),
            What::Confirm => return Ok(!case.is_consent_withdrawn()),
            What::News if case.is_consent_withdrawn() => return Ok(false),
            What::News | What::SignIn => {}
        }
        let wishes = notices::wishes(tx, case).await?;
        let is_on = notices::group_of(&message.facts).is_some_and(|group| wishes.wants(message.channel, group));
        Ok(is_on && notices::still_runs(&message.facts, case))
    }
}

fn to_contact(message: &Message, key: CaseKey, what: What, contact: &Contact, token: &str) -> Letter {
    let address = contact.as_str().to_owned();
    Letter {
        id: message.id,
        what,
        to: if contact.is_mail() {
            To::Mail(address)
        } else {
            To::Phone(address)
        },
        path: format!("/k/{token}"),
        code: None,
        lang: None,
        key: Some(key),
        tries: message.tries,
    }
}

/// A push message leads to the page where the receipt is asked for; with the code only where its owner chose so.
fn to_browser(message: &Message, key: CaseKey, code: &str, browser: Browser) -> Letter {
    let named = browser.is_named.then(|| code.to_owned());
    Letter {
        id: message.id,
        what: What::News,
        path: named
            .as_ref()
            .map_or_else(|| "/lacak".to_owned(), |code| format!("/lacak/{code}")),
        code: named,
        lang: Some(browser.lang),
        to: To::Push(browser),
        key: Some(key),
        tries: message.tries,
    }
}
