//! Where the pictures and sounds of a track lie, as its tables say.

use domain::file::FileProblem;

use super::entries;
use crate::{
    boxes::{Found, walk},
    bytes::{four, u32_at, u64_at},
};

/// Samples of one track. Unit: samples. Ninety seconds of 240 pictures a second, and as much again.
const SAMPLES_MAX: usize = 50_000;

/// A track that stays.
#[derive(Debug)]
pub(super) struct Track {
    /// Whether it is pictures.
    pub(super) is_picture: bool,
    /// Its coder, as four letters.
    pub(super) coder: [u8; 4],
    /// Bytes that say how long a part of a picture is; none for coders without parts.
    pub(super) length_bytes: Option<usize>,
    /// Each sample: where it lies, and how long it is.
    pub(super) samples: Vec<(usize, usize)>,
}

/// Reads the tables of a track.
pub(super) fn track(bytes: &[u8], track: &Found, is_picture: bool) -> Result<Track, FileProblem> {
    let table = find(bytes, track, &[b"mdia", b"minf", b"stbl"])?;
    let part = |kind: &[u8; 4]| -> Result<Option<Found>, FileProblem> {
        Ok(walk(bytes, table.body, table.end)?
            .into_iter()
            .find(|found| &found.kind == kind))
    };
    let entry_table = part(b"stsd")?.ok_or(FileProblem::Broken)?;
    if entries::count(bytes, &entry_table) != Some(1) {
        return Err(FileProblem::Uncleanable);
    }
    let entry = *walk(bytes, entry_table.body + 8, entry_table.end)?
        .first()
        .ok_or(FileProblem::Broken)?;
    if is_picture != entries::is_picture(&entry.kind) {
        return Err(FileProblem::Uncleanable);
    }
    let sizes = sizes(bytes, &part(b"stsz")?.ok_or(FileProblem::Uncleanable)?)?;
    let places = match (part(b"stco")?, part(b"co64")?) {
        (Some(places), None) => chunks(bytes, &places, 4)?,
        (None, Some(places)) => chunks(bytes, &places, 8)?,
        _ => return Err(FileProblem::Broken),
    };
    let runs = runs(bytes, &part(b"stsc")?.ok_or(FileProblem::Broken)?)?;
    Ok(Track {
        is_picture,
        coder: entry.kind,
        length_bytes: length_bytes(bytes, &entry)?,
        samples: lay_out(&sizes, &places, &runs)?,
    })
}

/// The box at the end of a path of boxes.
fn find(bytes: &[u8], from: &Found, path: &[&[u8; 4]]) -> Result<Found, FileProblem> {
    path.iter().try_fold(*from, |folder, kind| {
        let found = walk(bytes, folder.body, folder.end)?
            .into_iter()
            .find(|found| &found.kind == *kind);
        found.ok_or(FileProblem::Broken)
    })
}

/// The count of a table that begins at `at` with entries of `each` bytes, if they are all there.
fn counted(bytes: &[u8], table: &Found, at: usize, each: usize) -> Result<usize, FileProblem> {
    let count = u32_at(bytes, at).and_then(|count| usize::try_from(count).ok());
    let count = count
        .filter(|count| *count <= SAMPLES_MAX)
        .ok_or(FileProblem::Uncleanable)?;
    let end = count.checked_mul(each).and_then(|length| length.checked_add(at + 4));
    if end.is_some_and(|end| end <= table.end) {
        Ok(count)
    } else {
        Err(FileProblem::Broken)
    }
}

fn sizes(bytes: &[u8], table: &Found) -> Result<Vec<usize>, FileProblem> {
    let number = |at| u32_at(bytes, at).and_then(|size| usize::try_from(size).ok());
    let all = number(table.body + 4).ok_or(FileProblem::Broken)?;
    if all > 0 {
        let count = counted(bytes, table, table.body + 8, 0)?;
        return Ok(vec![all; count]);
    }
    let count = counted(bytes, table, table.body + 8, 4)?;
    let sizes: Option<Vec<_>> = (0..count).map(|place| number(table.body + 12 + 4 * place)).collect();
    sizes.ok_or(FileProblem::Broken)
}

