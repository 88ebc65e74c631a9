//! Notices: what of a change a reporter is told outside the page, on which ways, and when.
//!
//! A notice never says what happened: it says that something did, and leads to the page. So its kind decides only
//! whether it is sent. Source: `docs/rules.md`, "Notices".

use crate::{
    case::{
        Case,
        change::Change,
        event::{By, is_for_reporter},
        status::{Status, StatusCode},
    },
    codes::codes,
    deadline::LimitKind,
    deed::Act,
    kind::Kind,
    time::Timestamp,
};
use std::collections::BTreeMap;

/// From this hour on nothing is sent. Unit: hours of the day, WITA. Source: our own; people sleep.
pub const QUIET_FROM_HOUR: i8 = 21;
/// Until this hour what came at night is held. Unit: hours of the day, WITA. Source: our own, as above.
pub const QUIET_TO_HOUR: u8 = 6;
/// How long before a limit of the reporter's own a notice goes out. Unit: calendar days; two leave a working day in
/// most weeks. Source: our own.
pub const NEAR_DAYS: i64 = 2;
/// The hour of that notice. Unit: hours of the day, WITA.
const NEAR_HOUR: u8 = 9;
/// How long a link in a notice opens the case. Unit: calendar days. Source: our own; a week bridges an absence, and a
/// mailbox that others come to read later opens nothing.
pub const LINK_DAYS: i64 = 7;

codes! {
    /// The way a notice goes.
    pub enum NoticeChannel {
        /// E-mail.
        Mail = "mail",
        /// SMS or WhatsApp, through a gateway.
        Phone = "phone",
        /// A notice of the browser, on the phone that asked for it.
        Push = "push",
    }
}

codes! {
    /// What a reporter can switch on and off by itself.
    pub enum NoticeGroup {
        /// An agency wrote: a reply, a question, the answer.
        Answers = "answers",
        /// The case was received or verified, or another agency has it.
        Moves = "moves",
        /// A limit comes near, has passed, or was moved.
        Limits = "limits",
        /// The case ended.
        Ends = "ends",
        /// Somebody opened the reporter's identity.
        Identity = "identity",
    }
}

codes! {
    /// What a notice is about. In the order of weight: of several in one change the last one counts.
    pub enum NoticeKind {
        /// The report is received.
        Received = "received",
        /// It was verified, and is at an agency.
        Verified = "verified",
        /// Another agency helps.
        Partner = "partner",
        /// The agency has more time, or another law counts.
        LimitMoved = "limit_moved",
        /// Somebody opened the reporter's identity.
        Identity = "identity",
        /// Another agency owns it, or the province ruled who does.
        Holder = "holder",
        /// An agency wrote.
        Reply = "reply",
        /// A limit of an agency has passed.
        LimitPassed = "limit_passed",
        /// A limit of the reporter's own comes near.
        LimitNear = "limit_near",
        /// An agency asks for information.
        Question = "question",
        /// The case ended.
        Ended = "ended",
        /// The final answer is here.
        Answer = "answer",
    }
}

impl NoticeKind {
    /// The switch it goes by.
    #[must_use]
    pub const fn group(self) -> NoticeGroup {
        match self {
            Self::Reply | Self::Question | Self::Answer => NoticeGroup::Answers,
            Self::Received | Self::Verified | Self::Partner | Self::Holder => NoticeGroup::Moves,
            Self::LimitMoved | Self::LimitPassed | Self::LimitNear => NoticeGroup::Limits,
            Self::Ended => NoticeGroup::Ends,
            Self::Identity => NoticeGroup::Identity,
        }
    }
}

