//! Where the bytes of files lie: a folder, or a bucket that speaks S3. What lies under which key, the database says.

use std::ops::Range;
use std::path::Path as Folder;
use std::sync::Arc;

use domain::time::Timestamp;
use futures::TryStreamExt as _;
use futures::stream::BoxStream;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt as _, PutPayload};

use crate::Error;

/// A bucket, and how it is reached.
#[derive(Clone)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What the keys in it begin with; may be empty.
    pub prefix: String,
    /// `https://…` of the service; empty for Amazon's own.
    pub endpoint: String,
    /// Its region.
    pub region: String,
    /// The name of the key that may read and write it.
    pub key_id: String,
    /// The key itself.
    pub secret: String,
}

/// Bytes as they come from where they lie.
pub type Bytes = BoxStream<'static, Result<Vec<u8>, Error>>;

/// The place where bytes lie. Cheap to clone.
#[derive(Clone)]
pub struct Vault(Arc<dyn ObjectStore>);

impl Vault {
    /// A folder that exists. A file is on the disk before [`Vault::put`] returns.
    ///
    /// # Errors
    /// [`Error::Vault`] if it is no folder.
    pub fn folder(path: &Folder) -> Result<Self, Error> {
        let folder = LocalFileSystem::new_with_prefix(path)?
            .with_automatic_cleanup(true)
            .with_fsync(true);
        Ok(Self(Arc::new(folder)))
    }

    /// A bucket that speaks S3.
    ///
    /// # Errors
    /// [`Error::Vault`] if its settings contradict one another.
    pub fn bucket(bucket: &Bucket) -> Result<Self, Error> {
        // The bucket is reached with the same cryptography as PostgreSQL; whoever chose one before keeps it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.key_id)
            .with_secret_access_key(&bucket.secret);
        if !bucket.endpoint.is_empty() {
            builder = builder
                .with_allow_http(bucket.endpoint.starts_with("http://"))
                .with_endpoint(&bucket.endpoint);
        }
        let all = builder.build()?;
        Ok(Self(if bucket.prefix.is_empty() {
            Arc::new(all)
        } else {
            Arc::new(PrefixStore::new(all, bucket.prefix.as_str()))
        }))
    }

    /// Memory, for tests.
    #[must_use]
    pub fn memory() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    /// Keeps `bytes` as `part` of the file `stored`; what was there before is replaced.
    ///
    /// # Errors
    /// [`Error::Vault`] if it is not kept.
    pub async fn put(&self, stored: &str, part: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.0.put(&place(stored, part), PutPayload::from(bytes)).await?;
        Ok(())
    }

    /// The bytes of `part` of the file `stored`.
    ///
    /// # Errors
    /// [`Error::Vault`] if they are not there.
    pub async fn get(&self, stored: &str, part: &str) -> Result<Vec<u8>, Error> {
        Ok(self.0.get(&place(stored, part)).await?.bytes().await?.into())
    }

    /// The bytes as they are read, all or some of them: from one to before another, or to the end. Gives how many there
    /// are in all, and which are here.
    ///
    /// # Errors
    /// [`Error::Vault`] if they are not there.
    pub async fn open(
        &self,
        stored: &str,
        part: &str,
        some: Option<(u64, Option<u64>)>,
    ) -> Result<(u64, Range<u64>, Bytes), Error> {
        let range = some.map(|(from, to)| match to {
            Some(to) => GetRange::Bounded(from..to),
            None => GetRange::Offset(from),
        });
        let options = GetOptions {
            range,
            ..GetOptions::default()
        };
        let found = self.0.get_opts(&place(stored, part), options).await?;
        let (length, range) = (found.meta.size, found.range.clone());
        Ok((
            length,
            range,
            Box::pin(found.into_stream().map_ok(Vec::from).map_err(Error::from)),
        ))
    }

    /// Removes one part; one that is not there is removed already.
    ///
    /// # Errors
    /// [`Error::Vault`] if the place fails.
    pub async fn remove_part(&self, stored: &str, part: &str) -> Result<(), Error> {
        gone(self.0.delete(&place(stored, part)).await)
    }

    /// Removes all parts of the file `stored`.
    ///
    /// # Errors
    /// [`Error::Vault`] if the place fails.
    pub async fn remove(&self, stored: &str) -> Result<(), Error> {
        let parts: Vec<_> = self.0.list(Some(&Path::from(stored))).try_collect().await?;
        for part in parts {
            gone(self.0.delete(&part.location).await)?;
        }
        Ok(())
    }

    /// Every file of which no part was written since `before`.
    ///
    /// # Errors
    /// [`Error::Vault`] if the place fails.
    pub async fn older_than(&self, before: Timestamp) -> Result<Vec<String>, Error> {
        let mut files = std::collections::BTreeMap::new();
        let mut parts = self.0.list(None);
        while let Some(part) = parts.try_next().await? {
            let is_old = part.last_modified.timestamp_millis() < before.as_ms();
            if let Some(stored) = part.location.parts().next() {
                *files.entry(stored.as_ref().to_owned()).or_insert(true) &= is_old;
            }
        }
        let old = files.into_iter().filter(|(_, is_old)| *is_old);
        Ok(old.map(|(stored, _)| stored).collect())
    }
}

fn place(stored: &str, part: &str) -> Path {
    Path::from(format!("{stored}/{part}"))
}

/// What is not there is removed already.
fn gone(removed: Result<(), object_store::Error>) -> Result<(), Error> {
    match removed {
        Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;
