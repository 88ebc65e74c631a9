//! Figures across agencies, from rollups alone: no case row is read, whatever the size.

use crate::{Error, Portal};
use domain::{
    lang::Lang,
    permit::{Officer, Role},
    tally::{
        Measure, Month, PairMeasure,
        summary::{AgencyTally, Histogram, PUBLIC_CELL_MIN, PairTally, Summary},
    },
    time::{Timestamp, format},
    view::{
        When,
        directory::AgencyName,
        sinergi::{AgencyFigures, PairFigures, PublicCount, PublicFigures, SinergiView},
    },
};
use jiff::civil::Date;

/// Months that the page lets a leader choose from.
const MONTHS_SHOWN: usize = 12;
const MINUTES_AN_HOUR: i64 = 60;

/// An officer who looks across agencies.
pub struct Province<'a> {
    pub(crate) portal: &'a Portal,
    pub(crate) officer: &'a Officer,
}

impl Province<'_> {
    /// The figures of a month (`202611`), by default the present one.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for roles that look at their own desk only; [`Error::Store`] if the archive fails.
    pub async fn summary(&self, month: Option<i64>, lang: Lang) -> Result<SinergiView, Error> {
        if !matches!(
            self.officer.role,
            Role::ProvinceAdmin | Role::ProvinceLeader | Role::Auditor | Role::Inspectorate
        ) {
            return Err(Error::Forbidden);
        }
        let now = self.portal.now();
        let choices = months(Month::of(now));
        let month = month
            .map(Month)
            .filter(|month| choices.contains(month))
            .unwrap_or_else(|| Month::of(now));
        let summary = self.portal.read_summary(month, now).await?;
        Ok(self.portal.sinergi_view(&summary, month, &choices, now, lang))
    }
}

/// The months to choose from, newest first.
fn months(newest: Month) -> Vec<Month> {
    std::iter::successors(Some(newest), |month| Some(month.before()))
        .take(MONTHS_SHOWN)
        .collect()
}

impl Portal {
    /// How the province is doing, for everybody: the last whole month, small counts hidden.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn public_figures(&self, lang: Lang) -> Result<PublicFigures, Error> {
        let now = self.now();
        let month = Month::of(now).before();
        let all = self.read_summary(month, now).await?.province();
        let (on_time, ended) = all.share(Measure::ResolutionOnTime);
        let first_response = all.histogram(Measure::FirstResponse);
        Ok(PublicFigures {
            period: month_name(month, lang),
            received: PublicCount::of(all.n(Measure::Filed)),
            first_response_tenths: tenths(&first_response).filter(|_| first_response.n() >= PUBLIC_CELL_MIN),
            on_time_permille: (ended >= PUBLIC_CELL_MIN).then(|| on_time * 1000 / ended),
            confirmed: PublicCount::of(all.n(Measure::Confirmed)),
            auto_closed: PublicCount::of(all.n(Measure::AutoClosed)),
            latest: self.latest(lang).await?,
        })
    }

    pub(crate) async fn read_summary(&self, month: Month, now: Timestamp) -> Result<Summary, Error> {
        let mut conn = self.0.store.read(domain::permit::Scope::Figures).await?;
        let rows = store::tally::read(&mut conn, month, now.wita_date()).await?;
        Ok(Summary::of(&self.0.book, rows, (month, month), now))
    }

    fn sinergi_view(
        &self,
        summary: &Summary,
        month: Month,
        choices: &[Month],
        now: Timestamp,
        lang: Lang,
    ) -> SinergiView {
        let all = summary.province();
        let name = |agency| self.0.directory.agency(agency);
        let desk = self.0.book.desks.province;
        let mut agencies: Vec<AgencyFigures> = self
            .0
            .directory
            .agencies
            .keys()
            .map(|agency| {
                figures(
                    name(*agency),
                    summary.agencies.get(agency).unwrap_or(&AgencyTally::default()),
                    summary.debt_of(*agency),
                )
            })
            .filter(|figures| figures.received + figures.answered + figures.open + figures.owed_tasks > 0)
            .collect();
        agencies.sort_by_key(|figures| {
            (
                -figures.owed_hours,
                -figures.late,
                -figures.open,
                figures.agency.code.clone(),
            )
        });
        let mut pairs: Vec<PairFigures> = summary
            .pairs
            .iter()
            .map(|((from, to), pair)| pair_figures(name(*from), name(*to), pair))
            .filter(has_figure)
            .collect();
        pairs.sort_by_key(|pair| {
            (
                -pair.owed_hours,
                -pair.offered,
                pair.from.code.clone(),
                pair.to.code.clone(),
            )
        });
        let debt = summary.pairs.values().fold((0, 0), |(n, minutes), pair| {
            (n + pair.waiting_now, minutes + pair.owed_minutes)
        });
        SinergiView {
            as_of: When::instant(now, lang),
            period: period(month, now, lang),
            month: month.0,
            months: choices
                .iter()
                .map(|month| (month.0, month_name(*month, lang)))
                .collect(),
            province: figures(
                AgencyName {
                    code: String::new(),
                    short: String::new(),
                    name: String::new(),
                },
                &all,
                debt,
            ),
            confirmed: all.n(Measure::Confirmed),
            auto_closed: all.n(Measure::AutoClosed),
            // Rulings on authority and on declined tasks are what waits for the province desk.
            rulings_awaited: summary.debt_of(desk).0,
            agencies,
            pairs,
        }
    }
}

