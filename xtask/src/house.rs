//! Where things are: the checkout, and the one folder outside it that keeps tools and builds.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use crate::Failure;

/// The checkout and its cache.
pub(crate) struct House {
    /// The root of the checkout.
    pub root: PathBuf,
    /// `$SINERGI_CACHE`, else `sinergi` in `$XDG_CACHE_HOME` or in `~/.cache`.
    pub cache: PathBuf,
}

impl House {
    pub(crate) fn find() -> Self {
        let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .unwrap_or(Path::new("."))
            .to_owned();
        let cache = folder("SINERGI_CACHE")
            .or_else(|| folder("XDG_CACHE_HOME").map(|caches| caches.join("sinergi")))
            .or_else(|| folder("HOME").map(|home| home.join(".cache/sinergi")))
            .unwrap_or_else(|| root.join("target/cache"));
        Self { root, cache }
    }

    /// Cargo-installed tools; programs in `bin`.
    pub(crate) fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// `package.json` with its lock and `node_modules`.
    pub(crate) fn npm(&self) -> PathBuf {
        self.cache.join("npm")
    }

    /// Native builds. The wasm has `front` in it to itself, so `ssr` and `hydrate` never undo one another's work.
    pub(crate) fn target(&self) -> PathBuf {
        self.cache.join("target/server")
    }

    /// Wasm builds.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target().join("front")
    }

    /// What cargo-leptos builds for the browser.
    pub(crate) fn site(&self) -> PathBuf {
        self.target().join("site")
    }

    /// The release of the server.
    pub(crate) fn program(&self) -> PathBuf {
        self.target().join("release/sinergi")
    }

    /// A command in the checkout, with the tools on its path and one place for builds.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let ours = [self.tools().join("bin"), self.npm().join("node_modules/.bin")];
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(ours.into_iter().chain(env::split_paths(&path))).unwrap_or(path);
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", path)
            .env("CARGO_TARGET_DIR", self.target());
        // The server reads every `SINERGI_…` variable as a setting of its own.
        command.env_remove("SINERGI_CACHE");
        // What `cargo run` says about this package would make build scripts of others run again.
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(name);
            }
        }
        command
    }

    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = self.command("cargo");
        cargo.args(arguments);
        cargo
    }

    pub(crate) fn leptos(&self, verb: &str) -> Command {
        self.cargo(&["leptos", verb])
    }

    /// Builds server and wasm as they are shipped, files compressed beside themselves.
    pub(crate) fn build(&self) -> Result<(), Failure> {
        say("Building the release (about 6 minutes the first time, else as much as changed)");
        done(self.leptos("build").args(["--release", "--split", "--precompress"]))
    }
}

/// One line about what happens now.
pub(crate) fn say(line: &str) {
    eprintln!("==> {line}");
}

/// Runs to the end.
pub(crate) fn done(command: &mut Command) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{}: {status}", line_of(command))),
        Err(error) => Err(format!("{}: {error}", line_of(command))),
    }
}

/// Runs quietly and gives what it printed, if it went well.
pub(crate) fn asked(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The command as it would be typed.
pub(crate) fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
