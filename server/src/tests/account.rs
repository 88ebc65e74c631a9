//! Signing in and out, from the form to the page of the role.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;

use super::{House, PASSWORD, at, header, text};
use crate::session::COOKIE;

fn form(name: &str, password: &str, back: &str) -> String {
    serde_urlencoded::to_string([("name", name), ("password", password), ("kembali", back)]).unwrap()
}

async fn try_form(house: &House, form: String) -> Response<Body> {
    let request = at("POST", "/masuk").header("content-type", "application/x-www-form-urlencoded");
    house.ask(request.body(Body::from(form)).unwrap()).await
}

/// The value of the session's cookie, as the browser keeps it.
fn token_in(answer: &Response<Body>) -> String {
    let pair = header(answer, "set-cookie").split(';').next().unwrap();
    pair.strip_prefix(&format!("{COOKIE}=")).unwrap().to_owned()
}

#[tokio::test]
async fn signing_in_gives_a_cookie_that_no_script_reads_and_no_other_site_sends() {
    let house = House::open().await;
    let name = house.employ("DPMPTSP", Role::Handler).await;
    let answer = try_form(&house, form(name, PASSWORD, "")).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, "/meja")
    );
    let cookie = header(&answer, "set-cookie");
    assert!(cookie.starts_with("__Host-sinergi="), "{cookie}");
    for flag in ["; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/"] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_eq!(token_in(&answer).len(), 64);
}

#[tokio::test]
async fn each_role_goes_to_its_first_page() {
    let house = House::open().await;
    for (agency, role, page) in [
        ("DPMPTSP", Role::LiaisonOfficer, "/meja"),
        ("PROVINSI", Role::ProvinceAdmin, "/meja"),
        ("PROVINSI", Role::ProvinceLeader, "/sinergi"),
        ("PROVINSI", Role::Auditor, "/sinergi"),
    ] {
        let name = house.employ(agency, role).await;
        let answer = try_form(&house, form(name, PASSWORD, "")).await;
        assert_eq!(header(&answer, "location"), page, "{role:?}");
        let cookie = format!("{COOKIE}={}", token_in(&answer));
        assert_eq!(
            header(&house.get_as(&cookie, "/masuk").await, "location"),
            page,
            "{role:?}"
        );
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_read_alike_and_the_password_is_not_repeated() {
    let house = House::open().await;
    let name = house.employ("DPMPTSP", Role::Handler).await;
    let mut pages = Vec::new();
    for name in [name, "tidak.ada"] {
        let answer = try_form(&house, form(name, "salah sama sekali", "")).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(header(&answer, "set-cookie"), "");
        let page = text(answer).await;
        assert!(page.contains("Nama masuk atau kata sandi tidak cocok."));
        assert!(page.contains(&format!("value=\"{name}\"")) && !page.contains("salah sama sekali"));
        let content = page
            .split("id=\"isi\"")
            .nth(1)
            .unwrap()
            .split("<footer")
            .next()
            .unwrap();
        pages.push(content.replace(name, "NAME"));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn a_name_rests_after_five_failures_whether_an_account_has_it_or_not() {
    let house = House::open().await;
    let name = house.employ("DPMPTSP", Role::Handler).await;
    for name in [name, "tidak.ada"] {
        for _ in 0..5 {
            assert_eq!(
                try_form(&house, form(name, "salah sama sekali", "")).await.status(),
                422
            );
        }
        let answer = try_form(&house, form(name, PASSWORD, "")).await;
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(text(answer).await.contains("beristirahat 15 menit"));
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_itself_and_not_only_its_cookie() {
    let house = House::open().await;
    let cookie = house.signed_in("PROVINSI", Role::ProvinceLeader).await;
    assert_eq!(house.get_as(&cookie, "/sinergi").await.status(), StatusCode::OK);
    let request = at("POST", "/keluar")
        .header("cookie", &cookie)
        .body(Body::empty())
        .unwrap();
    let answer = house.ask(request).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, "/masuk")
    );
    assert!(header(&answer, "set-cookie").contains("Max-Age=0"));
    let again = house.get_as(&cookie, "/sinergi").await;
    assert_eq!(header(&again, "location"), "/masuk?kembali=%2Fsinergi&berakhir=ya");
}

#[tokio::test]
async fn a_session_that_a_browser_brings_along_is_never_taken_up() {
    let house = House::open().await;
    let name = house.employ("PROVINSI", Role::ProvinceLeader).await;
    let planted = "a".repeat(64);
    let request = at("POST", "/masuk")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("cookie", format!("{COOKIE}={planted}"));
    let answer = house
        .ask(request.body(Body::from(form(name, PASSWORD, ""))).unwrap())
        .await;
    let token = token_in(&answer);
    assert_ne!(token, planted);
    let planted = house.get_as(&format!("{COOKIE}={planted}"), "/sinergi").await;
    assert_eq!(planted.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reader_who_signs_in_comes_back_to_the_page_they_asked_for_and_to_no_other_site() {
    let house = House::open().await;
    let asked = house.get("/sinergi?bulan=202610").await;
    assert_eq!(header(&asked, "location"), "/masuk?kembali=%2Fsinergi%3Fbulan%3D202610");
    let page = text(house.get(header(&asked, "location")).await).await;
    assert!(
        page.contains("name=\"kembali\" value=\"/sinergi?bulan=202610\""),
        "{page}"
    );
    let name = house.employ("PROVINSI", Role::ProvinceLeader).await;
    for (back, next) in [
        ("/sinergi?bulan=202610", "/sinergi?bulan=202610"),
        ("//evil.example", "/sinergi"),
        ("https://evil.example", "/sinergi"),
        ("/\\evil.example", "/sinergi"),
        ("/masuk", "/sinergi"),
    ] {
        let answer = try_form(&house, form(name, PASSWORD, back)).await;
        assert_eq!(header(&answer, "location"), next, "{back}");
    }
}
