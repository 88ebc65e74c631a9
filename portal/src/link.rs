//! Links in messages: what they open, until when, and the signature that nobody else can make.
//!
//! A link names its case by the archive's ids, says until when it holds, and is signed over both and over the address
//! it was sent to: when the address is changed, links to the old one open nothing. Source: `docs/rules.md`, "Notices".

use crate::{Citizen, Error, Portal, keys::is_same};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    facts::Contact,
    id::{AgencyId, CaseId, CaseKey},
    notice::{LINK_DAYS, NoticeChannel},
    permit::Scope,
    time::{MINUTE_MS, Timestamp},
    tracking_code::TrackingCode,
};
use store::follow::Contacts;
use uuid::Uuid;

/// How long a link that makes a new secret holds. Unit: calendar days; until the next evening.
const NEW_SECRET_DAYS: i64 = 1;
/// Bytes of a link: kind, home, case, minute it ends at, signature.
const LINK_BYTES: usize = 1 + 16 + 16 + 4 + 16;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// Reads the case.
    Open,
    /// Confirms the address it was sent to.
    Confirm,
    /// Makes a new secret, once.
    NewSecret,
}

impl LinkKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Open => 1,
            Self::Confirm => 2,
            Self::NewSecret => 3,
        }
    }

    const fn of(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Open),
            2 => Some(Self::Confirm),
            3 => Some(Self::NewSecret),
            _ => None,
        }
    }

    const fn days(self) -> i64 {
        match self {
            Self::Open | Self::Confirm => LINK_DAYS,
            Self::NewSecret => NEW_SECRET_DAYS,
        }
    }
}

/// How a reporter has opened a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By the secret of the receipt.
    Secret,
    /// By an account that has it.
    Account,
    /// By a link from a notice, to be read only.
    Link,
}

/// A link that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it is for.
    pub kind: LinkKind,
    /// The code of its case.
    pub code: String,
    pub(crate) key: CaseKey,
    pub(crate) address: Contact,
}

/// A link as it was read, not yet believed.
struct Read {
    kind: LinkKind,
    key: CaseKey,
    ends_minute: u32,
    mac: [u8; 16],
}

impl Read {
    fn of(token: &str) -> Option<Self> {
        let bytes: [u8; LINK_BYTES] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let [kind, rest @ ..] = bytes;
        let (home, rest) = rest.split_first_chunk::<16>()?;
        let (case, rest) = rest.split_first_chunk::<16>()?;
        let (ends, mac) = rest.split_first_chunk::<4>()?;
        Some(Self {
            kind: LinkKind::of(kind)?,
            key: CaseKey {
                home: AgencyId(Uuid::from_bytes(*home)),
                id: CaseId(Uuid::from_bytes(*case)),
            },
            ends_minute: u32::from_be_bytes(*ends),
            mac: mac.try_into().ok()?,
        })
    }
}

/// What is signed: the link itself, the address, and for a new secret the hash of the old one, so that it works once.
fn signed(kind: LinkKind, key: CaseKey, ends_minute: u32, address: &Contact, old: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = vec![kind.byte()];
    bytes.extend_from_slice(key.home.uuid().as_bytes());
    bytes.extend_from_slice(key.id.uuid().as_bytes());
    bytes.extend_from_slice(&ends_minute.to_be_bytes());
    bytes.extend_from_slice(old.unwrap_or_default());
    bytes.extend_from_slice(address.canonical().as_bytes());
    bytes
}

fn minute(at: Timestamp) -> u32 {
    u32::try_from(at.as_ms() / MINUTE_MS).unwrap_or(u32::MAX)
}

impl Portal {
    /// A link of this kind, for what is sent to `address` now. `old` is the hash of the secret that a new one replaces.
    pub(crate) fn link(&self, kind: LinkKind, key: CaseKey, address: &Contact, old: Option<&[u8]>) -> String {
        let ends = minute(self.now().plus_days(kind.days()));
        let mac = self.0.keys.link_mac(&signed(kind, key, ends, address, old));
        let mut bytes = vec![kind.byte()];
        bytes.extend_from_slice(key.home.uuid().as_bytes());
        bytes.extend_from_slice(key.id.uuid().as_bytes());
        bytes.extend_from_slice(&ends.to_be_bytes());
        bytes.extend_from_slice(&mac);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What a token opens now: `None` if it was never ours, has ended, was used, or went to an address of before.
    async fn believe(&self, token: &str) -> Result<Option<Link>, Error> {
        let Some(read) = Read::of(token).filter(|read| read.ends_minute > minute(self.now())) else {
            return Ok(None);
        };
        let scope = Scope::Reporter(read.key);
        let mut conn = self.0.store.read(scope).await?;
        let Some(case) = store::case::find(&mut conn, scope, read.key).await? else {
            return Ok(None);
        };
        let contacts = store::follow::contacts(&mut conn, scope, read.key).await?;
        let old = match read.kind {
            LinkKind::NewSecret => store::receipt::find_secret(&mut conn, &case.code)
                .await?
                .map(|(_, old)| old),
            LinkKind::Open | LinkKind::Confirm => None,
        };
        let address = sent_to(read.kind, contacts).into_iter().find(|address| {
            let signed = signed(
                read.kind,
                read.key,
                read.ends_minute,
                address,
                old.as_ref().map(<[u8; 32]>::as_slice),
            );
            is_same(&self.0.keys.link_mac(&signed), &read.mac)
        });
        Ok(address.map(|address| Link {
            kind: read.kind,
            code: case.code.to_string(),
            key: read.key,
            address,
        }))
    }
}

/// The addresses that a link of this kind may have gone to.
fn sent_to(kind: LinkKind, contacts: Contacts) -> Vec<Contact> {
    match kind {
        LinkKind::Open => [NoticeChannel::Mail, NoticeChannel::Phone]
            .into_iter()
            .filter_map(|channel| contacts.on(channel).cloned())
            .collect(),
        LinkKind::Confirm => contacts.asked.into_iter().map(|(contact, _)| contact).collect(),
        LinkKind::NewSecret => contacts.confirmed.into_iter().chain(contacts.given).collect(),
    }
}

impl Citizen<'_> {
    /// What the token of a link opens. A token that never was, one that has ended and one of another address answer
    /// alike.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn link(&self, token: &str) -> Result<Option<Link>, Error> {
        self.portal.believe(token).await
    }

    /// The case of this code, and how it was opened: by a link from a notice it may only be read.
    pub(crate) async fn prove_to_read(&self, code: &str, proof: &str) -> Result<Option<(CaseKey, Way)>, Error> {
        if let Some((key, _)) = self.prove_secret(code, proof).await? {
            return Ok(Some((key, Way::Secret)));
        }
        if let Some(key) = self.prove_by_account(code, proof).await? {
            return Ok(Some((key, Way::Account)));
        }
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let link = self.portal.believe(proof).await?;
        Ok(link
            .filter(|link| link.kind == LinkKind::Open && link.code == code.as_str())
            .map(|link| (link.key, Way::Link)))
    }
}
