//! A small province with real holidays, its officers, and a case that is driven through its life.

pub(super) use super::deeds::*;
use crate::{
    calendar::{Calendar, CalendarVersion, Holiday, HolidayKind, fixture::kaltara},
    case::{
        Case,
        change::{Acting, Change, Moment},
        event::Event,
        file::NewNames,
        message::Message,
        seat::Seat,
        status::StatusCode,
    },
    deadline::Limits,
    deed::Deed,
    facts::{Facts, Identity, LicenceFacts, NewCase, Place, RegionCode},
    id::{AgencyId, CaseId, CaseKey, PersonId},
    kind::{Channel, Kind, Visibility},
    office_hours::{OfficeHours, WorkingTime},
    permit::{Actor, Officer, Role},
    refusal::Refusal,
    routing::{Giver, RoutingRules, SpecialDesks},
    rule_book::{RuleBook, Tenant},
    text::Line,
    time::{Timestamp, at},
    tracking_code::{CodePrefix, TrackingCode},
};
use jiff::civil::date;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};
use uuid::Uuid;

const fn desk(number: u128) -> AgencyId {
    AgencyId(Uuid::from_u128(number))
}

pub(super) const PROVINSI: AgencyId = desk(0x01);
pub(super) const INSPEKTORAT: AgencyId = desk(0x02);
pub(super) const SETDA: AgencyId = desk(0x03);
pub(super) const DKISP: AgencyId = desk(0x04);
pub(super) const BIRO_ORGANISASI: AgencyId = desk(0x05);
pub(super) const DPMPTSP: AgencyId = desk(0x06);
pub(super) const DESDM: AgencyId = desk(0x07);
pub(super) const DLH: AgencyId = desk(0x08);
/// A regency, and a second one whose name begins with the whole name of the first.
pub(super) const KAB: AgencyId = desk(0x6501_0000);
pub(super) const KAB_B: AgencyId = desk(0x6501_0001);

pub(super) const TENANTS: [AgencyId; 10] = [
    PROVINSI,
    INSPEKTORAT,
    SETDA,
    DKISP,
    BIRO_ORGANISASI,
    DPMPTSP,
    DESDM,
    DLH,
    KAB,
    KAB_B,
];

/// A Monday without holidays near: 3 working days end on the 10th, 5 on the 14th, 10 on the 21st, 14 on the 25th of
/// September, and 60 on the 30th of November.
pub(super) const MONDAY: &str = "2026-09-07 09:00 WITA";

static TIME: LazyLock<Arc<WorkingTime>> =
    LazyLock::new(|| Arc::new(WorkingTime::new(kaltara(), OfficeHours::default())));
static BOOK: LazyLock<Arc<RuleBook>> = LazyLock::new(|| Arc::new(new_book()));

fn new_book() -> RuleBook {
    let common = Tenant {
        verifies_automatically: false,
        approves_answers: false,
        limits: Limits::default(),
        time: Arc::clone(&TIME),
        earlier: Vec::new(),
    };
    let giver = |code: &str, giver| (code.to_owned(), giver);
    RuleBook {
        desks: SpecialDesks {
            province: PROVINSI,
            inspectorate: INSPEKTORAT,
            secretary: SETDA,
            province_staff: BTreeSet::from([DKISP, BIRO_ORGANISASI]),
        },
        routing: RoutingRules {
            version: 1,
            givers: BTreeMap::from([
                giver("izin-galian", Giver::Agency(DPMPTSP)),
                giver("pbg", Giver::RegencyOfPlace),
                giver("perlindungan-anak", Giver::Agency(DLH)),
            ]),
            regencies: BTreeMap::from([("65.01".to_owned(), KAB), ("65.02".to_owned(), KAB_B)]),
            open_to_citizens: BTreeSet::from([DKISP, DPMPTSP, DESDM, DLH, KAB, KAB_B, INSPEKTORAT]),
            sensitive: BTreeSet::from(["perlindungan-anak".to_owned()]),
            sensitive_agencies: BTreeSet::new(),
        },
        tenants: TENANTS.into_iter().map(|tenant| (tenant, common.clone())).collect(),
        common,
        windows: BTreeMap::new(),
    }
}

