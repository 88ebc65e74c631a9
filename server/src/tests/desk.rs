//! The desk without scripts: the queue, the case, and every kind of answer to its forms.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;

use super::{House, at, header, text};

/// An officer at a browser.
struct Clerk<'a> {
    house: &'a House,
    cookie: String,
}

impl<'a> Clerk<'a> {
    async fn at(house: &'a House, agency: &str, role: Role) -> Self {
        let cookie = house.signed_in(agency, role).await;
        Self { house, cookie }
    }

    async fn get(&self, path: &str) -> Response<Body> {
        self.house.get_as(&self.cookie, path).await
    }

    async fn page(&self, path: &str) -> String {
        text(self.get(path).await).await
    }

    async fn case(&self, code: &str) -> String {
        self.page(&format!("/meja/{code}")).await
    }

    /// Posts the form of an act as the page of the case has it.
    async fn act(&self, code: &str, act: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let version = version_in(&self.case(code).await);
        self.act_at(code, &version, act, fields).await
    }

    async fn act_at(&self, code: &str, version: &str, act: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let fixed = [("code", code), ("version", version), ("act", act)];
        let form: Vec<_> = fixed.iter().chain(fields).collect();
        let request = at("POST", &format!("/meja/{code}"))
            .header("cookie", &self.cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(serde_urlencoded::to_string(form).unwrap()))
            .unwrap();
        self.house.ask(request).await
    }

    /// The same, and expects it to be done.
    async fn does(&self, code: &str, act: &str, fields: &[(&str, &str)]) {
        let answer = self.act(code, act, fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{act}: {}", text(answer).await);
    }
}

/// The version that the forms of a page carry.
fn version_in(page: &str) -> String {
    let (_, rest) = page
        .split_once("name=\"version\" value=\"")
        .expect("a form with its version");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The fields of an offer.
fn offer_to(agency: &'static str) -> [(&'static str, &'static str); 3] {
    [
        ("to", agency),
        ("reason", "other_opd"),
        ("sentence", "Rekomendasi teknis dikeluarkan instansi itu."),
    ]
}

#[tokio::test]
async fn a_queue_shows_the_cases_of_its_own_desk_and_nothing_else() {
    let house = House::open().await;
    let ours = house.office.file(&[]).await.code;
    let theirs = house.office.file(&[("service", ""), ("agency", "DLH")]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    let queue = clerk.page("/meja").await;
    assert!(queue.contains(&ours) && !queue.contains(&theirs), "{queue}");
    assert!(queue.contains("Perlu dikerjakan") && queue.contains("Perlu diverifikasi"));
    let mine = clerk.page("/meja?antrean=saya").await;
    assert!(mine.contains("Belum ada laporan atas nama Anda") && !mine.contains(&ours));
}

#[tokio::test]
async fn a_form_without_scripts_does_its_act_and_returns_to_the_case() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    let answer = clerk.act(&code, "verify", &[]).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (
            StatusCode::SEE_OTHER,
            format!("/meja/{code}?tersimpan=verify#isi").as_str()
        )
    );
    let page = clerk.page(&format!("/meja/{code}?tersimpan=verify")).await;
    assert!(page.contains("Terverifikasi. Jam tindak lanjut pertama berjalan."));
    assert!(page.contains("Baru diteruskan"), "the status of the case");
}

#[tokio::test]
async fn a_refused_form_comes_back_with_what_was_typed_and_what_is_wrong() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    clerk.does(&code, "verify", &[]).await;
    let typed = [
        ("text", "Kami periksa <segera> ke lapangan."),
        ("promise", ""),
        ("promise_on", "besok"),
    ];
    let answer = clerk.act(&code, "start", &typed).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("Kami periksa &lt;segera> ke lapangan."), "what was typed");
    assert!(page.contains("Belum terkirim. Ada 2 isian yang perlu diperiksa."));
    assert!(
        page.contains("id=\"reply-promise-e\"") && page.contains("id=\"reply-promise_on-e\""),
        "the fields"
    );
    assert!(
        !page.contains("id=\"note-text-e\""),
        "another form has the same fields and nothing wrong"
    );
}

