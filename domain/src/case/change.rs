//! A change to a case: a value that only the acts in this module's parent can build, and that `store` applies.

use crate::{
    case::{
        Case,
        event::{By, Event},
        message::{Author, Message, MessageKind, Named},
        status::{Status, StatusCode},
    },
    chain::{Commitment, SALT_BYTES},
    deed::Act,
    facts::Identity,
    file::{Attachment, SentFile},
    id::AgencyId,
    interval::{Charge, Waiting},
    permit::Actor,
    refusal::Refusal,
    routing::SpecialDesks,
    rule_book::RuleBook,
    time::Timestamp,
};
use sha2::{Digest, Sha256};

/// The moment of an act: its instant, and the randomness its salts are drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// 32 random bytes, fresh for each act.
    pub seed: [u8; 32],
}

impl Moment {
    fn salt(&self, place: usize) -> [u8; SALT_BYTES] {
        let hash = Sha256::new()
            .chain_update(self.seed)
            .chain_update((place as u64).to_be_bytes())
            .finalize();
        let mut salt = [0; SALT_BYTES];
        salt.iter_mut().zip(hash).for_each(|(place, byte)| *place = byte);
        salt
    }
}

/// An actor at a moment, under the rules of the province.
#[derive(Debug, Clone, Copy)]
pub struct Acting<'a> {
    /// The rules.
    pub book: &'a RuleBook,
    /// Who acts.
    pub by: &'a Actor,
    /// When.
    pub at: Moment,
}

/// Somebody opened the reporter's identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Who.
    pub by: By,
    /// Why, for the reporter to read.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// One change: the case before and after, and what is added to its history. Applied whole or not at all.
#[derive(Debug, Clone)]
pub struct Change {
    pub(super) before: Option<Case>,
    pub(super) after: Case,
    pub(super) events: Vec<Event>,
    pub(super) messages: Vec<Message>,
    pub(super) files: Vec<Attachment>,
    pub(super) identity: Option<Identity>,
    pub(super) opening: Option<Opening>,
    pub(super) erases_identity: bool,
}

impl Change {
    /// The same change with files sent along: with the report, or with the message that it brings. Each enters the
    /// history by a commitment to its hash.
    ///
    /// # Errors
    /// [`Refusal::FilesNotTaken`] if the change is neither a report nor a message that the reporter reads.
    /// Source: `docs/rules.md`, "Files".
    pub fn with_files(mut self, sent: Vec<SentFile>, desks: &SpecialDesks) -> Result<Self, Refusal> {
        if sent.is_empty() {
            return Ok(self);
        }
        let only = self.after.desk_for_few(desks);
        let is_anonymous = self.after.visibility.is_anonymous();
        // Whoever files for a citizen keeps to one desk what the citizen wants kept so.
        let is_by_reporter = self.before.is_none() || self.events.first().is_some_and(|event| event.by == By::Reporter);
        let files: Vec<Attachment> = sent
            .into_iter()
            .map(|sent| Attachment {
                only: (sent.is_for_province && is_anonymous && is_by_reporter).then_some(only),
                file: sent.file,
            })
            .collect();
        let Some(event) = self.events.first_mut() else {
            return Err(Refusal::FilesNotTaken);
        };
        let salt = event.salt;
        let committed = files
            .iter()
            .map(|sent| ("file", Commitment::new(salt, sent.file.hash.as_bytes())));
        event.commitments.extend(committed);
        match self.messages.iter_mut().find(|message| message.own_of().is_none()) {
            Some(message) => message.files = files,
            None if self.before.is_none() => self.files = files,
            None => return Err(Refusal::FilesNotTaken),
        }
        Ok(self)
    }

    /// Files that came with the report itself; on filing only. Those of a message stand with the message.
    #[must_use]
    pub fn files(&self) -> &[Attachment] {
        &self.files
    }

    /// The case as it was read; `None` for a new one.
    #[must_use]
    pub const fn before(&self) -> Option<&Case> {
        self.before.as_ref()
    }

    /// The case as it will be.
    #[must_use]
    pub const fn after(&self) -> &Case {
        &self.after
    }

    /// What happened, in order. At least one.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What was written.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Who reported; on filing only, and kept apart.
    #[must_use]
    pub const fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// Who opened the identity, to be logged.
    #[must_use]
    pub const fn opening(&self) -> Option<&Opening> {
        self.opening.as_ref()
    }

    /// Whether name and contact go, and with them the salt by which the filing's entry in the chain could be held
    /// against them. The entry itself stays, so the chain is whole.
    #[must_use]
    pub const fn erases_identity(&self) -> bool {
        self.erases_identity
    }
}

/// A change in the making. [`Draft::finish`] keeps what holds for every act.
pub(super) struct Draft<'a> {
    pub(super) acting: Acting<'a>,
    pub(super) case: Case,
    before: Option<Case>,
    from: StatusCode,
    events: Vec<Event>,
    messages: Vec<Message>,
    pub(super) identity: Option<Identity>,
    pub(super) opening: Option<Opening>,
    pub(super) erases_identity: bool,
}

