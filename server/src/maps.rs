//! Maps that are drawn on demand: what lies beneath every map, where its pictures come from, and what a point says.
//!
//! Nothing of it is part of a page: the map's own script asks for it once somebody has pressed the button.

use app::shell::Assets;
use axum::{
    extract::{Request, State as Of},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    limits,
    point::{Point, degrees_e5},
    view::places::{DrawnPlace, PlaceLevel, PlacesView},
};
use portal::{Portal, Typed};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    assets::{FOREVER, version},
    feeds, forms, pages,
    state::State,
};

const JSON: &str = "application/json";
/// What an address of tiles must hold; each is replaced for each picture.
const PARTS: [&str; 3] = ["{z}", "{x}", "{y}"];
/// Where an address names one of several servers.
const SUBDOMAIN: &str = "{s}.";

/// Where pictures of the map come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tiles {
    /// `https://tiles.example.go.id/{z}/{x}/{y}.png`
    address: String,
    /// Who made them, in words.
    credit: String,
    /// Where these words lead; empty if nowhere.
    href: String,
    /// The servers that pages may ask for pictures, as a policy names them.
    #[serde(skip)]
    host: String,
}

impl Tiles {
    /// The tiles that the settings name, if they name any. An address at the end of `credit` is where its words lead.
    ///
    /// # Errors
    /// A sentence that says what the address must be.
    pub fn read(address: Option<&str>, credit: Option<&str>) -> Result<Option<Self>, String> {
        let Some(address) = address.map(str::trim).filter(|address| !address.is_empty()) else {
            return Ok(None);
        };
        let host = host_of(address).ok_or_else(|| {
            format!(
                "tiles must be an address like https://tiles.example.go.id/{{z}}/{{x}}/{{y}}.png, and {address} is none"
            )
        })?;
        let credit = credit.unwrap_or_default().trim();
        let (words, href) = match credit.rsplit_once(' ') {
            Some((words, href)) if href.starts_with("https://") => (words.trim(), href),
            _ => (credit, ""),
        };
        Ok(Some(Self {
            address: address.to_owned(),
            credit: words.to_owned(),
            href: href.to_owned(),
            host,
        }))
    }

    /// The servers that pages may ask for pictures, as a policy names them: `https://*.tiles.example.go.id`.
    pub fn host(&self) -> &str {
        &self.host
    }
}

/// The servers of a well-formed address. It goes into a policy, so nothing else may be in it.
fn host_of(address: &str) -> Option<String> {
    let (scheme, rest) = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| Some((scheme, address.strip_prefix(scheme)?)))?;
    let (named, path) = rest.split_once('/')?;
    let (any, host) = match named.strip_prefix(SUBDOMAIN) {
        Some(host) => ("*.", host),
        None => ("", named),
    };
    let (name, port) = host
        .split_once(':')
        .map_or((host, None), |(name, port)| (name, Some(port)));
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    let has_parts = PARTS.iter().all(|part| path.matches(part).count() == 1);
    let is_plain = address
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>'));
    (is_name && is_port && has_parts && is_plain).then(|| format!("{scheme}{any}{host}"))
}

/// What lies beneath every map, as the map's script reads it: made once, at start.
#[derive(Debug)]
pub struct Ground {
    json: String,
    /// Changes with anything in it.
    pub version: String,
    /// The servers that pages may ask for pictures; `None` where there are no tiles.
    pub tile_host: Option<String>,
}

#[derive(Serialize)]
struct GroundJson<'a> {
    /// South-west and north-east corner: latitude, longitude. Unit: degrees.
    #[serde(rename = "box")]
    corners: [[f64; 2]; 2],
    tiles: Option<&'a Tiles>,
    source: &'a str,
    places: Collection<'a>,
}

/// A GeoJSON FeatureCollection.
#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    properties: Properties<'a>,
    geometry: &'a RawValue,
}

#[derive(Serialize)]
struct Properties<'a> {
    name: &'a str,
    level: PlaceLevel,
}

impl Ground {
    /// The ground of this office's maps, with or without tiles.
    pub fn new(portal: &Portal, tiles: Option<&Tiles>) -> Self {
        let PlacesView { source, places } = portal.places_on_map();
        let degrees = |e5: i32| f64::from(e5) / 100_000.0;
        let (south, north) = (*limits::LATITUDE_E5.start(), *limits::LATITUDE_E5.end());
        let (west, east) = (*limits::LONGITUDE_E5.start(), *limits::LONGITUDE_E5.end());
        let ground = GroundJson {
            corners: [[south, west], [north, east]].map(|corner| corner.map(degrees)),
            tiles,
            source: &source,
            places: Collection {
                kind: "FeatureCollection",
                features: places.iter().filter_map(feature).collect(),
            },
        };
        let json = serde_json::to_string(&ground).unwrap_or_default();
        Self {
            version: version(json.as_bytes()),
            json,
            tile_host: tiles.map(|tiles| tiles.host().to_owned()),
        }
    }

