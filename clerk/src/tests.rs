//! The room as others use it.

use crate::*;

#[test]
fn the_stems_of_a_text_are_its_words_without_endings_and_without_empty_words() {
    assert_eq!(
        stems("Jalannya rusak sekali dan BERLUBANG!"),
        ["jalan", "rusak", "lubang"]
    );
    assert_eq!(stems("jln2 di desa kmi gk diperbaiki"), ["jalan", "desa", "baik"]);
    assert!(stems("").is_empty());
    assert!(stems("... 123 -- ").is_empty());
}

#[test]
fn the_same_text_gives_the_same_stems_however_it_is_written() {
    let plain = stems("listrik padam di kampung, jalan rusak");
    assert_eq!(stems("LISTRIK   padaaaam di kampung; jlnan rusaaak!!"), plain);
    assert_eq!(stems("lístrik padam di kampung jalan-jalan rusak"), plain);
}
