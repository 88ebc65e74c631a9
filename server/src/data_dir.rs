//! The folder of an installation: its key, and its database where no other is named.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use portal::World;

/// Length of the key. Unit: bytes.
const KEY_BYTES: usize = 32;

/// The folder, made if it was missing.
pub struct DataDir(PathBuf);

impl DataDir {
    /// Opens the folder at `path`; a new one is its owner's alone.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn open(path: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Path of the SQLite file.
    pub fn database(&self) -> String {
        self.0.join("sinergi.db").to_string_lossy().into_owned()
    }

    /// The key of this installation, drawn from `world` on first start. Without it no receipt opens its case: it
    /// belongs into the backup, apart from the database.
    ///
    /// # Errors
    /// If it cannot be read or written, or is not of the right length.
    pub fn key(&self, world: &dyn World) -> io::Result<[u8; KEY_BYTES]> {
        let path = self.0.join("key");
        if !path.exists() {
            let mut key = [0; KEY_BYTES];
            world.fill(&mut key);
            self.keep_key(&path, &key)?;
        }
        let kept = fs::read(&path)?;
        kept.try_into().map_err(|kept: Vec<u8>| {
            io::Error::other(format!("{} has {} bytes, not {KEY_BYTES}", path.display(), kept.len()))
        })
    }

    /// What the reader of a demonstration needs, if this is one.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    pub fn demo(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(self.0.join("demo.txt")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    /// Keeps it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_demo(&self, told: &str) -> io::Result<()> {
        fs::write(self.0.join("demo.txt"), told)
    }

    /// Writes the key whole or not at all, and never over another: two servers may start at once.
    fn keep_key(&self, path: &Path, key: &[u8]) -> io::Result<()> {
        let draft = self.0.join(format!("key.{}", std::process::id()));
        let mut file: File = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)?;
        file.write_all(key)?;
        file.sync_all()?;
        let linked = fs::hard_link(&draft, path);
        fs::remove_file(&draft)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            Ok(()) | Err(_) => File::open(&self.0)?.sync_all(),
        }
    }
}
