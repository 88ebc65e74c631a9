//! Logs: one line per event, without personal data. A path is logged as its pattern, never as it was typed.

use std::io::{Write as _, stderr};

use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogStyle};

/// Starts writing logs. `RUST_LOG` chooses what; `info` and up by default.
pub fn start(config: &Config) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    match config.log {
        LogStyle::Json => logs.json().flatten_event(true).with_span_list(false).init(),
        LogStyle::Plain => logs.compact().init(),
    }
}

/// Tells the person at the terminal one line.
pub fn say(line: &str) {
    // Where nobody reads standard error, there is nobody to tell.
    let _ = writeln!(stderr(), "{line}");
}
