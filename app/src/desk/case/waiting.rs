//! What waits for somebody: an offer of ours, a ruling, a proposal, an answer before it goes out.

use domain::{
    case::seat::Capacity,
    deed::Act,
    kind::ArchiveReason,
    view::{CaseView, HandoffView, TogetherView, WaitingView},
};
use leptos::prelude::*;

use super::{Shown, fields::MessageField, form::ActForm, handoff::REFUSE, offered::reason_of};
use crate::{
    parts::{Button, ButtonKind, Dialog, DialogActs, DialogLink, Glyph, Notice, Quote, Tone},
    text::{Words, fill, use_text},
};

/// The dialog that sends a waiting answer back.
const RETURN: &str = "kembalikan";

/// Everything that waits, each in a notice of its own.
#[component]
pub(super) fn Waiting(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case.clone();
    let is_ours = case.capacity != Some(Capacity::Offered);
    let handoff = case
        .handoff
        .clone()
        .filter(|handoff| is_ours || handoff.cause.is_some());
    view! {
        {ended(&case, words)}
        {(!case.accused.is_empty()).then(|| accused(&case, words))}
        {case.ruling.clone().map(|text| view! {
            <Notice tone=Tone::Joint glyph=Glyph::Office title=words.offers.ruled><p>{text}</p></Notice>
        })}
        {handoff.map(|handoff| view! { <OfferOfOurs shown=shown.clone() handoff/> }.into_any())}
        {case.together.clone().map(|proposal| view! { <TogetherProposal shown=shown.clone() proposal/> }.into_any())}
        {case.archive.clone().map(|waiting| view! { <ArchiveProposal shown=shown.clone() waiting/> }.into_any())}
        {case.waiting_answer.clone().map(|waiting| view! { <WaitingAnswer shown=shown.clone() waiting/> }.into_any())}
        {case.prolonging.clone().map(|waiting| view! { <LongerLimit shown=shown.clone() waiting/> }.into_any())}
    }
}

/// Why it ended, and how the reporter rates it.
fn ended(case: &CaseView, words: &'static Words) -> impl IntoView + use<> {
    let reason = case.status.reason.as_deref().and_then(ArchiveReason::find);
    let reason = reason.map(|reason| words.archive_reasons.of(reason).to_owned());
    let outside = case
        .status
        .outside
        .clone()
        .map(|(name, contact)| format!("{name}: {contact}"));
    let parts: Vec<String> = reason
        .into_iter()
        .chain(outside)
        .chain(case.status.sentence.clone())
        .collect();
    let when = case.status.ended.as_ref().map(|ended| ended.long.clone());
    let title = when.map(|when| {
        fill(
            words.case_desk.ended,
            &[("status", words.status_for_desk.of(case.status.code)), ("date", &when)],
        )
    });
    let rating = case.rating.as_ref().map(|rating| {
        let value = fill(words.case_desk.rating, &[("n", &rating.value.to_string())]);
        rating
            .reason
            .as_ref()
            .map_or_else(|| value.clone(), |reason| format!("{value} {reason}"))
    });
    let lines: Vec<String> = parts.into_iter().chain(rating).collect();
    (title.is_some() || !lines.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Plain glyph=Glyph::Info title=title.unwrap_or_default()>
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </Notice>
        }
    })
}

/// Whom the case accuses. Told to the holder under the mark alone.
fn accused(case: &CaseView, words: &'static Words) -> impl IntoView + use<> {
    let names: Vec<&str> = case.accused.iter().map(|agency| agency.short.as_str()).collect();
    let text = fill(words.case_desk.accused_text, &[("agencies", &names.join(", "))]);
    view! { <Notice tone=Tone::Wait glyph=Glyph::Hidden title=words.case_desk.accused_title><p>{text}</p></Notice> }
}

/// An offer as its holder sees it, or the ruling that is awaited.
#[component]
fn OfferOfOurs(
    /// What was read.
    shown: Shown,
    /// The hand-off.
    handoff: HandoffView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let to = handoff.to.as_ref().map_or("", |agency| agency.short.as_str());
    let holder = case.holder.short.as_str();
    let (title, text) = match handoff.cause {
        Some(cause) => {
            let note = fill(
                words.offers.awaiting_note,
                &[("agency", holder), ("date", &handoff.due.long)],
            );
            (
                words.offers.awaiting.to_owned(),
                format!("{}. {note}", words.ruling_causes.of(cause)),
            )
        }
        None => {
            let note = fill(
                words.offers.open_note,
                &[("agency", holder), ("other", to), ("date", &handoff.due.long)],
            );
            (fill(words.offers.open, &[("agency", holder), ("other", to)]), note)
        }
    };
    let form = shown.acting.form(case, &[Act::TakeBack]);
    let take_back = case.may(Act::TakeBack).then(|| {
        view! { <ActForm form><Button word=words.offers.take_back busy=form.is_busy()/></ActForm> }
    });
    let outside = handoff
        .outside
        .clone()
        .map(|body| fill(words.offers.outside_named, &[("body", &body)]));
    let reason = reason_of(&handoff, words);
    view! {
        <Notice tone=Tone::Joint glyph=Glyph::Handoff title>
            {(!reason.is_empty()).then(|| view! { <p>{reason}</p> })}
            {handoff.sentence.map(|text| view! { <Quote text/> })}
            {outside.map(|line| view! { <p>{line}</p> })}
            <p class="fine">{text}</p>
            {take_back}
        </Notice>
    }
}

