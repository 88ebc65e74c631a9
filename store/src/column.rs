//! Columns, read back as the types they were written from.

use std::fmt::Display;

use domain::id::{AgencyId, CaseId, CaseKey};
use domain::time::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::Error;

/// What a column of an instant that is not limited holds, so that it sorts last.
pub(crate) const UNLIMITED_MS: i64 = i64::MAX;

/// What `column` holds, as the domain knows it.
///
/// # Errors
/// [`Error::Database`] that names the column, if it holds what could not have been written there.
pub(crate) fn held<T, U>(column: &str, raw: U) -> Result<T, Error>
where
    T: TryFrom<U>,
    T::Error: Display,
{
    T::try_from(raw).map_err(|error| unreadable(column, &error))
}

/// As [`held`], for a column that may be empty.
pub(crate) fn held_maybe<T, U>(column: &str, raw: Option<U>) -> Result<Option<T>, Error>
where
    T: TryFrom<U>,
    T::Error: Display,
{
    raw.map(|raw| held(column, raw)).transpose()
}

/// What a column holds that is only empty in rows that do not need it.
///
/// # Errors
/// [`Error::Database`] that names the column, if it is empty.
pub(crate) fn needed<T>(column: &str, raw: Option<T>) -> Result<T, Error> {
    raw.ok_or_else(|| unreadable(column, &"is empty"))
}

/// A day, kept as `2026-03-19`.
pub(crate) fn day(column: &str, raw: &str) -> Result<Date, Error> {
    raw.parse().map_err(|error: jiff::Error| unreadable(column, &error))
}

/// An instant that may be missing.
pub(crate) fn instant(ms: Option<i64>) -> Option<Timestamp> {
    ms.map(Timestamp::from_ms)
}

/// The key of a case.
pub(crate) const fn key(home_id: Uuid, case_id: Uuid) -> CaseKey {
    CaseKey {
        home: AgencyId(home_id),
        id: CaseId(case_id),
    }
}

/// That `column` holds what could not have been written there.
pub(crate) fn unreadable(column: &str, error: &dyn Display) -> Error {
    Error::Database(sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: error.to_string().into(),
    })
}
