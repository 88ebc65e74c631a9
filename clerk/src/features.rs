//! What a model sees of some stems: the stems, pairs that are neighbours or nearly so, and pieces of words, each with a
//! strength.

use std::collections::{BTreeMap, HashMap};

/// Letters of a piece of a word.
const PIECE_CHARS: usize = 4;
/// What a stem, a pair, two stems with one between them and a piece weigh against each other. Chosen by
/// cross-validation (`docs/routing.md`).
const STEM_WEIGHT: f32 = 1.0;
const PAIR_WEIGHT: f32 = 0.8;
const APART_WEIGHT: f32 = 0.4;
const PIECE_WEIGHT: f32 = 0.2;

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
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for name in named.iter().flat_map(BTreeMap::keys) {
            *seen.entry(name).or_default() += 1;
        }
        let all = named.len() as f32;
        let mut lexicon = Self::default();
        for (name, seen) in seen {
            let number = u32::try_from(lexicon.rarity.len()).unwrap_or(u32::MAX);
            lexicon.numbers.insert(name.to_owned(), number);
            lexicon.rarity.push((1.0 + all / seen as f32).ln());
        }
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
        for apart in stems.windows(3) {
            names.insert(format!("{} {}", apart[0], apart[2]), APART_WEIGHT);
        }
        for pair in stems.windows(2) {
            names.insert(format!("{} {}", pair[0], pair[1]), PAIR_WEIGHT);
        }
    }
    names
}
