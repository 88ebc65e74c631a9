use super::fixture::*;
use crate::{
    case::status::StatusCode,
    deed::{Classification, Deed},
    facts::{NewCase, Proposal, RegionCode},
    id::AgencyId,
    kind::{Kind, Visibility},
    permit::Role,
    refusal::Refusal,
    routing::Why,
};

fn about(service: &str, agency: impl Into<Option<AgencyId>>) -> NewCase {
    let mut asked = complaint(agency);
    asked.facts.service = Some(line(service));
    asked
}

fn in_region(service: &str, region: &str) -> NewCase {
    let mut asked = about(service, None);
    asked.facts.place.region = RegionCode::try_from(region).unwrap();
    asked
}

#[test]
fn a_case_begins_at_its_agency_if_that_is_certain_and_at_the_province_desk_if_not() {
    let rows = [
        ("chosen", complaint(DESDM), true, Some(DESDM), Why::Chosen, DESDM),
        (
            "chosen, and its service",
            about("izin-galian", DPMPTSP),
            true,
            Some(DPMPTSP),
            Why::Chosen,
            DPMPTSP,
        ),
        (
            "one rule",
            about("izin-galian", None),
            true,
            Some(DPMPTSP),
            Why::ServiceRule,
            DPMPTSP,
        ),
        (
            "of the place",
            in_region("pbg", "65.01.06"),
            true,
            Some(KAB),
            Why::ServiceRule,
            KAB,
        ),
        (
            "of the other place",
            in_region("pbg", "65.02"),
            true,
            Some(KAB_B),
            Why::ServiceRule,
            KAB_B,
        ),
        (
            "no such regency",
            in_region("pbg", "65.71"),
            false,
            None,
            Why::NoRule,
            PROVINSI,
        ),
        (
            "other gives it",
            about("izin-galian", DESDM),
            false,
            Some(DPMPTSP),
            Why::OtherGivesService,
            PROVINSI,
        ),
        ("nobody named", complaint(None), false, None, Why::NoRule, PROVINSI),
        ("not to be chosen", complaint(SETDA), false, None, Why::NoRule, PROVINSI),
    ];
    for (row, asked, is_certain, to, why, home) in rows {
        let life = Life::filed(asked);
        let routing = &life.case.routing;
        assert_eq!(
            (routing.is_certain, routing.to, routing.why),
            (is_certain, to, why),
            "{row}"
        );
        assert_eq!((life.case.key.home, life.case.holder), (home, home), "{row}");
        assert_eq!(life.status(), StatusCode::Submitted, "{row}");
        assert_eq!(life.last_event().about, to, "{row}");
        assert_eq!(life.last_event().reason, Some(why.as_str()), "{row}");
    }
}

#[test]
fn a_suggestion_is_proposed_and_never_certain() {
    let suggested = |agency, to, service: Option<&str>| {
        let mut asked = complaint(agency);
        asked.suggested = Some(Proposal { to, percent: 97 });
        asked.facts.service = service.map(line);
        Life::filed(asked).case
    };
    let case = suggested(None, DESDM, None);
    let route = (
        case.routing.is_certain,
        case.routing.to,
        case.routing.why,
        case.routing.percent,
    );
    assert_eq!(route, (false, Some(DESDM), Why::Suggested, Some(97)));
    assert_eq!(case.holder, PROVINSI);
    // What the citizen chose, and what one rule says, goes before it; an agency that takes no reports is not proposed.
    for (case, why) in [
        (suggested(Some(DLH), DESDM, None), Why::Chosen),
        (suggested(None, DESDM, Some("izin-galian")), Why::ServiceRule),
        (suggested(None, SETDA, None), Why::NoRule),
    ] {
        assert_eq!((case.routing.why, case.routing.percent), (why, None));
    }
}

#[test]
fn the_home_stays_when_the_case_moves() {
    let life = Life::filed(complaint(None)).and(
        &province(),
        Deed::Dispatch {
            to: DESDM,
            sentence: sentence(),
        },
    );
    assert_eq!((life.case.key.home, life.case.holder), (PROVINSI, DESDM));
    assert_eq!(life.status(), StatusCode::Dispatched);
}

