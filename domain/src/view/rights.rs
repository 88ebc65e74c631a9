//! Who sees what: the table of `docs/rules.md`, "Who sees what", as one pure function.

use crate::{
    case::{Case, seat::Capacity},
    id::AgencyId,
    permit::{Officer, Role},
    routing::SpecialDesks,
    time::Timestamp,
};

/// Who looks at a case.
#[derive(Debug, Clone, Copy)]
pub enum Reader<'a> {
    /// Its reporter, who proved the receipt.
    Reporter,
    /// An officer.
    Officer(&'a Officer),
}

/// How much of the history a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryRight {
    /// All of it.
    All,
    /// What is public.
    Public,
    /// What is public, and who opened their identity.
    Reporter,
    /// Up to a hand-off.
    Until(Timestamp),
}

/// What a reader may see of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// In what capacity; `None` for the reporter.
    pub capacity: Option<Capacity>,
    /// Text, facts and files.
    pub sees_facts: bool,
    /// The history.
    pub history: HistoryRight,
    /// Whose notes: the desk's own.
    pub notes_of: Option<AgencyId>,
}

/// What this reader may see; `None` if for them the case does not exist.
#[must_use]
pub fn of(case: &Case, desks: &SpecialDesks, reader: Reader<'_>) -> Option<Rights> {
    let officer = match reader {
        Reader::Reporter => {
            return Some(Rights {
                capacity: None,
                sees_facts: true,
                history: HistoryRight::Reporter,
                notes_of: None,
            });
        }
        Reader::Officer(officer) => officer,
    };
    if matches!(officer.role, Role::ProvinceLeader | Role::Auditor) {
        return None;
    }
    let seat = case
        .seats(desks)
        .into_iter()
        .find(|seat| seat.agency == officer.agency)?;
    let rights = |sees_facts, history, notes_of| {
        Some(Rights {
            capacity: Some(seat.capacity),
            sees_facts,
            history,
            notes_of,
        })
    };
    match seat.capacity {
        Capacity::Accused => None,
        Capacity::Holder | Capacity::Partner => rights(true, HistoryRight::All, Some(officer.agency)),
        Capacity::Offered => rights(true, HistoryRight::Public, None),
        // `secret` is opened to the province desk by break-glass only, which comes with the identity work.
        Capacity::Overseer => rights(!case.visibility.is_secret(), HistoryRight::All, None),
        Capacity::Former => rights(
            false,
            HistoryRight::Until(seat.until.unwrap_or(case.received_at)),
            Some(officer.agency),
        ),
    }
}
