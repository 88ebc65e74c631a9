//! A case as a row of its own, without what hangs on it, and the case that both make.

use domain::calendar::CalendarVersion;
use domain::case::clocks::Clocks;
use domain::case::erasure::Erasure;
use domain::case::status::Status;
use domain::case::{Case, Flag, Former, Promise, Publication, Rating, Ruling, Task};
use domain::facts::{Answer, Facts, LicenceFacts, Place, Unlike};
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::interval::Track;
use domain::kind::{Channel, Kind, Subject, Visibility};
use domain::point::Point;
use domain::routing::{Routing, Why};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::Error;
use crate::case::status::StatusRow;
use crate::case::waiting::Waiting;
use crate::column::{day, held, held_maybe, instant, key, needed, unreadable};
use crate::error::known;

/// What hangs on a case, each in a table of its own.
pub(super) struct Parts {
    pub(super) clocks: Clocks,
    pub(super) intervals: Track,
    pub(super) formers: Vec<Former>,
    pub(super) accused: Vec<AgencyId>,
    pub(super) tasks: Vec<Task>,
    pub(super) promises: Vec<Promise>,
    pub(super) waiting: Waiting,
    pub(super) erasure: Option<Erasure>,
    pub(super) publication: Option<Publication>,
}

/// The columns of a case.
#[derive(sqlx::FromRow)]
pub(super) struct CaseRow {
    home_id: Uuid,
    id: Uuid,
    code: String,
    pub(super) version: i64,
    kind: String,
    is_urgent: bool,
    visibility: String,
    channel: String,
    filed_at_ms: Option<i64>,
    received_at_ms: i64,
    #[sqlx(flatten)]
    facts: FactsRow,
    #[sqlx(flatten)]
    route: RouteRow,
    #[sqlx(flatten)]
    status: StatusRow,
    holder_id: Uuid,
    handler_id: Option<Uuid>,
    clock_desk_id: Uuid,
    calendar_version: i64,
    flagged_at_ms: Option<i64>,
    declines: i64,
    is_bounced: bool,
    data_requests: i64,
    answers: i64,
    answered_at_ms: Option<i64>,
    reopenings_of_answer: i64,
    reopenings: i64,
    is_objected: bool,
    ruling_sentence: Option<String>,
    ruling_decision: Option<String>,
    ruled_at_ms: Option<i64>,
    rating: Option<i64>,
    rating_reason: Option<String>,
    rated_at_ms: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct FactsRow {
    body: String,
    title: Option<String>,
    event_day: Option<String>,
    region_code: String,
    landmark: Option<String>,
    latitude_e5: Option<i64>,
    longitude_e5: Option<i64>,
    service_code: Option<String>,
    subject: Option<String>,
    application_no: Option<String>,
    nib: Option<String>,
    applied_day: Option<String>,
    is_fee_asked: Option<bool>,
    category: Option<String>,
    answered: Option<String>,
    is_telling_for_province: bool,
    unlike_code: Option<String>,
    unlike_why: Option<String>,
}

#[derive(sqlx::FromRow)]
struct RouteRow {
    is_route_certain: bool,
    routed_to_id: Option<Uuid>,
    routed_why: String,
    routed_by_service: Option<String>,
    route_version: i64,
    route_percent: Option<i64>,
}

impl CaseRow {
    /// Which case it is.
    pub(super) const fn key(&self) -> CaseKey {
        key(self.home_id, self.id)
    }

    /// The desk by whose settings its clocks run, and the calendar version it is counted by.
    pub(super) fn counting(&self) -> Result<(AgencyId, CalendarVersion), Error> {
        let version = held("cases.calendar_version", self.calendar_version)?;
        Ok((AgencyId(self.clock_desk_id), CalendarVersion(version)))
    }

    /// The case of this row and its parts.
    pub(super) fn with(self, parts: Parts) -> Result<Case, Error> {
        Ok(Case {
            key: self.key(),
            version: self.version,
            kind: known("cases.kind", &self.kind, Kind::find)?,
            is_urgent: self.is_urgent,
            visibility: known("cases.visibility", &self.visibility, Visibility::find)?,
            channel: known("cases.channel", &self.channel, Channel::find)?,
            filed_at: instant(self.filed_at_ms),
            received_at: Timestamp::from_ms(self.received_at_ms),
            status: Status::try_from(&self.status)?,
            holder: AgencyId(self.holder_id),
            handler: self.handler_id.map(PersonId),
            ruling: self.ruling()?,
            rating: self.rating()?,
            flag: instant(self.flagged_at_ms).map(|at| Flag {
                accused: parts.accused,
                at,
            }),
            declines: held("cases.declines", self.declines)?,
            is_bounced: self.is_bounced,
            data_requests: held("cases.data_requests", self.data_requests)?,
            answers: held("cases.answers", self.answers)?,
            answered_at: instant(self.answered_at_ms),
            reopenings_of_answer: held("cases.reopenings_of_answer", self.reopenings_of_answer)?,
            reopenings: held("cases.reopenings", self.reopenings)?,
            is_objected: self.is_objected,
            clocks: parts.clocks,
            intervals: parts.intervals,
            formers: parts.formers,
            tasks: parts.tasks,
            promises: parts.promises,
            publication: parts.publication,
            together: parts.waiting.together,
            archive: parts.waiting.archive,
            waiting_answer: parts.waiting.answer,
            prolonging: parts.waiting.prolonging,
            erasure: parts.erasure,
            code: held("cases.code", self.code)?,
            facts: self.facts.try_into()?,
            routing: self.route.try_into()?,
        })
    }

