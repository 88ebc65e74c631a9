//! `lapor_categories.json`: the categories of SP4N-LAPOR!, kept so that a case can be told in its terms.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pack, PackError, parse_json};

pub(super) const FILE: &str = "lapor_categories.json";

/// One main category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryEntry {
    /// Name in capitals, with plain spaces.
    pub name: String,
    /// Sub-categories in alphabetic order.
    pub sub: Vec<String>,
}

pub(super) fn parse(text: &str) -> Result<Vec<CategoryEntry>, PackError> {
    let document: BTreeMap<String, Vec<String>> = parse_json(FILE, text)?;
    if let Some(name) = document.keys().find(|name| name.contains('\u{a0}')) {
        return Err(PackError::entry(FILE, name, "holds a no-break space"));
    }
    Ok(document
        .into_iter()
        .map(|(name, sub)| CategoryEntry { name, sub })
        .collect())
}

impl Pack {
    /// The categories that occur here: those of the agencies and of what the clerk learns from, as paths, in the order of
    /// the alphabet. Every main category stands before those under it.
    pub fn categories_used(&self) -> BTreeSet<&str> {
        let of_agencies = self.agencies.iter().flat_map(|agency| &agency.lapor_categories);
        let of_topics = self.topics.iter().filter_map(|topic| topic.category.as_ref());
        let mains = self.categories.iter().map(|category| &category.name);
        of_agencies.chain(of_topics).chain(mains).map(String::as_str).collect()
    }

    /// Whether `path` is `MAIN` or `MAIN > SUB` of the categories.
    pub fn has_category(&self, path: &str) -> bool {
        let (main, sub) = path
            .split_once(" > ")
            .map_or((path, None), |(main, sub)| (main, Some(sub)));
        self.categories
            .iter()
            .any(|category| category.name == main && sub.is_none_or(|sub| category.sub.iter().any(|name| name == sub)))
    }
}