    /// The built files, as a page names them beside this ground.
    pub fn named_in(&self, assets: Assets) -> Assets {
        Assets {
            ground: self.version.as_str().into(),
            tiles: self.tile_host.as_deref().map(Into::into),
            ..assets
        }
    }
}

fn feature(place: &DrawnPlace) -> Option<Feature<'_>> {
    Some(Feature {
        kind: "Feature",
        properties: Properties {
            name: &place.name,
            level: place.level,
        },
        geometry: serde_json::from_str(&place.shape).ok()?,
    })
}

/// `GET /peta/wilayah.json`: what lies beneath every map. Kept forever under the version that pages name.
pub async fn ground(Of(state): Of<State>, request: Request) -> Response {
    let named = format!("v={}", state.ground.version);
    let kept = if request.uri().query() == Some(named.as_str()) {
        FOREVER
    } else {
        HeaderValue::from_static("no-cache")
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(JSON)),
        (header::CACHE_CONTROL, kept),
    ];
    (headers, state.ground.json.clone()).into_response()
}

/// `POST /wilayah/titik`: the place that a point lies in, if the operator imported areas. By POST, so that the point
/// stands in no address and in no log.
pub async fn place_at(Of(state): Of<State>, request: Request) -> Response {
    let typed = match forms::read(request).await {
        Ok((_, typed)) => Typed(typed),
        Err(answer) => return answer,
    };
    let point = degrees_e5(typed.text("latitude"))
        .and_then(|latitude| Point::new(latitude, degrees_e5(typed.text("longitude"))?));
    let place = point.ok().and_then(|point| state.portal.place_at(point));
    pages::postcard(StatusCode::OK, &place)
}

/// `GET /laporan/peta.json`: published cases as the map shows them: numbers, and rounded points.
pub async fn cases(Of(state): Of<State>, request: Request) -> Response {
    match state.portal.public(&state.site).on_map().await {
        Ok(cases) => feeds::answer(
            request.headers(),
            JSON,
            serde_json::to_string(&cases).unwrap_or_default(),
        ),
        Err(error) => feeds::failed(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(address: &str) -> Option<String> {
        Tiles::read(Some(address), None).unwrap().map(|tiles| tiles.host)
    }

    #[test]
    fn the_address_of_tiles_names_the_servers_that_pages_may_ask() {
        for (address, servers) in [
            (
                "https://tiles.example.go.id/{z}/{x}/{y}.png",
                "https://tiles.example.go.id",
            ),
            (
                "http://localhost:8080/a/{z}/{x}/{y}@2x.png?key=1",
                "http://localhost:8080",
            ),
            ("https://{s}.tile.example.org/{z}/{y}/{x}", "https://*.tile.example.org"),
        ] {
            assert_eq!(host(address).as_deref(), Some(servers));
        }
        assert_eq!(Tiles::read(None, None), Ok(None));
        assert_eq!(Tiles::read(Some(" "), Some("x")), Ok(None));
    }

    #[test]
    fn an_address_that_is_none_is_refused_with_what_it_must_be() {
        for wrong in [
            "tiles.example.go.id/{z}/{x}/{y}.png",
            "ftp://tiles.example.go.id/{z}/{x}/{y}.png",
            "https://tiles.example.go.id/{z}/{x}.png",
            "https://tiles.example.go.id",
            "https://{z}/{x}/{y}",
            "https:///{z}/{x}/{y}",
            "https://*/{z}/{x}/{y}",
            "https://tiles.example.go.id;script-src *;/{z}/{x}/{y}",
            "https://tiles.example.go.id 'unsafe-inline'/{z}/{x}/{y}",
            "https://tiles.example.go.id:port/{z}/{x}/{y}",
            "https://tiles.example.go.id/{z}/{x}/{y}.png\nx: y",
        ] {
            let refused = Tiles::read(Some(wrong), None).unwrap_err();
            assert!(
                refused.contains("https://tiles.example.go.id/{z}/{x}/{y}.png"),
                "{refused}"
            );
        }
    }

    #[test]
    fn an_address_after_the_credit_is_where_its_words_lead() {
        let credit = |credit| {
            let tiles = Tiles::read(Some("https://t.example/{z}/{x}/{y}"), Some(credit));
            let tiles = tiles.unwrap().unwrap();
            (tiles.credit, tiles.href)
        };
        let own = |words: &str, href: &str| (words.to_owned(), href.to_owned());
        assert_eq!(
            credit("© OpenStreetMap https://www.openstreetmap.org/copyright"),
            own("© OpenStreetMap", "https://www.openstreetmap.org/copyright")
        );
        assert_eq!(
            credit("Badan Informasi Geospasial"),
            own("Badan Informasi Geospasial", "")
        );
        assert_eq!(credit("x javascript:alert(1)"), own("x javascript:alert(1)", ""));
    }
}
