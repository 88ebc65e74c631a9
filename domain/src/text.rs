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

/// Signs that Unicode draws as nothing: a text of these alone is as blank as one of spaces.
/// Source: Unicode, `Default_Ignorable_Code_Point`, and the empty pattern of Braille.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{fffe}' | '\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A text as it is kept: control characters that end a line become `line_end`, the others go; then the blanks at both
/// ends. Nothing else changes. Source: `docs/rules.md`, "Words as they are typed".
fn kept(text: &str, line_end: char) -> String {
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|sign| match sign {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Some(line_end),
            '\t' => Some(sign),
            sign => (!sign.is_control()).then_some(sign),
        })
        .collect();
    kept.trim().to_owned()
}

impl Chars {
    /// A text of several lines as it is kept, within the limit.
    ///
    /// # Errors
    /// [`FieldError::Missing`] for a text that shows nothing; else too short or too long, with both counts.
    pub fn text(self, typed: &str) -> Result<String, FieldError> {
        self.within(kept(typed, '\n'))
    }

    /// The same for one line: where another would begin stands a space.
    ///
    /// # Errors
    /// As [`Chars::text`].
    pub fn line(self, typed: &str) -> Result<String, FieldError> {
        self.within(kept(typed, ' '))
    }

    fn within(self, text: String) -> Result<String, FieldError> {
        let typed = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        if text.chars().all(|sign| sign.is_whitespace() || is_unseen(sign)) {
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
    ($($(#[$doc:meta])* $name:ident is a $kept:ident within $chars:expr;)+) => {$(
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
            fn try_from(text: String) -> Result<Self, FieldError> { $chars.$kept(&text).map(Self) }
        }

        impl TryFrom<&str> for $name {
            type Error = FieldError;
            fn try_from(text: &str) -> Result<Self, FieldError> { $chars.$kept(text).map(Self) }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self { text.0 }
        }
    )+};
}

texts! {
    /// What happened, in the citizen's words. 20 to 5,000 characters.
    Body is a text within limits::BODY;
    /// A message in the conversation. 3 to 5,000 characters.
    Message is a text within limits::MESSAGE;
    /// One public sentence. 10 to 300 characters.
    Sentence is a text within limits::SENTENCE;
    /// A public title. 5 to 120 characters.
    Title is a line within limits::TITLE;
    /// One line: a name, a landmark, a number. 1 to 200 characters.
    Line is a line within limits::LINE;
    /// Why something is done, for the record. 5 to 1,000 characters.
    Reason is a text within limits::REASON;
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
        let lines = "satu\rdua\u{b}tiga\u{c}empat\u{85}lima";
        assert_eq!(
            Message::try_from(lines).unwrap().as_str(),
            "satu\ndua\ntiga\nempat\nlima",
            "words that stood on two lines do not grow together"
        );
    }

    #[test]
    fn what_is_one_line_stays_one_and_its_words_stay_apart() {
        assert_eq!(
            Line::try_from(" Jalan\r\nPoros\u{b}2 ").unwrap().as_str(),
            "Jalan Poros 2"
        );
        assert_eq!(Title::try_from("Lampu\npadam").unwrap().as_str(), "Lampu padam");
    }

    #[test]
    fn a_text_that_shows_nothing_is_missing() {
        for nothing in [
            " ",
            "\u{1} \u{1}",
            "\u{200b}\u{200b}\u{200b}",
            "\u{feff}",
            "\u{202e}\u{2066}",
            "\n\t\u{3000}",
        ] {
            assert_eq!(Line::try_from(nothing), Err(FieldError::Missing), "{nothing:?}");
            assert_eq!(Message::try_from(nothing), Err(FieldError::Missing), "{nothing:?}");
        }
        assert_eq!(
            Line::try_from("\u{200b}a").unwrap().as_str(),
            "\u{200b}a",
            "what shows something is left alone"
        );
    }

    #[test]
    fn a_text_is_neither_composed_nor_decomposed() {
        for text in [
            "e\u{301}",
            "\u{e9}",
            "\u{212b}ngstr\u{f6}m",
            "\u{1f468}\u{200d}\u{1f469}",
        ] {
            assert_eq!(Line::try_from(text).unwrap().as_str(), text);
        }
    }
}
