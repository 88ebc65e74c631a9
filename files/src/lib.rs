//! Files that people send, made clean: bytes in, bytes out. No input or output, no clock, no archive.
//!
//! What a file is, its content says, never its name. A picture is decoded under limits and packed anew, so that nothing
//! of the old file is left but the picture. A video keeps its pictures and sounds byte for byte; everything around them
//! is blanked. A document is written anew from its pages. What cannot be made clean is refused, with a reason that has
//! a sentence.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")
)]

mod boxes;
mod bytes;
mod jpeg;
mod pdf;
mod photo;
mod sniff;
mod video;

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::file::{FileKind, FileProblem};

pub use sniff::{Sniffed, sniff};

/// Bytes from the beginning of a file that [`sniff`] needs to know its kind. Unit: bytes.
pub const SNIFF_BYTES: usize = 16;

/// A file that tells nothing but what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// What it is now; a WEBP picture has become a JPEG.
    pub kind: FileKind,
    /// The whole file, for those who may read the case.
    pub bytes: Vec<u8>,
    /// Of a photo: smaller pictures of it.
    pub smaller: Option<Smaller>,
}

/// Smaller pictures of a photo, both JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smaller {
    /// For the public, once the case is published.
    pub public: Vec<u8>,
    /// For lists.
    pub thumbnail: Vec<u8>,
}

/// Makes a file clean.
///
/// # Errors
/// The [`FileProblem`] for which it cannot be taken. A parser that panics is a broken file.
pub fn clean(bytes: &[u8]) -> Result<Clean, FileProblem> {
    // The parsers of other people's formats are other people's too; a fault in one must not end the server.
    catch_unwind(AssertUnwindSafe(|| clean_kind(bytes))).unwrap_or(Err(FileProblem::Broken))
}

/// The same for a picture that a decoder of ours gave for a photo: it may be longer than what people send, and nothing
/// but a picture.
///
/// # Errors
/// As [`clean`].
pub fn clean_picture(bytes: &[u8]) -> Result<Clean, FileProblem> {
    let cleaned = || match sniff(bytes) {
        Ok(sniffed @ (Sniffed::Jpeg | Sniffed::Png)) => photo::clean(bytes, sniffed),
        Ok(_) | Err(_) => Err(FileProblem::Heic),
    };
    catch_unwind(AssertUnwindSafe(cleaned)).unwrap_or(Err(FileProblem::Broken))
}

fn clean_kind(bytes: &[u8]) -> Result<Clean, FileProblem> {
    let sniffed = sniff(bytes)?;
    if bytes.len() as u64 > sniffed.bytes_max() {
        return Err(FileProblem::TooLarge);
    }
    match sniffed {
        Sniffed::Jpeg | Sniffed::Png | Sniffed::Webp => photo::clean(bytes, sniffed),
        Sniffed::Pdf => pdf::clean(bytes),
        Sniffed::Mp4 => video::clean(bytes),
    }
}
