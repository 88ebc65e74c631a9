//! Files without scripts, files in pieces, and files that are opened, as a browser does it.

use app::form::{Outcome, POSTCARD};
use axum::{
    body::{Body, to_bytes},
    http::{Response, StatusCode},
};
use domain::{file::FileProblem, limits, permit::Role, text::FieldError};
use portal::fixture::complaint;

use super::{House, at, browser::Browser, header, text};

/// A photo with a place and a serial number in it.
pub(super) const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");
const VIDEO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/video.mp4");
pub(super) const DOCUMENT: &[u8] = include_bytes!("../../../files/src/tests/fixtures/document.pdf");
pub(super) const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
const BOUNDARY: &str = "sungai";

/// A form with files, as a browser posts it.
fn multipart(fields: &[(String, String)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, text) in fields {
        body.extend(
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n").into_bytes(),
        );
    }
    for (name, bytes) in files {
        body.extend(
            format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            )
            .into_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    body
}

pub(super) fn fields(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

impl Browser {
    /// Posts a form with files.
    pub(super) async fn post_files(
        &mut self,
        path: &str,
        form: &[(String, String)],
        files: &[(&str, &[u8])],
    ) -> Response<Body> {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = Body::from(multipart(form, files));
        self.send_body(path, (&kind, body), "text/html").await
    }

    /// The page of the case that is open.
    async fn own_page(&self) -> String {
        text(self.get(&format!("/lacak/{}", self.code())).await).await
    }
}

/// The values of this attribute of every tag of a page that has `mark`.
pub(super) fn values(page: &str, mark: &str, attribute: &str) -> Vec<String> {
    let tags = page.split('<').filter(|tag| tag.contains(mark));
    let value = |tag: &str| {
        Some(
            tag.split_once(&format!("{attribute}=\""))?
                .1
                .split_once('"')?
                .0
                .to_owned(),
        )
    };
    tags.filter_map(value).collect()
}

/// Ids of files that a form keeps as hidden fields.
fn kept(page: &str) -> Vec<String> {
    values(page, "name=\"upload\"", "value")
}

async fn bytes(answer: Response<Body>) -> Vec<u8> {
    to_bytes(answer.into_body(), usize::MAX).await.unwrap().into()
}

#[tokio::test]
async fn a_report_with_a_photo_is_filed_without_scripts_and_its_photo_is_shown_clean() {
    let mut browser = Browser::open().await;
    let form = text(browser.get("/lapor").await).await;
    assert!(form.contains("enctype=\"multipart/form-data\"") && form.contains("type=\"file\""));
    let filed = browser
        .post_files("/lapor", &complaint(&[]).0, &[("jalan rusak.jpg", PHOTO)])
        .await;
    assert_eq!(filed.status(), StatusCode::SEE_OTHER);
    let page = browser.own_page().await;
    assert!(page.contains("jalan rusak.jpg"));
    let links = values(&page, "class=\"file\"", "href");
    let pictures = values(&page, "loading=\"lazy\"", "src");
    assert_eq!((links.len(), pictures.len()), (1, 1));
    assert_eq!(values(&page, "loading=\"lazy\"", "width"), ["96"]);
    for path in [&links[0], &pictures[0]] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK);
        for (name, value) in [
            ("content-type", "image/jpeg"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("content-disposition", "inline; filename=\"berkas.jpg\""),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(header(&answer, name), value);
        }
        let policy = header(&answer, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("sandbox"));
        assert!(!policy.contains("script-src"));
        let bytes = bytes(answer).await;
        assert!(bytes.starts_with(b"\xff\xd8\xff") && !bytes.windows(7).any(|word| word == b"PLANTED"));
    }
    // The same address opens nothing for a browser that has not shown the secret.
    browser.cookie.clear();
    assert_eq!(browser.get(&links[0]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_the_files_that_arrived() {
    let mut browser = Browser::open().await;
    let without_place = complaint(&[("regency", "")]).0;
    let refused = browser
        .post_files("/lapor", &without_place, &[("satu.jpg", PHOTO), ("dua.heic", HEIC)])
        .await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(refused).await;
    assert!(page.contains("Permohonan izin galian batu") && page.contains("Pilih kabupaten atau kota"));
    assert!(page.contains("dua.heic: Foto HEIC belum dapat dibaca"));
    assert!(page.contains("Hapus satu.jpg") && page.contains("Dapat menunjukkan siapa Anda"));
    let (ids, names) = (kept(&page), values(&page, "name=\"upload_name\"", "value"));
    assert_eq!((ids.len(), names), (1, vec!["satu.jpg".to_owned()]));

    // Corrected, it is sent with what is here already, and one more.
    let mut again = complaint(&[]).0;
    again.extend(fields(&[("upload", &ids[0]), ("upload_name", "satu.jpg")]));
    let filed = browser
        .post_files("/lapor", &again, &[("", b""), ("surat.pdf", DOCUMENT)])
        .await;
    assert_eq!(filed.status(), StatusCode::SEE_OTHER);
    let page = browser.own_page().await;
    assert!(page.contains("satu.jpg") && page.contains("surat.pdf"));
    assert_eq!(values(&page, "class=\"file\"", "href").len(), 2);
}

#[tokio::test]
async fn a_file_is_taken_away_again_by_its_button_and_the_text_stays() {
    let mut browser = Browser::open().await;
    let checked = [complaint(&[]).0, fields(&[("act", "check")])].concat();
    let page = text(
        browser
            .post_files("/lapor", &checked, &[("satu.jpg", PHOTO), ("dua.jpg", PHOTO)])
            .await,
    )
    .await;
    let ids = kept(&page);
    assert_eq!(ids.len(), 2);
    let mut removing = complaint(&[]).0;
    for (id, name) in ids.iter().zip(["satu.jpg", "dua.jpg"]) {
        removing.extend(fields(&[("upload", id), ("upload_name", name)]));
    }
    removing.extend(fields(&[("remove", &ids[0])]));
    let answer = browser.post_files("/lapor", &removing, &[]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    assert_eq!(kept(&page), ids[1..]);
    assert!(page.contains("Permohonan izin galian batu") && !page.contains("Hapus satu.jpg"));
    let uploads = browser.house.office.portal.uploads();
    let id = crate::uploads::file_id(&ids[0]).unwrap();
    assert_eq!(uploads.progress(id).await.unwrap(), None);
}

#[tokio::test]
async fn a_reply_brings_a_photo_and_the_desk_sees_it() {
    let mut browser = Browser::open().await;
    browser.post_files("/lapor", &complaint(&[]).0, &[]).await;
    let path = format!("/lacak/{}", browser.code());
    assert!(browser.own_page().await.contains("type=\"file\""));
    let reply = fields(&[("act", "supply"), ("version", "1"), ("text", "Ini fotonya.")]);
    let answer = browser.post_files(&path, &reply, &[("bukti.jpg", PHOTO)]).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert!(browser.own_page().await.contains("bukti.jpg"));
    let desk = browser.house.signed_in("DPMPTSP", Role::Handler).await;
    let page = text(browser.house.get_as(&desk, &format!("/meja/{}", browser.code())).await).await;
    let links = values(&page, "class=\"file\"", "href");
    assert_eq!(links.len(), 1);
    assert_eq!(browser.house.get_as(&desk, &links[0]).await.status(), StatusCode::OK);
    assert_eq!(browser.get(&links[0]).await.status(), StatusCode::UNAUTHORIZED);
    // A refused reply keeps its file too.
    let short = fields(&[("act", "supply"), ("version", "2"), ("text", "")]);
    let page = text(browser.post_files(&path, &short, &[("lagi.jpg", PHOTO)]).await).await;
    assert!(kept(&page).len() == 1 && page.contains("Hapus lagi.jpg"));
}

#[tokio::test]
async fn an_anonymous_reporter_keeps_chosen_files_to_the_province_desk() {
    let mut browser = Browser::open().await;
    let anonymous = complaint(&[("visibility", "anonymous"), ("files_only", "yes")]).0;
    browser.post_files("/lapor", &anonymous, &[("wajah.jpg", PHOTO)]).await;
    assert!(browser.own_page().await.contains("Hanya dibaca meja provinsi"));
    let path = format!("/meja/{}", browser.code());
    let holder = browser.house.signed_in("DPMPTSP", Role::Handler).await;
    let page = text(browser.house.get_as(&holder, &path).await).await;
    assert!(!page.contains("/berkas/") && !page.contains("wajah.jpg"));
    let province = browser.house.signed_in("PROVINSI", Role::ProvinceAdmin).await;
    let page = text(browser.house.get_as(&province, &path).await).await;
    assert!(page.contains("/berkas/") && !page.contains("wajah.jpg"));
}

#[tokio::test]
async fn a_video_plays_from_where_it_is_asked_and_a_document_is_handed_out() {
    let mut browser = Browser::open().await;
    browser
        .post_files("/lapor", &complaint(&[]).0, &[("a.mp4", VIDEO), ("b.pdf", DOCUMENT)])
        .await;
    let links = values(&browser.own_page().await, "class=\"file\"", "href");
    let part = at("GET", &links[0])
        .header("cookie", &browser.cookie)
        .header("range", "bytes=4-7");
    let answer = browser.house.ask(part.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(header(&answer, "content-range"), format!("bytes 4-7/{}", VIDEO.len()));
    assert_eq!(
        (header(&answer, "content-type"), header(&answer, "content-length")),
        ("video/mp4", "4")
    );
    assert_eq!(bytes(answer).await, b"ftyp");
    let document = browser.get(&links[1]).await;
    assert_eq!(
        header(&document, "content-disposition"),
        "attachment; filename=\"berkas.pdf\""
    );
    assert!(bytes(document).await.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn too_many_files_are_refused_with_a_sentence() {
    let mut browser = Browser::open().await;
    let files = vec![("satu.jpg", PHOTO); limits::FILES_MAX + 1];
    let page = text(browser.post_files("/lapor", &complaint(&[]).0, &files).await).await;
    assert!(page.contains("Berkasnya terlalu banyak") && kept(&page).len() == limits::FILES_MAX);
}

const ID: &str = "019ab000-0000-7000-8000-0000000000aa";

async fn patch(house: &House, id: &str, offset: usize, length: usize, piece: &[u8], accept: &str) -> Response<Body> {
    let request = at("PATCH", &format!("/unggah/{id}"))
        .header("upload-offset", offset)
        .header("upload-length", length)
        .header("accept", accept)
        .header("content-type", "application/offset+octet-stream");
    house.ask(request.body(Body::from(piece.to_vec())).unwrap()).await
}

async fn head(house: &House, id: &str) -> Response<Body> {
    house
        .ask(at("HEAD", &format!("/unggah/{id}")).body(Body::empty()).unwrap())
        .await
}

#[tokio::test]
async fn a_file_goes_on_where_the_line_broke() {
    let house = House::open().await;
    let (length, half) = (PHOTO.len(), PHOTO.len() / 2);
    assert_eq!(head(&house, ID).await.status(), StatusCode::NOT_FOUND);
    let first = patch(&house, ID, 0, length, &PHOTO[..half], "*/*").await;
    assert_eq!(
        (first.status(), header(&first, "upload-offset")),
        (StatusCode::NO_CONTENT, &*half.to_string())
    );
    let known = head(&house, ID).await;
    assert_eq!(known.status(), StatusCode::OK);
    assert_eq!(
        (header(&known, "upload-offset"), header(&known, "upload-length")),
        (&*half.to_string(), &*length.to_string())
    );
    let again = patch(&house, ID, 0, length, &PHOTO[..half], "*/*").await;
    assert_eq!(
        (again.status(), header(&again, "upload-offset")),
        (StatusCode::CONFLICT, &*half.to_string())
    );
    let last = patch(&house, ID, half, length, &PHOTO[half..], "*/*").await;
    assert_eq!(
        (last.status(), header(&last, "upload-offset")),
        (StatusCode::NO_CONTENT, &*length.to_string())
    );
    let whole = head(&house, ID).await;
    assert_eq!(
        (header(&whole, "upload-offset"), header(&whole, "upload-length")),
        (&*length.to_string(), &*length.to_string())
    );
    let gone = house
        .ask(at("DELETE", &format!("/unggah/{ID}")).body(Body::empty()).unwrap())
        .await;
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    assert_eq!(head(&house, ID).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_piece_that_cannot_be_taken_says_why() {
    let house = House::open().await;
    let plain = patch(&house, ID, 0, HEIC.len(), HEIC, "*/*").await;
    assert_eq!(plain.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(plain).await.starts_with("Foto HEIC belum dapat dibaca"));
    let coded = patch(&house, ID, 0, HEIC.len(), HEIC, POSTCARD).await;
    assert_eq!(coded.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let outcome: Outcome = postcard::from_bytes(&bytes(coded).await).unwrap();
    let (name, problem) = (String::new(), FileProblem::Heic);
    let problems = vec![("files".to_owned(), FieldError::File { name, problem })];
    assert_eq!(outcome, Outcome::Refused { problems, error: None });
    let long = vec![0; limits::UPLOAD_PIECE_BYTES_MAX + 1];
    assert_eq!(
        patch(&house, ID, 0, long.len(), &long, "*/*").await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(
        patch(&house, ID, 0, 5, PHOTO, "*/*").await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let guessed = "00000000-0000-4000-8000-000000000001";
    assert_eq!(
        patch(&house, guessed, 0, 5, b"12345", "*/*").await.status(),
        StatusCode::BAD_REQUEST
    );
    let no_kind = at("PATCH", &format!("/unggah/{ID}"))
        .header("upload-offset", 0)
        .header("upload-length", 5);
    let answer = house.ask(no_kind.body(Body::from("12345")).unwrap()).await;
    assert_eq!(answer.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_report_that_names_an_unfinished_file_is_refused_and_the_file_goes_on() {
    let mut browser = Browser::open().await;
    patch(&browser.house, ID, 0, PHOTO.len(), &PHOTO[..2_000], "*/*").await;
    let report = [complaint(&[]).0, fields(&[("upload", ID), ("upload_name", "satu.jpg")])].concat();
    let page = text(browser.post_files("/lapor", &report, &[]).await).await;
    assert!(page.contains("satu.jpg: Berkas ini belum sampai dengan lengkap"));
    let last = patch(&browser.house, ID, 2_000, PHOTO.len(), &PHOTO[2_000..], "*/*").await;
    assert_eq!(last.status(), StatusCode::NO_CONTENT);
    assert_eq!(
        browser.post_files("/lapor", &report, &[]).await.status(),
        StatusCode::SEE_OTHER
    );
    assert!(browser.own_page().await.contains("satu.jpg"));
}
