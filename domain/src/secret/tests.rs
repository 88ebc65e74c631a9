use proptest::prelude::*;

use super::{Secret, SecretFormError};

#[test]
fn a_secret_is_revealed_in_four_groups_of_four() {
    let secret = Secret::new([0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF]);
    assert_eq!(secret.reveal(), "0123-4567-89AB-CDEF");
}

#[test]
fn a_secret_is_read_in_any_case_with_spaces_or_without_hyphens() {
    for typed in [
        "0123-4567-89AB-CDEF",
        "o123456789abcdef",
        " OI23 4567 89ab cdef ",
        "0l23–4567–89AB–CDEF",
    ] {
        assert_eq!(
            typed.parse::<Secret>().unwrap().reveal(),
            "0123-4567-89AB-CDEF",
            "{typed:?}"
        );
    }
}

#[test]
fn a_text_of_another_length_or_alphabet_is_refused() {
    for typed in [
        "",
        "0123-4567-89AB-CDE",
        "0123-4567-89AB-CDEFG",
        "0123-4567-89AB-CDEU",
        "0123_4567_89AB_CDEF",
    ] {
        assert_eq!(typed.parse::<Secret>().map(|_| ()), Err(SecretFormError), "{typed:?}");
    }
}

#[test]
fn a_secret_does_not_appear_when_it_is_printed_for_debugging() {
    let secret = Secret::new([0xAB; 10]);
    assert_eq!(format!("{secret:?}"), "Secret(hidden)");
}

proptest! {
    #[test]
    fn every_secret_is_read_back(random in any::<[u8; 10]>()) {
        let read: Secret = Secret::new(random).reveal().parse().unwrap();
        prop_assert_eq!(read.bytes(), &random);
    }
}
