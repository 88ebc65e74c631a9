//! Files with places, serial numbers, previews, names and programs in them.

use domain::file::FileKind;
use image::GenericImageView as _;

use super::{DOCUMENT, PHOTO, PNG, VIDEO, WEBP, exiftool, has, served};
use crate::{
    clean,
    video::{self, tests_only::samples_of},
};

/// Groups that exiftool may still find in a picture: how it is packed, and what it works out from that.
const OF_PICTURES: [&str; 4] = ["[JFIF]", "[PNG]", "[Composite]", "[PNG-pHYs]"];

#[test]
fn the_planted_files_carry_what_must_not_be_kept() {
    for (bytes, extension) in [
        (PHOTO, ".jpg"),
        (PNG, ".png"),
        (WEBP, ".webp"),
        (VIDEO, ".mp4"),
        (DOCUMENT, ".pdf"),
    ] {
        let found = exiftool(bytes, extension).join("\n");
        assert!(found.contains("PLANTED"), "{extension}");
    }
    let photo = exiftool(PHOTO, ".jpg").join("\n");
    for planted in ["GPSLatitude", "SerialNumber", "ThumbnailImage", "XMP-dc", "IPTC"] {
        assert!(photo.contains(planted), "{planted}");
    }
    assert!(has(VIDEO, b"\xa9xyz") && has(VIDEO, b"x264"));
}

#[test]
fn exiftool_finds_nothing_planted_in_what_is_served() {
    for planted in [PHOTO, PNG, WEBP, VIDEO, DOCUMENT] {
        let cleaned = clean(planted).unwrap();
        for (bytes, extension) in served(&cleaned) {
            let found = exiftool(bytes, extension);
            assert!(!found.is_empty(), "{extension} is read");
            for line in &found {
                let lower = line.to_lowercase();
                for telling in [
                    "planted",
                    "gps",
                    "serial",
                    "lavf",
                    "lavc",
                    "x264",
                    "2026:07:14",
                    "xmp",
                    "author",
                    "creator",
                    "producer",
                    "117 deg",
                    "thumbnail",
                    "apple",
                ] {
                    assert!(!lower.contains(telling), "{extension}: {line}");
                }
                if cleaned.kind.is_photo() {
                    assert!(
                        OF_PICTURES.iter().any(|group| line.starts_with(group)),
                        "{extension}: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_planted_word_is_left_among_the_bytes() {
    for planted in [PHOTO, PNG, WEBP, VIDEO, DOCUMENT] {
        let cleaned = clean(planted).unwrap();
        for (bytes, extension) in served(&cleaned) {
            for word in [
                &b"PLANTED"[..],
                b"x264",
                b"Lavf",
                b"xpacket",
                b"Exif\0",
                b"\xa9xyz",
                b"117.57",
            ] {
                assert!(!has(bytes, word), "{extension} has {}", String::from_utf8_lossy(word));
            }
        }
    }
}

#[test]
fn a_photo_is_turned_upright_before_it_forgets_how_it_was_held() {
    let cleaned = clean(PHOTO).unwrap();
    let picture = image::load_from_memory(&cleaned.bytes).unwrap();
    // 96 by 64, held on its side: what was left, red, is now above.
    assert_eq!(picture.dimensions(), (64, 96));
    let ([red, _, blue, _], [red_below, _, blue_below, _]) = (picture.get_pixel(20, 10).0, picture.get_pixel(20, 86).0);
    assert!(red > 150 && blue < 90, "above is red");
    assert!(blue_below > 150 && red_below < 90, "below is blue");
}

#[test]
fn a_picture_of_each_kind_is_kept_as_what_browsers_show() {
    assert_eq!(clean(PHOTO).unwrap().kind, FileKind::Jpeg);
    assert_eq!(clean(PNG).unwrap().kind, FileKind::Png);
    assert_eq!(clean(WEBP).unwrap().kind, FileKind::Jpeg);
    let smaller = clean(PNG).unwrap().smaller.unwrap();
    for bytes in [smaller.public, smaller.thumbnail] {
        assert_eq!(image::guess_format(&bytes).unwrap(), image::ImageFormat::Jpeg);
    }
}

#[test]
fn a_large_photo_is_kept_smaller_and_its_pictures_are_smaller_still() {
    let mut large = Vec::new();
    let picture = image::RgbImage::from_fn(3_600, 1_200, |x, _| image::Rgb([x.to_le_bytes()[0], 90, 90]));
    image::codecs::jpeg::JpegEncoder::new(&mut large)
        .encode_image(&picture)
        .unwrap();
    let cleaned = clean(&large).unwrap();
    let smaller = cleaned.smaller.unwrap();
    let sides = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().dimensions();
    assert_eq!(sides(&cleaned.bytes), (3_000, 1_000));
    assert_eq!(sides(&smaller.public), (1_280, 427));
    assert_eq!(sides(&smaller.thumbnail), (240, 80));
}

#[test]
fn a_video_keeps_its_length_its_sounds_and_its_pictures() {
    let cleaned = clean(VIDEO).unwrap();
    assert_eq!((cleaned.kind, cleaned.bytes.len()), (FileKind::Mp4, VIDEO.len()));
    let (before, after) = (samples_of(VIDEO), samples_of(&cleaned.bytes));
    assert!(before.len() > 20, "pictures and sounds are there");
    assert_eq!(before, after, "each lies where it lay");
    let changed = before
        .iter()
        .filter(|(_, at, length)| VIDEO.get(*at..at + length) != cleaned.bytes.get(*at..at + length));
    let changed: Vec<_> = changed.collect();
    // The coder has put its name and settings before the first picture, and nowhere else.
    assert_eq!(changed.len(), 1);
    let (is_picture, at, length) = *changed[0];
    assert!(is_picture);
    assert!(has(&VIDEO[at..at + length], b"x264") && !has(&cleaned.bytes[at..at + length], b"x264"));
    assert_eq!(
        video::clean(&cleaned.bytes).unwrap().bytes,
        cleaned.bytes,
        "what is clean stays as it is"
    );
}

#[test]
fn a_document_keeps_its_pages_and_what_was_filled_in() {
    let cleaned = clean(DOCUMENT).unwrap();
    let document = lopdf::Document::load_mem(&cleaned.bytes).unwrap();
    let pages: Vec<_> = document.page_iter().collect();
    assert_eq!(pages.len(), 2);
    let text = |number: u32| document.extract_text(&[number]).unwrap();
    assert!(text(1).contains("Halaman satu") && text(2).contains("Halaman dua"));
    assert!(has(&cleaned.bytes, b"(Isian) Tj"), "the field is still seen");
    assert!(has(&cleaned.bytes, b"/Rotate 90") && has(&cleaned.bytes, b"/MediaBox"));
    for gone in [
        &b"/JS"[..],
        b"/OpenAction",
        b"/EmbeddedFile",
        b"/Filespec",
        b"/URI",
        b"/Info",
        b"PK\x03\x04",
        b"/AA",
    ] {
        assert!(!has(&cleaned.bytes, gone), "{}", String::from_utf8_lossy(gone));
    }
    assert_eq!(
        cleaned.bytes.windows(5).filter(|word| *word == b"%%EOF").count(),
        1,
        "one version"
    );
}
