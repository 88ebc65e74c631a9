//! The form that publishes a case, or corrects what is published.

use super::Form;
use crate::filing_form::{KEEP, MASKING};
use domain::{deed::PublicText, id::FileId, masking, text::FieldError, view::PHOTO_FIELD};

/// Name of the field that shows a photo to everybody.
fn photo_field(id: FileId) -> String {
    format!("{PHOTO_FIELD}{}", id.uuid())
}

impl Form<'_, '_> {
    /// The text for everybody. What still may point to a person is named, until the officer says it may stay.
    pub(super) fn public_text(&mut self) -> Option<PublicText> {
        let title = self.words("title");
        let text = self.words("body");
        let is_answered = self.form.text("respond") == "yes";
        let response = is_answered.then(|| self.words("response"));
        // The officer's form ticks a box, the citizen's chooses.
        if !matches!(self.form.text(MASKING), KEEP | "yes") {
            let public = self.ground.directory.public_words();
            let fields = ["title", "body", "response"];
            for field in fields.iter().take(if is_answered { 3 } else { 2 }) {
                let offers = masking::offers(self.form.text(field), &public);
                if !offers.is_empty() {
                    self.form.wrong(field, FieldError::Private(offers));
                }
            }
        }
        // Each photo has a field of its own; a field of any other says nothing.
        let is_chosen = |id: &&FileId| self.form.text(&photo_field(**id)) == "yes";
        let photos = self.ground.photos.iter().filter(is_chosen).copied().collect();
        Some(PublicText {
            title: title?,
            text: text?,
            response: match response {
                Some(response) => Some(response?),
                None => None,
            },
            photos,
        })
    }
}
