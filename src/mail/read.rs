//! A mail taken apart, for showing it.

use mail_parser::{Message, MessageParser, MimeHeaders as _};

/// The parts of a mail as a reader would see them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadMail {
    /// Everything above the first empty line, as it stands.
    pub headers: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// The calendar object, whole.
    pub calendar: Option<String>,
}

impl ReadMail {
    /// Name and value of each property of the calendar object's event, unfolded and unescaped.
    #[must_use]
    pub fn event(&self) -> Vec<(String, String)> {
        let calendar = self.calendar.as_deref().unwrap_or_default();
        let unfolded = calendar.replace("\r\n ", "").replace("\r\n\t", "");
        let event = unfolded.lines().skip_while(|line| *line != "BEGIN:VEVENT").skip(1);
        event.take_while(|line| *line != "END:VEVENT").filter_map(property).collect()
    }
}

/// Takes a mail apart; what is not there stays empty.
#[must_use]
pub fn read(raw: &[u8]) -> ReadMail {
    let text = String::from_utf8_lossy(raw);
    let headers = text.split("\r\n\r\n").next().unwrap_or_default().to_owned();
    let Some(message) = MessageParser::default().parse(raw) else {
        return ReadMail { headers, ..ReadMail::default() };
    };
    ReadMail {
        headers,
        text: part(&message, "plain").unwrap_or_default(),
        html: part(&message, "html").unwrap_or_default(),
        calendar: part(&message, "calendar"),
    }
}

fn part(message: &Message<'_>, subtype: &str) -> Option<String> {
    let part = message.parts.iter().find(|part| part.is_content_type("text", subtype))?;
    Some(String::from_utf8_lossy(part.contents()).into_owned())
}

/// The name without its parameters' noise: `DTSTART (TZID=Europe/Stockholm)`.
fn property(line: &str) -> Option<(String, String)> {
    let mut quoted = false;
    let at = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let (name, value) = (line.get(..at)?, line.get(at + 1..)?);
    let name = match name.split_once(';') {
        Some((name, parameters)) => format!("{name} ({})", parameters.replace(';', ", ")),
        None => name.to_owned(),
    };
    Some((name, unescaped(value)))
}

/// TEXT as it was meant (RFC 5545 §3.3.11).
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('n' | 'N')) => out.push('\n'),
            (_, Some(other)) => out.push(other),
            (c, None) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_shown_as_meant() {
        let cases = [
            ("SUMMARY:a\\, b\\; c\\\\d\\ne", Some(("SUMMARY", "a, b; c\\d\ne"))),
            (
                "DTSTART;TZID=Europe/Stockholm:20261125T140000",
                Some(("DTSTART (TZID=Europe/Stockholm)", "20261125T140000")),
            ),
            ("ATTENDEE;CN=\"a: b\";RSVP=TRUE:mailto:x@y", Some(("ATTENDEE (CN=\"a: b\", RSVP=TRUE)", "mailto:x@y"))),
            ("nothing", None),
        ];
        for (line, expected) in cases {
            let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(property(line), expected, "{line}");
        }
    }

    #[test]
    fn what_is_no_mail_is_shown_as_nothing() {
        for raw in [&b""[..], b"\xff\xfe", b"Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x"] {
            let mail = read(raw);
            assert!(mail.text.trim().len() < 8 && mail.calendar.is_none() && mail.event().is_empty(), "{mail:?}");
        }
    }
}
