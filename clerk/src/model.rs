//! The probabilistic part: a softmax regression over stems, pairs of stems and pieces of words. The same teaching gives
//! the same model to the last bit: no randomness, one order, one thread.

use std::collections::{BTreeMap, HashMap};

use crate::words;

/// Passes over the teaching. Unit: passes. More changed nothing on held-back sentences.
const PASSES: usize = 12;
/// First step of the descent; it shrinks per weight by what the weight has already moved (AdaGrad).
const STEP: f32 = 0.5;
/// How strongly weights are drawn to nothing.
const DRAW: f32 = 1e-5;
/// A miss below this teaches nothing worth its time.
const MISS_MIN: f32 = 2e-3;
/// Letters of a piece of a word.
const PIECE_CHARS: usize = 4;
/// What a stem, a pair and a piece weigh against each other.
const STEM_WEIGHT: f32 = 1.0;
const PAIR_WEIGHT: f32 = 0.7;
const PIECE_WEIGHT: f32 = 0.2;
/// What is left of a word that people use about every matter.
const FAINT: f32 = 0.3;

/// One lesson for a model: stems, what they point to, and how much it counts.
pub(crate) struct Sample<'a> {
    pub(crate) stems: &'a [String],
    /// Whether neighbours are neighbours in the text; a lesson kept without its order has none.
    pub(crate) is_ordered: bool,
    pub(crate) label: &'a str,
    pub(crate) weight: f32,
}

/// Labels by how probable they are for some stems.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    labels: Vec<String>,
    features: HashMap<String, u32>,
    rarity: Vec<f32>,
    /// One row per feature, one column per label.
    weights: Vec<f32>,
}

/// Features of some stems: number and strength, in order of number.
type Features = Vec<(usize, f32)>;

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

impl Model {
    /// Learns from `samples`, in their order.
    pub(crate) fn taught(samples: &[Sample<'_>]) -> Self {
        let mut model = Self::default();
        let mut label_of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut seen: Vec<u32> = Vec::new();
        let mut read: Vec<(Features, usize, f32)> = Vec::with_capacity(samples.len());
        for sample in samples {
            let next = label_of.len();
            let label = *label_of.entry(sample.label).or_insert(next);
            if label == model.labels.len() {
                model.labels.push(sample.label.to_owned());
            }
            let mut features = Vec::new();
            for (name, strength) in names(sample.stems, sample.is_ordered) {
                let next = u32::try_from(model.features.len()).unwrap_or(u32::MAX);
                let number = *model.features.entry(name).or_insert(next) as usize;
                if number == seen.len() {
                    seen.push(0);
                }
                seen[number] += 1;
                features.push((number, strength));
            }
            read.push((features, label, sample.weight));
        }
        let all = read.len() as f32;
        model.rarity = seen.iter().map(|seen| (1.0 + all / *seen as f32).ln()).collect();
        for (features, ..) in &mut read {
            weigh(features, &model.rarity);
        }
        model.descend(&read);
        model
    }

    fn descend(&mut self, read: &[(Features, usize, f32)]) {
        let labels = self.labels.len();
        self.weights = vec![0.0; self.features.len() * labels];
        let mut moved = vec![1e-6_f32; self.weights.len()];
        let mut chances = vec![0.0; labels];
        let mut wrong: Vec<(usize, f32)> = Vec::with_capacity(labels);
        for pass in 0..PASSES {
            for at in 0..read.len() {
                // A fixed stride visits every lesson once a pass, neighbours of one topic far apart.
                let (features, label, weight) = &read[(at * stride(read.len()) + pass) % read.len()];
                self.score(features, &mut chances);
                softmax(&mut chances);
                wrong.clear();
                for (column, chance) in chances.iter().enumerate() {
                    let miss = chance - if column == *label { 1.0 } else { 0.0 };
                    if miss.abs() > MISS_MIN {
                        wrong.push((column, miss * weight));
                    }
                }
                for (number, strength) in features {
                    let row = number * labels;
                    for (column, miss) in &wrong {
                        let at = row + column;
                        let slope = miss * strength + DRAW * self.weights[at];
                        moved[at] += slope * slope;
                        self.weights[at] -= STEP * slope / moved[at].sqrt();
                    }
                }
            }
        }
    }

    fn score(&self, features: &Features, scores: &mut [f32]) {
        scores.fill(0.0);
        let labels = self.labels.len();
        for (number, strength) in features {
            let row = &self.weights[number * labels..(number + 1) * labels];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight * strength;
            }
        }
    }

    fn known(&self, stems: &[String]) -> Features {
        let mut features: Features = names(stems, true)
            .into_iter()
            .filter_map(|(name, strength)| Some((*self.features.get(&name)? as usize, strength)))
            .collect();
        weigh(&mut features, &self.rarity);
        features
    }

    /// Every label with its probability, most probable first; `warmth` above one makes the model less sure of itself.
    pub(crate) fn chances(&self, stems: &[String], warmth: f32) -> Vec<(&str, f32)> {
        let mut scores = vec![0.0; self.labels.len()];
        self.score(&self.known(stems), &mut scores);
        for score in &mut scores {
            *score /= warmth;
        }
        softmax(&mut scores);
        let mut chances: Vec<(&str, f32)> = self.labels.iter().map(String::as_str).zip(scores).collect();
        chances.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
        chances
    }

    /// The stems that speak most for `label`, strongest first.
    pub(crate) fn spoke_for<'a>(&self, stems: &'a [String], label: &str) -> Vec<&'a str> {
        let Some(column) = self.labels.iter().position(|it| it == label) else {
            return Vec::new();
        };
        let mut told: Vec<(&str, f32)> = Vec::new();
        for stem in stems {
            let Some(number) = self.features.get(stem).map(|number| *number as usize) else {
                continue;
            };
            let row = &self.weights[number * self.labels.len()..(number + 1) * self.labels.len()];
            let mean = row.iter().sum::<f32>() / row.len() as f32;
            let worth = (row[column] - mean) * self.rarity[number];
            if worth > 0.0 && told.iter().all(|(it, _)| it != stem) {
                told.push((stem, worth));
            }
        }
        told.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
        told.into_iter().map(|(stem, _)| stem).collect()
    }
}

/// A stride without a common divisor with `count`, near the golden section.
fn stride(count: usize) -> usize {
    let divides = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let mut stride = (count * 618 / 1000).max(1);
    while divides(stride, count) != 1 {
        stride += 1;
    }
    stride
}

/// Strength by rarity, and all of a text together of length one.
fn weigh(features: &mut Features, rarity: &[f32]) {
    for (number, strength) in features.iter_mut() {
        *strength *= rarity[*number];
    }
    let length = features
        .iter()
        .map(|(_, strength)| strength * strength)
        .sum::<f32>()
        .sqrt();
    if length > 0.0 {
        for (_, strength) in features.iter_mut() {
            *strength /= length;
        }
    }
}

fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut all = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        all += *score;
    }
    for score in scores {
        *score /= all;
    }
}
