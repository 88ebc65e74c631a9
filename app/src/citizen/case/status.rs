//! Where the case is and who acts next, in sentences.

use domain::{
    case::status::StatusCode,
    deadline::LimitKind,
    kind::ArchiveReason,
    view::{CaseView, HeldAs},
};

use crate::text::{Words, fill};

/// The word of the badge.
pub(crate) fn word(case: &CaseView, words: &Words) -> String {
    let awaited = awaited(case);
    let is_ruling = case.status.code == StatusCode::TransferPending && awaited.is_none();
    let agency = awaited.unwrap_or_else(|| case.holder.short.clone());
    word_of(case.status.code, (!is_ruling).then_some(agency.as_str()), words)
}

/// The word of a status with the agency that it names: the one that was asked, else the holder. Without one the
/// province must rule.
pub(crate) fn word_of(code: StatusCode, agency: Option<&str>, words: &Words) -> String {
    agency.map_or_else(
        || words.offers.awaiting.to_owned(),
        |agency| fill(words.status.of(code), &[("agency", agency)]),
    )
}

/// The agency that was asked, while its offer is open.
fn awaited(case: &CaseView) -> Option<String> {
    let handoff = case.handoff.as_ref().filter(|handoff| handoff.cause.is_none())?;
    handoff.to.as_ref().map(|agency| agency.short.clone())
}

/// The sentences below the heading, each a paragraph.
pub(super) fn sentences(case: &CaseView, words: &Words) -> Vec<String> {
    let mut told = vec![standing(case, words)];
    let partner = case
        .held
        .iter()
        .find(|held| held.is_now && held.held_as == HeldAs::Partner);
    if let Some((held, agency)) = partner.and_then(|held| Some((held, held.agency.as_ref()?))) {
        let values = [("agency", agency.short.as_str()), ("date", &held.since.long)];
        told.push(fill(words.tracking.waiting_partner, &values));
    }
    let reason = case.status.reason.as_deref().and_then(ArchiveReason::find);
    told.extend(reason.map(|reason| {
        fill(
            words.tracking.archived_why,
            &[("reason", words.archive_reasons.of(reason))],
        )
    }));
    told.extend(case.status.sentence.clone());
    told
}

/// The sentence of the status itself.
fn standing(case: &CaseView, words: &Words) -> String {
    let (agency, status) = (case.holder.short.as_str(), &case.status);
    if let Some(ruling) = case.handoff.as_ref().filter(|handoff| handoff.cause.is_some()) {
        return fill(
            words.tracking.awaiting_ruling,
            &[("agency", agency), ("date", &ruling.due.long)],
        );
    }
    let left = match status.citizen_days_left {
        Some(0) => words.common.due_today.to_owned(),
        Some(days) => fill(words.common.days_left, &[("n", &days.to_string())]),
        None => String::new(),
    };
    let (body, contact) = status.outside.clone().unwrap_or_default();
    let values = [
        ("agency", agency),
        ("date", &date(case)),
        ("left", &left),
        ("other", &awaited(case).unwrap_or_default()),
        ("body", &body),
        ("contact", &contact),
    ];
    fill(words.status_lines.of(status.code), &values)
}

/// The day the sentence names: when it ended, or by when the agency owes what the status waits for.
fn date(case: &CaseView) -> String {
    if let Some(ended) = &case.status.ended {
        return ended.long.clone();
    }
    let clock = match case.status.code {
        StatusCode::Submitted => Some(LimitKind::Verification),
        StatusCode::Dispatched => Some(LimitKind::FirstResponse),
        StatusCode::Reopened => Some(LimitKind::ReopenedAnswer),
        StatusCode::NeedInfo
        | StatusCode::InProgress
        | StatusCode::TransferPending
        | StatusCode::Responded
        | StatusCode::Resolved
        | StatusCode::AutoClosed
        | StatusCode::Merged
        | StatusCode::Referred
        | StatusCode::Archived
        | StatusCode::Withdrawn => None,
    };
    let owed = case.deadlines.iter().find(|deadline| Some(deadline.clock) == clock);
    let answer = case.deadlines.iter().find(|deadline| is_answer(deadline.clock));
    let named = owed.or(answer).or(case.deadlines.first());
    named.map_or_else(|| case.received.long.clone(), |deadline| deadline.due.long.clone())
}

const fn is_answer(clock: LimitKind) -> bool {
    matches!(
        clock,
        LimitKind::ResolutionSimple
            | LimitKind::ResolutionComplaint
            | LimitKind::ResolutionSupervision
            | LimitKind::Ppid
            | LimitKind::PpidExtended
            | LimitKind::ReopenedAnswer
    )
}
