//! What everybody may read: published by an officer, worded anew, taken back. Source: `docs/rules.md`, "Masking and
//! publishing".

use crate::{
    case::{
        Case, PublicResponse, Publication,
        change::{Acting, Change, Draft, Recorded},
        status::{Asking, Status},
    },
    deed::{Act, PublicText},
    kind::Visibility,
    point::{Point, RoundedPoint},
    text::Reason,
};

impl Case {
    /// Whether everybody may read of it at all. Once it may not, what was published ends in the same change.
    #[must_use]
    pub const fn may_be_public(&self) -> bool {
        let is_gone = matches!(self.status, Status::Merged { .. } | Status::Withdrawn { .. });
        !self.visibility.is_secret() && !self.is_restricted() && !is_gone
    }

    /// Whether somebody has checked that it is a report at all, and whose.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        match &self.status {
            Status::Submitted => false,
            Status::NeedInfo(request) => !matches!(request.from, Asking::Submitted),
            Status::Dispatched
            | Status::InProgress
            | Status::TransferPending { .. }
            | Status::Responded { .. }
            | Status::Reopened
            | Status::Resolved { .. }
            | Status::AutoClosed { .. }
            | Status::Merged { .. }
            | Status::Referred(_)
            | Status::Archived(_)
            | Status::Withdrawn { .. } => true,
        }
    }

    /// The point as everybody may read it: rounded, and of open cases alone. Of an anonymous one it could tell who
    /// reported. Source: `docs/rules.md`, "Place".
    #[must_use]
    pub fn public_point(&self) -> Option<RoundedPoint> {
        let is_open = self.visibility == Visibility::Open && self.may_be_public();
        self.facts.place.point.filter(|_| is_open).map(Point::rounded)
    }

    /// Publishes, or words anew. A response that is the same keeps its author and its day.
    pub(super) fn publish(&self, acting: Acting<'_>, act: Act, new: PublicText) -> Change {
        let mut draft = Draft::of(self, acting, act);
        let now = draft.now();
        let before = self.publication.as_ref();
        let kept = before.and_then(|publication| publication.response.as_ref());
        let response = new.response.map(|text| match kept {
            Some(kept) if kept.text == text => kept.clone(),
            Some(_) | None => PublicResponse {
                by: acting.by.agency().unwrap_or(self.holder),
                text,
                at: now,
            },
        });
        let said = response.as_ref().map_or("", |response| response.text.as_str());
        let photos: Vec<String> = new.photos.iter().map(|id| id.uuid().to_string()).collect();
        draft.record(Recorded::of(act).written(&[
            ("title", new.title.as_str()),
            ("text", new.text.as_str()),
            ("response", said),
            ("photos", &photos.join(" ")),
        ]));
        draft.case.publication = Some(Publication {
            title: new.title,
            text: new.text,
            response,
            photos: new.photos,
            first_at: before.map_or(now, |publication| publication.first_at),
            at: now,
        });
        draft.finish()
    }

    pub(super) fn unpublish(&self, acting: Acting<'_>, reason: &Reason) -> Change {
        let mut draft = Draft::of(self, acting, Act::Unpublish);
        draft.case.publication = None;
        draft.record(Recorded::of(Act::Unpublish).written(&[("reason", reason.as_str())]));
        draft.finish()
    }
}

impl Draft<'_> {
    /// Takes back what was published, once the case may not be public. Its event names no cause: a former holder must
    /// not read that somebody is accused.
    pub(super) fn end_publication(&mut self) {
        if self.case.publication.is_some() && !self.case.may_be_public() {
            self.case.publication = None;
            self.record(Recorded::of(Act::Unpublish));
        }
    }
}
