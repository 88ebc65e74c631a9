//! What everybody may read of a case: published, corrected, taken back.

use std::sync::Arc;

use domain::{
    deed::Act,
    limits,
    view::{CaseView, PHOTO_FIELD, PublicPhoto, PublicTextView},
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{LineField, RecordReason},
    form::{ActForm, Form},
};
use crate::{
    desk::case_address,
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
        let at = case_address(&case.code);
        view! {
            <Dialog id=PUBLISH title=words.acts.publish lead=words.publishing.publish_lead>
                <ActForm form dialog=PUBLISH class="">
                    <div class="body stack"><PublicFields form ready is_answered=false at/></div>
                    <DialogActs word=words.acts.publish/>
                </ActForm>
            </Dialog>
        }
    });
    let revise = case.may(Act::Revise).then(|| {
        let ready = case.publication.clone().unwrap_or_else(nothing);
        let form = shown.acting.form(case, &[Act::Revise]);
        let is_answered = !ready.response.is_empty();
        let at = case_address(&case.code);
        view! {
            <Dialog id=REVISE title=words.acts.revise lead=words.publishing.revise_lead>
                <ActForm form dialog=REVISE class="">
                    <div class="body stack"><PublicFields form ready is_answered at/></div>
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
        photos: Vec::new(),
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
    /// The address of the case, below which its files are opened.
    at: String,
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
        <Photos form photos=ready.photos at/>
        <Check name="masking" word=words.checked note=words.checked_note checked=is_checked/>
    }
    .into_any()
}

/// The photos that may be public; none is, until the officer ticks it.
#[component]
fn Photos(
    /// The form they stand in.
    form: Form,
    /// The photos.
    photos: Vec<PublicPhoto>,
    /// The address of the case.
    at: String,
) -> impl IntoView {
    let words = use_text().publishing;
    if photos.is_empty() {
        return None;
    }
    let cards = photos.into_iter().zip(1..).map(|(photo, place)| {
        let name = format!("{PHOTO_FIELD}{}", photo.id);
        let is_chosen = form.typed_or(&name, if photo.is_public { "yes" } else { "" }) == "yes";
        let word = fill(words.photo, &[("n", &i32::to_string(&place))]);
        let href = format!("{at}/berkas/{}", photo.id);
        let picture = format!("{href}?ukuran=kecil");
        view! {
            <div class="file">
                <a href=href rel="external" target="_blank">
                    <img src=picture alt=fill(words.photo_open, &[("photo", &word)]) width="96" height="96" loading="lazy"/>
                </a>
                <label class="choice">
                    <input type="checkbox" name=name value="yes" checked=is_chosen/>
                    <span>{word}</span>
                </label>
            </div>
        }
    });
    let (id, note) = (form.id("photos"), form.id("photos"));
    Some(
        view! {
            <fieldset class="field" aria-describedby=id>
                <legend>{words.photos}</legend>
                <p class="hint" id=note>{words.photos_note}</p>
                <div class="files">{cards.collect_view()}</div>
            </fieldset>
        }
        .into_any(),
    )
}
