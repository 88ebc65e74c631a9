//! Forms that post to their page's own URL: what was typed, what was wrong with it, and how a page sends one itself.

use codee::binary::PostcardCodec;
use domain::text::FieldError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// The media type by which a page asks for an [`Outcome`] instead of a page.
pub const POSTCARD: &str = "application/x-postcard";

/// A form as it came back: the page is drawn again with it, and nothing typed is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// Name and text of every field, in the order of the form.
    pub typed: Vec<(String, String)>,
    /// Name of a field and what is wrong with it.
    pub problems: Vec<(String, FieldError)>,
    /// What is wrong with the whole.
    pub error: Option<AppError>,
}

impl Posted {
    /// A form that was refused with `error`; wrong fields stand with their fields.
    pub fn refused(typed: Vec<(String, String)>, error: AppError) -> Self {
        let (problems, error) = if let AppError::Fields(problems) = error {
            (problems, None)
        } else {
            (Vec::new(), Some(error))
        };
        Self { typed, problems, error }
    }

    /// What was typed into `name`; empty if nothing was.
    pub fn text(&self, name: &str) -> String {
        self.typed
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    }

    /// What is wrong with the field `name`, if anything is.
    pub fn problem(&self, name: &str) -> Option<&FieldError> {
        self.problems
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, problem)| problem)
    }

    /// Whether `value` was chosen among the options of `name`.
    pub fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.typed.iter().any(|(field, text)| field == name && text == value)
    }
}

/// The answer to a form that the page sent itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Done: go on to this path.
    Done {
        /// A path of this site.
        next: String,
    },
    /// Nothing was done; what was typed is still in the page.
    Refused {
        /// As in [`Posted`].
        problems: Vec<(String, FieldError)>,
        /// As in [`Posted`].
        error: Option<AppError>,
    },
}

/// What the server put into this page, carried to the browser for hydration; empty after client navigation.
pub fn use_posted() -> Posted {
    SharedValue::<Posted, PostcardCodec>::new_with_encoding(|| use_context().unwrap_or_default()).into_inner()
}

/// Sends a form and reads its outcome. `None` if there was no answer: then the browser posts the form itself.
pub async fn send(url: &str, body: web_sys::FormData) -> Option<Outcome> {
    let request = gloo_net::http::Request::post(url)
        .header("accept", POSTCARD)
        .body(body)
        .ok()?;
    let answer = request.send().await.ok()?.binary().await.ok()?;
    postcard::from_bytes(&answer).ok()
}

/// Typed text as the inner HTML of a `<textarea>`, whose children Leptos does not escape.
/// A newline goes first, because the parser drops one.
pub fn in_textarea(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("\n{}", in_element(text))
}

/// Text as the inner HTML of an element whose content is written as it is given.
pub(crate) fn in_element(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_a_textarea_cannot_close_it() {
        assert_eq!(
            in_textarea("</textarea><script>&amp;"),
            "\n&lt;/textarea>&lt;script>&amp;amp;"
        );
    }

    #[test]
    fn an_empty_textarea_shows_its_placeholder() {
        assert_eq!(in_textarea(""), "");
    }
}