/// The rule book of the province.
pub(super) fn book() -> Arc<RuleBook> {
    Arc::clone(&BOOK)
}

/// The rule book with one thing set otherwise.
pub(super) fn book_with(change: impl FnOnce(&mut RuleBook)) -> Arc<RuleBook> {
    let mut book = new_book();
    change(&mut book);
    Arc::new(book)
}

/// The same rules after a decree that made the 18th of September a day of collective leave.
pub(super) fn after_decree(before: &RuleBook) -> Arc<RuleBook> {
    let mut book = before.clone();
    let old = Arc::clone(&book.common.time);
    let added = Holiday::new(date(2026, 9, 18), "Cuti bersama tambahan", HolidayKind::CollectiveLeave);
    let days = old.calendar().holidays().iter().cloned().chain([added]);
    let version = CalendarVersion(old.calendar().version().0 + 1);
    let calendar = Calendar::new(version, "SKB perubahan", days);
    let time = Arc::new(WorkingTime::new(calendar, OfficeHours::default()));
    for tenant in book.tenants.values_mut().chain([&mut book.common]) {
        tenant.time = Arc::clone(&time);
        tenant.earlier = vec![Arc::clone(&old)];
    }
    Arc::new(book)
}

/// An officer; `no` tells colleagues of the same role apart.
pub(super) fn officer(agency: AgencyId, role: Role, no: u128) -> Officer {
    let place = Role::ALL.iter().position(|known| *known == role).unwrap() as u128;
    Officer {
        id: PersonId(Uuid::from_u128(agency.uuid().as_u128() << 16 | place << 8 | no)),
        agency,
        role,
        name: line("Rahma"),
        unit: None,
    }
}

pub(super) fn actor(agency: AgencyId, role: Role) -> Actor {
    Actor::Officer(officer(agency, role, 1))
}

pub(super) fn handler(agency: AgencyId) -> Actor {
    actor(agency, Role::Handler)
}

pub(super) fn liaison(agency: AgencyId) -> Actor {
    actor(agency, Role::LiaisonOfficer)
}

pub(super) fn province() -> Actor {
    actor(PROVINSI, Role::ProvinceAdmin)
}

pub(super) fn inspector() -> Actor {
    actor(INSPEKTORAT, Role::Inspectorate)
}

pub(super) fn line(text: &str) -> Line {
    Line::try_from(text).unwrap()
}

/// A complaint that names its agency.
pub(super) fn complaint(agency: impl Into<Option<AgencyId>>) -> NewCase {
    NewCase {
        kind: Kind::Complaint,
        facts: Facts {
            body: "Berkas izin galian saya tiga bulan tidak bergerak.".try_into().unwrap(),
            title: None,
            event_date: None,
            place: Place {
                region: RegionCode::try_from("65.01.06").unwrap(),
                landmark: None,
                point: None,
            },
            service: None,
            subject: None,
            licence: LicenceFacts::default(),
            category: None,
            answers: Vec::new(),
            is_telling_for_province: false,
            unlike: None,
        },
        agency: agency.into(),
        suggested: None,
        visibility: Visibility::Open,
        identity: Identity::default(),
        channel: Channel::Web,
        filed_at: None,
    }
}

pub(super) fn of_kind(kind: Kind, agency: AgencyId) -> NewCase {
    NewCase {
        kind,
        ..complaint(agency)
    }
}

/// One case at one moment, with all that was ever written of it.
#[derive(Clone)]
pub(super) struct Life {
    pub(super) book: Arc<RuleBook>,
    pub(super) case: Case,
    pub(super) now: Timestamp,
    pub(super) events: Vec<Event>,
    pub(super) messages: Vec<Message>,
}

fn moment(now: Timestamp, no: usize) -> Moment {
    let mut seed = [7; 32];
    seed.iter_mut()
        .zip(no.to_be_bytes())
        .for_each(|(place, byte)| *place = byte);
    Moment { now, seed }
}

