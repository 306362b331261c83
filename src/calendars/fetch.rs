//! One reading of one calendar, within a deadline.

use std::{
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use tokio::{
    net::TcpStream,
    time::{Instant, timeout, timeout_at},
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::{
    exchange::exchange,
    guard::{self, Barred},
    network::Network,
};
use crate::domain::outside::{Permitted, SourceAddress, Trouble};

/// Bounds of one reading.
#[derive(Debug, Clone, Copy)]
pub struct FetchLimits {
    /// From looking the name up to the last byte.
    pub whole: Duration,
    /// To connect to one address, encryption included.
    pub connect: Duration,
    /// Bytes of the calendar, unpacked.
    pub bytes: usize,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self { whole: Duration::from_secs(10), connect: Duration::from_secs(4), bytes: 5 * 1024 * 1024 }
    }
}

/// What a server calls a version of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Version {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`, as it was sent.
    pub last_modified: Option<String>,
}

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// Nothing has changed.
    Unchanged,
    /// The calendar, whole; not looked into.
    Whole {
        /// Its bytes.
        bytes: Vec<u8>,
        /// What the server calls it.
        version: Version,
    },
}

/// Nothing came, or nothing of use.
#[derive(Clone, PartialEq, Eq)]
pub struct NotFetched {
    /// Why, as far as the calendar's owner may know.
    pub trouble: Trouble,
    /// Where it says it has moved to.
    pub moved_to: Option<Box<SourceAddress>>,
    /// More about it, for the log; never holds the address.
    pub detail: String,
}

impl fmt::Debug for NotFetched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.trouble, self.detail)
    }
}

impl NotFetched {
    pub(super) fn new(trouble: Trouble, detail: impl fmt::Display) -> Self {
        Self { trouble, moved_to: None, detail: detail.to_string() }
    }
}

/// Fetches calendars.
pub struct Fetcher {
    network: Box<dyn Network>,
    permitted: Permitted,
    limits: FetchLimits,
    /// Made when it is first needed: reading what the system trusts takes longer than the rest of the start.
    tls: OnceLock<TlsConnector>,
}

/// The system has no certificates to trust, or they cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("encrypted connections cannot be made: {0}")]
pub struct NoTls(String);

fn connector(roots: RootCertStore) -> Result<TlsConnector, NoTls> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| NoTls(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

impl Fetcher {
    /// Trusts the certificate authorities of the system.
    pub fn new(network: impl Network + 'static, permitted: Permitted) -> Self {
        Self { network: Box::new(network), permitted, limits: FetchLimits::default(), tls: OnceLock::new() }
    }

    /// Trusts these authorities only.
    ///
    /// # Errors
    /// `NoTls`.
    pub fn trusting(
        network: impl Network + 'static,
        permitted: Permitted,
        roots: RootCertStore,
    ) -> Result<Self, NoTls> {
        Ok(Self { tls: connector(roots)?.into(), ..Self::new(network, permitted) })
    }

    fn tls(&self) -> Result<&TlsConnector, NoTls> {
        if let Some(tls) = self.tls.get() {
            return Ok(tls);
        }
        let mut roots = RootCertStore::empty();
        // Systems carry the odd certificate that cannot be read; the others count. Without any, no calendar is read and
        // their owners hear about it.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let tls = connector(roots)?;
        Ok(self.tls.get_or_init(|| tls))
    }

    /// With other bounds.
    #[must_use]
    pub fn with_limits(mut self, limits: FetchLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Reads a calendar. `known` is the version that we have.
    ///
    /// # Errors
    /// [`NotFetched`]; always within the bounds.
    pub async fn fetch(&self, address: &SourceAddress, known: Option<&Version>) -> Result<Fetched, NotFetched> {
        let reading = timeout(self.limits.whole, self.read(address, known));
        reading.await.unwrap_or_else(|_| Err(NotFetched::new(Trouble::Slow, "no whole answer in time")))
    }

    async fn read(&self, address: &SourceAddress, known: Option<&Version>) -> Result<Fetched, NotFetched> {
        let barred = |reason: Barred| NotFetched::new(Trouble::Unreachable, reason);
        let addresses = guard::addresses(self.network.as_ref(), &self.permitted, address).await.map_err(barred)?;
        let mut last = NotFetched::new(Trouble::Unreachable, "no address");
        for to in addresses {
            let deadline = Instant::now() + self.limits.connect;
            let stream = match timeout_at(deadline, self.network.connect(to)).await {
                Ok(Ok(stream)) => stream,
                Ok(Err(error)) => {
                    last = NotFetched::new(Trouble::Unreachable, error);
                    continue;
                }
                Err(_) => {
                    last = NotFetched::new(Trouble::Unreachable, "no connection in time");
                    continue;
                }
            };
            return self.ask(address, known, stream, deadline).await;
        }
        Err(last)
    }

    /// Asks on an open connection. The certificate must be for the host of the address, whatever was connected to.
    async fn ask(
        &self,
        address: &SourceAddress,
        known: Option<&Version>,
        stream: TcpStream,
        deadline: Instant,
    ) -> Result<Fetched, NotFetched> {
        let ours = (address, known, &self.permitted, self.limits.bytes);
        if !address.is_https() {
            return exchange(ours, stream).await;
        }
        let unreachable = |error: &dyn fmt::Display| NotFetched::new(Trouble::Unreachable, error);
        let bare = address.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(bare).map_err(|error| unreachable(&error))?;
        let tls = self.tls().map_err(|error| unreachable(&error))?;
        let encrypted = timeout_at(deadline, tls.connect(name, stream)).await;
        let encrypted = encrypted.map_err(|_| unreachable(&"no encryption in time"))?;
        exchange(ours, encrypted.map_err(|error| unreachable(&error))?).await
    }
}
