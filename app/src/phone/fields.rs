//! The fields of a form as names and texts, out of the page and back into it.

use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// The field that says what becomes of what may point to a person.
pub(crate) const MASKING: &str = "masking";
/// What a form holds but a draft does not: its key, which button was pressed, and files, which are kept apart.
const NOT_TYPED: [&str; 4] = ["key", "act", "files", "remove"];

/// Name and text of every field, in the order of the form. Empty ones are left out.
pub(crate) fn read(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    let entries = js_sys::try_iter(&data).ok().flatten();
    let pairs = entries.into_iter().flatten().flatten().filter_map(|entry| {
        let pair: js_sys::Array = entry.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    pairs
        .filter(|(name, text)| !text.is_empty() && !NOT_TYPED.contains(&name.as_str()))
        .collect()
}

/// The text of one field of a form that was read.
pub(crate) fn text_of(fields: &[(String, String)], name: &str) -> String {
    let found = fields.iter().find(|(field, _)| field == name);
    found.map(|(_, text)| text.clone()).unwrap_or_default()
}

/// Puts fields back into the page, and tells the page of each that changed.
pub(crate) fn write(form: &HtmlFormElement, fields: &[(String, String)]) {
    let elements = form.elements();
    for at in 0..elements.length() {
        let Some(control) = elements.item(at) else { continue };
        if let Some(name) = control
            .get_attribute("name")
            .filter(|name| !NOT_TYPED.contains(&name.as_str()))
            && set(&control, &text_of(fields, &name), fields)
        {
            tell(&control);
        }
    }
}

/// Puts one field, and tells the page if it changed.
pub(crate) fn put(id: &str, text: &str) {
    let Some(control) = element::<Element>(id) else { return };
    if set(&control, text, &[]) {
        tell(&control);
    }
}

/// What stands in one field of the page; empty if it is not there.
pub(crate) fn typed(id: &str) -> String {
    if let Some(list) = element::<HtmlSelectElement>(id) {
        return list.value();
    }
    element::<HtmlInputElement>(id)
        .map(|input| input.value())
        .unwrap_or_default()
}

/// Whether the control changed.
fn set(control: &Element, text: &str, fields: &[(String, String)]) -> bool {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        if matches!(input.type_().as_str(), "radio" | "checkbox") {
            let name = input.name();
            let is_set = fields
                .iter()
                .any(|(field, value)| *field == name && *value == input.value());
            let changes = input.checked() != is_set;
            input.set_checked(is_set);
            return changes;
        }
        let changes = input.value() != text;
        input.set_value(text);
        changes
    } else if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
        let changes = list.value() != text;
        list.set_value(text);
        changes
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        let changes = area.value() != text;
        area.set_value(text);
        changes
    } else {
        false
    }
}

fn tell(control: &Element) {
    let how = EventInit::new();
    how.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("change", &how) {
        let _ = control.dispatch_event(&event);
    }
}

/// An element of the page by its id, as what it is.
pub(crate) fn element<T: JsCast>(id: &str) -> Option<T> {
    leptos::prelude::document().get_element_by_id(id)?.dyn_into().ok()
}
