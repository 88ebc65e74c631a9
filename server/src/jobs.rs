//! What happens without anyone asking: limits pass, offers expire, answers close, counters are forgotten.

use std::{sync::Arc, time::Duration};

use portal::Portal;
use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use crate::limits::Limits;

/// How often the clocks are looked at. Unit: seconds. A limit ends with a day or an office hour; a minute is exact enough.
const SWEEP_SECONDS: u64 = 60;

/// How often bytes are looked for that nobody needs. Unit: sweeps; six hours.
const ORPHANS_EVERY: u64 = 360;

/// Sweeps until `stopped` says so; a sweep that has begun is finished.
pub fn start(portal: Portal, limits: Arc<Limits>, mut stopped: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut minute = interval(Duration::from_secs(SWEEP_SECONDS));
        let mut round = 0_u64;
        minute.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = minute.tick() => {}
                _ = stopped.wait_for(|stopped| *stopped) => return,
            }
            limits.forget();
            match portal.keep_learning().await {
                Ok(None) => {}
                Ok(Some(lessons)) => tracing::info!(lessons, "the clerk learned anew"),
                Err(error) => tracing::error!(cause = %error, "the clerk did not learn; the next minute tries again"),
            }
            match portal.sweep().await {
                Ok(0) => {}
                Ok(acts) => tracing::info!(acts, "limits passed"),
                Err(error) => tracing::error!(cause = %error, "the sweep failed; the next one tries again"),
            }
            if let Err(error) = portal.sweep_accounts().await {
                tracing::error!(cause = %error, "sessions and links were not swept; the next minute tries again");
            }
            match portal.recount().await {
                Ok(0) => {}
                Ok(cases) => tracing::info!(cases, "limits moved by the new calendar"),
                Err(error) => tracing::error!(cause = %error, "the recount failed; the next one tries again"),
            }
            match portal.sweep_files().await {
                Ok(0) => {}
                Ok(files) => tracing::info!(files, "files were forgotten or judged"),
                Err(error) => tracing::error!(cause = %error, "files were not swept; the next sweep tries again"),
            }
            if round.is_multiple_of(ORPHANS_EVERY) {
                match portal.sweep_orphans().await {
                    Ok(0) => {}
                    Ok(files) => tracing::info!(files, "bytes that nobody needs were removed"),
                    Err(error) => tracing::error!(cause = %error, "bytes were not swept; the next sweep tries again"),
                }
            }
            round += 1;
        }
    })
}

/// Hears what other servers of the same archive change, until `stopped` says so.
pub fn listen(portal: Portal, mut stopped: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        tokio::select! {
            () = portal.listen() => {}
            _ = stopped.wait_for(|stopped| *stopped) => {}
        }
    })
}
