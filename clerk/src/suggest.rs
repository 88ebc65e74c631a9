//! What the clerk suggests, how sure it is, and why.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{
    features::Lexicon,
    level::{LevelRule, Match, Rules, phrase},
    model::Model,
    stem::Stemmer as _,
    stemmer,
    teach::{learned, misaddressed, told},
    vocabulary::Vocabulary,
    words,
};

/// Stands for the government of the regency or city of the place.
pub const REGENCY: &str = "REGENCY";
/// No more agencies are suggested.
pub const AGENCIES_MAX: usize = 3;
/// From this probability on a suggestion is "sure". Unit: hundredths. Source: `docs/routing.md`, "How sure".
pub const SURE_PERCENT: u8 = 70;
/// Below this a service or category is not suggested. Unit: hundredths.
const NAMED_PERCENT_MIN: u8 = 35;
/// Warmth of the model of agencies: found on held-back sentences, where its probabilities then say how often they are
/// right.
const WARMTH: f32 = 2.2;
/// Words that a reason names.
const REASON_WORDS_MAX: usize = 2;

/// What one lesson teaches: some words belong to this agency, service and category.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The stems, in the order of the text or without one.
    pub stems: Vec<String>,
    /// Whether they are in order.
    pub is_ordered: bool,
    /// Code of the agency, or [`REGENCY`].
    pub agency: Option<String>,
    /// Code of the regency or city it is about, if the rules of level ask for it.
    pub regency: Option<String>,
    /// Code of the service.
    pub service: Option<String>,
    /// Path of the category.
    pub category: Option<String>,
    /// How much it counts against a sentence of the pack.
    pub weight: f32,
}

/// A name of a place, and the regency it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    /// As people write it.
    pub name: String,
    /// Code of the regency or city.
    pub regency: String,
    /// Whether the name alone is enough to know the regency: regencies, cities and districts.
    pub tells: bool,
}

/// How people name an office that they write to, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeName {
    /// As people write it.
    pub name: String,
    /// Code of the agency, or [`REGENCY`]; empty: of none alone.
    pub agency: String,
}

/// All that the clerk is taught.
#[derive(Debug, Clone, Default)]
pub struct Teaching {
    /// Sentences, key words and corrections.
    pub lessons: Vec<Lesson>,
    /// Rules of level.
    pub rules: Vec<LevelRule>,
    /// Names of places.
    pub places: Vec<PlaceName>,
    /// Names of offices.
    pub offices: Vec<OfficeName>,
    /// Code of a regency → code of its tenant.
    pub regencies: BTreeMap<String, String>,
}

/// Why an agency is suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A rule of level holds.
    Rule {
        /// Its code.
        code: String,
        /// The words that made it hold, as they were written.
        words: String,
    },
    /// These words, as they were written, were seen with this agency before.
    Words(Vec<String>),
    /// Nothing in the text speaks for it more than for others.
    Nothing,
}

/// One suggested agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// Code of the agency.
    pub agency: String,
    /// How probable. Unit: hundredths.
    pub percent: u8,
    /// Why.
    pub reason: Reason,
}

/// What the clerk makes of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// Most probable first, at most [`AGENCIES_MAX`]. Empty if the text says nothing.
    pub agencies: Vec<Suggested>,
    /// Code of the service and how probable it is, if one is probable enough.
    pub service: Option<(String, u8)>,
    /// Path of the category and how probable it is, if one is probable enough.
    pub category: Option<(String, u8)>,
    /// Code of the regency it was read for: that of the place, or else one that the text names.
    pub regency: Option<String>,
}

impl Suggestion {
    /// Whether the first agency is "sure".
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.agencies.first().is_some_and(|first| first.percent >= SURE_PERCENT)
    }
}

/// One word of the text that counts.
struct Read {
    written: String,
    stem: String,
}

/// The clerk, taught.
#[derive(Debug, Clone)]
pub struct Clerk {
    vocabulary: Vocabulary,
    rules: Rules,
    lexicon: Lexicon,
    agencies: Model,
    services: Model,
    categories: Model,
    /// The categories that lessons name for each agency.
    matters: BTreeMap<String, BTreeSet<String>>,
    /// Stems of place names that are no other word.
    place_words: HashSet<String>,
    /// Phrases that tell the regency, longest first.
    place_phrases: Vec<(Vec<String>, String)>,
    regencies: BTreeMap<String, String>,
}

impl Clerk {
    /// Learns all of it. Always the same clerk from the same teaching.
    #[must_use]
    pub fn taught(teaching: Teaching) -> Self {
        let rules = Rules::new(teaching.rules);
        let mut vocabulary = Vocabulary::default();
        for stem in teaching.lessons.iter().flat_map(|lesson| &lesson.stems) {
            vocabulary.learn(stem);
        }
        for stem in rules.stems() {
            vocabulary.learn(stem);
        }
        for root in stemmer().roots() {
            vocabulary.learn(root);
        }
        let mut place_words = HashSet::new();
        let mut place_phrases = Vec::new();
        for place in &teaching.places {
            let stems = phrase(&place.name);
            place_words.extend(stems.iter().filter(|stem| !vocabulary.knows(stem)).cloned());
            if place.tells && !stems.is_empty() {
                place_phrases.push((stems, place.regency.clone()));
            }
        }
        place_phrases.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        let mut matters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for lesson in &teaching.lessons {
            if let (Some(agency), Some(category)) = (&lesson.agency, &lesson.category) {
                matters.entry(agency.clone()).or_default().insert(category.clone());
            }
        }
        let mut lessons = teaching.lessons;
        lessons.extend(misaddressed(&lessons, &teaching.offices));
        let (lexicon, models) = learned(&lessons, &rules);
        let [agencies, services, categories] = models;
        Self {
            agencies,
            services,
            categories,
            matters,
            lexicon,
            vocabulary,
            rules,
            place_words,
            place_phrases,
            regencies: teaching.regencies,
        }
    }

