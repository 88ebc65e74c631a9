//! What a phone keeps and sends by itself: drafts, reports on their way, and receipts.
//!
//! Everything here runs in the browser only: from effects, events and tasks, which a server never runs. What is kept
//! lies in IndexedDB ([`db`]) in the shapes of [`kept`]; it never leaves the phone but by [`outbox`], which sends each
//! report once, however often the line breaks.

#![allow(
    unreachable_pub,
    reason = "a component's properties are made as public as it asks for, and more"
)]

pub(crate) mod db;
pub(crate) mod fields;
pub(crate) mod kept;
pub(crate) mod map;
pub(crate) mod net;
pub(crate) mod outbox;
pub(crate) mod position;
pub(crate) mod receipts;
pub(crate) mod settings;
pub(crate) mod shrink;
pub(crate) mod strip;
pub(crate) mod upload;
pub(crate) mod vault;

use js_sys::{Date, Uint8Array};
use leptos::prelude::window;
use uuid::Builder;
use wasm_bindgen::JsCast as _;

/// Now by the phone's own clock. Unit: milliseconds since 1970.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a date has far fewer milliseconds than an i64 holds"
)]
pub(crate) fn now_ms() -> i64 {
    Date::now() as i64
}

/// A new UUIDv7: names a report or a file before the server knows it.
pub(crate) fn new_id() -> String {
    let random: [u8; 10] = random();
    let millis = u64::try_from(now_ms()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .hyphenated()
        .to_string()
}

/// Random bytes of the browser, good enough for keys.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let bytes = Uint8Array::new_with_length(u32::try_from(N).unwrap_or(0));
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_js_u8_array(bytes.unchecked_ref());
    }
    let mut random = [0; N];
    bytes.copy_to(&mut random);
    random
}
