//! Where mails go: the relay from the configuration, the one from the set-up page, or the built-in mailbox.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::Mutex;

use super::outbox::SLOTS;
use crate::{
    app::{context::App, relay::open_password},
    domain::relay::{Relay, RelaySecurity},
    mail::{
        mime::Composed,
        transport::{Login, Outcome, Security, SmtpRelay, SmtpSettings},
    },
    store::organization::Organization,
};

/// Where mails go.
pub enum Delivery {
    /// Through a relay; see [`Delivery::through`].
    Relay(Box<SmtpRelay>),
    /// Into the built-in mailbox, in the transaction that finishes the mail.
    Mailbox,
    /// Nowhere until the settings are corrected; mails wait.
    Unusable(String),
}

impl Delivery {
    /// Through this relay.
    #[must_use]
    pub fn through(relay: SmtpRelay) -> Self {
        Self::Relay(Box::new(relay))
    }

    /// Hands one mail over. Ends within the relay's deadline.
    pub(super) async fn send(&self, mail: &Composed) -> Outcome {
        match self {
            Self::Relay(relay) => relay.send(mail).await,
            Self::Mailbox => Outcome::Accepted { reply: String::new() },
            Self::Unusable(reason) => Outcome::Unreachable { reason: reason.clone() },
        }
    }

    /// Whether mails are kept here.
    #[must_use]
    pub const fn is_mailbox(&self) -> bool {
        matches!(self, Self::Mailbox)
    }
}

/// Which delivery counts at this moment.
pub enum Choice {
    /// Fixed by the configuration.
    Fixed(Arc<Delivery>),
    /// As the set-up page says; a change counts from the next mail on.
    SetUp(Mutex<Option<(DateTime<Utc>, Arc<Delivery>)>>),
}

impl Choice {
    /// Always this one.
    #[must_use]
    pub fn fixed(delivery: Delivery) -> Self {
        Self::Fixed(Arc::new(delivery))
    }

    /// As the set-up page says.
    #[must_use]
    pub fn set_up() -> Self {
        Self::SetUp(Mutex::new(None))
    }

    /// The delivery now. The connections of a relay are kept as long as its settings.
    pub(super) async fn current(&self, app: &App, organization: &Organization) -> Arc<Delivery> {
        let cached = match self {
            Self::Fixed(delivery) => return Arc::clone(delivery),
            Self::SetUp(cached) => cached,
        };
        let mut cached = cached.lock().await;
        if let Some((_, delivery)) = cached.as_ref().filter(|(at, _)| *at == organization.updated_at) {
            return Arc::clone(delivery);
        }
        let delivery = Arc::new(as_set_up(app, organization.relay.as_ref().map(|relay| &relay.0)));
        *cached = Some((organization.updated_at, Arc::clone(&delivery)));
        delivery
    }
}

fn as_set_up(app: &App, relay: Option<&Relay>) -> Delivery {
    let Some(relay) = relay else { return Delivery::Mailbox };
    let opened = settings_of(app, relay).and_then(|settings| SmtpRelay::new(settings).map_err(|e| e.to_string()));
    match opened {
        Ok(relay) => Delivery::through(relay),
        Err(reason) => {
            tracing::error!(%reason, "the mail server is set up wrongly, mails wait");
            Delivery::Unusable(reason)
        }
    }
}

/// The transport's settings for a relay from the set-up page; also good for trying it out.
///
/// # Errors
/// In words, when the password cannot be opened.
pub fn settings_of(app: &App, relay: &Relay) -> Result<SmtpSettings, String> {
    let security = match relay.security {
        RelaySecurity::Tls => Security::Tls,
        RelaySecurity::StartTls => Security::StartTls,
        RelaySecurity::Plain => Security::Plain,
    };
    let password = open_password(app, relay).map_err(|error| error.to_string())?;
    let login = relay.username.clone().zip(password).map(|(username, password)| Login { username, password });
    let hello_name = app.settings().host().to_owned();
    Ok(SmtpSettings { login, hello_name, pool_size: SLOTS, ..SmtpSettings::new(&relay.host, relay.port, security) })
}
