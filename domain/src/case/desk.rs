//! What a desk does with its cases: verify, ask, reply, start, answer.

use crate::{
    case::clocks::resolution_of,
    case::{
        Case, Former, Promise, WaitingAnswer,
        change::{Acting, Change, Draft, Opening, Recorded},
        message::{MessageKind, Named},
        status::{Asking, Request, Status, Working},
    },
    deadline::LimitKind,
    deed::{Act, AnswerText, Classification, Pledge},
    id::{AgencyId, PersonId},
    kind::{Kind, Subject},
    limits,
    permit::{Actor, Role},
    refusal::Refusal,
    text::{Message, Reason, Sentence},
};

impl Case {
    pub(super) fn verify(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::Verify);
        draft.send_to(self.holder);
        draft.record(Recorded::of(Act::Verify).about(self.holder));
        draft.finish()
    }

    pub(super) fn dispatch(&self, acting: Acting<'_>, to: AgencyId, sentence: &Sentence) -> Result<Change, Refusal> {
        if !acting.book.is_tenant(to) {
            return Err(Refusal::WrongAgency);
        }
        let mut draft = Draft::of(self, acting, Act::Dispatch);
        draft.hand_to(to);
        draft.send_to(to);
        draft.record(Recorded::of(Act::Dispatch).about(to).sentence(sentence.as_str()));
        Ok(draft.finish())
    }

    pub(super) fn classify(&self, acting: Acting<'_>, new: Classification) -> Result<Change, Refusal> {
        let is_whistle = |kind| kind == Kind::Whistleblowing;
        if new
            .kind
            .is_some_and(|kind| kind != self.kind && (is_whistle(kind) || is_whistle(self.kind)))
        {
            return Err(Refusal::FlagNeeded);
        }
        let is_new_fee = new.subject == Some(Subject::IllegalFee) && self.facts.subject != Some(Subject::IllegalFee);
        if is_new_fee && !self.is_restricted() {
            return Err(Refusal::FlagNeeded);
        }
        let mut draft = Draft::of(self, acting, Act::Classify);
        if let Some(kind) = new.kind.filter(|kind| *kind != self.kind) {
            draft.case.kind = kind;
            draft.case.clocks.resolve_within(acting.book, resolution_of(kind));
        }
        draft.case.facts.subject = new.subject.or(draft.case.facts.subject);
        draft.case.facts.service = new.service.or(draft.case.facts.service.take());
        draft.case.facts.category = new.category.or(draft.case.facts.category.take());
        draft.case.facts.title = new.title.or(draft.case.facts.title.take());
        draft.case.is_urgent = new.is_urgent.unwrap_or(draft.case.is_urgent);
        let kind = draft.case.kind.as_str();
        draft.record(Recorded::of(Act::Classify).because(kind));
        Ok(draft.finish())
    }

    pub(super) fn assign(&self, acting: Acting<'_>, to: Option<PersonId>) -> Change {
        let mut draft = Draft::of(self, acting, Act::Assign);
        draft.case.handler = to;
        draft.record(Recorded::of(Act::Assign));
        draft.finish()
    }

    pub(super) fn note(&self, acting: Acting<'_>, text: &Message) -> Change {
        let mut draft = Draft::of(self, acting, Act::Note);
        draft.say(MessageKind::Note, text.as_str(), None);
        draft.record(Recorded::of(Act::Note).written(&[("text", text.as_str())]));
        draft.finish()
    }

    /// Two requests are the desk's own; each further one needs the liaison officer (a known way to stop a clock).
    pub(super) fn check_data_request(&self, acting: Acting<'_>) -> Result<(), Refusal> {
        let is_liaison = matches!(acting.by, Actor::Officer(officer) if matches!(officer.role, Role::LiaisonOfficer | Role::ProvinceAdmin | Role::Inspectorate));
        if self.data_requests >= limits::DATA_REQUESTS_FREE && !is_liaison {
            Err(Refusal::LiaisonNeeded)
        } else {
            Ok(())
        }
    }

    pub(super) fn ask_data(&self, acting: Acting<'_>, text: &Message) -> Change {
        let mut draft = Draft::of(self, acting, Act::AskData);
        let now = draft.now();
        let from = self.status.working().map_or(Asking::Submitted, Asking::Working);
        let due_at = acting.book.deadline(self.holder, LimitKind::CitizenData, now, &[]).due;
        draft.case.status = Status::NeedInfo(Request {
            from,
            asked_at: now,
            due_at,
        });
        draft.case.data_requests = self.data_requests.saturating_add(1);
        draft.case.clocks.paused(now);
        draft.say(MessageKind::Question, text.as_str(), None);
        draft.record(Recorded::of(Act::AskData).written(&[("text", text.as_str())]));
        draft.finish()
    }

    pub(super) fn reply(&self, acting: Acting<'_>, text: &Message, pledge: Option<Pledge>) -> Result<Change, Refusal> {
        let mut draft = Draft::of(self, acting, Act::Reply);
        draft.promise(pledge)?;
        draft.case.clocks.replied(acting.at.now);
        draft.say(MessageKind::Reply, text.as_str(), None);
        draft.record(Recorded::of(Act::Reply).written(&[("text", text.as_str())]));
        Ok(draft.finish())
    }

    pub(super) fn start(&self, acting: Acting<'_>, text: &Message, pledge: Pledge) -> Result<Change, Refusal> {
        let mut draft = Draft::of(self, acting, Act::Start);
        draft.promise(Some(pledge))?;
        draft.case.status = Status::InProgress;
        draft.case.clocks.replied(acting.at.now);
        draft.say(MessageKind::Reply, text.as_str(), None);
        draft.record(Recorded::of(Act::Start).written(&[("text", text.as_str())]));
        Ok(draft.finish())
    }

    /// No answer while a partner's task is open; one answer waits for approval at a time, and not for its writer's.
    pub(super) fn check_answer(&self, acting: Acting<'_>, act: Act) -> Result<(), Refusal> {
        if act != Act::ReturnAnswer && self.has_open_task() {
            return Err(Refusal::TaskOpen);
        }
        match (&self.waiting_answer, act) {
            (Some(_), Act::Answer) => Err(Refusal::AlreadyWaiting),
            (None, Act::ApproveAnswer | Act::ReturnAnswer) => Err(Refusal::NotNow),
            (Some(waiting), Act::ApproveAnswer) if is_same_person(acting.by, waiting.by) => Err(Refusal::SecondPerson),
            (Some(_) | None, _) => Ok(()),
        }
    }

    /// The final answer. Where the tenant wants approval, an answer by a handler waits for the liaison officer.
    pub(super) fn answer(&self, acting: Acting<'_>, answer: AnswerText) -> Change {
        let mut draft = Draft::of(self, acting, Act::Answer);
        match acting.by {
            Actor::Officer(officer)
                if acting.book.tenant(self.holder).approves_answers && !role_approves(officer.role) =>
            {
                draft.record(
                    Recorded::of(Act::Answer)
                        .because("waits_for_approval")
                        .written(&[("text", answer.text.as_str())]),
                );
                draft.case.waiting_answer = Some(WaitingAnswer {
                    by: officer.id,
                    answer,
                    at: acting.at.now,
                });
            }
            Actor::Officer(_) | Actor::Reporter | Actor::Clock => draft.respond(Act::Answer, &answer),
        }
        draft.finish()
    }

    pub(super) fn approve_answer(&self, acting: Acting<'_>) -> Result<Change, Refusal> {
        let waiting = self.waiting_answer.clone().ok_or(Refusal::NotNow)?;
        let mut draft = Draft::of(self, acting, Act::ApproveAnswer);
        draft.respond(Act::ApproveAnswer, &waiting.answer);
        Ok(draft.finish())
    }

    pub(super) fn return_answer(&self, acting: Acting<'_>, note: &Message) -> Change {
        let mut draft = Draft::of(self, acting, Act::ReturnAnswer);
        draft.case.waiting_answer = None;
        draft.say(MessageKind::Note, note.as_str(), None);
        draft.record(Recorded::of(Act::ReturnAnswer).written(&[("text", note.as_str())]));
        draft.finish()
    }

    pub(super) fn open_identity(&self, acting: Acting<'_>, reason: &Reason) -> Change {
        let mut draft = Draft::of(self, acting, Act::OpenIdentity);
        draft.opening = Some(Opening {
            by: acting.by.into(),
            reason: reason.as_str().to_owned(),
            at: acting.at.now,
        });
        draft.record(Recorded::of(Act::OpenIdentity).written(&[("reason", reason.as_str())]));
        draft.finish()
    }
}

