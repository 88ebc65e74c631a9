//! Filing for a citizen who stands at the counter, calls, or writes: by an officer, with the citizen's consent.
//!
//! The officer's desk gets no seat by it, and the receipt is the citizen's.

use crate::{Desk, Error, Receipt, Typed, choices};
use domain::{
    kind::Channel,
    lang::Lang,
    permit::{Actor, Scope, may_file_for_others},
    refusal::Refusal,
    text::FieldError,
    view::{choices::FilingChoices, receipt::ReceiptView},
};

/// How long the same form sent again still shows its receipt: an answer may be lost on the way, and later the secret
/// is nobody's but the citizen's. Unit: minutes.
const RECEIPT_AGAIN_MINUTES: i64 = 15;

/// The ways in which a citizen comes to an officer, the usual one first.
pub(crate) const CHANNELS: [Channel; 3] = [Channel::Counter, Channel::Phone, Channel::Letter];

impl Desk<'_> {
    /// What the form lets an officer choose from, with a fresh key for the form.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for a role that does not file for others.
    pub fn assist_choices(&self, lang: Lang) -> Result<FilingChoices, Error> {
        self.may_assist()?;
        Ok(choices::filing(self.portal, lang))
    }

    /// Files for a citizen, and gives the receipt to hand over. It is not shown again: nothing of it is kept.
    ///
    /// # Errors
    /// - [`Error::Forbidden`] for a role that does not file for others.
    /// - [`Error::Fields`] with everything that must be corrected.
    /// - [`Error::Refused`] if this form was sent before, longer ago than its receipt is shown again.
    pub async fn file_for(&self, typed: &Typed, lang: Lang) -> Result<(Receipt, ReceiptView), Error> {
        self.may_assist()?;
        let channel = match typed.text("channel") {
            "" => Channel::Counter,
            code => Channel::find(code)
                .filter(|channel| CHANNELS.contains(channel))
                .ok_or_else(|| Error::Fields(vec![("channel".to_owned(), FieldError::Unknown)]))?,
        };
        let by = Actor::Officer(self.officer.clone());
        let receipt = self.portal.file_as(typed, by, channel).await?;
        let citizen = self.portal.citizen();
        let (key, _) = citizen
            .prove_secret(&receipt.code, &receipt.secret)
            .await?
            .ok_or(Error::Missing)?;
        let mut conn = self.portal.0.store.read(Scope::Reporter(key)).await?;
        let case = store::case::find(&mut conn, Scope::Reporter(key), key)
            .await?
            .ok_or(Error::Missing)?;
        if self.portal.now() > case.received_at.plus_minutes(RECEIPT_AGAIN_MINUTES) {
            return Err(Error::Refused(Refusal::TooLate));
        }
        drop(conn);
        let view = citizen.receipt(&receipt.code, &receipt.secret, lang).await?;
        Ok((receipt, view.ok_or(Error::Missing)?))
    }

    fn may_assist(&self) -> Result<(), Error> {
        if may_file_for_others(self.officer.role) {
            Ok(())
        } else {
            Err(Error::Forbidden)
        }
    }
}
