use crate::fixture::{Office, typed};
use domain::{lang::Lang, permit::Role, routing::Why};

const ROAD: &str = "Jalan provinsi di dekat jembatan Sekatak rusak berat dan berlubang, sudah banyak yang jatuh.";
const POWER: &str = "Listrik padam setiap malam di rumah kami, sudah lapor PLN tidak ada jawaban.";

#[tokio::test]
async fn a_suggestion_says_which_words_and_which_rule_it_comes_from() {
    let office = Office::open().await;
    let found = office
        .portal
        .citizen()
        .suggest(&typed(&[("body", ROAD), ("regency", "65.01")]), Lang::Id);
    let first = &found.agencies[0];
    assert_eq!(first.code, "DPUPR-PERKIM");
    assert!(found.is_sure && !first.is_outside);
    assert!(first.because.contains("“jalan provinsi”"), "{}", first.because);
    assert!(found.agencies.len() <= 3);
}

#[tokio::test]
async fn a_body_outside_is_suggested_with_the_way_to_reach_it() {
    let office = Office::open().await;
    let found = office
        .portal
        .citizen()
        .suggest(&typed(&[("body", POWER), ("regency", "65.71")]), Lang::En);
    let first = &found.agencies[0];
    assert_eq!((first.code.as_str(), first.is_outside), ("X-PLN", true));
    assert!(first.contact.is_some() && first.because.starts_with("you wrote"));
}

#[tokio::test]
async fn only_who_writes_of_a_matter_is_asked_about_it() {
    let office = Office::open().await;
    let lamp = "Lampu jalan padam di depan pasar sejak tiga minggu.";
    for (body, begin, is_about) in [
        (
            "KTP saya belum dicetak sejak tiga bulan lalu, alasannya blangko habis.",
            "KEPENDUDUKAN",
            true,
        ),
        (
            "Kartu keluarga kami salah nama dan belum diperbaiki.",
            "KEPENDUDUKAN",
            true,
        ),
        (lamp, "KEPENDUDUKAN", false),
        (lamp, "ENERGI", false),
        ("Taman bermain kota rusak dan rumputnya tinggi.", "KEPENDUDUKAN", false),
        ("Damkar kota terlambat datang, dua rumah habis.", "KEPENDUDUKAN", false),
        (POWER, "ENERGI", true),
    ] {
        let found = office
            .portal
            .citizen()
            .suggest(&typed(&[("body", body), ("regency", "65.01")]), Lang::Id);
        let category = found.category.map(|category| category.value).unwrap_or_default();
        assert_eq!(category.starts_with(begin), is_about, "{body}: {category}");
    }
}

#[tokio::test]
async fn nothing_is_suggested_for_words_that_say_nothing() {
    let office = Office::open().await;
    for body in ["", "zzz qqq", "12345 67890", "𝕬𝖇𝖈 \u{202e}x"] {
        let found = office
            .portal
            .citizen()
            .suggest(&typed(&[("body", body), ("regency", "65.01")]), Lang::Id);
        assert!(found.agencies.is_empty(), "{body}");
    }
}

#[tokio::test]
async fn a_suggestion_is_a_proposal_to_the_province_desk_and_never_certain() {
    let office = Office::open().await;
    for fields in [
        vec![("service", ""), ("body", ROAD)],
        vec![("service", ""), ("body", ROAD), ("route", "s:DPUPR-PERKIM")],
        vec![("service", ""), ("body", ROAD), ("route", "unknown"), ("agency", "DLH")],
    ] {
        let filed = office.file(&fields).await;
        let receipt = office
            .portal
            .citizen()
            .receipt(&filed.code, &filed.secret, Lang::Id)
            .await
            .unwrap()
            .unwrap();
        assert!(!receipt.is_certain, "{fields:?}");
        assert_eq!(
            (receipt.to.unwrap().code.as_str(), receipt.why),
            ("DPUPR-PERKIM", Why::Suggested),
            "{fields:?}"
        );
    }
}

