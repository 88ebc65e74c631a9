//! The front door: wakes the page that the server drew.

// A page is one type, as deep as its elements.
#![recursion_limit = "512"]

use app::{App, text};
use leptos::{mount::hydrate_from_async, prelude::*};
use wasm_bindgen::prelude::wasm_bindgen;

/// Hydrates the page with its words, as `/teks/{lang}` sent them. Done when every part of it answers.
#[wasm_bindgen]
pub async fn hydrate(words: Vec<u8>) {
    let (Some(words), Some(body)) = (text::read(words), document().body()) else {
        return;
    };
    let awake = hydrate_from_async(body, move || {
        provide_context(words);
        view! { <App/> }
    });
    awake.await.forget();
}
