//! The matrices in `docs/matrices/`, printed from the rules and compared. `UPDATE=1` writes them anew.

use super::fixture::*;
use crate::{
    calendar::CalendarVersion,
    case::{
        ArchiveProposal, Case, Flag, Former, Prolonging, Publication, Ruling, Task, TaskState, TogetherProposal,
        WaitingAnswer, erasure::Erasure, seat::Capacity, status::Status,
    },
    deadline::LimitKind,
    deed::{Act, Deed, PublicText},
    id::{AgencyId, CaseId, CaseKey},
    kind::{ArchiveReason, HandoffReason, Kind},
    permit::{Actor, Role, Side, role_may},
    refusal::Refusal,
};

/// Compares a matrix with the committed one.
pub(super) fn compare(name: &str, text: &str) {
    let path = format!("{}/../docs/matrices/{name}.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{path} differs from the rules; UPDATE=1 writes it anew"
    );
}

/// A table: `corner` over the first column, then the other columns; a row's name and its cells.
pub(super) fn table(corner: &str, columns: &[&str], rows: impl IntoIterator<Item = (String, Vec<String>)>) -> String {
    let mut text = format!(
        "| {corner} | {} |\n|---|{}\n",
        columns.join(" | "),
        "---|".repeat(columns.len())
    );
    for (name, cells) in rows {
        text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    }
    text
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn mark(is_so: bool) -> String {
    if is_so { "✓".to_owned() } else { String::new() }
}

/// A case that DESDM holds, driven into each status. Two statuses stand twice, by what they remember.
fn standings() -> Vec<(&'static str, Life)> {
    let reporter = Actor::Reporter;
    let responded = Life::responded(DESDM);
    let silent = Life::in_progress(DESDM)
        .and(&handler(DESDM), ask_data())
        .when("2026-09-22 01:00 WITA")
        .and(&Actor::Clock, Deed::ArchiveSilent);
    let awaiting = Life::offered(DESDM, DLH)
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer);
    let auto_closed = responded
        .clone()
        .when("2026-09-28 08:00 WITA")
        .and(&Actor::Clock, Deed::CloseSilent);
    let referred = Life::filed(complaint(DESDM)).and(
        &province(),
        Deed::Refer {
            body: outside(),
            sentence: sentence(),
        },
    );
    vec![
        ("submitted", Life::filed(complaint(DESDM))),
        ("need_info", Life::dispatched(DESDM).and(&handler(DESDM), ask_data())),
        ("dispatched", Life::dispatched(DESDM)),
        ("in_progress", Life::in_progress(DESDM)),
        ("transfer_pending, offered", Life::offered(DESDM, DLH)),
        ("transfer_pending, ruling", awaiting),
        ("responded", responded.clone()),
        ("reopened", responded.clone().and(&reporter, reopen())),
        ("resolved", responded.and(&reporter, Deed::Confirm)),
        ("auto_closed", auto_closed),
        ("merged", merged()),
        ("referred", referred),
        ("archived", Life::archived(DESDM)),
        ("archived, no_answer", silent),
        ("withdrawn", Life::dispatched(DESDM).and(&reporter, Deed::Withdraw)),
    ]
}

/// Merging comes with the desk; until then no act leads there.
fn merged() -> Life {
    let mut life = Life::dispatched(DESDM);
    life.case.status = Status::Merged {
        into: CaseKey {
            home: DESDM,
            id: CaseId(uuid::Uuid::from_u128(0xBEEF)),
        },
        sentence: sentence(),
        at: life.now,
    };
    life.case.intervals.end(life.now);
    life
}

