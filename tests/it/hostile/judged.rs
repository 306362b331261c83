//! Pages and mails reduced to what no text may change.

use calcard::{Entry, Parser, icalendar::ICalendar};
use mail_parser::{Address, Message, MessageParser, MimeHeaders as _};

use crate::support::smtp::Received;

/// Everything about a mail but its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MailShape {
    envelope: (String, Vec<String>),
    /// Name of each header of each part, and its media type.
    parts: Vec<String>,
    /// Every address in the headers.
    addresses: Vec<String>,
    tags: Vec<String>,
    links: Vec<String>,
    calendar: Vec<String>,
}

impl MailShape {
    pub(super) fn of(mail: &Received) -> Self {
        lines(&mail.raw, 78);
        let message = MessageParser::default().parse(&mail.raw[..]).unwrap();
        let mut shape = Self {
            envelope: (mail.from.clone(), mail.to.clone()),
            parts: Vec::new(),
            addresses: addresses(&message),
            tags: Vec::new(),
            links: Vec::new(),
            calendar: Vec::new(),
        };
        for part in &message.parts {
            let names: Vec<&str> = part.headers.iter().map(mail_parser::Header::name).collect();
            let kind = part.content_type().map(|t| format!("{}/{:?}", t.c_type, t.c_subtype));
            shape.parts.push(format!("{kind:?} {names:?}"));
            let text = String::from_utf8_lossy(part.contents()).into_owned();
            if part.is_content_type("text", "html") {
                shape.tags = tags(&text);
                // The link of the video is the organizer's own, whatever it is.
                let video =
                    |link: String| if link.starts_with("https://video.example/") { "video".to_owned() } else { link };
                shape.links = links(&text).into_iter().map(video).collect();
            } else if part.is_content_type("text", "calendar") {
                shape.calendar = skeleton(&text);
            }
        }
        shape
    }
}

fn addresses(message: &Message<'_>) -> Vec<String> {
    let fields = [message.from(), message.to(), message.cc(), message.bcc(), message.reply_to(), message.sender()];
    let each = |address: &Address<'_>| -> Vec<String> {
        address.iter().map(|one| one.address().unwrap_or("none").to_owned()).collect()
    };
    fields.into_iter().map(|field| field.map(each).unwrap_or_default().join(", ")).collect()
}

/// Fails unless all lines end in CRLF, hold no other break, and are at most so long.
pub(super) fn lines(raw: &[u8], most: usize) {
    let text = String::from_utf8_lossy(raw);
    assert!(text.ends_with("\r\n"), "the last line does not end:\n{text}");
    for line in text.split("\r\n") {
        assert!(!line.contains(['\r', '\n', '\0']), "a stray line break in {line:?}");
        // A word of its own cannot be folded.
        let word = line.starts_with("Message-ID: ") && line.matches(' ').count() == 1;
        assert!(line.len() <= most || word, "{} octets: {line:?}", line.len());
    }
}

/// Components, properties and parameters of a calendar object by name.
pub(super) fn skeleton(text: &str) -> Vec<String> {
    lines(text.as_bytes(), 75);
    let mut parser = Parser::new(text);
    let calendar: ICalendar = match parser.entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("{other:?}:\n{text}"),
    };
    assert!(matches!(parser.entry(), Entry::Eof), "more than one object:\n{text}");
    let mut all = Vec::new();
    for component in &calendar.components {
        all.push(format!("{:?}", component.component_type));
        for entry in &component.entries {
            let parameters: Vec<_> = entry.params.iter().map(|one| format!("{:?}", one.name)).collect();
            all.push(format!("{:?} {parameters:?}", entry.name));
        }
    }
    // A line that the reader did not understand would be missing.
    let understood: usize = calendar.components.iter().map(|component| component.entries.len() + 2).sum();
    assert_eq!(understood, text.replace("\r\n ", "").matches("\r\n").count(), "{text}");
    all
}

/// Name and attribute names of each tag, in order.
pub(super) fn tags(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with('!') {
            continue;
        }
        let (tag, after) = tag(rest);
        // A line break that somebody typed is one.
        if tag != "br" {
            all.push(tag);
        }
        rest = after;
    }
    all
}

/// One tag as a browser reads it, without the values of its attributes.
fn tag(html: &str) -> (String, &str) {
    let (mut out, mut quote) = (String::new(), None);
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (Some(mark), _) if mark == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return (out, &html[at..]),
            (None, _) => out.push(c),
        }
    }
    panic!("a tag without an end: {out}");
}

/// Where the links of a page lead.
pub(super) fn links(html: &str) -> Vec<String> {
    let ends = ["href=\"", "src=\"", "action=\""];
    let after = ends.iter().flat_map(|mark| html.split(mark).skip(1));
    after.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}
