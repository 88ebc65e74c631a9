//! One thing per screen, where scripts run: the same form, of which only one part is shown at a time.
//!
//! Each part is a `<section data-step>`. A step's address is the id of its heading, so the browser's "back" is the
//! step before, and a link to a field leads to the step that has it. Until the page wakes, all parts are shown.

use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, JsValue},
};
use web_sys::{Element, HtmlElement};

use crate::text::{Words, fill, use_text};

/// A screen of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What happened, in free words, and of what kind it is.
    Story,
    /// Where and when.
    Place,
    /// Who should deal with it.
    Agency,
    /// What is asked about a licence; only if a service was chosen.
    Licence,
    /// Photos and papers.
    Files,
    /// Who may see it, and the contact.
    You,
    /// Everything once more, then "send".
    Review,
}

impl Step {
    const ALL: [Self; 7] = [
        Self::Story,
        Self::Place,
        Self::Agency,
        Self::Licence,
        Self::Files,
        Self::You,
        Self::Review,
    ];

    /// The id of its heading, and its address.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Story => "part-event",
            Self::Place => "part-place",
            Self::Agency => "part-agency",
            Self::Licence => "part-licence",
            Self::Files => "part-files",
            Self::You => "part-you",
            Self::Review => "part-review",
        }
    }

    /// The step of this address.
    pub(super) fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.id() == id)
    }

    /// The step that asks for the field `name`.
    pub(super) fn of_field(name: &str) -> Self {
        match name {
            "regency" | "district" | "village" | "landmark" | "latitude" | "longitude" | "event_date" => Self::Place,
            "agency" | "service" | "subject" | "route" | "unlike_why" => Self::Agency,
            "application_no" | "nib" | "applied_on" | "fee" | "telling" => Self::Licence,
            "files" | "upload" => Self::Files,
            "visibility" | "name" | "contact" | "consent" => Self::You,
            // Questions of the tenant's data.
            name if name.starts_with("q_") => Self::Licence,
            _ => Self::Story,
        }
    }

    /// What it asks for, in a word or two.
    pub(super) fn word(self, words: &Words) -> &'static str {
        let words = words.phone;
        match self {
            Self::Story => words.step_story,
            Self::Place => words.step_place,
            Self::Agency => words.step_agency,
            Self::Licence => words.step_licence,
            Self::Files => words.step_files,
            Self::You => words.step_you,
            Self::Review => words.step_review,
        }
    }
}

/// Which step is shown; none before the page wakes.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    at: RwSignal<Option<Step>>,
    asks_licence: RwSignal<bool>,
    /// Steps that this page put into the browser's history, so that "back" takes them out again.
    trail: StoredValue<Vec<Step>>,
}

impl Steps {
    pub(super) fn new() -> Self {
        Self {
            at: RwSignal::new(None),
            asks_licence: RwSignal::new(false),
            trail: StoredValue::new(Vec::new()),
        }
    }

    /// The step that is shown.
    pub(super) fn at(self) -> Option<Step> {
        self.at.get()
    }

    /// The step that is shown, outside of what is drawn.
    pub(super) fn at_now(self) -> Option<Step> {
        self.at.try_get_untracked().flatten()
    }

