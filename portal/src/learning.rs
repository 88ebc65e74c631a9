//! How officers teach the clerk: what they decide about a report becomes a lesson, and the clerk learns anew from all.

use crate::{Error, Portal, pack::AgencyLevel, suggest};
use clerk::{Clerk, REGENCY};
use domain::{
    case::{Case, status::Status},
    deed::Deed,
    id::AgencyId,
    kind::Kind,
    permit::Actor,
};
use store::{Tx, lesson::Lesson};

/// How much a decision of an officer counts against an invented sentence.
const CORRECTION_WEIGHT: f32 = 1.5;

/// What an act decides about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taught {
    /// Where it belongs.
    Place,
    /// What it is about: its category among the rest.
    Matter,
}

/// What an act teaches, if anything.
pub(crate) const fn teaches(deed: &Deed) -> Option<Taught> {
    if matches!(deed, Deed::Classify(..)) {
        return Some(Taught::Matter);
    }
    let decides = matches!(
        deed,
        Deed::Verify | Deed::Dispatch { .. } | Deed::Accept | Deed::Rule { .. } | Deed::Refer { .. }
    );
    if decides { Some(Taught::Place) } else { None }
}

impl Portal {
    /// Keeps what `by` taught by an act that made `after`, in its transaction. Secret reports, reports of wrongdoing and
    /// those that accuse somebody teach nothing.
    pub(crate) async fn learn(&self, tx: &mut Tx, by: &Actor, taught: Taught, after: &Case) -> Result<(), Error> {
        let Actor::Officer(officer) = by else { return Ok(()) };
        if after.visibility.is_secret() || after.is_restricted() || after.kind == Kind::Whistleblowing {
            return Ok(());
        }
        let Some(agency) = self.belongs_to(after) else {
            return Ok(());
        };
        let clerk = self.clerk();
        let stems = clerk.keepable(after.facts.body.as_str());
        if stems.is_empty() {
            return Ok(());
        }
        let suggestion = clerk.suggest(after.facts.body.as_str(), Some(after.facts.place.region.as_str()));
        // A category that nobody corrected is the clerk's own guess: it must not learn from itself.
        let guessed = suggestion.category.as_ref().map(|(path, _)| path.as_str());
        let category = after.facts.category.as_ref().map(|path| path.as_str());
        let category = category.filter(|path| taught == Taught::Matter || guessed != Some(path));
        let first = suggestion.agencies.first().map(|first| self.label(&first.agency));
        let lesson = Lesson {
            id: self.new_id(),
            at: self.now(),
            desk: officer.agency,
            stems,
            is_confirming: first.as_deref() == Some(agency.as_str()),
            agency,
            service: after.facts.service.as_ref().map(|code| code.as_str().to_owned()),
            category: category.map(str::to_owned),
        };
        Ok(store::lesson::add(tx, &lesson).await?)
    }

    /// Where the case now is: its holder, or the body it was passed to. The province desk is where nothing is decided yet.
    fn belongs_to(&self, case: &Case) -> Option<String> {
        if let Status::Referred(referral) = &case.status {
            let code = referral.body.code.as_str();
            return self.0.pack.find_agency(code).map(|body| body.code.clone());
        }
        let holder: AgencyId = case.holder;
        (holder != self.0.book.desks.province).then(|| self.label(&self.0.directory.agency(holder).code))
    }

    /// The agency as the clerk knows it: all regencies are one.
    fn label(&self, code: &str) -> String {
        let is_regency = self
            .0
            .pack
            .find_agency(code)
            .is_some_and(|agency| agency.level == AgencyLevel::Regency);
        if is_regency {
            REGENCY.to_owned()
        } else {
            code.to_owned()
        }
    }

    /// Lets the clerk learn anew from the pack and all lessons. Gives how many lessons there were.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails; then the clerk stays as it is.
    pub async fn retrain(&self) -> Result<usize, Error> {
        let mut conn = self.0.store.look_up().await?;
        let mut lessons = store::lesson::newest(&mut conn).await?;
        drop(conn);
        // The same lessons give the same clerk.
        lessons.reverse();
        let count = lessons.len();
        let corrections = lessons.into_iter().map(correction).collect();
        let pack = self.0.pack.clone();
        let taught: Clerk = tokio::task::spawn_blocking(move || suggest::clerk(&pack, corrections))
            .await
            .map_err(|cause| Error::Broken(format!("the clerk did not learn: {cause}")))?;
        self.0.clerk.replace(taught, self.now());
        Ok(count)
    }

    /// Learns anew if a night has passed since, or somebody asked for it. Gives how many lessons there were, if it did.
    /// A server that has just started learns at once.
    ///
    /// # Errors
    /// As [`Portal::retrain`].
    pub async fn keep_learning(&self) -> Result<Option<usize>, Error> {
        let now = self.now();
        let is_due = match self.0.clerk.learned_at() {
            None => true,
            Some(learned) => {
                let mut conn = self.0.store.look_up().await?;
                let asked = store::lesson::retraining_asked(&mut conn).await?;
                asked.is_some_and(|asked| asked > learned) || now.wita_date() > learned.wita_date()
            }
        };
        if is_due {
            self.retrain().await.map(Some)
        } else {
            Ok(None)
        }
    }

    /// Asks every running server to learn anew within a minute. Gives from how many lessons they will.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn ask_retraining(&self) -> Result<usize, Error> {
        let now = self.now();
        self.0
            .store
            .write(async move |tx: &mut Tx| Ok::<_, Error>(store::lesson::ask_retraining(tx, now).await?))
            .await?;
        self.retrain().await
    }
}

fn correction(lesson: Lesson) -> clerk::Lesson {
    clerk::Lesson {
        stems: lesson.stems,
        is_ordered: false,
        agency: Some(lesson.agency),
        regency: None,
        service: Some(lesson.service.unwrap_or_default()),
        category: lesson.category,
        weight: CORRECTION_WEIGHT,
    }
}
