//! "Ini ponsel bersama": nothing stays on the phone after sending.

use leptos::prelude::*;

use crate::{phone::settings, text::use_text};

/// The choice. It belongs to the phone, not to the report: the form does not send it.
#[component]
pub(in crate::citizen) fn Shared() -> impl IntoView {
    let words = use_text().phone;
    let is_shared = RwSignal::new(false);
    Effect::new(move |_| is_shared.set(settings::is_shared()));
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        is_shared.set(chosen);
        settings::share(chosen);
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=is_shared on:change=choose/>
            <span><b>{words.shared}</b><small>{words.shared_note}</small></span>
        </label>
    }
    .into_any()
}
