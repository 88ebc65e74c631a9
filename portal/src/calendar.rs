//! A new decree on holidays: the next version of the calendar, and the open cases it moves.

use crate::{Error, Portal, pack};
use domain::{
    calendar::{Calendar, CalendarVersion, Holiday},
    deed::Deed,
};
use store::Tx;

/// Cases moved in one round. Unit: cases; the next round goes on where this one ended.
const CASES_A_ROUND: i64 = 200;

impl Portal {
    /// Keeps the days of a new decree as the next version of the calendar; `days` is a file like `holidays.json` with
    /// every day that counts, old ones too. It counts from the next start on; open cases are then moved by [`Portal::recount`].
    ///
    /// # Errors
    /// [`Error::Broken`] if the days cannot be read, or `source` names no decree.
    pub async fn add_calendar(&self, days: &str, source: &str) -> Result<CalendarVersion, Error> {
        let entries = pack::holidays(days).map_err(|cause| Error::Broken(cause.to_string()))?;
        if source.trim().is_empty() {
            return Err(Error::Broken("the decree has no name".to_owned()));
        }
        let mut conn = self.0.store.look_up().await?;
        let kept = store::calendar::all(&mut conn).await?;
        drop(conn);
        let newest = kept.last().map_or(0, |calendar| calendar.version().0);
        let version = CalendarVersion(newest + 1);
        let days = entries
            .into_iter()
            .map(|entry| Holiday::new(entry.date, entry.name, entry.kind));
        let (calendar, now) = (Calendar::new(version, source.trim(), days), self.now());
        self.0
            .store
            .write(async move |tx: &mut Tx| Ok::<_, Error>(store::calendar::add(tx, &calendar, now).await?))
            .await?;
        Ok(version)
    }

    /// Moves the limits of open cases that are counted by an earlier calendar, each with a line in its history. Gives
    /// how many were moved.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn recount(&self) -> Result<u32, Error> {
        let newest = self.0.book.calendar_version();
        let mut conn = self.0.store.look_up().await?;
        let behind = store::recount::page(&mut conn, newest, CASES_A_ROUND).await?;
        drop(conn);
        let mut done = 0;
        for key in behind {
            done += self.by_clock(key, |_| Some(Deed::Recount)).await?;
        }
        Ok(done)
    }
}