impl Life {
    /// A case filed on [`MONDAY`].
    pub(super) fn filed(asked: NewCase) -> Self {
        Self::filed_under(book(), asked, at(MONDAY))
    }

    pub(super) fn filed_under(book: Arc<RuleBook>, asked: NewCase, now: Timestamp) -> Self {
        let acting = Acting {
            book: &book,
            by: &Actor::Reporter,
            at: moment(now, 0),
        };
        let prefix = CodePrefix::try_from("KTR".to_owned()).unwrap();
        let names = NewNames {
            id: CaseId(Uuid::from_u128(0xCA5E)),
            code: TrackingCode::new(&prefix, 2026, [1, 2, 3, 4, 5, 6, 7]),
        };
        let change = Case::file(acting, asked, names);
        Self {
            case: change.after,
            events: change.events,
            messages: change.messages,
            book,
            now,
        }
    }

    /// Verified, and standing at this agency.
    pub(super) fn dispatched(agency: AgencyId) -> Self {
        Self::filed(complaint(agency)).and(&liaison(agency), Deed::Verify)
    }

    /// At work at this agency.
    pub(super) fn in_progress(agency: AgencyId) -> Self {
        Self::dispatched(agency).and(&handler(agency), start())
    }

    /// Answered by this agency.
    pub(super) fn responded(agency: AgencyId) -> Self {
        Self::in_progress(agency).and(&handler(agency), Deed::Answer(answer_text()))
    }

    /// Offered by one agency to another.
    pub(super) fn offered(from: AgencyId, to: AgencyId) -> Self {
        Self::dispatched(from).and(&handler(from), offer_to(to))
    }

    /// An archived case: a handler proposed it, the liaison officer approved.
    pub(super) fn archived(agency: AgencyId) -> Self {
        Self::dispatched(agency)
            .and(&handler(agency), propose_archive())
            .and(&liaison(agency), Deed::ApproveArchive)
    }

    pub(super) fn acting<'a>(&'a self, by: &'a Actor) -> Acting<'a> {
        Acting {
            book: &self.book,
            by,
            at: moment(self.now, self.events.len()),
        }
    }

    pub(super) fn try_act(&self, by: &Actor, deed: Deed) -> Result<Change, Refusal> {
        self.case.act(self.acting(by), deed)
    }

    /// Why this may not be done.
    #[track_caller]
    pub(super) fn refusal(&self, by: &Actor, deed: Deed) -> Refusal {
        self.try_act(by, deed).map(|_| ()).unwrap_err()
    }

    /// Does it, or fails the test with the refusal.
    #[track_caller]
    pub(super) fn act(&mut self, by: &Actor, deed: Deed) {
        let change = match self.try_act(by, deed.clone()) {
            Ok(change) => change,
            Err(refusal) => panic!("{} refused: {refusal}", deed.act().as_str()),
        };
        self.keep(&change);
    }

    /// The same in a chain.
    #[track_caller]
    pub(super) fn and(mut self, by: &Actor, deed: Deed) -> Self {
        self.act(by, deed);
        self
    }

    pub(super) fn keep(&mut self, change: &Change) {
        self.case = change.after.clone();
        self.events.extend(change.events.iter().cloned());
        self.messages.extend(change.messages.iter().cloned());
    }

    /// Time passes until this instant.
    pub(super) fn when(mut self, text: &str) -> Self {
        let now = at(text);
        assert!(now >= self.now, "time does not run back to {text}");
        self.now = now;
        self
    }

    pub(super) fn status(&self) -> StatusCode {
        self.case.status.code()
    }

    pub(super) fn key(&self) -> CaseKey {
        self.case.key
    }

    pub(super) fn seats(&self) -> Vec<Seat> {
        self.case.seats(&self.book.desks)
    }

    pub(super) fn seat(&self, agency: AgencyId) -> Option<Seat> {
        self.seats().into_iter().find(|seat| seat.agency == agency)
    }

    pub(super) fn last_event(&self) -> &Event {
        self.events.last().unwrap()
    }
}
