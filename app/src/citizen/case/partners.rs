//! The agencies of a joint case: one line each.

use domain::view::{CaseView, TaskStateCode, TaskView};
use leptos::prelude::*;

use super::talk::initials;
use crate::{
    parts::{Card, Glyph, Partner, Partners as Lines, Tone, badge::mark},
    text::{Words, fill, use_text},
};

/// The lead and each partner with its task; nothing while one agency works alone.
#[component]
pub(super) fn Partners(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    (!case.tasks.is_empty()).then(|| {
        let (tone, glyph) = mark(case.status.code);
        let lead = Partner {
            initials: initials(&case.holder.short),
            name: case.holder.short.clone(),
            part: words.tracking.lead_agency.to_owned(),
            task: words.tracking.lead_task.to_owned(),
            state: (tone, glyph, super::status::word(&case, words)),
        };
        let partners: Vec<Partner> = std::iter::once(lead)
            .chain(case.tasks.iter().map(|task| partner(task, words)))
            .collect();
        let title = fill(words.tracking.joint, &[("n", &partners.len().to_string())]);
        view! { <Card id="joint" title><Lines partners/></Card> }
    })
}

fn partner(task: &TaskView, words: &Words) -> Partner {
    let is_open = matches!(task.state, TaskStateCode::Asked | TaskStateCode::Accepted);
    let by = fill(words.receipt.by, &[("date", &task.due.long)]);
    let word = words.task_states.of(task.state).to_owned();
    let state = match task.state {
        TaskStateCode::Asked | TaskStateCode::Accepted if task.is_late => {
            (Tone::Late, Glyph::Warn, words.tracking.task_late.to_owned())
        }
        TaskStateCode::Asked | TaskStateCode::Accepted if task.days_left == 0 => {
            (Tone::Wait, Glyph::Clock, words.common.due_today.to_owned())
        }
        TaskStateCode::Asked | TaskStateCode::Accepted => {
            let left = fill(words.common.days_left, &[("n", &task.days_left.to_string())]);
            (Tone::Wait, Glyph::Clock, left)
        }
        TaskStateCode::Done => (Tone::Good, Glyph::Done, word),
        TaskStateCode::Declined => (Tone::Joint, Glyph::Office, word),
        TaskStateCode::Cancelled => (Tone::Plain, Glyph::Cross, word),
    };
    Partner {
        initials: initials(&task.partner.short),
        name: task.partner.short.clone(),
        part: words.tracking.partner_agency.to_owned(),
        task: if is_open {
            format!("{}, {by}", task.what)
        } else {
            task.what.clone()
        },
        state,
    }
}
