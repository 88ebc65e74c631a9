//! Proofs: whatever runs over two minutes. `test` runs a short form of each.

use std::{fs, process::Command};

use crate::{Failure, house::House, house::line_of, house::say, suite::shown};

/// A proof: ignored tests of one crate whose names begin with `prove_NAME`. What they print after `proof: ` is their
/// outcome.
struct Proof {
    name: &'static str,
    package: &'static str,
    /// What it shows, as the title of its page.
    shows: &'static str,
}

const PROOFS: [Proof; 2] = [
    Proof {
        name: "lives",
        package: "store",
        shows: "Random lives are read back from both databases as the rules made them",
    },
    Proof {
        name: "kills",
        package: "server",
        shows: "A killed server loses no receipt and doubles no case",
    },
];

/// Runs a proof with the build of the tests, and writes its outcome to `docs/proofs/NAME.md`.
pub(crate) fn prove(house: &House, name: &str) -> Result<(), Failure> {
    let Some(proof) = PROOFS.iter().find(|proof| proof.name == name) else {
        let names = PROOFS.map(|proof| proof.name).join(", ");
        return Err(format!("there is no proof {name}; there are {names}"));
    };
    say(&format!("Proving {name} (minutes; the tests say how far they are)"));
    let filter = format!("prove_{name}");
    let mut tests: Command = house.cargo(&["test", "--package", proof.package, &filter]);
    tests.args(["--", "--ignored", "--nocapture"]);
    let (mut outcome, mut has_run) = (Vec::new(), false);
    let is_good = shown(&mut tests, |line| {
        has_run |= line.starts_with("test result: ") && !line.contains(" 0 passed;");
        outcome.extend(line.strip_prefix("proof: ").map(str::to_owned));
    });
    if !(is_good && has_run) {
        return Err(format!("{name} is not proved: {}", line_of(&tests)));
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
