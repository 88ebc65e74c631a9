//! Who holds a case, who may look and who is waited for, told from the acts alone: written without a look at the
//! code it judges.

use super::fixture::*;
use crate::{
    case::{
        seat::Capacity,
        status::StatusCode::{self, *},
    },
    deed::{Act, Deed, TaskVerdict, Verdict},
    id::{AgencyId, PersonId},
    interval::Charge,
    permit::Actor,
    time::Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Declined,
    Done,
    Cancelled,
}

/// What a careful clerk would have written down.
#[derive(Debug, Clone)]
pub(super) struct Clerk {
    pub(super) holder: AgencyId,
    formers: BTreeMap<AgencyId, Timestamp>,
    offered: Option<AgencyId>,
    silent: Option<AgencyId>,
    pub(super) together: Option<AgencyId>,
    tasks: Vec<(AgencyId, Mark)>,
    accused: BTreeSet<AgencyId>,
    flagged_at: Option<Timestamp>,
    is_whistle: bool,
    /// Who proposed to archive, unless another act came between.
    proposer: Option<PersonId>,
    asked_from: Option<StatusCode>,
    handed_from: Option<StatusCode>,
}

impl Clerk {
    pub(super) fn of_filing(life: &Life) -> Self {
        let flag = life.case.flag.as_ref();
        Self {
            holder: life.case.holder,
            formers: BTreeMap::new(),
            offered: None,
            silent: None,
            together: None,
            tasks: Vec::new(),
            accused: flag.iter().flat_map(|flag| flag.accused.iter().copied()).collect(),
            flagged_at: flag.map(|flag| flag.at),
            is_whistle: life.case.kind == crate::kind::Kind::Whistleblowing,
            proposer: None,
            asked_from: None,
            handed_from: None,
        }
    }

    const fn is_restricted(&self) -> bool {
        self.is_whistle || self.flagged_at.is_some()
    }

    fn move_to(&mut self, to: AgencyId, now: Timestamp) {
        if self.holder != to {
            self.formers.insert(self.holder, now);
            self.holder = to;
            self.together = None;
            self.cancel(|partner| partner == to);
        }
    }

    fn cancel(&mut self, is_meant: impl Fn(AgencyId) -> bool) {
        for (partner, mark) in &mut self.tasks {
            if *mark != Mark::Done && is_meant(*partner) {
                *mark = Mark::Cancelled;
            }
        }
    }

    fn mark(&mut self, no: u16, mark: Mark) {
        if let Some(task) = self.tasks.get_mut(usize::from(no) - 1) {
            task.1 = mark;
        }
    }

    fn close_handoff(&mut self) {
        (self.offered, self.silent) = (None, None);
    }

    /// Writes down an act that was done.
    pub(super) fn write(&mut self, by: &Actor, deed: &Deed, from: StatusCode, now: Timestamp) {
        self.proposer = match (deed, by) {
            (Deed::ProposeArchive { .. }, Actor::Officer(officer)) => Some(officer.id),
            _ => None,
        };
        match deed {
            Deed::AskData { .. } => self.asked_from = Some(from),
            Deed::Dispatch { to, .. } => self.move_to(*to, now),
            Deed::Offer { to, .. } => (self.offered, self.handed_from) = (Some(*to), Some(from)),
            Deed::ProposeOutside { .. } => self.handed_from = Some(from),
            Deed::TakeBack | Deed::Decline { .. } => self.offered = None,
            Deed::Together { .. } => self.together = self.offered.take(),
            Deed::Accept => {
                let to = self.offered.take().unwrap();
                self.move_to(to, now);
            }
            Deed::ExpireOffer => self.silent = self.offered.take(),
            Deed::AgreeTogether => {
                let partner = self.together.take().unwrap();
                self.tasks.push((partner, Mark::Open));
            }
            Deed::RefuseTogether { .. } | Deed::ExpireTogether => {
                (self.together, self.handed_from) = (None, Some(from));
            }
            Deed::Rule { verdict, .. } => self.write_ruling(verdict, now),
            Deed::FinishTask { task, .. } => self.mark(*task, Mark::Done),
            Deed::DeclineTask { task, .. } => self.mark(*task, Mark::Declined),
            Deed::RuleTask { task, verdict, .. } => match verdict {
                TaskVerdict::Back => self.mark(*task, Mark::Open),
                TaskVerdict::Cancelled => self.mark(*task, Mark::Cancelled),
                TaskVerdict::By(partner) => {
                    self.mark(*task, Mark::Cancelled);
                    self.tasks.push((*partner, Mark::Open));
                }
            },
            Deed::Flag { accused, .. } => self.write_flag(accused, now),
            Deed::LiftFlag { .. } => {
                let since = self.flagged_at.take().unwrap();
                for agency in std::mem::take(&mut self.accused) {
                    self.formers.entry(agency).or_insert(since);
                }
            }
            Deed::Refer { .. } | Deed::ApproveArchive | Deed::ArchiveSilent | Deed::Withdraw => {
                self.close_handoff();
                self.together = None;
                self.cancel(|_| true);
            }
            Deed::Object { .. } => {
                let desk = match (self.is_restricted(), self.accused.contains(&SETDA)) {
                    (false, _) => PROVINSI,
                    (true, false) => SETDA,
                    (true, true) => INSPEKTORAT,
                };
                self.move_to(desk, now);
            }
            _ => {}
        }
    }

    fn write_ruling(&mut self, verdict: &Verdict, now: Timestamp) {
        self.close_handoff();
        match verdict {
            Verdict::Back => {}
            Verdict::Holder(to) => self.move_to(*to, now),
            Verdict::Outside(_) => {
                self.together = None;
                self.cancel(|_| true);
            }
            Verdict::Joint { lead, partners } => {
                self.move_to(*lead, now);
                self.tasks
                    .extend(partners.iter().map(|(partner, _)| (*partner, Mark::Open)));
            }
        }
    }

