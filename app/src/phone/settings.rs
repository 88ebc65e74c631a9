//! Small choices of a phone, kept in its local storage.

use leptos::prelude::window;

/// A choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// "Ini ponsel bersama": nothing stays after sending.
    Shared,
    /// How many reports wait in the outbox: other pages show it without opening the archive.
    Waiting,
}

impl Setting {
    const fn name(self) -> &'static str {
        match self {
            Self::Shared => "bersama",
            Self::Waiting => "antre",
        }
    }
}

/// What is kept of it; empty if nothing is.
pub(crate) fn get(setting: Setting) -> String {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(setting.name()).ok().flatten());
    kept.unwrap_or_default()
}

/// Keeps it; an empty text forgets it.
pub(crate) fn set(setting: Setting, text: &str) {
    let Ok(Some(storage)) = window().local_storage() else {
        return;
    };
    // A phone without room for a few letters keeps nothing else either.
    let _ = if text.is_empty() {
        storage.remove_item(setting.name())
    } else {
        storage.set_item(setting.name(), text)
    };
}

/// Heard on the window whenever [`Setting::Waiting`] may have changed; other tabs hear "storage".
pub(crate) const CHANGED: &str = "antre";

/// Tells this page that it may have changed.
pub(crate) fn tell() {
    if let Ok(event) = web_sys::Event::new(CHANGED) {
        let _ = window().dispatch_event(&event);
    }
}

/// Whether several people use this phone.
pub(crate) fn is_shared() -> bool {
    get(Setting::Shared) == "1"
}

/// Chooses whether several people use it.
pub(crate) fn share(is_shared: bool) {
    set(Setting::Shared, if is_shared { "1" } else { "" });
}

/// The report that this tab is about, so that it comes back after a reload or a change of language.
pub(crate) fn open_filing() -> Option<String> {
    window().session_storage().ok()??.get_item("draf").ok()?
}

/// Remembers the report that this tab is about.
pub(crate) fn open_next(key: Option<&str>) {
    let Ok(Some(storage)) = window().session_storage() else {
        return;
    };
    let _ = match key {
        Some(key) => storage.set_item("draf", key),
        None => storage.remove_item("draf"),
    };
}
