//! The settings an act is decided under: limits, calendars, desks and policies, all as validated data.

use crate::{
    calendar::CalendarVersion,
    deadline::{Deadline, Limit, LimitKind, Limits, Pause},
    id::AgencyId,
    office_hours::WorkingTime,
    routing::{RoutingRules, SpecialDesks},
    time::Timestamp,
};
use std::{collections::BTreeMap, sync::Arc};

/// What a tenant has set for itself. Differences between tenants are data, never code.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Cases that certainly belong here are dispatched at once.
    pub verifies_automatically: bool,
    /// Answers wait for the liaison officer.
    pub approves_answers: bool,
    /// Its limits: the province's, or shorter.
    pub limits: Limits,
    /// Its working days and hours.
    pub time: Arc<WorkingTime>,
    /// The same under earlier versions of the calendar, for what is still counted by them.
    pub earlier: Vec<Arc<WorkingTime>>,
}

impl Tenant {
    /// Its working time under this version of the calendar; under the newest, if that version is not known.
    #[must_use]
    pub fn time_at(&self, version: CalendarVersion) -> &WorkingTime {
        self.earlier
            .iter()
            .find(|time| time.calendar().version() == version)
            .unwrap_or(&self.time)
    }
}

/// Everything the rules ask about the province. Built once, shared by all requests.
#[derive(Debug, Clone)]
pub struct RuleBook {
    /// The desks with special duties.
    pub desks: SpecialDesks,
    /// Who gives which service.
    pub routing: RoutingRules,
    /// Every tenant, the province desk among them.
    pub tenants: BTreeMap<AgencyId, Tenant>,
    /// What holds for a desk that set nothing.
    pub common: Tenant,
    /// Windows agreed between two agencies (offering, awaited), in place of the common one.
    pub windows: BTreeMap<(AgencyId, AgencyId), Limit>,
}

impl RuleBook {
    /// The newest version of the calendar.
    #[must_use]
    pub fn calendar_version(&self) -> CalendarVersion {
        self.common.time.calendar().version()
    }

    /// What this desk has set, or the common settings.
    #[must_use]
    pub fn tenant(&self, desk: AgencyId) -> &Tenant {
        self.tenants.get(&desk).unwrap_or(&self.common)
    }

    /// Whether a desk with this id exists.
    #[must_use]
    pub fn is_tenant(&self, desk: AgencyId) -> bool {
        self.tenants.contains_key(&desk)
    }

    /// The deadline of a clock of this kind, by the days and calendar of `desk`.
    #[must_use]
    pub fn deadline(&self, desk: AgencyId, kind: LimitKind, start: Timestamp, pauses: &[Pause]) -> Deadline {
        let tenant = self.tenant(desk);
        let limit = tenant.limits.on(kind, start.wita_date());
        Deadline::new(&limit, start, pauses, tenant.time.calendar())
    }

    /// The end of the window of an offer, in the awaited desk's calendar, at its close of office.
    #[must_use]
    pub fn window(&self, from: AgencyId, to: AgencyId, offered_at: Timestamp) -> Timestamp {
        let tenant = self.tenant(to);
        let common = tenant.limits.on(LimitKind::Offer, offered_at.wita_date());
        let limit = self.windows.get(&(from, to)).unwrap_or(&common);
        Deadline::of_offer(limit, offered_at, &tenant.time).due
    }

    /// By when the province desk rules on what it is asked at `asked_at`.
    #[must_use]
    pub fn ruling_due(&self, asked_at: Timestamp) -> Timestamp {
        self.deadline(self.desks.province, LimitKind::Ruling, asked_at, &[]).due
    }
}
