//! A PostgreSQL server for the tests: the one that `PGHOST` names, or a private cluster that ends with the tests.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection};

static SERVER: OnceLock<Server> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

struct Server {
    options: PgConnectOptions,
    /// Reads from this process until it ends, however it ends, and then stops the cluster.
    watchdog: Option<Child>,
}

/// A new, empty database, by options that connect with its owner's rights.
pub(super) async fn new_database() -> PgConnectOptions {
    let server = SERVER.get_or_init(|| {
        if std::env::var_os("PGHOST").is_some() {
            named()
        } else {
            start()
        }
    });
    let number = DATABASES.fetch_add(1, Ordering::Relaxed);
    let name = format!("sinergi_test_{}_{number}", std::process::id());
    let mut owner = PgConnection::connect_with(&server.options).await.unwrap();
    let create = AssertSqlSafe(format!("create database {name}"));
    sqlx::raw_sql(create).execute(&mut owner).await.unwrap();
    owner.close().await.unwrap();
    server.options.clone().database(&name)
}

/// Drops a database of a server that lives on after the tests; a private cluster goes as a whole.
pub(super) fn drop_database(options: &PgConnectOptions) {
    let Some(server) = SERVER.get().filter(|server| server.watchdog.is_none()) else {
        return;
    };
    let name = options.get_database().unwrap_or_default();
    let sql = AssertSqlSafe(format!("drop database {name} with (force)"));
    let owner = server.options.clone();
    // On a thread of its own: the test that ends may still be inside its runtime.
    let dropping = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut owner = PgConnection::connect_with(&owner).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut owner).await.unwrap();
        });
    });
    dropping.join().unwrap();
}

/// The server of `PGHOST`, `PGPORT` and `PGUSER`.
fn named() -> Server {
    Server {
        options: PgConnectOptions::new().database("postgres"),
        watchdog: None,
    }
}

/// Starts a private cluster on a socket in a folder of its own.
fn start() -> Server {
    let bin = binaries();
    let folder = std::env::temp_dir().join(format!("sinergi-pg-{}", std::process::id()));
    fs::create_dir(&folder).unwrap();
    if is_root() {
        done(Command::new("chown").arg("postgres").arg(&folder));
    }
    let data = folder.join("data");
    done(
        as_owner(&bin.join("initdb"))
            .args([
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ])
            .arg("--pgdata")
            .arg(&data),
    );
    let settings = format!(
        "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 \
         -c listen_addresses='' -c unix_socket_directories={}",
        folder.display()
    );
    done(
        as_owner(&bin.join("pg_ctl"))
            .args(["start", "--wait", "--options", &settings, "--log"])
            .arg(folder.join("log"))
            .arg("--pgdata")
            .arg(&data),
    );
    Server {
        options: PgConnectOptions::new_without_pgpass()
            .socket(&folder)
            .port(5432)
            .username("postgres")
            .database("postgres"),
        watchdog: Some(stop_at_exit(&bin, &folder)),
    }
}

/// Starts the watchdog: it stops the cluster when the pipe to it closes, even by a kill.
fn stop_at_exit(bin: &Path, folder: &Path) -> Child {
    let mut stop = as_owner(&bin.join("pg_ctl"));
    stop.args(["stop", "--mode=immediate", "--pgdata"])
        .arg(folder.join("data"));
    let words: Vec<_> = std::iter::once(stop.get_program()).chain(stop.get_args()).collect();
    Command::new("sh")
        .args(["-c", "cat; folder=$1; shift; \"$@\"; rm -rf \"$folder\"", "sh"])
        .arg(folder)
        .args(words)
        // Of another group, or Ctrl-C would end it before its work begins.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The folder of PostgreSQL's programs.
fn binaries() -> PathBuf {
    let on_path = std::env::var_os("PATH");
    let mut folders: Vec<PathBuf> = on_path.iter().flat_map(std::env::split_paths).collect();
    if let Ok(versions) = fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    folders.into_iter().find(|folder| folder.join("initdb").exists()).unwrap_or_else(|| {
        panic!(
            "PostgreSQL is not installed, and the archive is tested on it too: `apt-get install postgresql`, or set \
             PGHOST to a server's address"
        )
    })
}

/// PostgreSQL refuses to run as root; then it runs as the user its package made.
fn as_owner(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

/// Runs a command to its end; says what it printed if it failed.
fn done(command: &mut Command) {
    // Files and not pipes: the server would inherit a pipe and hold it open.
    let mut printed = tempfile::NamedTempFile::new().unwrap();
    let status = command
        .stdin(Stdio::null())
        .stdout(printed.reopen().unwrap())
        .stderr(printed.reopen().unwrap())
        .status()
        .unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    assert!(
        status.success(),
        "{command:?}: {}",
        std::io::read_to_string(printed.as_file_mut()).unwrap()
    );
}
