//! A point on the earth: where it happened, as exactly as a phone or a finger on a map says.
//!
//! Exact for the reporter and those who handle the case; rounded for everybody ([`RoundedPoint`], a type of its own, so
//! that an exact point cannot stand where a public one belongs).

use crate::{limits, text::FieldError};
use std::ops::RangeInclusive;

/// Steps of a point in one degree. A step is 1.1 m at the equator: finer than any phone knows where it is.
const STEPS: i32 = 100_000;
/// Steps in one step of a rounded point: 0.01 degrees.
const STEPS_PUBLIC: i32 = 1_000;

/// A point in the province or its waters, in WGS 84. Unit: 1/100,000 degree, north and east positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    latitude_e5: i32,
    longitude_e5: i32,
}

impl Point {
    /// The point at these hundred-thousandths of a degree.
    ///
    /// # Errors
    /// [`FieldError::OutsideProvince`] beyond [`limits::LATITUDE_E5`] and [`limits::LONGITUDE_E5`].
    pub fn new(latitude_e5: i32, longitude_e5: i32) -> Result<Self, FieldError> {
        if limits::LATITUDE_E5.contains(&latitude_e5) && limits::LONGITUDE_E5.contains(&longitude_e5) {
            Ok(Self {
                latitude_e5,
                longitude_e5,
            })
        } else {
            Err(FieldError::OutsideProvince)
        }
    }

    /// The point at these degrees, as a phone tells where it is.
    ///
    /// # Errors
    /// [`FieldError::OutsideProvince`] as [`new`](Self::new); [`FieldError::NotAPoint`] for what is no number of degrees.
    pub fn at(latitude: f64, longitude: f64) -> Result<Self, FieldError> {
        Self::new(steps(latitude)?, steps(longitude)?)
    }

    /// Latitude. Unit: 1/100,000 degree.
    #[must_use]
    pub const fn latitude_e5(self) -> i32 {
        self.latitude_e5
    }

    /// Longitude. Unit: 1/100,000 degree.
    #[must_use]
    pub const fn longitude_e5(self) -> i32 {
        self.longitude_e5
    }

    /// Latitude and longitude as forms and maps have them: `2.84400`, `117.36400`.
    #[must_use]
    pub fn texts(self) -> (String, String) {
        (decimal(self.latitude_e5, 5), decimal(self.longitude_e5, 5))
    }

    /// The point as everybody may read it: to 0.01 degrees, about 1 km. Source: `docs/rules.md`, "Place".
    #[must_use]
    pub const fn rounded(self) -> RoundedPoint {
        RoundedPoint {
            latitude_e2: to_nearest(self.latitude_e5),
            longitude_e2: to_nearest(self.longitude_e5),
        }
    }

    /// How far away another point is, to compare with: the square of the distance. So near the equator a degree is as
    /// long in both directions, but for two in a thousand.
    #[must_use]
    pub fn apart(self, other: Self) -> i64 {
        let square = |one: i32, two: i32| (i64::from(one) - i64::from(two)).pow(2);
        square(self.latitude_e5, other.latitude_e5) + square(self.longitude_e5, other.longitude_e5)
    }
}

/// A point as everybody may read it. Unit: 1/100 degree, about 1 km.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundedPoint {
    /// Latitude. Unit: 1/100 degree.
    pub latitude_e2: i32,
    /// Longitude. Unit: 1/100 degree.
    pub longitude_e2: i32,
}

impl RoundedPoint {
    /// Latitude and longitude: `2.84`, `117.36`.
    #[must_use]
    pub fn texts(self) -> (String, String) {
        (decimal(self.latitude_e2, 2), decimal(self.longitude_e2, 2))
    }
}

/// Degrees as people and phones write them: `2.844`, `2,844`, `-1.5`. Unit: 1/100,000 degree.
///
/// # Errors
/// [`FieldError::NotAPoint`] if it is no number of degrees.
pub fn degrees_e5(text: &str) -> Result<i32, FieldError> {
    let text = text.trim().replace(',', ".");
    let is_plain = text
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
    let degrees = text.parse().ok().filter(|_| is_plain);
    degrees.ok_or(FieldError::NotAPoint).and_then(steps)
}

