//! A citizen's way without scripts: file, keep the receipt, follow the case, act on it.

use axum::http::StatusCode;
use domain::permit::Role;

use super::{
    browser::{Browser, form, report},
    header, text,
};

#[tokio::test]
async fn the_form_stands_complete_in_the_page_without_scripts() {
    let page = text(Browser::open().await.get("/lapor").await).await;
    let fields = [
        "kind",
        "body",
        "event_date",
        "regency",
        "district",
        "village",
        "landmark",
        "agency",
        "service",
        "application_no",
        "nib",
        "applied_on",
        "fee",
        "visibility",
        "name",
        "contact",
        "consent",
        "key",
    ];
    for field in fields {
        assert!(page.contains(&format!("name=\"{field}\"")), "{field}");
    }
    assert!(
        page.contains("<optgroup label=\"Bulungan\""),
        "districts stand by their regency"
    );
    assert!(page.contains("value=\"whistleblowing\""));
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_links_each_error_to_its_field() {
    let mut browser = Browser::open().await;
    let wrong = [
        ("body", "Jalannya"),
        ("nib", "91203045"),
        ("event_date", "2027-11-20"),
        ("consent", ""),
    ];
    let answer = browser.post("/lapor", report(&wrong)).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("role=\"alert\""));
    for id in ["body", "nib", "event_date", "consent"] {
        assert!(page.contains(&format!("href=\"#{id}\"")), "{id}");
        assert!(page.contains(&format!("id=\"{id}-e\"")), "{id}");
    }
    assert!(page.contains("NIB terdiri dari 13 angka. Anda menulis 8."));
    assert!(page.contains("value=\"91203045\"") && page.contains("\nJalannya</textarea>"));
    assert!(page.contains("value=\"Budi Santoso\""));
    assert_eq!(browser.cookie, "", "nothing was filed");
}

#[tokio::test]
async fn a_point_that_was_sent_is_kept_and_shown_in_the_form_that_comes_back_and_else_hidden() {
    let mut browser = Browser::open().await;
    let shown = |page: &str| {
        let field = page
            .split_once("id=\"spot\"")
            .unwrap()
            .0
            .rsplit_once('<')
            .unwrap()
            .1
            .to_owned()
            + page.split_once("id=\"spot\"").unwrap().1.split_once('>').unwrap().0;
        !field.contains("hidden")
    };
    let fresh = text(browser.get("/lapor").await).await;
    assert!(fresh.contains("name=\"latitude\"") && !shown(&fresh));
    let kept = [("nib", "1"), ("latitude", "2.84412"), ("longitude", "117.36399")];
    let page = text(browser.post("/lapor", report(&kept)).await).await;
    assert!(page.contains("value=\"2.84412\"") && page.contains("value=\"117.36399\"") && shown(&page));
    let far = [("latitude", "-6.2"), ("longitude", "106.8")];
    let page = text(browser.post("/lapor", report(&far)).await).await;
    assert!(page.contains("id=\"latitude-e\"") && page.contains("Titik itu di luar Kalimantan Utara."));
    assert!(page.contains("href=\"#latitude\"") && shown(&page));
}

#[tokio::test]
async fn typed_text_cannot_leave_its_field() {
    let mut browser = Browser::open().await;
    let evil = "</textarea><script>alert(1)</script>";
    let answer = browser
        .post(
            "/lapor",
            report(&[
                ("body", evil),
                ("name", "\"><script>alert(2)</script>"),
                ("consent", ""),
            ]),
        )
        .await;
    let page = text(answer).await;
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(page.contains("&lt;/textarea>&lt;script>alert(1)"));
}

#[tokio::test]
async fn a_form_can_be_read_once_more_before_it_is_sent() {
    let mut browser = Browser::open().await;
    let answer = browser.post("/lapor", report(&[("act", "check")])).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    assert!(page.contains("Yang akan Anda kirim") && !page.contains("role=\"alert\""));
    assert_eq!(browser.cookie, "", "nothing was filed");
}

