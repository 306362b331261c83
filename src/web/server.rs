//! The accept loop. HTTP/1 only: TLS and HTTP/2 belong to the proxy in front, and a protocol that is not spoken cannot
//! be attacked. Every connection, header, body and answer has a limit, because anybody can connect.

mod body;
mod exchange;
mod seats;
mod stream;

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::{JoinError, JoinSet},
    time,
};
use tower::Service as _;

use self::{body::PacedBody, exchange::Exchange, seats::Seats, stream::PacedStream};
use super::guard::client_ip::{TrustedProxies, network};

/// What one server lets strangers take. All durations are measured with the monotonic clock.
#[derive(Debug, Clone)]
pub struct ServerLimits {
    /// Open connections in all; further ones wait in the system's queue.
    pub connections: usize,
    /// Open connections from one address (IPv6: one /64 network); further ones are closed at once.
    pub per_ip: usize,
    /// Proxies, which are not held to `per_ip`.
    pub trusted_proxies: TrustedProxies,
    /// From the first byte of a request (or from connecting) to the end of its headers.
    pub header_timeout: Duration,
    /// Most bytes of a request's first line and headers.
    pub header_bytes: usize,
    /// From the end of an answer to the first byte of the next request.
    pub idle_timeout: Duration,
    /// Longest time in which a request's body may bring less than 1 KiB.
    pub body_timeout: Duration,
    /// Longest time in which a reader may take less than 16 KiB of an answer that waits.
    pub write_timeout: Duration,
    /// How long requests under way may take after the stop signal.
    pub stop_timeout: Duration,
}

impl Default for ServerLimits {
    fn default() -> Self {
        Self {
            connections: 4096,
            per_ip: 128,
            trusted_proxies: TrustedProxies::default(),
            header_timeout: Duration::from_secs(10),
            header_bytes: 32 * 1024,
            idle_timeout: Duration::from_secs(75),
            body_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_mins(1),
            stop_timeout: Duration::from_secs(10),
        }
    }
}

/// Serves until `stop` is ready; then accepts no more, lets requests under way finish within the stop time-out and
/// returns. Every request carries the peer's address as [`ConnectInfo<SocketAddr>`].
///
/// # Errors
/// Only when the listener itself is unusable; a single connection's fault ends that connection.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &ServerLimits,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.local_addr()?;
    let shared = Shared { router, limits: Arc::new(limits.clone()), seats: Seats::new(limits.per_ip) };
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut tasks = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            Some(ended) = tasks.join_next(), if !tasks.is_empty() => report(&ended),
            (place, stream, peer) = accept(&listener, &places) => {
                let connection = shared.clone().connection(stream, peer, graceful.watcher());
                tasks.spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
        }
    }
    drop(listener);
    if time::timeout(limits.stop_timeout, graceful.shutdown()).await.is_err() {
        tracing::warn!(connections = tasks.len(), "some requests did not finish before the stop");
    }
    tasks.shutdown().await;
    Ok(())
}

/// Ready when the process is asked to stop (SIGTERM or SIGINT).
///
/// # Errors
/// When the system does not let us listen for signals.
pub fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Waits for a free place first, so that the queue builds up in the system and not in memory.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> (OwnedSemaphorePermit, TcpStream, SocketAddr) {
    loop {
        let Ok(place) = Arc::clone(places).acquire_owned().await else {
            return std::future::pending().await;
        };
        match listener.accept().await {
            Ok((stream, peer)) => return (place, stream, peer),
            // Out of descriptors: trying again at once would only burn the processor.
            Err(e) if !is_peers_fault(&e) => {
                tracing::error!(error = %e, "cannot accept connections");
                time::sleep(Duration::from_millis(100)).await;
            }
            Err(_) => {}
        }
    }
}

fn is_peers_fault(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

fn report(ended: &Result<(), JoinError>) {
    if ended.as_ref().is_err_and(JoinError::is_panic) {
        tracing::error!("a connection ended in a panic");
    }
}

/// Chunked bodies are refused. Browsers send forms with their length; where both ways to tell the end are allowed, a proxy
/// and we may disagree about it, and the rest of one visitor's body becomes another's request (RFC 9112 section 11.2).
const CLOSE: [(HeaderName, HeaderValue); 1] = [(header::CONNECTION, HeaderValue::from_static("close"))];

#[derive(Clone)]
struct Shared {
    router: Router,
    limits: Arc<ServerLimits>,
    seats: Seats,
}

impl Shared {
    async fn connection(self, stream: TcpStream, peer: SocketAddr, watcher: Watcher) {
        let seat = self.seats.take(network(peer.ip()));
        if seat.is_none() && !self.limits.trusted_proxies.contains(peer.ip()) {
            return;
        }
        // Without it, small answers wait for the peer's delayed acknowledgement; failing only costs time.
        let _ = stream.set_nodelay(true);
        let exchange = Exchange::default();
        let io = TokioIo::new(PacedStream::new(stream, exchange.clone(), &self.limits));
        let header_bytes = self.limits.header_bytes;
        let service = service_fn(move |request| self.clone().answer(request, peer, exchange.clone()));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            // hyper's own time-out also counts the idle time between requests; the stream keeps both apart.
            .header_read_timeout(None)
            .max_header_size(header_bytes)
            .max_headers(100)
            .serve_connection(io, service);
        if let Err(error) = watcher.watch(connection).await {
            tracing::debug!(%error, "connection ended early");
        }
        drop(seat);
    }

    async fn answer(
        mut self,
        request: Request<Incoming>,
        peer: SocketAddr,
        exchange: Exchange,
    ) -> Result<Response, Infallible> {
        let ended = exchange.begin();
        if request.headers().contains_key(header::TRANSFER_ENCODING) {
            let refused =
                (StatusCode::LENGTH_REQUIRED, CLOSE, "Send the body with a Content-Length.\n").into_response();
            return Ok(refused.map(|body| Body::new(ended.with(body))));
        }
        let mut request = request.map(|body| Body::new(PacedBody::new(body, self.limits.body_timeout)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.router.call(request).await?;
        Ok(response.map(|body| Body::new(ended.with(body))))
    }
}
