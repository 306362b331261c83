//! What handlers are given. Pages get [`Reads`], which cannot write; commands get [`Writes`].

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::extract::FromRef;
use chrono::{DateTime, Utc};

use super::feed::{FeedBodies, FeedPulls};
use crate::{
    app::{
        context::{App, AppSettings},
        feed_texts::FeedTexts,
        outside_calendars,
    },
    domain::ids::{DraftId, FeedId, SessionId},
    identity::{
        link::Links,
        password::Passwords,
        token::{Token, TokenKind},
    },
    store::{Result, Tx, organization::Organization, outside::OutsideCalendar},
};

/// What a page may use: a view of the database that cannot write, and the time.
#[derive(Clone)]
pub struct Reads {
    app: App,
    shared: Arc<Shared>,
}

/// What a command may use.
#[derive(Clone)]
pub struct Writes {
    /// Commands' context.
    pub app: App,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    shared: Arc<Shared>,
}

/// How this server runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mode {
    /// The demo: its people can sign in with one click, and the mailbox is open to them.
    pub demo: bool,
    /// Whether mails leave through a relay that the configuration names.
    pub relay_configured: bool,
    /// Whether pages are reached by https; cookies are `Secure` and `__Host-` then.
    pub secure: bool,
}

struct Shared {
    mode: Mode,
    demo_over: AtomicBool,
    started: DateTime<Utc>,
    seen: Mutex<HashMap<SessionId, DateTime<Utc>>>,
    feed_pulls: FeedPulls,
    feed_texts: FeedTexts,
    feed_bodies: FeedBodies,
}

/// Both states, made once.
#[must_use]
pub fn states(app: App, passwords: Passwords, mode: Mode) -> (Reads, Writes) {
    let shared = Arc::new(Shared {
        mode,
        demo_over: AtomicBool::new(false),
        started: app.now(),
        seen: Mutex::default(),
        feed_pulls: FeedPulls::default(),
        feed_texts: FeedTexts::default(),
        feed_bodies: FeedBodies::default(),
    });
    (Reads { app: app.clone(), shared: Arc::clone(&shared) }, Writes { app, passwords, shared })
}

impl FromRef<Writes> for Reads {
    fn from_ref(writes: &Writes) -> Self {
        writes.reads()
    }
}

impl Writes {
    /// What comes now is a real firm: its mailbox and sign-in are closed as everywhere.
    pub(super) fn end_demo(&self) {
        self.shared.demo_over.store(true, Ordering::Relaxed);
    }

    /// The part that only reads.
    #[must_use]
    pub fn reads(&self) -> Reads {
        Reads { app: self.app.clone(), shared: Arc::clone(&self.shared) }
    }
}

impl Reads {
    /// Opens a read-only transaction; the database refuses writes in it.
    pub async fn begin(&self) -> Result<Tx> {
        self.app.db.reads().begin().await
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.now()
    }

    /// Settings of the commands.
    #[must_use]
    pub fn settings(&self) -> &AppSettings {
        self.app.settings()
    }

    /// Address that invitations come from.
    #[must_use]
    pub fn service_address(&self, organization: &Organization) -> String {
        self.app.service_address(organization)
    }

    /// The address that an outside calendar says it has moved to, for its owner to copy.
    #[must_use]
    pub fn moved_to(&self, calendar: &OutsideCalendar) -> Option<String> {
        outside_calendars::moved_to(&self.app, calendar)
    }

    /// Opens links of mails.
    #[must_use]
    pub fn links(&self) -> &Links {
        self.app.links()
    }

    /// A fresh key for a form, so that sending it twice does it once.
    #[must_use]
    pub fn once_key(&self) -> String {
        Token::new(TokenKind::Once, self.app.random()).as_str().to_owned()
    }

    /// An id for a plan that may become a draft.
    #[must_use]
    pub fn draft_id(&self) -> DraftId {
        self.app.new_id()
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub fn database(&self) -> &'static str {
        self.app.db.kind()
    }

    /// When this instance started.
    #[must_use]
    pub fn started(&self) -> DateTime<Utc> {
        self.shared.started
    }

    /// How this server runs; a demo that was removed is none any more.
    #[must_use]
    pub fn mode(&self) -> Mode {
        let mode = self.shared.mode;
        Mode { demo: mode.demo && !self.shared.demo_over.load(Ordering::Relaxed), ..mode }
    }

    /// Remembers that a session is in use; a worker writes it down later, because reading a page writes nothing.
    pub fn saw(&self, session: SessionId, at: DateTime<Utc>) {
        let mut seen = self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // A bound, should the worker stand still.
        if seen.len() < 100_000 {
            seen.insert(session, at);
        }
    }

    /// Takes what was remembered.
    #[must_use]
    pub fn take_seen(&self) -> Vec<(SessionId, DateTime<Utc>)> {
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).drain().collect()
    }

    /// How often feeds are fetched.
    pub(super) fn feed_pulls(&self) -> &FeedPulls {
        &self.shared.feed_pulls
    }

    /// Texts of meetings for feeds.
    pub(super) fn feed_texts(&self) -> &FeedTexts {
        &self.shared.feed_texts
    }

    /// Whole feeds as they were answered.
    pub(super) fn feed_bodies(&self) -> &FeedBodies {
        &self.shared.feed_bodies
    }

    /// Takes which feeds were fetched and when, for [`crate::app::feeds::note_used`].
    #[must_use]
    pub fn take_fetched_feeds(&self) -> Vec<(FeedId, DateTime<Utc>)> {
        self.shared.feed_pulls.take_seen()
    }
}
