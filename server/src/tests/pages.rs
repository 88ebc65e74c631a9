//! Pages: their policy, their language, their copies, and what is not there.

use axum::{body::Body, http::StatusCode};

use super::{House, at, header, text};

/// The nonce in a policy.
fn nonce_in(policy: &str) -> String {
    policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test]
async fn a_page_goes_out_with_a_policy_whose_nonce_its_scripts_carry() {
    let house = House::open().await;
    let mut nonces = Vec::new();
    for path in ["/", "/", "/?a=b", "/nowhere"] {
        let page = house.get(path).await;
        let policy = header(&page, "content-security-policy").to_owned();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-"),
            "{path}"
        );
        let nonce = nonce_in(&policy);
        let html = text(page).await;
        let inline = html.matches("<script").count() - html.matches("<script src").count();
        assert_eq!(
            html.matches(&format!("nonce=\"{nonce}\"")).count(),
            inline,
            "{path}: {html}"
        );
        nonces.push(nonce);
    }
    nonces.dedup();
    assert_eq!(nonces.len(), 4, "every answer has a nonce of its own");
}

#[tokio::test]
async fn a_page_that_the_browser_has_is_not_sent_again_and_keeps_its_own_policy() {
    let house = House::open().await;
    let first = house.get("/").await;
    assert_eq!(header(&first, "cache-control"), "private, no-cache");
    let etag = header(&first, "etag").to_owned();
    let again = house
        .ask(
            at("GET", "/")
                .header("if-none-match", &etag)
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(
        (again.status(), header(&again, "content-security-policy")),
        (StatusCode::NOT_MODIFIED, "")
    );
    assert_eq!(header(&again, "etag"), etag);
}

#[tokio::test]
async fn the_cookie_of_the_language_chooses_the_language() {
    let house = House::open().await;
    for (cookie, lang) in [
        ("", "id"),
        ("bahasa=en", "en"),
        ("bahasa=id", "id"),
        ("bahasa=nl", "id"),
    ] {
        let page = text(
            house
                .ask(at("GET", "/").header("cookie", cookie).body(Body::empty()).unwrap())
                .await,
        )
        .await;
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{cookie}: {page}");
    }
}

#[tokio::test]
async fn an_address_that_is_not_ours_answers_404_with_a_page_that_nobody_keeps() {
    let page = House::open().await.get("/nowhere").await;
    assert_eq!(
        (page.status(), header(&page, "cache-control")),
        (StatusCode::NOT_FOUND, "no-store")
    );
    assert!(text(page).await.contains("Halaman ini tidak ada"));
}

#[tokio::test]
async fn a_page_is_compressed_where_the_browser_can() {
    let page = House::open()
        .await
        .ask(
            at("GET", "/")
                .header("accept-encoding", "br")
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(header(&page, "content-encoding"), "br");
}

#[tokio::test]
async fn the_service_worker_is_asked_for_anew_each_time() {
    let house = House::open().await;
    assert_eq!(header(&house.get("/sw.js").await, "cache-control"), "no-cache");
    assert_eq!(
        header(&house.get("/logo.svg").await, "cache-control"),
        "public, max-age=3600"
    );
}

#[tokio::test]
async fn the_page_for_a_phone_without_a_line_says_what_opens_all_the_same() {
    let house = House::open().await;
    let page = house.get("/luring").await;
    assert_eq!(page.status(), StatusCode::OK);
    let html = text(page).await;
    for path in ["/lapor", "/laporan-saya", "/bantuan"] {
        assert!(html.contains(&format!("href=\"{path}\"")), "{path}");
    }
    assert!(!html.contains("boot.js"), "nothing wakes it");
}

#[tokio::test]
async fn each_language_has_a_manifest_of_its_own() {
    let house = House::open().await;
    for (cookie, manifest) in [
        ("bahasa=id", "/manifest.webmanifest"),
        ("bahasa=en", "/manifest.en.webmanifest"),
    ] {
        let html = text(house.get_as(cookie, "/lacak").await).await;
        assert!(
            html.contains(&format!("rel=\"manifest\" href=\"{manifest}\"")),
            "{cookie}"
        );
    }
}
