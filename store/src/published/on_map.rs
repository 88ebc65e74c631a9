//! Published cases on the map that everybody sees: those whose reporter gave a point, rounded.

use domain::point::RoundedPoint;
use domain::tracking_code::TrackingCode;

use crate::column::held;
use crate::{Conn, Error};

/// Cases that are put on the map: the newest. Unit: rows. More would be a heap of pins, and too long for a phone.
const ON_MAP_MAX: i64 = 500;

statements! {
    /// Published cases with a point, newest first. $1 first publication after which they come, $2 most rows.
    ON_MAP = "select p.code, p.title, p.latitude_e2, p.longitude_e2 from published p
              where p.is_shown and p.latitude_e2 is not null and p.longitude_e2 is not null and p.first_at_ms > $1
              order by p.first_at_ms desc, p.code desc limit $2";
}

/// A published case on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnMap {
    /// Its code.
    pub code: TrackingCode,
    /// The public title.
    pub title: String,
    /// Where it happened, rounded.
    pub point: RoundedPoint,
}

/// The newest published cases whose reporter gave a point, at most 500.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn on_map(conn: &mut Conn) -> Result<Vec<OnMap>, Error> {
    let rows: Vec<(String, String, i64, i64)> = on!(conn, c => sqlx::query_as(ON_MAP)
        .bind(0_i64)
        .bind(ON_MAP_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(code, title, latitude, longitude)| {
            Ok(OnMap {
                code: held("published.code", code)?,
                title,
                point: RoundedPoint {
                    latitude_e2: held("published.latitude_e2", latitude)?,
                    longitude_e2: held("published.longitude_e2", longitude)?,
                },
            })
        })
        .collect()
}
