use crate::fixture::Office;
use domain::{lang::Lang, permit::Role};

#[tokio::test]
async fn the_demonstration_is_performed_by_the_rules_and_shows_every_place() {
    let office = Office::open().await;
    let demo = office.portal.perform_demo("sandi percobaan").await.unwrap();
    assert!(demo.cases > 300);
    let receipt = demo.receipt.unwrap();
    assert!(
        office
            .portal
            .citizen()
            .open(&receipt.code, &receipt.secret, Lang::Id)
            .await
            .unwrap()
            .is_some()
    );
    let leader = office.officer("PROVINSI", Role::ProvinceLeader);
    let figures = office.portal.province(&leader).summary(None, Lang::Id).await.unwrap();
    assert!(figures.province.open > 50 && figures.province.late > 10 && figures.rulings_awaited > 1);
    // Whom to call is an agency, as on most days; the province desk keeps up.
    let longest = figures.pairs.iter().max_by_key(|pair| pair.owed_hours).unwrap();
    assert_ne!(longest.to.code, "PROVINSI");
    assert!(figures.pairs.iter().any(|pair| pair.waiting > 0 && pair.owed_hours > 0));
    let desk = office.officer("DPMPTSP", Role::AgencyAdmin);
    let queue = office
        .portal
        .desk(&desk)
        .queue(domain::view::queue::QueueFilter::Work, None, Lang::Id)
        .await
        .unwrap();
    assert!(queue.counts.work > 5);
}
