//! What belongs to the reporter: the receipt on paper, the log of openings, the copy of their data, the file for the
//! Ombudsman, erasure. All without scripts, in both languages.

use axum::http::StatusCode;
use domain::permit::Role;
use serde_json::Value;

use super::{browser::Browser, header, text};

impl Browser {
    /// A case that its agency answered, and its reporter confirmed; gives its code.
    async fn solved(&mut self) -> String {
        let code = self.file(&[]).await;
        let liaison = self.house.office.officer("DPMPTSP", Role::LiaisonOfficer);
        self.house.office.act(&liaison, &code, &[("act", "verify")]).await;
        let answer = [
            ("act", "answer"),
            ("text", "Izin Anda terbit hari ini, nomor 070/118."),
            ("done", "Izin diterbitkan"),
            ("done_on", "2026-11-03"),
            ("unit", "Bidang Pelayanan"),
        ];
        self.house.office.act(&liaison, &code, &answer).await;
        self.act("confirm", &[]).await;
        code
    }

    async fn page(&self, path: &str) -> String {
        text(self.get(path).await).await
    }
}

#[tokio::test]
async fn a_receipt_has_a_qr_code_without_the_secret_unless_the_reporter_asks_for_it() {
    let mut browser = Browser::open().await;
    browser.file(&[]).await;
    let plain = browser.page("/lapor/bukti").await;
    assert!(plain.contains("class=\"qr\"") && plain.contains("Kunci rahasia Anda ketik sendiri."));
    let with_secret = browser.page("/lapor/bukti?kunci=ya").await;
    assert!(with_secret.contains("Kode QR ini memuat kunci rahasia."));
    let path = |page: &str| {
        page.split_once("<path d=\"")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_ne!(path(&plain), path(&with_secret));
}

#[tokio::test]
async fn a_receipt_is_one_text_message_too() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let page = browser.page("/lapor/bukti").await;
    let line = format!(
        "Sinergi {code} kunci {} lacak di http://localhost/lacak",
        browser.secret()
    );
    assert!(page.contains(&line), "{line}");
    assert!(page.contains(&format!("sms:?body=Sinergi%20{code}")));
}

#[tokio::test]
async fn the_log_of_openings_says_when_nobody_has_looked_and_names_who_has() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let path = format!("/lacak/{code}");
    assert!(
        browser
            .page(&path)
            .await
            .contains("Belum ada yang membuka identitas Anda.")
    );
    let cookie = browser.house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let token = cookie.split_once('=').unwrap().1;
    let accounts = browser.house.office.portal.account();
    let rina = accounts.who(token).await.unwrap().unwrap();
    let fields = [("act", "open_identity"), ("reason", "Perlu menelepon pelapor.")];
    browser.house.office.act(&rina, &code, &fields).await;
    let page = browser.page(&path).await;
    assert!(page.contains("Rina, Pejabat penghubung, DPMPTSP"));
    assert!(page.contains("Alasan: Perlu menelepon pelapor."));
    assert!(!page.contains("Melati"), "of the officer the first name alone");
}

