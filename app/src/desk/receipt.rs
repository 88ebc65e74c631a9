//! `/meja/{code}/bukti`: a receipt that was given anew at a counter, to be printed and handed over.

use domain::view::receipt::ReceiptView;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use crate::{
    citizen::{
        receipt::Receipt,
        view::{Shown, use_view},
    },
    parts::{Glyph, LinkButton, Place, PublicFrame, Width},
    text::use_text,
};

/// The receipt as its reporter gets it, and the way back to the desk.
#[component]
pub fn NewReceiptPage() -> impl IntoView {
    let words = use_text().follow;
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code").unwrap_or_default()));
    let view = use_view::<ReceiptView>(move || format!("/meja/{}/bukti", code.get()));
    let draw = move |receipt: ReceiptView| view! { <Receipt receipt/> };
    view! {
        <Title text=words.counter_page/>
        <PublicFrame here=Place::Track width=Width::Narrow>
            <p class="no-print">
                <LinkButton
                    href=format!("/meja/{}", code.get_untracked())
                    word=words.counter_back
                    glyph=Glyph::Office
                />
            </p>
            <Shown view draw/>
        </PublicFrame>
    }
}
