//! Reads a stranger's calendar part. It walks the lines once and keeps nothing of what does not matter, so all work is
//! bounded by counting, as for outside calendars.

use std::borrow::Cow;

use percent_encoding::percent_decode;

use super::message::{CalendarMessage, Entry, MAX_NOTE, Method, Moment, Partstat, Replier};
use crate::domain::{
    busy::{
        Unreadable, clocks,
        lines::{self, Lines},
        value::{self, Length, Time},
    },
    email::EmailAddress,
    meeting::Answer,
    text::SafeText,
};

/// Largest calendar part, in bytes.
pub(super) const MAX_BYTES: usize = 512 * 1024;
/// Most events.
const MAX_EVENTS: usize = 200;
/// Components inside each other; an alarm in an event in a calendar is 3.
const MAX_NESTING: usize = 4;
/// Longest unfolded line, in bytes.
const MAX_LINE: usize = 64 * 1024;
/// Most properties of all components.
const MAX_PROPERTIES: usize = 20_000;
/// Most people of all events.
const MAX_PEOPLE: usize = 500;
/// Longest UID, in bytes; a longer one is not ours.
const MAX_UID: usize = 255;
/// Longest name, in characters.
const MAX_NAME: usize = 200;

struct Reader {
    message: CalendarMessage,
    /// The components that are open, outermost first.
    open: Vec<Vec<u8>>,
    components: usize,
    properties: usize,
    people: usize,
    /// Length of the event that is read, where it has one instead of an end.
    length: Option<Length>,
}

/// Reads a calendar part of at most 512 KiB, 200 events and four levels (RFC 5545; times under Windows' names of zones are
/// understood). A part of which anything is out of order is unreadable as a whole.
///
/// # Errors
/// [`Unreadable`] says which bound is passed or what is wrong.
pub fn read(bytes: &[u8]) -> Result<CalendarMessage, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let message = CalendarMessage { method: Method::Other, product: SafeText::default(), entries: Vec::new() };
    let mut reader = Reader { message, open: Vec::new(), components: 0, properties: 0, people: 0, length: None };
    for line in Lines::new(bytes, MAX_LINE) {
        reader.take(&line?)?;
    }
    match (reader.components, reader.open.is_empty()) {
        (0, _) => Err(Unreadable::NotACalendar),
        (_, false) => Err(Unreadable::CutShort),
        (_, true) => Ok(reader.message),
    }
}

