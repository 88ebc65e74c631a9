//! What is wrong with the fields of one step, found on the phone by the rule book itself. The server has the last word.

use std::collections::BTreeSet;

use domain::{
    facts::{Contact, Nib},
    kind::{Kind, Visibility},
    limits, masking,
    point::{Point, degrees_e5},
    text::{Body, FieldError, Line},
};

use crate::phone::fields::MASKING;

use super::steps::Step;

/// The problems of a step, in the order of its fields. `text` gives what was typed; `today` is the day as a date field
/// has it; `public` are words that begin no private name.
pub(super) fn problems(
    step: Step,
    text: impl Fn(&str) -> String,
    today: &str,
    public: &BTreeSet<String>,
) -> Vec<(String, FieldError)> {
    let mut found = Vec::new();
    let mut check = |name: &str, is_needed: bool, parse: &dyn Fn(&str) -> Result<(), FieldError>| {
        let typed = text(name);
        let typed = typed.trim();
        let problem = match typed {
            "" if is_needed => Some(FieldError::Missing),
            "" => None,
            typed => parse(typed).err(),
        };
        found.extend(problem.map(|problem| (name.to_owned(), problem)));
    };
    let line = |text: &str| Line::try_from(text).map(drop);
    let date = |text: &str| past_date(text, today);
    match step {
        Step::Story => {
            let is_chosen = !text(MASKING).is_empty();
            check("body", true, &|body| story(body, is_chosen, public));
            check("kind", true, &|code| known(Kind::find(code)));
        }
        Step::Place => {
            check("regency", true, &|_| Ok(()));
            check("landmark", false, &line);
            check("event_date", false, &date);
            let (latitude, longitude) = (text("latitude"), text("longitude"));
            check("latitude", !longitude.trim().is_empty(), &|typed| {
                point(typed, &longitude)
            });
            check("longitude", !latitude.trim().is_empty(), &|typed| {
                degrees_e5(typed).map(drop)
            });
        }
        Step::Licence => {
            check("application_no", false, &line);
            check("nib", false, &|text| Nib::try_from(text).map(drop));
            check("applied_on", false, &date);
        }
        Step::You => {
            check("visibility", true, &|code| known(Visibility::find(code)));
            check("name", false, &line);
            check("contact", false, &|text| Contact::try_from(text).map(drop));
            check("consent", true, &|_| Ok(()));
        }
        // What is chosen from a list, and what was checked before.
        Step::Agency | Step::Files | Step::Review => {}
    }
    found
}

/// What may point to a person is asked about here, and not when the report goes: by then nobody may be there.
fn story(body: &str, is_chosen: bool, public: &BTreeSet<String>) -> Result<(), FieldError> {
    Body::try_from(body)?;
    let offers = if is_chosen {
        Vec::new()
    } else {
        masking::offers(body, public)
    };
    if offers.is_empty() {
        Ok(())
    } else {
        Err(FieldError::Private(offers))
    }
}

/// Whether both halves are a point in the province; a half that is no number is told at its own field.
fn point(latitude: &str, longitude: &str) -> Result<(), FieldError> {
    let latitude = degrees_e5(latitude)?;
    degrees_e5(longitude).map_or(Ok(()), |longitude| Point::new(latitude, longitude).map(drop))
}

fn known<T>(found: Option<T>) -> Result<(), FieldError> {
    found.map(drop).ok_or(FieldError::Unknown)
}

/// A date field sends `2026-11-24`, which sorts as it runs. What is typed in another way is left to the server.
fn past_date(text: &str, today: &str) -> Result<(), FieldError> {
    let year = |date: &str| date.get(..4)?.parse::<i16>().ok();
    let (Some(then), Some(now)) = (year(text), year(today)) else {
        return Ok(());
    };
    if text.len() != today.len() {
        Ok(())
    } else if text > today {
        Err(FieldError::InTheFuture)
    } else if now - then > limits::EVENT_AGE_YEARS_MAX {
        Err(FieldError::TooOld)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(step: Step, typed: &[(&str, &str)]) -> Vec<(String, FieldError)> {
        let text = |name: &str| {
            let found = typed.iter().find(|(field, _)| *field == name);
            found.map_or_else(String::new, |(_, text)| (*text).to_owned())
        };
        problems(step, text, "2026-11-24", &["tarakan".to_owned()].into())
    }

    #[test]
    fn an_empty_step_names_what_must_be_filled_in_and_nothing_else() {
        let names = |step| -> Vec<String> { found(step, &[]).into_iter().map(|(name, _)| name).collect() };
        assert_eq!(names(Step::Story), ["body", "kind"]);
        assert_eq!(names(Step::Place), ["regency"]);
        assert_eq!(names(Step::You), ["visibility", "consent"]);
        for step in [Step::Agency, Step::Licence, Step::Files, Step::Review] {
            assert!(names(step).is_empty());
        }
    }

    #[test]
    fn a_step_finds_what_the_server_would_find() {
        let place = |date| found(Step::Place, &[("regency", "65.01"), ("event_date", date)]);
        let wrong = |problem| vec![("event_date".to_owned(), problem)];
        assert_eq!(place("2026-11-25"), wrong(FieldError::InTheFuture));
        assert_eq!(place("2001-11-24"), wrong(FieldError::TooOld));
        assert_eq!(place("2026-11-24"), []);
        let nib = found(Step::Licence, &[("nib", "12345")]);
        assert_eq!(nib, [("nib".to_owned(), FieldError::Digits { needed: 13, typed: 5 })]);
        let short = found(Step::Story, &[("body", " pendek "), ("kind", "complaint")]);
        assert_eq!(short, [("body".to_owned(), FieldError::TooShort { min: 20, typed: 6 })]);
    }

    #[test]
    fn a_point_is_checked_on_the_phone_as_the_server_checks_it() {
        let point = |latitude, longitude| {
            let typed = [("regency", "65.01"), ("latitude", latitude), ("longitude", longitude)];
            found(Step::Place, &typed)
        };
        let wrong = |name: &str, problem| vec![(name.to_owned(), problem)];
        assert_eq!(point("2.84412", "117.36399"), []);
        assert_eq!(point("", ""), []);
        assert_eq!(point("-6.2", "106.8"), wrong("latitude", FieldError::OutsideProvince));
        assert_eq!(point("2.84", ""), wrong("longitude", FieldError::Missing));
        assert_eq!(point("2.84", "timur"), wrong("longitude", FieldError::NotAPoint));
    }

    #[test]
    fn what_may_point_to_a_person_is_asked_about_once_and_never_forced() {
        let story =
            |body: &str, choice: &str| found(Step::Story, &[("body", body), ("kind", "complaint"), (MASKING, choice)]);
        let named = "Kata Pak Joko di loket, berkas saya hilang.";
        let asked = FieldError::Private(vec![(masking::Found::Name, "…".to_owned())]);
        assert_eq!(story(named, ""), [("body".to_owned(), asked)]);
        assert_eq!(story(named, "keep"), []);
        assert_eq!(story(named, "mask"), []);
        assert_eq!(story("Jalan di depan pasar Bu Tarakan sudah rusak.", ""), []);
    }

    #[test]
    fn a_date_typed_in_another_way_is_left_to_the_server() {
        assert_eq!(
            found(Step::Place, &[("regency", "65.01"), ("event_date", "24/11/26")]),
            []
        );
    }
}
