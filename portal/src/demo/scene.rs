//! Where and when a demonstration case plays, and who tells it.

use domain::{
    kind::{Channel, Kind, Subject, Visibility},
    lang::Lang,
    time::format::plain_date,
};
use fastrand::Rng;
use jiff::{ToSpan, civil::Date};

use super::{
    act::DemoStep,
    telling::{any, fill, vary},
    texts::{BaseText, Texts},
};
use crate::pack::{Pack, RegionEntry, VillageEntry, VillageKind};

/// One invented case: what the reporter files, and what happens then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCase {
    /// Which base text it is told from.
    pub text_id: String,
    /// Kind.
    pub kind: Kind,
    /// The reporter's words. 60 to 800 characters.
    pub body: String,
    /// As the reporter chose it; sensitive services and whistleblowing become secret when filed.
    pub visibility: Visibility,
    /// How it came.
    pub channel: Channel,
    /// Village or district code.
    pub region: String,
    /// A landmark.
    pub landmark: Option<String>,
    /// When it happened.
    pub event_date: Date,
    /// Code of the service, if the reporter named one.
    pub service: Option<String>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// Number of the application, if it is about a licence.
    pub application_no: Option<String>,
    /// The day it was applied for.
    pub applied_on: Option<Date>,
    /// Code of the agency the reporter chose, if any.
    pub agency: Option<String>,
    /// Who reports; empty parts were not given.
    pub reporter: DemoReporter,
    /// What happens, in order of time; the first step files the case.
    pub script: Vec<DemoStep>,
}

/// An invented reporter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DemoReporter {
    /// Name.
    pub name: Option<String>,
    /// An address under the reserved domain `.example`, so that nobody is ever written to.
    pub contact: Option<String>,
}

/// Place and days of one case.
pub(super) struct Scene<'a> {
    pub(super) region: &'a RegionEntry,
    village: &'a VillageEntry,
    district_name: &'a str,
    pub(super) filed_on: Date,
    event_date: Date,
    applied_on: Date,
    application_no: String,
}

impl<'a> Scene<'a> {
    /// A scene for `base`, filed on `filed_on`; none where the pack has no village at any of its places.
    pub(super) fn set(rng: &mut Rng, pack: &'a Pack, base: &BaseText, filed_on: Date) -> Option<Self> {
        let village = pick_village(rng, pack, &base.places)?;
        let region = pack.find_regency(&village.code)?;
        let district = pack.find_district(&village.district_code)?;
        let days_ago = if base.urgent { rng.i64(0..3) } else { rng.i64(1..40) };
        let event_date = filed_on.saturating_sub(days_ago.days());
        let system = if region.tenant_code == base.lead {
            "SIMBG"
        } else {
            "OSS"
        };
        Some(Self {
            region,
            village,
            district_name: &district.name,
            filed_on,
            event_date,
            applied_on: event_date.saturating_sub(rng.i64(20..110).days()),
            application_no: format!(
                "{system}-{}-{}",
                village.district_code.replace('.', ""),
                rng.u32(1_000..10_000)
            ),
        })
    }

    /// Code of the place, for routing.
    pub(super) fn place(&self) -> &str {
        &self.village.code
    }

    /// `text` with its variants chosen and the scene's placeholders filled.
    pub(super) fn tell(&self, rng: &mut Rng, text: &str) -> String {
        let kind = match self.village.kind {
            VillageKind::Kelurahan => "Kelurahan",
            VillageKind::Desa => "Desa",
        };
        let varied = vary(rng, text);
        fill(
            &varied,
            &[
                ("tempat", &format!("{kind} {}", self.village.name)),
                ("kecamatan", &format!("Kecamatan {}", self.district_name)),
                ("kab", &self.region.short_name),
                ("tanggal", &plain_date(self.event_date, Lang::Id)),
                ("ajukan", &plain_date(self.applied_on, Lang::Id)),
                ("nomor", &self.application_no),
            ],
        )
    }

    /// The case as it is filed, without a script; `agency` and `service` are what the reporter names.
    pub(super) fn file(
        &self,
        rng: &mut Rng,
        texts: &Texts,
        base: &BaseText,
        agency: Option<String>,
        service: Option<String>,
    ) -> DemoCase {
        let phrases = &texts.phrases;
        let body = self.tell(rng, &base.body);
        let is_licence = base.subject.is_some() && base.service.is_some();
        let visibility = pick_visibility(rng, base);
        DemoCase {
            text_id: base.id.clone(),
            kind: base.kind,
            body: format!("{}{body}{}", any(rng, &phrases.openings), any(rng, &phrases.closings)),
            visibility,
            channel: pick_channel(rng),
            region: if rng.u8(0..5) == 0 {
                self.village.district_code.clone()
            } else {
                self.village.code.clone()
            },
            landmark: (rng.u8(0..3) == 0).then(|| any(rng, &phrases.landmarks)),
            event_date: self.event_date,
            service,
            subject: base.subject,
            application_no: (is_licence && rng.bool()).then(|| self.application_no.clone()),
            applied_on: is_licence.then_some(self.applied_on),
            agency,
            reporter: pick_reporter(rng, texts, visibility),
            script: Vec::new(),
        }
    }
}

fn pick_village<'a>(rng: &mut Rng, pack: &'a Pack, places: &[String]) -> Option<&'a VillageEntry> {
    let place = match rng.choice(places) {
        Some(place) => place.as_str(),
        None => &weighted(rng, pack)?.code,
    };
    let within = |code: &str| code == place || code.strip_prefix(place).is_some_and(|rest| rest.starts_with('.'));
    rng.choice(
        pack.villages
            .iter()
            .filter(|village| within(&village.code))
            .collect::<Vec<_>>(),
    )
}

/// A regency or city, each as likely as it has inhabitants.
fn weighted<'a>(rng: &mut Rng, pack: &'a Pack) -> Option<&'a RegionEntry> {
    let total: u32 = pack.regions.iter().map(|region| region.population).sum();
    let mut left = rng.u32(0..total.max(1));
    pack.regions.iter().find(|region| {
        let is_here = left < region.population;
        left = left.saturating_sub(region.population);
        is_here
    })
}

fn pick_visibility(rng: &mut Rng, base: &BaseText) -> Visibility {
    if base.kind == Kind::Whistleblowing {
        return Visibility::AnonymousSecret;
    }
    let chosen = match rng.u8(0..10) {
        0..6 => Visibility::Open,
        6..9 => Visibility::Anonymous,
        _ => Visibility::Secret,
    };
    if base.secret { chosen.made_secret() } else { chosen }
}

fn pick_channel(rng: &mut Rng) -> Channel {
    match rng.u8(0..20) {
        0..10 => Channel::Web,
        10..15 => Channel::Mobile,
        15..17 => Channel::Whatsapp,
        17 => Channel::Counter,
        18 => Channel::Phone,
        _ => Channel::Sp4n,
    }
}

fn pick_reporter(rng: &mut Rng, texts: &Texts, visibility: Visibility) -> DemoReporter {
    let named = if visibility.is_anonymous() {
        rng.u8(0..10) < 4
    } else {
        rng.u8(0..10) < 9
    };
    if !named {
        return DemoReporter::default();
    }
    let name = any(rng, &texts.reporters);
    let mailbox = name.to_lowercase().replace(' ', ".");
    DemoReporter {
        contact: (rng.u8(0..4) > 0).then(|| format!("{mailbox}@warga.example")),
        name: Some(name),
    }
}
