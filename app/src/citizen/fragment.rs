//! The secret out of a QR code: it stands in the fragment of the address, which no browser sends to a server.

use leptos::{prelude::*, web_sys::HtmlInputElement};
use wasm_bindgen::{JsCast as _, JsValue};

/// Puts the secret that a QR code brought into the field with this id, once, and takes it out of the address, so that
/// it stays in no history.
pub(super) fn use_secret_of_address(field: &'static str) {
    Effect::new(move |_| {
        let location = window().location();
        let secret = location.hash().unwrap_or_default();
        let secret = secret.trim_start_matches('#');
        let is_secret = secret.len() >= 16 && secret.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
        let input = document()
            .get_element_by_id(field)
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input.filter(|_| is_secret) else {
            return;
        };
        input.set_value(secret);
        let path = location.pathname().unwrap_or_default();
        let history = window().history();
        // Where the browser refuses, the address keeps what the reporter scanned.
        let _ = history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&path)));
    });
}
