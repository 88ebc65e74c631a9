use crate::{Error, fixture::Office};
use domain::permit::Role;

const PASSWORD: &str = "sandi yang panjang";

#[tokio::test]
async fn a_session_begins_with_the_right_password_and_ends_when_asked() {
    let office = Office::open().await;
    let accounts = office.portal.account();
    accounts
        .create("DLH", Role::Handler, "Sari Dewi", "Sari", PASSWORD)
        .await
        .unwrap();
    let token = accounts.sign_in("sari", PASSWORD).await.unwrap().unwrap();
    let officer = accounts.who(&token).await.unwrap().unwrap();
    assert_eq!(
        (officer.agency, officer.role, officer.name.as_str()),
        (office.agency("DLH"), Role::Handler, "Sari")
    );
    accounts.sign_out(&token).await.unwrap();
    assert!(accounts.who(&token).await.unwrap().is_none());
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_open_nothing() {
    let office = Office::open().await;
    let accounts = office.portal.account();
    accounts
        .create("DLH", Role::Handler, "Sari Dewi", "sari", PASSWORD)
        .await
        .unwrap();
    assert!(accounts.sign_in("sari", "sandi yang salah").await.unwrap().is_none());
    assert!(accounts.sign_in("orang lain", PASSWORD).await.unwrap().is_none());
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_without_use() {
    let office = Office::open().await;
    let accounts = office.portal.account();
    accounts
        .create("DLH", Role::Handler, "Sari Dewi", "sari", PASSWORD)
        .await
        .unwrap();
    let token = accounts.sign_in("sari", PASSWORD).await.unwrap().unwrap();
    office.set("2026-11-03 20:59 WITA");
    assert!(accounts.who(&token).await.unwrap().is_some());
    office.set("2026-11-04 09:00 WITA");
    assert!(accounts.who(&token).await.unwrap().is_none());
}

#[tokio::test]
async fn a_short_password_is_refused() {
    let office = Office::open().await;
    let made = office
        .portal
        .account()
        .create("DLH", Role::Handler, "Sari Dewi", "sari", "pendek")
        .await;
    assert!(matches!(made, Err(Error::Fields(_))), "{made:?}");
}
