//! Documents: written anew from their pages. The pages, their pictures, fonts and filled-in fields come along; who wrote
//! them, when and with what, what is attached, what acts by itself, and all earlier versions do not.
//!
//! Source: ISO 32000-1.

use std::collections::BTreeSet;

use domain::{
    file::{FileKind, FileProblem},
    limits,
};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use crate::{
    Clean,
    boxes::{self, walk},
    jpeg,
};

/// What one packed stream of objects may unpack to. Unit: bytes. Writers put some hundred objects into one.
const UNPACKED_BYTES_MAX: usize = 512 * 1024;
/// Packed streams of objects in a document. With the one above: how much a bomb may unpack to.
const PACKED_MAX: usize = 64;
/// Objects that the pages of a document need. Unit: objects.
const OBJECTS_MAX: usize = 100_000;
/// Values inside one another. Unit: values.
const DEPTH_MAX: usize = 64;
/// Folders of pages above a page. Unit: folders.
const PARENTS_MAX: usize = 64;

/// What a page has of its own or from the folders above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// What a page needs besides.
const OF_PAGE: [&[u8]; 6] = [b"BleedBox", b"TrimBox", b"ArtBox", b"Contents", b"Group", b"UserUnit"];
/// What a mark on a page needs to be seen.
const OF_MARK: [&[u8]; 5] = [b"Subtype", b"Rect", b"AP", b"AS", b"F"];
/// Marks that are seen on paper. Links, notes, sounds, films and attached files are not among them.
const MARKS: [&[u8]; 12] = [
    b"Widget",
    b"FreeText",
    b"Stamp",
    b"Ink",
    b"Highlight",
    b"Underline",
    b"StrikeOut",
    b"Square",
    b"Circle",
    b"Line",
    b"Polygon",
    b"PolyLine",
];
/// What tells of the maker of a part, or acts by itself, wherever it stands.
const TELLING: [&[u8]; 16] = [
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"AF",
    b"EF",
    b"JS",
    b"JavaScript",
    b"OpenAction",
    b"OPI",
    b"Ref",
    b"EmbeddedFiles",
    b"Properties",
    b"StructParents",
    b"StructParent",
    b"OC",
    b"Thumb",
];
/// What a page never needs, whatever refers to it: other pages, actions, attached files, the structure of the text.
const FOREIGN: [&[u8]; 14] = [
    b"Page",
    b"Pages",
    b"Catalog",
    b"Filespec",
    b"EmbeddedFile",
    b"Action",
    b"Outlines",
    b"Annot",
    b"Metadata",
    b"Sig",
    b"StructTreeRoot",
    b"StructElem",
    b"OCG",
    b"OCMD",
];
/// How data are packed.
const FILTERS: [&[u8]; 9] = [
    b"FlateDecode",
    b"LZWDecode",
    b"ASCII85Decode",
    b"ASCIIHexDecode",
    b"RunLengthDecode",
    b"CCITTFaxDecode",
    b"JBIG2Decode",
    b"DCTDecode",
    b"JPXDecode",
];
/// The data of a stream that lie in another file.
const ELSEWHERE: [&[u8]; 3] = [b"F", b"FFilter", b"FDecodeParms"];

pub(crate) fn clean(bytes: &[u8]) -> Result<Clean, FileProblem> {
    let packed = bytes.windows(7).filter(|word| word == b"/ObjStm").count();
    if packed > PACKED_MAX {
        return Err(FileProblem::Uncleanable);
    }
    let options = LoadOptions {
        max_decompressed_size: Some(UNPACKED_BYTES_MAX),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| problem(bytes))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(FileProblem::Encrypted);
    }
    let pages: Vec<ObjectId> = document.page_iter().take(limits::PDF_PAGES_MAX + 1).collect();
    match pages.len() {
        0 => return Err(problem(bytes)),
        count if count > limits::PDF_PAGES_MAX => return Err(FileProblem::TooManyPages),
        _ => {}
    }
    let mut written = Writing::of(&document, &pages)?;
    let mut bytes = Vec::new();
    written.save_to(&mut bytes).map_err(|_| FileProblem::Broken)?;
    Ok(Clean {
        kind: FileKind::Pdf,
        bytes,
        smaller: None,
    })
}

/// Why a document cannot be read: it is locked, where it says so anywhere, or broken.
fn problem(bytes: &[u8]) -> FileProblem {
    if bytes.windows(8).any(|word| word == b"/Encrypt") {
        FileProblem::Encrypted
    } else {
        FileProblem::Broken
    }
}

/// A document that is written anew.
struct Writing<'a> {
    from: &'a Document,
    to: Document,
    /// Objects that are needed and not yet copied.
    needed: Vec<ObjectId>,
    seen: BTreeSet<ObjectId>,
}

impl<'a> Writing<'a> {
    fn of(from: &'a Document, pages: &[ObjectId]) -> Result<Document, FileProblem> {
        let mut to = Document::with_version("1.7");
        to.max_id = from.objects.keys().map(|(number, _)| *number).max().unwrap_or(0);
        let mut writing = Self {
            from,
            to,
            needed: Vec::new(),
            seen: BTreeSet::new(),
        };
        let folder = writing.to.new_object_id();
        let mut kids = Vec::with_capacity(pages.len());
        for id in pages {
            let mut page = writing.page(*id)?;
            page.set("Parent", Object::Reference(folder));
            kids.push(Object::Reference(writing.to.add_object(page)));
        }
        writing.copy_needed()?;
        let mut root = Dictionary::new();
        root.set("Type", Object::Name(b"Pages".to_vec()));
        root.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
        root.set("Kids", Object::Array(kids));
        writing.to.objects.insert(folder, Object::Dictionary(root));
        let mut catalog = Dictionary::new();
        catalog.set("Type", Object::Name(b"Catalog".to_vec()));
        catalog.set("Pages", Object::Reference(folder));
        let catalog = writing.to.add_object(catalog);
        writing.to.trailer.set("Root", Object::Reference(catalog));
        writing.to.renumber_objects();
        Ok(writing.to)
    }

