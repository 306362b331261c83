//! A connection whose peer must keep pace.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Instant, Sleep, sleep},
};

use super::{ServerLimits, exchange::Exchange};

/// Bytes that a waiting answer must lose to its reader within the write time-out.
const LEAST_TAKEN: usize = 16 * 1024;

/// What the next byte would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Part of a request's headers.
    Headers,
    /// Part of a request's body, or of a request sent ahead; the body has its own time-out.
    Answering,
    /// The start of the next request.
    Idle,
}

pub(super) struct PacedStream {
    inner: TcpStream,
    exchange: Exchange,
    header_timeout: Duration,
    idle_timeout: Duration,
    write_timeout: Duration,
    phase: Phase,
    /// Requests begun when the phase was last looked at.
    seen: u64,
    read_deadline: Pin<Box<Sleep>>,
    write_deadline: Pin<Box<Sleep>>,
    /// Bytes taken since the answer first had to wait; `None` while it flows.
    stalled: Option<usize>,
}

impl PacedStream {
    pub(super) fn new(inner: TcpStream, exchange: Exchange, limits: &ServerLimits) -> Self {
        Self {
            inner,
            exchange,
            header_timeout: limits.header_timeout,
            idle_timeout: limits.idle_timeout,
            write_timeout: limits.write_timeout,
            phase: Phase::Headers,
            seen: 0,
            read_deadline: Box::pin(sleep(limits.header_timeout)),
            write_deadline: Box::pin(sleep(limits.write_timeout)),
            stalled: None,
        }
    }

    fn enter(&mut self, phase: Phase, timeout: Duration) {
        self.phase = phase;
        self.read_deadline.as_mut().reset(Instant::now() + timeout);
    }

    fn follow_exchange(&mut self) {
        let begun = self.exchange.begun();
        if begun != self.seen {
            self.seen = begun;
            self.phase = Phase::Answering;
        }
        if self.phase == Phase::Answering && !self.exchange.is_active() {
            self.enter(Phase::Idle, self.idle_timeout);
        }
    }

    fn poll_read_deadline(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.phase == Phase::Answering {
            return Poll::Pending;
        }
        self.read_deadline.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    fn pace_write(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(outcome) = written {
            let count = *outcome.as_ref().unwrap_or(&0);
            self.stalled = self.stalled.map(|taken| taken + count).filter(|&taken| taken < LEAST_TAKEN);
            return Poll::Ready(outcome);
        }
        if self.stalled.is_none() {
            self.stalled = Some(0);
            self.write_deadline.as_mut().reset(Instant::now() + self.write_timeout);
        }
        self.write_deadline.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for PacedStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buf.filled().len();
        let read = Pin::new(&mut this.inner).poll_read(cx, buf);
        this.exchange.wake_at_end(cx);
        this.follow_exchange();
        if read.is_pending() {
            return this.poll_read_deadline(cx);
        }
        if this.phase == Phase::Idle && buf.filled().len() > before {
            this.enter(Phase::Headers, this.header_timeout);
        }
        read
    }
}

impl AsyncWrite for PacedStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.inner).poll_write(cx, buf);
        this.pace_write(cx, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.inner).poll_write_vectored(cx, bufs);
        this.pace_write(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        ready!(Pin::new(&mut this.inner).poll_flush(cx))?;
        // Everything is with the system now: the next answer that has to wait gets its full time.
        this.stalled = None;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_shutdown(cx)
    }
}
