//! What everybody reads: published cases, what is similar, agencies with their promises and figures. No seat is needed,
//! and nothing private is reached: only the tables of published texts, the rollups and the pack.

mod agency;
mod case;
mod list;
mod on_map;
mod similar;

use crate::{Error, Portal};
use domain::{
    calendar::Calendar,
    case::status::StatusCode,
    lang::Lang,
    tracking_code::TrackingCode,
    view::{
        When,
        public::{DistrictCount, PublicDue, PublicMapView, PublicRow, RegencyCount},
    },
};
use std::collections::BTreeMap;
use store::{Conn, Tx, published::Row};

/// Published cases that the first page shows.
const LATEST_MAX: u8 = 3;
/// Published cases in a feed.
const FEED_MAX: usize = 50;

/// Everybody. `site` is the address of this installation, without a slash at its end: `https://lapor.kaltaraprov.go.id`.
pub struct Public<'a> {
    pub(crate) portal: &'a Portal,
    pub(crate) site: &'a str,
}

impl Public<'_> {
    /// How often anything of what everybody reads has changed. Copies of pages from before a change are old: what was
    /// taken back must not be read from one.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn revision(&self) -> Result<i64, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        Ok(store::published::revision(&mut conn).await?)
    }

    /// Where published cases come from. Exact: everybody can count them.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn map(&self) -> Result<PublicMapView, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        let counts: BTreeMap<String, i64> = store::published::places(&mut conn).await?.into_iter().collect();
        let cases = |code: &str| counts.get(code).copied().unwrap_or(0);
        let regencies = self.portal.0.pack.regions.iter().map(|regency| RegencyCount {
            code: regency.code.clone(),
            name: regency.short_name.clone(),
            elsewhere: cases(&regency.code),
            districts: regency
                .districts
                .iter()
                .map(|district| DistrictCount {
                    code: district.code.clone(),
                    name: district.name.clone(),
                    cases: cases(&district.code),
                })
                .collect(),
        });
        Ok(PublicMapView {
            url: self.address("/laporan/peta"),
            regencies: regencies.collect(),
        })
    }

    /// Supports a published case as the browser with this key, or takes that back. Twice is once.
    ///
    /// # Errors
    /// [`Error::Missing`] if nothing is published under this code; [`Error::Store`] if the archive fails.
    pub async fn support(&self, code: &str, browser: &str, is_for: bool) -> Result<(), Error> {
        let code = self.shown(code).await?.ok_or(Error::Missing)?;
        let supporter = self.portal.0.keys.supporter(code.as_str(), browser);
        let now = self.portal.now();
        self.portal
            .0
            .store
            .write(async move |tx: &mut Tx| {
                if is_for {
                    store::published::support(tx, &code, &supporter, now).await?;
                } else {
                    store::published::unsupport(tx, &code, &supporter).await?;
                }
                Ok(())
            })
            .await
    }

    /// A key for a browser that supports something for the first time: random, and nothing else.
    #[must_use]
    pub fn new_browser(&self) -> String {
        let bytes: [u8; 16] = self.portal.random();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Codes of all published cases with the day they were last worded, and codes of all agencies: for the site map.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn addresses(&self) -> Result<(Vec<(String, String)>, Vec<String>), Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        let cases = store::published::addresses(&mut conn).await?;
        let cases = cases.into_iter().map(|(code, at)| (code, at.wita_date().to_string()));
        let agencies = self
            .portal
            .0
            .directory
            .agencies
            .values()
            .map(|agency| agency.code.clone());
        Ok((cases.collect(), agencies.collect()))
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }

    /// The code, if something is published under it.
    async fn shown(&self, code: &str) -> Result<Option<TrackingCode>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.look_up().await?;
        Ok(store::published::find(&mut conn, &code).await?.map(|row| row.code))
    }

    /// What a list shows of a case.
    async fn row(&self, conn: &mut Conn, row: &Row, lang: Lang) -> Result<PublicRow, Error> {
        let directory = &self.portal.0.directory;
        let partners = store::published::partners(conn, &row.code).await?;
        Ok(PublicRow {
            code: row.code.to_string(),
            title: row.title.clone(),
            opening: opening(&row.opening),
            status: row.status,
            due: self.due(row, lang),
            ended: row.ended_at.map(|at| When::day(at.wita_date(), lang)),
            holder: directory.agency(row.holder),
            partners: partners
                .into_iter()
                .filter(|(partner, _)| *partner != row.holder)
                .map(|(partner, _)| directory.agency(partner))
                .collect(),
            place: directory.place_of(&row.district),
            received: When::day(row.received_at.wita_date(), lang),
            worded: When::instant(row.worded_at, lang),
            supports: row.supports,
        })
    }

    /// The limit of a case that is not over, by the calendar of the desk whose clocks run.
    fn due(&self, row: &Row, lang: Lang) -> Option<PublicDue> {
        let due = row.due.filter(|_| row.status.is_open())?;
        let calendar: &Calendar = self.portal.0.book.tenant(row.desk).time.calendar();
        let today = self.portal.now().wita_date();
        let is_late = !row.is_paused && due < today;
        Some(PublicDue {
            due: When::day(due, lang),
            days_left: calendar.working_days_between(today, due),
            days_late: if is_late {
                calendar.working_days_between(due, today)
            } else {
                0
            },
            is_late,
            is_paused: row.is_paused,
        })
    }

    fn is_late(&self, row: &Row) -> bool {
        let today = self.portal.now().wita_date();
        row.status.is_open() && !row.is_paused && row.due.is_some_and(|due| due < today)
    }
}

impl Portal {
    /// For everybody; `site` is the address of this installation.
    #[must_use]
    pub const fn public<'a>(&'a self, site: &'a str) -> Public<'a> {
        Public { portal: self, site }
    }

    /// The latest published cases that are over, for the first page.
    pub(crate) async fn latest(&self, lang: Lang) -> Result<Vec<PublicRow>, Error> {
        let public = self.public("");
        let mut conn = self.0.store.look_up().await?;
        let rows = store::published::ended(&mut conn, LATEST_MAX.saturating_mul(3)).await?;
        let mut shown = Vec::new();
        // Withdrawn and merged cases are never public; archived ones are no solution to show.
        let solved = rows.iter().filter(|row| {
            matches!(
                row.status,
                StatusCode::Resolved | StatusCode::AutoClosed | StatusCode::Referred
            )
        });
        for row in solved.take(usize::from(LATEST_MAX)) {
            shown.push(public.row(&mut conn, row, lang).await?);
        }
        Ok(shown)
    }
}

/// Longest opening of a text in a list. Unit: characters.
const OPENING_CHARS_MAX: usize = 160;

/// The first words of a public text, as a list shows them.
fn opening(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= OPENING_CHARS_MAX {
        return line;
    }
    let cut: String = line.chars().take(OPENING_CHARS_MAX).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([',', '.', ';', ':', '…']))
}

/// The different stems of a text, in their order.
pub(crate) fn stems_of(text: &str) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    clerk::stems(text)
        .into_iter()
        .filter(|stem| stem.chars().count() > 1 && seen.insert(stem.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_of_a_long_text_ends_with_a_whole_word() {
        let text = "jalan rusak, ".repeat(40);
        let opening = opening(&text);
        assert!(
            opening.chars().count() <= OPENING_CHARS_MAX && opening.ends_with("rusak…"),
            "{opening}"
        );
        assert_eq!(super::opening("Jalan\n rusak."), "Jalan rusak.");
    }
}
