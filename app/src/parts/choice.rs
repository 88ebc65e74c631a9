//! ChoiceCard cards: one of several, or a tick.

use leptos::prelude::*;

use super::field::{FieldError, described_by};

/// One of several choices, as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceCard {
    /// What the form sends.
    pub value: &'static str,
    /// What the reader sees.
    pub word: String,
    /// One line on what it means; may be empty.
    pub note: String,
}

impl ChoiceCard {
    /// A choice with its word and a line on what it means (empty: none).
    #[must_use]
    pub fn new(value: &'static str, word: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            value,
            word: word.into(),
            note: note.into(),
        }
    }
}

/// One of several, as radio cards.
#[component]
pub fn Choices(
    /// Name of the field; the group's id as well, so that the error summary can lead to it.
    name: &'static str,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The choices.
    choices: Vec<ChoiceCard>,
    /// Value of the choice that is set.
    #[prop(optional, into)]
    chosen: String,
    /// Cards side by side where there is room: 1, 2 or 3. With 4 they are the marks of a rating.
    #[prop(default = 1)]
    columns: u8,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let class = match columns {
        2 => "choices choices-2",
        3 => "choices choices-3",
        4 => "rates",
        _ => "choices",
    };
    let cards = choices.into_iter().map(|ChoiceCard { value, word, note }| {
        view! {
            <label class="choice">
                <input type="radio" name=name value=value checked={value == chosen}/>
                <span><b>{word}</b>{(!note.is_empty()).then(|| view! { <small>{note}</small> })}</span>
            </label>
        }
    });
    view! {
        <fieldset
            class="field"
            class:field-bad=move || error.get().is_some()
            id=name
            tabindex="-1"
            aria-describedby=described_by(name, false, error)
        >
            <legend>{legend}</legend>
            <div class=class>{cards.collect_view()}</div>
            <FieldError id=name error/>
        </fieldset>
    }
}

/// A tick, as a card. Sends its value when it is set.
#[component]
pub fn Check(
    /// Name and id of the field.
    name: &'static str,
    /// What is agreed to or asked for.
    #[prop(into)]
    word: String,
    /// One line on what it means.
    #[prop(optional, into)]
    note: String,
    /// What it sends, where that is not "yes".
    #[prop(default = "yes".to_owned())]
    value: String,
    /// Whether it is set.
    #[prop(optional)]
    checked: bool,
    /// Whether the form needs it.
    #[prop(optional)]
    required: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <div class="field" class:field-bad=move || error.get().is_some()>
            <label class="choice">
                <input
                    type="checkbox"
                    id=name
                    name=name
                    value=value
                    checked=checked
                    required=required
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby=described_by(name, false, error)
                />
                <span><b>{word}</b>{(!note.is_empty()).then(|| view! { <small>{note}</small> })}</span>
            </label>
            <FieldError id=name error/>
        </div>
    }
}
