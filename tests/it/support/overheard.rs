//! Listens to what the program logs, the statements that go to the database among it.

use std::{
    fmt::Write as _,
    future::Future,
    sync::{Arc, Mutex, OnceLock},
};

use tracing::{
    Event, Instrument as _, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt as _},
    registry::LookupSpan,
};

/// Something that was said.
struct Saying {
    listener: String,
    target: String,
    /// The statement, if it was one.
    statement: String,
    /// All fields as text.
    text: String,
}

/// What was said while somebody listened.
type Heard = Arc<Mutex<Vec<Saying>>>;

/// One listener. What other tests say at the same time is not for its ears.
pub(crate) struct Overheard {
    name: String,
    heard: Heard,
}

impl Overheard {
    pub(crate) fn listen() -> Self {
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

    pub(crate) async fn during<T>(&self, work: impl Future<Output = T>) -> T {
        let span = tracing::info_span!("overheard", listener = self.name);
        work.instrument(span).await
    }

    /// Every statement once.
    pub(crate) fn statements(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap();
        let mine = heard.iter().filter(|said| said.listener == self.name && said.target == "sqlx::query");
        let mut mine: Vec<String> = mine.map(|said| said.statement.clone()).collect();
        mine.sort();
        mine.dedup();
        mine
    }

    /// Takes everything that was said so far, as target and text.
    pub(crate) fn take(&self) -> Vec<(String, String)> {
        let mut heard = self.heard.lock().unwrap();
        let (mine, others) = heard.drain(..).partition(|said: &Saying| said.listener == self.name);
        *heard = others;
        let mine: Vec<Saying> = mine;
        mine.into_iter().map(|said| (said.target, said.text)).collect()
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
        let meta = event.metadata();
        // The program never lets these through, whatever the filter says: they are whole mails and passwords.
        if meta.target().starts_with("lettre") && *meta.level() > Level::INFO {
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
        let (target, statement) = (meta.target().to_owned(), statement.trim().to_owned());
        self.0.lock().unwrap().push(Saying { listener, target, statement, text: words.all });
    }
}

#[derive(Default)]
struct Words {
    listener: Option<String>,
    statement: Option<String>,
    summary: Option<String>,
    all: String,
}

impl Visit for Words {
    fn record_str(&mut self, field: &Field, value: &str) {
        write!(self.all, "{}={value} ", field.name()).unwrap();
        let place = match field.name() {
            "listener" => &mut self.listener,
            "db.statement" => &mut self.statement,
            "summary" => &mut self.summary,
            _ => return,
        };
        *place = Some(value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        write!(self.all, "{}={value:?} ", field.name()).unwrap();
    }
}
