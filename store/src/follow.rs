//! What a reporter wants to be told, and where it goes.
//!
//! A contact leaves the archive on three ways: to an officer who has opened it ([`crate::identity::opened`]), to its
//! own reporter, and, by [`use_contact`] and [`use_push`], to the sender of one message, which is logged.

mod used;

use domain::facts::Contact;
use domain::id::CaseKey;
use domain::lang::Lang;
use domain::notice::{NoticeChannel, NoticeGroup};
use domain::permit::Scope;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::column::{held_maybe, instant, unreadable};
use crate::error::known;
use crate::{Conn, Error, Tx};
pub use used::{Use, use_contact, use_push, uses};

/// Browsers that one case may have. Unit: browsers; a family's phones.
pub const BROWSERS_MAX: i64 = 8;

statements! {
    /// What a reporter switched. $1 home, $2 case.
    WISHES = "select channel, wish_group, is_on from notice_wish where home_id = $1 and case_id = $2";
    /// Switches. $1 home, $2 case, $3 channel, $4 group, $5 whether on.
    WISH = "insert into notice_wish (home_id, case_id, channel, wish_group, is_on) values ($1, $2, $3, $4, $5)
            on conflict (home_id, case_id, channel, wish_group) do update set is_on = excluded.is_on";
    /// The contact given with the report, and the address given later. $1 home, $2 case.
    CONTACT = "select i.contact, a.address, a.asked, a.asked_at_ms
               from cases c left join identity i on i.home_id = c.home_id and i.case_id = c.id
                   left join notice_address a on a.home_id = c.home_id and a.case_id = c.id
               where c.home_id = $1 and c.id = $2";
    /// Keeps an address until it is confirmed. $1 home, $2 case, $3 address, $4 now.
    ASK = "insert into notice_address (home_id, case_id, asked, asked_at_ms) values ($1, $2, $3, $4)
           on conflict (home_id, case_id) do update set asked = excluded.asked, asked_at_ms = excluded.asked_at_ms";
    /// The address that waits is in force. $1 home, $2 case, $3 address, $4 now.
    CONFIRM = "update notice_address set address = asked, confirmed_at_ms = $4, asked = null, asked_at_ms = null
               where home_id = $1 and case_id = $2 and asked = $3 returning address";
    /// The browsers of a case. $1 home, $2 case, $3 most rows.
    BROWSERS = "select id, endpoint, p256dh, auth, lang, is_named, at_ms from push_target
                where home_id = $1 and case_id = $2 order by id limit $3";
    /// Keeps a browser, or what it is told now. $1 home, $2 case, $3 id, $4 endpoint, $5 its key, $6 its secret,
    /// $7 language, $8 whether the code is named, $9 now.
    SUBSCRIBE = "insert into push_target (home_id, case_id, id, endpoint, p256dh, auth, lang, is_named, at_ms)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 on conflict (home_id, case_id, endpoint) do update
                 set p256dh = excluded.p256dh, auth = excluded.auth, lang = excluded.lang,
                     is_named = excluded.is_named, at_ms = excluded.at_ms";
    /// Forgets a browser. $1 home, $2 case, $3 id.
    FORGET = "delete from push_target where home_id = $1 and case_id = $2 and id = $3";
    /// Forgets every browser. $1 home, $2 case.
    FORGET_ALL = "delete from push_target where home_id = $1 and case_id = $2";
    /// Forgets the address given later. $1 home, $2 case.
    ERASE = "delete from notice_address where home_id = $1 and case_id = $2";
}

/// Which contact of a reporter is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What notices go to: the confirmed address, else the contact given with the report.
    InForce,
    /// The address that waits to be confirmed.
    Asked,
    /// The contact given with the report.
    Given,
}

/// What a reporter gave us to reach them by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contacts {
    /// With the report.
    pub given: Option<Contact>,
    /// Later, and confirmed: for e-mail it takes the place of the one given.
    pub confirmed: Option<Contact>,
    /// An address that waits to be confirmed, and since when.
    pub asked: Option<(Contact, Timestamp)>,
}

