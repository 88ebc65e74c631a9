//! Identifiers. All are UUIDv7, made by the caller: `domain` has no randomness.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The bare id, for the database.
            #[must_use]
            pub const fn uuid(self) -> Uuid { self.0 }
        }
    )+};
}

ids! {
    /// A tenant: one agency's desk, or the province desk.
    AgencyId
    /// A case, unique within its home.
    CaseId
    /// A person with an account.
    PersonId
    /// A file of a case. Made by the sender before the file arrives.
    FileId
}

/// What names a case everywhere: the desk where it began, for life, and its own id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseKey {
    /// The desk where the case began; leads every key and names the hash chain.
    pub home: AgencyId,
    /// The case.
    pub id: CaseId,
}
