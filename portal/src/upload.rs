//! Files on their way: received in pieces, made clean when the last one is here, and kept until a report names them.
//!
//! The bytes as they were sent lie in pieces only until then. What is kept afterwards is the clean file.

use domain::{
    file::{FileProblem, FileState, SentFile},
    id::FileId,
    limits,
    text::{FieldError, Line},
};
use sha2::{Digest, Sha256};
use store::{
    Tx,
    upload::{Upload, Whole},
};

use crate::{Error, Portal, Typed, scan::Verdict};

/// The part of a file that is the whole clean file.
pub(crate) const WHOLE: &str = "asli";
/// The part of a photo that the public may see once its case is published.
pub(crate) const PUBLIC: &str = "umum";
/// The part of a photo that lists show.
pub(crate) const THUMBNAIL: &str = "kecil";
/// The name of the field about files, in problems.
const FIELD: &str = "files";

/// Files on their way.
pub struct Uploads<'a> {
    pub(crate) portal: &'a Portal,
}

/// How far a file has come. Unit: bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Received so far.
    pub received: u64,
    /// Its length.
    pub length: u64,
}

/// What became of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// It is kept; with the last one the file is whole and clean.
    Kept {
        /// Received so far. Unit: bytes.
        received: u64,
    },
    /// It does not begin where the last one ended. Nothing was done.
    Elsewhere {
        /// Received so far, and where to go on. Unit: bytes.
        received: u64,
    },
    /// It, or the file, is longer than it may be. Nothing was done.
    TooLong,
    /// The file cannot be taken; nothing of it is kept.
    Refused(FileProblem),
}

/// A file that a form names.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    id: FileId,
    name: Line,
    is_for_province: bool,
}

impl Portal {
    /// Files on their way.
    #[must_use]
    pub const fn uploads(&self) -> Uploads<'_> {
        Uploads { portal: self }
    }
}

