//! Whether the report is in the reporter's account, and the button that puts it there.

use domain::view::CaseView;
use leptos::{either::Either, prelude::*};

use crate::{
    citizen::{
        account::{ADD, PATH, REPORTS},
        send::ACT,
    },
    parts::{Button, Glyph},
    text::use_text,
};

/// Nothing where nobody is signed in, or where the report was opened by a link that only reads.
#[component]
pub(super) fn InAccount(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text().account;
    let follow = case.follow.filter(|follow| !follow.is_by_link)?;
    follow.in_account.map(|is_in| {
        if is_in {
            Either::Left(view! { <p class="fine">{words.kept}". "<a href=PATH rel="external">{words.title}</a></p> })
        } else {
            Either::Right(view! {
                <form method="post" action=REPORTS>
                    <input type="hidden" name=ACT value=ADD/>
                    <input type="hidden" name="code" value=case.code/>
                    <Button word=words.keep glyph=Glyph::Key/>
                </form>
            })
        }
    })
}
