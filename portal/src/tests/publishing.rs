//! What everybody reads, from the office's edge: published, found, supported, taken back.

use crate::fixture::{Office, typed};
use crate::{Error, Receipt};
use domain::{
    case::status::StatusCode,
    deed::Act,
    lang::Lang,
    masking::Found,
    permit::Role,
    refusal::Refusal,
    text::FieldError,
    view::{
        public::{PublicFilter, PublicState},
        sinergi::PublicCell,
    },
};

const SITE: &str = "https://lapor.example";
const PUBLISH: [(&str, &str); 3] = [
    ("act", "publish"),
    ("title", "Izin galian batu belum terbit"),
    ("body", "Permohonan izin galian batu sudah empat bulan tanpa kabar."),
];

/// A verified report at DPMPTSP.
async fn verified(office: &Office, with: &[(&str, &str)]) -> Receipt {
    let filed = office.file(with).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &filed.code, &[("act", "verify")]).await;
    filed
}

pub(super) async fn published(office: &Office, with: &[(&str, &str)]) -> Receipt {
    let filed = verified(office, with).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &filed.code, &PUBLISH).await;
    filed
}

async fn listed(office: &Office, filter: PublicFilter) -> Vec<String> {
    let list = office.portal.public(SITE).list(filter, Lang::Id).await.unwrap();
    list.rows.into_iter().map(|row| row.code).collect()
}

#[tokio::test]
async fn a_published_case_is_read_by_everybody_with_its_holder_limit_and_moves() {
    let office = Office::open().await;
    let filed = published(&office, &[]).await;
    let public = office.portal.public(SITE);
    let case = public.case(&filed.code, None, Lang::Id).await.unwrap().unwrap();
    assert_eq!(case.row.title, "Izin galian batu belum terbit");
    assert_eq!(
        (case.row.holder.code.as_str(), case.row.status),
        ("DPMPTSP", StatusCode::Dispatched)
    );
    assert_eq!(case.url, format!("{SITE}/laporan/{}", filed.code));
    let due = case.row.due.unwrap();
    assert_eq!((due.due.iso.as_str(), due.is_late), ("2026-11-23", false));
    assert_eq!(case.steps.len(), 1);
    assert_eq!(case.response, None);
    let seen = office.seen_by_reporter(&filed).await;
    assert!(seen.publication.is_some() && seen.proposal.is_none());
}

