//! A province for tests: its desks, its rule book, its officers, and cases that live in it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use domain::calendar::{Calendar, CalendarVersion};
use domain::case::Case;
use domain::case::change::{Acting, Change, Moment};
use domain::case::file::NewNames;
use domain::deadline::Limits;
use domain::deed::{AnswerText, Deed, PublicText};
use domain::facts::{Answer, Contact, Facts, Identity, LicenceFacts, NewCase, Nib, Place, RegionCode, Unlike};
use domain::id::{AgencyId, CaseId, PersonId};
use domain::kind::{Channel, HandoffReason, Kind, Subject, Visibility};
use domain::office_hours::{OfficeHours, WorkingTime};
use domain::permit::{Actor, Officer, Role};
use domain::point::Point;
use domain::routing::{Giver, RoutingRules, SpecialDesks};
use domain::rule_book::{RuleBook, Tenant};
use domain::time::Timestamp;
use domain::tracking_code::{CodePrefix, TrackingCode};
use jiff::civil::date;
use uuid::Uuid;

use super::{Sealed, apply};
use crate::tests::{Archive, agency};
use crate::{Error, Tx};

/// The province desk.
pub(crate) const PROVINCE: AgencyId = AgencyId(Uuid::from_u128(1));
/// The Inspektorat.
pub(crate) const INSPECTORATE: AgencyId = AgencyId(Uuid::from_u128(2));
/// The Sekda's desk.
pub(crate) const SECRETARY: AgencyId = AgencyId(Uuid::from_u128(3));
/// An agency that gives the service of the test cases.
pub(crate) const A: AgencyId = AgencyId(Uuid::from_u128(10));
/// Another agency.
pub(crate) const B: AgencyId = AgencyId(Uuid::from_u128(11));
/// A third one.
pub(crate) const C: AgencyId = AgencyId(Uuid::from_u128(12));
/// An agency that never has to do with any case.
pub(crate) const STRANGER: AgencyId = AgencyId(Uuid::from_u128(13));

/// Every desk.
pub(crate) const DESKS: [AgencyId; 7] = [PROVINCE, INSPECTORATE, SECRETARY, A, B, C, STRANGER];

/// The rules of the test's province: plain weeks without holidays, the built-in limits.
pub(crate) static BOOK: LazyLock<RuleBook> = LazyLock::new(|| {
    let calendar = Calendar::new(CalendarVersion(7), "Uji", []);
    let common = Tenant {
        verifies_automatically: false,
        approves_answers: false,
        limits: Limits::default(),
        time: Arc::new(WorkingTime::new(calendar, OfficeHours::default())),
        earlier: Vec::new(),
    };
    let approving = Tenant {
        approves_answers: true,
        ..common.clone()
    };
    let tenant = |desk| (desk, if desk == C { approving.clone() } else { common.clone() });
    RuleBook {
        desks: SpecialDesks {
            province: PROVINCE,
            inspectorate: INSPECTORATE,
            secretary: SECRETARY,
            province_staff: [].into(),
        },
        routing: RoutingRules {
            version: 3,
            givers: [("izin".to_owned(), Giver::Agency(A))].into(),
            open_to_citizens: [A, B, C].into(),
            ..RoutingRules::default()
        },
        tenants: DESKS.map(tenant).into(),
        common,
        windows: BTreeMap::new(),
    }
});

/// The instant `hour` hours after half past eight on a Monday, WITA.
pub(crate) fn at(hour: i64) -> Timestamp {
    domain::time::at("2026-11-02 08:30 WITA").plus_minutes(60 * hour)
}

/// A text of any of the domain's types.
pub(crate) fn text<T: for<'t> TryFrom<&'t str>>(words: &str) -> T {
    T::try_from(words)
        .map_err(|_| words.to_owned())
        .expect("the text has its length")
}

/// Somebody of a desk; each role of a desk is one person.
pub(crate) fn officer(desk: AgencyId, role: Role) -> Actor {
    let place = Role::ALL.iter().position(|other| *other == role).unwrap();
    let id = desk.uuid().as_u128() * 100 + u128::try_from(place).unwrap();
    Actor::Officer(Officer {
        id: PersonId(Uuid::from_u128(id)),
        agency: desk,
        role,
        name: text("Rina"),
        unit: Some(text("Bidang Perizinan")),
    })
}

/// Whoever runs the queue of a desk.
pub(crate) fn admin(desk: AgencyId) -> Actor {
    officer(
        desk,
        match desk {
            PROVINCE => Role::ProvinceAdmin,
            INSPECTORATE => Role::Inspectorate,
            _ => Role::AgencyAdmin,
        },
    )
}

/// The code of test case `number`.
pub(crate) fn code(number: u8) -> TrackingCode {
    let prefix = CodePrefix::try_from("KTR".to_owned()).unwrap();
    TrackingCode::new(&prefix, 2026, [number, number >> 5, 2, 3, 4, 5, 6])
}