impl Reader {
    fn take(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let name = lines::name(line);
        let (parameters, value) = lines::parts(line).unwrap_or_default();
        if name.eq_ignore_ascii_case(b"BEGIN") {
            return self.begin(value);
        }
        let Some(component) = self.open.last() else {
            return if self.components == 0 { Err(Unreadable::NotACalendar) } else { Ok(()) };
        };
        if name.eq_ignore_ascii_case(b"END") {
            return self.end(value);
        }
        self.properties += 1;
        if self.properties > MAX_PROPERTIES {
            return Err(Unreadable::TooMany);
        }
        match (self.open.len(), component.as_slice()) {
            (1, _) => self.of_calendar(name, value),
            (2, b"VEVENT") => return self.of_event(name, (parameters, value)),
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        let name = name.to_ascii_uppercase();
        self.components += 1;
        if self.open.len() == MAX_NESTING {
            return Err(Unreadable::TooDeep);
        }
        match (self.open.len(), name.as_slice()) {
            (0, b"VCALENDAR") => {}
            (0, _) => return Err(Unreadable::NotACalendar),
            (1, b"VEVENT") if self.message.entries.len() == MAX_EVENTS => return Err(Unreadable::TooMany),
            (1, b"VEVENT") => {
                self.message.entries.push(Entry::default());
                self.length = None;
            }
            // An event inside an event would be overlooked.
            (_, b"VEVENT" | b"VCALENDAR") => return Err(Unreadable::OutOfOrder),
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        let matches = self.open.last().is_some_and(|open| open.eq_ignore_ascii_case(name));
        if matches && self.open.len() == 2 {
            self.close_event();
        }
        self.open.pop();
        if matches { Ok(()) } else { Err(Unreadable::OutOfOrder) }
    }

    /// A length stands in for an end (RFC 5545 §3.6.1).
    fn close_event(&mut self) {
        let Some(entry) = self.message.entries.last_mut() else { return };
        if let (Some(start), Some(length), None) = (entry.start, self.length.take(), entry.end) {
            let delta = chrono::TimeDelta::seconds(length.days * 86_400 + length.seconds);
            entry.end = match start {
                Moment::At(at) => at.checked_add_signed(delta).map(Moment::At),
                Moment::Floating(local) => local.checked_add_signed(delta).map(Moment::Floating),
                Moment::Day(_) => None,
            };
        }
    }

    fn of_calendar(&mut self, name: &[u8], value: &[u8]) {
        if name.eq_ignore_ascii_case(b"METHOD") {
            self.message.method = match value.to_ascii_uppercase().as_slice() {
                b"REPLY" => Method::Reply,
                b"COUNTER" => Method::Counter,
                b"REFRESH" => Method::Refresh,
                _ => Method::Other,
            };
        } else if name.eq_ignore_ascii_case(b"PRODID") {
            self.message.product = SafeText::line(&String::from_utf8_lossy(value), MAX_NAME);
        }
    }

    fn of_event(&mut self, name: &[u8], (parameters, value): (&[u8], &[u8])) -> Result<(), Unreadable> {
        let Some(entry) = self.message.entries.last_mut() else { return Ok(()) };
        match name.to_ascii_uppercase().as_slice() {
            b"UID" if value.len() <= MAX_UID => entry.uid = text(value).to_string(),
            b"SEQUENCE" => entry.sequence = str::from_utf8(value).ok().and_then(|digits| digits.trim().parse().ok()),
            b"DTSTAMP" => {
                if let Some(Time::Instant(at)) = value::time(value, None) {
                    entry.stamp = Some(at);
                }
            }
            b"DTSTART" => entry.start = moment(parameters, value, &mut entry.bad_time),
            b"DTEND" => entry.end = moment(parameters, value, &mut entry.bad_time),
            b"DURATION" => match value::length(value) {
                Some(length) => self.length = Some(length),
                None => entry.bad_time = true,
            },
            b"RECURRENCE-ID" => {
                entry.instance = moment(parameters, value, &mut entry.bad_time);
                entry.unplaced = entry.instance.is_none() || lines::parameter(parameters, b"RANGE").is_some();
            }
            b"COMMENT" if entry.note.is_empty() => entry.note = text(value),
            b"ATTENDEE" => {
                self.people += 1;
                if self.people > MAX_PEOPLE {
                    return Err(Unreadable::TooMany);
                }
                let note = lines::parameter(parameters, b"X-RESPONSE-COMMENT").map(text);
                if let Some(note) = note.filter(|_| entry.note.is_empty()) {
                    entry.note = note;
                }
                entry.people.extend(replier(parameters, value));
            }
            _ => {}
        }
        Ok(())
    }
}

fn moment(parameters: &[u8], value: &[u8], bad: &mut bool) -> Option<Moment> {
    let zone = lines::parameter(parameters, b"TZID");
    let told = match (value::time(value, None), zone) {
        (Some(Time::Instant(at)), _) => Some(Moment::At(at)),
        (Some(Time::Day(day)), _) => Some(Moment::Day(day)),
        (Some(Time::Floating(local)), None) => Some(Moment::Floating(local)),
        (Some(Time::Floating(local)), Some(name)) => {
            clocks::known(&String::from_utf8_lossy(name)).map(|zone| Moment::At(zone.instant(local)))
        }
        _ => None,
    };
    *bad |= told.is_none();
    told
}

fn replier(parameters: &[u8], value: &[u8]) -> Option<Replier> {
    let of = |name| lines::parameter(parameters, name);
    Some(Replier {
        address: address(value)?,
        name: SafeText::line(&String::from_utf8_lossy(of(b"CN").unwrap_or_default()), MAX_NAME),
        sent_by: of(b"SENT-BY").and_then(address),
        says: partstat(of(b"PARTSTAT").unwrap_or_default()),
        delegated_to: of(b"DELEGATED-TO").and_then(address),
        delegated_from: of(b"DELEGATED-FROM").and_then(address),
    })
}

fn partstat(word: &[u8]) -> Partstat {
    match word.to_ascii_uppercase().as_slice() {
        b"ACCEPTED" => Partstat::Said(Answer::Yes),
        b"TENTATIVE" => Partstat::Said(Answer::Maybe),
        b"DECLINED" => Partstat::Said(Answer::No),
        b"DELEGATED" => Partstat::Delegated,
        _ => Partstat::Nothing,
    }
}

/// A calendar user's address (RFC 5545 §3.3.3), whatever the case of its scheme; lower case.
fn address(value: &[u8]) -> Option<String> {
    let value = value.trim_ascii();
    let plain = match value.split_at_checked(7) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case(b"mailto:") => rest,
        _ => value,
    };
    // Several delegates are written one behind the other; the first one counts.
    let plain = plain.split(|b| matches!(b, b'?' | b'"' | b',')).next()?;
    let decoded: Cow<'_, str> = percent_decode(plain).decode_utf8().ok()?;
    decoded.parse::<EmailAddress>().ok().map(|address| address.key())
}

/// TEXT as it was meant (RFC 5545 §3.3.11).
fn text(value: &[u8]) -> SafeText {
    let value = String::from_utf8_lossy(value);
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            (_, Some('n' | 'N')) => out.push('\n'),
            (_, Some(other)) => out.push(other),
            (c, None) => out.push(c),
        }
    }
    SafeText::block(&out, MAX_NOTE)
}
