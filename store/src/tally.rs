//! The figures: rollups by cell, exact, changed in the transaction of the case.

use domain::calendar::CalendarVersion;
use domain::deadline::LimitKind;
use domain::id::AgencyId;
use domain::tally::{Amount, Cell, Deltas, Measure, Month, PairMeasure};
use jiff::civil::Date;
use uuid::Uuid;

use crate::column::{held, unreadable};
use crate::error::known;
use crate::{Conn, Error, Tx};

/// What stands in place of a measure where there is none.
const ANY: &str = "any";

statements! {
    /// Adds to a cell. $1 kind, $2 month, $3 agency, $4 other agency, $5 measure, $6 value, $7 cases, $8 sum.
    ADD = "insert into figure (kind, month, agency_id, other_id, measure, value, n, sum)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (kind, month, agency_id, other_id, measure, value)
               do update set n = figure.n + excluded.n, sum = figure.sum + excluded.sum";
    /// The cells of one kind in one month, up to a value. $1 kind, $2 month, $3 largest value.
    MONTH = "select kind, month, agency_id, other_id, measure, value, n, sum from figure
             where kind = $1 and month = $2 and value <= $3 and n <> 0";
}

/// A cell, as columns.
#[derive(sqlx::FromRow)]
struct TallyRow {
    kind: String,
    month: i64,
    agency_id: Uuid,
    other_id: Uuid,
    measure: String,
    value: i64,
    n: i64,
    sum: i64,
}

impl TallyRow {
    fn new(cell: Cell, amount: Amount) -> Self {
        let row = |kind: &str, agency: AgencyId, other: AgencyId, measure: &str| Self {
            kind: kind.to_owned(),
            month: Month::NONE.0,
            agency_id: agency.uuid(),
            other_id: other.uuid(),
            measure: measure.to_owned(),
            value: 0,
            n: amount.n,
            sum: amount.sum,
        };
        match cell {
            Cell::Agency {
                agency,
                measure,
                month,
                value,
            } => Self {
                month: month.0,
                value,
                ..row("agency", agency, agency, measure.as_str())
            },
            Cell::Pair {
                from,
                to,
                measure,
                month,
                value,
            } => Self {
                month: month.0,
                value,
                ..row("pair", from, to, measure.as_str())
            },
            Cell::Waiting { from, to, calendar } => Self {
                value: i64::from(calendar.0),
                ..row("waiting", from, to, ANY)
            },
            Cell::Due { agency, clock, on } => Self {
                value: number_of(on),
                ..row("due", agency, agency, clock.map_or(ANY, LimitKind::as_str))
            },
        }
    }

    const fn amount(&self) -> Amount {
        Amount {
            n: self.n,
            sum: self.sum,
        }
    }

    fn cell(&self) -> Result<Cell, Error> {
        let (agency, other, month) = (AgencyId(self.agency_id), AgencyId(self.other_id), Month(self.month));
        Ok(match self.kind.as_str() {
            "agency" => Cell::Agency {
                agency,
                measure: known("figure.measure", &self.measure, Measure::find)?,
                month,
                value: self.value,
            },
            "pair" => Cell::Pair {
                from: agency,
                to: other,
                measure: known("figure.measure", &self.measure, PairMeasure::find)?,
                month,
                value: self.value,
            },
            "waiting" => Cell::Waiting {
                from: agency,
                to: other,
                calendar: CalendarVersion(held("figure.value", self.value)?),
            },
            "due" => Cell::Due {
                agency,
                clock: Some(self.measure.as_str())
                    .filter(|measure| *measure != ANY)
                    .map(|measure| known("figure.measure", measure, LimitKind::find))
                    .transpose()?,
                on: day_of(self.value)?,
            },
            other => return Err(unreadable("figure.kind", &other)),
        })
    }
}

/// A day as a number: 20261104.
fn number_of(day: Date) -> i64 {
    (i64::from(day.year()) * 100 + i64::from(day.month())) * 100 + i64::from(day.day())
}

fn day_of(number: i64) -> Result<Date, Error> {
    let column = "figure.value";
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(held(column, year)?, held(column, month)?, held(column, day)?).map_err(|error| unreadable(column, &error))
}

