//! What happens when a limit passes and nobody acts: the same rule book, the same way of keeping.

use crate::{Error, Portal};
use domain::{
    case::{Case, status::Status},
    deed::Deed,
    id::CaseKey,
    permit::{Actor, Scope},
    refusal::Refusal,
    time::Timestamp,
};
use store::Tx;

/// Cases looked at in one round. Unit: cases; the next round goes on where this one ended.
const CASES_A_ROUND: i64 = 200;

impl Portal {
    /// Lets every limit that has passed have its effect: expired offers and proposals, silence on a data request or on
    /// an answer. Gives how many acts were done.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sweep(&self) -> Result<u32, Error> {
        let now = self.now();
        let mut conn = self.0.store.look_up().await?;
        let due = store::sweep::page(&mut conn, now, CASES_A_ROUND).await?;
        drop(conn);
        let mut done = 0;
        for key in due {
            done += self.by_clock(key, move |case| due_deed(case, now)).await?;
        }
        Ok(done)
    }

    /// Does to a case what the passing of time asks for, if anything: 1 if so, else 0. A limit is nobody's desk: the
    /// case is named directly.
    pub(crate) async fn by_clock(
        &self,
        key: CaseKey,
        due: impl Fn(&Case) -> Option<Deed> + Send + Sync + 'static,
    ) -> Result<u32, Error> {
        let own = self.clone();
        self.0
            .store
            .write(async move |tx: &mut Tx| {
                let Some(case) = store::case::find_to_change(tx, Scope::Reporter(key), key).await? else {
                    return Ok(0);
                };
                let Some(deed) = due(&case) else { return Ok(0) };
                match case.act(own.acting(&Actor::Clock), deed) {
                    Ok(change) => own.keep(tx, &change).await.map(|()| 1),
                    // Somebody acted in the meantime: nothing is due any more.
                    Err(Refusal::TooEarly | Refusal::NotNow) => Ok(0),
                    Err(refusal) => Err(Error::Refused(refusal)),
                }
            })
            .await
    }
}

/// What the passing of time does to this case now.
fn due_deed(case: &Case, now: Timestamp) -> Option<Deed> {
    if case.status.offer().is_some_and(|offer| now > offer.due_at) {
        return Some(Deed::ExpireOffer);
    }
    if case.together.as_ref().is_some_and(|proposal| now > proposal.due_at) {
        return Some(Deed::ExpireTogether);
    }
    match &case.status {
        Status::NeedInfo(request) if now > request.due_at => Some(Deed::ArchiveSilent),
        Status::Responded { close_at, .. } if now > *close_at => Some(Deed::CloseSilent),
        Status::Submitted
        | Status::NeedInfo(_)
        | Status::Dispatched
        | Status::InProgress
        | Status::TransferPending { .. }
        | Status::Responded { .. }
        | Status::Reopened
        | Status::Resolved { .. }
        | Status::AutoClosed { .. }
        | Status::Merged { .. }
        | Status::Referred(_)
        | Status::Archived(_)
        | Status::Withdrawn { .. } => None,
    }
}
