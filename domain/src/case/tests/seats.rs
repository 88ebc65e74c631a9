use super::fixture::*;
use crate::{
    case::seat::{Capacity, Queue},
    deed::Deed,
    id::AgencyId,
    permit::Actor,
    time::at,
};

fn capacities(life: &Life) -> Vec<(AgencyId, Capacity)> {
    life.seats()
        .into_iter()
        .map(|seat| (seat.agency, seat.capacity))
        .collect()
}

fn place(life: &Life, agency: AgencyId) -> (Queue, Option<crate::time::Timestamp>) {
    let seat = life.seat(agency).unwrap();
    (seat.queue, seat.due_at)
}

#[test]
fn the_province_desk_oversees_every_case_that_is_not_restricted() {
    assert_eq!(
        capacities(&Life::dispatched(DESDM)),
        [(PROVINSI, Capacity::Overseer), (DESDM, Capacity::Holder)]
    );
    let flagged = Life::dispatched(DESDM).and(&province(), flag(&[DESDM]));
    assert_eq!(
        capacities(&flagged),
        [(INSPEKTORAT, Capacity::Holder), (DESDM, Capacity::Accused)]
    );
}

#[test]
fn an_offered_agency_has_a_seat_until_it_answers_and_after_expiry_until_the_ruling() {
    let offered = Life::offered(DESDM, DLH);
    assert_eq!(offered.seat(DLH).unwrap().capacity, Capacity::Offered);
    for (by, deed) in [
        (handler(DLH), decline(DPMPTSP)),
        (handler(DLH), together()),
        (handler(DESDM), Deed::TakeBack),
    ] {
        assert_eq!(offered.clone().and(&by, deed).seat(DLH), None);
    }
    let expired = offered
        .when("2026-09-08 16:01 WITA")
        .and(&Actor::Clock, Deed::ExpireOffer);
    assert_eq!(expired.seat(DLH).unwrap().capacity, Capacity::Offered);
    let ruled = expired.and(&province(), rule(crate::deed::Verdict::Back));
    assert_eq!(ruled.seat(DLH), None);
}

#[test]
fn a_partner_keeps_its_seat_after_its_task_is_done() {
    let done = Life::offered(DESDM, DLH)
        .and(&handler(DLH), together())
        .and(&handler(DESDM), Deed::AgreeTogether)
        .and(
            &handler(DLH),
            Deed::FinishTask {
                task: 1,
                result: "Selesai.".try_into().unwrap(),
            },
        );
    assert_eq!(done.seat(DLH).unwrap().capacity, Capacity::Partner);
    assert_eq!(place(&done, DLH), (Queue::Waiting, None));
}

#[test]
fn an_agency_sits_in_its_strongest_capacity() {
    let both = Life::offered(DESDM, DLH)
        .and(&handler(DLH), Deed::Accept)
        .and(&handler(DLH), offer_to(DESDM));
    assert_eq!(both.seat(DESDM).unwrap().capacity, Capacity::Offered);
    let back = both.and(&handler(DESDM), Deed::Accept);
    assert_eq!(back.seat(DESDM).unwrap().capacity, Capacity::Holder);
    assert_eq!(back.seat(DLH).unwrap().capacity, Capacity::Former);
}

#[test]
fn a_seat_stands_in_the_queue_of_its_reader_with_the_limit_of_its_reader() {
    let life = Life::filed(complaint(DESDM));
    assert_eq!(place(&life, DESDM), (Queue::Work, Some(at("2026-09-10 23:59:59 WITA"))));
    let dispatched = life.and(&liaison(DESDM), Deed::Verify);
    assert_eq!(
        place(&dispatched, DESDM),
        (Queue::Work, Some(at("2026-09-14 23:59:59 WITA")))
    );
    assert_eq!(place(&dispatched, PROVINSI).0, Queue::Waiting);
    let offered = dispatched.and(&handler(DESDM), offer_to(DLH));
    assert_eq!(
        place(&offered, DLH),
        (Queue::AwaitingUs, Some(at("2026-09-08 16:00 WITA")))
    );
    assert_eq!(place(&offered, DESDM).0, Queue::Waiting);
    let proposed = offered.and(&handler(DLH), together());
    assert_eq!(
        place(&proposed, DESDM),
        (Queue::AwaitingUs, Some(at("2026-09-08 16:00 WITA")))
    );
    let joint = proposed.and(&handler(DESDM), Deed::AgreeTogether);
    assert_eq!(place(&joint, DESDM).0, Queue::Waiting);
    assert_eq!(
        place(&joint, DLH),
        (Queue::AwaitingUs, Some(at("2026-09-14 23:59:59 WITA")))
    );
    let ended = joint.and(&Actor::Reporter, Deed::Withdraw);
    for seat in ended.seats() {
        assert_eq!((seat.queue, seat.due_at), (Queue::Ended, None));
    }
}

#[test]
fn a_declined_task_stands_in_the_queue_of_the_province_desk_with_the_day_it_is_due() {
    let life = Life::offered(DESDM, DLH)
        .and(&handler(DLH), together())
        .and(&handler(DESDM), Deed::AgreeTogether)
        .and(
            &handler(DLH),
            Deed::DeclineTask {
                task: 1,
                reason: crate::kind::HandoffReason::OtherOpd,
                sentence: sentence(),
            },
        );
    assert_eq!(
        place(&life, PROVINSI),
        (Queue::AwaitingUs, Some(at("2026-09-14 23:59:59 WITA")))
    );
}

#[test]
fn an_urgent_case_stands_on_top_of_every_queue() {
    let urgent = Deed::Classify(crate::deed::Classification {
        is_urgent: Some(true),
        ..Default::default()
    });
    let life = Life::dispatched(DESDM).and(&handler(DESDM), urgent);
    assert!(life.seats().iter().all(|seat| seat.rank == 0));
    assert!(Life::dispatched(DESDM).seats().iter().all(|seat| seat.rank == 1));
}

#[test]
fn agencies_whose_names_begin_alike_are_told_apart() {
    let life = Life::dispatched(KAB);
    assert_eq!(life.seat(KAB_B), None);
    assert!(life.case.allowed(life.acting(&liaison(KAB_B))).is_empty());
    let offered = life.and(&handler(KAB), offer_to(KAB_B));
    assert_eq!(offered.seat(KAB).unwrap().capacity, Capacity::Holder);
    assert_eq!(offered.seat(KAB_B).unwrap().capacity, Capacity::Offered);
}
