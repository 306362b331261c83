//! Reads a finished text back into lines and parts, strictly.

use super::{Fault, Findings};

/// Longest line in octets. Said here again on purpose: what judges must not believe what it judges.
const LONGEST: usize = 75;

/// One unfolded content line.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) params: Vec<(String, String)>,
    pub(super) value: String,
}

impl Line {
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A component with its lines and parts.
#[derive(Default)]
pub(super) struct Part {
    pub(super) kind: String,
    pub(super) lines: Vec<Line>,
    pub(super) parts: Vec<Part>,
}

impl Part {
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    pub(super) fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.line(name).map(|line| line.value.as_str())
    }
}

/// Reads the one component that a text holds. What cannot be read becomes a finding; the rest is still judged.
pub(super) fn read(text: &str, found: &mut Findings) -> Part {
    let mut open: Vec<Part> = Vec::new();
    let mut whole = None;
    for raw in unfold(text, found) {
        let Some(line) = parse(&raw) else {
            found.add(Fault::Syntax, raw.split([':', ';']).next().unwrap_or_default());
            continue;
        };
        match (line.name.as_str(), open.last_mut()) {
            ("BEGIN", _) if whole.is_none() => open.push(Part { kind: line.value, ..Part::default() }),
            ("END", Some(part)) if part.kind == line.value => close(&mut open, &mut whole),
            ("BEGIN" | "END", _) | (_, None) => found.add(Fault::Nesting, &line.value),
            (_, Some(part)) => {
                // Outlook refuses objects with a property behind a part.
                found.check(part.parts.is_empty(), Fault::Nesting, &line.name);
                part.lines.push(line);
            }
        }
    }
    found.check(open.is_empty() && whole.is_some(), Fault::Nesting, "END");
    whole.or_else(|| open.into_iter().next()).unwrap_or_default()
}

fn close(open: &mut Vec<Part>, whole: &mut Option<Part>) {
    let Some(part) = open.pop() else { return };
    match open.last_mut() {
        Some(parent) => parent.parts.push(part),
        None => *whole = Some(part),
    }
}

/// The content lines of a text, with every physical line checked.
fn unfold(text: &str, found: &mut Findings) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for physical in text.split_inclusive('\n') {
        let line = physical.strip_suffix("\r\n");
        found.check(line.is_some(), Fault::LineBreak, "line break");
        let line = line.unwrap_or_else(|| physical.trim_end_matches(['\r', '\n']));
        found.check(line.len() <= LONGEST, Fault::LineLength, line.get(..20).unwrap_or("line"));
        found.check(!line.chars().any(|c| c.is_control() && c != '\t'), Fault::Control, "line");
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `NAME;PARAM=value;PARAM="value":value`
fn parse(raw: &str) -> Option<Line> {
    let (head, value) = raw.split_at_checked(outside_quotes(raw, ':')?)?;
    let value = value.strip_prefix(':')?.to_owned();
    let (name, mut rest) = head.split_once(';').unwrap_or((head, ""));
    let mut params = Vec::new();
    while !rest.is_empty() {
        let end = outside_quotes(rest, ';').unwrap_or(rest.len());
        let (param, tail) = rest.split_at_checked(end)?;
        let (key, value) = param.split_once('=')?;
        params.push((token(key)?, unquote(value)?));
        rest = tail.strip_prefix(';').unwrap_or(tail);
    }
    Some(Line { name: token(name)?, params, value })
}

fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == wanted && !quoted).then_some(at)
    })
}

fn token(text: &str) -> Option<String> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    plain.then(|| text.to_owned())
}

fn unquote(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(text);
    (!inner.contains('"')).then(|| inner.to_owned())
}
