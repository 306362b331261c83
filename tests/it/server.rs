//! The accept loop against raw sockets: slow, greedy and lying peers.

use std::{
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::ConnectInfo,
    middleware,
    routing::{get, post},
};
use hyper::body::Frame;
use sparsam::web::{
    guard::{
        access_log::{self, AccessLog},
        client_ip::TrustedProxies,
        panics::catch_panics,
    },
    server::{ServerLimits, serve},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{Notify, oneshot},
    task::JoinHandle,
    time::timeout,
};

const SOON: Duration = Duration::from_millis(200);
/// Far beyond any time-out that a test expects to see.
const NEVER: Duration = Duration::from_secs(20);

struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Server {
    async fn start(router: Router, limits: ServerLimits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            serve(listener, router, &limits, async {
                let _ = stopped.await;
            })
            .await
        });
        Self { address, stop: Some(stop), task }
    }

    async fn connect(&self) -> Peer {
        Peer(TcpStream::connect(self.address).await.unwrap())
    }

    fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }
}

struct Peer(TcpStream);

impl Peer {
    async fn send(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    /// One whole answer with a Content-Length.
    async fn answer(&mut self) -> String {
        let mut got = Vec::new();
        loop {
            let text = String::from_utf8_lossy(&got).into_owned();
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length =
                    head.lines().find_map(|l| l.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
                if body.len() >= length {
                    return text;
                }
            }
            let read = timeout(NEVER, self.0.read_buf(&mut got)).await.expect("an answer in time").unwrap();
            assert_ne!(read, 0, "closed after {text:?}");
        }
    }

    async fn get(&mut self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")).await;
        self.answer().await
    }

    /// Everything until the server closes.
    async fn rest(&mut self) -> String {
        let mut got = Vec::new();
        // A reset is a way to close, too.
        let _ = timeout(NEVER, self.0.read_to_end(&mut got)).await.expect("closed in time");
        String::from_utf8_lossy(&got).into_owned()
    }
}

fn pages() -> Router {
    Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/peer", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.to_string() }))
        .route("/echo", post(|body: Bytes| async move { body }))
        .route("/panic", get(|| async { panic!("planted") as () }))
        .layer(middleware::from_fn(catch_panics))
        .layer(middleware::from_fn_with_state(Arc::new(AccessLog::new([1; 32])), access_log::log_requests))
}

fn patient() -> ServerLimits {
    ServerLimits {
        header_timeout: NEVER,
        idle_timeout: NEVER,
        body_timeout: NEVER,
        write_timeout: NEVER,
        stop_timeout: NEVER,
        ..ServerLimits::default()
    }
}

#[tokio::test]
async fn half_requests_are_dropped_while_others_are_served() {
    let server = Server::start(pages(), ServerLimits { header_timeout: SOON, ..patient() }).await;
    let mut slow = Vec::new();
    for _ in 0..50 {
        let mut peer = server.connect().await;
        peer.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await;
        slow.push(peer);
    }
    let mut silent = server.connect().await;
    assert!(server.connect().await.get("/").await.ends_with("hello"));
    for peer in &mut slow {
        assert_eq!(peer.rest().await, "");
    }
    assert_eq!(silent.rest().await, "");
}

#[tokio::test]
async fn a_kept_connection_may_rest_longer_than_headers_may_take() {
    let server = Server::start(pages(), ServerLimits { header_timeout: SOON, ..patient() }).await;
    let mut kept = server.connect().await;
    assert!(kept.get("/").await.ends_with("hello"));
    for _ in 0..2 {
        // A silent connection is the clock: when it is dropped, the header time-out has passed.
        assert_eq!(server.connect().await.rest().await, "");
        assert!(kept.get("/").await.ends_with("hello"));
    }
    kept.send("GET / HT").await;
    assert_eq!(kept.rest().await, "", "the second request's headers have the same time-out");
}

#[tokio::test]
async fn idle_connections_are_closed() {
    let server = Server::start(pages(), ServerLimits { idle_timeout: SOON, ..patient() }).await;
    let mut peer = server.connect().await;
    assert!(peer.get("/").await.ends_with("hello"));
    assert_eq!(peer.rest().await, "");
}

#[tokio::test]
async fn bodies_must_keep_coming() {
    let server = Server::start(pages(), ServerLimits { body_timeout: SOON, ..patient() }).await;
    let mut peer = server.connect().await;
    peer.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc").await;
    let answer = peer.rest().await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
}

struct Endless(Arc<Notify>);

impl Drop for Endless {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl hyper::body::Body for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'.'; 8 * 1024])))))
    }
}

#[tokio::test]
async fn readers_must_keep_taking() {
    let dropped = Arc::new(Notify::new());
    let tell = Arc::clone(&dropped);
    let router = Router::new().route("/", get(move || async move { Body::new(Endless(tell)) }));
    let server = Server::start(router, ServerLimits { write_timeout: SOON, ..patient() }).await;
    let mut peer = server.connect().await;
    peer.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    timeout(NEVER, dropped.notified()).await.expect("the answer is given up in time");
}

#[tokio::test]
async fn one_address_has_so_many_connections() {
    let server = Server::start(pages(), ServerLimits { per_ip: 2, ..patient() }).await;
    let (mut first, mut second) = (server.connect().await, server.connect().await);
    first.get("/").await;
    second.get("/").await;
    assert_eq!(server.connect().await.rest().await, "", "the third is closed");
    drop(first);
    let again = async {
        loop {
            let mut peer = server.connect().await;
            peer.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
            if peer.rest().await.ends_with("hello") {
                break;
            }
        }
    };
    timeout(NEVER, again).await.expect("a closed connection gives its seat back");
    assert!(second.get("/").await.ends_with("hello"));
}

