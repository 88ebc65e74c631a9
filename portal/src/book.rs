//! The rule book and the directory of names, from the data pack and the ids its agencies have in the archive.

use crate::{
    Error,
    pack::{AnswerChoice, LimitClock, OfficeDay, Pack, ServiceAgency},
};
use domain::{
    calendar::{Calendar, CalendarVersion, Holiday},
    deadline::{LegalReference, Limit, LimitKind, Limits},
    id::AgencyId,
    office_hours::{DatedHours, DayHours, OfficeHours, WeekHours, WorkingTime},
    routing::{Giver, RoutingRules, SpecialDesks},
    rule_book::{RuleBook, Tenant},
    view::directory::{AgencyName, Directory, QuestionName, ServiceName},
};
use jiff::civil::{Date, Time};
use std::{collections::BTreeMap, sync::Arc};

/// Ids by agency code, as the archive keeps them.
pub(crate) type Ids = BTreeMap<String, AgencyId>;

/// The version of the calendar that the pack brings. A later decree gets the next number: `Portal::add_calendar`.
const PACK_CALENDAR: CalendarVersion = CalendarVersion(1);
/// Where the pack's calendar comes from, in words.
const PACK_CALENDAR_SOURCE: &str = "SKB 3 Menteri 2025, 2026, 2027";
/// Dated hours without an end last this long in practice.
const FAR: Date = jiff::civil::date(2999, 12, 31);

/// The rules of the province. Shape: `calendars` oldest first, as the archive keeps them; the last counts.
pub(crate) fn rule_book(pack: &Pack, ids: &Ids, calendars: Vec<Calendar>) -> Result<RuleBook, Error> {
    let desks = special_desks(pack, ids)?;
    let hours = office_hours(pack)?;
    let under = |calendar| Arc::new(WorkingTime::new(calendar, hours.clone()));
    let mut earlier: Vec<_> = calendars.into_iter().map(under).collect();
    let time = earlier
        .pop()
        .ok_or_else(|| Error::Broken("the archive keeps no calendar".to_owned()))?;
    let common = Tenant {
        verifies_automatically: false,
        approves_answers: false,
        limits: Limits::new(pack.settings.limits.iter().flat_map(limits)),
        time,
        earlier,
    };
    let tenants = pack
        .tenants()
        .filter_map(|agency| ids.get(&agency.code))
        .map(|id| (*id, common.clone()))
        .collect();
    Ok(RuleBook {
        desks,
        routing: routing(pack, ids),
        tenants,
        common,
        windows: BTreeMap::new(),
    })
}

fn special_desks(pack: &Pack, ids: &Ids) -> Result<SpecialDesks, Error> {
    let id = |code: &str| {
        ids.get(code)
            .copied()
            .ok_or_else(|| Error::Broken(format!("the pack names no agency {code}")))
    };
    let settings = &pack.settings;
    Ok(SpecialDesks {
        province: id(&settings.province_desk.code)?,
        inspectorate: id(&settings.inspectorate_code)?,
        secretary: id(&settings.secretary_code)?,
        province_staff: settings
            .province_desk
            .staffed_by
            .iter()
            .map(|code| id(code))
            .collect::<Result<_, _>>()?,
    })
}

fn limits(entry: &crate::pack::LimitEntry) -> Vec<Limit> {
    let is_simple = entry.kinds.iter().any(|kind| kind == "aspiration");
    let kind = match entry.clock {
        LimitClock::Verification => LimitKind::Verification,
        LimitClock::FirstResponse => LimitKind::FirstResponse,
        LimitClock::Resolution if is_simple => LimitKind::ResolutionSimple,
        LimitClock::Resolution => LimitKind::ResolutionComplaint,
        LimitClock::ResolutionSupervision => LimitKind::ResolutionSupervision,
        LimitClock::Ppid => LimitKind::Ppid,
        LimitClock::Offer => LimitKind::Offer,
        LimitClock::Ruling => LimitKind::Ruling,
        LimitClock::CitizenData => LimitKind::CitizenData,
        LimitClock::CitizenAnswer => LimitKind::CitizenAnswer,
        LimitClock::ReopenedReply => LimitKind::ReopenedReply,
        LimitClock::ReopenedAnswer => LimitKind::ReopenedAnswer,
        // The extension is counted with the ten days in `PpidExtended`; the other two are bounds, not clocks.
        LimitClock::PpidExtension | LimitClock::Objection | LimitClock::LateData => return Vec::new(),
    };
    let reference = LegalReference::new(entry.reference.clone());
    vec![Limit {
        kind,
        days: entry.days,
        reference,
        valid_from: entry.valid_from,
    }]
}