#[test]
fn a_certain_case_is_verified_by_its_agency_or_by_the_province_desk() {
    for verifier in [handler(DESDM), liaison(DESDM), province()] {
        let life = Life::filed(complaint(DESDM)).and(&verifier, Deed::Verify);
        assert_eq!((life.status(), life.case.holder), (StatusCode::Dispatched, DESDM));
    }
    for other in [handler(DLH), liaison(DLH), actor(PROVINSI, Role::ProvinceLeader)] {
        let refusal = Life::filed(complaint(DESDM)).refusal(&other, Deed::Verify);
        assert!(matches!(refusal, Refusal::NotYours | Refusal::NotPermitted));
    }
}

#[test]
fn a_tenant_may_verify_automatically_what_is_certain_and_nothing_else() {
    let automatic = book_with(|book| {
        for tenant in book.tenants.values_mut() {
            tenant.verifies_automatically = true;
        }
    });
    let filed = |asked| Life::filed_under(automatic.clone(), asked, crate::time::at(MONDAY));
    let certain = filed(complaint(DESDM));
    assert_eq!(certain.status(), StatusCode::Dispatched);
    assert_eq!(certain.last_event().reason, Some("automatic"));
    assert_eq!(certain.events.len(), 2);
    for asked in [
        complaint(None),
        about("izin-galian", DESDM),
        of_kind(Kind::Whistleblowing, DESDM),
    ] {
        assert_eq!(filed(asked).status(), StatusCode::Submitted);
    }
}

#[test]
fn a_sensitive_service_and_whistleblowing_start_as_secret() {
    let rows = [
        (about("perlindungan-anak", None), Visibility::Open, Visibility::Secret),
        (
            about("perlindungan-anak", None),
            Visibility::Anonymous,
            Visibility::AnonymousSecret,
        ),
        (
            of_kind(Kind::Whistleblowing, DESDM),
            Visibility::Open,
            Visibility::Secret,
        ),
        (complaint(DESDM), Visibility::Open, Visibility::Open),
    ];
    for (asked, visibility, starts_as) in rows {
        let life = Life::filed(NewCase { visibility, ..asked });
        assert_eq!(life.case.visibility, starts_as);
    }
}

#[test]
fn a_case_for_an_agency_of_sensitive_services_starts_as_secret() {
    let book = book_with(|book| {
        book.routing.sensitive_agencies.insert(DLH);
    });
    let visibility = |asked| {
        let life = Life::filed_under(book.clone(), asked, crate::time::at(MONDAY));
        life.case.visibility
    };
    assert_eq!(visibility(complaint(DLH)), Visibility::Secret);
    assert_eq!(visibility(complaint(DESDM)), Visibility::Open);
}

#[test]
fn the_province_desk_never_sends_a_case_to_an_agency_that_does_not_exist() {
    let nowhere = AgencyId(uuid::Uuid::from_u128(0xDEAD));
    let life = Life::filed(complaint(None));
    let deed = Deed::Dispatch {
        to: nowhere,
        sentence: sentence(),
    };
    assert_eq!(life.refusal(&province(), deed), Refusal::WrongAgency);
}

#[test]
fn a_correction_never_makes_or_unmakes_a_conflict_of_interest() {
    let kind = |kind| {
        Deed::Classify(Classification {
            kind: Some(kind),
            ..Classification::default()
        })
    };
    let fee = Deed::Classify(Classification {
        subject: Some(crate::kind::Subject::IllegalFee),
        ..Classification::default()
    });
    let plain = Life::dispatched(DESDM);
    assert_eq!(
        plain.refusal(&handler(DESDM), kind(Kind::Whistleblowing)),
        Refusal::FlagNeeded
    );
    assert_eq!(plain.refusal(&handler(DESDM), fee), Refusal::FlagNeeded);
    let whistle = Life::filed(of_kind(Kind::Whistleblowing, DESDM));
    assert_eq!(
        whistle.refusal(&inspector(), kind(Kind::Complaint)),
        Refusal::FlagNeeded
    );
}

#[test]
fn a_correction_changes_the_category_it_names_and_leaves_it_where_it_names_none() {
    let category = |path: Option<&str>| {
        Deed::Classify(Classification {
            category: path.map(line),
            ..Classification::default()
        })
    };
    let mut life = Life::dispatched(DESDM);
    life.act(&handler(DESDM), category(Some("PERHUBUNGAN > PARKIR LIAR")));
    life.act(&handler(DESDM), category(None));
    let kept = life.case.facts.category.as_ref().map(crate::text::Line::as_str);
    assert_eq!(kept, Some("PERHUBUNGAN > PARKIR LIAR"));
}
