//! What a citizen does: files a report, follows it with the receipt, and has the word on the answer.

use crate::{
    Error, Portal, Typed, choices, deed_form,
    file::{Opened, Size},
    filing_form::{self, Filing},
    learning,
    public::stems_of,
    suggest, upload,
};
use domain::{
    case::{Case, change::Change, file::NewNames},
    id::{CaseId, CaseKey, FileId},
    kind::Channel,
    lang::Lang,
    permit::{Actor, Scope},
    refusal::Refusal,
    secret::Secret,
    text::FieldError,
    tracking_code::TrackingCode,
    view::{
        CaseView,
        choices::{FilingChoices, SuggestionView},
        receipt::ReceiptView,
        rights::Reader,
    },
};
use store::Tx;

/// Draws of a tracking code before giving up. 32⁷ codes a year make a second draw rare already.
const CODE_DRAWS_MAX: usize = 5;

/// A citizen, with or without a receipt.
pub struct Citizen<'a> {
    pub(crate) portal: &'a Portal,
}

/// What a citizen keeps: with both, the case is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The tracking code.
    pub code: String,
    /// The secret, in groups. Kept nowhere but here.
    pub secret: String,
}

impl Citizen<'_> {
    /// What the filing form lets people choose from, with a fresh key for the form.
    #[must_use]
    pub fn choices(&self, lang: Lang) -> FilingChoices {
        choices::filing(self.portal, lang)
    }

    /// What the clerk suggests for a form as it stands: its words and its place. Nothing of it is kept.
    #[must_use]
    pub fn suggest(&self, typed: &Typed, lang: Lang) -> SuggestionView {
        let place = ["village", "district", "regency"].map(|field| typed.text(field));
        let place = place
            .into_iter()
            .find(|code| self.portal.0.pack.find_regency(code).is_some());
        let suggestion = self.portal.clerk().suggest(typed.text("body"), place);
        suggest::in_words(&self.portal.0.pack, &suggestion, lang)
    }

    /// The villages of a district, as (code, name): for a field that suggests them.
    #[must_use]
    pub fn villages(&self, district: &str) -> Vec<(String, String)> {
        self.portal
            .0
            .pack
            .villages_of(district)
            .map(|village| (village.code.clone(), village.name.clone()))
            .collect()
    }

    /// Files a report. The same form sent again gives the same receipt and makes no second case.
    ///
    /// # Errors
    /// [`Error::Fields`] with everything that must be corrected; [`Error::Store`] if nothing was kept.
    pub async fn file(&self, typed: &Typed) -> Result<Receipt, Error> {
        self.portal.file_as(typed, Actor::Reporter, Channel::Web).await
    }

    /// Everything that is wrong with a filing form some of whose files could not be taken, so that people learn all at once.
    #[must_use]
    pub fn problems_of(&self, typed: &Typed, of_files: Vec<(String, FieldError)>) -> Vec<(String, FieldError)> {
        let inner = &self.portal.0;
        let clerk = self.portal.clerk();
        let ground = filing_form::Ground {
            pack: &inner.pack,
            directory: &inner.directory,
            now: self.portal.now(),
            channel: Channel::Web,
            clerk: &clerk,
        };
        match filing_form::parse(typed, &ground) {
            Err(Error::Fields(mut fields)) => {
                fields.extend(of_files);
                fields
            }
            Ok(_) | Err(_) => of_files,
        }
    }

    /// The receipt of a case, for who holds its secret.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn receipt(&self, code: &str, secret: &str, lang: Lang) -> Result<Option<ReceiptView>, Error> {
        let Some((key, own)) = self.prove_secret(code, secret).await? else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.read(Scope::Reporter(key)).await?;
        let Some(case) = store::case::find(&mut conn, Scope::Reporter(key), key).await? else {
            return Ok(None);
        };
        let sealed = store::event::proof(&mut conn, Scope::Reporter(key), key).await?;
        let proof = sealed.map(|sealed| sealed.hash);
        Ok(Some(self.portal.receipt_view(&case, &own, proof, lang)))
    }

    /// The reporter's view of a case, by the secret or their account; or by a link from a notice, and then to be read
    /// only. A wrong code and a wrong secret answer alike.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn open(&self, code: &str, secret: &str, lang: Lang) -> Result<Option<CaseView>, Error> {
        let Some((key, way)) = self.prove_to_read(code, secret).await? else {
            return Ok(None);
        };
        let scope = Scope::Reporter(key);
        let view = self.portal.case_view(scope, key, Reader::Reporter, lang).await?;
        match view {
            Some(view) => self.portal.followed(key, view, way, lang).await.map(Some),
            None => Ok(None),
        }
    }

    /// Does what the form says to the case: supply, confirm, reopen, withdraw, rate, object.
    ///
    /// # Errors
    /// [`Error::Missing`] without the right secret; [`Error::Fields`], [`Error::Refused`] or [`Error::Stale`].
    pub async fn act(&self, code: &str, secret: &str, typed: &Typed) -> Result<(), Error> {
        let key = self.prove(code, secret).await?.ok_or(Error::Missing)?;
        let inner = &self.portal.0;
        let ground = deed_form::Ground {
            pack: &inner.pack,
            directory: &inner.directory,
            me: None,
            photos: Vec::new(),
        };
        let deed = deed_form::parse(typed, &ground)?;
        let along = Along::of(typed)?;
        self.portal
            .act(Scope::Reporter(key), key, Actor::Reporter, deed, along)
            .await
    }

    /// A file of the case, for who holds its secret; `None` if there is none, or it may not be opened. `range` asks for
    /// some of its bytes: from one to before another, or to the end.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn open_file(
        &self,
        (code, secret): (&str, &str),
        id: FileId,
        size: Size,
        range: Option<(u64, Option<u64>)>,
    ) -> Result<Option<Opened>, Error> {
        let Some(key) = self.prove(code, secret).await? else {
            return Ok(None);
        };
        let scope = Scope::Reporter(key);
        let mut conn = self.portal.0.store.read(scope).await?;
        let Some(case) = store::case::find(&mut conn, scope, key).await? else {
            return Ok(None);
        };
        let looks = (&case, Reader::Reporter);
        self.portal.open_file(&mut conn, scope, looks, id, (size, range)).await
    }

    /// The case of this code, for its reporter: by its secret, or by the session of an account that has it.
    pub(crate) async fn prove(&self, code: &str, proof: &str) -> Result<Option<CaseKey>, Error> {
        match self.prove_secret(code, proof).await? {
            Some((key, _)) => Ok(Some(key)),
            None => self.prove_by_account(code, proof).await,
        }
    }

    /// The case of this code, if the secret is its own. Takes as long for a wrong code as for a wrong secret.
    pub(crate) async fn prove_secret(&self, code: &str, secret: &str) -> Result<Option<(CaseKey, Secret)>, Error> {
        let (Ok(code), Ok(secret)) = (code.parse::<TrackingCode>(), secret.parse::<Secret>()) else {
            return Ok(None);
        };
        let inner = &self.portal.0;
        let mut conn = inner.store.look_up().await?;
        let kept = store::receipt::find_secret(&mut conn, &code).await?;
        let (key, hash) = kept.map_or((None, [0; 32]), |(key, hash)| (Some(key), hash));
        let is_right = inner.keys.is_secret(code.as_str(), &secret, &hash);
        Ok(key.filter(|_| is_right).map(|key| (key, secret)))
    }
}

