//! The virus scanner, where an installation has one: clamd, asked over a socket. Source: clamd(8), INSTREAM.

use std::{path::PathBuf, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpStream, UnixStream},
    time::timeout,
};

/// How long a scan may take. Unit: seconds. A file that takes longer waits in quarantine.
const SCAN_SECONDS_MAX: u64 = 20;
/// Bytes sent at a time. clamd takes pieces up to its own `StreamMaxLength`.
const PIECE_BYTES: usize = 64 * 1024;
/// Longest answer that is read. Unit: bytes.
const ANSWER_BYTES_MAX: u64 = 1024;

/// Where the scanner listens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scanner {
    /// There is none: what was made clean is taken.
    #[default]
    None,
    /// `host:port`.
    Tcp(String),
    /// A socket in the file system.
    Unix(PathBuf),
}

/// What the scanner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No virus.
    Clean,
    /// A virus.
    Infected,
    /// It did not answer, or could not tell.
    Unknown,
}

impl Scanner {
    /// Reads an address: `tcp://host:port`, `unix:///path`; empty for none.
    ///
    /// # Errors
    /// The sentence that says what an address looks like.
    pub fn at(address: &str) -> Result<Self, String> {
        if address.is_empty() {
            return Ok(Self::None);
        }
        if let Some(host) = address.strip_prefix("tcp://") {
            return Ok(Self::Tcp(host.to_owned()));
        }
        match address.strip_prefix("unix://") {
            Some(path) => Ok(Self::Unix(PathBuf::from(path))),
            None => Err(format!(
                "clamd listens at tcp://host:port or unix:///path, not at {address}"
            )),
        }
    }

    /// Has `bytes` judged. A scanner that does not answer is logged, and the file waits.
    pub(crate) async fn judge(&self, bytes: &[u8]) -> Verdict {
        let asked = async {
            match self {
                Self::None => Ok(Verdict::Clean),
                Self::Tcp(address) => ask(TcpStream::connect(address).await?, bytes).await,
                Self::Unix(path) => ask(UnixStream::connect(path).await?, bytes).await,
            }
        };
        let limit = Duration::from_secs(SCAN_SECONDS_MAX);
        match timeout(limit, asked).await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(error)) => unanswered(&error),
            Err(late) => unanswered(&late),
        }
    }
}

fn unanswered(cause: &dyn std::fmt::Display) -> Verdict {
    tracing::warn!(cause = %cause, "the virus scanner did not answer; the file waits in quarantine");
    Verdict::Unknown
}

/// One question: the bytes in pieces, each after its length, then a length of zero; one line comes back.
async fn ask(mut socket: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> std::io::Result<Verdict> {
    socket.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE_BYTES) {
        let length = u32::try_from(piece.len()).unwrap_or(u32::MAX);
        socket.write_all(&length.to_be_bytes()).await?;
        socket.write_all(piece).await?;
    }
    socket.write_all(&[0; 4]).await?;
    let mut answer = String::new();
    socket.take(ANSWER_BYTES_MAX).read_to_string(&mut answer).await?;
    let answer = answer.trim_end_matches(['\0', '\n']);
    Ok(if answer.ends_with("FOUND") {
        Verdict::Infected
    } else if answer.ends_with(": OK") {
        Verdict::Clean
    } else {
        Verdict::Unknown
    })
}