/// Puts the facts in place that `act` asks for, so that only the status decides.
fn prepare(life: &mut Life, act: Act) {
    let (now, by) = (life.now, officer(DESDM, Role::Handler, 1).id);
    let case = &mut life.case;
    let waiting = WaitingAnswer {
        by,
        answer: answer_text(),
        at: now,
    };
    let together = TogetherProposal {
        by: DLH,
        what: line("Rekomendasi"),
        reason: HandoffReason::OtherOpd,
        at: now,
        due_at: now.plus_days(1),
    };
    match act {
        Act::ApproveAnswer | Act::ReturnAnswer => case.waiting_answer = Some(waiting),
        Act::ApproveProlong => {
            let reason = sentence();
            case.prolonging = Some(Prolonging { by, reason, at: now });
        }
        Act::SendToPpid => {
            case.kind = Kind::InformationRequest;
            case.clocks.resolution.kind = LimitKind::ResolutionSimple;
        }
        Act::ExtendPpid => case.clocks.resolution.kind = LimitKind::Ppid,
        Act::ApproveArchive => {
            let (reason, sentence) = (ArchiveReason::TooGeneral, sentence());
            case.archive = Some(ArchiveProposal {
                by,
                reason,
                sentence,
                at: now,
            });
        }
        Act::AgreeTogether | Act::RefuseTogether | Act::ExpireTogether => case.together = Some(together),
        Act::AcceptTask | Act::FinishTask | Act::DeclineTask => add_task(case, TaskState::Asked),
        Act::RuleTask => {
            let reason = HandoffReason::OtherOpd;
            add_task(case, TaskState::Declined { at: now, reason });
        }
        Act::EraseIdentity | Act::RefuseErasure => {
            let due_at = now.plus_days(3);
            case.erasure = Some(Erasure::Asked { at: now, due_at });
        }
        Act::LiftFlag => accuse(case, SETDA),
        Act::Revise | Act::Unpublish => case.publication = Some(published(now)),
        Act::Rule if case.status.working().is_some() => {
            let (sentence, decision) = (sentence(), None);
            case.ruling = Some(Ruling {
                sentence,
                decision,
                at: now,
            });
        }
        Act::Recount => case.clocks.calendar = CalendarVersion(0),
        _ => {}
    }
    if act.side() == Side::Clock {
        life.now = now.plus_days(90);
    }
}

fn published(at: crate::time::Timestamp) -> Publication {
    let PublicText { title, text, .. } = public_text();
    Publication {
        title,
        text,
        response: None,
        photos: Vec::new(),
        first_at: at,
        at,
    }
}

fn add_task(case: &mut Case, state: TaskState) {
    case.tasks.push(Task {
        no: 1,
        partner: KAB,
        what: line("Data lokasi"),
        asked_at: case.received_at,
        due_at: case.received_at.plus_days(7),
        state,
    });
}

fn accuse(case: &mut Case, agency: AgencyId) {
    case.flag = Some(Flag {
        accused: vec![agency],
        at: case.received_at,
    });
}

/// What an act does in a status: the status it leads to, ✓ if that stays, or the code of the refusal.
fn cell(life: &Life, act: Act) -> String {
    let mut life = life.clone();
    prepare(&mut life, act);
    let by = right_actor(act);
    let done = match deed_of(act, DPMPTSP, life.now) {
        Some(deed) => life.try_act(&by, deed).map(|change| change.after.status.code()),
        None => life.case.check(life.acting(&by), act).map(|()| life.status()),
    };
    match done {
        Ok(to) if to == life.status() => "✓".to_owned(),
        Ok(to) => format!("→ `{}`", to.as_str()),
        Err(Refusal::NotNow) => "–".to_owned(),
        Err(refusal) => code(refusal.as_str()),
    }
}

#[test]
fn the_table_of_statuses_and_acts_is_the_committed_one() {
    let standings = standings();
    let columns: Vec<&str> = standings.iter().map(|(name, _)| *name).collect();
    let rows = Act::ALL.iter().map(|act| {
        let cells = standings.iter().map(|(_, life)| cell(life, *act)).collect();
        (code(act.as_str()), cells)
    });
    let text = format!(
        "# Status × act\n\n\
        What each act does in each status, done by the one whose business it is, with the facts in place that it \
        asks for. `→` names the status it leads to, ✓ means that the status stays, – that the act is refused there \
        (`not_now`); another refusal is named by its code. Printed and compared by \
        `case::tests::matrix`; `UPDATE=1` writes it anew.\n\n{}",
        table("act", &columns, rows)
    );
    compare("status-act", &text);
}

