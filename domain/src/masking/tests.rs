use super::*;
use proptest::prelude::*;

fn public() -> BTreeSet<String> {
    ["tarakan", "bulungan", "dpmptsp", "sekatak", "nusantara"]
        .map(str::to_owned)
        .into()
}

fn kinds(text: &str) -> Vec<(Found, &str)> {
    let found = find(text, &public());
    found
        .into_iter()
        .map(|finding| (finding.kind, &text[finding.span]))
        .collect()
}

#[test]
fn numbers_that_point_to_a_person_are_found_by_their_shape() {
    for (text, expected) in [
        ("NIK saya 6571014503900001.", vec![(Found::Nik, "6571014503900001")]),
        ("hubungi 0812-3456-7890 ya", vec![(Found::Phone, "0812-3456-7890")]),
        ("WA +62 812 3456 7890", vec![(Found::Phone, "+62 812 3456 7890")]),
        ("6281234567890", vec![(Found::Phone, "6281234567890")]),
        (
            "surel budi.s@contoh.co.id.",
            vec![(Found::Email, "budi.s@contoh.co.id")],
        ),
        ("NIB 9120304567890", vec![(Found::Nib, "9120304567890")]),
        ("transfer ke rekening 1234567", vec![(Found::Account, "1234567")]),
        ("kartu 9999888877776666", vec![(Found::Account, "9999888877776666")]),
        ("mobil KU 1234 AB putih", vec![(Found::Plate, "KU 1234 AB")]),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn dates_sums_codes_and_addresses_are_left_alone() {
    for text in [
        "Sejak 08-11-2026 pukul 08.00-16.00, Rp 62.800.000.000, nomor I-202607-0048812.",
        "RT 05 RW 02, KM 12, PP 28 Tahun 2025, UU 25 Tahun 2009, hotel di lantai 12",
        "Kode KTR-26-7F3K-9QX6, 15.000 orang, tahun 2026, pasal 5 ayat 2",
    ] {
        assert_eq!(kinds(text), vec![], "{text}");
    }
}

#[test]
fn names_follow_a_word_of_address_and_are_found_again_without_one() {
    assert_eq!(
        kinds("Kami bertemu Pak Budi Santoso, lalu Budi pulang. Oknum bernama H. Amir bin Latif minta uang."),
        [
            (Found::Name, "Budi Santoso"),
            (Found::Name, "Budi"),
            (Found::Name, "H. Amir bin Latif"),
        ]
    );
    assert_eq!(
        kinds("Izin atas nama Siti Aminah ditolak."),
        [(Found::Name, "Siti Aminah")]
    );
    assert_eq!(kinds("a.n. Joko"), [(Found::Name, "Joko")]);
    assert_eq!(
        kinds("Saya Rahmat Hidayat dari desa"),
        [(Found::Name, "Rahmat Hidayat")]
    );
}

#[test]
fn offices_places_and_agencies_are_no_names() {
    for text in [
        "Ibu Kota Nusantara, Bapak Gubernur dan Ibu Bupati Bulungan",
        "oknum DPMPTSP di Pak Camat Sekatak, ibu hamil, Bu Guru",
        "Nama Tarakan, saya Kecewa, jalan an Tarakan",
    ] {
        assert_eq!(kinds(text), vec![], "{text}");
    }
}

#[test]
fn the_offered_masks_keep_the_sentence_readable() {
    assert_eq!(
        masked("Bapak Budi, 0812 3456 7812, menagih.", &public()),
        "Bapak …, 08•• •••• ••12, menagih."
    );
    assert_eq!(
        offers("Pak Budi dan Pak Joko, 081234567812", &public()),
        [
            (Found::Name, "…".to_owned()),
            (Found::Phone, "08•• •••• ••12".to_owned())
        ]
    );
}

/// Texts that are likely to hold something, with signs of several bytes between.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("Pak Budi Santoso ".to_owned()),
        Just("ibu Siti ".to_owned()),
        "0?8[0-9 -]{6,14}",
        "[0-9]{8,20}",
        "[a-z.]{0,6}@[a-z.]{0,8}",
        "[A-Z]{1,2} ?[0-9]{1,5} ?[A-Z]{0,3}",
        "\\PC{0,12}",
        Just("é•…\u{a0}".to_owned()),
    ];
    prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_searched_without_a_panic_at_borders_of_characters(text in any_text()) {
        let found = find(&text, &public());
        let mut last = 0;
        for finding in &found {
            prop_assert!(text.get(finding.span.clone()).is_some_and(|value| !value.is_empty()));
            prop_assert!(last <= finding.span.start);
            last = finding.span.end;
        }
    }

    #[test]
    fn a_masked_text_holds_none_of_the_numbers_and_addresses_that_were_found(text in any_text()) {
        let found = find(&text, &public());
        let masked = masked(&text, &public());
        for finding in found.iter().filter(|finding| !matches!(finding.kind, Found::Name | Found::Plate)) {
            let value = &text[finding.span.clone()];
            // The same digits inside a longer number were never found by themselves.
            let alone = text.matches(value).count() == found.iter().filter(|other| &text[other.span.clone()] == value).count();
            prop_assert!(!alone || !masked.contains(value), "{value} in {masked}");
        }
    }

    #[test]
    fn a_private_name_is_gone_wherever_it_stands(first in "[A-Z][a-z]{2,8}", last in "[A-Z][a-z]{2,8}") {
        let text = format!("Menurut Pak {first} {last}, {first} sudah membayar kepada {last}.");
        let is_known = |word: &str| find(&format!("Pak {word}"), &public()).is_empty();
        prop_assume!(!is_known(&first) && !is_known(&last));
        let masked = masked(&text, &public());
        let words: Vec<&str> = masked.split(|sign: char| !sign.is_alphabetic()).collect();
        prop_assert!(!words.contains(&first.as_str()) && !words.contains(&last.as_str()), "{masked}");
    }
}
