//! Texts people write, parsed once into types that cannot be too short, too long, or blank.

use crate::{
    file::FileProblem,
    limits::{self, Chars},
    masking::Found,
};
use serde::{Deserialize, Serialize};

/// Why a field cannot be taken as it was typed. The sentence is the reader's language's business.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldError {
    /// Nothing was typed or chosen, and something must be.
    Missing,
    /// Fewer characters than the limit; both counts.
    TooShort {
        /// Fewest characters.
        min: u16,
        /// Characters typed.
        typed: u16,
    },
    /// More characters than the limit; both counts.
    TooLong {
        /// Most characters.
        max: u16,
        /// Characters typed.
        typed: u16,
    },
    /// Not one of the choices offered.
    Unknown,
    /// Not a date.
    NotADate,
    /// A date that has not come yet.
    InTheFuture,
    /// A date that has passed, where one to come is needed.
    InThePast,
    /// A date too long ago.
    TooOld,
    /// Not the right number of digits; both counts.
    Digits {
        /// Digits it has.
        needed: u16,
        /// Digits typed.
        typed: u16,
    },
    /// Neither a telephone number nor an e-mail address.
    NotAContact,
    /// A file that cannot be taken.
    File {
        /// Its name, as its sender has it; may be empty.
        name: String,
        /// Why.
        problem: FileProblem,
    },
    /// Not a number of degrees.
    NotAPoint,
    /// A point outside the province and its waters.
    OutsideProvince,
    /// It may point to a person: what was found, and what could stand there instead. Taken once the writer has chosen.
    Private(Vec<(Found, String)>),
}

impl Chars {
    /// Trims, normalises line ends, drops control characters, and counts.
    ///
    /// # Errors
    /// [`FieldError::Missing`] for a blank text; else too short or too long, with both counts.
    pub fn check(self, text: &str) -> Result<String, FieldError> {
        let text: String = text
            .replace("\r\n", "\n")
            .trim()
            .chars()
            .filter(|sign| *sign == '\n' || *sign == '\t' || !sign.is_control())
            .collect();
        let typed = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        if text.is_empty() {
            Err(FieldError::Missing)
        } else if typed < self.min {
            Err(FieldError::TooShort { min: self.min, typed })
        } else if typed > self.max {
            Err(FieldError::TooLong { max: self.max, typed })
        } else {
            Ok(text)
        }
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident within $chars:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text, trimmed.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl TryFrom<String> for $name {
            type Error = FieldError;
            fn try_from(text: String) -> Result<Self, FieldError> { $chars.check(&text).map(Self) }
        }

        impl TryFrom<&str> for $name {
            type Error = FieldError;
            fn try_from(text: &str) -> Result<Self, FieldError> { $chars.check(text).map(Self) }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self { text.0 }
        }
    )+};
}

texts! {
    /// What happened, in the citizen's words. 20 to 5,000 characters.
    Body within limits::BODY;
    /// A message in the conversation. 3 to 5,000 characters.
    Message within limits::MESSAGE;
    /// One public sentence. 10 to 300 characters.
    Sentence within limits::SENTENCE;
    /// A public title. 5 to 120 characters.
    Title within limits::TITLE;
    /// One line: a name, a landmark, a number. 1 to 200 characters.
    Line within limits::LINE;
    /// Why something is done, for the record. 5 to 1,000 characters.
    Reason within limits::REASON;
}

impl std::fmt::Display for FieldError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{self:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_after_trimming_and_in_characters_not_bytes() {
        assert_eq!(
            Body::try_from("  Jalannya  "),
            Err(FieldError::TooShort { min: 20, typed: 8 })
        );
        assert_eq!(Title::try_from("ééééé").unwrap().as_str(), "ééééé");
        assert_eq!(Body::try_from(" \n "), Err(FieldError::Missing));
    }

    #[test]
    fn line_ends_of_a_posted_form_become_plain_and_control_signs_go() {
        assert_eq!(Message::try_from("satu\r\ndua\u{0}").unwrap().as_str(), "satu\ndua");
    }
}
