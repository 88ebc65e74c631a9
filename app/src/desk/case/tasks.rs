//! A joint case: one line per agency, and what the reader's own tasks ask for.

use domain::{
    deed::Act,
    view::{CaseView, TaskStateCode, TaskView},
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{HandoffReasonField, MessageField, SentenceField},
    form::ActForm,
    ruling::TaskRuling,
};
use crate::{
    desk::marks,
    parts::{Button, ButtonKind, Card, Glyph, Partner, Partners, Tone, badge::mark},
    text::{Words, fill, use_text},
};

/// The agencies of the case, the lead first; below them the acts on tasks.
#[component]
pub(super) fn Tasks(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case.clone();
    (!case.tasks.is_empty()).then(|| {
        let lead = lead(&case, words);
        let partners = std::iter::once(lead)
            .chain(case.tasks.iter().map(|task| partner(task, words)))
            .collect();
        let acts = case
            .tasks
            .clone()
            .into_iter()
            .map(|task| view! { <TaskActs shown=shown.clone() task/> });
        let acts = acts.collect_view();
        view! {
            <Card id="bersama-judul" title=words.case_desk.joint>
                <Partners partners/>
                {acts}
            </Card>
        }
    })
}

fn initials(name: &str) -> String {
    name.chars().take(2).collect()
}

fn lead(case: &CaseView, words: &Words) -> Partner {
    let (tone, glyph) = mark(case.status.code);
    Partner {
        initials: initials(&case.holder.short),
        name: case.holder.short.clone(),
        part: words.tracking.lead_agency.to_owned(),
        task: words.case_desk.lead_task.to_owned(),
        state: (tone, glyph, words.status_for_desk.of(case.status.code).to_owned()),
    }
}

fn partner(task: &TaskView, words: &Words) -> Partner {
    let line = fill(
        words.case_desk.task_line,
        &[("what", &task.what), ("date", &task.due.long)],
    );
    let word = words.task_states.of(task.state).to_owned();
    let state = match task.state {
        TaskStateCode::Done => (Tone::Good, Glyph::Done, word),
        TaskStateCode::Declined => (Tone::Joint, Glyph::Cross, word),
        TaskStateCode::Cancelled => (Tone::Plain, Glyph::Cross, word),
        TaskStateCode::Asked | TaskStateCode::Accepted => {
            // A late task has no count of its own: its date stands in the line above.
            let left = marks::left(false, 0, task.days_left, words);
            if task.is_late {
                (Tone::Late, Glyph::Warn, words.case_desk.task_late.to_owned())
            } else {
                (left.tone, left.glyph, format!("{word} · {}", left.word))
            }
        }
    };
    Partner {
        initials: initials(&task.partner.short),
        name: task.partner.short.clone(),
        part: words.tracking.partner_agency.to_owned(),
        task: line,
        state,
    }
}

/// What the reader may do with one task: accept, finish or decline their own; rule on a declined one.
#[component]
fn TaskActs(
    /// What was read.
    shown: Shown,
    /// The task.
    task: TaskView,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let form = |acts: &'static [Act]| shown.acting.form(case, acts).of_task(task.no);
    let is_asked = task.is_ours && task.state == TaskStateCode::Asked;
    let is_open = is_asked || (task.is_ours && task.state == TaskStateCode::Accepted);
    let accept = (is_asked && case.may(Act::AcceptTask)).then(|| {
        let form = form(&[Act::AcceptTask]);
        view! {
            <ActForm form>
                <Button word=words.acts.accept_task glyph=Glyph::Check kind=ButtonKind::MainWide busy=form.is_busy()/>
            </ActForm>
        }
    });
    let finish = (is_open && case.may(Act::FinishTask)).then(|| {
        let form = form(&[Act::FinishTask]);
        view! {
            <ActForm form>
                <MessageField form label=words.case_desk.task_result hint=words.case_desk.task_result_hint rows=3/>
                <Button word=words.acts.finish_task glyph=Glyph::Done busy=form.is_busy()/>
            </ActForm>
        }
    });
    let decline = (is_open && case.may(Act::DeclineTask)).then(|| {
        let form = form(&[Act::DeclineTask]);
        view! {
            <details class="define">
                <summary>{words.acts.decline_task}</summary>
                <ActForm form>
                    <HandoffReasonField form/>
                    <SentenceField form/>
                    <Button word=words.acts.decline_task kind=ButtonKind::Risk busy=form.is_busy()/>
                </ActForm>
            </details>
        }
    });
    let ruling =
        (task.state == TaskStateCode::Declined).then(|| view! { <TaskRuling shown=shown.clone() no=task.no/> });
    view! { {accept}{finish}{decline}{ruling} }
}
