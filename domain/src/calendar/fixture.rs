//! The real holidays of 2025 to 2027, for tests.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Calendar, CalendarVersion, Holiday, HolidayKind};

#[derive(Deserialize)]
struct List {
    holidays: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    date: jiff::civil::Date,
    name: String,
    kind: String,
}

/// Read once: property tests ask for it hundreds of times.
static KALTARA: LazyLock<Calendar> = LazyLock::new(|| {
    let list: List = serde_json::from_str(include_str!("../../../data/kaltara/holidays.json")).unwrap();
    let holidays = list
        .holidays
        .into_iter()
        .map(|row| Holiday::new(row.date, row.name, HolidayKind::find(&row.kind).unwrap()));
    Calendar::new(CalendarVersion(1), "SKB 3 Menteri 2025–2027", holidays)
});

/// The calendar of the province, version 1.
pub(crate) fn kaltara() -> Calendar {
    KALTARA.clone()
}
