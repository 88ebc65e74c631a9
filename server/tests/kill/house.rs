//! The server as a process of its own, over one folder of data, on one port of this machine.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

use tempfile::TempDir;

/// The header in which a proxy names the client. Each person comes from an address of their own.
pub(crate) const CLIENT: &str = "x-forwarded-for";
/// What the program says once it listens.
const READY: &str = "Sinergi: http://";

/// The program beside the files that it is built with, and its data.
pub(crate) struct House {
    folder: TempDir,
    pub(crate) port: u16,
}

/// A running server; it goes with the test.
pub(crate) struct Server(Child);

impl House {
    pub(crate) fn open() -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_sinergi"));
        // Beside the program, so that it can be linked: it looks for the names of its files in its own folder.
        let folder = tempfile::tempdir_in(program.parent().unwrap()).unwrap();
        fs::hard_link(program, folder.path().join("sinergi")).unwrap();
        let hashes = ["css", "js", "wasm", "manifest", "split"].map(|kind| format!("{kind}: 0\n"));
        fs::write(folder.path().join("hash.txt"), hashes.concat()).unwrap();
        let built = folder.path().join("site/pkg");
        fs::create_dir_all(&built).unwrap();
        fs::write(built.join("__wasm_split_manifest.0.json"), "{}").unwrap();
        fs::write(folder.path().join("site/boot.js"), "").unwrap();
        let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = free.local_addr().unwrap().port();
        Self { folder, port }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn database(&self) -> String {
        self.path("data/sinergi.db").to_str().unwrap().to_owned()
    }

    /// Starts the server and waits until it says that it listens.
    pub(crate) fn start(&self) -> Server {
        let mut child = Command::new(self.path("sinergi"))
            .args(["serve", "--empty"])
            .env_clear()
            .env("SINERGI_ADDRESS", format!("127.0.0.1:{}", self.port))
            .env("SINERGI_DATA_DIR", self.path("data"))
            .env("SINERGI_SITE_DIR", self.path("site"))
            .env("SINERGI_CLIENT_HEADER", CLIENT)
            .env("RUST_LOG", "error")
            .current_dir(self.folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.starts_with(READY) {
            line.clear();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "the server did not start");
        }
        thread::spawn(move || {
            let mut errors = String::new();
            said.read_to_string(&mut errors).unwrap();
            eprint!("{errors}");
        });
        Server(child)
    }
}

impl Server {
    /// SIGKILL: nothing is finished, nothing is said.
    pub(crate) fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

pub(crate) fn now_ms() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(now.as_millis()).unwrap()
}
