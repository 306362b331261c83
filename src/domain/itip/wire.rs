//! The bytes of a calendar object: content lines, escaping, folding (RFC 5545 §3.1, §3.2, §3.3.11; RFC 6868).
//!
//! Nothing that is written here can add a line, a property or a parameter, whatever it contains: TEXT is escaped,
//! parameters are quoted, and control characters never reach a line.

use icalendar::{Component, Property, ValueType};
use unicode_segmentation::UnicodeSegmentation;

/// Longest line in octets, without its line break (RFC 5545 §3.1).
const LINE: usize = 75;

/// Properties in the order of the examples in RFC 5546; those that are not named here come last.
const PROPERTIES: &[&str] = &[
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "RECURRENCE-ID",
    "DTSTART",
    "DTEND",
    "RRULE",
    "EXDATE",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "STATUS",
    "TRANSP",
    "CLASS",
    "CREATED",
    "LAST-MODIFIED",
    "ORGANIZER",
    "ATTENDEE",
    "CONFERENCE",
    "URL",
    "RELATED-TO",
];

const PARAMETERS: &[&str] =
    &["VALUE", "TZID", "CUTYPE", "ROLE", "PARTSTAT", "RSVP", "FEATURE", "LABEL", "CN", "SENT-BY"];

/// Writes one calendar object or a piece of one, in a single pass.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    line: String,
}

impl Writer {
    /// An empty text with room for `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), line: String::new() }
    }

    /// Opens a component.
    pub fn begin(&mut self, component: &str) {
        self.structured("BEGIN", component);
    }

    /// Closes a component.
    pub fn end(&mut self, component: &str) {
        self.structured("END", component);
    }

    /// A property of type TEXT, which is escaped.
    pub fn text(&mut self, name: &str, value: &str) {
        self.property(&Property::new(name, value));
    }

    /// A property whose value has an inner structure (date, offset, rule, URI) and is written as it is.
    pub fn structured(&mut self, name: &str, value: &str) {
        self.line.push_str(name);
        self.line.push(':');
        self.line.push_str(value);
        self.finish_line();
    }

    /// A property of the model. Its VALUE parameter or else its name decides whether it is escaped.
    pub fn property(&mut self, property: &Property) {
        self.line.push_str(property.key());
        let mut params: Vec<_> = property.params().values().collect();
        params.sort_by_key(|p| rank(PARAMETERS, p.key()));
        for param in params {
            self.line.push(';');
            self.line.push_str(param.key());
            self.line.push('=');
            match param.key() {
                "FEATURE" => self.line.push_str(param.value()), // a list; its commas separate
                _ => parameter(param.value(), &mut self.line),
            }
        }
        self.line.push(':');
        match property.value_type() {
            Some(ValueType::Text) | None => escape(property.value(), &mut self.line),
            Some(_) => self.line.push_str(property.value()),
        }
        self.finish_line();
    }

    /// A component of the model with its properties in our order and then its parts. Adds nothing of its own.
    pub fn component(&mut self, component: &impl Component) {
        let kind = component.component_kind();
        self.begin(&kind);
        let all = component.properties().values().chain(component.multi_properties().values().flatten());
        let mut all: Vec<_> = all.map(|p| (rank(PROPERTIES, p.key()), p)).collect();
        all.sort_by_key(|(rank, _)| *rank);
        for (_, property) in all {
            self.property(property);
        }
        for part in component.components() {
            self.component(part);
        }
        self.end(&kind);
    }

    /// Lines that this writer made earlier.
    pub fn lines(&mut self, written: &str) {
        self.out.push_str(written);
    }

    /// The finished text.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    fn finish_line(&mut self) {
        // The last guard: a value that nobody cleaned still cannot start a line.
        if self.line.chars().any(char::is_control) {
            self.line.retain(|c| !c.is_control());
        }
        fold(&self.line, &mut self.out);
        self.line.clear();
    }
}

fn rank(order: &[&str], name: &str) -> usize {
    order.iter().position(|known| *known == name).unwrap_or(order.len())
}

/// Escapes TEXT (RFC 5545 §3.3.11).
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
}

