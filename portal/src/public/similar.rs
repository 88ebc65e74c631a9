//! Published cases that read like what somebody is about to file, near the same place.

use super::{Public, stems_of};
use crate::Error;
use domain::{
    case::status::StatusCode,
    view::public::{SIMILAR_MAX, SimilarCase},
};
use store::published::Row;

/// Shortest text that is compared. Unit: characters. Fewer say too little.
const CHARS_MIN: usize = 15;
/// Stems that must be shared.
const SHARED_MIN: usize = 2;
/// Days after which an answered case is no longer offered to be supported. Unit: calendar days. Source: our own; the
/// reporter's ten working days, and as long again.
const RECENT_DAYS: i64 = 30;
/// The least share of the question's weight that a similar case has. Unit: per cent.
const SHARE_MIN: usize = 35;
/// What the same district adds. Unit: per cent of the question's weight.
const SAME_DISTRICT: usize = 15;
/// Weight of a stem that no other case has; one that stands in many weighs less.
const WEIGHT_MAX: usize = 60;
/// Stems of a text that are compared.
const STEMS_MAX: usize = 24;

impl Public<'_> {
    /// At most three published cases of the regency that are open or recently answered and share what is rare in `text`;
    /// the most similar first. The district, if known, weighs a little more.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn similar(&self, text: &str, regency: &str, district: &str) -> Result<Vec<SimilarCase>, Error> {
        let inner = &self.portal.0;
        let mut stems = stems_of(text);
        stems.truncate(STEMS_MAX);
        if text.chars().count() < CHARS_MIN || inner.pack.find_regency(regency).is_none() {
            return Ok(Vec::new());
        }
        let mut conn = inner.store.look_up().await?;
        let (matches, spread) = store::published::nearby(&mut conn, regency, &stems).await?;
        let weight = |place: usize| WEIGHT_MAX / spread.get(place).copied().unwrap_or(1).max(1) + 1;
        let whole: usize = (0..spread.len())
            .filter(|place| spread.get(*place) != Some(&0))
            .map(weight)
            .sum();
        let mut scored = Vec::new();
        for found in matches {
            let shared: usize = found.stems.iter().copied().map(weight).sum();
            if found.stems.len() < SHARED_MIN || whole == 0 {
                continue;
            }
            let Some(row) = store::published::find(&mut conn, &found.code).await? else {
                continue;
            };
            let bonus = if row.district == district { SAME_DISTRICT } else { 0 };
            let share = shared * 100 / whole + bonus;
            if share >= SHARE_MIN && self.is_worth_supporting(&row) {
                scored.push((share, row));
            }
        }
        scored.sort_by(|(one, row), (other, next)| (other, next.first_at).cmp(&(one, row.first_at)));
        let directory = &inner.directory;
        let similar = scored.into_iter().take(SIMILAR_MAX).map(|(_, row)| SimilarCase {
            code: row.code.to_string(),
            title: row.title,
            status: row.status,
            holder: directory.agency(row.holder),
            place: directory.place_of(&row.district),
            supports: row.supports,
        });
        Ok(similar.collect())
    }

    /// Open, or answered not long ago.
    fn is_worth_supporting(&self, row: &Row) -> bool {
        let earliest = self.portal.now().plus_days(-RECENT_DAYS);
        let is_recent = row.ended_at.is_some_and(|at| at >= earliest);
        let is_solved = matches!(row.status, StatusCode::Resolved | StatusCode::AutoClosed) && is_recent;
        row.status.is_open() || matches!(row.status, StatusCode::Responded) || is_solved
    }
}
