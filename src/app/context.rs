//! What every command needs: database, clock, ids, randomness, keys. The only place that asks the system for time or
//! chance, so that tests can set both.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    domain::{itip::compose::Words, language::Language, outside::Permitted},
    identity::{key::MasterKey, link::Links, seal::Sealer},
    store::{Db, organization::Organization},
};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// Gives unpredictable bytes.
pub trait Entropy: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, bytes: &mut [u8]);
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
        Utc::now()
    }
}

/// The system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks for randomness")]
        let filled = getrandom::fill(bytes);
        // Without randomness no secret is secret; nothing sensible can go on.
        #[expect(clippy::panic, reason = "a system without randomness must not make tokens")]
        if let Err(error) = filled {
            panic!("the system gives no randomness: {error}");
        }
    }
}

/// Settings that commands look at.
#[derive(Debug, Clone)]
pub struct AppSettings {
    /// Where people reach this server, without a slash at the end.
    pub base_url: String,
    /// How long sending can be undone.
    pub undo: Duration,
    /// Jitsi-compatible server for rooms of their own, without a slash at the end.
    pub jitsi_base_url: Option<String>,
    /// Address that invitations come from and calendars answer to, for example `sparsam@nordvik.example`, if configured.
    pub service_address: Option<String>,
    /// What outside calendars may be read from.
    pub outside: Permitted,
    /// Words of the calendar object by language.
    pub words: fn(Language) -> Words,
}

impl AppSettings {
    /// Host name of the base URL; the right-hand side of UIDs and message ids.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', ':']).next().unwrap_or("localhost");
        if host.is_empty() { "localhost" } else { host }
    }
}

/// Everything commands share; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    inner: Arc<Inner>,
}

struct Inner {
    clock: Box<dyn Clock>,
    entropy: Box<dyn Entropy>,
    settings: AppSettings,
    links: Links,
    sealer: Sealer,
    wake: Notify,
    wake_reader: Notify,
    wake_folder: Notify,
    wake_import: Notify,
}

/// Clock and chance.
pub struct World {
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// Gives randomness.
    pub entropy: Box<dyn Entropy>,
}

impl World {
    /// The real one.
    #[must_use]
    pub fn system() -> Self {
        Self { clock: Box::new(SystemClock), entropy: Box::new(SystemEntropy) }
    }
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(db: Db, world: World, key: &MasterKey, settings: AppSettings) -> Self {
        let inner = Inner {
            clock: world.clock,
            entropy: world.entropy,
            settings,
            links: Links::new(key),
            sealer: Sealer::new(key, &[]),
            wake: Notify::new(),
            wake_reader: Notify::new(),
            wake_folder: Notify::new(),
            wake_import: Notify::new(),
        };
        Self { db, inner: Arc::new(inner) }
    }

    /// Now, cut to microseconds, which is what both databases keep.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let now = self.inner.clock.now();
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    /// A fresh id: time first (UUID version 7), so that rows lie in the order they were made.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid().into()
    }

    /// Unpredictable bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.inner.entropy.fill(&mut bytes);
        bytes
    }

    /// Settings.
    #[must_use]
    pub fn settings(&self) -> &AppSettings {
        &self.inner.settings
    }

    /// Address that invitations come from: configured, else as set up, else made from the host.
    #[must_use]
    pub fn service_address(&self, organization: &Organization) -> String {
        let set_up = || organization.relay.as_ref().map(|relay| relay.from.clone());
        let configured = self.inner.settings.service_address.clone();
        configured.or_else(set_up).unwrap_or_else(|| self.built_in_address())
    }

    /// The sender where no relay is set: mails stay in the built-in mailbox.
    fn built_in_address(&self) -> String {
        let host = self.inner.settings.host();
        if host.contains('.') && !host.starts_with('[') && host.parse::<std::net::IpAddr>().is_err() {
            format!("sparsam@{host}")
        } else {
            "sparsam@localhost.example".to_owned()
        }
    }

    /// Makes and checks links in mails.
    #[must_use]
    pub fn links(&self) -> &Links {
        &self.inner.links
    }

    /// Seals secrets at rest.
    #[must_use]
    pub fn sealer(&self) -> &Sealer {
        &self.inner.sealer
    }

    /// Wakes the worker of this process. Only a hint: the worker looks for itself, and others poll.
    pub fn wake_worker(&self) {
        self.inner.wake.notify_one();
    }

    /// Resolves when the worker should look.
    pub async fn woken(&self) {
        self.inner.wake.notified().await;
    }

    /// Wakes the reader of outside calendars of this process. Only a hint, as [`App::wake_worker`].
    pub fn wake_reader(&self) {
        self.inner.wake_reader.notify_one();
    }

    /// Resolves when the reader should look.
    pub async fn reader_woken(&self) {
        self.inner.wake_reader.notified().await;
    }

    /// Wakes whoever reads answers from a folder in this process, because its settings have changed. Only a hint, as
    /// [`App::wake_worker`].
    pub fn wake_folder(&self) {
        self.inner.wake_folder.notify_one();
    }

    /// Resolves when the settings of the folder may have changed.
    pub async fn folder_woken(&self) {
        self.inner.wake_folder.notified().await;
    }

    /// Wakes whoever imports files in this process. Only a hint, as [`App::wake_worker`].
    pub fn wake_import(&self) {
        self.inner.wake_import.notify_one();
    }

    /// Resolves when a file may have something to do.
    pub async fn import_woken(&self) {
        self.inner.wake_import.notified().await;
    }

    /// When something queued now may leave.
    #[must_use]
    pub fn after_undo(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + TimeDelta::from_std(self.inner.settings.undo).unwrap_or_else(|_| TimeDelta::seconds(60))
    }
}
