//! Applying a change: the case, all that hangs on it, and its history, in one transaction or not at all.

use domain::case::Case;
use domain::case::change::Change;
use domain::case::event::Event;
use domain::chain::Hash;
use domain::id::{AgencyId, CaseKey, PersonId};
use domain::routing::SpecialDesks;
use domain::time::Timestamp;

use crate::case::status::StatusRow;
use crate::case::{clock, erasure, interval, party, pledge, publication, row, waiting};
use crate::{
    Error, Tx, attachment, chain, citizen_account, event, follow, identity, message, news, recount, seat, sweep,
};

statements! {
    /// Files a case as it began: what the reporter told, and why it began where it began. What changes later follows
    /// by `CHANGE`. $1 home, $2 id, $3 code, $4 kind, $5 urgent, $6 visibility, $7 channel, $8 filed, $9 received,
    /// $10 body, $11 day of the event, $12 region, $13 landmark, $14 application, $15 NIB, $16 day of application,
    /// $17 whether a fee was asked, $18 whether the route is certain, $19 to, $20 why, $21 by which service,
    /// $22 version of the routing rules, $23 how probable a suggestion is, $24 answers to
    /// questions, $25 whether what tells who reported is for the province desk alone, $26 the public case that reads
    /// like it, $27 why this is another, $28 and $29 the point.
    FILE = "insert into cases (home_id, id, code, version, kind, is_urgent, visibility, channel, filed_at_ms,
                received_at_ms, body, event_day, region_code, landmark, application_no, nib, applied_day,
                is_fee_asked, is_route_certain, routed_to_id, routed_why, routed_by_service, route_version,
                status, holder_id, clock_desk_id, declines, is_bounced, data_requests, answers,
                reopenings_of_answer, reopenings, is_objected, route_percent, answered, is_telling_for_province,
                unlike_code, unlike_why, latitude_e5, longitude_e5)
            values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                $21, $22, 'submitted', $1, $1, 0, false, 0, 0, 0, 0, false, $23, $24, $25, $26, $27, $28,
                $29)";
    /// Changes what is the case's own, unless somebody changed it meanwhile. $1 home, $2 id, $3 version read,
    /// $4 kind, $5 urgent, $6 visibility, $7 title, $8 service, $9 subject, $10 holder, $11 handler, $12 desk of the
    /// clocks, $13 flagged, $14 declines, $15 bounced, $16 data requests, $17 answers, $18 reopenings of the answer,
    /// $19 reopenings, $20 objected, $21 ruling, $22 decision, $23 ruled, $24 rating, $25 its reason, $26 rated,
    /// $27 last answered, $28 calendar version, $29 category.
    CHANGE = "update cases set version = version + 1, kind = $4, is_urgent = $5, visibility = $6, title = $7,
                  service_code = $8, subject = $9, holder_id = $10, handler_id = $11, clock_desk_id = $12,
                  flagged_at_ms = $13, declines = $14, is_bounced = $15, data_requests = $16, answers = $17,
                  reopenings_of_answer = $18, reopenings = $19, is_objected = $20, ruling_sentence = $21,
                  ruling_decision = $22, ruled_at_ms = $23, rating = $24, rating_reason = $25, rated_at_ms = $26,
                  answered_at_ms = $27, calendar_version = $28, category = $29
              where home_id = $1 and id = $2 and version = $3 returning version";
    /// Changes the status with its facts. $1 home, $2 id, $3 status, $4 returns to, $5 handoff, $6 since, $7 due,
    /// $8 reason, $9 sentence, $10 agency, $11 to $13 body outside, $14 and $15 merged into, $16 to $18 the data
    /// request that stayed silent.
    STAND = "update cases set status = $3, status_from = $4, handoff = $5, status_at_ms = $6, status_due_at_ms = $7,
                 status_reason = $8, status_sentence = $9, status_agency_id = $10, outside_code = $11,
                 outside_name = $12, outside_contact = $13, merged_home_id = $14, merged_case_id = $15,
                 silent_from = $16, silent_asked_at_ms = $17, silent_due_at_ms = $18
             where home_id = $1 and id = $2";
}

