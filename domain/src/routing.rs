//! Where a new case begins, and why: the decision explains itself to the citizen.

use crate::{
    codes::codes,
    facts::NewCase,
    id::AgencyId,
    kind::{Kind, Subject},
};
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// Why a case goes where it goes.
    pub enum Why {
        /// The citizen chose an agency that may take it.
        Chosen = "chosen",
        /// Exactly one rule names the agency that gives this service.
        ServiceRule = "service_rule",
        /// The agency the citizen chose does not give this service; another does.
        OtherGivesService = "other_gives_service",
        /// Nobody was named; the words of the report point to this agency.
        Suggested = "suggested",
        /// Nobody was named and no rule matches.
        NoRule = "no_rule",
        /// Wrongdoing is read by the Inspektorat only.
        Whistleblowing = "whistleblowing",
        /// The agency complained about is accused, so another desk handles it.
        ConflictOfInterest = "conflict_of_interest",
    }
}

/// The routing decision, kept with the case: rule version and inputs make it repeatable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routing {
    /// Whether it begins at the agency itself, or is proposed to the province desk.
    pub is_certain: bool,
    /// The agency it goes to, or is proposed to.
    pub to: Option<AgencyId>,
    /// Why.
    pub why: Why,
    /// The service that decided, by code.
    pub service: Option<String>,
    /// How probable the suggested agency is, if one was suggested. Unit: hundredths.
    pub percent: Option<u8>,
    /// Version of the rules.
    pub rules_version: u32,
}

/// Who gives a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// One agency, everywhere.
    Agency(AgencyId),
    /// The regency or city of the place.
    RegencyOfPlace,
}

/// The routing rules of a province, from its data pack.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoutingRules {
    /// Counts changes of these rules.
    pub version: u32,
    /// Service code → who gives it.
    pub givers: BTreeMap<String, Giver>,
    /// Regency code → its tenant.
    pub regencies: BTreeMap<String, AgencyId>,
    /// Agencies a citizen may choose.
    pub open_to_citizens: BTreeSet<AgencyId>,
    /// Services about violence, adoption, health or children: such a case starts as secret.
    pub sensitive: BTreeSet<String>,
    /// Agencies that work on such matters alone.
    pub sensitive_agencies: BTreeSet<AgencyId>,
}

/// The desks with special duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDesks {
    /// Verifies, dispatches, rules.
    pub province: AgencyId,
    /// Handles whistleblowing and accused cases.
    pub inspectorate: AgencyId,
    /// The Sekda's desk: handles what accuses the Inspektorat.
    pub secretary: AgencyId,
    /// Agencies that staff the province desk: accusing one accuses the desk.
    pub province_staff: BTreeSet<AgencyId>,
}

impl SpecialDesks {
    /// The accused with those accused along with them.
    #[must_use]
    pub fn with_staffed_desk(&self, accused: &[AgencyId]) -> Vec<AgencyId> {
        let mut all: BTreeSet<AgencyId> = accused.iter().copied().collect();
        if all.iter().any(|agency| self.province_staff.contains(agency)) {
            all.insert(self.province);
        }
        all.into_iter().collect()
    }

    /// The desk that handles a case with these accused.
    #[must_use]
    pub fn judge_of(&self, accused: &[AgencyId]) -> AgencyId {
        if accused.contains(&self.inspectorate) {
            self.secretary
        } else {
            self.inspectorate
        }
    }
}

/// Where a case begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// The decision, kept with the case.
    pub routing: Routing,
    /// The desk where it begins.
    pub home: AgencyId,
    /// The accused agencies, when there is a conflict of interest. Source: `docs/rules.md`, "Conflict of interest".
    pub accused: Option<Vec<AgencyId>>,
}

impl RoutingRules {
    /// Whether a case that begins like this starts as secret.
    #[must_use]
    pub fn is_sensitive(&self, asked: &NewCase, beginning: &Beginning) -> bool {
        let is_named =
            |agency: Option<AgencyId>| agency.is_some_and(|agency| self.sensitive_agencies.contains(&agency));
        asked
            .facts
            .service
            .as_ref()
            .is_some_and(|service| self.sensitive.contains(service.as_str()))
            || is_named(Some(beginning.home))
            || is_named(beginning.routing.to)
    }

    /// Decides where `asked` begins.
    #[must_use]
    pub fn begin(&self, desks: &SpecialDesks, asked: &NewCase) -> Beginning {
        let routing = self.route(asked);
        let is_whistle = matches!(asked.kind, Kind::Whistleblowing);
        let is_fee = asked.facts.licence.is_fee_asked == Some(true) || asked.facts.subject == Some(Subject::IllegalFee);
        if is_whistle || is_fee {
            let named: Vec<AgencyId> = asked.agency.or(routing.to).into_iter().collect();
            let accused = desks.with_staffed_desk(&named);
            let home = desks.judge_of(&accused);
            let why = if is_whistle {
                Why::Whistleblowing
            } else {
                Why::ConflictOfInterest
            };
            let routing = Routing {
                is_certain: true,
                to: Some(home),
                why,
                ..routing
            };
            return Beginning {
                routing,
                home,
                accused: Some(accused),
            };
        }
        let home = routing.to.filter(|_| routing.is_certain).unwrap_or(desks.province);
        Beginning {
            routing,
            home,
            accused: None,
        }
    }

    fn route(&self, asked: &NewCase) -> Routing {
        let service = asked.facts.service.as_ref().map(|code| code.as_str().to_owned());
        let giver = service
            .as_ref()
            .and_then(|code| self.givers.get(code))
            .and_then(|giver| match giver {
                Giver::Agency(agency) => Some(*agency),
                Giver::RegencyOfPlace => self.regencies.get(asked.facts.place.region.regency()).copied(),
            });
        let chosen = asked.agency.filter(|agency| self.open_to_citizens.contains(agency));
        let suggested = asked
            .suggested
            .filter(|suggested| self.open_to_citizens.contains(&suggested.to));
        let (is_certain, to, why) = match (chosen, giver) {
            (Some(chosen), Some(giver)) if chosen != giver => (false, Some(giver), Why::OtherGivesService),
            (Some(chosen), _) => (true, Some(chosen), Why::Chosen),
            (None, Some(giver)) => (true, Some(giver), Why::ServiceRule),
            (None, None) => match suggested {
                Some(suggested) => (false, Some(suggested.to), Why::Suggested),
                None => (false, None, Why::NoRule),
            },
        };
        Routing {
            is_certain,
            to,
            why,
            service,
            percent: suggested
                .filter(|_| why == Why::Suggested)
                .map(|suggested| suggested.percent),
            rules_version: self.version,
        }
    }
}
