//! Names by id and code, as readers see them.

use crate::{facts::RegionCode, id::AgencyId, kind::ServiceKind, lang::Lang};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Longest heading made from a report's first words. Unit: characters.
const HEADING_CHARS_MAX: usize = 80;

/// An agency as it is named to readers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AgencyName {
    /// Code in the data pack: `DPMPTSP`.
    pub code: String,
    /// Short name, used after first mention.
    pub short: String,
    /// Full name.
    pub name: String,
}

/// A service as it is named to readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceName {
    /// In Indonesian.
    pub name: String,
    /// In English.
    pub name_en: String,
    /// Its kind.
    pub kind: ServiceKind,
}

/// A question as it is named to readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionName {
    /// In Indonesian.
    pub label: String,
    /// In English.
    pub label_en: String,
    /// Whether its answer can tell who reported.
    pub is_telling: bool,
    /// Code of a choice → its words in Indonesian and English.
    pub choices: BTreeMap<String, (String, String)>,
}

/// Every name the pages need, from the data pack. Built once.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// Tenants.
    pub agencies: BTreeMap<AgencyId, AgencyName>,
    /// Services by code.
    pub services: BTreeMap<String, ServiceName>,
    /// Regencies, districts and villages by code.
    pub regions: BTreeMap<String, String>,
    /// Questions by code.
    pub questions: BTreeMap<String, QuestionName>,
}

impl Directory {
    /// The name of an agency. An unknown id has empty names rather than a panic.
    #[must_use]
    pub fn agency(&self, id: AgencyId) -> AgencyName {
        self.agencies.get(&id).cloned().unwrap_or_else(|| AgencyName {
            code: String::new(),
            short: String::new(),
            name: String::new(),
        })
    }

    /// The id of the agency with this code.
    #[must_use]
    pub fn find_agency(&self, code: &str) -> Option<AgencyId> {
        self.agencies
            .iter()
            .find(|(_, name)| name.code == code)
            .map(|(id, _)| *id)
    }

    /// The name of a service.
    #[must_use]
    pub fn service(&self, code: &str, lang: Lang) -> Option<&str> {
        let service = self.services.get(code)?;
        Some(match lang {
            Lang::Id => &service.name,
            Lang::En => &service.name_en,
        })
    }

    /// Words that name agencies and places, in small letters: no name of a private person begins with them.
    #[must_use]
    pub fn public_words(&self) -> BTreeSet<String> {
        let agencies = self.agencies.values().flat_map(|agency| [&agency.short, &agency.name]);
        public_words_of(agencies.chain(self.regions.values()).map(String::as_str))
    }

    /// A district or a regency from fine to coarse, by its code: "Sekatak, Bulungan". Nothing for an unknown code.
    #[must_use]
    pub fn place_of(&self, code: &str) -> String {
        RegionCode::try_from(code).map_or_else(|_| String::new(), |region| self.place(&region))
    }

    /// A place from fine to coarse: "Sekatak Buji, Sekatak, Bulungan".
    #[must_use]
    pub fn place(&self, region: &RegionCode) -> String {
        let code = region.as_str();
        let coarser = [
            Some(code),
            region.district().filter(|district| *district != code),
            Some(region.regency()).filter(|regency| *regency != code),
        ];
        let names: Vec<&str> = coarser
            .into_iter()
            .flatten()
            .filter_map(|code| self.regions.get(code))
            .map(String::as_str)
            .collect();
        names.join(", ")
    }
}

/// The words of these names that are no private name, in small letters.
#[must_use]
pub fn public_words_of<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names
        .into_iter()
        .flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect()
}

/// The first words of a text, up to 80 characters, with an ellipsis where it goes on.
#[must_use]
pub fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= HEADING_CHARS_MAX {
        return line;
    }
    let cut: String = line.chars().take(HEADING_CHARS_MAX).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', '.', ';', ':']))
}
