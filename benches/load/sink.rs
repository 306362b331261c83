//! A mail server that takes everything as fast as it comes, and a client that sends as fast as the wire allows: the
//! limit for whoever has to write the mails first.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
    time::timeout,
};

use crate::client::{CONNECTIONS, float};

/// Takes mails until it is dropped.
pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
    taken: watch::Receiver<usize>,
    accepting: tokio::task::JoinHandle<()>,
}

struct Shared {
    taken: watch::Sender<usize>,
    first: Mutex<Option<(Instant, Vec<u8>)>>,
}

impl Sink {
    pub(crate) async fn open() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (sender, taken) = watch::channel(0);
        let shared = Arc::new(Shared { taken: sender, first: Mutex::new(None) });
        let for_all = Arc::clone(&shared);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that goes away in the middle is its own affair.
                tokio::spawn(take(stream, Arc::clone(&for_all)));
            }
        });
        Ok(Self { address, shared, taken, accepting })
    }

    /// When the first of so many mails began to arrive; waits for the last one.
    pub(crate) async fn all_taken(&mut self, mails: usize) -> Result<Instant> {
        timeout(Duration::from_mins(2), self.taken.wait_for(|taken| *taken >= mails))
            .await
            .context("mails are missing")??;
        let first = self.shared.first.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(first.as_ref().context("no mail came")?.0)
    }

    /// The first mail that came.
    pub(crate) fn first_mail(&self) -> Result<Vec<u8>> {
        let first = self.shared.first.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(first.as_ref().context("no mail came")?.1.clone())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn take(stream: TcpStream, shared: Arc<Shared>) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::with_capacity(64 * 1024, stream);
    stream.write_all(b"220 sink.example\r\n").await?;
    let mut line = Vec::new();
    loop {
        line.clear();
        let begin = Instant::now();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        match line.get(..4).unwrap_or_default() {
            b"EHLO" => stream.write_all(b"250-sink.example\r\n250-8BITMIME\r\n250 PIPELINING\r\n").await?,
            b"DATA" => {
                stream.write_all(b"354 go ahead\r\n").await?;
                let mail = body(&mut stream).await?;
                shared.first.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert((begin, mail));
                shared.taken.send_modify(|taken| *taken += 1);
                stream.write_all(b"250 2.0.0 taken\r\n").await?;
            }
            b"QUIT" => return Ok(stream.write_all(b"221 bye\r\n").await?),
            _ => stream.write_all(b"250 2.0.0 ok\r\n").await?,
        }
    }
}

async fn body(stream: &mut BufReader<TcpStream>) -> Result<Vec<u8>> {
    let mut mail = Vec::with_capacity(16 * 1024);
    loop {
        let start = mail.len();
        ensure!(stream.read_until(b'\n', &mut mail).await? != 0, "closed in the middle of a mail");
        if mail.get(start..) == Some(b".\r\n") {
            mail.truncate(start);
            return Ok(mail);
        }
    }
}

/// Sends the same ready mail so many times over all connections; mails per second.
pub(crate) async fn send_raw(server: SocketAddr, mail: &[u8], mails: usize) -> Result<f64> {
    let mut connections = JoinSet::new();
    let begin = Instant::now();
    for _ in 0..CONNECTIONS {
        connections.spawn(send_on(server, [mail, b".\r\n"].concat(), mails / CONNECTIONS));
    }
    while let Some(done) = connections.join_next().await {
        done??;
    }
    Ok(float(mails) / begin.elapsed().as_secs_f64())
}

async fn send_on(server: SocketAddr, mail: Vec<u8>, mails: usize) -> Result<()> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    say(&mut stream, b"EHLO bench.example\r\n").await?;
    for _ in 0..mails {
        for part in
            [b"MAIL FROM:<a@nordvik.example>\r\n", b"RCPT TO:<bcd@nordvik.example>\r\n", &b"DATA\r\n"[..], &mail]
        {
            say(&mut stream, part).await?;
        }
    }
    Ok(())
}

/// Writes and waits for the last line of the reply.
async fn say(stream: &mut BufReader<TcpStream>, words: &[u8]) -> Result<()> {
    stream.write_all(words).await?;
    let mut line = String::new();
    loop {
        line.clear();
        ensure!(stream.read_line(&mut line).await? != 0, "closed instead of a reply");
        if line.as_bytes().get(3) != Some(&b'-') {
            return Ok(());
        }
    }
}
