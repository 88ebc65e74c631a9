//! Files that people sent along: a picture of each photo, a line for everything else.

use domain::{
    file::{FileProblem, FileState},
    limits,
    view::FileView,
};
use leptos::{either::Either, prelude::*};

use super::{Glyph, Icon};
use crate::text::{Words, fill, use_text};

/// Side of a picture in the list. Unit: CSS pixels; the page keeps the place before the picture is here.
const SIDE: &str = "96";

/// What a browser offers to choose from.
pub(crate) const FILE_KINDS: &str = "image/jpeg,image/png,image/webp,application/pdf,video/mp4,video/quicktime";
/// Unit: bytes.
const MEBIBYTE: u64 = 1024 * 1024;

/// How many files may be chosen, and how long they may be.
pub(crate) fn files_hint(words: &Words) -> String {
    fill(
        words.files.hint,
        &[
            ("count", &limits::FILES_MAX.to_string()),
            ("photo", &(limits::PHOTO_BYTES_MAX / MEBIBYTE).to_string()),
            ("pdf", &(limits::PDF_BYTES_MAX / MEBIBYTE).to_string()),
            ("seconds", &limits::VIDEO_SECONDS_MAX.to_string()),
        ],
    )
}

/// Why a file cannot be taken, with its name where it has one.
pub(crate) fn file_problem(words: &Words, name: &str, problem: FileProblem) -> String {
    let why = words.file_problems.of(problem);
    if name.is_empty() {
        why.to_owned()
    } else {
        format!("{name}: {why}")
    }
}

/// The files; nothing where there are none.
#[component]
pub fn FileList(
    /// What this reader may know of.
    files: Vec<FileView>,
    /// The address of the case's page, below which its files are opened.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    if files.is_empty() {
        return ().into_any();
    }
    let words = use_text().files;
    let lines: Vec<_> = files
        .into_iter()
        .enumerate()
        .map(|(place, file)| view! { <li><FileLine file at=at.clone() place/></li> }.into_any())
        .collect();
    view! { <ul class="files" aria-label=words.list>{lines}</ul> }.into_any()
}

/// One file: a link to it, or why it cannot be opened.
#[component]
fn FileLine(
    /// The file.
    file: FileView,
    /// As in [`FileList`].
    at: String,
    /// Its place in the list, which names it where its own name is kept back.
    place: usize,
) -> impl IntoView {
    let words = use_text();
    let name = if file.name.is_empty() {
        format!("{} {}", words.file_kinds.of(file.kind), place + 1)
    } else {
        file.name
    };
    let few = file
        .is_for_few
        .then(|| view! { <span class="fine soft">{words.files.only}</span> });
    let closed = match file.state {
        FileState::Clean => None,
        FileState::Quarantined => Some(words.files.quarantined),
        FileState::Infected => Some(words.files.infected),
    };
    if let Some(why) = closed {
        return Either::Left(view! {
            <p class="file"><span>{name}</span><span class="fine soft">{why}</span>{few}</p>
        });
    }
    let href = format!("{at}/berkas/{}", file.id);
    let face = if file.kind.is_photo() {
        let picture = format!("{href}?ukuran=kecil");
        let alt = words.file_kinds.of(file.kind);
        Either::Left(view! { <img src=picture alt=alt width=SIDE height=SIDE loading="lazy" decoding="async"/> })
    } else {
        Either::Right(view! { <Icon glyph=Glyph::Attachment/> })
    };
    // The file is not a page of the program in the browser.
    Either::Right(view! {
        <a class="file" href=href rel="external">
            {face}
            <span class="file-name">{name}</span>
            <span class="fine soft">{words.file_kinds.of(file.kind)}" · "{file.size}</span>
            {few}
        </a>
    })
}
