//! Asks about series that are about to end, says of others that they have ended, and goes on with those that never end.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::app::{
    context::App,
    series::{endless, review::ask::queue_due},
};

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
        if let Err(error) = endless::decide::expire(&app).await {
            tracing::error!(%error, "overdue approvals of series could not be ended");
        }
        if let Err(error) = endless::prolong::due(&app).await {
            tracing::error!(%error, "series that never end could not go on");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
