//! Queues reminders soon after they are due.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::app::{context::App, reminders::queue_due};

const EVERY: Duration = Duration::from_mins(1);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let queued = select! {
            queued = queue_due(&app) => queued,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(error) = queued {
            tracing::error!(%error, "reminders could not be queued");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
