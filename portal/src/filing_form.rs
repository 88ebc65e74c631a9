//! The filing form, parsed once into a [`NewCase`]: field errors stop here, and what was typed stays with the page.

use crate::{Error, Typed, pack::Pack, typed::Reading};
use domain::{
    facts::{Contact, Facts, Identity, LicenceFacts, NewCase, Nib, Place, RegionCode},
    id::AgencyId,
    kind::{Channel, Kind, Subject, Visibility},
    limits,
    text::{Body, FieldError, Line},
    time::Timestamp,
    view::directory::Directory,
};
use jiff::civil::Date;

/// What the form is read against.
pub(crate) struct Ground<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) directory: &'a Directory,
    pub(crate) now: Timestamp,
    pub(crate) channel: Channel,
}

/// A filing as it was asked for, with the key that makes it one filing however often it is sent.
pub(crate) struct Filing {
    pub(crate) asked: NewCase,
    pub(crate) key: String,
}

/// Reads the form.
///
/// # Errors
/// [`Error::Fields`] with every field that cannot be taken as it is.
pub(crate) fn parse(typed: &Typed, ground: &Ground<'_>) -> Result<Filing, Error> {
    let mut form = Reading::of(typed);
    let kind = form.needed("kind", |code| Kind::find(code).ok_or(FieldError::Unknown));
    let body = form.needed("body", Body::try_from);
    let event_date = form.optional("event_date", |text| past_date(text, ground.now));
    let region = region(&mut form, ground.pack);
    let landmark = form.optional("landmark", Line::try_from);
    let agency = form.optional("agency", |code| {
        ground.directory.find_agency(code).ok_or(FieldError::Unknown)
    });
    let service = form.optional("service", |code| known_service(code, ground.pack));
    let subject = form.optional("subject", |code| Subject::find(code).ok_or(FieldError::Unknown));
    let licence = licence(&mut form, ground.now);
    let visibility = form.needed("visibility", |code| Visibility::find(code).ok_or(FieldError::Unknown));
    let identity = Identity {
        name: form.optional("name", Line::try_from),
        contact: form.optional("contact", Contact::try_from),
    };
    let consent = form.needed("consent", |text| {
        if text == "yes" {
            Ok(())
        } else {
            Err(FieldError::Missing)
        }
    });
    let filed_at = form
        .text("filed_at")
        .parse()
        .ok()
        .map(Timestamp::from_ms)
        .filter(|at| *at <= ground.now);
    let key = form.text("key").to_owned();
    let filing = (|| {
        let facts = Facts {
            body: body?,
            title: None,
            event_date,
            place: Place {
                region: region?,
                landmark,
            },
            service,
            subject,
            licence,
        };
        consent?;
        let asked = NewCase {
            kind: kind?,
            facts,
            agency,
            visibility: visibility?,
            identity,
            channel: ground.channel,
            filed_at,
        };
        Some(Filing { asked, key })
    })();
    form.done(filing)
}

/// The finest place that was given. A village may be typed by its name, in the district that was chosen.
fn region(form: &mut Reading<'_>, pack: &Pack) -> Option<RegionCode> {
    let regency = form.needed("regency", |code| {
        pack.find_regency(code)
            .map(|found| found.code.clone())
            .ok_or(FieldError::Unknown)
    })?;
    let is_in = |code: &str| code.starts_with(&regency);
    let district = form.optional("district", |code| {
        pack.find_district(code)
            .filter(|found| is_in(&found.code))
            .map(|found| found.code.clone())
            .ok_or(FieldError::Unknown)
    });
    let village = form.optional("village", |typed| {
        village(typed, &regency, district.as_deref(), pack).ok_or(FieldError::Unknown)
    });
    let finest = village.or(district).unwrap_or(regency);
    RegionCode::try_from(finest.as_str()).ok()
}

/// A village by code, or by name where exactly one in the district (or regency) has it.
fn village(typed: &str, regency: &str, district: Option<&str>, pack: &Pack) -> Option<String> {
    if let Some(found) = pack.find_village(typed) {
        return found
            .code
            .starts_with(district.unwrap_or(regency))
            .then(|| found.code.clone());
    }
    let within = district.unwrap_or(regency);
    let mut named = pack
        .villages
        .iter()
        .filter(|village| village.code.starts_with(within) && village.name.eq_ignore_ascii_case(typed));
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only.code.clone()),
        _ => None,
    }
}

fn licence(form: &mut Reading<'_>, now: Timestamp) -> LicenceFacts {
    LicenceFacts {
        application_no: form.optional("application_no", Line::try_from),
        nib: form.optional("nib", Nib::try_from),
        applied_on: form.optional("applied_on", |text| past_date(text, now)),
        is_fee_asked: form.optional("fee", |text| match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(FieldError::Unknown),
        }),
    }
}

fn known_service(code: &str, pack: &Pack) -> Result<Line, FieldError> {
    pack.find_service(code)
        .ok_or(FieldError::Unknown)
        .and_then(|service| Line::try_from(service.code.as_str()))
}

/// A date that has come, and is not older than a case can be.
fn past_date(text: &str, now: Timestamp) -> Result<Date, FieldError> {
    let date = date(text)?;
    let today = now.wita_date();
    if date > today {
        return Err(FieldError::InTheFuture);
    }
    if today.year() - date.year() > limits::EVENT_AGE_YEARS_MAX {
        return Err(FieldError::TooOld);
    }
    Ok(date)
}

/// A date as a date field sends it: `2026-11-24`; or as people here write it: `24-11-2026`, `24/11/2026`.
pub(crate) fn date(text: &str) -> Result<Date, FieldError> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [one, two, three] = parts.as_slice() else {
        return Err(FieldError::NotADate);
    };
    let (year, month, day) = if one.len() == 4 {
        (one, two, three)
    } else {
        (three, two, one)
    };
    let made = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    if year.len() == 4 {
        made().ok_or(FieldError::NotADate)
    } else {
        Err(FieldError::NotADate)
    }
}

/// The agency with this code, for the staff's forms.
pub(crate) fn agency(code: &str, directory: &Directory) -> Result<AgencyId, FieldError> {
    directory.find_agency(code).ok_or(FieldError::Unknown)
}
