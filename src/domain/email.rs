//! Mail addresses that are safe to write to.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An address in the plain form `local@domain`: dot-atom local part (no quotes), a domain name with a dot (no IP
/// literal), at most 254 bytes, no leading hyphen, kept as typed but compared in lower case.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is no address we write to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mail address")]
pub struct NotAnAddress;

impl EmailAddress {
    /// As typed, trimmed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form that decides whether two addresses are the same.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// The part behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The part ahead of the `@`.
    #[must_use]
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        let fits = text.len() <= 254 && local.len() <= 64 && !text.starts_with('-');
        (fits && is_local(local) && is_domain(domain)).then(|| Self(text.to_owned())).ok_or(NotAnAddress)
    }
}

/// RFC 5321 dot-string; letters beyond ASCII are refused, because few relays carry them (SMTPUTF8).
fn is_local(local: &str) -> bool {
    !local.is_empty()
        && local.split('.').all(|atom| {
            !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
        })
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
        && labels.last().is_some_and(|tld| !tld.bytes().all(|b| b.is_ascii_digit()))
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for EmailAddress {}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for good in ["anna@nordvik.example", "a.b+c@x-y.example", " ola@kund.example ", "o'neil@x.example"] {
            assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "anna",
            "@x.example",
            "a@b",
            "-a@x.example",
            "a..b@x.example",
            ".a@x.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "\"<script>\"@x.example",
            "a@x.example\r\nBcc: b@y.example",
            "a b@x.example",
            "a@x..example",
            "a@-x.example",
            "å@x.example",
            "a@x.example,b@y.example",
            "a@x.example\u{202e}",
        ] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?}");
        }
        assert!(format!("{}@x.example", "a".repeat(65)).parse::<EmailAddress>().is_err());
    }
}
