//! Carrying the plan out: through the same rules and the same archive as any case, with a clock that stands at each
//! step's moment.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    case::{Case, file::NewNames},
    id::{CaseId, CaseKey, PersonId},
    permit::{Actor, Officer, Scope},
};
use store::Tx;
use store::account::Account;

use super::{
    DemoCase, DemoPlan,
    act::{DemoBy, DemoStep},
    deed::Known,
    texts::DemoOfficer,
};
use crate::{Error, Portal, Receipt, ScriptedWorld, book::Ids, citizen::Along};

/// Where the secrets and codes of the demonstration begin: the same everywhere.
const SEED: u64 = 65;

/// How many people support the published cases, in turn.
const SUPPORTS: [u8; 9] = [0, 3, 1, 12, 0, 6, 2, 0, 21];

/// What the first reader of a demonstration needs to know.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Cases that were told.
    pub cases: usize,
    /// Every officer; all have the same password.
    pub officers: Vec<DemoOfficer>,
    /// The receipt of a case that waits for its reporter's word.
    pub receipt: Option<Receipt>,
}

impl Portal {
    /// Fills an empty archive with the demonstration. Every officer gets `password`.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails, [`Error::Broken`] if the plan contradicts the rules.
    pub async fn perform_demo(&self, password: &str) -> Result<Demo, Error> {
        let plan = DemoPlan::tell(&self.0.pack, self.now()).map_err(|cause| Error::Broken(cause.to_string()))?;
        let world = Arc::new(ScriptedWorld::new(self.now(), SEED));
        let stage = self.in_world(Arc::clone(&world) as _);
        let officers = stage.hire(&plan, password).await?;
        let ids: Ids = self
            .0
            .directory
            .agencies
            .iter()
            .map(|(id, name)| (name.code.clone(), *id))
            .collect();
        let people = officers
            .iter()
            .map(|(sign_in, officer)| (sign_in.clone(), officer.id))
            .collect();
        let known = Known {
            pack: &self.0.pack,
            ids: &ids,
            people: &people,
        };
        let mut keys: BTreeMap<usize, CaseKey> = BTreeMap::new();
        for (place, step) in plan.in_order() {
            world.set(step.at);
            let Some(case) = plan.cases.get(place) else { continue };
            match keys.get(&place) {
                None => drop(keys.insert(place, stage.file_demo(place, case, known).await?)),
                Some(key) => stage.play(*key, step, known, &officers).await?,
            }
        }
        let receipt = stage.waiting_receipt(&keys).await?;
        stage.support_some().await?;
        Ok(Demo {
            cases: plan.cases.len(),
            officers: plan.officers,
            receipt,
        })
    }

    /// Makes the accounts, with one hash for all: a demonstration has one password.
    async fn hire(&self, plan: &DemoPlan, password: &str) -> Result<BTreeMap<String, Officer>, Error> {
        let hash = self.0.passwords.hash(password).await?;
        let mut officers = BTreeMap::new();
        let mut accounts = Vec::new();
        for hired in &plan.officers {
            let account = self.account_of(hired)?;
            officers.insert(hired.sign_in.clone(), crate::account::officer(&account)?);
            accounts.push(account);
        }
        let add_all = async move |tx: &mut Tx| {
            for account in accounts {
                store::account::add(tx, &account, &hash).await?;
            }
            Ok::<_, Error>(())
        };
        self.0.store.write(add_all).await?;
        Ok(officers)
    }

    fn account_of(&self, hired: &DemoOfficer) -> Result<Account, Error> {
        let unknown = || {
            Error::Broken(format!(
                "the demonstration hires for {}, which is no tenant",
                hired.agency
            ))
        };
        Ok(Account {
            id: PersonId(self.new_id()),
            agency: self.0.directory.find_agency(&hired.agency).ok_or_else(unknown)?,
            role: hired.role,
            name: hired.name.clone(),
            sign_in_name: hired.sign_in.clone(),
            is_active: true,
            unit: Some(hired.unit.clone()),
            version: 1,
        })
    }

    async fn file_demo(&self, place: usize, case: &DemoCase, known: Known<'_>) -> Result<CaseKey, Error> {
        let asked = case.asked(known).map_err(|problem| broken(&case.text_id, problem))?;
        let own = self.clone();
        let secret = self.0.keys.secret_of_filing(&demo_key(place));
        let file = async move |tx: &mut Tx| {
            let names = NewNames {
                id: CaseId(own.new_id()),
                code: own.draw_code(tx).await?,
            };
            let hash = own.0.keys.hash_of_secret(names.code.as_str(), &secret);
            let change = Case::file(own.acting(&Actor::Reporter), asked, names);
            own.keep(tx, &change).await?;
            store::receipt::claim(tx, &change.after().code, change.after().key, &hash).await?;
            Ok::<_, Error>(change.after().key)
        };
        self.0.store.write(file).await
    }

    async fn play(
        &self,
        key: CaseKey,
        step: &DemoStep,
        known: Known<'_>,
        officers: &BTreeMap<String, Officer>,
    ) -> Result<(), Error> {
        let deed = step.act.deed(known).map_err(|problem| broken("a step", problem))?;
        let Some(deed) = deed else { return Ok(()) };
        let by = match &step.by {
            DemoBy::Reporter => Actor::Reporter,
            DemoBy::Clock => Actor::Clock,
            DemoBy::Officer(sign_in) => {
                let officer = officers
                    .get(sign_in)
                    .ok_or_else(|| broken(sign_in, "no such officer"))?;
                Actor::Officer(officer.clone())
            }
        };
        self.act(Scope::Reporter(key), key, by, deed, Along::default()).await
    }

    /// Neighbours support what was published: by the ordinary use case, each with a browser of their own.
    async fn support_some(&self) -> Result<(), Error> {
        let public = self.public("");
        let (cases, _) = public.addresses().await?;
        for (place, (code, _)) in cases.iter().enumerate() {
            for neighbour in 0..SUPPORTS.get(place % SUPPORTS.len()).copied().unwrap_or(0) {
                public.support(code, &format!("demo-{place}-{neighbour}"), true).await?;
            }
        }
        Ok(())
    }

    /// The receipt of a case whose reporter has the word, so that a visitor can try that side too.
    async fn waiting_receipt(&self, keys: &BTreeMap<usize, CaseKey>) -> Result<Option<Receipt>, Error> {
        for (place, key) in keys {
            let scope = Scope::Reporter(*key);
            let mut conn = self.0.store.read(scope).await?;
            let found = store::case::find(&mut conn, scope, *key).await?;
            let waits = |case: &Case| matches!(case.status, domain::case::status::Status::Responded { .. });
            if let Some(case) = found.filter(|case| waits(case) && !case.is_restricted()) {
                let secret = self.0.keys.secret_of_filing(&demo_key(*place)).reveal();
                return Ok(Some(Receipt {
                    code: case.code.to_string(),
                    secret,
                }));
            }
        }
        Ok(None)
    }
}

/// The key of a demonstration's filing, from which its secret follows.
fn demo_key(place: usize) -> String {
    format!("demo-{place}")
}

fn broken(what: &str, problem: impl std::fmt::Display) -> Error {
    Error::Broken(format!("the demonstration's {what}: {problem}"))
}
