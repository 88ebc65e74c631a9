//! Who may do what: one pure function, and the matrix printed from it.

use crate::{
    codes::codes,
    deed::Act,
    id::{AgencyId, PersonId},
    text::Line,
};

codes! {
    /// What an officer is, and so which acts are open to them. Source: domain reference §2.5.
    pub enum Role {
        /// The province desk: verifies, classifies, dispatches, rules.
        ProvinceAdmin = "province_admin",
        /// Governor, deputy, secretary, assistants: numbers across agencies, no identity.
        ProvinceLeader = "province_leader",
        /// Runs the queue of an agency.
        AgencyAdmin = "agency_admin",
        /// The official who answers for the agency; approves its answers.
        LiaisonOfficer = "liaison_officer",
        /// Works on cases and drafts answers.
        Handler = "handler",
        /// Head of an agency: sees, and archives as a second person.
        AgencyHead = "agency_head",
        /// The Inspektorat: whistleblowing and accused cases.
        Inspectorate = "inspectorate",
        /// Runs the queue of a regency or city.
        RegencyAdmin = "regency_admin",
        /// Ombudsman or evaluator: numbers only.
        Auditor = "auditor",
        /// Types in what citizens bring to a counter.
        IntakeOfficer = "intake_officer",
    }
}

/// A person at work: who, for which desk, as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The person.
    pub id: PersonId,
    /// The desk they work for. Comes from the session, never from the client.
    pub agency: AgencyId,
    /// What they are there.
    pub role: Role,
    /// First name, as citizens see it beside an answer.
    pub name: Line,
    /// Unit, as citizens see it beside an answer.
    pub unit: Option<Line>,
}

/// Who acts on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The reporter of this case, who proved it with the receipt.
    Reporter,
    /// An officer.
    Officer(Officer),
    /// The rule book itself, when a limit passes.
    Clock,
}

impl Actor {
    /// The desk this actor works for, if any.
    #[must_use]
    pub const fn agency(&self) -> Option<AgencyId> {
        match self {
            Self::Officer(officer) => Some(officer.agency),
            Self::Reporter | Self::Clock => None,
        }
    }
}

/// Through whose eyes the archive is read: every read takes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// An agency's desk: what it has a seat at.
    Agency(AgencyId),
    /// One reporter, who proved a receipt: that case only.
    Reporter(crate::id::CaseKey),
    /// Figures over all agencies: rollups, no case.
    Figures,
}

/// Whether this role may ever do this act. Where (which seat) and when (which status) are asked apart.
///
/// An agency may only ask for a conflict of interest to be marked; the province and the Inspektorat mark it.
#[must_use]
pub const fn role_may(role: Role, act: Act) -> bool {
    let is_of_desk = matches!(act.side(), Side::Desk | Side::Head);
    let is_approval = matches!(
        act,
        Act::ApproveAnswer | Act::ApproveProlong | Act::EraseIdentity | Act::RefuseErasure | Act::NewReceipt
    );
    let is_flag = matches!(act, Act::Flag);
    if matches!(act, Act::File) {
        return may_file_for_others(role);
    }
    match role {
        Role::ProvinceAdmin => !matches!(act.side(), Side::Citizen | Side::Clock),
        Role::Inspectorate => is_of_desk,
        Role::LiaisonOfficer => is_of_desk && !is_flag,
        Role::AgencyAdmin | Role::RegencyAdmin => is_of_desk && !is_flag && !is_approval,
        Role::Handler => matches!(act.side(), Side::Desk) || matches!(act, Act::OpenIdentity),
        Role::AgencyHead => matches!(act, Act::ApproveArchive | Act::Note | Act::ApproveAnswer),
        Role::IntakeOfficer => matches!(act, Act::Note),
        Role::ProvinceLeader | Role::Auditor => false,
    }
}

/// Whether this role may file for a citizen who stands at the counter, or calls, or writes. Filing gives no seat:
/// who files for somebody sees the receipt once, and the case only if their desk has a seat at it.
#[must_use]
pub const fn may_file_for_others(role: Role) -> bool {
    match role {
        Role::ProvinceAdmin
        | Role::AgencyAdmin
        | Role::LiaisonOfficer
        | Role::Handler
        | Role::Inspectorate
        | Role::RegencyAdmin
        | Role::IntakeOfficer => true,
        Role::ProvinceLeader | Role::AgencyHead | Role::Auditor => false,
    }
}

/// Whose business an act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The reporter's.
    Citizen,
    /// Anyone's who works on cases of a desk.
    Desk,
    /// Those who answer for a desk.
    Head,
    /// The province desk's alone.
    Province,
    /// The rule book's, when a limit passes.
    Clock,
}