/// The calendar that the pack brings.
pub(crate) fn calendar(pack: &Pack) -> Calendar {
    let holidays = pack
        .holidays
        .iter()
        .map(|entry| Holiday::new(entry.date, entry.name.clone(), entry.kind));
    Calendar::new(PACK_CALENDAR, PACK_CALENDAR_SOURCE, holidays)
}

fn office_hours(pack: &Pack) -> Result<OfficeHours, Error> {
    let mut hours = OfficeHours::default();
    for entry in &pack.settings.office_hours {
        let week = WeekHours {
            monday_to_thursday: day(entry.monday_to_thursday)?,
            friday: day(entry.friday)?,
        };
        match entry.valid_until {
            None => hours.week = week,
            Some(last) => hours
                .dated
                .push(DatedHours::new(entry.valid_from, last.min(FAR), week).map_err(out_of_order)?),
        }
    }
    Ok(hours)
}

fn day(day: OfficeDay) -> Result<DayHours, Error> {
    let clock = |time: Time| (time.hour().unsigned_abs(), time.minute().unsigned_abs());
    DayHours::new(
        clock(day.opens),
        (clock(day.break_from), clock(day.break_until)),
        clock(day.closes),
    )
    .map_err(out_of_order)
}

fn out_of_order(cause: impl std::fmt::Display) -> Error {
    Error::Broken(format!("office hours in the pack: {cause}"))
}

fn routing(pack: &Pack, ids: &Ids) -> RoutingRules {
    let giver = |agency: &ServiceAgency| match agency {
        ServiceAgency::RegencyOfPlace => Some(Giver::RegencyOfPlace),
        ServiceAgency::Agency(code) => ids.get(code).copied().map(Giver::Agency),
    };
    let desk = &pack.settings.province_desk.code;
    RoutingRules {
        version: pack.routing.version,
        givers: pack
            .services
            .iter()
            .filter_map(|service| Some((service.code.clone(), giver(&service.agency)?)))
            .collect(),
        regencies: pack
            .regions
            .iter()
            .filter_map(|regency| Some((regency.code.clone(), *ids.get(&regency.tenant_code)?)))
            .collect(),
        open_to_citizens: pack
            .tenants()
            .filter(|agency| agency.code != *desk)
            .filter_map(|agency| ids.get(&agency.code).copied())
            .collect(),
        sensitive: pack
            .settings
            .sensitive_services
            .iter()
            .map(|entry| entry.code.clone())
            .collect(),
        sensitive_agencies: pack
            .settings
            .sensitive_agencies
            .iter()
            .filter_map(|entry| ids.get(&entry.code).copied())
            .collect(),
    }
}

/// Every name the pages need.
pub(crate) fn directory(pack: &Pack, ids: &Ids) -> Directory {
    let agencies = pack.tenants().filter_map(|agency| {
        let name = AgencyName {
            code: agency.code.clone(),
            short: agency.short_name.clone(),
            name: agency.name.clone(),
        };
        Some((*ids.get(&agency.code)?, name))
    });
    let services = pack.services.iter().map(|service| {
        let name = ServiceName {
            name: service.name.clone(),
            name_en: service.name_en.clone(),
            kind: service.kind,
        };
        (service.code.clone(), name)
    });
    let regencies = pack
        .regions
        .iter()
        .map(|regency| (regency.code.clone(), regency.short_name.clone()));
    let districts = pack
        .regions
        .iter()
        .flat_map(|regency| &regency.districts)
        .map(|district| (district.code.clone(), district.name.clone()));
    let villages = pack
        .villages
        .iter()
        .map(|village| (village.code.clone(), village.name.clone()));
    let questions = pack
        .questions
        .iter()
        .flat_map(|group| &group.questions)
        .map(|question| {
            let choice = |choice: &AnswerChoice| (choice.code.clone(), (choice.label.clone(), choice.label_en.clone()));
            let name = QuestionName {
                label: question.label.clone(),
                label_en: question.label_en.clone(),
                is_telling: question.is_telling,
                choices: question.choices.iter().map(choice).collect(),
            };
            (question.code.clone(), name)
        });
    Directory {
        questions: questions.collect(),
        agencies: agencies.collect(),
        services: services.collect(),
        regions: regencies.chain(districts).chain(villages).collect(),
    }
}
