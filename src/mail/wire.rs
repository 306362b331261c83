//! The bytes under SMTP: sockets without Nagle's delay, TLS over them, and a transcript for the set-up page.
//!
//! lettre's own pool leaves Nagle's algorithm on, which costs 40 ms a mail (lettre/lettre#1159); so lettre gets our
//! sockets.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

#[expect(deprecated, reason = "lettre has no other way to run TLS over a socket of ours")]
use lettre::transport::smtp::client::AsyncNetworkStream;
use lettre::transport::smtp::{
    client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters},
    extension::ClientId,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpStream, lookup_host},
    time::timeout,
};

use super::{
    clear::LineByLine,
    smtp::Fault,
    transport::{Security, SmtpSettings},
};

/// How long one address of the relay may take to answer before the next is tried.
const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// How much of a conversation the transcript keeps.
const TRANSCRIPT_LIMIT: usize = 16 * 1024;

/// The settings, and what TLS needs of them.
pub(super) struct Route {
    pub(super) settings: SmtpSettings,
    pub(super) tls: Option<TlsParameters>,
    pub(super) hello: ClientId,
}

impl Route {
    pub(super) fn new(settings: SmtpSettings, tls: Option<TlsParameters>) -> Self {
        let hello = ClientId::Domain(settings.hello_name.clone());
        Self { settings, tls, hello }
    }
}

/// Connects, with TLS from the first byte if the settings say so, and says EHLO.
pub(super) async fn connect(route: &Route, transcript: Option<Transcript>) -> Result<AsyncSmtpConnection, Fault> {
    let socket = dial(&route.settings).await.map_err(|error| Fault::Broken(format!("cannot connect: {error}")))?;
    let stream: Box<dyn AsyncTokioStream> = match (&route.tls, route.settings.security) {
        (Some(tls), Security::Tls) => Box::new(Encrypted::over(socket, tls.clone()).await?),
        _ => Box::new(LineByLine::over(socket)),
    };
    let stream = match transcript {
        Some(transcript) => Box::new(Overheard { stream, transcript }),
        None => stream,
    };
    Ok(AsyncSmtpConnection::connect_with_transport(stream, &route.hello).await?)
}

/// STARTTLS, if the settings say so. A relay that does not offer it is an error, never a reason to go on in clear.
pub(super) async fn encrypt(connection: &mut AsyncSmtpConnection, route: &Route) -> Result<(), Fault> {
    match (&route.tls, route.settings.security) {
        (Some(tls), Security::StartTls) => Ok(connection.starttls(tls.clone(), &route.hello).await?),
        _ => Ok(()),
    }
}

/// Tries the relay's addresses one after the other.
async fn dial(settings: &SmtpSettings) -> io::Result<TcpStream> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
    for address in lookup_host((settings.host.as_str(), settings.port)).await? {
        match timeout(CONNECT_LIMIT, TcpStream::connect(address)).await {
            Ok(Ok(socket)) => {
                socket.set_nodelay(true)?;
                return Ok(socket);
            }
            Ok(Err(error)) => last = error,
            Err(_) => last = io::Error::new(io::ErrorKind::TimedOut, format!("{address} does not answer")),
        }
    }
    Err(last)
}

/// TLS over a socket, in the traits lettre wants back.
#[derive(Debug)]
struct Encrypted {
    #[expect(deprecated, reason = "lettre has no other way to run TLS over a socket of ours")]
    stream: AsyncNetworkStream,
    peer: SocketAddr,
}

impl Encrypted {
    async fn over(socket: TcpStream, tls: TlsParameters) -> Result<Self, Fault> {
        let peer = socket.peer_addr().map_err(|error| Fault::Broken(error.to_string()))?;
        #[expect(deprecated, reason = "lettre has no other way to run TLS over a socket of ours")]
        let mut stream = AsyncNetworkStream::use_existing_tokio1(Box::new(socket));
        stream.upgrade_tls(tls).await?;
        Ok(Self { stream, peer })
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let read = ready!(futures_io::AsyncRead::poll_read(Pin::new(&mut self.stream), cx, buf.initialize_unfilled()))?;
        buf.advance(read);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        futures_io::AsyncWrite::poll_write(Pin::new(&mut self.stream), cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        futures_io::AsyncWrite::poll_flush(Pin::new(&mut self.stream), cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        futures_io::AsyncWrite::poll_close(Pin::new(&mut self.stream), cx)
    }
}

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

/// What the relay said, shared with whoever shows it. Only answers are kept, so no password is in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Transcript(Arc<Mutex<Heard>>);

#[derive(Debug, Default)]
struct Heard {
    bytes: Vec<u8>,
    deaf: bool,
}

impl Transcript {
    /// Adds answers, up to the limit.
    pub(super) fn add(&self, bytes: &[u8]) {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = TRANSCRIPT_LIMIT.saturating_sub(heard.bytes.len());
        heard.bytes.extend(bytes.iter().take(room));
    }

    /// Stops listening to the stream, because what follows is TLS.
    pub(super) fn stop_listening(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).deaf = true;
    }

    fn overhear(&self, bytes: &[u8]) {
        if !self.0.lock().unwrap_or_else(PoisonError::into_inner).deaf {
            self.add(bytes);
        }
    }

    /// The answers so far, as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner).bytes).into_owned()
    }
}

/// A stream whose incoming side is copied into a transcript.
#[derive(Debug)]
struct Overheard {
    stream: Box<dyn AsyncTokioStream>,
    transcript: Transcript,
}

impl AsyncRead for Overheard {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        self.transcript.overhear(buf.filled().get(before..).unwrap_or_default());
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Overheard {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl AsyncTokioStream for Overheard {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.stream.peer_addr()
    }
}
