//! Where places lie: imported by the operator as GeoJSON, drawn on maps, and asked which place a point lies in. None is
//! shipped: whose boundaries count is for the province to say.

mod geojson;

use crate::{
    Error, Portal,
    pack::{Pack, RegionEntry},
};
use domain::{
    point::Point,
    view::{
        choices::FoundPlace,
        places::{DrawnPlace, PlaceLevel, PlacesView},
    },
};
use geo::{BoundingRect as _, InteriorPoint as _, Intersects as _, MultiPolygon, Rect};
use store::{Store, Tx, boundary::Boundary};

use geojson::{Shape, at, place};

/// Longest file that is imported. Unit: bytes.
pub const IMPORT_BYTES_MAX: usize = 50 * 1024 * 1024;
/// All shapes as they are kept. Unit: bytes. They lie in the memory of each server.
const KEPT_BYTES_MAX: usize = 4 * 1024 * 1024;
/// All lines that maps draw. Unit: bytes before compression, which leaves about a third: some ten seconds of one bar of
/// signal, and only for who asks for a map.
const DRAWN_BYTES_MAX: usize = 200 * 1024;
/// Corners of kept lines that are smaller are left out. Unit: degrees; 11 m, as near as a phone knows where it is.
const KEPT_DEGREES: f64 = 0.000_1;
/// The same of drawn lines: a pixel or two where a regency fills the screen.
const DRAWN_DEGREES: f64 = 0.001;
/// Beyond this a line says nothing any more. Unit: degrees; 5 km.
const DEGREES_MAX: f64 = 0.05;

/// What an import has kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Regencies and cities with an area.
    pub regencies: usize,
    /// Districts with an area.
    pub districts: usize,
    /// Villages with an area.
    pub villages: usize,
    /// Places that are a point.
    pub points: usize,
    /// All of them as they are kept. Unit: bytes.
    pub bytes: usize,
    /// Corners that are smaller were left out. Unit: metres.
    pub metres: u32,
}

/// The shapes that the archive keeps.
#[derive(Debug, Default)]
pub(crate) struct Boundaries {
    areas: Vec<(String, MultiPolygon, Rect)>,
    points: Vec<(String, Point)>,
    /// Whose data they are; empty if the operator said nothing.
    source: String,
}

impl Boundaries {
    /// Reads them from the archive, at the start of the office.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails; [`Error::Broken`] if a shape could not have been written there.
    pub(crate) async fn open(store: &Store) -> Result<Self, Error> {
        let mut conn = store.look_up().await?;
        let source = store::boundary::source(&mut conn).await?.unwrap_or_default();
        let (mut areas, mut points) = (Vec::new(), Vec::new());
        for Boundary { code, shape } in store::boundary::all(&mut conn).await? {
            match Shape::parse(&shape).map_err(|cause| Error::Broken(format!("the boundary of {code}: {cause}")))? {
                Shape::Point(point) => points.push((code, point)),
                Shape::Areas(area) => areas.extend(area.bounding_rect().map(|rect| (code, area, rect))),
            }
        }
        Ok(Self { areas, points, source })
    }

    /// The smallest place whose area holds the point, by its code; one on a line belongs to either side.
    fn find(&self, point: Point) -> Option<&str> {
        let point = at(point);
        self.areas
            .iter()
            .filter(|(_, area, rect)| rect.intersects(&point) && area.intersects(&point))
            .map(|(code, ..)| code.as_str())
            .max_by_key(|code| code.len())
    }

    /// A point in the place, to put a word or a number at.
    pub(crate) fn middle(&self, code: &str) -> Option<Point> {
        let known = self.points.iter().find(|(own, _)| own == code).map(|(_, point)| *point);
        known.or_else(|| {
            let (_, area, _) = self.areas.iter().find(|(own, ..)| own == code)?;
            place(area.interior_point()?.into())
        })
    }

    /// The lines of regencies and districts as GeoJSON geometries, as fine as fits.
    fn lines(&self) -> Vec<(&str, String)> {
        let mut degrees = DRAWN_DEGREES;
        loop {
            let drawn: Vec<_> = self
                .areas
                .iter()
                .filter(|(code, ..)| level(code) != PlaceLevel::Village)
                .map(|(code, area, _)| (code.as_str(), Shape::Areas(area.clone()).simpler(degrees).json()))
                .collect();
            let bytes: usize = drawn.iter().map(|(_, shape)| shape.len()).sum();
            if bytes <= DRAWN_BYTES_MAX || degrees > DEGREES_MAX {
                return drawn;
            }
            degrees *= 2.0;
        }
    }
}

