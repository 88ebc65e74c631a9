//! What a citizen's page asks for and sends by itself, where scripts run.

use app::{
    error::AppError,
    form::{Outcome, POSTCARD},
};
use axum::http::StatusCode;
use domain::{
    refusal::Refusal,
    text::FieldError,
    view::choices::{FoundPlace, SuggestionView},
};

use super::{
    browser::{Browser, form, read, report},
    header,
};

#[tokio::test]
async fn a_page_asks_for_a_suggestion_by_itself() {
    let mut browser = Browser::open().await;
    let answer = browser
        .post(
            "/lapor/saran",
            report(&[("body", "Listrik padam setiap malam, PLN diam saja.")]),
        )
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let found: SuggestionView = read(answer).await;
    assert_eq!(
        (found.agencies[0].code.as_str(), found.agencies[0].is_outside),
        ("X-PLN", true)
    );
}

#[tokio::test]
async fn the_page_itself_gets_an_outcome_for_every_form() {
    let mut browser = Browser::open().await;
    let refused = browser.send("/lapor", report(&[("regency", "")]), POSTCARD).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problems = vec![("regency".to_owned(), FieldError::Missing)];
    assert_eq!(
        read::<Outcome>(refused).await,
        Outcome::Refused { problems, error: None }
    );
    let done = browser.send("/lapor", report(&[]), POSTCARD).await;
    assert!(header(&done, "set-cookie").starts_with("__Host-lacak="));
    let next = "/lapor/bukti".to_owned();
    assert_eq!(read::<Outcome>(done).await, Outcome::Done { next });
    let path = format!("/lacak/{}", browser.code());
    let too_early = browser.send(&path, form(&[("act", "confirm")]), POSTCARD).await;
    let error = Some(AppError::Refused(Refusal::NotNow));
    assert_eq!(
        read::<Outcome>(too_early).await,
        Outcome::Refused {
            problems: Vec::new(),
            error
        }
    );
}

#[tokio::test]
async fn places_are_found_by_a_few_letters_and_whatever_is_typed() {
    let browser = Browser::open().await;
    let found: Vec<FoundPlace> = read(browser.get("/wilayah?q=sekatak%20buji").await).await;
    assert_eq!((found.len(), found[0].village.as_str()), (1, "Sekatak Buji"));
    for odd in [
        "/wilayah",
        "/wilayah?q=",
        "/wilayah?q=%F0%9F%98%80%27--",
        "/wilayah?q=x&q=y&z",
    ] {
        let answer = browser.get(odd).await;
        assert!(!answer.status().is_server_error(), "{odd}");
    }
}

#[tokio::test]
async fn villages_are_suggested_for_a_district() {
    let browser = Browser::open().await;
    let names: Vec<String> = read(browser.get("/wilayah/65.71.04").await).await;
    assert_eq!(names.len(), 3);
    let none: Vec<String> = read(browser.get("/wilayah/nowhere").await).await;
    assert!(none.is_empty());
}