#[tokio::test]
async fn the_officer_starts_from_the_masked_text_and_is_told_what_still_points_to_a_person() {
    let office = Office::open().await;
    let body = "Pak Budi Santoso di loket meminta saya menghubungi 0812 3456 7812 untuk izin galian.";
    let filed = verified(&office, &[("body", body), ("masking", "keep")]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let proposal = office.seen_by(&front, &filed.code).await.unwrap().proposal.unwrap();
    assert_eq!(
        proposal.text,
        "Pak … di loket meminta saya menghubungi 08•• •••• ••12 untuk izin galian."
    );
    let unmasked = [PUBLISH[0], PUBLISH[1], ("body", body)];
    let refused = office.try_act(&front, &filed.code, &unmasked).await;
    let Err(Error::Fields(fields)) = refused else {
        panic!("{refused:?}")
    };
    let found = |kind: Found, mask: &str| (kind, mask.to_owned());
    let offers = vec![found(Found::Name, "…"), found(Found::Phone, "08•• •••• ••12")];
    assert_eq!(fields, [("body".to_owned(), FieldError::Private(offers))]);
    let confirmed = [unmasked[0], unmasked[1], unmasked[2], ("masking", "yes")];
    office.act(&front, &filed.code, &confirmed).await;
}

#[tokio::test]
async fn a_citizen_is_asked_once_about_what_points_to_a_person_and_masks_or_keeps_it() {
    let office = Office::open().await;
    let body = (
        "body",
        "Lampu jalan padam. Hubungi saya di 0812 3456 7812, malam juga boleh.",
    );
    let file = async |with: &[(&str, &str)]| {
        let form = crate::fixture::complaint(&[&[body], with].concat());
        office.portal.citizen().file(&form).await
    };
    let Err(Error::Fields(fields)) = file(&[]).await else {
        panic!("it was not asked")
    };
    assert!(matches!(fields.as_slice(), [(field, FieldError::Private(_))] if field == "body"));
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    for (choice, kept) in [
        ("keep", body.1),
        (
            "mask",
            "Lampu jalan padam. Hubungi saya di 08•• •••• ••12, malam juga boleh.",
        ),
    ] {
        let filed = file(&[("masking", choice)]).await.unwrap();
        let seen = office.seen_by(&front, &filed.code).await.unwrap();
        assert_eq!(seen.facts.unwrap().body, kept);
    }
}

#[tokio::test]
async fn an_answer_is_public_only_once_the_officer_ticks_and_edits_it() {
    let office = Office::open().await;
    let filed = published(&office, &[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let answer = [
        ("act", "answer"),
        ("text", "Izin Ibu Siti Aminah terbit hari ini."),
        ("done", "Izin terbit"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    office.act(&front, &filed.code, &answer).await;
    let public = office.portal.public(SITE);
    let case = public.case(&filed.code, None, Lang::Id).await.unwrap().unwrap();
    assert_eq!((case.row.status, case.response), (StatusCode::Responded, None));
    let revise = [
        ("act", "revise"),
        PUBLISH[1],
        PUBLISH[2],
        ("response", "Izin sudah terbit."),
    ];
    office.act(&front, &filed.code, &revise).await;
    let unticked = public.case(&filed.code, None, Lang::Id).await.unwrap().unwrap();
    assert_eq!(unticked.response, None);
    let ticked = [revise[0], revise[1], revise[2], revise[3], ("respond", "yes")];
    office.act(&front, &filed.code, &ticked).await;
    let case = public.case(&filed.code, None, Lang::Id).await.unwrap().unwrap();
    assert_eq!(case.response.unwrap().text, "Izin sudah terbit.");
}

#[tokio::test]
async fn the_list_is_searched_by_stems_and_filtered_by_place_agency_and_state() {
    let office = Office::open().await;
    let filed = published(&office, &[("district", "65.01.07")]).await;
    let all = [filed.code.clone()];
    let with = |change: fn(&mut PublicFilter)| {
        let mut filter = PublicFilter::default();
        change(&mut filter);
        filter
    };
    for filter in [
        with(|_| {}),
        with(|filter| filter.words = "permohonan galian".to_owned()),
        with(|filter| filter.words = "perizinan".to_owned()),
        with(|filter| filter.regency = "65.01".to_owned()),
        with(|filter| filter.district = "65.01.07".to_owned()),
        with(|filter| filter.agency = "DPMPTSP".to_owned()),
        with(|filter| filter.state = Some(PublicState::Open)),
    ] {
        assert_eq!(listed(&office, filter.clone()).await, all, "{filter:?}");
    }
    for filter in [
        with(|filter| filter.words = "jembatan".to_owned()),
        with(|filter| filter.words = "galian jembatan".to_owned()),
        with(|filter| filter.words = "!!".to_owned()),
        with(|filter| filter.regency = "65.02".to_owned()),
        with(|filter| filter.agency = "DLH".to_owned()),
        with(|filter| filter.agency = "NOBODY".to_owned()),
        with(|filter| filter.state = Some(PublicState::Late)),
        with(|filter| filter.state = Some(PublicState::Done)),
    ] {
        assert!(listed(&office, filter.clone()).await.is_empty(), "{filter:?}");
    }
    office.set("2026-11-26 09:00 WITA");
    assert_eq!(
        listed(&office, with(|filter| filter.state = Some(PublicState::Late))).await,
        all
    );
}

#[tokio::test]
async fn a_list_of_more_than_a_page_goes_on_by_key_without_a_gap() {
    let office = Office::open().await;
    let mut all = Vec::new();
    for minute in 10..35 {
        office.set(&format!("2026-11-03 09:{minute} WITA"));
        all.insert(0, published(&office, &[]).await.code);
    }
    let public = office.portal.public(SITE);
    let first = public.list(PublicFilter::default(), Lang::Id).await.unwrap();
    let after = first.next.clone().unwrap();
    let second = public
        .list(
            PublicFilter {
                after,
                ..PublicFilter::default()
            },
            Lang::Id,
        )
        .await
        .unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (20, 5, None));
    let shown: Vec<_> = first.rows.into_iter().chain(second.rows).map(|row| row.code).collect();
    assert_eq!(shown, all);
}

#[tokio::test]
async fn similar_cases_are_near_share_what_is_rare_and_are_worth_supporting() {
    let office = Office::open().await;
    let filed = published(&office, &[]).await;
    for title in ["Lampu jalan padam di pasar", "Puskesmas tutup siang hari"] {
        let other = verified(&office, &[]).await;
        let front = office.officer("DPMPTSP", Role::AgencyAdmin);
        let form = [
            ("act", "publish"),
            ("title", title),
            ("body", "Sudah tiga minggu begini dan belum ada petugas."),
        ];
        office.act(&front, &other.code, &form).await;
    }
    let public = office.portal.public(SITE);
    let text = "Izin galian batu saya belum terbit, sudah empat bulan saya menunggu kabar permohonan.";
    let similar = public.similar(text, "65.01", "").await.unwrap();
    assert_eq!(similar.iter().map(|case| &case.code).collect::<Vec<_>>(), [&filed.code]);
    assert!(public.similar(text, "65.02", "").await.unwrap().is_empty());
    assert!(
        public
            .similar("Sampah menumpuk di tepi sungai dekat dermaga lama.", "65.01", "")
            .await
            .unwrap()
            .is_empty()
    );
    assert!(public.similar(text, "99.99", "").await.unwrap().is_empty());
}

#[tokio::test]
async fn a_report_that_is_another_says_why_to_the_desk() {
    let office = Office::open().await;
    let first = published(&office, &[]).await;
    let why = ("unlike_why", "Lokasinya di seberang sungai.");
    let second = office.file(&[("unlike_code", &first.code), why]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let facts = office.seen_by(&front, &second.code).await.unwrap().facts.unwrap();
    assert_eq!(facts.unlike, Some((first.code, why.1.to_owned())));
}

#[tokio::test]
async fn support_counts_each_browser_once_and_only_for_what_is_published() {
    let office = Office::open().await;
    let filed = published(&office, &[]).await;
    let public = office.portal.public(SITE);
    let (one, two) = (public.new_browser(), public.new_browser());
    for browser in [&one, &one, &two] {
        public.support(&filed.code, browser, true).await.unwrap();
    }
    let case = public.case(&filed.code, Some(&one), Lang::Id).await.unwrap().unwrap();
    assert_eq!((case.row.supports, case.is_supported), (2, true));
    public.support(&filed.code, &one, false).await.unwrap();
    let case = public.case(&filed.code, Some(&one), Lang::Id).await.unwrap().unwrap();
    assert_eq!((case.row.supports, case.is_supported), (1, false));
    let hidden = verified(&office, &[]).await;
    for code in [hidden.code.as_str(), "KTR-26-7F3K-9QX6", ""] {
        let refused = public.support(code, &one, true).await;
        assert!(matches!(refused, Err(Error::Missing)), "{refused:?}");
    }
}

#[tokio::test]
async fn what_is_taken_back_or_withdrawn_or_accused_is_gone_at_once() {
    let office = Office::open().await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let public = office.portal.public(SITE);
    let ends: [(&str, &[(&str, &str)]); 3] = [
        ("desk", &[("act", "unpublish"), ("reason", "Memuat nama orang.")]),
        (
            "province",
            &[
                ("act", "flag"),
                ("accused", "DPMPTSP"),
                ("reason", "Petugas meminta uang."),
            ],
        ),
        ("reporter", &[("act", "withdraw")]),
    ];
    for (at, (who, form)) in ends.into_iter().enumerate() {
        office.set(&format!("2026-11-03 1{at}:00 WITA"));
        let filed = published(&office, &[]).await;
        let before = public.revision().await.unwrap();
        office.set(&format!("2026-11-03 1{at}:01 WITA"));
        match who {
            "desk" => office.act(&front, &filed.code, form).await,
            "province" => office.act(&province, &filed.code, form).await,
            _ => office.act_as_reporter(&filed, form).await,
        }
        assert_eq!(public.case(&filed.code, None, Lang::Id).await.unwrap(), None, "{who}");
        assert!(listed(&office, PublicFilter::default()).await.is_empty(), "{who}");
        assert!(public.revision().await.unwrap() > before, "copies end");
        assert!(public.addresses().await.unwrap().0.is_empty());
    }
}

#[tokio::test]
async fn secret_reports_are_refused_and_offer_no_act_that_publishes() {
    let office = Office::open().await;
    let filed = verified(&office, &[("visibility", "secret")]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let refused = office.try_act(&front, &filed.code, &PUBLISH).await;
    assert!(
        matches!(refused, Err(Error::Refused(Refusal::NotPublic))),
        "{refused:?}"
    );
    let seen = office.seen_by(&front, &filed.code).await.unwrap();
    assert!(!seen.may(Act::Publish) && seen.proposal.is_none());
}

#[tokio::test]
async fn an_agencys_page_shows_its_promises_exact_public_counts_and_hides_small_cells() {
    let office = Office::open().await;
    published(&office, &[]).await;
    office.set("2026-12-01 09:00 WITA");
    let public = office.portal.public(SITE);
    let page = public.agency("DPMPTSP", Lang::Id).await.unwrap().unwrap();
    assert_eq!((page.first_response.0, page.answer.0), (5, 14));
    assert_eq!(page.published, (1, 1, 0));
    assert_eq!(page.received, PublicCell::Few);
    assert_eq!((page.on_time_permille, page.first_response_tenths), (None, None));
    assert!(page.services.iter().any(|service| service.days.is_some()) || !page.services.is_empty());
    assert_eq!(page.latest.len(), 1);
    assert_eq!(public.agency("NOBODY", Lang::Id).await.unwrap(), None);
    assert!(public.agencies().agencies.len() > 40);
}

#[tokio::test]
async fn the_map_counts_published_cases_by_district_and_says_where_none_was_named() {
    let office = Office::open().await;
    published(&office, &[("district", "65.01.07")]).await;
    published(&office, &[]).await;
    let map = office.portal.public(SITE).map().await.unwrap();
    let bulungan = map.regencies.iter().find(|regency| regency.code == "65.01").unwrap();
    let district = bulungan
        .districts
        .iter()
        .find(|district| district.code == "65.01.07")
        .unwrap();
    assert_eq!((district.cases, bulungan.elsewhere), (1, 1));
    assert!(map.regencies.iter().flat_map(|regency| &regency.districts).count() > 50);
}

#[tokio::test]
async fn a_former_holder_and_a_stranger_publish_nothing() {
    let office = Office::open().await;
    let filed = verified(&office, &[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let sentence = ("sentence", "Rekomendasi teknis ini diterbitkan DESDM.");
    let offer = [("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), sentence];
    office.act(&front, &filed.code, &offer).await;
    let mines = office.officer("DESDM", Role::AgencyAdmin);
    office.act(&mines, &filed.code, &[("act", "accept")]).await;
    let former = office.try_act(&front, &filed.code, &PUBLISH).await;
    assert!(matches!(former, Err(Error::Refused(Refusal::NotYours))), "{former:?}");
    let stranger = office.officer("DLH", Role::AgencyAdmin);
    let missing = office.portal.desk(&stranger).act(&filed.code, &typed(&PUBLISH)).await;
    assert!(matches!(missing, Err(Error::Missing)), "{missing:?}");
    office.act(&mines, &filed.code, &PUBLISH).await;
}

#[tokio::test]
async fn the_public_page_of_an_open_case_has_the_rounded_point_and_an_anonymous_one_has_none() {
    let office = Office::open().await;
    let point = [("latitude", "2.84412"), ("longitude", "117.36399")];
    for (visibility, shown) in [("open", Some("2.84, 117.36")), ("anonymous", None)] {
        let filed = published(&office, &[("visibility", visibility), point[0], point[1]]).await;
        let case = office.portal.public(SITE).case(&filed.code, None, Lang::Id).await;
        let point = case.unwrap().unwrap().point.map(|point| point.to_string());
        assert_eq!(point.as_deref(), shown, "{visibility}");
    }
}