/// Where an event stands in the chain of its home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// Its number.
    pub seq: u64,
    /// Its hash: what the receipt carries.
    pub hash: Hash,
}

/// Applies a change. Locks the chain of the case's home first, then writes the case, who may look, what was written,
/// and each event with its place in the chain. Names the case to PostgreSQL itself; what the transaction sees
/// afterwards is this case only. The figures follow last, by `tally::add`.
///
/// Shape: one [`Sealed`] for each event of the change, in order.
///
/// # Errors
/// - [`Error::Stale`] if the case changed since it was read; nothing may be kept then.
/// - [`Error::Database`] if a new case's key is in use, or one of its agencies is unknown.
pub async fn apply(tx: &mut Tx, desks: &SpecialDesks, change: &Change) -> Result<Vec<Sealed>, Error> {
    let (before, after) = (change.before(), change.after());
    let key = after.key;
    tx.name_case(key).await?;
    let mut head = chain::lock(tx, key.home).await?;
    if before.is_none() {
        file(tx, after).await?;
    }
    keep(tx, before.map_or(0, |case| case.version), after).await?;
    stand(tx, after).await?;
    clock::write(tx, before, after).await?;
    interval::write(tx, before, after).await?;
    party::write(tx, before, after).await?;
    pledge::write(tx, before, after).await?;
    waiting::write(tx, before, after).await?;
    erasure::write(tx, before, after).await?;
    seat::write(tx, desks, after).await?;
    sweep::write(tx, before, after).await?;
    recount::write(tx, before, after).await?;
    // The first entry of the change carries the commitments to the files that came with it.
    let seq = head.seq + 1;
    for message in change.messages() {
        let no = message::add(tx, key, message).await?;
        attachment::add(tx, key, (seq, Some(no)), &message.files, message.at).await?;
    }
    attachment::add(tx, key, (seq, None), change.files(), after.received_at).await?;
    let mut sealed = Vec::with_capacity(change.events().len());
    for event in change.events() {
        head = seal(tx, key, head, event).await?;
        sealed.push(Sealed {
            seq: head.seq,
            hash: head.hash,
        });
    }
    chain::finish(tx, key.home, head).await?;
    publication::write(tx, change).await?;
    if let Some(identity) = change.identity() {
        identity::keep(tx, key, identity).await?;
    }
    if change.erases_identity() {
        identity::erase(tx, key).await?;
        event::unsalt(tx, key).await?;
        erasure::forget(tx, key).await?;
        follow::erase(tx, key).await?;
        citizen_account::remove_all(tx, key).await?;
    }
    if let Some(opening) = change.opening() {
        identity::log(tx, key, head.seq, opening).await?;
    }
    news::tell(tx, key).await?;
    Ok(sealed)
}

/// Adds an event to the chain and to the history of its case.
async fn seal(
    tx: &mut Tx,
    key: CaseKey,
    head: domain::chain::ChainHead,
    event: &Event,
) -> Result<domain::chain::ChainHead, Error> {
    let next = chain::add(tx, key.home, head, &event.canonical(key)).await?;
    event::add(tx, key, next.seq, event).await?;
    Ok(next)
}

