//! Videos: their pictures and sounds stay byte for byte, and nothing else does. Boxes that are not needed to play them
//! become free space of the same length, so that every place in the file stays where it is.
//!
//! Source: ISO/IEC 14496-12 (boxes), 14496-15 (AVC and HEVC in them), Apple's QuickTime File Format.

mod entries;
mod samples;
mod sei;

use domain::{
    file::{FileKind, FileProblem},
    limits,
};

use crate::{
    Clean,
    boxes::{self, Found, walk},
    bytes::{four, u32_at, u64_at},
};
use samples::Track;

/// Boxes at the top of a file that are needed. `moof` is not among them: a video in fragments is refused.
const TOP: [&[u8; 4]; 6] = [b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide"];
/// Boxes that hold boxes.
const FOLDERS: [&[u8; 4]; 5] = [b"mdia", b"minf", b"stbl", b"edts", b"dinf"];
/// Folders in folders of a track: itself, the media, what is known of it, its tables.
const FOLDERS_DEEP: u8 = 4;
/// Boxes inside those that are needed to play: times, places, sizes, and how pictures and sounds are coded.
const NEEDED: [&[u8; 4]; 20] = [
    b"mvhd", b"tkhd", b"mdhd", b"hdlr", b"vmhd", b"smhd", b"dref", b"stsd", b"stts", b"stss", b"ctts", b"stsc",
    b"stsz", b"stco", b"co64", b"elst", b"sdtp", b"cslg", b"sgpd", b"sbgp",
];

pub(crate) fn clean(bytes: &[u8]) -> Result<Clean, FileProblem> {
    let mut kept = bytes.to_vec();
    let tracks = clean_boxes(&mut kept)?;
    if !tracks.iter().any(|track| track.is_picture) {
        return Err(FileProblem::Unsupported);
    }
    let ranges = samples::ranges(&kept, &tracks)?;
    blank_between(&mut kept, &ranges)?;
    for track in &tracks {
        sei::blank(&mut kept, track)?;
    }
    Ok(Clean {
        kind: FileKind::Mp4,
        bytes: kept,
        smaller: None,
    })
}

/// Blanks every box that is not needed, and what tells of the maker in those that are. Gives the tracks that stay.
fn clean_boxes(bytes: &mut [u8]) -> Result<Vec<Track>, FileProblem> {
    let mut tracks = Vec::new();
    let mut has_media = false;
    for found in walk(bytes, 0, bytes.len())? {
        if &found.kind == b"moof" {
            return Err(FileProblem::Uncleanable);
        }
        has_media |= &found.kind == b"mdat";
        if !TOP.contains(&&found.kind) || matches!(&found.kind, b"free" | b"skip" | b"wide") {
            boxes::free(bytes, &found);
        } else if &found.kind == b"ftyp" {
            clean_brands(bytes, &found);
        } else if &found.kind == b"moov" {
            if !tracks.is_empty() {
                return Err(FileProblem::Uncleanable);
            }
            tracks = clean_movie(bytes, &found)?;
        }
    }
    if tracks.is_empty() || !has_media {
        return Err(FileProblem::Broken);
    }
    Ok(tracks)
}

/// A brand says which program wrote the file; what it says of its version does too.
fn clean_brands(bytes: &mut [u8], found: &Found) {
    if let Some(version) = bytes.get_mut(found.body + 4..found.body + 8) {
        version.fill(0);
    }
}

fn clean_movie(bytes: &mut [u8], movie: &Found) -> Result<Vec<Track>, FileProblem> {
    let mut tracks = Vec::new();
    for found in walk(bytes, movie.body, movie.end)? {
        match &found.kind {
            b"mvhd" => {
                clean_times(bytes, &found);
                if seconds(bytes, &found).is_none_or(|seconds| seconds > limits::VIDEO_SECONDS_MAX) {
                    return Err(FileProblem::TooLong);
                }
            }
            b"trak" => match handler(bytes, &found)? {
                Some(kind @ (b"vide" | b"soun")) => {
                    clean_folder(bytes, &found, FOLDERS_DEEP)?;
                    tracks.push(samples::track(bytes, &found, kind == b"vide")?);
                }
                // Subtitles, time codes, and places by the second.
                Some(_) | None => boxes::free(bytes, &found),
            },
            b"mvex" => return Err(FileProblem::Uncleanable),
            _ => boxes::free(bytes, &found),
        }
    }
    Ok(tracks)
}

/// What the samples of a track are: pictures, sounds, or something else.
fn handler<'b>(bytes: &'b [u8], track: &Found) -> Result<Option<&'static [u8; 4]>, FileProblem> {
    for media in walk(bytes, track.body, track.end)? {
        if &media.kind != b"mdia" {
            continue;
        }
        for found in walk(bytes, media.body, media.end)? {
            if &found.kind == b"hdlr" {
                let kind: Option<&'b [u8; 4]> = four(bytes, found.body + 8);
                return Ok(kind.and_then(|kind| [b"vide", b"soun"].into_iter().find(|known| *known == kind)));
            }
        }
    }
    Ok(None)
}

