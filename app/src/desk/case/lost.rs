//! A new receipt for a reporter who lost theirs and stands at the counter.

use domain::deed::Act;
use leptos::prelude::*;

use super::{Shown, fields::RecordReason, form::ActForm};
use crate::{
    parts::{Dialog, DialogActs, Glyph},
    text::use_text,
};

/// The dialog that gives it.
pub(super) const RECEIPT: &str = "bukti-baru";

/// Asks what was checked. Done, the receipt is shown to be printed.
#[component]
pub(super) fn ReceiptDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::NewReceipt).then(|| {
        let form = shown.acting.form(&case, &[Act::NewReceipt]);
        view! {
            <Dialog id=RECEIPT title=words.follow.counter_title lead=words.follow.counter_text>
                <ActForm form dialog=RECEIPT class="">
                    <div class="body stack"><RecordReason form label=words.follow.counter_reason/></div>
                    <DialogActs word=words.acts.new_receipt glyph=Glyph::Again/>
                </ActForm>
            </Dialog>
        }
    })
}
