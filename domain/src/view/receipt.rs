//! What a citizen gets for a filed report: the proof, where it went and why, and the dates.

use super::{When, directory::AgencyName};
use crate::{
    kind::{Kind, ServiceKind, Visibility},
    routing::Why,
};
use serde::{Deserialize, Serialize};

/// A receipt. The secret is in it, so it is only ever drawn for who has just filed, or proved the secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptView {
    /// The tracking code.
    pub code: String,
    /// The secret, in groups.
    pub secret: String,
    /// Whether it was sent to the agency (certain), or proposed to the province desk.
    pub is_certain: bool,
    /// The agency it was sent or proposed to; `None` when nobody was named and no rule matched.
    pub to: Option<AgencyName>,
    /// Why there.
    pub why: Why,
    /// The kind.
    pub kind: Kind,
    /// The service by name, and its kind.
    pub service: Option<(String, ServiceKind)>,
    /// Where it happened.
    pub place: String,
    /// Who may see what.
    pub visibility: Visibility,
    /// When we received it.
    pub received: When,
    /// When the citizen sent it by their own clock, if it differs.
    pub filed: Option<When>,
    /// By when somebody checks it; `None` if it went straight to work.
    pub verified_by: Option<When>,
    /// Working days for the first reply, after it was sent on.
    pub first_response_days: u16,
    /// By when it is answered.
    pub answered_by: When,
    /// Working days for that, and the calendar's version.
    pub answer_days: u16,
    /// Version of the calendar the dates were computed with.
    pub calendar: u32,
    /// The hash of its entry in the chain of its home: 16 groups of four.
    pub proof: String,
}
