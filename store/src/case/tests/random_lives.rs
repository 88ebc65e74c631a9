//! Lives by chance, in one archive: whatever is done, what is read back is what the rules made, the seats are those of
//! the case, every chain can be followed, and the figures are a recount.

mod chance;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::case::change::{Acting, Change};
use domain::case::file::NewNames;
use domain::case::seat::Capacity;
use domain::case::status::{Status, StatusCode};
use domain::chain::{ChainHead, verify};
use domain::deadline::LimitKind;
use domain::deed::Act;
use domain::id::CaseId;
use domain::permit::Actor;
use domain::tally::{Cell, Deltas, Measure, Month, deltas};
use domain::time::Timestamp;
use jiff::civil::date;

use super::seats::{as_kept, kept};
use super::*;
use chance::{Chance, actors};

/// Cases that live side by side in one archive.
const LIVES: u8 = 24;
/// Acts in each life.
const ACTS: usize = 30;
/// A case is read back after one act in so many, and at its end.
const ACTS_BETWEEN_READS: usize = 4;

/// How often each act was done.
type Done = BTreeMap<Act, usize>;

/// A case, and the time it is there.
struct Life {
    case: Case,
    now: Timestamp,
}

/// All lives of one archive, and what their changes said about the figures.
struct Lives<'s> {
    store: &'s Archive,
    chance: Chance,
    lives: Vec<Life>,
    figures: Deltas,
    done: Done,
}

impl<'s> Lives<'s> {
    async fn begin(store: &'s Archive, seed: u64) -> Self {
        with_desks(store).await;
        let mut all = Self {
            store,
            chance: Chance::new(seed),
            lives: Vec::new(),
            figures: Deltas::new(),
            done: Done::new(),
        };
        for number in 0..LIVES {
            let (new, moment) = (all.chance.filing(), all.chance.moment(at(0)));
            let names = NewNames {
                id: CaseId(uuid::Uuid::from_u128(1_000 + u128::from(number))),
                code: code(number),
            };
            let (book, by) = (&*BOOK, &Actor::Reporter);
            let change = Case::file(Acting { book, by, at: moment }, new, names);
            let case = all.kept(change).await;
            all.lives.push(Life { case, now: at(0) });
        }
        all
    }

    async fn kept(&mut self, change: Change) -> Case {
        for (cell, amount) in deltas(&BOOK, &change) {
            let sum = self.figures.entry(cell).or_default();
            sum.n += amount.n;
            sum.sum += amount.sum;
        }
        written(self.store, change).await
    }

    /// One act somewhere, in whichever life is next by chance.
    async fn step(&mut self, actors: &[Actor]) {
        let place = self.chance.below(self.lives.len());
        let now = self.chance.after(self.lives[place].now);
        let before = self.lives[place].case.clone();
        self.lives[place].now = now;
        let Some((by, deed)) = self.chance.step(&before, actors, now) else {
            return;
        };
        let moment = self.chance.moment(now);
        let acting = Acting {
            book: &BOOK,
            by: &by,
            at: moment,
        };
        let act = deed.act();
        // What an act brings along may still be refused: an agency that is not asked twice, a date that has passed.
        let Ok(change) = before.act(acting, deed) else {
            return;
        };
        let late = self.chance.is_rare(20).then(|| change.clone());
        self.lives[place].case = self.kept(change).await;
        *self.done.entry(act).or_default() += 1;
        if let Some(late) = late {
            let refused = self.store.write(async move |tx: &mut Tx| applied(tx, &late).await);
            assert!(
                matches!(refused.await, Err(Error::Stale)),
                "an old version changes nothing"
            );
        }
        if self.chance.is_rare(ACTS_BETWEEN_READS) {
            self.read_back(place).await;
        }
    }

