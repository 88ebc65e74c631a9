//! What everybody reads: published cases, agencies with their promises and figures, and where reports come from.
//!
//! Nothing here names a reporter. Every text was edited and confirmed by an officer; every figure is either of
//! published cases, or of a whole month with its small cells hidden. Source: `docs/rules.md`, "Masking and publishing"
//! and "Figures".

use super::{PointView, When, choices::Choice, directory::AgencyName, sinergi::PublicCell};
use crate::{
    case::status::StatusCode,
    codes::codes,
    kind::{Kind, ServiceKind, Subject},
};
use serde::{Deserialize, Serialize};

/// Rows of one page of the list.
pub const ROWS_MAX: usize = 20;
/// Similar cases that a citizen is shown while filing.
pub const SIMILAR_MAX: usize = 3;

codes! {
    /// How published cases stand, as the list filters them.
    pub enum PublicState {
        /// An agency works on it, or waits.
        Open = "open",
        /// Open, and past its limit.
        Late = "late",
        /// Answered, and the reporter has the word.
        Answered = "answered",
        /// Over.
        Done = "done",
    }
}

impl PublicState {
    /// Whether a case in this status, late or not, belongs to it.
    #[must_use]
    pub const fn holds(self, status: StatusCode, is_late: bool) -> bool {
        match self {
            Self::Open => status.is_open(),
            Self::Late => status.is_open() && is_late,
            Self::Answered => matches!(status, StatusCode::Responded),
            Self::Done => status.is_end(),
        }
    }
}

/// What the list shows, as it stands in its address. Empty texts filter nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFilter {
    /// Words to look for.
    pub words: String,
    /// Code of a regency.
    pub regency: String,
    /// Code of a district; comes from the map.
    pub district: String,
    /// Code of an agency.
    pub agency: String,
    /// How it stands.
    pub state: Option<PublicState>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// Key of the last row before this page.
    pub after: String,
}

/// The limit of a public case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDue {
    /// The last day.
    pub due: When,
    /// Working days left after today.
    pub days_left: u32,
    /// Working days past the limit.
    pub days_late: u32,
    /// Whether it has passed.
    pub is_late: bool,
    /// Whether it stands still, as data is awaited from the reporter.
    pub is_paused: bool,
}

/// One published case, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRow {
    /// Its code: where its page is.
    pub code: String,
    /// The public title.
    pub title: String,
    /// The first words of the public text.
    pub opening: String,
    /// How it stands.
    pub status: StatusCode,
    /// Its limit, while it is open.
    pub due: Option<PublicDue>,
    /// When it ended.
    pub ended: Option<When>,
    /// Who owns it.
    pub holder: AgencyName,
    /// Who helps.
    pub partners: Vec<AgencyName>,
    /// "Sekatak, Bulungan".
    pub place: String,
    /// When it was received.
    pub received: When,
    /// When it was last worded.
    pub worded: When,
    /// People who support it.
    pub supports: i64,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicListView {
    /// The absolute address of the list without filters.
    pub url: String,
    /// What it shows.
    pub filter: PublicFilter,
    /// Newest first.
    pub rows: Vec<PublicRow>,
    /// Key of the next page. There may be one after an empty page: then only a part was searched.
    pub next: Option<String>,
    /// Agencies to choose from.
    pub agencies: Vec<Choice>,
    /// Regencies to choose from.
    pub regencies: Vec<Choice>,
}

/// One move of a case, in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicStep {
    /// The status after it.
    pub status: StatusCode,
    /// Who owned it then.
    pub holder: AgencyName,
    /// When.
    pub at: When,
}

/// An agency's answer in words for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicResponseView {
    /// Whose.
    pub by: AgencyName,
    /// The answer.
    pub text: String,
    /// When it was worded.
    pub at: When,
}

/// A published case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicCaseView {
    /// Its absolute address.
    pub url: String,
    /// What a list shows of it.
    pub row: PublicRow,
    /// The public text.
    pub text: String,
    /// Its kind.
    pub kind: Kind,
    /// The service it is about.
    pub service: Option<String>,
    /// Where, to about 1 km; of open cases alone.
    pub point: Option<PointView>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// The agency's answer.
    pub response: Option<PublicResponseView>,
    /// Ids of its photos.
    pub photos: Vec<String>,
    /// Its moves, newest first.
    pub steps: Vec<PublicStep>,
    /// Those who help, and whether their part is done.
    pub partners: Vec<(AgencyName, bool)>,
    /// What machines read of it: JSON-LD, safe inside a script element.
    pub data: String,
    /// Whether this browser supports it.
    pub is_supported: bool,
}

/// A service and the limit the agency gives itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePromise {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: ServiceKind,
    /// Its standard. Unit: working days.
    pub days: Option<i64>,
}

/// An agency in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyEntry {
    /// Its names.
    pub agency: AgencyName,
    /// Services it gives.
    pub services: usize,
    /// Whether it is a regency's.
    pub is_regency: bool,
}

/// The index of agencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgenciesView {
    /// Its absolute address.
    pub url: String,
    /// By name.
    pub agencies: Vec<AgencyEntry>,
}

/// An agency's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyPageView {
    /// Its absolute address.
    pub url: String,
    /// Its names.
    pub agency: AgencyName,
    /// Working days to the first response, and the rule that says so.
    pub first_response: (u16, String),
    /// Working days to the answer of a complaint, and the rule that says so.
    pub answer: (u16, String),
    /// What it promises for its services.
    pub services: Vec<ServicePromise>,
    /// Published cases it holds: open, late, and over. Exact: everybody can count them.
    pub published: (i64, i64, i64),
    /// The month the figures are of.
    pub period: String,
    /// Cases that came to it.
    pub received: PublicCell,
    /// Cases confirmed as solved by their reporters.
    pub confirmed: PublicCell,
    /// Cases closed by silence.
    pub auto_closed: PublicCell,
    /// Median working days to the first response, in tenths; `None` where it rests on fewer than five.
    pub first_response_tenths: Option<i64>,
    /// Share that ended on time, in permille; `None` where it rests on fewer than five.
    pub on_time_permille: Option<i64>,
    /// The latest published cases it holds.
    pub latest: Vec<PublicRow>,
}

/// Published cases of one district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictCount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Published cases.
    pub cases: i64,
}

/// A regency with its districts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegencyCount {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Published cases that name the regency only.
    pub elsewhere: i64,
    /// By name.
    pub districts: Vec<DistrictCount>,
}

/// Where published cases come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicMapView {
    /// Its absolute address.
    pub url: String,
    /// By code.
    pub regencies: Vec<RegencyCount>,
}

/// A published case that reads like what somebody is about to file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarCase {
    /// Its code.
    pub code: String,
    /// The public title.
    pub title: String,
    /// How it stands.
    pub status: StatusCode,
    /// Who owns it.
    pub holder: AgencyName,
    /// Where.
    pub place: String,
    /// People who support it.
    pub supports: i64,
}
