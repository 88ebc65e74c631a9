//! The checks and tests, one after the other, and their sum.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    time::Instant,
};

use crate::{
    Failure,
    house::{House, say},
    install,
};

/// What passed and what failed, over all steps.
#[derive(Default)]
struct Sum {
    passed: u64,
    failed: u64,
    lines: Vec<String>,
}

/// How many tests one printed line tells of.
type Count = fn(&str) -> Option<(u64, u64)>;

/// `cargo xtask check`.
pub(crate) fn check(house: &House) -> Result<(), Failure> {
    install::wasm_target(house)?;
    let mut sum = Sum::default();
    lints(house, &mut sum);
    sum.told()
}

/// `cargo xtask test`.
pub(crate) fn test(house: &House) -> Result<(), Failure> {
    install::for_building(house)?;
    install::for_testing(house)?;
    let mut sum = Sum::default();
    lints(house, &mut sum);
    sum.step(
        "tests of all crates",
        &mut house.cargo(&["test", "--no-fail-fast"]),
        cargo_tests,
    );
    browser(house, &[], &mut sum);
    sum.told()
}

/// `cargo xtask e2e`.
pub(crate) fn e2e(house: &House, filters: &[&str]) -> Result<(), Failure> {
    install::for_building(house)?;
    install::for_browsing(house)?;
    let mut sum = Sum::default();
    browser(house, filters, &mut sum);
    sum.told()
}

/// Format and lints. The server side and the wasm are linted apart, as they are built: `ssr` and `hydrate` never meet.
fn lints(house: &House, sum: &mut Sum) {
    sum.step("format", &mut house.cargo(&["fmt", "--all", "--check"]), |_| None);
    let deny = ["--", "--deny", "warnings"];
    let mut server = house.cargo(&["clippy", "--all-targets"]);
    sum.step("lints of the server side", server.args(deny), |_| None);
    let mut wasm = house.cargo(&["clippy", "--package", "frontend", "--target", "wasm32-unknown-unknown"]);
    sum.step(
        "lints of the wasm",
        wasm.arg("--target-dir").arg(house.wasm_target()).args(deny),
        |_| None,
    );
}

fn browser(house: &House, filters: &[&str], sum: &mut Sum) {
    if let Err(failure) = house.build() {
        sum.add("release build", 0, 1, &failure);
        return;
    }
    sum.add("release build", 1, 0, "");
    let mut playwright = house.command("playwright");
    playwright
        .args(["test", "--config", "end2end/playwright.config.ts"])
        .args(filters)
        .env("TEST_PROGRAM", house.program())
        .env("SINERGI_SITE_DIR", house.site());
    sum.step("browser tests", &mut playwright, browser_tests);
}

impl Sum {
    /// Runs one step, shows what it prints, and counts. A step that names no tests counts as one.
    fn step(&mut self, name: &str, command: &mut Command, count: Count) {
        say(name);
        let started = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        let is_good = shown(command, |line| {
            if let Some((good, bad)) = count(line) {
                passed += good;
                failed += bad;
            }
        });
        match (is_good, passed, failed) {
            (true, 0, 0) => passed = 1,
            (false, _, 0) => failed = 1,
            _ => {}
        }
        self.add(name, passed, failed, &format!("{} s", started.elapsed().as_secs()));
    }

    fn add(&mut self, name: &str, passed: u64, failed: u64, note: &str) {
        self.passed += passed;
        self.failed += failed;
        self.lines
            .push(format!("  {name}: {passed} passed, {failed} failed  {note}"));
    }

    /// Prints the summary, and fails if anything did.
    fn told(self) -> Result<(), Failure> {
        println!(
            "\nSummary\n{}\n{} passed, {} failed",
            self.lines.join("\n"),
            self.passed,
            self.failed
        );
        if self.failed == 0 {
            Ok(())
        } else {
            Err("Something failed: see above.".to_owned())
        }
    }
}

/// Runs a command, shows its lines as they come and gives each to `read`. Whether it ended well.
pub(crate) fn shown(command: &mut Command, mut read: impl FnMut(&str)) -> bool {
    let Ok(mut child) = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| eprintln!("{error}"))
    else {
        return false;
    };
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            read(&line);
        }
    }
    child.wait().is_ok_and(|status| status.success())
}

/// `test result: ok. 12 passed; 0 failed; …`
fn cargo_tests(line: &str) -> Option<(u64, u64)> {
    let counts = line.strip_prefix("test result: ")?;
    Some((number_before(counts, " passed;")?, number_before(counts, " failed;")?))
}

/// `  12 passed (3.4s)`, `  1 failed`, `  2 did not run`: each on a line of its own.
fn browser_tests(line: &str) -> Option<(u64, u64)> {
    let (number, word) = line.trim().split_once(' ')?;
    let number = number.parse().ok()?;
    match word.split(" (").next()? {
        "passed" => Some((number, 0)),
        "failed" | "flaky" | "interrupted" | "did not run" => Some((0, number)),
        _ => None,
    }
}

/// The number that stands before `words`.
fn number_before(line: &str, words: &str) -> Option<u64> {
    line.split_once(words)?.0.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_cargo_are_counted() {
        assert_eq!(
            cargo_tests("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured"),
            Some((12, 0))
        );
        assert_eq!(
            cargo_tests("test result: FAILED. 3 passed; 2 failed; 0 ignored"),
            Some((3, 2))
        );
        assert_eq!(cargo_tests("test a_test ... ok"), None);
    }

    #[test]
    fn the_results_of_playwright_are_counted() {
        assert_eq!(browser_tests("  12 passed (3.4s)"), Some((12, 0)));
        assert_eq!(browser_tests("  1 failed"), Some((0, 1)));
        assert_eq!(browser_tests("  2 did not run"), Some((0, 2)));
        assert_eq!(browser_tests("  3 skipped"), None);
        assert_eq!(browser_tests("Running 12 tests using 2 workers"), None);
    }
}
