//! The staff's and the reporter's forms, parsed once into a [`Deed`].

mod public;
mod ruling;
mod written;

pub use self::written::written;
use crate::{
    Error, Typed,
    filing_form::{agency, date},
    pack::Pack,
    typed::Reading,
};
use domain::{
    deed::{Act, AnswerText, Better, Classification, Deed, OutsideBody, Pledge},
    id::{AgencyId, FileId, PersonId},
    kind::{ArchiveReason, HandoffReason, Kind, Subject},
    text::{FieldError, Line, Message, Reason, Sentence, Title},
    view::directory::Directory,
};

/// What a form is read against.
pub(crate) struct Ground<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) directory: &'a Directory,
    /// The officer at the form; `None` for the reporter.
    pub(crate) me: Option<PersonId>,
    /// Photos that may be public; read for the acts that publish.
    pub(crate) photos: Vec<FileId>,
}

/// Reads the form of the act it names.
///
/// # Errors
/// [`Error::Fields`] with every field that cannot be taken as it is; an unknown act is a field too.
pub(crate) fn parse(typed: &Typed, ground: &Ground<'_>) -> Result<Deed, Error> {
    let mut form = Reading::of(typed);
    let act = form.needed("act", |code| Act::find(code).ok_or(FieldError::Unknown));
    let deed = act.and_then(|act| {
        Form {
            form: &mut form,
            ground,
            act,
        }
        .deed(act)
    });
    form.done(deed)
}

/// The fields of the agencies that a flag accuses. A field is sent once, so each has a name of its own.
const ACCUSED: [&str; 3] = ["accused", "accused_2", "accused_3"];

struct Form<'f, 'a> {
    form: &'f mut Reading<'a>,
    ground: &'f Ground<'a>,
    act: Act,
}

impl Form<'_, '_> {
    fn deed(&mut self, act: Act) -> Option<Deed> {
        match act {
            // Filing has a form of its own, and a limit passes without one.
            Act::File
            | Act::ExpireOffer
            | Act::ExpireTogether
            | Act::ArchiveSilent
            | Act::CloseSilent
            | Act::Recount => self.unknown("act"),
            Act::Verify => Some(Deed::Verify),
            Act::ApproveAnswer => Some(Deed::ApproveAnswer),
            Act::ApproveProlong => Some(Deed::ApproveProlong),
            Act::ApproveArchive => Some(Deed::ApproveArchive),
            Act::SendToPpid => Some(Deed::SendToPpid),
            Act::TakeBack => Some(Deed::TakeBack),
            Act::Accept => Some(Deed::Accept),
            Act::AgreeTogether => Some(Deed::AgreeTogether),
            Act::Confirm => Some(Deed::Confirm),
            Act::Withdraw => Some(Deed::Withdraw),
            Act::Supply => Some(Deed::Supply { text: self.message()? }),
            Act::Reopen => Some(Deed::Reopen {
                reason: self.message()?,
            }),
            Act::Object => Some(Deed::Object {
                reason: self.message()?,
            }),
            Act::AskErasure => Some(Deed::AskErasure),
            Act::EraseIdentity => Some(Deed::EraseIdentity),
            Act::RefuseErasure => Some(Deed::RefuseErasure {
                sentence: self.sentence()?,
            }),
            Act::Rate => self.rate(),
            Act::Note => Some(Deed::Note { text: self.message()? }),
            Act::AskData => Some(Deed::AskData { text: self.message()? }),
            Act::ReturnAnswer => Some(Deed::ReturnAnswer { note: self.message()? }),
            Act::Reply => self.reply(),
            Act::Start => self.start(),
            Act::Answer => self.answer(),
            Act::FinishTask => self.finish_task(),
            Act::Offer => self.offer(),
            Act::ProposeOutside => self.propose_outside(),
            Act::Decline => self.decline(),
            Act::DeclineTask => self.decline_task(),
            Act::Together => self.together(),
            Act::RefuseTogether => Some(Deed::RefuseTogether {
                sentence: self.sentence()?,
            }),
            Act::Dispatch => self.dispatch(),
            Act::Refer => self.refer(),
            Act::Rule => self.rule(),
            Act::RuleTask => self.rule_task(),
            Act::Classify => Some(Deed::Classify(self.classification())),
            Act::Assign => self.assign(),
            Act::Prolong => Some(Deed::Prolong {
                reason: self.sentence()?,
            }),
            Act::ExtendPpid => Some(Deed::ExtendPpid {
                reason: self.sentence()?,
            }),
            Act::ProposeArchive => self.propose_archive(),
            Act::AcceptTask => Some(Deed::AcceptTask { task: self.task()? }),
            Act::Flag => self.flag(),
            Act::LiftFlag => Some(Deed::LiftFlag { reason: self.reason()? }),
            Act::OpenIdentity => Some(Deed::OpenIdentity { reason: self.reason()? }),
            Act::NewReceipt => Some(Deed::NewReceipt { reason: self.reason()? }),
            Act::Publish => Some(Deed::Publish(self.public_text()?)),
            Act::Revise => Some(Deed::Revise(self.public_text()?)),
            Act::Unpublish => Some(Deed::Unpublish { reason: self.reason()? }),
        }
    }

