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

/// A clerk that knows three matters, each from some sentences, and a rule.
fn clerk() -> Clerk {
    let lesson = |text: &str, agency: &str| Lesson {
        stems: stems(text),
        is_ordered: true,
        agency: Some(agency.to_owned()),
        regency: None,
        service: None,
        category: None,
        weight: 1.0,
    };
    let office = |name: &str, agency: &str| OfficeName {
        name: name.to_owned(),
        agency: agency.to_owned(),
    };
    let rule = LevelRule {
        code: "road".to_owned(),
        to: "ROADS".to_owned(),
        weight: 3,
        any: vec!["jalan provinsi".to_owned()],
        with: Vec::new(),
        none: Vec::new(),
        regency_in: Vec::new(),
        regency_not: Vec::new(),
        because: String::new(),
        because_en: String::new(),
    };
    Clerk::taught(Teaching {
        lessons: vec![
            lesson("aspal berlubang besar dekat jembatan membuat motor jatuh", "ROADS"),
            lesson("jembatan goyang dan papan lantai banyak lepas", "ROADS"),
            lesson("dokter jarang datang dan obat selalu kosong", "HEALTH"),
            lesson("pasien menunggu obat sampai sore tanpa kursi", "HEALTH"),
            lesson("dinas kesehatan", "HEALTH"),
            lesson("guru jarang masuk kelas dan murid bermain", "SCHOOLS"),
            lesson("atap kelas bocor murid belajar di lantai", "SCHOOLS"),
            lesson("dinas pendidikan", "SCHOOLS"),
        ],
        rules: vec![rule],
        offices: vec![
            office("dinas kesehatan", "HEALTH"),
            office("dinas pendidikan", "SCHOOLS"),
        ],
        ..Teaching::default()
    })
}

fn first(clerk: &Clerk, text: &str) -> String {
    clerk.suggest(text, None).agencies[0].agency.clone()
}

#[test]
fn whom_somebody_writes_to_says_less_than_what_the_matter_is() {
    let clerk = clerk();
    assert_eq!(
        first(&clerk, "Kepada dinas kesehatan: atap kelas bocor, murid pindah"),
        "SCHOOLS"
    );
    assert_eq!(
        first(&clerk, "Lapor dinas pendidikan, obat kosong dan dokter tidak ada"),
        "HEALTH"
    );
    assert_eq!(first(&clerk, "Dinas pendidikan tolong"), "SCHOOLS");
}

#[test]
fn the_name_of_an_office_is_one_word_and_no_word_about_the_matter() {
    assert_eq!(stems("dinas kesehatan provinsi"), ["dinas+sehat", "provinsi"]);
    assert_eq!(stems("kesehatan warga"), ["sehat", "warga"]);
    assert_eq!(stems("dinas kota"), ["dinas", "kota"]);
}

#[test]
fn a_rule_speaks_even_for_words_that_no_sentence_has() {
    assert_eq!(first(&clerk(), "jalan provinsi rusak"), "ROADS");
}

#[test]
fn the_same_teaching_gives_the_same_clerk() {
    let text = "obat kosong di kelas dekat jembatan";
    assert_eq!(clerk().suggest(text, None), clerk().suggest(text, None));
}
