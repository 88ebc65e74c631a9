//! A lost receipt: by the contact given, and at a counter.

use super::notices::{mails, token};
use crate::{
    Error, What,
    fixture::{Office, typed},
};
use domain::{deed::Act, lang::Lang, permit::Role, refusal::Refusal};

#[tokio::test]
async fn a_lost_receipt_is_replaced_by_the_contact_given_and_the_old_secret_dies_when_the_new_one_is_made() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    mails(&office).await;
    let citizen = office.portal.citizen();
    for (code, contact) in [
        (case.code.as_str(), "orang@lain.id"),
        ("KTR-26-0000-0000", "budi@contoh.id"),
        (case.code.as_str(), " Budi@Contoh.id "),
    ] {
        let asked = typed(&[("code", code), ("contact", contact)]);
        assert!(citizen.lost(&asked).await.is_ok(), "every answer is the same");
    }
    let sent = mails(&office).await;
    assert!(sent.len() == 1 && sent[0].what == What::NewSecret);
    assert!(
        citizen
            .open(&case.code, &case.secret, Lang::Id)
            .await
            .unwrap()
            .is_some(),
        "it lives on until then"
    );
    let renewed = citizen.new_secret(&token(&sent[0])).await.unwrap().unwrap();
    assert!(
        citizen
            .open(&case.code, &case.secret, Lang::Id)
            .await
            .unwrap()
            .is_none()
    );
    let view = citizen
        .open(&renewed.code, &renewed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert!(!view.follow.unwrap().is_by_link);
    assert!(citizen.new_secret(&token(&sent[0])).await.unwrap().is_none(), "once");
}

#[tokio::test]
async fn a_code_has_five_attempts_a_day() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    mails(&office).await;
    let citizen = office.portal.citizen();
    let ask = async |contact| {
        citizen
            .lost(&typed(&[("code", case.code.as_str()), ("contact", contact)]))
            .await
    };
    for _ in 0..5 {
        ask("orang@lain.id").await.unwrap();
    }
    ask("budi@contoh.id").await.unwrap();
    assert_eq!(mails(&office).await.len(), 0);
    office.set("2026-11-04 09:01 WITA");
    ask("budi@contoh.id").await.unwrap();
    assert_eq!(mails(&office).await.len(), 1);
}

#[tokio::test]
async fn at_a_counter_a_new_receipt_is_given_for_a_reason_that_the_reporter_reads_and_the_old_one_dies() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    let give = [("act", "new_receipt"), ("reason", "Menunjukkan KTP di loket.")];
    office.act(&liaison, &case.code, &give).await;
    let citizen = office.portal.citizen();
    assert!(
        citizen
            .open(&case.code, &case.secret, Lang::Id)
            .await
            .unwrap()
            .is_none()
    );
    let shown = async |officer: domain::permit::Officer| {
        office
            .portal
            .desk(&officer)
            .new_receipt(&case.code, Lang::Id)
            .await
            .unwrap()
    };
    let given = shown(liaison.clone()).await.unwrap();
    let view = citizen
        .open(&case.code, &given.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    let line = view.history.iter().find(|event| event.act == Act::NewReceipt).unwrap();
    assert_eq!(line.sentence.as_deref(), Some("Menunjukkan KTP di loket."));
    for other in [
        office.officer("DPMPTSP", Role::AgencyAdmin),
        office.officer("DESDM", Role::LiaisonOfficer),
        office.officer("PROVINSI", Role::ProvinceAdmin),
    ] {
        assert!(shown(other).await.is_none());
    }
    office.set("2026-11-03 09:16 WITA");
    assert!(
        shown(liaison.clone()).await.is_none(),
        "a quarter of an hour, and it is gone"
    );
    office
        .act(&office.officer("PROVINSI", Role::ProvinceAdmin), &case.code, &give)
        .await;
    assert!(
        citizen
            .open(&case.code, &given.secret, Lang::Id)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn no_new_receipt_is_given_for_an_anonymous_report_nor_by_who_does_not_answer_for_the_desk() {
    let office = Office::open().await;
    let anonymous = office
        .file(&[("visibility", "anonymous"), ("name", ""), ("contact", "")])
        .await;
    let open = office.file(&[("key", "lain")]).await;
    let give = [("act", "new_receipt"), ("reason", "Menunjukkan KTP di loket.")];
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    let refused = office.try_act(&liaison, &anonymous.code, &give).await;
    assert!(
        matches!(refused, Err(Error::Refused(Refusal::Anonymous))),
        "{refused:?}"
    );
    for role in [Role::Handler, Role::AgencyAdmin] {
        let refused = office
            .try_act(&office.officer("DPMPTSP", role), &open.code, &give)
            .await;
        assert!(
            matches!(refused, Err(Error::Refused(Refusal::NotPermitted))),
            "{refused:?}"
        );
    }
    let stranger = office
        .try_act(&office.officer("DLH", Role::LiaisonOfficer), &open.code, &give)
        .await;
    assert!(matches!(stranger, Err(Error::Missing)));
    let case = office
        .portal
        .citizen()
        .open(&open.code, &open.secret, Lang::Id)
        .await
        .unwrap();
    assert!(case.is_some(), "nothing was done");
}
