//! Goes on with files that are imported, a step at a time, so that whoever uses the pages meanwhile gets their turn.

use std::time::Duration;

use tokio::{select, sync::watch, task::yield_now, time::sleep};

use crate::app::{context::App, imports::step::step};

/// What other processes were told is found by then.
const NAP: Duration = Duration::from_secs(5);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match step(&app).await {
            Ok(true) => {
                yield_now().await;
                continue;
            }
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "imports could not go on"),
        }
        select! {
            () = app.import_woken() => {}
            () = sleep(NAP) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
