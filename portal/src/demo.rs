//! The demonstration: a few hundred invented cases and the officers who work on them, as a plan in plain data.
//!
//! The plan is the same for the same pack and moment. It is carried out through the ordinary use cases with a clock
//! that stands at each step's moment, so a demonstration case differs from a real one in nothing but its origin.

mod act;
mod deed;
mod office;
mod perform;
mod publish;
mod scene;
mod story;
mod teller;
mod telling;
#[cfg(test)]
mod tests;
mod texts;

use domain::time::Timestamp;
use fastrand::Rng;

use crate::pack::{Pack, PackError};
use office::Office;
use story::Cast;
use texts::Texts;

pub use act::{DemoAct, DemoBetter, DemoBy, DemoMove, DemoPledge, DemoStep, DemoVerdict};
pub use perform::Demo;
pub use scene::{DemoCase, DemoReporter};
pub use texts::DemoOfficer;

/// Where the sequence of the demonstration begins; another number tells other cases.
const SEED: u64 = 65_2012;

/// Officers and cases of the demonstration.
#[derive(Debug, Clone)]
pub struct DemoPlan {
    /// At least one officer for every tenant.
    pub officers: Vec<DemoOfficer>,
    /// Cases in the order of their telling, not of their filing.
    pub cases: Vec<DemoCase>,
}

impl DemoPlan {
    /// The plan for a demonstration that begins at `now`: filings of the ten months before it, acts up to it.
    ///
    /// # Errors
    /// [`PackError`] if a built-in text contradicts `pack`; a test proves that none contradicts Kaltara's.
    pub fn tell(pack: &Pack, now: Timestamp) -> Result<Self, PackError> {
        let texts = Texts::read(pack)?;
        let office = Office::new(pack);
        let mut rng = Rng::with_seed(SEED);
        let mut cases = Cast {
            pack,
            texts: &texts,
            office: &office,
            now,
        }
        .tell_all(&mut rng);
        publish::add(&mut cases, pack, now);
        Ok(Self {
            officers: texts.officers,
            cases,
        })
    }

    /// Every step with the place of its case in `cases`, in order of time.
    pub fn in_order(&self) -> Vec<(usize, &DemoStep)> {
        let mut steps: Vec<_> = self
            .cases
            .iter()
            .enumerate()
            .flat_map(|(place, case)| case.script.iter().map(move |step| (place, step)))
            .collect();
        steps.sort_by_key(|(_, step)| step.at);
        steps
    }
}
