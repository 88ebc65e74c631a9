//! A plan's words as the rule book's: filings, acts and answers parsed like anyone's.

use std::collections::BTreeMap;

use domain::{
    deed::{AnswerText, Better, Classification, Deed, Pledge, PublicText, Verdict},
    facts::{Contact, Facts, Identity, LicenceFacts, NewCase, Place, RegionCode},
    id::{AgencyId, PersonId},
    text::{Body, FieldError, Line, Message, Sentence, Title},
};

use super::{
    act::{DemoAct, DemoBetter, DemoMove, DemoPledge, DemoVerdict},
    scene::DemoCase,
};
use crate::{book::Ids, deed_form::outside_body, pack::Pack};

/// What the codes and sign-in names of a plan stand for in the archive.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// Names and contacts of outside bodies.
    pub(crate) pack: &'a Pack,
    /// Tenants by code.
    pub(crate) ids: &'a Ids,
    /// Officers by sign-in name.
    pub(crate) people: &'a BTreeMap<String, PersonId>,
}

impl DemoCase {
    /// The filing, as the form would ask for it.
    ///
    /// # Errors
    /// The [`FieldError`] of the first part that a reporter could not have typed; [`FieldError::Unknown`] for a code
    /// that is no tenant's.
    pub(crate) fn asked(&self, known: Known<'_>) -> Result<NewCase, FieldError> {
        let line = |text: &Option<String>| text.as_deref().map(Line::try_from).transpose();
        Ok(NewCase {
            kind: self.kind,
            facts: Facts {
                body: Body::try_from(self.body.as_str())?,
                title: None,
                event_date: Some(self.event_date),
                place: Place {
                    region: RegionCode::try_from(self.region.as_str())?,
                    landmark: line(&self.landmark)?,
                    point: None,
                },
                service: line(&self.service)?,
                subject: self.subject,
                licence: LicenceFacts {
                    application_no: line(&self.application_no)?,
                    applied_on: self.applied_on,
                    ..LicenceFacts::default()
                },
                category: None,
                answers: Vec::new(),
                is_telling_for_province: false,
                unlike: None,
            },
            agency: self.agency.as_deref().map(|code| known.agency(code)).transpose()?,
            suggested: None,
            visibility: self.visibility,
            identity: Identity {
                name: line(&self.reporter.name)?,
                contact: self.reporter.contact.as_deref().map(Contact::try_from).transpose()?,
            },
            channel: self.channel,
            filed_at: None,
        })
    }
}

impl DemoAct {
    /// The act for the rule book; none for the filing itself, which is a [`NewCase`].
    ///
    /// # Errors
    /// The [`FieldError`] of the first text that could not have been typed; [`FieldError::Unknown`] for a code or
    /// sign-in name that stands for nobody.
    pub(crate) fn deed(&self, known: Known<'_>) -> Result<Option<Deed>, FieldError> {
        let deed = match self {
            Self::File => return Ok(None),
            Self::Classify { title, is_urgent } => Deed::Classify(Classification {
                title: Some(Title::try_from(title.as_str())?),
                is_urgent: is_urgent.then_some(true),
                ..Classification::default()
            }),
            Self::Verify => Deed::Verify,
            Self::Dispatch { to, sentence } => Deed::Dispatch {
                to: known.agency(to)?,
                sentence: said(sentence)?,
            },
            Self::Assign { to } => Deed::Assign {
                to: Some(known.person(to)?),
            },
            Self::Note { text } => Deed::Note { text: message(text)? },
            Self::AskData { text } => Deed::AskData { text: message(text)? },
            Self::Supply { text } => Deed::Supply { text: message(text)? },
            Self::Reply { text } => Deed::Reply {
                text: message(text)?,
                pledge: None,
            },
            Self::Start { text, pledge } => Deed::Start {
                text: message(text)?,
                pledge: promised(pledge)?,
            },
            Self::Answer { text, act, on, unit } => Deed::Answer(AnswerText {
                text: message(text)?,
                act: Line::try_from(act.as_str())?,
                on: *on,
                unit: Line::try_from(unit.as_str())?,
            }),
            Self::Publish { title, text } => Deed::Publish(public_text(title, text, None)?),
            Self::Revise { title, text, response } => Deed::Revise(public_text(title, text, Some(response))?),
            Self::Confirm => Deed::Confirm,
            Self::Rate { value, reason } => Deed::Rate {
                value: *value,
                reason: reason.as_deref().map(message).transpose()?,
            },
            Self::Reopen { reason } => Deed::Reopen {
                reason: message(reason)?,
            },
            Self::Withdraw => Deed::Withdraw,
            Self::Object { reason } => Deed::Object {
                reason: message(reason)?,
            },
            Self::ProposeArchive { reason, sentence } => Deed::ProposeArchive {
                reason: *reason,
                sentence: said(sentence)?,
            },
            Self::ApproveArchive => Deed::ApproveArchive,
            Self::ExpireOffer => Deed::ExpireOffer,
            Self::ArchiveSilent => Deed::ArchiveSilent,
            Self::CloseSilent => Deed::CloseSilent,
            Self::Move(done) => done.deed(known)?,
        };
        Ok(Some(deed))
    }
}