#[tokio::test]
async fn an_agency_is_suggested_without_scripts_and_everything_typed_stays() {
    let mut browser = Browser::open().await;
    let body = "Jalan provinsi di dekat jembatan rusak berat & berlubang <sekali>.";
    let form = report(&[
        ("act", "suggest"),
        ("service", ""),
        ("body", body),
        ("q_road_name", "Poros Sekatak"),
    ]);
    let answer = browser.post("/lapor", form).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = text(answer).await;
    for part in [
        "value=\"s:DPUPR-PERKIM\"",
        "value=\"own\"",
        "value=\"unknown\"",
        "“jalan provinsi”",
        "rusak berat &amp; berlubang &lt;sekali>",
        "Poros Sekatak",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("role=\"alert\""));
    assert_eq!(browser.cookie, "", "nothing was filed");
}

#[tokio::test]
async fn a_filed_report_gives_a_receipt_and_opens_in_this_browser_alone() {
    let mut browser = Browser::open().await;
    let answer = browser.post("/lapor", report(&[])).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, "/lapor/bukti")
    );
    let cookie = header(&answer, "set-cookie");
    for flag in ["__Host-lacak=KTR-26-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(flag), "{flag} in {cookie}");
    }
    assert!(
        !cookie.contains("Max-Age") && !cookie.contains("Expires"),
        "it ends with the browser"
    );
    let receipt = text(browser.get("/lapor/bukti").await).await;
    assert!(receipt.contains(&browser.code()) && receipt.contains(&browser.secret()));
    assert!(receipt.contains("Diterima") && receipt.contains("Jawaban akhir"));
    let case = text(browser.get(&format!("/lacak/{}", browser.code())).await).await;
    assert!(case.contains("Permohonan izin galian batu kami"));
    browser.cookie.clear();
    let stranger = text(browser.get("/lapor/bukti").await).await;
    assert!(stranger.contains("Tidak ada bukti yang terbuka"));
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_case() {
    let mut browser = Browser::open().await;
    let first = browser.file(&[("key", "satu")]).await;
    assert_eq!(browser.file(&[("key", "satu")]).await, first);
}

#[tokio::test]
async fn a_code_alone_opens_nothing_and_does_not_tell_whether_it_exists() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    browser.cookie.clear();
    let asked = text(browser.get(&format!("/lacak/{code}")).await).await;
    assert!(asked.contains(&format!("value=\"{code}\"")) && !asked.contains("galian batu"));
    let other = text(browser.get("/lacak/KTR-26-0000-0000").await).await;
    let plain = |page: &str, code: &str| {
        let (_, page) = page.split_once("<main").unwrap();
        page.split_once("</main").unwrap().0.replace(code, "CODE")
    };
    assert_eq!(plain(&asked, &code), plain(&other, "KTR-26-0000-0000"));
}

#[tokio::test]
async fn a_wrong_secret_and_a_wrong_code_get_the_same_answer() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let (own, mut answers) = (browser.secret(), Vec::new());
    for (code, secret) in [
        (code.as_str(), "0000-0000-0000-0000"),
        ("KTR-26-0000-0000", own.as_str()),
    ] {
        browser.cookie.clear();
        let answer = browser
            .post("/lacak", form(&[("code", code), ("secret", secret)]))
            .await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.cookie, "");
        let page = text(answer).await;
        assert!(page.contains("Kode atau kunci rahasia tidak cocok"));
        let (_, main) = page.split_once("<main").unwrap();
        answers.push(
            main.split_once("</main")
                .unwrap()
                .0
                .replace(code, "CODE")
                .replace(secret, "SECRET"),
        );
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn a_mistyped_code_is_said_to_be_mistyped() {
    let mut browser = Browser::open().await;
    let answer = browser
        .post("/lacak", form(&[("code", "KTR-26-7F3K"), ("secret", "0000")]))
        .await;
    assert!(text(answer).await.contains("Kode ini salah ketik"));
}

