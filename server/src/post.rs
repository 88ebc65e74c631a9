//! The post: carries messages out of the house, by e-mail, by the notices of browsers, and by a telephone gateway.
//!
//! Each channel has its carrier. Where one is not set up its messages wait, and the log says so once.

pub mod gateway;
pub mod mail;
pub mod push;
mod words;

use std::{pin::Pin, time::Duration};

use domain::notice::NoticeChannel;
use portal::{Failure, Letter, Portal};
use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use crate::config::Config;

/// How often the outbox is looked at. Unit: seconds; a question to an index, and no write where nothing is due.
const LOOK_SECONDS: u64 = 5;
/// How often what was sent long ago is forgotten. Unit: looks; about once an hour.
const LOOKS_PER_CLEANING: u32 = 720;

/// What came of carrying one letter.
pub type Carried<'a> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>;

/// Carries the letters of one channel.
pub trait Carrier: Send + Sync {
    /// The channel.
    fn channel(&self) -> NoticeChannel;
    /// Carries one letter. What it says of a failure never names the address.
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a>;
}

/// The public key by which browsers know this installation; `None` where push is not set up.
pub fn push_key(config: &Config, portal: &Portal) -> Option<String> {
    let site = config.site_url.as_deref()?;
    Some(push::Signer::new(portal.post().push_seed(), site).public_key())
}

/// Whether e-mail leaves this installation.
pub const fn has_mail(config: &Config) -> bool {
    config.site_url.is_some() && config.smtp_url.is_some() && config.mail_from.is_some()
}

/// The carriers that the settings give.
///
/// # Errors
/// If a setting cannot be used; the sentence names it and never repeats a password.
pub fn carriers(config: &Config, portal: &Portal) -> Result<Vec<Box<dyn Carrier>>, String> {
    let mut carriers: Vec<Box<dyn Carrier>> = Vec::new();
    let Some(site) = config
        .site_url
        .as_deref()
        .map(|site| site.trim_end_matches('/').to_owned())
    else {
        tracing::warn!("site_url is not set: no notice is sent, and all of them wait");
        return Ok(carriers);
    };
    match (&config.smtp_url, &config.mail_from) {
        (Some(server), Some(from)) => carriers.push(Box::new(mail::Mail::new(server, from, &site)?)),
        _ => tracing::warn!("smtp_url or mail_from is not set: e-mail waits"),
    }
    let signer = push::Signer::new(portal.post().push_seed(), &site);
    carriers.push(Box::new(push::Push::new(signer)));
    if config.phone_gateway.as_deref() == Some("log") {
        carriers.push(Box::new(gateway::Logged::new(portal.clone(), &site)));
    } else {
        tracing::warn!("phone_gateway is not set: messages to telephones wait");
    }
    Ok(carriers)
}

/// Carries until `stopped` says so; what has begun is finished.
pub fn start(portal: &Portal, carriers: Vec<Box<dyn Carrier>>, stopped: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    carriers
        .into_iter()
        .map(|carrier| tokio::spawn(keep_carrying(portal.clone(), carrier, stopped.clone())))
        .collect()
}

async fn keep_carrying(portal: Portal, carrier: Box<dyn Carrier>, mut stopped: watch::Receiver<bool>) {
    let mut look = interval(Duration::from_secs(LOOK_SECONDS));
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut looks = 0_u32;
    loop {
        tokio::select! {
            _ = look.tick() => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        if let Err(error) = round(&portal, carrier.as_ref()).await {
            tracing::error!(cause = %error, channel = carrier.channel().as_str(), "the post failed; the next round goes on");
        }
        looks = looks.wrapping_add(1);
        if looks.is_multiple_of(LOOKS_PER_CLEANING)
            && let Err(error) = portal.post().clean().await
        {
            tracing::error!(cause = %error, "the outbox was not cleaned");
        }
    }
}

/// Carries what is due on one channel; gives how many letters were delivered.
///
/// # Errors
/// [`portal::Error::Store`] if the archive fails; what was taken is due again later.
pub async fn round(portal: &Portal, carrier: &dyn Carrier) -> Result<u32, portal::Error> {
    let (post, channel) = (portal.post(), carrier.channel());
    let mut delivered = 0;
    while post.is_due(channel).await? {
        for letter in post.take(channel).await? {
            match carrier.carry(&letter).await {
                Ok(()) => {
                    post.sent(&letter).await?;
                    delivered += 1;
                }
                Err(failure) => {
                    let why = match &failure {
                        Failure::Later { why } | Failure::Never { why } => why.clone(),
                        Failure::Gone => "gone".to_owned(),
                    };
                    let is_given_up = post.failed(&letter, failure).await?;
                    tracing::warn!(channel = channel.as_str(), message = %letter.id, why, is_given_up, "a message was not delivered");
                }
            }
        }
    }
    Ok(delivered)
}
