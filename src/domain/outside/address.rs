//! The address of an outside calendar. Whoever knows it reads the calendar, so it is kept out of logs and pages.

use std::fmt;

use url::{Host, Url};

use super::permitted::Permitted;

/// Longest address, in bytes.
pub const MAX_ADDRESS: usize = 2_000;

/// An address that may be asked, as far as that can be told without asking: whether its host lies in the public internet
/// shows only when its name is looked up. `Debug` and `Display` show the host alone.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceAddress {
    url: Url,
    host: String,
    port: u16,
}

/// Why an address was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing.
    #[error("empty")]
    Empty,
    /// Longer than [`MAX_ADDRESS`].
    #[error("too long")]
    TooLong,
    /// No address with a host.
    #[error("not an address")]
    NotAnAddress,
    /// Not https.
    #[error("not https")]
    NotHttps,
    /// A name or password stands in it.
    #[error("with a name or password")]
    WithPassword,
    /// Another port than that of its scheme.
    #[error("an unusual port")]
    Port,
    /// It names a network address that is not public.
    #[error("not public")]
    NotPublic,
}

impl SourceAddress {
    /// Reads what somebody typed or what was stored. `webcal:` is another way to write `https:`.
    pub fn read(typed: &str, permitted: &Permitted) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        if typed.len() > MAX_ADDRESS {
            return Err(AddressError::TooLong);
        }
        let mut url = Url::parse(&with_https(typed)).map_err(|_| AddressError::NotAnAddress)?;
        let usual = match url.scheme() {
            "https" => 443,
            "http" if permitted.plain_http => 80,
            _ => return Err(AddressError::NotHttps),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::WithPassword);
        }
        let host = url.host().ok_or(AddressError::NotAnAddress)?;
        let name = host.to_string();
        let literal = match host {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(address.into()),
            Host::Ipv6(address) => Some(address.into()),
        };
        if literal.is_some_and(|address| !permitted.admits(&name, address)) {
            return Err(AddressError::NotPublic);
        }
        let port = url.port().unwrap_or(usual);
        if port != usual && !permitted.admits_port(&name, port) {
            return Err(AddressError::Port);
        }
        url.set_fragment(None);
        if url.as_str().len() > MAX_ADDRESS { Err(AddressError::TooLong) } else { Ok(Self { url, host: name, port }) }
    }

    /// The whole address, a secret.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.url.as_str()
    }

    /// The host's name or network address, as in URLs: IPv6 in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The network address, if the host is one.
    #[must_use]
    pub fn literal(&self) -> Option<std::net::IpAddr> {
        match self.url.host()? {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(address.into()),
            Host::Ipv6(address) => Some(address.into()),
        }
    }

    /// TCP port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Whether the connection is encrypted.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Host, and the port where it is not the usual one.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.url.authority()
    }

    /// Path and query, as they stand in a request.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.url[url::Position::BeforePath..url::Position::AfterQuery]
    }

    /// Where a redirect leads, if that is an address that could be connected in place of this one.
    #[must_use]
    pub fn moved(&self, location: &str, permitted: &Permitted) -> Option<Self> {
        let location = self.url.join(location).ok()?;
        Self::read(location.as_str(), permitted).ok()
    }
}

fn with_https(typed: &str) -> String {
    let Some((scheme, rest)) = typed.split_once("://") else { return typed.to_owned() };
    let webcal = scheme.eq_ignore_ascii_case("webcal") || scheme.eq_ignore_ascii_case("webcals");
    if webcal { format!("https://{rest}") } else { typed.to_owned() }
}

impl fmt::Debug for SourceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceAddress({}/…)", self.host)
    }
}

impl fmt::Display for SourceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_paste_them() {
        let public = Permitted::default();
        let read = |typed: &str| SourceAddress::read(typed, &public).map(|a| a.expose().to_owned());
        let cases: [(&str, Result<&str, AddressError>); 19] = [
            ("https://cal.example/a.ics", Ok("https://cal.example/a.ics")),
            (" webcal://cal.example/a.ics?b=c#d ", Ok("https://cal.example/a.ics?b=c")),
            ("WEBCALS://cal.example", Ok("https://cal.example/")),
            ("https://cal.example:443/", Ok("https://cal.example/")),
            ("https://kalender.åre.example/", Ok("https://kalender.xn--re-xia.example/")),
            ("https://[2606:4700::1]/a", Ok("https://[2606:4700::1]/a")),
            ("", Err(AddressError::Empty)),
            ("cal.example/a.ics", Err(AddressError::NotAnAddress)),
            ("https://", Err(AddressError::NotAnAddress)),
            ("http://cal.example/", Err(AddressError::NotHttps)),
            ("file:///etc/passwd", Err(AddressError::NotHttps)),
            ("javascript:alert(1)", Err(AddressError::NotHttps)),
            ("https://anna:secret@cal.example/", Err(AddressError::WithPassword)),
            ("https://cal.example:8443/", Err(AddressError::Port)),
            ("https://cal.example:80/", Err(AddressError::Port)),
            ("https://127.0.0.1/", Err(AddressError::NotPublic)),
            ("https://2130706433/", Err(AddressError::NotPublic)),
            ("https://0x7f.1/", Err(AddressError::NotPublic)),
            ("https://[::ffff:10.0.0.1]/", Err(AddressError::NotPublic)),
        ];
        for (typed, expected) in cases {
            assert_eq!(read(typed), expected.map(str::to_owned), "{typed}");
        }
        assert_eq!(read(&format!("https://cal.example/{}", "x".repeat(2000))), Err(AddressError::TooLong));
    }

    #[test]
    fn what_an_administrator_allows() {
        let permitted = Permitted {
            plain_http: true,
            entries: ["intra.example:8443", "10.0.0.0/8"].map(|e| e.parse().unwrap()).to_vec(),
        };
        let read = |typed: &str| SourceAddress::read(typed, &permitted);
        assert!(read("http://cal.example/").is_ok());
        assert!(read("https://intra.example:8443/").is_ok());
        assert!(read("https://10.1.2.3/").is_ok());
        assert_eq!(read("https://10.1.2.3:8443/"), Err(AddressError::Port));
        assert_eq!(read("https://192.168.1.1/"), Err(AddressError::NotPublic));
        assert_eq!(read("http://cal.example:443/"), Err(AddressError::Port));
    }

    #[test]
    fn nothing_but_the_host_is_shown() {
        let address = SourceAddress::read("https://cal.example/private-abc?key=def", &Permitted::default()).unwrap();
        for shown in [format!("{address:?}"), address.to_string()] {
            assert!(shown.contains("cal.example") && !shown.contains("abc") && !shown.contains("def"), "{shown}");
        }
        assert_eq!(address.target(), "/private-abc?key=def");
        let moved = |to: &str| address.moved(to, &Permitted::default()).map(|a| a.expose().to_owned());
        assert_eq!(moved("/new.ics").as_deref(), Some("https://cal.example/new.ics"));
        assert_eq!(moved("//other.example/x").as_deref(), Some("https://other.example/x"));
        assert_eq!(moved("http://127.0.0.1/"), None);
    }
}
