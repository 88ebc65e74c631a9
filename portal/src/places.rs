//! Finding a district or village by its name, in the whole province.

use crate::{
    Portal,
    pack::{DistrictEntry, Pack, RegionEntry},
};
use domain::view::choices::FoundPlace;

/// Most places that are offered at once: as many as fit on a phone above its keyboard. Unit: places.
const FOUND_MAX: usize = 6;
/// Fewest letters that are looked for. Unit: characters.
const LETTERS_MIN: usize = 2;

impl Portal {
    /// Districts and villages whose name has the letters of `typed`, the likeliest first: whole names, then beginnings,
    /// then beginnings of a later word, then letters within. At most six.
    #[must_use]
    pub fn find_places(&self, typed: &str) -> Vec<FoundPlace> {
        let wanted = plain(typed);
        if wanted.chars().count() < LETTERS_MIN {
            return Vec::new();
        }
        let mut found: Vec<(u8, usize, FoundPlace)> = places(&self.0.pack)
            .filter_map(|(own, place)| Some((nearness(&plain(own), &wanted)?, own.len(), place)))
            .collect();
        // Of two that are as near the shorter name comes first, and then the district.
        found.sort_by_cached_key(|(near, length, place)| {
            (*near, *length, !place.village.is_empty(), place.name.clone())
        });
        found.into_iter().take(FOUND_MAX).map(|(_, _, place)| place).collect()
    }
}

/// Every district and village, each with its own name.
fn places(pack: &Pack) -> impl Iterator<Item = (&str, FoundPlace)> {
    pack.regions.iter().flat_map(move |regency| {
        regency.districts.iter().flat_map(move |district| {
            let own = (district.name.as_str(), place(regency, district, ""));
            let villages = pack
                .villages_of(&district.code)
                .map(move |village| (village.name.as_str(), place(regency, district, &village.name)));
            std::iter::once(own).chain(villages)
        })
    })
}

fn place(regency: &RegionEntry, district: &DistrictEntry, village: &str) -> FoundPlace {
    let names = [village, &district.name, &regency.short_name];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    FoundPlace {
        regency: regency.code.clone(),
        district: district.code.clone(),
        village: village.to_owned(),
        name: names.join(", "),
    }
}

/// Small letters, digits and single spaces.
fn plain(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// How near a name is to what was typed, 0 nearest; `None` if the letters are not in it.
fn nearness(name: &str, wanted: &str) -> Option<u8> {
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if name.contains(&format!(" {wanted}")) {
        Some(2)
    } else {
        name.contains(wanted).then_some(3)
    }
}
