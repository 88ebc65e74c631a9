//! What everybody reads, as a browser, a feed reader and a search engine meet it.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;
use portal::Receipt;

use super::{House, at, header, text};
use crate::router::{Kind, ROUTES};

/// A photo with a place and a serial number in it.
const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");
const TITLE: &str = "Lampu jalan padam di tikungan pasar";
const BODY: &str = "Tiga lampu padam sejak awal bulan, sudah ada yang jatuh dari motor.";

async fn publish(house: &House, receipt: &Receipt, title: &str, body: &str) {
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let form = [("act", "publish"), ("title", title), ("body", body), ("masking", "yes")];
    house.office.act(&front, &receipt.code, &form).await;
}

/// A published report in a house.
async fn published() -> (House, Receipt) {
    let house = House::open().await;
    let receipt = house.office.file(&[]).await;
    publish(&house, &receipt, TITLE, BODY).await;
    (house, receipt)
}

/// The public pages, feeds and files, with a published case of this code.
fn addresses(code: &str) -> Vec<String> {
    let plain = [
        "/",
        "/laporan",
        "/laporan?q=lampu&wilayah=65.01&keadaan=open&jenis=complaint",
        "/laporan/peta",
        "/laporan/umpan.atom",
        "/instansi",
        "/instansi/DPMPTSP",
        "/instansi/DPMPTSP/umpan.atom",
        "/sitemap.xml",
        "/robots.txt",
    ];
    let of_case = [format!("/laporan/{code}"), format!("/laporan/{code}/umpan.atom")];
    plain.iter().map(|path| (*path).to_owned()).chain(of_case).collect()
}

fn etag(response: &Response<Body>) -> String {
    header(response, "etag").to_owned()
}

#[tokio::test]
async fn every_public_page_is_there_in_both_languages_and_can_be_shared() {
    let (house, receipt) = published().await;
    for path in addresses(&receipt.code) {
        for cookie in ["", "bahasa=en"] {
            let answer = house.get_as(cookie, &path).await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            let is_shared =
                header(&answer, "content-type").starts_with("text/html") && path != "/" && !path.contains('?');
            let html = text(answer).await;
            if is_shared {
                for tag in [
                    "<meta property=\"og:title\"",
                    "<meta name=\"description\"",
                    "rel=\"canonical\"",
                    "hreflang=\"en\"",
                ] {
                    assert!(html.contains(tag), "{path} lacks {tag}: {html}");
                }
                assert!(html.contains(&format!("http://localhost{path}\"")), "{path}: {html}");
            }
        }
    }
    let case = text(house.get(&format!("/laporan/{}", receipt.code)).await).await;
    assert!(case.contains(TITLE) && case.contains("application/ld+json"));
    let english = text(house.get("/laporan?bahasa=en").await).await;
    assert!(english.contains("<html lang=\"en\"") && english.contains("Public reports"));
}

