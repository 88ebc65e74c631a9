//! Conflict of interest: mark the accused agency, or lift the mark.

use domain::deed::Act;
use leptos::prelude::*;

use super::{
    Shown,
    fields::{OneOf, RecordReason},
    form::ActForm,
};
use crate::{
    parts::{ButtonKind, Dialog, DialogActs, ungrouped},
    text::use_text,
};

/// The dialog that marks an agency as accused.
pub(super) const FLAG: &str = "konflik";
/// The dialog that lifts the mark.
pub(super) const LIFT: &str = "cabut-konflik";

/// The second and third agency that are accused.
const MORE_ACCUSED: [&str; 2] = ["accused_2", "accused_3"];

/// Marks an agency as accused: for it, the case ends to exist at once.
#[component]
pub(super) fn FlagDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = &use_text().case_desk;
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::Flag).then(|| {
        let form = shown.acting.form(&case, &[Act::Flag]);
        let agencies = vec![ungrouped(choices.agencies.clone())];
        let is_more = MORE_ACCUSED.iter().any(|name| !form.typed(name).is_empty());
        view! {
            <Dialog id=FLAG title=words.flag_title lead=words.flag_text>
                <ActForm form dialog=FLAG class="">
                    <div class="body stack">
                        <OneOf name="accused" form label=words.flag_agency groups=agencies.clone()/>
                        <details class="more" open=is_more>
                            <summary>{words.flag_more}</summary>
                            {MORE_ACCUSED
                                .map(|name| {
                                    view! {
                                        <OneOf name form label=words.flag_agency groups=agencies.clone() optional=true/>
                                    }
                                })
                                .collect_view()}
                        </details>
                        <RecordReason form label=words.record_reason/>
                    </div>
                    <DialogActs word=words.flag_title kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Lifts the mark: the case stays with its holder and may be offered anew.
#[component]
pub(super) fn LiftDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::LiftFlag).then(|| {
        let form = shown.acting.form(&case, &[Act::LiftFlag]);
        view! {
            <Dialog id=LIFT title=words.acts.lift_flag lead=words.case_desk.lift_text>
                <ActForm form dialog=LIFT class="">
                    <div class="body stack"><RecordReason form label=words.case_desk.record_reason/></div>
                    <DialogActs word=words.acts.lift_flag kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}