    /// Reads a case as its holder does: it is the case that the rules made, with its seats and its whole time.
    async fn read_back(&self, place: usize) {
        let Life { case, now } = &self.lives[place];
        let found = seen(self.store, Scope::Agency(case.holder), case.key).await;
        assert_eq!(found.as_ref(), Some(case));
        let seats = case.seats(&BOOK.desks);
        let holders = seats.iter().filter(|seat| seat.capacity == Capacity::Holder);
        assert_eq!(holders.count(), 1);
        let seats: Vec<_> = seats.into_iter().map(as_kept).collect();
        assert_eq!(kept(self.store, case.key).await, seats);
        let track = &found.unwrap().intervals;
        let until = case.status.ended_at().unwrap_or(*now);
        assert!(track.is_contiguous());
        assert_eq!(track.sum_ms(*now), until.ms_since(case.received_at));
    }

    /// What holds for the archive as a whole.
    async fn read_all_back(&self) {
        for place in 0..self.lives.len() {
            self.read_back(place).await;
        }
        for home in DESKS {
            self.follow(home).await;
        }
        let kept = self.figures_kept().await;
        let told: Deltas = self
            .figures
            .iter()
            .filter(|(_, amount)| amount.n != 0)
            .map(|(cell, amount)| (*cell, *amount))
            .collect();
        assert_eq!(kept, told, "the rollups are the sum of what every change added");
        let standing = kept
            .iter()
            .filter(|(cell, _)| is_standing(cell))
            .map(|(cell, amount)| (*cell, amount.n));
        assert_eq!(
            standing.collect::<BTreeMap<_, _>>(),
            recount(self.lives.iter().map(|life| &life.case))
        );
    }

    /// Follows the chain of a home from its beginning to the head that is kept.
    async fn follow(&self, home: AgencyId) {
        let mut conn = self.store.look_up().await.unwrap();
        let mut end = ChainHead::genesis(home);
        loop {
            let next = crate::chain::page(&mut conn, home, end.seq).await.unwrap();
            if next.is_empty() {
                break;
            }
            end = verify(end, next).expect("the chain is whole");
        }
        let head = crate::chain::head(&mut conn, home).await.unwrap();
        assert_eq!(head.unwrap_or(ChainHead::genesis(home)), end);
    }

    /// Every cell, over all months.
    async fn figures_kept(&self) -> Deltas {
        let last = self.lives.iter().map(|life| life.now).max().unwrap();
        let mut conn = self.store.read(Scope::Figures).await.unwrap();
        let (mut cells, mut month) = (Deltas::new(), Month::of(last));
        while month >= Month::of(at(0)) {
            cells.extend(crate::tally::read(&mut conn, month, date(9999, 1, 1)).await.unwrap());
            month = month.before();
        }
        cells
    }
}

/// Whether a cell says how things stand now, and not what happened.
const fn is_standing(cell: &Cell) -> bool {
    match cell {
        Cell::Agency { measure, .. } => matches!(
            measure,
            Measure::Open
                | Measure::Confirmed
                | Measure::AutoClosed
                | Measure::Archived
                | Measure::Referred
                | Measure::Withdrawn
                | Measure::Rated
        ),
        Cell::Due { clock, .. } => matches!(clock, None | Some(LimitKind::Ruling)),
        Cell::Waiting { .. } => true,
        Cell::Pair { .. } => false,
    }
}

/// The same cells, counted from the cases themselves.
fn recount<'c>(cases: impl Iterator<Item = &'c Case>) -> BTreeMap<Cell, i64> {
    let mut all = BTreeMap::new();
    let mut add = |cell| *all.entry(cell).or_default() += 1;
    for case in cases {
        stands(case).into_iter().for_each(&mut add);
        if let Some(rating) = &case.rating {
            add(of(case, Measure::Rated, Month::of(rating.at), rating.value.into()));
        }
        if !case.status.is_end() {
            waits(case).into_iter().chain(dues(case)).for_each(&mut add);
        }
    }
    all
}

const fn of(case: &Case, measure: Measure, month: Month, value: i64) -> Cell {
    Cell::Agency {
        agency: case.holder,
        measure,
        month,
        value,
    }
}

