//! What belongs to the reporter: who looked at their identity, all that is kept of them, and the file for the
//! Ombudsman.

use crate::{Citizen, Error, Portal, deed_form::outside_body};
use domain::{
    case::{Case, event::By},
    id::{CaseKey, PersonId},
    lang::Lang,
    permit::Scope,
    view::{
        CaseView, When,
        escalation::{EscalationView, is_too_old, limits_of},
        privacy::{MyDataView, OpeningView},
        rights::Reader,
    },
};
use std::collections::btree_map::{BTreeMap, Entry};
use store::{Conn, case::Sealed};

/// The Ombudsman in the data pack.
const OMBUDSMAN: &str = "X-OMBUDSMAN";

impl Citizen<'_> {
    /// Everything kept of this reporter and their case. A wrong code and a wrong secret answer alike.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn data(&self, code: &str, secret: &str, lang: Lang) -> Result<Option<MyDataView>, Error> {
        let Some((mut conn, key)) = self.own(code, secret).await? else {
            return Ok(None);
        };
        let Some(read) = self.portal.read_own(&mut conn, key, lang).await? else {
            return Ok(None);
        };
        let identity = store::identity::own(&mut conn, Scope::Reporter(key), key)
            .await?
            .unwrap_or_default();
        Ok(Some(MyDataView {
            case: read.view,
            name: identity.name.map(|name| name.as_str().to_owned()),
            contact: identity.contact.map(|contact| contact.as_str().to_owned()),
            told: self.portal.told(&mut conn, key, lang).await?,
            entry: read.sealed.map(entry),
            home: self.portal.agency(key.home),
            at: When::instant(self.portal.now(), lang),
        }))
    }

    /// The file with which this reporter goes to the Ombudsman. Always there, whatever the case stands at.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails; [`Error::Broken`] if the data pack has no Ombudsman.
    pub async fn escalation(&self, code: &str, secret: &str, lang: Lang) -> Result<Option<EscalationView>, Error> {
        let Some((mut conn, key)) = self.own(code, secret).await? else {
            return Ok(None);
        };
        let Some(read) = self.portal.read_own(&mut conn, key, lang).await? else {
            return Ok(None);
        };
        let (inner, now) = (&self.portal.0, self.portal.now());
        let body = outside_body(OMBUDSMAN, &inner.pack)
            .map_err(|_| Error::Broken(format!("the data pack has no {OMBUDSMAN}")))?;
        Ok(Some(EscalationView {
            limits: limits_of(&read.case, &inner.book, lang, now),
            entry: read.sealed.map(entry),
            home: self.portal.agency(key.home),
            ombudsman: (body.name.as_str().to_owned(), body.contact.as_str().to_owned()),
            is_too_old: is_too_old(read.case.facts.event_date, now),
            at: When::instant(now, lang),
            case: read.view,
        }))
    }

    /// The case of this code, through its reporter's eyes, if the secret is its own.
    async fn own(&self, code: &str, secret: &str) -> Result<Option<(Conn, CaseKey)>, Error> {
        let Some(key) = self.prove(code, secret).await? else {
            return Ok(None);
        };
        let conn = self.portal.0.store.read(Scope::Reporter(key)).await?;
        Ok(Some((conn, key)))
    }
}

/// A case as its reporter reads it, and where its filing stands in the chain.
struct Own {
    case: Case,
    view: CaseView,
    sealed: Option<Sealed>,
}

fn entry(sealed: Sealed) -> (u64, String) {
    (sealed.seq, sealed.hash.to_string())
}

impl Portal {
    async fn read_own(&self, conn: &mut Conn, key: CaseKey, lang: Lang) -> Result<Option<Own>, Error> {
        let scope = Scope::Reporter(key);
        let Some(case) = store::case::find(conn, scope, key).await? else {
            return Ok(None);
        };
        let Some(view) = self.view_of(conn, scope, &case, Reader::Reporter, lang).await? else {
            return Ok(None);
        };
        let sealed = store::event::proof(conn, scope, key).await?;
        Ok(Some(Own { case, view, sealed }))
    }

    /// Who opened the reporter's identity: first name, desk and role of each, in order.
    pub(crate) async fn openings(
        &self,
        conn: &mut Conn,
        scope: Scope,
        key: CaseKey,
        lang: Lang,
    ) -> Result<Vec<OpeningView>, Error> {
        let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
        let mut views = Vec::new();
        for opening in store::identity::openings(conn, scope, key).await? {
            let By::Officer { person, agency, role } = opening.by else {
                continue;
            };
            let name = match names.entry(person) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(unknown) => {
                    let account = store::account::find(conn, agency, person).await?;
                    let first = account.and_then(|account| account.name.split_whitespace().next().map(str::to_owned));
                    unknown.insert(first.unwrap_or_default()).clone()
                }
            };
            views.push(OpeningView {
                agency: self.agency(agency),
                role,
                name,
                reason: opening.reason,
                at: When::instant(opening.at, lang),
            });
        }
        Ok(views)
    }
}
