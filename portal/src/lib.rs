//! The office: use cases. Each one permits, loads, decides by the rule book, saves, and commits.
//!
//! A request crosses this room once. What it gives out are views, in the reader's language; what it takes are the
//! fields of a form, or plain values.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")
)]

mod account;
mod assist;
mod book;
mod boundary;
mod calendar;
mod choices;
mod citizen;
mod deed_form;
pub mod demo;
mod desk;
mod error;
mod figures;
mod file;
mod filing_form;
#[cfg(any(test, feature = "fixture"))]
pub mod fixture;
mod follow;
mod heic;
mod keys;
mod learning;
mod letters;
mod link;
mod lost;
mod notices;
mod own_account;
pub mod pack;
mod places;
mod privacy;
mod public;
mod queue;
mod scan;
mod settle;
mod suggest;
mod sweep;
#[cfg(test)]
mod tests;
mod typed;
mod upload;
mod view;
mod world;

pub use account::Accounts;
pub use boundary::{IMPORT_BYTES_MAX, Imported};
pub use citizen::{Citizen, Receipt};
pub use deed_form::written;
pub use desk::Desk;
pub use error::Error;
pub use figures::Province;
pub use file::{Opened, Size};
pub use follow::Watch;
pub use heic::HeicDecoder;
pub use keys::KEY_BYTES;
pub use letters::{Failure, Letter, Post, To, What};
pub use link::{Link, LinkKind};
pub use own_account::{OwnAccounts, SESSION_DAYS, SIGN_IN_MINUTES, SignInLink, SignedIn};
pub use public::Public;
pub use scan::Scanner;
pub use store::follow::Browser;
pub use store::news::Heard;
pub use typed::Typed;
pub use upload::{Piece, Progress, Uploads};
pub use world::{ScriptedWorld, SystemWorld, World};

use crate::{boundary::Boundaries, keys::Keys, pack::Pack};
use domain::{
    case::change::{Acting, Moment},
    id::AgencyId,
    permit::{Actor, Officer},
    rule_book::RuleBook,
    time::Timestamp,
    tracking_code::CodePrefix,
    view::directory::{AgencyName, Directory},
};
use std::sync::Arc;
use store::{Store, vault::Vault};
use tokio::sync::Semaphore;

/// The office. Cheap to clone; all clones share the archive and the rules.
#[derive(Clone)]
pub struct Portal(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    store: Store,
    pack: Pack,
    book: RuleBook,
    /// Where places lie, for all clones of this office.
    boundaries: Arc<Boundaries>,
    directory: Directory,
    prefix: CodePrefix,
    world: Arc<dyn World>,
    keys: Keys,
    passwords: account::Passwords,
    vault: Vault,
    scanner: Scanner,
    heic: HeicDecoder,
    /// How many files are made clean at a time: each takes a core, and up to some hundred megabytes.
    cleaning: Arc<Semaphore>,
    clerk: suggest::Taught,
    /// Whether reporters are told of changes: not of those that a demonstration invents.
    tells: bool,
}

/// Where the bytes of files lie, what looks for viruses in them, and what reads the photos of iPhones.
#[derive(Clone)]
pub struct Files {
    /// Where they lie.
    pub vault: Vault,
    /// What looks at them.
    pub scanner: Scanner,
    /// What reads HEIC.
    pub heic: HeicDecoder,
}

impl Portal {
    /// For a citizen, with or without a receipt.
    #[must_use]
    pub const fn citizen(&self) -> Citizen<'_> {
        Citizen { portal: self }
    }

    /// For signing in and out.
    #[must_use]
    pub const fn account(&self) -> Accounts<'_> {
        Accounts { portal: self }
    }

    /// For an officer at their desk.
    #[must_use]
    pub const fn desk<'a>(&'a self, officer: &'a Officer) -> Desk<'a> {
        Desk { portal: self, officer }
    }

    /// For an officer who looks across agencies.
    #[must_use]
    pub const fn province<'a>(&'a self, officer: &'a Officer) -> Province<'a> {
        Province { portal: self, officer }
    }

    /// Whether the archive answers.
    pub async fn is_ready(&self) -> bool {
        match self.0.store.look_up().await {
            Ok(mut conn) => store::agency::find(&mut conn, self.0.book.desks.province)
                .await
                .is_ok_and(|desk| desk.is_some()),
            Err(_) => false,
        }
    }

    /// The name of an agency, for the pages of its officers.
    #[must_use]
    pub fn agency(&self, id: AgencyId) -> AgencyName {
        self.0.directory.agency(id)
    }

    /// For whoever carries messages out of the house.
    #[must_use]
    pub const fn post(&self) -> Post<'_> {
        Post { portal: self }
    }

    /// The same office in another time, which tells nobody.
    fn in_world(&self, world: Arc<dyn World>) -> Self {
        Self(Arc::new(Inner {
            world,
            tells: false,
            ..Inner::clone(&self.0)
        }))
    }

    fn now(&self) -> Timestamp {
        self.0.world.now()
    }

    fn random<const BYTES: usize>(&self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        self.0.world.fill(&mut bytes);
        bytes
    }

    /// This actor, now, under the rules.
    fn acting<'a>(&'a self, by: &'a Actor) -> Acting<'a> {
        Acting {
            book: &self.0.book,
            by,
            at: Moment {
                now: self.now(),
                seed: self.random(),
            },
        }
    }
}
