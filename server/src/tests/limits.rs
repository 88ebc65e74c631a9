//! Limits per network, as a reader meets them.

use axum::{body::Body, http::StatusCode};

use super::{CLIENT, House, at, header, text};

async fn post_from(house: &House, client: &str, path: &str, accept: &str) -> axum::http::Response<Body> {
    let request = at("POST", path)
        .header(CLIENT, client)
        .header("accept", accept)
        .header("content-type", "application/x-www-form-urlencoded");
    house.ask(request.body(Body::from("code=X&secret=Y")).unwrap()).await
}

#[tokio::test]
async fn a_network_that_tries_too_often_reads_why_and_another_goes_on() {
    let house = House::open().await;
    let mut last = post_from(&house, "10.0.0.1", "/lacak", "text/html").await;
    for _ in 0..200 {
        if last.status() == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        last = post_from(&house, "10.0.0.1", "/lacak", "text/html").await;
    }
    assert_eq!(last.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(header(&last, "content-security-policy").starts_with("default-src 'none'"));
    let page = text(last).await;
    assert!(page.contains("Terlalu banyak percobaan") && page.contains("Tunggu beberapa menit"));
    assert!(
        !page.contains("boot.js"),
        "nothing wakes a page that belongs to no route"
    );

    let other = post_from(&house, "10.0.0.2", "/lacak", "text/html").await;
    assert_ne!(other.status(), StatusCode::TOO_MANY_REQUESTS);
    let reads = house
        .ask(
            at("GET", "/lacak")
                .header(CLIENT, "10.0.0.1")
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(reads.status(), StatusCode::OK);
}

#[tokio::test]
async fn filing_following_and_signing_in_are_limited_and_nothing_else() {
    let limited: Vec<_> = crate::router::ROUTES
        .iter()
        .filter(|route| route.limited.is_some())
        .map(|route| (route.method.as_str(), route.path))
        .collect();
    for route in [
        ("POST", "/lapor"),
        ("POST", "/lacak"),
        ("POST", "/lacak/{code}"),
        ("POST", "/masuk"),
    ] {
        assert!(limited.contains(&route), "{route:?}");
    }
}