fn figures(agency: AgencyName, tally: &AgencyTally, (owed_tasks, owed_minutes): (i64, i64)) -> AgencyFigures {
    AgencyFigures {
        agency,
        received: tally.n(Measure::Received),
        answered: tally.n(Measure::Answered),
        open: tally.n(Measure::Open),
        late: tally.late(None),
        first_response_tenths: tenths(&tally.histogram(Measure::FirstResponse)),
        resolution_tenths: tenths(&tally.histogram(Measure::Resolution)),
        on_time: tally.share(Measure::ResolutionOnTime),
        owed_hours: owed_minutes / MINUTES_AN_HOUR,
        owed_tasks,
    }
}

fn pair_figures(from: AgencyName, to: AgencyName, pair: &PairTally) -> PairFigures {
    PairFigures {
        from,
        to,
        offered: pair.n(PairMeasure::Offered),
        accepted: pair.n(PairMeasure::Accepted),
        declined: pair.n(PairMeasure::Declined),
        expired: pair.n(PairMeasure::Expired),
        accept_minutes: pair
            .histogram(PairMeasure::Accepted)
            .median_doubled()
            .map(|doubled| doubled / 2),
        waiting: pair.waiting_now,
        owed_hours: pair.owed_minutes / MINUTES_AN_HOUR,
    }
}

const fn has_figure(pair: &PairFigures) -> bool {
    pair.offered + pair.accepted + pair.declined + pair.expired + pair.waiting > 0
}

/// The median in tenths, from the doubled one: of 1 and 2 it is 15.
fn tenths(histogram: &Histogram) -> Option<i64> {
    histogram.median_doubled().map(|doubled| doubled * 5)
}

fn first_day(month: Month) -> Date {
    let part = |number: i64, least: i64| i8::try_from(number.max(least)).unwrap_or(1);
    Date::new(i16::try_from(month.0 / 100).unwrap_or(1), part(month.0 % 100, 1), 1).unwrap_or(Date::MIN)
}

pub(crate) fn month_name(month: Month, lang: Lang) -> String {
    format::month(first_day(month), lang)
}

/// "1–23 November 2026" for the present month, its name for a past one.
fn period(month: Month, now: Timestamp, lang: Lang) -> String {
    if month == Month::of(now) {
        format::date_range(first_day(month), now.wita_date(), lang)
    } else {
        month_name(month, lang)
    }
}
