//! `sinergi`: the one program of the house.

// The type of a page is as deep as the page; the pages are drawn, and so laid out, in this program too.
#![recursion_limit = "512"]

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use server::{
    admin::{self, Admin},
    config::Config,
    logs, serve,
};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Public complaints of North Kalimantan: file, answer, hand over, see.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the site until it is told to stop.
    Serve {
        /// Starts without the demo cases and the demo logins.
        #[arg(long)]
        empty: bool,
    },
    /// Asks a running server whether it is ready. For probes of a container.
    Health,
    /// Lets the clerk, who suggests agencies, learn anew from what officers corrected. It does so every night by itself.
    Retrain,
    /// What is done beside the running server.
    Admin {
        #[command(subcommand)]
        act: Admin,
    },
}

/// Stack of a thread that draws pages. Unit: bytes. A page is drawn by functions as deep as its markup; memory is
/// taken only where it is used.
const STACK_BYTES: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK_BYTES)
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(run()),
        Err(error) => {
            logs::say(&format!("sinergi: no runtime: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> ExitCode {
    let done = match (Config::load(), Cli::parse().command) {
        (Err(error), _) => Err(error.into()),
        (Ok(config), Command::Serve { empty }) => {
            logs::start(&config);
            serve::serve(config, empty).await
        }
        (Ok(config), Command::Admin { act }) => admin::run(&config, act).await,
        (Ok(config), Command::Retrain) => admin::retrain(&config).await,
        (Ok(config), Command::Health) => serve::ask_health(&config).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            logs::say(&format!("sinergi: {error}"));
            ExitCode::FAILURE
        }
    }
}
