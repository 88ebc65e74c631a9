//! A status with its facts, as columns of a case and back.

use domain::case::status::{
    Archive, Asking, Awaited, Handoff, Offer, Referral, Request, RulingCause, Status, StatusCode, Working,
};
use domain::deed::OutsideBody;
use domain::id::AgencyId;
use domain::kind::{ArchiveReason, HandoffReason};
use domain::text::{Line, Sentence};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::Error;
use crate::column::{held, instant, key, needed, unreadable};
use crate::error::known;

/// The columns that a status reads, each in its own way.
#[derive(Default, sqlx::FromRow)]
pub(super) struct StatusRow {
    pub(super) status: String,
    pub(super) status_from: Option<String>,
    pub(super) handoff: Option<String>,
    pub(super) status_at_ms: Option<i64>,
    pub(super) status_due_at_ms: Option<i64>,
    pub(super) status_reason: Option<String>,
    pub(super) status_sentence: Option<String>,
    pub(super) status_agency_id: Option<Uuid>,
    pub(super) outside_code: Option<String>,
    pub(super) outside_name: Option<String>,
    pub(super) outside_contact: Option<String>,
    pub(super) merged_home_id: Option<Uuid>,
    pub(super) merged_case_id: Option<Uuid>,
    pub(super) silent_from: Option<String>,
    pub(super) silent_asked_at_ms: Option<i64>,
    pub(super) silent_due_at_ms: Option<i64>,
}

impl From<&Status> for StatusRow {
    fn from(status: &Status) -> Self {
        let plain = Self {
            status: status.code().as_str().to_owned(),
            ..Self::default()
        };
        match status {
            Status::Submitted | Status::Dispatched | Status::InProgress | Status::Reopened => plain,
            Status::NeedInfo(request) => Self {
                status_from: Some(code_of(request.from)),
                status_at_ms: Some(request.asked_at.as_ms()),
                status_due_at_ms: Some(request.due_at.as_ms()),
                ..plain
            },
            Status::TransferPending { from, handoff } => Self {
                status_from: Some(code_of(Asking::Working(*from))),
                ..plain.handed(handoff)
            },
            Status::Responded { at, close_at } => Self {
                status_at_ms: Some(at.as_ms()),
                status_due_at_ms: Some(close_at.as_ms()),
                ..plain
            },
            Status::Resolved { at } | Status::AutoClosed { at } | Status::Withdrawn { at } => Self {
                status_at_ms: Some(at.as_ms()),
                ..plain
            },
            Status::Merged { into, sentence, at } => Self {
                status_at_ms: Some(at.as_ms()),
                status_sentence: Some(sentence.as_str().to_owned()),
                merged_home_id: Some(into.home.uuid()),
                merged_case_id: Some(into.id.uuid()),
                ..plain
            },
            Status::Referred(referral) => Self {
                status_at_ms: Some(referral.at.as_ms()),
                status_sentence: Some(referral.sentence.as_str().to_owned()),
                ..plain.outside(Some(&referral.body))
            },
            Status::Archived(archive) => Self {
                status_at_ms: Some(archive.at.as_ms()),
                status_reason: Some(archive.reason.as_str().to_owned()),
                status_sentence: Some(archive.sentence.as_str().to_owned()),
                silent_from: archive.silent.map(|request| code_of(request.from)),
                silent_asked_at_ms: archive.silent.map(|request| request.asked_at.as_ms()),
                silent_due_at_ms: archive.silent.map(|request| request.due_at.as_ms()),
                ..plain
            },
        }
    }
}

impl StatusRow {
    fn handed(self, handoff: &Handoff) -> Self {
        match handoff {
            Handoff::Offered(offer) => Self {
                handoff: Some("offered".to_owned()),
                status_at_ms: Some(offer.offered_at.as_ms()),
                status_due_at_ms: Some(offer.due_at.as_ms()),
                status_reason: Some(offer.reason.as_str().to_owned()),
                status_sentence: Some(offer.sentence.as_str().to_owned()),
                status_agency_id: Some(offer.to.uuid()),
                ..self
            },
            Handoff::Awaiting(awaited) => Self {
                handoff: Some("awaiting".to_owned()),
                status_at_ms: Some(awaited.since.as_ms()),
                status_due_at_ms: Some(awaited.due_at.as_ms()),
                status_reason: Some(awaited.cause.as_str().to_owned()),
                status_agency_id: awaited.silent.map(AgencyId::uuid),
                ..self.outside(awaited.outside.as_ref())
            },
        }
    }

    fn outside(self, body: Option<&OutsideBody>) -> Self {
        Self {
            outside_code: body.map(|body| body.code.as_str().to_owned()),
            outside_name: body.map(|body| body.name.as_str().to_owned()),
            outside_contact: body.map(|body| body.contact.as_str().to_owned()),
            ..self
        }
    }

    fn at(&self) -> Result<Timestamp, Error> {
        needed("cases.status_at_ms", instant(self.status_at_ms))
    }

    fn due_at(&self) -> Result<Timestamp, Error> {
        needed("cases.status_due_at_ms", instant(self.status_due_at_ms))
    }

