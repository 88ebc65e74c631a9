//! A province in which each desk has one case in each capacity it can have, and officers of every role.

use std::{collections::BTreeMap, sync::Mutex};

use domain::permit::Role;
use portal::{
    Receipt,
    fixture::{Office, typed},
};

use super::super::House;
use crate::router::ROUTES;

/// A regency, and an agency whose whole code is how the regency's begins.
pub(super) const REGENCY: &str = "KAB-BULUNGAN";
/// It has cases that nobody of the regency may see, and the other way round.
pub(super) const PREFIX: &str = "KAB";
const SENTENCE: (&str, &str) = ("sentence", "Kewenangan ada di instansi lain.");

/// In what capacity a desk looks at a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    Holder,
    Partner,
    Offered,
    Overseer,
    Former,
    Accused,
    Others,
    Missing,
}

impl Seen {
    /// For these, nothing is there.
    pub(super) const HIDDEN: [Self; 3] = [Self::Accused, Self::Others, Self::Missing];
    pub(super) const SHOWN: [Self; 5] = [Self::Holder, Self::Partner, Self::Offered, Self::Overseer, Self::Former];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Partner => "partner",
            Self::Offered => "offered",
            Self::Overseer => "overseer",
            Self::Former => "former",
            Self::Accused => "accused",
            Self::Others => "another's",
            Self::Missing => "missing",
        }
    }
}

/// The desk an officer of this role works for.
pub(super) const fn desk_of(role: Role) -> &'static str {
    match role {
        Role::ProvinceAdmin | Role::ProvinceLeader | Role::Auditor => "PROVINSI",
        Role::Inspectorate => "INSPEKTORAT",
        Role::AgencyAdmin
        | Role::LiaisonOfficer
        | Role::Handler
        | Role::AgencyHead
        | Role::RegencyAdmin
        | Role::IntakeOfficer => REGENCY,
    }
}

/// The house with everybody and every case in it.
pub(super) struct Stage {
    pub(super) house: House,
    /// Cookies by role.
    pub(super) cookies: BTreeMap<&'static str, String>,
    /// Receipts of the cases, by desk and by how it sees them.
    pub(super) cases: BTreeMap<(&'static str, Seen), Receipt>,
    /// The photo of each case, by its code.
    files: Mutex<BTreeMap<String, String>>,
}

/// A photo that comes with every case.
const PHOTO: &[u8] = include_bytes!("../../../../files/src/tests/fixtures/photo.jpg");
/// No case has this file.
const NO_FILE: &str = "019ab000-0000-7000-8000-000000000001";

impl Stage {
    /// With an officer of each of these roles, signed in.
    pub(super) async fn set(roles: &[Role]) -> Self {
        let office = Office::open_with(|pack| {
            let like = pack.agencies.iter().find(|agency| agency.code == "DLH").unwrap();
            let mut short = like.clone();
            short.code = PREFIX.to_owned();
            pack.agencies.push(short);
        })
        .await;
        let mut stage = Self {
            house: House::over(office, ROUTES),
            cookies: BTreeMap::new(),
            cases: BTreeMap::new(),
            files: Mutex::default(),
        };
        for role in roles {
            stage.sign_in(*role).await;
        }
        stage.set_regency().await;
        stage.set_province().await;
        stage.set_inspectorate().await;
        stage
    }

    async fn sign_in(&mut self, role: Role) {
        let cookie = self.house.signed_in(desk_of(role), role).await;
        self.cookies.insert(role.as_str(), cookie);
    }

    /// The cookie of a role; `None` for who is not signed in.
    pub(super) fn cookie(&self, role: Option<Role>) -> &str {
        role.map_or("", |role| &self.cookies[role.as_str()])
    }

    /// The code of the case that the desk of a role sees so, if there can be one. Nobody is asked about the regency's.
    pub(super) fn code(&self, role: Option<Role>, seen: Seen) -> Option<&str> {
        let desk = role.map_or(REGENCY, desk_of);
        self.cases.get(&(desk, seen)).map(|receipt| receipt.code.as_str())
    }

    async fn filed_at(&self, agency: &str) -> Receipt {
        self.filed(&[("service", ""), ("agency", agency)]).await
    }

    /// A case with a photo.
    async fn filed(&self, with: &[(&str, &str)]) -> Receipt {
        let office = &self.house.office;
        let id = office.portal.uploads().whole(PHOTO.to_vec()).await.unwrap().unwrap();
        let id = id.uuid().to_string();
        let receipt = office.file(&[with, &[("upload", &id)]].concat()).await;
        self.files.lock().unwrap().insert(receipt.code.clone(), id);
        receipt
    }

    /// The id of the photo of the case with this code.
    pub(super) fn file(&self, code: &str) -> &'static str {
        let id = self.files.lock().unwrap().get(code).cloned();
        id.map_or(NO_FILE, |id| id.leak())
    }

