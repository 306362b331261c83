//! The structure of a mail (RFC 2046): its parts at any depth, within fixed bounds.

use std::{borrow::Cow, ops::Deref};

use super::described;

/// Parts inside each other.
const MAX_DEPTH: usize = 8;
/// Most parts.
const MAX_PARTS: usize = 100;
/// Longest block of headers, in bytes; what stands further down is not looked at.
const MAX_HEAD: usize = 256 * 1024;
/// Most headers of one block.
const MAX_FIELDS: usize = 1_000;

/// A block of headers.
pub(super) struct Head<'a> {
    /// Name and value as it stands, with folds.
    fields: Vec<(&'a [u8], &'a [u8])>,
}

/// What the headers of a part say about it.
#[derive(Default)]
pub(super) struct Described {
    /// Media type, lower case; empty if it is not given.
    pub(super) kind: String,
    /// File name; may be empty.
    pub(super) file: String,
    /// What parts its parts.
    pub(super) boundary: Option<String>,
    /// Of text.
    pub(super) charset: Option<String>,
    /// Transfer encoding, lower case; may be empty.
    pub(super) encoding: String,
}

/// A part that holds no others.
pub(super) struct Part<'a> {
    said: Described,
    /// Content as it stands.
    pub(super) body: &'a [u8],
}

impl Deref for Part<'_> {
    type Target = Described;

    fn deref(&self) -> &Described {
        &self.said
    }
}

/// The parts of a mail.
pub(super) struct Found<'a> {
    /// In order.
    pub(super) parts: Vec<Part<'a>>,
    /// Whether there were more, or deeper ones.
    pub(super) too_deep: bool,
}

/// All parts that hold no others. An attached mail is one part and is not looked into.
pub(super) fn walk(raw: &[u8]) -> Found<'_> {
    let mut found = Found { parts: Vec::new(), too_deep: false };
    descend(raw, 0, &mut found);
    found
}

fn descend<'a>(entity: &'a [u8], depth: usize, found: &mut Found<'a>) {
    if found.parts.len() == MAX_PARTS || depth > MAX_DEPTH {
        found.too_deep = true;
        return;
    }
    let (head, body) = split(entity);
    if head.len() > MAX_HEAD {
        found.too_deep = true;
        return;
    }
    let said = described(entity.get(..entity.len() - body.len()).unwrap_or_default());
    let Some(boundary) = said.boundary.clone().filter(|_| said.kind.starts_with("multipart/")) else {
        found.parts.push(Part { said, body });
        return;
    };
    for part in (Between { rest: Some(body), boundary: boundary.as_bytes() }) {
        descend(part, depth + 1, found);
        if found.too_deep {
            return;
        }
    }
}

/// What stands between the delimiter lines of a multipart.
struct Between<'a, 'b> {
    /// What was not looked at yet; `None` behind the end.
    rest: Option<&'a [u8]>,
    boundary: &'b [u8],
}

impl<'a> Iterator for Between<'a, '_> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        // What stands ahead of the first delimiter belongs to no part; behind it a part begins at once.
        let mut start = None;
        let mut at = 0;
        let rest = self.rest.take()?;
        for line in rest.split_inclusive(|b| *b == b'\n') {
            let (begins, ends) = (at, at + line.len());
            at = ends;
            let Some(last) = delimits(line, self.boundary) else { continue };
            match start {
                None if last => return None,
                None => start = Some(ends),
                Some(start) => {
                    // The next part begins at this very delimiter.
                    self.rest = if last { None } else { rest.get(begins..) };
                    return rest.get(start..begins);
                }
            }
        }
        // A mail that was cut short ends its last part.
        start.and_then(|start| rest.get(start..))
    }
}

/// Whether a line is a delimiter, and whether it is the last one.
fn delimits(line: &[u8], boundary: &[u8]) -> Option<bool> {
    let behind = line.strip_prefix(b"--")?.strip_prefix(boundary)?;
    match behind.trim_ascii() {
        b"" => Some(false),
        b"--" => Some(true),
        _ => None,
    }
}

/// Headers and content of an entity; the empty line between them belongs to neither.
fn split(entity: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in entity.split_inclusive(|b| *b == b'\n') {
        if matches!(line, b"\n" | b"\r\n") {
            return (entity.get(..at).unwrap_or_default(), entity.get(at + line.len()..).unwrap_or_default());
        }
        at += line.len();
    }
    (entity, &[])
}

impl<'a> Head<'a> {
    /// The headers of a mail or a part, and its content.
    pub(super) fn split(entity: &'a [u8]) -> (Self, &'a [u8]) {
        let (head, body) = split(entity);
        let head = head.get(..MAX_HEAD).unwrap_or(head);
        let mut fields: Vec<(&[u8], &[u8])> = Vec::new();
        let (mut start, mut at) = (0, 0);
        for line in head.split_inclusive(|b| *b == b'\n') {
            let folds = matches!(line.first(), Some(b' ' | b'\t'));
            if !folds && at > start {
                fields.extend(head.get(start..at).and_then(field));
                start = at;
            }
            at += line.len();
            if fields.len() == MAX_FIELDS {
                return (Self { fields }, body);
            }
        }
        fields.extend(head.get(start..at).and_then(field));
        (Self { fields }, body)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The values of a header, topmost first, each on one line.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = Cow<'a, str>> {
        let named = self.fields.iter().filter(move |(n, _)| n.eq_ignore_ascii_case(name.as_bytes()));
        named.map(|(_, value)| unfolded(value))
    }

    /// The topmost value of a header.
    pub(super) fn first(&self, name: &'static str) -> Option<Cow<'a, str>> {
        self.all(name).next()
    }
}

/// A name of letters, digits and hyphens; anything else is no header.
fn field(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = text.iter().position(|b| *b == b':')?;
    let (name, value) = (text.get(..colon)?.trim_ascii_end(), text.get(colon + 1..)?);
    let sound = !name.is_empty() && name.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    sound.then_some((name, value.trim_ascii()))
}

fn unfolded(value: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(value);
    if text.contains(['\r', '\n']) { Cow::Owned(text.replace(['\r', '\n'], " ")) } else { text }
}
