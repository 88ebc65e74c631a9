//! What an officer does at their desk. Anything their agency has no seat at is missing.

use crate::{
    Error, Portal, Typed, choices,
    citizen::Along,
    deed_form,
    file::{Opened, Size},
    queue, suggest,
};
use domain::{
    deed::Act,
    id::{CaseKey, FileId, PersonId},
    lang::Lang,
    permit::{Actor, Officer, Role, Scope},
    tracking_code::TrackingCode,
    view::{
        CaseView,
        choices::DeskChoices,
        queue::{QueueFilter, QueuePage},
        rights::Reader,
    },
};

/// An officer at their desk.
pub struct Desk<'a> {
    pub(crate) portal: &'a Portal,
    pub(crate) officer: &'a Officer,
}

impl Desk<'_> {
    const fn scope(&self) -> Scope {
        Scope::Agency(self.officer.agency)
    }

    /// Leaders and auditors look at figures, not at cases.
    fn may_look(&self) -> Result<(), Error> {
        if matches!(self.officer.role, Role::ProvinceLeader | Role::Auditor) {
            Err(Error::Forbidden)
        } else {
            Ok(())
        }
    }

    /// One page of the desk's queue, from `after` on.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for roles that see figures only; [`Error::Store`] if the archive fails.
    pub async fn queue(&self, filter: QueueFilter, after: Option<&str>, lang: Lang) -> Result<QueuePage, Error> {
        self.may_look()?;
        queue::page(self.portal, self.officer, filter, after, lang).await
    }

    /// The case with this code, as this officer sees it.
    ///
    /// # Errors
    /// As [`Desk::queue`].
    pub async fn open(&self, code: &str, lang: Lang) -> Result<Option<CaseView>, Error> {
        self.may_look()?;
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.read(self.scope()).await?;
        let Some(case) = store::case::find_by_code(&mut conn, self.scope(), &code).await? else {
            return Ok(None);
        };
        let reader = Reader::Officer(self.officer);
        let view = self
            .portal
            .view_of(&mut conn, self.scope(), &case, reader, lang)
            .await?;
        Ok(view.map(|view| self.with_suggestion(view, case.facts.place.region.as_str(), lang)))
    }

    /// The view with what the clerk suggests, if this officer sends the case to its agency and may read its words.
    fn with_suggestion(&self, view: CaseView, place: &str, lang: Lang) -> CaseView {
        let body = view
            .facts
            .as_ref()
            .filter(|_| view.may(Act::Dispatch))
            .map(|facts| facts.body.as_str());
        let suggestion = body.map(|body| {
            let found = self.portal.clerk().suggest(body, Some(place));
            suggest::in_words(&self.portal.0.pack, &found, lang)
        });
        CaseView { suggestion, ..view }
    }

    /// What the staff's forms let people choose from.
    ///
    /// # Errors
    /// As [`Desk::queue`].
    pub async fn choices(&self, lang: Lang) -> Result<DeskChoices, Error> {
        self.may_look()?;
        let mut conn = self.portal.0.store.read(self.scope()).await?;
        let people = store::account::page(&mut conn, self.officer.agency, None).await?;
        Ok(choices::desk(self.portal, self.officer, &people, lang))
    }

    /// Does what the form says to the case with this code.
    ///
    /// # Errors
    /// [`Error::Missing`] where the desk has no seat; [`Error::Fields`], [`Error::Refused`] or [`Error::Stale`].
    pub async fn act(&self, code: &str, typed: &Typed) -> Result<(), Error> {
        self.may_look()?;
        let key = self.key(code).await?.ok_or(Error::Missing)?;
        let inner = &self.portal.0;
        let ground = deed_form::Ground {
            pack: &inner.pack,
            directory: &inner.directory,
            me: Some(self.officer.id),
            photos: match Act::find(typed.text("act")) {
                Some(Act::Publish | Act::Revise) => self.portal.photos_for_public(self.scope(), key).await?,
                Some(_) | None => Vec::new(),
            },
        };
        let deed = deed_form::parse(typed, &ground)?;
        let along = Along::of(typed)?;
        self.portal
            .act(self.scope(), key, Actor::Officer(self.officer.clone()), deed, along)
            .await
    }

    /// A file of the case with this code; `None` if for this officer it does not exist, or may not be opened. `range`
    /// asks for some of its bytes: from one to before another, or to the end.
    ///
    /// # Errors
    /// As [`Desk::queue`].
    pub async fn open_file(
        &self,
        code: &str,
        id: FileId,
        size: Size,
        range: Option<(u64, Option<u64>)>,
    ) -> Result<Option<Opened>, Error> {
        self.may_look()?;
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let scope = self.scope();
        let mut conn = self.portal.0.store.read(scope).await?;
        let Some(case) = store::case::find_by_code(&mut conn, scope, &code).await? else {
            return Ok(None);
        };
        let looks = (&case, Reader::Officer(self.officer));
        self.portal.open_file(&mut conn, scope, looks, id, (size, range)).await
    }

    /// Name and contact of the reporter, if this officer has opened them. The opening itself is an act, and logged.
    ///
    /// # Errors
    /// As [`Desk::queue`].
    pub async fn identity(&self, code: &str) -> Result<Option<(String, String)>, Error> {
        self.may_look()?;
        let Some(key) = self.key(code).await? else {
            return Ok(None);
        };
        let me: PersonId = self.officer.id;
        let mut conn = self.portal.0.store.read(self.scope()).await?;
        let identity = store::identity::opened(&mut conn, self.scope(), key, me).await?;
        let text = |line: Option<&str>| line.unwrap_or_default().to_owned();
        Ok(identity.map(|identity| {
            (
                text(identity.name.as_ref().map(|name| name.as_str())),
                text(identity.contact.as_ref().map(|contact| contact.as_str())),
            )
        }))
    }

    async fn key(&self, code: &str) -> Result<Option<CaseKey>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.read(self.scope()).await?;
        Ok(store::case::find_by_code(&mut conn, self.scope(), &code)
            .await?
            .map(|case| case.key))
    }
}