async fn file(tx: &mut Tx, case: &Case) -> Result<(), Error> {
    let (facts, routing) = (&case.facts, &case.routing);
    on!(tx, c => sqlx::query(FILE)
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(case.code.as_str())
        .bind(case.kind.as_str())
        .bind(case.is_urgent)
        .bind(case.visibility.as_str())
        .bind(case.channel.as_str())
        .bind(case.filed_at.map(Timestamp::as_ms))
        .bind(case.received_at.as_ms())
        .bind(facts.body.as_str())
        .bind(facts.event_date.map(|day| day.to_string()))
        .bind(facts.place.region.as_str())
        .bind(facts.place.landmark.as_ref().map(|line| line.as_str()))
        .bind(facts.licence.application_no.as_ref().map(|line| line.as_str()))
        .bind(facts.licence.nib.as_ref().map(|nib| nib.as_str()))
        .bind(facts.licence.applied_on.map(|day| day.to_string()))
        .bind(facts.licence.is_fee_asked)
        .bind(routing.is_certain)
        .bind(routing.to.map(AgencyId::uuid))
        .bind(row::routed_why(routing.why))
        .bind(&routing.service)
        .bind(i64::from(routing.rules_version))
        .bind(routing.percent.map(i64::from))
        .bind(row::answered(&facts.answers))
        .bind(facts.is_telling_for_province)
        .bind(facts.unlike.as_ref().map(|unlike| unlike.code.as_str()))
        .bind(facts.unlike.as_ref().map(|unlike| unlike.why.as_str()))
        .bind(facts.place.point.map(|point| i64::from(point.latitude_e5())))
        .bind(facts.place.point.map(|point| i64::from(point.longitude_e5())))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn keep(tx: &mut Tx, version_read: i64, case: &Case) -> Result<(), Error> {
    let (facts, ruling, rating) = (&case.facts, case.ruling.as_ref(), case.rating.as_ref());
    let kept: Option<i64> = on!(tx, c => sqlx::query_scalar(CHANGE)
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(version_read)
        .bind(case.kind.as_str())
        .bind(case.is_urgent)
        .bind(case.visibility.as_str())
        .bind(facts.title.as_ref().map(|title| title.as_str()))
        .bind(facts.service.as_ref().map(|code| code.as_str()))
        .bind(facts.subject.map(|subject| subject.as_str()))
        .bind(case.holder.uuid())
        .bind(case.handler.map(PersonId::uuid))
        .bind(case.clocks.desk.uuid())
        .bind(case.flag.as_ref().map(|flag| flag.at.as_ms()))
        .bind(i64::from(case.declines))
        .bind(case.is_bounced)
        .bind(i64::from(case.data_requests))
        .bind(i64::from(case.answers))
        .bind(i64::from(case.reopenings_of_answer))
        .bind(i64::from(case.reopenings))
        .bind(case.is_objected)
        .bind(ruling.map(|ruling| ruling.sentence.as_str()))
        .bind(ruling.and_then(|ruling| ruling.decision.as_ref()).map(|line| line.as_str()))
        .bind(ruling.map(|ruling| ruling.at.as_ms()))
        .bind(rating.map(|rating| i64::from(rating.value)))
        .bind(rating.and_then(|rating| rating.reason.as_ref()).map(|text| text.as_str()))
        .bind(rating.map(|rating| rating.at.as_ms()))
        .bind(case.answered_at.map(Timestamp::as_ms))
        .bind(i64::from(case.clocks.calendar.0))
        .bind(facts.category.as_ref().map(|path| path.as_str()))
        .fetch_optional(c)
        .await)?;
    kept.map(drop).ok_or(Error::Stale)
}

async fn stand(tx: &mut Tx, case: &Case) -> Result<(), Error> {
    let row = StatusRow::from(&case.status);
    on!(tx, c => sqlx::query(STAND)
        .bind(case.key.home.uuid())
        .bind(case.key.id.uuid())
        .bind(row.status)
        .bind(row.status_from)
        .bind(row.handoff)
        .bind(row.status_at_ms)
        .bind(row.status_due_at_ms)
        .bind(row.status_reason)
        .bind(row.status_sentence)
        .bind(row.status_agency_id)
        .bind(row.outside_code)
        .bind(row.outside_name)
        .bind(row.outside_contact)
        .bind(row.merged_home_id)
        .bind(row.merged_case_id)
        .bind(row.silent_from)
        .bind(row.silent_asked_at_ms)
        .bind(row.silent_due_at_ms)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
