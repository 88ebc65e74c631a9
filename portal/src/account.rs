//! Accounts and sessions: who signs in, and who a token belongs to.

use crate::{Error, Portal};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use domain::{
    id::PersonId,
    permit::{Officer, Role},
    text::{FieldError, Line},
};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::account::Account;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// How long a session lasts without use. Unit: milliseconds; 12 hours, a long working day.
const SESSION_MS: i64 = 12 * 60 * 60 * 1000;
/// How often a session in use is noted. Unit: milliseconds; 5 minutes, so that reading does not write.
const SESSION_NOTE_MS: i64 = 5 * 60 * 1000;
/// Passwords hashed at once. Each takes about 20 MB and a core for tens of milliseconds.
const HASHES_AT_ONCE: usize = 2;
/// Shortest password. Unit: characters. Source: NIST SP 800-63B, for a password beside no second factor.
const PASSWORD_CHARS_MIN: u16 = 12;

/// Hashes and checks passwords, off the async threads and a few at a time.
#[derive(Clone)]
pub(crate) struct Passwords {
    room: Arc<Semaphore>,
    /// A hash of no password: an unknown name takes as long as a wrong password.
    decoy: String,
}

impl Passwords {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            room: Arc::new(Semaphore::new(HASHES_AT_ONCE)),
            decoy: hash("no account has this password")?,
        })
    }

    pub(crate) async fn hash(&self, password: &str) -> Result<String, Error> {
        let password = password.to_owned();
        self.run(move || hash(&password)).await?
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let place = Arc::clone(&self.room).acquire_owned().await;
        let done = tokio::task::spawn_blocking(move || {
            let _held = place;
            work()
        });
        done.await
            .map_err(|cause| Error::Broken(format!("a password was not checked: {cause}")))
    }
}

fn hash(password: &str) -> Result<String, Error> {
    let hashed = Argon2::default().hash_password(password.as_bytes());
    hashed
        .map(|hash| hash.to_string())
        .map_err(|cause| Error::Broken(format!("a password was not hashed: {cause}")))
}

fn is_password(password: &str, kept: &str) -> bool {
    PasswordHash::new(kept).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Signing in and out.
pub struct Accounts<'a> {
    pub(crate) portal: &'a Portal,
}

impl Accounts<'_> {
    /// Opens a session and gives its token, for the cookie. `None` if name or password is wrong: nobody learns which.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Option<String>, Error> {
        let inner = &self.portal.0;
        let mut conn = inner.store.look_up().await?;
        let found = store::account::find_sign_in(&mut conn, &name.trim().to_lowercase()).await?;
        drop(conn);
        let kept = found
            .as_ref()
            .map_or_else(|| inner.passwords.decoy.clone(), |found| found.password_hash.clone());
        let password = password.to_owned();
        let is_right = inner.passwords.run(move || is_password(&password, &kept)).await?;
        let Some(account) = found
            .map(|found| found.account)
            .filter(|account| is_right && account.is_active)
        else {
            return Ok(None);
        };
        let token = token_text(&self.portal.random());
        let (key, now) = (token_hash(&token), self.portal.now());
        inner
            .store
            .write(async move |tx: &mut store::Tx| {
                store::session::open(tx, &key, account.id, now, now.plus_ms(SESSION_MS)).await
            })
            .await?;
        Ok(Some(token))
    }

    /// The officer whose token this is; notes that they are here.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn who(&self, token: &str) -> Result<Option<Officer>, Error> {
        let (inner, now, key) = (&self.portal.0, self.portal.now(), token_hash(token));
        let mut conn = inner.store.look_up().await?;
        let Some(session) = store::session::find(&mut conn, &key, now).await? else {
            return Ok(None);
        };
        drop(conn);
        if now.ms_since(session.seen_at) > SESSION_NOTE_MS {
            inner
                .store
                .write(async move |tx: &mut store::Tx| {
                    store::session::touch(tx, &key, now, now.plus_ms(SESSION_MS)).await
                })
                .await?;
        }
        officer(&session.account).map(Some)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sign_out(&self, token: &str) -> Result<(), Error> {
        let key = token_hash(token);
        Ok(self
            .portal
            .0
            .store
            .write(async move |tx: &mut store::Tx| store::session::close(tx, &key).await)
            .await?)
    }

    /// Whether nobody has an account yet: the first start of an installation.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn is_empty(&self) -> Result<bool, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        Ok(!store::account::is_any(&mut conn).await?)
    }

    /// Makes an account.
    ///
    /// # Errors
    /// [`Error::Fields`] for an unknown agency, a name in use, or a password that is too short.
    pub async fn create(
        &self,
        agency: &str,
        role: Role,
        name: &str,
        sign_in_name: &str,
        password: &str,
    ) -> Result<(), Error> {
        let inner = &self.portal.0;
        let wrong = |field: &str, problem| Error::Fields(vec![(field.to_owned(), problem)]);
        let agency = inner
            .directory
            .find_agency(agency)
            .ok_or_else(|| wrong("agency", FieldError::Unknown))?;
        let name = Line::try_from(name).map_err(|problem| wrong("name", problem))?;
        let sign_in_name = Line::try_from(sign_in_name).map_err(|problem| wrong("sign_in_name", problem))?;
        let typed = u16::try_from(password.chars().count()).unwrap_or(u16::MAX);
        if typed < PASSWORD_CHARS_MIN {
            return Err(wrong(
                "password",
                FieldError::TooShort {
                    min: PASSWORD_CHARS_MIN,
                    typed,
                },
            ));
        }
        let hash = inner.passwords.hash(password).await?;
        let account = Account {
            id: PersonId(self.portal.new_id()),
            agency,
            role,
            name: name.into(),
            sign_in_name: String::from(sign_in_name).to_lowercase(),
            is_active: true,
            unit: None,
            version: 1,
        };
        let is_new = inner
            .store
            .write(async move |tx: &mut store::Tx| store::account::add(tx, &account, &hash).await)
            .await?;
        if is_new {
            Ok(())
        } else {
            Err(wrong("sign_in_name", FieldError::Unknown))
        }
    }
}

impl Portal {
    /// A new UUIDv7, of this moment.
    pub(crate) fn new_id(&self) -> Uuid {
        let ms = u64::try_from(self.now().as_ms()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(ms, &self.random()).into_uuid()
    }
}

/// The officer an account stands for.
pub(crate) fn officer(account: &Account) -> Result<Officer, Error> {
    let broken =
        |problem: FieldError| Error::Broken(format!("the account {} is not usable: {problem}", account.id.uuid()));
    let first = account.name.split_whitespace().next().unwrap_or(&account.name);
    Ok(Officer {
        id: account.id,
        agency: account.agency,
        role: account.role,
        name: Line::try_from(first).map_err(broken)?,
        unit: account
            .unit
            .as_deref()
            .map(Line::try_from)
            .transpose()
            .map_err(broken)?,
    })
}

/// 32 random bytes as 64 hexadecimal digits.
pub(crate) fn token_text(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
