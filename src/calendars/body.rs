//! Takes an answer in, piece by piece, and stops when it grows too large. Compressed answers are measured unpacked, so
//! that little data cannot become much.

use std::io::{self, Write};

use flate2::write::MultiGzDecoder;

/// Where an answer is gathered.
pub(super) enum Intake {
    Plain(Bounded),
    Gzip(Box<MultiGzDecoder<Bounded>>),
}

/// What came, up to a bound.
pub(super) struct Bounded {
    bytes: Vec<u8>,
    most: usize,
    full: bool,
}

/// Why gathering stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stopped {
    /// More than the bound.
    TooLarge,
    /// Not what the compression promises.
    Damaged,
}

impl Write for Bounded {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if piece.len() > self.most - self.bytes.len() {
            self.full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Intake {
    /// For an answer with this `Content-Encoding`; `None` for one that was not asked for.
    pub(super) fn of(encoding: &str, most: usize) -> Option<Self> {
        let bounded = Bounded { bytes: Vec::new(), most, full: false };
        match encoding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Some(Self::Plain(bounded)),
            "gzip" | "x-gzip" => Some(Self::Gzip(Box::new(MultiGzDecoder::new(bounded)))),
            _ => None,
        }
    }

    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<(), Stopped> {
        let written = match self {
            Self::Plain(bounded) => bounded.write_all(piece),
            Self::Gzip(decoder) => decoder.write_all(piece),
        };
        written.map_err(|_| self.why())
    }

    /// Everything, unpacked.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Stopped> {
        let finished = match &mut self {
            Self::Plain(_) => Ok(()),
            Self::Gzip(decoder) => decoder.try_finish(),
        };
        if finished.is_err() {
            return Err(self.why());
        }
        match self {
            Self::Plain(bounded) => Ok(bounded.bytes),
            Self::Gzip(mut decoder) => Ok(std::mem::take(&mut decoder.get_mut().bytes)),
        }
    }

    fn why(&self) -> Stopped {
        let full = match self {
            Self::Plain(bounded) => bounded.full,
            Self::Gzip(decoder) => decoder.get_ref().full,
        };
        if full { Stopped::TooLarge } else { Stopped::Damaged }
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn gathered(encoding: &str, pieces: &[&[u8]], most: usize) -> Result<Vec<u8>, Stopped> {
        let mut intake = Intake::of(encoding, most).unwrap();
        for piece in pieces {
            intake.take(piece)?;
        }
        intake.finish()
    }

    #[test]
    fn what_comes_is_gathered_up_to_the_bound() {
        assert_eq!(gathered("", &[b"abc", b"def"], 6).unwrap(), b"abcdef");
        assert_eq!(gathered("identity", &[b"abc", b"def"], 5), Err(Stopped::TooLarge));
        let zip = packed(b"abcdef");
        let (first, second) = zip.split_at(5);
        assert_eq!(gathered("gzip", &[first, second], 6).unwrap(), b"abcdef");
        assert_eq!(gathered("X-GZIP", &[&zip], 5), Err(Stopped::TooLarge));
        assert!(Intake::of("br", 10).is_none() && Intake::of("gzip, gzip", 10).is_none());
    }

    #[test]
    fn a_bomb_is_stopped_at_the_bound() {
        let bomb = packed(&vec![b' '; 50 * 1024 * 1024]);
        assert!(bomb.len() < 60 * 1024, "{}", bomb.len());
        assert_eq!(gathered("gzip", &[&bomb], 1024 * 1024), Err(Stopped::TooLarge));
    }

    #[test]
    fn damaged_compression_is_told() {
        let zip = packed(b"abcdefghijklmnopqrstuvwxyz");
        assert_eq!(gathered("gzip", &[&zip[..zip.len() - 9]], 100), Err(Stopped::Damaged), "cut");
        assert_eq!(gathered("gzip", &[b"BEGIN:VCALENDAR"], 100), Err(Stopped::Damaged));
    }
}