#[tokio::test]
async fn code_and_secret_open_the_case_however_they_are_written() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let (low, spaced) = (code.to_lowercase(), browser.secret().replace('-', " "));
    browser.cookie.clear();
    let answer = browser
        .post("/lacak", form(&[("code", &low), ("secret", &spaced)]))
        .await;
    assert_eq!(header(&answer, "location"), format!("/lacak/{code}"));
    let case = text(browser.get(&format!("/lacak/{low}")).await).await;
    assert!(case.contains("Permohonan izin galian batu kami"));
}

#[tokio::test]
async fn a_case_is_followed_to_its_end_by_forms_alone() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let supplied = browser.act("supply", &[("text", "Nomornya I-202607-0048812.")]).await;
    assert_eq!(header(&supplied, "location"), format!("/lacak/{code}?hasil=supply"));
    let said = text(browser.get(header(&supplied, "location")).await).await;
    assert!(said.contains("Terkirim. Balasan Anda ada di percakapan."));
    assert!(said.contains("Nomornya I-202607-0048812."));
    let officer = browser.house.office.officer("DPMPTSP", Role::LiaisonOfficer);
    browser.house.office.act(&officer, &code, &[("act", "verify")]).await;
    let answer = [
        ("act", "answer"),
        ("text", "Izin Anda terbit hari ini, nomor 070/118."),
        ("done", "Izin diterbitkan"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    browser.house.office.act(&officer, &code, &answer).await;
    let answered = text(browser.get(&format!("/lacak/{code}")).await).await;
    assert!(answered.contains("Apakah masalahnya sudah selesai?"));
    assert!(answered.contains("Tindakan: Izin diterbitkan"));
    assert_eq!(browser.act("confirm", &[]).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        browser.act("rate", &[("value", "3")]).await.status(),
        StatusCode::SEE_OTHER
    );
    let ended = text(browser.get(&format!("/lacak/{code}")).await).await;
    assert!(ended.contains("Penilaian Anda: 3 dari 4"));
}

#[tokio::test]
async fn a_refused_act_keeps_its_text_and_shows_its_sentence() {
    let mut browser = Browser::open().await;
    browser.file(&[]).await;
    let answer = browser.act("supply", &[("text", "a")]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("href=\"#supply-text\"") && page.contains("\na</textarea>"));
    let refused = browser.act("confirm", &[]).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_button_that_closes_the_case_forgets_it_in_this_browser() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let answer = browser.post(&format!("/lacak/{code}"), form(&[("act", "leave")])).await;
    assert_eq!(header(&answer, "location"), "/lacak");
    assert!(header(&answer, "set-cookie").contains("Max-Age=0"));
    assert!(
        !text(browser.get(&format!("/lacak/{code}")).await)
            .await
            .contains("galian batu")
    );
}

#[tokio::test]
async fn what_changed_meanwhile_is_said_and_the_text_is_kept() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let stale = form(&[("act", "supply"), ("version", "0"), ("text", "Masih belum ada kabar.")]);
    let answer = browser.post(&format!("/lacak/{code}"), stale).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("berubah saat Anda menulis") && page.contains("Masih belum ada kabar."));
}

#[tokio::test]
async fn the_help_page_has_every_section_that_pages_lead_to() {
    let page = text(Browser::open().await.get("/bantuan").await).await;
    for id in [
        "identitas",
        "data",
        "wbs",
        "aksesibilitas",
        "loket",
        "ombudsman",
        "hilang",
        "rantai",
    ] {
        assert!(page.contains(&format!("<h2 id=\"{id}\"")), "{id}");
    }
}

#[tokio::test]
async fn every_page_for_citizens_stands_in_english_too() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    browser.cookie.push_str("; bahasa=en");
    for (path, words) in [
        ("/", "Tell us the problem"),
        ("/lapor", "Tell us what happened"),
        ("/lapor/bukti", "We have your report"),
        ("/lacak", "Track a report"),
        ("/bantuan", "How your identity is protected"),
    ] {
        assert!(text(browser.get(path).await).await.contains(words), "{path}");
    }
    let case = text(browser.get(&format!("/lacak/{code}")).await).await;
    assert!(case.contains("Who holds it, for how long"));
}
