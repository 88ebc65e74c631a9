//! The strip on citizens' pages: reports that wait on this phone, and the outbox that sends them.

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};

use super::{
    outbox,
    settings::{self, Setting},
};
use crate::{
    parts::{Glyph, Icon},
    text::{fill, use_text},
};

/// Loads the outbox and wakes it. It lies with the form: a phone without reports to send does not fetch it.
#[wasm_split(form, wasm_split_path = leptos::wasm_split, fallible)]
fn start() -> Result<(), SplitLoaderError> {
    outbox::wake();
    Ok(())
}

/// How many reports wait, with the way to them. Nothing while none does.
#[component]
pub(crate) fn Strip() -> impl IntoView {
    let waiting = RwSignal::new(0_usize);
    Effect::new(move |_| {
        let look = move || waiting.set(settings::get(Setting::Waiting).parse().unwrap_or(0));
        look();
        let heard = [settings::CHANGED, "storage"].map(|event| window_event_listener_untyped(event, move |_| look()));
        on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
        if waiting.get_untracked() > 0 {
            // Without the chunk the strip stays, and the next page tries again.
            spawn_local(async { drop(start().await) });
        }
    });
    move || {
        let words = use_text().phone;
        let sentence = match waiting.get() {
            0 => return None,
            1 => words.strip_one.to_owned(),
            many => fill(words.strip_many, &[("n", &many.to_string())]),
        };
        Some(view! {
            <div class="strip is-wait" role="status">
                <p class="page line"><Icon glyph=Glyph::Send/><a href="/laporan-saya">{sentence}</a></p>
            </div>
        })
    }
}
