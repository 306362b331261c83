//! Reads outside calendars that are due: claims them for a while, fetches and evaluates each outside any transaction,
//! writes down what came of it.
//!
//! Several instances share the work by the claims, and no host is asked twice at a time.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use tokio::{
    select,
    sync::{Semaphore, watch},
    task::{JoinSet, spawn_blocking},
    time::{sleep, timeout},
};

use tracing::Instrument as _;

use crate::{
    app::{
        context::App,
        error::AppError,
        read_calendars::{self, Due, Outcome},
    },
    calendars::{Fetched, Fetcher, Version},
    domain::{
        busy::{self, BusyTimes, Unreadable},
        outside::{Block, LEAST_MINUTES, Trouble},
        time::{Interval, Zone},
    },
    store::{self, StoreError},
};

/// Calendars fetched at a time.
const FETCHED: usize = 8;
/// Calendars evaluated at a time; each may take a processor for a while.
const EVALUATED: usize = 2;
/// How long an evaluation may take. Its work is bounded by counting; this is for machines that are very busy.
const EVALUATION: Duration = Duration::from_secs(20);
/// The longest sleep; what other processes connect is found by then.
const NAP: Duration = Duration::from_mins(1);
/// The shortest sleep while something is due that cannot be claimed, such as a second calendar on a host that is asked.
const SHORT_NAP: Duration = Duration::from_secs(2);

/// How outside calendars are read.
pub struct Calendars {
    fetcher: Fetcher,
    every: u32,
    evaluations: Arc<Semaphore>,
}

impl Calendars {
    /// Every calendar every [`LEAST_MINUTES`].
    #[must_use]
    pub fn new(fetcher: Fetcher) -> Self {
        Self { fetcher, every: LEAST_MINUTES, evaluations: Arc::new(Semaphore::new(EVALUATED)) }
    }

    /// Every so many minutes instead; at least [`LEAST_MINUTES`].
    #[must_use]
    pub fn every(mut self, minutes: u32) -> Self {
        self.every = minutes.max(LEAST_MINUTES);
        self
    }

    /// Fetches and evaluates one calendar, with no transaction open.
    async fn read(&self, due: &Due) -> Outcome {
        let (Some(address), Some(zone), Some(window)) = (&due.address, &due.zone, due.window) else {
            return Outcome::Failed(Trouble::Unusable, None);
        };
        let known = due.known.clone().map(|(etag, last_modified)| Version { etag, last_modified });
        match self.fetcher.fetch(address, known.as_ref()).await {
            Ok(Fetched::Unchanged) => Outcome::Unchanged,
            Ok(Fetched::Whole { bytes, version }) => match self.evaluate(due, bytes, window, zone.clone()).await {
                Ok(blocks) => Outcome::Read(version.etag, version.last_modified, blocks),
                Err(trouble) => Outcome::Failed(trouble, None),
            },
            Err(failed) => {
                tracing::info!(calendar = %due.id(), reason = ?failed, "an outside calendar could not be fetched");
                Outcome::Failed(failed.trouble, failed.moved_to.map(|address| *address))
            }
        }
    }

    /// On a thread of its own, a few at a time.
    async fn evaluate(&self, due: &Due, bytes: Vec<u8>, window: Interval, zone: Zone) -> Result<Vec<Block>, Trouble> {
        // The place is given back when the thread ends, not when we stop waiting for it.
        let place = Arc::clone(&self.evaluations).acquire_owned().await.map_err(|_| Trouble::NotACalendar)?;
        let evaluation = spawn_blocking(move || {
            let times = busy::read(&bytes, window, &zone, &busy::Limits::default());
            drop(place);
            times
        });
        match timeout(EVALUATION, evaluation).await {
            Ok(Ok(Ok(times))) => Ok(blocks(times)),
            Ok(Ok(Err(reason))) => {
                // Its words may hold a name out of the calendar; the kind of fault is enough here.
                let trouble = trouble(&reason);
                tracing::info!(calendar = %due.id(), %trouble, "an outside calendar could not be evaluated");
                Err(trouble)
            }
            Ok(Err(error)) => {
                tracing::error!(calendar = %due.id(), %error, "evaluating an outside calendar broke off");
                Err(Trouble::NotACalendar)
            }
            Err(_) => Err(Trouble::TooLarge),
        }
    }
}

fn trouble(reason: &Unreadable) -> Trouble {
    match reason {
        Unreadable::TooLarge => Trouble::TooLarge,
        _ => Trouble::NotACalendar,
    }
}

fn blocks(times: BusyTimes) -> Vec<Block> {
    let side = |spans: Vec<Interval>, tentative| spans.into_iter().map(move |span| Block { span, tentative });
    side(times.busy, false).chain(side(times.tentative, true)).collect()
}

/// Reads what is due, then sleeps until more is, until `stop` turns true; finishes what is under way.
pub(super) async fn run(app: App, calendars: Arc<Calendars>, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = drain(&app, &calendars, &stop).await {
            tracing::error!(%error, "outside calendars could not be read");
        }
        let nap = nap(&app).await;
        select! {
            () = app.reader_woken() => {}
            () = sleep(nap) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn nap(app: &App) -> Duration {
    match next_due(app).await {
        Ok(Some(at)) => (at - app.now()).to_std().unwrap_or_default().clamp(SHORT_NAP, NAP),
        Ok(None) => NAP,
        Err(error) => {
            tracing::error!(%error, "outside calendars could not be listed");
            NAP
        }
    }
}

async fn next_due(app: &App) -> Result<Option<DateTime<Utc>>, StoreError> {
    store::outside::next_due(&mut app.db.begin_read().await?).await
}

/// Reads everything that is due at this moment, once, and tells how many readings that took.
///
/// # Errors
/// When the database fails. What was under way then is read again once its claim has run out.
pub async fn run_due(app: &App, calendars: &Arc<Calendars>) -> Result<usize, AppError> {
    let (_running, stop) = watch::channel(false);
    drain(app, calendars, &stop).await
}

async fn drain(app: &App, calendars: &Arc<Calendars>, stop: &watch::Receiver<bool>) -> Result<usize, AppError> {
    let mut under_way = JoinSet::new();
    let mut readings = 0;
    loop {
        let room = if *stop.borrow() { 0 } else { FETCHED.saturating_sub(under_way.len()) };
        let jobs = if room == 0 { Vec::new() } else { read_calendars::claim(app, room).await? };
        for due in jobs {
            let calendars = Arc::clone(calendars);
            under_way.spawn(async move { (calendars.read(&due).await, due) }.in_current_span());
        }
        match under_way.join_next().await {
            None => return Ok(readings),
            Some(Ok((outcome, due))) => {
                readings += 1;
                read_calendars::finish(app, &due, outcome, calendars.every).await?;
            }
            // The claim runs out and the calendar is read again.
            Some(Err(error)) => tracing::error!(%error, "reading an outside calendar broke off"),
        }
    }
}
