//! For each read, a reader of another tenant sees nothing; the accused see what they would see of no case at all.

use crate::{Error, fixture::Office};
use domain::{
    lang::Lang,
    permit::{Officer, Role},
    view::queue::QueueFilter,
};

async fn sees_nothing(office: &Office, officer: &Officer, code: &str) {
    let desk = office.portal.desk(officer);
    assert!(desk.open(code, Lang::Id).await.unwrap().is_none());
    for filter in QueueFilter::ALL {
        assert!(
            desk.queue(*filter, None, Lang::Id).await.unwrap().rows.is_empty(),
            "{filter:?}"
        );
    }
    assert!(desk.identity(code).await.unwrap().is_none());
    for act in ["verify", "note", "take_back", "accept", "open_identity", "flag"] {
        let fields = [
            ("act", act),
            ("text", "Catatan."),
            ("reason", "Ingin tahu saja."),
            ("accused", "DLH"),
        ];
        let done = office.try_act(officer, code, &fields).await;
        assert!(matches!(done, Err(Error::Missing)), "{act}: {done:?}");
    }
}

#[tokio::test]
async fn another_agencys_case_is_missing_everywhere() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    sees_nothing(&office, &office.officer("DLH", Role::AgencyAdmin), &filed.code).await;
    sees_nothing(&office, &office.officer("KAB-MALINAU", Role::RegencyAdmin), &filed.code).await;
}

#[tokio::test]
async fn a_report_of_an_illegal_fee_is_missing_for_the_accused_and_for_the_province_desk() {
    let office = Office::open().await;
    let filed = office.file(&[("fee", "yes")]).await;
    sees_nothing(&office, &office.officer("DPMPTSP", Role::AgencyAdmin), &filed.code).await;
    sees_nothing(&office, &office.officer("PROVINSI", Role::ProvinceAdmin), &filed.code).await;
    assert!(
        office
            .seen_by(&office.officer("INSPEKTORAT", Role::Inspectorate), &filed.code)
            .await
            .is_some()
    );
}

#[tokio::test]
async fn a_former_holder_reads_code_and_status_and_nothing_of_the_text() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let sentence = ("sentence", "Urusan ini ditangani DESDM.");
    office.act(&front, &filed.code, &[("act", "verify")]).await;
    office
        .act(
            &front,
            &filed.code,
            &[("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), sentence],
        )
        .await;
    let mines = office.officer("DESDM", Role::AgencyAdmin);
    office.set("2026-11-03 10:00 WITA");
    office.act(&mines, &filed.code, &[("act", "accept")]).await;
    office.set("2026-11-03 11:00 WITA");
    office
        .act(&mines, &filed.code, &[("act", "note"), ("text", "Rahasia meja kami.")])
        .await;
    let view = office.seen_by(&front, &filed.code).await.unwrap();
    assert!(view.facts.is_none() && view.messages.is_empty() && view.notes.is_empty() && view.allowed.is_empty());
    assert_eq!(view.heading(), filed.code);
    let ended = office
        .portal
        .desk(&front)
        .queue(QueueFilter::Ended, None, Lang::Id)
        .await
        .unwrap();
    assert_eq!(ended.rows[0].heading, filed.code);
}

#[tokio::test]
async fn a_note_stays_with_its_desk() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office
        .act(
            &front,
            &filed.code,
            &[("act", "note"), ("text", "Hanya untuk meja kami.")],
        )
        .await;
    assert_eq!(office.seen_by(&front, &filed.code).await.unwrap().notes.len(), 1);
    let overseer = office
        .seen_by(&office.officer("PROVINSI", Role::ProvinceAdmin), &filed.code)
        .await
        .unwrap();
    let reporter = office.seen_by_reporter(&filed).await;
    for view in [&overseer, &reporter] {
        assert!(view.notes.is_empty());
        assert!(view.history.iter().all(|event| event.act != domain::deed::Act::Note));
    }
}

#[tokio::test]
async fn an_identity_is_shown_to_who_opened_it_for_a_reason_and_the_reporter_learns_of_it() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::LiaisonOfficer);
    assert!(
        office
            .portal
            .desk(&front)
            .identity(&filed.code)
            .await
            .unwrap()
            .is_none()
    );
    office
        .act(
            &front,
            &filed.code,
            &[("act", "open_identity"), ("reason", "Perlu menelepon pelapor.")],
        )
        .await;
    let identity = office.portal.desk(&front).identity(&filed.code).await.unwrap().unwrap();
    assert_eq!(identity, ("Budi Santoso".to_owned(), "budi@contoh.id".to_owned()));
    let colleague = office.officer("DPMPTSP", Role::AgencyAdmin);
    assert!(
        office
            .portal
            .desk(&colleague)
            .identity(&filed.code)
            .await
            .unwrap()
            .is_none()
    );
    let reporter = office.seen_by_reporter(&filed).await;
    assert!(
        reporter
            .history
            .iter()
            .any(|event| event.act == domain::deed::Act::OpenIdentity)
    );
}

#[tokio::test]
async fn an_anonymous_reporter_is_opened_to_nobody() {
    let office = Office::open().await;
    let filed = office.file(&[("visibility", "anonymous")]).await;
    let front = office.officer("DPMPTSP", Role::LiaisonOfficer);
    let done = office
        .try_act(
            &front,
            &filed.code,
            &[("act", "open_identity"), ("reason", "Perlu menelepon pelapor.")],
        )
        .await;
    assert!(
        matches!(done, Err(Error::Refused(domain::refusal::Refusal::Anonymous))),
        "{done:?}"
    );
}

#[tokio::test]
async fn leaders_and_auditors_see_figures_and_no_case() {
    let office = Office::open().await;
    let filed = office.file(&[("service", "")]).await;
    for role in [Role::ProvinceLeader, Role::Auditor] {
        let officer = office.officer("PROVINSI", role);
        assert!(matches!(
            office.portal.desk(&officer).open(&filed.code, Lang::Id).await,
            Err(Error::Forbidden)
        ));
        assert!(office.portal.province(&officer).summary(None, Lang::Id).await.is_ok());
    }
    let handler = office.officer("DLH", Role::Handler);
    assert!(matches!(
        office.portal.province(&handler).summary(None, Lang::Id).await,
        Err(Error::Forbidden)
    ));
}

#[tokio::test]
async fn the_province_desk_sees_that_a_secret_case_exists_and_nothing_of_its_text() {
    let office = Office::open().await;
    let filed = office.file(&[("visibility", "secret")]).await;
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let view = office.seen_by(&province, &filed.code).await.unwrap();
    assert!(view.facts.is_none() && view.messages.is_empty());
    let queue = office
        .portal
        .desk(&province)
        .queue(QueueFilter::Waiting, None, Lang::Id)
        .await
        .unwrap();
    assert_eq!(queue.rows[0].heading, filed.code);
}
