//! The relay's end of a connection: the socket, listened to, and TLS over it.

use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, ready},
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    },
    server::TlsStream,
};

use super::State;

/// The authority that signed the certificates.
pub(crate) const AUTHORITY: &[u8] = include_bytes!("../../../fixtures/tls/relay-ca.pem");

/// What the relay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certificate {
    /// For this machine.
    Good,
    /// For this machine, until 2021.
    Expired,
    /// For another name.
    Elsewhere,
}

impl Certificate {
    pub(in crate::support) fn acceptor(self) -> TlsAcceptor {
        let pem: &[u8] = match self {
            Self::Good => include_bytes!("../../../fixtures/tls/relay.pem"),
            Self::Expired => include_bytes!("../../../fixtures/tls/relay-expired.pem"),
            Self::Elsewhere => include_bytes!("../../../fixtures/tls/relay-elsewhere.pem"),
        };
        let chain = vec![CertificateDer::from_pem_slice(pem).unwrap()];
        let key = PrivateKeyDer::from_pem_slice(include_bytes!("../../../fixtures/tls/server.key")).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        TlsAcceptor::from(Arc::new(config))
    }
}

/// A connection before, in, or after TLS.
pub(super) enum Line {
    Clear(Tapped),
    Private(Box<TlsStream<Tapped>>),
    /// For the moment between the two, and after a handshake that failed.
    Gone,
}

impl Line {
    pub(super) async fn encrypted(self, tls: &TlsAcceptor) -> io::Result<Self> {
        let Self::Clear(tapped) = self else { return Err(io::ErrorKind::InvalidInput.into()) };
        Ok(Self::Private(Box::new(tls.accept(tapped).await?)))
    }
}

impl AsyncRead for Line {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Clear(line) => Pin::new(line).poll_read(cx, buf),
            Self::Private(line) => Pin::new(line).poll_read(cx, buf),
            Self::Gone => Poll::Ready(Ok(())),
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Clear(line) => Pin::new(line).poll_write(cx, bytes),
            Self::Private(line) => Pin::new(line).poll_write(cx, bytes),
            Self::Gone => Poll::Ready(Err(io::ErrorKind::NotConnected.into())),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Clear(line) => Pin::new(line).poll_flush(cx),
            Self::Private(line) => Pin::new(line).poll_flush(cx),
            Self::Gone => Poll::Ready(Ok(())),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Clear(line) => Pin::new(line).poll_shutdown(cx),
            Self::Private(line) => Pin::new(line).poll_shutdown(cx),
            Self::Gone => Poll::Ready(Ok(())),
        }
    }
}

/// A socket whose incoming bytes are kept.
pub(super) struct Tapped {
    pub(super) socket: TcpStream,
    pub(super) state: Arc<Mutex<State>>,
}

impl AsyncRead for Tapped {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.socket).poll_read(cx, buf))?;
        self.state.lock().expect("state").wire.extend_from_slice(&buf.filled()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Tapped {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.socket).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}
