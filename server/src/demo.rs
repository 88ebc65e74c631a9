//! The demonstration: filled in on the first start, and its logins told on every start.

use std::{collections::BTreeSet, error::Error};

use portal::{Portal, demo::Demo};

use crate::{data_dir::DataDir, logs::say};

/// The password of every officer of the demonstration. Outside of it no account has a password that anybody knows.
const PASSWORD: &str = "demo-kaltara-2026";

/// Fills an empty archive, and keeps what its first reader needs beside it.
///
/// # Errors
/// If the archive fails, or the folder cannot be written.
pub async fn fill(portal: &Portal, folder: &DataDir) -> Result<(), Box<dyn Error>> {
    say("Filling in the demonstration: a few hundred invented cases. Some seconds, once.");
    let _filling = folder.begin_demo()?;
    let demo = portal.perform_demo(PASSWORD).await?;
    folder.keep_demo(&told(&demo))?;
    Ok(())
}

/// Tells the logins again, if this archive holds the demonstration.
///
/// # Errors
/// If the folder cannot be read.
pub fn tell(folder: &DataDir) -> Result<(), Box<dyn Error>> {
    if let Some(told) = folder.demo()? {
        told.lines().for_each(say);
    }
    Ok(())
}

/// One officer of each role, the password, and a receipt.
fn told(demo: &Demo) -> String {
    let mut roles = BTreeSet::new();
    let mut lines = vec![format!(
        "Demonstration: {} invented cases. Sign in at /masuk, password {PASSWORD}",
        demo.cases
    )];
    for officer in demo.officers.iter().filter(|officer| roles.insert(officer.role)) {
        let (sign_in, role, agency) = (&officer.sign_in, officer.role.as_str(), &officer.agency);
        lines.push(format!("  {sign_in:<26} {role:<16} {agency}"));
    }
    if let Some(receipt) = &demo.receipt {
        lines.push(format!(
            "A report to follow at /lacak: code {}, secret {}",
            receipt.code, receipt.secret
        ));
    }
    lines.join("\n")
}
