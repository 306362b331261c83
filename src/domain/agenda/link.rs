//! Links to what people read ahead of a meeting.

use serde::{Deserialize, Serialize};

use crate::domain::text::SafeText;

/// Most links of one point.
pub const MAX_LINKS: usize = 5;
/// Longest address, in characters.
pub const MAX_ADDRESS: usize = 1_000;
/// Longest label, in characters.
pub const MAX_LABEL: usize = 100;

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it is, one line; the host of the address where nothing was typed.
    pub label: String,
    /// An `https` address as [`https`] gives it.
    pub url: String,
}

impl Reading {
    /// From a label and an address as typed; `None` when the address is none.
    #[must_use]
    pub fn of(label: &str, address: &str) -> Option<Self> {
        let url = https(address)?;
        let label = SafeText::line(label, MAX_LABEL);
        let host = || url::Url::parse(&url).ok().and_then(|u| u.host_str().map(ToOwned::to_owned)).unwrap_or_default();
        let label = if label.is_empty() { host() } else { label.into() };
        Some(Self { label, url })
    }
}

/// An `https` address to somewhere, without a name and password in it. It comes back as parsed: hosts in ASCII, everything
/// else percent-encoded, so that no letter of it can mislead.
#[must_use]
pub fn https(raw: &str) -> Option<String> {
    let raw = raw.trim();
    if raw.chars().count() > MAX_ADDRESS || raw.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let url = url::Url::parse(raw).ok()?;
    let plain = url.scheme() == "https" && url.has_host() && url.username().is_empty() && url.password().is_none();
    plain.then(|| url.to_string()).filter(|link| link.chars().count() <= 2 * MAX_ADDRESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_https_addresses_are_links() {
        for (typed, expected) in [
            ("https://files.example/plan.pdf", Some("https://files.example/plan.pdf")),
            (" HTTPS://Files.Example/a b ", None),
            ("https://files.example/å", Some("https://files.example/%C3%A5")),
            ("https://bücher.example/", Some("https://xn--bcher-kva.example/")),
            ("http://files.example/", None),
            ("ftp://files.example/", None),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("//files.example", None),
            ("https://", None),
            ("https://bank.example@evil.example/", None),
            ("https://a:b@evil.example/", None),
            ("https://files.example/\r\nBcc: x", None),
            ("https://files.example/\"><script>", Some("https://files.example/%22%3E%3Cscript%3E")),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(https(typed).as_deref(), expected, "{typed}");
        }
        assert_eq!(https(&format!("https://files.example/{}", "a".repeat(1_000))), None);
    }

    #[test]
    fn a_link_without_a_label_is_called_by_its_host() {
        let reading = Reading::of("  ", "https://files.example/plan.pdf").unwrap();
        assert_eq!(reading.label, "files.example");
        assert_eq!(Reading::of(" The\nplan ", "https://files.example/").unwrap().label, "The plan");
    }
}