/// What a form of an act brings beside the act.
#[derive(Default)]
pub(crate) struct Along {
    /// The version of the case that was read.
    version: Option<i64>,
    /// The key that makes it one act however often it is sent; may be empty.
    key: String,
    /// The files.
    files: Vec<upload::Named>,
}

impl Along {
    pub(crate) fn of(typed: &Typed) -> Result<Self, Error> {
        Ok(Self {
            version: typed.text("version").parse().ok(),
            key: typed.text("key").to_owned(),
            files: upload::named(typed)?,
        })
    }
}

/// Wrong fields together with wrong files, so that a reader learns all at once.
fn with_files(error: Error, named: &Result<Vec<upload::Named>, Error>) -> Error {
    match (error, named) {
        (Error::Fields(mut fields), Err(Error::Fields(of_files))) => {
            fields.extend(of_files.iter().cloned());
            Error::Fields(fields)
        }
        (error, _) => error,
    }
}

impl Portal {
    /// Files a report that `by` typed in, which came by this channel.
    ///
    /// # Errors
    /// As [`Citizen::file`].
    pub(crate) async fn file_as(&self, typed: &Typed, by: Actor, channel: Channel) -> Result<Receipt, Error> {
        let inner = &self.0;
        let clerk = self.clerk();
        let ground = filing_form::Ground {
            pack: &inner.pack,
            directory: &inner.directory,
            now: self.now(),
            channel,
            clerk: &clerk,
        };
        let named = upload::named(typed);
        let Filing { asked, key } = filing_form::parse(typed, &ground).map_err(|error| with_files(error, &named))?;
        let named = named?;
        let key = if key.is_empty() { self.new_id().to_string() } else { key };
        let secret = inner.keys.secret_of_filing(&key);
        let own = self.clone();
        let (filing_key, keyed) = (key.clone(), secret.clone());
        let code = inner
            .store
            .write(async move |tx: &mut Tx| {
                let code = own.draw_code(tx).await?;
                if let Some(first) = store::idempotency::claim(tx, &filing_key, code.as_str(), own.now()).await? {
                    return Ok::<_, Error>(first);
                }
                let names = NewNames {
                    id: CaseId(own.new_id()),
                    code: code.clone(),
                };
                let sent = upload::take(tx, &named).await?;
                let change = Case::file(own.acting(&by), asked, names);
                let change = change.with_files(sent, &own.0.book.desks)?;
                own.keep(tx, &change).await?;
                let hash = own.0.keys.hash_of_secret(code.as_str(), &keyed);
                if store::receipt::claim(tx, &code, change.after().key, &hash).await? {
                    Ok(code.as_str().to_owned())
                } else {
                    Err(store::Error::Stale.into())
                }
            })
            .await?;
        Ok(Receipt {
            code,
            secret: secret.reveal(),
        })
    }

