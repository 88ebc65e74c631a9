//! Who may see the province's figures.

use axum::{
    body::{Body, to_bytes},
    http::StatusCode,
};
use domain::{permit::Role, view::sinergi::SinergiView};

use super::{House, at, header, text};

#[tokio::test]
async fn the_figures_are_for_those_who_look_across_agencies() {
    let house = House::open().await;
    for &role in Role::ALL {
        let sees = matches!(
            role,
            Role::ProvinceAdmin | Role::ProvinceLeader | Role::Auditor | Role::Inspectorate
        );
        let cookie = house.signed_in("DPMPTSP", role).await;
        let page = house.get_as(&cookie, "/sinergi").await;
        let expected = if sees { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(page.status(), expected, "{role:?}");
        let page = text(page).await;
        assert_eq!(page.contains("Ke mana saya harus menelepon?"), sees, "{role:?}");
        assert_eq!(
            page.contains("Anda tidak berwenang membuka halaman ini"),
            !sees,
            "{role:?}"
        );

        let function = at("POST", "/api/sinergi/summary")
            .header("cookie", &cookie)
            .header("content-type", "application/octet-stream")
            .body(Body::from(postcard::to_allocvec(&0_i64).unwrap()))
            .unwrap();
        assert_eq!(house.ask(function).await.status(), expected, "{role:?}");
    }
}

#[tokio::test]
async fn the_page_reads_the_same_figures_that_its_function_gives() {
    let house = House::open().await;
    house.office.file(&[]).await;
    let cookie = house.signed_in("PROVINSI", Role::ProvinceLeader).await;
    let function = at("POST", "/api/sinergi/summary")
        .header("cookie", &cookie)
        .header("content-type", "application/octet-stream")
        .body(Body::from(postcard::to_allocvec(&202_611_i64).unwrap()))
        .unwrap();
    let answer = house.ask(function).await;
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let view: SinergiView = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(view.month, 202_611);
    let page = text(house.get_as(&cookie, "/sinergi?bulan=202611").await).await;
    assert!(page.contains(&view.as_of.long) && page.contains(&view.period));
    assert!(
        page.contains("Tidak ada instansi yang menunggu"),
        "nobody waits, and the page says so"
    );
}

#[tokio::test]
async fn nobody_sees_the_figures_without_a_session() {
    let house = House::open().await;
    assert_eq!(
        header(&house.get("/sinergi").await, "location"),
        "/masuk?kembali=%2Fsinergi"
    );
    let function = at("POST", "/api/sinergi/summary").body(Body::empty()).unwrap();
    assert_eq!(house.ask(function).await.status(), StatusCode::UNAUTHORIZED);
}
