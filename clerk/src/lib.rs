//! The clerk who reads a report first: which agency, service and category its words, its place and past cases point to.
//!
//! Pure: no clock, randomness, input or output. It only suggests, and says why; the citizen corrects it and the officer
//! has the last word. Source: `docs/routing.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod stem;
pub mod words;

use std::sync::OnceLock;

use stem::{ConfixStripper, Stemmer as _};

/// The stemmer of the house, made once.
#[must_use]
pub fn stemmer() -> &'static ConfixStripper {
    static STEMMER: OnceLock<ConfixStripper> = OnceLock::new();
    STEMMER.get_or_init(ConfixStripper::new)
}

/// The stems of the words of `text`, in their order, without words that carry nothing: "Jalannya rusak sekali" →
/// `jalan`, `rusak`. Chat spelling is read as meant. For every index over text; never for showing.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    words::read(text)
        .into_iter()
        .filter(|word| !words::is_stop(&word.meant))
        .map(|word| stemmer().stem(&word.meant))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stems_of_a_text_are_its_words_without_endings_and_without_empty_words() {
        assert_eq!(
            stems("Jalannya rusak sekali dan BERLUBANG!"),
            ["jalan", "rusak", "lubang"]
        );
        assert_eq!(
            stems("jln2 di desa kmi gk diperbaiki"),
            ["jalan", "desa", "kmi", "baik"]
        );
        assert!(stems("").is_empty());
        assert!(stems("... 123 -- ").is_empty());
    }

    #[test]
    fn the_same_text_gives_the_same_stems_however_it_is_written() {
        let plain = stems("listrik padam di kampung, jalan rusak");
        assert_eq!(stems("LISTRIK   padaaaam di kampung; jlnan rusaaak!!"), plain);
        assert_eq!(stems("lístrik padam di kampung jalan-jalan rusak"), plain);
    }
}
