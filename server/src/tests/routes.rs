//! The table of routes is the whole truth: no page, function or foreign form beside it.

use app::citizen::filing::{PLACE_AT_PATH, SUGGEST_PATH};
use std::collections::BTreeSet;

use app::{
    App,
    text::{Lang, words_for},
};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use leptos::{prelude::provide_context, server_fn::axum::server_fn_paths};
use leptos_axum::generate_route_list;

use super::{House, at};
use crate::router::{Kind, ROUTES};

fn paths_of(kind: Kind) -> BTreeSet<String> {
    ROUTES
        .iter()
        .filter(|route| route.kind == kind)
        .map(|route| route.path.to_owned())
        .collect()
}

/// A path of the table with its parts filled in.
fn filled(path: &str) -> String {
    path.replace("{lang}", "id")
        .replace("{code}", "00000-00000")
        .replace("{id}", "019ab000-0000-7000-8000-000000000001")
        .replace("{agency}", "DPMPTSP")
}

#[tokio::test]
async fn the_pages_of_the_table_are_the_pages_of_the_app() {
    let pages = generate_route_list(|| {
        provide_context(words_for(Lang::Id));
        App()
    });
    let pages: BTreeSet<String> = pages.iter().map(|page| page.path().to_owned()).collect();
    assert_eq!(pages, paths_of(Kind::Page));
}

#[test]
fn the_functions_of_the_table_are_the_functions_of_the_app_and_all_post() {
    let functions: Vec<_> = server_fn_paths()
        .filter(|(path, _)| !path.starts_with("/test/"))
        .collect();
    assert!(functions.iter().all(|(_, method)| method == Method::POST));
    let paths: BTreeSet<String> = functions.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(paths, paths_of(Kind::Function));
}

#[test]
fn nothing_changes_by_get_and_pages_do_not_post() {
    for route in ROUTES {
        let changes = matches!(route.kind, Kind::Form | Kind::Function);
        // Asked for by POST, so that the words of a report, and its point, stand in no address and in no log.
        let only_asks = [SUGGEST_PATH, PLACE_AT_PATH].contains(&route.path);
        assert_eq!(route.method == Method::POST, changes || only_asks, "{}", route.path);
    }
}

#[tokio::test]
async fn every_route_answers_its_method() {
    let house = House::open().await;
    for route in ROUTES {
        let request = at(route.method.as_str(), &filled(route.path))
            .body(Body::empty())
            .unwrap();
        assert_ne!(
            house.ask(request).await.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{}",
            route.path
        );
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_everywhere() {
    let house = House::open().await;
    let changes = ROUTES
        .iter()
        .filter(|route| ![Method::GET, Method::HEAD].contains(&route.method))
        .map(|route| (route.method.as_str(), filled(route.path)));
    for (method, path) in changes.chain([("POST", "/nowhere".to_owned())]) {
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            let mut request = at(method, &path).body(Body::empty()).unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
            assert_eq!(
                house.ask(request).await.status(),
                StatusCode::FORBIDDEN,
                "{method} {path} with {name}"
            );
        }
    }
}
