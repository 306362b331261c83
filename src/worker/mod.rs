//! Work that goes on beside requests, until the stop signal.

mod attempt;
pub mod calendars;
pub mod delivery;
mod digest;
mod expiry;
pub mod folder;
mod imports;
mod kept;
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

use self::kept::{REST, kept};
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
/// [`JoinSet::join_all`]. One that panics begins again.
pub fn spawn_all(app: &App, jobs: Jobs, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    macro_rules! keep {
        ($name:ident $(, $job:ident)*) => {{
            let (app, until) = (app.clone(), stop.clone());
            let begin = move || $name::run(app.clone(), $($job.clone(),)* until.clone());
            workers.spawn(kept(stringify!($name), REST, stop.clone(), begin));
        }};
    }
    let (mails, outside) = (Arc::new(jobs.outbox), Arc::new(jobs.calendars));
    keep!(outbox, mails);
    keep!(expiry);
    keep!(calendars, outside);
    if let Some(folders) = jobs.folders.map(Arc::new) {
        keep!(folder, folders);
    }
    keep!(digest);
    keep!(reminders);
    keep!(series);
    keep!(imports);
    keep!(tidy);
    let (used, fetched) = (Arc::new(jobs.seen), Arc::new(jobs.fetched));
    keep!(seen, used, fetched);
    workers
}
