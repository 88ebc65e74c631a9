//! What a case is taken for, and who works on it.

use domain::{
    deed::Act,
    kind::{Kind, Subject},
    view::choices::{Choice, ChoiceGroup},
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{LineField, OneOf, listed},
    form::{ActForm, Form},
};
use crate::{
    parts::{Check, Dialog, DialogActs, ungrouped},
    text::{Words, use_text},
};

/// The dialog that corrects kind, service, category and title.
pub(super) const CLASSIFY: &str = "klasifikasi";
/// The dialog that gives the case to an officer.
pub(super) const ASSIGN: &str = "tugaskan";

/// Corrects kind, problem, service, category, title and urgency.
#[component]
pub(super) fn ClassifyDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    shown.case.may(Act::Classify).then(|| {
        let form = shown.acting.form(&shown.case, &[Act::Classify]);
        view! {
            <Dialog id=CLASSIFY title=words.acts.classify lead=words.case_desk.classify_lead>
                <ActForm form dialog=CLASSIFY class="">
                    <div class="body stack"><ClassifyFields shown=shown.clone() form/></div>
                    <DialogActs word=words.common.save/>
                </ActForm>
            </Dialog>
        }
    })
}

/// What can be corrected, as it stands now.
#[component]
fn ClassifyFields(
    /// What was read.
    shown: Shown,
    /// The form they stand in.
    form: Form,
) -> impl IntoView {
    let words = use_text();
    let (case, desk) = (&shown.case, &words.case_desk);
    let facts = case.facts.clone();
    let service = facts
        .as_ref()
        .and_then(|facts| facts.service.as_ref())
        .map(|(code, _)| code.clone());
    let subject = facts
        .as_ref()
        .and_then(|facts| facts.subject)
        .map(|subject| subject.as_str());
    let category = facts
        .as_ref()
        .and_then(|facts| facts.category.clone())
        .unwrap_or_default();
    let title = facts.as_ref().and_then(|facts| facts.title.clone());
    let services = shown
        .choices
        .services
        .iter()
        .map(|(kind, services)| ChoiceGroup {
            label: words.service_kinds.of(*kind).to_owned(),
            ..ungrouped(services.clone())
        })
        .collect();
    view! {
        <LineField name="title" form label=desk.public_title hint=desk.public_title_hint ready=title.unwrap_or_default() optional=true maxlength=domain::limits::TITLE.max/>
        <OneOf name="kind" form label=desk.kind groups=kinds(case.kind, words) ready=case.kind.as_str()/>
        <OneOf
            name="service"
            form
            label=desk.service
            groups=services
            ready=service.unwrap_or_default()
            optional=true
        />
        <OneOf
            name="category"
            form
            label=desk.category
            groups=with_current(shown.choices.categories.clone(), &category)
            ready=category
            optional=true
        />
        <OneOf
            name="subject"
            form
            label=desk.subject
            groups=subjects(words)
            ready=subject.unwrap_or_default()
            optional=true
        />
        <Check name="urgent" word=desk.urgent checked=case.is_urgent/>
    }
}

/// A category that seldom occurs here is none of the list, and stays one that can be kept.
fn with_current(mut groups: Vec<ChoiceGroup>, current: &str) -> Vec<ChoiceGroup> {
    let is_listed = groups
        .iter()
        .flat_map(|group| &group.choices)
        .any(|choice| choice.value == current);
    if !is_listed && !current.is_empty() {
        let choice = Choice {
            value: current.to_owned(),
            label: current.to_owned(),
        };
        groups.insert(0, ungrouped(vec![choice]));
    }
    groups
}

/// A report of wrongdoing is neither made nor unmade here: that is what the mark of a conflict is for.
fn kinds(now: Kind, words: &Words) -> Vec<ChoiceGroup> {
    let kinds = Kind::ALL
        .iter()
        .filter(|kind| **kind == now || **kind != Kind::Whistleblowing);
    vec![listed(kinds.map(|kind| (kind.as_str(), words.kinds.of(*kind))))]
}

fn subjects(words: &Words) -> Vec<ChoiceGroup> {
    let subjects = Subject::ALL
        .iter()
        .map(|subject| (subject.as_str(), words.subjects.of(*subject)));
    vec![listed(subjects)]
}

/// Gives the case to an officer of the desk, or to nobody.
#[component]
pub(super) fn AssignDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::Assign).then(|| {
        let form = shown.acting.form(&case, &[Act::Assign]);
        view! {
            <Dialog id=ASSIGN title=words.case_desk.assign_title>
                <ActForm form dialog=ASSIGN class="">
                    <div class="body stack">
                        <OneOf
                            name="to"
                            form
                            label=words.case_desk.handler
                            groups=vec![ungrouped(choices.officers.clone())]
                            optional=true
                        />
                    </div>
                    <DialogActs word=words.common.save/>
                </ActForm>
            </Dialog>
        }
    })
}
