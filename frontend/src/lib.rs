//! The front door: wakes the page that the server drew.

// A page is one type, as deep as its elements.
#![recursion_limit = "512"]

use app::{App, text};
use leptos::{mount::hydrate_from_async, prelude::*};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Hydrates the page with its words, as `/teks/{lang}` sent them. Done when every part of it answers.
///
/// # Errors
/// If the words are of another build: then the page stays as it was drawn, and the console says why.
#[wasm_bindgen]
pub async fn hydrate(words: Vec<u8>) -> Result<(), JsError> {
    let (Some(words), Some(body)) = (text::read(words), document().body()) else {
        return Err(JsError::new("the words are of another build than the page"));
    };
    let awake = hydrate_from_async(body, move || {
        provide_context(words);
        view! { <App/> }
    });
    awake.await.forget();
    Ok(())
}
