//! The settings. Doc comments here are also the text of the listing; write them for operators.

use std::{net::SocketAddr, path::PathBuf};

use ipnet::IpNet;
use url::{Host, Url};

use super::{
    reader::{FromSetting, Reader},
    value::{DatabaseUrl, LogFormat, Secret, Security, Synchronous},
};
use crate::domain::{
    email::EmailAddress,
    outside::{LEAST_MINUTES, Permitted, PermittedEntry},
};

/// One setting, as declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The key in the file, with its table: `smtp.host`.
    pub key: &'static str,
    /// The default; empty means none. `{data}` and `{port}` stand for the data folder and the port of `listen`.
    pub default: &'static str,
    /// Whether its table needs it.
    pub required: bool,
    /// Whether its value is never shown.
    pub secret: bool,
    /// What it does.
    pub doc: &'static str,
}

impl Setting {
    /// Its environment variable.
    #[must_use]
    pub fn variable(&self) -> String {
        match self.key {
            "database_url" => "DATABASE_URL".to_owned(),
            key => format!("SPARSAM_{}", key.replace('.', "_").to_uppercase()),
        }
    }
}

/// Declares the settings of one table as a struct, and lists them. `= "…"` gives the default, `= required` none.
macro_rules! settings {
    (@default required) => { "" };
    (@default $text:literal) => { $text };
    (@required required) => { true };
    (@required $text:literal) => { false };
    ($(#[$outer:meta])* $name:ident in $prefix:literal {
        $($(#[doc = $doc:literal])+ $field:ident: $type:ty = $default:tt),+ $(,)?
    }) => {
        $(#[$outer])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $type,)+
        }

        impl $name {
            /// What the table holds.
            pub const SETTINGS: &'static [Setting] = &[$(Setting {
                key: concat!($prefix, stringify!($field)),
                default: settings!(@default $default),
                required: settings!(@required $default),
                secret: <$type as FromSetting>::SECRET,
                doc: concat!($($doc),+),
            }),+];

            /// `None` when a setting is wrong; the reader has the errors.
            pub(super) fn read(reader: &mut Reader) -> Option<Self> {
                $(let $field = reader.get::<$type>(concat!($prefix, stringify!($field)));)+
                Some(Self { $($field: $field?,)+ })
            }
        }
    };
}

settings! {
    /// Top-level settings.
    General in "" {
        /// Address and port to listen on. Only a reverse proxy should reach it from outside.
        listen: SocketAddr = "127.0.0.1:3000",
        /// Folder for everything that is kept.
        data: PathBuf = "./data",
        /// The database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`.
        database_url: DatabaseUrl = "sqlite:{data}/sparsam.db",
        /// The address visitors use, without a path. Links in mails start with it. Plain http only on localhost.
        base_url: Url = "http://localhost:{port}",
        /// Networks of reverse proxies whose X-Forwarded-For is believed, for example `["10.0.0.0/8"]`.
        trusted_proxies: Vec<IpNet> = "",
        /// File with the key that links and stored secrets hang on; it is created at the first start. Back it up.
        secret_key_file: PathBuf = "{data}/secret.key",
        /// The key itself (base64 of 32 bytes) in place of the file, for several instances that share one database.
        secret_key: Option<Secret> = "",
        /// Where video rooms are made, for example `https://meet.jit.si`. Without it, links are pasted by hand.
        jitsi_base_url: Option<Url> = "",
        /// Seconds in which sending can be undone.
        undo_seconds: u32 = "60",
        /// Most mails handed to the mail server in a minute.
        mail_per_minute: u32 = "600",
    }
}

settings! {
    /// `[log]`: what is written to standard error.
    Log in "log." {
        /// `text` or `json`.
        format: LogFormat = "text",
        /// What is logged, for example `info` or `sparsam=debug,access=off,warn`.
        filter: String = "info",
    }
}

settings! {
    /// `[sqlite]`.
    Sqlite in "sqlite." {
        /// `full`: nothing acknowledged is lost when the power fails. `normal`: faster, may lose the last seconds then.
        synchronous: Synchronous = "full",
    }
}

settings! {
    /// `[smtp]`: the mail server that takes our mails.
    Smtp in "smtp." {
        /// Name of the mail server.
        host: String = required,
        /// Its port. Without it: 465 with `tls`, 587 with `starttls`, 25 with `plain`.
        port: Option<u16> = "",
        /// `tls`, `starttls` (never without encryption) or `plain`.
        security: Security = "starttls",
        /// Name to sign in with.
        username: Option<String> = "",
        /// Password to sign in with.
        password: Option<Secret> = "",
        /// Sender of all mails.
        from: EmailAddress = required,
        /// Allows `plain` to another machine. Everybody on the way can read the mails then.
        allow_plain: bool = "false",
    }
}

settings! {
    /// `[dkim]`: signs mails. `sparsam dkim new` makes a key and prints the DNS record.
    Dkim in "dkim." {
        /// The domain that signs: that of the sender or one above it.
        domain: String = required,
        /// The selector, under which the DNS record stands.
        selector: String = required,
        /// File with the private key (PEM).
        key_file: PathBuf = "{data}/dkim.pem",
    }
}

