//! What everybody may read of a case: published, corrected, taken back.

use std::sync::Arc;

use domain::{
    deed::Act,
    limits,
    view::{CaseView, PublicTextView},
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{LineField, RecordReason},
    form::{ActForm, Form},
};
use crate::{
    parts::{ButtonKind, Card, Check, Dialog, DialogActs, TextArea},
    text::{fill, use_text},
};

/// The dialog that publishes.
pub(super) const PUBLISH: &str = "terbitkan";
/// The dialog that corrects what is published.
pub(super) const REVISE: &str = "perbaiki";
/// The dialog that takes it back.
pub(super) const UNPUBLISH: &str = "tarik";

/// Whether it is published, for whoever works on it.
#[component]
pub(super) fn PublicCard(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = &use_text().publishing;
    let may_publish = case.may(Act::Publish);
    match (&case.publication, may_publish) {
        (Some(public), _) => {
            let when = public.at.as_ref().map_or(String::new(), |at| at.long.clone());
            let href = format!("/laporan/{}", case.code);
            Some(
                view! {
                    <Card id="umum" title=words.card>
                        <p>{fill(words.shown, &[("date", &when)])}</p>
                        <p><a href=href rel="external">{words.open}</a></p>
                    </Card>
                }
                .into_any(),
            )
        }
        (None, true) => Some(view! { <Card id="umum" title=words.card><p>{words.not_yet}</p></Card> }.into_any()),
        (None, false) => None,
    }
}

/// The three dialogs; each only where its act is open.
#[component]
pub(super) fn PublishDialogs(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let publish = case.may(Act::Publish).then(|| {
        let ready = case.proposal.clone().unwrap_or_else(nothing);
        let form = shown.acting.form(case, &[Act::Publish]);
        view! {
            <Dialog id=PUBLISH title=words.acts.publish lead=words.publishing.publish_lead>
                <ActForm form dialog=PUBLISH class="">
                    <div class="body stack"><PublicFields form ready is_answered=false/></div>
                    <DialogActs word=words.acts.publish/>
                </ActForm>
            </Dialog>
        }
    });
    let revise = case.may(Act::Revise).then(|| {
        let ready = case.publication.clone().unwrap_or_else(nothing);
        let form = shown.acting.form(case, &[Act::Revise]);
        let is_answered = !ready.response.is_empty();
        view! {
            <Dialog id=REVISE title=words.acts.revise lead=words.publishing.revise_lead>
                <ActForm form dialog=REVISE class="">
                    <div class="body stack"><PublicFields form ready is_answered/></div>
                    <DialogActs word=words.common.save/>
                </ActForm>
            </Dialog>
        }
    });
    let unpublish = case.may(Act::Unpublish).then(|| {
        let form = shown.acting.form(case, &[Act::Unpublish]);
        view! {
            <Dialog id=UNPUBLISH title=words.acts.unpublish lead=words.publishing.unpublish_lead>
                <ActForm form dialog=UNPUBLISH class="">
                    <div class="body stack"><RecordReason form label=words.publishing.reason/></div>
                    <DialogActs word=words.acts.unpublish kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    });
    view! { {publish} {revise} {unpublish} }.into_any()
}

const fn nothing() -> PublicTextView {
    PublicTextView {
        title: String::new(),
        text: String::new(),
        response: String::new(),
        at: None,
    }
}

/// Title, text, and the answer where it is to be published.
#[component]
fn PublicFields(
    /// The form they stand in.
    form: Form,
    /// What stands there ready.
    ready: PublicTextView,
    /// Whether the answer is published already.
    is_answered: bool,
) -> impl IntoView {
    let words = &use_text().publishing;
    let is_chosen = form.typed_or("respond", if is_answered { "yes" } else { "" }) == "yes";
    let is_checked = !form.typed("masking").is_empty();
    view! {
        <LineField name="title" form label=words.title ready=ready.title maxlength=limits::TITLE.max/>
        <TextArea
            name="body"
            id=form.id("body")
            label=words.text
            value=form.typed_or("body", ready.text)
            rows=8
            maxlength=limits::BODY.max
            error=form.error("body")
        />
        <Check name="respond" word=words.respond note=words.respond_note checked=is_chosen/>
        <TextArea
            name="response"
            id=form.id("response")
            label=words.response
            value=form.typed_or("response", ready.response)
            rows=5
            maxlength=limits::MESSAGE.max
            optional=true
            error=form.error("response")
        />
        <Check name="masking" word=words.checked note=words.checked_note checked=is_checked/>
    }
    .into_any()
}
