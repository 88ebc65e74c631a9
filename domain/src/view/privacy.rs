//! What concerns the reporter's own data and rights: who looked, what was asked to be erased, and until when the
//! reporter has the word.

use super::{
    CaseView, When,
    build::Known,
    directory::AgencyName,
    escalation::{Ground, grounds},
    follow::ToldView,
    rights::Rights,
};
use crate::{
    case::{Case, erasure::Erasure, seat::Capacity, status::Status},
    permit::Role,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Who opened the reporter's identity. Of the officer: first name, desk and role, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningView {
    /// The desk.
    pub agency: AgencyName,
    /// As what.
    pub role: Role,
    /// First name; empty where the account is gone.
    pub name: String,
    /// Why, as it was written for the reporter.
    pub reason: String,
    /// When.
    pub at: When,
}

/// Where a request to erase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in `case::erasure::Erasure`")]
pub enum ErasureState {
    Asked,
    Refused,
    Granted,
}

/// The reporter's last request that name and contact be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureView {
    /// Where it stands.
    pub state: ErasureState,
    /// Since when.
    pub at: When,
    /// By when it is decided, while it waits.
    pub due: Option<When>,
    /// Whether that has passed.
    pub is_late: bool,
    /// Why it was refused.
    pub sentence: Option<String>,
}

/// What concerns the reporter's own data and rights.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyView {
    /// Until when the reporter may reopen or object; `None` while the case is open.
    pub word_until: Option<When>,
    /// Who decides on an objection, where one may be made; for the reporter only.
    pub objection_to: Option<AgencyName>,
    /// Why the way to the Ombudsman is offered now; for the reporter only.
    pub grounds: Vec<Ground>,
    /// Who opened the identity, in order; for the reporter only.
    pub openings: Vec<OpeningView>,
    /// The last request to erase; for the reporter and who decides on it.
    pub erasure: Option<ErasureView>,
}

/// What this reader may know of it. Openings are added by who has read their log.
pub(super) fn of(case: &Case, rights: Rights, known: &Known<'_>) -> PrivacyView {
    let is_reporter = rights.capacity.is_none();
    let decides = matches!(rights.capacity, Some(Capacity::Holder | Capacity::Overseer));
    PrivacyView {
        word_until: case
            .word_until(known.book)
            .map(|last| When::day(last.wita_date(), known.lang)),
        objection_to: (is_reporter && matches!(case.status, Status::Archived(_) | Status::Referred(_)))
            .then(|| known.directory.agency(case.desk_of_objection(&known.book.desks))),
        grounds: if is_reporter {
            grounds(case, known.now)
        } else {
            Vec::new()
        },
        openings: Vec::new(),
        erasure: case
            .erasure
            .as_ref()
            .filter(|_| is_reporter || decides)
            .map(|erasure| erasure_view(erasure, known)),
    }
}

fn erasure_view(erasure: &Erasure, known: &Known<'_>) -> ErasureView {
    let when = |at: Timestamp| When::instant(at, known.lang);
    let (state, at, due_at, sentence) = match erasure {
        Erasure::Asked { at, due_at } => (ErasureState::Asked, *at, Some(*due_at), None),
        Erasure::Refused { at, sentence } => (ErasureState::Refused, *at, None, Some(sentence)),
        Erasure::Granted { at } => (ErasureState::Granted, *at, None, None),
    };
    ErasureView {
        state,
        at: when(at),
        due: due_at.map(when),
        is_late: due_at.is_some_and(|due_at| known.now > due_at),
        sentence: sentence.map(|sentence| sentence.as_str().to_owned()),
    }
}

/// Everything kept of a reporter and their case, as far as it is theirs to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyDataView {
    /// The case, as its reporter sees it.
    pub case: CaseView,
    /// The name that was given; `None` if none was, or if it was erased.
    pub name: Option<String>,
    /// The contact that was given.
    pub contact: Option<String>,
    /// What is kept to tell them of news.
    pub told: ToldView,
    /// Number and hash of the filing in the chain of its home.
    pub entry: Option<(u64, String)>,
    /// The desk where the case began.
    pub home: AgencyName,
    /// When this was read.
    pub at: When,
}
