//! The way to the server: sockets, TLS from the first byte or after STARTTLS (RFC 3501 §6.2.1, RFC 8314).

use std::{
    fmt, io,
    sync::{Arc, OnceLock},
};

use async_imap::{Client, error::Error};
use rustls_native_certs::load_native_certs;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, Error as TlsError, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject as _},
    },
};

use super::{Fault, Place, bounded::Bounded, said};
use crate::{
    domain::{inbound::Trouble, relay::RelaySecurity},
    mail::{clear::LineByLine, transport::is_loopback},
};

/// Most bytes of a greeting and of the answer to STARTTLS.
const MAX_GREETING: usize = 16 * 1024;

/// Something that is read and written.
pub(super) trait Stream: AsyncRead + AsyncWrite + fmt::Debug + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + fmt::Debug + Send + Unpin> Stream for S {}

/// A way to the server, in clear or not.
pub(super) type Way = Bounded<Box<dyn Stream>>;

/// Whom we believe about who a server is: the authorities of this machine, as for the mail server that mails leave
/// through, or some others.
#[derive(Clone)]
pub struct Roots {
    others: Option<Arc<RootCertStore>>,
    /// Made when it is first needed: reading what this machine believes takes longer than the rest of the start.
    config: Arc<OnceLock<Arc<ClientConfig>>>,
}

impl fmt::Debug for Roots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Roots(..)")
    }
}

impl Roots {
    /// The authorities of this machine. Odd certificates among them are left out; without any, no server is believed.
    #[must_use]
    pub fn of_this_machine() -> Self {
        Self { others: None, config: Arc::default() }
    }

    /// The authorities in this PEM text and no others.
    ///
    /// # Errors
    /// In words, when the text holds something else than certificates.
    pub fn only(authorities: &[u8]) -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(authorities) {
            roots.add(certificate.map_err(|error| error.to_string())?).map_err(|error| error.to_string())?;
        }
        Ok(Self { others: Some(Arc::new(roots)), config: Arc::default() })
    }

    fn config(&self) -> Result<Arc<ClientConfig>, TlsError> {
        if let Some(config) = self.config.get() {
            return Ok(Arc::clone(config));
        }
        let roots = self.others.clone().unwrap_or_else(|| {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(load_native_certs().certs);
            Arc::new(roots)
        });
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Arc::clone(self.config.get_or_init(|| Arc::new(config))))
    }
}

/// A server that has greeted us and may be told the password.
pub(super) async fn connect(place: &Place, roots: &Roots) -> Result<Client<Way>, Fault> {
    match place.security {
        RelaySecurity::Plain if !is_loopback(&place.host) => {
            Err(Fault::new(Trouble::NoEncryption, "only a server on this machine is spoken to in clear"))
        }
        RelaySecurity::Plain => greeted(Box::new(dial(place).await?)).await,
        RelaySecurity::Tls => greeted(encrypted(place, roots, dial(place).await?).await?).await,
        RelaySecurity::StartTls => {
            // Nothing is read ahead in clear, so that nothing of it can be taken for an encrypted answer.
            let mut clear = greeted(Box::new(LineByLine::over(dial(place).await?))).await?;
            let refused = |error: Error| Fault::new(Trouble::NoEncryption, said(&error.to_string()));
            clear.run_command_and_check_ok("STARTTLS", None).await.map_err(refused)?;
            let stream = clear.into_inner().into_inner();
            Ok(Client::new(Bounded::over(encrypted(place, roots, stream).await?)))
        }
    }
}

/// Reads the greeting. A server that takes us for signed in already cannot be told whom to read for.
async fn greeted(stream: Box<dyn Stream>) -> Result<Client<Way>, Fault> {
    use async_imap::imap_proto::{Response, Status};
    let mut client = Client::new(Bounded::over(stream));
    client.get_mut().allow(MAX_GREETING);
    let broken = |words: &dyn fmt::Display| Fault::new(Trouble::Broken, words);
    let greeting = client.read_response().await.map_err(|error| broken(&error))?;
    let Some(greeting) = greeting else { return Err(broken(&"closed without a word")) };
    match greeting.parsed() {
        Response::Data { status: Status::Ok, .. } => Ok(client),
        Response::Data { outcome, .. } => Err(broken(&outcome.information.as_deref().unwrap_or("not greeted"))),
        _ => Err(broken(&"this is no IMAP server")),
    }
}

/// Tries the server's addresses one after the other.
async fn dial(place: &Place) -> Result<TcpStream, Fault> {
    let addresses = lookup_host((place.host.as_str(), place.port)).await;
    let addresses = addresses.map_err(|error| Fault::new(Trouble::NoHost, error))?;
    let mut last = Fault::new(Trouble::NoHost, "the name has no address");
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(socket) => return Ok(socket),
            Err(error) => last = Fault::new(Trouble::Refused, error),
        }
    }
    Err(last)
}

async fn encrypted(
    place: &Place,
    roots: &Roots,
    stream: impl AsyncRead + AsyncWrite + fmt::Debug + Send + Unpin + 'static,
) -> Result<Box<dyn Stream>, Fault> {
    let name = ServerName::try_from(place.host.clone()).map_err(|error| Fault::new(Trouble::NoHost, error))?;
    let config = roots.config().map_err(|error| Fault::new(Trouble::Certificate, error))?;
    match TlsConnector::from(config).connect(name, stream).await {
        Ok(stream) => Ok(Box::new(stream)),
        Err(error) => Err(untrusted(&error)),
    }
}

/// A certificate that is not believed is a matter for people; anything else may be a server that speaks clear.
fn untrusted(error: &io::Error) -> Fault {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<TlsError>());
    let trouble = match inner {
        Some(TlsError::InvalidCertificate(_) | TlsError::NoCertificatesPresented) => Trouble::Certificate,
        Some(TlsError::InvalidMessage(_)) => Trouble::NoEncryption,
        _ => Trouble::Broken,
    };
    Fault::new(trouble, error)
}