impl Case {
    /// A new receipt, handed over at a counter. The secret itself is drawn and kept where receipts are.
    pub(super) fn new_receipt(&self, acting: Acting<'_>, reason: &Reason) -> Change {
        let mut draft = Draft::of(self, acting, Act::NewReceipt);
        draft.record(Recorded::of(Act::NewReceipt).sentence(reason.as_str()));
        draft.finish()
    }
}

/// Whether this role answers for its desk, so that its own answers go out at once.
const fn role_approves(role: Role) -> bool {
    matches!(
        role,
        Role::LiaisonOfficer | Role::AgencyHead | Role::ProvinceAdmin | Role::Inspectorate
    )
}

/// Whether `actor` is this person.
pub(super) fn is_same_person(actor: &Actor, person: PersonId) -> bool {
    matches!(actor, Actor::Officer(officer) if officer.id == person)
}

impl Draft<'_> {
    /// The case moves to another holder; the old one keeps a seat as former. A task of the new holder is cancelled.
    pub(super) fn hand_to(&mut self, to: AgencyId) {
        if self.case.holder == to {
            return;
        }
        let (from, now) = (self.case.holder, self.now());
        self.case.formers.retain(|former| former.agency != from);
        self.case.formers.push(Former {
            agency: from,
            until: now,
        });
        self.case.holder = to;
        self.case.handler = None;
        self.case.waiting_answer = None;
        self.case.prolonging = None;
        self.case.together = None;
        self.cancel_tasks(|task| task.partner == to);
    }

    /// The case is verified and stands at its agency.
    pub(super) fn send_to(&mut self, desk: AgencyId) {
        let (book, now) = (self.book(), self.now());
        self.case.status = Working::Dispatched.into();
        self.case.clocks.dispatched(book, desk, now);
    }

    /// Keeps a dated promise.
    pub(super) fn promise(&mut self, pledge: Option<Pledge>) -> Result<(), Refusal> {
        let Some(Pledge { act, by: due_on }) = pledge else {
            return Ok(());
        };
        let at = self.now();
        if due_on < at.wita_date() {
            return Err(Refusal::DatePassed);
        }
        let no = u16::try_from(self.case.promises.len() + 1).unwrap_or(u16::MAX);
        self.case.promises.push(Promise {
            no,
            by: self.case.holder,
            act,
            due_on,
            at,
        });
        Ok(())
    }

    /// The answer goes out; the reporter has ten working days, counted from the last open promise if one is later.
    fn respond(&mut self, act: Act, answer: &AnswerText) {
        let (book, now) = (self.book(), self.now());
        let close_at = self.case.closing_after(book, now);
        self.case.status = Status::Responded { at: now, close_at };
        self.case.clocks.answered(now);
        self.case.answers = self.case.answers.saturating_add(1);
        self.case.answered_at = Some(now);
        self.case.reopenings_of_answer = 0;
        self.case.rating = None;
        self.case.waiting_answer = None;
        self.case.prolonging = None;
        let named = Named {
            act: answer.act.clone(),
            on: answer.on,
            unit: answer.unit.clone(),
        };
        self.say(MessageKind::Answer, answer.text.as_str(), Some(named));
        self.record(Recorded::of(act).written(&[("text", answer.text.as_str())]));
    }
}
