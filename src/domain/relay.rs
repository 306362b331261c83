//! The mail server that mails leave through.

use serde::{Deserialize, Serialize};

use super::terms::terms;

terms! {
    /// How the connection to the relay is protected.
    RelaySecurity {
        /// TLS from the first byte (port 465).
        Tls = "tls",
        /// Plain greeting, then TLS or nothing (port 587).
        StartTls = "starttls",
        /// None; only to this machine.
        Plain = "plain",
    }
}

/// Relay settings as saved by the set-up page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relay {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Protection.
    pub security: RelaySecurity,
    /// Account on the relay, if it asks for one.
    pub username: Option<String>,
    /// The account's password, sealed, as lower-case hexadecimal.
    pub sealed_password: Option<String>,
    /// Address that invitations come from and calendars answer to.
    pub from: String,
}
