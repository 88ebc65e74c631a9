//! A desk's queue: rows by deadline, and the counters beside them.

use super::{When, directory::AgencyName};
use crate::{
    case::{
        seat::{Capacity, Queue},
        status::StatusCode,
    },
    codes::codes,
    kind::Kind,
};
use serde::{Deserialize, Serialize};

codes! {
    /// A view of the queue, as it stands in the address: `/meja?antrean=…`.
    pub enum QueueFilter {
        /// To be worked on.
        Work = "kerja",
        /// The reader's own.
        Mine = "saya",
        /// Past their limit.
        Late = "terlambat",
        /// Somebody else acts next.
        Waiting = "menunggu",
        /// Offers and tasks that wait for us.
        AwaitingUs = "ditunggu",
        /// Ended.
        Ended = "selesai",
    }
}

impl QueueFilter {
    /// The list it reads.
    #[must_use]
    pub const fn queue(self) -> Queue {
        match self {
            Self::Work | Self::Mine | Self::Late => Queue::Work,
            Self::Waiting => Queue::Waiting,
            Self::AwaitingUs => Queue::AwaitingUs,
            Self::Ended => Queue::Ended,
        }
    }
}

/// One row of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    /// The tracking code; also its address.
    pub code: String,
    /// The public title, or the first words. The code alone for a former holder.
    pub heading: String,
    /// The kind.
    pub kind: Kind,
    /// The status.
    pub status: StatusCode,
    /// In what capacity this desk looks.
    pub capacity: Capacity,
    /// Who owns it.
    pub holder: AgencyName,
    /// The service, by code.
    pub service: Option<String>,
    /// "Sekatak, Bulungan".
    pub place: String,
    /// The limit that runs for this desk.
    pub due: Option<When>,
    /// Working days left, when it has not passed.
    pub days_left: u32,
    /// Working days past the limit.
    pub days_late: u32,
    /// Whether it has passed.
    pub is_late: bool,
    /// On top of every queue.
    pub is_urgent: bool,
    /// First name of the officer at work on it.
    pub handler: Option<String>,
    /// Whether that is the reader.
    pub is_mine: bool,
}

/// How many cases stand in each view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueCounts {
    /// To be worked on.
    pub work: i64,
    /// The reader's own.
    pub mine: i64,
    /// Past their limit.
    pub late: i64,
    /// Somebody else acts next.
    pub waiting: i64,
    /// Offers and tasks that wait for us.
    pub awaiting_us: i64,
}

/// One page of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueuePage {
    /// The desk.
    pub desk: AgencyName,
    /// Which view.
    pub filter: QueueFilter,
    /// The counters.
    pub counts: QueueCounts,
    /// At most [`ROWS_MAX`] rows, urgent first, then by deadline.
    pub rows: Vec<QueueRow>,
    /// The key of the next page, for `?sesudah=`.
    pub next: Option<String>,
    /// When this was read.
    pub as_of: When,
}

/// Rows of one page. Unit: cases. More is no longer read, only scrolled.
pub const ROWS_MAX: usize = 25;
