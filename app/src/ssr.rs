//! What only the server has: the context of a render or a server function.
#![cfg(feature = "ssr")]

use std::sync::Arc;

use axum::http::request::Parts;
use domain::permit::Officer;
use leptos::{nonce::Nonce, prelude::*};

use crate::{error::AppError, shell::Assets, text::Words};

/// What every request carries: put there by one layer of the server, read by every page and server function.
#[derive(Debug, Clone)]
pub struct Door {
    /// The nonce of this response's content security policy.
    pub nonce: Nonce,
    /// The officer who is signed in.
    pub officer: Option<Arc<Officer>>,
    /// The words in the reader's language.
    pub words: &'static Words,
}

/// Gives the request's [`Door`] to the components below. `leptos_axum` has provided the request's `Parts` by then.
pub fn provide_door(assets: &Assets) {
    let Some(door) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Door>().cloned()) else {
        return;
    };
    provide_context(door.nonce);
    provide_context(door.words);
    provide_context(assets.split.clone());
}

/// The officer who asks.
///
/// # Errors
/// [`AppError::SignIn`] if nobody is signed in.
pub fn officer() -> Result<Arc<Officer>, AppError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Door>().and_then(|door| door.officer.clone()))
        .ok_or(AppError::SignIn)
}
