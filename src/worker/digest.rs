//! Queues summaries and answers soon after they are due.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::app::{answer_mails, context::App, digest, error::Result};

const EVERY: Duration = Duration::from_mins(1);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let queued = select! {
            queued = queue(&app) => queued,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(error) = queued {
            tracing::error!(%error, "summaries could not be queued");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn queue(app: &App) -> Result<()> {
    digest::queue_due(app).await?;
    answer_mails::queue_due(app).await?;
    Ok(())
}
