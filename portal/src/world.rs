//! Time and randomness: arguments everywhere else, and read here.

use domain::time::Timestamp;
use std::{
    sync::{Mutex, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

/// Where the office gets time and randomness from.
pub trait World: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Fills `bytes` with randomness fit for secrets.
    fn fill(&self, bytes: &mut [u8]);
}

/// The clock and the randomness of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn fill(&self, bytes: &mut [u8]) {
        let filled = getrandom::fill(bytes);
        assert!(filled.is_ok(), "a machine without randomness can keep no secret");
    }
}

/// A clock that stands where it is set, and a sequence of bytes that is the same each time: for tests, and for the
/// demonstration, whose cases must come out the same everywhere. Never for real cases.
#[derive(Debug)]
pub struct ScriptedWorld(Mutex<(Timestamp, fastrand::Rng)>);

impl ScriptedWorld {
    /// Begins at `now` with `seed`.
    #[must_use]
    pub fn new(now: Timestamp, seed: u64) -> Self {
        Self(Mutex::new((now, fastrand::Rng::with_seed(seed))))
    }

    /// Moves the clock.
    pub fn set(&self, now: Timestamp) {
        self.with(|state| state.0 = now);
    }

    fn with<T>(&self, act: impl FnOnce(&mut (Timestamp, fastrand::Rng)) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl World for ScriptedWorld {
    fn now(&self) -> Timestamp {
        self.with(|state| state.0)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.with(|state| state.1.fill(bytes));
    }
}
