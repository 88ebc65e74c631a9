//! The built files for the browser: their names, and the services that hand them out.

use std::{collections::HashMap, fmt::Write as _, fs, io, path::Path};

use app::{
    shell::Assets,
    text::{Lang, words_for},
};
use axum::{
    Router,
    http::{HeaderValue, StatusCode, header},
    middleware::map_response,
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

/// `/pkg/…`, kept forever, and every file of `public/` by its name.
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