impl<'a> Draft<'a> {
    /// Begins a change of `case`. A waiting proposal to archive is dropped by any act but its approval.
    pub(super) fn of(case: &Case, acting: Acting<'a>, act: Act) -> Self {
        let mut draft = Self::new(case.clone(), acting);
        draft.before = Some(case.clone());
        if act != Act::ApproveArchive {
            draft.case.archive = None;
        }
        draft
    }

    /// Begins a case.
    pub(super) fn new(case: Case, acting: Acting<'a>) -> Self {
        let from = case.status.code();
        Self {
            acting,
            case,
            before: None,
            from,
            events: Vec::new(),
            messages: Vec::new(),
            identity: None,
            opening: None,
            erases_identity: false,
        }
    }

    pub(super) const fn now(&self) -> Timestamp {
        self.acting.at.now
    }

    pub(super) const fn book(&self) -> &'a RuleBook {
        self.acting.book
    }

    /// Adds an event from the last status to the present one.
    pub(super) fn record(&mut self, what: Recorded<'_>) {
        let salt = self.acting.at.salt(self.events.len());
        let to = self.case.status.code();
        let written = what
            .written
            .iter()
            .copied()
            .chain(what.sentence.map(|sentence| ("sentence", sentence)));
        let event = Event {
            act: what.act,
            by: self.acting.by.into(),
            from: self.from,
            to,
            holder: self.case.holder,
            about: what.about,
            reason: what.reason,
            sentence: what.sentence.map(str::to_owned),
            at: self.now(),
            salt,
            commitments: written
                .map(|(name, text)| (name, Commitment::new(salt, text.as_bytes())))
                .collect(),
        };
        self.from = to;
        self.events.push(event);
    }

    /// Adds a message by the actor. The clock writes none.
    pub(super) fn say(&mut self, kind: MessageKind, text: &str, named: Option<Named>) {
        let by = match self.acting.by {
            Actor::Reporter => Author::Reporter,
            Actor::Officer(officer) => Author::Officer {
                agency: officer.agency,
                person: officer.id,
                name: officer.name.clone(),
                unit: officer.unit.clone(),
            },
            Actor::Clock => return,
        };
        self.messages.push(Message {
            kind,
            by,
            text: text.to_owned(),
            named,
            files: Vec::new(),
            at: self.now(),
        });
    }

    /// Ends the change: the right interval runs (or none), and the version counts on.
    pub(super) fn finish(mut self) -> Change {
        let now = self.now();
        self.end_publication();
        if self.case.status.is_end() {
            self.case.together = None;
            self.case.waiting_answer = None;
            self.case.prolonging = None;
            self.case.intervals.end(now);
        } else {
            let charge = charge_of(&self.case, self.acting.book.desks.province);
            self.case.intervals.switch(charge, now);
            self.case.keep_reachable();
        }
        self.case.version += 1;
        Change {
            before: self.before,
            after: self.case,
            events: self.events,
            messages: self.messages,
            files: Vec::new(),
            identity: self.identity,
            opening: self.opening,
            erases_identity: self.erases_identity,
        }
    }
}

/// What an event says beyond the status. Only what differs from act to act.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded<'t> {
    pub(super) act: Act,
    pub(super) about: Option<AgencyId>,
    pub(super) reason: Option<&'static str>,
    pub(super) sentence: Option<&'t str>,
    pub(super) written: &'t [(&'static str, &'t str)],
}

impl<'t> Recorded<'t> {
    pub(super) const fn of(act: Act) -> Self {
        Self {
            act,
            about: None,
            reason: None,
            sentence: None,
            written: &[],
        }
    }

    pub(super) const fn about(self, agency: AgencyId) -> Self {
        Self {
            about: Some(agency),
            ..self
        }
    }

    pub(super) const fn because(self, reason: &'static str) -> Self {
        Self {
            reason: Some(reason),
            ..self
        }
    }

    pub(super) const fn sentence(self, sentence: &'t str) -> Self {
        Self {
            sentence: Some(sentence),
            ..self
        }
    }

    pub(super) const fn written(self, written: &'t [(&'static str, &'t str)]) -> Self {
        Self { written, ..self }
    }
}

/// Who an open case waits for. Source: `docs/rules.md`, "Intervals".
pub(super) fn charge_of(case: &Case, province: AgencyId) -> Charge {
    let is_verified_by_province = matches!(case.status, Status::Submitted) && case.holder == province;
    Charge::of(&Waiting {
        holder: case.holder,
        province: is_verified_by_province || case.is_ruling_awaited(),
        citizen: matches!(case.status, Status::NeedInfo(_) | Status::Responded { .. }),
        offered_to: case.status.offer().map(|offer| offer.to),
        partner: case.next_task().map(|task| task.partner),
    })
}
