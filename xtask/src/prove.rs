//! Proofs: whatever runs over two minutes. `test` runs a short form of each.

use std::{fs, process::Command};

use crate::{Failure, house::House, house::line_of, house::say, suite::shown};

/// Runs the ignored tests whose names begin with `prove_NAME`. What they print after `proof: ` is their outcome.
pub(crate) fn prove(house: &House, name: &str) -> Result<(), Failure> {
    if name.is_empty() || !name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_') {
        return Err("a proof has a name of small letters, as in `cargo xtask prove kills`".to_owned());
    }
    say(&format!(
        "Proving {name} (minutes to hours; the tests say how far they are)"
    ));
    let filter = format!("prove_{name}");
    let mut tests: Command = house.cargo(&["test", "--release", &filter, "--", "--ignored", "--nocapture"]);
    let (mut outcome, mut has_run) = (Vec::new(), false);
    let is_good = shown(&mut tests, |line| {
        has_run |= line.starts_with("test result: ") && !line.contains(" 0 passed;");
        outcome.extend(line.strip_prefix("proof: ").map(str::to_owned));
    });
    if !(is_good && has_run) {
        return Err(format!("{name} is not proved: {}", line_of(&tests)));
    }
    let page = format!(
        "# Proof: {name}\n\n`cargo xtask prove {name}`\n\n{}\n",
        outcome.join("\n")
    );
    let folder = house.root.join("docs/proofs");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(format!("{name}.md")), page))
        .map_err(|error| format!("docs/proofs cannot be written: {error}"))
}
