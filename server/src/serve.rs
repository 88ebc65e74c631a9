//! Starting, serving, stopping.

use std::{error::Error, net::SocketAddr, sync::Arc, time::Duration};

use axum::serve::ListenerExt as _;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    time::timeout,
};

use crate::{
    assets,
    config::Config,
    demo, jobs,
    logs::say,
    maps::Tiles,
    office, post,
    router::{ROUTES, router},
    state::State,
};

/// How long open requests have when the server is told to stop.
const DRAIN_SECONDS_MAX: u64 = 20;
/// What comes next where nobody has an account.
const FIRST_ACCOUNT: &str = "There is no account yet. Make the first one:
  sinergi admin create --agency PROVINSI --role province_admin --name \"Full Name\" --sign-in NAME";

/// Serves until SIGTERM or Ctrl-C, then lets open requests finish.
///
/// # Errors
/// If the site was not built, the data cannot be opened, or the address is taken.
pub async fn serve(config: Config, empty: bool) -> Result<(), Box<dyn Error>> {
    let tiles = Tiles::read(config.tiles.as_deref(), config.tiles_attribution.as_deref())?;
    let assets = assets::read(&config.site_dir)
        .map_err(|error| format!("the site in {} cannot be read: {error}", config.site_dir.display()))?;
    let client_header = config.client_header.as_deref().map(str::parse).transpose()?;
    let (portal, folder) = office::open(&config).await?;
    match (portal.account().is_empty().await?, empty) {
        (true, false) => demo::fill(&portal, &folder).await?,
        (true, true) => say(FIRST_ACCOUNT),
        (false, _) => {}
    }
    let mut state = State::new(portal.clone(), assets, client_header)
        .at(&config.site())
        .with_tiles(tiles.as_ref());
    state.push_key = post::push_key(&config, &portal).map(Into::into);
    state.has_mail = post::has_mail(&config);
    let (limits, live) = (Arc::clone(&state.limits), Arc::clone(&state.live));
    let router = router(ROUTES, &config.site_dir, state)?;
    // Without TCP_NODELAY a streamed page waits 40 ms for the delayed acknowledgement.
    let listener = TcpListener::bind(config.address).await?.tap_io(|socket| {
        let _ = socket.set_nodelay(true);
    });
    // The cookie of a session needs https, or a host that the browser trusts by name.
    demo::tell(&folder)?;
    say(&format!("Sinergi: http://localhost:{}", config.address.port()));
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let carriers = post::carriers(&config, &portal)?;
    let mut working = post::start(&portal, carriers, &stopped);
    working.push(jobs::listen(portal.clone(), stopped.clone()));
    working.push(jobs::start(portal, limits, stopped.clone()));
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, router).with_graceful_shutdown(async move {
        told_to_stop().await;
        // A stream never ends by itself; its page opens it again, at the server that is still there.
        live.stop();
        let _ = stopping.send(true);
    });
    let drained = async {
        let _ = stopped.changed().await;
        tokio::time::sleep(Duration::from_secs(DRAIN_SECONDS_MAX)).await;
    };
    tokio::select! {
        done = served => done?,
        () = drained => tracing::warn!("stopped with open requests"),
    }
    for work in working {
        work.await?;
    }
    Ok(())
}

async fn told_to_stop() {
    let Ok(mut terminated) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = terminated.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("stopping");
}

/// Asks the server at the configured port whether it is ready.
///
/// # Errors
/// If it does not answer within three seconds, or not with 200.
pub async fn ask_health(config: &Config) -> Result<(), Box<dyn Error>> {
    let ask = async {
        let mut socket = TcpStream::connect(("127.0.0.1", config.address.port())).await?;
        socket
            .write_all(b"GET /health/ready HTTP/1.0\r\nhost: localhost\r\n\r\n")
            .await?;
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await?;
        Ok::<_, std::io::Error>(answer)
    };
    let answer = timeout(Duration::from_secs(3), ask).await??;
    if answer.starts_with("HTTP/1.0 200") {
        Ok(())
    } else {
        Err("not ready".into())
    }
}
