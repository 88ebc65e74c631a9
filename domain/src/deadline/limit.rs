//! The lengths of all clocks: settings with a validity date and a legal reference.

use std::borrow::Cow;

use jiff::civil::{Date, date};
use thiserror::Error;

use crate::codes::codes;

/// The rule that sets a limit, in words for the citizen and the auditor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LegalReference(Cow<'static, str>);

impl LegalReference {
    /// A reference that a person wrote into the settings.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(Cow::Owned(text))
    }

    const fn known(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

codes! {
    /// Which limit: one per row of the table of clocks, several where a clock has several lengths.
    pub enum LimitKind {
        /// From receipt to the first dispatch or an end.
        Verification = "verification",
        /// From the first dispatch to the first reply or answer by a person.
        FirstResponse = "first_response",
        /// Resolution of an information request or an aspiration.
        ResolutionSimple = "resolution_simple",
        /// Resolution of a complaint or a whistleblowing report.
        ResolutionComplaint = "resolution_complaint",
        /// Resolution of a case that needs an examination (*berkadar pengawasan*).
        ResolutionSupervision = "resolution_supervision",
        /// An information request that went to the information officer (PPID).
        Ppid = "ppid",
        /// The same after its one extension, in all.
        PpidExtended = "ppid_extended",
        /// The window in which an offered agency answers.
        Offer = "offer",
        /// The ruling of the province desk.
        Ruling = "ruling",
        /// Data that the citizen was asked for.
        CitizenData = "citizen_data",
        /// The citizen's word on an answer, before the case closes by itself.
        CitizenAnswer = "citizen_answer",
        /// A reply after a reopening.
        ReopenedReply = "reopened_reply",
        /// An answer after a reopening.
        ReopenedAnswer = "reopened_answer",
    }
}

impl LimitKind {
    /// The limit when no setting says otherwise: working days, and the rule they come from.
    const fn default_days(self) -> (u16, &'static str) {
        match self {
            Self::Verification => (3, SP4N),
            Self::FirstResponse => (5, SP4N),
            Self::ResolutionSimple => (5, SP4N),
            Self::ResolutionComplaint => (14, SP4N),
            Self::ResolutionSupervision => (60, SUPERVISION),
            Self::Ppid => (10, PPID),
            Self::PpidExtended => (17, PPID),
            Self::Offer => (1, PORTAL),
            Self::Ruling => (1, PORTAL),
            Self::CitizenData => (10, SP4N),
            Self::CitizenAnswer => (10, SP4N),
            Self::ReopenedReply => (5, PORTAL),
            Self::ReopenedAnswer => (5, PORTAL),
        }
    }
}

/// The national complaint system; its own limits as published for the public.
const SP4N: &str = "PermenPANRB 5/2025 (SP4N-LAPOR!)";
/// At most sixty days for cases that need an examination.
const SUPERVISION: &str = "Perpres 76/2013; UU 25/2009 Pasal 50";
/// Ten working days, extended once by seven.
const PPID: &str = "UU 14/2008 Pasal 22";
/// Limits that this portal sets for itself.
const PORTAL: &str = "Aturan portal pengaduan Provinsi Kalimantan Utara";

/// From when the built-in limits hold: before the first case of the portal.
const DEFAULTS_VALID_FROM: Date = date(2025, 1, 1);

/// The length of one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Which clock.
    pub kind: LimitKind,
    /// Its length. Unit: working days. At least 1.
    pub days: u16,
    /// The rule that sets it.
    pub reference: LegalReference,
    /// The first day on which clocks start with it, in WITA.
    pub valid_from: Date,
}

impl Limit {
    /// The limit that holds when no setting says otherwise.
    #[must_use]
    pub fn default_of(kind: LimitKind) -> Self {
        let (days, reference) = kind.default_days();
        let reference = LegalReference::known(reference);
        Self {
            kind,
            days,
            reference,
            valid_from: DEFAULTS_VALID_FROM,
        }
    }
}

/// Why a tenant's limit is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LimitError {
    /// A limit has at least one day.
    #[error("a limit has at least one working day")]
    NoDays,
    /// A tenant may set fewer days, never more.
    #[error("a tenant may set at most {days_max} working days")]
    Longer {
        /// What the province allows on that day. Unit: working days.
        days_max: u16,
    },
}

/// The limits of a desk over time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    province: Vec<Limit>,
    tenant: Vec<Limit>,
}

impl Limits {
    /// The built-in limits, changed by the settings of the province in any order.
    #[must_use]
    pub fn new(settings: impl IntoIterator<Item = Limit>) -> Self {
        Self {
            province: settings.into_iter().collect(),
            tenant: Vec::new(),
        }
    }

    /// Adds a shorter limit of the tenant.
    ///
    /// # Errors
    /// - [`LimitError::NoDays`] for zero days.
    /// - [`LimitError::Longer`] if the province allows fewer on the day it becomes valid.
    pub fn shorten(&mut self, limit: Limit) -> Result<(), LimitError> {
        if limit.days == 0 {
            return Err(LimitError::NoDays);
        }
        let days_max = self.province_limit(limit.kind, limit.valid_from).days;
        if limit.days > days_max {
            return Err(LimitError::Longer { days_max });
        }
        self.tenant.push(limit);
        Ok(())
    }

    /// The limit of a clock that starts on `day`: the tenant's, unless the province has since
    /// set a shorter one.
    #[must_use]
    pub fn on(&self, kind: LimitKind, day: Date) -> Limit {
        let province = self.province_limit(kind, day);
        match latest(&self.tenant, kind, day) {
            Some(tenant) if tenant.days <= province.days => tenant.clone(),
            _ => province,
        }
    }

    fn province_limit(&self, kind: LimitKind, day: Date) -> Limit {
        latest(&self.province, kind, day)
            .cloned()
            .unwrap_or_else(|| Limit::default_of(kind))
    }
}

/// The limit of this kind that became valid last, up to `day`.
fn latest(limits: &[Limit], kind: LimitKind, day: Date) -> Option<&Limit> {
    limits
        .iter()
        .filter(|limit| limit.kind == kind && limit.valid_from <= day)
        .max_by_key(|limit| limit.valid_from)
}
