//! The province pack: agencies, places, services, calendar and settings of one province, as validated plain data.
//!
//! A pack is a folder of JSON files. The Kaltara pack is built into the program, so that the program alone is enough to
//! start; [`Pack::load`] reads the same files from a folder. A `Pack` that exists is whole: every code it names, it has.

mod agencies;
mod calendar;
mod categories;
mod civil;
mod error;
mod questions;
mod regions;
mod routing;
mod services;
mod settings;
mod teaching;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde::de::DeserializeOwned;

pub use agencies::{AgencyEntry, AgencyKind, AgencyLevel};
pub use calendar::{HolidayEntry, HolidayStatus};
pub use categories::CategoryEntry;
pub use error::PackError;
pub use questions::{AnswerChoice, QuestionEntry, QuestionGroupEntry, QuestionKind};
pub use regions::{DistrictEntry, RegencyKind, RegionEntry, VillageEntry, VillageKind};
pub use routing::{RoutingRule, RoutingSentence, RoutingSentences};
pub use services::{ServiceAgency, ServiceEntry, ServiceLevel};
pub use settings::{
    DayUnit, LimitClock, LimitEntry, OfficeDay, OfficeHours, ProvinceDesk, ProvinceEntry, Sensitive, SensitiveEntry,
    Settings,
};
pub use teaching::{Levels, Topic};

/// One province's reference data. Lists keep the order of their files.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Province, desk, limits, office hours, sensitive services.
    pub settings: Settings,
    /// Every agency: the province desk first, then the tenants and the outside bodies.
    pub agencies: Vec<AgencyEntry>,
    /// Regencies and cities with their districts.
    pub regions: Vec<RegionEntry>,
    /// Villages of all districts.
    pub villages: Vec<VillageEntry>,
    /// Licences and services that a case may be about.
    pub services: Vec<ServiceEntry>,
    /// Main categories of SP4N-LAPOR! with their sub-categories.
    pub categories: Vec<CategoryEntry>,
    /// National holidays and joint leave, in order of date.
    pub holidays: Vec<HolidayEntry>,
    /// What the citizen reads about each kind of certain routing.
    pub routing: RoutingSentences,
    /// Questions that depend on the service or category.
    pub questions: Vec<QuestionGroupEntry>,
    /// Invented sentences that teach the clerk, by topic.
    pub topics: Vec<Topic>,
    /// Rules of level, for suggestions.
    pub levels: Levels,
}

/// The text of each file of a pack.
struct Files<T> {
    settings: T,
    agencies: T,
    regions: T,
    villages: T,
    services: T,
    categories: T,
    holidays: T,
    routing: T,
    questions: T,
    topics: T,
    levels: T,
}

/// The days of a file like `holidays.json`, in order of date.
///
/// # Errors
/// [`PackError`] with the day at fault.
pub(crate) fn holidays(text: &str) -> Result<Vec<HolidayEntry>, PackError> {
    calendar::parse(text)
}

impl Pack {
    /// The pack of Kalimantan Utara that is built into the program.
    ///
    /// # Errors
    /// [`PackError`] as [`Pack::load`]; a test proves that the built-in pack has none.
    pub fn kaltara() -> Result<Self, PackError> {
        Self::from_files(&Files {
            settings: include_str!("../../data/kaltara/pack.json"),
            agencies: include_str!("../../data/kaltara/agencies.json"),
            regions: include_str!("../../data/kaltara/regions.json"),
            villages: include_str!("../../data/kaltara/villages.json"),
            services: include_str!("../../data/kaltara/services.json"),
            categories: include_str!("../../data/kaltara/lapor_categories.json"),
            holidays: include_str!("../../data/kaltara/holidays.json"),
            routing: include_str!("../../data/kaltara/routing.json"),
            questions: include_str!("../../data/kaltara/questions.json"),
            topics: include_str!("../../data/kaltara/training.json"),
            levels: include_str!("../../data/kaltara/levels.json"),
        })
    }

