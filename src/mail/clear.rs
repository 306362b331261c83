//! The part of a connection that is in clear, one line at a time.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// How much is taken from the socket at once.
const CHUNK: usize = 4096;

/// Hands out at most one line a read.
///
/// Whoever reads answers keeps what a read brought beyond the answer for the next one, and the answer to STARTTLS is the
/// last before TLS. Bytes that somebody on the way puts behind it in clear would so become the first answer that counts
/// as encrypted (RFC 3207, section 6). Line by line nothing is read beyond the answer: the bytes reach the handshake
/// instead, which ends at them.
#[derive(Debug)]
pub(super) struct LineByLine {
    socket: TcpStream,
    ahead: Vec<u8>,
}

impl LineByLine {
    pub(super) const fn over(socket: TcpStream) -> Self {
        Self { socket, ahead: Vec::new() }
    }
}

impl AsyncRead for LineByLine {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.ahead.is_empty() {
            let mut chunk = [0; CHUNK];
            let mut read = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut self.socket).poll_read(cx, &mut read))?;
            self.ahead.extend_from_slice(read.filled());
        }
        let line = self.ahead.iter().position(|&byte| byte == b'\n').map_or(self.ahead.len(), |end| end + 1);
        let given = self.ahead.drain(..line.min(buf.remaining()));
        buf.put_slice(given.as_slice());
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for LineByLine {
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

impl AsyncTokioStream for LineByLine {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.socket.peer_addr()
    }
}