#[tokio::test]
async fn a_form_of_an_old_version_keeps_both_texts_and_carries_the_new_version() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    let old = version_in(&clerk.case(&code).await);
    clerk.does(&code, "verify", &[]).await;
    let reply = [("text", "Berkas Anda kami terima.")];
    let answer = clerk.act_at(&code, &old, "reply", &reply).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("Laporan ini berubah saat Anda menulis"));
    assert!(page.contains("Berkas Anda kami terima.") && page.contains("memverifikasi"));
    let new = version_in(&page);
    assert_ne!(new, old);
    let again = clerk.act_at(&code, &new, "reply", &reply).await;
    assert_eq!(again.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn anothers_case_an_accused_one_and_none_at_all_are_the_same_page() {
    let house = House::open().await;
    let another = house.office.file(&[("service", ""), ("agency", "DLH")]).await.code;
    let accused = house.office.file(&[("fee", "yes")]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::LiaisonOfficer).await;
    for code in [another.as_str(), accused.as_str(), "KTR-26-0000-0000", "apa-saja"] {
        let answer = clerk.get(&format!("/meja/{code}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{code}");
        let page = text(answer).await;
        assert!(
            page.contains("Halaman ini tidak ada") && !page.contains("Rekomendasi teknis"),
            "{code}"
        );
        let answer = clerk.act_at(code, "1", "note", &[("text", "Catatan saja")]).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{code}");
    }
}

#[tokio::test]
async fn the_province_desk_sends_a_case_to_the_agency_that_was_proposed() {
    let house = House::open().await;
    let code = house.office.file(&[("service", "")]).await.code;
    let province = Clerk::at(&house, "PROVINSI", Role::ProvinceAdmin).await;
    let page = province.case(&code).await;
    assert!(page.contains("Pilah laporan") && page.contains("Saran dari cerita") && page.contains("yakin"));
    let fields = [
        ("to", "DESDM"),
        (
            "sentence",
            "Rekomendasi teknis diurus DESDM, jadi kami teruskan ke sana.",
        ),
    ];
    province.does(&code, "dispatch", &fields).await;
    let agency = Clerk::at(&house, "DESDM", Role::Handler).await;
    assert!(agency.page("/meja").await.contains(&code));
    assert!(agency.case(&code).await.contains("Rekomendasi teknis diurus DESDM"));
}

#[tokio::test]
async fn an_offer_is_accepted_and_its_former_holder_reads_code_and_status_alone() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let holder = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    holder.does(&code, "verify", &[]).await;
    holder.does(&code, "offer", &offer_to("DESDM")).await;
    assert!(holder.case(&code).await.contains("Tarik kembali tawaran"));

    let asked = Clerk::at(&house, "DESDM", Role::AgencyAdmin).await;
    assert!(
        asked
            .page("/meja?antrean=ditunggu")
            .await
            .contains("Ditawarkan kepada kita")
    );
    let page = asked.case(&code).await;
    assert!(page.contains("DPMPTSP menawarkan laporan ini kepada DESDM") && page.contains("Sebelum menolak"));
    assert!(!page.contains("Catatan internal"), "who is asked reads no notes");
    asked.does(&code, "accept", &[]).await;

    let page = holder.case(&code).await;
    assert!(page.contains(&code) && page.contains("Baru diteruskan"));
    assert!(
        !page.contains("Kata pelapor")
            && !page.contains("id=\"fakta\"")
            && !page.contains("Rekomendasi teknis tidak keluar")
    );
}

#[tokio::test]
async fn who_declines_goes_back_to_the_queue_as_the_case_is_no_longer_theirs() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let holder = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    holder.does(&code, "verify", &[]).await;
    holder.does(&code, "offer", &offer_to("DESDM")).await;
    let asked = Clerk::at(&house, "DESDM", Role::AgencyAdmin).await;
    let fields = [
        ("better", "DLH"),
        ("reason", "other_opd"),
        ("sentence", "Dokumen lingkungan diurus DLH."),
    ];
    let answer = asked.act(&code, "decline", &fields).await;
    assert_eq!(header(&answer, "location"), "/meja?tersimpan=decline#isi");
    assert!(asked.page("/meja?tersimpan=decline").await.contains("Tawaran ditolak."));
    assert_eq!(
        asked.get(&format!("/meja/{code}")).await.status(),
        StatusCode::NOT_FOUND
    );
    assert!(holder.case(&code).await.contains("Dokumen lingkungan diurus DLH."));
}

