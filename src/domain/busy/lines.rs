//! Content lines (RFC 5545 §3.1): unfolding, and the parts of a line.

use std::borrow::Cow;

use super::Unreadable;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The unfolded lines of a calendar, without empty ones.
pub(in crate::domain) struct Lines<'a> {
    rest: &'a [u8],
    longest: usize,
}

impl<'a> Lines<'a> {
    pub(in crate::domain) fn new(bytes: &'a [u8], longest: usize) -> Self {
        Self { rest: bytes.strip_prefix(BOM).unwrap_or(bytes), longest }
    }

    /// The next line of the file; ends with `\n`, `\r\n` or the file.
    fn physical(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|b| *b == b'\n');
        let (line, rest) = match end {
            Some(end) => (self.rest.get(..end), self.rest.get(end + 1..)),
            None => (Some(self.rest), None),
        };
        self.rest = rest.unwrap_or_default();
        let line = line.unwrap_or_default();
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    fn unfolded(&mut self) -> Result<Cow<'a, [u8]>, Unreadable> {
        let mut line = Cow::Borrowed(self.physical());
        while let [b' ' | b'\t', ..] = self.rest {
            let more = self.physical().get(1..).unwrap_or_default();
            if line.len() + more.len() > self.longest {
                return Err(Unreadable::LineTooLong);
            }
            line.to_mut().extend_from_slice(more);
        }
        if line.len() > self.longest { Err(Unreadable::LineTooLong) } else { Ok(line) }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Result<Cow<'a, [u8]>, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            match self.unfolded() {
                Ok(line) if line.trim_ascii().is_empty() => {}
                line => return Some(line),
            }
        }
        None
    }
}

/// The name of a property, without looking at the rest of its line.
pub(in crate::domain) fn name(line: &[u8]) -> &[u8] {
    let end = line.iter().position(|b| matches!(b, b';' | b':')).unwrap_or(line.len());
    line.get(..end).unwrap_or_default().trim_ascii()
}

/// The parameters and the value of a line; `None` when no colon stands outside quotes.
pub(in crate::domain) fn parts(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let start = line.iter().position(|b| matches!(b, b';' | b':'))?;
    let colon = unquoted(line, b':')?;
    Some((line.get(start..colon)?, line.get(colon + 1..)?.trim_ascii()))
}

/// The value of a parameter, without its quotes.
pub(in crate::domain) fn parameter<'a>(mut parameters: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    while let Some(rest) = parameters.strip_prefix(b";") {
        let end = unquoted(rest, b';').unwrap_or(rest.len());
        let (one, after) = rest.split_at_checked(end)?;
        parameters = after;
        let equals = one.iter().position(|b| *b == b'=').unwrap_or(one.len());
        let (name, value) = one.split_at_checked(equals)?;
        if name.trim_ascii().eq_ignore_ascii_case(wanted) {
            let value = value.get(1..).unwrap_or_default().trim_ascii();
            return Some(value.strip_prefix(b"\"").and_then(|v| v.strip_suffix(b"\"")).unwrap_or(value));
        }
    }
    None
}

fn unquoted(text: &[u8], wanted: u8) -> Option<usize> {
    let mut quoted = false;
    text.iter().position(|b| {
        quoted ^= *b == b'"';
        !quoted && *b == wanted
    })
}