impl Contacts {
    /// Where notices go on this channel.
    #[must_use]
    pub fn on(&self, channel: NoticeChannel) -> Option<&Contact> {
        let given = self.given.as_ref();
        match channel {
            NoticeChannel::Mail => self.confirmed.as_ref().or(given.filter(|contact| contact.is_mail())),
            NoticeChannel::Phone => given.filter(|contact| !contact.is_mail()),
            NoticeChannel::Push => None,
        }
    }

    fn which(self, which: Which, channel: NoticeChannel) -> Option<Contact> {
        match which {
            Which::InForce => self.on(channel).cloned(),
            Which::Asked => self.asked.map(|(contact, _)| contact),
            Which::Given => self.given,
        }
    }
}

/// A browser that asked to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// Names it.
    pub id: Uuid,
    /// Where its push service takes messages.
    pub endpoint: String,
    /// Its public key: a point of P-256, uncompressed.
    pub p256dh: Vec<u8>,
    /// Its shared secret. Unit: 16 bytes.
    pub auth: Vec<u8>,
    /// The language of its notices.
    pub lang: Lang,
    /// Whether its owner wants the code of the report in the notice.
    pub is_named: bool,
    /// Since when.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct ContactRow {
    contact: Option<String>,
    address: Option<String>,
    asked: Option<String>,
    asked_at_ms: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct BrowserRow {
    id: Uuid,
    endpoint: String,
    p256dh: Vec<u8>,
    auth: Vec<u8>,
    lang: String,
    is_named: bool,
    at_ms: i64,
}

impl TryFrom<ContactRow> for Contacts {
    type Error = Error;

    fn try_from(row: ContactRow) -> Result<Self, Error> {
        let asked = held_maybe("notice_address.asked", row.asked.as_deref())?;
        Ok(Self {
            given: held_maybe("identity.contact", row.contact.as_deref())?,
            confirmed: held_maybe("notice_address.address", row.address.as_deref())?,
            asked: asked.zip(instant(row.asked_at_ms)),
        })
    }
}

impl TryFrom<BrowserRow> for Browser {
    type Error = Error;

    fn try_from(row: BrowserRow) -> Result<Self, Error> {
        Ok(Self {
            id: row.id,
            endpoint: row.endpoint,
            p256dh: row.p256dh,
            auth: row.auth,
            lang: Lang::from_code(&row.lang).ok_or_else(|| unreadable("push_target.lang", &"is no language"))?,
            is_named: row.is_named,
            at: Timestamp::from_ms(row.at_ms),
        })
    }
}

/// What the reporter of a case switched on or off. Empty through any other eyes.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn wishes(
    conn: &mut Conn,
    scope: Scope,
    key: CaseKey,
) -> Result<Vec<(NoticeChannel, NoticeGroup, bool)>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(Vec::new());
    }
    let rows: Vec<(String, String, bool)> = on!(conn, c => sqlx::query_as(WISHES)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(channel, group, is_on)| {
            let channel = known("notice_wish.channel", &channel, NoticeChannel::find)?;
            Ok((
                channel,
                known("notice_wish.wish_group", &group, NoticeGroup::find)?,
                is_on,
            ))
        })
        .collect()
}

/// Switches, as the reporter of the case at `key` says.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub async fn wish(tx: &mut Tx, key: CaseKey, said: &[(NoticeChannel, NoticeGroup, bool)]) -> Result<(), Error> {
    tx.name_case(key).await?;
    for (channel, group, is_on) in said {
        on!(tx, c => sqlx::query(WISH)
            .bind(key.home.uuid())
            .bind(key.id.uuid())
            .bind(channel.as_str())
            .bind(group.as_str())
            .bind(is_on)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// What the reporter of a case gave to be reached by; nothing through any other eyes.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn contacts(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Contacts, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(Contacts::default());
    }
    let row = on!(conn, c => sqlx::query_as::<_, ContactRow>(CONTACT)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_optional(c)
        .await)?;
    row.map_or_else(|| Ok(Contacts::default()), Contacts::try_from)
}

