//! The folder of an installation: its key, and its database where no other is named.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use portal::World;

/// Length of the key. Unit: bytes.
const KEY_BYTES: usize = 32;

/// Lies in the folder while the demonstration is filled in.
const HALF_DEMO: &str = "demo.half";

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

    /// Folder of the bytes of files, made if it was missing.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn files(&self) -> io::Result<PathBuf> {
        let path = self.0.join("files");
        DirBuilder::new().recursive(true).mode(0o700).create(&path)?;
        Ok(path)
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

    /// Says that the demonstration is being filled in, until [`Self::keep_demo`]; the lock ends with the process.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn begin_demo(&self) -> io::Result<File> {
        let mark = File::create(self.0.join(HALF_DEMO))?;
        mark.lock()?;
        Ok(mark)
    }

    /// Keeps it; the demonstration is whole.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_demo(&self, told: &str) -> io::Result<()> {
        fs::write(self.0.join("demo.txt"), told)?;
        fs::remove_file(self.0.join(HALF_DEMO))
    }

    /// Takes away the SQLite file of a demonstration that was cut off while it was filled in: nothing but invented
    /// cases is in it. Gives whether there was one; one that another server is filling in is left alone.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub fn drop_half_demo(&self) -> io::Result<bool> {
        let mark = self.0.join(HALF_DEMO);
        match File::open(&mark).map(|file| file.try_lock()) {
            Ok(Ok(())) => {}
            Ok(Err(TryLockError::Error(error))) => return Err(error),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(Err(TryLockError::WouldBlock)) | Err(_) => return Ok(false),
        }
        for end in ["", "-wal", "-shm", ".lock"] {
            match fs::remove_file(format!("{}{end}", self.database())) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        fs::remove_file(mark)?;
        Ok(true)
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
