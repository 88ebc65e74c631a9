//! Indonesian words → their roots, behind a trait, so that another stemmer can take its place.

mod affix;

use std::{cmp::Reverse, collections::HashSet};

use crate::words::lines;

/// Gives words that mean the same one form.
pub trait Stemmer {
    /// The stem of a word in small plain letters. Always the same for the same word.
    fn stem(&self, word: &str) -> String;
}

/// Removes confixes as Nazief and Adriani (1996) and Asian (2007, enhanced confix stripping) describe it: endings, then
/// up to three beginnings, spelt back, until a known root stands; forbidden pairs of beginning and ending are not taken.
/// Other than there, all ways are tried, and the one that leaves most of the word is taken: no order of rules matters.
///
/// The root words are our own list: the lists that come with the ports of Sastrawi are under a licence that forbids
/// commercial use. A word whose root is not known loses only what is surely an affix.
#[derive(Debug, Clone)]
pub struct ConfixStripper {
    roots: HashSet<&'static str>,
}

impl Default for ConfixStripper {
    fn default() -> Self {
        Self::new()
    }
}

/// Shorter words are stems already.
const STEM_CHARS_MIN: usize = 4;

impl ConfixStripper {
    /// With the root words of the house.
    #[must_use]
    pub fn new() -> Self {
        let roots = lines(include_str!("../words/roots.txt"))
            .flat_map(str::split_whitespace)
            .collect();
        Self { roots }
    }

    /// Whether the word is a known root.
    #[must_use]
    pub fn is_root(&self, word: &str) -> bool {
        self.roots.contains(word)
    }

    /// Every known root, in no order.
    pub fn roots(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.roots.iter().copied()
    }

    /// The known root that explains most of `word`.
    fn root<'a>(&self, word: &'a str) -> Option<String> {
        // How much of the written word stays, then how few affixes it needs: more is better.
        let mut best: Option<((usize, Reverse<usize>), String)> = None;
        let mut take = |stays: usize, affixes: usize, root: &str| {
            let worth = (stays, Reverse(affixes));
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, root.to_owned()));
            }
        };
        let mut visit = |rest: &'a str, ending: &str, removed: usize| {
            if self.is_root(rest) {
                take(rest.len(), removed, rest);
            }
            affix::beginnings(rest, &mut |root, stays, first, depth| {
                if self.is_root(root) && affix::goes_with(first, ending) {
                    take(stays, removed + depth, root);
                }
            });
        };
        affix::endings(word, &mut visit);
        best.map(|(_, root)| root).or_else(|| self.spoken_root(word))
    }
}

impl ConfixStripper {
    /// The root of a word as it is spoken: "ngurusin" is "urus".
    fn spoken_root(&self, word: &str) -> Option<String> {
        let mut found = None;
        let word = word
            .strip_suffix("in")
            .filter(|rest| rest.len() >= STEM_CHARS_MIN)
            .unwrap_or(word);
        affix::endings(word, &mut |rest, _, _| {
            affix::behind_nasal(rest, &mut |root| {
                if found.is_none() && self.is_root(root) {
                    found = Some(root.to_owned());
                }
            });
        });
        found
    }
}

impl Stemmer for ConfixStripper {
    fn stem(&self, word: &str) -> String {
        if word.len() < STEM_CHARS_MIN || !word.is_ascii() || self.is_root(word) {
            return word.to_owned();
        }
        self.root(word).unwrap_or_else(|| affix::lightly(word).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_affixes_and_get_their_first_letter_back() {
        let stripper = ConfixStripper::new();
        let rows = [
            ("jalannya", "jalan"),
            ("diperbaiki", "baik"),
            ("memperbaiki", "baik"),
            ("perbaikan", "baik"),
            ("menyapu", "sapu"),
            ("mengirim", "kirim"),
            ("pengiriman", "kirim"),
            ("memukul", "pukul"),
            ("pemukulan", "pukul"),
            ("menulis", "tulis"),
            ("berlubang", "lubang"),
            ("kerusakan", "rusak"),
            ("kesehatan", "sehat"),
            ("bekerja", "kerja"),
            ("pekerjaan", "kerja"),
            ("pekerja", "kerja"),
            ("pungutan", "pungut"),
            ("dipungut", "pungut"),
            ("perizinan", "izin"),
            ("ngurus", "urus"),
            ("nyuri", "curi"),
            ("keterlambatan", "lambat"),
            ("mengurus", "urus"),
            ("menguruskan", "urus"),
            ("mempekerjakan", "kerja"),
            ("tagihannya", "tagihan"),
            ("sekolah", "sekolah"),
            ("makanan", "makanan"),
        ];
        for (word, root) in rows {
            assert_eq!(stripper.stem(word), root, "{word}");
        }
    }

    #[test]
    fn a_word_with_an_unknown_root_loses_only_sure_affixes() {
        let stripper = ConfixStripper::new();
        assert_eq!(stripper.stem("zulkifli"), "zulkifli");
        assert_eq!(stripper.stem("divermakan"), "verma");
        assert_eq!(stripper.stem("hapeku"), "hapeku");
    }

    #[test]
    fn stemming_a_root_changes_nothing() {
        let stripper = ConfixStripper::new();
        for root in &stripper.roots {
            assert_eq!(stripper.stem(root), *root);
        }
    }
}
