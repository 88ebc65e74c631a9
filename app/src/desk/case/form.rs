//! The forms of a case: each does one act, or the act of the button that is pressed. They post to the case's own
//! address; where scripts run, the same server function is called instead. Nothing typed is lost either way.

use domain::{deed::Act, text::FieldError, view::CaseView};
use leptos::{
    ev::SubmitEvent, form::FromFormData as _, prelude::*, task::spawn_local, wasm_bindgen::JsCast as _,
    web_sys::HtmlFormElement,
};
use leptos_router::hooks::use_navigate;

use super::files::{self, UPLOADS};
use crate::{
    desk::{ActOnCase, case_address},
    error::AppError,
    form::{Posted, use_posted},
    parts::{Glyph, Notice, Tone, file_problem},
    text::{Words, fill, use_text},
};

/// What the forms of a page share.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    action: ServerAction<ActOnCase>,
    /// The form that came back: what was typed, and what was wrong with it.
    posted: RwSignal<Posted>,
    /// The act that was done last on this page.
    pub(super) done: RwSignal<Option<Act>>,
    /// Counts what changed the case, so that it is read again.
    pub(super) round: RwSignal<u32>,
    /// Id of the form that was sent, to be emptied once its act is done.
    sent: StoredValue<String>,
    /// How much of the files of a form is sent, while they are on their way. Unit: hundredths.
    pub(super) percent: RwSignal<Option<u64>>,
}

impl Acting {
    /// One per page, made before anything is read.
    pub(super) fn new() -> Self {
        let acting = Self {
            action: ServerAction::new(),
            posted: RwSignal::new(use_posted()),
            done: RwSignal::new(None),
            round: RwSignal::new(0),
            sent: StoredValue::new(String::new()),
            percent: RwSignal::new(None),
        };
        let navigate = use_navigate();
        Effect::new(move |_| match acting.action.value().get() {
            Some(Ok(next)) => acting.succeed(&next, &navigate),
            Some(Err(error)) => acting.fail(error),
            None => {}
        });
        acting
    }

    /// The form of an act; of several, where each button names its own.
    pub(super) fn form(self, case: &CaseView, acts: &'static [Act]) -> Form {
        Form {
            acting: self,
            code: StoredValue::new(case.code.clone()),
            version: case.version,
            acts,
            task: None,
        }
    }

    fn send(self, event: &SubmitEvent) {
        if self.action.pending().get_untracked() || self.percent.get_untracked().is_some() {
            event.prevent_default();
            return;
        }
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let chosen = form.as_ref().and_then(files::chosen_in);
        // Files go a way of their own: the function reads what was typed without them.
        let hide = |is_hidden| {
            if let Some((control, _)) = &chosen {
                control.set_disabled(is_hidden);
            }
        };
        hide(true);
        let input = ActOnCase::from_event(event);
        hide(false);
        let Ok(input) = input else {
            return;
        };
        event.prevent_default();
        self.sent.set_value(form.map(|form| form.id()).unwrap_or_default());
        let typed = input.fields.iter().map(|(name, text)| (name.clone(), text.clone()));
        self.posted.set(Posted {
            typed: typed.chain([("code".to_owned(), input.code.clone())]).collect(),
            ..Posted::default()
        });
        match chosen.filter(|(_, files)| !files.is_empty()) {
            Some((control, files)) => spawn_local(self.send_with(input, control, files)),
            None => self.dispatch(input),
        }
    }

    pub(super) fn dispatch(self, input: ActOnCase) {
        self.action.dispatch(input);
    }

    /// Keeps the text of one field with what was typed.
    pub(super) fn keep(self, name: &str, text: &str) {
        self.posted.update(|posted| {
            posted.typed.retain(|(field, _)| field != name);
            posted.typed.push((name.to_owned(), text.to_owned()));
        });
    }

