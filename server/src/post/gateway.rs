//! Text messages and WhatsApp: the place where a gateway is plugged in. Until then one that only writes to the log.

use domain::notice::NoticeChannel;
use portal::{Failure, Letter, Portal, To};

use super::{Carried, Carrier, words};

/// Writes one line for each message: the channel, how long it is, and a keyed hash in place of the number. For trying
/// out, and as the pattern of a real one.
pub struct Logged {
    portal: Portal,
    site: String,
}

impl Logged {
    /// Messages whose links lead to `site`.
    pub fn new(portal: Portal, site: &str) -> Self {
        Self {
            portal,
            site: site.to_owned(),
        }
    }
}

impl Carrier for Logged {
    fn channel(&self) -> NoticeChannel {
        NoticeChannel::Phone
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let To::Phone(number) = &letter.to else {
                return Err(Failure::Never {
                    why: "not a telephone number".to_owned(),
                });
            };
            let signs = words::short(letter, &self.site).chars().count();
            let to = self.portal.post().pseudonym(number);
            tracing::info!(channel = "phone", message = %letter.id, to, signs, "a text message");
            Ok(())
        })
    }
}
