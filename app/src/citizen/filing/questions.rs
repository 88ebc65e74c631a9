//! Questions that depend on the service or the category, from the tenant's data.

use domain::view::choices::{AnswerKind, Question, QuestionGroup, SuggestionView};
use leptos::prelude::*;
use web_sys::Event;

use super::Sending;
use crate::{
    parts::{Check, Field, described_by},
    text::use_text,
};

/// The questions about the service that is chosen, or the category that is suggested; those about licences where neither
/// is known, because a licence is what most people who know their service ask about.
#[component]
pub fn Questions(
    /// The form.
    form: Sending,
    /// All questions.
    groups: Vec<QuestionGroup>,
    /// Code of the service that is chosen.
    service: Signal<String>,
    /// What the clerk suggests.
    suggestion: Signal<Option<SuggestionView>>,
) -> impl IntoView {
    let words = use_text();
    let groups = StoredValue::new(groups);
    let shown = Memo::new(move |_| {
        let category = suggestion.with(|found| found.as_ref().and_then(|found| found.category.clone()));
        let category = category.map_or_else(String::new, |category| category.value);
        let service = service.get();
        groups.with_value(|groups| {
            let answered = |group: &QuestionGroup| group.questions.iter().any(|it| !form.text(&it.field).is_empty());
            let about = |group: &QuestionGroup| group.is_about(&service, &category) || answered(group);
            let mut shown: Vec<QuestionGroup> = groups.iter().filter(|group| about(group)).cloned().collect();
            if shown.is_empty() && category.is_empty() {
                shown.extend(groups.first().cloned());
            }
            shown
        })
    });
    let is_kept_apart = form.text("telling") == "yes";
    view! {
        {move || shown.get().into_iter().map(|group| view! { <Group form group/> }).collect_view()}
        <Check
            name="telling"
            word=words.suggesting.telling
            note=words.suggesting.telling_note
            checked=is_kept_apart
        />
    }
    .into_any()
}

/// One group of questions.
#[component]
fn Group(
    /// The form.
    form: Sending,
    /// The questions.
    group: QuestionGroup,
) -> impl IntoView {
    let questions = group
        .questions
        .into_iter()
        .map(|question| view! { <Asked form question/> })
        .collect_view();
    view! {
        <fieldset class="field card card-s card-flat stack">
            <legend>{group.label}</legend>
            <div class="pair">{questions}</div>
        </fieldset>
    }
    .into_any()
}

/// One question; every one may stay open.
#[component]
fn Asked(
    /// The form.
    form: Sending,
    /// The question.
    question: Question,
) -> impl IntoView {
    let words = use_text();
    let field = question.field.clone();
    let error = form.problem(field.clone());
    let hint = match (question.is_telling, question.hint.is_empty()) {
        (true, true) => words.filing.can_tell.to_owned(),
        (true, false) => format!("{} {}", question.hint, words.filing.can_tell),
        (false, _) => question.hint.clone(),
    };
    let described = described_by(field.clone(), !hint.is_empty(), error);
    let typed = form.text(&field);
    let control = if question.kind == AnswerKind::Choice {
        let options = question.choices.into_iter().map(|choice| {
            let is_chosen = choice.value == typed;
            view! { <option value=choice.value selected=is_chosen>{choice.label}</option> }
        });
        let options = options.collect_view();
        view! {
            <select
                class="select"
                id=field.clone()
                name=field.clone()
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            >
                <option value="">{words.common.choose}</option>
                {options}
            </select>
        }
        .into_any()
    } else {
        let kind = if question.kind == AnswerKind::Date {
            "date"
        } else {
            "text"
        };
        let inputmode = (question.kind == AnswerKind::Number).then_some("numeric");
        view! {
            <input
                class="input"
                type=kind
                id=field.clone()
                name=field.clone()
                value=typed
                inputmode=inputmode
                maxlength=question.chars_max.to_string()
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            />
        }
        .into_any()
    };
    view! { <Field id=field label=question.label hint optional=true error>{control}</Field> }.into_any()
}

/// Follows the list of services.
pub(super) fn follow(service: RwSignal<String>) -> impl Fn(Event) + 'static {
    move |event| service.set(event_target_value(&event))
}
