//! What everybody reads of a case, and what an officer could let them read.

use super::{
    When,
    build::{Known, Material},
    directory::first_words,
};
use crate::{case::message::MessageKind, masking::masked};
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
    /// Photos that may be public, in the order in which they came.
    pub photos: Vec<PublicPhoto>,
    /// When it was last worded; `None` while it is not published.
    pub at: Option<When>,
}

/// Begins the name of the field that shows a photo to everybody; its id follows.
pub const PHOTO_FIELD: &str = "photo_";

/// A photo of which everybody may see a smaller picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPhoto {
    /// Its id, as its address has it.
    pub id: String,
    /// Whether everybody sees it now.
    pub is_public: bool,
}

/// Photos of the case that may be public, for who reads them.
fn photos(material: Material<'_>) -> Vec<PublicPhoto> {
    let publication = material.case.publication.as_ref();
    let chosen = publication.map_or(&[][..], |publication| &publication.photos);
    let of_messages = material.messages.iter().flat_map(|message| &message.files);
    let all = material.files.iter().chain(of_messages);
    all.filter(|sent| sent.may_be_public())
        .map(|sent| PublicPhoto {
            id: sent.file.id.uuid().to_string(),
            is_public: chosen.contains(&sent.file.id),
        })
        .collect()
}

/// What is published now. Who does not read the facts of the case learns of no photo that is not public.
pub(super) fn publication(material: Material<'_>, sees_facts: bool, known: &Known<'_>) -> Option<PublicTextView> {
    let publication = material.case.publication.as_ref()?;
    let response = publication.response.as_ref();
    Some(PublicTextView {
        title: publication.title.as_str().to_owned(),
        text: publication.text.as_str().to_owned(),
        response: response.map_or_else(String::new, |response| response.text.as_str().to_owned()),
        photos: if sees_facts { photos(material) } else { Vec::new() },
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
        photos: photos(material),
        at: None,
    }
}
