//! What a model sees of some stems: the stems, pairs of neighbours and pieces of words, each with a strength.

use std::collections::{BTreeMap, HashMap};

use crate::words;

/// Letters of a piece of a word.
const PIECE_CHARS: usize = 4;
/// What a stem, a pair and a piece weigh against each other. Chosen by cross-validation (`docs/routing.md`).
const STEM_WEIGHT: f32 = 1.0;
const PAIR_WEIGHT: f32 = 0.5;
const PIECE_WEIGHT: f32 = 0.12;
/// What is left of a word that people use about every matter.
const FAINT: f32 = 0.6;

/// Features of some stems: number and strength, in order of number.
pub(crate) type Features = Vec<(u32, f32)>;

/// The features that the teaching has, each with its number and how rare it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    numbers: HashMap<String, u32>,
    rarity: Vec<f32>,
}

impl Lexicon {
    /// Numbers the features of `lessons`: stems, and whether they are in the order of the text.
    pub(crate) fn of<'a>(lessons: impl Iterator<Item = (&'a [String], bool)>) -> (Self, Vec<Features>) {
        let named: Vec<BTreeMap<String, f32>> = lessons.map(|(stems, is_ordered)| names(stems, is_ordered)).collect();
        let mut lexicon = Self::default();
        let mut seen: Vec<u32> = Vec::new();
        for name in named.iter().flat_map(BTreeMap::keys) {
            let next = u32::try_from(seen.len()).unwrap_or(u32::MAX);
            let number = match lexicon.numbers.get(name) {
                Some(number) => *number as usize,
                None => {
                    lexicon.numbers.insert(name.clone(), next);
                    seen.push(0);
                    next as usize
                }
            };
            seen[number] += 1;
        }
        let all = named.len() as f32;
        lexicon.rarity = seen.iter().map(|seen| (1.0 + all / *seen as f32).ln()).collect();
        let features = named.into_iter().map(|names| lexicon.weighed(names)).collect();
        (lexicon, features)
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.rarity.len()
    }

    /// The number of a stem, and how rare it is.
    pub(crate) fn find(&self, stem: &str) -> Option<(usize, f32)> {
        let number = *self.numbers.get(stem)? as usize;
        Some((number, self.rarity[number]))
    }

    /// The features of stems in the order of their text.
    pub(crate) fn read(&self, stems: &[String]) -> Features {
        self.weighed(names(stems, true))
    }

    /// Known features, their strength by rarity, and all of a text together of length one.
    fn weighed(&self, names: BTreeMap<String, f32>) -> Features {
        let mut features: Features = names
            .into_iter()
            .filter_map(|(name, strength)| {
                let number = *self.numbers.get(&name)?;
                Some((number, strength * self.rarity[number as usize]))
            })
            .collect();
        let length = features
            .iter()
            .map(|(_, strength)| strength * strength)
            .sum::<f32>()
            .sqrt();
        if length > 0.0 {
            for (_, strength) in &mut features {
                *strength /= length;
            }
        }
        features.sort_unstable_by_key(|(number, _)| *number);
        features
    }
}

fn names(stems: &[String], is_ordered: bool) -> BTreeMap<String, f32> {
    let mut names = BTreeMap::new();
    for stem in stems {
        if words::is_faint(stem) {
            names.insert(stem.clone(), STEM_WEIGHT * FAINT);
            continue;
        }
        names.insert(stem.clone(), STEM_WEIGHT);
        let edged: Vec<char> = std::iter::once('^')
            .chain(stem.chars())
            .chain(std::iter::once('$'))
            .collect();
        for piece in edged.windows(PIECE_CHARS) {
            names.insert(format!("~{}", piece.iter().collect::<String>()), PIECE_WEIGHT);
        }
    }
    if is_ordered {
        for pair in stems.windows(2) {
            let is_faint = pair.iter().all(|stem| words::is_faint(stem));
            let weight = if is_faint { PAIR_WEIGHT * FAINT } else { PAIR_WEIGHT };
            names.insert(format!("{} {}", pair[0], pair[1]), weight);
        }
    }
    names
}