#[test]
fn the_table_of_roles_and_acts_is_the_committed_one() {
    let mut columns: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    columns.extend(["reporter", "clock"]);
    let life = Life::dispatched(DESDM);
    let rows = Act::ALL.iter().map(|act| {
        let roles = Role::ALL.iter().map(|role| role_may(*role, *act));
        let others = [Actor::Reporter, Actor::Clock].map(|by| {
            let refusal = life.case.check_actor(life.acting(&by), *act);
            refusal != Err(Refusal::NotPermitted)
        });
        let cells = roles.chain(others).map(mark).collect();
        (code(act.as_str()), cells)
    });
    let text = format!(
        "# Role × act\n\n\
        Which role may ever do which act; where (`capacity-act.md`) and when (`status-act.md`) are asked apart. \
        Printed and compared by `case::tests::matrix`; `UPDATE=1` writes it anew.\n\n{}",
        table("act", &columns, rows)
    );
    compare("role-act", &text);
}

/// An agency in this capacity, with the roles it has, at a case where that capacity can be.
fn seated(life: &Life, capacity: Option<Capacity>) -> Option<(Life, AgencyId, &'static [Role])> {
    const DESK: &[Role] = &[Role::AgencyAdmin, Role::LiaisonOfficer, Role::Handler, Role::AgencyHead];
    let mut life = life.clone();
    let (agency, roles): (_, &'static [Role]) = match capacity {
        Some(Capacity::Accused) => {
            accuse(&mut life.case, KAB_B);
            (KAB_B, DESK)
        }
        Some(Capacity::Holder) => (DESDM, DESK),
        Some(Capacity::Partner) => {
            if !life.case.tasks.iter().any(|task| task.partner == KAB) {
                add_task(&mut life.case, TaskState::Asked);
            }
            (KAB, DESK)
        }
        Some(Capacity::Offered) => (DLH, DESK),
        Some(Capacity::Overseer) => (PROVINSI, &[Role::ProvinceAdmin]),
        Some(Capacity::Former) => {
            let until = life.now;
            life.case.formers.push(Former { agency: KAB_B, until });
            (KAB_B, DESK)
        }
        None => (KAB_B, DESK),
    };
    (life.seat(agency).map(|seat| seat.capacity) == capacity).then_some((life, agency, roles))
}

#[test]
fn the_table_of_capacities_and_acts_is_the_committed_one() {
    let capacities: Vec<Option<Capacity>> = Capacity::ALL.iter().copied().map(Some).chain([None]).collect();
    let mut columns: Vec<&str> = Capacity::ALL.iter().map(|capacity| capacity.as_str()).collect();
    columns.push("no seat");
    let standings = standings();
    let may = |act: Act, capacity: Option<Capacity>| {
        standings.iter().any(|(_, life)| {
            let mut life = life.clone();
            prepare(&mut life, act);
            seated(&life, capacity).is_some_and(|(life, agency, roles)| {
                roles.iter().any(|role| {
                    let by = Actor::Officer(officer(agency, *role, 2));
                    life.case.check(life.acting(&by), act).is_ok()
                })
            })
        })
    };
    let officers = Act::ALL
        .iter()
        .filter(|act| !matches!(act.side(), Side::Citizen | Side::Clock));
    let rows = officers.map(|act| {
        let cells = capacities.iter().map(|capacity| mark(may(*act, *capacity))).collect();
        (code(act.as_str()), cells)
    });
    let text = format!(
        "# Capacity × act\n\n\
        In which capacity a desk may do which act, in some status and by some role of its own. The Inspektorat marks \
        accused agencies (`flag`) where it has a seat; the holder under a flag lifts it. \
        Printed and compared by `case::tests::matrix`; `UPDATE=1` writes it anew.\n\n{}",
        table("act", &columns, rows)
    );
    compare("capacity-act", &text);
}
