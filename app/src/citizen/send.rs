//! How a page sends one of its forms by itself, and shows in place what came of it.

use std::borrow::Cow;

use domain::text::FieldError;
use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use web_sys::{FormData, HtmlFormElement, SubmitEvent};

use super::problems;
use crate::{
    error::AppError,
    form::{Outcome, Posted, send},
    text::use_text,
};

/// Name of the field by which a form tells what it asks for.
pub(crate) const ACT: &str = "act";

/// One form: what was typed, what is wrong with it, and whether it is on its way.
#[derive(Clone, Copy)]
pub struct Sending {
    typed: RwSignal<Posted>,
    problems: RwSignal<Vec<(String, FieldError)>>,
    error: RwSignal<Option<AppError>>,
    busy: RwSignal<bool>,
}

impl Sending {
    /// The form as it came back, or as it is first seen.
    pub(crate) fn new(posted: Posted) -> Self {
        Self {
            problems: RwSignal::new(posted.problems.clone()),
            error: RwSignal::new(posted.error.clone()),
            busy: RwSignal::new(false),
            typed: RwSignal::new(posted),
        }
    }

    /// What was typed into `name` before.
    pub(crate) fn text(self, name: &str) -> String {
        self.typed.with_untracked(|posted| posted.text(name))
    }

    /// The same, anew whenever a draft is brought back.
    pub(crate) fn brought_back(self, name: &str) -> String {
        self.typed.with(|posted| posted.text(name))
    }

    /// Files that were received with the form before: id, name, and whether the province desk only reads it.
    pub(crate) fn uploads(self) -> Vec<(String, String, bool)> {
        self.typed.with_untracked(|posted| {
            let all = |wanted: &'static str| {
                let of_field = move |(name, _): &&(String, String)| name == wanted;
                posted.typed.iter().filter(of_field).map(|(_, text)| text.clone())
            };
            let names = all("upload_name").chain(std::iter::repeat(String::new()));
            let only = |id: &str| posted.is_chosen("upload_only", id);
            all("upload")
                .zip(names)
                .map(|(id, name)| (id.clone(), name, only(&id)))
                .collect()
        })
    }

    /// What was typed into `name`, or `usual` where nothing was sent yet.
    pub(crate) fn text_or(self, name: &str, usual: &str) -> String {
        let text = self.text(name);
        if text.is_empty() { usual.to_owned() } else { text }
    }

    /// Whether it is on its way.
    pub(crate) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// The sentence about the field `name`.
    pub(crate) fn problem(self, name: impl Into<Cow<'static, str>>) -> MaybeProp<String> {
        let (words, name) = (use_text(), name.into());
        let sentence = move || {
            self.problems.with(|problems| {
                let (_, problem) = problems.iter().find(|(field, _)| *field == name)?;
                Some(problems::sentence(words, &name, problem))
            })
        };
        Signal::derive(sentence).into()
    }

    /// What could stand in place of what was found in the field `name` and may point to a person; empty if nothing was.
    pub(crate) fn private(self, name: &'static str) -> Signal<Vec<String>> {
        Signal::derive(move || {
            self.problems.with(|problems| {
                let problem = problems.iter().find(|(field, _)| field == name);
                let offers = problem.and_then(|(_, problem)| {
                    let FieldError::Private(offers) = problem else {
                        return None;
                    };
                    Some(offers)
                });
                offers.into_iter().flatten().map(|(_, mask)| mask.clone()).collect()
            })
        })
    }

    /// Lines of the error summary: id of the control and the sentence about it. `id_of` names the control of a field.
    pub(crate) fn summary(
        self,
        id_of: impl Fn(&str) -> String + Send + Sync + 'static,
    ) -> Signal<Vec<(String, String)>> {
        let words = use_text();
        Signal::derive(move || {
            let line =
                |(field, problem): &(String, FieldError)| (id_of(field), problems::sentence(words, field, problem));
            self.problems.with(|problems| problems.iter().map(line).collect())
        })
    }

    /// The sentence about the whole form.
    pub(crate) fn error(self) -> Signal<Option<String>> {
        let words = use_text();
        Signal::derive(move || {
            self.error
                .with(|error| error.as_ref().map(|error| problems::whole(words, error)))
        })
    }

    /// The first field that is wrong.
    pub(crate) fn first_wrong(self) -> Option<String> {
        self.problems
            .with_untracked(|problems| problems.first().map(|(name, _)| name.clone()))
    }

    /// What was typed is this, for parts of the form that are drawn later.
    pub(crate) fn remember(self, typed: Vec<(String, String)>) {
        self.typed.set(Posted {
            typed,
            ..Posted::default()
        });
    }

    /// Shows what is wrong with it; with nothing, that nothing is.
    pub(crate) fn refuse(self, problems: Vec<(String, FieldError)>, error: Option<AppError>) {
        self.error.set(error);
        self.problems.set(problems);
    }

    /// The version an act names: the one that was read, or the one the server told meanwhile.
    pub(crate) fn version(self, read: i64) -> Signal<String> {
        Signal::derive(move || match self.error.get() {
            Some(AppError::Stale { version }) => version.to_string(),
            _ => read.to_string(),
        })
    }

    /// What happens on `submit`: the page sends the form to `url` and goes on with `done`, or shows what is wrong.
    /// A press of "check first" is left to the browser, and so is a form that got no answer.
    pub(crate) fn submit<F>(self, url: String, done: F) -> impl Fn(SubmitEvent) + 'static
    where
        F: Fn(String) + Clone + 'static,
    {
        move |event: SubmitEvent| {
            let Some(form) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
            else {
                return;
            };
            let names_an_act = event.submitter().is_some_and(|button| button.has_attribute("name"));
            let Ok(body) = FormData::new_with_form(&form) else {
                return;
            };
            if names_an_act {
                return;
            }
            event.prevent_default();
            self.busy.set(true);
            let (url, done) = (url.clone(), done.clone());
            spawn_local(async move {
                let outcome = send(&url, body).await;
                self.busy.set(false);
                match outcome {
                    Some(Outcome::Done { next }) => done(next),
                    Some(Outcome::Refused { problems, error }) => {
                        self.refuse(problems, error);
                    }
                    // An answer lost on the way may mean that it was filed: the key of the form keeps it to one case.
                    None => {
                        let _ = form.submit();
                    }
                }
            });
        }
    }
}
