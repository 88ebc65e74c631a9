//! Records which statements an archive runs.
//!
//! The driver tells each statement it ran as an event, on the thread of the connection that ran it. A thread that once
//! worked within a recorded office's span belongs to that office, so that the writer, who works for everybody and
//! in nobody's span, is heard too.

use crate::fixture::Office;
use std::{
    collections::BTreeMap,
    future::Future,
    ops::Deref,
    sync::{Mutex, Once, PoisonError},
    thread::{self, ThreadId},
};
use tracing::{
    Event, Instrument, Metadata, Span, Subscriber,
    field::{Field, Visit},
    info_span,
};
use tracing_subscriber::{
    Layer,
    filter::filter_fn,
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
};

/// What the driver names its events.
const TARGET: &str = "sqlx::query";
/// What a recorder names its span.
const SPAN: &str = "recorded archive";
/// Connections that an archive reads on.
const READERS: usize = 4;

/// The statements of each span, and whose each connection's thread is.
static HEARD: Mutex<Heard> = Mutex::new(Heard {
    owners: Vec::new(),
    statements: BTreeMap::new(),
});

struct Heard {
    owners: Vec<(ThreadId, u64)>,
    statements: BTreeMap<u64, Vec<String>>,
}

fn heard<T>(act: impl FnOnce(&mut Heard) -> T) -> T {
    act(&mut HEARD.lock().unwrap_or_else(PoisonError::into_inner))
}

/// An office whose archive's statements are recorded.
pub(super) struct Recorded {
    office: Office,
    span: Span,
}

impl Deref for Recorded {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl Recorded {
    pub(super) async fn open() -> Self {
        static LISTENING: Once = Once::new();
        LISTENING.call_once(|| {
            let ours = filter_fn(|what: &Metadata<'_>| what.target() == TARGET || what.name() == SPAN);
            let listening = tracing_subscriber::registry().with(Listener.with_filter(ours));
            tracing::subscriber::set_global_default(listening).unwrap();
        });
        let span = info_span!(parent: None, SPAN);
        let office = Office::open().instrument(span.clone()).await;
        Self { office, span }
    }

    /// The statements that run while something is done with the archive, in their order.
    pub(super) async fn during(&self, work: impl Future<Output = ()>) -> Vec<String> {
        let own = self.span.id().unwrap().into_u64();
        let heard_work = async {
            self.settle().await;
            heard(|heard| heard.statements.remove(&own));
            work.await;
            self.settle().await;
        };
        heard_work.instrument(self.span.clone()).await;
        heard(|heard| heard.statements.remove(&own)).unwrap_or_default()
    }

    /// A statement may be told a moment after its first row is there; a connection that is free again has told all.
    async fn settle(&self) {
        let mut held = Vec::new();
        for _ in 0..READERS {
            held.push(self.office.portal.0.store.look_up().await.unwrap());
        }
    }
}

struct Listener;

impl<S: Subscriber + for<'s> LookupSpan<'s>> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut text = Text::default();
        event.record(&mut text);
        let own = context
            .event_scope(event)
            .and_then(|scope| scope.filter(|span| span.name() == SPAN).last())
            .map(|span| span.id().into_u64());
        let thread = thread::current().id();
        heard(|heard| {
            let known = heard
                .owners
                .iter()
                .find(|(owned, _)| *owned == thread)
                .map(|(_, own)| *own);
            if let (None, Some(own)) = (known, own) {
                heard.owners.push((thread, own));
            }
            // A connection that the pool has just opened says how it wants to work.
            let is_asked = !text.summary.starts_with("PRAGMA");
            if let Some(own) = own.or(known).filter(|_| is_asked) {
                heard.statements.entry(own).or_default().push(text.statement());
            }
        });
    }
}

/// A statement as the driver tells it: its first words, and its whole text if it has more.
#[derive(Default)]
struct Text {
    summary: String,
    whole: String,
}

impl Text {
    fn statement(self) -> String {
        let text = if self.whole.is_empty() {
            self.summary
        } else {
            self.whole
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Visit for Text {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.whole),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
