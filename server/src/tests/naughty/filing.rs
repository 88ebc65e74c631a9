//! A report: the form of the citizen, and the same form at a counter.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;
use portal::fixture::complaint;

use super::{
    super::{browser::Browser, text},
    FILING, assert_known, kept,
    page::Page,
    strings, texts,
};

/// Posts a report; each from a network of its own, as many people write.
async fn post(browser: &mut Browser, path: &str, form: &[(String, String)], from: usize) -> Response<Body> {
    browser.address = format!("10.{}.{}.1", from / 250, from % 250);
    browser.post(path, serde_urlencoded::to_string(form).unwrap()).await
}

/// The form with these texts in its fields.
fn with(texts: &[(String, String)], without: &str) -> Vec<(String, String)> {
    let plain = complaint(&[]).0.into_iter();
    let kept = plain.filter(|(name, _)| name != without && texts.iter().all(|(field, _)| field != name));
    kept.chain(texts.iter().cloned()).collect()
}

fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

/// The fields of the form into which somebody types, as its page has them.
async fn fields(browser: &Browser, path: &str) -> Vec<String> {
    let page = Page::of(&text(browser.get(path).await).await);
    assert_known(&page, path);
    page.fields()
}

#[tokio::test]
async fn every_naughty_string_comes_back_in_every_field_of_a_report_as_it_was_typed_and_does_nothing() {
    let mut browser = Browser::open().await;
    let fields = fields(&browser, "/lapor").await;
    let asked: BTreeSet<&str> = fields.iter().map(String::as_str).collect();
    for field in FILING {
        assert!(asked.contains(field), "{field}");
    }
    let harmless: Vec<_> = fields.iter().map(|field| pair(field, "biasa")).collect();
    let plain = text(post(&mut browser, "/lapor", &with(&harmless, "consent"), 0).await).await;
    let plain = Page::of(&plain).counts();
    let strings: Vec<&str> = strings().collect();
    // Every string once in every field: with as many strings in a form as it has fields.
    for first in 0..strings.len() {
        let typed: Vec<_> = (first..)
            .zip(&fields)
            .map(|(place, field)| pair(field, strings[place % strings.len()]))
            .collect();
        let answer = post(&mut browser, "/lapor", &with(&typed, "consent"), first + 1).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        let page = Page::of(&text(answer).await);
        page.assert_came_back(&typed, "id", "/lapor");
        let counts = page.counts();
        for harmful in [
            "script", "iframe", "img", "object", "embed", "style", "link", "form", "base", "meta",
        ] {
            assert_eq!(counts.get(harmful), plain.get(harmful), "{harmful} after {typed:?}");
        }
    }
}

#[tokio::test]
async fn what_an_officer_types_for_a_citizen_comes_back_as_it_was_typed() {
    let mut browser = Browser::open().await;
    browser.cookie = browser.house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let fields = fields(&browser, "/meja/bantu").await;
    for (from, typed) in texts(1_000).into_iter().enumerate() {
        for (lang, own) in [("id", ""), ("en", "; bahasa=en")] {
            let cookie = browser.cookie.clone();
            browser.cookie.push_str(own);
            let typed: Vec<_> = fields.iter().map(|field| pair(field, &typed)).collect();
            let answer = post(&mut browser, "/meja/bantu", &with(&typed, "consent"), from).await;
            browser.cookie = cookie;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
            let page = Page::of(&text(answer).await);
            page.assert_came_back(&typed, lang, "/meja/bantu");
            assert_known(&page, "/meja/bantu");
        }
    }
}

#[tokio::test]
async fn what_is_asked_about_a_story_takes_every_string() {
    let mut browser = Browser::open().await;
    for (from, typed) in texts(5_000).into_iter().enumerate() {
        let story = with(&[pair("body", &typed)], "");
        let suggested = post(&mut browser, "/lapor/saran", &story, from).await;
        assert_eq!(suggested.status(), StatusCode::OK);
        let similar = post(&mut browser, "/lapor/serupa", &story, from).await;
        let page = Page::of(&text(similar).await);
        let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(page.typed_in("body"), [typed]);
    }
}

#[tokio::test]
async fn a_filed_report_shows_every_naughty_string_by_itself_to_its_reporter_and_does_nothing() {
    let mut browser = Browser::open().await;
    let quiet = Page::of(&filed(&mut browser, "Keterangan biasa.", 0).await).counts();
    for (naughty, from) in strings().zip(1..) {
        let page = Page::of(&filed(&mut browser, naughty, from).await);
        let shown = page.text();
        for line in kept(naughty, false).split('\n') {
            assert!(shown.contains(line.trim()), "{naughty:?} is not in its page");
        }
        assert_eq!(page.counts(), quiet, "after {naughty:?}");
    }
}

/// Files a report with this text in its body, and gives the page on which its reporter follows it.
async fn filed(browser: &mut Browser, naughty: &str, from: usize) -> String {
    let body = ["Jalannya rusak sejak Senin, dan tertulis di papan: ", naughty].concat();
    let report = with(&[pair("body", &body), pair("masking", "keep")], "");
    let answer = post(browser, "/lapor", &report, from).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{naughty:?}");
    text(browser.get(&format!("/lacak/{}", browser.code())).await).await
}

#[tokio::test]
async fn a_report_that_begins_with_markup_stays_text_in_the_title_of_its_page() {
    let mut browser = Browser::open().await;
    let body = "</title><script>alert(1)</script> Jalannya rusak sejak Senin.";
    post(&mut browser, "/lapor", &with(&[pair("body", body)], ""), 0).await;
    let (code, house) = (browser.code(), &browser.house);
    let officer = house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let page = text(house.get_as(&officer, &format!("/meja/{code}")).await).await;
    let title = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
    assert!(
        title.contains("&lt;/title>&lt;script>") && title.contains(" · "),
        "{title}"
    );
    assert!(!page.contains("<script>alert"));
}
