//! The plan is whole, varied, the same every time, and the rules accept every step of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    case::{
        Case,
        change::{Acting, Moment},
        file::NewNames,
        status::StatusCode,
    },
    id::{AgencyId, CaseId, PersonId},
    kind::Kind,
    permit::{Actor, Officer},
    rule_book::RuleBook,
    text::Line,
    tracking_code::{CodePrefix, TrackingCode},
};
use uuid::Uuid;

use super::{deed::Known, *};
use crate::book::{Ids, rule_book};

/// Tuesday, 24 November 2026, 10.30 WITA.
const NOW: Timestamp = Timestamp::from_ms(1_795_487_400_000);

struct Demo {
    pack: Pack,
    plan: DemoPlan,
    ids: Ids,
    people: BTreeMap<String, PersonId>,
    book: RuleBook,
}

fn demo_at(now: Timestamp) -> Demo {
    let pack = Pack::kaltara().unwrap();
    let plan = DemoPlan::tell(&pack, now).unwrap();
    let id = |place: usize| Uuid::from_u128(place as u128 + 1);
    let ids: Ids = pack
        .tenants()
        .enumerate()
        .map(|(place, agency)| (agency.code.clone(), AgencyId(id(place))))
        .collect();
    let people = plan
        .officers
        .iter()
        .enumerate()
        .map(|(place, who)| (who.sign_in.clone(), PersonId(id(place))))
        .collect();
    let book = rule_book(&pack, &ids, vec![crate::book::calendar(&pack)]).unwrap();
    Demo {
        pack,
        plan,
        ids,
        people,
        book,
    }
}

impl Demo {
    fn known(&self) -> Known<'_> {
        Known {
            pack: &self.pack,
            ids: &self.ids,
            people: &self.people,
        }
    }

    fn actor(&self, by: &DemoBy) -> Actor {
        match by {
            DemoBy::Reporter => Actor::Reporter,
            DemoBy::Clock => Actor::Clock,
            DemoBy::Officer(sign_in) => {
                let officer = self
                    .plan
                    .officers
                    .iter()
                    .find(|officer| officer.sign_in == *sign_in)
                    .unwrap();
                Actor::Officer(Officer {
                    id: self.people[sign_in],
                    agency: self.ids[&officer.agency],
                    role: officer.role,
                    name: Line::try_from(officer.name.as_str()).unwrap(),
                    unit: Some(Line::try_from(officer.unit.as_str()).unwrap()),
                })
            }
        }
    }

    /// The case as it stands after its script; panics at the first step that is refused.
    fn carry_out(&self, told: &DemoCase) -> Case {
        let mut case: Option<Case> = None;
        for step in &told.script {
            let by = self.actor(&step.by);
            let acting = Acting {
                book: &self.book,
                by: &by,
                at: Moment {
                    now: step.at,
                    seed: [7; 32],
                },
            };
            let change = match (step.act.deed(self.known()), &case) {
                (Ok(None), None) => Ok(Case::file(acting, told.asked(self.known()).unwrap(), names())),
                (Ok(Some(deed)), Some(case)) => case.act(acting, deed),
                (deed, _) => panic!("{}: {:?}: {deed:?}", told.text_id, step.act),
            };
            case = Some(
                change
                    .unwrap_or_else(|why| panic!("{why:?} at {step:?}\nof {told:#?}"))
                    .after()
                    .clone(),
            );
        }
        case.unwrap()
    }
}

fn names() -> NewNames {
    let code = TrackingCode::new(&CodePrefix::try_from("KTR".to_owned()).unwrap(), 2026, [1; 7]);
    NewNames {
        id: CaseId(Uuid::from_u128(9)),
        code,
    }
}

#[test]
fn the_rules_accept_every_step_of_the_plan() {
    let demo = demo_at(NOW);
    for told in &demo.plan.cases {
        demo.carry_out(told);
    }
}

#[test]
fn the_plan_holds_at_whatever_moment_it_begins() {
    // In the night, on a weekend, in the long holidays, before opening, and in Ramadan.
    for hours in [-9, 15, 96, 24 * 32 + 3, 24 * 110 - 3, -24 * 250] {
        let demo = demo_at(Timestamp::from_ms(NOW.as_ms() + hours * 3_600_000));
        for told in &demo.plan.cases {
            demo.carry_out(told);
        }
    }
}