/// Writes a parameter value, quoted where it must be. A double quote becomes a single one, because readers older than
/// RFC 6868 would show its code; a caret is coded, because newer readers would take it for one.
fn parameter(value: &str, out: &mut String) {
    let quoted = value.contains([':', ';', ',']);
    if quoted {
        out.push('"');
    }
    for c in value.chars() {
        match c {
            '"' => out.push('\''),
            '^' => out.push_str("^^"),
            '\n' => out.push_str("^n"),
            c => out.push(c),
        }
    }
    if quoted {
        out.push('"');
    }
}

/// Appends `line` to `out` as one or more physical lines of at most 75 octets, each ending in CRLF and none
/// splitting what readers see as one character, unless that alone is longer than a line. Linear in the length.
pub fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = LINE;
    while rest.len() > room {
        let Some((head, tail)) = rest.split_at_checked(cut(rest, room)) else { break };
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        room = LINE - 1; // the blank ahead counts
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// Where to cut a text that is longer than `room`.
fn cut(rest: &str, room: usize) -> usize {
    if rest.as_bytes().get(room - 1..=room).is_some_and(<[u8]>::is_ascii) {
        return room;
    }
    // A look a little ahead is enough to see whether a character goes on, and keeps the whole pass linear.
    let window = rest.get(..rest.floor_char_boundary(room + 32)).unwrap_or(rest);
    let whole = window.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= room).last();
    whole.filter(|at| *at > 0).unwrap_or_else(|| rest.floor_char_boundary(room))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<String>(),
            "[ -~]{0,200}",
            " {0,200}",
            prop::sample::select(vec!["👩‍👩‍👧‍👦", "🇸🇪", "é", "e\u{301}", "ä", "ห์", "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}"])
                .prop_map(|s| s.repeat(20)),
            Just("a".to_owned() + &"\u{301}".repeat(100)),
        ];
        prop::collection::vec(piece, 0..4)
            .prop_map(|pieces| pieces.concat().chars().filter(|c| !c.is_control()).collect())
    }

    proptest! {
        #[test]
        fn folding_loses_nothing(line in text()) {
            let out = folded(&line);
            prop_assert!(out.ends_with("\r\n"));
            for physical in out.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(physical.len() <= 75 && !physical.contains(['\r', '\n']));
            }
            prop_assert_eq!(out.strip_suffix("\r\n").unwrap().replace("\r\n ", ""), line);
        }

        #[test]
        fn parameters_and_texts_come_back(value in text()) {
            let mut out = String::new();
            escape(&value, &mut out);
            let back = out.replace("\\\\", "\u{0}").replace("\\;", ";").replace("\\,", ",").replace('\u{0}', "\\");
            prop_assert_eq!(&back, &value);
            let mut out = String::new();
            parameter(&value, &mut out);
            let inner = out.strip_prefix('"').and_then(|o| o.strip_suffix('"')).unwrap_or(&out);
            prop_assert!(!inner.contains('"') && (inner.len() < out.len()) == value.contains([':', ';', ',']));
            prop_assert_eq!(inner.replace("^^", "^"), value.replace('"', "'"));
        }
    }

    #[test]
    fn whole_characters_stay_together() {
        let family = "👩‍👩‍👧‍👦";
        let out = folded(&format!("{}{family}", "x".repeat(60)));
        assert_eq!(out, format!("{}\r\n {family}\r\n", "x".repeat(60)));
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(folded(&"x".repeat(76)), format!("{}\r\n x\r\n", "x".repeat(75)));
    }

    #[test]
    fn control_characters_never_reach_a_line() {
        let mut out = Writer::default();
        out.structured("URL", "https://x.example\r\nATTENDEE:mailto:a@x.example\u{0}");
        out.text("SUMMARY", "a\rb\nc\u{7f}");
        let hostile = Property::new("ATTENDEE", "mailto:a@x.example").add_parameter("CN", "\";X=\"\r\n^n").done();
        out.property(&hostile);
        assert_eq!(
            out.finish(),
            "URL:https://x.exampleATTENDEE:mailto:a@x.example\r\nSUMMARY:ab\\nc\r\nATTENDEE;CN=\"';X='^n^^n\":mailto:a@x.example\r\n"
        );
    }
}
