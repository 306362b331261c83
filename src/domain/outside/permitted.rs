//! What an administrator has allowed beyond the public internet.

use std::{net::IpAddr, str::FromStr};

use ipnet::IpNet;
use url::Host;

use super::network::is_global;

/// A host or a network that may be asked although it is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PermittedEntry {
    /// A host by the name in the address, on this port or, without one, on the usual ports.
    Host {
        /// In lower case, as in URLs.
        name: String,
        /// TCP port.
        port: Option<u16>,
    },
    /// Every host that lies in the network.
    Network(IpNet),
}

/// The text is no host, host with port, or network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither a host nor a network")]
pub struct NotPermittable;

impl FromStr for PermittedEntry {
    type Err = NotPermittable;

    /// Reads `calendar.intranet.example`, `calendar.intranet.example:8443`, `10.1.0.0/16`, `10.1.2.3`, `[fd00::1]:8443`.
    fn from_str(text: &str) -> Result<Self, NotPermittable> {
        let text = text.trim();
        if let Ok(network) = text.parse() {
            return Ok(Self::Network(network));
        }
        if let Ok(address) = text.parse::<IpAddr>() {
            return Ok(Self::Network(address.into()));
        }
        let (name, port) = match text.rsplit_once(':') {
            Some((name, port)) => (name, Some(port.parse().map_err(|_| NotPermittable)?)),
            None => (text, None),
        };
        let name = Host::parse(name).map_err(|_| NotPermittable)?.to_string();
        if name.is_empty() { Err(NotPermittable) } else { Ok(Self::Host { name, port }) }
    }
}

/// What may be asked. By default: the public internet by https.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permitted {
    /// Whether `http://` is taken.
    pub plain_http: bool,
    /// Hosts and networks beyond the public internet.
    pub entries: Vec<PermittedEntry>,
}

impl Permitted {
    /// Whether an address of this host may be connected to.
    #[must_use]
    pub fn admits(&self, host: &str, address: IpAddr) -> bool {
        is_global(address)
            || self.entries.iter().any(|entry| match entry {
                PermittedEntry::Host { name, .. } => name == host,
                PermittedEntry::Network(network) => network.contains(&address),
            })
    }

    /// Whether a host may be asked on another port than the usual one of its scheme.
    #[must_use]
    pub fn admits_port(&self, host: &str, asked: u16) -> bool {
        self.entries.iter().any(
            |entry| matches!(entry, PermittedEntry::Host { name, port: Some(port) } if name == host && *port == asked),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_hosts_or_networks() {
        let host = |name: &str, port| Ok(PermittedEntry::Host { name: name.to_owned(), port });
        let cases = [
            ("Calendar.Intranet.example", host("calendar.intranet.example", None)),
            ("calendar.intranet.example:8443", host("calendar.intranet.example", Some(8443))),
            ("[fd00::1]:8443", host("[fd00::1]", Some(8443))),
            ("10.1.0.0/16", Ok(PermittedEntry::Network("10.1.0.0/16".parse().unwrap()))),
            ("10.1.2.3", Ok(PermittedEntry::Network("10.1.2.3/32".parse().unwrap()))),
            ("", Err(NotPermittable)),
            ("a b", Err(NotPermittable)),
            ("host:port", Err(NotPermittable)),
            ("host:99999", Err(NotPermittable)),
            ("https://host/", Err(NotPermittable)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<PermittedEntry>(), expected, "{text}");
        }
    }
}
