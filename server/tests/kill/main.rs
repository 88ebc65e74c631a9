//! A receipt given is a case kept. The server is killed (SIGKILL) again and again while 200 people file at once; what
//! they hold afterwards must open their case, and nobody who sent a form twice may have two.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop, and a proof tells its outcome"
)]

mod citizen;
mod files;
mod house;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Barrier, mpsc},
    thread,
};

use citizen::Receipt;
use domain::{
    chain::{ChainHead, verify},
    permit::Scope,
    tally::{Cell, Measure, Month},
    time::Timestamp,
};
use house::House;
use store::Store;

/// People who file at the same moment.
const AT_ONCE: usize = 200;
/// People who look at their case at the same moment.
const READERS: usize = 8;
/// The agency that gives the service of [`citizen::form`]: every case begins there.
const HOME: &str = "DPMPTSP";

/// What the people outside know: each form they sent by its key, and the receipt they got for it.
struct Outside {
    house: House,
    forms: Vec<String>,
    receipts: BTreeMap<String, Receipt>,
    /// How often a kill left a form without an answer.
    cut_off: usize,
    /// The most cases that stood at a time for forms that nobody had answered.
    unheard: u64,
}

impl Outside {
    fn new() -> Self {
        Self {
            house: House::open(),
            forms: Vec::new(),
            receipts: BTreeMap::new(),
            cut_off: 0,
            unheard: 0,
        }
    }

    /// 200 forms at once: those that nobody answered before, and new ones. The server is killed once `kill_after` of them
    /// have a receipt, and started again; everybody who has a receipt looks at their case.
    fn storm(&mut self, kill_after: usize) {
        let new = AT_ONCE - self.unanswered().len();
        let first = self.forms.len();
        self.forms
            .extend((first..first + new).map(|number| format!("filing-{number}")));
        let mut server = self.house.start();
        let got = self.send(&self.unanswered(), |given| {
            if given == kill_after {
                server.kill();
            }
        });
        drop(server);
        let server = self.house.start();
        let answered: Vec<&Receipt> = got.iter().map(|(_, receipt)| receipt).collect();
        look(self.house.port, &answered);
        drop(server);
        self.keep(got);
        self.cut_off += self.unanswered().len();
        let unheard = self.house.cases(HOME) - u64::try_from(self.receipts.len()).unwrap();
        self.unheard = self.unheard.max(unheard);
    }

    fn unanswered(&self) -> Vec<String> {
        let is_open = |key: &&String| !self.receipts.contains_key(*key);
        self.forms.iter().filter(is_open).cloned().collect()
    }

    /// Sends these forms at the same moment, and tells after each receipt how many there are.
    fn send(&self, keys: &[String], mut told: impl FnMut(usize)) -> Vec<(String, Receipt)> {
        let (port, together) = (self.house.port, Barrier::new(keys.len()));
        let (hand_in, answers) = mpsc::channel();
        thread::scope(|scope| {
            for (number, key) in keys.iter().enumerate() {
                let (hand_in, together) = (hand_in.clone(), &together);
                scope.spawn(move || {
                    together.wait();
                    if let Some(receipt) = citizen::file(port, number, key) {
                        hand_in.send((key.clone(), receipt)).unwrap();
                    }
                });
            }
            drop(hand_in);
            let mut got = Vec::new();
            for answer in answers {
                got.push(answer);
                told(got.len());
            }
            got
        })
    }

    /// Whoever sends a form again gets the receipt they had.
    fn keep(&mut self, got: Vec<(String, Receipt)>) {
        for (key, receipt) in got {
            let first = self.receipts.entry(key).or_insert_with(|| receipt.clone());
            assert_eq!(*first, receipt, "one form, one receipt");
        }
    }

