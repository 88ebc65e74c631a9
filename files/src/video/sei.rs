//! Messages that a coder leaves among the pictures: its name and settings, and whatever else its maker puts there.
//!
//! Source: ITU-T H.264 and H.265, annex D. Registered and unregistered user data become filler of the same length.

use domain::file::FileProblem;

use super::samples::{Track, part_length};

/// Payloads that are whatever somebody wanted to say.
const REGISTERED: usize = 4;
const UNREGISTERED: usize = 5;

/// Blanks them in all samples of a track.
pub(super) fn blank(bytes: &mut [u8], track: &Track) -> Result<(), FileProblem> {
    let Some(length_bytes) = track.length_bytes else {
        return Ok(());
    };
    let is_hevc = matches!(&track.coder, b"hvc1" | b"hev1");
    for &(from, length) in &track.samples {
        let end = from
            .checked_add(length)
            .filter(|end| *end <= bytes.len())
            .ok_or(FileProblem::Broken)?;
        let mut at = from;
        while at < end {
            let part = part_length(bytes, at, length_bytes).ok_or(FileProblem::Broken)?;
            let start = at + length_bytes;
            let stop = start
                .checked_add(part)
                .filter(|stop| *stop <= end)
                .ok_or(FileProblem::Broken)?;
            if let Some(unit) = bytes.get_mut(start..stop) {
                blank_unit(unit, is_hevc);
            }
            at = stop;
        }
    }
    Ok(())
}

/// Makes a unit filler, if it carries what somebody wanted to say.
fn blank_unit(unit: &mut [u8], is_hevc: bool) {
    let (head, is_message) = match (is_hevc, unit.first()) {
        (false, Some(first)) => (1, first & 0x1f == 6),
        (true, Some(first)) => (2, matches!((first >> 1) & 0x3f, 39 | 40)),
        (_, None) => return,
    };
    if !is_message || unit.get(head..).is_none_or(|payload| !tells(payload)) {
        return;
    }
    let filler = if is_hevc { 38 << 1 } else { 12 };
    if let Some((first, rest)) = unit.split_first_mut() {
        *first = filler;
        let rest = if is_hevc {
            rest.get_mut(1..).unwrap_or_default()
        } else {
            rest
        };
        rest.fill(0xff);
        if let Some(last) = rest.last_mut() {
            *last = 0x80;
        }
    }
}

/// Whether one of the messages in a unit is user data. A unit that cannot be followed may be.
fn tells(payload: &[u8]) -> bool {
    let mut at = 0;
    // The last byte only marks the end.
    while at + 2 < payload.len() {
        let Some((kind, after)) = number(payload, at) else {
            return true;
        };
        let Some((length, after)) = number(payload, after) else {
            return true;
        };
        if matches!(kind, REGISTERED | UNREGISTERED) {
            return true;
        }
        at = after.saturating_add(length);
    }
    false
}

/// A number in bytes of 255 and a last one.
fn number(payload: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut sum = 0_usize;
    loop {
        let byte = *payload.get(at)?;
        at += 1;
        sum = sum.checked_add(usize::from(byte))?;
        if byte != 0xff {
            return Some((sum, at));
        }
    }
}
