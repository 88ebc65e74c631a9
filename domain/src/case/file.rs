//! How a case begins.

use crate::{
    case::{
        Case, Flag,
        change::{Acting, Change, Draft, Recorded, charge_of},
        clocks::Clocks,
        status::Status,
    },
    deed::Act,
    facts::NewCase,
    id::{CaseId, CaseKey},
    interval::{Charge, Track},
    kind::Kind,
    tracking_code::TrackingCode,
};

/// The names a new case gets. Made by the caller: `domain` has no randomness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNames {
    /// The id of the case.
    pub id: CaseId,
    /// Its tracking code.
    pub code: TrackingCode,
}

impl Case {
    /// Files a case: decides where it begins and why, starts the clocks, and keeps the identity apart.
    ///
    /// A case that certainly belongs to an agency that verifies automatically is dispatched at once.
    #[must_use]
    pub fn file(acting: Acting<'_>, asked: NewCase, names: NewNames) -> Change {
        let (book, now) = (acting.book, acting.at.now);
        let beginning = book.routing.begin(&book.desks, &asked);
        let is_sensitive = book.routing.is_sensitive(&asked, &beginning);
        let is_whistle = asked.kind == Kind::Whistleblowing;
        let visibility = if is_sensitive || is_whistle {
            asked.visibility.made_secret()
        } else {
            asked.visibility
        };
        let is_automatic = beginning.routing.is_certain
            && beginning.accused.is_none()
            && book.tenant(beginning.home).verifies_automatically;
        let case = Self {
            key: CaseKey {
                home: beginning.home,
                id: names.id,
            },
            code: names.code,
            version: 0,
            kind: asked.kind,
            is_urgent: false,
            visibility,
            channel: asked.channel,
            facts: asked.facts,
            routing: beginning.routing,
            filed_at: asked.filed_at,
            received_at: now,
            status: Status::Submitted,
            holder: beginning.home,
            handler: None,
            clocks: Clocks::received(book, beginning.home, asked.kind, now),
            intervals: Track::begin(Charge::Own(beginning.home), now),
            formers: Vec::new(),
            declines: 0,
            is_bounced: false,
            ruling: None,
            together: None,
            tasks: Vec::new(),
            flag: beginning.accused.map(|accused| Flag { accused, at: now }),
            data_requests: 0,
            archive: None,
            waiting_answer: None,
            prolonging: None,
            answers: 0,
            answered_at: None,
            reopenings_of_answer: 0,
            reopenings: 0,
            is_objected: false,
            promises: Vec::new(),
            rating: None,
            erasure: None,
            publication: None,
        };
        let mut draft = Draft::new(case, acting);
        draft.case.intervals = Track::begin(charge_of(&draft.case, book.desks.province), now);
        let (body, identity) = (draft.case.facts.body.clone(), asked.identity);
        let name = identity.name.as_ref().map_or("", |name| name.as_str());
        let contact = identity.contact.as_ref().map_or("", |contact| contact.as_str());
        let written = [("body", body.as_str()), ("name", name), ("contact", contact)];
        let why = draft.case.routing.why.as_str();
        let filed = Recorded::of(Act::File).because(why).written(&written);
        draft.record(match draft.case.routing.to {
            Some(to) => filed.about(to),
            None => filed,
        });
        draft.identity = Some(identity);
        if is_automatic {
            let desk = draft.case.holder;
            draft.case.status = Status::Dispatched;
            draft.case.clocks.dispatched(book, desk, now);
            draft.record(Recorded::of(Act::Verify).about(desk).because("automatic"));
        }
        draft.finish()
    }
}