    /// Everybody sends their form once more and looks at their case; then the archive is counted.
    fn judge(&mut self) {
        let server = self.house.start();
        for some in self.forms.clone().chunks(AT_ONCE) {
            let got = self.send(some, |_| {});
            self.keep(got);
        }
        assert_eq!(self.unanswered(), [""; 0], "every form has its receipt");
        look(self.house.port, &self.receipts.values().collect::<Vec<_>>());
        drop(server);
        let codes: BTreeSet<&str> = self.receipts.values().map(|receipt| receipt.code.as_str()).collect();
        let forms = u64::try_from(self.forms.len()).unwrap();
        assert_eq!(codes.len(), self.forms.len(), "two forms, two cases");
        assert_eq!(
            self.house.cases(HOME),
            forms,
            "one form, one case, and one entry in an unbroken chain"
        );
        assert_eq!(
            self.house.filed(),
            i64::try_from(forms).unwrap(),
            "each is counted once"
        );
    }
}

/// Every receipt opens its case.
fn look(port: u16, receipts: &[&Receipt]) {
    thread::scope(|scope| {
        for some in receipts.chunks(receipts.len().div_ceil(READERS).max(1)) {
            scope.spawn(move || {
                for (number, receipt) in some.iter().enumerate() {
                    assert!(citizen::open(port, number, receipt), "{} is lost", receipt.code);
                }
            });
        }
    });
}

impl House {
    fn read<T>(&self, work: impl AsyncFnOnce(Store) -> T) -> T {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async { work(Store::open(&self.database()).await.unwrap()).await })
    }

    /// Cases that began at a home: each has written one event, its filing. Follows the chain on the way.
    fn cases(&self, home: &str) -> u64 {
        self.read(async |store| {
            let mut conn = store.look_up().await.unwrap();
            let home = store::agency::find_by_code(&mut conn, home).await.unwrap().unwrap().id;
            let mut end = ChainHead::genesis(home);
            loop {
                let next = store::chain::page(&mut conn, home, end.seq).await.unwrap();
                if next.is_empty() {
                    return end.seq;
                }
                end = verify(end, next).expect("the chain is whole");
            }
        })
    }

    /// Cases filed in all, as the figures have them.
    fn filed(&self) -> i64 {
        self.read(async |store| {
            let mut conn = store.read(Scope::Figures).await.unwrap();
            let mut filed = 0;
            let today = Timestamp::from_ms(house::now_ms()).wita_date();
            for month in [Month::of_date(today), Month::of_date(today).before()] {
                for (cell, amount) in store::tally::read(&mut conn, month, today).await.unwrap() {
                    if matches!(
                        cell,
                        Cell::Agency {
                            measure: Measure::Filed,
                            ..
                        }
                    ) {
                        filed += amount.n;
                    }
                }
            }
            filed
        })
    }
}

/// Kills the server after so many receipts, each time among 200 new filings; how it went.
fn killed(after: impl Iterator<Item = usize>) -> Outside {
    let mut outside = Outside::new();
    for receipts in after {
        outside.storm(receipts);
    }
    assert!(outside.cut_off > 0, "every kill came too late");
    outside.judge();
    outside
}

#[test]
fn a_receipt_given_before_a_kill_opens_its_case_and_a_form_sent_again_makes_no_second_one() {
    killed([20, 60, 120].into_iter());
}

/// Kills in the long form.
const KILLS: usize = 20;

#[test]
#[ignore = "minutes: cargo xtask prove kills"]
fn prove_kills_lose_no_receipt_and_double_no_case() {
    let rounds = (0..KILLS).map(|round| {
        println!("kill {} of {KILLS}", round + 1);
        1 + round * 37 % (AT_ONCE - 20)
    });
    let outside = killed(rounds);
    let (forms, cut_off, unheard) = (outside.forms.len(), outside.cut_off, outside.unheard);
    println!(
        "proof: {KILLS} kills (SIGKILL), each in the middle of {AT_ONCE} filings at once, over one archive (SQLite)."
    );
    println!(
        "proof: {cut_off} times a form was left without an answer, and was sent again; up to {unheard} cases at a time were"
    );
    println!(
        "proof: kept whose receipt had been cut off. In the end every form was sent once more: {forms} forms, {forms} receipts,"
    );
    println!(
        "proof: each of which opens its case, and {forms} cases. None was lost, none was made twice, the chain is whole."
    );
}