/// What an act causes a reporter to be told; `None` for what they did themselves, and for the work inside.
/// `has_reason` as in [`is_for_reporter`]: an answer with a reason still waits for approval.
#[must_use]
pub const fn caused_by(act: Act, by_reporter: bool, has_reason: bool) -> Option<NoticeKind> {
    if matches!(act, Act::File) {
        return Some(NoticeKind::Received);
    }
    if by_reporter || !is_for_reporter(act, has_reason) {
        return None;
    }
    match act {
        Act::File => Some(NoticeKind::Received),
        Act::Verify | Act::Dispatch => Some(NoticeKind::Verified),
        Act::AskData => Some(NoticeKind::Question),
        Act::Reply | Act::Start => Some(NoticeKind::Reply),
        Act::Answer | Act::ApproveAnswer => Some(NoticeKind::Answer),
        Act::ApproveProlong | Act::SendToPpid | Act::ExtendPpid | Act::Recount => Some(NoticeKind::LimitMoved),
        Act::Refer | Act::ApproveArchive | Act::ArchiveSilent | Act::CloseSilent => Some(NoticeKind::Ended),
        Act::Accept | Act::Rule => Some(NoticeKind::Holder),
        Act::AgreeTogether => Some(NoticeKind::Partner),
        Act::OpenIdentity | Act::NewReceipt | Act::EraseIdentity | Act::RefuseErasure => Some(NoticeKind::Identity),
        // The holder is the same, or the reporter did it.
        Act::Classify
        | Act::Assign
        | Act::Note
        | Act::ReturnAnswer
        | Act::Prolong
        | Act::ProposeArchive
        | Act::Offer
        | Act::ProposeOutside
        | Act::TakeBack
        | Act::Decline
        | Act::Together
        | Act::RefuseTogether
        | Act::AcceptTask
        | Act::FinishTask
        | Act::DeclineTask
        | Act::RuleTask
        | Act::Flag
        | Act::LiftFlag
        | Act::Supply
        | Act::Confirm
        | Act::Reopen
        | Act::Withdraw
        | Act::Rate
        | Act::Object
        | Act::AskErasure
        | Act::ExpireOffer
        | Act::ExpireTogether
        | Act::Publish
        | Act::Revise
        | Act::Unpublish => None,
    }
}

/// A limit that a notice is about. If it is moved or met before, there is nothing to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watched {
    /// Which limit.
    pub limit: LimitKind,
    /// Until when it runs.
    pub due: Timestamp,
}

/// One notice: what it is about, and from when on it may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// From when on; never in the quiet hours.
    pub at: Timestamp,
    /// The limit it is about: it is sent only if that still runs.
    pub limit: Option<Watched>,
}

/// What a reporter is to be told of a change: at most one notice now, and one for each limit that it set.
#[must_use]
pub fn notices(change: &Change, now: Timestamp) -> Vec<Notice> {
    let told = change
        .events()
        .iter()
        .filter_map(|event| caused_by(event.act, event.by == By::Reporter, event.reason.is_some()))
        .max();
    let told = told.map(|kind| Notice {
        kind,
        at: held(now),
        limit: None,
    });
    let known = change.before().map(watched).unwrap_or_default();
    let limits = watched(change.after())
        .into_iter()
        .filter(|limit| !known.contains(limit))
        .map(|limit| of_limit(limit, now));
    told.into_iter().chain(limits.flatten()).collect()
}

/// The limits that a reporter is told of, as they run now: of an agency while it works, and the reporter's own.
#[must_use]
pub fn watched(case: &Case) -> Vec<Watched> {
    match &case.status {
        Status::NeedInfo(request) => vec![Watched {
            limit: LimitKind::CitizenData,
            due: request.due_at,
        }],
        Status::Responded { close_at, .. } => vec![Watched {
            limit: LimitKind::CitizenAnswer,
            due: *close_at,
        }],
        Status::Submitted
        | Status::Dispatched
        | Status::InProgress
        | Status::TransferPending { .. }
        | Status::Reopened => {
            let is_new = case.status.code() == StatusCode::Submitted;
            case.clocks
                .all()
                .filter(|clock| clock.is_running() && (is_new || clock.kind != LimitKind::Verification))
                .map(|clock| Watched {
                    limit: clock.kind,
                    due: clock.deadline.due,
                })
                .collect()
        }
        Status::Resolved { .. }
        | Status::AutoClosed { .. }
        | Status::Merged { .. }
        | Status::Referred(_)
        | Status::Archived(_)
        | Status::Withdrawn { .. } => Vec::new(),
    }
}

