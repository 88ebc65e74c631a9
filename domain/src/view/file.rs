//! Files of a case, as far as the reader may know of them.

use super::{
    build::{Known, Material},
    rights::Reader,
};
use crate::{
    file::{Attachment, FileKind, FileState},
    lang::Lang,
};
use serde::{Deserialize, Serialize};

/// Unit: bytes.
const KILOBYTE: u64 = 1_000;
/// Unit: bytes.
const MEGABYTE: u64 = 1_000 * KILOBYTE;

/// A file, as its reader may open it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// Its id, as its address has it.
    pub id: String,
    /// What it is.
    pub kind: FileKind,
    /// Its name, as its sender has it. Empty where that could tell who an anonymous reporter is.
    pub name: String,
    /// Its length, as people read it: "1,2 MB".
    pub size: String,
    /// Whether it may be opened.
    pub state: FileState,
    /// Whether one desk alone reads it.
    pub is_for_few: bool,
}

/// The files that this reader may know of. The name of a file can tell who an anonymous reporter is: only they read it,
/// unless an officer sent it.
pub(super) fn files_for(
    files: &[Attachment],
    is_by_officer: bool,
    material: Material<'_>,
    reader: Reader<'_>,
    known: &Known<'_>,
) -> Vec<FileView> {
    let (is_for_reader, is_named): (&dyn Fn(&&Attachment) -> bool, bool) = match reader {
        Reader::Reporter => (&|_| true, true),
        Reader::Officer(officer) => (
            &|sent| sent.is_for(officer.agency),
            is_by_officer || !material.case.visibility.is_anonymous(),
        ),
    };
    let view = |sent: &Attachment| FileView {
        id: sent.file.id.uuid().to_string(),
        kind: sent.file.kind,
        name: if is_named {
            sent.file.name.as_str().to_owned()
        } else {
            String::new()
        },
        size: size(sent.file.bytes, known.lang),
        state: sent.file.state,
        is_for_few: sent.only.is_some(),
    };
    files.iter().filter(is_for_reader).map(view).collect()
}

/// "340 kB", "1,2 MB".
fn size(bytes: u64, lang: Lang) -> String {
    let point = match lang {
        Lang::Id => ',',
        Lang::En => '.',
    };
    if bytes < MEGABYTE {
        format!("{} kB", bytes.div_ceil(KILOBYTE))
    } else {
        let tenths = bytes.saturating_mul(10) / MEGABYTE;
        format!("{}{point}{} MB", tenths / 10, tenths % 10)
    }
}