#[tokio::test]
async fn the_copy_of_my_data_is_a_page_and_a_file_with_a_sentence_for_each_field() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let page = browser.page(&format!("/lacak/{code}/data-saya")).await;
    for words in [
        "Budi Santoso",
        "budi@contoh.id",
        "Dipakai untuk memberi kabar kepada Anda.",
        "Kata-kata Anda, tidak diubah.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let answer = browser.get(&format!("/lacak/{code}/data-saya.json")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(header(&answer, "content-type"), "application/json");
    assert_eq!(header(&answer, "cache-control"), "no-store");
    assert!(header(&answer, "content-disposition").contains(&code));
    let file: Value = serde_json::from_str(&text(answer).await).unwrap();
    let items: Vec<&Value> = file["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|section| section["items"].as_array().unwrap())
        .collect();
    assert!(items.iter().all(|item| !item["meaning"].as_str().unwrap().is_empty()));
    let name = items.iter().find(|item| item["id"] == "name").unwrap();
    assert_eq!(name["value"][0], "Budi Santoso");
}

#[tokio::test]
async fn the_file_for_the_ombudsman_has_limits_answers_proof_and_how_to_reach_it() {
    let mut browser = Browser::open().await;
    let code = browser.solved().await;
    let case = browser.page(&format!("/lacak/{code}")).await;
    assert!(
        case.contains(&format!("/lacak/{code}/berkas-eskalasi")),
        "always reachable"
    );
    assert!(!case.contains("Belum puas? Anda dapat ke Ombudsman"));
    let page = browser.page(&format!("/lacak/{code}/berkas-eskalasi")).await;
    for words in [
        "Ombudsman Republik Indonesia Perwakilan Kalimantan Utara",
        "telepon 137",
        "UU 37/2008 pasal 24",
        "Izin Anda terbit hari ini, nomor 070/118.",
        "Tepat waktu",
        "entri nomor 1 dalam rantai catatan",
        "Tempat dan tanggal lahir",
    ] {
        assert!(page.contains(words), "{words}");
    }
    browser.act("rate", &[("value", "1")]).await;
    let unsatisfied = browser.page(&format!("/lacak/{code}")).await;
    assert!(unsatisfied.contains("Belum puas? Anda dapat ke Ombudsman"));
}

#[tokio::test]
async fn what_belongs_to_another_reporter_is_answered_as_a_missing_case() {
    let mut browser = Browser::open().await;
    let other = browser.file(&[]).await;
    browser.cookie.clear();
    browser.file(&[]).await;
    for part in ["berkas-eskalasi", "data-saya"] {
        let foreign = browser.page(&format!("/lacak/{other}/{part}")).await;
        let missing = browser.page(&format!("/lacak/KTR-26-0000-0000/{part}")).await;
        let main = |page: &str, code: &str| {
            let (_, page) = page.split_once("<main").unwrap();
            page.split_once("</main").unwrap().0.replace(code, "CODE")
        };
        assert_eq!(main(&foreign, &other), main(&missing, "KTR-26-0000-0000"), "{part}");
        assert!(!foreign.contains("galian batu"));
    }
    for code in [other.as_str(), "KTR-26-0000-0000"] {
        let file = browser.get(&format!("/lacak/{code}/data-saya.json")).await;
        assert_eq!(file.status(), StatusCode::NOT_FOUND);
        assert_eq!(text(file).await, "");
    }
}

#[tokio::test]
async fn erasure_is_asked_for_by_a_form_and_decided_at_the_desk() {
    let mut browser = Browser::open().await;
    let code = browser.solved().await;
    let path = format!("/lacak/{code}");
    let before = browser.page(&path).await;
    assert!(before.contains("value=\"ask_erasure\"") && before.contains("UU 27/2022") && before.contains("UU 43/2009"));
    let asked = browser.act("ask_erasure", &[]).await;
    assert_eq!(header(&asked, "location"), format!("{path}?hasil=ask_erasure"));
    let page = browser.page(&path).await;
    assert!(
        page.contains("Petugas memutuskan paling lambat Jumat, 6 November 2026"),
        "{page}"
    );
    assert!(!page.contains("value=\"ask_erasure\""));
    let cookie = browser.house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let desk = text(browser.house.get_as(&cookie, &format!("/meja/{code}")).await).await;
    assert!(desk.contains("Pelapor meminta nama dan kontaknya dihapus") && desk.contains("value=\"erase_identity\""));
    let liaison = browser.house.office.officer("DPMPTSP", Role::LiaisonOfficer);
    browser
        .house
        .office
        .act(&liaison, &code, &[("act", "erase_identity")])
        .await;
    let page = browser.page(&format!("{path}/data-saya")).await;
    assert!(!page.contains("Budi Santoso") && !page.contains("budi@contoh.id"));
    assert!(page.contains("Nama dan kontak Anda dihapus pada"));
}

#[tokio::test]
async fn what_belongs_to_the_reporter_stands_in_english_too() {
    let mut browser = Browser::open().await;
    let code = browser.solved().await;
    browser.cookie.push_str("; bahasa=en");
    for (path, words) in [
        (format!("/lacak/{code}"), "Who opened my identity"),
        (format!("/lacak/{code}/data-saya"), "Used to send you news."),
        (format!("/lacak/{code}/berkas-eskalasi"), "What the Ombudsman asks for"),
        ("/lapor/bukti".to_owned(), "All of it in one text message"),
    ] {
        assert!(browser.page(&path).await.contains(words), "{path}");
    }
}
