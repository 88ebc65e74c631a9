//! `/meja/{code}/bukti`: a receipt that was given anew at a counter, to be printed and handed over.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    citizen::{
        paper::Handed,
        receipt::HandOver,
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
    let view = use_view::<Handed>(move || format!("/meja/{}/bukti", code.get()));
    let draw = move |handed: Handed| {
        view! {
            <HandOver handed title=words.counter_page lead=words.counter_lead>
                <LinkButton
                    href=format!("/meja/{}", code.get_untracked())
                    word=words.counter_back
                    glyph=Glyph::Office
                />
            </HandOver>
        }
    };
    view! {
        <PublicFrame here=Place::Track width=Width::Narrow>
            <Shown view draw/>
        </PublicFrame>
    }
}
