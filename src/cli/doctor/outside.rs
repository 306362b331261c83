//! What mails depend on: the relay and the signature.

use super::Finding;
use crate::{
    app::context::App,
    cli::{jobs, terminal::in_full},
    config::{Config, Smtp},
    domain::relay::Relay,
    mail::transport::SmtpRelay,
    worker::delivery::settings_of,
};

/// The relay that the configuration names.
pub(super) async fn configured(config: &Config, smtp: &Smtp) -> Finding {
    match jobs::relay(config, smtp) {
        Ok(relay) => ask(&relay, &smtp.host).await,
        Err(error) => Finding::fail("mail", in_full(&error)),
    }
}

/// The relay from the set-up page.
pub(super) async fn set_up(app: &App, relay: &Relay) -> Finding {
    let made = settings_of(app, relay).and_then(|settings| SmtpRelay::new(settings).map_err(|e| e.to_string()));
    match made {
        Ok(open) => ask(&open, &relay.host).await,
        Err(problem) => Finding::fail("mail", problem),
    }
}

/// Connects and signs in; sends nothing.
async fn ask(relay: &SmtpRelay, host: &str) -> Finding {
    let probe = relay.probe().await;
    match probe.error {
        None => Finding::ok("mail", format!("{host} takes mails")),
        Some(error) => Finding::fail("mail", format!("{host} does not take mails: {error}")),
    }
}

/// Whether the key can sign. Whether the record is published is for others to see.
pub(super) fn dkim(config: &Config) -> Option<Finding> {
    let dkim = config.dkim.as_ref()?;
    Some(match jobs::signer(dkim) {
        Ok(_) => Finding::ok("dkim", format!("signs as {} with {}", dkim.domain, dkim.selector)),
        Err(error) => Finding::fail("dkim", in_full(&error)),
    })
}
