//! Files with an officer's message: sent without scripts and by the page, and for whom they open.

use axum::{
    body::{Body, to_bytes},
    http::{Response, StatusCode},
};
use domain::permit::Role;

use super::{
    at,
    browser::{Browser, form},
    files::{DOCUMENT, HEIC, PHOTO, fields, values},
    header, text,
};

impl Browser {
    /// As an officer with this cookie: the form of an act, with files.
    async fn act_with(
        &mut self,
        officer: &str,
        code: &str,
        typed: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Response<Body> {
        let path = format!("/meja/{code}");
        let page = text(self.house.get_as(officer, &path).await).await;
        let version = values(&page, "name=\"version\"", "value").remove(0);
        let fixed = fields(&[("code", code), ("version", &version)]);
        let own = std::mem::replace(&mut self.cookie, officer.to_owned());
        let answer = self.post_files(&path, &[fixed, fields(typed)].concat(), files).await;
        self.cookie = own;
        answer
    }

    async fn desk(&self, officer: &str, code: &str) -> String {
        text(self.house.get_as(officer, &format!("/meja/{code}")).await).await
    }

    async fn own(&self, code: &str) -> String {
        text(self.get(&format!("/lacak/{code}")).await).await
    }
}

/// What a form keeps of the files that it received.
fn received(page: &str) -> Vec<String> {
    let found = page.split("name=\"uploads\" value=\"").nth(1);
    let value = found.and_then(|rest| rest.split('"').next()).unwrap_or_default();
    value.lines().map(str::to_owned).collect()
}

async fn bytes(answer: Response<Body>) -> Vec<u8> {
    to_bytes(answer.into_body(), usize::MAX).await.unwrap().into()
}

/// A verified case, and the cookie of an officer who holds it.
async fn at_work(with: &[(&str, &str)]) -> (Browser, String, String) {
    let mut browser = Browser::open().await;
    let code = browser.file(with).await;
    let holder = browser.house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let verified = browser.act_with(&holder, &code, &[("act", "verify")], &[]).await;
    assert_eq!(verified.status(), StatusCode::SEE_OTHER);
    (browser, code, holder)
}

const REPLY: [(&str, &str); 2] = [("act", "reply"), ("text", "Surat pengantarnya kami lampirkan.")];

#[tokio::test]
async fn an_officer_replies_with_files_without_scripts_and_the_reporter_opens_them() {
    let (mut browser, code, holder) = at_work(&[]).await;
    let page = browser.desk(&holder, &code).await;
    for id in ["reply-files", "answer-files"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(page.contains("enctype=\"multipart/form-data\""));
    let files = [("surat pengantar.pdf", DOCUMENT), ("lokasi.jpg", PHOTO)];
    let answer = browser.act_with(&holder, &code, &REPLY, &files).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let own = browser.own(&code).await;
    assert!(own.contains("surat pengantar.pdf") && own.contains("lokasi.jpg"));
    let links = values(&own, "class=\"file\"", "href");
    assert_eq!(links.len(), 2);
    for link in &links {
        let opened = browser.get(link).await;
        assert_eq!(opened.status(), StatusCode::OK, "{link}");
        assert!(header(&opened, "content-security-policy").contains("sandbox"));
        assert!(!bytes(opened).await.windows(7).any(|word| word == b"PLANTED"));
    }
    let desk = values(&browser.desk(&holder, &code).await, "class=\"file\"", "href");
    assert_eq!(desk.len(), 2);
    assert_eq!(browser.house.get_as(&holder, &desk[0]).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_final_answer_brings_files_and_they_stand_in_the_copy_of_my_data() {
    let (mut browser, code, holder) = at_work(&[]).await;
    let typed = [
        ("act", "answer"),
        ("text", "Izin Anda terbit hari ini, nomor 070/118."),
        ("done", "Izin diterbitkan"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    let answer = browser
        .act_with(&holder, &code, &typed, &[("izin.pdf", DOCUMENT)])
        .await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let own = browser.own(&code).await;
    assert!(own.contains("izin.pdf") && own.contains("Izin diterbitkan"));
    let data = text(browser.get(&format!("/lacak/{code}/data-saya.json")).await).await;
    assert!(data.contains("izin.pdf"), "{data}");
}

#[tokio::test]
async fn a_refused_form_of_an_officer_keeps_its_text_and_its_files_and_each_can_be_taken_away() {
    let (mut browser, code, holder) = at_work(&[]).await;
    let short = [("act", "reply"), ("text", "a")];
    let files = [("satu.jpg", PHOTO), ("dua.heic", HEIC), ("tiga.pdf", DOCUMENT)];
    let refused = browser.act_with(&holder, &code, &short, &files).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(refused).await;
    assert!(page.contains("dua.heic: Foto HEIC belum dapat dibaca") && page.contains("\na</textarea>"));
    assert!(page.contains("id=\"reply-files-e\"") && !page.contains("id=\"answer-files-e\""));
    assert!(page.contains("Hapus satu.jpg") && page.contains("Hapus tiga.pdf"));
    let kept = received(&page);
    assert_eq!(kept.len(), 2, "{page}");
    let (first, _) = kept[0].split_once(' ').unwrap();
    let all = kept.join("\n");
    let removing = [("act", "reply"), ("text", "a"), ("uploads", &all), ("remove", first)];
    let answer = browser.act_with(&holder, &code, &removing, &[]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    assert_eq!(received(&page), kept[1..]);
    assert!(page.contains("\na</textarea>"));
    // Corrected, it goes with what is here, and one more.
    let again = [REPLY[0], REPLY[1], ("uploads", &kept[1])];
    let answer = browser.act_with(&holder, &code, &again, &[("empat.jpg", PHOTO)]).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let own = browser.own(&code).await;
    assert!(own.contains("tiga.pdf") && own.contains("empat.jpg") && !own.contains("satu.jpg"));
}

#[tokio::test]
async fn the_page_names_files_that_went_ahead_in_one_field_of_its_function() {
    let (browser, code, holder) = at_work(&[]).await;
    let (one, two) = (
        browser.house.office.upload(1, PHOTO).await,
        browser.house.office.upload(2, DOCUMENT).await,
    );
    let uploads = format!("{one} foto lapangan.jpg\n{two} surat.pdf");
    let typed = form(&[
        ("code", &code),
        ("act", "reply"),
        ("text", "Foto dan suratnya kami lampirkan."),
        ("uploads", &uploads),
    ]);
    let request = at("POST", "/api/desk/act")
        .header("cookie", &holder)
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = browser.house.ask(request.body(Body::from(typed)).unwrap()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let own = browser.own(&code).await;
    assert!(own.contains("foto lapangan.jpg") && own.contains("surat.pdf"));
}

#[tokio::test]
async fn files_of_a_message_open_for_the_reporter_and_for_desks_that_read_the_case_and_for_nobody_else() {
    let (mut browser, code, holder) = at_work(&[("visibility", "anonymous")]).await;
    browser
        .act_with(&holder, &code, &REPLY, &[("surat dinas.pdf", DOCUMENT)])
        .await;
    let desk = values(&browser.desk(&holder, &code).await, "class=\"file\"", "href").remove(0);
    assert!(
        browser.desk(&holder, &code).await.contains("surat dinas.pdf"),
        "an officer's own file tells nothing of an anonymous reporter"
    );
    let house = &browser.house;
    for (agency, role, status) in [
        ("PROVINSI", Role::ProvinceAdmin, StatusCode::OK),
        ("DLH", Role::AgencyAdmin, StatusCode::NOT_FOUND),
        ("PROVINSI", Role::ProvinceLeader, StatusCode::NOT_FOUND),
    ] {
        let cookie = house.signed_in(agency, role).await;
        assert_eq!(house.get_as(&cookie, &desk).await.status(), status, "{agency} {role:?}");
    }
    assert_eq!(house.get(&desk).await.status(), StatusCode::UNAUTHORIZED);
    let public = values(&browser.own(&code).await, "class=\"file\"", "href").remove(0);
    assert_eq!(browser.get(&public).await.status(), StatusCode::OK);
    assert_eq!(browser.house.get(&public).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_internal_note_takes_no_file_and_what_came_with_it_stays_for_the_reply() {
    let (mut browser, code, holder) = at_work(&[]).await;
    let note = [("act", "note"), ("text", "Hanya untuk kita.")];
    let answer = browser
        .act_with(&holder, &code, &note, &[("rahasia.pdf", DOCUMENT)])
        .await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!browser.own(&code).await.contains("rahasia.pdf"));
    let desk = browser.desk(&holder, &code).await;
    assert!(!desk.contains("rahasia.pdf") && !desk.contains("Hanya untuk kita."));
}

#[tokio::test]
async fn a_form_of_an_officer_with_too_many_files_is_refused_with_a_sentence() {
    let (mut browser, code, holder) = at_work(&[]).await;
    let files = vec![("satu.jpg", PHOTO); domain::limits::FILES_MAX + 1];
    let page = text(browser.act_with(&holder, &code, &REPLY, &files).await).await;
    assert!(page.contains("Berkasnya terlalu banyak") && received(&page).len() == domain::limits::FILES_MAX);
}

#[tokio::test]
async fn a_form_without_files_that_is_too_long_is_refused_where_files_may_come() {
    let mut browser = Browser::open().await;
    let long = format!("body={}", "a".repeat(crate::forms::FORM_BYTES_MAX));
    assert_eq!(
        browser.post("/lapor", long).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
}