fn steps(degrees: f64) -> Result<i32, FieldError> {
    const DEGREES: RangeInclusive<f64> = -180.0..=180.0;
    if DEGREES.contains(&degrees) {
        #[allow(clippy::cast_possible_truncation, reason = "180 degrees are 18 million steps")]
        Ok((degrees * f64::from(STEPS)).round() as i32)
    } else {
        Err(FieldError::NotAPoint)
    }
}

const fn to_nearest(degrees_e5: i32) -> i32 {
    let half = if degrees_e5 < 0 {
        -STEPS_PUBLIC / 2
    } else {
        STEPS_PUBLIC / 2
    };
    (degrees_e5 + half) / STEPS_PUBLIC
}

/// A whole number of steps as a decimal fraction with `places` places.
fn decimal(steps: i32, places: u32) -> String {
    let (one, sign) = (10_u32.pow(places), if steps < 0 { "-" } else { "" });
    let steps = steps.unsigned_abs();
    let width = places as usize;
    format!("{sign}{}.{:0width$}", steps / one, steps % one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: &str, longitude: &str) -> Result<Point, FieldError> {
        Point::new(degrees_e5(latitude)?, degrees_e5(longitude)?)
    }

    #[test]
    fn a_point_is_kept_to_a_metre_and_written_as_it_was() {
        let texts = |latitude, longitude| point(latitude, longitude).unwrap().texts();
        let both = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(texts("2.844", "117.364"), both("2.84400", "117.36400"));
        assert_eq!(texts(" 2,8441234 ", "117,3640049"), both("2.84412", "117.36400"));
        assert_eq!(decimal(-150_007, 5), "-1.50007");
    }

    #[test]
    fn the_province_with_its_waters_is_inside_and_what_lies_beyond_is_not() {
        // Tarakan, Nunukan, Long Nawang on the border, and the sea east of Sebatik.
        for (latitude, longitude) in [
            ("3.30", "117.63"),
            ("4.14", "117.66"),
            ("1.84", "114.88"),
            ("4.1", "118.2"),
        ] {
            assert!(point(latitude, longitude).is_ok(), "{latitude}, {longitude}");
        }
        // Samarinda, Jakarta, Tawau's north, Palu; latitude and longitude in each other's place.
        for (latitude, longitude) in [
            ("-0.50", "117.15"),
            ("-6.2", "106.8"),
            ("4.7", "117.9"),
            ("-0.9", "119.87"),
            ("117.364", "2.844"),
        ] {
            assert_eq!(
                point(latitude, longitude),
                Err(FieldError::OutsideProvince),
                "{latitude}, {longitude}"
            );
        }
    }

    #[test]
    fn what_is_no_number_of_degrees_is_no_point() {
        for wrong in ["", "utara", "1e2", "inf", "NaN", "2.8.4", "400", "2°50'", "+2.8"] {
            assert_eq!(degrees_e5(wrong), Err(FieldError::NotAPoint), "{wrong}");
        }
    }

    #[test]
    fn everybody_reads_a_point_to_two_decimals_and_never_more() {
        let rounded = |latitude, longitude| point(latitude, longitude).unwrap().rounded().texts();
        assert_eq!(
            rounded("2.84499", "117.36500"),
            ("2.84".to_owned(), "117.37".to_owned())
        );
        assert_eq!(to_nearest(-284_500), -285);
        // Two neighbours 300 m apart are told by nothing.
        assert_eq!(rounded("2.8412", "117.3612"), rounded("2.8438", "117.3638"));
    }

    #[test]
    fn the_nearer_of_two_points_is_less_apart() {
        let here = point("3.31", "117.60").unwrap();
        let (tarakan, nunukan) = (point("3.30", "117.63").unwrap(), point("4.14", "117.66").unwrap());
        assert!(here.apart(tarakan) < here.apart(nunukan));
    }
}
