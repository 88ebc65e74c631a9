//! `sinergi admin`: what is done beside the running server.

use std::{
    error::Error,
    fmt::Display,
    fs,
    io::{self, IsTerminal as _},
    path::PathBuf,
};

use clap::{Args, Subcommand};
use domain::{lang::Lang, permit::Role, text::FieldError};
use portal::{IMPORT_BYTES_MAX, Typed};

use crate::{config::Config, logs::say, office};

/// Acts of the person who runs the server.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Makes an account. Asks for its password, or reads it from the first line of standard input.
    Create(NewAccount),
    /// Keeps the holidays of a new decree as the next version of the calendar.
    Calendar(NewCalendar),
    /// Keeps the boundaries of regencies, districts and villages for maps, in place of those that were kept.
    Places(NewPlaces),
}

/// The calendar to keep.
#[derive(Debug, Args)]
pub struct NewCalendar {
    /// A file like `data/kaltara/holidays.json`, with every day that counts, old ones too.
    #[arg(long)]
    file: PathBuf,
    /// The decree, as citizens read it in the history of their case: "SKB 3 Menteri 2027, perubahan 3 Mei 2027".
    #[arg(long)]
    source: String,
}

/// The boundaries to keep.
#[derive(Debug, Args)]
pub struct NewPlaces {
    /// A GeoJSON file: a FeatureCollection of Polygons, `MultiPolygons` and Points in degrees (WGS 84).
    file: PathBuf,
    /// The property of a feature that holds the official code of its place: 65.01, 65.01.05, 65.01.05.1001.
    #[arg(long, default_value = "code")]
    code_property: String,
    /// Whose data they are, as maps then name it: "Badan Informasi Geospasial 2025".
    #[arg(long, default_value = "")]
    source: String,
}

/// The account to make.
#[derive(Debug, Args)]
pub struct NewAccount {
    /// Code of the agency, as in the data pack: DPMPTSP.
    #[arg(long)]
    agency: String,
    /// What the person is there: province_admin, province_leader, agency_admin, liaison_officer, handler, …
    #[arg(long, value_parser = role)]
    role: Role,
    /// Full name.
    #[arg(long)]
    name: String,
    /// Name to sign in with, usually the office e-mail.
    #[arg(long)]
    sign_in: String,
}

/// A report of usual length, to see how long a suggestion takes.
const PROBE: &str = "Jalan poros dari kampung kami ke kota rusak berat sejak bulan lalu, penuh lubang dan lumpur, sudah \
    tiga motor jatuh dan mobil sayur tidak bisa lewat, mohon segera diperbaiki.";
/// How often it is asked for.
const PROBES: u32 = 1_000;

/// Lets the clerk learn anew, here to prove that it can, and in every running server within a minute.
///
/// # Errors
/// If the data cannot be opened or read.
pub async fn retrain(config: &Config) -> Result<(), Box<dyn Error>> {
    let (portal, _) = office::open(config).await?;
    let begun = std::time::Instant::now();
    let lessons = portal.ask_retraining().await?;
    say(&format!(
        "Learned from the data pack and {lessons} decisions of officers in {} ms.",
        begun.elapsed().as_millis()
    ));
    let probe = Typed(vec![
        ("body".to_owned(), PROBE.to_owned()),
        ("regency".to_owned(), "65.01".to_owned()),
    ]);
    let begun = std::time::Instant::now();
    for _ in 0..PROBES {
        let _ = portal.citizen().suggest(&probe, Lang::Id);
    }
    say(&format!(
        "One suggestion takes {} µs.",
        begun.elapsed().as_micros() / u128::from(PROBES)
    ));
    say("Running servers do the same within a minute.");
    Ok(())
}

fn role(code: &str) -> Result<Role, String> {
    let known = || {
        Role::ALL
            .iter()
            .map(|role| role.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    Role::find(code).ok_or_else(|| format!("one of: {}", known()))
}

/// Does what was asked, and says what comes next.
///
/// # Errors
/// If the data cannot be opened, or the account cannot be made as it was described.
pub async fn run(config: &Config, act: Admin) -> Result<(), Box<dyn Error>> {
    match act {
        Admin::Create(new) => create(config, new).await,
        Admin::Calendar(new) => add_calendar(config, &new).await,
        Admin::Places(new) => import_places(config, &new).await,
    }
}

async fn add_calendar(config: &Config, new: &NewCalendar) -> Result<(), Box<dyn Error>> {
    let days = fs::read_to_string(&new.file).map_err(|cause| format!("{}: {cause}", new.file.display()))?;
    let (portal, _) = office::open(config).await?;
    let version = portal.add_calendar(&days, &new.source).await?;
    say(&format!(
        "Kept as version {} of the calendar: {}",
        version.0, new.source
    ));
    say("Restart the server: it then moves the limits of open cases, each with a line in its history.");
    Ok(())
}

async fn import_places(config: &Config, new: &NewPlaces) -> Result<(), Box<dyn Error>> {
    let named = |cause: &dyn Display| format!("{}: {cause}", new.file.display());
    let bytes = fs::metadata(&new.file).map_err(|cause| named(&cause))?.len();
    if bytes > u64::try_from(IMPORT_BYTES_MAX)? {
        return Err(named(&format!("longer than {IMPORT_BYTES_MAX} bytes: simplify it first")).into());
    }
    let text = fs::read_to_string(&new.file).map_err(|cause| named(&cause))?;
    let (portal, _) = office::open(config).await?;
    let done = portal
        .import_boundaries(&text, &new.code_property, &new.source)
        .await
        .map_err(|cause| named(&cause))?;
    say(&format!(
        "Kept: areas of {} regencies, {} districts and {} villages, and {} points; {} kB, without corners smaller than {} m.",
        done.regencies,
        done.districts,
        done.villages,
        done.points,
        done.bytes.div_ceil(1_000),
        done.metres
    ));
    say("Restart the server: its maps then show them, and a point says which place it lies in.");
    Ok(())
}

async fn create(config: &Config, new: NewAccount) -> Result<(), Box<dyn Error>> {
    let (portal, _) = office::open(config).await?;
    let password = tokio::task::spawn_blocking(read_password).await??;
    let made = portal
        .account()
        .create(&new.agency, new.role, &new.name, &new.sign_in, &password)
        .await;
    match made {
        Ok(()) => {
            say(&format!(
                "{} may now sign in at http://localhost:{}/masuk",
                new.sign_in,
                config.address.port()
            ));
            say("The server need not be restarted. If it does not run: sinergi serve");
            Ok(())
        }
        Err(portal::Error::Fields(fields)) => Err(sentence(&fields).into()),
        Err(error) => Err(error.into()),
    }
}

/// What to mend, for the person at the terminal.
fn sentence(fields: &[(String, FieldError)]) -> String {
    let lines = fields.iter().map(|(field, problem)| match (field.as_str(), problem) {
        ("agency", _) => "no agency has the code given with --agency".to_owned(),
        ("sign_in_name", FieldError::Unknown) => "somebody signs in by the name given with --sign-in".to_owned(),
        ("password", FieldError::TooShort { min, .. }) => format!("the password needs {min} characters or more"),
        (field, problem) => format!("{field}: {problem}"),
    });
    format!("the account was not made: {}", lines.collect::<Vec<_>>().join("; "))
}

fn read_password() -> io::Result<String> {
    if io::stdin().is_terminal() {
        return rpassword::prompt_password("Password (12 characters or more): ");
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
