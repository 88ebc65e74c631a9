//! The list: one range of the published cases, and whatever else was asked for tested along it.

use super::{FEED_MAX, Public, stems_of};
use crate::{Error, choices};
use domain::{
    lang::Lang,
    time::Timestamp,
    view::public::{PublicFilter, PublicListView, PublicRow, ROWS_MAX},
};
use store::{
    Conn,
    published::{Place, Range, Row, WORDS_MAX},
};

/// Rows read for one page; then the reader is asked to go on. Source: `docs/rules.md`, "Tenancy".
const READ_MAX: usize = 1_000;

impl Public<'_> {
    /// One page of the list.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn list(&self, filter: PublicFilter, lang: Lang) -> Result<PublicListView, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        let (rows, next) = self.search(&mut conn, &filter).await?;
        let mut shown = Vec::with_capacity(rows.len());
        for row in &rows {
            shown.push(self.row(&mut conn, row, lang).await?);
        }
        let choices = choices::filing(self.portal, lang);
        Ok(PublicListView {
            url: self.address("/laporan"),
            filter,
            rows: shown,
            next: next.map(|place| key_of(&place)),
            agencies: choices.agencies,
            regencies: choices.regencies,
        })
    }

    /// The latest published cases, of one agency or of all: for a feed. `None` if there is no such agency.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn feed(&self, agency: Option<&str>, lang: Lang) -> Result<Option<Vec<PublicRow>>, Error> {
        let holder = match agency {
            Some(code) => match self.portal.0.directory.find_agency(code) {
                Some(holder) => Some(holder),
                None => return Ok(None),
            },
            None => None,
        };
        let mut conn = self.portal.0.store.look_up().await?;
        let range = holder.map_or(Range::All, Range::Holder);
        let rows = store::published::page(&mut conn, &range, None).await?;
        let mut shown = Vec::new();
        for row in rows.iter().take(FEED_MAX) {
            shown.push(self.row(&mut conn, row, lang).await?);
        }
        Ok(Some(shown))
    }

    /// At most a page of rows that pass, and where to go on.
    async fn search(&self, conn: &mut Conn, filter: &PublicFilter) -> Result<(Vec<Row>, Option<Place>), Error> {
        let holder = match filter.agency.as_str() {
            "" => None,
            code => match self.portal.0.directory.find_agency(code) {
                Some(holder) => Some(holder),
                None => return Ok((Vec::new(), None)),
            },
        };
        let mut stems = stems_of(&filter.words);
        if stems.is_empty() && !filter.words.trim().is_empty() {
            return Ok((Vec::new(), None));
        }
        stems.truncate(WORDS_MAX);
        // The longest word is the rarest more often than not.
        stems.sort_by_key(|stem| std::cmp::Reverse(stem.chars().count()));
        let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
        let range = match holder {
            _ if !stems.is_empty() => Range::Stems(&stems),
            Some(holder) => Range::Holder(holder),
            None if !filter.regency.is_empty() => Range::Regency(&filter.regency),
            None => Range::All,
        };
        let (mut found, mut last, mut read) = (Vec::new(), place_of(&filter.after), 0);
        loop {
            let rows = store::published::page(conn, &range, last.as_ref()).await?;
            let is_end = rows.len() < store::published::ROWS_MAX;
            for row in rows {
                let here = Place {
                    first_at: row.first_at,
                    code: row.code.to_string(),
                };
                let passes = holder.is_none_or(|holder| row.holder == holder) && self.passes(&row, filter);
                if passes {
                    if found.len() == ROWS_MAX {
                        return Ok((found, last));
                    }
                    found.push(row);
                }
                last = Some(here);
                read += 1;
            }
            if is_end {
                return Ok((found, None));
            }
            if read >= READ_MAX {
                return Ok((found, last));
            }
        }
    }

    fn passes(&self, row: &Row, filter: &PublicFilter) -> bool {
        let is = |asked: &str, code: &str| asked.is_empty() || asked == code;
        is(&filter.regency, &row.regency)
            && is(&filter.district, &row.district)
            && filter.kind.is_none_or(|kind| row.kind == kind)
            && filter.subject.is_none_or(|subject| row.subject == Some(subject))
            && filter
                .state
                .is_none_or(|state| state.holds(row.status, self.is_late(row)))
    }
}

/// A place in the list as it stands in an address.
fn key_of(place: &Place) -> String {
    format!("{}.{}", place.first_at.as_ms(), place.code)
}

fn place_of(key: &str) -> Option<Place> {
    let (at, code) = key.split_once('.')?;
    Some(Place {
        first_at: Timestamp::from_ms(at.parse().ok()?),
        code: code.to_owned(),
    })
}
