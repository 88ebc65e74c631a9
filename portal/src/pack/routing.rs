//! `routing.json`: the exact rules by which a case finds its agency, each with the sentence the citizen reads.
//!
//! Only these make a routing certain, and only when exactly one applies; anything else is a proposal that the province
//! desk checks. Source: `docs/rules.md`, "Routing and verification".

use jiff::civil::Date;
use serde::Deserialize;

use super::{Pack, PackError, ServiceAgency, civil, parse_json};

pub(super) const FILE: &str = "routing.json";

/// One exact rule: a case about this service, at this place, goes to this tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutingRule {
    /// Names the rule in the history of a case: `service:SIPB`, `service:PBG@65.71`.
    pub code: String,
    /// Code of the service.
    pub service: String,
    /// Code of the regency or city in which it holds; none means everywhere.
    pub regency: Option<String>,
    /// Code of the tenant.
    pub to: String,
    /// Why, as the end of "Dikirim ke …, karena …".
    pub because: String,
    /// The same in English.
    pub because_en: String,
}

/// The sentences of all rules, and since when they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutingSentences {
    /// Counts up with each change of the rules; stored with every decision.
    pub version: u32,
    /// First day on which they hold.
    pub valid_from: Date,
    /// The case is whistleblowing.
    pub whistleblowing: RoutingSentence,
    /// The citizen chose an agency that may take the case.
    pub agency_chosen: RoutingSentence,
    /// The service has one agency. Holds `{service}`.
    pub service: RoutingSentence,
    /// The service is given by the government of the place. Holds `{service}` and `{regency}`.
    pub service_of_regency: RoutingSentence,
}

/// Why a case went where it went, as the end of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RoutingSentence {
    /// In Indonesian.
    pub because: String,
    /// In English.
    pub because_en: String,
}

#[derive(Deserialize)]
struct Document {
    version: u32,
    #[serde(deserialize_with = "civil::date")]
    valid_from: Date,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    code: String,
    #[serde(flatten)]
    sentence: RoutingSentence,
}

impl Pack {
    /// Every exact rule about a service, flat: one per service, or one per service and regency.
    pub fn routing_rules(&self) -> Vec<RoutingRule> {
        let mut rules = Vec::new();
        for service in &self.services {
            match &service.agency {
                ServiceAgency::Agency(to) => rules.push(RoutingRule {
                    code: format!("service:{}", service.code),
                    service: service.code.clone(),
                    regency: None,
                    to: to.clone(),
                    because: self.routing.service.because.replace("{service}", &service.name),
                    because_en: self.routing.service.because_en.replace("{service}", &service.name_en),
                }),
                ServiceAgency::RegencyOfPlace => rules.extend(self.regions.iter().map(|region| {
                    let fill =
                        |text: &str, name: &str| text.replace("{service}", name).replace("{regency}", &region.name);
                    RoutingRule {
                        code: format!("service:{}@{}", service.code, region.code),
                        service: service.code.clone(),
                        regency: Some(region.code.clone()),
                        to: region.tenant_code.clone(),
                        because: fill(&self.routing.service_of_regency.because, &service.name),
                        because_en: fill(&self.routing.service_of_regency.because_en, &service.name_en),
                    }
                })),
            }
        }
        rules
    }
}

pub(super) fn parse(text: &str) -> Result<RoutingSentences, PackError> {
    let document: Document = parse_json(FILE, text)?;
    let sentence = |code: &str| {
        document
            .rules
            .iter()
            .find(|rule| rule.code == code)
            .map(|rule| rule.sentence.clone())
            .ok_or_else(|| PackError::entry(FILE, code, "is missing"))
    };
    Ok(RoutingSentences {
        version: document.version,
        valid_from: document.valid_from,
        whistleblowing: sentence("whistleblowing")?,
        agency_chosen: sentence("agency_chosen")?,
        service: sentence("service")?,
        service_of_regency: sentence("service_of_regency")?,
    })
}