    /// The act is done: the form is emptied, its dialog closed, the case read again.
    fn succeed(self, next: &str, navigate: &impl Fn(&str, leptos_router::NavigateOptions)) {
        let posted = self.posted.get_untracked();
        self.posted.set(Posted::default());
        let sent = document().get_element_by_id(&self.sent.get_value());
        if let Some(form) = sent.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.reset();
        }
        let page = next.split(['?', '#']).next().unwrap_or_default();
        if page == case_address(&posted.text("code")) {
            self.done.set(Act::find(&posted.text("act")));
            self.round.update(|round| *round += 1);
            // Only the browser itself closes a dialog that stands open by its address.
            let _ = window().location().set_hash("isi");
        } else {
            navigate(next, leptos_router::NavigateOptions::default());
        }
    }

    /// Nothing was done: what was typed stays, and is said to be wrong. A case that changed is read again.
    pub(super) fn fail(self, error: AppError) {
        self.done.set(None);
        if matches!(error, AppError::Stale { .. }) {
            self.round.update(|round| *round += 1);
        }
        let typed = self.posted.with_untracked(|posted| posted.typed.clone());
        self.posted.set(Posted::refused(typed, error));
    }
}

/// One form: what was typed into it before, and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    acting: Acting,
    code: StoredValue<String>,
    version: i64,
    acts: &'static [Act],
    task: Option<u16>,
}

impl Form {
    /// The same form, for one task.
    pub(super) const fn of_task(self, no: u16) -> Self {
        Self { task: Some(no), ..self }
    }

    /// The id of one of its fields, unique on the page.
    pub(super) fn id(self, name: &str) -> String {
        let act = self.first_act();
        match self.task {
            Some(no) => format!("{act}-{no}-{name}"),
            None => format!("{act}-{name}"),
        }
    }

    /// What was typed into a field before the form came back.
    pub(super) fn typed(self, name: &str) -> String {
        self.acting
            .posted
            .with_untracked(|posted| self.is_in(posted).then(|| posted.text(name)))
            .unwrap_or_default()
    }

    /// What was typed, or what stands there ready.
    pub(super) fn typed_or(self, name: &str, ready: impl Into<String>) -> String {
        let is_back = self.acting.posted.with_untracked(|posted| self.is_in(posted));
        if is_back { self.typed(name) } else { ready.into() }
    }

    /// What is wrong with a field.
    pub(super) fn error(self, name: &'static str) -> MaybeProp<String> {
        let words = use_text();
        let say = |problem: &FieldError| {
            if let FieldError::File { name, problem } = problem {
                file_problem(words, name, *problem)
            } else {
                words.problems.say(problem)
            }
        };
        Signal::derive(move || {
            self.acting
                .posted
                .with(|posted| posted.problem(name).filter(|_| self.is_in(posted)).map(say))
        })
        .into()
    }

    /// Id and name of the files that were received with it.
    pub(super) fn uploads(self) -> Vec<(String, String)> {
        self.acting.posted.with(|posted| {
            if !self.is_in(posted) {
                return Vec::new();
            }
            let all = |wanted: &'static str| {
                let of_field = move |(name, _): &&(String, String)| name == wanted;
                posted.typed.iter().filter(of_field).map(|(_, text)| text.clone())
            };
            let names = all("upload_name").chain(std::iter::repeat(String::new()));
            let apart = all("upload").zip(names);
            apart.chain(files::named(&posted.text(UPLOADS))).collect()
        })
    }

    /// Takes one of them away again.
    pub(super) fn forget(self, id: &str) {
        let mut files = self.uploads();
        files.retain(|(file, _)| file != id);
        self.acting.posted.update(|posted| {
            posted
                .typed
                .retain(|(name, _)| !["upload", "upload_name"].contains(&name.as_str()));
        });
        self.acting.keep(UPLOADS, &files::joined(&files));
    }

    /// How much of its files is sent. Unit: hundredths.
    pub(super) fn percent(self) -> Option<u64> {
        self.acting.percent.get()
    }

    /// The act that it does where no button says another.
    pub(super) fn first_act(self) -> &'static str {
        self.acts.first().map_or("", |act| act.as_str())
    }

    /// Whether what was posted came from this form.
    fn is_in(self, posted: &Posted) -> bool {
        let is_act = self.acts.iter().any(|act| posted.text("act") == act.as_str());
        let task = self.task.map(|no| no.to_string()).unwrap_or_default();
        is_act && posted.text("task") == task && self.code.with_value(|code| posted.text("code") == *code)
    }

    /// Whether one of its acts is on its way.
    pub(super) fn is_busy(self) -> Signal<bool> {
        let pending = self.acting.action.pending();
        let on_its_way = move || pending.get() || self.acting.percent.get().is_some();
        Signal::derive(move || on_its_way() && self.acting.posted.with(|posted| self.is_in(posted)))
    }
}

