//! Masking help: what in a text may point to a person, where it stands, and what could stand there instead.
//!
//! It helps and never decides: a citizen is asked before a report is sent, an officer before a text is published, and
//! both may keep what they wrote. It reads Indonesian as people type it, so it finds too much rather than too little.
//! Source: `docs/rules.md`, "Masking and publishing".

mod names;
mod numbers;
#[cfg(test)]
mod tests;

use crate::codes::codes;
use std::{collections::BTreeSet, ops::Range};

codes! {
    /// What was found.
    pub enum Found {
        /// A population number (NIK): 16 digits with a possible province and day of birth.
        Nik = "nik",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A number of an account or a card.
        Account = "account",
        /// A vehicle's number plate.
        Plate = "plate",
        /// A business number (NIB): 13 digits.
        Nib = "nib",
        /// The name of a private person.
        Name = "name",
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Found,
    /// Where it stands. Unit: bytes, at borders of characters.
    pub span: Range<usize>,
    /// What could stand there instead.
    pub mask: String,
}

/// Everything in `text` that may point to a person, in the order of the text, none overlapping another. `public` are
/// words, in small letters, that begin no private name: those of agencies and places.
#[must_use]
pub fn find(text: &str, public: &BTreeSet<String>) -> Vec<Finding> {
    let mut found = numbers::emails(text);
    found.extend(numbers::numbers(text));
    found.extend(numbers::plates(text));
    let named = names::named(text, public);
    found.extend(names::again(text, &named));
    found.extend(named);
    // The first kind of the list wins where two say something about the same place.
    found.sort_by_key(|finding| (finding.span.start, finding.kind, finding.span.end));
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        if kept.last().is_none_or(|last| last.span.end <= finding.span.start) {
            kept.push(finding);
        }
    }
    kept
}

/// The text with every finding masked.
#[must_use]
pub fn masked(text: &str, public: &BTreeSet<String>) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for Finding { span, mask, .. } in find(text, public) {
        masked.push_str(text.get(from..span.start).unwrap_or_default());
        masked.push_str(&mask);
        from = span.end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    masked
}

/// What was found, each once, as a field that is asked about says it: kind and offered mask.
#[must_use]
pub fn offers(text: &str, public: &BTreeSet<String>) -> Vec<(Found, String)> {
    let mut offers: Vec<(Found, String)> = Vec::new();
    for Finding { kind, mask, .. } in find(text, public) {
        if !offers.iter().any(|(other, offer)| (*other, offer) == (kind, &mask)) {
            offers.push((kind, mask));
        }
    }
    offers
}

/// A dot for each character that is hidden.
const DOT: char = '•';

/// The characters of a text with the place of each.
fn signs(text: &str) -> Vec<(usize, char)> {
    text.char_indices().collect()
}

/// The byte at which character `at` begins; the end of the text after the last.
fn byte(signs: &[(usize, char)], at: usize, text: &str) -> usize {
    signs.get(at).map_or(text.len(), |(byte, _)| *byte)
}