    fn page(&mut self, id: ObjectId) -> Result<Dictionary, FileProblem> {
        let from = self.from;
        let page = from.get_dictionary(id).map_err(|_| FileProblem::Broken)?;
        let mut kept = Dictionary::new();
        kept.set("Type", Object::Name(b"Page".to_vec()));
        for key in OF_PAGE {
            if let Ok(value) = page.get(key) {
                kept.set(key, self.value(value, 0)?);
            }
        }
        for key in INHERITED {
            if let Some(value) = inherited(from, page, key) {
                kept.set(key, self.value(value, 0)?);
            }
        }
        if let Ok(Object::Array(marks)) = page.get_deref(b"Annots", from) {
            let mut seen = Vec::new();
            for mark in marks {
                seen.extend(self.mark(mark)?.map(Object::Dictionary));
            }
            if !seen.is_empty() {
                kept.set("Annots", Object::Array(seen));
            }
        }
        Ok(kept)
    }

    /// A mark on a page, as far as it is seen; `None` if it is not.
    fn mark(&mut self, mark: &Object) -> Result<Option<Dictionary>, FileProblem> {
        let from = self.from;
        let Ok((_, Object::Dictionary(mark))) = from.dereference(mark) else {
            return Ok(None);
        };
        let is_seen = mark
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|kind| MARKS.contains(&kind));
        if !is_seen {
            return Ok(None);
        }
        let mut kept = Dictionary::new();
        kept.set("Type", Object::Name(b"Annot".to_vec()));
        for key in OF_MARK {
            if let Ok(value) = mark.get(key) {
                kept.set(key, self.value(value, 0)?);
            }
        }
        Ok(Some(kept))
    }

    /// Copies what the pages need, and what that needs.
    fn copy_needed(&mut self) -> Result<(), FileProblem> {
        while let Some(id) = self.needed.pop() {
            if let Some(object) = self.from.objects.get(&id) {
                let kept = self.value(object, 0)?;
                self.to.objects.insert(id, kept);
            }
        }
        Ok(())
    }

    /// A value without what tells; what it refers to is needed.
    fn value(&mut self, value: &Object, depth: usize) -> Result<Object, FileProblem> {
        if depth > DEPTH_MAX {
            return Err(FileProblem::Uncleanable);
        }
        if value.type_name().is_ok_and(|kind| FOREIGN.contains(&kind)) {
            return Ok(Object::Null);
        }
        Ok(match value {
            Object::Reference(id) => {
                if self.seen.insert(*id) {
                    if self.seen.len() > OBJECTS_MAX {
                        return Err(FileProblem::Uncleanable);
                    }
                    self.needed.push(*id);
                }
                Object::Reference(*id)
            }
            Object::Array(values) => {
                let kept: Result<Vec<_>, _> = values.iter().map(|value| self.value(value, depth + 1)).collect();
                Object::Array(kept?)
            }
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(dictionary, depth)?),
            Object::Stream(stream) => Object::Stream(self.stream(stream, depth)?),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..) => value.clone(),
        })
    }

    fn dictionary(&mut self, dictionary: &Dictionary, depth: usize) -> Result<Dictionary, FileProblem> {
        let mut kept = Dictionary::new();
        for (key, value) in dictionary {
            if !TELLING.contains(&key.as_slice()) {
                kept.set(key.clone(), self.value(value, depth + 1)?);
            }
        }
        Ok(kept)
    }

    fn stream(&mut self, stream: &Stream, depth: usize) -> Result<Stream, FileProblem> {
        let mut dictionary = self.dictionary(&stream.dict, depth)?;
        for key in ELSEWHERE {
            dictionary.remove(key);
        }
        let mut kept = Stream::new(dictionary, picture_without_metadata(stream)?);
        kept.allows_compression = false;
        Ok(kept)
    }
}

/// A value of a page that may stand in the folders above it.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut folder = page;
    for _ in 0..PARENTS_MAX {
        if let Ok(value) = folder.get(key) {
            return Some(value);
        }
        folder = folder.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

/// The data of a stream; of a photo, without what its camera wrote into it. Data packed in a way that nobody can read
/// are left out.
fn picture_without_metadata(stream: &Stream) -> Result<Vec<u8>, FileProblem> {
    let Ok(filters) = stream.filters() else {
        let is_packed = stream.dict.has(b"Filter") || stream.content.starts_with(b"\xff\xd8");
        return Ok(if is_packed { Vec::new() } else { stream.content.clone() });
    };
    if !filters.iter().all(|filter| FILTERS.contains(filter)) {
        return Ok(Vec::new());
    }
    let has = |name: &[u8]| filters.contains(&name);
    if !has(b"DCTDecode") && !has(b"JPXDecode") {
        return Ok(stream.content.clone());
    }
    if filters.len() > 1 {
        return Err(FileProblem::Uncleanable);
    }
    if has(b"DCTDecode") {
        return jpeg::without_metadata(&stream.content).ok_or(FileProblem::Uncleanable);
    }
    let mut bytes = stream.content.clone();
    if let Ok(found) = walk(&bytes, 0, bytes.len()) {
        for found in found {
            if matches!(&found.kind, b"xml " | b"uuid" | b"uinf") {
                boxes::free(&mut bytes, &found);
            }
        }
    }
    Ok(bytes)
}
