//! What the office answers when it does not do what was asked: few kinds, each named for what the person can do next.

use domain::{refusal::Refusal, text::FieldError};

/// Why the office did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// This role may not look here.
    #[error("this role may not do this")]
    Forbidden,
    /// Nothing is here for this reader; another's case, an accused agency's, and none answer alike.
    #[error("nothing is here for this reader")]
    Missing,
    /// The rule book refuses.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The case changed since it was read.
    #[error("the case is at version {version} now")]
    Stale {
        /// The version it has now.
        version: i64,
    },
    /// Fields that cannot be taken as they are, by name.
    #[error("fields to correct: {0:?}")]
    Fields(Vec<(String, FieldError)>),
    /// Too many attempts.
    #[error("too many attempts")]
    TooMany,
    /// The archive failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What a setting or a record says cannot be used.
    #[error("{0}")]
    Broken(String),
}
