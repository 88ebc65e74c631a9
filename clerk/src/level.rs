//! Rules of level: which government does what. Data of the province pack; here they are only compared with words.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::words;

/// Words of a phrase may stand this far apart: "jalan milik provinsi" is "jalan provinsi".
const GAP_MAX: usize = 1;

/// One rule as the pack has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelRule {
    /// Names it in the history and in tests.
    pub code: String,
    /// Code of the agency; `REGENCY`: the regency or city of the place.
    pub to: String,
    /// 3 decides, 2 leans, 1 hints.
    pub weight: u8,
    /// One of these phrases stands in the text.
    pub any: Vec<String>,
    /// And one of these, if there are any.
    #[serde(default)]
    pub with: Vec<String>,
    /// And none of these.
    #[serde(default)]
    pub none: Vec<String>,
    /// The place lies in one of these regencies, if there are any.
    #[serde(default)]
    pub regency_in: Vec<String>,
    /// The place lies in a regency, and in none of these, if there are any.
    #[serde(default)]
    pub regency_not: Vec<String>,
    /// Why, as the end of a sentence. `{word}`: what was written. `{regency}`: the regency of the place.
    pub because: String,
    /// The same in English.
    pub because_en: String,
}

/// A rule, its phrases as stems.
#[derive(Debug, Clone)]
struct Compared {
    rule: LevelRule,
    any: Vec<Vec<String>>,
    with: Vec<Vec<String>>,
    none: Vec<Vec<String>>,
}

/// A rule that matched: which, and the words that made it match, as positions in the text.
#[derive(Debug, Clone)]
pub(crate) struct Match<'a> {
    pub(crate) rule: &'a LevelRule,
    /// Its place among the rules.
    pub(crate) number: u32,
    pub(crate) at: Vec<usize>,
}

/// All rules, each found by the stems that its phrases begin with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rules {
    all: Vec<Compared>,
    begun_by: HashMap<String, Vec<u32>>,
}

impl Rules {
    pub(crate) fn new(rules: Vec<LevelRule>) -> Self {
        let mut found = Self::default();
        for (number, rule) in (0..).zip(rules) {
            let rule = Compared::new(rule);
            for phrase in &rule.any {
                let begun = found.begun_by.entry(phrase[0].clone()).or_default();
                if begun.last() != Some(&number) {
                    begun.push(number);
                }
            }
            found.all.push(rule);
        }
        found
    }

    /// The rules, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &LevelRule> {
        self.all.iter().map(|rule| &rule.rule)
    }

    /// Every stem of their phrases.
    pub(crate) fn stems(&self) -> impl Iterator<Item = &String> {
        self.all.iter().flat_map(Compared::stems)
    }

    /// The rules that hold for these stems in this regency, in their order.
    pub(crate) fn matches(&self, stems: &[String], regency: Option<&str>) -> Vec<Match<'_>> {
        let near: BTreeSet<u32> = stems
            .iter()
            .filter_map(|stem| self.begun_by.get(stem))
            .flatten()
            .copied()
            .collect();
        near.into_iter()
            .filter_map(|number| {
                let rule = &self.all[number as usize];
                let at = rule.holds(stems, regency)?;
                let rule = &rule.rule;
                Some(Match { rule, number, at })
            })
            .collect()
    }
}

/// A phrase as stems.
pub(crate) fn phrase(text: &str) -> Vec<String> {
    crate::stems(text)
}

/// Whether every word of a phrase counts when it is compared: a phrase that loses one would hold too often.
#[must_use]
pub fn is_phrase(text: &str) -> bool {
    let read = words::read(text);
    !read.is_empty() && read.iter().all(|word| !words::is_stop(&word.meant))
}

impl Compared {
    fn new(rule: LevelRule) -> Self {
        let phrases = |list: &[String]| {
            list.iter()
                .map(|text| phrase(text))
                .filter(|it| !it.is_empty())
                .collect()
        };
        Self {
            any: phrases(&rule.any),
            with: phrases(&rule.with),
            none: phrases(&rule.none),
            rule,
        }
    }

    /// Every stem of the rule's phrases.
    fn stems(&self) -> impl Iterator<Item = &String> {
        self.any.iter().chain(&self.with).chain(&self.none).flatten()
    }

    /// The positions of the words that make the rule hold for these stems in this regency. The longest phrase tells why.
    fn holds(&self, stems: &[String], regency: Option<&str>) -> Option<Vec<usize>> {
        let is_in = |list: &[String]| regency.is_some_and(|code| list.iter().any(|it| it == code));
        if (!self.rule.regency_in.is_empty() && !is_in(&self.rule.regency_in))
            || (!self.rule.regency_not.is_empty() && (regency.is_none() || is_in(&self.rule.regency_not)))
        {
            return None;
        }
        let finds = |phrases: &[Vec<String>]| phrases.iter().any(|phrase| find(stems, phrase).is_some());
        if finds(&self.none) || (!self.with.is_empty() && !finds(&self.with)) {
            return None;
        }
        let found = self.any.iter().filter_map(|phrase| find(stems, phrase));
        found.max_by_key(|at| (at.len(), usize::MAX - at.first().copied().unwrap_or(0)))
    }
}

/// Where the phrase stands in the stems, in order, with at most [`GAP_MAX`] other words between two of its own.
fn find(stems: &[String], phrase: &[String]) -> Option<Vec<usize>> {
    (0..stems.len())
        .filter(|start| stems[*start] == phrase[0])
        .find_map(|start| {
            let mut at = vec![start];
            for wanted in &phrase[1..] {
                let from = at.last()? + 1;
                let next = (from..(from + GAP_MAX + 1).min(stems.len())).find(|next| stems[*next] == *wanted)?;
                at.push(next);
            }
            Some(at)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> Compared {
        Compared::new(LevelRule {
            code: "road".to_owned(),
            to: "DPUPR".to_owned(),
            weight: 3,
            any: vec!["jalan provinsi".to_owned(), "poros".to_owned()],
            with: vec!["rusak".to_owned(), "lubang".to_owned()],
            none: vec!["lampu".to_owned()],
            regency_in: vec!["65.01".to_owned()],
            regency_not: Vec::new(),
            because: String::new(),
            because_en: String::new(),
        })
    }

    #[test]
    fn a_rule_holds_where_all_its_conditions_do() {
        let is = |text: &str, regency| rule().holds(&phrase(text), regency).is_some();
        assert!(is("jalanan milik provinsi berlubang", Some("65.01")));
        assert!(is("kerusakan di poros", Some("65.01")));
        assert!(!is("jalan milik orang lain di provinsi rusak", Some("65.01")));
        assert!(!is("jalan provinsi bagus", Some("65.01")));
        assert!(!is("lampu jalan provinsi rusak", Some("65.01")));
        assert!(!is("jalan provinsi rusak", Some("65.02")));
        assert!(!is("jalan provinsi rusak", None));
    }
}
