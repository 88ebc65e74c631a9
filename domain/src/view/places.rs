//! What maps show beneath what they are about: places that the operator imported, and capitals.

use serde::{Deserialize, Serialize};

/// How a place is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceLevel {
    /// The lines of a regency or city.
    Regency,
    /// The lines of a district.
    District,
    /// The seat of a regency's government, a point.
    Capital,
    /// A village, a point.
    Village,
}

/// A place on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPlace {
    /// Its name.
    pub name: String,
    /// How it is drawn.
    pub level: PlaceLevel,
    /// A GeoJSON geometry, in degrees.
    pub shape: String,
}

/// The places of the province, as every map has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesView {
    /// Whose data the imported places are; empty where nobody said.
    pub source: String,
    /// Lines first, then what lies above them.
    pub places: Vec<DrawnPlace>,
}

/// Published cases of a place, as a number on the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapCount {
    /// The place.
    pub name: String,
    /// Published cases.
    pub cases: i64,
    /// Latitude and longitude. Unit: degrees.
    pub at: [f64; 2],
    /// Address of the list with these cases.
    pub href: String,
}

/// A published case that is named on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapCase {
    /// The public title.
    pub title: String,
    /// Address of its page.
    pub href: String,
}

/// A pin with the published cases whose rounded point is the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapPin {
    /// Latitude and longitude, rounded for everybody. Unit: degrees.
    pub at: [f64; 2],
    /// The cases, newest first.
    pub cases: Vec<MapCase>,
}

/// What the map of published cases is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasesOnMap {
    /// By district where it is known where that lies, else by regency.
    pub counts: Vec<MapCount>,
    /// Cases whose reporter gave a point, newest first.
    pub pins: Vec<MapPin>,
}
