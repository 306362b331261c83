//! Lets the time go that was held for approvals nobody gave, once a minute.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::app::{approvals, context::App};

const EVERY: Duration = Duration::from_mins(1);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let expired = select! {
            expired = approvals::expire(&app) => expired,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(error) = expired {
            tracing::error!(%error, "overdue approvals could not be ended");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
