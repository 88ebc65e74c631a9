//! `questions.json`: what is asked beside the story when the service or category is known.

use domain::kind::ServiceKind;
use serde::Deserialize;

use super::{Pack, PackError, no_repeats, parse_json};

pub(super) const FILE: &str = "questions.json";

/// Longest answer, where the question sets nothing else. Unit: characters.
const CHARS_MAX: usize = 120;

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct QuestionGroupEntry {
    /// Names the group.
    pub code: String,
    /// Heading in Indonesian.
    pub label: String,
    /// Heading in English.
    pub label_en: String,
    /// Asked about every service of these kinds.
    #[serde(default)]
    pub service_kinds: Vec<String>,
    /// Asked about these services.
    #[serde(default)]
    pub services: Vec<String>,
    /// Asked about categories whose path begins so.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The questions, in their order.
    pub questions: Vec<QuestionEntry>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// A line of text.
    Text,
    /// Digits.
    Number,
    /// A day that has come.
    Date,
    /// One of `choices`.
    Choice,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct QuestionEntry {
    /// Names it for ever: answers are kept under it.
    pub code: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question in Indonesian.
    pub label: String,
    /// The question in English.
    pub label_en: String,
    /// A hint in Indonesian; may be empty.
    #[serde(default)]
    pub hint: String,
    /// A hint in English; may be empty.
    #[serde(default)]
    pub hint_en: String,
    /// Longest answer. Unit: characters.
    #[serde(default = "chars_max")]
    pub chars_max: usize,
    /// Whether the answer can tell who reports.
    #[serde(default)]
    pub is_telling: bool,
    /// What it lets choose from.
    #[serde(default)]
    pub choices: Vec<AnswerChoice>,
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AnswerChoice {
    /// What is kept.
    pub code: String,
    /// In Indonesian.
    pub label: String,
    /// In English.
    pub label_en: String,
}

/// Questions whose answers are facts that rules use; their fields have their own names.
const FACTS: [&str; 4] = ["application_no", "nib", "applied_on", "fee"];

impl QuestionEntry {
    /// Whether the answer is a fact of a licence, and not only kept to be read.
    #[must_use]
    pub fn is_fact(&self) -> bool {
        FACTS.contains(&self.code.as_str())
    }

    /// Name of its field in the form.
    #[must_use]
    pub fn field(&self) -> String {
        if self.is_fact() {
            self.code.clone()
        } else {
            format!("q_{}", self.code)
        }
    }
}

const fn chars_max() -> usize {
    CHARS_MAX
}

#[derive(Deserialize)]
struct Document {
    groups: Vec<QuestionGroupEntry>,
}

pub(super) fn parse(text: &str) -> Result<Vec<QuestionGroupEntry>, PackError> {
    let groups = parse_json::<Document>(FILE, text)?.groups;
    no_repeats(FILE, groups.iter().map(|group| group.code.as_str()))?;
    let questions = || groups.iter().flat_map(|group| &group.questions);
    no_repeats(FILE, questions().map(|question| question.code.as_str()))?;
    for question in questions() {
        let wrong = |problem: &str| Err(PackError::entry(FILE, &question.code, problem.to_owned()));
        if question.code.contains(['=', '\n']) {
            return wrong("has a sign in its code that answers are kept with");
        }
        if (question.kind == QuestionKind::Choice) == question.choices.is_empty() {
            return wrong("has choices and is none, or is one and has none");
        }
        if question.chars_max == 0 || question.chars_max > CHARS_MAX {
            return wrong("has a length that no answer can have");
        }
    }
    Ok(groups)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    for group in &pack.questions {
        let wrong = |problem: String| Err(PackError::entry(FILE, &group.code, problem));
        if let Some(kind) = group
            .service_kinds
            .iter()
            .find(|kind| ServiceKind::find(kind).is_none())
        {
            return wrong(format!("is about the unknown kind of service {kind}"));
        }
        if let Some(code) = group.services.iter().find(|code| pack.find_service(code).is_none()) {
            return wrong(format!("is about the unknown service {code}"));
        }
        let is_known = |begin: &str| {
            let main = begin.split(" > ").next().unwrap_or(begin);
            pack.categories.iter().any(|category| category.name == main)
        };
        if let Some(begin) = group.categories.iter().find(|begin| !is_known(begin)) {
            return wrong(format!("is about the unknown category {begin}"));
        }
    }
    Ok(())
}
