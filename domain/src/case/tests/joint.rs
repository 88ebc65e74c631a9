use super::fixture::*;
use crate::{
    case::{TaskState, status::StatusCode},
    deed::{Deed, TaskVerdict},
    interval::Charge,
    kind::HandoffReason,
    permit::Actor,
    refusal::Refusal,
    time::at,
};
use StatusCode as S;

/// DESDM leads, DLH has accepted task 1.
fn joint() -> Life {
    Life::offered(DESDM, DLH)
        .and(&handler(DLH), together())
        .and(&handler(DESDM), Deed::AgreeTogether)
}

fn finish() -> Deed {
    Deed::FinishTask {
        task: 1,
        result: "Rekomendasi terlampir.".try_into().unwrap(),
    }
}

fn decline_task() -> Deed {
    Deed::DeclineTask {
        task: 1,
        reason: HandoffReason::OtherOpd,
        sentence: sentence(),
    }
}

fn rule_task(verdict: TaskVerdict) -> Deed {
    Deed::RuleTask {
        task: 1,
        verdict,
        sentence: sentence(),
    }
}

fn waits_for(life: &Life) -> Option<Charge> {
    life.case.intervals.running().map(|interval| interval.charge)
}

#[test]
fn a_task_has_five_working_days_unless_a_date_is_set() {
    assert_eq!(
        joint().case.tasks.first().unwrap().due_at,
        at("2026-09-14 23:59:59 WITA")
    );
}

#[test]
fn no_answer_goes_out_while_a_task_is_open() {
    let life = joint();
    assert_eq!(
        life.refusal(&handler(DESDM), Deed::Answer(answer_text())),
        Refusal::TaskOpen
    );
    let declined = life.clone().and(&handler(DLH), decline_task());
    assert_eq!(
        declined.refusal(&handler(DESDM), Deed::Answer(answer_text())),
        Refusal::TaskOpen
    );
    let done = life.and(&handler(DLH), finish());
    assert!(done.try_act(&handler(DESDM), Deed::Answer(answer_text())).is_ok());
}

#[test]
fn a_partner_accepts_what_was_asked_and_finishes_its_own_task_once() {
    let mut life = joint();
    assert_eq!(
        life.refusal(&handler(DLH), Deed::AcceptTask { task: 1 }),
        Refusal::NotNow
    );
    if let Some(task) = life.case.tasks.first_mut() {
        task.state = TaskState::Asked;
    }
    let accepted = life.and(&handler(DLH), Deed::AcceptTask { task: 1 });
    for by in [handler(DESDM), handler(KAB)] {
        assert_eq!(accepted.refusal(&by, finish()), Refusal::NotYours);
    }
    let done = accepted.and(&handler(DLH), finish());
    assert_eq!(done.refusal(&handler(DLH), finish()), Refusal::NotNow);
    assert_eq!(waits_for(&done), Some(Charge::Own(DESDM)));
}

#[test]
fn a_partners_open_task_is_waited_for_and_a_declined_one_waits_for_the_province_desk() {
    let life = joint();
    assert_eq!(waits_for(&life), Some(Charge::Partner { agency: DLH }));
    let before = life.status();
    let declined = life.and(&handler(DLH), decline_task());
    assert_eq!(
        (declined.status(), waits_for(&declined)),
        (before, Some(Charge::Province))
    );
}

#[test]
fn the_province_desk_rules_on_a_declined_task() {
    let declined = joint().and(&handler(DLH), decline_task());
    assert_eq!(
        declined.refusal(&liaison(DESDM), rule_task(TaskVerdict::Back)),
        Refusal::NotPermitted
    );
    for by in [DLH, DESDM, PROVINSI] {
        assert_eq!(
            declined.refusal(&province(), rule_task(TaskVerdict::By(by))),
            Refusal::WrongAgency
        );
    }
    let rows = [
        (TaskVerdict::By(KAB), Charge::Partner { agency: KAB }, vec![KAB]),
        (TaskVerdict::Cancelled, Charge::Own(DESDM), vec![]),
        (TaskVerdict::Back, Charge::Partner { agency: DLH }, vec![DLH]),
    ];
    for (verdict, charge, partners) in rows {
        let ruled = declined.clone().and(&province(), rule_task(verdict));
        let open = ruled.case.tasks.iter().filter(|task| task.is_open());
        assert_eq!(open.map(|task| task.partner).collect::<Vec<_>>(), partners);
        assert_eq!(waits_for(&ruled), Some(charge));
        assert_eq!(
            ruled.refusal(&province(), rule_task(TaskVerdict::Back)),
            Refusal::NotNow
        );
    }
}

#[test]
fn at_a_hand_off_tasks_stay_but_one_of_the_new_holder_is_cancelled() {
    let life = joint().and(&handler(DESDM), offer_to(DLH));
    let accepted = life.and(&handler(DLH), Deed::Accept);
    assert!(accepted.case.tasks.iter().all(super::super::Task::is_cancelled));
    let other = joint()
        .and(&handler(DESDM), offer_to(KAB))
        .and(&handler(KAB), Deed::Accept);
    assert!(other.case.has_open_task());
    assert_eq!(waits_for(&other), Some(Charge::Partner { agency: DLH }));
}

#[test]
fn an_end_without_an_answer_cancels_open_tasks() {
    let archived = joint()
        .and(&handler(DESDM), propose_archive())
        .and(&liaison(DESDM), Deed::ApproveArchive);
    let withdrawn = joint().and(&Actor::Reporter, Deed::Withdraw);
    for (life, status) in [(archived, S::Archived), (withdrawn, S::Withdrawn)] {
        assert_eq!(life.status(), status);
        assert!(!life.case.has_open_task());
    }
}

#[test]
fn a_partner_writes_notes_and_nothing_to_the_reporter() {
    let life = joint();
    let note = Deed::Note {
        text: "Peta lokasi ada.".try_into().unwrap(),
    };
    let noted = life.clone().and(&handler(DLH), note);
    assert_eq!(noted.messages.last().unwrap().own_of(), Some(DLH));
    for deed in [reply(), ask_data(), Deed::Answer(answer_text())] {
        assert_eq!(life.refusal(&handler(DLH), deed), Refusal::NotYours);
    }
}
