//! What is derived from the one key of an installation. The key never reaches the database, so a dump opens no case.

use domain::{
    secret::{SECRET_BYTES, Secret},
    time::Timestamp,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of an installation. Unit: bytes.
pub const KEY_BYTES: usize = 32;

/// Derives secrets and their keyed hashes.
#[derive(Clone)]
pub(crate) struct Keys([u8; KEY_BYTES]);

impl Keys {
    pub(crate) const fn new(key: [u8; KEY_BYTES]) -> Self {
        Self(key)
    }

    /// The secret of a filing. It follows from the filing's own key, so that an answer lost on the way can be asked
    /// for again and no second case is made.
    pub(crate) fn secret_of_filing(&self, filing_key: &str) -> Secret {
        let mac = self.mac(b"filing-secret", filing_key.as_bytes());
        let mut bytes = [0; SECRET_BYTES];
        bytes.iter_mut().zip(mac).for_each(|(place, byte)| *place = byte);
        Secret::new(bytes)
    }

    /// The secret of a receipt that was given anew at a counter: it follows from the act, so that the page it is printed
    /// from can be shown again for a few minutes and nothing of it is kept.
    pub(crate) fn secret_of_counter(&self, code: &str, at: Timestamp) -> Secret {
        let mac = self.mac(b"counter-secret", format!("{code} {}", at.as_ms()).as_bytes());
        let mut bytes = [0; SECRET_BYTES];
        bytes.iter_mut().zip(mac).for_each(|(place, byte)| *place = byte);
        Secret::new(bytes)
    }

    /// What is kept of a secret.
    pub(crate) fn hash_of_secret(&self, code: &str, secret: &Secret) -> [u8; 32] {
        let mut both = code.as_bytes().to_vec();
        both.push(0);
        both.extend_from_slice(secret.bytes());
        self.mac(b"receipt-secret", &both)
    }

    /// Whether a secret is the one kept, compared in constant time.
    pub(crate) fn is_secret(&self, code: &str, secret: &Secret, kept: &[u8]) -> bool {
        is_same(&self.hash_of_secret(code, secret), kept)
    }

    /// What a link in a message is signed with: half of a hash, 128 bits, so that it fits a text message.
    pub(crate) fn link_mac(&self, signed: &[u8]) -> [u8; 16] {
        let mac = self.mac(b"link", signed);
        let mut half = [0; 16];
        half.iter_mut().zip(mac).for_each(|(place, byte)| *place = byte);
        half
    }

    /// Twelve digits that stand for a contact where it must not be written.
    pub(crate) fn pseudonym(&self, contact: &str) -> String {
        let mac = self.mac(b"pseudonym", contact.as_bytes());
        mac.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What stands for the e-mail address of a citizen's account.
    pub(crate) fn account(&self, address: &str) -> [u8; 32] {
        self.mac(b"account", address.as_bytes())
    }

    /// Twelve digits that stand for an account in a form.
    pub(crate) fn account_mark(&self, account: &[u8; 32]) -> String {
        let mac = self.mac(b"account-mark", account);
        mac.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What the key that signs for push services is made from.
    pub(crate) fn push_seed(&self) -> [u8; 32] {
        self.mac(b"push", b"")
    }

    /// What is kept of the key of a browser that supports a case: another for each code, so that nobody can tell which
    /// supports come from one browser.
    pub(crate) fn supporter(&self, code: &str, browser: &str) -> [u8; 32] {
        self.mac(b"supporter", format!("{code} {browser}").as_bytes())
    }

    fn mac(&self, purpose: &[u8], data: &[u8]) -> [u8; 32] {
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            unreachable!("HMAC takes a key of any length")
        };
        mac.chain_update(purpose)
            .chain_update([0])
            .chain_update(data)
            .finalize()
            .into_bytes()
            .into()
    }
}

/// Whether two hashes are the same, compared in constant time.
pub(crate) fn is_same(mine: &[u8], other: &[u8]) -> bool {
    mine.len() == other.len()
        && mine
            .iter()
            .zip(other)
            .fold(0, |different, (mine, other)| different | (mine ^ other))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_by_its_hash_under_its_own_code_only() {
        let keys = Keys::new([7; KEY_BYTES]);
        let secret = keys.secret_of_filing("a filing");
        let kept = keys.hash_of_secret("KTR-26-1", &secret);
        assert!(keys.is_secret("KTR-26-1", &secret, &kept));
        assert!(!keys.is_secret("KTR-26-2", &secret, &kept));
        assert!(!keys.is_secret("KTR-26-1", &keys.secret_of_filing("another"), &kept));
        assert!(!Keys::new([8; KEY_BYTES]).is_secret("KTR-26-1", &secret, &kept));
    }
}
