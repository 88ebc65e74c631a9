//! The calendar and its versions. A deadline names the version it was computed by, so none is ever changed.

use domain::calendar::{Calendar, CalendarVersion, Holiday, HolidayKind};
use domain::time::Timestamp;
use jiff::civil::Date;

use crate::error::known;
use crate::{Conn, Error, Tx};

/// Holidays of one version that are read: at two dozen a year, more than sixty years.
const HOLIDAYS_MAX: i64 = 2_000;
/// Versions that are read. Unit: rows.
const VERSIONS_MAX: i64 = 500;

statements! {
    /// Adds a version. $1 version, $2 where its list comes from, $3 now.
    ADD_VERSION = "insert into calendar_version (version, source, made_at_ms) values ($1, $2, $3)";
    /// Adds one day of a version. $1 version, $2 day, $3 name, $4 kind.
    ADD_HOLIDAY = "insert into holiday (version, day, name, kind) values ($1, $2, $3, $4)";
    /// The versions, oldest first. $1 the first that counts, $2 most rows.
    VERSIONS = "select version, source from calendar_version where version >= $1 order by version limit $2";
    /// The days of a version, in order. $1 version, $2 most rows.
    HOLIDAYS = "select day, name, kind from holiday where version = $1 order by day limit $2";
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    version: i64,
    source: String,
}

#[derive(sqlx::FromRow)]
struct HolidayRow {
    day: String,
    name: String,
    kind: String,
}

impl TryFrom<HolidayRow> for Holiday {
    type Error = Error;

    fn try_from(row: HolidayRow) -> Result<Self, Error> {
        let kind = known("holiday.kind", &row.kind, HolidayKind::find)?;
        let day: Date = known("holiday.day", &row.day, |day| day.parse().ok())?;
        Ok(Self::new(day, row.name, kind))
    }
}

/// Adds a new version with all its days.
///
/// # Errors
/// [`Error::Database`] if the version is there already.
pub async fn add(tx: &mut Tx, calendar: &Calendar, now: Timestamp) -> Result<(), Error> {
    let version = i64::from(calendar.version().0);
    on!(tx, c => sqlx::query(ADD_VERSION)
        .bind(version)
        .bind(calendar.source())
        .bind(now.as_ms())
        .execute(c)
        .await
        .map(drop))?;
    for holiday in calendar.holidays() {
        on!(tx, c => sqlx::query(ADD_HOLIDAY)
            .bind(version)
            .bind(holiday.date.to_string())
            .bind(&holiday.name)
            .bind(holiday.kind.as_str())
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// Every version with its days, oldest first. Two decrees a year make a hundred versions in fifty years.
///
/// # Errors
/// [`Error::UnknownCode`] if a day or its kind is not known.
pub async fn all(conn: &mut Conn) -> Result<Vec<Calendar>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, VersionRow>(VERSIONS)
        .bind(0_i64)
        .bind(VERSIONS_MAX)
        .fetch_all(c)
        .await)?;
    let mut calendars = Vec::with_capacity(rows.len());
    for row in rows {
        calendars.push(whole(conn, row).await?);
    }
    Ok(calendars)
}

/// A version with its days.
async fn whole(conn: &mut Conn, VersionRow { version, source }: VersionRow) -> Result<Calendar, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, HolidayRow>(HOLIDAYS)
        .bind(version)
        .bind(HOLIDAYS_MAX)
        .fetch_all(c)
        .await)?;
    let days = rows.into_iter().map(Holiday::try_from).collect::<Result<Vec<_>, _>>()?;
    let version = u32::try_from(version).map_err(|_| Error::UnknownCode {
        column: "calendar_version.version",
        found: version.to_string(),
    })?;
    Ok(Calendar::new(CalendarVersion(version), source, days))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tests::{at, both};

    fn calendar(version: u32) -> Calendar {
        let days = HolidayKind::ALL.iter().zip(1_i8..);
        let holidays = days.map(|(&kind, day)| Holiday::new(date(2026, 3, day), "Libur", kind));
        Calendar::new(CalendarVersion(version), "SKB 3 Menteri 2026", holidays)
    }

    #[test]
    fn calendars_come_back_as_they_were_added_the_oldest_first() {
        both!(store => {
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(all(&mut conn).await.unwrap(), []);
            store.keep(async move |tx: &mut Tx| {
                add(tx, &calendar(2), at(0)).await?;
                add(tx, &calendar(1), at(1)).await
            }).await;
            assert_eq!(all(&mut conn).await.unwrap(), [calendar(1), calendar(2)]);
        });
    }

    #[test]
    fn a_version_is_never_added_twice() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| add(tx, &calendar(1), at(0)).await).await;
            let again = store.write(async move |tx: &mut Tx| add(tx, &calendar(1), at(1)).await).await;
            assert!(matches!(again, Err(Error::Database(_))));
        });
    }
}
