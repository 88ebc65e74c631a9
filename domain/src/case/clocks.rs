//! The limits that run on a case: when each started, until when, and when it was met.

use crate::{
    calendar::CalendarVersion,
    case::status::StatusCode,
    deadline::{Deadline, LimitKind, Pause},
    id::AgencyId,
    kind::Kind,
    rule_book::RuleBook,
    time::Timestamp,
};

/// One clock: a limit that started, and perhaps was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Which limit.
    pub kind: LimitKind,
    /// When it started.
    pub start: Timestamp,
    /// Until when, with what explains it.
    pub deadline: Deadline,
    /// When it was met.
    pub met_at: Option<Timestamp>,
}

impl Clock {
    /// A clock that starts now, by the settings of `desk`.
    #[must_use]
    pub fn started(book: &RuleBook, desk: AgencyId, kind: LimitKind, start: Timestamp, pauses: &[Pause]) -> Self {
        Self {
            kind,
            start,
            deadline: book.deadline(desk, kind, start, pauses),
            met_at: None,
        }
    }

    /// Whether it was met after its limit, or is unmet and past it.
    #[must_use]
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.deadline.is_late(self.met_at.unwrap_or(now))
    }

    /// Whether it still runs.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.met_at.is_none()
    }

    fn meet(&mut self, now: Timestamp) {
        self.met_at.get_or_insert(now);
    }
}

/// Every clock of a case. A clock that has not started is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clocks {
    /// The calendar version by which the case is counted.
    pub calendar: CalendarVersion,
    /// The desk whose days and calendar count: the home's until the first dispatch, then that desk's.
    pub desk: AgencyId,
    /// From receipt (or objection) to dispatch or an end.
    pub verification: Clock,
    /// From dispatch to the first reply.
    pub first_response: Option<Clock>,
    /// From receipt to the answer.
    pub resolution: Clock,
    /// From a reopening to a reply.
    pub reopened_reply: Option<Clock>,
    /// From a reopening to an answer.
    pub reopened_answer: Option<Clock>,
    /// When all of them stood still: data was asked for, or the case had ended.
    pub pauses: Vec<Pause>,
}

/// The resolution limit of a kind. Source: `docs/rules.md`, "Clocks".
#[must_use]
pub const fn resolution_of(kind: Kind) -> LimitKind {
    match kind {
        Kind::Complaint | Kind::Whistleblowing => LimitKind::ResolutionComplaint,
        Kind::Aspiration | Kind::InformationRequest => LimitKind::ResolutionSimple,
    }
}

impl Clocks {
    /// The clocks of a case received at `now` by `home`.
    #[must_use]
    pub fn received(book: &RuleBook, home: AgencyId, kind: Kind, now: Timestamp) -> Self {
        Self {
            calendar: book.calendar_version(),
            desk: home,
            verification: Clock::started(book, home, LimitKind::Verification, now, &[]),
            first_response: None,
            resolution: Clock::started(book, home, resolution_of(kind), now, &[]),
            reopened_reply: None,
            reopened_answer: None,
            pauses: Vec::new(),
        }
    }

    /// Every clock that has started.
    pub fn all(&self) -> impl Iterator<Item = &Clock> {
        [
            Some(&self.verification),
            self.first_response.as_ref(),
            Some(&self.resolution),
            self.reopened_reply.as_ref(),
            self.reopened_answer.as_ref(),
        ]
        .into_iter()
        .flatten()
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut Clock> {
        [
            Some(&mut self.verification),
            self.first_response.as_mut(),
            Some(&mut self.resolution),
            self.reopened_reply.as_mut(),
            self.reopened_answer.as_mut(),
        ]
        .into_iter()
        .flatten()
    }

    /// The earliest limit that still runs for the holder in this status.
    #[must_use]
    pub fn next_due(&self, status: StatusCode) -> Option<Timestamp> {
        let counts = |clock: &&Clock| {
            clock.is_running() && (status == StatusCode::Submitted || clock.kind != LimitKind::Verification)
        };
        self.all().filter(counts).map(|clock| clock.deadline.due).min()
    }

    /// Verified: the first-response clock starts, once; the settings of the first desk count from here on.
    pub(super) fn dispatched(&mut self, book: &RuleBook, desk: AgencyId, now: Timestamp) {
        self.verification.meet(now);
        if self.first_response.is_none() {
            self.desk = desk;
            self.first_response = Some(Clock::started(book, desk, LimitKind::FirstResponse, now, &[]));
            self.recompute(book);
        }
    }

    /// Verified by an end, without a dispatch.
    pub(super) fn verified(&mut self, now: Timestamp) {
        self.verification.meet(now);
    }

    /// Back from an end to where it was not verified yet: that clock runs on.
    pub(super) fn unverified(&mut self) {
        self.verification.met_at = None;
    }

    /// A person wrote to the reporter.
    pub(super) fn replied(&mut self, now: Timestamp) {
        for clock in [self.first_response.as_mut(), self.reopened_reply.as_mut()]
            .into_iter()
            .flatten()
        {
            clock.meet(now);
        }
    }

    /// The final answer went out.
    pub(super) fn answered(&mut self, now: Timestamp) {
        self.replied(now);
        self.resolution.meet(now);
        if let Some(clock) = self.reopened_answer.as_mut() {
            clock.meet(now);
        }
    }

    /// The case is open again: five working days for a reply, and for an answer.
    pub(super) fn reopened(&mut self, book: &RuleBook, now: Timestamp) {
        self.reopened_reply = Some(Clock::started(book, self.desk, LimitKind::ReopenedReply, now, &[]));
        self.reopened_answer = Some(Clock::started(book, self.desk, LimitKind::ReopenedAnswer, now, &[]));
    }

    /// Verification starts anew after an objection; the ended days are a pause for the others, and so is a data
    /// request that was still open at the end.
    pub(super) fn objected(&mut self, book: &RuleBook, ended_at: Timestamp, now: Timestamp) {
        self.verification = Clock::started(book, self.desk, LimitKind::Verification, now, &[]);
        self.end_pause(now);
        self.pauses.push(Pause {
            asked: ended_at,
            came: Some(now),
        });
        self.recompute(book);
    }

    /// Data was asked for: all clocks stand still.
    pub(super) fn paused(&mut self, now: Timestamp) {
        self.pauses.push(Pause { asked: now, came: None });
    }

    /// The data came.
    pub(super) fn resumed(&mut self, book: &RuleBook, now: Timestamp) {
        self.end_pause(now);
        self.recompute(book);
    }

    fn end_pause(&mut self, now: Timestamp) {
        if let Some(pause) = self.pauses.iter_mut().find(|pause| pause.came.is_none()) {
            pause.came = Some(now);
        }
    }

    /// The resolution limit is another one now: a changed kind, an approved longer limit, the PPID law.
    pub(super) fn resolve_within(&mut self, book: &RuleBook, kind: LimitKind) {
        self.resolution.kind = kind;
        self.recompute(book);
    }

    /// Counts by the newest calendar version from here on.
    pub(super) fn recount(&mut self, book: &RuleBook) {
        self.calendar = book.calendar_version();
        self.recompute(book);
    }

    /// Computes every running deadline again: after a pause, or under a new calendar version.
    fn recompute(&mut self, book: &RuleBook) {
        let (desk, pauses) = (self.desk, self.pauses.clone());
        for clock in self.all_mut().filter(|clock| clock.is_running()) {
            clock.deadline = book.deadline(desk, clock.kind, clock.start, &pauses);
        }
    }
}
