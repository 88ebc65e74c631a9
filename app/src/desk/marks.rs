//! How a status, a limit and a hand-off look: colour, drawing and word.

use domain::{
    case::{seat::Capacity, status::StatusCode},
    view::DeadlineView,
};

use crate::{
    parts::{Glyph, Tone, badge::mark},
    text::{Words, fill},
};

/// Working days left from which a limit is coloured. Source: the look, "Density of the desk".
const SOON_DAYS: u32 = 2;

/// What a badge or a line shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its colour.
    pub(super) tone: Tone,
    /// Its drawing.
    pub(super) glyph: Glyph,
    /// Its word.
    pub(super) word: String,
}

/// The status as this desk reads it: first what waits for the desk, then the status itself.
pub(super) fn status(code: StatusCode, capacity: Option<Capacity>, words: &Words) -> Mark {
    match capacity {
        Some(Capacity::Offered) if code == StatusCode::TransferPending => Mark {
            tone: Tone::Joint,
            glyph: Glyph::Handoff,
            word: words.queue.offered.to_owned(),
        },
        Some(Capacity::Partner) if code.is_open() => Mark {
            tone: Tone::Joint,
            glyph: Glyph::Joint,
            word: words.queue.joint.to_owned(),
        },
        _ => {
            let (tone, glyph) = mark(code);
            Mark {
                tone,
                glyph,
                word: words.status_for_desk.of(code).to_owned(),
            }
        }
    }
}

/// What is left of a limit: late, due today, soon, or plainly days.
pub(super) fn left(is_late: bool, days_late: u32, days_left: u32, words: &Words) -> Mark {
    let days = |sentence: &str, n: u32| fill(sentence, &[("n", &n.to_string())]);
    if is_late {
        Mark {
            tone: Tone::Late,
            glyph: Glyph::Warn,
            word: days(words.common.days_late, days_late.max(1)),
        }
    } else {
        let tone = if days_left <= SOON_DAYS {
            Tone::Wait
        } else {
            Tone::Plain
        };
        let word = if days_left == 0 {
            words.common.due_today.to_owned()
        } else {
            days(words.common.days_left, days_left)
        };
        Mark {
            tone,
            glyph: Glyph::Clock,
            word,
        }
    }
}

/// What is left of a limit of a case; nothing while it stands still.
pub(super) fn left_of(limit: &DeadlineView, words: &Words) -> Mark {
    if limit.is_paused && !limit.is_late {
        return Mark {
            tone: Tone::Plain,
            glyph: Glyph::Pause,
            word: words.common.clock_stopped.to_owned(),
        };
    }
    left(limit.is_late, limit.days_late, limit.days_left, words)
}
