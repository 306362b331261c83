//! Writes down which sessions and feeds were used. Reading a page writes nothing, so it is done for many at once.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use tokio::{select, sync::watch, time::sleep};

use crate::{
    app::{context::App, feeds::note_used, sessions::note_seen},
    domain::ids::{FeedId, SessionId},
};

/// Hands over the sessions that were used since it was last called.
pub type Seen = Box<dyn Fn() -> Vec<(SessionId, DateTime<Utc>)> + Send + Sync>;

/// Hands over the feeds that were fetched since it was last called.
pub type Fetched = Box<dyn Fn() -> Vec<(FeedId, DateTime<Utc>)> + Send + Sync>;

const EVERY: Duration = Duration::from_mins(1);

pub(super) async fn run(app: App, seen: Arc<Seen>, fetched: Arc<Fetched>, mut stop: watch::Receiver<bool>) {
    loop {
        let stopping = select! {
            () = sleep(EVERY) => false,
            _ = stop.wait_for(|stop| *stop) => true,
        };
        let used = seen();
        if !used.is_empty()
            && let Err(error) = note_seen(&app, &used).await
        {
            tracing::error!(%error, "the use of sessions was not written down");
        }
        if let Err(error) = note_used(&app, &fetched()).await {
            tracing::error!(%error, "the use of feeds was not written down");
        }
        if stopping {
            return;
        }
    }
}
