//! What is wrong with a field, or with a whole form, as a sentence.

use domain::{limits, text::FieldError};

use crate::{
    error::AppError,
    parts::file_problem,
    text::{Words, fill},
};

/// The sentence about the field `name`. Some fields have a sentence of their own.
pub(crate) fn sentence(words: &Words, name: &str, problem: &FieldError) -> String {
    if let FieldError::File { name, problem } = problem {
        return file_problem(words, name, *problem);
    }
    let words = &words.problems;
    let own = match (name, problem) {
        ("body", FieldError::Missing) => return short(words.body_short, limits::BODY.min, 0),
        ("body", FieldError::TooShort { min, typed }) => return short(words.body_short, *min, *typed),
        ("nib", FieldError::Digits { needed, typed }) => {
            return fill(
                words.nib,
                &[("needed", &needed.to_string()), ("typed", &typed.to_string())],
            );
        }
        ("regency", FieldError::Missing) => words.regency_missing,
        ("district", FieldError::Unknown) => words.district_elsewhere,
        ("village", FieldError::Unknown) => words.village_elsewhere,
        ("latitude" | "longitude", FieldError::Missing) => words.half_a_point,
        ("consent", FieldError::Missing) => words.consent_missing,
        ("code", FieldError::Unknown) => words.code_typo,
        ("secret", FieldError::Unknown) => words.code_wrong,
        ("value", FieldError::Missing) => words.rating_missing,
        ("kind" | "visibility", FieldError::Missing) => words.choose,
        _ => return words.say(problem),
    };
    own.to_owned()
}

fn short(sentence: &str, min: u16, typed: u16) -> String {
    fill(sentence, &[("min", &min.to_string()), ("typed", &typed.to_string())])
}

/// The sentence about the whole form.
pub(crate) fn whole(words: &Words, error: &AppError) -> String {
    let said = match error {
        AppError::Refused(refusal) => words.refusals.of(*refusal),
        AppError::Stale { .. } => words.fault.stale,
        AppError::TooMany => words.fault.too_many_text,
        AppError::Offline => words.fault.offline,
        AppError::Missing => words.problems.code_wrong,
        AppError::SignIn | AppError::Forbidden | AppError::Fields(_) | AppError::Malformed | AppError::Internal => {
            words.fault.broken_text
        }
    };
    said.to_owned()
}
