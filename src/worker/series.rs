//! Asks about series that are about to end, and says of others that they have ended.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::app::{context::App, series::review::ask::queue_due};

const EVERY: Duration = Duration::from_mins(5);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let queued = select! {
            queued = queue_due(&app) => queued,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(error) = queued {
            tracing::error!(%error, "organizers could not be asked about their series");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
