//! Handing mails to the relay: settings, outcomes and the pool of connections.

use std::{
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters, TlsParametersBuilder};
use tokio::{sync::Semaphore, time::timeout};

pub use super::probe::Probe;
use super::{
    mime::Composed,
    smtp::{Fault, Link},
    wire::Route,
};

/// How the way to the relay is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465, RFC 8314).
    Tls,
    /// Clear at first, then TLS or nothing (port 587).
    StartTls,
    /// Never encrypted: only to this machine, unless [`SmtpSettings::allow_plain`] is set.
    Plain,
}

/// A user name and a password; neither is ever shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// As the relay knows it.
    pub username: String,
    /// As the relay knows it.
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login(..)")
    }
}

/// Where mail goes and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// A name or an IP address; with TLS the certificate must name it.
    pub host: String,
    /// Usually 465 or 587.
    pub port: u16,
    /// How the way is kept private.
    pub security: Security,
    /// Lets [`Security::Plain`] leave this machine, for a relay in a trusted network.
    pub allow_plain: bool,
    /// Signs in with AUTH PLAIN or LOGIN.
    pub login: Option<Login>,
    /// What EHLO says: a name of this machine.
    pub hello_name: String,
    /// Connections at a time, 1 to 64.
    pub pool_size: usize,
    /// The longest one send may take in all, connecting and waiting for a connection included.
    pub deadline: Duration,
}

impl SmtpSettings {
    /// Settings with 4 connections, 60 seconds a send, no login.
    #[must_use]
    pub fn new(host: &str, port: u16, security: Security) -> Self {
        Self {
            host: host.to_owned(),
            port,
            security,
            allow_plain: false,
            login: None,
            hello_name: "localhost".to_owned(),
            pool_size: 4,
            deadline: Duration::from_mins(1),
        }
    }
}

/// Settings that cannot work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The host or the EHLO name is no host name.
    #[error("{0:?} is not a host name")]
    Name(String),
    /// Mail would leave this machine unencrypted.
    #[error("mail to {0} would go unencrypted: choose TLS or STARTTLS, or allow plain connections")]
    Plain(String),
    /// Not 1 to 64.
    #[error("the number of connections must be 1 to 64, not {0}")]
    PoolSize(usize),
    /// The trusted certificates of this machine cannot be used.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

/// What became of one send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The relay has taken the mail over.
    Accepted {
        /// Its answer.
        reply: String,
    },
    /// The relay will never take this mail to this recipient (5xx).
    Refused {
        /// The SMTP code.
        code: u16,
        /// Its answer.
        reply: String,
    },
    /// The relay has not taken the mail, but may later: a 4xx, or any refusal that is about the connection or the login
    /// and not about this mail (whatever its code).
    Later {
        /// The SMTP code.
        code: u16,
        /// Its answer.
        reply: String,
    },
    /// The relay could not be reached, so it certainly does not have the mail.
    Unreachable {
        /// What happened.
        reason: String,
    },
    /// Nobody knows whether the relay has the mail: no answer in time, a lost connection, an answer that is none, no
    /// TLS. Send the same bytes again.
    Unknown {
        /// What happened.
        reason: String,
    },
}

/// A relay with a few connections that are used again.
pub struct SmtpRelay {
    pub(super) route: Route,
    deadline: Duration,
    permits: Semaphore,
    idle: Mutex<Vec<Link>>,
}

impl SmtpRelay {
    /// Checks the settings and loads the trusted certificates; connects to nothing yet.
    ///
    /// # Errors
    /// [`SettingsError`] names the first setting that cannot work.
    pub fn new(settings: SmtpSettings) -> Result<Self, SettingsError> {
        Self::with(settings, TlsParameters::builder)
    }

    /// The same, but of all authorities only the ones in this PEM text are trusted, not those of this machine.
    ///
    /// # Errors
    /// As [`SmtpRelay::new`]; [`SettingsError::Tls`] also when the text holds something else than certificates.
    pub fn trusting(settings: SmtpSettings, authorities: &[u8]) -> Result<Self, SettingsError> {
        let authorities = Certificate::from_pem(authorities).map_err(|error| SettingsError::Tls(error.to_string()))?;
        Self::with(settings, |host| {
            let only_these = TlsParameters::builder(host).certificate_store(CertificateStore::None);
            only_these.add_root_certificate(authorities)
        })
    }

    fn with(settings: SmtpSettings, tls: impl FnOnce(String) -> TlsParametersBuilder) -> Result<Self, SettingsError> {
        check(&settings)?;
        let tls = match settings.security {
            Security::Plain => None,
            Security::Tls | Security::StartTls => Some(tls(settings.host.clone()).build()),
        };
        let tls = tls.transpose().map_err(|error| SettingsError::Tls(error.to_string()))?;
        Ok(Self {
            deadline: settings.deadline,
            permits: Semaphore::new(settings.pool_size),
            idle: Mutex::new(Vec::with_capacity(settings.pool_size)),
            route: Route::new(settings, tls),
        })
    }

