//! Files from the phone to the page: in pieces, in a report, in a reply, and for whom they open.

use crate::{
    Error, Opened, Piece, Receipt, Size,
    fixture::{Office, typed},
};
use domain::{
    file::{FileKind, FileProblem},
    id::FileId,
    lang::Lang,
    permit::{Officer, Role},
    text::FieldError,
    view::FileView,
};

/// A photo with a place and a serial number in it.
const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");
const DOCUMENT: &[u8] = include_bytes!("../../../files/src/tests/fixtures/document.pdf");
/// Unit: bytes.
const PIECE: usize = 1_500;

fn new_id(number: u128) -> FileId {
    FileId(uuid::Uuid::from_u128(
        0x019a_b000_0000_7000_8000_0000_0000_0000 + number,
    ))
}

async fn send(office: &Office, id: FileId, bytes: &[u8]) {
    for (number, piece) in bytes.chunks(PIECE).enumerate() {
        let offset = (number * PIECE) as u64;
        let kept = office
            .portal
            .uploads()
            .append(id, offset, bytes.len() as u64, piece.to_vec())
            .await
            .unwrap();
        let received = offset + piece.len() as u64;
        assert_eq!(kept, Piece::Kept { received });
    }
}

fn files_of(error: &Error) -> Vec<FileProblem> {
    let Error::Fields(fields) = error else {
        panic!("{error}")
    };
    let problem = |(field, error): &(String, FieldError)| {
        let FieldError::File { problem, .. } = error else {
            return None;
        };
        (field == "files").then_some(*problem)
    };
    fields.iter().filter_map(problem).collect()
}

async fn bytes_of(opened: Opened) -> Vec<u8> {
    use futures::TryStreamExt as _;
    opened.bytes.try_collect::<Vec<_>>().await.unwrap().concat()
}

async fn opened_by(office: &Office, officer: &Officer, code: &str, id: FileId) -> bool {
    let desk = office.portal.desk(officer);
    desk.open_file(code, id, Size::Whole, None).await.unwrap().is_some()
}

fn ids(files: &[FileView]) -> Vec<String> {
    files.iter().map(|file| file.id.clone()).collect()
}

/// Files an anonymous report with a photo for all who read it, and one for the province desk.
async fn with_photos(office: &Office) -> Receipt {
    send(office, new_id(1), PHOTO).await;
    send(office, new_id(2), PHOTO).await;
    let (one, two) = (new_id(1).uuid().to_string(), new_id(2).uuid().to_string());
    office
        .file(&[
            ("visibility", "anonymous"),
            ("upload", &one),
            ("upload_name", "IMG_Budi_0001.jpg"),
            ("upload", &two),
            ("upload_name", "IMG_Budi_0002.jpg"),
            ("upload_only", &two),
        ])
        .await
}

