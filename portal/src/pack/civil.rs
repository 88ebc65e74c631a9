//! Dates and times of day as they stand in the files: `2026-03-19`, `07:30`.

use jiff::civil::{Date, Time};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A date `YYYY-MM-DD`.
pub(super) fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// A date `YYYY-MM-DD`, or null.
pub(super) fn optional_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    Option::<String>::deserialize(from)?
        .map(|text| text.parse().map_err(D::Error::custom))
        .transpose()
}

/// A time of day `HH:MM`.
pub(super) fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Time, D::Error> {
    Time::strptime("%H:%M", String::deserialize(from)?).map_err(D::Error::custom)
}