impl DemoMove {
    fn deed(&self, known: Known<'_>) -> Result<Deed, FieldError> {
        Ok(match self {
            Self::Offer { to, reason, sentence } => Deed::Offer {
                to: known.agency(to)?,
                reason: *reason,
                sentence: said(sentence)?,
            },
            Self::TakeBack => Deed::TakeBack,
            Self::Accept => Deed::Accept,
            Self::Decline {
                better,
                reason,
                sentence,
            } => {
                let better = match better {
                    DemoBetter::Agency(code) => Better::Agency(known.agency(code)?),
                    DemoBetter::Outside(code) => Better::Outside(outside_body(code, known.pack)?),
                };
                Deed::Decline {
                    better,
                    reason: *reason,
                    sentence: said(sentence)?,
                }
            }
            Self::Together { what, sentence } => Deed::Together {
                what: Line::try_from(what.as_str())?,
                sentence: said(sentence)?,
            },
            Self::AgreeTogether => Deed::AgreeTogether,
            Self::AcceptTask { task } => Deed::AcceptTask { task: *task },
            Self::FinishTask { task, result } => Deed::FinishTask {
                task: *task,
                result: message(result)?,
            },
            Self::ProposeOutside { body, reason, sentence } => Deed::ProposeOutside {
                body: outside_body(body, known.pack)?,
                reason: *reason,
                sentence: said(sentence)?,
            },
            Self::Rule { verdict, sentence } => Deed::Rule {
                verdict: known.verdict(verdict)?,
                sentence: said(sentence)?,
                decision: None,
            },
            Self::Refer { body, sentence } => Deed::Refer {
                body: outside_body(body, known.pack)?,
                sentence: said(sentence)?,
            },
        })
    }
}

impl Known<'_> {
    fn agency(self, code: &str) -> Result<AgencyId, FieldError> {
        self.ids.get(code).copied().ok_or(FieldError::Unknown)
    }

    fn person(self, sign_in: &str) -> Result<PersonId, FieldError> {
        self.people.get(sign_in).copied().ok_or(FieldError::Unknown)
    }

    fn verdict(self, verdict: &DemoVerdict) -> Result<Verdict, FieldError> {
        Ok(match verdict {
            DemoVerdict::Holder(code) => Verdict::Holder(self.agency(code)?),
            DemoVerdict::Back => Verdict::Back,
            DemoVerdict::Outside(code) => Verdict::Outside(outside_body(code, self.pack)?),
            DemoVerdict::Joint { lead, partners } => Verdict::Joint {
                lead: self.agency(lead)?,
                partners: partners
                    .iter()
                    .map(|(code, what)| Ok((self.agency(code)?, Line::try_from(what.as_str())?)))
                    .collect::<Result<_, FieldError>>()?,
            },
        })
    }
}

fn public_text(title: &str, text: &str, response: Option<&str>) -> Result<PublicText, FieldError> {
    Ok(PublicText {
        title: Title::try_from(title)?,
        text: Body::try_from(text)?,
        response: response.map(message).transpose()?,
        photos: Vec::new(),
    })
}

fn message(text: &str) -> Result<Message, FieldError> {
    Message::try_from(text)
}

fn said(sentence: &str) -> Result<Sentence, FieldError> {
    Sentence::try_from(sentence)
}

fn promised(pledge: &DemoPledge) -> Result<Pledge, FieldError> {
    Ok(Pledge {
        act: Line::try_from(pledge.act.as_str())?,
        by: pledge.by,
    })
}
