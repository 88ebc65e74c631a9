//! The Kaltara pack is whole, and a broken one says where.

use std::path::Path;

use domain::kind::ServiceKind;
use jiff::civil::date;

use super::*;

fn kaltara() -> Pack {
    Pack::kaltara().unwrap()
}

/// The built-in texts, with one file replaced.
fn with_agencies(text: &str) -> Result<Pack, PackError> {
    Pack::from_files(&Files {
        settings: include_str!("../../../data/kaltara/pack.json"),
        agencies: text,
        regions: include_str!("../../../data/kaltara/regions.json"),
        villages: include_str!("../../../data/kaltara/villages.json"),
        services: include_str!("../../../data/kaltara/services.json"),
        categories: include_str!("../../../data/kaltara/lapor_categories.json"),
        holidays: include_str!("../../../data/kaltara/holidays.json"),
        routing: include_str!("../../../data/kaltara/routing.json"),
        questions: include_str!("../../../data/kaltara/questions.json"),
        topics: include_str!("../../../data/kaltara/training.json"),
        levels: include_str!("../../../data/kaltara/levels.json"),
    })
}

const AGENCIES: &str = include_str!("../../../data/kaltara/agencies.json");

#[test]
fn the_province_has_forty_eight_agencies_and_a_desk_as_tenants_and_fourteen_outside_bodies() {
    let pack = kaltara();
    assert_eq!(pack.tenants().count(), 49);
    assert_eq!(
        pack.tenants()
            .filter(|agency| agency.kind == AgencyKind::ProvinceDesk)
            .count(),
        1
    );
    assert_eq!(pack.outside_bodies().count(), 14);
}

#[test]
fn the_province_has_five_regencies_fifty_five_districts_and_482_villages() {
    let pack = kaltara();
    assert_eq!(pack.regions.len(), 5);
    assert_eq!(
        pack.regions.iter().map(|region| region.districts.len()).sum::<usize>(),
        55
    );
    assert_eq!(pack.villages.len(), 482);
}

#[test]
fn there_are_54_services_of_three_kinds_and_34_categories() {
    let pack = kaltara();
    let of = |kind| pack.services.iter().filter(|service| service.kind == kind).count();
    assert_eq!(
        (
            of(ServiceKind::BusinessLicence),
            of(ServiceKind::Licence),
            of(ServiceKind::NonLicence)
        ),
        (26, 12, 16)
    );
    assert_eq!(pack.categories.len(), 34);
    assert_eq!(
        pack.categories.iter().map(|category| category.sub.len()).sum::<usize>(),
        748
    );
}

#[test]
fn every_service_has_a_provider_in_every_regency() {
    let pack = kaltara();
    for service in &pack.services {
        for region in &pack.regions {
            assert!(
                pack.provider(service, Some(&region.code))
                    .is_some_and(|agency| agency.is_tenant),
                "{}",
                service.code
            );
        }
    }
}

#[test]
fn a_service_of_the_regency_has_no_provider_without_a_place() {
    let pack = kaltara();
    let building = pack.find_service("PBG").unwrap();
    assert_eq!(pack.provider(building, None), None);
    assert_eq!(
        pack.provider(building, Some("65.71.02.1004")).unwrap().code,
        "KOTA-TARAKAN"
    );
}

#[test]
fn each_routing_rule_stands_for_one_service_and_place() {
    let rules = kaltara().routing_rules();
    let mut keys: Vec<_> = rules.iter().map(|rule| (&rule.service, &rule.regency)).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), rules.len());
    assert_eq!(rules.len(), 49 + 5 * 5);
}

#[test]
fn no_routing_sentence_keeps_a_placeholder() {
    for rule in kaltara().routing_rules() {
        assert!(
            !rule.because.contains('{') && !rule.because_en.contains('{'),
            "{}",
            rule.code
        );
    }
}

