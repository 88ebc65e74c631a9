//! Keys that shorten the way through the queue: j and k move, o opens, ? tells. Only with scripts, never in a field.

use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _, web_sys};

use crate::text::use_text;

/// The links that j and k walk.
const TITLES: &str = ".queue-table .title";

/// Listens, and tells which keys there are. Nothing is drawn where no script runs.
#[component]
pub(super) fn Keys() -> impl IntoView {
    let words = &use_text().queue;
    let (is_awake, wake) = signal(false);
    let (is_open, open) = signal(false);
    Effect::new(move |_| {
        wake.set(true);
        let listener = window_event_listener(ev::keydown, move |event| {
            if is_typing(&event) {
                return;
            }
            match event.key().as_str() {
                "j" => step(1),
                "k" => step(-1),
                "o" => with_title(|title| title.click()),
                "?" => open.update(|is_open| *is_open = !*is_open),
                _ => {}
            }
        });
        on_cleanup(move || listener.remove());
    });
    move || {
        is_awake.get().then(|| {
            view! {
                <details class="define only-wide" open=is_open>
                    <summary>{words.keys}</summary>
                    <p>
                        <kbd>"j"</kbd>" "<kbd>"k"</kbd>" "{words.keys_move}", "<kbd>"o"</kbd>" "<kbd>"Enter"</kbd>" "
                        {words.keys_open}", "<kbd>"?"</kbd>" "{words.keys_tell}
                    </p>
                </details>
            }
        })
    }
}

/// Whether the key belongs to a field, or to the browser.
fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let is_field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    is_field || event.ctrl_key() || event.meta_key() || event.alt_key()
}

fn titles() -> Vec<web_sys::HtmlElement> {
    let Ok(found) = document().query_selector_all(TITLES) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<web_sys::HtmlElement>().ok())
        .collect()
}

/// Which of the titles has the focus.
fn focused(titles: &[web_sys::HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    titles.iter().position(|title| title.is_same_node(Some(&active)))
}

/// Moves the focus one row on (1) or back (-1); from outside the list, to its first row.
fn step(by: isize) {
    let titles = titles();
    let to = focused(&titles).map_or(Some(0), |at| at.checked_add_signed(by));
    if let Some(title) = to.and_then(|to| titles.get(to)) {
        // A row that cannot take the focus leaves it where it is.
        let _ = title.focus();
    }
}

fn with_title(act: impl FnOnce(&web_sys::HtmlElement)) {
    let titles = titles();
    if let Some(title) = focused(&titles).and_then(|at| titles.get(at)) {
        act(title);
    }
}
