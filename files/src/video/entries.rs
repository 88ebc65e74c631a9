//! How the samples of a track are coded: what a player needs, without the names of the coder and its maker.

use domain::file::FileProblem;

use crate::{
    boxes::{self, Found, walk},
    bytes::{u16_at, u32_at},
};

/// Boxes in an entry that a player needs: parameters of the coder, colours, shape, bit rate.
const NEEDED: [&[u8; 4]; 18] = [
    b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"dOps", b"dac3", b"dec3", b"colr", b"pasp", b"clap", b"btrt",
    b"fiel", b"clli", b"mdcv", b"frma", b"alac", b"chan",
];
/// A box in QuickTime's entries that holds such boxes.
const FOLDER: &[u8; 4] = b"wave";
/// Where the boxes of a picture's entry begin, after its body. Unit: bytes.
const PICTURE_BYTES: usize = 78;
/// The same of a sound's entry, by its version. Unit: bytes.
const SOUND_BYTES: [usize; 3] = [28, 44, 64];

/// Cleans the entries of a `stsd` box.
pub(super) fn clean(bytes: &mut [u8], table: &Found) -> Result<(), FileProblem> {
    for entry in walk(bytes, table.body + 8, table.end)? {
        // The maker of the coder: four letters, in pictures and sounds at the same place.
        blank(bytes, entry.body + 12, entry.body + 16);
        let is_picture = is_picture(&entry.kind);
        let from = if is_picture {
            // The name of the coder: 32 bytes.
            blank(bytes, entry.body + 42, entry.body + 74);
            entry.body + PICTURE_BYTES
        } else if is_sound(&entry.kind) {
            let version = usize::from(u16_at(bytes, entry.body + 8).unwrap_or(0));
            entry.body + SOUND_BYTES.get(version).ok_or(FileProblem::Uncleanable)?
        } else {
            return Err(FileProblem::Uncleanable);
        };
        if from > entry.end {
            return Err(FileProblem::Broken);
        }
        clean_parts(bytes, from, entry.end)?;
    }
    Ok(())
}

fn clean_parts(bytes: &mut [u8], from: usize, to: usize) -> Result<(), FileProblem> {
    for part in walk(bytes, from, to)? {
        if &part.kind == FOLDER {
            // QuickTime ends it by a box without a name, and repeats the entry's own name in it.
            for inner in walk(bytes, part.body, part.end)? {
                let is_needed = NEEDED.contains(&&inner.kind) || inner.kind == [0; 4] || is_sound(&inner.kind);
                if !is_needed {
                    boxes::free(bytes, &inner);
                }
            }
        } else if !NEEDED.contains(&&part.kind) {
            boxes::free(bytes, &part);
        }
    }
    Ok(())
}

fn blank(bytes: &mut [u8], from: usize, to: usize) {
    if let Some(told) = bytes.get_mut(from..to) {
        told.fill(0);
    }
}

/// The coders of pictures that browsers play.
pub(super) const fn is_picture(kind: &[u8; 4]) -> bool {
    matches!(
        kind,
        b"avc1" | b"avc3" | b"hvc1" | b"hev1" | b"av01" | b"vp08" | b"vp09" | b"mp4v"
    )
}

/// The coders of sounds that phones write.
const fn is_sound(kind: &[u8; 4]) -> bool {
    matches!(
        kind,
        b"mp4a" | b"Opus" | b"alac" | b"ac-3" | b"ec-3" | b"samr" | b"sawb"
    )
}

/// How many entries a table has: each picture must be coded in the same way.
pub(super) fn count(bytes: &[u8], table: &Found) -> Option<u32> {
    u32_at(bytes, table.body + 4)
}
