//! The words the clerk knows, and the one that a misspelt word most likely means.

use std::collections::HashMap;

/// Shorter words are not corrected: too many others are near.
const CORRECTED_CHARS_MIN: usize = 5;

/// In shorter words no letter is taken for another one.
const CHANGED_CHARS_MIN: usize = 6;

/// Known stems. Each is found by itself, and by itself with any one letter left out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    /// Stem → how often it was seen in teaching.
    known: HashMap<String, u32>,
    /// A stem with one letter left out → the stems it may be.
    near: HashMap<String, Vec<String>>,
}

impl Vocabulary {
    /// Learns a stem.
    pub(crate) fn learn(&mut self, stem: &str) {
        let seen = self.known.entry(stem.to_owned()).or_insert(0);
        *seen += 1;
        if *seen == 1 && stem.is_ascii() && stem.len() >= CORRECTED_CHARS_MIN - 1 {
            for shorter in without_one(stem) {
                self.near.entry(shorter).or_default().push(stem.to_owned());
            }
        }
    }

    /// Whether the stem is known.
    pub(crate) fn knows(&self, stem: &str) -> bool {
        self.known.contains_key(stem)
    }

    /// The stem that is meant: itself if it is known, else the known one that is a single slip away: a letter left out,
    /// added, changed, or two neighbours swapped. The one seen most in teaching, then the first of the alphabet.
    pub(crate) fn meant<'a>(&'a self, stem: &'a str) -> &'a str {
        if self.knows(stem) || stem.len() < CORRECTED_CHARS_MIN || !stem.is_ascii() {
            return stem;
        }
        let mut best: Option<(&str, u32)> = None;
        let mut take = |candidate: &'a str| {
            let Some((candidate, seen)) = self.known.get_key_value(candidate) else {
                return;
            };
            // Who writes slips hits the first letter.
            let is_begun_alike = candidate.as_bytes().first() == stem.as_bytes().first();
            if candidate.len() < CORRECTED_CHARS_MIN - 1 || !is_begun_alike || !is_one_slip(stem, candidate) {
                return;
            }
            let is_better = best.is_none_or(|(kept, most)| (*seen, kept) > (most, candidate.as_str()));
            if is_better {
                best = Some((candidate, *seen));
            }
        };
        for candidate in self.near.get(stem).into_iter().flatten() {
            take(candidate);
        }
        for shorter in without_one(stem) {
            if let Some((known, _)) = self.known.get_key_value(&shorter) {
                take(known);
            }
            for candidate in self.near.get(&shorter).into_iter().flatten() {
                take(candidate);
            }
        }
        best.map_or(stem, |(meant, _)| meant)
    }
}

/// The word with each of its letters left out in turn.
fn without_one(word: &str) -> impl Iterator<Item = String> {
    (0..word.len()).map(move |at| format!("{}{}", &word[..at], &word[at + 1..]))
}

/// Whether one slip of the finger makes one word of the other.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    // In a short word another letter makes another word.
    let is_long = one.len() >= CHANGED_CHARS_MIN;
    let same_from_left = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same_from_left..], &other[same_from_left..]);
    match one.len().cmp(&other.len()) {
        std::cmp::Ordering::Equal => {
            (is_long && one.get(1..) == other.get(1..))
                || (one.len() >= 2 && one[0] == other[1] && one[1] == other[0] && one[2..] == other[2..])
        }
        std::cmp::Ordering::Less => other.get(1..) == Some(one),
        std::cmp::Ordering::Greater => one.get(1..) == Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_corrected_and_two_are_not() {
        let mut vocabulary = Vocabulary::default();
        for word in ["listrik", "sekolah", "jembatan", "banjir"] {
            vocabulary.learn(word);
        }
        for (written, meant) in [
            ("listrik", "listrik"),
            ("lisrik", "listrik"),
            ("listtrik", "listrik"),
            ("lustrik", "listrik"),
            ("lisrtik", "listrik"),
            ("jembtan", "jembatan"),
            ("bnjir", "banjir"),
            ("lsrik", "lsrik"),
            ("kota", "kota"),
        ] {
            assert_eq!(vocabulary.meant(written), meant, "{written}");
        }
    }
}
