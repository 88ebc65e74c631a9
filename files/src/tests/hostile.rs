//! Files that are made to harm: bombs, files that are two things at once, and files that are broken everywhere.

use domain::{
    file::{FileKind, FileProblem},
    limits,
};

use super::{DOCUMENT, PHOTO, PNG, VIDEO, WEBP, has, served};
use crate::{clean, pdf, photo, sniff, video};

/// The beginning of a PNG that says it is so large.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = PNG.to_vec();
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = !0_u32;
    for byte in &bytes[12..29] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                (sum >> 1) ^ 0xedb8_8320
            } else {
                sum >> 1
            };
        }
    }
    bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
    bytes
}

/// A document of this many pages; with a password if `extra` says so.
fn document_of(pages: usize, extra: &str) -> Vec<u8> {
    let kids: Vec<String> = (3..pages + 3).map(|number| format!("{number} 0 R")).collect();
    let folder = format!(
        "<< /Type /Pages /Kids [{}] /Count {pages} /MediaBox [0 0 9 9] >>",
        kids.join(" ")
    );
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), folder];
    objects.resize(pages + 2, "<< /Type /Page /Parent 2 0 R >>".to_owned());
    let mut text = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (size, at) = (objects.len() + 1, text.len());
    text.push_str(&format!(
        "{table}trailer\n<< /Size {size} /Root 1 0 R {extra}>>\nstartxref\n{at}\n%%EOF\n"
    ));
    text.into_bytes()
}

#[test]
fn a_picture_with_more_points_than_may_be_is_refused_before_it_is_decoded() {
    for (width, height) in [(60_000, 60_000), (20_001, 1), (19_999, 2_501)] {
        assert_eq!(
            clean(&png_of(width, height)),
            Err(FileProblem::TooManyPixels),
            "{width} {height}"
        );
    }
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg)
        .encode_image(&image::RgbImage::new(8, 8))
        .unwrap();
    let frame = jpeg.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    assert_eq!(clean(&jpeg), Err(FileProblem::TooManyPixels));
}

#[test]
fn a_chunk_of_text_that_unpacks_to_gigabytes_is_not_unpacked() {
    // 4 MB of packed zeros inside a text chunk would be 4 GB.
    let mut text = b"iTXtX\0\x01\0\0\0".to_vec();
    text.extend([0x78, 0x9c]);
    text.resize(64 * 1024, 0);
    let mut bytes = PNG[..33].to_vec();
    bytes.extend(u32::try_from(text.len() - 4).unwrap().to_be_bytes());
    bytes.extend(&text);
    bytes.extend([0; 4]);
    bytes.extend(&PNG[33..]);
    assert!(clean(&bytes).is_ok_and(|cleaned| !has(&cleaned.bytes, b"iTXt")) || clean(&bytes).is_err());
}

#[test]
fn a_file_that_is_two_things_at_once_becomes_one_or_is_refused() {
    let behind = b"PK\x03\x04PLANTED-Zip<html><script>alert(1)</script>";
    for planted in [PHOTO, PNG, WEBP, DOCUMENT] {
        let cleaned = clean(&[planted, behind].concat()).unwrap();
        for (bytes, kind) in served(&cleaned) {
            assert!(!has(bytes, b"PK\x03\x04") && !has(bytes, b"<script"), "{kind}");
        }
    }
    assert_eq!(clean(&[VIDEO, behind].concat()), Err(FileProblem::Broken));
    let length = u32::try_from(behind.len() + 8).unwrap().to_be_bytes();
    let boxed = [VIDEO, &length, b"junk", behind].concat();
    assert!(!has(&clean(&boxed).unwrap().bytes, b"<script"));
    assert_eq!(clean(&[b"<html>", PHOTO].concat()), Err(FileProblem::Unsupported));
    assert_eq!(clean(&[b"GIF89a", PHOTO].concat()), Err(FileProblem::Unsupported));
}

#[test]
fn what_a_file_is_its_content_says() {
    assert_eq!(clean(b""), Err(FileProblem::Empty));
    assert_eq!(clean(b"<?xml version='1.0'?><svg/>"), Err(FileProblem::Unsupported));
    assert_eq!(clean(b"PK\x03\x04 word/document.xml"), Err(FileProblem::Unsupported));
    for brand in [b"heic", b"mif1", b"hevx"] {
        let heic = [&24_u32.to_be_bytes()[..], b"ftyp", brand, b"\0\0\0\0mif1heic"].concat();
        assert_eq!(clean(&heic), Err(FileProblem::Heic));
    }
    let avif = [&24_u32.to_be_bytes()[..], b"ftypavif\0\0\0\0mif1avif"].concat();
    assert_eq!(clean(&avif), Err(FileProblem::Unsupported));
    assert!(sniff(&VIDEO[..crate::SNIFF_BYTES]).is_ok() && sniff(&DOCUMENT[..crate::SNIFF_BYTES]).is_ok());
}