    fn sentence(&self) -> Result<Sentence, Error> {
        held(
            "cases.status_sentence",
            self.status_sentence.as_deref().unwrap_or_default(),
        )
    }

    fn reason<T>(&self, find: fn(&str) -> Option<T>) -> Result<T, Error> {
        known(
            "cases.status_reason",
            self.status_reason.as_deref().unwrap_or_default(),
            find,
        )
    }

    fn body(&self) -> Result<Option<OutsideBody>, Error> {
        let line = |column, raw: &Option<String>| held::<Line, _>(column, raw.as_deref().unwrap_or_default());
        if self.outside_code.is_none() {
            return Ok(None);
        }
        Ok(Some(OutsideBody {
            code: line("cases.outside_code", &self.outside_code)?,
            name: line("cases.outside_name", &self.outside_name)?,
            contact: line("cases.outside_contact", &self.outside_contact)?,
        }))
    }

    fn request(&self) -> Result<Request, Error> {
        Ok(Request {
            from: asking("cases.status_from", self.status_from.as_deref())?,
            asked_at: self.at()?,
            due_at: self.due_at()?,
        })
    }

    fn silent(&self) -> Result<Option<Request>, Error> {
        if self.silent_from.is_none() {
            return Ok(None);
        }
        Ok(Some(Request {
            from: asking("cases.silent_from", self.silent_from.as_deref())?,
            asked_at: needed("cases.silent_asked_at_ms", instant(self.silent_asked_at_ms))?,
            due_at: needed("cases.silent_due_at_ms", instant(self.silent_due_at_ms))?,
        }))
    }

    fn transfer(&self) -> Result<Status, Error> {
        let Asking::Working(from) = asking("cases.status_from", self.status_from.as_deref())? else {
            return Err(unreadable("cases.status_from", &"no agency works from there"));
        };
        let handoff = if self.handoff.as_deref() == Some("offered") {
            Handoff::Offered(Offer {
                to: AgencyId(needed("cases.status_agency_id", self.status_agency_id)?),
                reason: self.reason(HandoffReason::find)?,
                sentence: self.sentence()?,
                offered_at: self.at()?,
                due_at: self.due_at()?,
            })
        } else {
            Handoff::Awaiting(Awaited {
                cause: self.reason(RulingCause::find)?,
                since: self.at()?,
                due_at: self.due_at()?,
                silent: self.status_agency_id.map(AgencyId),
                outside: self.body()?,
            })
        };
        Ok(Status::TransferPending { from, handoff })
    }
}

impl TryFrom<&StatusRow> for Status {
    type Error = Error;

    fn try_from(row: &StatusRow) -> Result<Self, Error> {
        Ok(match known("cases.status", &row.status, StatusCode::find)? {
            StatusCode::Submitted => Self::Submitted,
            StatusCode::NeedInfo => Self::NeedInfo(row.request()?),
            StatusCode::Dispatched => Self::Dispatched,
            StatusCode::InProgress => Self::InProgress,
            StatusCode::TransferPending => row.transfer()?,
            StatusCode::Responded => Self::Responded {
                at: row.at()?,
                close_at: row.due_at()?,
            },
            StatusCode::Reopened => Self::Reopened,
            StatusCode::Resolved => Self::Resolved { at: row.at()? },
            StatusCode::AutoClosed => Self::AutoClosed { at: row.at()? },
            StatusCode::Merged => Self::Merged {
                into: key(
                    needed("cases.merged_home_id", row.merged_home_id)?,
                    needed("cases.merged_case_id", row.merged_case_id)?,
                ),
                sentence: row.sentence()?,
                at: row.at()?,
            },
            StatusCode::Referred => Self::Referred(Referral {
                body: needed("cases.outside_code", row.body()?)?,
                sentence: row.sentence()?,
                at: row.at()?,
            }),
            StatusCode::Archived => Self::Archived(Archive {
                reason: row.reason(ArchiveReason::find)?,
                sentence: row.sentence()?,
                at: row.at()?,
                silent: row.silent()?,
            }),
            StatusCode::Withdrawn => Self::Withdrawn { at: row.at()? },
        })
    }
}

/// The code of a status that is returned to.
fn code_of(from: Asking) -> String {
    Status::from(from).code().as_str().to_owned()
}

fn asking(column: &'static str, code: Option<&str>) -> Result<Asking, Error> {
    let code = code.unwrap_or_default();
    match known(column, code, StatusCode::find)? {
        StatusCode::Submitted => Ok(Asking::Submitted),
        StatusCode::Dispatched => Ok(Asking::Working(Working::Dispatched)),
        StatusCode::InProgress => Ok(Asking::Working(Working::InProgress)),
        StatusCode::Reopened => Ok(Asking::Working(Working::Reopened)),
        StatusCode::NeedInfo
        | StatusCode::TransferPending
        | StatusCode::Responded
        | StatusCode::Resolved
        | StatusCode::AutoClosed
        | StatusCode::Merged
        | StatusCode::Referred
        | StatusCode::Archived
        | StatusCode::Withdrawn => Err(unreadable(column, &"nothing returns there")),
    }
}
