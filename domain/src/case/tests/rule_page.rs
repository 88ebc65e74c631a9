//! `docs/rules.md` names tests, and they are there.

use std::path::Path;

/// Every source file below a folder, as one text.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}

#[test]
fn every_test_that_the_rules_name_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = std::fs::read_to_string(root.join("../docs/rules.md")).unwrap();
    let rooms = std::fs::read_dir(root.join("..")).unwrap();
    let rooms = rooms.map(|entry| entry.unwrap().path().join("src"));
    let sources: String = rooms.filter(|src| src.is_dir()).map(|src| sources(&src)).collect();
    let last_cells = rules
        .lines()
        .filter_map(|line| line.strip_prefix('|')?.strip_suffix('|')?.rsplit('|').next());
    let names = last_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    // A name of a test is a sentence; shorter words in code marks are statuses.
    let missing: Vec<_> = names
        .filter(|name| name.matches('_').count() > 2 && !sources.contains(&format!("fn {name}(")))
        .collect();
    assert!(missing.is_empty(), "no test holds {missing:?}");
}
