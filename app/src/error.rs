//! What can go wrong between the page and the server, named for what the person can do next.

use domain::{refusal::Refusal, text::FieldError};
use leptos::server_fn::{
    codec::PostcardEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// An error as it crosses the wire. Causes stay in the log of the server, under the incident id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// Nobody is signed in, or the session ended: sign in again.
    SignIn,
    /// This reader may not do this.
    Forbidden,
    /// Nothing is here for this reader; another's case and no case answer alike.
    Missing,
    /// The rule book refuses this act, and says why.
    Refused(Refusal),
    /// Fields that cannot be taken as they were typed, by name: correct them, then send.
    Fields(Vec<(String, FieldError)>),
    /// The case changed meanwhile: read it again, then send.
    Stale {
        /// The version it has now.
        version: u32,
    },
    /// A value cannot be read: correct it, then send.
    Malformed,
    /// Too many attempts: wait.
    TooMany,
    /// The server cannot be reached: try again when the line is back.
    Offline,
    /// Our fault. The person can name the incident to us.
    Internal,
}

impl AppError {
    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self {
            Self::SignIn => 401,
            Self::Forbidden => 403,
            Self::Missing => 404,
            Self::Stale { .. } => 409,
            Self::Refused(_) | Self::Fields(_) | Self::Malformed => 422,
            Self::TooMany => 429,
            Self::Internal => 500,
            Self::Offline => 503,
        }
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl FromServerFnError for AppError {
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::Malformed
            }
            ServerFnErrorErr::Registration(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::Response(_) => Self::Internal,
        }
    }
}
