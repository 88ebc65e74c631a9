//! The filing form, parsed once into a [`NewCase`]: field errors stop here, and what was typed stays with the page.

use crate::{
    Error, Typed,
    pack::{Pack, QuestionEntry, QuestionKind},
    typed::Reading,
};
use clerk::{Clerk, Suggestion};
use domain::{
    facts::{Answer, Contact, Facts, Identity, LicenceFacts, NewCase, Nib, Place, Proposal, RegionCode, Unlike},
    id::AgencyId,
    kind::{Channel, Kind, Subject, Visibility},
    limits, masking,
    point::{Point, degrees_e5},
    text::{Body, FieldError, Line},
    time::Timestamp,
    view::directory::Directory,
};
use jiff::civil::Date;

/// The field in which a writer says what becomes of what may point to a person.
pub(crate) const MASKING: &str = "masking";
/// Mask it as offered.
const MASK: &str = "mask";
/// Keep it as it is.
pub(crate) const KEEP: &str = "keep";

/// What the form is read against.
pub(crate) struct Ground<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) directory: &'a Directory,
    pub(crate) now: Timestamp,
    pub(crate) channel: Channel,
    pub(crate) clerk: &'a Clerk,
}

/// Name of the field that says how the agency was found.
pub(crate) const ROUTE: &str = "route";
/// The reporter chose the agency from the list.
pub(crate) const ROUTE_OWN: &str = "own";
/// Begins the value of [`ROUTE`] where a suggestion is taken; its agency follows.
pub(crate) const ROUTE_SUGGESTED: &str = "s:";

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
    let body = body(&mut form, ground);
    let event_date = form.optional("event_date", |text| past_date(text, ground.now));
    let region = region(&mut form, ground.pack);
    let landmark = form.optional("landmark", Line::try_from);
    let point = point(&mut form);
    let agency = form.optional("agency", |code| {
        ground.directory.find_agency(code).ok_or(FieldError::Unknown)
    });
    // Another suggestion that was taken, or the word that no agency is known, outweighs what still stands in the list.
    let route = form.text(ROUTE).to_owned();
    let category = form.optional("category", |path| known_category(path, ground.pack));
    let service = form.optional("service", |code| known_service(code, ground.pack));
    let subject = form.optional("subject", |code| Subject::find(code).ok_or(FieldError::Unknown));
    let licence = licence(&mut form, ground.now);
    let answers = answers(&mut form, ground);
    let is_telling_for_province = form.text("telling") == "yes";
    let unlike = unlike(&mut form);
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
        let (body, region) = (body?, region?);
        let suggestion = ground.clerk.suggest(body.as_str(), Some(region.as_str()));
        // The first suggestion is set beforehand: who then chooses from the list means the list.
        let first = suggestion
            .agencies
            .first()
            .map(|first| format!("{ROUTE_SUGGESTED}{}", first.agency));
        let agency = agency.filter(|_| route.is_empty() || route == ROUTE_OWN || first.as_ref() == Some(&route));
        let suggested = proposal(&suggestion, &route, ground.directory).filter(|_| agency.is_none());
        let read = suggestion
            .category
            .and_then(|(path, _)| Line::try_from(path.as_str()).ok());
        let facts = Facts {
            body,
            title: None,
            event_date,
            place: Place {
                region,
                landmark,
                point,
            },
            service,
            subject,
            licence,
            category: category.or(read),
            answers,
            is_telling_for_province,
            unlike,
        };
        consent?;
        let asked = NewCase {
            kind: kind?,
            facts,
            agency,
            suggested,
            visibility: visibility?,
            identity,
            channel: ground.channel,
            filed_at,
        };
        Some(Filing { asked, key })
    })();
    form.done(filing)
}

/// The story. What may point to a person is named once; the writer then masks it, or keeps it as it is. An officer who
/// types in what somebody says is not asked: the citizen is heard, not edited.
fn body(form: &mut Reading<'_>, ground: &Ground<'_>) -> Option<Body> {
    let body = form.needed("body", Body::try_from)?;
    let choice = form.text(MASKING);
    if choice == KEEP || !matches!(ground.channel, Channel::Web | Channel::Mobile) {
        return Some(body);
    }
    let public = ground.directory.public_words();
    let offers = masking::offers(body.as_str(), &public);
    if offers.is_empty() {
        return Some(body);
    }
    if choice == MASK {
        let masked = Body::try_from(masking::masked(body.as_str(), &public));
        return masked.map_err(|problem| form.wrong("body", problem)).ok();
    }
    form.wrong("body", FieldError::Private(offers));
    None
}

/// Why this is not the public case that was shown as similar; only where the citizen says so.
fn unlike(form: &mut Reading<'_>) -> Option<Unlike> {
    let why = form.optional("unlike_why", Line::try_from)?;
    let code = form.text("unlike_code").parse().ok()?;
    Some(Unlike { code, why })
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

/// The point that was given; of one without the other, the other is asked for.
fn point(form: &mut Reading<'_>) -> Option<Point> {
    let fields = ["latitude", "longitude"];
    if fields.iter().all(|field| form.text(field).is_empty()) {
        return None;
    }
    let [latitude, longitude] = fields.map(|field| form.needed(field, degrees_e5));
    match Point::new(latitude?, longitude?) {
        Ok(point) => Some(point),
        Err(problem) => {
            form.wrong("latitude", problem);
            None
        }
    }
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

/// The agency to propose: the suggestion that was taken, else the first. A body outside is no agency of ours: then the
/// province desk reads the report, and passes it on.
fn proposal(suggestion: &Suggestion, route: &str, directory: &Directory) -> Option<Proposal> {
    let first = suggestion.agencies.first();
    let code = route
        .strip_prefix(ROUTE_SUGGESTED)
        .or_else(|| first.map(|first| first.agency.as_str()))?;
    let percent = suggestion
        .agencies
        .iter()
        .find(|it| it.agency == code)
        .map_or(0, |it| it.percent);
    directory.find_agency(code).map(|to| Proposal { to, percent })
}

/// What was answered to the questions of the pack that are no facts of a licence.
fn answers(form: &mut Reading<'_>, ground: &Ground<'_>) -> Vec<Answer> {
    let questions = ground.pack.questions.iter().flat_map(|group| &group.questions);
    let mut answers = Vec::new();
    for question in questions.filter(|question| !question.is_fact()) {
        let text = form.optional(&question.field(), |text| answer(question, text, ground.now));
        if let (Some(text), Ok(code)) = (text, Line::try_from(question.code.as_str())) {
            answers.push(Answer { question: code, text });
        }
    }
    answers
}

/// An answer of the kind that the question asks for.
fn answer(question: &QuestionEntry, text: &str, now: Timestamp) -> Result<Line, FieldError> {
    let typed = text.chars().count();
    if typed > question.chars_max {
        let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        return Err(FieldError::TooLong {
            max: count(question.chars_max),
            typed: count(typed),
        });
    }
    match question.kind {
        QuestionKind::Text => Line::try_from(text),
        QuestionKind::Number if text.chars().all(|sign| sign.is_ascii_digit()) => Line::try_from(text),
        QuestionKind::Date => past_date(text, now).and_then(|day| Line::try_from(day.to_string().as_str())),
        QuestionKind::Choice if question.choices.iter().any(|choice| choice.code == text) => Line::try_from(text),
        QuestionKind::Number | QuestionKind::Choice => Err(FieldError::Unknown),
    }
}

fn known_category(path: &str, pack: &Pack) -> Result<Line, FieldError> {
    if pack.has_category(path) {
        Line::try_from(path)
    } else {
        Err(FieldError::Unknown)
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
