//! The reporter asks that who they are be forgotten. Source: `docs/rules.md`, "Erasure"; UU 27/2022, UU 43/2009.

use crate::{
    case::{
        Case,
        change::{Acting, Change, Draft, Recorded},
        check::only_if,
    },
    deed::Act,
    limits,
    refusal::Refusal,
    text::Sentence,
    time::Timestamp,
};

/// Where a request to erase name and contact stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erasure {
    /// It waits for the desk that holds the case, or for the province desk.
    Asked {
        /// When it was asked.
        at: Timestamp,
        /// By when it is decided.
        due_at: Timestamp,
    },
    /// It was refused; the reporter reads why, and may ask again.
    Refused {
        /// When.
        at: Timestamp,
        /// Why, as the reporter reads it.
        sentence: Sentence,
    },
    /// Name, contact, application number, NIB, further answers, the point and names of files are gone.
    Granted {
        /// When.
        at: Timestamp,
    },
}

impl Case {
    /// By when a request to erase is decided; `None` while none waits.
    #[must_use]
    pub const fn erasure_asked(&self) -> Option<Timestamp> {
        match &self.erasure {
            Some(Erasure::Asked { due_at, .. }) => Some(*due_at),
            Some(Erasure::Refused { .. } | Erasure::Granted { .. }) | None => None,
        }
    }

    /// Whether nobody writes to the reporter any more: with the request the consent to be written to is withdrawn, and
    /// it stays so once it is granted. Source: UU 27/2022.
    #[must_use]
    pub const fn is_consent_withdrawn(&self) -> bool {
        matches!(self.erasure, Some(Erasure::Asked { .. } | Erasure::Granted { .. }))
    }

    /// The name of an anonymous reporter is never opened, and what was erased is not there.
    pub(super) const fn check_opening(&self) -> Result<(), Refusal> {
        if matches!(self.erasure, Some(Erasure::Granted { .. })) {
            return Err(Refusal::Erased);
        }
        only_if(!self.visibility.is_anonymous(), Refusal::Anonymous)
    }

    pub(super) const fn check_erasure_request(&self) -> Result<(), Refusal> {
        match self.erasure {
            Some(Erasure::Asked { .. }) => Err(Refusal::AlreadyWaiting),
            Some(Erasure::Granted { .. }) => Err(Refusal::Erased),
            Some(Erasure::Refused { .. }) | None => Ok(()),
        }
    }

    pub(super) fn ask_erasure(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::AskErasure);
        let at = draft.now();
        draft.case.erasure = Some(Erasure::Asked {
            at,
            due_at: at.plus_minutes(limits::ERASURE_HOURS * 60),
        });
        draft.record(Recorded::of(Act::AskErasure));
        draft.finish()
    }

    /// What tells who the reporter is goes; the record of what was done stays, and its chain with it.
    pub(super) fn erase_identity(&self, acting: Acting<'_>) -> Change {
        let mut draft = Draft::of(self, acting, Act::EraseIdentity);
        draft.case.erasure = Some(Erasure::Granted { at: draft.now() });
        draft.case.facts.licence.application_no = None;
        draft.case.facts.licence.nib = None;
        // It may be where they live.
        draft.case.facts.place.point = None;
        // An answer may tell who reported as well; which does is not known here, so all go.
        draft.case.facts.answers.clear();
        draft.erases_identity = true;
        draft.record(Recorded::of(Act::EraseIdentity));
        draft.finish()
    }

    pub(super) fn refuse_erasure(&self, acting: Acting<'_>, sentence: Sentence) -> Change {
        let mut draft = Draft::of(self, acting, Act::RefuseErasure);
        let text = sentence.as_str().to_owned();
        draft.case.erasure = Some(Erasure::Refused {
            at: draft.now(),
            sentence,
        });
        draft.record(Recorded::of(Act::RefuseErasure).sentence(&text));
        draft.finish()
    }

    /// A case that is at work again needs its reporter: a request that still waits falls with the end it was made at.
    pub(super) fn keep_reachable(&mut self) {
        if self.erasure_asked().is_some() {
            self.erasure = None;
        }
    }
}
