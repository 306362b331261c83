//! Values that are more than text.

use std::{fmt, net::SocketAddr, path::PathBuf, str::FromStr};

use ipnet::IpNet;
use url::Url;

use super::reader::FromSetting;
use crate::domain::{email::EmailAddress, outside::PermittedEntry};

/// A text that is never shown; `Debug` prints `…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text. Keep it out of logs and messages.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Where the database is. `Debug` and `Display` leave the password out.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// With the password.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether it is PostgreSQL; otherwise it is SQLite.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        !self.0.starts_with("sqlite:")
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Url::parse(&self.0) {
            Ok(url) if self.is_postgres() => {
                let user = if url.username().is_empty() { "" } else { "…@" };
                write!(f, "{}://{user}{}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
            }
            _ => f.write_str(self.0.split('?').next().unwrap_or_default()),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One of a few words.
macro_rules! words {
    ($($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl FromSetting for $name {
            fn parse(text: &str) -> Result<Self, String> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(format!("must be one of: {}", [$($word),+].join(", "))),
                }
            }
        }
    )+};
}

words! {
    /// How log lines look.
    LogFormat {
        /// For people.
        Text = "text",
        /// For programs.
        Json = "json",
    }
    /// When SQLite waits for the disk.
    Synchronous {
        /// At every commit.
        Full = "full",
        /// At checkpoints.
        Normal = "normal",
    }
    /// Encryption on the way to the mail server.
    Security {
        /// From the first byte.
        Tls = "tls",
        /// After a greeting; refused when the server cannot.
        Starttls = "starttls",
        /// None.
        Plain = "plain",
    }
}

fn parsed<T: FromStr>(text: &str, form: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("must be {form}"))
}

impl FromSetting for SocketAddr {
    fn parse(text: &str) -> Result<Self, String> {
        parsed(text, "an address with a port, for example 127.0.0.1:3000")
    }
}

impl FromSetting for PathBuf {
    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() { Err("must not be empty".to_owned()) } else { Ok(Self::from(text)) }
    }
}

impl FromSetting for String {
    fn parse(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() { Err("must not be empty".to_owned()) } else { Ok(text.to_owned()) }
    }
}

impl FromSetting for u32 {
    fn parse(text: &str) -> Result<Self, String> {
        parsed(text, "a whole number from 0 to 4294967295")
    }
}

impl FromSetting for u16 {
    fn parse(text: &str) -> Result<Self, String> {
        parsed(text, "a whole number from 0 to 65535")
    }
}

impl FromSetting for bool {
    fn parse(text: &str) -> Result<Self, String> {
        parsed(text, "true or false")
    }
}

impl FromSetting for Url {
    fn parse(text: &str) -> Result<Self, String> {
        let url: Self = parsed(text, "a URL, for example https://meet.example.com")?;
        if url.has_host() { Ok(url) } else { Err("must name a host".to_owned()) }
    }
}

impl FromSetting for EmailAddress {
    fn parse(text: &str) -> Result<Self, String> {
        parsed(text, "a mail address")
    }
}

impl FromSetting for Secret {
    const SECRET: bool = true;

    fn parse(text: &str) -> Result<Self, String> {
        Ok(Self(text.to_owned()))
    }
}

impl FromSetting for DatabaseUrl {
    fn parse(text: &str) -> Result<Self, String> {
        let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|start| text.starts_with(start));
        let sound = known && (text.starts_with("sqlite:") || Url::parse(text).is_ok());
        // The value is not repeated: it may hold a password.
        if sound { Ok(Self(text.to_owned())) } else { Err("must start with sqlite: or postgres://".to_owned()) }
    }
}

impl FromSetting for Vec<IpNet> {
    fn parse(text: &str) -> Result<Self, String> {
        let form = "networks such as 10.0.0.0/8, separated by commas";
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| {
                parsed(part, form)
                    .or_else(|e| Ok(IpNet::from(parsed::<std::net::IpAddr>(part, "").map_err(|_: String| e)?)))
            })
            .collect()
    }
}

impl FromSetting for Vec<PermittedEntry> {
    fn parse(text: &str) -> Result<Self, String> {
        let form = "hosts such as calendar.intranet.example:8443 and networks such as 10.0.0.0/8, separated by commas";
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|part| parsed(part, form)).collect()
    }
}

impl<T: FromSetting> FromSetting for Option<T> {
    const SECRET: bool = T::SECRET;

    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }
}
