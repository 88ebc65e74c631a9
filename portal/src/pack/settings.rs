//! `pack.json`: the province and what it has settled: desk, limits, office hours, sensitive services.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::{AgencyKind, Pack, PackError, civil, no_repeats, parse_json};

pub(super) const FILE: &str = "pack.json";

/// Everything in `pack.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Settings {
    /// The province.
    pub province: ProvinceEntry,
    /// The desk that verifies, dispatches and rules.
    pub province_desk: ProvinceDesk,
    /// Tenant that receives whistleblowing and cases with an accused agency.
    pub inspectorate_code: String,
    /// Tenant of the Sekda, for cases that accuse the Inspektorat.
    pub secretary_code: String,
    /// Limits, each with its validity and legal reference. Source: `docs/rules.md`, "Clocks".
    pub limits: Vec<LimitEntry>,
    /// Office hours; where two spans cover a day, the later `valid_from` holds (Ramadan).
    pub office_hours: Vec<OfficeHours>,
    /// Services whose cases start as secret. Source: `docs/rules.md`, "Routing and verification".
    pub sensitive_services: Vec<SensitiveEntry>,
    /// Agencies whose cases start as secret.
    pub sensitive_agencies: Vec<SensitiveEntry>,
}

/// The province.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ProvinceEntry {
    /// Code of the Ministry of Home Affairs, `65`.
    pub code: String,
    /// `Kalimantan Utara`.
    pub name: String,
    /// `Kaltara`.
    pub short_name: String,
    /// Three capital letters that begin every tracking code, `KTR`.
    pub code_prefix: String,
    /// Name in the time zone database.
    pub time_zone: String,
    /// What people write after a time, `WITA`.
    pub time_zone_label: String,
    /// Fixed offset of the zone. Unit: minutes east of UTC.
    pub utc_offset_minutes: i16,
    /// Languages of the pages, the first by default.
    pub languages: Vec<String>,
}

/// The province desk; a tenant that is no agency of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ProvinceDesk {
    /// Its code as a tenant, `PROVINSI`.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// English name.
    pub name_en: String,
    /// Agencies whose officers sit there; accusing one of them accuses the desk too.
    pub staffed_by: Vec<String>,
}

/// What a limit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitClock {
    /// From receipt to dispatch.
    Verification,
    /// From dispatch to the first reply.
    FirstResponse,
    /// From receipt to the answer.
    Resolution,
    /// From receipt to the answer, when a field examination is needed.
    ResolutionSupervision,
    /// Information request under UU 14/2008.
    Ppid,
    /// What may be added once to it.
    PpidExtension,
    /// The window of an offer.
    Offer,
    /// A ruling awaited.
    Ruling,
    /// Data asked of the citizen.
    CitizenData,
    /// The citizen's word on an answer.
    CitizenAnswer,
    /// From reopening to a reply.
    ReopenedReply,
    /// From reopening to an answer.
    ReopenedAnswer,
    /// From an end to the objection.
    Objection,
    /// From a data request to data that still revives an archived case.
    LateData,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Days without weekends, holidays and joint leave.
    WorkingDay,
    /// All days.
    CalendarDay,
}

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LimitEntry {
    /// What it is for.
    pub clock: LimitClock,
    /// Kinds of case it holds for (`complaint`, `aspiration`, …); empty means all.
    pub kinds: Vec<String>,
    /// Days. Range: 1 to 60.
    pub days: u16,
    /// What the days are.
    pub unit: DayUnit,
    /// First day on which it holds.
    #[serde(deserialize_with = "civil::date")]
    pub valid_from: Date,
    /// The law or agreement it rests on.
    pub reference: String,
}

/// Office hours in a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OfficeHours {
    /// First day.
    #[serde(deserialize_with = "civil::date")]
    pub valid_from: Date,
    /// Last day; none means until further notice.
    #[serde(deserialize_with = "civil::optional_date")]
    pub valid_until: Option<Date>,
    /// The regulation they rest on.
    pub reference: String,
    /// Monday to Thursday.
    pub monday_to_thursday: OfficeDay,
    /// Friday.
    pub friday: OfficeDay,
}

