//! The demonstration's texts and people, from `data/kaltara/demo/`, parsed and checked against the pack.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    kind::{ArchiveReason, Kind, Subject},
    permit::Role,
};
use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error};

use crate::pack::{Pack, PackError};

const OFFICERS_FILE: &str = "demo/officers.json";
const REPORTERS_FILE: &str = "demo/reporters.json";
const PHRASES_FILE: &str = "demo/phrases.json";
const CASES: [(&str, &str); 4] = [
    (
        "demo/cases_licensing.json",
        include_str!("../../../data/kaltara/demo/cases_licensing.json"),
    ),
    (
        "demo/cases_services.json",
        include_str!("../../../data/kaltara/demo/cases_services.json"),
    ),
    (
        "demo/cases_public.json",
        include_str!("../../../data/kaltara/demo/cases_public.json"),
    ),
    (
        "demo/cases_whistleblowing.json",
        include_str!("../../../data/kaltara/demo/cases_whistleblowing.json"),
    ),
];

/// One text from which several cases are told, each at another place and day.
///
/// In its texts `[a|b]` stands for one of its variants, and `{tempat}`, `{kecamatan}`, `{kab}`, `{tanggal}`, `{ajukan}`,
/// `{nomor}`, `{unit}`, `{lakukan}`, `{dilakukan}` for what the case fills in.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct BaseText {
    pub(super) id: String,
    #[serde(deserialize_with = "kind")]
    pub(super) kind: Kind,
    /// The agency that answers in the end.
    pub(super) lead: String,
    /// The agency people wrongly turn to first.
    pub(super) first: Option<String>,
    /// Another agency the case may be offered to in vain.
    pub(super) other: Option<String>,
    /// The agency a whistleblower reports.
    pub(super) accused: Option<String>,
    /// Agencies that help in a joint case.
    #[serde(default)]
    pub(super) partners: Vec<String>,
    pub(super) service: Option<String>,
    #[serde(default, deserialize_with = "subject")]
    pub(super) subject: Option<Subject>,
    /// Regencies and districts it may happen in; empty means anywhere.
    #[serde(default)]
    pub(super) places: Vec<String>,
    /// Body outside the province that may be involved.
    pub(super) outside: Option<String>,
    /// Whether it belongs to that body.
    #[serde(default)]
    pub(super) referral: bool,
    #[serde(default)]
    pub(super) urgent: bool,
    #[serde(default)]
    pub(super) secret: bool,
    /// Why it ends in the archive, for the few that do.
    #[serde(default, deserialize_with = "archive_reason")]
    pub(super) archive: Option<ArchiveReason>,
    pub(super) title: String,
    pub(super) body: String,
    pub(super) ask: Option<String>,
    pub(super) data: Option<String>,
    /// What is promised when work starts.
    pub(super) pledge: String,
    pub(super) start: String,
    /// What was done, in a few words.
    pub(super) done: String,
    pub(super) answer: String,
    /// The unit that did it; the agency's first one where none is named.
    pub(super) unit: Option<String>,
}

/// Sentences that any case may use; `{ke}` stands for an agency.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Phrases {
    pub(super) openings: Vec<String>,
    pub(super) closings: Vec<String>,
    pub(super) asks: Vec<String>,
    /// The reporter's data, one for each of `asks`.
    pub(super) data: Vec<String>,
    /// By hand-off reason, and `partner` where help is sought.
    pub(super) offers: BTreeMap<String, Vec<String>>,
    /// By hand-off reason.
    pub(super) declines: BTreeMap<String, Vec<String>>,
    pub(super) together: Vec<String>,
    pub(super) tasks: Vec<String>,
    pub(super) task_results: Vec<String>,
    /// By verdict: `declined`, `silent`, `joint`, `back`, `outside`.
    pub(super) rulings: BTreeMap<String, Vec<String>>,
    pub(super) dispatches: Vec<String>,
    pub(super) referrals: Vec<String>,
    /// By archive reason.
    pub(super) archives: BTreeMap<String, String>,
    pub(super) objections: Vec<String>,
    pub(super) reopens: Vec<String>,
    /// For `office` and `field` work.
    pub(super) replies: BTreeMap<String, Vec<String>>,
    pub(super) citizen_replies: Vec<String>,
    /// For `office` and `field` work.
    pub(super) notes: BTreeMap<String, Vec<String>>,
    /// By rating, `1` to `4`.
    pub(super) rating_reasons: BTreeMap<String, Vec<String>>,
    pub(super) landmarks: Vec<String>,
    pub(super) reopened_answers: Vec<String>,
}

/// An invented officer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DemoOfficer {
    /// Code of the tenant.
    pub agency: String,
    /// What they are there.
    #[serde(deserialize_with = "role")]
    pub role: Role,
    /// Sign-in name, `admin.dpmptsp`; unique.
    pub sign_in: String,
    /// Full name.
    pub name: String,
    /// Unit inside the agency.
    pub unit: String,
}

