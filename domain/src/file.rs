//! Files that people send along: what they are, why one cannot be taken, and who may read it.
//!
//! `files` makes them clean; here is only what the rules ask about them.

use crate::{
    chain::Hash,
    codes::codes,
    id::{AgencyId, FileId},
    text::Line,
};

codes! {
    /// What a file is once it is clean.
    pub enum FileKind {
        /// A photo.
        Jpeg = "jpeg",
        /// A drawing or a picture of a screen.
        Png = "png",
        /// A document.
        Pdf = "pdf",
        /// A short video.
        Mp4 = "mp4",
    }
}

impl FileKind {
    /// Whether a smaller picture of it may be shown, here and to the public. Videos and documents are never public.
    #[must_use]
    pub const fn is_photo(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Mp4 => "video/mp4",
        }
    }

    /// How the name of a file of this kind ends.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Mp4 => "mp4",
        }
    }
}

codes! {
    /// Why a file cannot be taken. Each has a sentence that says what to do.
    pub enum FileProblem {
        /// Nothing is in it.
        Empty = "empty",
        /// More bytes than its kind may have.
        TooLarge = "too_large",
        /// More files than one message may have.
        TooMany = "too_many",
        /// A picture of an iPhone in a format that few programs read.
        Heic = "heic",
        /// Of no kind that is taken.
        Unsupported = "unsupported",
        /// It cannot be read to its end.
        Broken = "broken",
        /// A picture with more points than is decoded.
        TooManyPixels = "too_many_pixels",
        /// A document with a password.
        Encrypted = "encrypted",
        /// A document with more pages than is taken.
        TooManyPages = "too_many_pages",
        /// A video that runs longer than is taken.
        TooLong = "too_long",
        /// What tells of its maker cannot be taken out.
        Uncleanable = "uncleanable",
        /// It carries a virus.
        Infected = "infected",
        /// It has not arrived whole, or is no longer here.
        Unfinished = "unfinished",
        /// Too much came from this network; later it is taken.
        TooMuch = "too_much",
    }
}

codes! {
    /// Whether a file may be opened.
    pub enum FileState {
        /// It may.
        Clean = "clean",
        /// Not yet: the virus scanner did not answer when it came.
        Quarantined = "quarantined",
        /// Never: a later scan found a virus, and its bytes are gone.
        Infected = "infected",
    }
}

/// A clean file whose bytes lie where [`File::stored`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The file.
    pub id: FileId,
    /// What it is.
    pub kind: FileKind,
    /// Its name, as its sender has it. It can tell who they are.
    pub name: Line,
    /// Length of the clean file. Unit: bytes.
    pub bytes: u64,
    /// SHA-256 of the clean bytes.
    pub hash: Hash,
    /// Where the bytes lie. Never leaves the house.
    pub stored: String,
    /// Whether it may be opened.
    pub state: FileState,
}

/// A file as it is sent along with an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// The file.
    pub file: File,
    /// Whether an anonymous reporter wants it read by the province desk only.
    pub is_for_province: bool,
}

/// A file of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file.
    pub file: File,
    /// The one desk that reads it, besides the reporter; `None`: whoever reads text and facts.
    pub only: Option<AgencyId>,
}

impl Attachment {
    /// Whether a desk that reads text and facts reads this too.
    #[must_use]
    pub fn is_for(&self, desk: AgencyId) -> bool {
        self.only.is_none_or(|only| only == desk)
    }

    /// Whether a smaller picture of it may be public, once an officer chooses it: a clean photo for all who read the
    /// case. Videos and documents never. Source: `docs/rules.md`, "Masking and publishing".
    #[must_use]
    pub fn may_be_public(&self) -> bool {
        self.file.kind.is_photo() && self.file.state == FileState::Clean && self.only.is_none()
    }
}
