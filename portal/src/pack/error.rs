//! Why a pack cannot be used.

/// A pack that cannot be used; names the file, and the entry where it is one.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The file is missing or may not be read.
    #[error("{file}: cannot be read")]
    Unreadable {
        /// File name inside the pack's folder.
        file: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not the JSON expected of it; the source names line and column.
    #[error("{file}: {source}")]
    Malformed {
        /// File name inside the pack's folder.
        file: &'static str,
        /// Line, column and expectation.
        source: serde_json::Error,
    },
    /// One entry contradicts the rest of the pack.
    #[error("{file}: {entry}: {problem}")]
    Entry {
        /// File name inside the pack's folder.
        file: &'static str,
        /// Code or date of the entry.
        entry: String,
        /// What is wrong with it, as the end of a sentence.
        problem: String,
    },
}

impl PackError {
    pub(crate) fn entry(file: &'static str, entry: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::Entry {
            file,
            entry: entry.into(),
            problem: problem.into(),
        }
    }
}
