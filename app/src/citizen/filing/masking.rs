//! What in the story may point to a person: masked as offered, or kept. Nothing is forced.

use leptos::prelude::*;

use super::Sending;
use crate::{
    parts::{ChoiceCard, Choices},
    text::{fill, use_text},
};

/// The field that says what becomes of it.
pub(super) const MASKING: &str = "masking";

/// The choice, once something was found. It stays while the form is on the page, so that a choice is not lost.
#[component]
pub(super) fn MaskingChoice(
    /// The form.
    form: Sending,
) -> impl IntoView {
    let words = use_text().masking;
    let found = form.private("body");
    let before = form.text(MASKING);
    move || {
        let masks = found.get();
        if masks.is_empty() && before.is_empty() {
            return None;
        }
        let note = if masks.is_empty() {
            String::new()
        } else {
            fill(words.mask_note, &[("masks", &masks.join(", "))])
        };
        let choices = vec![
            ChoiceCard::new("mask", words.mask, note),
            ChoiceCard::new("keep", words.keep, words.keep_note),
        ];
        let chosen = if before.is_empty() {
            "keep".to_owned()
        } else {
            before.clone()
        };
        Some(view! { <Choices name=MASKING legend=words.legend choices columns=2 chosen/> })
    }
}
