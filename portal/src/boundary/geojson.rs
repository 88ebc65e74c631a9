//! GeoJSON (RFC 7946): what an operator imports, what the archive keeps, and what maps draw. A position is longitude,
//! latitude, in degrees (WGS 84).

use std::collections::BTreeSet;

use domain::point::Point;
use geo::{Area as _, Coord, LineString, MultiPolygon, Polygon, SimplifyVw as _};
use serde::{Deserialize, Serialize};
use serde_json::{Value, value::RawValue};

use super::IMPORT_BYTES_MAX;

/// Places that are imported at once. Unit: features.
const FEATURES_MAX: usize = 2_000;
/// Fewest positions of a closed ring: a triangle.
const RING_MIN: usize = 4;

/// Where a place lies.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// Somewhere about here.
    Point(Point),
    /// Within these, the largest first.
    Areas(MultiPolygon),
}

/// A longitude and a latitude; what stands after them, a height, is left out.
type Position = Vec<f64>;
/// The outer ring, then the holes in it.
type Rings = Vec<Vec<Position>>;

/// A geometry as it is written.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point(Position),
    Polygon(Rings),
    MultiPolygon(Vec<Rings>),
}

#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(borrow, default)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    properties: Option<serde_json::Map<String, Value>>,
    #[serde(borrow)]
    geometry: Option<&'a RawValue>,
}

/// The places of a file with their codes. `is_known` says whether there is a place with a code.
///
/// # Errors
/// A sentence that names the feature that cannot be taken, and why.
pub(super) fn read(
    text: &str,
    property: &str,
    is_known: impl Fn(&str) -> bool,
) -> Result<Vec<(String, Shape)>, String> {
    if text.len() > IMPORT_BYTES_MAX {
        return Err(format!(
            "the file is longer than {IMPORT_BYTES_MAX} bytes: simplify it first"
        ));
    }
    let file: Collection = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|cause| format!("this is no GeoJSON: {cause}"))?;
    if file.kind != "FeatureCollection" || file.features.is_empty() {
        return Err("the file must be a FeatureCollection with at least one feature".to_owned());
    }
    if file.features.len() > FEATURES_MAX {
        return Err(format!(
            "the file has {} features, and {FEATURES_MAX} are the most",
            file.features.len()
        ));
    }
    let mut seen = BTreeSet::new();
    let mut places = Vec::with_capacity(file.features.len());
    for (at, feature) in file.features.into_iter().enumerate() {
        let number = at + 1;
        let feature: Feature =
            serde_json::from_str(feature.get()).map_err(|cause| format!("feature {number} cannot be read: {cause}"))?;
        let code = code_of(&feature, property).ok_or_else(|| format!("feature {number} has no property {property}"))?;
        let wrong = |what: String| format!("feature {number} ({code}): {what}");
        if !is_known(&code) {
            return Err(wrong("no place has this code".to_owned()));
        }
        if !seen.insert(code.clone()) {
            return Err(wrong("the code stands in the file twice".to_owned()));
        }
        let geometry = feature.geometry.ok_or_else(|| wrong("it has no geometry".to_owned()))?;
        let shape = Shape::parse(geometry.get()).map_err(wrong)?;
        places.push((code, shape));
    }
    Ok(places)
}

