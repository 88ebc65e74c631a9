use crate::{
    Error,
    fixture::{Office, complaint},
};
use domain::{lang::Lang, permit::Role, routing::Why, text::FieldError};

#[tokio::test]
async fn a_report_about_a_service_goes_to_the_agency_that_gives_it_and_says_why() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let receipt = office
        .portal
        .citizen()
        .receipt(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert!(receipt.is_certain);
    assert_eq!(
        (receipt.to.unwrap().code.as_str(), receipt.why),
        ("DPMPTSP", Why::ServiceRule)
    );
    assert_eq!(receipt.verified_by.unwrap().iso, "2026-11-06");
    assert_eq!(receipt.answered_by.iso, "2026-11-23");
    assert_eq!(receipt.proof.len(), 16);
    let desk = office.officer("DPMPTSP", Role::Handler);
    assert!(office.seen_by(&desk, &filed.code).await.is_some());
}

#[tokio::test]
async fn a_report_that_names_nobody_begins_at_the_province_desk() {
    let office = Office::open().await;
    let filed = office.file(&[("service", "")]).await;
    let receipt = office
        .portal
        .citizen()
        .receipt(&filed.code, &filed.secret, Lang::En)
        .await
        .unwrap()
        .unwrap();
    // What the words point to is proposed, and proposed only.
    assert!(!receipt.is_certain);
    assert_eq!(
        (receipt.to.unwrap().code.as_str(), receipt.why),
        ("DPMPTSP", Why::Suggested)
    );
    assert!(
        office
            .seen_by(&office.officer("PROVINSI", Role::ProvinceAdmin), &filed.code)
            .await
            .is_some()
    );
    assert!(
        office
            .seen_by(&office.officer("DPMPTSP", Role::AgencyAdmin), &filed.code)
            .await
            .is_none()
    );
}

#[tokio::test]
async fn the_same_form_sent_again_gives_the_same_receipt_and_one_case() {
    let office = Office::open().await;
    let first = office.file(&[("key", "0190-a-form")]).await;
    office.set("2026-11-03 09:05 WITA");
    let second = office.file(&[("key", "0190-a-form")]).await;
    assert_eq!(first, second);
    let other = office.file(&[("key", "0190-another")]).await;
    assert_ne!((first.code, first.secret), (other.code, other.secret));
}

#[tokio::test]
async fn every_field_that_must_be_corrected_is_named_at_once() {
    let office = Office::open().await;
    let form = complaint(&[
        ("body", "Jalannya"),
        ("event_date", "2027-11-20"),
        ("regency", ""),
        ("nib", "91203045"),
        ("consent", ""),
    ]);
    let Err(Error::Fields(problems)) = office.portal.citizen().file(&form).await else {
        panic!("it was filed")
    };
    let names: Vec<&str> = problems.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["body", "event_date", "regency", "nib", "consent"]);
    assert!(problems.contains(&("nib".to_owned(), FieldError::Digits { needed: 13, typed: 8 })));
}

#[tokio::test]
async fn a_village_may_be_typed_by_its_name() {
    let office = Office::open().await;
    let filed = office
        .file(&[("district", "65.01.01"), ("village", "karang anyar")])
        .await;
    let receipt = office
        .portal
        .citizen()
        .receipt(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(receipt.place, "Karang Anyar, Tanjung Palas, Bulungan");
}

#[tokio::test]
async fn a_wrong_secret_and_a_code_that_nobody_has_answer_alike() {
    let office = Office::open().await;
    let (one, two) = (office.file(&[]).await, office.file(&[]).await);
    let citizen = office.portal.citizen();
    assert!(citizen.open(&one.code, &one.secret, Lang::Id).await.unwrap().is_some());
    assert!(citizen.open(&one.code, &two.secret, Lang::Id).await.unwrap().is_none());
    assert!(
        citizen
            .open("KTR-26-0000-0000", &two.secret, Lang::Id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        citizen
            .open(&one.code.to_lowercase().replace('-', " "), &one.secret, Lang::Id)
            .await
            .unwrap()
            .is_some()
    );
}
