//! What the forms let people choose from.

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

/// The choices of the filing form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingChoices {
    /// Regencies and cities.
    pub regencies: Vec<Choice>,
    /// Districts, by regency.
    pub districts: Vec<ChoiceGroup>,
    /// Agencies that take reports.
    pub agencies: Vec<Choice>,
    /// Services, by kind.
    pub services: Vec<(ServiceKind, Vec<Choice>)>,
    /// The key of this form: sent again, it makes no second case.
    pub key: String,
    /// Today, as a date field has it: no event lies after it.
    pub today: String,
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
    /// Officers of the reader's desk.
    pub officers: Vec<Choice>,
    /// Today, as a date field has it.
    pub today: String,
}
