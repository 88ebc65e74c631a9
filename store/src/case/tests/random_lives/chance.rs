//! What chance chooses: who files what, and who does what next. The same seed gives the same lives.
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "each function knows the acts of its own, and an act that none knows fails the long form"
)]

use domain::case::act::status_may;
use domain::case::change::{Acting, Moment};
use domain::case::{Case, TaskState};
use domain::deed::{Act, AnswerText, Better, Classification, Deed, OutsideBody, Pledge, TaskVerdict, Verdict};
use domain::facts::NewCase;
use domain::id::AgencyId;
use domain::kind::{ArchiveReason, HandoffReason, Kind, Subject, Visibility};
use domain::permit::{Actor, Role};
use domain::time::{DAY_MS, HOUR_MS, MINUTE_MS, Timestamp};

use crate::case::fixture::*;

/// How long after the act before; now and then long enough for a limit to pass.
const LATER_MS: [i64; 10] = [
    0,
    1,
    MINUTE_MS,
    HOUR_MS,
    HOUR_MS,
    5 * HOUR_MS,
    DAY_MS,
    2 * DAY_MS,
    5 * DAY_MS,
    20 * DAY_MS,
];
/// Draws of an actor and an act before a step is given up. One pair in some thirty is open.
const DRAWS_MAX: usize = 200;

