//! `/lapor`: the filing form, one page, complete without scripts. Where they run, the same form is shown step by step,
//! kept as a draft on the phone, and sent by its outbox.

mod agency;
pub mod assist;
mod check;
mod drafting;
mod event;
mod files;
mod masking;
mod nearest;
mod panels;
mod place;
mod questions;
mod review;
mod search;
pub(super) mod shared;
mod similar;
mod spot;
mod steps;
mod suggestion;
mod you;

use std::collections::BTreeSet;

use domain::view::{
    choices::{FilingChoices, SuggestionView},
    directory::public_words_of,
};
use leptos::prelude::*;
use web_sys::SubmitEvent;

use self::{
    agency::AgencyPart,
    drafting::{Drafting, FORM},
    event::EventPart,
    files::FilesPart,
    panels::{Drafts, KeptHere, OnItsWay, Ways},
    place::PlacePart,
    review::{Review, Summary},
    similar::Similar,
    steps::{Progress, Step, Steps},
    you::YouPart,
};
pub use self::{
    nearest::PLACE_AT_PATH,
    similar::Similars,
    suggestion::{SUGGEST, SUGGEST_PATH},
};
use super::{
    about::About,
    account::KEEP,
    send::{ACT, Sending},
    view::{Shown, use_view},
    when::today,
};
use crate::{
    form::{Posted, use_posted},
    parts::{Check, Crumbs, ErrorSummary, Glyph, Notice, Place, PublicFrame, Tone, Width},
    phone::fields,
    text::{fill, use_text},
};

/// The address of this page and of its form.
const PATH: &str = "/lapor";
/// What the form asks for when it only wants to be read again: [`Review`] is shown, nothing is sent.
pub const CHECK: &str = "check";

/// The filing form.
#[component]
pub fn FilingPage() -> impl IntoView {
    let words = use_text();
    let posted = use_posted();
    let title = match posted.problems.len() {
        0 => words.filing.title.to_owned(),
        found => fill(words.filing.title_bad, &[("n", &found.to_string())]),
    };
    let choices = use_view::<FilingChoices>(|| PATH.to_owned());
    let draw = move |choices: FilingChoices| {
        let posted = posted.clone();
        view! { <FilingForm choices posted/> }
    };
    view! {
        <About title text=words.filing.about/>
        <PublicFrame here=Place::File width=Width::Narrow>
            <Crumbs trail=vec![("/".to_owned(), words.common.home.to_owned())] here=words.filing.title/>
            <Shown view=choices draw/>
        </PublicFrame>
    }
}

/// The page below its crumbs: what is wrong, what was typed, and the form.
#[component]
fn FilingForm(
    /// What it lets people choose from.
    choices: FilingChoices,
    /// What was typed before.
    posted: Posted,
) -> impl IntoView {
    let words = use_text();
    let review = posted.is_chosen(ACT, CHECK).then(|| {
        let (posted, choices) = (posted.clone(), choices.clone());
        view! { <Review posted choices/> }
    });
    let came_back = (!posted.typed.is_empty()).then(|| posted.text("key"));
    let is_new = came_back.is_none();
    let form = Sending::new(posted);
    let key = form.text_or("key", &choices.key);
    let steps = Steps::new();
    let suggestion = RwSignal::new(choices.suggestion.clone());
    let drafting = Drafting::new(steps, form, StoredValue::new(choices.questions.clone()), suggestion);
    let walk = Walk {
        form,
        steps,
        drafting,
        today: StoredValue::new(choices.today.clone()),
        public: StoredValue::new(public_words(&choices)),
        suggestion,
    };
    walk.begin(came_back);
    // What the suggestion is made of: when one of these changes, it is asked for anew.
    let change = move |event: web_sys::Event| {
        drafting.touch();
        suggestion::follow(&event, suggestion);
    };
    let is_sent = RwSignal::new(false);
    let names = choices.clone();
    let summary = move || {
        steps.is_last().then(|| {
            let posted = Posted {
                typed: drafting.typed(),
                ..Posted::default()
            };
            let files = drafting.files.get().into_iter().map(|file| file.name).collect();
            view! { <Summary posted files choices=names.clone() steps/> }
        })
    };
    // A form that came back stands as it was sent; a new one keeps the report in the account unless its writer says no.
    let account = choices.account.clone().map(|account| {
        let checked = is_new || form.text(KEEP) == account.mark;
        view! {
            <Check name=KEEP word=words.account.keep_filed note=account.address value=account.mark checked=checked/>
        }
    });
    view! {
        <ErrorSummary problems=form.summary(str::to_owned)/>
        <WholeError sentence=form.error()/>
        <div hidden=move || steps.at().is_some()>{review}</div>
        <div class="headline section-s">
            <div>
                <h1>{words.filing.title}</h1>
                <p class="lead">{words.filing.lead}</p>
            </div>
        </div>
        <OnItsWay drafting is_sent form steps/>
        <div hidden=is_sent>
            <Progress steps/>
            <form
                class="form"
                id=FORM
                class:stepping=move || steps.at().is_some()
                method="post"
                action=PATH
                enctype="multipart/form-data"
                novalidate
                on:submit=walk.submit()
                on:input=move |_| drafting.touch()
                on:change=change
            >
                // The first button of a form is what the Enter key presses: it must ask for nothing else.
                <button class="hide" tabindex="-1" aria-hidden="true"></button>
                <input type="hidden" name="key" id="key" value=key/>
                <EventPart form steps drafting/>
                <PlacePart form steps regencies=choices.regencies.clone() districts=choices.districts.clone() capitals=choices.capitals.clone() has_boundaries=choices.has_boundaries/>
                <AgencyPart form steps choices suggestion=suggestion.into()/>
                <Similar form steps/>
                <FilesPart form steps drafting/>
                <YouPart form steps/>
                <section
                    class="part"
                    data-step=Step::Review.id()
                    aria-labelledby=Step::Review.id()
                    hidden=move || !steps.is_last()
                >
                    <h2 id=Step::Review.id() tabindex="-1">{words.phone.review}</h2>
                    {summary}
                </section>
                <div hidden=move || steps.at().is_some() && !steps.is_last()>{account}</div>
                <Ways form steps next=Callback::new(move |()| walk.next())/>
                <p class="fine soft">{words.filing.after}</p>
            </form>
            <KeptHere drafting/>
        </div>
        <Drafts drafting steps/>
    }
    .into_any()
}

