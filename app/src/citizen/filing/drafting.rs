//! The report on this screen as a draft on this phone: kept on every change, brought back after a reload, sent by the
//! outbox.

use std::time::Duration;

use domain::{
    kind::{Kind, Visibility},
    view::choices::{Question, QuestionGroup, SuggestionView},
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use web_sys::{Blob, HtmlFormElement, HtmlInputElement};

use super::steps::{Step, Steps};
use crate::{
    citizen::send::Sending,
    phone::{
        db::{Db, Shelf},
        fields,
        kept::{Filing, KeptFile, State},
        new_id, now_ms, outbox, settings,
    },
};

/// Id of the form.
pub(super) const FORM: &str = "report";
/// How long nothing is typed before the draft is kept.
const PAUSE: Duration = Duration::from_millis(400);

/// The draft behind the form.
#[derive(Clone, Copy)]
pub(super) struct Drafting {
    key: RwSignal<String>,
    /// Photos and papers, in their order.
    pub(super) files: RwSignal<Vec<KeptFile>>,
    /// Whether files are being made ready.
    pub(super) busy: RwSignal<bool>,
    /// Why a chosen file was not taken.
    pub(super) files_told: RwSignal<Option<String>>,
    /// When it was kept last, by the phone's clock.
    pub(super) kept_at_ms: RwSignal<Option<i64>>,
    /// Whether the phone keeps drafts. Until then, and without, files go with the form.
    pub(super) is_kept_here: RwSignal<bool>,
    pause: StoredValue<Option<TimeoutHandle>>,
    steps: Steps,
    form: Sending,
    questions: StoredValue<Vec<QuestionGroup>>,
    suggestion: RwSignal<Option<SuggestionView>>,
}

impl Drafting {
    pub(super) fn new(
        steps: Steps,
        form: Sending,
        questions: StoredValue<Vec<QuestionGroup>>,
        suggestion: RwSignal<Option<SuggestionView>>,
    ) -> Self {
        Self {
            key: RwSignal::new(String::new()),
            files: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            files_told: RwSignal::new(None),
            kept_at_ms: RwSignal::new(None),
            is_kept_here: RwSignal::new(false),
            pause: StoredValue::new(None),
            steps,
            form,
            questions,
            suggestion,
        }
    }

    /// The key of this report.
    pub(super) fn key(self) -> String {
        self.key.get()
    }

    /// How many files the draft has.
    pub(super) fn files_count(self) -> usize {
        self.files.try_with_untracked(Vec::len).unwrap_or(0)
    }

    /// The page wakes: opens the archive, brings back what this tab was about, and shows the step.
    /// `came_back` is what the server did not take from a form without scripts: it stands in the page already.
    pub(super) fn begin(self, came_back: Option<String>) {
        spawn_local(async move {
            let db = Db::open().await.ok();
            self.is_kept_here.set(db.is_some());
            let open = came_back.clone().or_else(settings::open_filing);
            let kept = match (&db, &open) {
                (Some(db), Some(key)) => db.find::<Filing>(Shelf::Filings, key).await.ok().flatten(),
                _ => None,
            };
            if self.key.try_get_untracked().is_none() {
                return;
            }
            let wished = Step::find(window().location().hash().unwrap_or_default().trim_start_matches('#'));
            match (came_back, kept) {
                (Some(key), kept) => {
                    self.files.set(kept.map(|kept| kept.files).unwrap_or_default());
                    self.set_key(&key);
                    self.steps
                        .begin(self.form.first_wrong().map(|name| Step::of_field(&name)).or(wished));
                }
                (None, Some(kept)) if kept.turn().is_none() => {
                    let at = wished.or_else(|| Step::find(&kept.step));
                    self.steps.begin(at);
                    self.open(kept).await;
                }
                (None, _) => {
                    self.set_key(&new_id());
                    self.steps.begin(wished);
                    // What was typed before the page woke is kept like what is typed after.
                    if self.has_story() {
                        self.touch();
                    }
                }
            }
            self.look_at_questions();
            if let Some(db) = db {
                let _ = outbox::look(&db).await;
                outbox::wake();
            }
        });
    }

    /// Brings a draft back into the form. What is chosen from a list that depends on another comes a moment later.
    pub(super) async fn open(self, filing: Filing) {
        self.set_key(&filing.key);
        settings::open_next(Some(&filing.key));
        // Parts that are drawn only now find what was typed into them.
        self.form.remember(filing.fields.clone());
        for _ in 0..2 {
            if let Some(form) = form() {
                fields::write(&form, &filing.fields);
            }
            leptos::task::tick().await;
        }
        self.forget_pause();
        self.files.set(filing.files);
        self.kept_at_ms.set(Some(filing.touched_at_ms));
        if let State::Refused { problems, error } = filing.state {
            if let Some((name, _)) = problems.first() {
                self.steps.show(Step::of_field(name), false);
            }
            self.form.refuse(problems, error);
        }
        self.look_at_questions();
    }

    /// Begins a new report in the empty form.
    pub(super) fn renew(self) {
        settings::open_next(None);
        if let Some(form) = form() {
            let usual = [
                ("kind".to_owned(), Kind::Complaint.as_str().to_owned()),
                ("visibility".to_owned(), Visibility::Anonymous.as_str().to_owned()),
            ];
            fields::write(&form, &usual);
        }
        self.forget_pause();
        self.files.set(Vec::new());
        self.kept_at_ms.set(None);
        self.form.refuse(Vec::new(), None);
        self.set_key(&new_id());
        self.steps.show(Step::Story, true);
    }

    fn set_key(self, key: &str) {
        self.key.set(key.to_owned());
        if let Some(field) = fields::element::<HtmlInputElement>("key") {
            field.set_value(key);
        }
    }

    fn has_story(self) -> bool {
        form().is_some_and(|form| !fields::text_of(&fields::read(&form), "body").trim().is_empty())
    }

    /// Something was typed or chosen: the draft is kept after a short pause.
    pub(super) fn touch(self) {
        self.look_at_questions();
        self.forget_pause();
        let later = set_timeout_with_handle(move || self.keep_now(), PAUSE).ok();
        self.pause.set_value(later);
    }

    fn forget_pause(self) {
        if let Some(before) = self.pause.try_update_value(Option::take).flatten() {
            before.clear();
        }
    }

    /// The page goes: what waits for its pause is kept at once.
    pub(super) fn hurry(self) {
        if self.pause.try_with_value(Option::is_some) == Some(true) {
            self.keep_now();
        }
    }

    /// The questions have a step of their own once some are about the service that is chosen or the category that is
    /// suggested, or one is answered.
    pub(super) fn look_at_questions(self) {
        let Some(form) = form() else { return };
        let typed = fields::read(&form);
        let service = fields::text_of(&typed, "service");
        let category = self
            .suggestion
            .try_with_untracked(|found| Some(found.as_ref()?.category.as_ref()?.value.clone()));
        let category = category.flatten().unwrap_or_default();
        let is_answered = |question: &Question| !fields::text_of(&typed, &question.field).is_empty();
        let asks = self.questions.try_with_value(|groups| {
            groups
                .iter()
                .any(|group| group.is_about(&service, &category) || group.questions.iter().any(is_answered))
        });
        self.steps.ask_licence(asks == Some(true));
    }

    /// Keeps the draft.
    pub(super) fn keep_now(self) {
        self.forget_pause();
        let (Some(db), Some(filing)) = (Db::opened(), self.filing()) else {
            return;
        };
        settings::open_next(Some(&filing.key));
        spawn_local(async move {
            if outbox::keep(&db, &filing).await.is_ok() {
                self.kept_at_ms.set(Some(filing.touched_at_ms));
            }
        });
    }

    /// The report as it stands in the form now.
    fn filing(self) -> Option<Filing> {
        let mut filing = Filing::new(self.key.try_get_untracked()?);
        filing.fields = fields::read(&form()?);
        filing.files = self.files.try_get_untracked()?;
        filing.step = self.steps.at_now().map_or("", Step::id).to_owned();
        filing.touched_at_ms = now_ms();
        Some(filing)
    }

    /// What stands in the form.
    pub(super) fn typed(self) -> Vec<(String, String)> {
        form().map(|form| fields::read(&form)).unwrap_or_default()
    }

    /// Hands the report to the outbox; whether the phone can. Without an archive the page sends the form itself.
    pub(super) fn send(self) -> bool {
        let (Some(db), Some(filing)) = (Db::opened(), self.filing()) else {
            return false;
        };
        self.forget_pause();
        spawn_local(async move {
            if outbox::queue(&db, filing).await.is_err() {
                // No room on the phone: the form goes as it would without scripts.
                if let Some(form) = form() {
                    let _ = form.submit();
                }
            }
        });
        true
    }

    /// Takes this draft away from the phone.
    pub(super) fn discard(self) {
        let key = self.key.get_untracked();
        spawn_local(async move {
            if let Some(db) = Db::opened()
                && let Ok(Some(filing)) = db.find::<Filing>(Shelf::Filings, &key).await
            {
                let _ = outbox::forget(&db, &filing).await;
            }
            self.renew();
        });
    }

    /// Keeps a file's bytes and puts it at the end of the list.
    pub(super) async fn add_file(self, name: String, blob: Blob) -> bool {
        let Some(db) = Db::opened() else { return false };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number of bytes"
        )]
        let file = KeptFile {
            id: new_id(),
            name,
            kind: blob.type_(),
            bytes: blob.size() as u64,
            sent: 0,
            refused: None,
        };
        let is_kept = db.put_value(Shelf::Blobs, &file.id, &blob).await.is_ok();
        if is_kept {
            self.files.update(|files| files.push(file));
            self.keep_now();
        }
        is_kept
    }
}

fn form() -> Option<HtmlFormElement> {
    fields::element(FORM)
}