/// The same sequence for the same seed.
pub(super) struct Chance(fastrand::Rng);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// One of the first `many` numbers.
    pub(super) fn below(&mut self, many: usize) -> usize {
        self.0.usize(..many)
    }

    /// True once in `times`.
    pub(super) fn is_rare(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// The time of the next act.
    pub(super) fn after(&mut self, now: Timestamp) -> Timestamp {
        now.plus_ms(self.one(&LATER_MS))
    }

    /// Salts need chance too.
    pub(super) fn moment(&mut self, now: Timestamp) -> Moment {
        let mut seed = [0; 32];
        self.0.fill(&mut seed);
        Moment { now, seed }
    }

    /// What somebody files.
    pub(super) fn filing(&mut self) -> NewCase {
        let mut new = asked();
        new.kind = self.one(&[
            Kind::Complaint,
            Kind::Complaint,
            Kind::Complaint,
            Kind::Aspiration,
            Kind::InformationRequest,
            Kind::Whistleblowing,
        ]);
        new.agency = self.one(&[None, None, Some(A), Some(B), Some(C)]);
        new.visibility = self.one(&[
            Visibility::Open,
            Visibility::Open,
            Visibility::Anonymous,
            Visibility::Secret,
        ]);
        if self.is_rare(3) {
            new.facts.service = None;
        }
        new.facts.licence.is_fee_asked = Some(self.is_rare(8));
        new
    }

    /// Who does what next: an actor and an act that is open to them. `None` if the draws found none.
    pub(super) fn step(&mut self, case: &Case, actors: &[Actor], now: Timestamp) -> Option<(Actor, Deed)> {
        for _ in 0..DRAWS_MAX {
            let by = &actors[self.below(actors.len())];
            let act = self.one(Act::ALL);
            let acting = Acting {
                book: &BOOK,
                by,
                at: Moment { now, seed: [0; 32] },
            };
            if status_may(case.status.code(), act) && self.is_worth_it(act) && case.check(acting, act).is_ok() {
                return self.deed(case, by, act, now).map(|deed| (by.clone(), deed));
            }
        }
        None
    }

    /// Acts that change little, and those after which little is left to happen, are taken less often.
    fn is_worth_it(&mut self, act: Act) -> bool {
        match act {
            Act::Note
            | Act::Assign
            | Act::Classify
            | Act::OpenIdentity
            | Act::NewReceipt
            | Act::Reply
            | Act::Revise => self.is_rare(12),
            Act::AskErasure => self.is_rare(4),
            Act::Flag | Act::Withdraw => self.is_rare(24),
            _ => true,
        }
    }

    fn deed(&mut self, case: &Case, by: &Actor, act: Act, now: Timestamp) -> Option<Deed> {
        let to = self.one(&DESKS);
        let sentence = text("Kewenangan ada di dinas lain.");
        Some(match act {
            Act::File => return None,
            Act::Verify => Deed::Verify,
            Act::Dispatch => Deed::Dispatch { to, sentence },
            Act::Classify => self.classification(),
            Act::Assign => self.assignment(by),
            Act::Note => noting("Berkas ada di lemari dua."),
            Act::AskData => Deed::AskData {
                text: text("Kapan Anda mengajukan?"),
            },
            Act::Reply => Deed::Reply {
                text: text("Berkas Anda kami periksa."),
                pledge: self.is_rare(2).then(|| pledge(now)),
            },
            Act::Start => Deed::Start {
                text: text("Kami periksa berkas Anda."),
                pledge: pledge(now),
            },
            Act::Answer => answer(now),
            Act::ApproveAnswer => Deed::ApproveAnswer,
            Act::ReturnAnswer => Deed::ReturnAnswer {
                note: text("Sebutkan nomor izinnya."),
            },
            Act::Prolong => Deed::Prolong { reason: sentence },
            Act::ApproveProlong => Deed::ApproveProlong,
            Act::SendToPpid => Deed::SendToPpid,
            Act::ExtendPpid => Deed::ExtendPpid { reason: sentence },
            Act::ProposeArchive => Deed::ProposeArchive {
                reason: self.one(&[ArchiveReason::TooGeneral, ArchiveReason::Abuse]),
                sentence,
            },
            Act::ApproveArchive => Deed::ApproveArchive,
            Act::Refer => Deed::Refer {
                body: outside(),
                sentence,
            },
            Act::Publish => publishing(),
            Act::Revise => Deed::Revise(public_text("Izin usaha terlambat")),
            Act::Unpublish => Deed::Unpublish {
                reason: text("Memuat nama orang."),
            },
            Act::LiftFlag => Deed::LiftFlag {
                reason: text("Tidak terbukti."),
            },
            Act::Flag => Deed::Flag {
                accused: self.one(&[vec![A], vec![to], vec![B, to]]),
                reason: text("Petugas meminta uang."),
            },
            Act::NewReceipt => Deed::NewReceipt {
                reason: text("Menunjukkan KTP di loket."),
            },
            Act::OpenIdentity => Deed::OpenIdentity {
                reason: text("Menghubungi pelapor."),
            },
            Act::Supply | Act::Confirm | Act::Reopen | Act::Withdraw | Act::Rate | Act::Object | Act::AskErasure => {
                self.word(act)?
            }
            Act::EraseIdentity => Deed::EraseIdentity,
            Act::RefuseErasure => Deed::RefuseErasure { sentence },
            _ => self.handoff(case, by, act, to)?,
        })
    }

    fn classification(&mut self) -> Deed {
        Deed::Classify(Classification {
            kind: self.one(&[None, Some(Kind::Complaint), Some(Kind::InformationRequest)]),
            subject: self.one(&[None, Some(Subject::SystemError), Some(Subject::TechnicalRecommendation)]),
            service: self.one(&[None, Some(text("izin"))]),
            category: self.one(&[None, Some(text("EKONOMI > PERIZINAN"))]),
            title: self.one(&[None, Some(text("Izin usaha terlambat"))]),
            is_urgent: self.one(&[None, Some(true), Some(false)]),
        })
    }

    fn assignment(&mut self, by: &Actor) -> Deed {
        let me = match by {
            Actor::Officer(officer) => Some(officer.id),
            Actor::Reporter | Actor::Clock => None,
        };
        Deed::Assign {
            to: me.filter(|_| !self.is_rare(3)),
        }
    }

    /// What the reporter has to say.
    fn word(&mut self, act: Act) -> Option<Deed> {
        Some(match act {
            Act::Supply => Deed::Supply {
                text: text("Tanggal 1 September."),
            },
            Act::Confirm => Deed::Confirm,
            Act::Reopen => Deed::Reopen {
                reason: text("Izinnya belum saya terima."),
            },
            Act::Withdraw => Deed::Withdraw,
            Act::Rate => Deed::Rate {
                value: self.one(&[1, 2, 3, 4]),
                reason: self.one(&[None, Some(text("Cepat sekarang."))]),
            },
            Act::Object => Deed::Object {
                reason: text("Ini pelayanan publik."),
            },
            Act::AskErasure => Deed::AskErasure,
            _ => return None,
        })
    }

    /// What happens between agencies, and what the clock does.
    fn handoff(&mut self, case: &Case, by: &Actor, act: Act, to: AgencyId) -> Option<Deed> {
        let sentence = text("Kewenangan ada di dinas lain.");
        let reason = self.one(&[HandoffReason::OtherOpd, HandoffReason::InsufficientData]);
        Some(match act {
            Act::Offer => Deed::Offer { to, reason, sentence },
            Act::ProposeOutside => Deed::ProposeOutside {
                body: outside(),
                reason,
                sentence,
            },
            Act::TakeBack => Deed::TakeBack,
            Act::Accept => Deed::Accept,
            Act::Decline => Deed::Decline {
                better: self.one(&[Better::Agency(to), Better::Agency(to), Better::Outside(outside())]),
                reason,
                sentence,
            },
            Act::Together => Deed::Together {
                what: text("Memeriksa lokasi"),
                sentence,
            },
            Act::AgreeTogether => Deed::AgreeTogether,
            Act::RefuseTogether => Deed::RefuseTogether { sentence },
            Act::Rule => Deed::Rule {
                verdict: self.verdict(to),
                sentence,
                decision: self.one(&[Some(text("Keputusan Sekda 12/2026")), None]),
            },
            Act::AcceptTask => Deed::AcceptTask {
                task: own_task(case, by, act),
            },
            Act::FinishTask => Deed::FinishTask {
                task: own_task(case, by, act),
                result: text("Lokasi sesuai."),
            },
            Act::DeclineTask => Deed::DeclineTask {
                task: own_task(case, by, act),
                reason,
                sentence,
            },
            Act::RuleTask => Deed::RuleTask {
                task: case
                    .tasks
                    .iter()
                    .find(|task| task.is_declined())
                    .map_or(1, |task| task.no),
                verdict: self.one(&[TaskVerdict::By(to), TaskVerdict::Back, TaskVerdict::Cancelled]),
                sentence,
            },
            Act::ExpireOffer => Deed::ExpireOffer,
            Act::ExpireTogether => Deed::ExpireTogether,
            Act::ArchiveSilent => Deed::ArchiveSilent,
            Act::CloseSilent => Deed::CloseSilent,
            Act::Recount => Deed::Recount,
            _ => return None,
        })
    }

    fn verdict(&mut self, to: AgencyId) -> Verdict {
        let partner = self.one(&[A, B, C]);
        self.one(&[
            Verdict::Back,
            Verdict::Outside(outside()),
            Verdict::Holder(to),
            Verdict::Joint {
                lead: to,
                partners: vec![(partner, text("Data lokasi"))],
            },
        ])
    }
}

