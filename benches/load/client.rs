//! A small HTTP/1.1 client: so many kept connections, each asking again as soon as it was answered.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
    time::timeout,
};

pub(crate) const CONNECTIONS: usize = 8;
/// No answer takes this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// What to ask, and what must come back.
#[derive(Clone)]
pub(crate) struct Asking {
    /// One after the other, again and again.
    pub(crate) requests: Arc<Vec<String>>,
    pub(crate) status: u16,
}

/// When to stop: whichever comes first.
#[derive(Clone, Copy)]
pub(crate) struct Until {
    pub(crate) time: Duration,
    pub(crate) requests: usize,
}

/// How long answers took.
pub(crate) struct Timing {
    latencies: Vec<Duration>,
    pub(crate) elapsed: Duration,
}

impl Timing {
    pub(crate) fn count(&self) -> usize {
        self.latencies.len()
    }

    pub(crate) fn per_second(&self) -> f64 {
        float(self.count()) / self.elapsed.as_secs_f64()
    }

    /// The latency that so many of a thousand answers kept within, in milliseconds.
    pub(crate) fn within(&self, of_a_thousand: usize) -> f64 {
        let index = self.count().saturating_sub(1) * of_a_thousand / 1000;
        self.latencies.get(index).map_or(0.0, |latency| latency.as_secs_f64() * 1e3)
    }
}

/// For dividing; no count here comes near the limit.
pub(crate) fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// One GET, with further header lines that each end in CRLF.
pub(crate) fn get(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")
}

/// Asks over all connections until told to stop.
pub(crate) async fn load(server: SocketAddr, asking: &Asking, until: Until) -> Result<Timing> {
    let next = Arc::new(AtomicUsize::new(0));
    let begin = Instant::now();
    let mut connections = JoinSet::new();
    for _ in 0..CONNECTIONS {
        connections.spawn(ask_on(server, asking.clone(), until, Arc::clone(&next)));
    }
    let mut latencies = Vec::new();
    while let Some(done) = connections.join_next().await {
        latencies.extend(done??);
    }
    let elapsed = begin.elapsed();
    latencies.sort_unstable();
    Ok(Timing { latencies, elapsed })
}

async fn ask_on(server: SocketAddr, asking: Asking, until: Until, next: Arc<AtomicUsize>) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(server).await?;
    let mut latencies = Vec::with_capacity(16 * 1024);
    let begin = Instant::now();
    while begin.elapsed() < until.time {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= until.requests {
            break;
        }
        let request = asking.requests.get(number % asking.requests.len()).context("nothing to ask")?;
        let start = Instant::now();
        let answer = connection.ask(request).await?;
        latencies.push(start.elapsed());
        ensure!(answer.status == asking.status, "{} instead of {}: {request}", answer.status, asking.status);
    }
    Ok(latencies)
}

/// One connection that is kept.
pub(crate) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header's value; names come in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

impl Connection {
    pub(crate) async fn open(server: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(server).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, received: Vec::with_capacity(64 * 1024) })
    }

    pub(crate) async fn ask(&mut self, request: &str) -> Result<Answer> {
        timeout(PATIENCE, self.ask_at_leisure(request)).await.context("no answer")?
    }

    async fn ask_at_leisure(&mut self, request: &str) -> Result<Answer> {
        self.received.clear();
        self.stream.write_all(request.as_bytes()).await?;
        let end = loop {
            self.read_some().await?;
            if let Some(end) = self.received.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let mut body = self.received.split_off(end);
        let head = String::from_utf8_lossy(&self.received).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no status")?;
        let mut answer = Answer { status, head, body: Vec::new() };
        let length = answer.header("content-length").map_or(Ok(0), str::parse)?;
        let length: usize = if status == 304 { 0 } else { length };
        body.reserve(length.saturating_sub(body.len()));
        while body.len() < length {
            ensure!(self.stream.read_buf(&mut body).await? != 0, "closed in the middle of an answer");
        }
        answer.body = body;
        Ok(answer)
    }

    async fn read_some(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.received).await? == 0 {
            bail!("closed instead of an answer");
        }
        Ok(())
    }
}
