//! Lets the time go that was held for approvals nobody gave, and passes on what leavers were asked, once a minute.

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
        if let Err(error) = approvals::settle_leavers(&app).await {
            tracing::error!(%error, "approvals that leavers were asked for could not be passed on");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
