//! Proofs: whatever runs over two minutes, or whose outcome a test must not hang on. What a proof prints after `proof: `
//! is its outcome.

use std::{fs, process::Command};

use crate::{
    Failure,
    house::{House, line_of, say},
    install,
    suite::shown,
};

struct Proof {
    name: &'static str,
    by: Means,
    /// What it shows, as the title of its page.
    shows: &'static str,
}

enum Means {
    /// The ignored tests of this crate whose names begin with `prove_NAME`. `test` runs a short form of each.
    Tests(&'static str),
    /// Lighthouse over the release.
    Lighthouse,
}

const PROOFS: [Proof; 3] = [
    Proof {
        name: "lives",
        by: Means::Tests("store"),
        shows: "Random lives are read back from both databases as the rules made them",
    },
    Proof {
        name: "kills",
        by: Means::Tests("server"),
        shows: "A killed server loses no receipt and doubles no case",
    },
    Proof {
        name: "lighthouse",
        by: Means::Lighthouse,
        shows: "Lighthouse, as an old phone on slow 4G loads the pages of a citizen",
    },
];

/// Runs a proof, and writes its outcome to `docs/proofs/NAME.md`.
pub(crate) fn prove(house: &House, name: &str) -> Result<(), Failure> {
    let Some(proof) = PROOFS.iter().find(|proof| proof.name == name) else {
        let names = PROOFS.each_ref().map(|proof| proof.name).join(", ");
        return Err(format!("there is no proof {name}; there are {names}"));
    };
    let mut command = match proof.by {
        Means::Tests(package) => tests(house, package, name),
        Means::Lighthouse => lighthouse(house)?,
    };
    say(&format!("Proving {name} (minutes; it says how far it is)"));
    let mut outcome = Vec::new();
    let is_good = shown(&mut command, |line| {
        outcome.extend(line.strip_prefix("proof: ").map(str::to_owned));
    });
    // Tests that a filter does not find pass as well: what says nothing has proved nothing.
    if !is_good || outcome.is_empty() {
        return Err(format!("{name} is not proved: {}", line_of(&command)));
    }
    let page = format!(
        "# {}\n\n`cargo xtask prove {name}`\n\n{}\n",
        proof.shows,
        outcome.join("\n")
    );
    let folder = house.root.join("docs/proofs");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(format!("{name}.md")), page))
        .map_err(|error| format!("docs/proofs cannot be written: {error}"))
}

fn tests(house: &House, package: &str, name: &str) -> Command {
    let mut tests = house.cargo(&["test", "--package", package, &format!("prove_{name}")]);
    tests.args(["--", "--ignored", "--nocapture"]);
    tests
}

fn lighthouse(house: &House) -> Result<Command, Failure> {
    install::for_building(house)?;
    install::for_browsing(house)?;
    let folder = install::lighthouse(house)?;
    house.build()?;
    let mut node = house.command("node");
    node.arg("end2end/lighthouse.mjs")
        .env("LIGHTHOUSE_DIR", folder)
        .env("TEST_PROGRAM", house.program())
        .env("SINERGI_SITE_DIR", house.site());
    Ok(node)
}
