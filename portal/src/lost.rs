//! A lost receipt: by the contact given, a link that makes a new secret; or at a counter, by an officer who saw who asks.

use crate::{Citizen, Desk, Error, LinkKind, Portal, Receipt, Typed, typed::Reading};
use domain::{
    case::{change::Change, event::By},
    deed::Act,
    facts::Contact,
    id::CaseKey,
    lang::Lang,
    notice::NoticeChannel,
    permit::Scope,
    secret::Secret,
    text::FieldError,
    tracking_code::TrackingCode,
    view::receipt::ReceiptView,
};
use serde_json::json;
use store::{
    Tx,
    outbox::{self, Message},
};

/// Attempts that a code has within [`ATTEMPT_DAYS`]. Source: our own; a person who mistypes has enough, and nobody's
/// mailbox is flooded.
const ATTEMPTS_MAX: i64 = 5;
/// How long an attempt counts. Unit: days.
pub(crate) const ATTEMPT_DAYS: i64 = 1;

impl Citizen<'_> {
    /// Sends a link for a new secret to the contact of this code, if it is the one typed. The answer is the same
    /// whether it is or not, and whether the code exists; and the archive writes either way.
    ///
    /// # Errors
    /// [`Error::Fields`] where no code or no contact was typed; [`Error::Store`] if the archive fails.
    pub async fn lost(&self, typed: &Typed) -> Result<(), Error> {
        let mut reading = Reading::of(typed);
        let code = reading.needed("code", |text| {
            text.parse::<TrackingCode>().map_err(|_| FieldError::Unknown)
        });
        let contact = reading.needed("contact", Contact::try_from);
        let (code, contact) = reading.done(code.zip(contact))?;
        let portal = self.portal.clone();
        let asked = self.portal.0.store.write(async move |tx: &mut Tx| {
            let now = portal.now();
            let since = now.plus_days(-ATTEMPT_DAYS);
            let may = store::lost::attempt(tx, &code, since, now, ATTEMPTS_MAX).await?;
            let kept = store::receipt::find_secret(tx, &code).await?;
            let Some((key, _)) = kept.filter(|_| may) else {
                return Ok::<_, Error>(());
            };
            let Some(which) = matching(tx, key, &contact).await? else {
                return Ok(());
            };
            let channel = if contact.is_mail() {
                NoticeChannel::Mail
            } else {
                NoticeChannel::Phone
            };
            let message = Message {
                id: portal.new_id(),
                topic: outbox::NEW_SECRET.to_owned(),
                case: Some(key),
                account: None,
                facts: json!({ "which": which }),
                tries: 0,
                due_at: now,
                channel,
                target: None,
            };
            Ok(outbox::add(tx, &message).await?)
        });
        asked.await
    }

    /// Makes a new secret by a link that was sent for it; the old one dies. `None` if the link does not hold.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn new_secret(&self, token: &str) -> Result<Option<Receipt>, Error> {
        let Some(link) = self.link(token).await?.filter(|link| link.kind == LinkKind::NewSecret) else {
            return Ok(None);
        };
        let Ok(code) = link.code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let secret = Secret::new(self.portal.random());
        let hash = self.portal.0.keys.hash_of_secret(code.as_str(), &secret);
        let key = link.key;
        let renewed = self.portal.0.store.write(async move |tx: &mut Tx| {
            store::receipt::renew(tx, &code, &hash).await?;
            // Who put it into an account by the old secret may be who found the receipt.
            store::citizen_account::remove_all(tx, key).await
        });
        renewed.await?;
        Ok(Some(Receipt {
            code: link.code,
            secret: secret.reveal(),
        }))
    }
}

/// How long the officer who gave a new receipt can show it. Unit: minutes; a printer may jam.
const SHOWN_MINUTES: i64 = 15;

impl Portal {
    /// The new secret of a receipt that this change gives anew; the old one dies in the same transaction.
    pub(crate) async fn renew_receipt(&self, tx: &mut Tx, change: &Change) -> Result<(), Error> {
        let given = change.events().iter().find(|event| event.act == Act::NewReceipt);
        let Some(event) = given else { return Ok(()) };
        let code = &change.after().code;
        let secret = self.0.keys.secret_of_counter(code.as_str(), event.at);
        let hash = self.0.keys.hash_of_secret(code.as_str(), &secret);
        store::receipt::renew(tx, code, &hash).await?;
        Ok(store::citizen_account::remove_all(tx, change.after().key).await?)
    }
}

impl Desk<'_> {
    /// The receipt that this officer gave anew a few minutes ago, to be printed and handed over. `None` for anybody
    /// else, after that, and once another one was made.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn new_receipt(&self, code: &str, lang: Lang) -> Result<Option<ReceiptView>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let (portal, scope) = (self.portal, Scope::Agency(self.officer.agency));
        let mut conn = portal.0.store.read(scope).await?;
        let Some(case) = store::case::find_by_code(&mut conn, scope, &code).await? else {
            return Ok(None);
        };
        let events = store::event::history(&mut conn, scope, case.key).await?;
        let own = |by: By| matches!(by, By::Officer { person, .. } if person == self.officer.id);
        let given = events.iter().rfind(|event| event.act == Act::NewReceipt);
        let since = portal.now().plus_minutes(-SHOWN_MINUTES);
        let Some(event) = given.filter(|event| own(event.by) && event.at >= since) else {
            return Ok(None);
        };
        let secret = portal.0.keys.secret_of_counter(code.as_str(), event.at);
        let kept = store::receipt::find_secret(&mut conn, &code).await?;
        if !kept.is_some_and(|(_, hash)| portal.0.keys.is_secret(code.as_str(), &secret, &hash)) {
            return Ok(None);
        }
        let sealed = store::event::proof(&mut conn, scope, case.key).await?;
        let proof = sealed.map(|sealed| sealed.hash);
        Ok(Some(portal.receipt_view(&case, &secret, proof, lang)))
    }
}

/// Which of the reporter's contacts this is; `None` if it is none of them.
async fn matching(tx: &mut Tx, key: CaseKey, typed: &Contact) -> Result<Option<&'static str>, Error> {
    tx.name_case(key).await?;
    let contacts = store::follow::contacts(tx, Scope::Reporter(key), key).await?;
    let is_it = |contact: Option<&Contact>| contact.is_some_and(|contact| contact.canonical() == typed.canonical());
    Ok(if is_it(contacts.confirmed.as_ref()) {
        Some("in_force")
    } else if is_it(contacts.given.as_ref()) {
        Some("given")
    } else {
        None
    })
}