    /// Reads the pack in `folder`.
    ///
    /// # Errors
    /// - [`PackError::Unreadable`] if a file is missing.
    /// - [`PackError::Malformed`] if a file is not the JSON expected of it.
    /// - [`PackError::Entry`] if an entry repeats a code or names one that the pack does not have.
    pub fn load(folder: &Path) -> Result<Self, PackError> {
        let read = |file: &'static str| {
            std::fs::read_to_string(folder.join(file)).map_err(|source| PackError::Unreadable { file, source })
        };
        Self::from_files(&Files {
            settings: read(settings::FILE)?,
            agencies: read(agencies::FILE)?,
            regions: read(regions::REGIONS_FILE)?,
            villages: read(regions::VILLAGES_FILE)?,
            services: read(services::FILE)?,
            categories: read(categories::FILE)?,
            holidays: read(calendar::FILE)?,
            routing: read(routing::FILE)?,
            questions: read(questions::FILE)?,
            topics: read(teaching::TOPICS_FILE)?,
            levels: read(teaching::LEVELS_FILE)?,
        })
    }

    fn from_files<T: AsRef<str>>(files: &Files<T>) -> Result<Self, PackError> {
        let settings = settings::parse(files.settings.as_ref())?;
        let mut agencies = vec![AgencyEntry::province_desk(&settings.province_desk)];
        agencies.extend(agencies::parse(files.agencies.as_ref())?);
        let pack = Self {
            settings,
            agencies,
            regions: regions::parse_regions(files.regions.as_ref())?,
            villages: regions::parse_villages(files.villages.as_ref())?,
            services: services::parse(files.services.as_ref())?,
            categories: categories::parse(files.categories.as_ref())?,
            holidays: calendar::parse(files.holidays.as_ref())?,
            routing: routing::parse(files.routing.as_ref())?,
            questions: questions::parse(files.questions.as_ref())?,
            topics: teaching::parse_topics(files.topics.as_ref())?,
            levels: teaching::parse_levels(files.levels.as_ref())?,
        };
        pack.check()?;
        Ok(pack)
    }

    /// Cross-references between the files; each file checks itself when it is parsed.
    fn check(&self) -> Result<(), PackError> {
        settings::check(self)?;
        agencies::check(self)?;
        regions::check(self)?;
        services::check(self)?;
        questions::check(self)?;
        teaching::check(self)
    }

    /// The agencies that work here: the province desk and every agency that is a tenant.
    pub fn tenants(&self) -> impl Iterator<Item = &AgencyEntry> {
        self.agencies.iter().filter(|agency| agency.is_tenant)
    }

    /// Bodies a case can be referred to, but that do not work here.
    pub fn outside_bodies(&self) -> impl Iterator<Item = &AgencyEntry> {
        self.agencies.iter().filter(|agency| !agency.is_tenant)
    }

    /// The agency or outside body with exactly this code.
    pub fn find_agency(&self, code: &str) -> Option<&AgencyEntry> {
        self.agencies.iter().find(|agency| agency.code == code)
    }

    /// The service with exactly this code.
    pub fn find_service(&self, code: &str) -> Option<&ServiceEntry> {
        self.services.iter().find(|service| service.code == code)
    }

    /// The regency or city that contains `place`: its own code, or a district's or village's.
    pub fn find_regency(&self, place: &str) -> Option<&RegionEntry> {
        self.regions.iter().find(|region| region.contains(place))
    }

    /// The district with exactly this code.
    pub fn find_district(&self, code: &str) -> Option<&DistrictEntry> {
        self.regions
            .iter()
            .flat_map(|region| &region.districts)
            .find(|district| district.code == code)
    }

    /// The village with exactly this code.
    pub fn find_village(&self, code: &str) -> Option<&VillageEntry> {
        self.villages.iter().find(|village| village.code == code)
    }

    /// Villages of one district, in the order of their codes.
    pub fn villages_of(&self, district: &str) -> impl Iterator<Item = &VillageEntry> {
        self.villages
            .iter()
            .filter(move |village| village.district_code == district)
    }
}

/// Parses one file, naming it in the error.
fn parse_json<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, PackError> {
    serde_json::from_str(text).map_err(|source| PackError::Malformed { file, source })
}

/// Refuses a code that stands twice in one file.
fn no_repeats<'a>(file: &'static str, codes: impl Iterator<Item = &'a str>) -> Result<(), PackError> {
    let mut seen = std::collections::BTreeSet::new();
    for code in codes {
        if code.trim().is_empty() {
            return Err(PackError::entry(file, code, "has an empty code"));
        }
        if !seen.insert(code) {
            return Err(PackError::entry(file, code, "stands twice"));
        }
    }
    Ok(())
}
