//! What a server may send: so many bytes for each command, and nothing that makes its reader ask for memory ahead.
//!
//! The IMAP library makes room for as many bytes as a server announces, up to half a gigabyte, and follows brackets inside
//! brackets by calling itself. So both are counted here, before it sees them.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Most brackets inside each other; lists of flags and envelopes need five.
const MAX_DEPTH: u32 = 24;
/// Longest end of a line that is kept in mind: `{4294967295}` and the line break.
const TAIL: usize = 24;
/// Answers whose text means nothing to a parser.
const SPEECH: [&[u8]; 6] = [b"* OK", b"* NO", b"* BAD", b"* BYE", b"* PREAUTH", b"+"];

/// A stream that ends with an error once a server sends more than it may.
#[derive(Debug)]
pub(super) struct Bounded<S> {
    stream: S,
    left: usize,
    watch: Watch,
}

impl<S> Bounded<S> {
    pub(super) const fn over(stream: S) -> Self {
        Self { stream, left: 0, watch: Watch::new() }
    }

    /// Lets so many bytes through from now on.
    pub(super) const fn allow(&mut self, bytes: usize) {
        self.left = bytes;
    }

    pub(super) fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        let came = buf.filled().get(before..).unwrap_or_default();
        let Some(left) = self.left.checked_sub(came.len()) else { return Poll::Ready(Err(too_much())) };
        self.left = left;
        Poll::Ready(self.watch.see(came, left))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
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

fn too_much() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the server sends more than was asked for")
}

/// Follows answers as far as announcements and brackets need it (RFC 3501 §9: `literal`, `quoted`).
#[derive(Debug)]
struct Watch {
    /// Bytes of an announced text still to come.
    text: usize,
    depth: u32,
    quoted: bool,
    escaped: bool,
    /// The beginning of the answer, as far as it tells what it is.
    head: [u8; 9],
    head_len: usize,
    /// The end of the line so far.
    tail: [u8; TAIL],
    tail_len: usize,
}

impl Watch {
    const fn new() -> Self {
        Self {
            text: 0,
            depth: 0,
            quoted: false,
            escaped: false,
            head: [0; 9],
            head_len: 0,
            tail: [0; TAIL],
            tail_len: 0,
        }
    }

    /// Looks at bytes that came; `left` are those that may still come.
    fn see(&mut self, mut bytes: &[u8], left: usize) -> io::Result<()> {
        while let Some((&byte, rest)) = bytes.split_first() {
            if self.text > 0 {
                let skipped = self.text.min(bytes.len());
                self.text -= skipped;
                bytes = bytes.get(skipped..).unwrap_or_default();
                continue;
            }
            bytes = rest;
            self.step(byte);
            if self.depth > MAX_DEPTH {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "brackets inside brackets"));
            }
            if byte == b'\n' && self.end_line() > left + bytes.len() {
                return Err(too_much());
            }
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) {
        if let Some(place) = self.head.get_mut(self.head_len) {
            *place = byte;
            self.head_len += 1;
        }
        if self.tail_len == TAIL {
            self.tail.copy_within(1.., 0);
            self.tail_len -= 1;
        }
        if let Some(place) = self.tail.get_mut(self.tail_len) {
            *place = byte;
            self.tail_len += 1;
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'"' => self.quoted = !self.quoted,
            b'(' if !self.quoted => self.depth += 1,
            b')' if !self.quoted => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Ends a line, and tells how many bytes it announces.
    fn end_line(&mut self) -> usize {
        let head = self.head.get(..self.head_len).unwrap_or_default();
        let speech = SPEECH.iter().any(|word| head.starts_with(word)) || !head.starts_with(b"*");
        let tail = self.tail.get(..self.tail_len).unwrap_or_default();
        self.text = if speech { 0 } else { announced(tail) };
        self.tail_len = 0;
        if self.text == 0 {
            // The answer is over, whatever was left open in it.
            (self.head_len, self.depth, self.quoted, self.escaped) = (0, 0, false, false);
        }
        self.text
    }
}

/// The number in `{…}` at the end of a line; one that is too long for a number is more than anything.
fn announced(line: &[u8]) -> usize {
    let line = line.trim_ascii_end();
    let Some(inner) = line.strip_suffix(b"}") else { return 0 };
    let digits = inner.rsplit(|byte| !byte.is_ascii_digit()).next().unwrap_or_default();
    let opens =
        inner.len() == digits.len() || inner.get(..inner.len() - digits.len()).is_some_and(|b| b.ends_with(b"{"));
    if digits.is_empty() || !opens {
        return 0;
    }
    str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &[u8], left: usize) -> bool {
        // However it is cut into pieces, the verdict is the same.
        let whole = Watch::new().see(text, left).is_ok();
        let mut watch = Watch::new();
        let single = text.iter().enumerate().all(|(at, byte)| watch.see(&[*byte], left + text.len() - at - 1).is_ok());
        assert_eq!(whole, single, "{}", String::from_utf8_lossy(text));
        whole
    }

    #[test]
    fn announcements_beyond_what_may_come_end_the_conversation() {
        let cases: [(&[u8], bool); 11] = [
            (b"* 1 FETCH (UID 1 BODY[]<0> {100}\r\n", true),
            (b"* 1 FETCH (UID 1 BODY[]<0> {101}\r\n", false),
            (b"* 1 FETCH (UID 1 BODY[]<0> {400000000}\r\n", false),
            (b"* 1 FETCH (UID 1 BODY[]<0> {99999999999999999999}\r\n", false),
            (b"* 1 FETCH (UID 1 BODY[]<0> {0000000000000000000000000000000000000009999}\r\n", false),
            // Speech is no announcement, nor is what stands in the text of a mail.
            (b"* OK hello {400000000}\r\n", true),
            (b"+ idling {400000000}\r\n", true),
            (b"A0001 OK {400000000}\r\n", true),
            (b"* 1 FETCH (BODY[]<0> {20}\r\n{400000000}\r\n12345678)\r\n* 2 EXISTS\r\n", true),
            (b"* OK {20}\r\n* 1 FETCH (BODY[]<0> {400000000}\r\n", false),
            (b"* 1 FETCH (BODY[]<0> {3}\r\nabc BODY[HEADER]<0> {400000000}\r\n", false),
        ];
        for (text, good) in cases {
            assert_eq!(seen(text, 100), good, "{}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn brackets_are_counted_outside_of_quotes() {
        let nested = [b"* 1 FETCH (BODYSTRUCTURE ".as_slice(), &[b'('; 30]].concat();
        assert!(!seen(&nested, 100));
        assert!(seen(&[b"* 1 FETCH (X \"".as_slice(), &[b'('; 30], b"\\\"(\")\r\n"].concat(), 100));
        let many = b"* 1 FETCH (FLAGS ())\r\n".repeat(30);
        assert!(seen(&many, 100));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            seen(&bytes, 1_000);
            seen(&[b"* 1 FETCH (".as_slice(), &bytes].concat(), 1_000);
        }
    }
}
