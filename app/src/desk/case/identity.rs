//! The reporter's identity: kept apart from the case, opened for a reason, recorded.

use codee::binary::PostcardCodec;
use domain::deed::Act;
use leptos::prelude::*;

use super::{Shown, fields::RecordReason, form::ActForm};
use crate::{
    desk::{Identity, read_identity},
    parts::{Card, Dialog, DialogActs, DialogLink, Facts, Glyph},
    text::use_text,
};

/// The dialog that opens the identity.
pub(super) const IDENTITY: &str = "identitas";

/// Whose report it is: anonymous, not opened yet, or name and contact.
#[component]
pub(super) fn IdentityCard(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let may_open = shown.case.may(Act::OpenIdentity);
    let is_anonymous = shown.case.visibility.is_anonymous();
    let inside = may_open.then(|| {
        let (code, round) = (shown.case.code.clone(), shown.acting.round);
        let identity = Resource::<_, PostcardCodec>::new_with_options(
            move || (code.clone(), round.get()),
            |(code, _)| read_identity(code),
            false,
        );
        let opened = move || {
            Suspend::new(async move {
                view! { <Opened identity=identity.await.unwrap_or_default()/> }
            })
        };
        view! { <Transition>{opened}</Transition> }
    });
    let closed = is_anonymous.then(|| view! { <p>{words.case_desk.reporter_anonymous_text}</p> });
    (may_open || (is_anonymous && shown.case.facts.is_some())).then(|| {
        view! { <Card id="pelapor" title=words.case_desk.reporter>{closed}{inside}</Card> }
    })
}

/// Name and contact; while they are closed, the way to open them.
#[component]
fn Opened(
    /// What was opened.
    identity: Identity,
) -> impl IntoView {
    let words = use_text();
    if identity == Identity::default() {
        leptos::either::Either::Left(view! {
            <p>{words.case_desk.reporter_open}</p>
            <DialogLink dialog=IDENTITY word=words.acts.open_identity glyph=Glyph::Eye/>
        })
    } else {
        let facts = vec![
            (words.case_desk.identity_name, identity.name),
            (words.case_desk.identity_contact, identity.contact),
        ];
        leptos::either::Either::Right(view! { <Facts facts/> })
    }
}

/// Asks what the identity is opened for.
#[component]
pub(super) fn IdentityDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::OpenIdentity).then(|| {
        let form = shown.acting.form(&case, &[Act::OpenIdentity]);
        view! {
            <Dialog id=IDENTITY title=words.case_desk.identity_title lead=words.case_desk.identity_text>
                <ActForm form dialog=IDENTITY class="">
                    <div class="body stack"><RecordReason form label=words.case_desk.identity_reason/></div>
                    <DialogActs word=words.acts.open_identity glyph=Glyph::Eye/>
                </ActForm>
            </Dialog>
        }
    })
}