/// The form as one walks through it.
#[derive(Clone, Copy)]
struct Walk {
    form: Sending,
    steps: Steps,
    drafting: Drafting,
    /// The day on which the server drew the form.
    today: StoredValue<String>,
    /// Words that begin no private name.
    public: StoredValue<BTreeSet<String>>,
    /// What the clerk suggests.
    suggestion: RwSignal<Option<SuggestionView>>,
}

impl Walk {
    /// The page wakes.
    fn begin(self, came_back: Option<String>) {
        let (steps, drafting) = (self.steps, self.drafting);
        Effect::new(move |_| {
            drafting.begin(came_back.clone());
            let followed = window_event_listener_untyped("popstate", move |_| steps.follow());
            let left = ["visibilitychange", "pagehide"]
                .map(|event| window_event_listener_untyped(event, move |_| drafting.hurry()));
            on_cleanup(move || {
                drafting.hurry();
                followed.remove();
                left.into_iter().for_each(WindowListenerHandle::remove);
            });
        });
    }

    /// What is wrong with the fields of a step. A page that was drawn days ago, kept for a day without a line, has an
    /// old day of its own.
    fn problems(self, step: Step) -> Vec<(String, domain::text::FieldError)> {
        let typed = self.drafting.typed();
        let day = self.today.get_value().max(today());
        self.public
            .with_value(|public| check::problems(step, |name| fields::text_of(&typed, name), &day, public))
    }

    /// Goes on if the step that is shown is right, else says what is wrong.
    fn next(self) {
        let Some(at) = self.steps.at_now() else { return };
        let problems = self.problems(at);
        let is_right = problems.is_empty();
        self.form.refuse(problems, None);
        if is_right {
            self.drafting.look_at_questions();
            self.steps.on();
            self.drafting.touch();
        }
    }

    /// "Enter" and "send": on the last step the outbox takes the report, before it the next step comes.
    fn submit(self) -> impl Fn(SubmitEvent) + 'static {
        let by_page = self.form.submit(PATH.to_owned(), |next: String| {
            // The receipt comes from the server, so that no part of this page can be in its way.
            let _ = window().location().assign(&next);
        });
        let asks = |event: &SubmitEvent| {
            let named = event.submitter().and_then(|button| button.get_attribute("value"));
            named.as_deref() == Some(SUGGEST)
        };
        move |event: SubmitEvent| match self.steps.at_now() {
            None => by_page(event),
            Some(_) if asks(&event) => {
                event.prevent_default();
                suggestion::ask(&event, self.suggestion);
            }
            Some(Step::Review) => {
                let wrong = [Step::Story, Step::Place, Step::Agency, Step::Licence, Step::You]
                    .into_iter()
                    .map(|step| (step, self.problems(step)))
                    .find(|(_, problems)| !problems.is_empty());
                if let Some((step, problems)) = wrong {
                    event.prevent_default();
                    self.steps.show(step, false);
                    self.form.refuse(problems, None);
                } else if self.drafting.send() {
                    event.prevent_default();
                } else {
                    by_page(event);
                }
            }
            Some(_) => {
                event.prevent_default();
                self.next();
            }
        }
    }
}

/// Words of agencies and places, as far as the form has them. Villages are not among them, so the phone may ask where
/// the server would not.
fn public_words(choices: &FilingChoices) -> BTreeSet<String> {
    let districts = choices.districts.iter().flat_map(|group| &group.choices);
    let places = choices.regencies.iter().chain(districts);
    public_words_of(places.chain(&choices.agencies).map(|choice| choice.label.as_str()))
}

/// What is wrong with the whole form; nothing while nothing is.
#[component]
pub(super) fn WholeError(
    /// The sentence.
    sentence: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        sentence.get().map(|sentence| {
            view! { <Notice tone=Tone::Late glyph=Glyph::Warn live=true><p>{sentence}</p></Notice> }
        })
    }
}
