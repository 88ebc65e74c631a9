//! The second half of a receipt: who has it may read and answer as the reporter.
//!
//! Source: `docs/rules.md`, "Codes, receipts, chain".

use core::fmt;
use core::str::FromStr;

use thiserror::Error;

use crate::crockford;

/// Bytes of a secret: 80 bits.
pub const SECRET_BYTES: usize = 10;
/// Characters of a secret, five bits each, in groups of four.
const SECRET_CHARS: usize = SECRET_BYTES * 8 / 5;

/// A text that cannot be a secret: it does not have sixteen characters of the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a secret has four groups of four letters or digits")]
pub struct SecretFormError;

/// The secret of a receipt: 80 random bits, shown once as `7F3K-9QX6-0H2M-W8RT` and kept only as a
/// keyed hash. It cannot be printed, compared or sent by accident.
#[derive(Clone)]
pub struct Secret([u8; SECRET_BYTES]);

impl Secret {
    /// A secret from random bytes.
    #[must_use]
    pub const fn new(random: [u8; SECRET_BYTES]) -> Self {
        Self(random)
    }

    /// The bits, for the keyed hash.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// The text for the receipt: four groups of four characters.
    #[must_use]
    pub fn reveal(&self) -> String {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut text = String::with_capacity(SECRET_CHARS + 3);
        for place in 0..SECRET_CHARS {
            if place > 0 && place % 4 == 0 {
                text.push('-');
            }
            let [.., low] = (bits >> (5 * (SECRET_CHARS - 1 - place))).to_be_bytes();
            text.push(crockford::symbol(low));
        }
        text
    }
}

impl FromStr for Secret {
    type Err = SecretFormError;

    /// Reads a secret as people type it: in any case, with or without spaces and hyphens, I and L
    /// for 1, O for 0.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let mut bits = 0_u128;
        let mut count = 0;
        for symbol in crockford::symbols(typed).take(SECRET_CHARS + 1) {
            let value = crockford::value(symbol).ok_or(SecretFormError)?;
            bits = bits << 5 | u128::from(value);
            count += 1;
        }
        if count != SECRET_CHARS {
            return Err(SecretFormError);
        }
        let [_, _, _, _, _, _, secret @ ..] = bits.to_be_bytes();
        Ok(Self(secret))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

#[cfg(test)]
mod tests;
