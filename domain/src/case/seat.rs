//! Who may look: one seat per agency and case, derived from the case's facts and written with every change.

use crate::{
    case::{
        Case,
        status::{Status, StatusCode},
    },
    codes::codes,
    id::AgencyId,
    routing::SpecialDesks,
    time::Timestamp,
};
use std::collections::BTreeMap;

codes! {
    /// In what capacity an agency looks at a case, strongest first.
    pub enum Capacity {
        /// Complained about: for it, the case does not exist.
        Accused = "accused",
        /// Owns the case.
        Holder = "holder",
        /// Has a task in it.
        Partner = "partner",
        /// Is asked to take it.
        Offered = "offered",
        /// The province desk, which oversees every case that is not restricted.
        Overseer = "overseer",
        /// Held it before.
        Former = "former",
    }
}

codes! {
    /// Which list of a desk a case stands in.
    pub enum Queue {
        /// To be worked on.
        Work = "work",
        /// Somebody else acts next.
        Waiting = "waiting",
        /// Another agency, or the case, waits for us.
        AwaitingUs = "awaiting_us",
        /// Over, for this desk.
        Ended = "ended",
    }
}

/// One agency's seat at one case, with what its queue sorts by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Whose seat.
    pub agency: AgencyId,
    /// In what capacity.
    pub capacity: Capacity,
    /// In which list.
    pub queue: Queue,
    /// 0 urgent, 1 else.
    pub rank: i64,
    /// The earliest running limit of this reader; `None` sorts last.
    pub due_at: Option<Timestamp>,
    /// How far a former holder reads the history.
    pub until: Option<Timestamp>,
}

impl Case {
    /// Every seat, by the facts of the case. Source: `docs/rules.md`, "Tenancy".
    #[must_use]
    pub fn seats(&self, desks: &SpecialDesks) -> Vec<Seat> {
        let mut capacities: BTreeMap<AgencyId, Capacity> = BTreeMap::new();
        let mut give = |agency, capacity| {
            let seat = capacities.entry(agency).or_insert(capacity);
            *seat = (*seat).min(capacity);
        };
        // A restricted case does not exist for the province desk, even where it verified it.
        let is_hidden = |agency| self.is_restricted() && agency == desks.province;
        for former in self.formers.iter().filter(|former| !is_hidden(former.agency)) {
            give(former.agency, Capacity::Former);
        }
        if !self.is_restricted() {
            give(desks.province, Capacity::Overseer);
        }
        if let Some(asked) = self
            .status
            .offer()
            .map(|offer| offer.to)
            .or_else(|| self.status.awaited().and_then(|awaited| awaited.silent))
        {
            give(asked, Capacity::Offered);
        }
        for task in self.tasks.iter().filter(|task| !task.is_cancelled()) {
            give(task.partner, Capacity::Partner);
        }
        give(self.holder, Capacity::Holder);
        for accused in self.flag.iter().flat_map(|flag| &flag.accused) {
            give(*accused, Capacity::Accused);
        }
        capacities
            .into_iter()
            .map(|(agency, capacity)| self.seat(agency, capacity))
            .collect()
    }

    /// The capacity in which an agency looks, if it may.
    #[must_use]
    pub fn capacity_of(&self, desks: &SpecialDesks, agency: AgencyId) -> Option<Capacity> {
        self.seats(desks)
            .into_iter()
            .find(|seat| seat.agency == agency)
            .map(|seat| seat.capacity)
    }

    fn seat(&self, agency: AgencyId, capacity: Capacity) -> Seat {
        let (queue, due_at) = match capacity {
            // A request to erase a name is decided within a limit, also on a case that is over.
            Capacity::Holder if self.erasure_asked().is_some() => (Queue::Work, self.erasure_asked()),
            _ if self.status.is_end() => (Queue::Ended, None),
            Capacity::Holder => (self.queue_of_holder(), self.due_of_holder()),
            Capacity::Partner => self.place_of_partner(agency),
            Capacity::Offered => self.place_of_offered(),
            Capacity::Overseer if self.is_ruling_awaited() => (Queue::AwaitingUs, self.ruling_due_at()),
            Capacity::Overseer => (Queue::Waiting, self.due_of_holder()),
            Capacity::Former | Capacity::Accused => (Queue::Ended, None),
        };
        let until = match capacity {
            Capacity::Former => self
                .formers
                .iter()
                .filter(|former| former.agency == agency)
                .map(|former| former.until)
                .max(),
            Capacity::Accused | Capacity::Holder | Capacity::Partner | Capacity::Offered | Capacity::Overseer => None,
        };
        Seat {
            agency,
            capacity,
            queue,
            rank: i64::from(!self.is_urgent),
            due_at,
            until,
        }
    }

    fn queue_of_holder(&self) -> Queue {
        if self.together.is_some() {
            return Queue::AwaitingUs;
        }
        match self.status.code() {
            StatusCode::NeedInfo | StatusCode::Responded | StatusCode::TransferPending => Queue::Waiting,
            StatusCode::Submitted | StatusCode::Dispatched | StatusCode::InProgress | StatusCode::Reopened => {
                if self.has_open_task() {
                    Queue::Waiting
                } else {
                    Queue::Work
                }
            }
            StatusCode::Resolved
            | StatusCode::AutoClosed
            | StatusCode::Merged
            | StatusCode::Referred
            | StatusCode::Archived
            | StatusCode::Withdrawn => Queue::Ended,
        }
    }

    fn due_of_holder(&self) -> Option<Timestamp> {
        match &self.status {
            Status::NeedInfo(request) => Some(request.due_at),
            Status::Responded { close_at, .. } => Some(*close_at),
            Status::Submitted
            | Status::Dispatched
            | Status::InProgress
            | Status::TransferPending { .. }
            | Status::Reopened => {
                let together = self.together.as_ref().map(|proposal| proposal.due_at);
                self.clocks
                    .next_due(self.status.code())
                    .into_iter()
                    .chain(together)
                    .min()
            }
            Status::Resolved { .. }
            | Status::AutoClosed { .. }
            | Status::Merged { .. }
            | Status::Referred(_)
            | Status::Archived(_)
            | Status::Withdrawn { .. } => None,
        }
    }

    fn place_of_partner(&self, agency: AgencyId) -> (Queue, Option<Timestamp>) {
        let due = self
            .tasks
            .iter()
            .filter(|task| task.partner == agency && task.is_open() && !task.is_declined())
            .map(|task| task.due_at)
            .min();
        due.map_or((Queue::Waiting, None), |due| (Queue::AwaitingUs, Some(due)))
    }

    fn place_of_offered(&self) -> (Queue, Option<Timestamp>) {
        self.status
            .offer()
            .map_or((Queue::Waiting, None), |offer| (Queue::AwaitingUs, Some(offer.due_at)))
    }

    /// The limit of the ruling; on a declined task, the day the task is due.
    fn ruling_due_at(&self) -> Option<Timestamp> {
        let declined = self.tasks.iter().filter(|task| task.is_declined());
        self.status
            .awaited()
            .map(|awaited| awaited.due_at)
            .into_iter()
            .chain(declined.map(|task| task.due_at))
            .min()
    }
}
