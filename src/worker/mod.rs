//! Work that goes on beside requests, until the stop signal.

mod attempt;
pub mod calendars;
pub mod delivery;
mod digest;
mod expiry;
pub mod folder;
mod imports;
pub mod outbox;
mod pace;
mod reminders;
mod retry;
mod seen;
mod series;
mod tidy;

use std::sync::Arc;

use tokio::{sync::watch, task::JoinSet};

pub use seen::{Fetched, Seen};

use crate::app::context::App;

/// What the workers need beside the commands' context.
pub struct Jobs {
    /// How mails leave.
    pub outbox: outbox::Outbox,
    /// How outside calendars are read.
    pub calendars: calendars::Calendars,
    /// How answers are read from an IMAP folder, if that is possible here.
    pub folders: Option<folder::Folders>,
    /// Hands over the sessions that were used since it was last called.
    pub seen: Seen,
    /// Hands over the feeds that were fetched since it was last called.
    pub fetched: Fetched,
}

/// Starts all workers. They end soon after `stop` turns true, finishing what is under way; wait for them with
/// [`JoinSet::join_all`].
pub fn spawn_all(app: &App, jobs: Jobs, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    workers.spawn(outbox::run(app.clone(), Arc::new(jobs.outbox), stop.clone()));
    workers.spawn(expiry::run(app.clone(), stop.clone()));
    workers.spawn(calendars::run(app.clone(), Arc::new(jobs.calendars), stop.clone()));
    if let Some(folders) = jobs.folders {
        workers.spawn(folder::run(app.clone(), folders, stop.clone()));
    }
    workers.spawn(digest::run(app.clone(), stop.clone()));
    workers.spawn(reminders::run(app.clone(), stop.clone()));
    workers.spawn(series::run(app.clone(), stop.clone()));
    workers.spawn(imports::run(app.clone(), stop.clone()));
    workers.spawn(tidy::run(app.clone(), stop.clone()));
    workers.spawn(seen::run(app.clone(), jobs.seen, jobs.fetched, stop.clone()));
    workers
}
