//! What people wrote on a case: the conversation, and the notes kept apart from it.

use crate::{
    codes::codes,
    file::Attachment,
    id::{AgencyId, PersonId},
    text::Line,
    time::Timestamp,
};
use jiff::civil::Date;

codes! {
    /// What a message is.
    pub enum MessageKind {
        /// The reporter adds to the case, or supplies what was asked.
        Addition = "addition",
        /// An agency asks for data.
        Question = "question",
        /// An agency writes.
        Reply = "reply",
        /// The final answer.
        Answer = "answer",
        /// The reporter says why it is not solved, or objects.
        Objection = "objection",
        /// What a partner found, shared when its task is done.
        TaskResult = "task_result",
        /// An internal note: its agency's own.
        Note = "note",
    }
}

/// Who wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The reporter.
    Reporter,
    /// An officer, shown by first name and unit.
    Officer {
        /// The desk.
        agency: AgencyId,
        /// The person.
        person: PersonId,
        /// First name.
        name: Line,
        /// Unit.
        unit: Option<Line>,
    },
}

/// The act, date and unit that an answer names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What was done.
    pub act: Line,
    /// When.
    pub on: Date,
    /// Who did it.
    pub unit: Line,
}

/// A message. Never changed once written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub kind: MessageKind,
    /// Who wrote it.
    pub by: Author,
    /// The text.
    pub text: String,
    /// What an answer names.
    pub named: Option<Named>,
    /// What was sent along.
    pub files: Vec<Attachment>,
    /// When.
    pub at: Timestamp,
}

impl Message {
    /// The desk whose own a note is; `None` for what everybody on the case reads.
    #[must_use]
    pub const fn own_of(&self) -> Option<AgencyId> {
        match (self.kind, &self.by) {
            (MessageKind::Note, Author::Officer { agency, .. }) => Some(*agency),
            _ => None,
        }
    }
}