settings! {
    /// `[calendars]`: outside calendars, which people connect so that their busy time is known.
    Calendars in "calendars." {
        /// Hosts and networks that calendars may be read from although they are not public, for example `["calendar.intranet.example:8443", "10.20.0.0/16"]`. A host without a port is asked on 443.
        allow: Vec<PermittedEntry> = "",
        /// Takes addresses with `http://`, on port 80. Everybody on the way can read those calendars then.
        plain_http: bool = "false",
        /// Minutes between two readings of one calendar; at least 15.
        refresh_minutes: u32 = "15",
    }
}

impl Calendars {
    /// The same, as rules.
    #[must_use]
    pub fn permitted(&self) -> Permitted {
        Permitted { plain_http: self.plain_http, entries: self.allow.clone() }
    }
}

settings! {
    /// `[limits]`: what strangers can take.
    Limits in "limits." {
        /// Open connections in all.
        connections: u32 = "4096",
        /// Open connections from one address; trusted proxies have no such limit.
        connections_per_ip: u32 = "128",
        /// Most bytes of a form.
        body_bytes: u32 = "262144",
        /// Most bytes of a request's headers; at least 8192.
        header_bytes: u32 = "32768",
        /// Seconds that a request's headers may take.
        header_seconds: u32 = "10",
        /// Seconds that a connection may rest between two requests.
        idle_seconds: u32 = "75",
        /// Seconds in which a form must bring its next kilobyte.
        body_seconds: u32 = "30",
        /// Seconds in which a visitor must take the next 16 kB of an answer.
        write_seconds: u32 = "60",
        /// Seconds that requests under way have when the server stops.
        stop_seconds: u32 = "10",
        /// Memory of one password hash in KiB; at least 19456.
        password_memory_kib: u32 = "65536",
        /// Passes of one password hash; at least 2.
        password_passes: u32 = "3",
    }
}

/// Rules about more than the form of one value. Values that could not be read have been complained about already.
pub(super) fn check_together(reader: &mut Reader) {
    if let Some(url) = reader.peek::<Url>("base_url") {
        check_base_url(reader, &url);
    }
    let jitsi = reader.peek::<Option<Url>>("jitsi_base_url").flatten();
    if jitsi.is_some_and(|url| url.scheme() != "https" && !is_here(url.host().as_ref())) {
        reader.refuse("jitsi_base_url", "must start with https://");
    }
    if reader.peek::<u32>("undo_seconds").is_some_and(|seconds| seconds > 3600) {
        reader.refuse("undo_seconds", "must be at most 3600");
    }
    check_least(reader);
    if reader.has_group("smtp") {
        check_smtp(reader);
    }
}

fn check_least(reader: &mut Reader) {
    for (key, least) in [
        ("mail_per_minute", 1),
        ("calendars.refresh_minutes", LEAST_MINUTES),
        ("limits.connections", 1),
        ("limits.connections_per_ip", 1),
        ("limits.body_bytes", 1024),
        ("limits.header_bytes", 8192),
        ("limits.header_seconds", 1),
        ("limits.idle_seconds", 1),
        ("limits.body_seconds", 1),
        ("limits.write_seconds", 1),
        ("limits.password_memory_kib", 19 * 1024),
        ("limits.password_passes", 2),
    ] {
        if reader.peek::<u32>(key).is_some_and(|number| number < least) {
            reader.refuse(key, &format!("must be at least {least}"));
        }
    }
}

fn check_base_url(reader: &mut Reader, url: &Url) {
    match url.scheme() {
        "https" => {}
        "http" if is_here(url.host().as_ref()) => {}
        "http" => reader.refuse("base_url", "must start with https:// unless it names localhost"),
        _ => reader.refuse("base_url", "must start with https://"),
    }
    let extra = url.path() != "/" || url.query().is_some() || url.fragment().is_some();
    if extra || !url.username().is_empty() || url.password().is_some() {
        reader.refuse("base_url", "must be scheme, host and port only, for example https://meet.example.com");
    }
}

fn check_smtp(reader: &mut Reader) {
    let plain = reader.peek::<Security>("smtp.security") == Some(Security::Plain);
    let insists = reader.peek::<bool>("smtp.allow_plain") == Some(true);
    // An address in a URL is read by the same rules as a host alone.
    let here =
        Url::parse(&format!("http://{}/", reader.text("smtp.host"))).is_ok_and(|url| is_here(url.host().as_ref()));
    if plain && !insists && !here {
        let problem = "plain lets everybody on the way read the mails; set smtp.allow_plain to insist";
        reader.refuse("smtp.security", problem);
    }
    if reader.text("smtp.username").is_empty() != reader.text("smtp.password").is_empty() {
        reader.refuse("smtp.username", "username and password go together");
    }
}

fn is_here(host: Option<&Host<&str>>) -> bool {
    match host {
        Some(Host::Domain(name)) => *name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}