#[test]
fn working_days_are_237_in_2025_and_240_in_2026_and_242_in_2027() {
    let pack = kaltara();
    let working = |year: i16| {
        date(year, 1, 1)
            .series(jiff::Span::new().days(1))
            .take_while(|day| day.year() == year)
            .filter(|day| day.weekday().to_monday_zero_offset() < 5)
            .filter(|day| pack.holidays.iter().all(|holiday| holiday.date != *day))
            .count()
    };
    assert_eq!((working(2025), working(2026), working(2027)), (237, 240, 242));
}

#[test]
fn a_limit_is_found_by_clock_and_kind_and_names_its_reference() {
    let settings = kaltara().settings;
    let days = |clock, kind| {
        settings
            .find_limit(clock, kind, date(2026, 5, 4))
            .map(|limit| limit.days)
    };
    assert_eq!(days(LimitClock::Verification, "complaint"), Some(3));
    assert_eq!(days(LimitClock::Resolution, "aspiration"), Some(5));
    assert_eq!(days(LimitClock::Resolution, "whistleblowing"), Some(14));
    assert_eq!(days(LimitClock::Ppid, "complaint"), None);
    assert!(settings.limits.iter().all(|limit| !limit.reference.is_empty()));
}

#[test]
fn office_hours_are_37_and_a_half_a_week_and_shorter_in_ramadan() {
    let settings = kaltara().settings;
    let minutes = |day: &OfficeDay| {
        (day.closes - day.opens).total(jiff::Unit::Minute).unwrap()
            - (day.break_until - day.break_from).total(jiff::Unit::Minute).unwrap()
    };
    let week = |monday: jiff::civil::Date| {
        monday
            .series(jiff::Span::new().days(1))
            .take(7)
            .filter_map(|day| settings.find_office_day(day))
            .map(minutes)
            .sum::<f64>()
    };
    assert!((week(date(2026, 5, 4)) - 37.5 * 60.0).abs() < 0.1);
    assert!((week(date(2026, 3, 2)) - 32.5 * 60.0).abs() < 0.1);
}

#[test]
fn cases_about_adoption_health_and_children_start_as_secret() {
    let settings = kaltara().settings;
    assert!(settings.starts_secret(Some("ADOPSI"), None));
    assert!(settings.starts_secret(Some("RSUD-LAYANAN"), Some("RSUD-JSK")));
    assert!(settings.starts_secret(None, Some("DP3AP2KB")));
    assert!(!settings.starts_secret(Some("SIPB"), Some("DPMPTSP")));
}

#[test]
fn a_place_is_found_whole_and_not_by_the_start_of_its_code() {
    let pack = kaltara();
    assert_eq!(pack.find_regency("65.01.05.1001").unwrap().tenant_code, "KAB-BULUNGAN");
    assert!(pack.find_regency("65.010").is_none());
    assert_eq!(pack.villages_of("65.71.04").count(), 3);
}

#[test]
fn the_pack_in_the_folder_is_the_pack_that_is_built_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/kaltara");
    let loaded = Pack::load(&folder).unwrap();
    assert_eq!(loaded.agencies, kaltara().agencies);
    assert_eq!(loaded.settings, kaltara().settings);
}

#[test]
fn a_missing_file_is_named() {
    let error = Pack::load(Path::new("nowhere")).unwrap_err();
    assert_eq!(error.to_string(), "pack.json: cannot be read");
}

#[test]
fn an_unknown_parent_is_named_with_file_and_entry() {
    let error = with_agencies(&AGENCIES.replace("\"parent\": \"SETDA\"", "\"parent\": \"SETDX\"")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "agencies.json: BIRO-ORGANISASI: has the unknown parent SETDX"
    );
}

#[test]
fn a_repeated_code_is_refused() {
    let error = with_agencies(&AGENCIES.replace("\"code\": \"DKP\"", "\"code\": \"DKISP\"")).unwrap_err();
    assert_eq!(error.to_string(), "agencies.json: DKISP: stands twice");
}

#[test]
fn a_service_of_an_agency_that_is_gone_is_refused() {
    let error = with_agencies(&AGENCIES.replace("\"code\": \"BKAD\"", "\"code\": \"BKAD-BARU\"")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "services.json: ASET: is provided by BKAD, which is no tenant"
    );
}