/// Open, or in which way it ended and when.
fn stands(case: &Case) -> Option<Cell> {
    let measure = match case.status.code() {
        StatusCode::Responded | StatusCode::Merged => return None,
        StatusCode::Resolved => Measure::Confirmed,
        StatusCode::AutoClosed => Measure::AutoClosed,
        StatusCode::Archived => Measure::Archived,
        StatusCode::Referred => Measure::Referred,
        StatusCode::Withdrawn => Measure::Withdrawn,
        StatusCode::Submitted
        | StatusCode::NeedInfo
        | StatusCode::Dispatched
        | StatusCode::InProgress
        | StatusCode::TransferPending
        | StatusCode::Reopened => Measure::Open,
    };
    Some(of(
        case,
        measure,
        case.status.ended_at().map_or(Month::NONE, Month::of),
        0,
    ))
}

/// Whom the holder waits for.
fn waits(case: &Case) -> Vec<Cell> {
    let offered = case.status.offer().map(|offer| offer.to);
    let ruling = case.status.awaited().map(|_| PROVINCE);
    let tasks = case.tasks.iter().filter(|task| task.is_open());
    let tasks = tasks.map(|task| if task.is_declined() { PROVINCE } else { task.partner });
    let calendar = BOOK.common.time.calendar().version();
    let all = offered.into_iter().chain(ruling).chain(tasks);
    all.map(|to| Cell::Waiting {
        from: case.holder,
        to,
        calendar,
    })
    .collect()
}

/// The day on which the earliest of its clocks ends, and the day of the ruling.
fn dues(case: &Case) -> Vec<Cell> {
    let stands_still = matches!(case.status, Status::NeedInfo(_) | Status::Responded { .. });
    let runs = case.clocks.all().filter(|clock| {
        clock.met_at.is_none() && (case.status.code() == StatusCode::Submitted || clock.kind != LimitKind::Verification)
    });
    let earliest = runs
        .map(|clock| clock.deadline.due.wita_date())
        .min()
        .filter(|_| !stands_still);
    let of_holder = earliest.map(|on| Cell::Due {
        agency: case.holder,
        clock: None,
        on,
    });
    let of_ruling = case.status.awaited().map(|awaited| Cell::Due {
        agency: PROVINCE,
        clock: Some(LimitKind::Ruling),
        on: awaited.due_at.wita_date(),
    });
    of_holder.into_iter().chain(of_ruling).collect()
}

/// Lives one archive's cases on both databases; how often each act was done.
fn live(seed: u64) -> Done {
    let done = RefCell::new(Done::new());
    both!(store => {
        let actors = actors();
        let mut all = Lives::begin(&store, seed).await;
        for _ in 0..usize::from(LIVES) * ACTS {
            all.step(&actors).await;
        }
        all.read_all_back().await;
        add(&mut done.borrow_mut(), all.done);
    });
    done.into_inner()
}

fn add(all: &mut Done, more: Done) {
    for (act, times) in more {
        *all.entry(act).or_default() += times;
    }
}

#[test]
fn whatever_is_done_is_read_back_as_the_rules_made_it_from_both_databases() {
    let done = live(1);
    assert!(
        done.values().sum::<usize>() > usize::from(LIVES) * ACTS,
        "chance found too little to do: {done:?}"
    );
}

/// Archives of the long form, each with [`LIVES`] cases on each database.
const ARCHIVES: u64 = 60;

#[test]
#[ignore = "minutes: cargo xtask prove lives"]
#[allow(clippy::print_stdout, reason = "a proof tells its outcome")]
fn prove_lives_read_back_as_the_rules_made_them() {
    let first = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let first: u64 = first.unwrap_or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs());
    let mut done = Done::new();
    for seed in first..first + ARCHIVES {
        println!("an archive from SEED={seed}");
        add(&mut done, live(seed));
    }
    let never: Vec<_> = Act::ALL
        .iter()
        .filter(|act| **act != Act::File && !done.contains_key(act))
        .collect();
    assert!(never.is_empty(), "no life came to {never:?}");
    let (lives, acts) = (2 * ARCHIVES * u64::from(LIVES), done.values().sum::<usize>());
    println!(
        "proof: {lives} lives with {acts} acts of {} kinds, half on SQLite and half on PostgreSQL,",
        done.len()
    );
    println!(
        "proof: from SEED={first} on. Each case was read back after one act in {ACTS_BETWEEN_READS}, and at the end with the"
    );
    println!("proof: chains of all homes and a recount of the figures; every one was as the rules had made it.");
}