    /// The stems of a text that may be kept as a lesson: known words only, each once, in the order of the alphabet. No
    /// name, number or sentence can be read from them.
    #[must_use]
    pub fn keepable(&self, text: &str) -> Vec<String> {
        let kept: BTreeSet<String> = self
            .read(text)
            .into_iter()
            .map(|read| read.stem)
            .filter(|stem| self.vocabulary.knows(stem))
            .collect();
        kept.into_iter().collect()
    }

    /// Suggests for `text`, at the place with this code of a regency, district or village.
    #[must_use]
    pub fn suggest(&self, text: &str, place: Option<&str>) -> Suggestion {
        let read = self.read(text);
        let regency = self.regency(text, place);
        let stems: Vec<String> = read.iter().map(|read| read.stem.clone()).collect();
        if !stems.iter().any(|stem| self.vocabulary.knows(stem)) {
            return Suggestion {
                regency,
                ..Suggestion::default()
            };
        }
        let matches = self.rules.matches(&stems, regency.as_deref());
        let features = self.lexicon.read(&stems);
        let ranked = self.agencies.chances(&features, &told(&matches), WARMTH);
        // A category that is no matter of the first agency would ask the citizen about something else.
        let matters = ranked.first().and_then(|(label, _)| self.matters.get(*label));
        let fits = |category: &str| matters.is_some_and(|matters| matters.contains(category));
        let tenant = regency.as_ref().and_then(|code| self.regencies.get(code));
        let agencies = ranked
            .into_iter()
            .filter_map(|(label, chance)| {
                let agency = if label == REGENCY {
                    tenant?.clone()
                } else {
                    label.to_owned()
                };
                Some(Suggested {
                    agency,
                    // What is shown is never impossible, only unlikely.
                    percent: percent(chance).max(1),
                    reason: self.reason(label, &read, &stems, &matches),
                })
            })
            .take(AGENCIES_MAX)
            .collect();
        let first = |model: &Model| {
            let (label, chance) = model.chances(&features, &[], 1.0).into_iter().next()?;
            Some((label.to_owned(), percent(chance))).filter(|(_, percent)| *percent >= NAMED_PERCENT_MIN)
        };
        Suggestion {
            agencies,
            service: first(&self.services),
            category: first(&self.categories).filter(|(category, _)| fits(category)),
            regency,
        }
    }

    fn reason(&self, label: &str, read: &[Read], stems: &[String], matches: &[Match<'_>]) -> Reason {
        let told = matches
            .iter()
            .filter(|it| it.rule.to == label)
            .max_by_key(|it| (it.rule.weight, it.at.len()));
        if let Some(it) = told {
            let mut words: Vec<&str> = it.at.iter().map(|at| read[*at].written.as_str()).collect();
            words.dedup();
            return Reason::Rule {
                code: it.rule.code.clone(),
                words: words.join(" "),
            };
        }
        let spoke = self.agencies.spoke_for(&self.lexicon, stems, label);
        let words: Vec<String> = spoke
            .into_iter()
            .take(REASON_WORDS_MAX)
            .filter_map(|stem| read.iter().find(|read| read.stem == stem))
            .map(|read| read.written.clone())
            .collect();
        if words.is_empty() {
            Reason::Nothing
        } else {
            Reason::Words(words)
        }
    }

    /// The words that count: no empty ones, no names of places, slips corrected.
    fn read(&self, text: &str) -> Vec<Read> {
        let read = words::read(text)
            .into_iter()
            .filter(|word| !words::is_stop(&word.meant))
            .filter_map(|word| {
                let stem = stemmer().stem(&word.meant);
                if self.place_words.contains(&stem) {
                    return None;
                }
                let mut meant = self.vocabulary.meant(&stem).to_owned();
                if meant == stem && !self.vocabulary.knows(&stem) {
                    // The slip may stand in an affix or make the root unknown: correct the word, then take its root.
                    meant = stemmer().stem(self.vocabulary.meant(&word.meant));
                }
                Some(Read {
                    written: word.written,
                    stem: meant,
                })
            })
            .collect();
        words::join_offices(
            read,
            |read: &mut Read| &mut read.stem,
            |read, next| read.written = format!("{} {}", read.written, next.written),
        )
    }

    /// The regency of the place, or the one that the text names.
    fn regency(&self, text: &str, place: Option<&str>) -> Option<String> {
        if let Some(code) = place
            .and_then(|place| place.get(..5))
            .filter(|code| self.regencies.contains_key(*code))
        {
            return Some(code.to_owned());
        }
        let stems = phrase(text);
        let found = self
            .place_phrases
            .iter()
            .find(|(name, _)| stems.windows(name.len()).any(|it| it == name));
        found.map(|(_, regency)| regency.clone())
    }
}

fn percent(chance: f32) -> u8 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    let percent = (chance.clamp(0.0, 1.0) * 100.0).round() as u8;
    percent
}