/// Adds to the figures what a change adds to them: the last rows a write touches, in the order of their keys, so that
/// two writes never wait for each other crosswise.
///
/// # Errors
/// [`Error::Database`] if an agency is unknown.
pub async fn add(tx: &mut Tx, deltas: &Deltas) -> Result<(), Error> {
    for (cell, amount) in deltas {
        let row = TallyRow::new(*cell, *amount);
        on!(tx, c => sqlx::query(ADD)
            .bind(row.kind)
            .bind(row.month)
            .bind(row.agency_id)
            .bind(row.other_id)
            .bind(row.measure)
            .bind(row.value)
            .bind(row.n)
            .bind(row.sum)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// The figures of a month, and all that stands at the start of `today`: stocks, what waits, and what was due before
/// that day. They name no case, so they are behind no seat; a page shows them by its reader's role.
///
/// Shape: in no order; every agency has at most some hundred cells a month.
///
/// # Errors
/// [`Error::UnknownCode`] if the database is newer than this program.
pub async fn read(conn: &mut Conn, month: Month, today: Date) -> Result<Vec<(Cell, Amount)>, Error> {
    let before_today = number_of(today) - 1;
    let ranges = [
        ("agency", Month::NONE, i64::MAX),
        ("agency", month, i64::MAX),
        ("pair", month, i64::MAX),
        ("waiting", Month::NONE, i64::MAX),
        ("due", Month::NONE, before_today),
    ];
    let mut cells = Vec::new();
    for (kind, month, value_max) in ranges {
        let rows = on!(conn, c => sqlx::query_as::<_, TallyRow>(MONTH)
            .bind(kind)
            .bind(month.0)
            .bind(value_max)
            .fetch_all(c)
            .await)?;
        for row in rows {
            cells.push((row.cell()?, row.amount()));
        }
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::deed::Deed;
    use domain::permit::Actor;
    use domain::tally::deltas;
    use jiff::civil::date;

    use super::*;
    use crate::case::fixture::*;
    use crate::tests::both;

    const NOVEMBER: Month = Month(202_611);

    #[test]
    fn the_figures_are_the_sum_of_what_every_change_added() {
        both!(store => {
            with_desks(&store).await;
            let mut sum: BTreeMap<Cell, Amount> = BTreeMap::new();
            let mut case = None;
            let filing = filed(asked(), 1, at(0));
            let steps = [
                (admin(A), Deed::Verify), (admin(A), offering(B)), (admin(B), Deed::Accept),
                (admin(B), answering()), (Actor::Reporter, Deed::Confirm),
            ];
            let mut changes = vec![filing];
            for (hour, (by, deed)) in (1..).zip(steps) {
                let last = case.as_ref().unwrap_or_else(|| changes[0].after());
                let change = act(last, &by, at(hour), deed);
                case = Some(change.after().clone());
                changes.push(change);
            }
            for change in changes {
                for (cell, amount) in deltas(&BOOK, &change) {
                    let cell = sum.entry(cell).or_default();
                    cell.n += amount.n;
                    cell.sum += amount.sum;
                }
                written(&store, change).await;
            }
            sum.retain(|_, amount| amount.n != 0);
            let mut conn = store.read(domain::permit::Scope::Figures).await.unwrap();
            let cells = read(&mut conn, NOVEMBER, date(2027, 1, 1)).await.unwrap();
            assert_eq!(cells.into_iter().collect::<BTreeMap<_, _>>(), sum);
            assert!(sum.len() > 8);
        });
    }

    #[test]
    fn another_month_has_none_of_this_ones_and_all_that_stands_now() {
        both!(store => {
            with_desks(&store).await;
            at_work(&store, 1).await;
            let mut conn = store.read(domain::permit::Scope::Figures).await.unwrap();
            let later = read(&mut conn, Month(202_612), date(2026, 12, 24)).await.unwrap();
            let open = Cell::Agency { agency: A, measure: Measure::Open, month: Month::NONE, value: 0 };
            assert!(later.contains(&(open, Amount { n: 1, sum: 0 })));
            let is_due = |(cell, _): &(Cell, Amount)| matches!(cell, Cell::Due { .. });
            assert!(later.iter().any(is_due));
            assert!(later.iter().all(|cell| is_due(cell) || cell.0 == open), "{later:?}");
            let today = read(&mut conn, NOVEMBER, date(2026, 11, 2)).await.unwrap();
            assert!(!today.iter().any(is_due), "a limit that has not passed is not late");
        });
    }

    #[test]
    fn writes_at_once_add_up() {
        both!(store => {
            with_desks(&store).await;
            let filings: Vec<_> = (0..30).map(|number| {
                let store = store.clone();
                tokio::spawn(async move {
                    store.write(async move |tx: &mut Tx| applied(tx, &filed(asked(), number, at(0))).await).await
                })
            }).collect();
            for filing in filings {
                filing.await.unwrap().unwrap();
            }
            let mut conn = store.read(domain::permit::Scope::Figures).await.unwrap();
            let cells = read(&mut conn, NOVEMBER, date(2026, 11, 2)).await.unwrap();
            let filed = Cell::Agency { agency: A, measure: Measure::Filed, month: NOVEMBER, value: 0 };
            assert!(cells.contains(&(filed, Amount { n: 30, sum: 0 })));
        });
    }
}
