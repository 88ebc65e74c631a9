//! The rooms use one another only as the plan of the house has it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// Room → the rooms it uses.
const ARROWS: [(&str, &[&str]); 9] = [
    ("app", &["domain", "portal"]),
    ("clerk", &[]),
    ("domain", &[]),
    ("files", &["domain"]),
    ("frontend", &["app"]),
    ("portal", &["clerk", "domain", "files", "store"]),
    ("server", &["app", "domain", "portal", "store"]),
    ("store", &["domain"]),
    ("xtask", &[]),
];

/// What must never come near a browser.
const SERVER_ONLY: [&str; 16] = [
    "argon2",
    "axum",
    "clerk",
    "files",
    "geo",
    "hyper",
    "image",
    "leptos_axum",
    "lopdf",
    "mio",
    "object_store",
    "portal",
    "rustls",
    "server",
    "sqlx",
    "store",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Package → names of its dependencies, as its `Cargo.toml` declares them; those for tests are not arrows.
fn declared() -> BTreeMap<String, BTreeSet<String>> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let uses = package["dependencies"].as_array().unwrap().iter();
            let uses = uses
                .filter(|used| used["kind"] != "dev")
                .map(|used| used["name"].as_str().unwrap().to_owned());
            (package["name"].as_str().unwrap().to_owned(), uses.collect())
        })
        .collect()
}

fn lines_with(folder: &Path, words: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            lines_with(&path, words, found);
        } else if fs::read_to_string(&path).unwrap().contains(words) {
            found.push(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
        }
    }
}

#[test]
fn the_rooms_use_one_another_as_the_arrows_say() {
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let declared = declared();
    assert_eq!(declared.keys().map(String::as_str).collect::<BTreeSet<_>>(), rooms);
    for (room, uses) in ARROWS {
        let used: Vec<&str> = declared[room]
            .iter()
            .map(String::as_str)
            .filter(|name| rooms.contains(name))
            .collect();
        assert_eq!(used, uses, "{room}");
    }
}

#[test]
fn only_the_archive_names_sqlx() {
    for (room, uses) in declared() {
        assert_eq!(uses.contains("sqlx"), room == "store", "{room}");
    }
}

#[test]
fn no_server_crate_reaches_the_browser() {
    let tree = cargo(&[
        "tree",
        "-p",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
        "-e",
        "normal",
        "--prefix",
        "none",
    ]);
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.contains("app"));
    for name in SERVER_ONLY {
        assert!(!names.contains(name), "{name} is in the wasm");
    }
}

#[test]
fn only_one_file_of_the_front_rooms_knows_which_side_it_is_on() {
    let mut found = Vec::new();
    lines_with(&root().join("app/src"), "cfg(feature", &mut found);
    assert_eq!(found, ["app/src/ssr.rs"]);
}
