//! Photos of iPhones: refused, or read by a program of the operator's, here a script that stands for one.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    time::{Duration, Instant},
};

use crate::{HeicDecoder, Piece, Size, fixture::Office};
use domain::{
    file::{FileKind, FileProblem},
    id::FileId,
};
use futures::TryStreamExt as _;

/// A photo with a place and a serial number in it.
const PHOTO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../files/src/tests/fixtures/photo.jpg");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../files/src/tests/fixtures/document.pdf");
/// How a photo of an iPhone begins.
const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heicand its picture";

/// A program that does this, with the photo as `$1` and the picture that is wanted as `$2`.
struct Program {
    folder: tempfile::TempDir,
}

impl Program {
    fn that(does: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("decoder");
        fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        Self { folder }
    }

    fn decoder(&self) -> HeicDecoder {
        let path = self.folder.path().join("decoder");
        HeicDecoder::at(&format!("{} {{in}} {{out}}", path.display())).unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

async fn sent_whole(decoder: HeicDecoder) -> (Office, Result<FileId, FileProblem>) {
    let office = Office::open_with_heic(decoder).await;
    let sent = office.portal.uploads().whole(HEIC.to_vec()).await.unwrap();
    (office, sent)
}

#[tokio::test]
async fn a_heic_photo_is_read_by_the_program_and_nothing_of_what_that_carries_over_stays() {
    let program = Program::that(&format!("cat {PHOTO} > \"$2\""));
    let (office, sent) = sent_whole(program.decoder()).await;
    let id = sent.unwrap().uuid().to_string();
    let receipt = office
        .file(&[("upload", id.as_str()), ("upload_name", "IMG_0001.HEIC")])
        .await;
    let file = office.seen_by_reporter(&receipt).await.facts.unwrap().files.remove(0);
    assert_eq!((file.kind, file.name.as_str()), (FileKind::Jpeg, "IMG_0001.HEIC"));
    let citizen = office.portal.citizen();
    for size in [Size::Whole, Size::Thumbnail] {
        let proof = (receipt.code.as_str(), receipt.secret.as_str());
        let opened = citizen
            .open_file(proof, FileId(file.id.parse().unwrap()), size, None)
            .await
            .unwrap()
            .unwrap();
        let bytes = opened.bytes.try_collect::<Vec<_>>().await.unwrap().concat();
        assert!(bytes.starts_with(b"\xff\xd8\xff"));
        assert!(
            !bytes.windows(7).any(|word| word == b"PLANTED"),
            "the program kept it, we do not"
        );
    }
    assert!(fs::read(PHOTO).unwrap().windows(7).any(|word| word == b"PLANTED"));
}

#[tokio::test]
async fn a_heic_photo_comes_in_pieces_too_and_without_a_program_it_is_refused_at_the_first() {
    let program = Program::that(&format!("cat {PHOTO} > \"$2\""));
    for (decoder, first, last) in [
        (
            program.decoder(),
            Piece::Kept { received: 20 },
            Piece::Kept {
                received: HEIC.len() as u64,
            },
        ),
        (
            HeicDecoder::default(),
            Piece::Refused(FileProblem::Heic),
            Piece::Elsewhere { received: 0 },
        ),
    ] {
        let office = Office::open_with_heic(decoder).await;
        let (uploads, length) = (office.portal.uploads(), HEIC.len() as u64);
        let id = FileId(uuid::Uuid::from_u128(0x019a_b000_0000_7000_8000_0000_0000_0001));
        assert_eq!(uploads.append(id, 0, length, HEIC[..20].to_vec()).await.unwrap(), first);
        assert_eq!(uploads.append(id, 20, length, HEIC[20..].to_vec()).await.unwrap(), last);
    }
}

#[tokio::test]
async fn a_program_that_fails_is_slow_or_gives_no_picture_means_the_sentence_about_heic() {
    for does in [
        "exit 1",
        "true",
        "kill -9 $$",
        "echo '<script>' > \"$2\"",
        &format!("cat {DOCUMENT} > \"$2\""),
        "cat \"$1\" > \"$2\"",
        "ln -s /etc/passwd \"$2\"",
    ] {
        let (_, sent) = sent_whole(Program::that(does).decoder()).await;
        assert_eq!(sent, Err(FileProblem::Heic), "{does}");
    }
    let missing = HeicDecoder::at("/tidak/ada {in} {out}").unwrap();
    assert_eq!(sent_whole(missing).await.1, Err(FileProblem::Heic));
}

#[tokio::test]
async fn a_program_that_does_not_end_is_ended_with_all_that_it_began() {
    let program = Program::that("(sleep 3; echo alive > \"$(dirname \"$0\")/log\") & sleep 60");
    let begun = Instant::now();
    let (_, sent) = sent_whole(program.decoder().within(Duration::from_millis(300))).await;
    assert_eq!(sent, Err(FileProblem::Heic));
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert!(!program.folder.path().join("log").exists(), "its child went on");
}

#[tokio::test]
async fn the_program_sees_the_photo_its_own_folder_and_nothing_of_ours() {
    let does = format!(
        "{{ pwd; ls; cmp -s \"$1\" foto.heic && echo same; env | grep -v -E '^(PATH|HOME|TMPDIR|PWD|OLDPWD|SHLVL|_)='; \
         ulimit -v; ulimit -c; }} > \"$(dirname \"$0\")/log\"; cat {PHOTO} > \"$2\""
    );
    let program = Program::that(&does);
    let (_, sent) = sent_whole(program.decoder()).await;
    assert!(sent.is_ok());
    let log = program.log();
    let lines: Vec<&str> = log.lines().collect();
    let [folder, files, same, memory, core] = lines.as_slice() else {
        panic!("it sees more: {log}")
    };
    assert_eq!((*files, *same, *core), ("foto.heic", "same", "0"));
    assert_eq!(*memory, "1048576", "kilobytes");
    assert!(!fs::exists(folder).unwrap(), "its folder goes with it");
}

#[test]
fn a_command_names_the_photo_and_the_picture_and_is_no_line_for_a_shell() {
    assert!(!HeicDecoder::at("").unwrap().is_here());
    assert!(HeicDecoder::at("heif-dec {in} {out}").is_ok());
    for wrong in ["heif-dec", "heif-dec {in}", "heif-dec {out}"] {
        assert!(HeicDecoder::at(wrong).unwrap_err().contains("{in} {out}"), "{wrong}");
    }
}

#[tokio::test]
async fn what_looks_like_a_line_for_a_shell_is_given_to_the_program_as_it_stands() {
    let program = Program::that(&format!(
        "printf '%s' \"$3\" > \"$(dirname \"$0\")/log\"; cat {PHOTO} > \"$2\""
    ));
    let path = program.folder.path().join("decoder");
    let decoder = HeicDecoder::at(&format!("{} {{in}} {{out}} $(id);`id`|id", path.display())).unwrap();
    assert!(sent_whole(decoder).await.1.is_ok());
    assert_eq!(program.log(), "$(id);`id`|id");
}
