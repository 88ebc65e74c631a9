//! What can go wrong between the archive and its reader.

/// Why the archive did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else changed the record since it was read; nothing was written.
    #[error("the record changed since it was read")]
    Stale,
    /// A whole write was undone, for a reason that lies outside its own work.
    #[error("the write was not kept: {0}")]
    NotKept(String),
    /// A column holds a code that the rule book does not know: the database is newer than this program.
    #[error("{column} holds \"{found}\", which is no known code")]
    UnknownCode {
        /// Table and column, as `service.kind`.
        column: &'static str,
        /// What it holds.
        found: String,
    },
    /// The database refused or failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// The place where bytes of files lie refused or failed.
    #[error("the files cannot be reached: {0}")]
    Vault(#[from] object_store::Error),
    /// The schema could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
}

/// The member of a closed list that `column` holds.
///
/// # Errors
/// [`Error::UnknownCode`] if `find` does not know it.
pub(crate) fn known<T>(column: &'static str, found: &str, find: fn(&str) -> Option<T>) -> Result<T, Error> {
    find(found).ok_or_else(|| Error::UnknownCode {
        column,
        found: found.to_owned(),
    })
}
