//! The number by which a citizen finds a report again.
//!
//! Source: `docs/rules.md`, "Codes, receipts, chain".

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::crockford;

/// Random characters of a code, five bits each.
const RANDOM_CHARS: usize = 7;

/// Why a text is not a tracking code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TrackingCodeError {
    /// It does not have the form `KTR-26-7F3K-9QX6`.
    #[error("a tracking code has the form KTR-26-7F3K-9QX6")]
    Form,
    /// The check character does not fit: something was mistyped.
    #[error("the tracking code has a typing mistake")]
    Check,
}

/// The letters that begin every code of a province: two to four, from A to Z. Source: its pack.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CodePrefix(String);

impl CodePrefix {
    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CodePrefix {
    type Error = TrackingCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let fits = (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if fits {
            Ok(Self(text))
        } else {
            Err(TrackingCodeError::Form)
        }
    }
}

impl From<CodePrefix> for String {
    fn from(prefix: CodePrefix) -> Self {
        prefix.0
    }
}

/// A tracking code: prefix, year of receipt, seven random characters and their check character.
/// Kept, shown and sent in the one form `KTR-26-7F3K-9QX6`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TrackingCode(String);

impl TrackingCode {
    /// A code for a report of `year`, from seven random bytes of which it takes five bits each.
    /// Whoever keeps it draws again if the code is taken.
    #[must_use]
    pub fn new(prefix: &CodePrefix, year: i16, random: [u8; RANDOM_CHARS]) -> Self {
        let values = random.map(|byte| byte & 31);
        Self::from_values(&prefix.0, year.rem_euclid(100), values)
    }

    /// The code in its one form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn from_values(prefix: &str, year: i16, values: [u8; RANDOM_CHARS]) -> Self {
        let [a, b, c, d, e, f, g] = values.map(crockford::symbol);
        let check = crockford::symbol(check_value(values));
        Self(format!("{prefix}-{year:02}-{a}{b}{c}{d}-{e}{f}{g}{check}"))
    }
}

/// Luhn mod 32 over the seven values: from the right every other one is doubled and its base-32
/// digits are summed; the check brings the total to a multiple of 32. It finds every wrong
/// character and every swap of neighbours but 0 and Z.
fn check_value(values: [u8; RANDOM_CHARS]) -> u8 {
    let sum: u8 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &value)| {
            if place % 2 == 0 {
                2 * value / 32 + 2 * value % 32
            } else {
                value
            }
        })
        .fold(0, |sum, addend| (sum + addend) % 32);
    (32 - sum) % 32
}

impl FromStr for TrackingCode {
    type Err = TrackingCodeError;

    /// Reads a code as people type it: in any case, with or without spaces and hyphens, I and L
    /// for 1, O for 0.
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let symbols: Vec<char> = crockford::symbols(typed).take(16).collect();
        let (head, body) = symbols
            .split_last_chunk::<{ RANDOM_CHARS + 1 }>()
            .ok_or(TrackingCodeError::Form)?;
        let (prefix, year) = head.split_last_chunk::<2>().ok_or(TrackingCodeError::Form)?;
        let prefix = CodePrefix::try_from(prefix.iter().collect::<String>().to_ascii_uppercase())?;
        let mut tens_and_ones = [0; 2];
        for (value, symbol) in tens_and_ones.iter_mut().zip(year) {
            let digit = crockford::value(*symbol).filter(|digit| *digit <= 9);
            *value = digit.ok_or(TrackingCodeError::Form)?;
        }
        let mut values = [0; RANDOM_CHARS + 1];
        for (value, symbol) in values.iter_mut().zip(body) {
            *value = crockford::value(*symbol).ok_or(TrackingCodeError::Form)?;
        }
        let [a, b, c, d, e, f, g, check] = values;
        let values = [a, b, c, d, e, f, g];
        if check_value(values) != check {
            return Err(TrackingCodeError::Check);
        }
        let [tens, ones] = tens_and_ones.map(i16::from);
        Ok(Self::from_values(&prefix.0, tens * 10 + ones, values))
    }
}

impl TryFrom<String> for TrackingCode {
    type Error = TrackingCodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TrackingCode> for String {
    fn from(code: TrackingCode) -> Self {
        code.0
    }
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
