//! E-mail, by SMTP.

use std::time::Duration;

use domain::notice::NoticeChannel;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use portal::{Failure, Letter, To};

use super::{Carried, Carrier, words};

/// How long the server of the mail may take for each step. Unit: seconds.
const STEP_SECONDS: u64 = 20;

/// Sends each letter over a connection of its own: they are few.
pub struct Mail {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    site: String,
    host: String,
}

impl Mail {
    /// By the server at `url` (`smtps://user:password@host`, or `smtp://host?tls=required`), from `from`
    /// (`Sinergi <kabar@contoh.go.id>`).
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn new(url: &str, from: &str, site: &str) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "smtp_url is not like smtps://user:password@host".to_owned())?
            .timeout(Some(Duration::from_secs(STEP_SECONDS)))
            .build();
        let from: Mailbox = from
            .parse()
            .map_err(|_| "mail_from is not like Sinergi <kabar@contoh.go.id>".to_owned())?;
        let host = from.email.domain().to_owned();
        Ok(Self {
            server,
            from,
            site: site.to_owned(),
            host,
        })
    }

    fn written(&self, letter: &Letter) -> Option<Message> {
        let To::Mail(address) = &letter.to else { return None };
        let said = words::long(letter, &self.site);
        // The same id each time, so that a mailbox that gets it twice shows it once.
        let id = format!("<{}@{}>", letter.id, self.host);
        let automatic = HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        );
        Message::builder()
            .message_id(Some(id))
            .from(self.from.clone())
            .to(Mailbox::new(None, address.parse().ok()?))
            .subject(said.title)
            .raw_header(automatic)
            .header(ContentType::TEXT_PLAIN)
            .body(said.text)
            .ok()
    }
}

impl Carrier for Mail {
    fn channel(&self) -> NoticeChannel {
        NoticeChannel::Mail
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let Some(message) = self.written(letter) else {
                return Err(Failure::Never {
                    why: "not an e-mail address".to_owned(),
                });
            };
            match self.server.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(failure(&error)),
            }
        })
    }
}

/// What failed, without the words of the server: they repeat the address.
fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    let code = error.status().map(|code| format!("smtp {code}"));
    if error.is_permanent() {
        Failure::Never {
            why: code.unwrap_or_else(|| "smtp refused".to_owned()),
        }
    } else {
        Failure::Later {
            why: code.unwrap_or_else(|| "smtp unreachable".to_owned()),
        }
    }
}
