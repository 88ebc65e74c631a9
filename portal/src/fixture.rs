//! An office over an empty archive, with a clock that can be set: for tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test may stop"
)]

use crate::{Files, HeicDecoder, Portal, Receipt, Scanner, ScriptedWorld, Typed, World as _, pack::Pack};
use domain::{
    id::{AgencyId, FileId, PersonId},
    lang::Lang,
    notice::NoticeChannel,
    permit::{Officer, Role},
    text::Line,
    time::Timestamp,
    view::CaseView,
};
use std::sync::Arc;
use store::{Store, Tx, vault::Vault};

/// An office, its clock, and the folder that goes with it.
pub struct Office {
    /// The office.
    pub portal: Portal,
    /// Its clock.
    pub world: Arc<ScriptedWorld>,
    _folder: tempfile::TempDir,
}

/// When the tests begin: Tuesday, 3 November 2026, 09.00 WITA, an ordinary working morning.
pub const MORNING: &str = "2026-11-03 09:00 WITA";

impl Office {
    /// Opens an office with the pack of Kalimantan Utara over a new SQLite file.
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same, with a virus scanner.
    pub async fn open_scanned(scanner: Scanner) -> Self {
        Self::over(|_| {}, scanner, HeicDecoder::default()).await
    }

    /// The same, with a program that reads the photos of iPhones.
    pub async fn open_with_heic(heic: HeicDecoder) -> Self {
        Self::over(|_| {}, Scanner::None, heic).await
    }

    /// The same, with something in the pack set otherwise.
    pub async fn open_with(change: impl FnOnce(&mut Pack)) -> Self {
        Self::over(change, Scanner::None, HeicDecoder::default()).await
    }

    async fn over(change: impl FnOnce(&mut Pack), scanner: Scanner, heic: HeicDecoder) -> Self {
        let mut pack = Pack::kaltara().unwrap();
        change(&mut pack);
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("office.db").to_str().unwrap())
            .await
            .unwrap();
        let world = Arc::new(ScriptedWorld::new(domain::time::at(MORNING), 1));
        let files = Files {
            vault: Vault::memory(),
            scanner,
            heic,
        };
        let portal = Portal::open(store, files, pack, Arc::clone(&world) as Arc<dyn crate::World>, [7; 32])
            .await
            .unwrap();
        Self {
            portal,
            world,
            _folder: folder,
        }
    }

    /// Opens the office anew over the same archive, as after a restart of the server.
    pub async fn restart(&mut self) {
        let old = &self.portal.0;
        let world = Arc::clone(&self.world) as Arc<dyn crate::World>;
        let files = Files {
            vault: old.vault.clone(),
            scanner: old.scanner.clone(),
            heic: old.heic.clone(),
        };
        self.portal = Portal::open(old.store.clone(), files, old.pack.clone(), world, [7; 32])
            .await
            .unwrap();
    }

    /// The agency with this code.
    pub fn agency(&self, code: &str) -> AgencyId {
        self.portal.0.directory.find_agency(code).unwrap()
    }

    /// An officer of the agency with this code. The same code and role is the same person each time.
    pub fn officer(&self, agency: &str, role: Role) -> Officer {
        let agency_id = self.agency(agency);
        let place = Role::ALL.iter().position(|known| *known == role).unwrap() as u128;
        Officer {
            id: PersonId(uuid::Uuid::from_u128(agency_id.uuid().as_u128() ^ (place + 1))),
            agency: agency_id,
            role,
            name: Line::try_from("Rina").unwrap(),
            unit: Some(Line::try_from("Bidang Pelayanan").unwrap()),
        }
    }

    /// Sets the clock: "2026-11-03 09:00 WITA".
    pub fn set(&self, moment: &str) -> Timestamp {
        let moment = domain::time::at(moment);
        self.world.set(moment);
        moment
    }

    /// Files a report; `with` replaces fields of [`complaint`] or adds to them.
    pub async fn file(&self, with: &[(&str, &str)]) -> Receipt {
        self.portal.citizen().file(&complaint(with)).await.unwrap()
    }

    /// Sends a file ahead of the form that names it; gives its id, as the form has it.
    pub async fn upload(&self, number: u128, bytes: &[u8]) -> String {
        let id = FileId(uuid::Uuid::from_u128(
            0x019a_b000_0000_7000_8000_0000_0000_0000 + number,
        ));
        let length = u64::try_from(bytes.len()).unwrap();
        let sent = self.portal.uploads().append(id, 0, length, bytes.to_vec()).await;
        assert_eq!(sent.unwrap(), crate::Piece::Kept { received: length });
        id.uuid().to_string()
    }

    /// Every message that waits, on every way, as it is kept. They stay where they are.
    pub async fn outbox(&self) -> String {
        let now = self.world.now();
        let later = now.plus_days(400);
        let mut said = String::new();
        for &channel in NoticeChannel::ALL {
            let claimed = self
                .portal
                .0
                .store
                .write(async move |tx: &mut Tx| store::outbox::claim(tx, channel, later, now, 1_000).await);
            said.push_str(&format!("{:?}\n", claimed.await.unwrap()));
        }
        said
    }

    /// Does an act at a desk, and expects it to be done.
    pub async fn act(&self, officer: &Officer, code: &str, fields: &[(&str, &str)]) {
        self.try_act(officer, code, fields).await.unwrap();
    }

    /// Does an act at a desk.
    pub async fn try_act(&self, officer: &Officer, code: &str, fields: &[(&str, &str)]) -> Result<(), crate::Error> {
        self.portal.desk(officer).act(code, &typed(fields)).await
    }

    /// Does an act as the reporter, and expects it to be done.
    pub async fn act_as_reporter(&self, receipt: &Receipt, fields: &[(&str, &str)]) {
        self.portal
            .citizen()
            .act(&receipt.code, &receipt.secret, &typed(fields))
            .await
            .unwrap();
    }

    /// A case as an officer sees it.
    pub async fn seen_by(&self, officer: &Officer, code: &str) -> Option<CaseView> {
        self.portal.desk(officer).open(code, Lang::Id).await.unwrap()
    }

    /// A case as its reporter sees it.
    pub async fn seen_by_reporter(&self, receipt: &Receipt) -> CaseView {
        self.portal
            .citizen()
            .open(&receipt.code, &receipt.secret, Lang::Id)
            .await
            .unwrap()
            .unwrap()
    }
}

/// The fields of a form.
pub fn typed(fields: &[(&str, &str)]) -> Typed {
    Typed(
        fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect(),
    )
}

/// A complaint about a licence that can be filed as it stands; `with` replaces fields or adds to them.
pub fn complaint(with: &[(&str, &str)]) -> Typed {
    let plain = [
        ("kind", "complaint"),
        (
            "body",
            "Permohonan izin galian batu kami sudah empat bulan. Rekomendasi teknis tidak keluar.",
        ),
        ("event_date", "2026-07-14"),
        ("regency", "65.01"),
        ("service", "SIPB"),
        ("visibility", "open"),
        ("name", "Budi Santoso"),
        ("contact", "budi@contoh.id"),
        ("consent", "yes"),
    ];
    let kept = plain
        .iter()
        .filter(|(name, _)| !with.iter().any(|(other, _)| other == name));
    typed(&kept.chain(with).copied().collect::<Vec<_>>())
}
