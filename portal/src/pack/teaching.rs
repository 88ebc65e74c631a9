//! `training.json` and `levels.json`: what the clerk learns before the first officer corrects it.

use clerk::{LevelRule, REGENCY};
use serde::Deserialize;

use super::{Pack, PackError, no_repeats, parse_json};

pub(super) const TOPICS_FILE: &str = "training.json";
pub(super) const LEVELS_FILE: &str = "levels.json";

/// Invented sentences about one matter, and where such reports belong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Topic {
    /// Code of the agency or outside body; `REGENCY`: the regency or city of the place.
    pub agency: String,
    /// Category of SP4N-LAPOR!: `MAIN` or `MAIN > SUB`; none where the sentences are about many.
    pub category: Option<String>,
    /// Code of the service, if the matter is one.
    pub service: Option<String>,
    /// Code of the regency or city where they are said to happen, if the rules of level ask for it.
    pub regency: Option<String>,
    /// The sentences, as people write them.
    pub texts: Vec<String>,
}

/// Which government does what, as rules over words and places.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Levels {
    /// Counts up with each change of the rules.
    pub version: u32,
    /// The rules, in no order.
    pub rules: Vec<LevelRule>,
    /// How people call offices that they write to.
    pub offices: Vec<Office>,
}

/// How people call an office, beside its names in `agencies.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Office {
    /// As they write it.
    pub name: String,
    /// Code of the agency, or `REGENCY`; empty: of none alone.
    pub agency: String,
}

impl Levels {
    /// The rule with exactly this code.
    pub fn find(&self, code: &str) -> Option<&LevelRule> {
        self.rules.iter().find(|rule| rule.code == code)
    }
}

#[derive(Deserialize)]
struct Document {
    topics: Vec<Topic>,
}

pub(super) fn parse_topics(text: &str) -> Result<Vec<Topic>, PackError> {
    parse_json::<Document>(TOPICS_FILE, text).map(|document| document.topics)
}

pub(super) fn parse_levels(text: &str) -> Result<Levels, PackError> {
    let levels: Levels = parse_json(LEVELS_FILE, text)?;
    no_repeats(LEVELS_FILE, levels.rules.iter().map(|rule| rule.code.as_str()))?;
    for rule in &levels.rules {
        let wrong = |problem: String| PackError::entry(LEVELS_FILE, &rule.code, problem);
        if !(1..=3).contains(&rule.weight) {
            return Err(wrong("has a weight that is not 1, 2 or 3".to_owned()));
        }
        let phrases = rule.any.iter().chain(&rule.with).chain(&rule.none);
        if let Some(lost) = phrases.into_iter().find(|phrase| !clerk::is_phrase(phrase)) {
            return Err(wrong(format!("has the phrase \"{lost}\", which loses a word")));
        }
    }
    Ok(levels)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    let is_agency = |code: &str| code == REGENCY || pack.find_agency(code).is_some();
    for topic in &pack.topics {
        let wrong = |problem: String| Err(PackError::entry(TOPICS_FILE, &topic.agency, problem));
        if !is_agency(&topic.agency) {
            return wrong("is no agency".to_owned());
        }
        if let Some(category) = topic.category.as_ref().filter(|path| !pack.has_category(path)) {
            return wrong(format!("has the unknown category {category}"));
        }
        if let Some(service) = topic.service.as_ref().filter(|code| pack.find_service(code).is_none()) {
            return wrong(format!("has the unknown service {service}"));
        }
        if let Some(regency) = topic.regency.as_ref().filter(|code| pack.find_regency(code).is_none()) {
            return wrong(format!("has the unknown regency {regency}"));
        }
    }
    let is_known = |office: &&Office| office.agency.is_empty() || is_agency(&office.agency);
    if let Some(office) = pack.levels.offices.iter().find(|office| !is_known(office)) {
        return Err(PackError::entry(
            LEVELS_FILE,
            &office.name,
            "is of no agency".to_owned(),
        ));
    }
    let rule = pack.levels.rules.iter().find(|rule| !is_agency(&rule.to));
    rule.map_or(Ok(()), |rule| {
        Err(PackError::entry(
            LEVELS_FILE,
            &rule.code,
            format!("goes to {}, which is no agency", rule.to),
        ))
    })
}