    async fn act(&self, agency: &str, case: &Receipt, fields: &[(&str, &str)]) {
        let role = match agency {
            "PROVINSI" => Role::ProvinceAdmin,
            "INSPEKTORAT" => Role::Inspectorate,
            _ => Role::LiaisonOfficer,
        };
        let officer = self.house.office.officer(agency, role);
        self.house.office.act(&officer, &case.code, fields).await;
    }

    /// A case that an agency has verified.
    async fn verified(&self, agency: &str) -> Receipt {
        let case = self.filed_at(agency).await;
        self.act(agency, &case, &[("act", "verify")]).await;
        case
    }

    async fn offer(&self, from: &str, case: &Receipt, to: &str) {
        let fields = [("act", "offer"), ("to", to), ("reason", "other_opd"), SENTENCE];
        self.act(from, case, &fields).await;
    }

    /// A case of [`PREFIX`], in which a desk is asked for help and agrees.
    async fn joint(&self, partner: &str) -> Receipt {
        let case = self.verified(PREFIX).await;
        self.offer(PREFIX, &case, partner).await;
        let together = [("act", "together"), ("what", "Memeriksa lokasi"), SENTENCE];
        self.act(partner, &case, &together).await;
        self.act(PREFIX, &case, &[("act", "agree_together")]).await;
        case
    }

    async fn offered(&self, to: &str) -> Receipt {
        let case = self.verified(PREFIX).await;
        self.offer(PREFIX, &case, to).await;
        case
    }

    /// A case that an agency had, and that accuses it.
    async fn accusing(&self, accused: &str, had_by: &str) -> Receipt {
        let case = self.verified(had_by).await;
        let flag = [
            ("act", "flag"),
            ("accused", accused),
            ("reason", "Petugas meminta uang."),
        ];
        self.act("PROVINSI", &case, &flag).await;
        case
    }

    fn put(&mut self, desk: &'static str, seen: Seen, case: Receipt) {
        self.cases.insert((desk, seen), case);
    }

    /// No case has this code.
    fn put_missing(&mut self, desk: &'static str) {
        let code = domain::tracking_code::TrackingCode::new(
            &domain::tracking_code::CodePrefix::try_from("KTR".to_owned()).unwrap(),
            2026,
            [1; 7],
        );
        let nothing = Receipt {
            code: code.to_string(),
            secret: self.cases[&(desk, Seen::Accused)].secret.clone(),
        };
        self.put(desk, Seen::Missing, nothing);
    }

    async fn set_regency(&mut self) {
        let former = self.verified(REGENCY).await;
        self.offer(REGENCY, &former, PREFIX).await;
        self.act(PREFIX, &former, &[("act", "accept")]).await;
        let cases = [
            (Seen::Holder, self.verified(REGENCY).await),
            (Seen::Partner, self.joint(REGENCY).await),
            (Seen::Offered, self.offered(REGENCY).await),
            (Seen::Former, former),
            (Seen::Accused, self.accusing(REGENCY, REGENCY).await),
            (Seen::Others, self.verified(PREFIX).await),
        ];
        for (seen, case) in cases {
            self.put(REGENCY, seen, case);
        }
        self.put_missing(REGENCY);
    }

    /// The province desk oversees what it does not hold, unless it is restricted.
    async fn set_province(&mut self) {
        let cases = [
            (Seen::Holder, self.filed(&[("service", "")]).await),
            (Seen::Overseer, self.verified(REGENCY).await),
            (Seen::Accused, self.accusing("DKISP", "DKISP").await),
            (Seen::Others, self.accusing(REGENCY, REGENCY).await),
        ];
        for (seen, case) in cases {
            self.put("PROVINSI", seen, case);
        }
        self.put_missing("PROVINSI");
    }

    async fn set_inspectorate(&mut self) {
        let former = self.verified(REGENCY).await;
        self.offer(REGENCY, &former, "INSPEKTORAT").await;
        self.act("INSPEKTORAT", &former, &[("act", "accept")]).await;
        self.offer("INSPEKTORAT", &former, PREFIX).await;
        self.act(PREFIX, &former, &[("act", "accept")]).await;
        let cases = [
            (Seen::Holder, self.accusing(REGENCY, REGENCY).await),
            (Seen::Partner, self.joint("INSPEKTORAT").await),
            (Seen::Offered, self.offered("INSPEKTORAT").await),
            (Seen::Former, former),
            (Seen::Accused, self.accusing("INSPEKTORAT", REGENCY).await),
            (Seen::Others, self.verified(PREFIX).await),
        ];
        for (seen, case) in cases {
            self.put("INSPEKTORAT", seen, case);
        }
        self.put_missing("INSPEKTORAT");
    }

    /// Fields of a form, as they are posted.
    pub(super) fn form(fields: &[(&str, &str)]) -> Vec<u8> {
        serde_urlencoded::to_string(typed(fields).0).unwrap().into_bytes()
    }
}