impl Uploads<'_> {
    /// How far a file has come; `None` if it is not known here.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn progress(&self, id: FileId) -> Result<Option<Progress>, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        let upload = store::upload::find(&mut conn, id).await?;
        Ok(upload.map(|upload| Progress {
            received: upload.received,
            length: upload.length,
        }))
    }

    /// Takes a piece of a file of `length` bytes that begins at `offset`. The first makes the file; the last makes it
    /// clean, or refuses it. A piece that comes twice, because the answer was lost, changes nothing.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails; then the piece may be sent again.
    pub async fn append(&self, id: FileId, offset: u64, length: u64, piece: Vec<u8>) -> Result<Piece, Error> {
        let received = offset.saturating_add(piece.len() as u64);
        if piece.len() > limits::UPLOAD_PIECE_BYTES_MAX || length > limits::FILE_BYTES_MAX || received > length {
            return Ok(Piece::TooLong);
        }
        let mut conn = self.portal.0.store.look_up().await?;
        let known = store::upload::find(&mut conn, id).await?;
        drop(conn);
        let at = known.as_ref().map_or(0, |upload| upload.received);
        if offset != at || known.as_ref().is_some_and(|upload| upload.length != length) {
            return Ok(Piece::Elsewhere { received: at });
        }
        if offset == 0
            && let Err(problem) = self.judge_beginning(&piece, length)
        {
            return Ok(Piece::Refused(problem));
        }
        let is_new = known.is_none();
        let upload = known.unwrap_or_else(|| Upload {
            stored: self.portal.draw_stored(),
            length,
            received: 0,
            whole: None,
        });
        if received == length {
            let bytes = self.gathered(&upload, piece).await?;
            return self.finish(id, &upload, is_new, bytes).await;
        }
        let vault = &self.portal.0.vault;
        vault.put(&upload.stored, &piece_at(offset), piece).await?;
        let is_counted = self.count(id, &upload, is_new, received).await?;
        if is_counted {
            return Ok(Piece::Kept { received });
        }
        let now = self.progress(id).await?.map_or(0, |progress| progress.received);
        Ok(Piece::Elsewhere { received: now })
    }

    /// Takes a whole file at once, and gives the id by which a report names it.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn whole(&self, bytes: Vec<u8>) -> Result<Result<FileId, FileProblem>, Error> {
        if let Err(problem) = self.judge_beginning(&bytes, bytes.len() as u64) {
            return Ok(Err(problem));
        }
        let id = FileId(self.portal.new_id());
        let upload = Upload {
            stored: self.portal.draw_stored(),
            length: bytes.len() as u64,
            received: 0,
            whole: None,
        };
        Ok(match self.finish(id, &upload, true, bytes).await? {
            Piece::Refused(problem) => Err(problem),
            Piece::Kept { .. } | Piece::Elsewhere { .. } | Piece::TooLong => Ok(id),
        })
    }

    /// Forgets a file that no report has named, with all its bytes. One that is not known is forgotten already.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn remove(&self, id: FileId) -> Result<(), Error> {
        let inner = &self.portal.0;
        let removed = inner
            .store
            .write(async move |tx: &mut Tx| Ok::<_, Error>(store::upload::remove(tx, id).await?))
            .await?;
        if let Some(stored) = removed {
            inner.vault.remove(&stored).await?;
        }
        Ok(())
    }

    /// What can be said of a file by its first piece and its length.
    fn judge_beginning(&self, piece: &[u8], length: u64) -> Result<(), FileProblem> {
        // A first piece that is too short to say anything is judged with the whole file.
        if piece.len() < files::SNIFF_BYTES && (piece.len() as u64) < length {
            return Ok(());
        }
        let bytes_max = match files::sniff(piece) {
            Err(FileProblem::Heic) if self.portal.0.heic.is_here() => limits::PHOTO_BYTES_MAX,
            sniffed => sniffed?.bytes_max(),
        };
        if length > bytes_max {
            return Err(FileProblem::TooLarge);
        }
        Ok(())
    }

    /// Counts a piece that is kept. `false`: another came before it.
    async fn count(&self, id: FileId, upload: &Upload, is_new: bool, received: u64) -> Result<bool, Error> {
        let (now, before) = (self.portal.now(), upload.received);
        let fresh = Upload {
            received,
            ..upload.clone()
        };
        let work = async move |tx: &mut Tx| {
            Ok::<_, Error>(if is_new {
                store::upload::begin(tx, id, &fresh, now).await?
            } else {
                store::upload::advance(tx, id, before, received).await?
            })
        };
        self.portal.0.store.write(work).await
    }

    /// All pieces of a file in order, `last` at the end.
    async fn gathered(&self, upload: &Upload, last: Vec<u8>) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::with_capacity(usize::try_from(upload.length).unwrap_or(0));
        while (bytes.len() as u64) < upload.received {
            let piece = piece_at(bytes.len() as u64);
            let piece = self.portal.0.vault.get(&upload.stored, &piece).await?;
            if piece.is_empty() {
                return Err(Error::Broken("a piece of a file is empty".to_owned()));
            }
            bytes.extend(piece);
        }
        bytes.extend(last);
        Ok(bytes)
    }

    /// Makes a whole file clean and keeps it, or refuses it and forgets it. The clean bytes are kept before the archive
    /// says so; bytes of which it knows nothing are swept.
    async fn finish(&self, id: FileId, upload: &Upload, is_new: bool, bytes: Vec<u8>) -> Result<Piece, Error> {
        let whole = match self.cleaned(upload, bytes).await? {
            Ok(whole) => whole,
            Err(problem) => {
                self.remove(id).await?;
                return Ok(Piece::Refused(problem));
            }
        };
        let (now, begun) = (self.portal.now(), upload.clone());
        let work = async move |tx: &mut Tx| {
            if is_new && !store::upload::begin(tx, id, &begun, now).await? {
                return Ok(false);
            }
            Ok::<_, Error>(store::upload::finish(tx, id, begun.received, &whole).await?)
        };
        let is_kept = self.portal.0.store.write(work).await?;
        let mut at = 0;
        while is_kept && at < upload.received {
            // A piece that stays is swept with the file.
            let piece = self.portal.0.vault.get(&upload.stored, &piece_at(at)).await?;
            self.portal.0.vault.remove_part(&upload.stored, &piece_at(at)).await?;
            at += piece.len() as u64;
        }
        Ok(Piece::Kept {
            received: upload.length,
        })
    }

    /// Has the bytes scanned and cleaned, and keeps what came of it.
    async fn cleaned(&self, upload: &Upload, bytes: Vec<u8>) -> Result<Result<Whole, FileProblem>, Error> {
        let inner = &self.portal.0;
        let broken = |cause: &dyn std::fmt::Display| Error::Broken(format!("a file was not cleaned: {cause}"));
        let _turn = inner.cleaning.acquire().await.map_err(|error| broken(&error))?;
        let state = match inner.scanner.judge(&bytes).await {
            Verdict::Infected => return Ok(Err(FileProblem::Infected)),
            Verdict::Clean => FileState::Clean,
            Verdict::Unknown => FileState::Quarantined,
        };
        let heic = inner.heic.clone();
        let cleaned = tokio::task::spawn_blocking(move || match files::sniff(&bytes) {
            Err(FileProblem::Heic) => files::clean_picture(&heic.decode(&bytes)?),
            Ok(_) | Err(_) => files::clean(&bytes),
        })
        .await;
        let clean = match cleaned.map_err(|error| broken(&error))? {
            Ok(clean) => clean,
            Err(problem) => return Ok(Err(problem)),
        };
        let whole = Whole {
            kind: clean.kind,
            bytes: clean.bytes.len() as u64,
            hash: domain::chain::Hash::from_bytes(Sha256::digest(&clean.bytes).into()),
            state,
        };
        inner.vault.put(&upload.stored, WHOLE, clean.bytes).await?;
        if let Some(smaller) = clean.smaller {
            inner.vault.put(&upload.stored, PUBLIC, smaller.public).await?;
            inner.vault.put(&upload.stored, THUMBNAIL, smaller.thumbnail).await?;
        }
        Ok(Ok(whole))
    }
}

