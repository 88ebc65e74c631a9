//! A field: label, hint, control and error, tied together for those who cannot see them stand together.
//!
//! Controls are not bound to signals: what was typed before the program arrived in the browser stays.

use domain::view::choices::{Choice, ChoiceGroup};
use leptos::children::TypedChildren;
use leptos::either::Either;
use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::form::in_textarea;
use crate::text::use_text;

/// The ids of hint and error, for `aria-describedby`; nothing when there is neither.
pub fn described_by(
    id: impl Into<String>,
    has_hint: bool,
    error: MaybeProp<String>,
) -> impl Fn() -> Option<String> + Send + Clone + 'static {
    let id = id.into();
    move || match (has_hint, error.get().is_some()) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-h")),
        (false, true) => Some(format!("{id}-e")),
        (true, true) => Some(format!("{id}-h {id}-e")),
    }
}

/// What is wrong, below the control. Nothing when nothing is.
#[component]
pub(super) fn FieldError(
    /// The control's id.
    #[prop(into)]
    id: String,
    /// The sentence.
    error: MaybeProp<String>,
) -> impl IntoView {
    move || {
        let id = format!("{id}-e");
        error
            .get()
            .map(|sentence| view! { <p class="error" id=id><Icon glyph=Glyph::Warn/>{sentence}</p> })
    }
}

/// A control with its label, hint and error. The control itself carries `id` and [`described_by`] both.
#[component]
pub fn Field<C>(
    /// The control's id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// One line of help; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The control.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    let mark = optional.then(|| view! { " "<span class="optional">{use_text().common.optional}</span> });
    let hint_id = format!("{id}-h");
    view! {
        <div class="field" class:field-bad=move || error.get().is_some()>
            <label for=id.clone()>{label}{mark}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {children.into_inner()()}
            <FieldError id=id error/>
        </div>
    }
}

/// One line of text, or a date, a number, an address: `kind` is the control's `type`.
#[component]
pub fn TextInput(
    /// Name of the field.
    name: &'static str,
    /// Its id, where the same name stands twice on a page; otherwise the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// The control's `type`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Whether it may stay empty; otherwise the form needs it.
    #[prop(optional)]
    optional: bool,
    /// Whether it is a code: capitals, fixed width, no spelling check.
    #[prop(optional)]
    code: bool,
    /// What the browser may fill in; "off" for nothing.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The keyboard a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Longest text, in characters.
    #[prop(optional)]
    maxlength: Option<u16>,
    /// An example inside the empty control. Never the only help.
    #[prop(optional)]
    placeholder: Option<&'static str>,
    /// Known values the browser offers while typing.
    #[prop(optional)]
    known: Vec<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let described = described_by(id.clone(), !hint.is_empty(), error);
    let list_id = (!known.is_empty()).then(|| format!("{id}-known"));
    let list = list_id.clone().map(|list_id| {
        let known = known
            .into_iter()
            .map(|value| view! { <option value=value></option> })
            .collect_view();
        view! { <datalist id=list_id>{known}</datalist> }
    });
    view! {
        <Field id=id.clone() label hint optional error>
            <input
                class=if code { "input code" } else { "input" }
                type=kind
                id=id
                name=name
                value=value
                required=!optional
                autocomplete=autocomplete
                autocapitalize=code.then_some("characters")
                spellcheck=code.then_some("false")
                inputmode=inputmode
                maxlength=maxlength.map(|most| most.to_string())
                placeholder=placeholder
                list=list_id
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            />
            {list}
        </Field>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// Name of the field.
    name: &'static str,
    /// Its id, where the same name stands twice on a page; otherwise the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// Height, in lines.
    #[prop(default = 4)]
    rows: u8,
    /// Whether it may stay empty; otherwise the form needs it.
    #[prop(optional)]
    optional: bool,
    /// Longest text, in characters.
    #[prop(optional)]
    maxlength: Option<u16>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let described = described_by(id.clone(), !hint.is_empty(), error);
    view! {
        <Field id=id.clone() label hint optional error>
            <textarea
                class="textarea"
                id=id
                name=name
                rows=rows.to_string()
                required=!optional
                maxlength=maxlength.map(|most| most.to_string())
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
                inner_html=in_textarea(&value)
            ></textarea>
        </Field>
    }
}

/// Choices that stand in a list without a heading over them.
#[must_use]
pub const fn ungrouped(choices: Vec<Choice>) -> ChoiceGroup {
    ChoiceGroup {
        label: String::new(),
        choices,
    }
}

/// One of a list.
#[component]
pub fn Select(
    /// Name of the field.
    name: &'static str,
    /// Its id, where the same name stands twice on a page; otherwise the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// One line of help.
    #[prop(optional, into)]
    hint: String,
    /// The word that stands for no choice ("Pilih", "Saya tidak tahu"); sends an empty value. Empty: there is no such line.
    #[prop(optional, into)]
    nothing: String,
    /// The list. Choices in a group without a label stand in the list itself.
    groups: Vec<ChoiceGroup>,
    /// Value of the option that is set.
    #[prop(optional, into)]
    chosen: String,
    /// Whether it may stay empty; otherwise the form needs it.
    #[prop(optional)]
    optional: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let described = described_by(id.clone(), !hint.is_empty(), error);
    let nothing = (!nothing.is_empty()).then(|| view! { <option value="">{nothing}</option> });
    let lists = groups.into_iter().map(|ChoiceGroup { label, choices }| {
        let options = choices
            .into_iter()
            .map(|Choice { value, label }| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{label}</option> }
            })
            .collect_view();
        if label.is_empty() {
            Either::Left(options)
        } else {
            Either::Right(view! { <optgroup label=label>{options}</optgroup> })
        }
    });
    let lists = lists.collect_view();
    view! {
        <Field id=id.clone() label hint optional error>
            <select
                class="select"
                id=id
                name=name
                required=!optional
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            >
                {nothing}
                {lists}
            </select>
        </Field>
    }
}
