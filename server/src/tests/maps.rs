//! Maps on demand: what they fetch, who may send pictures, and that nothing private is among it.

use axum::http::StatusCode;
use domain::{permit::Role, view::choices::FoundPlace};
use portal::fixture::Office;
use serde_json::Value;

use super::{
    House, at,
    browser::{form, read},
    header, text,
};
use crate::{maps::Tiles, router::ROUTES};
use axum::body::Body;

/// An invented square province.
const BOUNDARIES: &str = include_str!("../../../portal/src/tests/fixtures/boundaries.json");
const TILES: &str = "https://{s}.tile.example.org/{z}/{x}/{y}.png";

/// A house on tiles.
async fn tiled() -> House {
    let tiles = Tiles::read(Some(TILES), Some("Peta contoh https://tile.example.org/lisensi")).unwrap();
    House::built(Office::open().await, ROUTES, |state| state.with_tiles(tiles.as_ref()))
}

/// A house whose operator imported boundaries.
async fn bounded() -> House {
    let mut office = Office::open().await;
    office
        .portal
        .import_boundaries(BOUNDARIES, "code", "Peta karangan")
        .await
        .unwrap();
    office.restart().await;
    House::over(office, ROUTES)
}

async fn ground(house: &House, path: &str) -> (String, Value) {
    let answer = house.get(path).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(header(&answer, "content-type"), "application/json");
    let kept = header(&answer, "cache-control").to_owned();
    (kept, serde_json::from_str(&text(answer).await).unwrap())
}