/// The ways on which the reporter of a case can be told, each browser by itself. No address leaves the archive.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn ways(tx: &mut Tx, key: CaseKey) -> Result<Vec<(NoticeChannel, Option<Uuid>)>, Error> {
    tx.name_case(key).await?;
    let scope = Scope::Reporter(key);
    let contacts = contacts(tx, scope, key).await?;
    let mut ways: Vec<_> = [NoticeChannel::Mail, NoticeChannel::Phone]
        .into_iter()
        .filter(|channel| contacts.on(*channel).is_some())
        .map(|channel| (channel, None))
        .collect();
    let browsers = browsers(tx, scope, key).await?;
    ways.extend(
        browsers
            .into_iter()
            .map(|browser| (NoticeChannel::Push, Some(browser.id))),
    );
    Ok(ways)
}

/// Keeps an address until its owner has confirmed it.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub async fn ask(tx: &mut Tx, key: CaseKey, address: &Contact, now: Timestamp) -> Result<(), Error> {
    tx.name_case(key).await?;
    on!(tx, c => sqlx::query(ASK)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(address.as_str())
        .bind(now.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Puts the address that waits into force. `false`: another one waits, or none.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn confirm(tx: &mut Tx, key: CaseKey, address: &Contact, now: Timestamp) -> Result<bool, Error> {
    tx.name_case(key).await?;
    let confirmed: Option<String> = on!(tx, c => sqlx::query_scalar(CONFIRM)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(address.as_str())
        .bind(now.as_ms())
        .fetch_optional(c)
        .await)?;
    Ok(confirmed.is_some())
}

/// The browsers that the reporter of a case asked to tell. Empty through any other eyes.
///
/// Shape: at most [`BROWSERS_MAX`].
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn browsers(conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<Browser>, Error> {
    if scope != Scope::Reporter(key) {
        return Ok(Vec::new());
    }
    let rows = on!(conn, c => sqlx::query_as::<_, BrowserRow>(BROWSERS)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(BROWSERS_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Browser::try_from).collect()
}

/// Keeps a browser, or what it is told now if it is known.
///
/// # Errors
/// [`Error::Database`] if the case is unknown.
pub async fn subscribe(tx: &mut Tx, key: CaseKey, browser: &Browser) -> Result<(), Error> {
    tx.name_case(key).await?;
    on!(tx, c => sqlx::query(SUBSCRIBE)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .bind(browser.id)
        .bind(&browser.endpoint)
        .bind(&browser.p256dh)
        .bind(&browser.auth)
        .bind(browser.lang.code())
        .bind(browser.is_named)
        .bind(browser.at.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Forgets one browser of a case, or with `None` all of them.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn forget(tx: &mut Tx, key: CaseKey, browser: Option<Uuid>) -> Result<(), Error> {
    tx.name_case(key).await?;
    let (home, case) = (key.home.uuid(), key.id.uuid());
    match browser {
        Some(id) => on!(tx, c => sqlx::query(FORGET).bind(home).bind(case).bind(id).execute(c).await.map(drop))?,
        None => on!(tx, c => sqlx::query(FORGET_ALL).bind(home).bind(case).execute(c).await.map(drop))?,
    }
    Ok(())
}

/// Forgets every way of reaching the reporter but the contact given with the report, which [`crate::identity`] erases.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub(crate) async fn erase(tx: &mut Tx, key: CaseKey) -> Result<(), Error> {
    on!(tx, c => sqlx::query(ERASE)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .execute(c)
        .await
        .map(drop))?;
    forget(tx, key, None).await
}

#[cfg(test)]
mod tests;
