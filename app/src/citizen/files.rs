//! Choosing files for a form. Complete without scripts: what was received stays with the form as hidden fields, and
//! each can be taken away again.

use leptos::prelude::*;

use super::send::Sending;
use crate::{
    parts::{Check, FILE_KINDS, Field, Glyph, Icon, files_hint},
    text::{fill, use_text},
};

/// The field, and what was received already.
#[component]
pub(super) fn FilesField(
    /// The form it stands in; it posts `multipart/form-data`.
    form: Sending,
    /// Whether its reporter may be anonymous, so that a file could tell who they are.
    may_be_anonymous: bool,
) -> impl IntoView {
    let words = use_text().files;
    let hint = files_hint(use_text());
    let error = form.problem("files");
    let described = move || {
        if error.get().is_some() {
            "files-h files-e"
        } else {
            "files-h"
        }
    };
    let is_only = form.text("files_only") == "yes";
    let warned = may_be_anonymous.then(|| {
        view! {
            <p class="fine soft">{words.can_tell_note}</p>
            <Check name="files_only" word=words.only_all note=words.only_all_note checked=is_only/>
        }
    });
    view! {
        <Chosen form may_be_anonymous/>
        <Field id="files" label=words.choose hint optional=true error>
            <input
                class="input file-input"
                type="file"
                id="files"
                name="files"
                multiple
                accept=FILE_KINDS
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            />
        </Field>
        {warned}
    }
    .into_any()
}

/// What was received already; nothing while nothing was.
#[component]
fn Chosen(
    /// The form.
    form: Sending,
    /// As in [`FilesField`].
    may_be_anonymous: bool,
) -> impl IntoView {
    let words = use_text().files;
    let chosen = form.uploads();
    if chosen.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = chosen
        .into_iter()
        .map(|(id, name, is_only)| {
            let only = may_be_anonymous.then(|| {
                view! {
                    <p class="fine"><b>{words.can_tell}</b></p>
                    <label class="choice">
                        <input type="checkbox" name="upload_only" value=id.clone() checked=is_only/>
                        <span><b>{words.only}</b></span>
                    </label>
                }
            });
            let remove = fill(words.remove, &[("name", &name)]);
            view! {
                <li class="chosen">
                    <input type="hidden" name="upload" value=id.clone()/>
                    <input type="hidden" name="upload_name" value=name.clone()/>
                    <span class="file"><Icon glyph=Glyph::Attachment/><span class="file-name">{name}</span></span>
                    <button class="btn btn-quiet" name="remove" value=id>{remove}</button>
                    {only}
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        // The first button of a form is what the Enter key presses: it must not take a file away.
        <button class="hide" tabindex="-1" aria-hidden="true"></button>
        <p><b>{words.chosen}</b></p>
        <ul class="files">{lines}</ul>
    }
    .into_any()
}