#[tokio::test]
async fn who_chooses_from_the_list_means_the_list() {
    let office = Office::open().await;
    for route in ["own", "s:DPUPR-PERKIM", ""] {
        let filed = office
            .file(&[("service", ""), ("body", ROAD), ("route", route), ("agency", "DISHUB")])
            .await;
        let receipt = office
            .portal
            .citizen()
            .receipt(&filed.code, &filed.secret, Lang::Id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (receipt.to.unwrap().code.as_str(), receipt.why),
            ("DISHUB", Why::Chosen),
            "{route}"
        );
    }
}

#[tokio::test]
async fn a_report_for_a_body_outside_begins_at_the_province_desk() {
    let office = Office::open().await;
    let filed = office
        .file(&[
            ("service", ""),
            ("body", POWER),
            ("regency", "65.71"),
            ("district", ""),
            ("village", ""),
        ])
        .await;
    let receipt = office
        .portal
        .citizen()
        .receipt(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((receipt.to, receipt.why), (None, Why::NoRule));
}

#[tokio::test]
async fn a_dispatch_teaches_the_clerk_and_a_secret_report_teaches_nothing() {
    let office = Office::open().await;
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let dispatch = [
        ("act", "dispatch"),
        ("to", "DISHUB"),
        ("sentence", "Rambu dan lampu diurus Dishub."),
    ];
    let open = office
        .file(&[("service", ""), ("body", ROAD), ("visibility", "open")])
        .await;
    office.act(&province, &open.code, &dispatch).await;
    assert_eq!(office.portal.retrain().await.unwrap(), 1);
    let secret = office
        .file(&[
            ("service", ""),
            ("body", ROAD),
            ("visibility", "secret"),
            ("key", "another"),
        ])
        .await;
    let _ = office.try_act(&province, &secret.code, &dispatch).await;
    assert_eq!(office.portal.retrain().await.unwrap(), 1);
}

#[tokio::test]
async fn the_clerk_learns_what_officers_correct_and_keeps_no_name() {
    let office = Office::open().await;
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let body = "Gapura selamat datang roboh menimpa pagar Zulkarnaen nomor 081234567890.";
    let suggest = || {
        office
            .portal
            .citizen()
            .suggest(&typed(&[("body", body), ("regency", "65.01")]), Lang::Id)
    };
    for number in 0..8 {
        let key = format!("gapura-{number}");
        let with = [
            ("service", ""),
            ("body", body),
            ("visibility", "open"),
            ("key", &key),
            ("masking", "keep"),
        ];
        let filed = office.file(&with).await;
        let dispatch = [
            ("act", "dispatch"),
            ("to", "BIRO-UMUM"),
            ("sentence", "Gapura diurus Biro Umum."),
        ];
        office.act(&province, &filed.code, &dispatch).await;
    }
    assert_eq!(office.portal.retrain().await.unwrap(), 8);
    assert_eq!(suggest().agencies[0].code, "BIRO-UMUM");
    let kept = office.portal.clerk().keepable(body).join(" ");
    assert!(
        kept.contains("roboh") && !kept.contains("zulkarnaen") && !kept.contains("0812"),
        "{kept}"
    );
}

#[tokio::test]
async fn answers_to_questions_are_kept_and_telling_ones_may_be_for_the_province_desk_alone() {
    let office = Office::open().await;
    let filed = office
        .file(&[
            ("service", ""),
            ("agency", "DISNAKERTRANS"),
            ("visibility", "anonymous"),
            ("body", "Upah kami tiga bulan belum dibayar perusahaan."),
            ("application_no", "OSS-77"),
            ("q_company", "PT Contoh"),
            ("q_workers", "12"),
            ("telling", "yes"),
        ])
        .await;
    let own = office.seen_by_reporter(&filed).await.facts.unwrap();
    assert_eq!(own.answers.len(), 2);
    let handler = office.officer("DISNAKERTRANS", Role::Handler);
    let facts = office.seen_by(&handler, &filed.code).await.unwrap().facts.unwrap();
    assert!(facts.is_telling_hidden && facts.application_no.is_none());
    assert_eq!(
        facts
            .answers
            .iter()
            .map(|answer| answer.text.as_str())
            .collect::<Vec<_>>(),
        ["12"]
    );
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let facts = office.seen_by(&province, &filed.code).await.unwrap().facts.unwrap();
    assert_eq!(facts.application_no.as_deref(), Some("OSS-77"));
    assert_eq!(facts.answers.len(), 2);
}

#[tokio::test]
async fn an_answer_of_the_wrong_kind_is_said_at_its_field() {
    let office = Office::open().await;
    let form = crate::fixture::complaint(&[("q_workers", "dua belas"), ("q_road_passable", "perahu")]);
    let Err(crate::Error::Fields(fields)) = office.portal.citizen().file(&form).await else {
        panic!("taken");
    };
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["q_road_passable", "q_workers"]);
}

