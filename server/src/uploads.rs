//! Files on their way: `/unggah/{id}`, in pieces that may be sent again, and whole ones inside a form.
//!
//! The id is made by the sender and is the only key. It stands in no log: a path is logged as its pattern.

use app::form::Outcome;
use axum::{
    body::to_bytes,
    extract::{Path, Request, State as Of},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{file::FileProblem, id::FileId, limits::UPLOAD_PIECE_BYTES_MAX, text::FieldError};
use portal::{Piece, Progress};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{
    pages::{postcard, wants_postcard},
    state::State,
    words,
};

/// How many bytes are here.
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
/// How many there are in all.
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
/// What a piece is sent as.
const PIECE: &[u8] = b"application/offset+octet-stream";
/// The field of a form that files are a problem of.
pub const FIELD: &str = "files";

/// `HEAD /unggah/{id}`: how far a file has come.
pub async fn progress(Of(state): Of<State>, Path(id): Path<String>) -> Response {
    let Some(id) = file_id(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match state.portal.uploads().progress(id).await {
        Ok(Some(Progress { received, length })) => {
            let headers = [
                (OFFSET, HeaderValue::from(received)),
                (LENGTH, HeaderValue::from(length)),
            ];
            (StatusCode::OK, headers, [UNKEPT]).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&error),
    }
}

/// `PATCH /unggah/{id}`: the next piece of a file. 204 once it is kept, 409 where another is expected, 413 where it is
/// too long, 422 where the file cannot be taken.
pub async fn append(Of(state): Of<State>, Path(id): Path<String>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let number = |name| -> Option<u64> { parts.headers.get(name)?.to_str().ok()?.parse().ok() };
    let (Some(id), Some(offset), Some(length)) = (file_id(&id), number(OFFSET), number(LENGTH)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if parts.headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) != Some(PIECE) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let Ok(piece) = to_bytes(body, UPLOAD_PIECE_BYTES_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    if !state
        .limits
        .admits_bytes(piece.len(), &parts.headers, &parts.extensions)
    {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let at = |status: StatusCode, received: u64| (status, [(OFFSET, HeaderValue::from(received))]).into_response();
    match state.portal.uploads().append(id, offset, length, piece.into()).await {
        Ok(Piece::Kept { received }) => at(StatusCode::NO_CONTENT, received),
        Ok(Piece::Elsewhere { received }) => at(StatusCode::CONFLICT, received),
        Ok(Piece::TooLong) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Ok(Piece::Refused(problem)) => refused(&parts.headers, problem),
        Err(error) => failed(&error),
    }
}

/// `DELETE /unggah/{id}`: forgets a file. One that is not here is forgotten already.
pub async fn remove(Of(state): Of<State>, Path(id): Path<String>) -> Response {
    let Some(id) = file_id(&id) else {
        return StatusCode::NO_CONTENT.into_response();
    };
    match state.portal.uploads().remove(id).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => failed(&error),
    }
}

/// What is known of a file on its way changes with every piece.
const UNKEPT: (HeaderName, HeaderValue) = (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));

/// An id as the phone makes it: a UUID, hyphens and all, so that nothing shorter can be guessed.
pub fn file_id(text: &str) -> Option<FileId> {
    let id: FileId = text.parse().ok().map(FileId)?;
    (id.uuid().get_version_num() == 7 && text.len() == 36).then_some(id)
}

/// Why a file cannot be taken: as an outcome for the page that sent it, as a sentence for everybody else.
fn refused(headers: &HeaderMap, problem: FileProblem) -> Response {
    if wants_postcard(headers) {
        let name = String::new();
        let outcome = Outcome::Refused {
            problems: vec![(FIELD.to_owned(), FieldError::File { name, problem })],
            error: None,
        };
        return postcard(StatusCode::UNPROCESSABLE_ENTITY, &outcome);
    }
    let words = app::text::words_for(words::lang(headers));
    (StatusCode::UNPROCESSABLE_ENTITY, words.file_problems.of(problem)).into_response()
}

fn failed(error: &portal::Error) -> Response {
    tracing::error!(cause = %error, "a file was not kept");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Memory for files that come whole inside a form. Unit: mebibytes, for all of them together.
const MEMORY_MIB: usize = 256;
/// Unit: bytes.
const MEBIBYTE: usize = 1024 * 1024;

/// What files take of the memory while they are read from forms.
pub struct Memory(std::sync::Arc<Semaphore>);

impl Default for Memory {
    fn default() -> Self {
        Self(std::sync::Arc::new(Semaphore::new(MEMORY_MIB)))
    }
}

/// A file that is being read from a form, with the memory that it may take.
pub struct Reading {
    bytes: Vec<u8>,
    held: Vec<OwnedSemaphorePermit>,
}

impl Memory {
    /// Begins to read a file.
    pub const fn reading() -> Reading {
        Reading {
            bytes: Vec::new(),
            held: Vec::new(),
        }
    }

    /// Adds what came of it.
    ///
    /// # Errors
    /// [`FileProblem::TooLarge`], or [`FileProblem::TooMuch`] while too many others are read.
    pub fn add(&self, reading: &mut Reading, chunk: &[u8]) -> Result<(), FileProblem> {
        let length = reading.bytes.len() + chunk.len();
        if length as u64 > domain::limits::FILE_BYTES_MAX {
            return Err(FileProblem::TooLarge);
        }
        while reading.held.len() * MEBIBYTE < length {
            let more = std::sync::Arc::clone(&self.0).try_acquire_owned();
            reading.held.push(more.map_err(|_| FileProblem::TooMuch)?);
        }
        reading.bytes.extend_from_slice(chunk);
        Ok(())
    }
}

impl Reading {
    /// All that came, and the memory that it takes for as long as it is held.
    pub fn whole(self) -> (Vec<u8>, Vec<OwnedSemaphorePermit>) {
        (self.bytes, self.held)
    }
}
