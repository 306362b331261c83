//! `sparsam serve`.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::{net::TcpListener, sync::watch, time};

use super::{Shared, demo, instance, jobs, open, terminal::say};
use crate::{
    app::{
        context::{App, World},
        setup,
    },
    config::{Config, Limits, Origin},
    telemetry,
    web::{
        guard::{
            Guards, access_log::AccessLog, client_ip::TrustedProxies, headers::SecurityHeaders, origin::SiteOrigin,
        },
        server::{self, ServerLimits},
        site::site,
        state::{self, Mode},
    },
    worker::{self, Jobs},
};

/// Where to listen.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Listen {
    /// Address and port, for example 127.0.0.1:3000
    #[arg(long, value_name = "ADDR")]
    pub(super) listen: Option<String>,
}

/// The server, until it is asked to stop.
pub(super) async fn run(shared: &Shared, listen: &Listen) -> anyhow::Result<ExitCode> {
    let mut sources = shared.sources()?;
    if let Some(address) = &listen.listen {
        sources.flags.insert("listen", address.clone());
    }
    serve(Config::load(&sources)?, false).await
}

/// Serves with a configuration that is checked.
pub(super) async fn serve(mut config: Config, demo: bool) -> anyhow::Result<ExitCode> {
    telemetry::start(&config.log).context("log.filter cannot be read")?;
    let stop = server::stop_signal()?;
    open::data_folder(&config.general.data)?;
    let _only_one = instance::claim(&config)?;
    let listener = bind(&mut config).await?;
    let key = open::key(&config)?;
    let db = open::migrated(&config).await?;
    let app = open::app(&config, db.clone(), &key, World::system());
    if demo {
        demo::prepare(&config, &app, &key).await?;
    }
    run_site(&config, &app, (listener, demo), stop).await?;
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Requests and workers, until the stop signal; then both finish what is under way.
async fn run_site(
    config: &Config,
    app: &App,
    (listener, demo): (TcpListener, bool),
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let mode =
        Mode { demo, relay_configured: config.smtp.is_some(), secure: config.general.base_url.scheme() == "https" };
    let (reads, writes) = state::states(app.clone(), open::passwords(config)?, mode);
    let (stopping, stopped) = watch::channel(false);
    let (seen, fetched) = (reads.clone(), reads.clone());
    let jobs = Jobs {
        outbox: jobs::outbox(config, demo)?,
        calendars: jobs::calendars(config),
        folders: jobs::folders(demo),
        seen: Box::new(move || seen.take_seen()),
        fetched: Box::new(move || fetched.take_fetched_feeds()),
    };
    let workers = worker::spawn_all(app, jobs, &stopped);
    let router = site(reads, writes, guards(config, app));
    greet(app).await?;
    let stop = async {
        stop.await;
        tracing::info!("stopping: finishing what is under way");
        stopping.send_replace(true);
    };
    let limits = limits(config);
    server::serve(listener, router, &limits, stop).await?;
    // What does not end in time is tried again after the next start, with the same Message-ID.
    if time::timeout(limits.stop_timeout, workers.join_all()).await.is_err() {
        tracing::warn!("a mail was still on its way at the stop");
    }
    Ok(())
}

/// Says where the pages are and, before the set-up, how to begin.
async fn greet(app: &App) -> anyhow::Result<()> {
    let base = &app.settings().base_url;
    if let Some(code) = setup::open_code(app).await? {
        say(&format!("Nobody has set Sparsam up yet. Open {base}/setup and enter this code: {code}"));
    }
    say(&format!("Sparsam is ready. Open {base} in your browser."));
    Ok(())
}

/// Listens. With port 0 the system chooses a port; an address that nobody set follows it.
async fn bind(config: &mut Config) -> anyhow::Result<TcpListener> {
    let address = config.general.listen;
    let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
    let bound: SocketAddr = listener.local_addr()?;
    let by_default = config.lines().iter().any(|l| l.setting.key == "base_url" && l.origin == Origin::Default);
    if by_default {
        // Fails only for URLs without a host, which are refused when the configuration is read.
        let _ = config.general.base_url.set_port(Some(bound.port()));
    }
    Ok(listener)
}

fn guards(config: &Config, app: &App) -> Guards {
    let general = &config.general;
    Guards {
        trusted_proxies: TrustedProxies::new(&general.trusted_proxies),
        origin: SiteOrigin::of(&general.base_url),
        headers: SecurityHeaders { https: general.base_url.scheme() == "https" },
        access_log: Arc::new(AccessLog::new(app.random())),
        body_bytes: config.limits.body_bytes as usize,
    }
}

fn limits(config: &Config) -> ServerLimits {
    let Limits { connections, connections_per_ip, header_bytes, .. } = config.limits;
    let seconds = |seconds: u32| Duration::from_secs(seconds.into());
    ServerLimits {
        connections: connections as usize,
        per_ip: connections_per_ip as usize,
        trusted_proxies: TrustedProxies::new(&config.general.trusted_proxies),
        header_timeout: seconds(config.limits.header_seconds),
        header_bytes: header_bytes as usize,
        idle_timeout: seconds(config.limits.idle_seconds),
        body_timeout: seconds(config.limits.body_seconds),
        write_timeout: seconds(config.limits.write_seconds),
        stop_timeout: seconds(config.limits.stop_seconds),
    }
}
