//! One file on its way to the server, in pieces that go on where the line broke.

use gloo_net::http::{Method, RequestBuilder, Response};
use web_sys::Blob;

use super::{kept::KeptFile, net::ask};
use crate::form::{Outcome, POSTCARD};
use domain::{file::FileProblem, limits::UPLOAD_PIECE_BYTES_MAX, text::FieldError};

/// Size of a piece. Unit: bytes. The server takes no larger ones.
const PIECE_BYTES_MAX: u64 = UPLOAD_PIECE_BYTES_MAX as u64;
/// How far the server is, and how long the whole is. Unit: bytes.
const OFFSET: &str = "upload-offset";
const LENGTH: &str = "upload-length";

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sent {
    /// The server has all of it.
    Whole,
    /// The line broke, or the server is busy: later, from where it stopped.
    Later,
    /// The server does not take this file.
    Refused(FieldError),
}

/// The next piece of a file of `length` bytes of which the server has `offset`; `None` if it has all.
fn piece(offset: u64, length: u64) -> Option<(u64, u64)> {
    (offset < length).then(|| (offset, length.min(offset + PIECE_BYTES_MAX)))
}

/// Sends what the server does not have yet. `told` hears how much it has after each piece.
pub(crate) async fn send(file: &KeptFile, blob: &Blob, mut told: impl AsyncFnMut(u64)) -> Sent {
    let url = format!("/unggah/{}", file.id);
    let Some(mut offset) = offset_of(&url).await else {
        return Sent::Later;
    };
    told(offset).await;
    while let Some((from, to)) = piece(offset, file.bytes) {
        match send_piece(&url, file, blob, (from, to)).await {
            Step::At(now) => offset = now,
            Step::Stop(sent) => return sent,
        }
        told(offset).await;
    }
    Sent::Whole
}

/// What came of one piece.
enum Step {
    /// The server is here now.
    At(u64),
    /// No further.
    Stop(Sent),
}

async fn send_piece(url: &str, file: &KeptFile, blob: &Blob, (from, to): (u64, u64)) -> Step {
    #[allow(clippy::cast_precision_loss, reason = "a file is shorter than 2^53 bytes")]
    let Ok(piece) = blob.slice_with_f64_and_f64(from as f64, to as f64) else {
        return Step::Stop(Sent::Later);
    };
    let request = RequestBuilder::new(url)
        .method(Method::PATCH)
        .header("content-type", "application/offset+octet-stream")
        .header("accept", POSTCARD)
        .header(OFFSET, &from.to_string())
        .header(LENGTH, &file.bytes.to_string());
    let Some(answer) = ask(request, Some(&piece)).await else {
        return Step::Stop(Sent::Later);
    };
    let at = number(&answer, OFFSET);
    match (answer.status(), at) {
        (204, Some(at)) if at > from => Step::At(at),
        // Another tab, or an answer that was lost: the server says where it is.
        (409, Some(at)) if at != from => Step::At(at),
        (413 | 422, _) => Step::Stop(Sent::Refused(problem(&answer).await)),
        _ => Step::Stop(Sent::Later),
    }
}

/// How much of the file the server has; `None` if it does not say.
async fn offset_of(url: &str) -> Option<u64> {
    let answer = ask(RequestBuilder::new(url).method(Method::HEAD), None).await?;
    match answer.status() {
        200 => number(&answer, OFFSET),
        404 => Some(0),
        _ => None,
    }
}

/// Takes back what the server has of a file that its writer removed. It goes by itself too, later.
pub(crate) async fn take_back(id: &str) {
    let request = RequestBuilder::new(&format!("/unggah/{id}")).method(Method::DELETE);
    let _ = ask(request, None).await;
}

fn number(answer: &Response, name: &str) -> Option<u64> {
    answer.headers().get(name)?.parse().ok()
}

/// Why the server does not take it; an answer without a reason is about its length.
async fn problem(answer: &Response) -> FieldError {
    let bytes = answer.binary().await.unwrap_or_default();
    let told = match postcard::from_bytes(&bytes) {
        Ok(Outcome::Refused { problems, .. }) => problems.into_iter().next().map(|(_, problem)| problem),
        Ok(Outcome::Done { .. }) | Err(_) => None,
    };
    told.unwrap_or(FieldError::File {
        name: String::new(),
        problem: FileProblem::TooLarge,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_in_pieces_of_a_quarter_megabyte_until_the_server_has_all() {
        let pieces: Vec<_> = std::iter::successors(piece(0, 600_000), |(_, to)| piece(*to, 600_000)).collect();
        assert_eq!(pieces, [(0, 262_144), (262_144, 524_288), (524_288, 600_000)]);
        assert_eq!(piece(600_000, 600_000), None);
    }
}