/// The notice of a limit: before the reporter's own, after an agency's. What the rules do when the reporter's own
/// passes is told as what it is.
fn of_limit(limit: Watched, now: Timestamp) -> Option<Notice> {
    let is_own = matches!(limit.limit, LimitKind::CitizenData | LimitKind::CitizenAnswer);
    let (kind, at) = if is_own {
        let day = limit.due.plus_days(-NEAR_DAYS).wita_date();
        (NoticeKind::LimitNear, Timestamp::at_wita(day, NEAR_HOUR, 0, 0))
    } else {
        (NoticeKind::LimitPassed, held(limit.due.plus_ms(1)))
    };
    (at > now).then_some(Notice {
        kind,
        at,
        limit: Some(limit),
    })
}

/// `at`, or the next morning if that lies in the quiet hours.
#[must_use]
pub fn held(at: Timestamp) -> Timestamp {
    let wall = at.wita();
    let morning = |day| Timestamp::at_wita(day, QUIET_TO_HOUR, 0, 0);
    if wall.hour() >= QUIET_FROM_HOUR {
        morning(at.plus_days(1).wita_date())
    } else if wall.hour() < QUIET_TO_HOUR.cast_signed() {
        morning(wall.date())
    } else {
        at
    }
}

/// What a reporter wants to be told, and on which ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    usual: bool,
    said: BTreeMap<(NoticeChannel, NoticeGroup), bool>,
}

impl Wishes {
    /// What goes for a kind of report until its reporter says otherwise: everything, and for whistleblowing nothing.
    #[must_use]
    pub const fn usual(kind: Kind) -> Self {
        Self {
            usual: !matches!(kind, Kind::Whistleblowing),
            said: BTreeMap::new(),
        }
    }

    /// The same, with what the reporter said.
    #[must_use]
    pub fn with(mut self, said: impl IntoIterator<Item = (NoticeChannel, NoticeGroup, bool)>) -> Self {
        self.said.extend(
            said.into_iter()
                .map(|(channel, group, is_on)| ((channel, group), is_on)),
        );
        self
    }

    /// Whether notices of this group go this way. A browser that asked for notices wants them.
    #[must_use]
    pub fn wants(&self, channel: NoticeChannel, group: NoticeGroup) -> bool {
        let usual = self.usual || channel == NoticeChannel::Push;
        self.said.get(&(channel, group)).copied().unwrap_or(usual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::at;

    #[test]
    fn what_comes_at_night_waits_until_six() {
        for (came, sent) in [
            ("2026-11-03 20:59:59 WITA", "2026-11-03 20:59:59 WITA"),
            ("2026-11-03 21:00 WITA", "2026-11-04 06:00 WITA"),
            ("2026-11-03 23:59:59 WITA", "2026-11-04 06:00 WITA"),
            ("2026-11-04 00:00 WITA", "2026-11-04 06:00 WITA"),
            ("2026-11-04 05:59:59 WITA", "2026-11-04 06:00 WITA"),
            ("2026-11-04 06:00 WITA", "2026-11-04 06:00 WITA"),
            ("2026-12-31 22:00 WITA", "2027-01-01 06:00 WITA"),
        ] {
            assert_eq!(held(at(came)), at(sent), "{came}");
        }
    }

    #[test]
    fn a_whistleblower_is_told_nothing_until_they_ask_for_it() {
        let silent = Wishes::usual(Kind::Whistleblowing);
        let wants = |wishes: &Wishes| {
            NoticeGroup::ALL
                .iter()
                .any(|group| wishes.wants(NoticeChannel::Mail, *group))
        };
        assert!(!wants(&silent));
        let asked = silent.with([(NoticeChannel::Mail, NoticeGroup::Answers, true)]);
        assert!(asked.wants(NoticeChannel::Mail, NoticeGroup::Answers));
        assert!(!asked.wants(NoticeChannel::Mail, NoticeGroup::Moves));
        assert!(!asked.wants(NoticeChannel::Phone, NoticeGroup::Answers));
        assert!(wants(&Wishes::usual(Kind::Complaint)));
    }

    #[test]
    fn a_switch_that_is_off_stays_off() {
        let wishes = Wishes::usual(Kind::Complaint).with(
            NoticeGroup::ALL
                .iter()
                .map(|group| (NoticeChannel::Mail, *group, false)),
        );
        assert!(
            NoticeGroup::ALL
                .iter()
                .all(|group| !wishes.wants(NoticeChannel::Mail, *group))
        );
        assert!(wishes.wants(NoticeChannel::Phone, NoticeGroup::Moves));
    }
}
