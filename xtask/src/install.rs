//! Installs what is missing, and says so. Where it may not, it names the exact command.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    Failure,
    house::{House, asked, done, say},
};

/// A program from crates.io, exactly this version: both must fit the `wasm-bindgen` that the wasm is built with.
struct Tool {
    name: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    minutes: &'static str,
}

const TOOLS: [Tool; 2] = [
    // `no_downloads`: it must use our wasm-opt and wasm-bindgen, and fetch nothing by itself.
    Tool {
        name: "cargo-leptos",
        version: "0.3.10",
        options: &["--no-default-features", "--features", "no_downloads"],
        minutes: "about 8 minutes on two cores",
    },
    Tool {
        name: "wasm-bindgen-cli",
        version: "0.2.126",
        options: &[],
        minutes: "about 3 minutes on two cores",
    },
];

/// What the release needs: the wasm target, cargo-leptos, wasm-bindgen, wasm-opt.
pub(crate) fn for_building(house: &House) -> Result<(), Failure> {
    wasm_target(house)?;
    for tool in &TOOLS {
        cargo_tool(house, tool)?;
    }
    npm_packages(house)?;
    map_library(house)
}

/// What the tests need besides: PostgreSQL for the archive, exiftool for files, Chromium for the browser tests.
pub(crate) fn for_testing(house: &House) -> Result<(), Failure> {
    debian_package(
        house,
        "postgresql",
        "PostgreSQL, for the archive's tests",
        has_postgres(),
    )?;
    debian_package(
        house,
        "libimage-exiftool-perl",
        "exiftool, for the tests of files",
        on_path("exiftool"),
    )?;
    for_browsing(house)
}

/// What the browser tests need besides.
pub(crate) fn for_browsing(house: &House) -> Result<(), Failure> {
    debian_package(
        house,
        "chromium",
        "Chromium, for the browser tests",
        on_path("chromium"),
    )
}

/// What the lints need: the wasm target.
pub(crate) fn wasm_target(house: &House) -> Result<(), Failure> {
    let sysroot = asked(house.command("rustc").args(["--print", "sysroot"])).ok_or("rustc does not answer")?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib/wasm32-unknown-unknown")
        .is_dir()
    {
        return Ok(());
    }
    say("Installing the wasm target of Rust (seconds)");
    done(
        house
            .command("rustup")
            .args(["target", "add", "wasm32-unknown-unknown"]),
    )
}

fn cargo_tool(house: &House, tool: &Tool) -> Result<(), Failure> {
    let Tool {
        name,
        version,
        options,
        minutes,
    } = tool;
    let installed = fs::read_to_string(house.tools().join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("\"{name} {version} ")) {
        return Ok(());
    }
    say(&format!("Installing {name} {version} ({minutes})"));
    let build = house.cache.join("tools-build");
    let mut install = house.cargo(&["install", "--locked", "--version", version, "--root"]);
    // A tool that runs for a second need not be optimised for minutes.
    install
        .arg(house.tools())
        .args(*options)
        .arg(name)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
    done(&mut install)?;
    // Only the program is needed again. What cannot be removed does not matter either.
    let _ = fs::remove_dir_all(build);
    Ok(())
}

/// `node_modules` beside a copy of the lock, and a link to it from the checkout, where Node looks for packages.
fn npm_packages(house: &House) -> Result<(), Failure> {
    let npm = house.npm();
    let is_same = |name: &str| fs::read(house.root.join(name)).ok() == fs::read(npm.join(name)).ok();
    if !(npm.join("node_modules/.package-lock.json").exists()
        && is_same("package.json")
        && is_same("package-lock.json"))
    {
        if !on_path("npm") {
            return Err("npm is missing: install Node 20 or newer, with npm".to_owned());
        }
        say("Installing npm packages: wasm-opt, Leaflet, Playwright, axe (about a minute)");
        written(fs::create_dir_all(&npm))?;
        for name in ["package.json", "package-lock.json"] {
            written(fs::copy(house.root.join(name), npm.join(name)))?;
        }
        let mut install = house.command("npm");
        install
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&npm)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        done(&mut install)?;
    }
    let link = house.root.join("node_modules");
    if fs::read_link(&link).ok() == Some(npm.join("node_modules")) {
        return Ok(());
    }
    // A link to an older cache is replaced; a real folder is somebody's own and is left alone.
    let _ = fs::remove_file(&link);
    if link.exists() {
        return Ok(());
    }
    written(std::os::unix::fs::symlink(npm.join("node_modules"), link))
}

/// Leaflet beside our own files that draw maps, whence it goes into the site with them. Its licence goes along.
fn map_library(house: &House) -> Result<(), Failure> {
    let (from, to) = (house.npm().join("node_modules/leaflet"), house.root.join("public/map"));
    for (name, copy) in [
        ("dist/leaflet.js", "leaflet.js"),
        ("dist/leaflet.css", "leaflet.css"),
        ("LICENSE", "leaflet-LICENSE.txt"),
    ] {
        let (name, copy) = (from.join(name), to.join(copy));
        // A copy that is newer than before would let the build begin anew.
        if fs::read(&name).ok() != fs::read(&copy).ok() {
            written(fs::copy(name, copy))?;
        }
    }
    Ok(())
}

/// Lighthouse, in a folder of its own, as only its proof needs it. Gives that folder.
pub(crate) fn lighthouse(house: &House) -> Result<PathBuf, Failure> {
    /// The last that runs on Node 20.
    const VERSION: &str = "12.8.2";
    let folder = house.cache.join("lighthouse");
    let installed = fs::read_to_string(folder.join("node_modules/lighthouse/package.json")).unwrap_or_default();
    if !installed.contains(&format!("\"version\": \"{VERSION}\"")) {
        say(&format!("Installing Lighthouse {VERSION} (about a minute)"));
        written(fs::create_dir_all(&folder))?;
        let mut install = house.command("npm");
        install
            .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
            .arg(&folder)
            .arg(format!("lighthouse@{VERSION}"))
            .current_dir(&folder);
        done(&mut install)?;
    }
    Ok(folder)
}

fn debian_package(house: &House, package: &str, what: &str, is_there: bool) -> Result<(), Failure> {
    if is_there {
        return Ok(());
    }
    let is_root = asked(house.command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !(is_root && on_path("apt-get")) {
        return Err(format!(
            "{what} is missing. Install it, then try again:\n    sudo apt-get install -y {package}"
        ));
    }
    say(&format!("Installing {what} (about a minute)"));
    done(house.command("apt-get").args(["update", "-qq"]))?;
    done(
        house
            .command("apt-get")
            .args(["install", "-y", "-qq", package])
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn has_postgres() -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    on_path("initdb")
        || versions
            .into_iter()
            .any(|version| version.path().join("bin/initdb").exists())
}

fn on_path(program: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(program).is_file())
}

fn written<T>(result: std::io::Result<T>) -> Result<(), Failure> {
    result
        .map(drop)
        .map_err(|error| format!("the cache cannot be written: {error}"))
}
