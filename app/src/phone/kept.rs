//! The shapes of what a phone keeps. They outlive releases: a changed shape is a new member of its enum, and the old
//! ones are still read.

use domain::text::FieldError;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::error::AppError;

/// A report from its first word to its receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Filing {
    /// UUIDv7, the key by which the server takes it once.
    pub key: String,
    /// Name and text of every field, as the form has them.
    pub fields: Vec<(String, String)>,
    /// Photos and papers, in their order.
    pub files: Vec<KeptFile>,
    /// Where its writer was, as the id of the step's heading.
    pub step: String,
    /// When it was last changed, by the phone's clock. Unit: milliseconds since 1970.
    pub touched_at_ms: i64,
    /// Whether it is still being written, or on its way.
    pub state: State,
}

/// Where a report on the phone stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum State {
    /// Being written.
    Draft,
    /// To be sent as soon as the line allows.
    Queued(Turn),
    /// The server did not take it: its writer has to look at it again.
    Refused {
        /// As the form shows them.
        problems: Vec<(String, FieldError)>,
        /// What is wrong with the whole.
        error: Option<AppError>,
    },
}

/// A report's turn in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turn {
    /// When its writer pressed "send", by the phone's clock.
    pub at_ms: i64,
    /// Attempts that came to nothing since the line was last seen.
    pub tries: u32,
    /// Not before this instant, by the phone's clock.
    pub next_ms: i64,
}

/// A file of a report. Its bytes lie apart, under its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptFile {
    /// UUIDv7; names the upload.
    pub id: String,
    /// As the phone calls it.
    pub name: String,
    /// Its media type, as the phone says.
    pub kind: String,
    /// Size as it is sent. Unit: bytes.
    pub bytes: u64,
    /// How much the server has. Unit: bytes.
    pub sent: u64,
    /// Why the server does not take it.
    pub refused: Option<FieldError>,
}

/// What is kept of a report that was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Receipt {
    /// The tracking code.
    pub code: String,
    /// The secret, in groups.
    pub secret: String,
    /// The first words of the story.
    pub title: String,
    /// When it was received, as a sentence has it.
    pub received: String,
}

/// A record as it lies in the archive of the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Record<T> {
    V1(T),
}

/// Bytes to keep; never read by another program.
pub(crate) fn to_bytes<T: Serialize + Clone>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(&Record::V1(value.clone())).unwrap_or_default()
}

/// What was kept; `None` if a newer release wrote it.
pub(crate) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let Record::V1(value) = postcard::from_bytes(bytes).ok()?;
    Some(value)
}

/// The waits between attempts, in milliseconds: two seconds, then twice as long each time, at most five minutes.
/// Source: our own; a phone on a ferry must not spend its battery on a line that is not there.
const WAIT_MS: (i64, i64) = (2_000, 300_000);

impl Turn {
    /// The first turn of a report whose writer pressed "send" now.
    pub(crate) const fn now(now_ms: i64) -> Self {
        Self {
            at_ms: now_ms,
            tries: 0,
            next_ms: now_ms,
        }
    }

    /// The turn after one that came to nothing.
    pub(crate) fn after_nothing(&self, now_ms: i64) -> Self {
        let (first, longest) = WAIT_MS;
        let wait = first.saturating_mul(1 << self.tries.min(16)).min(longest);
        Self {
            at_ms: self.at_ms,
            tries: self.tries.saturating_add(1),
            next_ms: now_ms.saturating_add(wait),
        }
    }
}

impl Filing {
    /// A report nobody has written into yet.
    pub(crate) const fn new(key: String) -> Self {
        Self {
            key,
            fields: Vec::new(),
            files: Vec::new(),
            step: String::new(),
            touched_at_ms: 0,
            state: State::Draft,
        }
    }

    /// The text of a field; empty if it has none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, text)| text.trim())
    }

    /// The first words of the story, at most 60 characters: what a list calls it by.
    pub(crate) fn title(&self) -> String {
        first_words(self.text("body"))
    }

    /// Its turn, if it is on its way.
    pub(crate) const fn turn(&self) -> Option<&Turn> {
        match &self.state {
            State::Queued(turn) => Some(turn),
            State::Draft | State::Refused { .. } => None,
        }
    }

    /// How much of its files the server has. Unit: per cent; 0 without files.
    pub(crate) fn percent(&self) -> u64 {
        let (sent, all) = self
            .files
            .iter()
            .fold((0, 0), |(sent, all), file| (sent + file.sent, all + file.bytes));
        (sent * 100).checked_div(all).unwrap_or(0)
    }
}

/// The first line, at most 60 characters, cut between words.
fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= 60 {
        return line.to_owned();
    }
    let cut: String = line.chars().take(60).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read_back_as_it_was_kept() {
        let mut filing = Filing::new("k".to_owned());
        filing.fields.push(("body".to_owned(), "Jalan rusak".to_owned()));
        filing.state = State::Queued(Turn::now(5));
        assert_eq!(from_bytes::<Filing>(&to_bytes(&filing)), Some(filing));
    }

    #[test]
    fn what_a_newer_release_wrote_is_left_alone() {
        assert_eq!(from_bytes::<Filing>(&[1, 0, 0]), None);
    }

    #[test]
    fn waits_double_up_to_five_minutes_and_never_forget_when_send_was_pressed() {
        let mut turn = Turn::now(0);
        let waits: Vec<i64> = (0..10)
            .map(|_| {
                turn = turn.after_nothing(0);
                turn.next_ms / 1_000
            })
            .collect();
        assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert_eq!(turn.at_ms, 0);
    }

    #[test]
    fn a_list_calls_a_report_by_its_first_words() {
        let mut filing = Filing::new(String::new());
        let story = "Permohonan izin penambangan batuan saya di Jelarai belum dijawab sejak dua bulan";
        filing.fields.push(("body".to_owned(), story.to_owned()));
        assert_eq!(
            filing.title(),
            "Permohonan izin penambangan batuan saya di Jelarai belum…"
        );
    }

    #[test]
    fn progress_counts_the_bytes_of_all_files() {
        let file = |bytes, sent| KeptFile {
            id: String::new(),
            name: String::new(),
            kind: String::new(),
            bytes,
            sent,
            refused: None,
        };
        let mut filing = Filing::new(String::new());
        assert_eq!(filing.percent(), 0);
        filing.files = vec![file(300, 300), file(100, 0)];
        assert_eq!(filing.percent(), 75);
    }
}
