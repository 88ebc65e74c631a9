//! The whole life of a case under random acts, valid or not, at random times by random actors: what must hold holds
//! after each of them.

use super::{fixture::*, oracle::Clerk};
use crate::{
    case::{TaskState, act::status_may, change::Change, status::Status},
    chain::{self, ChainHead, Entry},
    deed::{Act, Better, Deed, TaskVerdict, Verdict},
    facts::NewCase,
    kind::Kind,
    permit::{Actor, Role},
    refusal::Refusal,
    rule_book::RuleBook,
    time::{DAY_MS, HOUR_MS, MINUTE_MS, at},
};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use std::{cell::RefCell, collections::BTreeSet, sync::Arc};

const LIVES: u32 = 300;
const STEPS: usize = 40;
/// How long after the step before; now and then long enough for a limit to pass.
const LATER_MS: [i64; 12] = [
    0,
    1,
    MINUTE_MS,
    MINUTE_MS,
    HOUR_MS,
    HOUR_MS,
    5 * HOUR_MS,
    DAY_MS,
    DAY_MS,
    2 * DAY_MS,
    5 * DAY_MS,
    20 * DAY_MS,
];

/// One step: what chance says, the agency it is about, and how long after the step before.
#[derive(Debug, Clone, Copy)]
struct Step {
    chance: u64,
    to: usize,
    later: usize,
    /// Whether the act is chosen among those open to somebody, or among all.
    is_guided: bool,
}

impl Step {
    /// One of the first `many` numbers; another `place` gives another number.
    fn choose(&self, place: u64, many: usize) -> usize {
        let mut mixed = self.chance.wrapping_add(place.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ mixed >> 31) % many as u64).unwrap()
    }

    /// True once in `times`.
    fn is_rare(&self, times: usize) -> bool {
        self.choose(u64::MAX, times) == 0
    }
}

fn any_step() -> impl Strategy<Value = Step> {
    let parts = (
        any::<u64>(),
        0..TENANTS.len(),
        0..LATER_MS.len(),
        prop::bool::weighted(0.8),
    );
    parts.prop_map(|(chance, to, later, is_guided)| Step {
        chance,
        to,
        later,
        is_guided,
    })
}

fn any_filing() -> impl Strategy<Value = NewCase> {
    let kinds = prop::sample::select(vec![
        Kind::Complaint,
        Kind::Complaint,
        Kind::Complaint,
        Kind::InformationRequest,
        Kind::Whistleblowing,
    ]);
    (
        kinds,
        prop::sample::select(vec![None, Some(DESDM), Some(KAB), Some(INSPEKTORAT)]),
    )
        .prop_map(|(kind, agency)| NewCase {
            kind,
            ..complaint(agency)
        })
}

fn actors() -> Vec<Actor> {
    let desks = [DESDM, DLH, DPMPTSP, KAB, KAB_B, DKISP, INSPEKTORAT, SETDA];
    let officers = desks.iter().flat_map(|desk| [handler(*desk), liaison(*desk)]);
    [
        Actor::Reporter,
        Actor::Clock,
        province(),
        inspector(),
        actor(DESDM, Role::AgencyHead),
    ]
    .into_iter()
    .chain(officers)
    .collect()
}

/// Acts that change little are taken less often, and so is the flag, after which little is left to happen.
fn is_worth_it(act: Act, step: Step) -> bool {
    match act {
        Act::Note | Act::Assign | Act::Classify | Act::OpenIdentity | Act::NewReceipt | Act::Reply | Act::Revise => {
            step.is_rare(16)
        }
        Act::AskErasure => step.is_rare(4),
        Act::Publish | Act::Unpublish => step.is_rare(8),
        Act::Flag | Act::Withdraw => step.is_rare(32),
        _ => true,
    }
}

/// The actor and act of a step. A guided step draws until an act is open to its actor.
fn chosen(life: &Life, actors: &[Actor], step: Step) -> (Actor, Act) {
    let pair = |draw: u64| {
        let by = &actors[step.choose(2 * draw, actors.len())];
        (by, Act::ALL[step.choose(2 * draw + 1, Act::ALL.len())])
    };
    let is_open = |(by, act): &(&Actor, Act)| {
        status_may(life.status(), *act) && is_worth_it(*act, step) && life.case.check(life.acting(by), *act).is_ok()
    };
    let draws = if step.is_guided { 1_000 } else { 0 };
    let (by, act) = (0..draws).map(pair).find(is_open).unwrap_or_else(|| pair(0));
    (by.clone(), act)
}