#[test]
fn every_kind_of_waiting_and_every_end_but_merging_is_shown() {
    let demo = demo_at(NOW);
    let mut counts: BTreeMap<StatusCode, usize> = BTreeMap::new();
    let (mut rulings_awaited, mut offers, mut late, mut open_tasks) = (0, 0, 0, 0);
    for told in &demo.plan.cases {
        let case = demo.carry_out(told);
        *counts.entry(case.status.code()).or_default() += 1;
        rulings_awaited += usize::from(case.status.awaited().is_some());
        offers += usize::from(case.status.offer().is_some_and(|offer| offer.due_at > NOW));
        late += usize::from(case.status.code().is_open() && case.clocks.resolution.deadline.due < NOW);
        open_tasks += usize::from(case.tasks.iter().any(domain::case::Task::is_open));
    }
    let missing: Vec<_> = StatusCode::ALL
        .iter()
        .filter(|status| **status != StatusCode::Merged && !counts.contains_key(status))
        .collect();
    assert!(missing.is_empty(), "{missing:?} of {counts:?}");
    assert!(demo.plan.cases.len() >= 350, "{}", demo.plan.cases.len());
    assert!(offers >= 10, "{offers} offers wait");
    assert!(
        (2..=6).contains(&rulings_awaited),
        "{rulings_awaited} rulings are awaited"
    );
    assert!(late >= 15, "{late} are late");
    assert!(open_tasks >= 8, "{open_tasks} partners are at work");
}

#[test]
fn the_same_moment_gives_the_same_plan() {
    let pack = Pack::kaltara().unwrap();
    let tell = || DemoPlan::tell(&pack, NOW).unwrap();
    assert_eq!(tell().cases, tell().cases);
}

#[test]
fn no_two_reports_read_the_same_and_no_placeholder_is_left() {
    let plan = demo_at(NOW).plan;
    let bodies: BTreeSet<_> = plan.cases.iter().map(|case| &case.body).collect();
    assert_eq!(bodies.len(), plan.cases.len());
    let bases: BTreeSet<_> = plan.cases.iter().map(|case| &case.text_id).collect();
    assert!(bases.len() >= 140, "{}", bases.len());
    for case in &plan.cases {
        let whole = format!("{case:?}");
        assert!((60..=800).contains(&case.body.chars().count()), "{}", case.body);
        for placeholder in [
            "{tempat",
            "{kecamatan",
            "{kab",
            "{tanggal",
            "{ajukan",
            "{nomor",
            "{unit",
            "{lakukan",
            "{dilakukan",
            "{ke}",
            "{done",
        ] {
            assert!(!whole.contains(placeholder), "{placeholder} in {whole}");
        }
        assert!(!case.body.contains(['[', ']', '|']), "{}", case.body);
    }
}

#[test]
fn the_steps_of_a_case_follow_each_other_and_lie_before_the_moment() {
    let plan = demo_at(NOW).plan;
    for case in &plan.cases {
        assert!(
            matches!(case.script.first().map(|step| &step.act), Some(DemoAct::File)),
            "{case:?}"
        );
        assert!(case.script.windows(2).all(|pair| pair[0].at < pair[1].at), "{case:?}");
        assert!(case.script.iter().all(|step| step.at < NOW), "{case:?}");
    }
    let steps = plan.in_order();
    assert!(steps.windows(2).all(|pair| pair[0].1.at <= pair[1].1.at));
}

#[test]
fn every_kind_of_report_and_every_service_occurs() {
    let demo = demo_at(NOW);
    let kinds: BTreeSet<_> = demo.plan.cases.iter().map(|case| case.kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len());
    let texts = Texts::read(&demo.pack).unwrap();
    let told: BTreeSet<_> = texts.bases.iter().filter_map(|base| base.service.clone()).collect();
    let all: BTreeSet<_> = demo.pack.services.iter().map(|service| service.code.clone()).collect();
    assert_eq!(told, all);
}