impl Portal {
    /// Keeps the shapes of a GeoJSON file in place of all others. `property` is the property of a feature that holds the
    /// official code of its place; `source` says whose data they are, as maps then name it. Servers that run read them at
    /// their next start.
    ///
    /// # Errors
    /// [`Error::Broken`] with a sentence that names the feature that cannot be taken; nothing is kept then.
    pub async fn import_boundaries(&self, text: &str, property: &str, source: &str) -> Result<Imported, Error> {
        let pack = &self.0.pack;
        let is_known = |code: &str| name_of(pack, code).is_some();
        let shapes = geojson::read(text, property, is_known).map_err(Error::Broken)?;
        let (kept, degrees) = within(&shapes, KEPT_BYTES_MAX)?;
        let areas_of = |wanted| {
            let is_wanted =
                |(code, shape): &&(String, Shape)| matches!(shape, Shape::Areas(_)) && level(code) == wanted;
            shapes.iter().filter(is_wanted).count()
        };
        let imported = Imported {
            regencies: areas_of(PlaceLevel::Regency),
            districts: areas_of(PlaceLevel::District),
            villages: areas_of(PlaceLevel::Village),
            points: shapes
                .iter()
                .filter(|(_, shape)| matches!(shape, Shape::Point(_)))
                .count(),
            bytes: kept.iter().map(|boundary| boundary.shape.len()).sum(),
            metres: metres(degrees),
        };
        let (source, now) = (source.trim().to_owned(), self.now());
        self.0
            .store
            .write(async move |tx: &mut Tx| Ok::<_, Error>(store::boundary::replace(tx, &kept, &source, now).await?))
            .await?;
        Ok(imported)
    }

    /// Whether a point can be asked which place it lies in.
    #[must_use]
    pub fn has_boundaries(&self) -> bool {
        !self.0.boundaries.areas.is_empty()
    }

    /// The place that a point lies in, as far down as the imported areas go; `None` where none holds it.
    #[must_use]
    pub fn place_at(&self, point: Point) -> Option<FoundPlace> {
        let code = self.0.boundaries.find(point)?;
        let pack = &self.0.pack;
        let regency = pack.regions.iter().find(|regency| regency.contains(code))?;
        let village = pack.find_village(code);
        let district = pack.find_district(village.map_or(code, |village| &village.district_code));
        let names = [
            village.map(|village| village.name.as_str()),
            district.map(|district| district.name.as_str()),
            Some(regency.short_name.as_str()),
        ];
        Some(FoundPlace {
            regency: regency.code.clone(),
            district: district.map(|district| district.code.clone()).unwrap_or_default(),
            village: village.map(|village| village.name.clone()).unwrap_or_default(),
            name: names.into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    }

    /// What every map shows beneath what it is about: capitals, and what the operator imported.
    #[must_use]
    pub fn places_on_map(&self) -> PlacesView {
        let (pack, boundaries) = (&self.0.pack, &self.0.boundaries);
        let drawn = |code: &str, level, shape| {
            Some(DrawnPlace {
                name: name_of(pack, code)?.to_owned(),
                level,
                shape,
            })
        };
        let lines = boundaries.lines();
        let lines = lines
            .into_iter()
            .filter_map(|(code, shape)| drawn(code, level(code), shape));
        let is_village = |code: &str| level(code) == PlaceLevel::Village;
        let in_areas = boundaries
            .areas
            .iter()
            .filter(|(code, ..)| is_village(code))
            .filter_map(|(code, area, _)| Some((code, place(area.interior_point()?.into())?)));
        let points = boundaries.points.iter().map(|(code, point)| (code, *point));
        let villages = in_areas
            .chain(points)
            .filter(|(code, _)| is_village(code))
            .filter_map(|(code, point)| drawn(code, PlaceLevel::Village, Shape::Point(point).json()));
        let capitals = pack.regions.iter().filter_map(|regency| {
            Some(DrawnPlace {
                name: regency.capital.clone(),
                level: PlaceLevel::Capital,
                shape: Shape::Point(regency.capital_point()?).json(),
            })
        });
        PlacesView {
            source: boundaries.source.clone(),
            places: lines.chain(capitals).chain(villages).collect(),
        }
    }

    /// Where the numbers of a regency stand: at its capital, or within it.
    pub(crate) fn seat_of(&self, regency: &RegionEntry) -> Option<Point> {
        regency
            .capital_point()
            .or_else(|| self.0.boundaries.middle(&regency.code))
    }
}

/// The shapes as they are kept, as fine as fits into so many bytes, and how large the corners are that were left out.
fn within(shapes: &[(String, Shape)], bytes_max: usize) -> Result<(Vec<Boundary>, f64), Error> {
    let mut degrees = KEPT_DEGREES;
    while degrees <= DEGREES_MAX {
        let kept: Vec<_> = shapes
            .iter()
            .map(|(code, shape)| Boundary {
                code: code.clone(),
                shape: shape.simpler(degrees).json(),
            })
            .collect();
        if kept.iter().map(|boundary| boundary.shape.len()).sum::<usize>() <= bytes_max {
            return Ok((kept, degrees));
        }
        degrees *= 2.0;
    }
    Err(Error::Broken(format!(
        "the file has too many areas: even simplified they are more than {bytes_max} bytes"
    )))
}

/// Degrees near the equator as metres.
fn metres(degrees: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most some kilometres"
    )]
    let metres = (degrees * 111_000.0).round() as u32;
    metres
}

/// What a place is, by its code: `65.01`, `65.01.05`, `65.01.05.1001`.
fn level(code: &str) -> PlaceLevel {
    match code.matches('.').count() {
        ..=1 => PlaceLevel::Regency,
        2 => PlaceLevel::District,
        _ => PlaceLevel::Village,
    }
}

/// The name of the place with exactly this code.
fn name_of<'a>(pack: &'a Pack, code: &str) -> Option<&'a str> {
    let regency = pack.regions.iter().find(|regency| regency.code == code);
    regency
        .map(|regency| regency.short_name.as_str())
        .or_else(|| Some(pack.find_district(code)?.name.as_str()))
        .or_else(|| Some(pack.find_village(code)?.name.as_str()))
}