/// Everything a citizen can tell, about the service that [`A`] gives.
pub(crate) fn asked() -> NewCase {
    NewCase {
        kind: Kind::Complaint,
        facts: Facts {
            body: text("Izin usaha saya sudah dua bulan tidak terbit, tanpa kabar."),
            title: None,
            event_date: Some(date(2026, 10, 1)),
            place: Place {
                region: RegionCode::try_from("65.01.07.2003").unwrap(),
                landmark: Some(text("Dekat pasar induk")),
                point: Some(Point::new(284_412, 11_736_399).unwrap()),
            },
            service: Some(text("izin")),
            subject: Some(Subject::Delay),
            licence: LicenceFacts {
                application_no: Some(text("OSS-2026-001")),
                nib: Some(Nib::try_from("9120304567890").unwrap()),
                applied_on: Some(date(2026, 9, 1)),
                is_fee_asked: Some(false),
            },
            category: Some(text("TOPIK LAINNYA")),
            answers: vec![Answer {
                question: text("last_status"),
                text: text("Menunggu verifikasi"),
            }],
            is_telling_for_province: true,
            unlike: Some(Unlike {
                code: code(200),
                why: text("Jalannya lain, di seberang sungai."),
            }),
        },
        agency: None,
        suggested: None,
        visibility: Visibility::Open,
        identity: Identity {
            name: Some(text("Sari")),
            contact: Some(Contact::try_from("0812 3456 7890").unwrap()),
        },
        channel: Channel::Web,
        filed_at: Some(at(0).plus_minutes(-3)),
    }
}

/// Offers a case to `to`.
pub(crate) fn offering(to: AgencyId) -> Deed {
    Deed::Offer {
        to,
        reason: HandoffReason::OtherOpd,
        sentence: text("Layanan ini ada di dinas lain."),
    }
}

/// The final answer.
pub(crate) fn answering() -> Deed {
    Deed::Answer(AnswerText {
        text: text("Izin Anda terbit."),
        act: text("Menerbitkan izin"),
        on: date(2026, 11, 4),
        unit: text("Bidang Perizinan"),
    })
}

/// The text that everybody reads.
pub(crate) fn publishing() -> Deed {
    Deed::Publish(public_text("Izin usaha terlambat dua bulan"))
}

/// A public text with this title.
pub(crate) fn public_text(title: &str) -> PublicText {
    PublicText {
        title: text(title),
        text: text("Permohonan izin usaha sudah dua bulan tanpa kabar."),
        response: Some(text("Izin terbit pada 4 November.")),
        photos: Vec::new(),
    }
}

/// A note within a desk.
pub(crate) fn noting(words: &str) -> Deed {
    Deed::Note { text: text(words) }
}

fn moment(now: Timestamp) -> Moment {
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&now.as_ms().to_be_bytes());
    Moment { now, seed }
}

/// Files test case `number`.
pub(crate) fn filed(asked: NewCase, number: u8, now: Timestamp) -> Change {
    let names = NewNames {
        id: CaseId(Uuid::from_u128(1_000 + u128::from(number))),
        code: code(number),
    };
    let acting = Acting {
        book: &BOOK,
        by: &Actor::Reporter,
        at: moment(now),
    };
    Case::file(acting, asked, names)
}

/// Does an act that the rules allow.
pub(crate) fn act(case: &Case, by: &Actor, now: Timestamp, deed: Deed) -> Change {
    let acting = Acting {
        book: &BOOK,
        by,
        at: moment(now),
    };
    case.act(acting, deed).unwrap()
}

/// Keeps the province's desks, which every case refers to.
pub(crate) async fn with_desks(store: &Archive) {
    store
        .keep(async move |tx: &mut Tx| {
            for (number, desk) in (0..).zip(DESKS) {
                let desk = crate::agency::Agency {
                    id: desk,
                    ..agency(1, &format!("DESK-{number}"))
                };
                crate::agency::keep(tx, &desk).await?;
            }
            Ok(())
        })
        .await;
}

/// Applies a change, with the tracking code of a new case.
pub(crate) async fn applied(tx: &mut Tx, change: &Change) -> Result<Vec<Sealed>, Error> {
    let case = change.after();
    if change.before().is_none() {
        assert!(crate::receipt::claim(tx, &case.code, case.key, &[9; 32]).await?);
    }
    let sealed = apply(tx, &BOOK.desks, change).await?;
    crate::tally::add(tx, &domain::tally::deltas(&BOOK, change)).await?;
    Ok(sealed)
}

/// Does an act that the rules allow, and keeps it.
pub(crate) async fn done(store: &Archive, case: &Case, by: &Actor, now: Timestamp, deed: Deed) -> Case {
    written(store, act(case, by, now, deed)).await
}

/// Files test case `number` at [`A`] and verifies it there, in hours 0 and 1.
pub(crate) async fn at_work(store: &Archive, number: u8) -> Case {
    let case = written(store, filed(asked(), number, at(0))).await;
    done(store, &case, &admin(A), at(1), Deed::Verify).await
}

/// Keeps a change that must be kept.
pub(crate) async fn written(store: &Archive, change: Change) -> Case {
    let after = change.after().clone();
    store
        .keep(async move |tx: &mut Tx| applied(tx, &change).await.map(drop))
        .await;
    after
}