#[tokio::test]
async fn pieces_that_come_twice_or_out_of_order_change_nothing_and_say_where_to_go_on() {
    let office = Office::open().await;
    let (uploads, id, length) = (office.portal.uploads(), new_id(1), PHOTO.len() as u64);
    let piece = |from: usize| PHOTO[from..(from + PIECE).min(PHOTO.len())].to_vec();
    assert_eq!(uploads.progress(id).await.unwrap(), None);
    let unknown = uploads.append(id, 1_500, length, piece(PIECE)).await.unwrap();
    assert_eq!(unknown, Piece::Elsewhere { received: 0 });
    uploads.append(id, 0, length, piece(0)).await.unwrap();
    let again = uploads.append(id, 0, length, piece(0)).await.unwrap();
    assert_eq!(again, Piece::Elsewhere { received: 1_500 });
    let ahead = uploads.append(id, 3_000, length, piece(2 * PIECE)).await.unwrap();
    assert_eq!(ahead, Piece::Elsewhere { received: 1_500 });
    uploads.append(id, 1_500, length, piece(PIECE)).await.unwrap();
    let last = uploads.append(id, 3_000, length, piece(2 * PIECE)).await.unwrap();
    assert_eq!(last, Piece::Kept { received: length });
    // The answer to the last piece was lost: it is sent again.
    let again = uploads.append(id, 3_000, length, piece(2 * PIECE)).await.unwrap();
    assert_eq!(again, Piece::Elsewhere { received: length });
    let progress = uploads.progress(id).await.unwrap().unwrap();
    assert_eq!((progress.received, progress.length), (length, length));
    uploads.remove(id).await.unwrap();
    uploads.remove(id).await.unwrap();
    assert_eq!(uploads.progress(id).await.unwrap(), None);
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_refused_at_its_first_piece_where_that_tells() {
    let office = Office::open().await;
    let uploads = office.portal.uploads();
    let heic = [&24_u32.to_be_bytes()[..], b"ftypheic\0\0\0\0mif1heic"].concat();
    let refused = uploads.append(new_id(1), 0, 1_000, heic).await.unwrap();
    assert_eq!(refused, Piece::Refused(FileProblem::Heic));
    assert_eq!(uploads.progress(new_id(1)).await.unwrap(), None);
    let long = uploads.append(new_id(2), 0, 20 << 20, PHOTO.to_vec()).await.unwrap();
    assert_eq!(long, Piece::Refused(FileProblem::TooLarge));
    let endless = uploads.append(new_id(3), 0, 1 << 40, PHOTO.to_vec()).await.unwrap();
    assert_eq!(endless, Piece::TooLong);
    let over = uploads.append(new_id(4), 0, 10, PHOTO.to_vec()).await.unwrap();
    assert_eq!(over, Piece::TooLong);
    let mut broken = PHOTO.to_vec();
    broken.truncate(900);
    uploads.append(new_id(5), 0, 900, broken[..500].to_vec()).await.unwrap();
    let last = uploads
        .append(new_id(5), 500, 900, broken[500..].to_vec())
        .await
        .unwrap();
    assert_eq!(last, Piece::Refused(FileProblem::Broken));
    assert_eq!(
        uploads.progress(new_id(5)).await.unwrap(),
        None,
        "nothing of it is kept"
    );
}

#[tokio::test]
async fn a_report_takes_its_files_all_or_none_and_once() {
    let office = Office::open().await;
    send(&office, new_id(1), PHOTO).await;
    office
        .portal
        .uploads()
        .append(new_id(2), 0, 9_000, PHOTO.to_vec())
        .await
        .unwrap();
    let (whole, half) = (new_id(1).uuid().to_string(), new_id(2).uuid().to_string());
    let citizen = office.portal.citizen();
    let both = crate::fixture::complaint(&[
        ("key", "k"),
        ("upload", &whole),
        ("upload_name", "a.jpg"),
        ("upload", &half),
        ("upload_name", "b.jpg"),
    ]);
    let refused = citizen.file(&both).await.unwrap_err();
    assert_eq!(files_of(&refused), [FileProblem::Unfinished]);
    let one = crate::fixture::complaint(&[("key", "k"), ("upload", &whole), ("upload_name", "a.jpg")]);
    let receipt = citizen.file(&one).await.unwrap();
    assert_eq!(
        citizen.file(&one).await.unwrap(),
        receipt,
        "the same form, the same receipt"
    );
    let other = crate::fixture::complaint(&[("key", "other"), ("upload", &whole)]);
    assert_eq!(
        files_of(&citizen.file(&other).await.unwrap_err()),
        [FileProblem::Unfinished]
    );
    let many: Vec<String> = (10..16).map(|number| new_id(number).uuid().to_string()).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|id| ("upload", id.as_str())).collect();
    let many = citizen.file(&crate::fixture::complaint(&many)).await.unwrap_err();
    assert_eq!(files_of(&many), [FileProblem::TooMany]);
    let seen = office.seen_by_reporter(&receipt).await;
    assert_eq!(ids(&seen.facts.unwrap().files), [whole]);
}

