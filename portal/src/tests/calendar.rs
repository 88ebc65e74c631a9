use crate::{Error, fixture::Office};
use domain::{calendar::CalendarVersion, deed::Act, permit::Role};

/// The days of the pack and one more, in the week after [`crate::fixture::MORNING`].
fn decree() -> String {
    let kept = include_str!("../../../data/kaltara/holidays.json");
    let mut document: serde_json::Value = serde_json::from_str(kept).unwrap();
    let days = document["holidays"].as_array_mut().unwrap();
    let place = days.iter().position(|day| day["date"].as_str() > Some("2026-11-10"));
    let added = serde_json::json!({
        "date": "2026-11-10", "name": "Cuti bersama tambahan", "name_en": "Additional collective leave",
        "kind": "collective_leave", "status": "official",
    });
    days.insert(place.unwrap(), added);
    document.to_string()
}

#[tokio::test]
async fn a_new_decree_moves_open_cases_with_a_line_and_leaves_ended_ones() {
    let mut office = Office::open().await;
    let (open, ended) = (office.file(&[]).await, office.file(&[]).await);
    office.act_as_reporter(&ended, &[("act", "withdraw")]).await;
    let before = office.seen_by_reporter(&open).await;
    assert_eq!(office.portal.recount().await.unwrap(), 0);

    let version = office
        .portal
        .add_calendar(&decree(), "SKB perubahan 2026")
        .await
        .unwrap();
    assert_eq!(version, CalendarVersion(2));
    office.restart().await;
    office.set("2026-11-03 10:00 WITA");
    assert_eq!(office.portal.recount().await.unwrap(), 1);
    assert_eq!(office.portal.recount().await.unwrap(), 0);

    let after = office.seen_by_reporter(&open).await;
    let line = after.history.iter().find(|event| event.act == Act::Recount).unwrap();
    assert_eq!(line.sentence.as_deref(), Some("SKB perubahan 2026"));
    assert_ne!(before.deadlines, after.deadlines);
    let ended = office.seen_by_reporter(&ended).await;
    assert!(ended.history.iter().all(|event| event.act != Act::Recount));
}

#[tokio::test]
async fn a_decree_without_a_name_or_with_days_out_of_order_is_refused() {
    let office = Office::open().await;
    let nameless = office.portal.add_calendar(&decree(), " ").await;
    assert!(matches!(nameless, Err(Error::Broken(_))));
    let unread = office.portal.add_calendar("{}", "SKB").await;
    assert!(matches!(unread, Err(Error::Broken(_))));
}

#[tokio::test]
async fn hours_owed_are_right_before_while_and_after_a_decree_counts() {
    let mut office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let code = filed.code.as_str();
    office.act(&front, code, &[("act", "verify")]).await;
    let sentence = ("sentence", "Rekomendasi teknis ini diterbitkan DESDM.");
    office
        .act(
            &front,
            code,
            &[("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), sentence],
        )
        .await;
    office
        .portal
        .add_calendar(&decree(), "SKB perubahan 2026")
        .await
        .unwrap();
    office.restart().await;
    office.set("2026-11-03 12:00 WITA");
    let leader = office.officer("PROVINSI", Role::ProvinceLeader);
    let owed = async |office: &Office| {
        let figures = office
            .portal
            .province(&leader)
            .summary(None, domain::lang::Lang::Id)
            .await
            .unwrap();
        figures
            .pairs
            .iter()
            .map(|pair| (pair.waiting, pair.owed_hours))
            .collect::<Vec<_>>()
    };
    let before = owed(&office).await;
    assert_eq!(before, [(1, 3)]);
    assert_eq!(office.portal.recount().await.unwrap(), 1);
    assert_eq!(owed(&office).await, before);
    office.act(&front, code, &[("act", "take_back")]).await;
    assert!(owed(&office).await.iter().all(|pair| *pair == (0, 0)));
}