/// The deed of a step: for acts with a choice, the choice varies too.
fn deed(life: &Life, by: &Actor, act: Act, step: Step) -> Option<Deed> {
    let to = TENANTS[step.to];
    let partner = TENANTS[(step.to + 1) % TENANTS.len()];
    let own_task = life.case.tasks.iter().find(|task| {
        let is_open = matches!(task.state, TaskState::Asked | TaskState::Accepted { .. });
        let is_meant = is_open && (act != Act::AcceptTask || task.state == TaskState::Asked);
        Some(task.partner) == by.agency() && is_meant
    });
    let declined = life.case.tasks.iter().find(|task| task.is_declined());
    let mut deed = deed_of(act, to, life.now)?;
    match &mut deed {
        Deed::Decline { better, .. } if step.is_rare(4) => *better = Better::Outside(outside()),
        Deed::Rule { verdict, decision, .. } => {
            *verdict = match step.choose(1, 5) {
                0 => Verdict::Back,
                1 => Verdict::Outside(outside()),
                2 => Verdict::Holder(to),
                _ => Verdict::Joint {
                    lead: to,
                    partners: vec![(partner, line("Data lokasi"))],
                },
            };
            if step.is_rare(7) {
                *decision = None;
            }
        }
        Deed::AcceptTask { task } | Deed::FinishTask { task, .. } | Deed::DeclineTask { task, .. } => {
            *task = own_task.map_or(1, |own| own.no);
        }
        Deed::RuleTask { task, verdict, .. } => {
            *task = declined.map_or(1, |declined| declined.no);
            match step.choose(2, 3) {
                0 => *verdict = TaskVerdict::Back,
                1 => *verdict = TaskVerdict::Cancelled,
                _ => {}
            }
        }
        _ => {}
    }
    Some(deed)
}

/// Refusals of what an act brings along, which nobody can know before.
const fn is_about_input(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WrongAgency | Refusal::DatePassed | Refusal::DecisionNeeded
    )
}

/// One life with everything it is judged by.
struct Trial {
    life: Life,
    clerk: Clerk,
    head: ChainHead,
    entries: Vec<Entry>,
}

impl Trial {
    fn begin(asked: NewCase, book: &Arc<RuleBook>) -> Self {
        let life = Life::filed_under(Arc::clone(book), asked, at(MONDAY));
        let mut trial = Self {
            clerk: Clerk::of_filing(&life),
            head: ChainHead::genesis(life.key().home),
            entries: Vec::new(),
            life,
        };
        trial.link(0);
        trial
    }

    /// Adds the events from this one on to the chain of the home.
    fn link(&mut self, first: usize) {
        for event in self.life.events.iter().skip(first) {
            let canonical = event.canonical(self.life.case.key);
            let next = self.head.next(&canonical);
            self.entries.push(Entry {
                seq: next.seq,
                canonical,
                previous: self.head.hash,
                hash: next.hash,
            });
            self.head = next;
        }
    }

    fn try_step(&mut self, by: &Actor, deed: Deed) -> Result<bool, TestCaseError> {
        let act = deed.act();
        let open = self.life.case.check(self.life.acting(by), act);
        let done = self.life.try_act(by, deed.clone());
        match (open, &done) {
            (Err(said), Err(refusal)) => prop_assert_eq!(said, *refusal),
            (Err(said), Ok(_)) => prop_assert!(false, "{} was refused as {}, and done", act.as_str(), said),
            (Ok(()), Err(refusal)) => {
                prop_assert!(is_about_input(*refusal), "{} was open: {}", act.as_str(), refusal);
            }
            (Ok(()), Ok(_)) => {}
        }
        let Ok(change) = done else {
            return Ok(false);
        };
        self.judge_end(by, &change)?;
        let (from, first) = (self.life.status(), self.life.events.len());
        self.judge_moves(&change)?;
        self.life.keep(&change);
        self.clerk.write(by, &deed, from, self.life.now);
        self.link(first);
        self.judge_case()?;
        Ok(true)
    }

    /// Each event goes on from the status before; each move is one of the rules.
    fn judge_moves(&self, change: &Change) -> Result<(), TestCaseError> {
        let mut from = self.life.status();
        prop_assert!(!change.events().is_empty());
        for event in change.events() {
            prop_assert_eq!(event.from, from);
            prop_assert!(
                self.clerk.is_a_move(event.act, from, event.to),
                "{} from {} to {}",
                event.act.as_str(),
                from.as_str(),
                event.to.as_str()
            );
            from = event.to;
        }
        prop_assert_eq!(from, change.after().status.code());
        prop_assert_eq!(change.after().version, self.life.case.version + 1);
        Ok(())
    }

