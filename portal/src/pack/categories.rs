//! `lapor_categories.json`: the categories of SP4N-LAPOR!, kept so that a case can be told in its terms.

use std::collections::BTreeMap;

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