#[tokio::test]
async fn a_public_page_that_the_browser_has_is_not_sent_again_until_something_public_changes() {
    let (house, receipt) = published().await;
    let case = format!("/laporan/{}", receipt.code);
    for path in [
        "/laporan",
        "/laporan/peta",
        "/instansi/DPMPTSP",
        "/laporan/umpan.atom",
        &case,
    ] {
        let first = etag(&house.get(path).await);
        let asked = at("GET", path)
            .header("if-none-match", &first)
            .body(Body::empty())
            .unwrap();
        let again = house.ask(asked).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(header(&again, "content-security-policy"), "", "{path}");
    }
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.set("2026-11-03 09:05 WITA");
    let form = [("act", "unpublish"), ("reason", "Memuat nama orang.")];
    house.office.act(&front, &receipt.code, &form).await;
    assert_eq!(
        house.get(&case).await.status(),
        StatusCode::NOT_FOUND,
        "at once, not after a minute"
    );
    for path in [
        "/",
        "/laporan",
        "/laporan/umpan.atom",
        "/instansi/DPMPTSP",
        "/sitemap.xml",
    ] {
        let page = text(house.get(path).await).await;
        assert!(!page.contains(TITLE) && !page.contains(&receipt.code), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_published_and_what_does_not_exist_are_answered_alike() {
    let house = House::open().await;
    let hidden = house.office.file(&[]).await;
    for path in ["/laporan/{}", "/laporan/{}/umpan.atom"] {
        let mut answers = Vec::new();
        for code in [hidden.code.as_str(), "KTR-26-0000-0000", "apa-saja"] {
            let answer = house.get(&path.replace("{}", code)).await;
            let status = answer.status();
            let policy = header(&answer, "content-security-policy").len();
            answers.push((status, policy, text(answer).await.replace(code, "{code}").len()));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{path}: {answers:?}");
        assert_eq!(answers[0].0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn hostile_text_is_shown_as_text_everywhere() {
    let house = House::open().await;
    let receipt = house.office.file(&[]).await;
    let title = "</title><script>alert(1)</script> & \"'";
    let body = "</script><img src=x onerror=alert(2)> ]]> & <b>tebal</b> \"kutip\"";
    publish(&house, &receipt, title, body).await;
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    let respond = ("response", "<svg onload=alert(3)>");
    let form = [
        ("act", "revise"),
        ("title", title),
        ("body", body),
        ("respond", "yes"),
        respond,
    ];
    house.office.act(&front, &receipt.code, &form).await;
    for path in addresses(&receipt.code) {
        let page = text(house.get(&path).await).await;
        for raw in ["<script>alert", "<img src=x", "<svg onload", "<b>tebal"] {
            assert!(!page.contains(raw), "{path}: {raw}");
        }
    }
    let search = "/laporan?q=%3Cscript%3Ealert(4)%3C/script%3E&sesudah=%22%3E%3Cb%3E";
    let page = text(house.get(search).await).await;
    assert!(!page.contains("<script>alert(4)") && !page.contains("\"><b>"), "{page}");
}

#[tokio::test]
async fn a_voice_is_a_form_without_scripts_and_the_browser_keeps_a_key_that_says_nothing() {
    let (house, receipt) = published().await;
    let path = format!("/laporan/{}", receipt.code);
    let plain = text(house.get(&path).await).await;
    assert!(plain.contains("Belum ada yang mendukung") && plain.contains("Saya juga"));
    let answer = house.post(&path, "act=support").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(header(&answer, "location"), format!("{path}#dukung"));
    let cookie = header(&answer, "set-cookie").to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let mine = house.get_as(&cookie, &path).await;
    assert_eq!(header(&mine, "cache-control"), "no-store");
    assert!(text(mine).await.contains("Anda mendukung laporan ini"));
    let others = text(house.get(&path).await).await;
    assert!(others.contains("1 warga mendukung") && !others.contains("Anda mendukung"));
    let refused = house.post(&path, "act=delete").await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let missing = house.post("/laporan/KTR-26-0000-0000", "act=support").await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn similar_reports_come_as_data_for_the_page_and_as_a_page_without_scripts() {
    let (house, receipt) = published().await;
    let form = "body=Lampu+padam+di+tikungan+pasar+sejak+awal+bulan%2C+sudah+ada+yang+jatuh&regency=65.01";
    let page = house.post("/lapor/serupa", form).await;
    assert_eq!(page.status(), StatusCode::OK);
    let html = text(page).await;
    assert!(html.contains(TITLE) && html.contains(&receipt.code), "{html}");
    assert!(
        html.contains("Lampu padam di tikungan pasar sejak awal bulan"),
        "nothing typed is lost"
    );
    let asked = at("POST", "/lapor/serupa")
        .header("accept", app::form::POSTCARD)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    let bytes = axum::body::to_bytes(house.ask(asked).await.into_body(), usize::MAX)
        .await
        .unwrap();
    let similar: Vec<domain::view::public::SimilarCase> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(similar.len(), 1);
    assert_eq!(similar[0].code, receipt.code);
}

#[tokio::test]
async fn the_filing_form_names_what_points_to_a_person_beside_its_field_and_forces_nothing() {
    let house = House::open().await;
    let form = "kind=complaint&body=Lampu+jalan+padam.+Hubungi+0812+3456+7812+malam+juga+boleh.&regency=65.01\
                &visibility=open&consent=yes";
    let asked = house.post("/lapor", form).await;
    assert_eq!(asked.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = text(asked).await;
    assert!(
        html.contains("href=\"#body\"") && html.contains("nomor telepon"),
        "{html}"
    );
    assert!(
        html.contains("name=\"masking\"") && html.contains("08•• •••• ••12"),
        "{html}"
    );
    assert!(html.contains("0812 3456 7812"), "nothing typed is lost");
    let kept: &'static str = Box::leak(format!("{form}&masking=keep").into_boxed_str());
    assert_eq!(header(&house.post("/lapor", kept).await, "location"), "/lapor/bukti");
}

#[tokio::test]
async fn the_feeds_and_the_site_map_are_whole_documents_and_name_this_installation() {
    let (house, receipt) = published().await;
    for path in ["/laporan/umpan.atom", "/instansi/DPMPTSP/umpan.atom", "/sitemap.xml"] {
        let answer = house.get(path).await;
        assert!(header(&answer, "content-type").contains("xml"), "{path}");
        assert_eq!(header(&answer, "cache-control"), "private, no-cache");
        let document = text(answer).await;
        assert!(document.starts_with("<?xml"), "{path}");
        assert!(
            document.contains(&format!("http://localhost/laporan/{}", receipt.code)),
            "{path}: {document}"
        );
        let open = document.matches("<entry>").count() + document.matches("<url>").count();
        let closed = document.matches("</entry>").count() + document.matches("</url>").count();
        assert_eq!(open, closed);
    }
    let robots = text(house.get("/robots.txt").await).await;
    assert!(robots.contains("Sitemap: http://localhost/sitemap.xml") && robots.contains("Disallow: /meja"));
    assert_eq!(house.get("/instansi/NOBODY").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        house.get("/instansi/NOBODY/umpan.atom").await.status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn public_routes_ask_nobody_who_they_are() {
    let public = ["/laporan", "/instansi", "/sitemap.xml", "/robots.txt"];
    let rows: Vec<_> = ROUTES
        .iter()
        .filter(|route| public.iter().any(|path| route.path.starts_with(path)))
        .collect();
    assert!(rows.len() >= 10);
    assert!(
        rows.iter()
            .all(|route| route.who == crate::router::Who::Anyone && route.kind != Kind::Function)
    );
}

#[tokio::test]
async fn a_photo_is_seen_by_everybody_once_the_officer_chose_it_and_is_gone_with_the_publication() {
    let house = House::open().await;
    let (shown, hidden) = (house.office.upload(1, PHOTO).await, house.office.upload(2, PHOTO).await);
    let sent = [
        ("visibility", "anonymous"),
        ("upload", shown.as_str()),
        ("upload_name", "IMG_0001.jpg"),
        ("upload", hidden.as_str()),
        ("upload_name", "IMG_0002.jpg"),
    ];
    let receipt = house.office.file(&sent).await;
    let address = |id: &str| format!("/laporan/{}/foto/{id}", receipt.code);
    assert_eq!(house.get(&address(&shown)).await.status(), StatusCode::NOT_FOUND);
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let field = format!("photo_{shown}");
    let form = [
        ("act", "publish"),
        ("title", TITLE),
        ("body", BODY),
        (field.as_str(), "yes"),
    ];
    house.office.act(&front, &receipt.code, &form).await;

    let page = text(house.get(&format!("/laporan/{}", receipt.code)).await).await;
    assert!(page.contains(&address(&shown)) && !page.contains(&hidden) && !page.contains("IMG_0001"));
    let picture = house.get(&address(&shown)).await;
    assert_eq!(
        (picture.status(), header(&picture, "content-type")),
        (StatusCode::OK, "image/jpeg")
    );
    assert!(header(&picture, "content-security-policy").contains("sandbox"));
    let etag = etag(&picture);
    let bytes = axum::body::to_bytes(picture.into_body(), usize::MAX).await.unwrap();
    assert!(bytes.starts_with(b"\xff\xd8\xff") && !bytes.windows(4).any(|part| part == b"Exif"));
    let again = || {
        at("GET", &address(&shown))
            .header("if-none-match", &etag)
            .body(Body::empty())
            .unwrap()
    };
    assert_eq!(house.ask(again()).await.status(), StatusCode::NOT_MODIFIED);
    for nobodys in [
        address(&hidden),
        address("x"),
        format!("/laporan/KTR-26-0000-0000/foto/{shown}"),
    ] {
        assert_eq!(house.get(&nobodys).await.status(), StatusCode::NOT_FOUND, "{nobodys}");
    }

    house.office.set("2026-11-03 09:05 WITA");
    let back = [("act", "unpublish"), ("reason", "Memuat wajah orang.")];
    house.office.act(&front, &receipt.code, &back).await;
    assert_eq!(house.get(&address(&shown)).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        house.ask(again()).await.status(),
        StatusCode::NOT_FOUND,
        "also for who has a copy"
    );
}
