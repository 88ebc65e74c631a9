//! The big list of naughty strings through every field of a citizen: each comes back as it was typed, and does nothing.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::permit::Role;
use naughty_strings::BLNS;
use portal::fixture::complaint;
use scraper::{Html, Selector};

use super::{browser::Browser, text};

/// The fields of the filing form into which a citizen types.
const FIELDS: [&str; 6] = ["body", "landmark", "application_no", "nib", "name", "contact"];

/// How often each element stands in a page: the same with harmless and with naughty texts.
fn elements(page: &Html) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for node in page.root_element().descendent_elements() {
        *counts.entry(node.value().name().to_owned()).or_default() += 1;
    }
    counts
}

/// What stands in a field of a page.
fn typed_in(page: &Html, field: &str) -> Option<String> {
    let named = Selector::parse(&format!("[name='{field}']")).unwrap();
    let field = page.select(&named).next()?;
    match field.value().name() {
        "textarea" => Some(field.text().collect()),
        _ => field.value().attr("value").map(str::to_owned),
    }
}

/// Posts a report; each from a network of its own, as many people write.
async fn post(browser: &mut Browser, form: &[(String, String)], from: usize) -> Response<Body> {
    browser.address = format!("10.{}.{}.1", from / 250, from % 250);
    browser.post("/lapor", serde_urlencoded::to_string(form).unwrap()).await
}

/// The form with these texts in its fields.
fn with(texts: &[(&str, String)], without: &str) -> Vec<(String, String)> {
    let plain = complaint(&[]).0.into_iter();
    let kept = plain.filter(|(name, _)| name != without && texts.iter().all(|(field, _)| field != name));
    let texts = texts.iter().map(|(field, text)| ((*field).to_owned(), text.clone()));
    kept.chain(texts).collect()
}

#[tokio::test]
async fn every_naughty_string_comes_back_in_every_field_as_it_was_typed_and_does_nothing() {
    let mut browser = Browser::open().await;
    let harmless = FIELDS.map(|field| (field, "biasa".to_owned()));
    let plain = Html::parse_document(&text(post(&mut browser, &with(&harmless, "consent"), 0).await).await);
    for first in 0..BLNS.len() {
        let texts: Vec<_> = FIELDS
            .iter()
            .zip(0..)
            .map(|(field, place)| (*field, BLNS[(first + place) % BLNS.len()].to_owned()))
            .collect();
        let answer = post(&mut browser, &with(&texts, "consent"), first + 1).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{texts:?}");
        let page = Html::parse_document(&text(answer).await);
        for (field, typed) in &texts {
            let found = typed_in(&page, field).unwrap_or_default();
            assert_eq!(found, *typed, "{field} with the strings from {first}");
        }
        let counts = elements(&page);
        for harmful in [
            "script", "iframe", "img", "object", "embed", "style", "link", "form", "base",
        ] {
            assert_eq!(
                counts.get(harmful),
                elements(&plain).get(harmful),
                "{harmful} after {texts:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_filed_report_shows_every_naughty_string_to_its_reporter_and_does_nothing() {
    let mut browser = Browser::open().await;
    let quiet = elements(&Html::parse_document(
        &filed(&mut browser, "Keterangan biasa.", 0).await,
    ));
    for (naughty, from) in BLNS.iter().zip(1..) {
        let page = Html::parse_document(&filed(&mut browser, naughty, from).await);
        let shown = page.root_element().text().collect::<String>();
        let kept: String = naughty
            .trim()
            .chars()
            .filter(|sign| !sign.is_control() || *sign == '\t')
            .collect();
        assert!(shown.contains(&kept), "{naughty:?} is not in its page");
        let counts = elements(&page);
        for harmful in ["script", "iframe", "img", "object", "embed", "style", "link", "base"] {
            assert_eq!(counts.get(harmful), quiet.get(harmful), "{harmful} after {naughty:?}");
        }
    }
}

/// Files a report with this text in its body, and gives the page on which its reporter follows it.
async fn filed(browser: &mut Browser, naughty: &str, from: usize) -> String {
    let body = ["Jalannya rusak sejak Senin, dan tertulis di papan: ", naughty].concat();
    let answer = post(
        browser,
        &with(&[("body", body), ("masking", "keep".to_owned())], ""),
        from,
    )
    .await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{naughty:?}");
    text(browser.get(&format!("/lacak/{}", browser.code())).await).await
}

#[tokio::test]
async fn a_report_that_begins_with_markup_stays_text_in_the_title_of_its_page() {
    let mut browser = Browser::open().await;
    let body = "</title><script>alert(1)</script> Jalannya rusak sejak Senin.".to_owned();
    post(&mut browser, &with(&[("body", body)], ""), 0).await;
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
