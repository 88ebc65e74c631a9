//! `agencies.json`: who works here, and the outside bodies a case can be referred to.

use serde::Deserialize;

use super::settings::ProvinceDesk;
use super::{Pack, PackError, no_repeats, parse_json};

pub(super) const FILE: &str = "agencies.json";

/// What sort of body an agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyKind {
    /// The desk that verifies, dispatches and rules for the whole province.
    ProvinceDesk,
    /// Dinas.
    Dinas,
    /// Badan.
    Badan,
    /// Biro of the provincial secretariat.
    Biro,
    /// Secretariat of the province or of its council.
    Sekretariat,
    /// Inspektorat.
    Inspektorat,
    /// Satuan, such as Satpol PP.
    Satuan,
    /// Provincial hospital.
    Rsud,
    /// Government of a regency or city, one tenant with units of its own.
    Pemda,
    /// Outside the provincial and regency governments.
    External,
}

impl AgencyKind {
    /// The kind as the archive keeps it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProvinceDesk => "province_desk",
            Self::Dinas => "dinas",
            Self::Badan => "badan",
            Self::Biro => "biro",
            Self::Sekretariat => "sekretariat",
            Self::Inspektorat => "inspektorat",
            Self::Satuan => "satuan",
            Self::Rsud => "rsud",
            Self::Pemda => "pemda",
            Self::External => "external",
        }
    }
}

/// Level of government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyLevel {
    /// The province.
    Province,
    /// A regency or city.
    Regency,
    /// The state.
    National,
}

impl AgencyLevel {
    /// The level as the archive keeps it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Regency => "regency",
            Self::National => "national",
        }
    }
}

/// One agency or outside body.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AgencyEntry {
    /// Short code in capitals, compared whole: `DPMPTSP`, `KAB-NUNUKAN`, `X-BPJN`.
    pub code: String,
    /// Full official name in Indonesian.
    pub name: String,
    /// Name used after the first mention.
    pub short_name: String,
    /// English name, where one is known.
    pub name_en: Option<String>,
    /// Sort of body.
    pub kind: AgencyKind,
    /// Level of government.
    pub level: AgencyLevel,
    /// Whether it works here; otherwise cases can only be referred to it.
    pub is_tenant: bool,
    /// How a citizen reaches it; kept for outside bodies, to which a case can be referred.
    #[serde(default)]
    pub contact: Option<String>,
    /// Code of the agency it is part of.
    pub parent: Option<String>,
    /// Regency or city it governs or stands in.
    pub region_code: Option<String>,
    /// Words for what it is responsible for, in small letters; hints for a proposed routing, never certain.
    pub responsibilities: Vec<String>,
    /// Categories of SP4N-LAPOR! it answers for: `MAIN` or `MAIN > SUB`.
    pub lapor_categories: Vec<String>,
    /// Units inside the agency, where known.
    pub units: Vec<String>,
    /// A remark for the people who keep the pack.
    pub note: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    agencies: Vec<AgencyEntry>,
}

impl AgencyEntry {
    /// The province desk, which stands in `pack.json` since it is no agency of its own.
    pub(super) fn province_desk(desk: &ProvinceDesk) -> Self {
        Self {
            code: desk.code.clone(),
            name: desk.name.clone(),
            short_name: desk.short_name.clone(),
            name_en: Some(desk.name_en.clone()),
            kind: AgencyKind::ProvinceDesk,
            level: AgencyLevel::Province,
            is_tenant: true,
            contact: None,
            parent: None,
            region_code: None,
            responsibilities: Vec::new(),
            lapor_categories: Vec::new(),
            units: desk.staffed_by.clone(),
            note: None,
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Vec<AgencyEntry>, PackError> {
    Ok(parse_json::<Document>(FILE, text)?.agencies)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    no_repeats(FILE, pack.agencies.iter().map(|agency| agency.code.as_str()))?;
    for agency in &pack.agencies {
        let wrong = |problem: String| Err(PackError::entry(FILE, &agency.code, problem));
        if let Some(parent) = &agency.parent
            && pack.find_agency(parent).is_none()
        {
            return wrong(format!("has the unknown parent {parent}"));
        }
        if let Some(region) = &agency.region_code
            && pack.find_regency(region).is_none()
        {
            return wrong(format!("stands in the unknown region {region}"));
        }
        if let Some(category) = agency.lapor_categories.iter().find(|path| !pack.has_category(path)) {
            return wrong(format!("has the unknown category {category}"));
        }
    }
    Ok(())
}