    /// An end says why and to whom, and was made by who may make it.
    fn judge_end(&self, by: &Actor, change: &Change) -> Result<(), TestCaseError> {
        let event = change.events().last().unwrap();
        if self.life.case.status.is_end() || !event.to.is_end() {
            return Ok(());
        }
        let is_reporter = *by == Actor::Reporter;
        match &change.after().status {
            Status::Resolved { .. } | Status::Withdrawn { .. } => prop_assert!(is_reporter),
            Status::AutoClosed { .. } => prop_assert_eq!(by, &Actor::Clock),
            Status::Archived(archive) => {
                prop_assert_eq!(event.reason, Some(archive.reason.as_str()));
                prop_assert_eq!(event.sentence.as_deref(), Some(archive.sentence.as_str()));
                prop_assert!(*by == Actor::Clock || self.clerk.is_proposed_by_another(by));
            }
            Status::Referred(referral) => {
                prop_assert_eq!(by.agency(), Some(PROVINSI));
                prop_assert_eq!(event.sentence.as_deref(), Some(referral.sentence.as_str()));
            }
            other => prop_assert!(false, "{:?} is no end that an act makes", other.code()),
        }
        Ok(())
    }

    /// What holds for a case after every act.
    fn judge_case(&self) -> Result<(), TestCaseError> {
        let (case, now) = (&self.life.case, self.life.now);
        prop_assert_eq!(case.holder, self.clerk.holder);
        let formers: BTreeSet<_> = case.formers.iter().map(|former| former.agency).collect();
        prop_assert_eq!(formers.len(), case.formers.len(), "one entry for each former holder");
        let together = case.together.as_ref().map(|proposal| proposal.by);
        prop_assert_eq!(together, self.clerk.together);
        let seats = self.life.seats();
        let capacities: Vec<_> = seats.iter().map(|seat| (seat.agency, seat.capacity)).collect();
        prop_assert_eq!(capacities, self.clerk.seats());
        let holders = seats
            .iter()
            .filter(|seat| seat.capacity == crate::case::seat::Capacity::Holder);
        prop_assert_eq!(holders.count(), 1, "exactly one holder");
        for seat in seats.iter().filter(|seat| seat.until.is_some()) {
            prop_assert_eq!(seat.until, self.clerk.until(seat.agency));
        }
        let running = case.intervals.running().map(|interval| interval.charge);
        prop_assert_eq!(running, self.clerk.charge(self.life.status()));
        prop_assert!(case.intervals.is_contiguous());
        prop_assert!(
            case.publication.is_none() || case.may_be_public(),
            "published and not public"
        );
        let until = case.status.ended_at().unwrap_or(now);
        prop_assert_eq!(case.intervals.sum_ms(now), until.ms_since(case.received_at));
        if case.status.is_end() {
            prop_assert!(self.clerk.has_nothing_open() && !case.has_open_task());
            prop_assert!(case.together.is_none() && case.archive.is_none() && case.waiting_answer.is_none());
        }
        Ok(())
    }
}

fn live(
    asked: NewCase,
    steps: &[Step],
    book: &Arc<RuleBook>,
    reached: &RefCell<BTreeSet<Act>>,
) -> Result<(), TestCaseError> {
    let (actors, next_book) = (actors(), after_decree(book));
    let mut trial = Trial::begin(asked, book);
    trial.judge_case()?;
    for step in steps {
        trial.life.now = trial.life.now.plus_ms(LATER_MS[step.later]);
        if step.is_rare(20) {
            trial.life.book = Arc::clone(&next_book);
        }
        let (by, act) = chosen(&trial.life, &actors, *step);
        let Some(deed) = deed(&trial.life, &by, act, *step) else {
            continue;
        };
        if trial.try_step(&by, deed)? {
            reached.borrow_mut().insert(act);
        }
    }
    let genesis = ChainHead::genesis(trial.life.key().home);
    prop_assert_eq!(chain::verify(genesis, trial.entries), Ok(trial.head));
    Ok(())
}

#[test]
fn any_life_has_one_holder_whole_intervals_right_ends_right_seats_and_an_unbroken_chain() {
    let book = book_with(|book| {
        for tenant in book.tenants.values_mut() {
            tenant.approves_answers = true;
        }
    });
    let reached = RefCell::new(BTreeSet::new());
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: LIVES,
            failure_persistence: None,
            ..Config::default()
        },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let lives = (any_filing(), prop::collection::vec(any_step(), STEPS));
    let outcome = runner.run(&lives, |(asked, steps)| live(asked, &steps, &book, &reached));
    if let Err(error) = outcome {
        panic!("{error}");
    }
    let reached = reached.into_inner();
    let never: Vec<_> = Act::ALL
        .iter()
        .filter(|act| !reached.contains(act) && **act != Act::File)
        .map(|act| act.as_str())
        .collect();
    assert!(never.is_empty(), "no life came to {never:?}");
}
