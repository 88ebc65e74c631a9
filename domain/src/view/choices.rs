//! What the forms let people choose from.

use super::account::OwnAccount;
use crate::kind::ServiceKind;
use serde::{Deserialize, Serialize};

/// One option: what is sent, and what is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The code that is sent.
    pub value: String,
    /// What the reader reads.
    pub label: String,
}

/// Options under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceGroup {
    /// The heading.
    pub label: String,
    /// The options.
    pub choices: Vec<Choice>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// A line of text.
    Text,
    /// A line of digits.
    Number,
    /// A day.
    Date,
    /// Yes or no, or one of some words.
    Choice,
}

/// One question that depends on the service or the category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Name of its field.
    pub field: String,
    /// The question.
    pub label: String,
    /// A hint; empty if none is needed.
    pub hint: String,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Longest answer. Unit: characters.
    pub chars_max: usize,
    /// Whether its answer can tell who reports.
    pub is_telling: bool,
    /// What it lets choose from.
    pub choices: Vec<Choice>,
}

/// Questions that belong together, and when they are asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionGroup {
    /// The heading.
    pub label: String,
    /// Services that they are about, by code.
    pub services: Vec<String>,
    /// Categories that they are about: beginnings of their paths.
    pub categories: Vec<String>,
    /// The questions.
    pub questions: Vec<Question>,
}

impl QuestionGroup {
    /// Whether they are asked about this service or category; empty: none is known.
    #[must_use]
    pub fn is_about(&self, service: &str, category: &str) -> bool {
        self.services.iter().any(|code| code == service)
            || self
                .categories
                .iter()
                .any(|begin| !category.is_empty() && category.starts_with(begin.as_str()))
    }
}

/// An agency that the clerk suggests, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedAgency {
    /// Its code, as the form sends it.
    pub code: String,
    /// Its short name.
    pub short: String,
    /// Its full name.
    pub name: String,
    /// How probable. Unit: hundredths.
    pub percent: u8,
    /// Why, as the end of a sentence; empty if nothing in particular speaks for it.
    pub because: String,
    /// Whether it lies outside the province's government, and so is reached by other ways.
    pub is_outside: bool,
    /// How it is reached, if it lies outside.
    pub contact: Option<String>,
}

/// What the clerk makes of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionView {
    /// Most probable first, at most three; empty if the words say nothing.
    pub agencies: Vec<SuggestedAgency>,
    /// Whether the first is sure.
    pub is_sure: bool,
    /// The service, if one is probable.
    pub service: Option<Choice>,
    /// The category, if one is probable; its path and its words.
    pub category: Option<Choice>,
}

/// The seat of a regency's government, on the map: which regency a point may lie in is suggested by the nearest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capital {
    /// Code of the regency.
    pub regency: String,
    /// Short name of the regency.
    pub regency_name: String,
    /// Name of the town.
    pub name: String,
    /// Latitude. Unit: 1/100,000 degree.
    pub latitude_e5: i32,
    /// Longitude. Unit: 1/100,000 degree.
    pub longitude_e5: i32,
}

/// A district or village that was found by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPlace {
    /// Code of its regency.
    pub regency: String,
    /// Code of its district, or its own; empty for a regency.
    pub district: String,
    /// Name of the village; empty for a district or regency.
    pub village: String,
    /// Where it lies, from fine to coarse: "Sekatak Buji, Sekatak, Bulungan".
    pub name: String,
}

/// The choices of the filing form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingChoices {
    /// Regencies and cities.
    pub regencies: Vec<Choice>,
    /// Districts, by regency.
    pub districts: Vec<ChoiceGroup>,
    /// Towns that are known to lie somewhere.
    pub capitals: Vec<Capital>,
    /// Whether the server knows which place a point lies in.
    pub has_boundaries: bool,
    /// Agencies that take reports.
    pub agencies: Vec<Choice>,
    /// Services, by kind.
    pub services: Vec<(ServiceKind, Vec<Choice>)>,
    /// The key of this form: sent again, it makes no second case.
    pub key: String,
    /// Today, as a date field has it: no event lies after it.
    pub today: String,
    /// Questions that depend on the service or the category.
    pub questions: Vec<QuestionGroup>,
    /// What the clerk suggests for the words typed; none where nobody asked yet.
    pub suggestion: Option<SuggestionView>,
    /// The account that the report may be put into; none where nobody is signed in.
    pub account: Option<OwnAccount>,
}

/// The choices of the staff's forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskChoices {
    /// Every desk but the province's and the reader's own.
    pub agencies: Vec<Choice>,
    /// Bodies outside the province.
    pub outside: Vec<Choice>,
    /// Services, by kind.
    pub services: Vec<(ServiceKind, Vec<Choice>)>,
    /// Categories that occur here, by main category.
    pub categories: Vec<ChoiceGroup>,
    /// Officers of the reader's desk.
    pub officers: Vec<Choice>,
    /// Today, as a date field has it.
    pub today: String,
}