    fn ruling(&self) -> Result<Option<Ruling>, Error> {
        let Some(at) = instant(self.ruled_at_ms) else {
            return Ok(None);
        };
        let sentence = needed("cases.ruling_sentence", self.ruling_sentence.as_deref())?;
        Ok(Some(Ruling {
            sentence: held("cases.ruling_sentence", sentence)?,
            decision: held_maybe("cases.ruling_decision", self.ruling_decision.as_deref())?,
            at,
        }))
    }

    fn rating(&self) -> Result<Option<Rating>, Error> {
        let Some(value) = self.rating else {
            return Ok(None);
        };
        Ok(Some(Rating {
            value: held("cases.rating", value)?,
            reason: held_maybe("cases.rating_reason", self.rating_reason.as_deref())?,
            at: needed("cases.rated_at_ms", instant(self.rated_at_ms))?,
        }))
    }
}

impl TryFrom<FactsRow> for Facts {
    type Error = Error;

    fn try_from(row: FactsRow) -> Result<Self, Error> {
        let on = |column, raw: Option<String>| raw.map(|raw| day(column, &raw)).transpose();
        let unlike = row.unlike_code.zip(row.unlike_why);
        let unlike = unlike.map(|(code, why)| {
            Ok::<_, Error>(Unlike {
                code: held("cases.unlike_code", code)?,
                why: held("cases.unlike_why", why)?,
            })
        });
        let subject = row.subject.map(|code| known("cases.subject", &code, Subject::find));
        Ok(Self {
            body: held("cases.body", row.body)?,
            title: held_maybe("cases.title", row.title)?,
            event_date: on("cases.event_day", row.event_day)?,
            place: Place {
                region: held("cases.region_code", row.region_code.as_str())?,
                landmark: held_maybe("cases.landmark", row.landmark)?,
                point: point(row.latitude_e5, row.longitude_e5)?,
            },
            service: held_maybe("cases.service_code", row.service_code)?,
            subject: subject.transpose()?,
            licence: LicenceFacts {
                application_no: held_maybe("cases.application_no", row.application_no)?,
                nib: held_maybe("cases.nib", row.nib.as_deref())?,
                applied_on: on("cases.applied_day", row.applied_day)?,
                is_fee_asked: row.is_fee_asked,
            },
            category: held_maybe("cases.category", row.category)?,
            answers: answers(row.answered.as_deref().unwrap_or_default())?,
            is_telling_for_province: row.is_telling_for_province,
            unlike: unlike.transpose()?,
        })
    }
}

impl TryFrom<RouteRow> for Routing {
    type Error = Error;

    fn try_from(row: RouteRow) -> Result<Self, Error> {
        let percent = row
            .route_percent
            .map(|percent| held("cases.route_percent", percent))
            .transpose()?;
        let why = known("cases.routed_why", &row.routed_why, Why::find)?;
        Ok(Self {
            is_certain: row.is_route_certain,
            to: row.routed_to_id.map(AgencyId),
            why: if percent.is_some() && why == Why::NoRule {
                Why::Suggested
            } else {
                why
            },
            service: row.routed_by_service,
            percent,
            rules_version: held("cases.route_version", row.route_version)?,
        })
    }
}

/// The point of both columns, or none.
fn point(latitude: Option<i64>, longitude: Option<i64>) -> Result<Option<Point>, Error> {
    let both = latitude.zip(longitude).map(|(latitude, longitude)| {
        let latitude = held("cases.latitude_e5", latitude)?;
        let longitude = held("cases.longitude_e5", longitude)?;
        Point::new(latitude, longitude).map_err(|cause| unreadable("cases.latitude_e5", &cause))
    });
    both.transpose()
}

/// Answers as the column has them: a line for each, question and text with an equals sign between.
pub(super) fn answered(answers: &[Answer]) -> Option<String> {
    let line = |answer: &Answer| format!("{}={}", answer.question.as_str(), answer.text.as_str());
    let lines: Vec<String> = answers.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn answers(answered: &str) -> Result<Vec<Answer>, Error> {
    let answer = |line: &str| {
        let (question, text) = needed("cases.answered", line.split_once('='))?;
        Ok(Answer {
            question: held("cases.answered", question)?,
            text: held("cases.answered", text)?,
        })
    };
    answered.lines().map(answer).collect()
}

/// The code of a reason as the column has it. The list of the column is closed: a suggestion is no rule, with a percent.
pub(super) const fn routed_why(why: Why) -> &'static str {
    match why {
        Why::Suggested => Why::NoRule.as_str(),
        Why::Chosen
        | Why::ServiceRule
        | Why::OtherGivesService
        | Why::NoRule
        | Why::Whistleblowing
        | Why::ConflictOfInterest => why.as_str(),
    }
}
