//! Agencies in public: what they promise, and how they do.

use super::Public;
use crate::{
    Error,
    figures::month_name,
    pack::{AgencyLevel, ServiceAgency},
};
use domain::{
    deadline::LimitKind,
    id::AgencyId,
    lang::Lang,
    tally::{
        Measure, Month,
        summary::{AgencyTally, PUBLIC_CELL_MIN, Summary},
        suppress::suppressed,
    },
    view::{
        public::{AgenciesView, AgencyEntry, AgencyPageView, ServicePromise},
        sinergi::PublicCell,
    },
};
use store::published::Range;

/// Published cases that an agency's page shows.
const LATEST_MAX: usize = 5;

impl Public<'_> {
    /// Every agency that works here, by name; regencies last.
    #[must_use]
    pub fn agencies(&self) -> AgenciesView {
        let inner = &self.portal.0;
        let mut agencies: Vec<AgencyEntry> = inner
            .pack
            .tenants()
            .filter_map(|entry| {
                let id = inner.directory.find_agency(&entry.code)?;
                Some(AgencyEntry {
                    agency: inner.directory.agency(id),
                    services: self.services(&entry.code, Lang::Id).len(),
                    is_regency: entry.level == AgencyLevel::Regency,
                })
            })
            .collect();
        agencies.sort_by(|one, other| (one.is_regency, &one.agency.name).cmp(&(other.is_regency, &other.agency.name)));
        AgenciesView {
            url: self.address("/instansi"),
            agencies,
        }
    }

    /// The page of the agency with this code; `None` if there is none.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn agency(&self, code: &str, lang: Lang) -> Result<Option<AgencyPageView>, Error> {
        let inner = &self.portal.0;
        let Some(id) = inner.directory.find_agency(code) else {
            return Ok(None);
        };
        let now = self.portal.now();
        let month = Month::of(now).before();
        let summary = self.portal.read_summary(month, now).await?;
        let own = summary.agencies.get(&id).cloned().unwrap_or_default();
        let mut conn = inner.store.look_up().await?;
        let (open, late, ended) = store::published::counts(&mut conn, id, now.wita_date()).await?;
        let rows = store::published::page(&mut conn, &Range::Holder(id), None).await?;
        let mut latest = Vec::new();
        for row in rows.iter().take(LATEST_MAX) {
            latest.push(self.row(&mut conn, row, lang).await?);
        }
        let (on_time, all) = own.share(Measure::ResolutionOnTime);
        let responses = own.histogram(Measure::FirstResponse);
        let median = responses.median_doubled().filter(|_| responses.n() >= PUBLIC_CELL_MIN);
        Ok(Some(AgencyPageView {
            url: self.address(&format!("/instansi/{code}")),
            agency: inner.directory.agency(id),
            first_response: self.limit(id, LimitKind::FirstResponse),
            answer: self.limit(id, LimitKind::ResolutionComplaint),
            services: self.services(code, lang),
            published: (open, late, ended),
            period: month_name(month, lang),
            received: self.cell(&summary, id, Measure::Received),
            confirmed: self.cell(&summary, id, Measure::Confirmed),
            auto_closed: self.cell(&summary, id, Measure::AutoClosed),
            first_response_tenths: median.map(|doubled| doubled * 5),
            on_time_permille: (all >= PUBLIC_CELL_MIN).then(|| on_time * 1000 / all),
            latest,
        }))
    }

    /// A limit of a desk today: working days, and the rule that sets it.
    fn limit(&self, desk: AgencyId, kind: LimitKind) -> (u16, String) {
        let today = self.portal.now().wita_date();
        let limit = self.portal.0.book.tenant(desk).limits.on(kind, today);
        (limit.days, limit.reference.as_str().to_owned())
    }

    /// One figure of one agency, out of the row of all agencies: everybody can add them up.
    fn cell(&self, summary: &Summary, agency: AgencyId, measure: Measure) -> PublicCell {
        let desks: Vec<AgencyId> = self.portal.0.directory.agencies.keys().copied().collect();
        let none = AgencyTally::default();
        let counts: Vec<i64> = desks
            .iter()
            .map(|desk| summary.agencies.get(desk).unwrap_or(&none).n(measure))
            .collect();
        let cells = suppressed(&counts);
        let place = desks.iter().position(|desk| *desk == agency);
        place
            .and_then(|place| cells.get(place).copied())
            .unwrap_or(PublicCell::Shown(0))
    }

    /// What an agency gives, and the standard it sets itself. A regency gives what is given where the case is.
    fn services(&self, code: &str, lang: Lang) -> Vec<ServicePromise> {
        let pack = &self.portal.0.pack;
        let is_regency = pack.regions.iter().any(|regency| regency.tenant_code == code);
        let is_given = |giver: &ServiceAgency| match giver {
            ServiceAgency::Agency(giver) => giver == code,
            ServiceAgency::RegencyOfPlace => is_regency,
        };
        pack.services
            .iter()
            .filter(|service| is_given(&service.agency))
            .map(|service| ServicePromise {
                name: match lang {
                    Lang::Id => service.name.clone(),
                    Lang::En => service.name_en.clone(),
                },
                kind: service.kind,
                days: service.standard_working_days.map(i64::from),
            })
            .collect()
    }
}
