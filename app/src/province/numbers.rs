//! Numbers as readers read them.

use domain::{
    lang::Lang,
    time::format::{decimal, number, percent},
};

use crate::text::{fill, use_text};

fn lang() -> Lang {
    Lang::from_code(use_text().common.lang).unwrap_or_default()
}

/// `12.530`.
pub(super) fn count(n: i64) -> String {
    number(n, lang())
}

/// Tenths as a number with one place: `5,2`. A dash where there is none.
pub(super) fn tenths(value: Option<i64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| decimal(value, 1, lang()))
}

/// Working minutes as hours with one place, rounded.
pub(super) fn minutes_as_hours(minutes: Option<i64>) -> String {
    tenths(minutes.map(|minutes| (minutes * 10 + 30) / 60))
}

/// A part of a whole: `86,4 %`. A dash where the whole is nothing.
pub(super) fn share((part, whole): (i64, i64)) -> String {
    if whole == 0 {
        "–".to_owned()
    } else {
        percent((part * 1000 + whole / 2) / whole, lang())
    }
}

/// A part of a whole in whole per cent: `44 %`.
pub(super) fn whole_share(part: i64, whole: i64) -> String {
    let space = if lang() == Lang::Id { "\u{a0}" } else { "" };
    format!("{}{space}%", (part * 100 + whole / 2) / whole.max(1))
}

/// "214 dari 275"; empty where the whole is nothing.
pub(super) fn basis((part, whole): (i64, i64)) -> String {
    if whole == 0 {
        return String::new();
    }
    fill(use_text().sinergi.of, &[("n", &count(part)), ("all", &count(whole))])
}

/// The sentence for one or for many, with the number in it.
pub(super) fn counted(n: i64, one: &str, many: &str) -> String {
    fill(if n == 1 { one } else { many }, &[("n", &count(n))])
}

/// "255 jam kerja".
pub(super) fn working_hours(n: i64) -> String {
    let words = use_text().sinergi;
    counted(n, words.hours_one, words.hours_many)
}