/// Cleans a box that holds boxes, and all below it, which may be `deep` folders.
fn clean_folder(bytes: &mut [u8], folder: &Found, deep: u8) -> Result<(), FileProblem> {
    let below = deep.checked_sub(1).ok_or(FileProblem::Uncleanable)?;
    for found in walk(bytes, folder.body, folder.end)? {
        if FOLDERS.contains(&&found.kind) {
            clean_folder(bytes, &found, below)?;
        } else if !NEEDED.contains(&&found.kind) {
            boxes::free(bytes, &found);
        } else {
            clean_leaf(bytes, &found)?;
        }
    }
    Ok(())
}

fn clean_leaf(bytes: &mut [u8], found: &Found) -> Result<(), FileProblem> {
    match &found.kind {
        b"tkhd" | b"mdhd" => clean_times(bytes, found),
        b"hdlr" => clean_handler(bytes, found),
        b"dref" => check_references(bytes, found)?,
        b"stsd" => entries::clean(bytes, found)?,
        _ => {}
    }
    Ok(())
}

/// Sets the times of making and of changing to none.
fn clean_times(bytes: &mut [u8], found: &Found) {
    let length = if bytes.get(found.body) == Some(&1) { 16 } else { 8 };
    let from = found.body + 4;
    if let Some(times) = bytes.get_mut(from..(from + length).min(found.end)) {
        times.fill(0);
    }
}

/// The handler keeps its kind; its name and its maker go.
fn clean_handler(bytes: &mut [u8], found: &Found) {
    // Four bytes of version, four that QuickTime uses, the kind, and from there on the maker and the name.
    for range in [found.body + 4..found.body + 8, found.body + 12..found.end] {
        if let Some(told) = bytes.get_mut(range) {
            told.fill(0);
        }
    }
}

/// The samples must lie in this file: a reference to another could name a place in somebody's computer.
fn check_references(bytes: &[u8], found: &Found) -> Result<(), FileProblem> {
    for reference in walk(bytes, found.body + 8, found.end)? {
        let is_here = u32_at(bytes, reference.body).is_some_and(|flags| flags & 1 == 1);
        if !is_here || reference.end != reference.body + 4 {
            return Err(FileProblem::Uncleanable);
        }
    }
    Ok(())
}

/// How long the movie runs, as its header says. Unit: seconds.
fn seconds(bytes: &[u8], header: &Found) -> Option<u64> {
    let (scale, length) = if bytes.get(header.body) == Some(&1) {
        (u32_at(bytes, header.body + 20)?, u64_at(bytes, header.body + 24)?)
    } else {
        (
            u32_at(bytes, header.body + 12)?,
            u64::from(u32_at(bytes, header.body + 16)?),
        )
    };
    length.checked_div(u64::from(scale))
}

/// Blanks what lies among the samples and belongs to none of them: tracks that went, and whatever else was put there.
fn blank_between(bytes: &mut [u8], ranges: &[(usize, usize)]) -> Result<(), FileProblem> {
    for media in walk(bytes, 0, bytes.len())? {
        if &media.kind != b"mdat" {
            continue;
        }
        let mut at = media.body;
        for &(from, to) in ranges
            .iter()
            .filter(|(from, to)| *from >= media.body && *to <= media.end)
        {
            if let Some(unused) = bytes.get_mut(at..from.max(at)) {
                unused.fill(0);
            }
            at = at.max(to);
        }
        if let Some(unused) = bytes.get_mut(at..media.end) {
            unused.fill(0);
        }
    }
    Ok(())
}

/// Where the samples of a video lie, for tests: whether they are pictures, from where, how long.
#[cfg(test)]
pub(crate) mod tests_only {
    use super::{boxes::walk, handler, samples};

    pub(crate) fn samples_of(bytes: &[u8]) -> Vec<(bool, usize, usize)> {
        let mut found = Vec::new();
        for movie in walk(bytes, 0, bytes.len()).unwrap() {
            if &movie.kind != b"moov" {
                continue;
            }
            for track in walk(bytes, movie.body, movie.end).unwrap() {
                if let (b"trak", Some(kind)) = (&track.kind, handler(bytes, &track).unwrap_or_default()) {
                    let is_picture = kind == b"vide";
                    let track = samples::track(bytes, &track, is_picture).unwrap();
                    found.extend(track.samples.iter().map(|(at, length)| (is_picture, *at, *length)));
                }
            }
        }
        found
    }
}
