//! A reporter's request that name and contact be erased, and the decision on it.

use domain::{deed::Act, view::privacy::ErasureState};
use leptos::prelude::*;

use super::{Shown, fields::SentenceField, form::ActForm};
use crate::{
    parts::{ButtonKind, Dialog, DialogActs, DialogLink, Glyph, Notice, Tone},
    text::{fill, use_text},
};

/// The dialog that erases.
const ERASE: &str = "hapus-identitas";
/// The dialog that refuses.
const REFUSE: &str = "tolak-hapus";

/// The request, while it waits.
#[component]
pub(super) fn Request(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let text = use_text();
    let words = text.erasure;
    let case = shown.case;
    let waiting = case
        .privacy
        .erasure
        .clone()
        .filter(|erasure| erasure.state == ErasureState::Asked)?;
    let due = waiting.due.as_ref().map_or("", |due| due.long.as_str());
    let due = fill(words.desk_due, &[("due", due)]);
    let may_decide = case.may(Act::EraseIdentity);
    let acts = may_decide.then(|| {
        view! {
            <p class="row">
                <DialogLink dialog=ERASE word=text.acts.erase_identity glyph=Glyph::Hidden/>
                <DialogLink dialog=REFUSE word=text.acts.refuse_erasure glyph=Glyph::Cross/>
            </p>
        }
    });
    let others = (!may_decide).then(|| view! { <p class="fine">{words.desk_wait}</p> });
    let tone = if waiting.is_late { Tone::Late } else { Tone::Wait };
    Some(view! {
        <Notice tone glyph=Glyph::Hidden title=words.desk_title>
            <p>{due}</p>
            <p class="fine">{words.desk_goes}</p>
            {acts}
            {others}
        </Notice>
    })
}

/// Erases, once more asked.
#[component]
pub(super) fn EraseDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::EraseIdentity).then(|| {
        let form = shown.acting.form(&case, &[Act::EraseIdentity]);
        view! {
            <Dialog id=ERASE title=words.acts.erase_identity lead=words.erasure.desk_sure>
                <ActForm form dialog=ERASE class="">
                    <DialogActs word=words.acts.erase_identity kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Refuses, with the sentence that the reporter reads.
#[component]
pub(super) fn RefuseDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::RefuseErasure).then(|| {
        let form = shown.acting.form(&case, &[Act::RefuseErasure]);
        view! {
            <Dialog id=REFUSE title=words.acts.refuse_erasure lead=words.erasure.desk_refuse>
                <ActForm form dialog=REFUSE class="">
                    <div class="body stack"><SentenceField form/></div>
                    <DialogActs word=words.acts.refuse_erasure/>
                </ActForm>
            </Dialog>
        }
    })
}
