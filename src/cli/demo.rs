//! `sparsam demo`: the server with a firm that does not exist, so that everything can be tried at once.

mod calendar;
mod clock;
mod company;
mod customers;
mod history;
mod limits;
mod meetings;
mod minutes;
mod own_time;
mod past;
mod points;
mod sales;
mod series;

use std::process::ExitCode;

use anyhow::bail;

use self::clock::SetClock;
use super::{
    Shared, open,
    serve::{self, Listen},
};
use crate::{
    app::context::{App, SystemEntropy, World},
    config::Config,
    identity::key::MasterKey,
    store::{self, organization::Organization},
};

/// Its own folder, its own SQLite file, this machine only, and no mail ever leaves.
pub(super) async fn run(shared: &Shared, listen: &Listen) -> anyhow::Result<ExitCode> {
    let mut sources = shared.sources()?;
    if let Some(address) = &listen.listen {
        sources.flags.insert("listen", address.clone());
    }
    let data = sources.flags.entry("data").or_insert_with(|| "./sparsam-demo".to_owned()).clone();
    // A real database must not be opened to everybody by a variable that happens to be set.
    sources.flags.insert("database_url", format!("sqlite:{data}/sparsam.db"));
    sources.flags.insert("secret_key_file", format!("{data}/secret.key"));
    sources.flags.insert("secret_key", String::new());
    let mut config = Config::load(&sources)?;
    config.smtp = None;
    config.dkim = None;
    if !config.general.listen.ip().is_loopback() {
        bail!("everybody can sign in to the demo, so it listens on this machine only, for example on 127.0.0.1:3000");
    }
    if config.general.base_url.scheme() != "http" {
        bail!("the demo is for this machine only; leave base_url out");
    }
    serve::serve(config, true).await
}

/// Makes the demo company unless it is there; refuses to open a real one to everybody.
pub(super) async fn prepare(config: &Config, app: &App, key: &MasterKey) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    match store::organization::load(&mut tx).await? {
        Some(Organization { demo: false, .. }) => {
            bail!("this folder holds a real company; run `sparsam serve`, or give the demo another --data")
        }
        Some(Organization { set_up_at: Some(_), .. }) => return Ok(()),
        // Broken off while it was made.
        Some(_) => store::upkeep::empty(&mut tx).await?,
        None => {}
    }
    tx.commit().await?;
    let monday = calendar::this_monday(app.now());
    let clock = SetClock::at(calendar::planned_at(history::first_day(monday)));
    let world = World { clock: Box::new(clock.clone()), entropy: Box::new(SystemEntropy) };
    let past = open::app(config, app.db.clone(), key, world);
    company::found(&past).await?;
    limits::add(&past, history::first_day(monday)).await?;
    own_time::add(&past, monday).await?;
    history::write(&past, monday).await?;
    series::add(&past, &clock, monday).await?;
    minutes::run(&past, &clock, monday).await?;
    calendar::fill(&past, &clock, monday).await?;
    minutes::close(&past, monday).await?;
    points::add(&past, monday).await?;
    calendar::pass(&past, &clock, (monday, app.now())).await?;
    // Questions wait three days at most, so this one is asked now.
    clock.set(app.now());
    calendar::ask(&past, monday).await?;
    sales::add(app).await?;
    company::finish(app).await
}
