//! Streams of news: a page that stays open hears that its case changed. What changed it reads itself, by its own right.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    http::{HeaderValue, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures::{Stream, stream};
use portal::{Heard, Portal, Watch};
use tokio::sync::{broadcast, broadcast::error::RecvError, watch};

use crate::limits::Network;

/// Streams that one network may have open. Source: our own; a mobile carrier puts a whole district behind one address.
const PER_NETWORK_MAX: usize = 200;
/// Streams that one server holds open. Each takes some kilobytes and a socket.
const ALL_MAX: usize = 5_000;
/// How often a silent stream shows that it lives. Unit: seconds; proxies close what is silent for a minute.
const KEEP_ALIVE_SECONDS: u64 = 15;
/// How long a browser waits before it opens a lost stream again. Unit: seconds.
const AGAIN_SECONDS: u64 = 5;

/// The open streams of this server.
pub struct Live {
    open: Mutex<HashMap<Network, usize>>,
    stop: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            open: Mutex::default(),
            stop: watch::Sender::new(false),
        }
    }
}

impl Live {
    /// Ends every stream: the server stops.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// A place for one stream; `None` where this network, or the server, has enough. It is free again when dropped.
    fn place(self: &Arc<Self>, network: Network) -> Option<Place> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = open.values().sum();
        let own = open.entry(network).or_default();
        if *own >= PER_NETWORK_MAX || all >= ALL_MAX {
            return None;
        }
        *own += 1;
        Some(Place {
            live: Arc::clone(self),
            network,
        })
    }
}

/// The place of one stream among the open ones.
struct Place {
    live: Arc<Live>,
    network: Network,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.live.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.network) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                open.remove(&self.network);
            }
        }
    }
}

/// One reader of one case.
struct Reader {
    portal: Portal,
    code: String,
    proof: String,
    watch: Watch,
    told: Option<i64>,
    news: broadcast::Receiver<Heard>,
    stopped: watch::Receiver<bool>,
    _place: Place,
}

impl Reader {
    /// The next version to tell; `None` when the stream ends: the server stops, or the reader may not read any more.
    async fn next(&mut self) -> Option<i64> {
        loop {
            let version = self.watch.version;
            if self.told != Some(version) {
                self.told = Some(version);
                return Some(version);
            }
            loop {
                let heard = tokio::select! {
                    _ = self.stopped.wait_for(|stopped| *stopped) => return None,
                    heard = self.news.recv() => heard,
                };
                match heard {
                    Ok(Heard::Case(key)) if key != self.watch.key => {}
                    Ok(Heard::Case(_) | Heard::Missed) | Err(RecvError::Lagged(_)) => break,
                    Err(RecvError::Closed) => return None,
                }
            }
            // The right is asked for each time: a secret may have died meanwhile.
            self.watch = self.portal.citizen().watch(&self.code, &self.proof).await.ok()??;
        }
    }
}

/// The news of one case, for a reader who proved that they may read it, as versions: the present one at once, then each
/// new one. `None` where there is no place; `Some(None)` where there is nothing for this reader.
pub async fn of_case(
    live: &Arc<Live>,
    network: Network,
    portal: &Portal,
    code: String,
    proof: String,
) -> Result<Option<Response>, portal::Error> {
    let Some(place) = live.place(network) else {
        return Ok(Some(axum::http::StatusCode::TOO_MANY_REQUESTS.into_response()));
    };
    // Heard from before the version is read, so that nothing falls in between.
    let news = portal.news();
    let Some(watch) = portal.citizen().watch(&code, &proof).await? else {
        return Ok(None);
    };
    let reader = Reader {
        portal: portal.clone(),
        code,
        proof,
        watch,
        told: None,
        news,
        stopped: live.stop.subscribe(),
        _place: place,
    };
    Ok(Some(streamed(told(reader))))
}

fn told(reader: Reader) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    stream::unfold(reader, async |mut reader| {
        let version = reader.next().await?;
        let event = Event::default()
            .id(version.to_string())
            .retry(Duration::from_secs(AGAIN_SECONDS))
            .data(version.to_string());
        Some((Ok(event), reader))
    })
}

fn streamed(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let alive = KeepAlive::new().interval(Duration::from_secs(KEEP_ALIVE_SECONDS));
    let mut response = Sse::new(events).keep_alive(alive).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy that collects an answer before it passes it on would hold news back.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::IpAddr;

    #[test]
    fn a_network_has_so_many_streams_and_a_closed_one_makes_room() {
        let live = Arc::new(Live::default());
        let network = |address: &str| Network::from(address.parse::<IpAddr>().unwrap());
        let mut open: Vec<_> = (0..PER_NETWORK_MAX)
            .map(|_| live.place(network("10.0.0.1")).unwrap())
            .collect();
        assert!(live.place(network("10.0.0.1")).is_none());
        assert!(live.place(network("10.0.0.2")).is_some());
        open.pop();
        assert!(live.place(network("10.0.0.1")).is_some());
        drop(open);
        assert!(live.open.lock().unwrap().is_empty());
    }
}
