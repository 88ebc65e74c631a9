//! Boundaries that the operator imports: what is taken, what is refused and why, and what is then known of a point.

use super::publishing::published;
use crate::{Error, fixture::Office};
use domain::{point::Point, view::places::PlaceLevel};
use serde_json::{Value, json};

/// An invented square province: one regency, two districts in it, and a village that is a point.
const FIXTURE: &str = include_str!("fixtures/boundaries.json");

fn point(latitude: f64, longitude: f64) -> Point {
    Point::at(latitude, longitude).unwrap()
}

/// The fixture with something about a feature set otherwise.
fn changed(feature: usize, change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(FIXTURE).unwrap();
    change(&mut file["features"][feature]);
    file.to_string()
}

async fn refusal(office: &Office, text: &str) -> String {
    match office.portal.import_boundaries(text, "code", "").await {
        Err(Error::Broken(sentence)) => sentence,
        other => panic!("{other:?}"),
    }
}

async fn imported() -> Office {
    let mut office = Office::open().await;
    office
        .portal
        .import_boundaries(FIXTURE, "code", " Peta karangan ")
        .await
        .unwrap();
    office.restart().await;
    office
}

#[tokio::test]
async fn an_import_says_what_it_kept_and_counts_from_the_next_start_on() {
    let mut office = Office::open().await;
    let done = office.portal.import_boundaries(FIXTURE, "code", "BIG").await.unwrap();
    assert_eq!(
        (done.regencies, done.districts, done.villages, done.points),
        (1, 2, 0, 1)
    );
    assert!(done.bytes > 300 && done.metres == 11, "{done:?}");
    assert!(!office.portal.has_boundaries());
    office.restart().await;
    assert!(office.portal.has_boundaries());
}

#[tokio::test]
async fn a_point_is_known_by_the_smallest_place_that_holds_it() {
    let office = imported().await;
    let names = |latitude, longitude| {
        let found = office.portal.place_at(point(latitude, longitude))?;
        Some((found.regency, found.district, found.name))
    };
    let some =
        |regency: &str, district: &str, name: &str| Some((regency.to_owned(), district.to_owned(), name.to_owned()));
    assert_eq!(names(2.5, 117.2), some("65.01", "65.01.05", "Tanjung Selor, Bulungan"));
    assert_eq!(names(2.5, 117.7), some("65.01", "65.01.09", "Sekatak, Bulungan"));
    assert_eq!(names(2.9, 117.5), some("65.01", "", "Bulungan"), "in no district");
    assert_eq!(names(2.5, 117.68), some("65.01", "65.01.09", "Sekatak, Bulungan"));
    assert_eq!(names(2.45, 117.75), some("65.01", "", "Bulungan"), "in a hole");
    assert_eq!(names(4.1, 117.7), None, "beyond all of them");
    assert_eq!(Office::open().await.portal.place_at(point(2.5, 117.2)), None);
}