/// Another agency proposes to work together: agree, or not.
#[component]
fn TogetherProposal(
    /// What was read.
    shown: Shown,
    /// The proposal.
    proposal: TogetherView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let title = fill(words.offers.together_asked, &[("agency", &proposal.by.short)]);
    let until = fill(words.offers.together_answer, &[("date", &proposal.due.long)]);
    let form = shown.acting.form(case, &[Act::AgreeTogether]);
    let agree = case.may(Act::AgreeTogether).then(|| {
        view! {
            <ActForm form class="">
                <Button word=words.acts.agree_together glyph=Glyph::Check kind=ButtonKind::Main busy=form.is_busy()/>
            </ActForm>
        }
    });
    let refuse = case
        .may(Act::RefuseTogether)
        .then(|| view! { <DialogLink dialog=REFUSE word=words.acts.refuse_together glyph=Glyph::Cross/> });
    view! {
        <Notice tone=Tone::Joint glyph=Glyph::Joint title>
            <p>{proposal.what}</p>
            <p class="fine">{until}</p>
            <div class="acts">{agree}{refuse}</div>
        </Notice>
    }
}

/// A proposal to archive, for the second person.
#[component]
fn ArchiveProposal(
    /// What was read.
    shown: Shown,
    /// The proposal.
    waiting: WaitingView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let reason = waiting.reason.as_deref().and_then(ArchiveReason::find);
    let reason = reason.map_or("", |reason| words.archive_reasons.of(reason));
    let title = fill(words.case_desk.archive_waiting, &[("reason", reason)]);
    let note = second_person(&waiting, words);
    let form = shown.acting.form(case, &[Act::ApproveArchive]);
    let approve = case.may(Act::ApproveArchive).then(|| {
        view! {
            <ActForm form>
                <Button word=words.acts.approve_archive glyph=Glyph::Check kind=ButtonKind::Main busy=form.is_busy()/>
            </ActForm>
        }
    });
    view! {
        <Notice tone=Tone::Wait glyph=Glyph::Cross title>
            <Quote text=waiting.text/>
            <p class="fine">{waiting.at.long}". "{note}</p>
            {approve}
        </Notice>
    }
}

/// Who may approve.
const fn second_person(waiting: &WaitingView, words: &Words) -> &'static str {
    if waiting.is_mine {
        words.case_desk.mine_waits
    } else {
        words.case_desk.archive_text
    }
}

/// An answer that waits for the liaison officer.
#[component]
fn WaitingAnswer(
    /// What was read.
    shown: Shown,
    /// The answer.
    waiting: WaitingView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let may_approve = case.may(Act::ApproveAnswer);
    let title = if may_approve {
        words.case_desk.answer_waiting
    } else {
        words.case_desk.answer_waiting_other
    };
    let form = shown.acting.form(case, &[Act::ApproveAnswer]);
    let approve = may_approve.then(|| {
        view! {
            <ActForm form class="">
                <Button word=words.case_desk.approve glyph=Glyph::Send kind=ButtonKind::Main busy=form.is_busy()/>
            </ActForm>
        }
    });
    let back = case
        .may(Act::ReturnAnswer)
        .then(|| view! { <DialogLink dialog=RETURN word=words.case_desk.send_back glyph=Glyph::Back/> });
    view! {
        <Notice tone=Tone::Wait glyph=Glyph::Message title>
            <Quote text=waiting.text/>
            <p class="fine">{waiting.at.long}</p>
            <div class="acts">{approve}{back}</div>
        </Notice>
    }
}

/// A request for the longer limit.
#[component]
fn LongerLimit(
    /// What was read.
    shown: Shown,
    /// The request.
    waiting: WaitingView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let form = shown.acting.form(case, &[Act::ApproveProlong]);
    let approve = case.may(Act::ApproveProlong).then(|| {
        view! {
            <ActForm form>
                <Button word=words.acts.approve_prolong glyph=Glyph::Check kind=ButtonKind::Main busy=form.is_busy()/>
            </ActForm>
        }
    });
    view! {
        <Notice tone=Tone::Wait glyph=Glyph::Clock title=words.case_desk.prolong_waiting>
            <Quote text=waiting.text/>
            <p class="fine">{waiting.at.long}</p>
            {approve}
        </Notice>
    }
}

/// Sends a waiting answer back, with a note for its writer.
#[component]
pub(super) fn ReturnDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::ReturnAnswer).then(|| {
        let form = shown.acting.form(&case, &[Act::ReturnAnswer]);
        view! {
            <Dialog id=RETURN title=words.acts.return_answer lead=words.case_desk.return_lead>
                <ActForm form dialog=RETURN class="">
                    <div class="body stack">
                        <MessageField form label=words.case_desk.note_text rows=3/>
                    </div>
                    <DialogActs word=words.case_desk.send_back/>
                </ActForm>
            </Dialog>
        }
    })
}