fn chunks(bytes: &[u8], table: &Found, each: usize) -> Result<Vec<usize>, FileProblem> {
    let count = counted(bytes, table, table.body + 4, each)?;
    let place = |number: usize| {
        let at = table.body + 8 + each * number;
        let place = if each == 4 {
            u32_at(bytes, at).map(u64::from)
        } else {
            u64_at(bytes, at)
        };
        place.and_then(|place| usize::try_from(place).ok())
    };
    let places: Option<Vec<_>> = (0..count).map(place).collect();
    places.ok_or(FileProblem::Broken)
}

/// From which chunk on, how many samples a chunk has.
fn runs(bytes: &[u8], table: &Found) -> Result<Vec<(usize, usize)>, FileProblem> {
    let count = counted(bytes, table, table.body + 4, 12)?;
    let run = |number: usize| {
        let at = table.body + 8 + 12 * number;
        let part = |at| u32_at(bytes, at).and_then(|part| usize::try_from(part).ok());
        Some((part(at)?, part(at + 4)?))
    };
    let runs: Option<Vec<_>> = (0..count).map(run).collect();
    runs.ok_or(FileProblem::Broken)
}

/// Where each sample lies.
fn lay_out(sizes: &[usize], places: &[usize], runs: &[(usize, usize)]) -> Result<Vec<(usize, usize)>, FileProblem> {
    let mut samples = Vec::with_capacity(sizes.len());
    let mut sizes = sizes.iter();
    for (number, place) in (1..).zip(places) {
        let run = runs.iter().take_while(|(first, _)| *first <= number).last();
        let (_, each) = run.ok_or(FileProblem::Broken)?;
        let mut at = *place;
        for size in sizes.by_ref().take(*each) {
            samples.push((at, *size));
            at = at.checked_add(*size).ok_or(FileProblem::Broken)?;
        }
    }
    if sizes.next().is_some() {
        return Err(FileProblem::Broken);
    }
    Ok(samples)
}

/// How many bytes say how long a part of a picture is.
fn length_bytes(bytes: &[u8], entry: &Found) -> Result<Option<usize>, FileProblem> {
    let at = match &entry.kind {
        b"avc1" | b"avc3" => 4,
        b"hvc1" | b"hev1" => 21,
        _ => return Ok(None),
    };
    let kind: &[u8; 4] = if at == 4 { b"avcC" } else { b"hvcC" };
    let parts = walk(bytes, entry.body + 78, entry.end)?;
    let parameters = parts
        .iter()
        .find(|part| &part.kind == kind)
        .ok_or(FileProblem::Broken)?;
    let said = bytes
        .get(parameters.body + at)
        .filter(|_| parameters.body + at < parameters.end);
    said.map(|said| Some(usize::from(said & 3) + 1))
        .ok_or(FileProblem::Broken)
}

/// What all tracks need of the file, in order; each range lies in a box of samples.
pub(super) fn ranges(bytes: &[u8], tracks: &[Track]) -> Result<Vec<(usize, usize)>, FileProblem> {
    let media: Vec<Found> = walk(bytes, 0, bytes.len())?
        .into_iter()
        .filter(|found| &found.kind == b"mdat")
        .collect();
    let mut ranges = Vec::new();
    for &(at, length) in tracks.iter().flat_map(|track| &track.samples) {
        let end = at.checked_add(length).ok_or(FileProblem::Broken)?;
        if !media.iter().any(|media| at >= media.body && end <= media.end) {
            return Err(FileProblem::Broken);
        }
        ranges.push((at, end));
    }
    ranges.sort_unstable();
    Ok(ranges)
}

/// A part of a sample that is shorter than its own length field is no part.
pub(super) fn part_length(bytes: &[u8], at: usize, length_bytes: usize) -> Option<usize> {
    let said = bytes.get(at..at.checked_add(length_bytes)?)?;
    let mut four_bytes = [0; 4];
    four_bytes.get_mut(4 - length_bytes..)?.copy_from_slice(said);
    four(&four_bytes, 0).map(|four| u32::from_be_bytes(*four) as usize)
}