#[tokio::test]
async fn every_map_shows_capitals_and_the_imported_places_besides() {
    let before = Office::open().await.portal.places_on_map();
    assert_eq!(before.source, "");
    assert!(before.places.len() >= 4 && before.places.iter().all(|place| place.level == PlaceLevel::Capital));
    let view = imported().await.portal.places_on_map();
    assert_eq!(view.source, "Peta karangan");
    let named = |level| {
        let of_level = view.places.iter().filter(|place| place.level == level);
        of_level.map(|place| place.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(named(PlaceLevel::Regency), ["Bulungan"]);
    assert_eq!(named(PlaceLevel::District), ["Tanjung Selor", "Sekatak"]);
    assert_eq!(named(PlaceLevel::Village).len(), 1);
    for place in &view.places {
        let shape: Value = serde_json::from_str(&place.shape).unwrap();
        assert!(shape["coordinates"].is_array(), "{}", place.shape);
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_refused_by_the_name_of_the_feature_and_nothing_changes() {
    let mut office = imported().await;
    let code = |code: &str| {
        let code = json!(code);
        changed(1, |feature| feature["properties"]["code"] = code)
    };
    let shape = |shape: Value| changed(1, |feature| feature["geometry"] = shape);
    let ring = |ring: Value| shape(json!({"type": "Polygon", "coordinates": [ring]}));
    for (text, part) in [
        ("kabupaten;batas".to_owned(), "this is no GeoJSON"),
        (
            "{\"type\":\"FeatureCollection\",\"features\":[]}".to_owned(),
            "at least one feature",
        ),
        ("{\"type\":\"Feature\"}".to_owned(), "FeatureCollection"),
        (code("99.99"), "feature 2 (99.99): no place has this code"),
        (code("65.01"), "feature 2 (65.01): the code stands in the file twice"),
        (
            changed(1, |feature| feature["properties"] = Value::Null),
            "feature 2 has no property code",
        ),
        (shape(Value::Null), "feature 2 (65.01.05): it has no geometry"),
        (
            shape(json!({"type": "LineString", "coordinates": [[117.1, 2.5], [117.2, 2.5]]})),
            "feature 2 (65.01.05): it must be a Point, Polygon or MultiPolygon",
        ),
        (
            shape(json!({"type": "MultiPolygon", "coordinates": []})),
            "it has no polygon",
        ),
        (
            shape(json!({"type": "Polygon", "coordinates": []})),
            "a polygon has no ring",
        ),
        (
            shape(json!({"type": "Point", "coordinates": [117.1]})),
            "a longitude and a latitude",
        ),
        (
            shape(json!({"type": "Point", "coordinates": [106.8, -6.2]})),
            "feature 2 (65.01.05): longitude 106.8, latitude -6.2 lies outside the province",
        ),
        (
            ring(json!([[2.4, 117.1], [2.4, 117.4], [2.6, 117.1], [2.4, 117.1]])),
            "positions are longitude, latitude",
        ),
        (
            ring(json!([[117.1, 2.4], [117.4, 2.4], [117.1, 2.4]])),
            "four positions",
        ),
        (
            ring(json!([[117.1, 2.4], [117.4, 2.4], [117.4, 2.6], [117.1, 2.6]])),
            "end where it begins",
        ),
    ] {
        let sentence = refusal(&office, &text).await;
        assert!(sentence.contains(part), "{sentence}\n  lacks {part}");
    }
    let long = " ".repeat(crate::IMPORT_BYTES_MAX + 1);
    assert!(refusal(&office, &long).await.contains("simplify it first"));
    office.restart().await;
    assert!(office.portal.place_at(point(2.5, 117.2)).is_some());
}

#[tokio::test]
async fn another_name_of_the_property_and_codes_with_spaces_are_taken() {
    let office = Office::open().await;
    let text = FIXTURE
        .replace("\"code\":", "\"kode_kemendagri\":")
        .replace("\"65.01\"", "\" 65.01 \"");
    let done = office.portal.import_boundaries(&text, "kode_kemendagri", "").await;
    assert_eq!(done.unwrap().regencies, 1);
}

#[tokio::test]
async fn lines_are_made_simpler_until_all_of_them_fit() {
    let mut office = Office::open().await;
    // A coast of 300,000 corners, each 1 km off the line.
    let corners = 300_000_u32;
    let coast = (0..corners).map(|corner| {
        let longitude = 116.0 + f64::from(corner) / f64::from(corners);
        json!([longitude, if corner % 2 == 0 { 2.0 } else { 2.01 }])
    });
    let mut ring: Vec<Value> = coast.collect();
    ring.extend([json!([117.0, 3.0]), json!([116.0, 3.0]), json!([116.0, 2.0])]);
    let file = json!({"type": "FeatureCollection", "features": [{
        "type": "Feature", "properties": {"code": "65.02"}, "geometry": {"type": "Polygon", "coordinates": [ring]},
    }]});
    let done = office
        .portal
        .import_boundaries(&file.to_string(), "code", "")
        .await
        .unwrap();
    assert!(done.bytes < 4 * 1024 * 1024 && done.metres > 11, "{done:?}");
    office.restart().await;
    let lines: usize = office
        .portal
        .places_on_map()
        .places
        .iter()
        .map(|place| place.shape.len())
        .sum();
    assert!(lines < 210 * 1024, "{lines}");
    assert_eq!(office.portal.place_at(point(2.5, 116.5)).unwrap().regency, "65.02");
}

#[tokio::test]
async fn published_cases_are_counted_where_their_district_lies_and_else_at_the_seat_of_its_regency() {
    let mut office = Office::open().await;
    for district in ["65.01.05", "65.01.01", ""] {
        published(&office, &[("district", district), ("visibility", "anonymous")]).await;
    }
    let seen = async |office: &Office| {
        let map = office.portal.public("").on_map().await.unwrap();
        let counts = map
            .counts
            .into_iter()
            .map(|count| (count.name, count.cases, count.href));
        (counts.collect::<Vec<_>>(), map.pins)
    };
    let all = |name: &str, cases, href: &str| (name.to_owned(), cases, href.to_owned());
    assert_eq!(
        seen(&office).await,
        (vec![all("Bulungan", 3, "/laporan?wilayah=65.01")], vec![])
    );
    office.portal.import_boundaries(FIXTURE, "code", "").await.unwrap();
    office.restart().await;
    let by_district = vec![
        all("Tanjung Selor", 1, "/laporan?wilayah=65.01&kecamatan=65.01.05"),
        all("Bulungan", 2, "/laporan?wilayah=65.01"),
    ];
    assert_eq!(seen(&office).await.0, by_district);
}

#[tokio::test]
async fn pins_stand_at_rounded_points_of_open_published_cases_and_neighbours_share_one() {
    let office = Office::open().await;
    let mut addresses = Vec::new();
    for (latitude, longitude, visibility) in [
        ("2.84412", "117.36399", "open"),
        ("2.84101", "117.36011", "open"),
        ("2.90000", "117.30000", "anonymous"),
    ] {
        let with = [
            ("latitude", latitude),
            ("longitude", longitude),
            ("visibility", visibility),
        ];
        addresses.push(format!("/laporan/{}", published(&office, &with).await.code));
    }
    let map = office.portal.public("").on_map().await.unwrap();
    assert_eq!(map.pins.len(), 1, "{:?}", map.pins);
    assert_eq!(map.pins[0].at, [2.84, 117.36]);
    let hrefs: Vec<_> = map.pins[0].cases.iter().map(|case| case.href.clone()).collect();
    assert!(
        hrefs.len() == 2 && addresses[..2].iter().all(|href| hrefs.contains(href)),
        "{hrefs:?}"
    );
}