/// The categories of all lessons that have one.
async fn categories_taught(office: &Office) -> Vec<String> {
    let mut conn = office.portal.0.store.look_up().await.unwrap();
    let lessons = store::lesson::newest(&mut conn).await.unwrap();
    lessons.into_iter().filter_map(|lesson| lesson.category).collect()
}

#[tokio::test]
async fn an_officer_corrects_the_category_and_the_clerk_learns_it_and_never_its_own_guess() {
    const RIGHT: &str = "PERHUBUNGAN > PARKIR LIAR";
    let office = Office::open().await;
    let body = "Tumpukan rongsokan besi tua menutup sudut lapangan kosong di belakang kompleks.";
    let handler = office.officer("DISHUB", Role::AgencyAdmin);
    let ask = || {
        office
            .portal
            .citizen()
            .suggest(&typed(&[("body", body), ("regency", "65.01")]), Lang::Id)
    };
    let guess = ask().category.map(|choice| choice.value);
    assert_ne!(guess.as_deref(), Some(RIGHT));
    for number in 0..8 {
        let key = format!("rongsokan-{number}");
        let filed = office
            .file(&[
                ("service", ""),
                ("agency", "DISHUB"),
                ("body", body),
                ("visibility", "open"),
                ("key", &key),
            ])
            .await;
        office.act(&handler, &filed.code, &[("act", "verify")]).await;
        assert_eq!(
            categories_taught(&office).await,
            vec![RIGHT; number],
            "not the clerk's own guess"
        );
        let correction = [("act", "classify"), ("kind", "complaint"), ("category", RIGHT)];
        office.act(&handler, &filed.code, &correction).await;
        assert_eq!(categories_taught(&office).await, vec![RIGHT; number + 1]);
        let facts = office.seen_by(&handler, &filed.code).await.unwrap().facts.unwrap();
        assert_eq!(facts.category.as_deref(), Some(RIGHT));
    }
    office.portal.retrain().await.unwrap();
    assert_eq!(ask().category.map(|choice| choice.value).as_deref(), Some(RIGHT));
}

#[tokio::test]
async fn the_desk_offers_every_category_that_occurs_here_and_refuses_one_that_is_none() {
    let office = Office::open().await;
    let handler = office.officer("DISHUB", Role::AgencyAdmin);
    let choices = office.portal.desk(&handler).choices(Lang::Id).await.unwrap();
    let paths: Vec<&str> = choices
        .categories
        .iter()
        .flat_map(|group| &group.choices)
        .map(|choice| choice.value.as_str())
        .collect();
    assert!(paths.contains(&"PERHUBUNGAN") && paths.contains(&"PERHUBUNGAN > PARKIR LIAR"));
    let filed = office
        .file(&[("service", ""), ("agency", "DISHUB"), ("body", ROAD)])
        .await;
    for (path, is_taken) in [("PERHUBUNGAN > KAPAL SELAM", false), ("PERHUBUNGAN", true)] {
        let done = office
            .try_act(&handler, &filed.code, &[("act", "classify"), ("category", path)])
            .await;
        assert_eq!(done.is_ok(), is_taken, "{path}");
    }
}