    fn rate(&mut self) -> Option<Deed> {
        let value = self
            .form
            .needed("value", |text| text.parse().map_err(|_| FieldError::Unknown));
        let reason = self.words_maybe("text");
        Some(Deed::Rate { value: value?, reason })
    }

    fn reply(&mut self) -> Option<Deed> {
        let text = self.message();
        let has_pledge = ["promise", "promise_on"]
            .iter()
            .any(|name| !self.form.text(name).is_empty());
        let pledge = if has_pledge { Some(self.pledge()?) } else { None };
        Some(Deed::Reply { text: text?, pledge })
    }

    fn start(&mut self) -> Option<Deed> {
        let (text, pledge) = (self.message(), self.pledge());
        Some(Deed::Start {
            text: text?,
            pledge: pledge?,
        })
    }

    fn answer(&mut self) -> Option<Deed> {
        let text = self.message();
        let (act, on, unit) = (self.line("done"), self.form.needed("done_on", date), self.line("unit"));
        Some(Deed::Answer(AnswerText {
            text: text?,
            act: act?,
            on: on?,
            unit: unit?,
        }))
    }

    fn finish_task(&mut self) -> Option<Deed> {
        let (task, result) = (self.task(), self.message());
        Some(Deed::FinishTask {
            task: task?,
            result: result?,
        })
    }

    fn offer(&mut self) -> Option<Deed> {
        let (to, reason, sentence) = (self.agency("to"), self.handoff_reason(), self.sentence());
        Some(Deed::Offer {
            to: to?,
            reason: reason?,
            sentence: sentence?,
        })
    }

    fn propose_outside(&mut self) -> Option<Deed> {
        let (body, reason, sentence) = (self.outside("outside"), self.handoff_reason(), self.sentence());
        Some(Deed::ProposeOutside {
            body: body?,
            reason: reason?,
            sentence: sentence?,
        })
    }

    fn decline(&mut self) -> Option<Deed> {
        let (better, reason, sentence) = (self.better(), self.handoff_reason(), self.sentence());
        Some(Deed::Decline {
            better: better?,
            reason: reason?,
            sentence: sentence?,
        })
    }

    fn decline_task(&mut self) -> Option<Deed> {
        let (task, reason, sentence) = (self.task(), self.handoff_reason(), self.sentence());
        Some(Deed::DeclineTask {
            task: task?,
            reason: reason?,
            sentence: sentence?,
        })
    }

    fn together(&mut self) -> Option<Deed> {
        let (what, sentence) = (self.line("what"), self.sentence());
        Some(Deed::Together {
            what: what?,
            sentence: sentence?,
        })
    }

    fn dispatch(&mut self) -> Option<Deed> {
        let (to, sentence) = (self.agency("to"), self.sentence());
        Some(Deed::Dispatch {
            to: to?,
            sentence: sentence?,
        })
    }

    fn refer(&mut self) -> Option<Deed> {
        let (body, sentence) = (self.outside("outside"), self.sentence());
        Some(Deed::Refer {
            body: body?,
            sentence: sentence?,
        })
    }

    fn classification(&mut self) -> Classification {
        Classification {
            kind: self
                .form
                .optional("kind", |code| Kind::find(code).ok_or(FieldError::Unknown)),
            subject: self
                .form
                .optional("subject", |code| Subject::find(code).ok_or(FieldError::Unknown)),
            service: self.service(),
            category: self.category(),
            title: self.words_maybe::<Title>("title"),
            is_urgent: self.form.optional("urgent", |text| Ok(text == "yes")),
        }
    }

    fn category(&mut self) -> Option<Line> {
        let pack = self.ground.pack;
        self.form.optional("category", |path| {
            if pack.has_category(path) {
                Line::try_from(path)
            } else {
                Err(FieldError::Unknown)
            }
        })
    }

