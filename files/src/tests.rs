//! Planted files: what was planted is gone, what was shown stays, and nothing crashes.

mod hostile;
mod planted;

use std::{io::Write as _, process::Command};

use crate::Clean;

/// Files with what must not be kept. Made with ffmpeg and exiftool; each planted word begins with `PLANTED`, each planted
/// place is 3° 19' 37" N, 117° 34' 42" E.
pub(super) const PHOTO: &[u8] = include_bytes!("tests/fixtures/photo.jpg");
pub(super) const PNG: &[u8] = include_bytes!("tests/fixtures/photo.png");
pub(super) const WEBP: &[u8] = include_bytes!("tests/fixtures/photo.webp");
pub(super) const VIDEO: &[u8] = include_bytes!("tests/fixtures/video.mp4");
pub(super) const DOCUMENT: &[u8] = include_bytes!("tests/fixtures/document.pdf");

/// What exiftool reads in a file: one line for each fact, with its group.
pub(super) fn exiftool(bytes: &[u8], extension: &str) -> Vec<String> {
    let mut file = tempfile::Builder::new().suffix(extension).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let output = Command::new("exiftool")
        .args(["-a", "-u", "-ee", "-G1", "-s"])
        .arg(file.path())
        .output()
        .expect("exiftool is missing. Install it:\n    sudo apt-get install -y libimage-exiftool-perl\n");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // What the file system says of the file is not in the file.
    let is_inside = |line: &&str| {
        !["[System]", "[ExifTool]", "[File]"]
            .iter()
            .any(|group| line.starts_with(group))
    };
    text.lines().filter(is_inside).map(str::to_owned).collect()
}

pub(super) fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// Everything of a clean file that is ever served.
pub(super) fn served(clean: &Clean) -> Vec<(&[u8], &'static str)> {
    let extension = match clean.kind {
        domain::file::FileKind::Jpeg => ".jpg",
        domain::file::FileKind::Png => ".png",
        domain::file::FileKind::Pdf => ".pdf",
        domain::file::FileKind::Mp4 => ".mp4",
    };
    let mut all = vec![(clean.bytes.as_slice(), extension)];
    if let Some(smaller) = &clean.smaller {
        all.push((&smaller.public, ".jpg"));
        all.push((&smaller.thumbnail, ".jpg"));
    }
    all
}
