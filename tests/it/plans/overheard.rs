//! Listens to the statements that go to the database.

use std::{
    future::Future,
    sync::{Arc, Mutex, OnceLock},
};

use tracing::{
    Event, Instrument as _, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt as _},
    registry::LookupSpan,
};

/// What was said while somebody listened, by listener.
type Heard = Arc<Mutex<Vec<(String, String)>>>;

/// One listener. What other tests say at the same time is not for its ears.
pub(super) struct Overheard {
    name: String,
    heard: Heard,
}

impl Overheard {
    pub(super) fn listen() -> Self {
        // The database's threads have no subscriber of their own, so it must be the one of the process.
        static HEARD: OnceLock<Heard> = OnceLock::new();
        let heard = HEARD.get_or_init(|| {
            let heard = Heard::default();
            let ear = tracing_subscriber::registry().with(Ear(Arc::clone(&heard)));
            tracing::subscriber::set_global_default(ear).unwrap();
            heard
        });
        let name = format!("{:?}", std::thread::current().id());
        Self { name, heard: Arc::clone(heard) }
    }

    pub(super) async fn during<T>(&self, work: impl Future<Output = T>) -> T {
        let span = tracing::info_span!("overheard", listener = self.name);
        work.instrument(span).await
    }

    /// Every statement once.
    pub(super) fn statements(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        let mut mine: Vec<String> =
            heard.iter().filter(|(name, _)| *name == self.name).map(|(_, s)| s.clone()).collect();
        mine.sort();
        mine.dedup();
        mine
    }
}

struct Ear(Heard);

/// The listener's name, kept with its span.
struct Listener(String);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Ear {
    fn on_new_span(&self, attributes: &tracing::span::Attributes<'_>, id: &tracing::span::Id, context: Context<'_, S>) {
        let mut words = Words::default();
        attributes.record(&mut words);
        if let (Some(span), Some(name)) = (context.span(id), words.listener) {
            span.extensions_mut().insert(Listener(name));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if event.metadata().target() != "sqlx::query" {
            return;
        }
        let named = |name: &Listener| name.0.clone();
        let listener = context
            .event_scope(event)
            .and_then(|mut spans| spans.find_map(|span| span.extensions().get::<Listener>().map(named)));
        let Some(listener) = listener else { return };
        let mut words = Words::default();
        event.record(&mut words);
        let statement = words.statement.filter(|s| !s.is_empty()).or(words.summary).unwrap_or_default();
        self.0.lock().unwrap().push((listener, statement.trim().to_owned()));
    }
}

#[derive(Default)]
struct Words {
    listener: Option<String>,
    statement: Option<String>,
    summary: Option<String>,
}

impl Visit for Words {
    fn record_str(&mut self, field: &Field, value: &str) {
        let place = match field.name() {
            "listener" => &mut self.listener,
            "db.statement" => &mut self.statement,
            "summary" => &mut self.summary,
            _ => return,
        };
        *place = Some(value.to_owned());
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
