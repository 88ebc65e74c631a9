//! What everybody reads of a case, and what an officer could let them read.

use super::{
    When,
    build::{Known, Material},
    directory::first_words,
};
use crate::{
    case::{Case, message::MessageKind},
    masking::masked,
};
use serde::{Deserialize, Serialize};

/// What everybody reads of a case, or what an officer could let them read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicTextView {
    /// The public title.
    pub title: String,
    /// The public text.
    pub text: String,
    /// The answer in words for everybody; empty without one.
    pub response: String,
    /// When it was last worded; `None` while it is not published.
    pub at: Option<When>,
}

/// What is published now.
pub(super) fn publication(case: &Case, known: &Known<'_>) -> Option<PublicTextView> {
    let publication = case.publication.as_ref()?;
    let response = publication.response.as_ref();
    Some(PublicTextView {
        title: publication.title.as_str().to_owned(),
        text: publication.text.as_str().to_owned(),
        response: response.map_or_else(String::new, |response| response.text.as_str().to_owned()),
        at: Some(When::instant(publication.at, known.lang)),
    })
}

/// What stands ready in the form that publishes: everything that may point to a person is masked.
pub(super) fn proposal(material: Material<'_>, known: &Known<'_>) -> PublicTextView {
    let facts = &material.case.facts;
    let public = known.directory.public_words();
    let title = match &facts.title {
        Some(title) => title.as_str().to_owned(),
        None => first_words(facts.body.as_str()),
    };
    let answer = material
        .messages
        .iter()
        .rev()
        .find(|message| message.kind == MessageKind::Answer);
    PublicTextView {
        title: masked(&title, &public),
        text: masked(facts.body.as_str(), &public),
        response: answer.map_or_else(String::new, |answer| masked(&answer.text, &public)),
        at: None,
    }
}
