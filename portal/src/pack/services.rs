//! `services.json`: the licences and services a case may be about.

use domain::kind::ServiceKind;
use serde::{Deserialize, Deserializer, de::Error};

use super::{AgencyEntry, Pack, PackError, no_repeats, parse_json};

pub(super) const FILE: &str = "services.json";

/// Stands for the government of the regency where the case is.
const REGENCY: &str = "REGENCY";

/// Who provides a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceAgency {
    /// One agency, wherever the case is.
    Agency(String),
    /// The government of the regency or city where the case is.
    RegencyOfPlace,
}

impl<'de> Deserialize<'de> for ServiceAgency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Ok(if code == REGENCY {
            Self::RegencyOfPlace
        } else {
            Self::Agency(code)
        })
    }
}

/// Level of government that grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceLevel {
    /// By business, at any level.
    All,
    /// The province.
    Province,
    /// A regency or city.
    Regency,
}

impl ServiceLevel {
    /// The level as the archive keeps it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Province => "province",
            Self::Regency => "regency",
        }
    }
}

/// One licence or service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ServiceEntry {
    /// Short code, `SIPB`.
    pub code: String,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Which of the three kinds.
    #[serde(deserialize_with = "kind")]
    pub kind: ServiceKind,
    /// Who provides it.
    #[serde(rename = "agency_code")]
    pub agency: ServiceAgency,
    /// Agency whose technical recommendation it needs.
    pub technical_agency_code: Option<String>,
    /// Level of government that grants it.
    pub level: ServiceLevel,
    /// System or counter where it is applied for.
    pub channel: String,
    /// Risk of OSS-RBA: `R`, `MR`, `MT`, `T`; none outside it.
    pub risk_level: Option<String>,
    /// Working days promised; 0 means at once, none means no published standard.
    pub standard_working_days: Option<u16>,
    /// A remark for the people who keep the pack.
    pub note: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    services: Vec<ServiceEntry>,
}

impl Pack {
    /// The tenant that provides `service` at `place`; none where a regency's service has no place in the province.
    pub fn provider(&self, service: &ServiceEntry, place: Option<&str>) -> Option<&AgencyEntry> {
        let code = match &service.agency {
            ServiceAgency::Agency(code) => code,
            ServiceAgency::RegencyOfPlace => &self.find_regency(place?)?.tenant_code,
        };
        self.find_agency(code)
    }
}

pub(super) fn parse(text: &str) -> Result<Vec<ServiceEntry>, PackError> {
    Ok(parse_json::<Document>(FILE, text)?.services)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    no_repeats(FILE, pack.services.iter().map(|service| service.code.as_str()))?;
    let is_tenant = |code: &str| pack.find_agency(code).is_some_and(|agency| agency.is_tenant);
    for service in &pack.services {
        let wrong = |problem: String| Err(PackError::entry(FILE, &service.code, problem));
        if let ServiceAgency::Agency(code) = &service.agency
            && !is_tenant(code)
        {
            return wrong(format!("is provided by {code}, which is no tenant"));
        }
        if let Some(code) = &service.technical_agency_code
            && !is_tenant(code)
        {
            return wrong(format!("needs a recommendation of {code}, which is no tenant"));
        }
    }
    Ok(())
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<ServiceKind, D::Error> {
    let code = String::deserialize(from)?;
    ServiceKind::find(&code).ok_or_else(|| D::Error::custom(format!("unknown kind {code}")))
}
