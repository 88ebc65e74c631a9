//! Boxes: a length, four letters, and what is in them.

use domain::file::FileProblem;

use crate::bytes::{four, u32_at, u64_at};

/// Boxes in one folder. Unit: boxes. A video of a phone has some twenty.
const BOXES_MAX: usize = 1_000;

/// Where a box stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: [u8; 4],
    pub(crate) start: usize,
    /// Where its content begins.
    pub(crate) body: usize,
    pub(crate) end: usize,
}

/// The boxes from `from` to `to`, which they must fill to the last byte. Four bytes of nothing may end a folder, as
/// QuickTime writes it.
pub(crate) fn walk(bytes: &[u8], from: usize, to: usize) -> Result<Vec<Found>, FileProblem> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        if from > 0 && to - at == 4 && u32_at(bytes, at) == Some(0) {
            return Ok(found);
        }
        let next = one(bytes, at, to).ok_or(FileProblem::Broken)?;
        at = next.end;
        found.push(next);
        if found.len() > BOXES_MAX {
            return Err(FileProblem::Uncleanable);
        }
    }
    Ok(found)
}

fn one(bytes: &[u8], start: usize, to: usize) -> Option<Found> {
    let kind = *four(bytes, start + 4)?;
    let (body, length) = match u32_at(bytes, start)? {
        // To the end of the file.
        0 if to == bytes.len() => (start + 8, to - start),
        1 => (start + 16, usize::try_from(u64_at(bytes, start + 8)?).ok()?),
        length => (start + 8, usize::try_from(length).ok()?),
    };
    let end = start.checked_add(length)?;
    (body <= end && end <= to).then_some(Found { kind, start, body, end })
}

/// Makes a box free space of the same length, with nothing in it.
pub(crate) fn free(bytes: &mut [u8], found: &Found) {
    if let Some(kind) = bytes.get_mut(found.start + 4..found.start + 8) {
        kind.copy_from_slice(b"free");
    }
    if let Some(content) = bytes.get_mut(found.body..found.end) {
        content.fill(0);
    }
}
