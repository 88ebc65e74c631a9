//! Files of a case, opened for who may read them; the sweep of those that nobody needs; and pictures for the public.

use std::ops::Range;

use domain::{
    case::Case,
    file::{Attachment, FileKind, FileState},
    id::{CaseKey, FileId},
    limits,
    permit::Scope,
    view::rights::{self, Reader},
};
use store::{Conn, Tx, attachment::Quarantined, vault::Bytes};

use crate::{
    Error, Portal,
    scan::Verdict,
    upload::{PUBLIC, THUMBNAIL, WHOLE},
};

/// Files looked at in one round of a sweep. Unit: files.
const FILES_A_ROUND: i64 = 100;
/// How old bytes are that a sweep may remove. Unit: milliseconds. Twice as old as the oldest file that may still be
/// named, so that no report loses one in between.
const ORPHAN_AGE_MS: i64 = 2 * limits::UPLOAD_HOURS_MAX * 60 * domain::time::MINUTE_MS;

/// Which picture of a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The whole file.
    Whole,
    /// The picture in a list; of a photo only.
    Thumbnail,
}

/// A file that is opened.
pub struct Opened {
    /// What its bytes are.
    pub kind: FileKind,
    /// All its bytes. Unit: bytes.
    pub length: u64,
    /// Which of them are here.
    pub range: Range<u64>,
    /// The bytes.
    pub bytes: Bytes,
}

impl Portal {
    /// The file `id` of a case for a reader who sees its text and facts; `None` if for them it does not exist, or may
    /// not be opened. `range` asks for some of the bytes, from one to before another; the end may be left open.
    pub(crate) async fn open_file(
        &self,
        conn: &mut Conn,
        scope: Scope,
        (case, reader): (&Case, Reader<'_>),
        id: FileId,
        (size, range): (Size, Option<(u64, Option<u64>)>),
    ) -> Result<Option<Opened>, Error> {
        let found = store::attachment::find(conn, scope, case.key, id).await?;
        let may_read = rights::of(case, &self.0.book.desks, reader).is_some_and(|rights| rights.sees_facts);
        let is_open = |sent: &Attachment| {
            sent.file.state == FileState::Clean && (size == Size::Whole || sent.file.kind.is_photo())
        };
        let Some(found) = found.filter(|sent| may_read && is_open(sent)) else {
            return Ok(None);
        };
        let (part, kind) = match size {
            Size::Whole => (WHOLE, found.file.kind),
            Size::Thumbnail => (THUMBNAIL, FileKind::Jpeg),
        };
        let (length, range, bytes) = self.0.vault.open(&found.file.stored, part, range).await?;
        Ok(Some(Opened {
            kind,
            length,
            range,
            bytes,
        }))
    }

    /// The photos of a case of which an officer may show the public a smaller picture, as far as `scope` reads them:
    /// those that came with the report or a message, are clean, and are not kept to one desk.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub(crate) async fn photos_for_public(&self, scope: Scope, case: CaseKey) -> Result<Vec<FileId>, Error> {
        let mut conn = self.0.store.read(scope).await?;
        let mut found = store::attachment::of_report(&mut conn, scope, case).await?;
        for message in store::message::all(&mut conn, scope, case).await? {
            found.extend(message.files);
        }
        Ok(found
            .iter()
            .filter(|sent| sent.may_be_public())
            .map(|sent| sent.file.id)
            .collect())
    }

    /// The smaller picture of one of [`Portal::photos_for_public`], a JPEG. Whether everybody sees it, the caller knows.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub(crate) async fn photo_for_public(&self, case: CaseKey, id: FileId) -> Result<Option<Vec<u8>>, Error> {
        let scope = Scope::Reporter(case);
        let mut conn = self.0.store.read(scope).await?;
        let found = store::attachment::find(&mut conn, scope, case, id).await?;
        match found.filter(Attachment::may_be_public) {
            Some(sent) => Ok(Some(self.0.vault.get(&sent.file.stored, PUBLIC).await?)),
            None => Ok(None),
        }
    }

    /// Forgets files that no report has named for a day, and asks the virus scanner again about those in quarantine.
    /// Gives how many files were forgotten or judged.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn sweep_files(&self) -> Result<u32, Error> {
        let before = self.now().plus_minutes(-60 * limits::UPLOAD_HOURS_MAX);
        let mut conn = self.0.store.look_up().await?;
        let old = store::upload::old(&mut conn, before, FILES_A_ROUND).await?;
        let mut after = FileId(uuid::Uuid::nil());
        drop(conn);
        let mut done = 0;
        for id in old {
            self.uploads().remove(id).await?;
            done += 1;
        }
        loop {
            let mut conn = self.0.store.look_up().await?;
            let waiting = store::attachment::quarantined(&mut conn, after, FILES_A_ROUND).await?;
            drop(conn);
            let Some(last) = waiting.last() else { return Ok(done) };
            after = last.id;
            for file in waiting {
                done += self.judge(file).await?;
            }
        }
    }

    /// Removes bytes of which the archive knows nothing: those of a file whose report was never kept. Gives how many
    /// files that were.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive or the place of the files fails.
    pub async fn sweep_orphans(&self) -> Result<u32, Error> {
        let before = self.now().plus_ms(-ORPHAN_AGE_MS);
        let mut removed = 0;
        for stored in self.0.vault.older_than(before).await? {
            let mut conn = self.0.store.look_up().await?;
            let is_kept = store::stored::is_kept(&mut conn, &stored).await?;
            drop(conn);
            if !is_kept {
                self.0.vault.remove(&stored).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Asks the virus scanner about a file of a case. The bytes of an infected one go at once.
    async fn judge(&self, file: Quarantined) -> Result<u32, Error> {
        let bytes = self.0.vault.get(&file.stored, WHOLE).await?;
        let state = match self.0.scanner.judge(&bytes).await {
            Verdict::Unknown => return Ok(0),
            Verdict::Clean => FileState::Clean,
            Verdict::Infected => FileState::Infected,
        };
        let judged = file.clone();
        self.0
            .store
            .write(async move |tx: &mut Tx| {
                if state == FileState::Infected {
                    store::stored::forget(tx, &judged.stored).await?;
                }
                Ok::<_, Error>(store::attachment::judge(tx, &judged, state).await?)
            })
            .await?;
        if state == FileState::Infected {
            self.0.vault.remove(&file.stored).await?;
        }
        Ok(1)
    }
}
