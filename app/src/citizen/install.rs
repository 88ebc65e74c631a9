//! The quiet offer to put the site on the phone's first screen, after a report was filed.

use js_sys::{Function, Reflect};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast as _, JsValue},
};

use crate::{
    parts::{Glyph, Icon},
    text::use_text,
};

/// The offer, where the browser made one; it is made to `boot.js`, which keeps it.
#[component]
pub(super) fn Install() -> impl IntoView {
    let words = use_text().phone;
    let is_offered = RwSignal::new(false);
    Effect::new(move |_| {
        let look = move || is_offered.set(offer().is_some());
        look();
        let heard = window_event_listener_untyped("beforeinstallprompt", move |_| look());
        on_cleanup(move || heard.remove());
    });
    let take = move |_| {
        if let Some((offer, prompt)) = offer() {
            // Whatever the reader answers, an offer is good for once.
            let _ = prompt.call0(&offer);
            let _ = Reflect::set(&window(), &"offer".into(), &JsValue::UNDEFINED);
            is_offered.set(false);
        }
    };
    move || {
        is_offered.get().then(|| {
            view! {
                <p class="row row-tight fine soft section no-print">
                    <span>{words.install_text}</span>
                    <button class="btn" type="button" on:click=take><Icon glyph=Glyph::Download/>{words.install}</button>
                </p>
            }
        })
    }
}

/// The offer and what takes it.
fn offer() -> Option<(JsValue, Function)> {
    let offer = Reflect::get(&window(), &"offer".into()).ok()?;
    let prompt = Reflect::get(&offer, &"prompt".into()).ok()?.dyn_into().ok()?;
    Some((offer, prompt))
}
