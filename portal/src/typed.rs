//! What a form brought: names and texts, in order.

use domain::text::FieldError;

/// The fields of a posted form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The trimmed text of a field; empty if it was not sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, text)| text.trim())
    }
}

/// Reads fields one after the other and collects what is wrong with them, so that a reader learns all at once.
pub(crate) struct Reading<'a> {
    typed: &'a Typed,
    pub(crate) problems: Vec<(String, FieldError)>,
}

impl<'a> Reading<'a> {
    pub(crate) const fn of(typed: &'a Typed) -> Self {
        Self {
            typed,
            problems: Vec::new(),
        }
    }

    pub(crate) fn text(&self, name: &str) -> &'a str {
        self.typed.text(name)
    }

    pub(crate) fn wrong(&mut self, name: &str, problem: FieldError) {
        self.problems.push((name.to_owned(), problem));
    }

    /// A field that must be there.
    pub(crate) fn needed<T>(&mut self, name: &str, parse: impl FnOnce(&'a str) -> Result<T, FieldError>) -> Option<T> {
        let text = self.text(name);
        let parsed = if text.is_empty() {
            Err(FieldError::Missing)
        } else {
            parse(text)
        };
        parsed.map_err(|problem| self.wrong(name, problem)).ok()
    }

    /// A field that may be left out; one that shows nothing was.
    pub(crate) fn optional<T>(
        &mut self,
        name: &str,
        parse: impl FnOnce(&'a str) -> Result<T, FieldError>,
    ) -> Option<T> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        match parse(text) {
            Ok(value) => Some(value),
            Err(FieldError::Missing) => None,
            Err(problem) => {
                self.wrong(name, problem);
                None
            }
        }
    }

    /// The value if nothing was wrong, else all that was.
    pub(crate) fn done<T>(self, value: Option<T>) -> Result<T, crate::Error> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(crate::Error::Fields(self.problems)),
        }
    }
}
