//! Limits and ends: archive with two persons, ask for the longer limit, treat a request by the public-information law.

use domain::{deed::Act, kind::ArchiveReason};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{OneOf, SentenceField, listed},
    form::ActForm,
};
use crate::{
    parts::{ButtonKind, Dialog, DialogActs},
    text::use_text,
};

/// The dialog of a proposal to archive.
pub(super) const ARCHIVE: &str = "arsip";
/// The dialog that asks for the longer limit.
pub(super) const PROLONG: &str = "perpanjang";
/// The dialog that makes it a request by the public-information law.
pub(super) const PPID: &str = "ppid";
/// The dialog of the one extension that law has.
pub(super) const PPID_MORE: &str = "perpanjang-ppid";

/// Proposes to archive. "Belongs elsewhere" is no reason.
#[component]
pub(super) fn ArchiveDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::ProposeArchive).then(|| {
        let form = shown.acting.form(&case, &[Act::ProposeArchive]);
        let reasons = ArchiveReason::ALL
            .iter()
            .map(|reason| (reason.as_str(), words.archive_reasons.of(*reason)));
        view! {
            <Dialog id=ARCHIVE title=words.case_desk.archive_title lead=words.case_desk.archive_text>
                <ActForm form dialog=ARCHIVE class="">
                    <div class="body stack">
                        <OneOf
                            name="reason"
                            form
                            label=words.case_desk.archive_reason
                            groups=vec![listed(reasons)]
                        />
                        <SentenceField form/>
                    </div>
                    <DialogActs word=words.acts.propose_archive kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}

/// What takes one sentence: the longer limit, and the extension of the public-information law.
#[component]
pub(super) fn SentenceDialogs(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let desk = &words.case_desk;
    let case = shown.case;
    let dialog = |act: Act, acts: &'static [Act], id: &'static str, title: &'static str, lead: &'static str| {
        case.may(act).then(|| {
            let form = shown.acting.form(&case, acts);
            view! {
                <Dialog id title lead>
                    <ActForm form dialog=id class="">
                        <div class="body stack"><SentenceField form/></div>
                        <DialogActs word=words.acts.of(act)/>
                    </ActForm>
                </Dialog>
            }
        })
    };
    view! {
        {dialog(Act::Prolong, &[Act::Prolong], PROLONG, desk.prolong_title, desk.prolong_text)}
        {dialog(Act::ExtendPpid, &[Act::ExtendPpid], PPID_MORE, words.acts.extend_ppid, desk.ppid_more_text)}
    }
}

/// Makes an information request one by the public-information law.
#[component]
pub(super) fn PpidDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::SendToPpid).then(|| {
        let form = shown.acting.form(&case, &[Act::SendToPpid]);
        view! {
            <Dialog id=PPID title=words.acts.send_to_ppid lead=words.case_desk.ppid_text>
                <ActForm form dialog=PPID class="">
                    <DialogActs word=words.acts.send_to_ppid/>
                </ActForm>
            </Dialog>
        }
    })
}
