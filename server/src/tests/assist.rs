//! An officer files for a citizen, with a form that needs no scripts; the receipt is shown once.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;
use portal::fixture::complaint;

use super::{House, at, header, text};

impl House {
    async fn file_for(&self, cookie: &str, with: &[(&str, &str)]) -> Response<Body> {
        let form = serde_urlencoded::to_string(complaint(with).0).unwrap();
        let request = at("POST", "/meja/bantu")
            .header("cookie", cookie)
            .header("accept", "text/html")
            .header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form)).unwrap()).await
    }
}

#[tokio::test]
async fn the_form_has_the_fields_of_a_report_and_a_key_for_each_part() {
    let house = House::open().await;
    let cookie = house.signed_in("KAB-MALINAU", Role::IntakeOfficer).await;
    let page = text(house.get_as(&cookie, "/meja/bantu").await).await;
    for field in [
        "kind",
        "body",
        "regency",
        "district",
        "village",
        "agency",
        "service",
        "channel",
        "visibility",
        "name",
        "contact",
        "consent",
        "key",
    ] {
        assert!(page.contains(&format!("name=\"{field}\"")), "{field}");
    }
    for key in ["1", "2", "3", "4", "9"] {
        assert!(page.contains(&format!("accesskey=\"{key}\"")), "{key}");
    }
}

#[tokio::test]
async fn a_report_filed_for_a_citizen_shows_its_receipt_once_and_opens_nothing_at_the_counter() {
    let house = House::open().await;
    let cookie = house.signed_in("KAB-MALINAU", Role::IntakeOfficer).await;
    let answer = house.file_for(&cookie, &[]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(header(&answer, "set-cookie"), "", "no case is opened in this browser");
    assert_eq!(header(&answer, "cache-control"), "no-store");
    let page = text(answer).await;
    assert!(page.contains("Serahkan bukti ini kepada warga") && page.contains("class=\"qr\""));
    let code = page.split_once("KTR-26-").unwrap().1;
    let code = format!("KTR-26-{}", &code[..9]);
    assert!(!page.contains(&format!("href=\"/lacak/{code}\"")));
    let form = text(house.get_as(&cookie, "/meja/bantu").await).await;
    assert!(!form.contains(&code));
    let desk = house.get_as(&cookie, &format!("/meja/{code}")).await;
    assert_eq!(desk.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_form_for_a_citizen_keeps_what_was_typed() {
    let house = House::open().await;
    let cookie = house.signed_in("DPMPTSP", Role::Handler).await;
    let answer = house.file_for(&cookie, &[("body", "Jalan"), ("consent", "")]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    for id in ["body", "consent"] {
        assert!(page.contains(&format!("href=\"#{id}\"")), "{id}");
    }
    assert!(page.contains("\nJalan</textarea>") && page.contains("value=\"Budi Santoso\""));
}

#[tokio::test]
async fn a_role_that_does_not_file_for_others_finds_no_form() {
    let house = House::open().await;
    let cookie = house.signed_in("DPMPTSP", Role::AgencyHead).await;
    assert_eq!(
        house.get_as(&cookie, "/meja/bantu").await.status(),
        StatusCode::FORBIDDEN
    );
    assert_eq!(house.file_for(&cookie, &[]).await.status(), StatusCode::FORBIDDEN);
    let desk = text(house.get_as(&cookie, "/meja").await).await;
    assert!(!desk.contains("href=\"/meja/bantu\""));
}

#[tokio::test]
async fn officers_who_file_for_others_are_not_held_back_as_a_flood() {
    let house = House::open().await;
    let cookie = house.signed_in("DPMPTSP", Role::Handler).await;
    for _ in 0..30 {
        assert_eq!(house.file_for(&cookie, &[]).await.status(), StatusCode::OK);
    }
}
