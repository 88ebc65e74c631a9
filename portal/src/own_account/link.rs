//! Links that sign in: they name what was asked for, and are signed over it and over the address they went to.

use crate::{Error, OwnAccounts, Portal, keys::is_same};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use store::{
    Tx,
    citizen_account::{Ask, waiting},
};
use uuid::Uuid;

/// Tells these links from those of a report, which are longer and begin otherwise.
const KIND: u8 = 4;
/// Bytes of a link: kind, id of what was asked for, signature.
const LINK_BYTES: usize = 1 + 16 + 16;

/// A link that signs in, as it was read; not yet believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInLink {
    ask: Uuid,
    mac: [u8; 16],
}

impl SignInLink {
    /// Reads a token; `None` if it is of another kind.
    #[must_use]
    pub fn read(token: &str) -> Option<Self> {
        let bytes: [u8; LINK_BYTES] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let [KIND, rest @ ..] = bytes else { return None };
        let (ask, mac) = rest.split_first_chunk::<16>()?;
        Some(Self {
            ask: Uuid::from_bytes(*ask),
            mac: mac.try_into().ok()?,
        })
    }
}

/// What is signed: the kind, what was asked for, the account, until when, and the address.
fn signed(ask: &Ask) -> Vec<u8> {
    let mut bytes = vec![KIND];
    bytes.extend_from_slice(ask.id.as_bytes());
    bytes.extend_from_slice(&ask.account);
    bytes.extend_from_slice(&ask.ends_at.as_ms().to_be_bytes());
    bytes.extend_from_slice(ask.address.canonical().as_bytes());
    bytes
}

impl Portal {
    /// The token of the link for what was asked.
    pub(crate) fn sign_in_link(&self, ask: &Ask) -> String {
        let mut bytes = vec![KIND];
        bytes.extend_from_slice(ask.id.as_bytes());
        bytes.extend_from_slice(&self.0.keys.link_mac(&signed(ask)));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What the link was asked for: `None` if it was never ours, was used, or has ended.
    pub(super) async fn believe_sign_in(&self, tx: &mut Tx, link: SignInLink) -> Result<Option<Ask>, Error> {
        let ask = waiting(tx, link.ask, self.now()).await?;
        Ok(ask.filter(|ask| is_same(&self.0.keys.link_mac(&signed(ask)), &link.mac)))
    }
}

impl OwnAccounts<'_> {
    /// The address that a link went to, masked, if the link can still be used. Asking does not use it: programs that
    /// read mail open links too.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn waiting(&self, link: SignInLink) -> Result<Option<String>, Error> {
        let portal = self.portal.clone();
        let asked = self
            .portal
            .0
            .store
            .write(async move |tx: &mut Tx| portal.believe_sign_in(tx, link).await);
        Ok(asked.await?.map(|ask| ask.address.masked()))
    }
}
