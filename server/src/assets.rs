//! The built files for the browser: their names, and the services that hand them out.

use std::{collections::HashMap, fmt::Write as _, fs, io, path::Path};

use app::{
    shell::Assets,
    text::{Lang, words_for},
};
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn, map_response},
    response::Response,
};
use sha2::{Digest, Sha256};
use tower_http::services::{ServeDir, ServeFile};

use crate::state::State;

/// For files whose name or query holds the hash of their content.
pub const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// For files that keep their name.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// The service worker. A browser that kept it would keep old pages with it.
const WORKER: &str = "sw.js";
/// Folder of what draws a map, asked for only by who wants one. Its files name each other by the version of all.
const MAP: &str = "map";
/// What the build copies there from npm.
const MAP_LIBRARY: &str = "leaflet.js";
/// For files that must never be older than the server.
const ASK_FIRST: HeaderValue = HeaderValue::from_static("no-cache");

/// Reads the names of the built files: the hashes beside the program, and the folder of the site.
///
/// # Errors
/// If the site was not built, or not for this program.
pub fn read(site_dir: &Path) -> io::Result<Assets> {
    let program = std::env::current_exe()?;
    let hashes = fs::read_to_string(program.with_file_name("hash.txt"))?;
    let hashes: HashMap<&str, &str> = hashes
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(kind, hash)| (kind.trim(), hash.trim()))
        .collect();
    let hash = |kind: &str| {
        hashes
            .get(kind)
            .map(|hash| (*hash).to_owned())
            .ok_or_else(|| io::Error::other(format!("hash.txt names no {kind}: build with --split")))
    };
    let boot = format!("/boot.js?v={}", version(&fs::read(site_dir.join("boot.js"))?));
    let words = words_version();
    let shell = shell_files(&hash, &boot, &words)?;
    Ok(Assets {
        css: format!("/pkg/sinergi.{}.css", hash("css")?).into(),
        js: format!("/pkg/sinergi.{}.js", hash("js")?).into(),
        wasm: format!("/pkg/sinergi.{}.wasm", hash("wasm")?).into(),
        boot: boot.into(),
        words: words.into(),
        worker: format!("/sw.js?{shell}").into(),
        map: format!("/map/map.js?v={}", map_version(&site_dir.join(MAP))?).into(),
        ..Assets::default()
    })
}

/// What the service worker must know of this build, as a query: with another build its address is another one, and the
/// browser installs it anew.
fn shell_files(hash: &impl Fn(&str) -> io::Result<String>, boot: &str, words: &str) -> io::Result<String> {
    let names = ["css", "js", "wasm", "split", "manifest"];
    let mut query = String::new();
    for name in names {
        let _ = write!(query, "{name}={}&", hash(name)?);
    }
    let boot = boot.rsplit_once('=').map_or("", |(_, version)| version);
    let _ = write!(query, "boot={boot}&words={words}");
    Ok(query)
}

/// Changes with any file that draws a map.
///
/// # Errors
/// If the library is not there: the site was not built by `cargo xtask`, which copies it.
fn map_version(folder: &Path) -> io::Result<String> {
    if !folder.join(MAP_LIBRARY).exists() {
        return Err(io::Error::other(format!(
            "{MAP}/{MAP_LIBRARY} is missing: build with cargo xtask"
        )));
    }
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_none_or(|kind| kind != "br" && kind != "gz"));
    paths.sort();
    let files = paths.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?;
    Ok(version(&files.concat()))
}

/// The words of one language as the browser fetches them.
pub fn words_bytes(lang: Lang) -> Vec<u8> {
    postcard::to_allocvec(words_for(lang)).unwrap_or_default()
}

/// Changes with any sentence of any language.
fn words_version() -> String {
    version(&[words_bytes(Lang::Id), words_bytes(Lang::En)].concat())
}

/// The first 16 hex digits of the content's SHA-256.
pub fn version(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(8)
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// `/pkg/…`, kept forever, `/map/…`, kept forever under a version, and every file of `public/` by its name.
///
/// # Errors
/// If the folder cannot be read.
pub fn routes(site_dir: &Path) -> io::Result<Router<State>> {
    let built = ServeDir::new(site_dir.join("pkg"))
        .precompressed_br()
        .precompressed_gzip();
    let mut router = Router::new()
        .nest_service("/pkg", built)
        .layer(map_response(keep_forever));
    let map = ServeDir::new(site_dir.join(MAP))
        .precompressed_br()
        .precompressed_gzip();
    router = router.merge(Router::new().nest_service("/map", map).layer(from_fn(keep_by_version)));
    for entry in fs::read_dir(site_dir)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_dir() || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let file = ServeFile::new(&path).precompressed_br().precompressed_gzip();
        let route = Router::new().route_service(&format!("/{name}"), file);
        router = router.merge(if name == WORKER {
            route.layer(map_response(keep_never))
        } else {
            route.layer(map_response(keep_an_hour))
        });
    }
    Ok(router)
}

async fn keep_never(response: Response) -> Response {
    keep(response, ASK_FIRST)
}

async fn keep_forever(response: Response) -> Response {
    keep(response, FOREVER)
}

/// Forever, if the address names a version.
async fn keep_by_version(request: Request, next: Next) -> Response {
    let is_versioned = request.uri().query().is_some_and(|query| query.starts_with("v="));
    keep(next.run(request).await, if is_versioned { FOREVER } else { AN_HOUR })
}

async fn keep_an_hour(response: Response) -> Response {
    keep(response, AN_HOUR)
}

/// A file that is missing now may come with the next release: only what exists is kept.
fn keep(mut response: Response, kept: HeaderValue) -> Response {
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let value = if found {
        kept
    } else {
        HeaderValue::from_static("no-store")
    };
    response.headers_mut().insert(header::CACHE_CONTROL, value);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_maps_changes_with_any_of_their_files_and_not_with_packed_copies() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
        let refused = map_version(folder.path()).unwrap_err().to_string();
        assert!(refused.contains("map/leaflet.js is missing"), "{refused}");
        write("leaflet.js", "1");
        write("map.js", "1");
        let first = map_version(folder.path()).unwrap();
        write("map.js.br", "packed");
        assert_eq!(map_version(folder.path()).unwrap(), first);
        write("map.js", "2");
        assert_ne!(map_version(folder.path()).unwrap(), first);
    }
}