/// The version of what lies beneath maps, as a page names it.
async fn version(house: &House) -> String {
    let page = text(house.get("/lapor").await).await;
    let (_, rest) = page.split_once("&amp;w=").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn place_at(house: &House, latitude: &str, longitude: &str) -> Option<FoundPlace> {
    let body = form(&[("latitude", latitude), ("longitude", longitude)]);
    let request = at("POST", "/wilayah/titik")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let answer = house.ask(request).await;
    assert_eq!(
        (answer.status(), header(&answer, "cache-control")),
        (StatusCode::OK, "no-store")
    );
    read(answer).await
}

#[tokio::test]
async fn what_draws_a_map_is_kept_forever_under_its_version_and_is_part_of_no_page() {
    let house = House::open().await;
    for (path, status, kept) in [
        ("/map/map.js?v=1", StatusCode::OK, "public, max-age=31536000, immutable"),
        ("/map/map.js", StatusCode::OK, "public, max-age=3600"),
        ("/map/nothing.js?v=1", StatusCode::NOT_FOUND, "no-store"),
        ("/map/../sw.js?v=1", StatusCode::NOT_FOUND, "no-store"),
    ] {
        let answer = house.get(path).await;
        assert_eq!(
            (answer.status(), header(&answer, "cache-control")),
            (status, kept),
            "{path}"
        );
    }
    for path in ["/", "/lapor", "/laporan/peta"] {
        let page = text(house.get(path).await).await;
        assert!(!page.contains("leaflet") && !page.contains("id=\"map\""), "{path}");
    }
}

#[tokio::test]
async fn pictures_come_from_the_servers_that_the_operator_named_and_from_nowhere_else() {
    let policy = async |house: &House, path: &str| {
        let page = house.get(path).await;
        header(&page, "content-security-policy").to_owned()
    };
    let plain = House::open().await;
    assert!(policy(&plain, "/lapor").await.contains("; img-src 'self'; "));
    assert!(!text(plain.get("/lapor").await).await.contains("data-tiles"));
    let tiled = tiled().await;
    for path in ["/", "/lapor", "/laporan/peta", "/nowhere"] {
        let policy = policy(&tiled, path).await;
        assert!(
            policy.contains("; img-src 'self' https://*.tile.example.org; connect-src 'self'; "),
            "{path}: {policy}"
        );
        assert_eq!(policy.matches("tile.example.org").count(), 1, "{policy}");
    }
    let page = text(tiled.get("/lapor").await).await;
    assert!(page.contains("data-tiles=\"https://*.tile.example.org\""), "{page}");
}

#[tokio::test]
async fn what_lies_beneath_maps_is_one_file_kept_forever_under_the_version_that_pages_name() {
    let (plain, tiled, bounded) = (House::open().await, tiled().await, bounded().await);
    let mut versions = Vec::new();
    for house in [&plain, &tiled, &bounded] {
        let version = version(house).await;
        let (kept, _) = ground(house, &format!("/peta/wilayah.json?v={version}")).await;
        assert_eq!(kept, "public, max-age=31536000, immutable");
        let (kept, _) = ground(house, "/peta/wilayah.json?v=0123").await;
        assert_eq!(kept, "no-cache", "of another version");
        versions.push(version);
    }
    versions.dedup();
    assert_eq!(versions.len(), 3, "tiles and boundaries change it");
}

#[tokio::test]
async fn without_an_import_maps_show_the_capitals_and_with_one_its_places_and_its_source() {
    let levels = |ground: &Value| {
        let places = ground["places"]["features"].as_array().unwrap().clone();
        let mut levels: Vec<_> = places
            .iter()
            .map(|place| place["properties"]["level"].as_str().unwrap().to_owned())
            .collect();
        levels.dedup();
        levels
    };
    let (_, plain) = ground(&House::open().await, "/peta/wilayah.json").await;
    assert_eq!(levels(&plain), ["capital"]);
    assert_eq!(plain["places"]["type"], "FeatureCollection");
    assert_eq!(plain["box"], serde_json::json!([[1.16, 114.38944], [4.61528, 118.25]]));
    assert_eq!((&plain["tiles"], &plain["source"]), (&Value::Null, &Value::from("")));
    let (_, tiled) = ground(&tiled().await, "/peta/wilayah.json").await;
    assert_eq!(tiled["tiles"]["address"], TILES);
    assert_eq!(tiled["tiles"]["credit"], "Peta contoh");
    assert_eq!(tiled["tiles"]["href"], "https://tile.example.org/lisensi");
    let (_, bounded) = ground(&bounded().await, "/peta/wilayah.json").await;
    assert_eq!(levels(&bounded), ["regency", "district", "capital", "village"]);
    assert_eq!(bounded["source"], "Peta karangan");
}

#[tokio::test]
async fn a_point_says_which_place_it_lies_in_once_boundaries_are_imported() {
    let bounded = bounded().await;
    let found = place_at(&bounded, "2.50000", "117.20000").await.unwrap();
    assert_eq!(
        (found.regency.as_str(), found.district.as_str(), found.name.as_str()),
        ("65.01", "65.01.05", "Tanjung Selor, Bulungan")
    );
    for (latitude, longitude) in [("4.1", "117.7"), ("-6.2", "106.8"), ("", ""), ("x", "\u{1f600}")] {
        assert_eq!(place_at(&bounded, latitude, longitude).await, None, "{latitude}");
    }
    assert_eq!(place_at(&House::open().await, "2.5", "117.2").await, None);
}

#[tokio::test]
async fn the_map_of_published_cases_has_rounded_points_and_is_right_at_once() {
    let house = House::open().await;
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    let mut codes = Vec::new();
    for (visibility, longitude) in [("open", "117.36393"), ("anonymous", "117.51234")] {
        let with = [
            ("latitude", "2.84417"),
            ("longitude", longitude),
            ("visibility", visibility),
        ];
        let receipt = house.office.file(&with).await;
        house.office.act(&front, &receipt.code, &[("act", "verify")]).await;
        let form = [
            ("act", "publish"),
            ("title", "<b>Lampu</b> \"padam\""),
            ("body", "Tiga lampu padam sejak awal bulan."),
            ("masking", "yes"),
        ];
        house.office.act(&front, &receipt.code, &form).await;
        codes.push(receipt.code);
    }
    house.office.file(&[]).await;
    let answer = house.get("/laporan/peta.json").await;
    let etag = header(&answer, "etag").to_owned();
    assert_eq!(header(&answer, "cache-control"), "private, no-cache");
    let body = text(answer).await;
    for exact in ["2.84417", "117.36393", "117.51234", "117.51"] {
        assert!(!body.contains(exact), "{exact}: {body}");
    }
    let map: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(map["counts"][0]["name"], "Bulungan");
    assert_eq!(map["counts"][0]["cases"], 2);
    assert_eq!(map["pins"].as_array().unwrap().len(), 1);
    assert_eq!(map["pins"][0]["at"], serde_json::json!([2.84, 117.36]));
    assert_eq!(map["pins"][0]["cases"][0]["title"], "<b>Lampu</b> \"padam\"");
    assert_eq!(map["pins"][0]["cases"][0]["href"], format!("/laporan/{}", codes[0]));
    let again = || {
        at("GET", "/laporan/peta.json")
            .header("if-none-match", &etag)
            .body(Body::empty())
            .unwrap()
    };
    assert_eq!(house.ask(again()).await.status(), StatusCode::NOT_MODIFIED);
    house.office.set("2026-11-03 09:05 WITA");
    let back = [("act", "unpublish"), ("reason", "Memuat nama orang.")];
    house.office.act(&front, &codes[0], &back).await;
    let after = house.ask(again()).await;
    assert_eq!(after.status(), StatusCode::OK);
    assert!(!text(after).await.contains("Lampu"));
}
