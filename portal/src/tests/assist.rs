//! An officer files for a citizen: named in the event, without a seat by it, and the receipt is the citizen's.

use crate::{
    Error,
    fixture::{Office, complaint},
};
use domain::{
    deed::Act,
    kind::Channel,
    lang::Lang,
    permit::Role,
    refusal::Refusal,
    view::{ByView, queue::QueueFilter},
};

#[tokio::test]
async fn who_files_for_a_citizen_is_named_and_gets_no_seat_by_it() {
    let office = Office::open().await;
    let counter = office.officer("KAB-MALINAU", Role::IntakeOfficer);
    let (receipt, view) = office
        .portal
        .desk(&counter)
        .file_for(&complaint(&[]), Lang::Id)
        .await
        .unwrap();
    assert_eq!(
        (view.code.as_str(), view.secret.as_str()),
        (receipt.code.as_str(), receipt.secret.as_str())
    );
    assert!(office.seen_by(&counter, &receipt.code).await.is_none());
    let queue = office
        .portal
        .desk(&counter)
        .queue(QueueFilter::Work, None, Lang::Id)
        .await
        .unwrap();
    assert!(queue.rows.is_empty());
    let own = office.seen_by_reporter(&receipt).await;
    assert_eq!(own.channel, Channel::Counter);
    let filed = own.history.iter().find(|event| event.act == Act::File).unwrap();
    let ByView::Desk { agency, .. } = &filed.by else {
        panic!("{:?}", filed.by)
    };
    assert_eq!(agency.code, "KAB-MALINAU");
}

#[tokio::test]
async fn a_role_that_does_not_file_for_others_is_turned_away() {
    let office = Office::open().await;
    for role in [Role::AgencyHead, Role::ProvinceLeader, Role::Auditor] {
        let officer = office.officer("PROVINSI", role);
        let desk = office.portal.desk(&officer);
        assert!(matches!(desk.assist_choices(Lang::Id), Err(Error::Forbidden)));
        assert!(matches!(
            desk.file_for(&complaint(&[]), Lang::Id).await,
            Err(Error::Forbidden)
        ));
    }
}

#[tokio::test]
async fn the_same_form_sent_again_shows_its_receipt_for_a_while_and_makes_no_second_case() {
    let office = Office::open().await;
    let officer = office.officer("DPMPTSP", Role::Handler);
    let desk = office.portal.desk(&officer);
    let form = complaint(&[("key", "satu"), ("channel", "phone")]);
    let (first, _) = desk.file_for(&form, Lang::Id).await.unwrap();
    office.set("2026-11-03 09:10 WITA");
    let (again, _) = desk.file_for(&form, Lang::Id).await.unwrap();
    assert_eq!(first, again);
    office.set("2026-11-03 09:16 WITA");
    let late = desk.file_for(&form, Lang::Id).await;
    assert!(matches!(late, Err(Error::Refused(Refusal::TooLate))), "{late:?}");
}

#[tokio::test]
async fn an_officer_names_how_the_citizen_came_and_cannot_say_by_this_site() {
    let office = Office::open().await;
    let officer = office.officer("DPMPTSP", Role::Handler);
    let desk = office.portal.desk(&officer);
    let (receipt, _) = desk
        .file_for(&complaint(&[("channel", "letter")]), Lang::Id)
        .await
        .unwrap();
    assert_eq!(office.seen_by_reporter(&receipt).await.channel, Channel::Letter);
    let web = desk.file_for(&complaint(&[("channel", "web")]), Lang::Id).await;
    assert!(matches!(web, Err(Error::Fields(_))), "{web:?}");
}

#[tokio::test]
async fn an_officer_of_the_agency_that_holds_the_case_sees_it_by_that_seat_alone() {
    let office = Office::open().await;
    let officer = office.officer("DPMPTSP", Role::Handler);
    let (receipt, _) = office
        .portal
        .desk(&officer)
        .file_for(&complaint(&[]), Lang::Id)
        .await
        .unwrap();
    let view = office.seen_by(&officer, &receipt.code).await.unwrap();
    assert_eq!(view.holder.code, "DPMPTSP");
    let (accusing, _) = office
        .portal
        .desk(&officer)
        .file_for(&complaint(&[("fee", "yes")]), Lang::Id)
        .await
        .unwrap();
    assert!(office.seen_by(&officer, &accusing.code).await.is_none());
}
