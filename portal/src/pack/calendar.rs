//! `holidays.json`: days on which government offices are closed.

use domain::calendar::HolidayKind;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

use super::{PackError, civil, parse_json};

pub(super) const FILE: &str = "holidays.json";

/// How sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayStatus {
    /// Set by decree.
    Official,
    /// Set by decree, but may move by the sighting of the moon.
    OfficialSubjectToIsbat,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct HolidayEntry {
    /// The day.
    #[serde(deserialize_with = "civil::date")]
    pub date: Date,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Holiday or joint leave; both are no working days.
    #[serde(deserialize_with = "kind")]
    pub kind: HolidayKind,
    /// How sure it is.
    pub status: HolidayStatus,
}

#[derive(Deserialize)]
struct Document {
    holidays: Vec<HolidayEntry>,
}

pub(super) fn parse(text: &str) -> Result<Vec<HolidayEntry>, PackError> {
    let holidays = parse_json::<Document>(FILE, text)?.holidays;
    if let Some(pair) = holidays.windows(2).find(|pair| pair[0].date > pair[1].date) {
        return Err(PackError::entry(
            FILE,
            pair[1].date.to_string(),
            "stands after a later day",
        ));
    }
    Ok(holidays)
}

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<HolidayKind, D::Error> {
    let code = String::deserialize(from)?;
    HolidayKind::find(&code).ok_or_else(|| D::Error::custom(format!("unknown kind {code}")))
}
