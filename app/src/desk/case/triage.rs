//! Verification: the case belongs here, or goes to its agency, or outside the province.

use std::sync::Arc;

use domain::{
    deed::Act,
    view::{
        CaseView,
        choices::{ChoiceGroup, DeskChoices},
    },
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{OneOf, SentenceField},
    form::ActForm,
};
use crate::{
    parts::{Button, ButtonKind, Card, Define, Dialog, DialogActs, Glyph, ungrouped},
    text::{Words, fill, use_text},
};

/// The dialog that passes a case on outside the province.
pub(super) const REFER: &str = "rujuk";

/// The first act on a new case: verify at the agency, dispatch at the province desk.
#[component]
pub(super) fn Triage(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    view! {
        <Dispatch shown=shown.clone()/>
        <Verify shown/>
    }
}

/// Sends the case to its agency. The proposal and a sentence for the reporter stand ready.
#[component]
fn Dispatch(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::Dispatch).then(|| {
        let form = shown.acting.form(&case, &[Act::Dispatch]);
        let proposed = case.routing.1.as_ref();
        let why = reason(&case, words);
        let groups = with_proposed(&case, &choices);
        let sentence = ready_sentence(&case, words);
        // What the report was filed for, else what its words point to; the officer has the last word.
        let ready = proposed
            .map(|agency| agency.code.clone())
            .or_else(|| first_of_ours(&case))
            .unwrap_or_default();
        let lead = proposed.map_or_else(
            || words.triage.no_proposal.to_owned(),
            |agency| fill(words.triage.proposed, &[("agency", &agency.name)]),
        );
        view! {
            <Card id="pilah" title=words.triage.title>
                <p>{lead}</p>
                <Define summary=words.triage.why text=why/>
                <Suggested case=case.clone()/>
                <ActForm form>
                    <OneOf name="to" form label=words.triage.to groups ready/>
                    <SentenceField form ready=sentence/>
                    <div class="acts">
                        <Button
                            word=words.triage.dispatch
                            glyph=Glyph::Handoff
                            kind=ButtonKind::Main
                            busy=form.is_busy()
                        />
                    </div>
                </ActForm>
            </Card>
        }
    })
}

/// What the clerk suggests, with how sure it is and why.
#[component]
fn Suggested(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    let found = case.suggestion.clone().filter(|found| !found.agencies.is_empty());
    found.map(|found| {
        let lines = found.agencies.into_iter().enumerate().map(|(at, agency)| {
            let is_sure = at == 0 && found.is_sure;
            let sentence = if is_sure {
                words.suggesting.desk_sure
            } else {
                words.suggesting.desk_unsure
            };
            let percent = agency.percent.to_string();
            let line = fill(sentence, &[("agency", &agency.name), ("percent", &percent)]);
            let because =
                (!agency.because.is_empty()).then(|| fill(words.suggesting.because, &[("because", &agency.because)]));
            view! { <li>{line}" "<span class="fine soft">{because}</span></li> }
        });
        let lines = lines.collect_view();
        view! {
            <section class="stack-s" aria-labelledby="saran">
                <h3 id="saran">{words.suggesting.desk_title}</h3>
                <ol>{lines}</ol>
            </section>
        }
    })
}

/// The most probable agency that works here.
fn first_of_ours(case: &CaseView) -> Option<String> {
    let found = case.suggestion.as_ref()?;
    found
        .agencies
        .iter()
        .find(|agency| !agency.is_outside)
        .map(|agency| agency.code.clone())
}

/// The agencies, the proposed one first.
fn with_proposed(case: &CaseView, choices: &DeskChoices) -> Vec<ChoiceGroup> {
    let mut agencies = choices.agencies.clone();
    if let Some(proposed) = &case.routing.1 {
        agencies.sort_by_key(|choice| choice.value != proposed.code);
    }
    vec![ungrouped(agencies)]
}

/// Why the proposal was made, in the words the reporter has on the receipt.
fn reason(case: &CaseView, words: &Words) -> String {
    let agency = case.routing.1.as_ref().map_or("", |agency| agency.name.as_str());
    fill(
        words.whys.of(case.routing.0),
        &[("agency", agency), ("service", service(case))],
    )
}

/// A sentence that is true of the proposal. None where nothing is proposed.
fn ready_sentence(case: &CaseView, words: &Words) -> String {
    let Some(agency) = &case.routing.1 else {
        return String::new();
    };
    let service = service(case);
    let sentence = if service.is_empty() {
        words.triage.ready
    } else {
        words.triage.ready_service
    };
    fill(sentence, &[("agency", &agency.short), ("service", service)])
}

fn service(case: &CaseView) -> &str {
    let service = case.facts.as_ref().and_then(|facts| facts.service.as_ref());
    service.map_or("", |(_, name)| name.as_str())
}

/// Confirms that the case is for its holder.
#[component]
fn Verify(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    // The province desk does not keep a case that it may send to its agency.
    let is_kept = case.holder.code == shown.reader.agency.code && case.may(Act::Dispatch);
    (case.may(Act::Verify) && !is_kept).then(|| {
        let form = shown.acting.form(&case, &[Act::Verify]);
        let text = fill(words.case_desk.verify_text, &[("agency", &case.holder.short)]);
        let kind = if case.may(Act::Dispatch) {
            ButtonKind::Usual
        } else {
            ButtonKind::Main
        };
        view! {
            <Card id="verifikasi" title=words.case_desk.verify_title>
                <p>{text}</p>
                <ActForm form><Button word=words.acts.verify glyph=Glyph::Check kind busy=form.is_busy()/></ActForm>
            </Card>
        }
    })
}

/// Passes the case on to a body outside. It ends here.
#[component]
pub(super) fn ReferDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::Refer).then(|| {
        let form = shown.acting.form(&case, &[Act::Refer]);
        view! {
            <Dialog id=REFER title=words.triage.refer lead=words.triage.refer_text>
                <ActForm form dialog=REFER class="">
                    <div class="body stack">
                        <OneOf
                            name="outside"
                            form
                            label=words.triage.refer_body
                            groups=vec![ungrouped(choices.outside.clone())]
                        />
                        <SentenceField form/>
                    </div>
                    <DialogActs word=words.triage.refer kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}
