use proptest::prelude::*;

use super::{CodePrefix, TrackingCode, TrackingCodeError, check_value};
use crate::crockford;

const CODE: &str = "KTR-26-7F3K-9QX6";

fn prefix() -> CodePrefix {
    CodePrefix::try_from("KTR".to_owned()).unwrap()
}

fn any_values() -> impl Strategy<Value = [u8; 7]> {
    prop::array::uniform7(0_u8..32)
}

#[test]
fn a_code_is_read_in_any_case_with_spaces_or_without_hyphens() {
    for typed in [
        CODE,
        "ktr-26-7f3k-9qx6",
        "KTR267F3K9QX6",
        " ktr 26  7f3k 9qx6\n",
        "KTR–26–7F3K–9QX6",
    ] {
        assert_eq!(typed.parse::<TrackingCode>().unwrap().as_str(), CODE, "{typed:?}");
    }
}

#[test]
fn i_and_l_are_read_as_one_and_o_as_zero() {
    let code = TrackingCode::new(&prefix(), 2026, [0, 1, 1, 0, 0, 1, 0]);
    assert!(code.as_str().starts_with("KTR-26-0110-010"));
    let typed = code.as_str().replacen("0110-010", "Oil0-oLO", 1);
    assert_eq!(typed.parse(), Ok(code));
}

#[test]
fn a_text_of_another_form_is_refused() {
    for typed in [
        "",
        "9QX6",
        "K-26-7F3K-9QX6",
        "KTRXY-26-7F3K-9QX6",
        "K1R-26-7F3K-9QX6",
        "KTR-2A-7F3K-9QX6",
        "KTR-26-7F3K-9QU6",
        "KTR-26-7F3K-9QX",
        "KTR-26-7F3K-9QX66",
        "KTR_26_7F3K_9QX6",
        "ÄTR-26-7F3K-9QX6",
    ] {
        assert_eq!(typed.parse::<TrackingCode>(), Err(TrackingCodeError::Form), "{typed:?}");
    }
}

#[test]
fn a_wrong_check_character_is_told_apart_from_a_wrong_form() {
    assert_eq!(
        "KTR-26-7F3K-9QX7".parse::<TrackingCode>(),
        Err(TrackingCodeError::Check)
    );
}

#[test]
fn a_very_long_text_is_refused() {
    assert!("7".repeat(100_000).parse::<TrackingCode>().is_err());
}

#[test]
fn a_code_is_sent_as_its_text_and_read_with_the_same_checks() {
    let code: TrackingCode = CODE.parse().unwrap();
    let sent = serde_json::to_string(&code).unwrap();
    assert_eq!(sent, format!("\"{CODE}\""));
    assert_eq!(serde_json::from_str::<TrackingCode>(&sent).unwrap(), code);
    assert!(serde_json::from_str::<TrackingCode>("\"KTR-26-7F3K-9QX7\"").is_err());
}

#[test]
fn only_the_swap_of_zero_and_z_is_missed() {
    for left in 0..32_u8 {
        for right in (0..32_u8).filter(|right| *right != left) {
            let caught = check_value([1, 2, 3, left, right, 4, 5]) != check_value([1, 2, 3, right, left, 4, 5]);
            let is_zero_and_z = [left.min(right), left.max(right)] == [0, 31];
            assert_eq!(caught, !is_zero_and_z, "{left} and {right}");
        }
    }
}

proptest! {
    #[test]
    fn every_code_made_is_read_back(random in any::<[u8; 7]>(), year in 2000_i16..2100) {
        let code = TrackingCode::new(&prefix(), year, random);
        prop_assert_eq!(code.as_str().parse::<TrackingCode>().unwrap(), code);
    }

    #[test]
    fn one_wrong_character_is_always_found(values in any_values(), place in 0_usize..8, other in 1_u8..32) {
        let code = TrackingCode::new(&prefix(), 2026, values);
        let place = if place < 4 { 7 + place } else { 8 + place };
        let right = crockford::value(char::from(code.as_str().as_bytes()[place])).unwrap();
        let mut typed = code.as_str().to_owned();
        typed.replace_range(place..=place, &crockford::symbol((right + other) % 32).to_string());
        prop_assert_eq!(typed.parse::<TrackingCode>(), Err(TrackingCodeError::Check));
    }

    #[test]
    fn no_text_makes_the_reader_stumble(typed in "\\PC{0,40}") {
        let _ = typed.parse::<TrackingCode>();
    }
}
