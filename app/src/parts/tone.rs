//! The six tones in which a part may speak.

/// What a colour says. It never says it alone: an icon and a word stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Someone works on it.
    Info,
    /// Your turn, or nearly due.
    Wait,
    /// Done, confirmed.
    Good,
    /// Past its limit, an error, danger.
    Late,
    /// Between agencies, or at the province.
    Joint,
    /// Waiting, or ended without a verdict.
    #[default]
    Plain,
}

impl Tone {
    /// The class from which a part takes its colours; stands in `style/parts/tone.css`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Info => "is-info",
            Self::Wait => "is-wait",
            Self::Good => "is-good",
            Self::Late => "is-late",
            Self::Joint => "is-joint",
            Self::Plain => "is-plain",
        }
    }
}
