//! What a case is about: the reporter's words, and the facts beside them.

use std::sync::Arc;

use domain::{
    case::seat::Capacity,
    deed::Act,
    view::{AnswerView, CaseView, FactsView},
};
use leptos::prelude::*;

use super::{Shown, form::ActForm};
use crate::{
    parts::{Button, ButtonKind, Card, Facts, FileList, MapLink, Quote},
    text::{Words, fill, use_text},
};

/// The report, word for word.
#[component]
pub(super) fn ReporterWords(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = &use_text().case_desk;
    let told = case
        .facts
        .as_ref()
        .map(|facts| (facts.body.clone(), facts.files.clone()));
    told.map(|(text, files)| {
        let at = format!("/meja/{}", case.code);
        view! { <Card id="kata" title=words.reporter_words><Quote text/><FileList files at/></Card> }
    })
}

/// The facts, and who works on it. A former holder reads code and status alone.
#[component]
pub(super) fn FactsCard(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    let is_former = case.capacity == Some(Capacity::Former);
    // Who works on it is told to the holder alone; an empty value is left out.
    let handler = match case.capacity {
        Some(Capacity::Holder) => case.handler.clone().unwrap_or_else(|| words.queue.nobody.to_owned()),
        _ => String::new(),
    };
    let mut facts = case
        .facts
        .as_ref()
        .map(|facts| lines(&case, facts, words))
        .unwrap_or_default();
    facts.extend([
        (words.case_desk.channel, words.channels.of(case.channel).to_owned()),
        (words.case_desk.received, case.received.long.clone()),
        (words.case_desk.holder, case.holder.name.clone()),
        (words.case_desk.officer, handler),
    ]);
    let form = shown.acting.form(&case, &[Act::Assign]);
    let take = (case.may(Act::Assign) && !case.is_mine).then(|| {
        view! {
            <ActForm form>
                <input type="hidden" name="to" value="me"/>
                <Button word=words.case_desk.take kind=ButtonKind::Wide busy=form.is_busy()/>
            </ActForm>
        }
    });
    let known = case.facts.as_ref();
    let is_anonymous = case.visibility.is_anonymous();
    let answered: Vec<(String, String)> = known
        .map(|facts| {
            let line = |answer: &AnswerView| {
                let text = if answer.is_telling && is_anonymous {
                    fill(words.case_desk.tells_who, &[("value", &answer.text)])
                } else {
                    answer.text.clone()
                };
                (answer.label.clone(), text)
            };
            facts.answers.iter().map(line).collect()
        })
        .unwrap_or_default();
    let point = known.and_then(|facts| facts.point.clone());
    let is_hidden = known.is_some_and(|facts| facts.is_telling_hidden);
    let hidden = is_hidden.then(|| view! { <p class="fine soft">{words.suggesting.hidden}</p> });
    (!is_former).then(|| {
        view! {
            <Card id="fakta" title=words.case_desk.facts>
                <Facts facts also=answered/>
                <MapLink point/>
                {hidden}
                {take}
            </Card>
        }
    })
}

/// The facts of the report. With an anonymous reporter, numbers that can tell who it is are marked.
fn lines(case: &CaseView, facts: &FactsView, words: &'static Words) -> Vec<(&'static str, String)> {
    let desk = &words.case_desk;
    let telling = |number: &Option<String>| {
        let number = number.clone().unwrap_or_default();
        if number.is_empty() || !case.visibility.is_anonymous() {
            number
        } else {
            fill(desk.tells_who, &[("value", &number)])
        }
    };
    let place = match &facts.landmark {
        Some(landmark) => format!("{landmark}, {}", facts.place),
        None => facts.place.clone(),
    };
    let day = |when: &Option<domain::view::When>| when.as_ref().map(|when| when.long.clone()).unwrap_or_default();
    let unlike = facts.unlike.as_ref();
    let unlike = unlike.map_or_else(String::new, |(code, why)| format!("{code}: {why}"));
    let fee = facts
        .is_fee_asked
        .map(|is_asked| if is_asked { words.common.yes } else { words.common.no });
    vec![
        (desk.kind, words.kinds.of(case.kind).to_owned()),
        (
            desk.service,
            facts.service.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        ),
        (
            desk.subject,
            facts
                .subject
                .map(|subject| words.subjects.of(subject).to_owned())
                .unwrap_or_default(),
        ),
        (desk.place, place),
        (
            words.spot.title,
            telling(&facts.point.as_ref().map(ToString::to_string)),
        ),
        (desk.event_date, day(&facts.event_date)),
        (desk.application_no, telling(&facts.application_no)),
        (desk.nib, telling(&facts.nib)),
        (desk.applied_on, day(&facts.applied_on)),
        (desk.category, facts.category.clone().unwrap_or_default()),
        (desk.fee, fee.unwrap_or_default().to_owned()),
        (desk.visibility, words.visibilities.of(case.visibility).to_owned()),
        (words.publishing.unlike, unlike),
        (
            desk.filed,
            case.filed.as_ref().map(|filed| filed.long.clone()).unwrap_or_default(),
        ),
    ]
}