impl Portal {
    /// A key under which no bytes lie yet: 128 random bits.
    fn draw_stored(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.random()))
    }
}

fn piece_at(offset: u64) -> String {
    format!("masuk/{offset:012}")
}

fn wrong(name: &str, problem: FileProblem) -> Error {
    let name = name.to_owned();
    Error::Fields(vec![(FIELD.to_owned(), FieldError::File { name, problem })])
}

/// The files that a form names: `upload` repeated, `upload_name` in the same order, and `upload_only` with the ids of
/// those that an anonymous reporter wants read by the province desk only. Where each field is sent once, `uploads` names
/// them all: a line for each, with its id, a space, and its name.
///
/// # Errors
/// [`Error::Fields`] if there are too many, or one has no proper id.
pub(crate) fn named(typed: &Typed) -> Result<Vec<Named>, Error> {
    let all = |field: &'static str| {
        let of_field = move |(name, text): &'_ &(String, String)| name == field && !text.is_empty();
        typed.0.iter().filter(of_field).map(|(_, text)| text.trim())
    };
    let mut names = typed.0.iter().filter(|(name, _)| name == "upload_name");
    let apart = all("upload").map(|upload| (upload, names.next().map_or("", |(_, name)| name.trim())));
    let together = all("uploads")
        .flat_map(str::lines)
        .map(|line| line.split_once(' ').unwrap_or((line, "")));
    let mut found: Vec<Named> = Vec::new();
    for (upload, name) in apart.collect::<Vec<_>>().into_iter().chain(together) {
        let id = upload.parse().map_err(|_| wrong(name, FileProblem::Unfinished))?;
        if found.iter().any(|other| other.id.uuid() == id) {
            continue;
        }
        found.push(Named {
            id: FileId(id),
            name: line(name),
            is_for_province: all("upload_only").any(|only| only == upload),
        });
    }
    if found.len() > limits::FILES_MAX {
        return Err(wrong("", FileProblem::TooMany));
    }
    Ok(found)
}

/// A name as it is kept: its end, where it is too long, since that says what it is.
fn line(name: &str) -> Line {
    let chars: Vec<char> = name.chars().collect();
    let from = chars.len().saturating_sub(usize::from(limits::LINE.max));
    let end: String = chars.iter().skip(from).collect();
    let unnamed = || Line::try_from("berkas");
    let Ok(line) = Line::try_from(end.as_str()).or_else(|_| unnamed()) else {
        unreachable!("a short word is a line")
    };
    line
}

/// Takes the named files out of the waiting ones, for the change that the same transaction keeps: all or none.
///
/// # Errors
/// [`Error::Fields`] if one is not whole, or no longer here.
pub(crate) async fn take(tx: &mut Tx, named: &[Named]) -> Result<Vec<SentFile>, Error> {
    let mut sent = Vec::with_capacity(named.len());
    for Named {
        id,
        name,
        is_for_province,
    } in named
    {
        let upload = store::upload::take(tx, *id).await?;
        let stored = upload.and_then(|upload| Some((upload.whole?, upload.stored)));
        let (whole, stored) = stored.ok_or_else(|| wrong(name.as_str(), FileProblem::Unfinished))?;
        sent.push(SentFile {
            file: domain::file::File {
                id: *id,
                kind: whole.kind,
                name: name.clone(),
                bytes: whole.bytes,
                hash: whole.hash,
                stored,
                state: whole.state,
            },
            is_for_province: *is_for_province,
        });
    }
    Ok(sent)
}
