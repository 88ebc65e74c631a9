//! The list of an account's reports.

use crate::{Error, OwnAccounts};
use domain::{
    deadline::LimitKind,
    id::CaseKey,
    lang::Lang,
    permit::Scope,
    time::Timestamp,
    view::{
        CaseView, When,
        account::{AccountPage, AccountRow},
        rights::Reader,
    },
};
use store::citizen_account::{Place, page};
use uuid::Uuid;

use super::SignedIn;

/// Reports on one page of an account. Unit: rows; each is read through its reporter's eyes.
const ROWS_MAX: usize = 20;

impl OwnAccounts<'_> {
    /// The reports of an account, latest first, from `place` on; `address` is the account's own, masked. A place that
    /// nobody could have been given is the first page.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn list(&self, own: SignedIn, address: &str, place: &str, lang: Lang) -> Result<AccountPage, Error> {
        let rows_max = i64::try_from(ROWS_MAX + 1).unwrap_or(i64::MAX);
        let mut conn = self.portal.0.store.read_account(&own.0).await?;
        let mut found = page(&mut conn, &own.0, read(place).unwrap_or(Place::FIRST), rows_max).await?;
        drop(conn);
        let has_more = found.len() > ROWS_MAX;
        found.truncate(ROWS_MAX);
        let next = found.last().filter(|_| has_more).map(|(_, place)| written(*place));
        let mut rows = Vec::with_capacity(found.len());
        for (key, _) in found {
            rows.extend(self.row(key, lang).await?);
        }
        Ok(AccountPage {
            address: address.to_owned(),
            rows,
            next: next.unwrap_or_default(),
        })
    }

    async fn row(&self, key: CaseKey, lang: Lang) -> Result<Option<AccountRow>, Error> {
        let scope = Scope::Reporter(key);
        let view = self.portal.case_view(scope, key, Reader::Reporter, lang).await?;
        Ok(view.map(|view| row_of(&view)))
    }
}

fn row_of(view: &CaseView) -> AccountRow {
    let asked = view.handoff.as_ref();
    let agency = match asked {
        Some(handoff) if handoff.cause.is_some() => None,
        Some(handoff) => handoff.to.as_ref().map(|agency| agency.short.clone()),
        None => Some(view.holder.short.clone()),
    };
    AccountRow {
        code: view.code.clone(),
        heading: view.heading(),
        status: view.status.code,
        agency,
        due: due(view),
        received: view.received.clone(),
    }
}

/// The reporter's own date before those of agencies: it is the one that they can miss.
fn due(view: &CaseView) -> Option<(Option<LimitKind>, When)> {
    let own = view.status.citizen_due.clone().map(|when| (None, when));
    own.or_else(|| {
        let first = view.deadlines.iter().find(|limit| !limit.is_paused)?;
        Some((Some(first.clock), first.due.clone()))
    })
}

/// A place as an address has it: instant and id.
fn written(place: Place) -> String {
    format!("{}.{}", place.received_at.as_ms(), place.case.simple())
}

fn read(text: &str) -> Option<Place> {
    let (received_at, case) = text.split_once('.')?;
    Some(Place {
        received_at: Timestamp::from_ms(received_at.parse().ok()?),
        case: Uuid::parse_str(case).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_as_it_was_written_and_anything_else_is_none() {
        let place = Place {
            received_at: Timestamp::from_ms(1_790_000_000_000),
            case: Uuid::from_u128(7),
        };
        assert_eq!(read(&written(place)), Some(place));
        for other in ["", "1", "x.1", "1.x", "' or 1=1"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
