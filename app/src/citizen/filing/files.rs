//! Photos and files that show what happened.

use leptos::prelude::*;

use super::Sending;
use crate::{citizen::files::FilesField, text::use_text};

/// The part of the form about files.
#[component]
pub(super) fn FilesPart(
    /// The form.
    form: Sending,
) -> impl IntoView {
    let words = use_text().files;
    view! {
        <section class="part" aria-labelledby="part-files">
            <h2 id="part-files">{words.part}</h2>
            <FilesField form may_be_anonymous=true/>
        </section>
    }
    .into_any()
}
