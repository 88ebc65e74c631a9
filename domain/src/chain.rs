//! The hash chain of a home: every event is bound to all events before it.
//!
//! Source: `docs/rules.md`, "Codes, receipts, chain".

pub mod canonical;

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::id::AgencyId;
pub use canonical::Canonical;

/// Bytes of random salt in a commitment.
pub const SALT_BYTES: usize = 16;

/// What each kind of hash begins with, so that none can stand for another.
const GENESIS_TAG: &[u8] = b"sinergi:chain:genesis:1\0";
const ENTRY_TAG: &[u8] = b"sinergi:chain:entry:1\0";
const COMMITMENT_TAG: &[u8] = b"sinergi:commitment:1\0";

/// A SHA-256 hash. Written as 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash([u8; 32]);

impl Hash {
    /// A hash that was kept as bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn of(parts: &[&[u8]]) -> Self {
        let hasher = parts
            .iter()
            .fold(Sha256::new(), |hasher, part| hasher.chain_update(part));
        Self(hasher.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// A text that is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a hash has 64 hexadecimal digits")]
pub struct HashFormError;

impl FromStr for Hash {
    type Err = HashFormError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(HashFormError);
        }
        let mut bytes = [0; 32];
        for (byte, place) in bytes.iter_mut().zip((0..64).step_by(2)) {
            let digits = text.get(place..place + 2).ok_or(HashFormError)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| HashFormError)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Hash {
    type Error = HashFormError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

/// What stands for personal data in an event: the hash of a random salt and the data. Without the
/// salt, which is kept with the data and deleted with it, it tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commitment(Hash);

impl Commitment {
    /// Commits to `data` under a fresh random `salt`.
    #[must_use]
    pub fn new(salt: [u8; SALT_BYTES], data: &[u8]) -> Self {
        Self(Hash::of(&[COMMITMENT_TAG, &salt, data]))
    }

    /// A commitment that was kept as its hash.
    #[must_use]
    pub const fn from_hash(hash: Hash) -> Self {
        Self(hash)
    }

    /// The hash.
    #[must_use]
    pub const fn hash(&self) -> &Hash {
        &self.0
    }
}

/// The end of a home's chain: how many entries it has, and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead {
    /// The number of the last entry; the first has 1, an empty chain 0.
    pub seq: u64,
    /// The hash of the last entry, or the one that every chain of this home begins with.
    pub hash: Hash,
}

impl ChainHead {
    /// The head of the empty chain of `home`.
    #[must_use]
    pub fn genesis(home: AgencyId) -> Self {
        Self {
            seq: 0,
            hash: Hash::of(&[GENESIS_TAG, home.uuid().as_bytes()]),
        }
    }

    /// The head after an entry with these canonical bytes.
    #[must_use]
    pub fn next(&self, canonical: &[u8]) -> Self {
        let seq = self.seq + 1;
        Self {
            seq,
            hash: link(self.hash, seq, canonical),
        }
    }
}

/// The hash of entry number `seq`: over the hash before it and its own canonical bytes.
#[must_use]
pub fn link(previous: Hash, seq: u64, canonical: &[u8]) -> Hash {
    Hash::of(&[ENTRY_TAG, previous.as_bytes(), &seq.to_be_bytes(), canonical])
}

/// One entry of a chain as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the chain.
    pub seq: u64,
    /// The canonical bytes of the event.
    pub canonical: Vec<u8>,
    /// The hash of the entry before it.
    pub previous: Hash,
    /// Its own hash.
    pub hash: Hash,
}

/// The first entry of a chain that is not what it was, and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Broken {
    /// The entry with this number is missing, or stands elsewhere.
    #[error("entry {seq} is missing")]
    Missing {
        /// Its number.
        seq: u64,
    },
    /// The entry does not continue the one before it.
    #[error("entry {seq} does not continue the entry before it")]
    Unlinked {
        /// Its number.
        seq: u64,
    },
    /// The bytes of the entry do not give its hash.
    #[error("entry {seq} was changed")]
    Changed {
        /// Its number.
        seq: u64,
    },
}

/// Follows a chain from `head` through `entries`, which come in the order of their numbers, and
/// returns where it ends. Missing entries at the tail show when that is compared with a kept head.
///
/// # Errors
/// [`Broken`] with the number of the first entry that is not what it was.
pub fn verify(head: ChainHead, entries: impl IntoIterator<Item = Entry>) -> Result<ChainHead, Broken> {
    entries.into_iter().try_fold(head, |head, entry| {
        let next = head.next(&entry.canonical);
        let seq = next.seq;
        if entry.seq != seq {
            return Err(Broken::Missing { seq });
        }
        if entry.previous != head.hash {
            return Err(Broken::Unlinked { seq });
        }
        if entry.hash != next.hash {
            return Err(Broken::Changed { seq });
        }
        Ok(next)
    })
}

#[cfg(test)]
mod tests;
