//! Forms that are neither reports nor acts: opening a case, a lost receipt, being told of news, signing in, searching.

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;

use super::{
    super::{
        CLIENT, House, at,
        browser::{Browser, form},
        text,
    },
    assert_known,
    page::Page,
    strings, texts,
};
use crate::router::{Kind, ROUTES};

/// Each from a network of its own: limits have tests of their own.
fn network(from: usize) -> String {
    format!("10.7.{}.{}", from / 250, from % 250)
}

/// Posts every string in each of these fields, some hundred strings at a time; each form comes back as it was typed.
async fn refused(browser: &mut Browser, path: &str, fixed: &[(&str, &str)], fields: &[&str]) {
    for (from, typed) in texts(5_000).into_iter().enumerate() {
        browser.address = network(from);
        let mut sent = fixed.to_vec();
        sent.extend(fields.iter().map(|field| (*field, typed.as_str())));
        let answer = browser.post(path, form(&sent)).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let page = Page::of(&text(answer).await);
        let typed: Vec<_> = fields
            .iter()
            .map(|field| ((*field).to_owned(), typed.clone()))
            .collect();
        page.assert_came_back(&typed, "id", path);
        assert_known(&page, path);
    }
}

#[tokio::test]
async fn forms_that_open_a_case_and_a_name_to_sign_in_with_come_back_as_they_were_typed() {
    let mut browser = Browser::open().await;
    refused(&mut browser, "/lacak", &[], &["code", "secret"]).await;
    refused(&mut browser, "/lacak/hilang", &[], &["code", "contact"]).await;
    refused(&mut browser, "/masuk", &[("password", "bukan")], &["name"]).await;
    browser.address = network(900);
    let code = browser.file(&[]).await;
    let path = format!("/lacak/{code}");
    let follow = [("act", "follow"), ("way", "mail")];
    refused(&mut browser, &path, &follow, &["follow_mail"]).await;
}

#[tokio::test]
async fn a_search_shows_every_string_that_was_looked_for_and_does_nothing() {
    let house = House::open().await;
    for (from, typed) in texts(200).into_iter().enumerate() {
        let query = form(&[("q", &typed)]);
        let answer = get(&house, &format!("/laporan?{query}"), from).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let page = Page::of(&text(answer).await);
        let read = typed.replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(page.typed_in("q"), [read]);
    }
    for (from, typed) in strings().enumerate() {
        let query = form(&[("q", typed)]);
        let answer = get(&house, &format!("/wilayah?{query}"), from).await;
        assert_eq!(answer.status(), StatusCode::OK, "{typed:?}");
    }
}

async fn get(house: &House, path: &str, from: usize) -> Response<Body> {
    let request = at("GET", path).header(CLIENT, network(from));
    house.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_page_has_only_fields_that_are_tested() {
    let mut browser = Browser::open().await;
    let code = browser.file(&[]).await;
    let officer = browser.house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    for (from, route) in ROUTES.iter().enumerate() {
        if route.kind != Kind::Page {
            continue;
        }
        let path = route
            .path
            .replace("{code}", &code)
            .replace("{agency}", "DPMPTSP")
            .replace("{token}", "bukan-tautan");
        for cookie in ["", &browser.cookie, &officer] {
            let request = at("GET", &path).header(CLIENT, network(from)).header("cookie", cookie);
            let answer = browser.house.ask(request.body(Body::empty()).unwrap()).await;
            assert_known(&Page::of(&text(answer).await), &path);
        }
    }
}
