//! `regions.json` and `villages.json`: places, keyed by the codes of the Ministry of Home Affairs.
//!
//! A code starts with the code above it: province `65`, regency `65.01`, district `65.01.05`, village `65.01.05.1001`.
//! BPS counts the regencies in another order, so its codes are attributes only.

use domain::point::Point;
use serde::Deserialize;

use super::{Pack, PackError, no_repeats, parse_json};

pub(super) const REGIONS_FILE: &str = "regions.json";
pub(super) const VILLAGES_FILE: &str = "villages.json";

/// Regency or city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegencyKind {
    /// Kabupaten.
    Kabupaten,
    /// Kota.
    Kota,
}

impl RegencyKind {
    /// The kind as the archive keeps it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
        }
    }
}

/// One regency or city.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RegionEntry {
    /// Code of the Ministry of Home Affairs, `65.01`.
    pub code: String,
    /// Code of the statistics office; in another order.
    pub bps_code: Option<String>,
    /// `Kabupaten Bulungan`.
    pub name: String,
    /// `Bulungan`.
    pub short_name: String,
    /// Regency or city.
    pub kind: RegencyKind,
    /// Code of the tenant that is its government.
    pub tenant_code: String,
    /// Seat of its government.
    pub capital: String,
    /// Where that is; approximate. Unit: degrees.
    pub capital_lat: Option<f64>,
    /// The other half. Unit: degrees.
    pub capital_lon: Option<f64>,
    /// Inhabitants.
    pub population: u32,
    /// Districts, in the order of their codes.
    pub districts: Vec<DistrictEntry>,
}

impl RegionEntry {
    /// Where its capital lies, if the pack knows.
    pub fn capital_point(&self) -> Option<Point> {
        Point::at(self.capital_lat?, self.capital_lon?).ok()
    }

    /// Whether `place` is this regency, or a district or village of it.
    pub fn contains(&self, place: &str) -> bool {
        is_within(place, &self.code)
    }
}

/// One district (kecamatan).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DistrictEntry {
    /// Code, `65.01.05`.
    pub code: String,
    /// Code of the statistics office; two districts have none.
    pub bps_code: Option<String>,
    /// Name.
    pub name: String,
    /// Hard to reach; approximate.
    pub remote: bool,
    /// On the border with Sabah or Sarawak; approximate.
    pub border: bool,
}

/// Urban or rural village.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VillageKind {
    /// Urban.
    Kelurahan,
    /// Rural.
    Desa,
}

impl VillageKind {
    /// The kind as the archive keeps it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kelurahan => "kelurahan",
            Self::Desa => "desa",
        }
    }
}

/// One village.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct VillageEntry {
    /// Code, `65.01.05.1001`.
    pub code: String,
    /// Code of its district.
    pub district_code: String,
    /// Name.
    pub name: String,
    /// Urban or rural.
    pub kind: VillageKind,
}

#[derive(Deserialize)]
struct Regions {
    regencies: Vec<RegionEntry>,
}

#[derive(Deserialize)]
struct Villages {
    villages: Vec<VillageEntry>,
}

pub(super) fn parse_regions(text: &str) -> Result<Vec<RegionEntry>, PackError> {
    Ok(parse_json::<Regions>(REGIONS_FILE, text)?.regencies)
}

pub(super) fn parse_villages(text: &str) -> Result<Vec<VillageEntry>, PackError> {
    Ok(parse_json::<Villages>(VILLAGES_FILE, text)?.villages)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    let districts = || pack.regions.iter().flat_map(|region| &region.districts);
    no_repeats(REGIONS_FILE, pack.regions.iter().map(|region| region.code.as_str()))?;
    no_repeats(REGIONS_FILE, districts().map(|district| district.code.as_str()))?;
    no_repeats(VILLAGES_FILE, pack.villages.iter().map(|village| village.code.as_str()))?;
    for region in &pack.regions {
        check_region(pack, region)?;
    }
    for village in &pack.villages {
        let parent = &village.district_code;
        if !is_within(&village.code, parent) || pack.find_district(parent).is_none() {
            let problem = format!("is not in a known district {parent}");
            return Err(PackError::entry(VILLAGES_FILE, &village.code, problem));
        }
    }
    Ok(())
}

fn check_region(pack: &Pack, region: &RegionEntry) -> Result<(), PackError> {
    let wrong = |entry: &str, problem: String| Err(PackError::entry(REGIONS_FILE, entry, problem));
    let governs = |code: &str| {
        pack.find_agency(code)
            .is_some_and(|agency| agency.is_tenant && agency.region_code.as_deref() == Some(region.code.as_str()))
    };
    if !is_within(&region.code, &pack.settings.province.code) {
        return wrong(&region.code, "is not in the province".to_owned());
    }
    if !governs(&region.tenant_code) {
        return wrong(
            &region.code,
            format!("is not governed by a tenant {}", region.tenant_code),
        );
    }
    if region.capital_point().is_none() && (region.capital_lat.is_some() || region.capital_lon.is_some()) {
        return wrong(&region.code, "has its capital outside the province".to_owned());
    }
    match region
        .districts
        .iter()
        .find(|district| !is_within(&district.code, &region.code))
    {
        Some(stray) => wrong(&stray.code, format!("is not in {}", region.code)),
        None => Ok(()),
    }
}

/// Whether the place `code` is `above` or lies in it. Compared at the dots, so that `65.0` holds nothing of `65.01`.
fn is_within(code: &str, above: &str) -> bool {
    code.strip_prefix(above)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
