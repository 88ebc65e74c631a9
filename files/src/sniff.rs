//! What a file is, by how it begins.

use domain::{file::FileProblem, limits};

use crate::bytes::{four, u32_at};

/// The kinds that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the name of a format")]
pub enum Sniffed {
    Jpeg,
    Png,
    Webp,
    Pdf,
    Mp4,
}

impl Sniffed {
    /// Longest file of this kind. Unit: bytes.
    #[must_use]
    pub const fn bytes_max(self) -> u64 {
        match self {
            Self::Jpeg | Self::Png | Self::Webp => limits::PHOTO_BYTES_MAX,
            Self::Pdf => limits::PDF_BYTES_MAX,
            Self::Mp4 => limits::VIDEO_BYTES_MAX,
        }
    }
}

/// Brands of the pictures that iPhones take when nobody asks them for JPEG. Source: ISO/IEC 23008-12, annex B.
const HEIF: [&[u8; 4]; 10] = [
    b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
];
/// Pictures in the same box format that are not taken either. Source: AV1 Image File Format.
const AVIF: [&[u8; 4]; 2] = [b"avif", b"avis"];

/// The kind of a file that begins so.
///
/// # Errors
/// [`FileProblem::Empty`], [`FileProblem::Heic`] or [`FileProblem::Unsupported`].
pub fn sniff(beginning: &[u8]) -> Result<Sniffed, FileProblem> {
    if beginning.is_empty() {
        return Err(FileProblem::Empty);
    }
    if beginning.starts_with(b"\xff\xd8\xff") {
        return Ok(Sniffed::Jpeg);
    }
    if beginning.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Sniffed::Png);
    }
    if beginning.starts_with(b"RIFF") && four(beginning, 8) == Some(b"WEBP") {
        return Ok(Sniffed::Webp);
    }
    if beginning.starts_with(b"%PDF-") {
        return Ok(Sniffed::Pdf);
    }
    if four(beginning, 4) == Some(b"ftyp") && u32_at(beginning, 0).is_some_and(|length| length >= 16) {
        return match four(beginning, 8) {
            Some(brand) if HEIF.contains(&brand) => Err(FileProblem::Heic),
            Some(brand) if AVIF.contains(&brand) => Err(FileProblem::Unsupported),
            _ => Ok(Sniffed::Mp4),
        };
    }
    Err(FileProblem::Unsupported)
}