/// Everybody who may come by.
pub(super) fn actors() -> Vec<Actor> {
    let desk = |desk| [Role::Handler, Role::LiaisonOfficer].map(|role| officer(desk, role));
    let desks = [A, B, C, SECRETARY].into_iter().flat_map(desk);
    let others = [
        Actor::Reporter,
        Actor::Reporter,
        Actor::Clock,
        admin(PROVINCE),
        admin(INSPECTORATE),
        officer(A, Role::AgencyHead),
    ];
    others.into_iter().chain(desks).collect()
}

/// The partner's own task that the act can be about.
fn own_task(case: &Case, by: &Actor, act: Act) -> u16 {
    let is_meant = |state: &TaskState| match act {
        Act::AcceptTask => matches!(state, TaskState::Asked),
        _ => matches!(state, TaskState::Asked | TaskState::Accepted { .. }),
    };
    let mine = case.tasks.iter().filter(|task| Some(task.partner) == by.agency());
    mine.filter(|task| is_meant(&task.state))
        .map(|task| task.no)
        .next()
        .unwrap_or(1)
}

fn outside() -> OutsideBody {
    OutsideBody {
        code: text("X-BPN"),
        name: text("Kantor Pertanahan"),
        contact: text("0551-123456"),
    }
}

fn pledge(now: Timestamp) -> Pledge {
    Pledge {
        act: text("Memeriksa berkas"),
        by: now.plus_days(3).wita_date(),
    }
}

fn answer(now: Timestamp) -> Deed {
    Deed::Answer(AnswerText {
        text: text("Izin Anda terbit."),
        act: text("Menerbitkan izin"),
        on: now.wita_date(),
        unit: text("Bidang Perizinan"),
    })
}