/// The code of a feature's place; some programs write it as a number.
fn code_of(feature: &Feature, property: &str) -> Option<String> {
    match feature.properties.as_ref()?.get(property)? {
        Value::String(code) => Some(code.trim().to_owned()),
        Value::Number(code) => Some(code.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

impl Shape {
    /// Reads a geometry.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn parse(json: &str) -> Result<Self, String> {
        let geometry = serde_json::from_str(json)
            .map_err(|cause| format!("it must be a Point, Polygon or MultiPolygon with its coordinates: {cause}"))?;
        match geometry {
            Geometry::Point(position) => {
                let at = position_of(&position)?;
                place(at).map(Self::Point).ok_or_else(|| outside(at))
            }
            Geometry::Polygon(rings) => Ok(Self::Areas(sorted(vec![polygon(&rings)?]))),
            Geometry::MultiPolygon(polygons) if polygons.is_empty() => Err("it has no polygon".to_owned()),
            Geometry::MultiPolygon(polygons) => {
                let polygons = polygons.iter().map(|rings| polygon(rings)).collect::<Result<_, _>>()?;
                Ok(Self::Areas(sorted(polygons)))
            }
        }
    }

    /// The same without corners that are smaller than a square of so many degrees, and without islands and holes of that
    /// size; the largest area stays. By areas, not by distances: the usual way of those calls itself once for a corner,
    /// and a long jagged coast would end the program.
    pub(super) fn simpler(&self, degrees: f64) -> Self {
        match self {
            Self::Point(point) => Self::Point(*point),
            Self::Areas(areas) => {
                let mut simpler: MultiPolygon = areas
                    .iter()
                    .filter_map(|polygon| without_corners(polygon, degrees * degrees))
                    .collect();
                if simpler.0.is_empty() {
                    simpler.0.extend(areas.iter().next().cloned());
                }
                Self::Areas(simpler)
            }
        }
    }

    /// It as GeoJSON, to five places after the point.
    pub(super) fn json(&self) -> String {
        let ring = |ring: &LineString| ring.coords().map(|at| vec![short(at.x), short(at.y)]).collect();
        let rings = |polygon: &Polygon| {
            std::iter::once(polygon.exterior())
                .chain(polygon.interiors())
                .map(ring)
                .collect()
        };
        let geometry = match self {
            Self::Point(point) => {
                let at = at(*point);
                Geometry::Point(vec![short(at.x), short(at.y)])
            }
            Self::Areas(areas) => Geometry::MultiPolygon(areas.iter().map(rings).collect()),
        };
        serde_json::to_string(&geometry).unwrap_or_default()
    }
}

/// A point of ours as a position.
pub(super) fn at(point: Point) -> Coord {
    Coord {
        x: f64::from(point.longitude_e5()) / 100_000.0,
        y: f64::from(point.latitude_e5()) / 100_000.0,
    }
}

/// A position as a point of ours; `None` outside the province.
pub(super) fn place(at: Coord) -> Option<Point> {
    Point::at(at.y, at.x).ok()
}

fn outside(at: Coord) -> String {
    let (longitude, latitude) = (at.x, at.y);
    format!("longitude {longitude}, latitude {latitude} lies outside the province (positions are longitude, latitude)")
}

fn position_of(position: &[f64]) -> Result<Coord, String> {
    match position {
        [longitude, latitude, ..] => Ok(Coord {
            x: *longitude,
            y: *latitude,
        }),
        _ => Err("a position needs a longitude and a latitude".to_owned()),
    }
}

fn polygon(rings: &[Vec<Position>]) -> Result<Polygon, String> {
    let mut lines = rings.iter().map(|ring| line(ring));
    let outer = lines.next().ok_or("a polygon has no ring")??;
    Ok(Polygon::new(outer, lines.collect::<Result<_, _>>()?))
}

/// A polygon without corners of less than this area; `None` if nothing is left of it. Unit: square degrees.
fn without_corners(polygon: &Polygon, area: f64) -> Option<Polygon> {
    let is_ring = |line: &LineString| line.0.len() >= RING_MIN;
    let (outer, holes) = polygon.simplify_vw(area).into_inner();
    is_ring(&outer).then(|| Polygon::new(outer, holes.into_iter().filter(is_ring).collect()))
}

fn line(ring: &[Position]) -> Result<LineString, String> {
    let line = ring.iter().map(|position| {
        let at = position_of(position)?;
        place(at).map(|_| at).ok_or_else(|| outside(at))
    });
    let line = LineString(line.collect::<Result<_, String>>()?);
    if line.0.len() < RING_MIN || !line.is_closed() {
        return Err("a ring must have four positions or more, and end where it begins".to_owned());
    }
    Ok(line)
}

/// The largest first: its middle is where the name stands.
fn sorted(mut polygons: Vec<Polygon>) -> MultiPolygon {
    polygons.sort_by(|one, two| two.unsigned_area().total_cmp(&one.unsigned_area()));
    MultiPolygon(polygons)
}

/// Degrees to a hundred-thousandth: 1.1 m.
fn short(degrees: f64) -> f64 {
    (degrees * 100_000.0).round() / 100_000.0
}