    fn propose_archive(&mut self) -> Option<Deed> {
        let reason = self
            .form
            .needed("reason", |code| ArchiveReason::find(code).ok_or(FieldError::Unknown));
        let sentence = self.sentence();
        Some(Deed::ProposeArchive {
            reason: reason?,
            sentence: sentence?,
        })
    }

    fn flag(&mut self) -> Option<Deed> {
        let (accused, reason) = (self.accused(), self.reason());
        Some(Deed::Flag {
            accused: accused?,
            reason: reason?,
        })
    }

    fn assign(&mut self) -> Option<Deed> {
        let me = self.ground.me;
        let to = self.form.optional("to", |text| match text {
            "me" => me.ok_or(FieldError::Unknown),
            other => other.parse().map(PersonId).map_err(|_| FieldError::Unknown),
        });
        Some(Deed::Assign { to })
    }

    /// What somebody writes into a field of this form.
    fn words<T: for<'t> TryFrom<&'t str, Error = FieldError>>(&mut self, name: &str) -> Option<T> {
        self.check_written(name);
        self.form.needed(name, |text| T::try_from(text))
    }

    /// The same, where it may stay empty.
    fn words_maybe<T: for<'t> TryFrom<&'t str, Error = FieldError>>(&mut self, name: &str) -> Option<T> {
        self.check_written(name);
        self.form.optional(name, |text| T::try_from(text))
    }

    /// The list of fields into which people write is whole.
    fn check_written(&self, name: &str) {
        let is_listed = written(self.act).iter().any(|(field, _)| *field == name);
        debug_assert!(is_listed, "{name} of {:?} is not among what is written", self.act);
    }

    fn message(&mut self) -> Option<Message> {
        self.words("text")
    }

    fn sentence(&mut self) -> Option<Sentence> {
        self.words("sentence")
    }

    fn reason(&mut self) -> Option<Reason> {
        self.words("reason")
    }

    fn line(&mut self, name: &str) -> Option<Line> {
        self.words(name)
    }

    fn task(&mut self) -> Option<u16> {
        self.form
            .needed("task", |text| text.parse().map_err(|_| FieldError::Unknown))
    }

    fn handoff_reason(&mut self) -> Option<HandoffReason> {
        self.form
            .needed("reason", |code| HandoffReason::find(code).ok_or(FieldError::Unknown))
    }

    fn pledge(&mut self) -> Option<Pledge> {
        let (act, by) = (self.line("promise"), self.form.needed("promise_on", date));
        Some(Pledge { act: act?, by: by? })
    }

    fn service(&mut self) -> Option<Line> {
        let pack = self.ground.pack;
        self.form.optional("service", |code| {
            pack.find_service(code)
                .ok_or(FieldError::Unknown)
                .and_then(|found| Line::try_from(found.code.as_str()))
        })
    }

    fn agency(&mut self, name: &str) -> Option<AgencyId> {
        let directory = self.ground.directory;
        self.form.needed(name, |code| agency(code, directory))
    }

    /// The agency in a field that may stay empty.
    fn agency_maybe(&mut self, name: &str) -> Option<AgencyId> {
        if self.form.text(name).is_empty() {
            return None;
        }
        self.agency(name)
    }

    /// The agencies that a flag accuses, the first one always.
    fn accused(&mut self) -> Option<Vec<AgencyId>> {
        let [first, more @ ..] = ACCUSED;
        let mut accused = vec![self.agency(first)?];
        accused.extend(more.iter().filter_map(|name| self.agency_maybe(name)));
        Some(accused)
    }

    fn outside(&mut self, name: &str) -> Option<OutsideBody> {
        let pack = self.ground.pack;
        self.form.needed(name, |code| outside_body(code, pack))
    }

    fn better(&mut self) -> Option<Better> {
        let Ground { pack, directory, .. } = *self.ground;
        self.form.needed("better", |code| match directory.find_agency(code) {
            Some(agency) => Ok(Better::Agency(agency)),
            None => outside_body(code, pack).map(Better::Outside),
        })
    }

    fn unknown<T>(&mut self, name: &str) -> Option<T> {
        self.form.wrong(name, FieldError::Unknown);
        None
    }
}

/// The outside body with this code, and how to reach it.
pub(crate) fn outside_body(code: &str, pack: &Pack) -> Result<OutsideBody, FieldError> {
    let found = pack
        .outside_bodies()
        .find(|body| body.code == code)
        .ok_or(FieldError::Unknown)?;
    Ok(OutsideBody {
        code: Line::try_from(found.code.as_str())?,
        name: Line::try_from(found.name.as_str())?,
        contact: Line::try_from(found.contact.as_deref().unwrap_or(&found.short_name))?,
    })
}