    /// A tracking code that no case has. A collision draws again.
    pub(crate) async fn draw_code(&self, tx: &mut Tx) -> Result<TrackingCode, Error> {
        for _ in 0..CODE_DRAWS_MAX {
            let code = TrackingCode::new(&self.0.prefix, self.now().wita_date().year(), self.random());
            if store::receipt::find_secret(tx, &code).await?.is_none() {
                return Ok(code);
            }
        }
        Err(Error::Broken("no free tracking code was drawn".to_owned()))
    }

    /// Writes a change with its figures, and with the notices that it causes.
    pub(crate) async fn keep(&self, tx: &mut Tx, change: &Change) -> Result<(), Error> {
        store::case::apply(tx, &self.0.book.desks, change).await?;
        self.index(tx, change).await?;
        store::tally::add(tx, &domain::tally::deltas(&self.0.book, change)).await?;
        self.renew_receipt(tx, change).await?;
        self.tell(tx, change).await
    }

    /// Keeps the stems of what was published or worded anew.
    async fn index(&self, tx: &mut Tx, change: &Change) -> Result<(), Error> {
        let words = |case: &Case| {
            case.publication
                .as_ref()
                .map(|public| (public.title.clone(), public.text.clone()))
        };
        let after = words(change.after());
        if let Some((title, text)) = &after
            && change.before().and_then(words) != after
        {
            let stems = stems_of(&format!("{}\n{}", title.as_str(), text.as_str()));
            store::published::keep_stems(tx, &change.after().code, &stems).await?;
        }
        Ok(())
    }

    /// Does `deed` to a case as `by`, through the eyes of `scope`. The same form sent again does it once.
    pub(crate) async fn act(
        &self,
        scope: Scope,
        key: CaseKey,
        by: Actor,
        deed: domain::deed::Deed,
        along: Along,
    ) -> Result<(), Error> {
        let own = self.clone();
        let taught = learning::teaches(&deed);
        self.0
            .store
            .write(async move |tx: &mut Tx| {
                let case = store::case::find_to_change(tx, scope, key)
                    .await?
                    .ok_or(Error::Missing)?;
                if !along.key.is_empty() {
                    let form = format!("act {} {}", key.id.uuid(), along.key);
                    let done = store::idempotency::claim(tx, &form, deed.act().as_str(), own.now()).await?;
                    if done.is_some() {
                        return Ok(());
                    }
                }
                let change = own.decide(&case, &by, along.version, deed)?;
                let sent = upload::take(tx, &along.files).await?;
                let change = change.with_files(sent, &own.0.book.desks)?;
                own.keep(tx, &change).await?;
                if let Some(taught) = taught {
                    own.learn(tx, &by, taught, change.after()).await?;
                }
                Ok(())
            })
            .await
    }

    fn decide(&self, case: &Case, by: &Actor, version: Option<i64>, deed: domain::deed::Deed) -> Result<Change, Error> {
        if version.is_some_and(|version| version != case.version) {
            return Err(Error::Stale { version: case.version });
        }
        case.act(self.acting(by), deed).map_err(|refusal| {
            // What another desk may not do to a case it may not see is missing, not refused.
            if refusal == Refusal::NotYours && !self.sees(case, by) {
                Error::Missing
            } else {
                Error::Refused(refusal)
            }
        })
    }

    fn sees(&self, case: &Case, by: &Actor) -> bool {
        match by {
            Actor::Officer(officer) => {
                domain::view::rights::of(case, &self.0.book.desks, Reader::Officer(officer)).is_some()
            }
            Actor::Reporter | Actor::Clock => true,
        }
    }
}
