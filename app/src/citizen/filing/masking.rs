//! What in the story may point to a person: masked as offered, or kept. Nothing is forced.

use leptos::prelude::*;

use super::{Sending, drafting::Drafting};
use crate::{
    parts::{ChoiceCard, Choices},
    phone::fields::MASKING,
    text::{fill, use_text},
};

/// The choice, once something was found. It stays while the report is on the page, so that a choice is not lost.
#[component]
pub(super) fn MaskingChoice(
    /// The form.
    form: Sending,
    /// The draft.
    drafting: Drafting,
) -> impl IntoView {
    let words = use_text().masking;
    let found = form.private("body");
    let choice = move || {
        // Another report asks anew.
        drafting.key();
        let masks = Memo::new(move |before: Option<&Vec<String>>| {
            let masks = found.get();
            if masks.is_empty() {
                before.cloned().unwrap_or_default()
            } else {
                masks
            }
        });
        move || {
            let (masks, before) = (masks.get(), form.brought_back(MASKING));
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
            let chosen = if before.is_empty() { "keep".to_owned() } else { before };
            Some(view! { <Choices name=MASKING legend=words.legend choices columns=2 chosen/> })
        }
    };
    view! { {choice} }
}
