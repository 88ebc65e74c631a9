//! What only the server has: the context of a render or a server function.
#![cfg(feature = "ssr")]

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use domain::{lang::Lang, permit::Officer};
use leptos::{nonce::Nonce, prelude::*};
use leptos_axum::ResponseOptions;
use portal::Portal;

use crate::{error::AppError, staff::Reader, text::Words};

/// What every request carries: put there by one layer of the server, read by every page and server function.
#[derive(Clone)]
pub struct Door {
    /// The nonce of this response's content security policy.
    pub nonce: Nonce,
    /// The officer who is signed in.
    pub officer: Option<Arc<Officer>>,
    /// The words in the reader's language.
    pub words: &'static Words,
    /// The office.
    pub portal: Portal,
}

impl Door {
    /// The reader's language.
    pub fn lang(&self) -> Lang {
        Lang::from_code(self.words.common.lang).unwrap_or_default()
    }
}

/// Gives the request's [`Door`] to the components below. `leptos_axum` has provided the request's `Parts` by then.
///
/// The manifest of the chunks is kept back: with it Leptos preloads them all, also on a phone that saves data, and
/// before the page is usable. `boot.js` wakes the page when it is idle, and the chunks come then.
pub fn provide_door() {
    let Ok(door) = door() else { return };
    provide_context(door.nonce);
    provide_context(door.words);
}

/// What this request carries.
///
/// # Errors
/// [`AppError::Internal`] outside of a request.
pub fn door() -> Result<Door, AppError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Door>().cloned())
        .ok_or(AppError::Internal)
}

/// The officer who asks.
///
/// # Errors
/// [`AppError::SignIn`] if nobody is signed in.
pub fn officer() -> Result<Arc<Officer>, AppError> {
    door()?.officer.ok_or(AppError::SignIn)
}

/// The officer who asks, as their pages name them.
///
/// # Errors
/// [`AppError::SignIn`] if nobody is signed in.
pub fn reader() -> Result<Reader, AppError> {
    let (door, officer) = (door()?, officer()?);
    Ok(Reader {
        agency: door.portal.agency(officer.agency),
        name: officer.name.as_str().to_owned(),
        unit: officer.unit.as_ref().map(|unit| unit.as_str().to_owned()),
        role: officer.role,
    })
}

/// Gives the page that is being drawn the status that the error means, and hands the error on.
pub fn with_status(error: AppError) -> AppError {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status())) {
        response.set_status(status);
    }
    error
}

/// Where a form that was posted without scripts goes on. A call by a page reads it from the answer instead.
pub fn go_on(path: &str) {
    if let (Some(response), Ok(path)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        response.insert_header(header::LOCATION, path);
    }
}

/// What the office answers, as the page reads it. A cause is logged here, once, and goes no further.
impl From<portal::Error> for AppError {
    fn from(error: portal::Error) -> Self {
        match error {
            portal::Error::Forbidden => Self::Forbidden,
            portal::Error::Missing => Self::Missing,
            portal::Error::Refused(refusal) => Self::Refused(refusal),
            portal::Error::Stale { version } => Self::Stale {
                version: u32::try_from(version).unwrap_or(0),
            },
            portal::Error::Fields(fields) => Self::Fields(fields),
            portal::Error::TooMany => Self::TooMany,
            error @ (portal::Error::Store(_) | portal::Error::Broken(_)) => {
                tracing::error!(cause = %error, "failed");
                Self::Internal
            }
        }
    }
}