/// One office day, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct OfficeDay {
    /// Opening.
    #[serde(deserialize_with = "civil::time")]
    pub opens: Time,
    /// Closing.
    #[serde(deserialize_with = "civil::time")]
    pub closes: Time,
    /// Start of the break.
    #[serde(deserialize_with = "civil::time")]
    pub break_from: Time,
    /// End of the break.
    #[serde(deserialize_with = "civil::time")]
    pub break_until: Time,
}

/// Why a case starts as secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitive {
    /// Violence against a person.
    Violence,
    /// Adoption of a child.
    Adoption,
    /// Somebody's health.
    Health,
    /// A child.
    Children,
    /// Wrongdoing by an official.
    Violation,
}

/// A service or agency whose cases start as secret.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SensitiveEntry {
    /// Code of the service or agency.
    pub code: String,
    /// Why.
    pub why: Sensitive,
}

impl Settings {
    /// Whether a case about this service or at this agency starts as secret.
    pub fn starts_secret(&self, service: Option<&str>, agency: Option<&str>) -> bool {
        let listed = |list: &[SensitiveEntry], code: Option<&str>| {
            code.is_some_and(|code| list.iter().any(|entry| entry.code == code))
        };
        listed(&self.sensitive_services, service) || listed(&self.sensitive_agencies, agency)
    }

    /// The limit of `clock` for a case of `kind` on `day`; the newest that is valid.
    pub fn find_limit(&self, clock: LimitClock, kind: &str, day: Date) -> Option<&LimitEntry> {
        self.limits
            .iter()
            .filter(|limit| limit.clock == clock && limit.valid_from <= day)
            .filter(|limit| limit.kinds.is_empty() || limit.kinds.iter().any(|name| name == kind))
            .max_by_key(|limit| limit.valid_from)
    }

    /// The office hours of `day`; none on weekends or before any are set. Holidays are not looked at.
    pub fn find_office_day(&self, day: Date) -> Option<&OfficeDay> {
        let hours = self
            .office_hours
            .iter()
            .filter(|hours| hours.valid_from <= day && hours.valid_until.is_none_or(|last| day <= last))
            .max_by_key(|hours| hours.valid_from)?;
        match day.weekday().to_monday_one_offset() {
            1..=4 => Some(&hours.monday_to_thursday),
            5 => Some(&hours.friday),
            _ => None,
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Settings, PackError> {
    parse_json(FILE, text)
}

pub(super) fn check(pack: &Pack) -> Result<(), PackError> {
    let settings = &pack.settings;
    let prefix = &settings.province.code_prefix;
    if prefix.len() != 3 || !prefix.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(PackError::entry(FILE, prefix, "is not three capital letters"));
    }
    check_desks(pack)?;
    for limit in &settings.limits {
        if !(1..=60).contains(&limit.days) {
            return Err(PackError::entry(
                FILE,
                format!("{:?}", limit.clock),
                "is not 1 to 60 days",
            ));
        }
    }
    for hours in &settings.office_hours {
        for day in [hours.monday_to_thursday, hours.friday] {
            if !(day.opens < day.break_from && day.break_from <= day.break_until && day.break_until < day.closes) {
                return Err(PackError::entry(
                    FILE,
                    hours.valid_from.to_string(),
                    "has hours out of order",
                ));
            }
        }
    }
    no_repeats(
        FILE,
        settings.sensitive_services.iter().map(|entry| entry.code.as_str()),
    )?;
    match settings
        .sensitive_services
        .iter()
        .find(|entry| pack.find_service(&entry.code).is_none())
    {
        Some(stray) => Err(PackError::entry(FILE, &stray.code, "is no service")),
        None => Ok(()),
    }
}

/// Every desk that `pack.json` names is a tenant.
fn check_desks(pack: &Pack) -> Result<(), PackError> {
    let settings = &pack.settings;
    let named = [&settings.inspectorate_code, &settings.secretary_code]
        .into_iter()
        .chain(&settings.province_desk.staffed_by)
        .chain(settings.sensitive_agencies.iter().map(|entry| &entry.code));
    for code in named {
        if !pack
            .find_agency(code)
            .is_some_and(|agency| agency.is_tenant && agency.kind != AgencyKind::ProvinceDesk)
        {
            return Err(PackError::entry(FILE, code, "is no agency that works here"));
        }
    }
    Ok(())
}
