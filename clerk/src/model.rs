//! The probabilistic part: a softmax regression over the features of a text and the rules that hold. The same teaching
//! gives the same model to the last bit: no randomness, one order.

use std::collections::BTreeMap;

use crate::features::{Features, Lexicon};

/// Passes over the teaching. Unit: passes. More changed nothing on held-back sentences.
const PASSES: usize = 8;
/// First step of the descent; it shrinks per weight by what the weight has already moved (AdaGrad).
const STEP: f32 = 1.0;
/// The same for the weight of a rule: its beginning is knowledge, so it moves slowly.
const RULE_STEP: f32 = 0.05;
/// How strongly weights are drawn to nothing.
const DRAW: f32 = 1e-5;
/// A miss below this teaches nothing worth its time.
const MISS_MIN: f32 = 2e-3;

/// How much complement naive Bayes says beside the regression: it counts words that the regression, having found others,
/// no longer needs.
const COUNTED_SAYS: f32 = 3.0;
/// What every feature is counted more than it was seen.
const COUNTED_MORE: f32 = 0.1;

/// A rule that holds for a text: its number, and how strongly.
pub(crate) type Told = (u32, f32);

/// One lesson for a model: what it sees, what that points to, and how much it counts.
pub(crate) struct Sample<'a> {
    pub(crate) features: &'a Features,
    pub(crate) told: &'a [Told],
    pub(crate) label: &'a str,
    pub(crate) weight: f32,
}

/// What a rule says before anything is learned: its label, and by how much.
pub(crate) struct Prior<'a> {
    pub(crate) label: &'a str,
    pub(crate) weight: f32,
}

/// Labels by how probable they are for some features.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    labels: Vec<String>,
    /// How many rows are features; the rest are rules.
    features: usize,
    weights: Packed,
}

/// Weights, one row per feature, then one per rule, one column per label: in a quarter of the room that they are learned
/// in, each to a 127th of the strongest of its row.
#[derive(Debug, Clone, Default)]
struct Packed {
    steps: Vec<i8>,
    /// What a step of a row is worth.
    worth: Vec<f32>,
}

impl Packed {
    fn of(weights: &[f32], labels: usize) -> Self {
        let mut packed = Self::default();
        packed.steps.reserve_exact(weights.len());
        for row in weights.chunks(labels) {
            let most = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
            let worth = most / f32::from(i8::MAX);
            packed.worth.push(worth);
            packed.steps.extend(row.iter().map(|weight| step(*weight, worth)));
        }
        packed
    }

    /// The weights of one row.
    fn row(&self, row: usize, labels: usize) -> impl Iterator<Item = f32> {
        let worth = self.worth[row];
        let steps = &self.steps[row * labels..(row + 1) * labels];
        steps.iter().map(move |step| f32::from(*step) * worth)
    }
}

fn step(weight: f32, worth: f32) -> i8 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "no row has more than 127 steps either way"
    )]
    let step = if worth > 0.0 { (weight / worth).round() as i8 } else { 0 };
    step
}

/// A model while it learns.
struct Learner {
    labels: usize,
    features: usize,
    /// As in [`Packed`].
    weights: Vec<f32>,
}

impl Model {
    /// Learns from `samples`, in their order. Rules begin with what `priors` say, and the samples correct them.
    pub(crate) fn taught(features: usize, samples: &[Sample<'_>], priors: &[Prior<'_>]) -> Self {
        let mut label_of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut labels: Vec<String> = Vec::new();
        let known = samples
            .iter()
            .map(|sample| sample.label)
            .chain(priors.iter().map(|prior| prior.label));
        for label in known {
            label_of.entry(label).or_insert_with(|| {
                labels.push(label.to_owned());
                labels.len() - 1
            });
        }
        if labels.is_empty() {
            return Self::default();
        }
        let mut learner = Learner {
            labels: labels.len(),
            features,
            weights: vec![0.0; (features + priors.len()) * labels.len()],
        };
        for (at, prior) in priors.iter().enumerate() {
            learner.weights[(features + at) * labels.len() + label_of[prior.label]] = prior.weight;
        }
        let columns: Vec<usize> = samples.iter().map(|sample| label_of[sample.label]).collect();
        learner.descend(samples, &columns);
        learner.count(samples, &columns);
        Self {
            weights: Packed::of(&learner.weights, labels.len()),
            labels,
            features,
        }
    }

    fn score(&self, features: &Features, told: &[Told], scores: &mut [f32]) {
        scores.fill(0.0);
        let labels = self.labels.len();
        let mut add = |row: usize, strength: f32| {
            for (score, weight) in scores.iter_mut().zip(self.weights.row(row, labels)) {
                *score += weight * strength;
            }
        };
        for (number, strength) in features {
            add(*number as usize, *strength);
        }
        for (number, strength) in told {
            add(self.features + *number as usize, *strength);
        }
    }