    /// Sends one mail to its one recipient. Always ends within the deadline; dropping the future drops the connection.
    pub async fn send(&self, mail: &Composed) -> Outcome {
        match timeout(self.deadline, self.attempt(mail)).await {
            Ok(outcome) => outcome,
            Err(_) => Outcome::Unknown { reason: format!("no answer within {} s", self.deadline.as_secs_f32()) },
        }
    }

    async fn attempt(&self, mail: &Composed) -> Outcome {
        let Ok(_permit) = self.permits.acquire().await else {
            return Outcome::Unknown { reason: "the relay is closed".to_owned() };
        };
        // A used connection that balks at MAIL FROM may just have grown old: only a fresh one gives a verdict.
        if let Some(mut link) = self.reusable().await
            && link.begin(mail).await.is_ok()
        {
            return self.finish(link, mail).await;
        }
        let mut link = match Link::open(&self.route).await {
            Ok(link) => link,
            Err(fault) => return fault.before_mail(),
        };
        match link.begin(mail).await {
            Ok(()) => self.finish(link, mail).await,
            Err(fault) => self.settle(link, fault),
        }
    }

    async fn finish(&self, mut link: Link, mail: &Composed) -> Outcome {
        match link.transfer(mail).await {
            Ok(reply) => {
                self.keep(link);
                Outcome::Accepted { reply }
            }
            Err(fault) => self.settle(link, fault),
        }
    }

    /// Keeps the connection after a plain refusal, drops it after anything else.
    fn settle(&self, link: Link, fault: Fault) -> Outcome {
        if fault.leaves_connection_usable() {
            self.keep(link);
        }
        fault.about_mail()
    }

    fn keep(&self, mut link: Link) {
        link.rest();
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|other| !other.is_stale());
        idle.push(link);
    }

    /// The connection used last that still answers; stale ones are dropped on the way.
    async fn reusable(&self) -> Option<Link> {
        loop {
            let mut link = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if link.is_ready().await {
                return Some(link);
            }
        }
    }
}

impl std::fmt::Debug for SmtpRelay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpRelay").field("settings", &self.route.settings).finish_non_exhaustive()
    }
}

fn check(settings: &SmtpSettings) -> Result<(), SettingsError> {
    for name in [&settings.host, &settings.hello_name] {
        if !is_host(name) {
            return Err(SettingsError::Name(name.chars().take(200).collect()));
        }
    }
    if !(1..=64).contains(&settings.pool_size) {
        return Err(SettingsError::PoolSize(settings.pool_size));
    }
    if settings.security == Security::Plain && !settings.allow_plain && !is_loopback(&settings.host) {
        return Err(SettingsError::Plain(settings.host.clone()));
    }
    Ok(())
}

/// Whether this is a name or an address that can be connected to.
#[must_use]
pub fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    name.parse::<IpAddr>().is_ok() || (name.len() <= 253 && name.split('.').all(is_label))
}

/// Whether a host is this machine.
#[must_use]
pub fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_connections_stay_on_this_machine() {
        let plain = |host: &str| SmtpRelay::new(SmtpSettings::new(host, 25, Security::Plain));
        for host in ["localhost", "127.0.0.1", "127.9.9.9", "::1"] {
            assert!(plain(host).is_ok(), "{host}");
        }
        for host in ["mail.example", "10.0.0.1", "localhost.example", "::2"] {
            assert_eq!(plain(host).err(), Some(SettingsError::Plain(host.to_owned())));
        }
        let mut settings = SmtpSettings::new("mail.example", 25, Security::Plain);
        settings.allow_plain = true;
        assert!(SmtpRelay::new(settings).is_ok());
    }

    #[test]
    fn bad_settings_are_named() {
        for name in ["", "mail example", "mail\r\nQUIT", "a..b", "<mail>"] {
            let mut settings = SmtpSettings::new(name, 465, Security::Tls);
            assert!(matches!(SmtpRelay::new(settings.clone()), Err(SettingsError::Name(_))), "{name:?}");
            name.clone_into(&mut settings.hello_name);
            "mail.example".clone_into(&mut settings.host);
            assert!(matches!(SmtpRelay::new(settings), Err(SettingsError::Name(_))), "{name:?}");
        }
        for size in [0, 65] {
            let mut settings = SmtpSettings::new("localhost", 465, Security::Plain);
            settings.pool_size = size;
            assert_eq!(SmtpRelay::new(settings).err(), Some(SettingsError::PoolSize(size)));
        }
    }

    #[test]
    fn passwords_are_not_printed() {
        let mut settings = SmtpSettings::new("localhost", 25, Security::Plain);
        settings.login = Some(Login { username: "anna".to_owned(), password: "hunter2".to_owned() });
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}
