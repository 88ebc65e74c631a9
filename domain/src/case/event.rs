//! What happened to a case, as it is kept for ever and chained.

use crate::{
    case::status::StatusCode,
    chain::{Canonical, Commitment, SALT_BYTES},
    deed::Act,
    id::{AgencyId, CaseKey, PersonId},
    permit::{Actor, Role},
    time::Timestamp,
};

/// Version of the order of fields in [`Event::canonical`].
const FIELDS: u16 = 1;

/// Who did it. Names stay in the account; an event holds ids only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The reporter.
    Reporter,
    /// The rule book, when a limit passed.
    Clock,
    /// An officer.
    Officer {
        /// The person.
        person: PersonId,
        /// The desk.
        agency: AgencyId,
        /// As what.
        role: Role,
    },
}

impl From<&Actor> for By {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Reporter => Self::Reporter,
            Actor::Clock => Self::Clock,
            Actor::Officer(officer) => Self::Officer {
                person: officer.id,
                agency: officer.agency,
                role: officer.role,
            },
        }
    }
}

/// One event. Texts that people wrote enter the chain only as salted commitments, so that they can be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What was done.
    pub act: Act,
    /// By whom.
    pub by: By,
    /// The status before.
    pub from: StatusCode,
    /// The status after.
    pub to: StatusCode,
    /// The desk that owned the case after it.
    pub holder: AgencyId,
    /// The other agency it is about: offered to, dispatched to, asked.
    pub about: Option<AgencyId>,
    /// The reason, by its code.
    pub reason: Option<&'static str>,
    /// The sentence the reporter and the public read.
    pub sentence: Option<String>,
    /// When.
    pub at: Timestamp,
    /// The salt of its commitments; erased with the texts.
    pub salt: [u8; SALT_BYTES],
    /// What was written, by name, as commitments.
    pub commitments: Vec<(&'static str, Commitment)>,
}

impl Event {
    /// The bytes that are hashed: one event, one sequence of bytes, for ever.
    #[must_use]
    pub fn canonical(&self, key: CaseKey) -> Vec<u8> {
        let bytes = Canonical::new("case-event", FIELDS)
            .uuid(key.home.uuid())
            .uuid(key.id.uuid())
            .str(self.act.as_str());
        let bytes = match self.by {
            By::Reporter => bytes.str("reporter"),
            By::Clock => bytes.str("clock"),
            By::Officer { person, agency, role } => bytes
                .str("officer")
                .uuid(person.uuid())
                .uuid(agency.uuid())
                .str(role.as_str()),
        };
        bytes
            .str(self.from.as_str())
            .str(self.to.as_str())
            .uuid(self.holder.uuid())
            .option(self.about, |bytes, agency| bytes.uuid(agency.uuid()))
            .option(self.reason, Canonical::str)
            .instant(self.at)
            .list(self.commitments.iter(), |bytes, (name, commitment)| {
                bytes.str(name).commitment(commitment)
            })
            .finish()
    }

    /// Whether the reporter and the public see it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        is_public(self.act, self.reason.is_some())
    }
}

/// Whether the reporter and the public see an event: moves and acts towards the citizen, not the work inside. An
/// answer with a reason is one that still waits for approval.
#[must_use]
pub const fn is_public(act: Act, has_reason: bool) -> bool {
    let is_waiting = matches!(act, Act::Answer) && has_reason;
    let is_inside = matches!(
        act,
        Act::Note
            | Act::Assign
            | Act::ProposeArchive
            | Act::ReturnAnswer
            | Act::Prolong
            | Act::Flag
            | Act::LiftFlag
            | Act::OpenIdentity
            | Act::NewReceipt
            | Act::AskErasure
            | Act::EraseIdentity
            | Act::RefuseErasure
    );
    !is_waiting && !is_inside
}

/// Whether the reporter sees an event: what is public, who opened their identity, and what came of their request to
/// erase it.
#[must_use]
pub const fn is_for_reporter(act: Act, has_reason: bool) -> bool {
    is_public(act, has_reason)
        || matches!(
            act,
            Act::OpenIdentity | Act::NewReceipt | Act::AskErasure | Act::EraseIdentity | Act::RefuseErasure
        )
}
