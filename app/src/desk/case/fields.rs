//! Fields that several forms of a case have.

use domain::{
    kind::HandoffReason,
    view::choices::{Choice, ChoiceGroup},
};
use leptos::prelude::*;

use super::form::Form;
use crate::{
    parts::{Select, TextArea, TextInput, ungrouped},
    text::use_text,
};

/// Choices from codes and their words.
pub(super) fn listed(choices: impl IntoIterator<Item = (&'static str, &'static str)>) -> ChoiceGroup {
    let choice = |(value, label): (&str, &str)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    ungrouped(choices.into_iter().map(choice).collect())
}

/// One of a list.
#[component]
pub(super) fn OneOf(
    /// Name of the field.
    name: &'static str,
    /// The form it stands in.
    form: Form,
    /// What is asked.
    label: &'static str,
    /// The lists.
    groups: Vec<ChoiceGroup>,
    /// What is set from the start.
    #[prop(optional, into)]
    ready: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    view! {
        <Select
            name
            id=form.id(name)
            label
            nothing=use_text().common.choose
            groups
            chosen=form.typed_or(name, ready)
            optional
            error=form.error(name)
        />
    }
}

/// One line.
#[component]
pub(super) fn LineField(
    /// Name of the field.
    name: &'static str,
    /// The form it stands in.
    form: Form,
    /// What is asked.
    label: &'static str,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// What stands there ready.
    #[prop(optional, into)]
    ready: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Longest text. Unit: characters.
    #[prop(default = domain::limits::LINE.max)]
    maxlength: u16,
) -> impl IntoView {
    view! {
        <TextInput
            name
            id=form.id(name)
            label
            hint
            value=form.typed_or(name, ready)
            optional
            autocomplete="off"
            maxlength
            error=form.error(name)
        />
    }
}

/// A day.
#[component]
pub(super) fn DayField(
    /// Name of the field.
    name: &'static str,
    /// The form it stands in.
    form: Form,
    /// What is asked.
    label: &'static str,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// What stands there ready, as `2026-11-24`.
    #[prop(optional, into)]
    ready: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    view! {
        <TextInput
            name
            id=form.id(name)
            label
            hint
            value=form.typed_or(name, ready)
            kind="date"
            optional
            error=form.error(name)
        />
    }
}

/// A message, a note, a result: several lines, in the field `text`.
#[component]
pub(super) fn MessageField(
    /// The form it stands in.
    form: Form,
    /// What is asked.
    label: &'static str,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// Height, in lines.
    rows: u8,
) -> impl IntoView {
    view! {
        <TextArea
            name="text"
            id=form.id("text")
            label
            hint
            value=form.typed("text")
            rows
            maxlength=domain::limits::MESSAGE.max
            error=form.error("text")
        />
    }
}

/// The sentence that the reporter reads.
#[component]
pub(super) fn SentenceField(
    /// The form it stands in.
    form: Form,
    /// What stands there ready.
    #[prop(optional, into)]
    ready: String,
) -> impl IntoView {
    let words = &use_text().offers;
    view! {
        <TextArea
            name="sentence"
            id=form.id("sentence")
            label=words.sentence
            hint=words.sentence_hint
            value=form.typed_or("sentence", ready)
            rows=2
            maxlength=domain::limits::SENTENCE.max
            error=form.error("sentence")
        />
    }
}

/// Why a case belongs elsewhere.
#[component]
pub(super) fn HandoffReasonField(
    /// The form it stands in.
    form: Form,
) -> impl IntoView {
    let words = use_text();
    let reasons = HandoffReason::ALL
        .iter()
        .map(|reason| (reason.as_str(), words.handoff_reasons.of(*reason)));
    view! { <OneOf name="reason" form label=words.offers.why groups=vec![listed(reasons)]/> }
}

/// A reason for the record.
#[component]
pub(super) fn RecordReason(
    /// The form it stands in.
    form: Form,
    /// What is asked.
    label: &'static str,
) -> impl IntoView {
    view! {
        <TextArea
            name="reason"
            id=form.id("reason")
            label
            value=form.typed("reason")
            rows=3
            maxlength=domain::limits::REASON.max
            error=form.error("reason")
        />
    }
}