#[tokio::test]
async fn who_reads_the_case_opens_its_files_and_nobody_else() {
    let office = Office::open().await;
    let receipt = with_photos(&office).await;
    let code = receipt.code.as_str();
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    office.act(&front, code, &[("act", "verify")]).await;
    let (for_all, for_few) = (new_id(1), new_id(2));
    let seen = office.seen_by(&front, code).await.unwrap().facts.unwrap().files;
    assert_eq!(ids(&seen), [for_all.uuid().to_string()]);
    assert!(seen[0].name.is_empty(), "the name of a file can tell who they are");
    assert!(opened_by(&office, &front, code, for_all).await && !opened_by(&office, &front, code, for_few).await);
    assert!(opened_by(&office, &province, code, for_all).await && opened_by(&office, &province, code, for_few).await);
    for (agency, role) in [
        ("DESDM", Role::Handler),
        ("DLH", Role::AgencyAdmin),
        ("INSPEKTORAT", Role::Inspectorate),
    ] {
        let other = office.officer(agency, role);
        assert!(!opened_by(&office, &other, code, for_all).await, "{agency}");
    }
    let leader = office.officer("PROVINSI", Role::ProvinceLeader);
    let refused = office
        .portal
        .desk(&leader)
        .open_file(code, for_all, Size::Whole, None)
        .await;
    assert!(matches!(refused, Err(Error::Forbidden)));

    let sentence = ("sentence", "Rekomendasi teknis ini diterbitkan DESDM.");
    office
        .act(
            &front,
            code,
            &[("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), sentence],
        )
        .await;
    let offered = office.officer("DESDM", Role::Handler);
    assert!(opened_by(&office, &offered, code, for_all).await && !opened_by(&office, &offered, code, for_few).await);
    office.act(&offered, code, &[("act", "accept")]).await;
    assert!(opened_by(&office, &offered, code, for_all).await);
    assert!(
        !opened_by(&office, &front, code, for_all).await,
        "a former holder reads code and status"
    );
    office
        .act(
            &province,
            code,
            &[
                ("act", "flag"),
                ("accused", "DESDM"),
                ("reason", "Petugas meminta uang."),
            ],
        )
        .await;
    assert!(
        !opened_by(&office, &offered, code, for_all).await,
        "for the accused the case does not exist"
    );
}

#[tokio::test]
async fn a_reporter_opens_all_their_files_and_only_with_the_right_secret() {
    let office = Office::open().await;
    let receipt = with_photos(&office).await;
    let citizen = office.portal.citizen();
    let open = async |secret: &str, id, size, range| {
        citizen
            .open_file((&receipt.code, secret), id, size, range)
            .await
            .unwrap()
    };
    for id in [new_id(1), new_id(2)] {
        let opened = open(&receipt.secret, id, Size::Whole, None).await.unwrap();
        assert_eq!(opened.kind, FileKind::Jpeg);
        let (length, bytes) = (opened.length, bytes_of(opened).await);
        assert_eq!(length, bytes.len() as u64);
        assert!(!bytes.windows(7).any(|word| word == b"PLANTED"));
    }
    let part = open(&receipt.secret, new_id(1), Size::Whole, Some((3, Some(9))))
        .await
        .unwrap();
    assert_eq!((part.range.clone(), bytes_of(part).await.len()), (3..9, 6));
    assert!(open(&receipt.secret, new_id(1), Size::Thumbnail, None).await.is_some());
    assert!(
        open("0000-0000-0000-0000", new_id(1), Size::Whole, None)
            .await
            .is_none()
    );
    assert!(open(&receipt.secret, new_id(7), Size::Whole, None).await.is_none());
    let other = office.file(&[]).await;
    let of_other = citizen
        .open_file((&other.code, &other.secret), new_id(1), Size::Whole, None)
        .await;
    assert!(of_other.unwrap().is_none());
    let names: Vec<String> = office
        .seen_by_reporter(&receipt)
        .await
        .facts
        .unwrap()
        .files
        .into_iter()
        .map(|file| file.name)
        .collect();
    assert_eq!(names, ["IMG_Budi_0001.jpg", "IMG_Budi_0002.jpg"]);
}

#[tokio::test]
async fn a_reply_brings_files_once_however_often_it_is_sent_and_an_officer_may_answer_with_one() {
    let office = Office::open().await;
    let receipt = office.file(&[]).await;
    let (code, front) = (receipt.code.as_str(), office.officer("DPMPTSP", Role::AgencyAdmin));
    office.act(&front, code, &[("act", "verify")]).await;
    send(&office, new_id(1), DOCUMENT).await;
    let id = new_id(1).uuid().to_string();
    let reply = [
        ("act", "supply"),
        ("text", "Ini suratnya."),
        ("key", "k"),
        ("upload", &*id),
        ("upload_name", "surat.pdf"),
    ];
    office.act_as_reporter(&receipt, &reply).await;
    office.act_as_reporter(&receipt, &reply).await;
    send(&office, new_id(2), PHOTO).await;
    let second = new_id(2).uuid().to_string();
    office
        .act(
            &front,
            code,
            &[("act", "reply"), ("text", "Ini fotonya."), ("upload", &second)],
        )
        .await;
    let messages = office.seen_by_reporter(&receipt).await.messages;
    assert_eq!(messages.len(), 2);
    assert_eq!(
        (messages[0].files[0].kind, messages[0].files[0].name.as_str()),
        (FileKind::Pdf, "surat.pdf")
    );
    assert_eq!(ids(&messages[1].files), [second]);
    let withdrawn = typed(&[("act", "withdraw"), ("upload", &id)]);
    let refused = office
        .portal
        .citizen()
        .act(code, &receipt.secret, &withdrawn)
        .await
        .unwrap_err();
    assert_eq!(files_of(&refused), [FileProblem::Unfinished]);
}

#[tokio::test]
async fn the_public_may_see_smaller_pictures_of_photos_and_nothing_kept_to_one_desk() {
    let office = Office::open().await;
    let receipt = with_photos(&office).await;
    send(&office, new_id(3), DOCUMENT).await;
    let document = new_id(3).uuid().to_string();
    office
        .act_as_reporter(
            &receipt,
            &[("act", "supply"), ("text", "Ini suratnya."), ("upload", &document)],
        )
        .await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let offered = office.seen_by(&front, &receipt.code).await.unwrap().proposal.unwrap();
    let offered: Vec<_> = offered.photos.iter().map(|it| (it.id.as_str(), it.is_public)).collect();
    let (one, two) = (new_id(1).uuid().to_string(), new_id(2).uuid().to_string());
    assert_eq!(offered, [(one.as_str(), false)], "none is public by itself");

    // Fields of files that may not be public say nothing.
    let fields = [new_id(1), new_id(2), new_id(3), new_id(4)].map(|id| format!("photo_{}", id.uuid()));
    let mut form = vec![
        ("act", "publish"),
        ("title", "Izin galian batu belum terbit"),
        ("body", "Permohonan izin galian batu sudah empat bulan tanpa kabar."),
    ];
    form.extend(fields.iter().map(|field| (field.as_str(), "yes")));
    let public = office.portal.public("");
    assert_eq!(
        public.photo(&receipt.code, new_id(1)).await.unwrap(),
        None,
        "not published"
    );
    office.act(&front, &receipt.code, &form).await;
    let case = public.case(&receipt.code, None, Lang::Id).await.unwrap().unwrap();
    assert_eq!(case.photos, std::slice::from_ref(&one));
    let picture = public.photo(&receipt.code, new_id(1)).await.unwrap().unwrap();
    assert!(picture.starts_with(b"\xff\xd8\xff"));
    for hidden in [new_id(2), new_id(3), new_id(4)] {
        assert_eq!(public.photo(&receipt.code, hidden).await.unwrap(), None);
    }
    let shown = office
        .seen_by(&front, &receipt.code)
        .await
        .unwrap()
        .publication
        .unwrap();
    assert!(shown.photos.iter().all(|photo| photo.id != two && photo.is_public));
}

#[tokio::test]
async fn a_photo_is_public_only_while_its_case_is_and_the_officer_wants_it_and_under_its_own_code() {
    let office = Office::open().await;
    let receipt = with_photos(&office).await;
    let other = office.file(&[("key", "lain")]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let field = format!("photo_{}", new_id(1).uuid());
    let form = |act, photo| {
        [
            ("act", act),
            ("title", "Izin galian batu belum terbit"),
            ("body", "Permohonan izin galian batu sudah empat bulan tanpa kabar."),
            (field.as_str(), photo),
        ]
    };
    let public = office.portal.public("");
    let is_public = async |code: &str| public.has_photo(code, new_id(1)).await.unwrap();
    for code in [&receipt.code, &other.code] {
        office.act(&front, code, &[("act", "verify")]).await;
        office.act(&front, code, &form("publish", "yes")).await;
    }
    assert!(is_public(&receipt.code).await && !is_public(&other.code).await);
    office.set("2026-11-03 09:10 WITA");
    office.act(&front, &receipt.code, &form("revise", "")).await;
    assert!(!is_public(&receipt.code).await, "the officer took it away");
    office.set("2026-11-03 09:20 WITA");
    office.act(&front, &receipt.code, &form("revise", "yes")).await;
    office
        .act(&front, &receipt.code, &[("act", "note"), ("text", "Dicatat.")])
        .await;
    assert!(is_public(&receipt.code).await, "it stays through other acts");
    office.act_as_reporter(&receipt, &[("act", "withdraw")]).await;
    assert!(!is_public(&receipt.code).await);
    assert_eq!(public.photo(&receipt.code, new_id(1)).await.unwrap(), None);
}

#[tokio::test]
async fn a_file_that_no_report_names_is_forgotten_after_a_day_and_bytes_that_nobody_knows_too() {
    let office = Office::open().await;
    let receipt = with_photos(&office).await;
    send(&office, new_id(3), PHOTO).await;
    let vault = &office.portal.0.vault;
    vault.put("orphan", "asli", vec![1]).await.unwrap();
    office.set("2026-11-04 08:59 WITA");
    assert_eq!(office.portal.sweep_files().await.unwrap(), 0);
    office.set("2026-11-04 09:01 WITA");
    assert_eq!(office.portal.sweep_files().await.unwrap(), 1);
    assert_eq!(office.portal.uploads().progress(new_id(3)).await.unwrap(), None);
    office.set("2036-11-04 09:01 WITA");
    assert_eq!(office.portal.sweep_orphans().await.unwrap(), 1);
    assert!(vault.get("orphan", "asli").await.is_err());
    let citizen = office.portal.citizen();
    let proof = (receipt.code.as_str(), receipt.secret.as_str());
    assert!(
        citizen
            .open_file(proof, new_id(1), Size::Whole, None)
            .await
            .unwrap()
            .is_some()
    );
}
