//! The tool shed: `cargo xtask run`, `cargo xtask test` and what they are made of.
//!
//! Each command installs what it lacks into one folder outside the checkout ([`house`]) and says in one line what it
//! does and about how long that takes. Only the standard library is used, so that the shed itself builds in seconds.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for people at a terminal"
)]

mod house;
mod install;
mod prove;
mod suite;

use std::{env, os::unix::process::CommandExt as _, process::ExitCode};

use house::House;

/// Anything that ends a command, as a sentence for the person who gave it.
type Failure = String;

const USAGE: &str = "\
cargo xtask run [--empty]   builds the release and serves it from ./data, with the demo unless --empty
cargo xtask dev             serves a debug build and builds it again whenever a file changes
cargo xtask test            checks everything: check, all crates, both databases, the browser
cargo xtask check           format, lints for the server and for the wasm
cargo xtask e2e [FILTER…]   builds the release and runs the browser tests
cargo xtask prove NAME      runs a proof of over two minutes and writes its outcome to docs/proofs/NAME.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let house = House::find();
    let done = match arguments.as_slice() {
        ["run"] => run(&house, &[]),
        ["run", "--empty"] => run(&house, &["--empty"]),
        ["dev"] => dev(&house),
        ["test"] => suite::test(&house),
        ["check"] => suite::check(&house),
        ["e2e", filters @ ..] => suite::e2e(&house, filters),
        ["prove", name] => prove::prove(&house, name),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the release and becomes the server.
fn run(house: &House, options: &[&str]) -> Result<(), Failure> {
    install::for_building(house)?;
    house.build()?;
    let mut server = house.command(house.program());
    server.arg("serve").args(options).env("SINERGI_SITE_DIR", house.site());
    if env::var_os("SINERGI_LOG").is_none() {
        server.env("SINERGI_LOG", "plain");
    }
    Err(format!("{}: {}", house.program().display(), server.exec()))
}

/// Serves a debug build, and builds and starts it again at every change.
fn dev(house: &House) -> Result<(), Failure> {
    install::for_building(house)?;
    let mut watch = house.leptos("watch");
    watch
        .args(["--split", "--", "serve"])
        .env("SINERGI_SITE_DIR", house.site())
        .env("SINERGI_LOG", "plain");
    house::done(&mut watch)
}