#[derive(Deserialize)]
struct Officers {
    units: Vec<Units>,
    officers: Vec<DemoOfficer>,
}

#[derive(Deserialize)]
struct Units {
    agency: String,
    units: Vec<String>,
}

#[derive(Deserialize)]
struct Reporters {
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<BaseText>,
}

/// Everything the plan is told from.
#[derive(Debug, Clone)]
pub(super) struct Texts {
    pub(super) bases: Vec<BaseText>,
    pub(super) phrases: Phrases,
    pub(super) officers: Vec<DemoOfficer>,
    /// Agency code → its units, at least one each.
    pub(super) units: BTreeMap<String, Vec<String>>,
    pub(super) reporters: Vec<String>,
}

impl Texts {
    /// The built-in texts, checked against `pack`.
    pub(super) fn read(pack: &Pack) -> Result<Self, PackError> {
        let officers: Officers = json(OFFICERS_FILE, include_str!("../../../data/kaltara/demo/officers.json"))?;
        let reporters: Reporters = json(
            REPORTERS_FILE,
            include_str!("../../../data/kaltara/demo/reporters.json"),
        )?;
        let mut bases = Vec::new();
        for (file, text) in CASES {
            let cases = json::<Cases>(file, text)?.cases;
            for base in &cases {
                check_base(pack, file, base)?;
            }
            bases.extend(cases);
        }
        let texts = Self {
            bases,
            phrases: json(PHRASES_FILE, include_str!("../../../data/kaltara/demo/phrases.json"))?,
            units: officers
                .units
                .into_iter()
                .map(|units| (units.agency, units.units))
                .collect(),
            officers: officers.officers,
            reporters: reporters.names,
        };
        texts.check_officers(pack)?;
        Ok(texts)
    }

    /// A tenant without somebody who runs its queue could not do its part.
    fn check_officers(&self, pack: &Pack) -> Result<(), PackError> {
        let mut names = BTreeSet::new();
        for officer in &self.officers {
            if !pack.find_agency(&officer.agency).is_some_and(|agency| agency.is_tenant) {
                return Err(PackError::entry(OFFICERS_FILE, &officer.sign_in, "works at no tenant"));
            }
            if !names.insert(&officer.sign_in) {
                return Err(PackError::entry(OFFICERS_FILE, &officer.sign_in, "stands twice"));
            }
        }
        match pack
            .tenants()
            .find(|tenant| !self.officers.iter().any(|officer| officer.agency == tenant.code))
        {
            Some(empty) => Err(PackError::entry(OFFICERS_FILE, &empty.code, "has no officer")),
            None => Ok(()),
        }
    }
}

fn json<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, PackError> {
    serde_json::from_str(text).map_err(|source| PackError::Malformed { file, source })
}

/// Every code in a text is one of the pack.
fn check_base(pack: &Pack, file: &'static str, base: &BaseText) -> Result<(), PackError> {
    let wrong = |problem: String| Err(PackError::entry(file, &base.id, problem));
    let tenants = [
        Some(&base.lead),
        base.first.as_ref(),
        base.other.as_ref(),
        base.accused.as_ref(),
    ]
    .into_iter()
    .flatten()
    .chain(&base.partners);
    for code in tenants {
        if !pack.find_agency(code).is_some_and(|agency| agency.is_tenant) {
            return wrong(format!("names the unknown tenant {code}"));
        }
    }
    if let Some(code) = &base.outside
        && !pack.outside_bodies().any(|body| &body.code == code)
    {
        return wrong(format!("names the unknown outside body {code}"));
    }
    if let Some(code) = &base.service
        && pack.find_service(code).is_none()
    {
        return wrong(format!("names the unknown service {code}"));
    }
    match base.places.iter().find(|place| pack.find_regency(place).is_none()) {
        Some(place) => wrong(format!("names the unknown place {place}")),
        None => Ok(()),
    }
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<Kind, D::Error> {
    let code = String::deserialize(from)?;
    Kind::find(&code).ok_or_else(|| D::Error::custom(format!("unknown kind {code}")))
}

fn role<'de, D: Deserializer<'de>>(from: D) -> Result<Role, D::Error> {
    let code = String::deserialize(from)?;
    Role::find(&code).ok_or_else(|| D::Error::custom(format!("unknown role {code}")))
}

fn subject<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Subject>, D::Error> {
    let code = String::deserialize(from)?;
    let found = Subject::find(&code).ok_or_else(|| D::Error::custom(format!("unknown subject {code}")))?;
    Ok(Some(found))
}

fn archive_reason<'de, D: Deserializer<'de>>(from: D) -> Result<Option<ArchiveReason>, D::Error> {
    let code = String::deserialize(from)?;
    let found = ArchiveReason::find(&code).ok_or_else(|| D::Error::custom(format!("unknown reason {code}")))?;
    Ok(Some(found))
}
