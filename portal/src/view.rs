//! Reading a case for one reader, and drawing up its view and its receipt.

use crate::{Error, Portal};
use domain::{
    case::Case,
    deadline::LimitKind,
    id::{AgencyId, CaseKey, PersonId},
    lang::Lang,
    permit::Scope,
    secret::Secret,
    view::{self, CaseView, Known, Material, PastEvent, When, receipt::ReceiptView, rights::Reader},
};
use std::collections::BTreeMap;
use store::{Conn, event::Happened};

/// Hexadecimal digits of the proof that the receipt shows. Unit: characters; 64 bits, to be compared by eye.
const PROOF_CHARS: usize = 16;

impl Portal {
    /// The view of a case for a reader; `None` if for them it does not exist.
    pub(crate) async fn case_view(
        &self,
        scope: Scope,
        key: CaseKey,
        reader: Reader<'_>,
        lang: Lang,
    ) -> Result<Option<CaseView>, Error> {
        let mut conn = self.0.store.read(scope).await?;
        let Some(case) = store::case::find(&mut conn, scope, key).await? else {
            return Ok(None);
        };
        self.view_of(&mut conn, scope, &case, reader, lang).await
    }

    /// The view of a case that was read.
    pub(crate) async fn view_of(
        &self,
        conn: &mut Conn,
        scope: Scope,
        case: &Case,
        reader: Reader<'_>,
        lang: Lang,
    ) -> Result<Option<CaseView>, Error> {
        let events: Vec<PastEvent> = store::event::history(conn, scope, case.key)
            .await?
            .into_iter()
            .map(past)
            .collect();
        let messages = store::message::all(conn, scope, case.key).await?;
        let files = store::attachment::of_report(conn, scope, case.key).await?;
        let people = match reader {
            Reader::Officer(officer) => self.people(conn, officer.agency).await?,
            Reader::Reporter => BTreeMap::new(),
        };
        let known = Known {
            book: &self.0.book,
            directory: &self.0.directory,
            people: &people,
            lang,
            now: self.now(),
        };
        let mut view = view::for_reader(
            Material {
                case,
                events: &events,
                messages: &messages,
                files: &files,
            },
            reader,
            &known,
        );
        if let (Some(view), Reader::Reporter) = (&mut view, reader) {
            view.privacy.openings = self.openings(conn, scope, case.key, lang).await?;
        }
        Ok(view)
    }

    /// First names at a desk, by person.
    pub(crate) async fn people(&self, conn: &mut Conn, agency: AgencyId) -> Result<BTreeMap<PersonId, String>, Error> {
        let accounts = store::account::page(conn, agency, None).await?;
        let first = |name: String| name.split_whitespace().next().map_or_else(String::new, str::to_owned);
        Ok(accounts
            .into_iter()
            .map(|account| (account.id, first(account.name)))
            .collect())
    }

    /// The receipt of a case. Its dates are the deadlines that run, so it says what the case itself says.
    pub(crate) fn receipt_view(
        &self,
        case: &Case,
        secret: &Secret,
        proof: Option<domain::chain::Hash>,
        lang: Lang,
    ) -> ReceiptView {
        let (book, directory) = (&self.0.book, &self.0.directory);
        let day = |at: domain::time::Timestamp| When::day(at.wita_date(), lang);
        let service = case.facts.service.as_ref().map(|code| code.as_str());
        let named = service.and_then(|code| directory.services.get(code).map(|found| (code, found.kind)));
        let limit = |kind| {
            book.tenant(case.clocks.desk)
                .limits
                .on(kind, case.received_at.wita_date())
                .days
        };
        let verification = &case.clocks.verification;
        ReceiptView {
            code: case.code.to_string(),
            secret: secret.reveal(),
            is_certain: case.routing.is_certain,
            to: case.routing.to.map(|agency| directory.agency(agency)),
            why: case.routing.why,
            kind: case.kind,
            service: named.map(|(code, kind)| (directory.service(code, lang).unwrap_or(code).to_owned(), kind)),
            place: directory.place(&case.facts.place.region),
            visibility: case.visibility,
            received: When::instant(case.received_at, lang),
            filed: case.filed_at.map(|at| When::instant(at, lang)),
            verified_by: verification.is_running().then(|| day(verification.deadline.due)),
            first_response_days: limit(LimitKind::FirstResponse),
            answered_by: day(case.clocks.resolution.deadline.due),
            answer_days: case.clocks.resolution.deadline.days,
            calendar: case.clocks.resolution.deadline.calendar.0,
            proof: proof.map_or_else(String::new, |hash| hash.to_string().chars().take(PROOF_CHARS).collect()),
        }
    }
}

fn past(happened: Happened) -> PastEvent {
    PastEvent {
        act: happened.act,
        by: happened.by,
        to: happened.to,
        about: happened.about,
        reason: happened.reason,
        sentence: happened.sentence,
        at: happened.at,
    }
}
