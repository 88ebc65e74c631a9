//! A citizen's own account: signing in by a link that was sent, and the reports that its owner put into it.
//!
//! Nobody needs one. It is a keyed hash of an e-mail address and opens the reports in it as their receipts do. No desk
//! sees that there is one. Source: `docs/rules.md`, "Accounts of citizens".

mod link;
mod list;

pub use link::SignInLink;

use crate::{
    Citizen, Error, Portal, Receipt, Typed,
    account::{token_hash, token_text},
    typed::Reading,
};
use domain::{
    facts::Contact, id::CaseKey, lang::Lang, notice::NoticeChannel, permit::Scope, text::FieldError,
    tracking_code::TrackingCode, view::account::OwnAccount,
};
use serde_json::json;
use store::{
    Tx,
    citizen_account::{AccountHash, Ask},
    outbox::{self, Message},
};

/// How long a link signs in. Unit: minutes. Source: our own; letters arrive within a few, and a mailbox that others come
/// to read later opens nothing.
pub const SIGN_IN_MINUTES: i64 = 30;
/// How long a session lasts. Unit: days from signing in, used or not. Source: our own; a month bridges most reports,
/// and a phone that is passed on does not stay signed in for ever.
pub const SESSION_DAYS: i64 = 30;
/// Links that an address is sent within a day. Source: our own; enough for who signs out each time, and nobody's
/// mailbox is flooded.
const ASKS_A_DAY: i64 = 8;
/// Hexadecimal digits of a session's token.
const TOKEN_CHARS: usize = 64;

/// Citizens' accounts, for who is not signed in yet, or says that they are.
pub struct OwnAccounts<'a> {
    pub(crate) portal: &'a Portal,
}

/// The account of a session that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn(pub(crate) AccountHash);

impl Portal {
    /// For citizens' own accounts.
    #[must_use]
    pub const fn own_account(&self) -> OwnAccounts<'_> {
        OwnAccounts { portal: self }
    }

    /// Forgets sessions that have ended, and links with the addresses they went to.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sweep_accounts(&self) -> Result<(), Error> {
        let now = self.now();
        let swept = self.0.store.write(async move |tx: &mut Tx| {
            store::citizen_account::sweep(tx, now, now.plus_minutes(-SIGN_IN_MINUTES), now.plus_days(-1)).await
        });
        Ok(swept.await?)
    }
}

