//! The segments of a JPEG file, for pictures that stay as they are inside a document.

use crate::bytes::u16_at;

/// Start of a scan; the picture's data follow its segment.
const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;
/// A comment.
const COMMENT: u8 = 0xfe;
/// The first application segment says how dense the points are; one of the last how their colours are kept. All others
/// are EXIF, XMP, profiles, previews and makers' notes.
const FIRST_APP: u8 = 0xe0;
const ADOBE_APP: u8 = 0xee;
const LAST_APP: u8 = 0xef;
/// The segment about density without the preview that may follow it in the same segment.
const DENSITY: &[u8] = b"\xff\xe0\x00\x10JFIF\0";
/// Length of that segment with its marker. Unit: bytes.
const DENSITY_BYTES: usize = 18;

/// The same picture without the segments that tell of its maker, and without whatever follows it; `None` if it is no
/// JPEG that can be followed.
pub(crate) fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"\xff\xd8") {
        return None;
    }
    let mut kept = vec![0xff, 0xd8];
    let mut at = 2;
    loop {
        // Any number of fill bytes may stand before a marker.
        if bytes.get(at) != Some(&0xff) {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xff {
            at += 1;
            continue;
        }
        if marker == END_OF_IMAGE {
            kept.extend([0xff, END_OF_IMAGE]);
            return Some(kept);
        }
        let length = usize::from(u16_at(bytes, at + 2)?);
        let segment = bytes.get(at..at + 2 + length).filter(|_| length >= 2)?;
        keep(&mut kept, marker, segment);
        at += 2 + length;
        if marker == START_OF_SCAN {
            let data = bytes.get(at..)?;
            let length = data_length(data);
            kept.extend_from_slice(data.get(..length)?);
            at += length;
            if at >= bytes.len() {
                // A picture that breaks off is ended.
                kept.extend([0xff, END_OF_IMAGE]);
                return Some(kept);
            }
        }
    }
}

fn keep(kept: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    match marker {
        FIRST_APP => {
            let is_density = segment.len() >= DENSITY_BYTES && segment.get(4..9) == DENSITY.get(4..9);
            if let Some(density) = segment.get(9..DENSITY_BYTES - 2).filter(|_| is_density) {
                kept.extend_from_slice(DENSITY);
                kept.extend_from_slice(density);
                kept.extend([0, 0]);
            }
        }
        COMMENT => {}
        ADOBE_APP => kept.extend_from_slice(segment),
        marker if (FIRST_APP..=LAST_APP).contains(&marker) => {}
        _ => kept.extend_from_slice(segment),
    }
}

/// How far the data of a scan go: to a marker that neither is a stuffed byte nor begins the scan anew.
fn data_length(data: &[u8]) -> usize {
    let is_end = |pair: &[u8]| pair.first() == Some(&0xff) && !matches!(pair.get(1), Some(0 | 0xd0..=0xd7 | 0xff));
    data.windows(2).position(is_end).unwrap_or(data.len())
}
