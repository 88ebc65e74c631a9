//! A joint case: the holder leads, partners have tasks. Source: `docs/rules.md`, "Joint case".

use crate::{
    case::{
        Case, Task, TaskState,
        change::{Acting, Change, Draft, Recorded},
        message::MessageKind,
    },
    deed::Act,
    id::AgencyId,
    kind::HandoffReason,
    limits,
    refusal::Refusal,
    text::{Line, Message, Sentence},
    time::Timestamp,
};

impl Case {
    pub(super) fn accept_task(&self, acting: Acting<'_>, no: u16) -> Result<Change, Refusal> {
        self.own_task(acting, no, |state| matches!(state, TaskState::Asked))?;
        let mut draft = Draft::of(self, acting, Act::AcceptTask);
        let at = draft.now();
        draft.set_task(no, TaskState::Accepted { at });
        draft.record(Recorded::of(Act::AcceptTask).about(self.holder));
        Ok(draft.finish())
    }

    pub(super) fn finish_task(&self, acting: Acting<'_>, no: u16, result: &Message) -> Result<Change, Refusal> {
        self.own_task(acting, no, |state| {
            matches!(state, TaskState::Asked | TaskState::Accepted { .. })
        })?;
        let mut draft = Draft::of(self, acting, Act::FinishTask);
        let at = draft.now();
        draft.set_task(no, TaskState::Done { at });
        draft.say(MessageKind::TaskResult, result.as_str(), None);
        draft.record(
            Recorded::of(Act::FinishTask)
                .about(self.holder)
                .written(&[("text", result.as_str())]),
        );
        Ok(draft.finish())
    }

    /// A declined task stays open until the province desk rules on it.
    pub(super) fn decline_task(
        &self,
        acting: Acting<'_>,
        no: u16,
        reason: HandoffReason,
        sentence: &Sentence,
    ) -> Result<Change, Refusal> {
        self.own_task(acting, no, |state| {
            matches!(state, TaskState::Asked | TaskState::Accepted { .. })
        })?;
        let mut draft = Draft::of(self, acting, Act::DeclineTask);
        let at = draft.now();
        draft.set_task(no, TaskState::Declined { at, reason });
        draft.record(
            Recorded::of(Act::DeclineTask)
                .about(self.holder)
                .because(reason.as_str())
                .sentence(sentence.as_str()),
        );
        Ok(draft.finish())
    }

    fn own_task(&self, acting: Acting<'_>, no: u16, is_right: impl Fn(&TaskState) -> bool) -> Result<(), Refusal> {
        let desk = acting.by.agency();
        match self
            .tasks
            .iter()
            .find(|task| task.no == no && Some(task.partner) == desk)
        {
            Some(task) if is_right(&task.state) => Ok(()),
            Some(_) => Err(Refusal::NotNow),
            None => Err(Refusal::NotYours),
        }
    }
}

impl Draft<'_> {
    /// Adds a task for a partner, due in [`limits::TASK_DAYS`] working days of the partner's calendar.
    pub(super) fn add_task(&mut self, partner: AgencyId, what: Line, is_accepted: bool) {
        let now = self.now();
        let calendar = self.book().tenant(partner).time.calendar();
        let due_at = Timestamp::end_of_day_wita(calendar.nth_working_day_after(now.wita_date(), limits::TASK_DAYS));
        let no = u16::try_from(self.case.tasks.len() + 1).unwrap_or(u16::MAX);
        let state = if is_accepted {
            TaskState::Accepted { at: now }
        } else {
            TaskState::Asked
        };
        self.case.tasks.push(Task {
            no,
            partner,
            what,
            asked_at: now,
            due_at,
            state,
        });
    }

    pub(super) fn set_task(&mut self, no: u16, state: TaskState) {
        if let Some(task) = self.case.tasks.iter_mut().find(|task| task.no == no) {
            task.state = state;
        }
    }

    /// Cancels the open tasks that `is_meant`.
    pub(super) fn cancel_tasks(&mut self, is_meant: impl Fn(&Task) -> bool) {
        let at = self.now();
        for task in self.case.tasks.iter_mut().filter(|task| task.is_open()) {
            if is_meant(task) {
                task.state = TaskState::Cancelled { at };
            }
        }
    }
}
