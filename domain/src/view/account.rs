//! What a citizen sees of their own account: the reports that they put into it.

use super::When;
use crate::{case::status::StatusCode, deadline::LimitKind};
use serde::{Deserialize, Serialize};

/// `/saya`, as its reader finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountView {
    /// No e-mail leaves this installation, so nobody can sign in.
    Unavailable,
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is.
    Open(AccountPage),
}

/// The reports of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    /// The e-mail address that it was opened by, masked.
    pub address: String,
    /// Latest first.
    pub rows: Vec<AccountRow>,
    /// Where the earlier ones begin; empty if these are all.
    pub next: String,
}

/// One report of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    /// Its tracking code.
    pub code: String,
    /// The public title, or its first words.
    pub heading: String,
    /// Where it stands.
    pub status: StatusCode,
    /// The agency that the status names: the one that was asked, else the holder. `None` while the province must rule.
    pub agency: Option<String>,
    /// The next date: which limit, and its day. Without a limit it is the reporter's own: until then we wait for them.
    pub due: Option<(Option<LimitKind>, When)>,
    /// When we received it.
    pub received: When,
}

/// The account of who is signed in, as forms and pages name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnAccount {
    /// Stands for the account in a form: a draft that was written for one account is not sent into another.
    pub mark: String,
    /// The e-mail address that it was opened by, masked.
    pub address: String,
}
