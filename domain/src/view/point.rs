//! A point as it is read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A point on the map, in degrees as people write them: exact where its reader handles the case, rounded in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointView {
    /// `2.84400`.
    pub latitude: String,
    /// `117.36400`.
    pub longitude: String,
}

impl From<(String, String)> for PointView {
    fn from((latitude, longitude): (String, String)) -> Self {
        Self { latitude, longitude }
    }
}

impl fmt::Display for PointView {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}", self.latitude, self.longitude)
    }
}
