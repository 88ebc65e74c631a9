//! The folder of an installation.

use std::{fs, os::unix::fs::PermissionsExt as _};

use domain::time::Timestamp;
use portal::ScriptedWorld;

use crate::data_dir::DataDir;

fn world(seed: u64) -> ScriptedWorld {
    ScriptedWorld::new(Timestamp::from_ms(0), seed)
}

#[test]
fn a_new_folder_and_its_key_are_their_owners_alone() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("deep/data");
    let folder = DataDir::open(&path).unwrap();
    let key = folder.key(&world(1)).unwrap();
    assert_ne!(key, [0; 32]);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&path.join("key"))), (0o700, 0o600));
    assert_eq!(fs::read_dir(&path).unwrap().count(), 1, "no draft is left behind");
}

#[test]
fn a_key_is_drawn_once_and_read_ever_after() {
    let place = tempfile::tempdir().unwrap();
    let folder = DataDir::open(place.path()).unwrap();
    let key = folder.key(&world(1)).unwrap();
    assert_eq!(DataDir::open(place.path()).unwrap().key(&world(2)).unwrap(), key);
}

#[test]
fn a_key_that_is_not_whole_is_refused_and_not_replaced() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("key");
    fs::write(&path, [7; 31]).unwrap();
    let refused = DataDir::open(place.path()).unwrap().key(&world(1)).unwrap_err();
    assert!(refused.to_string().contains("has 31 bytes, not 32"));
    assert_eq!(fs::read(&path).unwrap(), [7; 31]);
}

#[test]
fn a_demonstration_that_was_cut_off_is_taken_away_and_one_that_is_being_filled_in_is_not() {
    let place = tempfile::tempdir().unwrap();
    let folder = DataDir::open(place.path()).unwrap();
    fs::write(folder.database(), "half").unwrap();
    assert!(
        !folder.drop_half_demo().unwrap(),
        "nothing says that it is a demonstration"
    );
    let filling = folder.begin_demo().unwrap();
    assert!(!folder.drop_half_demo().unwrap());
    assert!(fs::exists(folder.database()).unwrap());
    drop(filling);
    assert!(folder.drop_half_demo().unwrap());
    assert!(!fs::exists(folder.database()).unwrap());
    let _filling = folder.begin_demo().unwrap();
    folder.keep_demo("sandi").unwrap();
    assert!(!folder.drop_half_demo().unwrap());
}