    /// Every label with its probability, most probable first; `warmth` above one makes the model less sure of itself.
    pub(crate) fn chances(&self, features: &Features, told: &[Told], warmth: f32) -> Vec<(&str, f32)> {
        let mut scores = vec![0.0; self.labels.len()];
        self.score(features, told, &mut scores);
        for score in &mut scores {
            *score /= warmth;
        }
        softmax(&mut scores);
        let mut chances: Vec<(&str, f32)> = self.labels.iter().map(String::as_str).zip(scores).collect();
        chances.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
        chances
    }

    /// The stems that speak most for `label`, strongest first.
    pub(crate) fn spoke_for<'a>(&self, lexicon: &Lexicon, stems: &'a [String], label: &str) -> Vec<&'a str> {
        let Some(column) = self.labels.iter().position(|it| it == label) else {
            return Vec::new();
        };
        let mut told: Vec<(&str, f32)> = Vec::new();
        for stem in stems {
            let Some((number, rarity)) = lexicon.find(stem) else {
                continue;
            };
            let row: Vec<f32> = self.weights.row(number, self.labels.len()).collect();
            let mean = row.iter().sum::<f32>() / row.len() as f32;
            let worth = (row[column] - mean) * rarity;
            if worth > 0.0 && told.iter().all(|(it, _)| it != stem) {
                told.push((stem, worth));
            }
        }
        told.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
        told.into_iter().map(|(stem, _)| stem).collect()
    }
}

impl Learner {
    fn descend(&mut self, samples: &[Sample<'_>], columns: &[usize]) {
        let labels = self.labels;
        let mut moved = vec![1e-6_f32; self.weights.len()];
        let mut chances = vec![0.0; labels];
        let mut wrong: Vec<(usize, f32)> = Vec::with_capacity(labels);
        let stride = stride(samples.len());
        for pass in 0..PASSES {
            for at in 0..samples.len() {
                // A fixed stride visits every lesson once a pass, neighbours of one topic far apart.
                let at = (at * stride + pass) % samples.len();
                let (sample, label) = (&samples[at], columns[at]);
                self.score(sample.features, sample.told, &mut chances);
                softmax(&mut chances);
                wrong.clear();
                for (column, chance) in chances.iter().enumerate() {
                    let miss = chance - if column == label { 1.0 } else { 0.0 };
                    if miss.abs() > MISS_MIN {
                        wrong.push((column, miss * sample.weight));
                    }
                }
                let mut correct = |row: usize, strength: f32, step: f32, draw: f32| {
                    for (column, miss) in &wrong {
                        let at = row * labels + column;
                        let slope = miss * strength + draw * self.weights[at];
                        moved[at] += slope * slope;
                        self.weights[at] -= step * slope / moved[at].sqrt();
                    }
                };
                for (number, strength) in sample.features {
                    correct(*number as usize, *strength, STEP, DRAW);
                }
                for (number, strength) in sample.told {
                    correct(self.features + *number as usize, *strength, RULE_STEP, 0.0);
                }
            }
        }
    }

    /// Adds what complement naive Bayes says (Rennie and others, 2003): a feature speaks for a label by how seldom all
    /// other labels have it.
    fn count(&mut self, samples: &[Sample<'_>], columns: &[usize]) {
        let labels = self.labels;
        let mut seen = vec![0.0_f32; self.features * labels];
        for (sample, column) in samples.iter().zip(columns) {
            for (number, strength) in sample.features {
                seen[*number as usize * labels + column] += strength * sample.weight;
            }
        }
        let mut all = vec![0.0_f32; labels];
        let of_row: Vec<f32> = seen.chunks(labels).map(|row| row.iter().sum()).collect();
        for (row, sum) in seen.chunks(labels).zip(&of_row) {
            for (all, seen) in all.iter_mut().zip(row) {
                *all += sum - seen + COUNTED_MORE;
            }
        }
        for ((weights, row), sum) in self
            .weights
            .chunks_mut(labels)
            .zip(seen.chunks_mut(labels))
            .zip(&of_row)
        {
            for (says, all) in row.iter_mut().zip(&all) {
                *says = -((sum - *says + COUNTED_MORE) / all).ln();
            }
            let mean = row.iter().sum::<f32>() / labels as f32;
            for (weight, says) in weights.iter_mut().zip(row) {
                *weight += COUNTED_SAYS * (*says - mean);
            }
        }
    }

    fn score(&self, features: &Features, told: &[Told], scores: &mut [f32]) {
        scores.fill(0.0);
        let labels = self.labels;
        let mut add = |row: usize, strength: f32| {
            let row = &self.weights[row * labels..(row + 1) * labels];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight * strength;
            }
        };
        for (number, strength) in features {
            add(*number as usize, *strength);
        }
        for (number, strength) in told {
            add(self.features + *number as usize, *strength);
        }
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