/// The form itself, with what is wrong with the whole at its top.
#[component]
pub(super) fn ActForm(
    /// Which form.
    form: Form,
    /// The dialog it stands in: without scripts, a refused form comes back with its dialog open.
    #[prop(optional)]
    dialog: Option<&'static str>,
    /// Its class.
    #[prop(default = "stack")]
    class: &'static str,
    /// Whether files go with it.
    #[prop(optional)]
    takes_files: bool,
    /// Fields and buttons. Where the form has several acts, each button names its own.
    children: Children,
) -> impl IntoView {
    let code = form.code.get_value();
    let page = case_address(&code);
    let address = dialog.map_or_else(|| page.clone(), |dialog| format!("{page}#{dialog}"));
    let enctype = takes_files.then_some("multipart/form-data");
    let only = form.acts.first().filter(|_| form.acts.len() == 1);
    view! {
        <form method="post" id=form.id("form") action=address class=class enctype=enctype on:submit=move |event| form.acting.send(&event)>
            <Refused form in_dialog=dialog.is_some()/>
            {children()}
            <input type="hidden" name="code" value=code/>
            <input type="hidden" name="version" value=form.version.to_string()/>
            {only.map(|act| view! { <input type="hidden" name="act" value=act.as_str()/> })}
            {form.task.map(|no| view! { <input type="hidden" name="task" value=no.to_string()/> })}
        </form>
    }
}

/// What is wrong with the whole form. Nothing while nothing is.
#[component]
fn Refused(
    /// Which form.
    form: Form,
    /// Whether the form stands in a dialog, which keeps its own inner space.
    in_dialog: bool,
) -> impl IntoView {
    let words = use_text();
    let class = in_dialog.then_some("body");
    move || {
        let (title, text, tone) = form
            .acting
            .posted
            .with(|posted| refusal(posted, words).filter(|_| form.is_in(posted)))?;
        Some(view! {
            <div class=class role="alert">
                <Notice tone glyph=Glyph::Warn title><p>{text}</p></Notice>
            </div>
        })
    }
}

/// Title, sentence and tone of what went wrong.
fn refusal(posted: &Posted, words: &'static Words) -> Option<(String, &'static str, Tone)> {
    let many = posted.problems.len();
    if many > 0 {
        let title = if many == 1 {
            words.common.summary_one.to_owned()
        } else {
            fill(words.common.summary_many, &[("n", &many.to_string())])
        };
        return Some((title, words.common.kept, Tone::Late));
    }
    let (title, text, tone) = match posted.error.as_ref()? {
        AppError::Stale { .. } => (words.case_desk.stale_title, words.case_desk.stale_text, Tone::Wait),
        AppError::Refused(refusal) => (words.case_desk.refused_title, words.refusals.of(*refusal), Tone::Late),
        AppError::Forbidden => (words.case_desk.refused_title, words.fault.denied_text, Tone::Late),
        AppError::SignIn => (words.case_desk.refused_title, words.sign_in.ended, Tone::Late),
        AppError::TooMany => (words.fault.too_many_title, words.fault.too_many_text, Tone::Late),
        AppError::Offline => (words.case_desk.refused_title, words.fault.offline, Tone::Late),
        AppError::Missing | AppError::Fields(_) | AppError::Malformed | AppError::Internal => {
            (words.fault.broken_title, words.fault.broken_text, Tone::Late)
        }
    };
    Some((title.to_owned(), text, tone))
}