    /// For the `hidden` of a part: whether another one is shown.
    pub(super) fn hides(self, step: Step) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
        move || self.at.get().is_some_and(|at| at != step)
    }

    /// Whether the licence has a step of its own.
    pub(super) fn ask_licence(self, asks: bool) {
        self.asks_licence.set(asks);
    }

    fn list(self) -> Vec<Step> {
        let asks = self.asks_licence.get();
        let is_asked = |step: &Step| asks || *step != Step::Licence;
        Step::ALL.into_iter().filter(is_asked).collect()
    }

    /// The step before and the step after the one that is shown.
    fn neighbours(self) -> (Option<Step>, Option<Step>) {
        let (list, at) = untrack(|| (self.list(), self.at.get()));
        let Some(at) = at else { return (None, None) };
        let before = list.iter().rev().find(|step| **step < at).copied();
        let after = list.iter().find(|step| **step > at).copied();
        (before, after)
    }

    /// Whether the step shown is the last one.
    pub(super) fn is_last(self) -> bool {
        self.at.get() == Some(Step::Review)
    }

    /// Shows a step without a new entry in the history; its heading gets the focus if asked.
    pub(super) fn show(self, step: Step, with_focus: bool) {
        if step == Step::Licence {
            self.asks_licence.set(true);
        }
        self.at.set(Some(step));
        if with_focus {
            request_animation_frame(move || focus(step.id()));
        }
    }

    /// Goes to a step; the browser's "back" returns.
    pub(super) fn go(self, step: Step) {
        if let Some(from) = self.at_now() {
            self.trail.update_value(|trail| trail.push(from));
        }
        if let Ok(history) = window().history() {
            let address = format!("#{}", step.id());
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        self.show(step, true);
    }

    /// Goes to the step after.
    pub(super) fn on(self) {
        if let (_, Some(next)) = self.neighbours() {
            self.go(next);
        }
    }

    /// Goes to the step before, as the browser's "back" does where that leads there.
    pub(super) fn back(self) {
        let (Some(before), _) = self.neighbours() else { return };
        let came_from = self.trail.with_value(|trail| trail.last().copied());
        match window().history() {
            Ok(history) if came_from == Some(before) => {
                let _ = history.back();
            }
            _ => self.go(before),
        }
    }

    /// Follows the address: a step, or a field in one.
    pub(super) fn follow(self) {
        let hash = window().location().hash().unwrap_or_default();
        let id = hash.trim_start_matches('#');
        if id.is_empty() {
            self.trail.update_value(|trail| {
                trail.pop();
            });
            self.show(Step::Story, true);
        } else if let Some(step) = Step::find(id) {
            self.trail.update_value(|trail| {
                trail.pop();
            });
            self.show(step, true);
        } else if let Some(step) = step_of(document().get_element_by_id(id)) {
            self.show(step, false);
            let id = id.to_owned();
            request_animation_frame(move || focus(&id));
        }
    }

    /// The page wakes: the step where its reader is, and the place on the screen where they look, stay.
    pub(super) fn begin(self, wished: Option<Step>) {
        let active = document().active_element();
        let looked_at = active.filter(|element| step_of(Some(element.clone())).is_some());
        let step = wished
            .or_else(|| step_of(looked_at.clone()))
            .or_else(|| step_of(in_the_middle()))
            .unwrap_or(Step::Story);
        let anchor = looked_at.or_else(|| document().get_element_by_id(step.id()));
        let top = |anchor: &Option<Element>| anchor.as_ref().map(|it| it.get_bounding_client_rect().top());
        let before = top(&anchor);
        self.show(step, false);
        request_animation_frame(move || {
            let moved = top(&anchor).zip(before).map(|(after, before)| after - before);
            if let Some(moved) = moved.filter(|moved| moved.abs() > 1.0) {
                window().scroll_by_with_x_and_y(0.0, moved);
            }
        });
    }
}

/// The step whose part holds the element.
fn step_of(element: Option<Element>) -> Option<Step> {
    let part = element?.closest("[data-step]").ok()??;
    Step::find(&part.get_attribute("data-step")?)
}

/// What stands in the middle of the screen, if the page was scrolled.
fn in_the_middle() -> Option<Element> {
    if window().scroll_y().ok()? < 40.0 {
        return None;
    }
    let length = |size: Result<JsValue, _>| size.ok()?.as_f64();
    #[allow(clippy::cast_possible_truncation, reason = "a screen is shorter than an f32 counts")]
    document().element_from_point(
        (length(window().inner_width())? / 2.0) as f32,
        (length(window().inner_height())? / 2.0) as f32,
    )
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Where the element cannot take the focus, the page still shows it.
        let _ = element.focus();
        if Step::find(id).is_some()
            && let Some(steps) = document().get_element_by_id("steps")
        {
            steps.scroll_into_view();
        }
    }
}

/// Where in the form the reader is. Its room is kept free before the page wakes, so that nothing moves.
#[component]
pub(super) fn Progress(
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let words = use_text();
    let line = move || {
        let at = steps.at()?;
        let list = steps.list();
        let number = list.iter().position(|step| *step == at)? + 1;
        let said = fill(
            words.phone.step_of,
            &[("n", &number.to_string()), ("of", &list.len().to_string())],
        );
        let bars = list.into_iter().map(|step| {
            let is_here = (step == at).then_some("step");
            view! { <li class:done={step < at} aria-current=is_here>{step.word(words)}</li> }
        });
        Some(view! {
            <ol class="steps" aria-label=words.phone.steps>{bars.collect_view()}</ol>
            <p class="fine soft">{said}</p>
        })
    };
    view! { <div class="steps-room" id="steps">{line}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_address() {
        for step in Step::ALL {
            assert_eq!(Step::find(step.id()), Some(step));
        }
    }

    #[test]
    fn a_wrong_field_leads_to_the_step_that_asks_for_it() {
        for (field, step) in [
            ("body", Step::Story),
            ("kind", Step::Story),
            ("village", Step::Place),
            ("event_date", Step::Place),
            ("service", Step::Agency),
            ("nib", Step::Licence),
            ("files", Step::Files),
            ("consent", Step::You),
        ] {
            assert_eq!(Step::of_field(field), step, "{field}");
        }
    }
}
