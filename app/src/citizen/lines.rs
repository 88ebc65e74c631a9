//! What pages say of the reports on this phone.

use leptos::prelude::*;

use super::when::local;
use crate::{
    parts::{Glyph, Icon},
    phone::{
        kept::{Filing, State, Turn},
        net::is_online,
    },
    text::{Words, fill, use_text},
};

/// Whether the phone has a line, as it says itself.
pub(super) fn use_online() -> RwSignal<bool> {
    let online = RwSignal::new(true);
    Effect::new(move |_| {
        online.set(is_online());
        let heard =
            ["online", "offline"].map(|event| window_event_listener_untyped(event, move |_| online.set(is_online())));
        on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
    });
    online
}

/// The sentence about a report's turn.
pub(super) fn turn_line(filing: &Filing, turn: &Turn, words: &Words) -> String {
    let percent = filing.percent().to_string();
    let sentence = match (turn.tries > 0, filing.percent()) {
        (false, 0) => words.phone.sending,
        (false, _) => words.phone.sending_percent,
        (true, 0) => words.phone.waiting,
        (true, _) => words.phone.waiting_percent,
    };
    fill(sentence, &[("n", &percent)])
}

/// One draft with what can be done with it.
#[component]
pub(super) fn DraftLine(
    /// The draft.
    filing: Filing,
    /// Its buttons.
    children: Children,
) -> impl IntoView {
    let words = use_text();
    let title = match filing.title() {
        title if title.is_empty() => words.phone.untitled.to_owned(),
        title => title,
    };
    let changed = fill(
        words.phone.changed,
        &[("time", &local(filing.touched_at_ms, words.common.lang).0)],
    );
    let refused = matches!(filing.state, State::Refused { .. }).then(|| {
        view! { <p class="error"><Icon glyph=Glyph::Warn/>{words.phone.refused}</p> }
    });
    view! {
        <li class="card card-s row row-ends">
            <div>
                <p><b>{title}</b></p>
                <p class="fine soft">{changed}</p>
                {refused}
            </div>
            <div class="row row-tight">{children()}</div>
        </li>
    }
    .into_any()
}
