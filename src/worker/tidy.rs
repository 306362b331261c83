//! Forgets what need not be kept and follows the clocks of countries, at the start and once an hour.

use std::time::Duration;

use tokio::{select, sync::watch, time::sleep};

use crate::{
    app::{context::App, error::Result, retention, tidy::tidy, zone_data},
    i18n,
};

const EVERY: Duration = Duration::from_hours(1);

pub(super) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        let tidied = select! {
            tidied = tidy_all(&app) => tidied,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if let Err(error) = tidied {
            tracing::error!(%error, "old data could not be removed");
        }
        select! {
            () = sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn tidy_all(app: &App) -> Result<()> {
    zone_data::follow(app, |language| i18n::texts(language).mail_clocks_changed()).await?;
    tidy(app).await?;
    retention::forget_meetings(app).await?;
    retention::erase_unmet(app, |language| i18n::texts(language).contacts_erased_name()).await
}
