//! A page as a browser reads it: what stands in it, what was typed into its fields, and whether any text became more
//! than text.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

/// What addresses on our pages begin with.
const ADDRESSES: [&str; 8] = ["/", "#", "?", "http://localhost", "https://", "sms:", "mailto:", "tel:"];
/// Attributes that hold an address.
const ADDRESSED: [&str; 5] = ["href", "src", "action", "formaction", "poster"];
/// Types of controls into which nobody types words.
const CHOSEN: [&str; 8] = [
    "hidden", "radio", "checkbox", "file", "date", "submit", "button", "number",
];

/// A page that was drawn.
pub(super) struct Page(Html);

impl Page {
    /// Reads a page, and looks whether anything in it is not ours.
    pub(super) fn of(html: &str) -> Self {
        let page = Self(Html::parse_document(html));
        let nonces = page.nonces();
        assert!(
            nonces.iter().all(|nonce| nonce.is_some() && *nonce == nonces[0]),
            "{nonces:?}"
        );
        for element in page.elements() {
            for (name, value) in element.value().attrs() {
                assert!(
                    !name.starts_with("on"),
                    "{name}={value:?} in {}",
                    element.value().name()
                );
                let is_ours = value.is_empty() || ADDRESSES.iter().any(|begins| value.starts_with(begins));
                assert!(!ADDRESSED.contains(&name) || is_ours, "{name}={value:?}");
                let is_plain = name
                    .chars()
                    .all(|sign| sign.is_ascii_alphanumeric() || "-:_".contains(sign));
                assert!(is_plain, "an attribute {name:?} in {}", element.value().name());
            }
        }
        page
    }

    fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.0.root_element().descendent_elements()
    }

    /// All its text.
    pub(super) fn text(&self) -> String {
        self.0.root_element().text().collect()
    }

    /// Its language.
    pub(super) fn lang(&self) -> &str {
        self.0.root_element().value().attr("lang").unwrap_or_default()
    }

    /// The nonce of each script that stands in the page itself: what has ours is ours. The others are files of ours.
    fn nonces(&self) -> Vec<Option<&str>> {
        let scripts = self.elements().filter(|element| element.value().name() == "script");
        let within = scripts.filter(|script| script.value().attr("src").is_none());
        within.map(|script| script.value().attr("nonce")).collect()
    }

    /// How often each element stands in it, but for those whose number follows from what was read: the paragraphs into
    /// which a text is cut, the facts that were told, and the scripts, which come in as many parts as the data do.
    pub(super) fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        let varies = ["p", "dd", "dt", "div", "script"];
        for element in self
            .elements()
            .filter(|element| !varies.contains(&element.value().name()))
        {
            *counts.entry(element.value().name().to_owned()).or_default() += 1;
        }
        counts
    }

    /// What stands in the fields of this name.
    pub(super) fn typed_in(&self, field: &str) -> Vec<String> {
        let named = Selector::parse(&format!("[name='{field}']")).unwrap();
        let typed = |control: ElementRef<'_>| match control.value().name() {
            "textarea" => control.text().collect(),
            _ => control.value().attr("value").unwrap_or_default().to_owned(),
        };
        self.0.select(&named).map(typed).collect()
    }

    /// Names of the controls into which somebody types.
    pub(super) fn fields(&self) -> Vec<String> {
        let is_typed_into = |control: &ElementRef<'_>| match control.value().name() {
            "textarea" => true,
            "input" => !CHOSEN.contains(&control.value().attr("type").unwrap_or("text")),
            _ => false,
        };
        let named = |control: ElementRef<'_>| control.value().attr("name").map(str::to_owned);
        self.elements().filter(is_typed_into).filter_map(named).collect()
    }

    /// The sentences that say what is wrong.
    pub(super) fn alerts(&self) -> String {
        let said = Selector::parse("[role='alert'], [role='status'], .error").unwrap();
        self.0.select(&said).flat_map(|said| said.text()).collect()
    }

    /// Asserts that a form came back as it was typed, with a sentence in the language that was asked for.
    pub(super) fn assert_came_back(&self, typed: &[(String, String)], lang: &str, what: &str) {
        assert_eq!(self.lang(), lang, "{what}");
        assert!(!self.alerts().trim().is_empty(), "{what} says nothing");
        for (field, text) in typed {
            // A browser reads every line end as one sign.
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let found = self.typed_in(field);
            assert!(
                found.contains(&text),
                "{what}, {field}: {text:?} came back as {found:?}"
            );
        }
    }
}