#[tokio::test]
async fn trusted_proxies_have_as_many_as_they_need() {
    let trusted_proxies = TrustedProxies::new(&["127.0.0.0/8".parse().unwrap()]);
    let server = Server::start(pages(), ServerLimits { per_ip: 1, trusted_proxies, ..patient() }).await;
    let mut peers = Vec::new();
    for _ in 0..5 {
        let mut peer = server.connect().await;
        assert!(peer.get("/").await.ends_with("hello"));
        peers.push(peer);
    }
}

#[tokio::test]
async fn further_connections_wait_for_a_place() {
    let server = Server::start(pages(), ServerLimits { connections: 1, ..patient() }).await;
    let mut first = server.connect().await;
    first.get("/").await;
    let mut second = server.connect().await;
    second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    first.get("/").await;
    drop(first);
    assert!(second.answer().await.ends_with("hello"));
}

#[tokio::test]
async fn malformed_requests_get_4xx() {
    let server = Server::start(pages(), patient()).await;
    let chunked = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n";
    for (request, status) in [
        (format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "a".repeat(40_000)), "431"),
        (format!("GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", "X: a\r\n".repeat(200)), "431"),
        (format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(70_000)), "4"),
        (format!("{chunked}\r\n5\r\nhello\r\n0\r\n\r\n"), "411"),
        (format!("{chunked}\r\nzz\r\n"), "411"),
        (format!("{chunked}\r\nffffffffffffffffff\r\n"), "411"),
        (format!("{chunked}Content-Length: 5\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"), "411"),
        ("POST /echo HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".into(), "411"),
        ("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked, x\r\n\r\n".into(), "400"),
        ("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n".into(), "400"),
        ("POST /echo HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello".into(), "400"),
        ("POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n".into(), "400"),
        ("POST /echo HTTP/1.1\r\nContent-Length: 1e3\r\n\r\n".into(), "400"),
        ("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n".into(), "400"),
        ("GET / HTTP/1.1\r\nHost : x\r\n\r\n".into(), "400"),
        ("GET / HTTP/9.9\r\n\r\n".into(), "400"),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n".into(), "400"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(), ""),
    ] {
        let mut peer = server.connect().await;
        // The server may answer and close before it has read everything.
        let _ = peer.0.write_all(request.as_bytes()).await;
        let answer = peer.rest().await;
        let expected = if status.is_empty() { String::new() } else { format!("HTTP/1.1 {status}") };
        let start: String = request.chars().take(80).collect();
        assert!(answer.starts_with(&expected), "{start:?}: {answer}");
        assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{start:?} was taken for two requests: {answer}");
        assert!(!answer.contains("hello"), "{start:?}: {answer}");
    }
    assert!(server.connect().await.get("/").await.ends_with("hello"));
}

#[tokio::test]
async fn a_panic_is_one_answer() {
    let server = Server::start(pages(), patient()).await;
    let (mut unlucky, mut other) = (server.connect().await, server.connect().await);
    other.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe").await;
    let answer = unlucky.get("/panic").await;
    assert!(answer.starts_with("HTTP/1.1 500 ") && answer.contains("x-request-id: "), "{answer}");
    assert!(!answer.contains("planted"), "the reason is for the log: {answer}");
    assert!(unlucky.get("/").await.ends_with("hello"), "the connection goes on");
    other.send("llo").await;
    assert!(other.answer().await.ends_with("hello"));
}

#[tokio::test]
async fn handlers_see_the_peer() {
    let server = Server::start(pages(), patient()).await;
    let mut peer = server.connect().await;
    let own = peer.0.local_addr().unwrap().to_string();
    assert!(peer.get("/peer").await.ends_with(&own));
}

#[tokio::test]
async fn a_stop_lets_requests_finish() {
    let (go, begun) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (wait, tell) = (Arc::clone(&go), Arc::clone(&begun));
    let router = pages().route(
        "/slow",
        get(move || async move {
            tell.notify_one();
            wait.notified().await;
            "done"
        }),
    );
    let mut server = Server::start(router, patient()).await;
    let (mut idle, mut busy) = (server.connect().await, server.connect().await);
    idle.get("/").await;
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").await;
    begun.notified().await;
    server.stop();
    assert_eq!(idle.rest().await, "", "idle connections are closed at once");
    let refused = async { while TcpStream::connect(server.address).await.is_ok() {} };
    timeout(NEVER, refused).await.expect("no new connection is accepted");
    go.notify_one();
    let answer = busy.rest().await;
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("done"), "{answer}");
    timeout(NEVER, &mut server.task).await.expect("the server ends").unwrap().unwrap();
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let begun = Arc::new(Notify::new());
    let tell = Arc::clone(&begun);
    let router = Router::new().route(
        "/",
        get(move || async move {
            tell.notify_one();
            std::future::pending::<()>().await;
        }),
    );
    let mut server = Server::start(router, ServerLimits { stop_timeout: SOON, ..patient() }).await;
    let mut peer = server.connect().await;
    peer.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").await;
    begun.notified().await;
    server.stop();
    timeout(NEVER, &mut server.task).await.expect("the server ends").unwrap().unwrap();
    assert_eq!(peer.rest().await, "");
}
