//! The clerk who reads a report first: which agency, service and category its words, its place and past cases point to.
//!
//! Pure: no clock, randomness, input or output. It only suggests, and says why; the citizen corrects it and the officer
//! has the last word. Source: `docs/routing.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod features;
mod level;
mod model;
pub mod stem;
mod suggest;
mod teach;
#[cfg(test)]
mod tests;
mod vocabulary;
pub mod words;

pub use level::{LevelRule, is_phrase};
pub use suggest::{
    AGENCIES_MAX, Clerk, Lesson, OfficeName, PlaceName, REGENCY, Reason, SURE_PERCENT, Suggested, Suggestion, Teaching,
};

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
    let stems = words::read(text)
        .into_iter()
        .filter(|word| !words::is_stop(&word.meant))
        .map(|word| stemmer().stem(&word.meant))
        .collect();
    words::join_offices(stems, |stem| stem, |_, _| ())
}
