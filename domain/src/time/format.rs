//! Dates, times and numbers as people read them in the two languages.
//!
//! Source: the design's "Numbers, dates, names". Short forms are for tables, long ones for sentences.

use jiff::civil::{Date, Weekday};

use super::Timestamp;
use crate::lang::Lang;

/// Long and short names of the days, Monday first.
const DAYS_ID: [(&str, &str); 7] = [
    ("Senin", "Sen"),
    ("Selasa", "Sel"),
    ("Rabu", "Rab"),
    ("Kamis", "Kam"),
    ("Jumat", "Jum"),
    ("Sabtu", "Sab"),
    ("Minggu", "Min"),
];
const DAYS_EN: [(&str, &str); 7] = [
    ("Monday", "Mon"),
    ("Tuesday", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
];
/// Long and short names of the months, January first.
const MONTHS_ID: [(&str, &str); 12] = [
    ("Januari", "Jan"),
    ("Februari", "Feb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei", "Mei"),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agu"),
    ("September", "Sep"),
    ("Oktober", "Okt"),
    ("November", "Nov"),
    ("Desember", "Des"),
];
const MONTHS_EN: [(&str, &str); 12] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// `Jumat, 27 Maret 2026`.
#[must_use]
pub fn long_date(date: Date, lang: Lang) -> String {
    format!("{} {}", day_and_month(date, lang), date.year())
}

/// `Jumat, 27 Maret`: where the year is plain.
#[must_use]
pub fn day_and_month(date: Date, lang: Lang) -> String {
    let (day, month) = (day_names(date.weekday(), lang).0, month_names(date, lang).0);
    format!("{day}, {} {month}", date.day())
}

/// `Jum, 27 Mar`.
#[must_use]
pub fn short_date(date: Date, lang: Lang) -> String {
    let (day, month) = (day_names(date.weekday(), lang).1, month_names(date, lang).1);
    format!("{day}, {} {month}", date.day())
}

/// `27 Maret 2026`: without the day of the week.
#[must_use]
pub fn plain_date(date: Date, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month_names(date, lang).0, date.year())
}

/// `Maret 2026`.
#[must_use]
pub fn month(date: Date, lang: Lang) -> String {
    format!("{} {}", month_names(date, lang).0, date.year())
}

/// `1–23 November 2026`, `28 Januari – 3 Februari 2026` or `28 Desember 2026 – 3 Januari 2027`:
/// nothing is said twice.
#[must_use]
pub fn date_range(from: Date, to: Date, lang: Lang) -> String {
    let end = plain_date(to, lang);
    if from == to {
        end
    } else if from.year() != to.year() {
        format!("{} – {end}", plain_date(from, lang))
    } else if from.month() != to.month() {
        format!("{} {} – {end}", from.day(), month_names(from, lang).0)
    } else {
        format!("{}–{end}", from.day())
    }
}

/// `14.30 WITA`, in English `14:30 WITA`.
#[must_use]
pub fn time_of_day(instant: Timestamp, lang: Lang) -> String {
    let wall = instant.wita();
    let between = match lang {
        Lang::Id => '.',
        Lang::En => ':',
    };
    format!("{:02}{between}{:02} WITA", wall.hour(), wall.minute())
}

/// `Jumat, 27 Maret 2026, 14.30 WITA`.
#[must_use]
pub fn long_instant(instant: Timestamp, lang: Lang) -> String {
    format!(
        "{}, {}",
        long_date(instant.wita_date(), lang),
        time_of_day(instant, lang)
    )
}

/// `Jum, 27 Mar, 14.30 WITA`.
#[must_use]
pub fn short_instant(instant: Timestamp, lang: Lang) -> String {
    format!(
        "{}, {}",
        short_date(instant.wita_date(), lang),
        time_of_day(instant, lang)
    )
}

/// `12.530`, in English `12,530`.
#[must_use]
pub fn number(number: i64, lang: Lang) -> String {
    decimal(number, 0, lang)
}

/// A number with a fixed count of decimals, given as a whole number of its smallest unit:
/// 8306 with two `places` is `83,06`, in English `83.06`.
#[must_use]
pub fn decimal(scaled: i64, places: u8, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let places = usize::from(places);
    let digits = format!("{:0width$}", scaled.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let mut text = String::from(if scaled < 0 { "-" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// `86,4 %` for 864 tenths of a percent; in English `86.4%`.
#[must_use]
pub fn percent(tenths: i64, lang: Lang) -> String {
    let space = match lang {
        Lang::Id => " ",
        Lang::En => "",
    };
    format!("{}{space}%", decimal(tenths, 1, lang))
}

fn day_names(day: Weekday, lang: Lang) -> (&'static str, &'static str) {
    let names = match lang {
        Lang::Id => DAYS_ID,
        Lang::En => DAYS_EN,
    };
    names[usize::from(day.to_monday_zero_offset().unsigned_abs())]
}

fn month_names(date: Date, lang: Lang) -> (&'static str, &'static str) {
    let names = match lang {
        Lang::Id => MONTHS_ID,
        Lang::En => MONTHS_EN,
    };
    names[usize::from(date.month().unsigned_abs()) - 1]
}