impl OwnAccounts<'_> {
    /// Sends a link to the address that was typed. The same happens whether or not it has reports in an account; after
    /// too many links within a day nothing is sent, and the answer is the same.
    ///
    /// # Errors
    /// [`Error::Fields`] for what is no e-mail address; [`Error::Store`] if the archive fails.
    pub async fn ask(&self, typed: &Typed, lang: Lang) -> Result<(), Error> {
        let mut reading = Reading::of(typed);
        let address = reading.needed("email", |text| {
            Contact::try_from(text)
                .ok()
                .filter(Contact::is_mail)
                .ok_or(FieldError::NotAContact)
        });
        let address = reading.done(address)?;
        let (portal, now) = (self.portal.clone(), self.portal.now());
        let ask = Ask {
            id: portal.new_id(),
            account: portal.0.keys.account(&address.canonical()),
            address,
            lang,
            ends_at: now.plus_minutes(SIGN_IN_MINUTES),
        };
        let asked = self.portal.0.store.write(async move |tx: &mut Tx| {
            if !store::citizen_account::ask(tx, &ask, now.plus_days(-1), now, ASKS_A_DAY).await? {
                return Ok(());
            }
            let message = Message {
                id: portal.new_id(),
                topic: outbox::SIGN_IN.to_owned(),
                case: None,
                account: None,
                facts: json!({ "ask": ask.id }),
                tries: 0,
                due_at: now,
                channel: NoticeChannel::Mail,
                target: None,
            };
            Ok::<_, Error>(outbox::add(tx, &message).await?)
        });
        asked.await
    }

    /// Signs in by a link, once: the token of the session, and the address that the link went to, masked. `None` if the
    /// link does not hold.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sign_in(&self, link: SignInLink) -> Result<Option<(String, String)>, Error> {
        let (portal, now) = (self.portal.clone(), self.portal.now());
        let token = token_text(&portal.random());
        let key = token_hash(&token);
        let signed_in = self.portal.0.store.write(async move |tx: &mut Tx| {
            let Some(ask) = portal.believe_sign_in(tx, link).await? else {
                return Ok(None);
            };
            if !store::citizen_account::use_ask(tx, ask.id, now).await? {
                return Ok(None);
            }
            let ends_at = now.plus_days(SESSION_DAYS);
            store::citizen_account::open(tx, &key, &ask.account, now, ends_at).await?;
            Ok::<_, Error>(Some(ask.address.masked()))
        });
        Ok(signed_in.await?.map(|masked| (token, masked)))
    }

    /// The account of the session with this token.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn who(&self, token: &str) -> Result<Option<SignedIn>, Error> {
        if !is_token(token) {
            return Ok(None);
        }
        let (inner, now) = (&self.portal.0, self.portal.now());
        let mut conn = inner.store.look_up().await?;
        let account = store::citizen_account::session(&mut conn, &token_hash(token), now).await?;
        Ok(account.map(SignedIn))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sign_out(&self, token: &str) -> Result<(), Error> {
        let key = token_hash(token);
        let closed = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| store::citizen_account::close(tx, &key).await);
        Ok(closed.await?)
    }

    /// Forgets an account: its sessions on every phone, its links, and which reports were in it. The reports stay, with
    /// their receipts.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn forget(&self, own: SignedIn) -> Result<(), Error> {
        let forgotten = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| store::citizen_account::forget(tx, &own.0).await);
        Ok(forgotten.await?)
    }

    /// How forms and pages name an account: by a mark that says nothing to anybody else, and by its masked address.
    #[must_use]
    pub fn named(&self, own: SignedIn, address: &str) -> OwnAccount {
        OwnAccount {
            mark: self.portal.0.keys.account_mark(&own.0),
            address: address.to_owned(),
        }
    }

    /// Puts a report into an account, by its code and secret.
    ///
    /// # Errors
    /// [`Error::Fields`] where one is missing or they do not belong together.
    pub async fn add(&self, own: SignedIn, typed: &Typed) -> Result<(), Error> {
        let mut reading = Reading::of(typed);
        let code = reading.needed("code", |text| {
            text.parse::<TrackingCode>().map_err(|_| FieldError::Unknown)
        });
        let secret = reading.needed("secret", |text| Ok(text.to_owned()));
        let (code, secret) = reading.done(code.zip(secret))?;
        let code = code.to_string();
        if self.add_proved(own, &Receipt { code, secret }).await? {
            Ok(())
        } else {
            Err(Error::Fields(vec![("secret".to_owned(), FieldError::Unknown)]))
        }
    }

    /// Puts the report of a receipt into an account. `false`: code and secret do not belong together. A link that only
    /// reads, or another account, does not put it there.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn add_proved(&self, own: SignedIn, receipt: &Receipt) -> Result<bool, Error> {
        let citizen = self.portal.citizen();
        let Some((key, _)) = citizen.prove_secret(&receipt.code, &receipt.secret).await? else {
            return Ok(false);
        };
        let kept = self.portal.0.store.write(async move |tx: &mut Tx| {
            tx.name_case(key).await?;
            let case = store::case::find(tx, Scope::Reporter(key), key)
                .await?
                .ok_or(Error::Missing)?;
            Ok::<_, Error>(store::citizen_account::keep(tx, &own.0, key, case.received_at).await?)
        });
        kept.await?;
        Ok(true)
    }

    /// Takes a report out of an account. Nothing happens to the report; one that is not in it is left alone.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn remove(&self, own: SignedIn, code: &str) -> Result<(), Error> {
        let Some(key) = self.find(own, code).await? else {
            return Ok(());
        };
        let removed = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| store::citizen_account::remove(tx, &own.0, key).await);
        Ok(removed.await?)
    }

    /// Whether the report with this code is in the account.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn has(&self, own: SignedIn, code: &str) -> Result<bool, Error> {
        Ok(self.find(own, code).await?.is_some())
    }

    async fn find(&self, own: SignedIn, code: &str) -> Result<Option<CaseKey>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.read_account(&own.0).await?;
        Ok(store::citizen_account::find(&mut conn, &own.0, &code).await?)
    }
}

impl Citizen<'_> {
    /// The report with this code, if `proof` is the token of a session whose account has it. Runs the same for another's
    /// report and for none.
    pub(crate) async fn prove_by_account(&self, code: &str, proof: &str) -> Result<Option<CaseKey>, Error> {
        let accounts = self.portal.own_account();
        match accounts.who(proof).await? {
            Some(own) => accounts.find(own, code).await,
            None => Ok(None),
        }
    }
}

/// Whether this is the shape of a session's token: no secret and no link has it.
fn is_token(text: &str) -> bool {
    text.len() == TOKEN_CHARS && text.bytes().all(|sign| sign.is_ascii_hexdigit())
}
