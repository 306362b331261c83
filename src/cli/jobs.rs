//! How mails leave, as the configuration says.

use anyhow::Context as _;

use crate::{
    calendars::{Fetcher, Internet},
    config::{Config, Dkim, Security as Configured, Smtp},
    mail::{
        dkim::Signer,
        imap::Roots,
        transport::{Login, Security, SmtpRelay, SmtpSettings},
    },
    worker::{
        calendars::Calendars,
        delivery::{Choice, Delivery},
        folder::Folders,
        outbox::{Outbox, SLOTS},
    },
};

/// The demo never sends; else the relay of the configuration, else what the set-up page says.
pub(super) fn outbox(config: &Config, demo: bool) -> anyhow::Result<Outbox> {
    let choice = match &config.smtp {
        _ if demo => Choice::fixed(Delivery::Mailbox),
        Some(smtp) => Choice::fixed(Delivery::through(relay(config, smtp)?)),
        None => Choice::set_up(),
    };
    let signer = config.dkim.as_ref().map(signer).transpose()?;
    Ok(Outbox::new(choice).with_signer(signer).with_rate(Some(config.general.mail_per_minute)))
}

/// Outside calendars are read from the internet, and from what the configuration allows.
pub(super) fn calendars(config: &Config) -> Calendars {
    let fetcher = Fetcher::new(Internet, config.calendars.permitted());
    Calendars::new(fetcher).every(config.calendars.refresh_minutes)
}

/// The demo asks nobody for mails.
pub(super) fn folders(demo: bool) -> Option<Folders> {
    (!demo).then(|| Folders::new(Roots::of_this_machine()))
}

/// The relay of the configuration.
pub(super) fn relay(config: &Config, smtp: &Smtp) -> anyhow::Result<SmtpRelay> {
    let (security, port) = match smtp.security {
        Configured::Tls => (Security::Tls, 465),
        Configured::Starttls => (Security::StartTls, 587),
        Configured::Plain => (Security::Plain, 25),
    };
    let login = smtp.username.clone().zip(smtp.password.as_ref());
    let login = login.map(|(username, password)| Login { username, password: password.expose().to_owned() });
    let hello_name = config.general.base_url.host_str().unwrap_or("localhost").to_owned();
    let settings = SmtpSettings {
        allow_plain: smtp.allow_plain,
        login,
        hello_name,
        pool_size: SLOTS,
        ..SmtpSettings::new(&smtp.host, smtp.port.unwrap_or(port), security)
    };
    SmtpRelay::new(settings).context("[smtp] cannot work")
}

/// Signs mails with the key of the configuration.
pub(super) fn signer(dkim: &Dkim) -> anyhow::Result<Signer> {
    let file = &dkim.key_file;
    let pem = std::fs::read_to_string(file).with_context(|| format!("cannot read the DKIM key {}", file.display()))?;
    Signer::new(&pem, &dkim.domain, &dkim.selector).context("[dkim] cannot work")
}