    fn write_flag(&mut self, accused: &[AgencyId], now: Timestamp) {
        self.close_handoff();
        self.together = None;
        self.accused.extend(accused);
        if self.accused.contains(&DKISP) || self.accused.contains(&BIRO_ORGANISASI) {
            self.accused.insert(PROVINSI);
        }
        let judge = if self.accused.contains(&INSPEKTORAT) {
            SETDA
        } else {
            INSPEKTORAT
        };
        self.flagged_at.get_or_insert(now);
        let accused = self.accused.clone();
        self.cancel(|partner| partner == judge || accused.contains(&partner));
        self.move_to(judge, now);
    }

    /// The seats, by `docs/rules.md`, "Tenancy" and "Who sees what".
    pub(super) fn seats(&self) -> Vec<(AgencyId, Capacity)> {
        TENANTS
            .into_iter()
            .filter_map(|desk| Some((desk, self.capacity(desk)?)))
            .collect()
    }

    fn capacity(&self, desk: AgencyId) -> Option<Capacity> {
        if self.accused.contains(&desk) {
            Some(Capacity::Accused)
        } else if self.holder == desk {
            Some(Capacity::Holder)
        } else if self
            .tasks
            .iter()
            .any(|(partner, mark)| *partner == desk && *mark != Mark::Cancelled)
        {
            Some(Capacity::Partner)
        } else if self.offered == Some(desk) || self.silent == Some(desk) {
            Some(Capacity::Offered)
        } else if desk == PROVINSI {
            (!self.is_restricted()).then_some(Capacity::Overseer)
        } else {
            self.formers.contains_key(&desk).then_some(Capacity::Former)
        }
    }

    /// Until when a former holder reads the history.
    pub(super) fn until(&self, desk: AgencyId) -> Option<Timestamp> {
        self.formers.get(&desk).copied()
    }

    /// Who is waited for in this status; `None` after an end.
    pub(super) fn charge(&self, status: StatusCode) -> Option<Charge> {
        let has_declined_task = self.tasks.iter().any(|(_, mark)| *mark == Mark::Declined);
        let is_verified_by_province = status == Submitted && self.holder == PROVINSI;
        let is_ruling_awaited = status == TransferPending && self.offered.is_none();
        let open = self.tasks.iter().find(|(_, mark)| *mark == Mark::Open);
        Some(if status.is_end() {
            return None;
        } else if has_declined_task || is_verified_by_province || is_ruling_awaited {
            Charge::Province
        } else if matches!(status, NeedInfo | Responded) {
            Charge::Citizen
        } else if let Some(awaited) = self.offered {
            let holder = self.holder;
            Charge::Offered { holder, awaited }
        } else if let Some((agency, _)) = open {
            Charge::Partner { agency: *agency }
        } else {
            Charge::Own(self.holder)
        })
    }

    /// Whether nothing is left open, as at an end.
    pub(super) fn has_nothing_open(&self) -> bool {
        let is_open = |mark| matches!(mark, Mark::Open | Mark::Declined);
        self.offered.is_none() && self.together.is_none() && !self.tasks.iter().any(|(_, mark)| is_open(*mark))
    }

    /// Whether this move is in `docs/rules.md`, "Status and moves", by an act that may make it.
    pub(super) fn is_a_move(&self, act: Act, from: StatusCode, to: StatusCode) -> bool {
        let working = [Dispatched, InProgress, Reopened];
        match (from, to) {
            _ if from == to => true,
            (Submitted, NeedInfo) => act == Act::AskData,
            (Submitted, Dispatched) => matches!(act, Act::Verify | Act::Dispatch),
            (Submitted, Referred) => act == Act::Refer,
            (Dispatched | Reopened, InProgress) => act == Act::Start,
            (_, Responded) => working.contains(&from) && matches!(act, Act::Answer | Act::ApproveAnswer),
            (_, NeedInfo) => working.contains(&from) && act == Act::AskData,
            (Dispatched | InProgress | Reopened, TransferPending) => matches!(
                act,
                Act::Offer | Act::ProposeOutside | Act::RefuseTogether | Act::ExpireTogether
            ),
            (Responded, Reopened) | (Resolved | AutoClosed, Reopened) => act == Act::Reopen,
            (Responded, Resolved) => act == Act::Confirm,
            (Responded, AutoClosed) => act == Act::CloseSilent,
            (_, Referred) => (from == TransferPending || working.contains(&from)) && act == Act::Rule,
            (_, Withdrawn) => from.is_open() && act == Act::Withdraw,
            (NeedInfo, Archived) => matches!(act, Act::ApproveArchive | Act::ArchiveSilent),
            (_, Archived) => from.is_open() && act == Act::ApproveArchive,
            (Archived | Referred, Submitted) if act == Act::Object => true,
            (NeedInfo | Archived, _) => act == Act::Supply && self.asked_from == Some(to),
            (TransferPending, Dispatched) if matches!(act, Act::Accept | Act::Rule | Act::Flag) => true,
            (TransferPending, _) => {
                matches!(act, Act::Decline | Act::TakeBack | Act::Together | Act::Rule) && self.handed_from == Some(to)
            }
            (InProgress | Reopened, Dispatched) => matches!(act, Act::Flag | Act::Rule),
            _ => false,
        }
    }

    /// Whether another person proposed to archive, and nothing came between.
    pub(super) fn is_proposed_by_another(&self, by: &Actor) -> bool {
        matches!((self.proposer, by), (Some(proposer), Actor::Officer(officer)) if officer.id != proposer)
    }
}