#[tokio::test]
async fn a_body_outside_is_ruled_on_by_the_province_desk() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let holder = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    holder.does(&code, "verify", &[]).await;
    let fields = [
        ("outside", "X-BPJN"),
        ("reason", "central_authority"),
        ("sentence", "Jalan nasional diurus BPJN Kaltara."),
    ];
    holder.does(&code, "propose_outside", &fields).await;
    assert!(holder.case(&code).await.contains("Menunggu ketetapan provinsi"));
    let province = Clerk::at(&house, "PROVINSI", Role::ProvinceAdmin).await;
    assert!(province.case(&code).await.contains("Tetapkan wewenang"));
    let answer = province
        .act(&code, "rule", &[("sentence", "DPMPTSP melanjutkan laporan ini.")])
        .await;
    assert_eq!(
        answer.status(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "what is ruled must be said"
    );
    let ruling = [
        ("verdict", "joint"),
        ("to", "DPMPTSP"),
        ("partner", "DESDM"),
        ("what", "Rekomendasi teknis"),
        ("sentence", "DPMPTSP menjawab, DESDM memberi rekomendasi."),
    ];
    province.does(&code, "rule", &ruling).await;
    let page = holder.case(&code).await;
    assert!(page.contains("Sudah ditetapkan provinsi") && page.contains("Rekomendasi teknis, selambatnya"));
}

#[tokio::test]
async fn an_identity_is_shown_to_who_opened_it_for_a_reason() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    assert!(!clerk.case(&code).await.contains("Budi Santoso"));
    clerk
        .does(
            &code,
            "open_identity",
            &[("reason", "Menghubungi pelapor untuk survei lapangan")],
        )
        .await;
    let page = clerk.case(&code).await;
    assert!(page.contains("Budi Santoso") && page.contains("budi@contoh.id"));
    let colleague = Clerk::at(&house, "DPMPTSP", Role::AgencyAdmin).await;
    assert!(!colleague.case(&code).await.contains("Budi Santoso"));
}

#[tokio::test]
async fn a_number_that_tells_who_reported_anonymously_is_marked() {
    let house = House::open().await;
    let fields = [("visibility", "anonymous"), ("application_no", "OSS-2026-0714")];
    let code = house.office.file(&fields).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::Handler).await;
    let page = clerk.case(&code).await;
    assert!(page.contains("OSS-2026-0714 (dapat menunjukkan siapa pelapor)"));
    assert!(page.contains("Anonim. Namanya tidak dibuka") && !page.contains("id=\"identitas\""));
}

#[tokio::test]
async fn an_answer_goes_out_after_what_was_done_when_and_by_whom_is_named() {
    let house = House::open().await;
    let code = house.office.file(&[]).await.code;
    let clerk = Clerk::at(&house, "DPMPTSP", Role::LiaisonOfficer).await;
    clerk.does(&code, "verify", &[]).await;
    let start = [
        ("text", "Kami mulai memeriksa berkas Anda."),
        ("promise", "Hasil pemeriksaan berkas"),
        ("promise_on", "2026-11-06"),
    ];
    clerk.does(&code, "start", &start).await;
    assert!(clerk.case(&code).await.contains("Hasil pemeriksaan berkas"));
    let answer = [
        ("text", "Izin Anda sudah terbit."),
        ("done", "Izin diterbitkan"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    clerk.does(&code, "answer", &answer).await;
    let page = clerk.case(&code).await;
    assert!(
        page.contains("Izin diterbitkan, Selasa, 3 November 2026, oleh Bidang Pelayanan."),
        "{page}"
    );
}

#[tokio::test]
async fn the_category_of_a_report_is_corrected_without_scripts_where_kind_and_service_are() {
    const RIGHT: &str = "PERHUBUNGAN > PARKIR LIAR";
    let house = House::open().await;
    let filed = [("service", ""), ("agency", "DISHUB"), ("visibility", "open")];
    let code = house.office.file(&filed).await.code;
    let clerk = Clerk::at(&house, "DISHUB", Role::AgencyAdmin).await;
    clerk.does(&code, "verify", &[]).await;
    let page = clerk.case(&code).await;
    assert!(
        page.contains("name=\"category\"") && page.contains("<optgroup label=\"Perhubungan\">"),
        "{page}"
    );
    clerk
        .does(&code, "classify", &[("kind", "complaint"), ("category", RIGHT)])
        .await;
    let page = clerk.case(&code).await;
    assert!(
        page.contains("PERHUBUNGAN &gt; PARKIR LIAR") || page.contains(RIGHT),
        "{page}"
    );
    let answer = clerk
        .act(
            &code,
            "classify",
            &[("kind", "complaint"), ("category", "BUKAN KATEGORI")],
        )
        .await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("category-e\""), "the field says what is wrong");
}
