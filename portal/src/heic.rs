//! Photos of iPhones (HEIC), where an installation has a program that turns them into JPEG or PNG.
//!
//! The program runs apart: without a shell, without our variables, in a folder of its own that goes afterwards, within
//! a time, a memory and a length. What it gives is a picture like any other: it is decoded and packed anew by `files`.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use domain::file::FileProblem;

/// How long the program may take. Unit: seconds. A photo of 12 megapixels takes one or two.
const SECONDS_MAX: u64 = 20;
/// Memory that it may name. Unit: bytes. What `limits::PHOTO_PIXELS_MAX` points take three times over, and its libraries.
const MEMORY_BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// Longest picture that it may give. Unit: bytes. A PNG of 50 megapixels that packs badly.
const PICTURE_BYTES_MAX: u64 = 192 * 1024 * 1024;
/// How often we look whether it is done. Unit: milliseconds.
const LOOK_MS: u64 = 10;
/// Stands for the path of the photo, and of the picture that is wanted.
const PLACES: [(&str, &str); 2] = [("{in}", "foto.heic"), ("{out}", "gambar.png")];
/// Where the program finds others.
const PATH: &str = "/usr/local/bin:/usr/bin:/bin";

/// The program, or that there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeicDecoder {
    /// The program and what it is called with; empty: there is none, and such photos are refused.
    words: Vec<String>,
    limit: Duration,
}

impl HeicDecoder {
    /// Reads a command: `heif-dec {in} {out}`, words between blanks, `{in}` and `{out}` for the two files; empty for
    /// none. There is no shell, so there are no quotes, pipes or variables.
    ///
    /// # Errors
    /// The sentence that says what a command looks like.
    pub fn at(command: &str) -> Result<Self, String> {
        let words: Vec<String> = command.split_whitespace().map(str::to_owned).collect();
        let names = |place: &str| words.iter().any(|word| word.contains(place));
        if !words.is_empty() && !PLACES.iter().all(|(place, _)| names(place)) {
            return Err(format!(
                "a decoder for HEIC is called like `heif-dec {{in}} {{out}}`, not like `{command}`"
            ));
        }
        Ok(Self {
            words,
            limit: Duration::from_secs(SECONDS_MAX),
        })
    }

    /// The same, with less time: for tests.
    #[cfg(any(test, feature = "fixture"))]
    #[must_use]
    pub fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// Whether there is one.
    pub(crate) const fn is_here(&self) -> bool {
        !self.words.is_empty()
    }

    /// The photo as a JPEG or PNG, as the program gives it. Blocks until the program is done.
    ///
    /// # Errors
    /// [`FileProblem::Heic`] if there is no program, or it gave no picture: its sentence says how to send another.
    pub(crate) fn decode(&self, photo: &[u8]) -> Result<Vec<u8>, FileProblem> {
        self.decoded(photo).map_err(|cause| {
            tracing::warn!(%cause, "the decoder for HEIC gave no picture");
            FileProblem::Heic
        })
    }

    fn decoded(&self, photo: &[u8]) -> io::Result<Vec<u8>> {
        let [program, arguments @ ..] = self.words.as_slice() else {
            return Err(io::Error::other("there is none"));
        };
        let folder = tempfile::tempdir()?;
        let [photo_at, picture_at] = PLACES.map(|(_, name)| folder.path().join(name));
        fs::write(&photo_at, photo)?;
        let mut command = Command::new(program);
        command
            .args(arguments.iter().map(|word| filled(word, folder.path())))
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", PATH)
            .env("HOME", folder.path())
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let status = apart::run(command, self.limit)?;
        if !status.success() {
            return Err(io::Error::other(format!("it ended with {status}")));
        }
        let mut picture = Vec::new();
        fs::File::open(&picture_at)?
            .take(PICTURE_BYTES_MAX + 1)
            .read_to_end(&mut picture)?;
        if picture.len() as u64 > PICTURE_BYTES_MAX {
            return Err(io::Error::other("the picture is too long"));
        }
        Ok(picture)
    }
}

/// A word of the command with the paths of the two files.
fn filled(word: &str, folder: &Path) -> String {
    let with = |word: String, (place, name): (&str, &str)| word.replace(place, &folder.join(name).to_string_lossy());
    PLACES.into_iter().fold(word.to_owned(), with)
}

/// Waits until the program is done; `None` if it takes longer than `limit`.
fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let until = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= until {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(LOOK_MS));
    }
}

/// Where the system lets us: in a group of its own, which is ended whole, and within limits of memory and length.
#[cfg(target_os = "linux")]
mod apart {
    use std::{
        io,
        os::unix::process::CommandExt as _,
        process::{Command, ExitStatus},
        time::Duration,
    };

    use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, prlimit};

    use super::{MEMORY_BYTES_MAX, PICTURE_BYTES_MAX, wait};

    pub(super) fn run(mut command: Command, limit: Duration) -> io::Result<ExitStatus> {
        let mut child = command.process_group(0).spawn()?;
        let own = Pid::from_child(&child);
        let most = |value| Rlimit {
            current: Some(value),
            maximum: Some(value),
        };
        let limits = [
            (Resource::As, MEMORY_BYTES_MAX),
            (Resource::Fsize, PICTURE_BYTES_MAX),
            (Resource::Cpu, limit.as_secs().max(1) * 2),
            (Resource::Core, 0),
        ];
        // One that is done already has no limits to be set.
        for (what, value) in limits {
            let _ = prlimit(Some(own), what, most(value));
        }
        let waited = wait(&mut child, limit);
        // Whatever it has left behind ends with it.
        let _ = kill_process_group(own, Signal::KILL);
        match waited? {
            Some(status) => Ok(status),
            None => {
                child.wait()?;
                Err(io::Error::other("it took too long"))
            }
        }
    }
}

/// Elsewhere a program has its time only.
#[cfg(not(target_os = "linux"))]
mod apart {
    use std::{
        io,
        process::{Command, ExitStatus},
        time::Duration,
    };

    use super::wait;

    pub(super) fn run(mut command: Command, limit: Duration) -> io::Result<ExitStatus> {
        let mut child = command.spawn()?;
        match wait(&mut child, limit)? {
            Some(status) => Ok(status),
            None => {
                child.kill()?;
                child.wait()?;
                Err(io::Error::other("it took too long"))
            }
        }
    }
}
