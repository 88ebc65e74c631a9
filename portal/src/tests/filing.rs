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

#[tokio::test]
async fn a_point_is_kept_exactly_for_the_reporter_and_who_handles_the_case() {
    let office = Office::open().await;
    let filed = office
        .file(&[("latitude", "2,84412"), ("longitude", " 117.363991 ")])
        .await;
    let citizen = office.portal.citizen();
    let own = citizen.open(&filed.code, &filed.secret, Lang::Id).await.unwrap();
    let seen = office
        .seen_by(&office.officer("DPMPTSP", Role::Handler), &filed.code)
        .await;
    for view in [own, seen] {
        let point = view.unwrap().facts.unwrap().point.unwrap();
        assert_eq!(point.to_string(), "2.84412, 117.36399");
    }
}

#[tokio::test]
async fn a_point_that_can_tell_who_reported_is_for_the_province_desk_alone_if_the_reporter_says_so() {
    let office = Office::open().await;
    let point = [("latitude", "2.84412"), ("longitude", "117.36399")];
    let said = [("visibility", "anonymous"), ("telling", "yes")];
    let filed = office.file(&[point, said].concat()).await;
    let view = office
        .seen_by(&office.officer("DPMPTSP", Role::Handler), &filed.code)
        .await;
    let facts = view.unwrap().facts.unwrap();
    assert!(facts.is_telling_hidden && facts.point.is_none());
}

#[tokio::test]
async fn a_point_outside_the_province_half_a_point_and_no_number_are_told_by_their_field() {
    let office = Office::open().await;
    let cases = [
        (("-6.2", "106.8"), "latitude", FieldError::OutsideProvince),
        (("2.84", ""), "longitude", FieldError::Missing),
        (("utara", "117.3"), "latitude", FieldError::NotAPoint),
    ];
    for ((latitude, longitude), field, problem) in cases {
        let form = complaint(&[("latitude", latitude), ("longitude", longitude)]);
        let Err(Error::Fields(problems)) = office.portal.citizen().file(&form).await else {
            panic!("it was filed")
        };
        assert_eq!(problems, [(field.to_owned(), problem)]);
    }
}

#[tokio::test]
async fn a_district_or_village_is_found_by_a_few_letters_in_the_whole_province() {
    let office = Office::open().await;
    let names = |typed: &str| -> Vec<String> {
        let found = office.portal.find_places(typed);
        found.into_iter().map(|place| place.name).collect()
    };
    assert_eq!(names("  SEKATAK  buji"), ["Sekatak Buji, Sekatak, Bulungan"]);
    let sekatak = names("sekatak");
    assert_eq!(sekatak[..2], ["Sekatak, Bulungan", "Sekatak Buji, Sekatak, Bulungan"]);
    assert!(names("sebatik").len() > 1 && names("sebatik").iter().all(|name| name.ends_with("Nunukan")));
    assert!(names("a").is_empty() && names("").is_empty() && names("<script>").is_empty());
    assert!(names("an").len() <= 6);
}

#[tokio::test]
async fn a_place_that_was_found_can_be_filed_as_it_is_filled_in() {
    let office = Office::open().await;
    let found = office.portal.find_places("karang anyar");
    for place in found {
        let form = [
            ("regency", place.regency.as_str()),
            ("district", &place.district),
            ("village", &place.village),
        ];
        let filed = office.file(&form).await;
        let own = office.portal.citizen().open(&filed.code, &filed.secret, Lang::Id).await;
        assert_eq!(own.unwrap().unwrap().facts.unwrap().place, place.name);
    }
}