#[test]
fn a_file_longer_than_its_kind_may_be_is_refused() {
    for (planted, most) in [(PHOTO, limits::PHOTO_BYTES_MAX), (DOCUMENT, limits::PDF_BYTES_MAX)] {
        let mut long = planted.to_vec();
        long.resize(usize::try_from(most).unwrap() + 1, 0);
        assert_eq!(clean(&long), Err(FileProblem::TooLarge));
    }
}

#[test]
fn a_document_with_a_password_or_too_many_pages_is_refused() {
    assert_eq!(clean(&document_of(2, "")).unwrap().kind, FileKind::Pdf);
    let locked = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 \
                  /O <0102030405060708091011121314151617181920212223242526272829303132> \
                  /U <0102030405060708091011121314151617181920212223242526272829303132> >> /ID [<01><01>] ";
    assert_eq!(clean(&document_of(1, locked)), Err(FileProblem::Encrypted));
    assert_eq!(
        clean(&document_of(limits::PDF_PAGES_MAX + 1, "")),
        Err(FileProblem::TooManyPages)
    );
}

#[test]
fn a_video_that_runs_too_long_or_comes_in_fragments_is_refused() {
    let header = VIDEO.windows(4).position(|word| word == b"mvhd").unwrap();
    let mut long = VIDEO.to_vec();
    let seconds = u32::try_from(limits::VIDEO_SECONDS_MAX + 1).unwrap();
    long[header + 20..header + 24].copy_from_slice(&(seconds * 1_000).to_be_bytes());
    assert_eq!(clean(&long), Err(FileProblem::TooLong));
    let fragmented = [VIDEO, &8_u32.to_be_bytes(), b"moof"].concat();
    assert_eq!(clean(&fragmented), Err(FileProblem::Uncleanable));
    let ftyp_only = &VIDEO[..VIDEO.windows(4).position(|word| word == b"moov").unwrap() - 4];
    assert_eq!(clean(ftyp_only), Err(FileProblem::Broken));
}

#[test]
fn boxes_in_boxes_without_end_are_refused() {
    let mut nested = Vec::new();
    for _ in 0..50_000 {
        let length = u32::try_from(nested.len() + 8).unwrap();
        nested = [&length.to_be_bytes()[..], b"mdia", &nested].concat();
        if nested.len() > 20_000 {
            break;
        }
    }
    let track = [
        &u32::try_from(nested.len() + 8).unwrap().to_be_bytes()[..],
        b"trak",
        &nested,
    ]
    .concat();
    let movie = [
        &u32::try_from(track.len() + 8).unwrap().to_be_bytes()[..],
        b"moov",
        &track,
    ]
    .concat();
    let file = [&16_u32.to_be_bytes()[..], b"ftypisom\0\0\0\0", &movie].concat();
    assert!(clean(&file).is_err());
}

/// Mutations of each planted file. Unit: files.
const MUTATIONS: usize = 400;

#[test]
fn a_file_that_is_broken_anywhere_never_stops_the_server() {
    let mut chance = fastrand::Rng::with_seed(65);
    for planted in [PHOTO, PNG, WEBP, VIDEO, DOCUMENT] {
        for _ in 0..MUTATIONS {
            let mut bytes = planted.to_vec();
            for _ in 0..chance.usize(1..8) {
                let at = chance.usize(..bytes.len());
                match chance.u8(..5) {
                    0 => bytes[at] = chance.u8(..),
                    1 => bytes[at] ^= 1 << chance.u8(..8),
                    2 => bytes.truncate(at + 1),
                    3 => {
                        let end = (at + chance.usize(1..64)).min(bytes.len());
                        drop(bytes.drain(at..end));
                        bytes.push(0);
                    }
                    _ => {
                        let end = (at + 4).min(bytes.len());
                        bytes[at..end].fill([0, 0xff, 0x7f][chance.usize(..3)]);
                    }
                }
            }
            // A page of a broken document may show what it never showed; pictures and videos have no such way.
            if let Some(cleaned) = clean(&bytes).ok().filter(|cleaned| cleaned.kind != FileKind::Pdf) {
                for (bytes, kind) in served(&cleaned) {
                    assert!(
                        !has(bytes, b"PLANTED-77881") && !has(bytes, b"PLANTED-Author"),
                        "{kind}"
                    );
                }
            }
            // Our own readers do not panic either; `clean` would catch what others' do.
            let _ = video::clean(&bytes);
            if bytes.starts_with(b"%PDF") {
                let _ = std::panic::catch_unwind(|| pdf::clean(&bytes));
            } else if let Ok(kind) = sniff(&bytes) {
                let _ = std::panic::catch_unwind(|| photo::clean(&bytes, kind));
            }
        }
    }
}
